help-program =
    Probitas : l’autoévaluation sur les valeurs et l’éthique, en ligne de
    commande.

    Utilisation : probitas-cli COMMANDE [OPTIONS]

    Commandes :
      import PAGE [PAGE] -o ÉBAUCHE  créer une ébauche à partir d’une page publiée
      blank -o FORMULAIRE            produire le questionnaire à remplir à la main
      check ÉBAUCHE                  indiquer ce qui manque ou se contredit
      keygen -o CLÉ --name NOM       créer une clé pour signer
      key passphrase|public|page|prove|check-proof
                                     se servir d’une clé existante
      export ÉBAUCHE --out DOSSIER   produire le JSON signé, le PDF et les pages
      verify FICHIER… --key PUB.jwk  vérifier des autoévaluations soumises
      sign AUTOÉVALUATION --key CLÉ -o SORTIE
                                     ajouter une signature à une autoévaluation
      revise AUTOÉVALUATION -o ÉBAUCHE
                                     créer une ébauche de correction
      compare FICHIER FICHIER        montrer en quoi deux autoévaluations diffèrent
      translate export|import ÉBAUCHE
                                     envoyer des textes à traduire et reprendre les
                                     traductions
      trust new|add|revoke|sign|show créer et afficher une liste de confiance
      register new|show|approve-on-paper|receipt
                                     tenir le registre d’un organisme
      receipt ACCUSÉ --pin PUB.jwk   vérifier l’accusé de réception d’un organisme
      update FICHIER                 vérifier les fichiers d’une nouvelle version
      notices                        afficher de quoi le programme est fait et les
                                     licences de chaque élément
      help [COMMANDE]                afficher cette aide, ou celle d’une commande

    Options de chaque commande :
      --lang en|fr      langue des messages; sinon celle de l’environnement
                        (LC_ALL, LC_MESSAGES, LANG)
      -h, --help        afficher l’aide
      -V, --version     afficher la version du programme (sans commande)

    Codes de sortie :
      0  tout est bon
      1  erreurs dans les réponses, avertissements à confirmer, ou non vérifié
      2  la ligne de commande est incorrecte
      3  une entrée ne peut pas être lue, ou une sortie ne peut pas être écrite
help-blank =
    Produire le questionnaire en PDF, à remplir à la main.

    Utilisation : probitas-cli blank -o FORMULAIRE [OPTIONS]

      -o FORMULAIRE      le PDF à écrire, comme formulaire.pdf
      --pdf en|fr|both   les langues; les deux par défaut
      --facing           les deux langues côte à côte, question par question
      --paper letter|a4  le papier; letter (lettre) par défaut
      --large-print      gros caractères : texte de 18 points
      --force            remplacer le fichier s’il existe
      --lang en|fr       langue des messages
      -h, --help         afficher cette aide

    Codes de sortie : 0 tout est bon, 2 la ligne de commande est incorrecte,
    3 le fichier ne peut pas être écrit.
help-import =
    Créer une ébauche à partir d’une page publiée.

    Utilisation : probitas-cli import PAGE [PAGE] -o ÉBAUCHE [--force]

      PAGE         une page publiée, enregistrée en texte ou en HTML, en français
                   ou en anglais, d’au plus 2 Mio en UTF-8; avec deux pages, les
                   deux langues d’une même organisation
      -o ÉBAUCHE   l’ébauche à écrire, comme organisation.probitas
      --force      remplacer l’ébauche si elle existe
      --lang en|fr langue des messages
      -h, --help   afficher cette aide

    Une ligne qui ne trouve pas sa place est signalée et conservée dans l’ébauche.

    Codes de sortie : 0 tout est bon, 2 la ligne de commande est incorrecte,
    3 un fichier ne peut pas être lu ou écrit.
