pasting-done = Texte collé.
pasting-items = { $count ->
    [one] { $count } ligne est devenue un élément de liste.
    *[other] { $count } lignes sont devenues des éléments de liste.
    }
pasting-joined = { $count ->
    [one] { $count } ligne coupée a été rattachée à la précédente.
    *[other] { $count } lignes coupées ont été rattachées aux précédentes.
    }
pasting-hyphens = { $count ->
    [one] { $count } trait d’union en fin de ligne a été conservé : vérifiez ce mot.
    *[other] { $count } traits d’union en fin de ligne ont été conservés : vérifiez ces mots.
    }
pasting-invisible = { $count ->
    [one] { $count } caractère invisible a été supprimé.
    *[other] { $count } caractères invisibles ont été supprimés.
    }
pasting-pictures = { $count ->
    [one] { $count } image a été laissée de côté.
    *[other] { $count } images ont été laissées de côté.
    }
pasting-not-taken = { $count ->
    [one] Le dernier caractère a été laissé de côté : c’était trop à coller d’un coup.
    *[other] Les { $count } derniers caractères ont été laissés de côté : c’était trop à coller d’un coup.
    }
pasting-plain-instead = Texte brut à la place ({ $keys })
pasting-plain-instead-name = Texte brut à la place – { $place }
pasting-with-keys = { $what } { $keys } pour le texte brut à la place.
pasting-now-plain = Le texte brut a remplacé le texte collé.
pasting-does-text = Coller le texte seulement; juste après un collage : le texte brut à la place
