spelling-checking = Checking the spelling…
spelling-at-word = Possible spelling mistake: { $word }
spelling-in-box = { $count ->
    [one] 1 possible spelling mistake;
    *[other] { $count } possible spelling mistakes;
    } in such a word, { $keys } opens suggestions.
spelling-menu = Spelling of “{ $word }”
spelling-looking = Looking for suggestions…
spelling-none = No suggestions
spelling-replace-by = Replace with “{ $word }”
spelling-ignore-here = Ignore here
spelling-ignore = Ignore until the program closes
spelling-add = Add to the personal dictionary
spelling-replaced = “{ $word }” was replaced with “{ $with }”.
spelling-ignored-here = “{ $word }” is ignored here.
spelling-ignored = “{ $word }” is ignored until the program closes.
spelling-added = “{ $word }” was added to the personal dictionary.
spelling-gone = The word is no longer there.
spelling-no-word = No words to check in the answers.
spelling-does-suggest = Spelling suggestions for the word at the caret, or the next possible mistake
spelling-title = Possible spelling mistakes
spelling-count = { $count ->
    [one] 1 possible spelling mistake
    *[other] { $count } possible spelling mistakes
    }
spelling-list = Words that may be misspelled
spelling-list-note = They hold nothing up. Each leads to its word; there, { $keys } opens suggestions.
spelling-listed = { $word } – { $text } – { $place }
spelling-more = and { $count } more
spelling-setting = Check the spelling of answers, each in its own language
spelling-setting-title = Spelling
spelling-setting-note = Everything is checked on this computer. Words that are not known are underlined with a wavy line.
spelling-own = Personal dictionary, { $language }
spelling-own-count = { $count ->
    [0] No words yet.
    [one] 1 word
    *[other] { $count } words
    }
spelling-own-words = { $words }
spelling-own-kept-in = Kept in { $path }
spelling-own-not-kept = It is kept only until the program closes.
spelling-empty = Empty…
spelling-empty-name = Empty the personal dictionary, { $language }…
spelling-empty-title = Empty the personal dictionary, { $language }?
spelling-empty-explanation = { $count ->
    [one] 1 word is removed. This cannot be undone.
    *[other] { $count } words are removed. This cannot be undone.
    }
spelling-empty-now = Remove the words
spelling-empty-not = Keep the words
spelling-emptied = The personal dictionary, { $language }, is empty.
hint-spelling-not-kept = The word is known until the program closes.
