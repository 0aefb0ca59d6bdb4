pasting-done = Pasted.
pasting-items = { $count ->
    [one] 1 line became an item of a list.
    *[other] { $count } lines became items of lists.
    }
pasting-joined = { $count ->
    [one] 1 broken line was joined to the one before it.
    *[other] { $count } broken lines were joined to those before them.
    }
pasting-hyphens = { $count ->
    [one] 1 hyphen at the end of a line was kept: look at that word.
    *[other] { $count } hyphens at the ends of lines were kept: look at those words.
    }
pasting-invisible = { $count ->
    [one] 1 invisible character was removed.
    *[other] { $count } invisible characters were removed.
    }
pasting-pictures = { $count ->
    [one] 1 picture was left out.
    *[other] { $count } pictures were left out.
    }
pasting-not-taken = { $count ->
    [one] The last character was left out: it was too much to paste at once.
    *[other] The last { $count } characters were left out: it was too much to paste at once.
    }
pasting-plain-instead = Plain text instead ({ $keys })
pasting-plain-instead-name = Plain text instead – { $place }
pasting-with-keys = { $what } { $keys } for plain text instead.
pasting-now-plain = The plain text stands in its place.
pasting-does-text = Paste as text; right after pasting: plain text instead
