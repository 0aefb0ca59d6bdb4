lists-bullets = Bulleted list
lists-numbers = Numbered list
lists-heading = Sub-heading
lists-indent = Increase indent
lists-outdent = Decrease indent
lists-toolbar = Format – { $place }
lists-command-name = { $command } – { $place }
lists-with-keys = { $command } ({ $keys })
lists-at-bullet = bullet, level { $level }
lists-at-number = number { $number }, level { $level }
lists-at-heading = sub-heading
lists-at-paragraph = paragraph
lists-at-paragraph-in-item = paragraph in an item, level { $level }
lists-counts = { $words ->
    [one] { $words } word
    *[other] { $words } words
    }, { $characters ->
    [one] { $characters } character
    *[other] { $characters } characters
    }
lists-outline-copy = Lay out the same lists in { $language }
lists-outline-copied = The lists and sub-headings of the { $from } text stand in the { $to } one, to be filled in. What stays empty is no part of the answer.
lists-way-out = Escape, then Tab leaves the text.
lists-now-leaving = Tab leaves the text now.
lists-keys = Writing
lists-key-enter = Enter
lists-key-line-break = Shift+Enter
lists-key-way-out = Escape, then Tab
lists-does-shift = In a list: one level in or out
lists-does-enter = Next paragraph or item; on an empty item, the end of the list
lists-does-line-break = New line in the same paragraph or item
lists-does-way-out = Leave a text, from within a list too
