editing-menu = Menu of the text – { $place }
editing-cut = Cut
editing-copy = Copy
editing-paste = Paste
editing-paste-as-text = Paste as text
editing-select-all = Select all
editing-key-menu = Menu key, or Shift+F10
editing-does-menu = Menu of a text: cut, copy, paste
editing-tidy = Tidy this text…
editing-tidy-all = Tidy all texts…
editing-tidy-title = Tidy the typography
editing-tidy-explanation = This is how texts of the Government of Canada are set. No letter and no figure changes. Clear what is to stay as it is.
editing-tidy-all-on = Tick all
editing-tidy-all-off = Clear all
editing-tidy-before = Now:
editing-tidy-after = Then:
editing-tidy-becomes = “{ $before }” becomes “{ $after }”
editing-tidy-confirm = { $count ->
    [one] Make { $count } change
    *[other] Make { $count } changes
    }
editing-tidy-done = { $count ->
    [one] { $count } change was made. Undo takes it back.
    *[other] { $count } changes were made. Undo takes them back together.
    }
editing-tidy-nothing = There is nothing to tidy in this text.
editing-tidy-nothing-at-all = There is nothing to tidy in any text.
editing-does-tidy = Tidy the typography of a text
editing-reason-double-space = One space in place of several
editing-reason-space-before = No space before this mark
editing-reason-colon = No-break space before the colon
editing-reason-percent-english = No space before the percent sign
editing-reason-percent-french = No-break space before the percent sign
editing-reason-guillemets = No-break space inside the quotation marks
editing-reason-quotes = Quotation marks of the language
editing-reason-apostrophe = Apostrophe
editing-reason-range = En dash between figures
editing-reason-unit = No-break space between figure and unit
editing-reason-thousands = Groups of thousands
editing-reason-dollar = No space after the dollar sign
editing-reason-abbreviation = Abbreviation
editing-typed-quotes = Type “ ” and ’ for straight quotation marks and apostrophes (in French texts « »)
editing-alone = This answer in the whole window
editing-alone-leave = Back to the form
editing-alone-begins = { $place } in the whole window. Escape twice, or F11, leads back to the form.
editing-alone-ended = The form is shown again.
editing-does-alone = An answer in the whole window, and back
editing-in-all = Texts in all: { $words ->
    [one] { $words } word
    *[other] { $words } words
    }, { $characters ->
    [one] { $characters } character
    *[other] { $characters } characters
    }
