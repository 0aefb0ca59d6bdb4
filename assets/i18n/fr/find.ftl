find-menu = Rechercher dans les questions et les réponses…
find-title = Rechercher dans les questions et les réponses
find-words = Rechercher
find-with = Remplacer par
find-match-case = Distinguer les majuscules des minuscules
find-match-accents = Distinguer les lettres accentuées des autres
find-next = Suivant
find-previous = Précédent
find-close = Fermer la recherche
find-also-replace = Remplacer…
find-replace = Remplacer
find-replace-all = Tout remplacer
find-found = { $count ->
    [0] Introuvable.
    [one] Trouvé à { $count } endroit.
    *[other] Trouvé à { $count } endroits.
    }
find-hits = Endroits trouvés
find-hit = { $number } sur { $count } : { $place }
find-hit-name = { $text } – { $place }
find-place = { $place }, { $language }
find-place-wording = { $question }, libellé, { $language }
find-more = { $count ->
    [one] et { $count } autre
    *[other] et { $count } autres
    }; précisez la recherche pour en trouver moins
find-replaced = { $count ->
    [0] Rien n’a été remplacé.
    [one] { $count } endroit a été remplacé.
    *[other] { $count } endroits ont été remplacés.
    }{ $left ->
    [0] {""}
    [one] {" "}{ $left } reste tel quel : sa ligne serait vide.
    *[other] {" "}{ $left } restent tels quels : leurs lignes seraient vides.
    }
find-does-find = Rechercher dans les questions et les réponses
find-does-replace = Remplacer dans toutes les réponses
find-does-next = Endroit trouvé suivant
find-does-previous = Endroit trouvé précédent