help-check =
    Indiquer ce qui manque ou se contredit dans une ébauche.

    Utilisation : probitas-cli check ÉBAUCHE [--json]

      ÉBAUCHE      l’ébauche, un fichier dont le nom se termine par .probitas
      --json       produire les points à vérifier en JSON, dans les deux langues
      --lang en|fr langue des messages
      -h, --help   afficher cette aide

    Une erreur empêche de signer. Un avertissement demande que vous confirmiez en
    avoir pris connaissance. Une remarque ne demande rien.

    Codes de sortie : 0 aucune erreur, 1 erreurs, 2 la ligne de commande est
    incorrecte, 3 l’ébauche ne peut pas être lue.
help-keygen =
    Créer une clé pour signer, protégée par une phrase de passe.

    Utilisation : probitas-cli keygen -o CLÉ --name NOM [OPTIONS]

      -o CLÉ                 le fichier de clé à écrire; la clé publique est
                             écrite à côté, sous CLÉ.pub.jwk
      --name NOM             nom de la personne qui signe, tel qu’il est imprimé
      --role RÔLE            preparer (par défaut) ou deputyHead
      --algorithm NOM        ES256 (par défaut), ES384 ou Ed25519
      --organization-id ID   identifiant de l’organisation
      --passphrase-words     tirer au hasard une phrase de passe de six mots; elle
                             est affichée au terminal une seule fois, et nulle
                             part ailleurs
      --passphrase-file FICHIER
                             lire la phrase de passe à la première ligne d’un
                             fichier
      --lang en|fr           langue des messages
      -h, --help             afficher cette aide

    Autrement, la phrase de passe est demandée deux fois au terminal, sauf si elle
    provient de la variable d’environnement PROBITAS_PASSPHRASE.
    Une clé n’est jamais remplacée.

    Codes de sortie : 0 tout est bon, 2 la ligne de commande est incorrecte,
    3 un fichier ne peut pas être lu ou écrit.
help-key =
    Se servir d’une clé existante.

    Utilisation : probitas-cli key passphrase CLÉ [OPTIONS]
                  probitas-cli key public CLÉ -o PUBLIQUE.jwk [--force]
                  probitas-cli key page CLÉ -o FICHE.pdf [OPTIONS]
                  probitas-cli key prove CLÉ -o PREUVE [--nonce TEXTE] [--force]
                  probitas-cli key check-proof PREUVE [--nonce TEXTE] [-o PUB.jwk]

      passphrase             changer la phrase de passe du fichier de clé
      public                 produire de nouveau la clé publique
      page                   produire la fiche de clé à imprimer, à signer à la
                             main et à remettre à l’organisme qui vérifie
      prove                  produire un fichier qui prouve que vous détenez la clé
      check-proof            vérifier un tel fichier; -o produit la clé publique
                             qu’il contient
      --nonce TEXTE          un texte demandé par l’organisme, pour qu’un ancien
                             fichier ne serve pas de nouveau
      --pdf en|fr|both       langues de la fiche; les deux par défaut
      --paper letter|a4      papier de la fiche; letter (lettre) par défaut
      --large-print          gros caractères dans la fiche : texte de 18 points
      --passphrase-file FICHIER
                             lire la phrase de passe à la première ligne d’un
                             fichier
      --new-passphrase-file FICHIER
                             de même pour la nouvelle phrase de passe
      --passphrase-words     tirer la nouvelle phrase de passe : six mots, affichés
                             au terminal une seule fois, et nulle part ailleurs
      --force                remplacer le fichier produit s’il existe
      --lang en|fr           langue des messages
      -h, --help             afficher cette aide

    La phrase de passe de la clé est demandée au terminal, sauf si elle provient
    de --passphrase-file ou de la variable PROBITAS_PASSPHRASE. Une preuve montre
    que la personne qui l’a faite détient la clé; elle ne montre pas qui c’est.

    Codes de sortie : 0 tout est bon, 1 la preuve est refusée, 2 la ligne de
    commande est incorrecte, 3 un fichier ne peut pas être lu ou écrit, ou la clé
    ne peut pas être ouverte.
