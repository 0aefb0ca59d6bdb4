# Passphrases of words.
passphrase-kind = Choix de la phrase de passe
passphrase-kind-words = Six mots tirés au hasard
passphrase-kind-own = Une phrase de mon choix
passphrase-words = Les six mots
passphrase-words-explanation = Écrivez ces mots sur papier maintenant, dans cet ordre, et conservez le papier séparément du fichier de clé. Ils ne sont affichés qu’une fois. Sans eux, personne ne peut ouvrir la clé, et personne ne peut vous les redonner.
passphrase-words-others = En tirer d’autres
passphrase-words-again = Les six mots de nouveau, d’après votre papier
passphrase-words-drawing = Tirage…
passphrase-own-explanation = Écrivez-la sur papier et conservez le papier séparément du fichier de clé. Sans elle, personne ne peut ouvrir la clé, et personne ne peut vous la redonner.

# The algorithm of a new key.
key-algorithm = Algorithme
key-algorithm-usual = { $name } (habituel)
key-algorithm-other = { $name }
key-algorithm-note = ES256 convient à toutes les personnes qui vérifient. N’en choisissez un autre que si l’organisme le demande.

# Changing the passphrase.
passphrase-change = Changer la phrase de passe…
passphrase-change-title = Changer la phrase de passe d’une clé
passphrase-change-explanation = La clé reste la même, et ce qu’elle a signé reste valable. Une copie antérieure du fichier de clé s’ouvre toujours avec l’ancienne phrase de passe : supprimez ces copies.
passphrase-new = Nouvelle phrase de passe
passphrase-old = Phrase de passe actuelle
passphrase-change-confirm = Changer la phrase de passe
status-passphrase-changing = Changement de la phrase de passe…
status-passphrase-changed = La phrase de passe a été changée. Supprimez les copies antérieures du fichier de clé.

# Handing in a key.
key-hand-in = Remettre la clé…
key-hand-in-title = Remettre la clé
key-hand-in-explanation = Un organisme inscrit votre clé une fois qu’il sait qu’elle est à vous. Il lui faut la clé publique, la fiche de clé signée de votre main et la preuve que vous détenez la clé. Rien de cela n’est secret.
key-hand-in-what = Fichier à produire
key-hand-in-public = Clé publique
key-hand-in-page = Fiche de clé, à imprimer et à signer à la main
key-hand-in-proof = Preuve que vous détenez la clé
key-hand-in-path = Emplacement du fichier
key-hand-in-nonce = Texte demandé par l’organisme; facultatif
key-hand-in-confirm = Produire le fichier
status-key-writing = Production du fichier…
status-key-written = Fichier produit : { $file }
err-no-open-key = Aucune clé n’est ouverte.
hint-no-open-key = Ouvrez d’abord une clé.
key-file-page = fiche-de-cle.pdf
key-file-public = cle-publique.jwk
key-file-proof = preuve-de-possession.json

# Where the key file is.
folder-synchronized = Ce dossier est synchronisé par { $service }. La phrase de passe protège le fichier de clé, mais des copies en sont envoyées ailleurs; il vaut mieux le conserver dans un dossier qui n’existe que sur cet ordinateur.
folder-shared = D’autres personnes peuvent écrire dans le dossier du fichier de clé, et donc le remplacer ou le supprimer. Il vaut mieux le conserver dans un dossier qui n’est qu’à vous.

