//! Verifying with a trust list, comparing, correcting, and signing what
//! another person prepared.

super::messages! {
    trust_list = "approval-trust-list" ();
    trust_list_note = "approval-trust-list-note" ();
    pin = "approval-pin" ();
    pin_more = "approval-pin-more" (number);
    policy = "approval-policy" ();
    policy_both = "approval-policy-both" ();
    policy_handwritten = "approval-policy-handwritten" ();
    filter_lists = "approval-filter-lists" ();
    found_incomplete = "approval-found-incomplete" ();
    found_key_missing = "approval-found-key-missing" ();
    claims = "approval-claims" ();
    claimed_by = "approval-claimed-by" (name, role, date, kid);
    proves = "approval-proves" ();
    confirm = "approval-confirm" ();
    compare = "approval-compare" ();
    compare_title = "approval-compare-title" ();
    compare_explanation = "approval-compare-explanation" (file);
    compare_other = "approval-compare-other" ();
    compare_confirm = "approval-compare-confirm" ();
    compare_back = "approval-compare-back" ();
    compared_title = "approval-compared-title" ();
    compared_same = "approval-compared-same" (file, other);
    compared_count = "approval-compared-count" (file, other, count);
    compared_nothing = "approval-compared-nothing" ();
    compared_shortened = "approval-compared-shortened" ();
    status_comparing = "approval-status-comparing" ();
    status_compared = "approval-status-compared" ();
    filter_comparable = "approval-filter-comparable" ();
    correct = "approval-correct" ();
    correct_title = "approval-correct-title" ();
    correct_explanation = "approval-correct-explanation" ();
    correct_confirm = "approval-correct-confirm" ();
    status_corrected = "approval-status-corrected" (revision);
    corrected_unchecked = "approval-corrected-unchecked" ();
    err_no_form = "err-no-form" ();
    hint_no_form = "hint-no-form" ();
    err_no_pin = "err-no-pin" ();
    hint_no_pin = "hint-no-pin" ();
    err_other_pin = "err-other-pin" ();
    err_list_refused = "err-list-refused" (reason);
}
