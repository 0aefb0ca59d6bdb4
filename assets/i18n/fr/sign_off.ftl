sign-off-card = { $number }. { $title }
sign-off-go-to-review = Passer à la relecture

sign-off-attests = Ce que cette personne atteste, dans les deux langues :
sign-off-attests-note = Sur les pages imprimées, l’organisation et l’organisme central figurent sous ces phrases.

sign-off-key-explanation = Une clé est un fichier protégé par une phrase de passe. La personne qui la détient s’en sert pour signer, et toute personne qui en a la partie publique peut voir si le fichier signé a été modifié.
sign-off-key-none = Aucune clé n’est ouverte : le fichier ne sera pas signé, et son nom l’indiquera. Cela suffit si l’approbation est signée à la main sur les pages imprimées.
sign-off-key-of = Clé ouverte : { $name } ({ $role }). Elle servira à signer les fichiers.

sign-off-ready-title = Prêt pour l’approbation
sign-off-ready-explanation = À partir de ce moment, les réponses restent telles quelles, et chaque copie porte la même empreinte. Il reste possible de les modifier, mais une confirmation est demandée.
sign-off-ready-mark = Indiquer que tout est prêt pour l’approbation
sign-off-ready-since = Prêt pour l’approbation depuis le { $date }, { $hour } h { $minute }
sign-off-ready-differs = Les réponses ne sont plus celles qui étaient prêtes pour l’approbation : les copies imprimées n’y correspondent pas. Permettez les modifications, vérifiez les réponses, puis indiquez de nouveau que tout est prêt.
sign-off-ready-take-back = Permettre de nouveau les modifications
sign-off-ready-take-back-note = Les copies imprimées depuis ne correspondront alors plus aux réponses.
sign-off-ready-marked = Les réponses sont prêtes pour l’approbation.
sign-off-blocked-errors = { $count ->
    [one] Il faut d’abord corriger { $count } erreur.
    *[other] Il faut d’abord corriger { $count } erreurs.
    }
sign-off-blocked-warnings = { $count ->
    [one] Il faut d’abord confirmer avoir pris connaissance de { $count } avertissement.
    *[other] Il faut d’abord confirmer avoir pris connaissance de { $count } avertissements.
    }
sign-off-fingerprint = Empreinte : { $fingerprint }
sign-off-fingerprint-name = Empreinte
sign-off-thaw-title = Modifier quand même?
sign-off-thaw-explanation = Les réponses sont prêtes pour l’approbation. Avec cette modification, les copies imprimées n’y correspondront plus : l’empreinte qu’elles portent ne sera plus la bonne.
sign-off-thaw-confirm = Modifier quand même
sign-off-thaw-cancel = Tout laisser tel quel

sign-off-files-title = Fichiers
sign-off-edition = Ce qu’il faut produire
sign-off-edition-submission = L’autoévaluation à soumettre : JSON et PDF
sign-off-edition-draft = Seulement une ébauche à lire et à commenter, portant la mention ÉBAUCHE
sign-off-only-draft = Pour l’instant, seule une ébauche peut être produite. Elle porte la mention ÉBAUCHE sur chaque page et dans son nom, et n’a pas d’empreinte.
sign-off-pdf = PDF à lire, à imprimer et à signer
sign-off-published = Page à publier
sign-off-published-page = Page HTML
sign-off-published-fragment = HTML pour un système de gestion de contenu
sign-off-published-markdown = Markdown
sign-off-published-text = Texte brut
sign-off-published-name = { $form } – { $language }
sign-off-published-draft = Une ébauche n’est produite qu’en PDF et en texte brut, qui indiquent que c’en est une. Une page en HTML ou en Markdown est faite pour être publiée telle quelle.
sign-off-archive = Réunir aussi le tout dans un fichier ZIP, pour les courriels où le JSON est bloqué
sign-off-supplementary-title = Renseignements complémentaires
sign-off-supplementary-explanation = Les autres réponses n’exigent pas ces renseignements. Il est possible de les transmettre quand même, ou de les laisser dans l’ébauche.
sign-off-supplementary-name = { $question } : inclure ou laisser de côté
sign-off-include = Inclure
sign-off-leave-out = Laisser de côté
sign-off-list-title = Fichiers qui seront produits
sign-off-list-empty = Aucun : choisissez au moins une langue pour le PDF ou le texte brut.
sign-off-kind-json-signed = l’autoévaluation soumise, signée avec la clé suivante : { $name }
sign-off-kind-json-unsigned = l’autoévaluation soumise, sans signature
sign-off-kind-pdf = à imprimer, en { $languages }
sign-off-kind-pdf-draft = à imprimer, en { $languages }, portant la mention ÉBAUCHE
sign-off-kind-pages = la page d’approbation à imprimer, en { $languages }
sign-off-kind-text = texte brut, en { $languages }
sign-off-kind-text-draft = texte brut, en { $languages }, portant la mention ÉBAUCHE
sign-off-kind-archive = les fichiers ci-dessus en un seul
sign-off-not-ready-note = Il n’a pas été indiqué que tout est prêt pour l’approbation : à la prochaine modification, ces fichiers ne seront plus à jour.
sign-off-write = Produire les fichiers
sign-off-stop = Arrêter
sign-off-replace-title = Remplacer les fichiers déjà présents?
sign-off-replace-explanation = Ces fichiers se trouvent déjà dans « { $folder } » :
sign-off-replace-confirm = Les remplacer

