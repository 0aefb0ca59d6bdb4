//! What verifying, signing and keys say.

super::messages! {
    // Outcomes.
    verification_verified = "verification-verified" ();
    verification_not_signed = "verification-not-signed" ();
    verification_reencoded = "verification-reencoded" ();
    verification_not_verified = "verification-not-verified" ();
    verification_proves = "verification-proves" ();
    verification_signed_by = "verification-signed-by" (name, role, date, kid);
    // What was not checked.
    not_checked_heading = "not-checked-heading" ();
    not_checked_role = "not-checked-role" ();
    not_checked_organization = "not-checked-organization" ();
    not_checked_validity = "not-checked-validity" ();
    not_checked_revocation = "not-checked-revocation" ();
    not_checked_register = "not-checked-register" ();
    not_checked_items = "not-checked-items" ();
    // What to do, where it is the same for many.
    hint_original_file = "hint-original-file" ();
    hint_do_not_use_file = "hint-do-not-use-file" ();
    hint_correct_record = "hint-correct-record" ();
    hint_correct_id = "hint-correct-id" ();
    hint_report_fault = "hint-report-fault" ();
    // Places in a JSON text.
    json_place_line = "json-place-line" (line, column);
    json_place_pointer = "json-place-pointer" (pointer);
    json_place_whole = "json-place-whole" ();
    // Faults of a JSON text.
    err_json_byte_order_mark = "err-json-byte-order-mark" ();
    err_json_not_utf8 = "err-json-not-utf8" (place);
    err_json_syntax = "err-json-syntax" (place);
    err_json_truncated = "err-json-truncated" (place);
    err_json_duplicate_name = "err-json-duplicate-name" (place);
    err_json_name_not_ascii = "err-json-name-not-ascii" (place);
    err_json_not_an_integer = "err-json-not-an-integer" (place);
    err_json_integer_out_of_range = "err-json-integer-out-of-range" (place);
    err_json_forbidden_character = "err-json-forbidden-character" (place, character);
    err_json_not_nfc = "err-json-not-nfc" (place);
    err_json_too_deep = "err-json-too-deep" (place);
    // The file.
    err_submission_too_large = "err-submission-too-large" ();
    hint_submission_too_large = "hint-submission-too-large" ();
    err_submission_other_format = "err-submission-other-format" ();
    hint_submission_other_format = "hint-submission-other-format" ();
    err_submission_members = "err-submission-members" ();
    err_submission_signature_entry = "err-submission-signature-entry" ();
    err_submission_too_many_signatures = "err-submission-too-many-signatures" (limit);
    err_submission_not_canonical = "err-submission-not-canonical" ();
    // One signature; numbers count from 1.
    err_header_encoding = "err-header-encoding" (signature);
    err_header_forbidden_name = "err-header-forbidden-name" (signature, name);
    err_header_malformed = "err-header-malformed" (signature, name);
    err_key_unknown = "err-key-unknown" (signature, kid);
    hint_key_unknown = "hint-key-unknown" ();
    err_algorithm = "err-algorithm" (signature, named, key);
    err_previous = "err-previous" (signature);
    err_in_future = "err-in-future" (signature, date);
    hint_in_future = "hint-in-future" ();
    err_signature_encoding = "err-signature-encoding" (signature);
    err_signature_bad = "err-signature-bad" (signature);
    hint_signature_bad = "hint-signature-bad" ();
    // Faults of a record.
    err_record_members = "err-record-members" ();
    err_record_answer_count = "err-record-answer-count" ();
    err_record_duplicate_item = "err-record-duplicate-item" ();
    err_record_items = "err-record-items" ();
    err_record_answer_content = "err-record-answer-content" ();
    err_record_text_languages = "err-record-text-languages" ();
    err_record_malformed_id = "err-record-malformed-id" ();
    err_record_submission_id = "err-record-submission-id" ();
    err_record_revision = "err-record-revision" ();
    err_record_answer_languages = "err-record-answer-languages" ();
    err_record_empty_text = "err-record-empty-text" ();
    // Signing.
    err_signer_name = "err-signer-name" ();
    hint_signer_name = "hint-signer-name" ();
    err_signing_time = "err-signing-time" ();
    hint_signing_time = "hint-signing-time" ();
    err_signatures_full = "err-signatures-full" (limit);
    hint_signatures_full = "hint-signatures-full" ();
    err_submission_does_not_fit = "err-submission-does-not-fit" ();
    hint_submission_does_not_fit = "hint-submission-does-not-fit" ();
    // Public keys.
    err_jwk_not_a_key = "err-jwk-not-a-key" ();
    hint_jwk_not_a_key = "hint-jwk-not-a-key" ();
    err_jwk_private = "err-jwk-private" ();
    hint_jwk_private = "hint-jwk-private" ();
    err_jwk_unsupported = "err-jwk-unsupported" (kind);
    hint_jwk_unsupported = "hint-jwk-unsupported" ();
    err_jwk_damaged = "err-jwk-damaged" ();
    hint_jwk_damaged = "hint-jwk-damaged" ();
    err_jwk_contradiction = "err-jwk-contradiction" (member);
    // Key files.
    err_key_file_not_a_key = "err-key-file-not-a-key" ();
    hint_key_file_not_a_key = "hint-key-file-not-a-key" ();
    err_key_file_not_protected = "err-key-file-not-protected" ();
    hint_key_file_not_protected = "hint-key-file-not-protected" ();
    err_key_file_preamble = "err-key-file-preamble" (line);
    hint_key_file_preamble = "hint-key-file-preamble" ();
    err_key_file_damaged = "err-key-file-damaged" ();
    hint_key_file_damaged = "hint-key-file-damaged" ();
    err_key_file_protection = "err-key-file-protection" ();
    hint_key_file_protection = "hint-key-file-protection" ();
    err_key_file_rounds = "err-key-file-rounds" (rounds);
    err_passphrase_empty = "err-passphrase-empty" ();
    hint_passphrase_empty = "hint-passphrase-empty" ();
    err_passphrase_wrong = "err-passphrase-wrong" ();
    hint_passphrase_wrong = "hint-passphrase-wrong" ();
    err_key_file_other_key = "err-key-file-other-key" ();
    err_key_random = "err-key-random" ();
    hint_key_random = "hint-key-random" ();
    err_key_unusable = "err-key-unusable" ();
    err_internal = "err-internal" ();
    err_record_questionnaire = "err-record-questionnaire" (id, version);
    hint_record_questionnaire = "hint-record-questionnaire" ();
    err_record_other_program = "err-record-other-program" ();
    hint_record_other_program = "hint-record-other-program" ();
}
