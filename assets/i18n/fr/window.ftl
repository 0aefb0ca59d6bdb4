window-answer-in = En { $language }
window-answer-languages = L’organisation répond en
window-answer-name = { $question }, réponse
window-answer-name-in = { $question }, réponse en { $language }
window-details-name = { $question }, précisions
window-details-name-in = { $question }, précisions en { $language }
window-group-name = { $question } : { $wording }
window-back-to-form = Retour au formulaire
window-browse = Parcourir…
window-cancel = Fermer sans continuer
window-check-all = Vérifier les réponses
window-show-questions = Afficher les questions
window-commands = Commandes
window-status = État
window-close = Fermer
window-count-errors = { $count ->
    [one] { $count } erreur
    *[other] { $count } erreurs
    }
window-count-warnings = { $count ->
    [one] { $count } avertissement
    *[other] { $count } avertissements
    }
window-count-notes = { $count ->
    [one] { $count } remarque
    *[other] { $count } remarques
    }
window-cycle = Cycle
window-decide-not-applicable = Sans objet
window-decide-no-response = Aucune réponse
window-decide-name = { $decision } – { $question }
window-decide-details-name = { $decision } – { $question }, précisions
window-decided-answer-kept = Ce qui a été choisi ou écrit ici reste dans l’ébauche; ce contenu n’est pas transmis.
window-discard = Continuer sans enregistrer
err-key-name = La clé n’a pas de nom.
hint-key-name = Tapez le nom, en lettres moulées, de la personne qui signera.
err-key-path = Aucun fichier n’a été indiqué pour la clé.
hint-key-path = Tapez un chemin ou choisissez-en un avec Parcourir.
err-passphrase-short = La phrase de passe a moins de { $count } caractères.
hint-passphrase-short = Plusieurs mots sans lien entre eux sont faciles à retenir et difficiles à deviner.
err-passphrase-differs = Les deux phrases de passe ne sont pas identiques.
hint-passphrase-differs = Tapez-les de nouveau toutes les deux.
err-not-complete = Rien n’a été exporté : il y a { $count ->
    [one] { $count } erreur
    *[other] { $count } erreurs
    }.
hint-not-complete = La liste à côté du formulaire les nomme; chaque élément mène au champ voulu.
err-open-warnings = Rien n’a été exporté : { $count ->
    [one] { $count } avertissement est sans suite
    *[other] { $count } avertissements sont sans suite
    }.
hint-open-warnings = Indiquez dans le formulaire que vous en avez pris connaissance ou acceptez-les tous à l’exportation.
window-export = Exporter…
window-export-title = Exporter l’autoévaluation
window-export-confirm = Exporter
window-export-folder = Dossier
window-export-pdf = PDF et options
window-export-english = PDF en anglais
window-export-french = PDF en français
window-export-accept = Accepter tous les avertissements sans suite
window-export-replace = Remplacer les fichiers du même nom
window-export-signed-by = Le fichier sera signé avec la clé de { $name }.
window-export-unsigned = Aucune clé n’est ouverte : le fichier ne sera pas signé, et son nom le dira. Pour signer, ouvrez d’abord une clé.
window-exported-title = Exportation terminée
window-menu-file = Fichier
window-file-new = Nouvelle autoévaluation
window-file-open = Ouvrir…
window-file-import = Importer une page publiée…
window-file-examples = Exemples
window-file-save-as = Enregistrer sous…
window-file-close = Fermer
window-filter-drafts = Ébauches Probitas
window-filter-pages = Pages en texte
window-finding-acknowledge = J’ai pris connaissance
window-finding-acknowledged = pris connaissance
window-findings-none = Rien à vérifier.
window-findings-partly = Seuls les champs déjà parcourus sont vérifiés pour l’instant.
window-fold-open = { $question } : ouvrir la question complémentaire
window-fold-open-with-text = { $question } : ouvrir la question complémentaire. Texte conservé : { $count ->
    [one] { $count } caractère
    *[other] { $count } caractères
    }
