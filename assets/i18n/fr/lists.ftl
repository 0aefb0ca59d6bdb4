lists-bullets = Liste à puces
lists-numbers = Liste numérotée
lists-heading = Intertitre
lists-indent = Augmenter le retrait
lists-outdent = Diminuer le retrait
lists-toolbar = Mise en forme – { $place }
lists-command-name = { $command } – { $place }
lists-with-keys = { $command } ({ $keys })
lists-at-bullet = puce, niveau { $level }
lists-at-number = numéro { $number }, niveau { $level }
lists-at-heading = intertitre
lists-at-paragraph = paragraphe
lists-at-paragraph-in-item = paragraphe d’un élément, niveau { $level }
lists-counts = { $words ->
    [one] { $words } mot
    *[other] { $words } mots
    }, { $characters ->
    [one] { $characters } caractère
    *[other] { $characters } caractères
    }
lists-outline-copy = Reprendre les mêmes listes en { $language }
lists-outline-copied = Les listes et les intertitres du texte { $from } figurent dans le texte { $to }, à remplir. Ce qui reste vide ne fait pas partie de la réponse.
lists-way-out = Échap, puis Tab, pour quitter le texte.
lists-now-leaving = Tab quitte maintenant le texte.
lists-keys = Rédaction
lists-key-enter = Entrée
lists-key-line-break = Maj+Entrée
lists-key-way-out = Échap, puis Tab
lists-does-shift = Dans une liste : un niveau de plus ou de moins
lists-does-enter = Paragraphe ou élément suivant; sur un élément vide, fin de la liste
lists-does-line-break = Nouvelle ligne dans le même paragraphe ou élément
lists-does-way-out = Quitter un texte, même à l’intérieur d’une liste
