review-ready = Rien n’empêche l’approbation.
review-ready-but-warnings = Il ne manque rien. { $count ->
    [one] Il reste { $count } avertissement à confirmer ou à corriger.
    *[other] Il reste { $count } avertissements à confirmer ou à corriger.
    }
review-blocked = L’autoévaluation ne peut pas encore être approuvée : { $errors ->
    [one] { $errors } erreur
    *[other] { $errors } erreurs
    }, { $warnings ->
    [0] aucun avertissement à confirmer
    [one] { $warnings } avertissement à confirmer
    *[other] { $warnings } avertissements à confirmer
    }.
review-sign-off = Passer à l’approbation
review-texts-in = { $language } : { $count ->
    [0] aucun texte transmis
    [one] { $count } texte transmis
    *[other] { $count } textes transmis
    }{ $missing ->
    [0] {""}
    [one] , { $missing } manquant
    *[other] , { $missing } manquants
    }{ $stale ->
    [0] {""}
    *[other] , { $stale } à comparer de nouveau
    }
review-beside = { $first } – { $second }
review-halves = Contenu de la relecture
review-half-document = Document
review-printed = Autoévaluation telle qu’elle sera imprimée
review-preparing-pages = Préparation des pages…
review-zoom-in = Agrandir
review-zoom-out = Réduire
review-fit-width = Pleine largeur
review-zoom-percent = { $percent } %
review-actual-size = Taille réelle (100 %)
review-previous-page = Page précédente
review-next-page = Page suivante
review-page-of = Page { $page } sur { $count }
review-selection = texte sélectionné
review-pages-help = Pg préc et Pg suiv font défiler, + et − changent la taille, 0 rétablit la pleine largeur. Ctrl+A sélectionne tout, Ctrl+C copie la sélection.
review-printed-languages = Langues de l’autoévaluation imprimée
review-in-english = Anglais
review-in-french = Français
review-english-first = Anglais, puis français
review-french-first = Français, puis anglais
review-nothing-to-check = Rien à vérifier.
review-places-below = { $count } endroits, énumérés ci-dessous
review-acknowledge = J’en ai pris connaissance…
review-acknowledge-name = J’en ai pris connaissance… – { $warning }
review-acknowledge-all = Confirmer les { $count } avertissements de ce genre…
review-acknowledge-title = { $count ->
    [one] Confirmer avoir pris connaissance d’un avertissement
    *[other] Confirmer avoir pris connaissance de { $count } avertissements
    }
review-acknowledge-explanation = Les réponses restent telles quelles, et l’avertissement n’empêche plus l’approbation. Si l’une de ces réponses change, une nouvelle confirmation est demandée.
review-acknowledge-confirm = J’en ai pris connaissance
review-reason = Motif (facultatif)
review-reason-stays = Le motif reste dans l’ébauche. Il n’est ni imprimé ni transmis.
review-acknowledged = Confirmé
review-acknowledged-because = Confirmé. Motif : { $reason }
review-take-back = Retirer la confirmation
review-take-back-name = Retirer la confirmation – { $warning }
review-take-back-all = Retirer les { $count } confirmations de ce genre
