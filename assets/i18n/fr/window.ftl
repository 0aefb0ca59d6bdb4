window-answer-in = En { $language }
window-answer-languages = L’organisation répond en
window-answer-name = { $question }, réponse
window-answer-name-in = { $question }, réponse en { $language }
window-details-name = { $question }, détails
window-details-name-in = { $question }, détails en { $language }
window-group-name = { $question } : { $wording }
window-back-to-form = Retour au formulaire
window-browse = Parcourir…
window-cancel = Annuler
window-check-all = Vérifier toutes les réponses
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
window-decide-details-name = { $decision } – { $question }, détails
window-decided-answer-kept = Ce qui a été choisi ou écrit ici reste dans l’ébauche, mais ne sera pas transmis.
window-discard = Continuer sans enregistrer
err-key-name = Aucun nom n’a été indiqué pour la clé.
hint-key-name = Tapez le nom de la personne qui signera, tel qu’il doit être imprimé.
err-key-path = Aucun fichier n’a été indiqué pour la clé.
hint-key-path = Tapez un chemin d’accès, ou choisissez-en un avec « Parcourir… ».
err-passphrase-short = La phrase de passe compte moins de { $count } caractères.
hint-passphrase-short = Choisissez-en une plus longue : plusieurs mots sans lien entre eux sont faciles à retenir et difficiles à deviner.
err-passphrase-differs = Les deux phrases de passe ne sont pas identiques.
hint-passphrase-differs = Tapez-les de nouveau toutes les deux.
err-not-complete = Autoévaluation incomplète : il y a { $count ->
    [one] { $count } erreur
    *[other] { $count } erreurs
    }.
hint-not-complete = La page « Relecture » les énumère; chaque élément mène au champ visé.
err-open-warnings = Autoévaluation incomplète : { $count ->
    [one] { $count } avertissement n’est pas confirmé
    *[other] { $count } avertissements ne sont pas confirmés
    }.
hint-open-warnings = Confirmez à l’écran « Relecture » que vous en avez pris connaissance.
window-export-title = Exporter l’autoévaluation
window-export-folder = Dossier
window-export-english = PDF en anglais
window-export-french = PDF en français
window-menu-file = Fichier
window-file-new = Nouvelle autoévaluation
window-file-open = Ouvrir…
window-file-import = Importer une page publiée…
window-file-examples = Exemples
window-file-save-as = Enregistrer sous…
window-file-close = Fermer
window-filter-drafts = Ébauches de Probitas
window-filter-pages = Pages publiées
window-finding-acknowledge = J’en ai pris connaissance
window-finding-acknowledged = confirmé
window-import = Importer
window-import-title = Importer une page publiée
window-import-explanation = Fournissez une page publiée, telle que le navigateur l’a enregistrée (.html) ou en texte brut, en anglais ou en français, ou les deux pages d’une même organisation. Leur contenu remplacera celui du formulaire.
window-import-first = Page
window-import-second = Page dans l’autre langue (facultatif)
window-key-open = Ouvrir une clé…
window-key-make = Créer une clé…
window-key-forget = Fermer la clé
window-key-path = Fichier de clé
window-key-name = Nom à imprimer
window-key-role = Signe à titre de
window-key-open-confirm = Ouvrir la clé
window-key-make-confirm = Créer la clé
window-open-key-title = Ouvrir une clé
window-make-key-title = Créer une clé
window-make-key-explanation = La clé montre que la personne qui la détient a signé ce contenu, et rien de plus. Conservez séparément le fichier et la phrase de passe.
window-passphrase = Phrase de passe
window-passphrase-again = Phrase de passe (de nouveau)
window-language-order = Langue à placer en premier
window-languages-both = français et anglais
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
window-overwrite = Remplacer le fichier
window-overwrite-title = Un autre fichier se trouve à cet endroit
window-overwrite-explanation = « { $path } » n’est pas le fichier qui a été lu ou écrit ici en dernier. Enregistrez sous un autre nom pour conserver les deux.
window-path-draft = Chemin d’accès de l’ébauche
window-people-title = Personnes
window-person-name = Nom
window-person-title = Titre en { $language }
window-person-acting = Par intérim
window-person-field = { $field } – { $role }
window-role-preparer = Responsable de la préparation
window-role-deputy-head = Administrateur général ou administratrice générale
window-progress = { $done ->
    [one] Réponse fournie : { $done } question sur { $expected }
    *[other] Réponses fournies : { $done } questions sur { $expected }
    }
