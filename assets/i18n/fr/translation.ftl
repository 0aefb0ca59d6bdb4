translation-changed = Ce qui a changé dans le texte { $language } depuis la confirmation de sa traduction
translation-changed-name = { $question } – ce qui a changé dans le texte { $language }
translation-changed-note = { $title } : { $text }
translation-changed-layout = Les mots sont les mêmes : seuls des paragraphes ou des listes ont changé.
translation-changed-all = Afficher tous les changements
translation-added = [ajouté : { $words }]
translation-removed = [retiré : { $words }]
translation-left-out = […]
translation-meter = { $language } { $done }/{ $all }
translation-meter-beside = Textes : { $first }, { $second }{ $stale ->
    [0] {""}
    *[other] , { $stale } à relire
    }
translation-present-note = Il existe une traduction dont les paragraphes ou les listes diffèrent de ceux du texte de départ : { $text }
translation-taken = Traduction reprise : { $places }.
translation-replaced = Une autre traduction s’y trouvait et a été remplacée : { $places }.
translation-confirmed = Le bureau de traduction les déclare définitives; les deux langues sont marquées comme disant la même chose : { $places }.
translation-source-changed = Le texte a changé depuis son envoi en traduction. La traduction a été reprise et est à relire : { $places }.
translation-source-gone = Le texte traduit n’existe plus, ou est maintenant écrit d’abord dans l’autre langue; traduction non reprise : { $places }.
translation-unfinished = Certains segments n’ont pas de traduction; traduction non reprise : { $places }.
translation-misfit = Des segments manquent, ou le fichier n’indique plus comment ils s’assemblent; traduction non reprise : { $places }.
translation-same = Rien de nouveau dans { $count ->
    [one] { $count } réponse
    *[other] { $count } réponses
    }.
translation-unknown = { $count ->
    [one] { $count } segment ne correspond à aucun texte de ce formulaire ou y figure deux fois; il a été laissé de côté.
    *[other] { $count } segments ne correspondent à aucun texte de ce formulaire ou y figurent deux fois; ils ont été laissés de côté.
    }
translation-nothing-new = Le fichier ne contient rien de nouveau. Aucune réponse n’a changé.
translation-written = Fichier à traduire : { $file } ({ $answers ->
    [one] { $answers } réponse
    *[other] { $answers } réponses
    }, { $segments ->
    [one] { $segments } segment
    *[other] { $segments } segments
    })
err-translation-not-xml = Le fichier de traduction est endommagé ou s’arrête au milieu (ligne { $line }).
hint-translation-not-xml = Redemandez le fichier au bureau de traduction, en XLIFF 1.2 et en UTF-8. Aucune réponse n’a changé.
err-translation-entities = Le fichier de traduction définit ou utilise ses propres noms de caractères (ligne { $line }). Une traduction n’en a pas besoin, et de tels fichiers peuvent être nuisibles.
hint-translation-entities = Demandez au bureau de traduction de l’exporter en XLIFF 1.2 ordinaire. Aucune réponse n’a changé.
err-translation-too-much = Le fichier de traduction a trop de niveaux ou trop de segments pour en être un.
err-translation-not-xliff = Ce fichier n’est pas un fichier de traduction (XLIFF).
hint-translation-not-xliff = Choisissez le fichier reçu, dont le nom se termine par .xlf ou .xliff.
err-translation-other-version = Le fichier de traduction indique pour XLIFF la version « { $version } »; Probitas lit la version 1.2.
hint-translation-other-version = Demandez au bureau de traduction un fichier XLIFF 1.2, soit la version envoyée.
err-translation-other-draft = Le fichier de traduction provient d’une autre ébauche.
hint-translation-other-draft = Ouvrez l’ébauche dont il provient, ou choisissez un autre fichier. Aucune réponse n’a changé.
err-translation-other-languages = Le fichier de traduction n’est pas entre le français et l’anglais.
hint-translation-other-languages = Demandez au bureau de traduction de garder les deux langues du fichier envoyé. Aucune réponse n’a changé.
err-translation-one-language = L’organisation répond dans une seule langue : il n’y a rien à traduire.
hint-translation-one-language = À l’écran « Organisation », choisissez les deux langues si une traduction est voulue.
err-translation-nothing-open = Aucun texte n’est à traduire : toutes les traductions existent et sont confirmées, ou aucun texte n’est encore écrit.
hint-translation-nothing-open = Pour envoyer aussi les traductions confirmées, demandez tous les textes.
translation-send = Exporter pour traduction…
translation-send-title = Exporter pour traduction
translation-send-explanation = Produit un fichier contenant les textes dont la traduction manque, n’est pas confirmée ou est à mettre à jour, en XLIFF 1.2 : le format qu’acceptent les bureaux de traduction. Les listes et les intertitres reviennent tels quels. Le fichier n’est pas protégé : envoyez-le comme l’exige son marquage de sécurité.
translation-send-path = Chemin d’accès du fichier
translation-send-all = Aussi les traductions confirmées, déclarées définitives
translation-send-confirm = Produire le fichier
translation-replace-title = Remplacer le fichier de traduction déjà présent?
translation-replace = Un fichier s’y trouve déjà : « { $path } »
translation-replace-confirm = Le remplacer
translation-take = Importer une traduction…
translation-take-title = Importer une traduction
translation-take-explanation = Reprend les traductions dans cette ébauche en une seule modification, que l’on peut annuler. Les deux langues ne sont marquées comme disant la même chose que si le bureau de traduction déclare le texte définitif et que le texte de départ n’a pas changé depuis.
translation-take-path = Chemin d’accès du fichier reçu
translation-take-confirm = Importer
translation-taken-title = Ce que sont devenues les traductions
translation-status-taken = { $count ->
    [0] Aucune réponse n’a changé.
    [one] { $count } réponse a changé.
    *[other] { $count } réponses ont changé.
    }
translation-filter = Fichiers de traduction
translation-drop = Déposez les traductions pour les importer
