//! The screen of approval and export.

super::messages! {
    card = "sign-off-card" (number, title);
    go_to_review = "sign-off-go-to-review" ();

    attests = "sign-off-attests" ();
    attests_note = "sign-off-attests-note" ();

    key_explanation = "sign-off-key-explanation" ();
    key_none = "sign-off-key-none" ();
    key_of = "sign-off-key-of" (name, role);

    ready_title = "sign-off-ready-title" ();
    ready_explanation = "sign-off-ready-explanation" ();
    ready_mark = "sign-off-ready-mark" ();
    ready_since = "sign-off-ready-since" (date, hour, minute);
    ready_differs = "sign-off-ready-differs" ();
    ready_take_back = "sign-off-ready-take-back" ();
    ready_take_back_note = "sign-off-ready-take-back-note" ();
    ready_marked = "sign-off-ready-marked" ();
    blocked_errors = "sign-off-blocked-errors" (count);
    blocked_warnings = "sign-off-blocked-warnings" (count);
    fingerprint = "sign-off-fingerprint" (fingerprint);
    fingerprint_name = "sign-off-fingerprint-name" ();
    thaw_title = "sign-off-thaw-title" ();
    thaw_explanation = "sign-off-thaw-explanation" ();
    thaw_confirm = "sign-off-thaw-confirm" ();
    thaw_cancel = "sign-off-thaw-cancel" ();

    files_title = "sign-off-files-title" ();
    edition = "sign-off-edition" ();
    edition_submission = "sign-off-edition-submission" ();
    edition_draft = "sign-off-edition-draft" ();
    only_draft = "sign-off-only-draft" ();
    pdf = "sign-off-pdf" ();
    published = "sign-off-published" ();
    published_page = "sign-off-published-page" ();
    published_fragment = "sign-off-published-fragment" ();
    published_markdown = "sign-off-published-markdown" ();
    published_text = "sign-off-published-text" ();
    published_name = "sign-off-published-name" (form, language);
    published_draft = "sign-off-published-draft" ();
    archive = "sign-off-archive" ();
    supplementary_title = "sign-off-supplementary-title" ();
    supplementary_explanation = "sign-off-supplementary-explanation" ();
    supplementary_name = "sign-off-supplementary-name" (question);
    include = "sign-off-include" ();
    leave_out = "sign-off-leave-out" ();
    list_title = "sign-off-list-title" ();
    list_empty = "sign-off-list-empty" ();
    kind_json_signed = "sign-off-kind-json-signed" (name);
    kind_json_unsigned = "sign-off-kind-json-unsigned" ();
    kind_pdf = "sign-off-kind-pdf" (languages);
    kind_pdf_draft = "sign-off-kind-pdf-draft" (languages);
    kind_pages = "sign-off-kind-pages" (languages);
    kind_text = "sign-off-kind-text" (languages);
    kind_text_draft = "sign-off-kind-text-draft" (languages);
    kind_archive = "sign-off-kind-archive" ();
    not_ready_note = "sign-off-not-ready-note" ();
    write = "sign-off-write" ();
    stop = "sign-off-stop" ();
    replace_title = "sign-off-replace-title" ();
    replace_explanation = "sign-off-replace-explanation" (folder);
    replace_confirm = "sign-off-replace-confirm" ();

    step_preparing = "sign-off-step-preparing" ();
    step_making = "sign-off-step-making" (file);
    step_writing = "sign-off-step-writing" (file);
    status_stopped = "sign-off-status-stopped" (count);
    err_no_folder = "err-no-folder" ();
    hint_no_folder = "hint-no-folder" ();
    err_archive = "err-archive" ();
    hint_archive = "hint-archive" ();

    result_title = "sign-off-result-title" ();
    result_outdated = "sign-off-result-outdated" ();
    result_size = "sign-off-result-size" (count);
    result_bytes = "sign-off-result-bytes" (count);
    check_read_back = "sign-off-check-read-back" ();
    check_pages = "sign-off-check-pages" (count);
    check_archive = "sign-off-check-archive" (count);
    show_in_folder = "sign-off-show-in-folder" ();
    copy_path = "sign-off-copy-path" ();
    copy = "sign-off-copy" ();
    for_file = "sign-off-for-file" (button, file);
    copied = "sign-off-copied" (what);
    path_name = "sign-off-path-name" ();
    err_show = "err-show" (path);
    hint_show = "hint-show" ();

    sending_title = "sign-off-sending-title" ();
    sending_explanation = "sign-off-sending-explanation" ();
    recipient = "sign-off-recipient" ();
    address = "sign-off-address" ();
    subject = "sign-off-subject" ();
    covering = "sign-off-covering" ();
    copy_subject = "sign-off-copy-subject" ();
    copy_covering = "sign-off-copy-covering" ();
    copy_address = "sign-off-copy-address" ();
    protected_a = "sign-off-protected-a" ();
    protected_b = "sign-off-protected-b" ();

    letter_subject = "sign-off-letter-subject" (organization, cycle);
    letter_greeting = "sign-off-letter-greeting" ();
    letter_opening = "sign-off-letter-opening" (title, organization, cycle);
    letter_files = "sign-off-letter-files" ();
    letter_archive = "sign-off-letter-archive" (file);
    letter_draft = "sign-off-letter-draft" ();
    letter_signed = "sign-off-letter-signed" (name);
    letter_unsigned = "sign-off-letter-unsigned" ();
    letter_fingerprint = "sign-off-letter-fingerprint" (fingerprint);
    letter_contact = "sign-off-letter-contact" (contact);
    letter_closing = "sign-off-letter-closing" ();
    without_marking_title = "sign-off-without-marking-title" ();
    without_marking_explanation = "sign-off-without-marking-explanation" ();
    without_marking_confirm = "sign-off-without-marking-confirm" ();
    key_of_another = "sign-off-key-of-another" (role, name);
}
