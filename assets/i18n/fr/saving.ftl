saving-time = { $hour } h { $minute }
saving-unchanged = Aucune modification à enregistrer
saving-pending = Modifications pas encore enregistrées
saving-under-way = Enregistrement…
saving-saved = Enregistré à { $time }
saving-kept = Conservé aux fins de récupération à { $time }, pas encore enregistré dans un fichier
saving-not-saved = Non enregistré : { $problem }
saving-cancelled = Opération arrêtée. Rien n’a été modifié.
saving-cancel-work = Arrêter
saving-compare = Comparer et réunir…
err-not-joined = Une autre personne a modifié le fichier de cette ébauche depuis son ouverture ici.
hint-not-joined = Enregistrez pour comparer et réunir les deux versions, ou enregistrez sous un autre nom.
saving-open-elsewhere = Cette ébauche est aussi ouverte ailleurs depuis { $since }. Les modifications de part et d’autre seront réunies.
saving-open-by = Cette ébauche est aussi ouverte chez { $user } depuis { $since }. Les modifications de part et d’autre seront réunies.
saving-open-at = Cette ébauche est aussi ouverte sur { $host } depuis { $since }. Les modifications de part et d’autre seront réunies.
saving-open-by-at = Cette ébauche est aussi ouverte chez { $user }, sur { $host }, depuis { $since }. Les modifications de part et d’autre seront réunies.
saving-open-twice = Cette ébauche est ouverte dans une autre fenêtre de Probitas, depuis { $since }. Les modifications des deux fenêtres seront réunies.
saving-read-only-place = Rien ne peut être écrit là où se trouve cette ébauche. Vos modifications sont conservées pour récupération; choisissez « Enregistrer sous… » dans le menu « Fichier » pour les garder dans un fichier à vous.
saving-recovered = Ébauche récupérée. Enregistrez-la sous un nom de votre choix.
saving-taken-in = { $count ->
    [0] Rien n’a été repris : cette ébauche dit déjà ce que dit l’autre.
    [one] { $count } différence a été reprise de l’autre ébauche.
   *[other] { $count } différences ont été reprises de l’autre ébauche.
 }
saving-take-in = Reprendre des réponses d’une autre ébauche…
saving-take-in-title = Reprendre des réponses d’une autre ébauche
saving-take-in-compare = Comparer
saving-take-in-explanation = Voici tout ce qui distingue « { $path } » de cette ébauche. Choisissez ce que cette ébauche doit dire; l’autre fichier reste tel quel.
saving-discard-title = Supprimer l’ébauche?
saving-discard-explanation = Elle n’a jamais été enregistrée sous un nom, et il n’en existe aucune autre copie.
saving-discard = Supprimer
saving-discard-not = Conserver
saving-join-title = Deux versions de cette ébauche
saving-join-explanation = Une autre personne a enregistré « { $path } » depuis sa lecture ici. Rien n’a été écrasé. Voici tout ce qui distingue les deux versions; choisissez ce que l’ébauche réunie doit dire.
saving-join-other-submission = L’autre fichier appartient à une autre autoévaluation, peut-être celle d’une autre organisation. Ne réunissez les deux que si c’est ce que vous voulez.
saving-join-open = { $count ->
    [one] { $count } différence reste à examiner : elle a été modifiée dans les deux versions.
   *[other] { $count } différences restent à examiner : elles ont été modifiées dans les deux versions.
 }
saving-join-settled = { $count ->
    [one] { $count } différence; il ne reste rien à décider.
   *[other] { $count } différences; il ne reste rien à décider.
 }
saving-join-mine-everywhere = Garder partout ma version
saving-join-confirm = Réunir
saving-join-keep-both = Conserver les deux fichiers
saving-join-changed-here = Modifié ici seulement
saving-join-changed-there = Modifié dans l’autre version seulement
saving-join-changed-both = Modifié dans les deux versions : veuillez choisir
saving-join-pick-mine = Ma version
saving-join-pick-theirs = L’autre version
saving-join-pick-both = Les deux
saving-join-pick-name = { $part } : version à garder
saving-part-choices = { $question }, choix
saving-part-text = { $question }, texte en { $language }
saving-part-translation = { $question }, comparaison des deux langues
saving-part-decision = { $question }, décision de ne pas répondre
saving-part-release = { $question }, renseignements complémentaires
saving-part-audience = Destinataire
saving-part-person = Personne : { $role }
saving-part-acknowledgements = Avertissements confirmés
saving-value-nothing = Rien
saving-value-undecided = Réponse à donner
saving-value-released = À transmettre aussi
saving-value-not-released = À ne pas transmettre
saving-value-source = Rédigé d’abord en { $language }
saving-value-compared = Rédigé d’abord en { $language }; les deux langues disent la même chose
saving-value-outdated = Rédigé d’abord en { $language }; modifié depuis la comparaison des langues
saving-value-acting = { $title } (par intérim)
saving-value-count = { $count ->
    [one] { $count } avertissement
   *[other] { $count } avertissements
 }
saving-brought-back = L’autre ébauche est de nouveau ouverte, avec son fichier et ses étapes.
saving-conflict-name = { $name }-conflit-{ $time }.probitas
