spelling-checking = Vérification de l’orthographe…
spelling-at-word = Faute d’orthographe possible : { $word }
spelling-in-box = { $count ->
    [one] { $count } faute d’orthographe possible;
    *[other] { $count } fautes d’orthographe possibles;
    } dans un tel mot, { $keys } ouvre les suggestions.
spelling-menu = Orthographe de « { $word } »
spelling-looking = Recherche de suggestions…
spelling-none = Aucune suggestion
spelling-replace-by = Remplacer par « { $word } »
spelling-ignore-here = Ignorer ici
spelling-ignore = Ignorer jusqu’à la fermeture du programme
spelling-add = Ajouter au dictionnaire personnel
spelling-replaced = « { $word } » a été remplacé par « { $with } ».
spelling-ignored-here = « { $word } » est ignoré ici.
spelling-ignored = « { $word } » est ignoré jusqu’à la fermeture du programme.
spelling-added = « { $word } » a été ajouté au dictionnaire personnel.
spelling-gone = Le mot n’est plus là.
spelling-no-word = Aucun mot à vérifier dans les réponses.
spelling-does-suggest = Suggestions d’orthographe pour le mot où se trouve le point d’insertion, ou prochaine faute possible
spelling-title = Fautes d’orthographe possibles
spelling-count = { $count ->
    [one] { $count } faute d’orthographe possible
    *[other] { $count } fautes d’orthographe possibles
    }
spelling-list = Mots peut-être mal orthographiés
spelling-list-note = Ces mots n’empêchent pas l’approbation. Chaque élément mène à son mot; là, { $keys } ouvre les suggestions.
spelling-listed = { $word } – { $text } – { $place }
spelling-more = { $count ->
    [one] et { $count } autre
    *[other] et { $count } autres
    }
spelling-setting = Vérifier l’orthographe des réponses, chacune dans sa langue
spelling-setting-title = Orthographe
spelling-setting-note = Tout est vérifié sur cet ordinateur. Les mots inconnus sont soulignés d’une ligne ondulée.
spelling-own = Dictionnaire personnel, { $language }
spelling-own-count = { $count ->
    [0] Encore aucun mot.
    [one] { $count } mot
    *[other] { $count } mots
    }
spelling-own-words = { $words }
spelling-own-kept-in = Conservé dans { $path }
spelling-own-not-kept = Il n’est conservé que jusqu’à la fermeture du programme.
spelling-empty = Vider…
spelling-empty-name = Vider le dictionnaire personnel, { $language }…
spelling-empty-title = Vider le dictionnaire personnel, { $language }?
spelling-empty-explanation = { $count ->
    [one] { $count } mot sera retiré. Cette action est irréversible.
    *[other] { $count } mots seront retirés. Cette action est irréversible.
    }
spelling-empty-now = Retirer les mots
spelling-empty-not = Garder les mots
spelling-emptied = Le dictionnaire personnel, { $language }, est vide.
hint-spelling-not-kept = Le mot est connu jusqu’à la fermeture du programme.
