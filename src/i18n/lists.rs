//! Lists and sub-headings in the texts of answers.

super::messages! {
    bullets = "lists-bullets" ();
    numbers = "lists-numbers" ();
    heading = "lists-heading" ();
    indent = "lists-indent" ();
    outdent = "lists-outdent" ();
    toolbar = "lists-toolbar" (place);
    command_name = "lists-command-name" (command, place);
    with_keys = "lists-with-keys" (command, keys);
    at_bullet = "lists-at-bullet" (level);
    at_number = "lists-at-number" (number, level);
    at_heading = "lists-at-heading" ();
    at_paragraph = "lists-at-paragraph" ();
    at_paragraph_in_item = "lists-at-paragraph-in-item" (level);
    counts = "lists-counts" (words, characters);
    outline_copy = "lists-outline-copy" (language);
    outline_copied = "lists-outline-copied" (from, to);
    way_out = "lists-way-out" ();
    now_leaving = "lists-now-leaving" ();
    keys = "lists-keys" ();
    key_enter = "lists-key-enter" ();
    key_line_break = "lists-key-line-break" ();
    key_way_out = "lists-key-way-out" ();
    does_shift = "lists-does-shift" ();
    does_enter = "lists-does-enter" ();
    does_line_break = "lists-does-line-break" ();
    does_way_out = "lists-does-way-out" ();
}
