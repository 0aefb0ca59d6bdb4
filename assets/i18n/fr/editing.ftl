editing-menu = Menu du texte – { $place }
editing-cut = Couper
editing-copy = Copier
editing-paste = Coller
editing-paste-as-text = Coller le texte seulement
editing-select-all = Tout sélectionner
editing-key-menu = Touche Menu, ou Maj+F10
editing-does-menu = Menu d’un texte : couper, copier, coller
editing-tidy = Soigner la typographie de ce texte…
editing-tidy-all = Soigner la typographie de tous les textes…
editing-tidy-title = Soigner la typographie
editing-tidy-explanation = Ces changements suivent la typographie des textes du gouvernement du Canada. Aucune lettre ni aucun chiffre ne change. Décochez ce qui doit rester tel quel.
editing-tidy-all-on = Tout cocher
editing-tidy-all-off = Tout décocher
editing-tidy-before = Actuellement :
editing-tidy-after = Ensuite :
editing-tidy-becomes = « { $before } » devient « { $after } »
editing-tidy-confirm = { $count ->
    [one] Apporter { $count } changement
    *[other] Apporter { $count } changements
    }
editing-tidy-done = { $count ->
    [one] { $count } changement apporté. L’annulation le retire.
    *[other] { $count } changements apportés. L’annulation les retire ensemble.
    }
editing-tidy-nothing = La typographie de ce texte n’a besoin d’aucun changement.
editing-tidy-nothing-at-all = La typographie des textes n’a besoin d’aucun changement.
editing-does-tidy = Soigner la typographie d’un texte
editing-reason-double-space = Une seule espace au lieu de plusieurs
editing-reason-space-before = Pas d’espace devant ce signe
editing-reason-colon = Espace insécable devant le deux-points
editing-reason-percent-english = Pas d’espace devant le symbole de pourcentage
editing-reason-percent-french = Espace insécable devant le symbole de pourcentage
editing-reason-guillemets = Espace insécable à l’intérieur des guillemets
editing-reason-quotes = Guillemets de la langue
editing-reason-apostrophe = Apostrophe
editing-reason-range = Tiret entre des chiffres
editing-reason-unit = Espace insécable entre le nombre et son unité
editing-reason-thousands = Groupes de milliers
editing-reason-dollar = Pas d’espace après le symbole de dollar
editing-reason-abbreviation = Abréviation
editing-typed-quotes = Taper « » et ’ au lieu des guillemets et apostrophes droits (“ ” dans les textes anglais)
editing-alone = Cette réponse dans toute la fenêtre
editing-alone-leave = Retour au formulaire
editing-alone-begins = { $place } dans toute la fenêtre. Deux fois Échap, ou F11, pour revenir au formulaire.
editing-alone-ended = Le formulaire est de nouveau affiché.
editing-does-alone = Une réponse dans toute la fenêtre, et retour
editing-in-all = Ensemble des textes : { $words ->
    [one] { $words } mot
    *[other] { $words } mots
    }, { $characters ->
    [one] { $characters } caractère
    *[other] { $characters } caractères
    }
