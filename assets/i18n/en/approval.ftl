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
approval-not-checked = What was not checked
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

# Approving what another person prepared.
approval-screen = Approve
approval-open = Open to approve…
approval-open-title = Open to approve
approval-open-explanation = Shows a submission as it is printed, and adds your signature to it. Nothing in it can be changed. With the public key of whoever signed before you, or a trust list, their signatures are checked first.
approval-open-confirm = Open
approval-status-opened = The submission is open to be approved.
approval-lede = Read the submission on the pages, then sign it with your own key.
approval-halves = Parts of the screen
approval-half-signing = Signing
approval-half-document = Submission
approval-no-signature = Nobody has signed it yet.
approval-attests = What you attest to as { $role }
approval-attests-name = The submission names { $name } in this role.
approval-attests-nobody = The submission names nobody in this role.
approval-key-other-organization = The key is that of another organization ({ $organization }); the submission is that of { $own }.
approval-key-other-name = The key is in the name of { $key }, but the submission names { $name } in this role.
approval-sign = Sign
approval-sign-title = Signed submission
approval-sign-explanation = A new file is written. It holds the same record, the signatures that were there, and yours. The file that you opened stays as it is.
approval-sign-path = File to write (.json)
approval-status-signing = Signing…
approval-status-signed = Signed, read back and verified: { $file }
approval-signed = Your signature was added, and the file was read back and verified: { $file }
approval-show-file = Show in the folder
approval-close = Close the submission
err-no-key = No key is open.
hint-no-key = Open your key with its passphrase.
err-no-path = There is no place for the signed submission.
hint-no-path = Name the file to write.
err-signed-not-verified = “{ $file }” was written, but it did not pass when it was read back and verified.
hint-signed-not-verified = Do not use this file. Open the submission again and sign it to another place.