window-read-only = Cette ébauche provient d’une version plus récente de Probitas : vous pouvez la lire ici, mais l’enregistrer sous un autre nom seulement.
window-redo = Rétablir
window-undo = Annuler la modification
window-release = Transmettre aussi ces renseignements complémentaires
window-save = Enregistrer
window-save-as-title = Enregistrer l’ébauche
window-severity-error = Erreur
window-severity-warning = Avertissement
window-severity-note = Remarque
window-status-clear = Masquer
window-status-example = Voici un exemple : l’autoévaluation publiée par une organisation. Enregistrez-la sous un nom de votre choix.
window-status-exporting = Exportation en cours…
window-status-exported = Les fichiers ont été écrits et relus.
window-imported-title = Importation terminée
window-status-importing = Importation en cours…
window-status-imported = Page importée. { $count ->
    [0] Toutes les lignes ont trouvé leur place.
    [one] { $count } ligne n’a pas trouvé sa place; elle figure au-dessus des questions.
    *[other] { $count } lignes n’ont pas trouvé leur place; elles figurent au-dessus des questions.
    }
window-status-making-key = Création de la clé…
window-status-key-made = Clé créée et ouverte : { $name }. La clé publique se trouve à côté du fichier de clé.
window-status-opening-key = Ouverture de la clé…
window-status-key-opened = Clé ouverte : { $name }.
window-status-opening = Ouverture en cours…
window-status-opened = Fichier ouvert : { $file }
window-status-opened-read-only = Fichier ouvert en lecture seule : { $file }
window-status-saving = Enregistrement en cours…
window-status-saved = Fichier enregistré : { $file }
window-summary-checked = À vérifier : { $errors ->
    [one] { $errors } erreur
    *[other] { $errors } erreurs
    }, { $warnings ->
    [one] { $warnings } avertissement à confirmer
    *[other] { $warnings } avertissements à confirmer
    }
window-switch-language = English (F9)
window-title = { $file } – Probitas
window-title-unsaved = * { $file } (modifications non enregistrées) – Probitas
window-untitled = Nouvelle autoévaluation
window-translation-confirmed = Les deux langues disent la même chose
window-translation-stale = Le texte de départ a changé depuis la comparaison des deux langues.
window-unplaced-title = Lignes sans place
window-unplaced-explanation = L’importation n’a pas pu placer ces lignes. Pour chacune, choisissez l’option qu’elle représente, copiez son texte dans une réponse, ou retirez-la.
window-unplaced-line = Ligne { $line } de la page en { $language }
window-unplaced-choose = Choisir l’option…
window-unplaced-drop = Retirer la ligne
window-example-elections = Élections Canada
window-example-immigration = Immigration, Réfugiés et Citoyenneté Canada
window-example-innovation = Innovation, Sciences et Développement économique Canada
window-example-treasury = Secrétariat du Conseil du Trésor du Canada
window-unsaved-title = Enregistrer les modifications?
window-unsaved-close = Certaines modifications ne sont enregistrées dans aucun fichier. Elles seront perdues si vous fermez sans enregistrer.
window-unsaved-replace = Certaines modifications ne sont enregistrées dans aucun fichier. Elles seront perdues si vous continuez sans enregistrer.
window-screen-start = Accueil
window-screen-form = Questions
window-screen-review = Relecture
window-screen-sign-off = Approbation et exportation
window-screen-settings = Paramètres
window-screen-guide = Guide d’utilisation
window-navigation = Sommaire
window-findings-title = Points à vérifier
window-key-title = Clé de signature
