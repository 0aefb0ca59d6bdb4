# Verifying with a trust list.
approval-trust-list = Trust list of the agency (optional)
approval-trust-list-note = With the list it is also checked whose keys they are, in which role they may sign, and until when. Where the files are is remembered.
approval-pin = Public key of the agency that signed the list (.pub.jwk)
approval-pin-more = Public key { $number } of the agency (optional)
approval-policy = Who has to sign
approval-policy-both = The preparer, and then the deputy head
approval-policy-handwritten = The preparer; the deputy head approved by hand, on paper
approval-filter-lists = Trust lists
approval-found-incomplete = Not complete: the content is unchanged since it was signed, but a signature is missing.
approval-found-key-missing = Not verified yet: without the public key of everybody who signed, a change cannot be seen.
approval-claims = What the file says, not checked
approval-claimed-by = Not checked: signed by { $name } ({ $role }), who gives the time of signing as { $date }; key { $kid }
approval-proves = What this proves
approval-confirm = How to confirm the signer
err-no-pin = No public key of the agency is given, so the trust list cannot be checked.
hint-no-pin = Name the public key that the agency published (.pub.jwk), and get it by a channel that you already trust.
err-other-pin = The trust list was signed with a key other than those given, so nothing was verified with it.
err-list-refused = The trust list cannot be used, so nothing was verified with it. { $reason }

# Comparing with another file.
approval-compare = Compare with…
approval-compare-title = Compare with another file
approval-compare-explanation = Shows field by field how “{ $file }” differs from another submission, its PDF, or a draft.
approval-compare-other = Other file (.json, .pdf or .probitas)
approval-compare-confirm = Compare
approval-compare-back = Back to the result
approval-compared-title = How the two files differ
approval-compared-same = “{ $file }” and “{ $other }” hold the same.
approval-compared-count = { $count ->
    [one] “{ $file }” and “{ $other }” differ in one field.
   *[other] “{ $file }” and “{ $other }” differ in { $count } fields.
}
approval-compared-nothing = (nothing)
approval-compared-shortened = Of long texts only the lines from the first to the last difference are shown. Comparing verifies nothing: signatures are not looked at.
approval-status-comparing = Comparing…
approval-status-compared = The files were compared.
approval-filter-comparable = Submissions and drafts
err-no-form = This program has no questionnaire.
hint-no-form = Use a complete copy of the program.

# Starting a correction.
approval-correct = Start a correction…
approval-correct-title = Start a correction
approval-correct-explanation = Makes a new draft with the answers of a submission. It has the next revision and names the one before it. The submission stays as it is.
approval-correct-confirm = Make the draft
approval-status-corrected = The draft of revision { $revision } was made. It corrects the submission.
approval-corrected-unchecked = Not every signature of the submission was checked: check that it is the right one.
