form-state-not-expected = non attendue
form-state-not-started = à commencer
form-state-in-progress = en cours
form-state-answered = réponse fournie
form-state-not-applicable = sans objet
form-state-no-response = aucune réponse
form-state-has-errors = erreurs
form-state-has-warnings = avertissements
form-progress-beside = { $count ->
    [one] { $count } autre ne s’applique pas pour le moment
    *[other] { $count } autres ne s’appliquent pas pour le moment
    }
form-row-name = { $question }, { $state }
form-does-not-applicable = « Sans objet » pour la réponse active, ou retour
form-does-no-response = « Aucune réponse » pour la réponse active, ou retour
form-expected-now = Une réponse est maintenant attendue : { $places }.
form-news-finding = { $place }. { $severity } : { $text }
form-news-others = { $count ->
    [one] Il y a { $count } autre point nouveau.
    *[other] Il y a { $count } autres points nouveaux.
    }
form-news-mended = { $place } : il n’y a plus rien à vérifier ici.
form-no-findings-shown = Aucune erreur ni aucun avertissement à confirmer n’est affiché. « Vérifier toutes les réponses » examine aussi ce qui n’a pas encore été parcouru.
form-follow-up-empty = Aucun autre texte n’est attendu ici.
form-follow-up-kept = Aucun autre texte n’est attendu ici; un texte est conservé : { $count ->
    [one] { $count } caractère
    *[other] { $count } caractères
    }.
form-follow-up-opened = Aucun autre texte n’est attendu ici. Il est tout de même possible d’en fournir un.
form-follow-up-open = Ouvrir
form-follow-up-open-name = Ouvrir – texte de { $question }
form-follow-up-fold = Replier
form-follow-up-fold-name = Replier – texte de { $question }
form-follow-up-remove = Retirer…
form-follow-up-remove-name = Retirer… – texte de { $question }
form-remove-title = Retirer le texte?
form-remove-explanation = { $place } : { $count ->
    [one] { $count } caractère sera retiré
    *[other] { $count } caractères seront retirés
    }, dans les deux langues. Vous pourrez annuler cette modification.
form-remove-confirm = Retirer
form-text-removed = { $place } : le texte a été retiré. Vous pouvez annuler cette modification.
form-guidance = À propos de cette question
form-guidance-name = À propos de cette question – { $question }
form-guidance-source = Texte rédigé pour Probitas; il ne provient pas du Bureau du Conseil privé (BCP).
form-guidance-asks = Ce qui est demandé
form-guidance-others = Ce que contiennent les réponses publiées
form-guidance-concerns = Passages du rapport de l’équipe spéciale qui s’y rapportent
form-guidance-report = { $title }, { $publisher }, { $year }
form-others-open = Lire ce que d’autres ont écrit
form-others-title = Ce que d’autres ont écrit
form-others-note = Réponses telles que quatre organisations les ont publiées, à lire : des exemples, non des modèles.
form-others-organization = Organisation
form-others-answer-name = { $organization } – { $question }
form-others-published = Réponse telle que publiée, en { $language }
form-others-nothing = Cette organisation n’a rien publié ici.
form-others-copy = Copier cette réponse
form-others-words = mots tirés de la réponse d’une autre organisation ({ $organization })
form-others-consent-title = Copier les mots d’une autre organisation?
form-others-consent = Ces mots sont ceux d’une autre organisation. Qui les reprend répond de leur exactitude pour sa propre organisation et devrait en indiquer la provenance. La question n’est posée qu’une fois, jusqu’à la fermeture de Probitas.
form-others-consent-confirm = Copier
form-others-close = Fermer ce que d’autres ont écrit
form-passage-recommendation = Thème { $area } ({ $heading }), recommandation { $number }
form-passage-heard = { $chapter } ({ $heading })
form-unofficial = Libellé français non officiel
form-unofficial-choices = Libellé français non officiel, y compris celui des choix
form-unofficial-option = Libellé français non officiel : « { $option } »
form-unofficial-whole = Libellé français non officiel (traduction de Probitas)
form-unofficial-page = Certains libellés portent la mention « Libellé français non officiel (traduction de Probitas) » : aucun texte officiel n’en a été trouvé en français.
