//! Menu of a text, typography, and the window with one answer.

super::messages! {
    menu = "editing-menu" (place);
    cut = "editing-cut" ();
    copy = "editing-copy" ();
    paste = "editing-paste" ();
    paste_as_text = "editing-paste-as-text" ();
    select_all = "editing-select-all" ();
    tidy = "editing-tidy" ();
    tidy_all = "editing-tidy-all" ();
    tidy_title = "editing-tidy-title" ();
    tidy_explanation = "editing-tidy-explanation" ();
    tidy_all_on = "editing-tidy-all-on" ();
    tidy_all_off = "editing-tidy-all-off" ();
    tidy_before = "editing-tidy-before" ();
    tidy_after = "editing-tidy-after" ();
    tidy_becomes = "editing-tidy-becomes" (before, after);
    tidy_confirm = "editing-tidy-confirm" (count);
    tidy_done = "editing-tidy-done" (count);
    tidy_nothing = "editing-tidy-nothing" ();
    tidy_nothing_at_all = "editing-tidy-nothing-at-all" ();
    does_tidy = "editing-does-tidy" ();
    reason_double_space = "editing-reason-double-space" ();
    reason_space_before = "editing-reason-space-before" ();
    reason_colon = "editing-reason-colon" ();
    reason_percent_english = "editing-reason-percent-english" ();
    reason_percent_french = "editing-reason-percent-french" ();
    reason_guillemets = "editing-reason-guillemets" ();
    reason_quotes = "editing-reason-quotes" ();
    reason_apostrophe = "editing-reason-apostrophe" ();
    reason_range = "editing-reason-range" ();
    reason_unit = "editing-reason-unit" ();
    reason_thousands = "editing-reason-thousands" ();
    reason_dollar = "editing-reason-dollar" ();
    reason_abbreviation = "editing-reason-abbreviation" ();
    alone = "editing-alone" ();
    alone_leave = "editing-alone-leave" ();
    alone_begins = "editing-alone-begins" (place);
    alone_ended = "editing-alone-ended" ();
    does_alone = "editing-does-alone" ();
    in_all = "editing-in-all" (words, characters);
    typed_quotes = "editing-typed-quotes" ();
    key_menu = "editing-key-menu" ();
    does_menu = "editing-does-menu" ();
}