help-export =
    Produire les fichiers à remettre : JSON signé, PDF et pages.

    Utilisation : probitas-cli export ÉBAUCHE --out DOSSIER [OPTIONS]
                  probitas-cli export AUTOÉVALUATION --out DOSSIER [OPTIONS]

      ÉBAUCHE                l’ébauche, un fichier dont le nom se termine
                             par .probitas
      AUTOÉVALUATION         une autoévaluation soumise, signée ou non, dont les
                             copies sont produites de nouveau; le contenu du
                             fichier indique ce qu’il est
      --out DOSSIER          le dossier de sortie; il est créé au besoin
      --key CLÉ              le fichier de clé pour signer; sans lui,
                             l’autoévaluation n’est pas signée, et le nom des
                             fichiers l’indique
      --certificate FICHIER  un certificat et sa clé privée pour signer
                             (PKCS#12 : .p12, .pfx); la signature le porte
      --token MODULE         le module PKCS#11 du jeton ou de la carte pour signer;
                             --token-label et --key-label disent quel jeton et
                             quelle clé
      --role RÔLE            avec un certificat ou un jeton : preparer, par défaut,
                             ou deputyHead
      --name NOM             avec un certificat ou un jeton : le nom à imprimer,
                             au lieu de celui du certificat
      --passphrase-file FICHIER
                             lire la phrase de passe à la première ligne d’un
                             fichier
      --public-key PUB.jwk
                             la clé publique d’une personne qui a signé
                             l’autoévaluation soumise; peut être répétée
      --accept-warnings      continuer malgré les avertissements à confirmer
      --json                 produire l’autoévaluation à soumettre (JSON); avec
                             --key, elle l’est toujours
      --pdf en|fr|both       produire un PDF; « both » met les deux langues dans
                             un seul fichier
      --page en|fr|both      produire la page à publier, un fichier HTML pour
                             chaque langue
      --fragment en|fr|both  produire la même page sans son cadre, pour un
                             système de gestion de contenu
      --markdown en|fr|both  produire la page en Markdown
      --text en|fr|both      produire la page en texte
      --facing               dans un PDF bilingue, mettre les deux langues côte à
                             côte, question par question
      --options all|selected imprimer tous les choix offerts, ou seulement ceux
                             qui sont cochés
      --sign-off             imprimer seulement les pages d’approbation
      --summary              placer au début du PDF une feuille qui le résume pour
                             l’administrateur général ou l’administratrice
                             générale, sans faire partie de l’autoévaluation
      --paper letter|a4      le papier du PDF; letter (lettre) par défaut
      --large-print          gros caractères dans le PDF : texte de 18 points
      --without-marking      produire les pages même si l’ébauche porte un
                             marquage de sécurité, qu’une page ne porte jamais
      --force                remplacer les fichiers qui existent
      --lang en|fr           langue des messages
      -h, --help             afficher cette aide

    Si rien n’est demandé : l’autoévaluation à soumettre, et un PDF dans les deux
    langues. S’il y a des erreurs ou des avertissements à confirmer,
    l’autoévaluation à soumettre n’est pas produite, ni aucune page sauf le texte;
    le PDF et le texte portent la mention d’ébauche.
    La phrase de passe est demandée au terminal, sauf si elle provient de
    --passphrase-file ou de la variable PROBITAS_PASSPHRASE.
    Chaque fichier est relu et comparé avant d’être annoncé.

    Pour une autoévaluation soumise, si rien n’est demandé : un PDF dans les deux
    langues, qui énumère toutes les signatures et contient le fichier même qui a
    été fourni. Une signature dont la clé n’est pas fournie est imprimée comme non
    vérifiée; si une signature est mauvaise, rien n’est produit.

    Codes de sortie : 0 tout est bon, 1 erreurs ou avertissements à confirmer, ou
    autoévaluation soumise modifiée, 2 la ligne de commande est incorrecte,
    3 un fichier ne peut pas être lu ou écrit, ou la clé ne peut pas être ouverte.
help-verify =
    Vérifier des autoévaluations hors ligne, avec des clés publiques ou une liste
    de confiance.

    Utilisation : probitas-cli verify FICHIER… --key CLÉ.jwk… [--json]
                  probitas-cli verify FICHIER… --trust LISTE
                               --pin CLÉ.jwk… [OPTIONS]
                  probitas-cli verify FICHIER… --roots CHEMIN… [--crl CHEMIN…]

      FICHIER          une autoévaluation soumise, jusqu’à 4 Mio, ou un PDF qui en
                       contient une
      --key CLÉ.jwk    une clé publique de confiance; peut être répétée. Avec
                       --trust, la clé d’une personne pas encore inscrite
      --roots CHEMIN   certificats racines de confiance, fichier ou dossier : les
                       certificats qui accompagnent les signatures doivent y mener;
                       peut être répétée
      --crl CHEMIN     listes de révocation de leurs émetteurs, fichier ou dossier
                       de fichiers .crl; peut être répétée
      --trust LISTE    la liste de confiance de l’organisme : les clés qui comptent
                       et leurs rôles
      --pin CLÉ.jwk    une clé de l’organisme, qui doit avoir signé la liste; peut
                       être répétée
      --seen FICHIER   où retenir la liste la plus récente, pour qu’une plus
                       ancienne soit refusée; écrit à la première utilisation
      --policy RÈGLE   both, par défaut (la personne responsable de la préparation
                       et l’administrateur général ou l’administratrice générale
                       signent), ou preparer-handwritten (l’administrateur général
                       ou l’administratrice générale a approuvé à la main)
      --register DOSSIER
                       le registre de votre organisme : ce qui a déjà été reçu, ce
                       qui est plus ancien ou adressé à d’autres est signalé
      --record         inscrire au registre ce qui est vérifié
      --json           écrire le rapport en JSON, dans les deux langues
      --lang en|fr     langue des messages
      -h, --help       afficher cette aide

    Une clé seule ne dit pas qui la détient. Ce qui n’a pas été vérifié est
    énuméré. Un certificat dit à qui est la clé; le rôle et l’organisation, seule
    la liste de confiance les dit.

    Codes de sortie : 0 tout est vérifié, 1 non vérifié, non signé, non confirmé
    ou, avec --register, refusé; avec --record aussi ce qui avait déjà été reçu;
    2 la ligne de commande est incorrecte, 3 un fichier ne peut pas être lu.
help-sign =
    Ajouter une signature à une autoévaluation, comme celle de l’administrateur
    général ou de l’administratrice générale.

    Utilisation : probitas-cli sign AUTOÉVALUATION --key CLÉ -o SORTIE [OPTIONS]
                  probitas-cli sign AUTOÉVALUATION --certificate FICHIER.p12
                               -o SORTIE [OPTIONS]
                  probitas-cli sign AUTOÉVALUATION --token MODULE
                               -o SORTIE [OPTIONS]

      AUTOÉVALUATION       l’autoévaluation soumise, signée ou non
      --key CLÉ            le fichier de clé avec lequel signer
      --certificate FICHIER
                           un certificat et sa clé privée pour signer
                           (PKCS#12 : .p12, .pfx); la signature le porte
      --token MODULE       le module PKCS#11 du jeton ou de la carte pour signer
      --token-label ÉTIQUETTE
                           quel jeton, si plusieurs sont présents
      --key-label ÉTIQUETTE
                           quelle clé, si le jeton en a plusieurs
      --role RÔLE          avec un certificat ou un jeton : preparer ou deputyHead,
                           par défaut
      --name NOM           avec un certificat ou un jeton : le nom à imprimer,
                           au lieu de celui du certificat
      -o SORTIE            le fichier à écrire
      --public-key FICHIER clé publique d’une personne qui a déjà signé; peut être
                           répétée
      --trust LISTE        la liste de confiance qui nomme ces personnes
      --pin CLÉ.jwk        une clé de l’organisme, qui doit avoir signé la liste
      --seen FICHIER       où la liste la plus récente est retenue
      --passphrase-file FICHIER
                           lire la phrase de passe à la première ligne d’un
                           fichier
      --force              remplacer le fichier s’il existe
      --lang en|fr         langue des messages
      -h, --help           afficher cette aide

    Le contenu n’est pas modifié. Ce qui s’y trouve est d’abord vérifié autant que
    possible : une signature dont la clé n’est pas fournie est signalée, une
    mauvaise est refusée. La personne responsable de la préparation signe avant
    l’administrateur général ou l’administratrice générale, chaque personne avec sa
    propre clé. Le NIP est demandé au terminal, ou vient d’où viennent les phrases
    de passe. Les clés RSA ne signent pas.

    Codes de sortie : 0 tout est bon, 1 signature refusée, 2 la ligne de commande
    est incorrecte, 3 un fichier ne peut pas être lu ou écrit, ou la clé ne peut
    pas être ouverte.
help-revise =
    Créer une ébauche pour corriger une autoévaluation.

    Utilisation : probitas-cli revise AUTOÉVALUATION -o ÉBAUCHE [OPTIONS]

      AUTOÉVALUATION       l’autoévaluation soumise à corriger
      -o ÉBAUCHE           l’ébauche à écrire, par exemple organisation-r2.probitas
      --public-key FICHIER clé publique d’une personne qui a signé; peut être
                           répétée
      --force              remplacer l’ébauche si elle existe
      --lang en|fr         langue des messages
      -h, --help           afficher cette aide

    L’ébauche a les mêmes réponses, le numéro de révision suivant et l’empreinte
    complète des données consignées qu’elle corrige.

    Codes de sortie : 0 tout est bon, 1 l’autoévaluation n’est pas vérifiée, 2 la
    ligne de commande est incorrecte, 3 un fichier ne peut pas être lu ou écrit.
help-compare =
    Montrer champ par champ en quoi deux autoévaluations diffèrent, ou une
    autoévaluation et une ébauche.

    Utilisation : probitas-cli compare FICHIER FICHIER

      FICHIER        une autoévaluation soumise ou une ébauche
      --lang en|fr   langue des messages
      -h, --help     afficher cette aide

    Rien n’est vérifié : un fichier dont la signature est mauvaise peut aussi être
    comparé.

    Codes de sortie : 0 aucune différence, 1 des différences, 2 la ligne de
    commande est incorrecte, 3 un fichier ne peut pas être lu.
help-translate =
    Envoyer les textes à traduire en XLIFF 1.2 et reprendre les traductions.

    Utilisation : probitas-cli translate export ÉBAUCHE -o FICHIER [OPTIONS]
                  probitas-cli translate import ÉBAUCHE FICHIER -o ÉBAUCHE [OPTIONS]

      ÉBAUCHE        l’ébauche dont les textes sont traduits
      FICHIER        le fichier à traduire, par exemple textes.xlf
      -o ÉBAUCHE     avec import : l’ébauche à écrire, avec les traductions
      --all          avec export : aussi les traductions confirmées, déclarées définitives
      --force        remplacer le fichier ou l’ébauche s’ils existent
      --lang en|fr   langue des messages
      -h, --help     afficher cette aide

    Chaque réponse est un groupe, chaque ligne de son texte un segment; les listes
    et les intertitres reviennent tels quels. Une traduction n’est marquée comme
    disant la même chose que si le bureau de traduction la déclare entièrement
    définitive et que le texte n’a pas changé depuis. Ce qui n’est pas repris tel quel
    est signalé.

    Codes de sortie : 0 tout est bon, 1 rien n’est à traduire, 2 la ligne de
    commande est incorrecte, 3 un fichier ne peut pas être lu ou écrit, ou n’est pas
    une traduction de cette ébauche.
help-trust =
    Créer, signer et afficher la liste de confiance d’un organisme.

    Utilisation : probitas-cli trust new -o LISTE
                  probitas-cli trust add LISTE --key CLÉ.jwk --person NOM
                       --organization-id ID
                       --role RÔLE… [--from DATE] [--until DATE]
                  probitas-cli trust revoke LISTE --kid KID
                       --reason MOTIF [--at DATE]
                  probitas-cli trust sign LISTE --key CLÉ
                       -o SORTIE [--days N] [--force]
                  probitas-cli trust show LISTE [--pin CLÉ.jwk]…

      LISTE            la liste à remplir; elle reste non signée
      --key CLÉ.jwk    la clé publique à inscrire
      --person NOM     qui la détient, selon l’organisme
      --role RÔLE      preparer ou deputyHead
      --from, --until  le premier et le dernier jour, par exemple 2026-03-31;
                       aujourd’hui et 730 jours, par défaut
      --kid KID        l’empreinte de la clé à révoquer
      --reason MOTIF   keyCompromise, affiliationChanged, superseded,
                       cessationOfOperation ou privilegeWithdrawn
      --at DATE        à partir de quand; aujourd’hui, par défaut. keyCompromise
                       fait aussi refuser ce qui a été signé avant
      --key CLÉ        le fichier de clé de l’organisme, pour signer
      --passphrase-file FICHIER
                       lire sa phrase de passe à la première ligne d’un fichier
      -o SORTIE        la liste signée à publier
      --days N         sa durée de validité en jours; 30, par défaut
      --pin CLÉ.jwk    une clé de l’organisme, pour vérifier la liste
      --lang en|fr     langue des messages
      -h, --help       afficher cette aide

    Le numéro de chaque liste signée suit celui de la précédente. Une liste périmée
    est refusée à la vérification.

    Codes de sortie : 0 tout est bon, 1 refusé, 2 la ligne de commande est
    incorrecte, 3 un fichier ne peut pas être lu ou écrit, ou la clé ne peut pas
    être ouverte.
help-register =
    Tenir le registre de ce qu’un organisme a reçu.

    Utilisation : probitas-cli register new DOSSIER --audience NOM…
                  probitas-cli register show DOSSIER
                  probitas-cli register approve-on-paper DOSSIER
                       --fingerprint TEXTE --seen DATE --officer NOM
                  probitas-cli register receipt DOSSIER --fingerprint TEXTE
                       --key CLÉ -o SORTIE [--passphrase-file FICHIER] [--force]

      DOSSIER          le dossier du registre
      --audience NOM   un nom de l’organisme, tel que les autoévaluations le
                       désignent; à donner dans les deux langues
      --fingerprint TEXTE
                       l’empreinte de l’autoévaluation, saisie d’après la page avec
                       son caractère de contrôle
      --seen DATE      le jour où vous avez vu la page que l’administrateur général
                       ou l’administratrice générale a signée à la main, par exemple
                       2026-03-31
      --officer NOM    qui l’a vue
      --key CLÉ        le fichier de clé de l’organisme, pour signer
      --passphrase-file FICHIER
                       lire sa phrase de passe à la première ligne d’un fichier
      -o SORTIE        l’accusé de réception à écrire
      --force          remplacer le fichier s’il existe
      --lang en|fr     langue des messages
      -h, --help       afficher cette aide

    Pour inscrire une autoévaluation : probitas-cli verify FICHIER
    --trust LISTE --pin CLÉ.jwk --register DOSSIER --record
    Le registre ne fait que s’allonger. Chaque inscription porte l’empreinte
    complète de la précédente, et l’ensemble est vérifié à chaque lecture. Notez
    l’empreinte complète de la dernière inscription : sans elle ni accusé de
    réception, rien ne montrerait que les dernières manquent.

    Codes de sortie : 0 tout est bon, 1 refusé, 2 la ligne de commande est
    incorrecte, 3 un fichier ne peut pas être lu ou écrit, le registre a été
    modifié, ou la clé ne peut pas être ouverte.
help-notices =
    Afficher de quoi le programme est fait et les licences de chaque élément.

    Utilisation : probitas-cli notices

      --lang en|fr langue des messages
      -h, --help   afficher cette aide

    Les avis sont en français et en anglais à la fois, et les licences dans la langue
    où elles ont été écrites. La provenance du libellé du formulaire figure dans
    NOTICE.md.

    Codes de sortie : 0 tout est bon, 2 la ligne de commande est incorrecte, 3 la
    sortie ne peut pas être écrite.
help-receipt =
    Vérifier l’accusé de réception donné par un organisme pour une autoévaluation.

    Utilisation : probitas-cli receipt ACCUSÉ
                       --pin CLÉ.jwk… [--submission FICHIER]

      ACCUSÉ           l’accusé de réception
      --pin CLÉ.jwk    une clé de l’organisme, qui doit l’avoir signé; peut être
                       répétée
      --submission FICHIER
                       l’autoévaluation, ou le PDF qui la contient, qu’il doit
                       concerner. Ses signatures ne sont pas vérifiées
      --lang en|fr     langue des messages
      -h, --help       afficher cette aide

    Codes de sortie : 0 vérifié, 1 non vérifié ou pour une autre autoévaluation,
    2 la ligne de commande est incorrecte, 3 un fichier ne peut pas être lu.
help-update =
    Vérifier, sans réseau, les fichiers d’une nouvelle version avant de l’installer :
    si l’éditeur de Probitas a signé leur description, de quelle version il s’agit,
    et si les fichiers qui l’accompagnent sont intacts. Rien n’est installé ni lancé.

    Utilisation : probitas-cli update FICHIER

      FICHIER          probitas-release.json, avec sa signature à côté
                       (probitas-release.json.minisig), ou le dossier des deux
      --lang en|fr     langue des messages
      -h, --help       afficher cette aide

    Codes de sortie : 0 signé par l’éditeur, pas plus ancien que cette version, et
    rien de ce qui s’y trouve n’est endommagé; 1 tout autre cas; 2 la ligne de
    commande est incorrecte; 3 le fichier ne peut pas être lu.
err-usage-no-command = Aucune commande n’a été indiquée.
err-usage-unknown-command = La commande « { $name } » n’existe pas.
err-usage-unknown-option = L’option « { $option } » n’existe pas ici.
err-usage-missing-value = Il manque une valeur à l’option « { $option } ».
err-usage-unexpected-value = L’option « { $option } » ne prend pas de valeur.
err-usage-bad-value = La valeur de l’option « { $option } » n’est pas permise. Valeurs permises : { $allowed }.
err-usage-missing-option = Il manque l’option « { $option } ».
err-usage-missing-argument =
    Il manque un argument : { $name ->
        [DRAFT] ÉBAUCHE
        [FILE] FICHIER
        [SUBMISSION] AUTOÉVALUATION
        [LIST] LISTE
        [KEY] CLÉ
        [PROOF] PREUVE
        [DIR] DOSSIER
        [RECEIPT] ACCUSÉ
       *[other] { $name }
    }.
err-usage-too-many = « { $argument } » est un argument de trop.
err-usage-twice = L’option « { $option } » est indiquée deux fois.
hint-usage = Voir : probitas-cli help --lang fr
hint-usage-command = Voir : probitas-cli help { $command } --lang fr
ask-passphrase = Phrase de passe de la clé :
ask-new-passphrase = Phrase de passe de la nouvelle clé :
ask-passphrase-again = La même phrase de passe, de nouveau :
err-no-passphrase = Il n’y a ni phrase de passe, ni terminal pour la demander.
hint-no-passphrase = Définissez la variable d’environnement PROBITAS_PASSPHRASE, ou indiquez un fichier avec --passphrase-file.
err-passphrases-differ = Les deux phrases de passe diffèrent.
hint-passphrases-differ = Relancez la commande. Aucune clé n’a été créée.
progress-protecting-key = Protection de la clé, ce qui peut prendre quelques secondes…
progress-opening-key = Ouverture de la clé, ce qui peut prendre quelques secondes…
progress-making-pdf = Production du PDF…
cli-key-made = Clé : { $file }
cli-key-public = Clé publique : { $file }
cli-key-thumbprint = Empreinte de la clé (kid) : { $kid }
cli-key-care = Gardez la clé et sa phrase de passe pour vous, séparément l’une de l’autre. Remettez la clé publique aux personnes qui vérifient.
cli-key-of-other-organization = Remarque : la clé indique l’organisation « { $key } », et l’ébauche « { $submission } ».
cli-draft-is-newer = Remarque : cette ébauche provient d’une version plus récente de Probitas; la présente version pourrait ne pas tout afficher.
cli-heading-errors = { $count ->
    [one] { $count } erreur :
   *[other] { $count } erreurs :
}
cli-heading-warnings = { $count ->
    [one] { $count } avertissement :
   *[other] { $count } avertissements :
}
cli-heading-notes = { $count ->
    [one] { $count } remarque :
   *[other] { $count } remarques :
}
cli-finding = - { $message } [{ $rule }]
cli-finding-acknowledged = - { $message } [{ $rule }, confirmé]
cli-count-errors = { $count ->
    [one] { $count } erreur
   *[other] { $count } erreurs
}
cli-count-warnings = { $count ->
    [one] { $count } avertissement
   *[other] { $count } avertissements
}
cli-count-notes = { $count ->
    [one] { $count } remarque
   *[other] { $count } remarques
}
cli-check-summary = Questions terminées : { $done } sur { $expected }; { $errors }, { $warnings } (à confirmer : { $open }), { $notes }.
cli-no-json-errors = { $count ->
    [one] Aucun fichier JSON n’est produit, car il y a { $count } erreur.
   *[other] Aucun fichier JSON n’est produit, car il y a { $count } erreurs.
}
cli-no-json-warnings = { $count ->
    [one] Aucun fichier JSON n’est produit, car { $count } avertissement n’est pas confirmé. Confirmez-le, ou utilisez --accept-warnings.
   *[other] Aucun fichier JSON n’est produit, car { $count } avertissements ne sont pas confirmés. Confirmez-les, ou utilisez --accept-warnings.
}
cli-marked-as-draft = Le PDF et le texte portent la mention d’ébauche.
cli-file-written = { $file }
    { "  " }{ $size } octets, SHA-256 { $digest }
cli-signature-verified = La signature du fichier a été vérifiée avec la clé { $kid }.
cli-not-signed = Le contenu est complet, mais personne ne l’a signé.
cli-answers-recorded = Éléments avec réponse : { $answered } sur { $items }
cli-fingerprint = Empreinte : { $fingerprint }
cli-submission-of = { $organization }, { $cycle }, révision { $revision }
cli-item = - { $text }
cli-item-hint = { "  " }{ $text }
cli-in-file = Dans « { $file } » :
err-pdf = Le PDF n’a pas pu être produit.
hint-pdf = Rien n’a été écrit. Il s’agit d’un défaut de Probitas : veuillez le signaler.
err-written-not-verified = « { $file } » a été écrit, mais ne passe pas la vérification.
hint-written-not-verified = N’utilisez pas ce fichier. Exportez de nouveau, et signalez le problème s’il se répète.
cli-draft-made = Ébauche : { $file }
hint-file-exists-force = Choisissez un autre nom ou un autre dossier, ou ajoutez --force pour remplacer le fichier.
cli-no-copy = Aucune copie n’est produite à partir de ce fichier.
cli-signer-unchecked = Signature non vérifiée : { $name }. Fournissez la clé publique { $kid } avec --public-key.
err-usage-only-for-draft = L’option « { $option } » concerne une ébauche; une autoévaluation soumise est imprimée telle quelle.
err-usage-together = Les options « { $first } » et « { $second } » ne peuvent être données ensemble.
err-usage-only-for-submission = L’option « { $option } » concerne une autoévaluation soumise; ce fichier est une ébauche.
