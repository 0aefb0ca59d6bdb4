//! The fixed words of printed and exported documents.

super::messages! {
    banner_draft = "report-banner-draft" ();
    banner_unsigned = "report-banner-unsigned" ();
    attached_signed = "report-attached-signed" ();
    attached_unsigned = "report-attached-unsigned" ();
    fingerprint_line = "report-fingerprint" (fingerprint);
    revision = "report-revision" (revision);
    page_number = "report-page-number" (page, pages);
    unofficial_wording = "report-unofficial-wording" ();
    marking_protected_a = "report-marking-protected-a" ();
    marking_protected_b = "report-marking-protected-b" ();
    option_selected = "report-option-selected" ();
    option_not_selected = "report-option-not-selected" ();
    supplementary = "report-supplementary" ();
    provided_in_english = "report-provided-in-english" ();
    provided_in_french = "report-provided-in-french" ();
    not_answered_yet = "report-not-answered-yet" ();
    not_expected = "report-not-expected" ();
    fact_organization = "report-fact-organization" ();
    fact_audience = "report-fact-audience" ();
    fact_languages = "report-fact-languages" ();
    fact_cycle = "report-fact-cycle" ();
    fact_changed = "report-fact-changed" ();
    fact_fingerprint = "report-fact-fingerprint" ();
    both_languages = "report-both-languages" ();
    note_draft = "report-note-draft" ();
    note_unsigned = "report-note-unsigned" ();
    note_signed = "report-note-signed" ();
    sign_off = "report-sign-off" ();
    prepared_by = "report-prepared-by" ();
    approved_by = "report-approved-by" ();
    line_name = "report-line-name" ();
    line_title = "report-line-title" ();
    line_signature = "report-line-signature" ();
    line_date = "report-line-date" ();
    acting = "report-acting" (title);
    signed_electronically = "report-signed-electronically" ();
    signature_line = "report-signature-line" (name, role, date, key);
    signature_claim = "report-signature-claim" ();
}
