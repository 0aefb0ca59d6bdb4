//! Words of the answers that may be misspelled.

super::messages! {
    checking = "spelling-checking" ();
    at_word = "spelling-at-word" (word);
    in_box = "spelling-in-box" (count, keys);
    menu = "spelling-menu" (word);
    looking = "spelling-looking" ();
    none = "spelling-none" ();
    replace_by = "spelling-replace-by" (word);
    ignore_here = "spelling-ignore-here" ();
    ignore = "spelling-ignore" ();
    add = "spelling-add" ();
    replaced = "spelling-replaced" (word, with);
    ignored_here = "spelling-ignored-here" (word);
    ignored = "spelling-ignored" (word);
    added = "spelling-added" (word);
    gone = "spelling-gone" ();
    no_word = "spelling-no-word" ();
    does_suggest = "spelling-does-suggest" ();
    title = "spelling-title" ();
    count = "spelling-count" (count);
    list = "spelling-list" ();
    list_note = "spelling-list-note" (keys);
    listed = "spelling-listed" (word, text, place);
    more = "spelling-more" (count);
    setting = "spelling-setting" ();
    setting_title = "spelling-setting-title" ();
    setting_note = "spelling-setting-note" ();
    own = "spelling-own" (language);
    own_count = "spelling-own-count" (count);
    own_words = "spelling-own-words" (words);
    own_kept_in = "spelling-own-kept-in" (path);
    own_not_kept = "spelling-own-not-kept" ();
    empty = "spelling-empty" ();
    empty_name = "spelling-empty-name" (language);
    empty_title = "spelling-empty-title" (language);
    empty_explanation = "spelling-empty-explanation" (count);
    empty_now = "spelling-empty-now" ();
    empty_not = "spelling-empty-not" ();
    emptied = "spelling-emptied" (language);
    hint_not_kept = "hint-spelling-not-kept" ();
}