# The key page.
key-page-title = Fiche de clé
key-page-of = Fiche de clé – { $name }
key-page-what = Cette fiche indique à qui appartient cette clé publique. La personne la signe à la main et la remet à l’organisme qui vérifie. Elle ne contient aucun secret.
key-page-person = Personne
key-page-role = Signe à titre de
key-page-organization = Identifiant de l’organisation
key-page-algorithm = Algorithme
key-page-date = Date de cette fiche
key-page-fingerprint = Empreinte de la clé
key-page-thumbprint = Empreinte RFC 7638 (kid)
key-page-jwk = Clé publique
key-page-code = Le code contient la clé publique en format JWK (RFC 7517).
key-page-code-alternative = Code QR contenant la clé publique en format JWK
key-page-statement = Déclaration de la personne
key-page-states = Cette clé est la mienne. Je suis la seule personne à détenir la clé privée et sa phrase de passe. J’aviserai l’organisme sans délai si une autre personne a pu les obtenir, et lorsque je ne signerai plus à ce titre.
key-page-receiver = À l’usage de l’organisme
key-page-step-person = Assurez-vous de l’identité de la personne : rencontrez-la, ou appelez un numéro que vous avez déjà, jamais celui qui accompagne cette fiche.
key-page-step-compare = Demandez à la personne de vous lire l’empreinte qui figure sur son propre exemplaire. Comparez-la, caractère par caractère, avec cette fiche et avec celle que Probitas affiche pour la clé publique ou pour la preuve de possession.
key-page-step-differs = S’il y a la moindre différence, n’inscrivez pas la clé.
key-page-step-list = Sinon, ajoutez la clé à la liste de confiance, et conservez cette fiche tant que la clé est valable.
key-page-line-compared = Comparaison faite par
key-page-line-how = Moyen

# Proof of possession.
proof-good = Valable : la personne qui a fait cette preuve détient la clé privée.
proof-person = Personne, selon la preuve : { $name } ({ $role })
proof-organization = Organisation, selon la preuve : { $id }
proof-made = Date, selon la preuve : { $date }
proof-nonce = Texte qu’elle contient : { $nonce }
proof-key = Clé : { $kid }
proof-fingerprint = Empreinte de la clé : { $fingerprint }
proof-not-checked = Non vérifié : l’identité de la personne. Comparez l’empreinte avec la fiche de clé signée, ou demandez à la personne de vous la lire, en l’appelant à un numéro que vous avez déjà.
proof-no-nonce = La preuve n’a pas été comparée avec un texte que vous avez demandé (--nonce) : elle peut être ancienne.
err-proof-value = Cette valeur ne peut pas figurer dans une preuve : { $name } est vide, trop long ou contient un caractère non permis.
hint-proof-value = Utilisez un texte court, sur une seule ligne.
err-proof-time = L’horloge de cet ordinateur est déréglée.
hint-proof-time = Réglez l’horloge, puis essayez de nouveau.
err-proof-not = Ce fichier n’est pas une preuve de possession.
hint-proof-not = Choisissez le fichier que la personne a produit avec Probitas.
err-proof-malformed = La preuve n’est pas en règle : { $part } manque, est endommagé ou est de trop.
err-proof-other-key = La preuve nomme une clé et a été faite pour une autre.
err-proof-signature = La preuve n’a pas été faite avec la clé qu’elle nomme, ou elle a été modifiée par la suite.
err-proof-future = La preuve porte une date à venir.
err-proof-nonce = La preuve ne contient pas le texte que vous avez demandé.
hint-proof-again = N’inscrivez pas cette clé. Demandez une nouvelle preuve à la personne, en l’appelant à un numéro que vous avez déjà.

# The terminal.
ask-words = Votre phrase de passe : { $words }
    Écrivez ces six mots sur papier maintenant, dans cet ordre, et conservez le papier séparément du fichier de clé. Ils ne sont affichés qu’une fois; effacez ensuite l’écran du terminal.
    Tapez-les d’après votre papier (rien ne s’affiche), ou appuyez sur Entrée pour en tirer d’autres :
ask-old-passphrase = Phrase de passe actuelle :
cli-key-passphrase-changed = La phrase de passe a été changée : { $file }
cli-key-old-copies = Une copie antérieure du fichier de clé s’ouvre toujours avec l’ancienne phrase de passe : supprimez ces copies.
cli-key-page-sign = Imprimez-la, signez-la à la main et remettez-la à l’organisme.
cli-key-no-secret = Ce fichier ne contient aucun secret.
progress-changing-passphrase = Nouvelle protection de la clé, ce qui peut prendre quelques secondes…
