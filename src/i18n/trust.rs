//! What trust lists, several signers and attached submissions say.

super::messages! {
    // Outcomes of verifying with a trust list.
    verification_confirmed = "verification-confirmed" ();
    verification_unconfirmed = "verification-unconfirmed" ();
    confirmed_proves = "confirmed-proves" ();
    paper_copy = "paper-copy" ();
    // How an unknown signer is confirmed.
    confirm_key = "confirm-key" (name, role, fingerprint);
    confirm_call = "confirm-call" ();
    confirm_compare = "confirm-compare" ();
    confirm_add = "confirm-add" ();
    confirm_differs = "confirm-differs" ();
    // What was not checked.
    not_checked_signing_time = "not-checked-signing-time" ();
    not_checked_handwritten = "not-checked-handwritten" ();
    not_checked_list_sequence = "not-checked-list-sequence" ();
    // Why a signature is refused; numbers count from 1.
    err_key_not_yet_valid = "err-key-not-yet-valid" (signature, signed, from);
    err_key_expired = "err-key-expired" (signature, signed, until);
    hint_key_dates = "hint-key-dates" ();
    err_key_revoked = "err-key-revoked" (signature, at, reason);
    err_key_compromised = "err-key-compromised" (signature);
    hint_key_revoked = "hint-key-revoked" ();
    err_role_not_granted = "err-role-not-granted" (signature, role);
    hint_role_not_granted = "hint-role-not-granted" ();
    err_key_twice = "err-key-twice" (kid);
    err_signers_differ = "err-signers-differ" ();
    err_organization_mismatch = "err-organization-mismatch" (record, key);
    err_role_missing = "err-role-missing" (role);
    hint_role_missing = "hint-role-missing" ();
    err_role_order = "err-role-order" (signature);
    hint_sign_again = "hint-sign-again" ();
    // Why a key was revoked.
    revoked_key_compromise = "revoked-key-compromise" ();
    revoked_affiliation_changed = "revoked-affiliation-changed" ();
    revoked_superseded = "revoked-superseded" ();
    revoked_cessation = "revoked-cessation" ();
    revoked_privilege_withdrawn = "revoked-privilege-withdrawn" ();
    // What is wrong with a trust list.
    trust_list_refused = "trust-list-refused" ();
    err_trust_list_format_other = "err-trust-list-format-other" ();
    err_trust_list_unsigned = "err-trust-list-unsigned" ();
    err_trust_list_members = "err-trust-list-members" ();
    err_trust_list_key = "err-trust-list-key" (kid);
    err_trust_list_key_twice = "err-trust-list-key-twice" (kid);
    err_trust_list_dates = "err-trust-list-dates" ();
    err_trust_list_in_future = "err-trust-list-in-future" (date);
    err_trust_list_stale = "err-trust-list-stale" (date);
    err_trust_list_rolled_back = "err-trust-list-rolled-back" (sequence, seen);
    err_trust_list_forked = "err-trust-list-forked" (sequence);
    hint_trust_list_original = "hint-trust-list-original" ();
    hint_trust_list_newest = "hint-trust-list-newest" ();
    hint_trust_list_alarm = "hint-trust-list-alarm" ();
    hint_trust_list_correct = "hint-trust-list-correct" ();
    // Changing a trust list.
    err_list_key_listed = "err-list-key-listed" (kid);
    hint_list_key_listed = "hint-list-key-listed" ();
    err_list_key_not_listed = "err-list-key-not-listed" (kid);
    hint_list_key_not_listed = "hint-list-key-not-listed" ();
    err_list_key_revoked = "err-list-key-revoked" (kid);
    hint_list_key_revoked = "hint-list-key-revoked" ();
    // Adding a signature.
    err_sign_key_twice = "err-sign-key-twice" ();
    hint_sign_key_twice = "hint-sign-key-twice" ();
    err_sign_role_order = "err-sign-role-order" ();
    err_sign_preparer_first = "err-sign-preparer-first" ();
    hint_sign_order = "hint-sign-order" ();
    // A PDF with the submission inside.
    err_copy_unreadable = "err-copy-unreadable" ();
    err_copy_encrypted = "err-copy-encrypted" ();
    err_copy_empty = "err-copy-empty" ();
    err_copy_several = "err-copy-several" ();
    err_copy_too_large = "err-copy-too-large" ();
    hint_copy = "hint-copy" ();
    // At the terminal.
    confirm_heading = "confirm-heading" ();
    list_verified = "list-verified" (sequence, names, issued, until);
    list_not_verified = "list-not-verified" (sequence);
    draft_written = "trust-draft-written" (file);
    list_written = "list-written" (file);
    to_be_signed = "list-to-be-signed" ();
    entry = "list-entry" (person, organization, roles);
    entry_key = "list-entry-key" (kid, fingerprint);
    entry_dates = "list-entry-dates" (algorithm, from, until);
    entry_revoked = "list-entry-revoked" (at, reason);
    err_seen_file = "err-seen-file" (file);
    hint_seen_file = "hint-seen-file" ();
    revised = "revised" (revision, digest);
    revised_unchecked = "revised-unchecked" ();
}
