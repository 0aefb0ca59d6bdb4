//! What the register of a receiving agency and its receipts say.

super::messages! {
    // Why the register does not take something.
    err_register_not_begun = "err-register-not-begun" ();
    err_register_begun_twice = "err-register-begun-twice" ();
    hint_register_begun = "hint-register-begun" ();
    hint_register_begin = "hint-register-begin" ();
    err_register_not_confirmed = "err-register-not-confirmed" ();
    hint_register_not_confirmed = "hint-register-not-confirmed" ();
    err_register_audience = "err-register-audience" (names);
    err_register_no_audience = "err-register-no-audience" ();
    hint_register_audience = "hint-register-audience" ();
    err_register_already_received = "err-register-already-received" (at, number);
    hint_register_nothing_to_do = "hint-register-nothing-to-do" ();
    err_register_other_content = "err-register-other-content" (revision, fingerprint);
    hint_register_other_content = "hint-register-other-content" ();
    err_register_not_newer = "err-register-not-newer" (revision, latest);
    hint_register_not_newer = "hint-register-not-newer" ();
    err_register_other_previous = "err-register-other-previous" (latest);
    err_register_previous_missing = "err-register-previous-missing" (revision);
    err_register_other_submission = "err-register-other-submission" ();
    hint_register_previous = "hint-register-previous" ();
    err_register_not_received = "err-register-not-received" ();
    hint_register_not_received = "hint-register-not-received" ();
    err_register_already_approved = "err-register-already-approved" (seen);
    err_register_signed = "err-register-signed" ();
    err_register_seen_in_future = "err-register-seen-in-future" ();
    hint_register_seen_in_future = "hint-register-seen-in-future" ();
    // What is wrong with the file of a register.
    err_register_format = "err-register-format" ();
    err_register_no_entry = "err-register-no-entry" (line);
    err_register_digest = "err-register-digest" (line);
    err_register_chain = "err-register-chain" (line);
    err_register_rule = "err-register-rule" (line, why);
    hint_register_damaged = "hint-register-damaged" ();
    // Typing a fingerprint.
    err_fingerprint_character = "err-fingerprint-character" (character);
    err_fingerprint_length = "err-fingerprint-length" (count);
    err_fingerprint_check = "err-fingerprint-check" ();
    hint_fingerprint = "hint-fingerprint" ();
    // Approval.
    approval_signature = "approval-signature" (name, kid);
    approval_on_paper = "approval-on-paper" (seen);
    approval_pending = "approval-pending" ();
    // Receipts.
    receipt_of = "receipt-of" (agency, organization, cycle, questionnaire, revision, at, fingerprint);
    receipt_verified = "receipt-verified" ();
    receipt_entry = "receipt-entry" (number, digest);
    receipt_signed_by = "receipt-signed-by" (name, at, kid);
    receipt_refused = "receipt-refused" ();
    receipt_written = "receipt-written" (file);
    receipt_matches = "receipt-matches" (file);
    err_receipt_format_other = "err-receipt-format-other" ();
    err_receipt_unsigned = "err-receipt-unsigned" ();
    err_receipt_members = "err-receipt-members" ();
    hint_receipt_original = "hint-receipt-original" ();
    err_receipt_other_submission = "err-receipt-other-submission" (file);
    hint_receipt_other_submission = "hint-receipt-other-submission" ();
    // At the terminal.
    register_begun = "register-begun" (folder);
    register_of = "register-of" (names, count);
    register_head = "register-head" (number, digest);
    register_open_line = "register-open-line" ();
    register_torn_line = "register-torn-line" (bytes);
    register_entry_received = "register-entry-received" (number, at, organization, cycle, questionnaire, revision);
    register_entry_fingerprint = "register-entry-fingerprint" (fingerprint);
    register_entry_signed = "register-entry-signed" (name, role);
    register_entry_signatures = "register-entry-signatures" (number, at);
    register_entry_approved = "register-entry-approved" (number, at, seen, officer);
    register_entry_approval = "register-entry-approval" (approval);
    register_takes = "register-takes" ();
    register_filed = "register-filed" (number, at);
    register_newer = "register-newer" (revision, number);
    register_takes_signatures = "register-takes-signatures" ();
    register_signatures_filed = "register-signatures-filed" ();
    register_refuses = "register-refuses" ();
    register_approval = "register-approval" (number, at);
}
