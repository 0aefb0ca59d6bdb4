report-banner-draft = DRAFT
report-banner-unsigned = UNSIGNED
report-attached-signed = The signed answers (JSON): the original
report-attached-unsigned = The answers (JSON), not signed
report-fingerprint = Fingerprint: { $fingerprint }
report-revision = Revision { $revision }
report-page-number = Page { $page } of { $pages }
report-unofficial-wording = Unofficial French wording (translation by Probitas)
report-marking-protected-a = PROTECTED A / PROTÉGÉ A
report-marking-protected-b = PROTECTED B / PROTÉGÉ B
report-option-selected = Selected
report-option-not-selected = Not selected
report-supplementary = Additional information, not required by the other answers:
report-provided-in-english = Response provided in English
report-provided-in-french = Response provided in French
report-not-answered-yet = Not answered yet
report-not-expected = Nothing was asked here, given the other answers.
report-fact-organization = Organization
report-fact-audience = Addressed to
report-fact-languages = Languages of the answers
report-fact-cycle = Cycle
report-fact-changed = Last changed
report-fact-fingerprint = Fingerprint
report-both-languages = English and French
report-note-draft = This is a draft. It has no fingerprint and is not for submission.
report-note-unsigned = This document is a copy made from the record. It bears no electronic signature; the fingerprint ties it to the unsigned JSON file.
report-note-signed = This document is a copy made from the record. The signed JSON file is the original.
report-sign-off = Approval
report-prepared-by = Prepared by
report-approved-by = Approved by the deputy head
report-line-name = Name
report-line-title = Title
report-line-signature = Signature
report-line-date = Date
report-acting = { $title } (acting)
report-signed-electronically = Signed electronically
report-signature-line = { $name }, { $role }, on { $date }. Key: { $key }
report-signature-claim = Name and date are what the signer states. The signature shows that the holder of this key signed exactly this content, no more.
report-option-to-tick = To tick
report-fact-digest = Digest (SHA-256)
report-fact-revision = Revision
report-contents = Contents
report-contents-link = { $heading }, page { $page }
report-blank-form = Blank form
report-note-blank = To be filled in by hand. Where there is not enough room, continue on a separate sheet and write the number of the question on it.
report-checking = How to check this document
report-copy-of-signed = This document is a copy; the signed JSON file is the original. It is attached to this PDF.
report-copy-of-unsigned = This document is a copy; the JSON file is the original. It is attached to this PDF, and nobody signed it electronically.
report-check-take = Take the JSON file that came with this document, or save the one that is attached to the PDF.
report-check-verify = Verify it with Probitas and the signer’s public key: the signature must be good. Any program that verifies JSON Web Signatures (RFC 7515) can do so too.
report-check-unsigned = Open it with “verify” in Probitas, which says that it is not signed and shows its fingerprint.
report-check-compare = Compare the fingerprint that is shown with the one at the foot of every page. Its last character is a check symbol. Where they differ, this document and the file do not say the same; ask the organization.
report-code-alternative = QR code with the digest, the organization, the cycle and the revision
report-code-note = The code holds the digest, the organization, the cycle and the revision, and nothing else.
report-signature-claim-unchecked = Name and date are what the signer states. A signature that was checked shows that the holder of this key signed exactly this content, no more; one that was not checked shows nothing by itself.
report-signature-unchecked = Not checked: the public key of this signer was not at hand when this copy was made.
report-note-unchecked = This document is a copy made from the record. The signed JSON file is the original. Not every signature was checked when this copy was made; “Signed electronically” says which.
report-summary-title = Summary for the deputy head
report-summary-apart = Summary, not part of the submission
report-summary-note = This sheet is not part of the submission, which follows it.
report-summary-pages = Number of pages
report-summary-choices = What was selected
report-summary-topic = { $question ->
    [q1] Training plans down to the divisional level
    [q2] Training plans fully implemented
    [q3] Review of the code of conduct
    [q4] Time frame for the review of the code of conduct
    [q5] Updates of the code of conduct
    [q6] Actions to foster a conversation at all levels
    [q7] Actions so that the conversation goes on
    [q12] Indicators disaggregated by identity factors
   *[other] {""}
}
report-summary-time-frames = Time frames, as written
report-summary-stands-under = The text is too long for this sheet. It stands in full under { $question }.
report-summary-goes-on-under = The text goes on under { $question }.
report-summary-errors = Errors that stand in the way
report-summary-warnings = Warnings
report-summary-no-warnings = None.
