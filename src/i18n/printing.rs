//! How the PDF is printed, the way to the printer, and the blank form.

super::messages! {
    title = "printing-title" ();
    paper = "printing-paper" ();
    paper_letter = "printing-paper-letter" ();
    paper_a4 = "printing-paper-a4" ();
    type_size = "printing-type" ();
    type_usual = "printing-type-usual" ();
    type_large = "printing-type-large" ();
    options = "printing-options" ();
    options_all = "printing-options-all" ();
    options_selected = "printing-options-selected" ();
    arrangement = "printing-arrangement" ();
    arrangement_sequence = "printing-arrangement-sequence" ();
    arrangement_facing = "printing-arrangement-facing" ();
    scope = "printing-scope" ();
    scope_whole = "printing-scope-whole" ();
    scope_sign_off = "printing-scope-sign-off" ();
    summary = "printing-summary" ();
    summary_note = "printing-summary-note" ();
    remembered = "printing-remembered" ();

    does_print = "printing-does-print" ();
    print = "printing-print" ();
    open = "printing-open" ();
    send = "printing-send" (printer);
    status_making = "printing-status-making" ();
    status_opened = "printing-status-opened" ();
    status_sent = "printing-status-sent" (printer);
    hint_no_viewer = "hint-no-viewer" ();
    err_printer = "err-printer" (printer);
    hint_printer = "hint-printer" ();
    err_place = "err-print-place" ();
    hint_place = "hint-print-place" ();

    blank = "printing-blank" ();
    blank_title = "printing-blank-title" ();
    blank_explanation = "printing-blank-explanation" ();
    blank_path = "printing-blank-path" ();
    blank_file = "printing-blank-file" ();
    blank_languages = "printing-blank-languages" ();
    blank_write = "printing-blank-write" ();
    blank_replace_title = "printing-blank-replace-title" ();
    blank_replace = "printing-blank-replace" (path);
    blank_replace_confirm = "printing-blank-replace-confirm" ();
    filter_pdf = "printing-filter-pdf" ();
    status_blank = "printing-status-blank" (path);
}