sign-off-step-preparing = Préparation de l’autoévaluation…
sign-off-step-making = Création de { $file }…
sign-off-step-writing = Écriture et vérification de { $file }…
sign-off-status-stopped = { $count ->
    [0] Arrêt avant l’écriture du premier fichier.
    [one] Arrêt : { $count } fichier a été écrit en entier.
    *[other] Arrêt : { $count } fichiers ont été écrits en entier.
    }
err-no-folder = Aucun dossier n’a été indiqué pour les fichiers.
hint-no-folder = Tapez son chemin d’accès, ou choisissez-le avec « Parcourir… ».
err-archive = Le fichier ZIP n’a pas pu être créé.
hint-archive = Produisez les fichiers sans lui, et signalez le problème.

sign-off-result-title = Fichiers produits et vérifiés
sign-off-result-outdated = Le formulaire a été modifié depuis : ces fichiers ne correspondent plus à son contenu. Produisez-les de nouveau.
sign-off-result-size = { $count } ko
sign-off-result-bytes = { $count } octets
sign-off-check-read-back = Relu dans le dossier : le contenu est bien celui qui a été créé.
sign-off-check-pages = { $count ->
    [one] Il s’ouvre et compte { $count } page.
    *[other] Il s’ouvre et compte { $count } pages.
    }
sign-off-check-archive = { $count ->
    [one] Il s’ouvre et contient { $count } fichier, sans modification.
    *[other] Il s’ouvre et contient { $count } fichiers, sans modification.
    }
sign-off-show-in-folder = Afficher dans le dossier
sign-off-copy-path = Copier le chemin d’accès
sign-off-copy = Copier
sign-off-for-file = { $button } – { $file }
sign-off-copied = Copié : { $what }
sign-off-path-name = chemin d’accès
err-show = Le système n’a pas ouvert « { $path } ».
hint-show = Ouvrez-le avec le gestionnaire de fichiers : « Copier le chemin d’accès » copie son emplacement.

sign-off-sending-title = Envoi
sign-off-sending-explanation = Probitas n’envoie rien. Placez les fichiers et ces textes dans un message, ou remettez-les de la façon habituelle dans votre organisation.
sign-off-recipient = Destinataire
sign-off-address = Adresse de courriel ou autre adresse
sign-off-subject = Objet
sign-off-covering = Texte d’accompagnement
sign-off-copy-subject = Copier l’objet
sign-off-copy-covering = Copier le texte d’accompagnement
sign-off-copy-address = Copier l’adresse
sign-off-protected-a = Protégé A : servez-vous de systèmes que votre organisation a approuvés pour cette catégorie, et consultez votre bureau de la sécurité avant tout envoi par courriel à l’extérieur de ceux-ci.
sign-off-protected-b = Protégé B : le courriel ordinaire ne suffit pas. Servez-vous d’un moyen que votre organisation a approuvé pour cette catégorie, comme un espace partagé à accès restreint ou le courriel chiffré. Consultez votre bureau de la sécurité si vous n’en connaissez pas. Ce texte d’accompagnement peut être envoyé par courriel, sans les fichiers.

sign-off-letter-subject = Autoévaluation relative aux valeurs et à l’éthique { $cycle } – { $organization }
sign-off-letter-greeting = Bonjour,
sign-off-letter-opening = Voici le document « { $title } » de l’organisation suivante : { $organization } (cycle { $cycle }).
sign-off-letter-files = Fichiers :
sign-off-letter-archive = Le tout se trouve aussi dans { $file }.
sign-off-letter-draft = Il s’agit d’une ébauche à lire et à commenter, et non de l’autoévaluation soumise.
sign-off-letter-signed = Le fichier JSON est l’original. Il est signé avec la clé suivante : { $name }. Le PDF est une copie à imprimer.
sign-off-letter-unsigned = Le fichier JSON n’est pas signé. L’approbation est la signature manuscrite apposée sur les pages imprimées, qui portent la même empreinte.
sign-off-letter-fingerprint =
    Empreinte : { $fingerprint }
    Elle figure sur chaque page imprimée. Pour vous assurer d’avoir reçu exactement ce contenu, comparez-la avec nous au téléphone, à un numéro que vous avez déjà.
sign-off-letter-contact = Pour toute question : { $contact }
sign-off-letter-closing = Merci.
sign-off-without-marking-title = Omettre le marquage de sécurité?
sign-off-without-marking-explanation = La page à publier, que ce soit en HTML, en Markdown ou en texte brut, ne porte jamais de marquage. Ne la produisez que si les réponses peuvent être publiées telles quelles. Le PDF garde son marquage.
sign-off-without-marking-confirm = Produire sans le marquage
sign-off-key-of-another = La personne nommée plus haut ({ $role }) n’est pas { $name }. Inscrivez son nom ou utilisez une autre clé : le papier et la signature devraient nommer la même personne.