window-fold-close = { $question } : replier la question complémentaire
window-import = Importer
window-import-title = Importer une page publiée
window-import-explanation = Une page en texte brut, en anglais ou en français, ou les deux pages d’une même organisation. Le formulaire est remplacé par ce contenu.
window-import-first = Page
window-import-second = Page dans l’autre langue (facultatif)
window-menu-key = Clé
window-menu-key-open = Clé (ouverte)
window-key-open = Ouvrir une clé…
window-key-make = Créer une clé…
window-key-forget = Fermer la clé
window-key-opened = Ouverte : { $name }
window-key-path = Fichier de clé
window-key-name = Nom en lettres moulées
window-key-role = Signe à titre de
window-key-open-confirm = Ouvrir la clé
window-key-make-confirm = Créer la clé
window-open-key-title = Ouvrir une clé
window-make-key-title = Créer une clé
window-make-key-explanation = La clé montre que la personne qui la détient a signé ce contenu, et rien de plus. Conservez séparément le fichier et la phrase de passe.
window-passphrase = Phrase de passe
window-passphrase-again = Phrase de passe, de nouveau
window-language-order = Première langue là où les deux figurent
window-languages-both = anglais et français
window-languages-english = anglais
window-languages-french = français
window-order-english = Anglais
window-order-french = Français
window-marking = Marquage de sécurité
window-marking-none = Aucun
window-marking-a = Protégé A
window-marking-b = Protégé B
window-no-display = Probitas ne peut pas ouvrir de fenêtre ici. Dans un terminal, utilisez probitas-cli, qui fait le même travail.
window-not-expected = Compte tenu des autres réponses, aucune réponse n’est attendue ici. Il est tout de même possible d’en fournir une.
window-open = Ouvrir
window-open-title = Ouvrir une ébauche
window-organization-title = Organisation
window-organization-name = Nom de l’organisation en { $language }
window-organization-abbreviation = Abréviation en { $language } (facultatif)
window-organization-id = Identifiant dans les noms de fichier
window-overwrite = Écraser le fichier
window-overwrite-title = Un autre fichier se trouve à cet endroit
window-overwrite-explanation = « { $path } » n’est pas le fichier lu ou écrit ici la dernière fois. L’enregistrement sous un autre nom conserve les deux.
window-path-draft = Chemin de l’ébauche
window-people-title = Personnes
window-person-name = Nom
window-person-title = Titre en { $language }
window-person-acting = Par intérim
window-person-field = { $field } – { $role }
window-role-preparer = Responsable de la préparation
window-role-deputy-head = Administrateur général ou administratrice générale
window-progress = Questions avec réponse : { $done } sur { $expected }
window-read-only = Une version plus récente de Probitas a écrit cette ébauche : elle peut être lue ici, mais enregistrée sous un autre nom seulement.
window-redo = Rétablir
window-undo = Annuler
window-release = Transmettre aussi cette réponse complémentaire
window-save = Enregistrer
window-save-as-title = Enregistrer l’ébauche
window-severity-error = Erreur
window-severity-warning = Avertissement
window-severity-note = Remarque
window-side-findings = Points à vérifier
window-side-questions = Questions
window-state-not-expected = non attendue
window-state-to-check = à vérifier
window-status-clear = Masquer
window-status-example = Voici un exemple : l’autoévaluation publiée par une organisation. Enregistrez-la sous un nom de votre choix.
window-status-exporting = Exportation en cours…
window-status-exported = Les fichiers ont été écrits et relus.
window-imported-title = Importation terminée
window-export-draft = Seulement un PDF marqué « ébauche », peu importe ce qui manque
window-status-importing = Importation en cours…
window-status-imported = Page importée. { $count ->
    [0] Chaque ligne a trouvé sa place.
    [one] { $count } ligne n’a pas trouvé sa place; elle figure au-dessus des questions.
    *[other] { $count } lignes n’ont pas trouvé leur place; elles figurent au-dessus des questions.
    }
window-status-making-key = Création de la clé…
window-status-key-made = La clé de { $name } a été créée et est ouverte. La clé publique se trouve à côté.
window-status-opening-key = Ouverture de la clé…
window-status-key-opened = La clé de { $name } est ouverte.
window-status-opening = Ouverture en cours…
window-status-opened = Fichier ouvert : { $file }
window-status-opened-read-only = Fichier ouvert en lecture seule : { $file }
window-status-saving = Enregistrement en cours…
window-status-saved = Fichier enregistré : { $file }
window-summary-checked = À vérifier : { $errors ->
    [one] { $errors } erreur
    *[other] { $errors } erreurs
    }, { $warnings ->
    [one] { $warnings } avertissement sans suite
    *[other] { $warnings } avertissements sans suite
    }
window-switch-language = English (F9)
window-title = { $file } – Probitas
window-title-unsaved = * { $file } (non enregistrée) – Probitas
window-untitled = Nouvelle autoévaluation
window-translation-confirmed = Les deux langues disent la même chose
window-translation-stale = Le premier texte a changé depuis la comparaison des deux.
window-unofficial-wording = Libellé français non officiel (traduction de Probitas) : l’ensemble des parties III et IV et quelques autres libellés.
window-unplaced-title = Lignes sans place
window-unplaced-explanation = L’importation n’a pas pu placer ces lignes. Choisissez l’option que la ligne représente, copiez son texte dans une réponse ou retirez-la.
window-unplaced-line = Ligne { $line } de la page en { $language }
window-unplaced-choose = Choisir l’option…
window-unplaced-drop = Retirer la ligne
window-example-elections = Élections Canada
window-example-immigration = Immigration, Réfugiés et Citoyenneté Canada
window-example-innovation = Innovation, Sciences et Développement économique Canada
window-example-treasury = Secrétariat du Conseil du Trésor du Canada
window-unsaved-title = Enregistrer les changements?
window-unsaved-close = Certains changements ne sont dans aucun fichier. Ils seront perdus si vous fermez sans enregistrer.
window-unsaved-replace = Certains changements ne sont dans aucun fichier. Ils seront perdus si vous continuez sans enregistrer.
