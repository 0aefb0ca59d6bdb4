# Why the register does not take something.
err-register-not-begun = The register was not begun.
err-register-begun-twice = The register was begun already.
hint-register-begun = It was left as it is. Name another folder for another register.
hint-register-begin = Name the folder of a register, or begin one with: probitas-cli register new
err-register-not-confirmed = No trust list names everybody who signed the submission.
hint-register-not-confirmed = Verify it with a trust list. Only confirmed submissions are entered.
err-register-audience = The submission is addressed to somebody else: { $names }
err-register-no-audience = The submission does not say to whom it is addressed.
hint-register-audience = Ask the organization for a submission that is addressed to your agency. The names of your agency stand at the head of the register.
err-register-already-received = This very submission was already received on { $at }, as entry { $number }.
hint-register-nothing-to-do = There is nothing left to do.
err-register-other-content = Revision { $revision } was already received with other content, fingerprint { $fingerprint }.
hint-register-other-content = Do not use this file. Ask the organization which of the two is right; a correction has a revision of its own.
err-register-not-newer = The submission is revision { $revision }, but revision { $latest } was already received.
hint-register-not-newer = Do not use this file: the newer revision counts.
err-register-other-previous = The submission does not correct revision { $latest }, the newest that was received.
err-register-previous-missing = The submission is revision { $revision }, and no earlier one was received.
err-register-other-submission = The submission names another submission than the revision that it corrects.
hint-register-previous = Ask the organization for the revisions in between, and enter them in their order.
err-register-not-received = No submission with this fingerprint is in the register.
hint-register-not-received = Enter the submission first, with: probitas-cli verify --register DIR --record
err-register-already-approved = The approval by hand was already recorded; the page was seen on { $seen }.
err-register-signed = The deputy head signed the submission itself, so that no approval by hand is recorded.
err-register-seen-in-future = The day on which the page was seen is still to come.
hint-register-seen-in-future = Give the day on which you saw the page, such as 2026-03-31.

# What is wrong with the file of a register.
err-register-format = This is not a register in a format that this version of Probitas knows.
err-register-no-entry = Line { $line } of the register is not an entry as Probitas writes it.
err-register-digest = Line { $line } of the register was changed after it was entered.
err-register-chain = Line { $line } of the register does not follow the line before: a line was removed, added or moved.
err-register-rule = Line { $line } of the register should never have been entered. { $why }
hint-register-damaged = Nothing was entered. Bring back the register from a copy, and find out who changed it.

# Typing a fingerprint.
err-fingerprint-character = No fingerprint has the character “{ $character }”.
err-fingerprint-length = A fingerprint has 32 symbols and a check symbol; { $count } were typed.
err-fingerprint-check = The check symbol does not fit: something was mistyped.
hint-fingerprint = Type the fingerprint as it stands on the page, with the symbol at its end, such as 5NRH-CGNQ-4TR4-80B2-FJMZ-QB1J-YQ45-63XH 3.

# Approval.
approval-signature = Approved by the deputy head’s signature: { $name }, key { $kid }.
approval-on-paper = Approved by hand on paper, which the agency saw on { $seen }. This is not an electronic signature.
approval-pending = The deputy head’s approval was not seen yet.

# Receipts.
receipt-of = { $agency } received revision { $revision } of the submission of { $organization } for { $cycle } (questionnaire { $questionnaire }) on { $at }. Fingerprint: { $fingerprint }
receipt-verified = Verified: the receipt is unchanged since the agency signed it.
receipt-entry = Entry { $number } of the agency’s register, digest { $digest }
receipt-signed-by = Signed by { $name } for the agency on { $at }, by their own clock, with key { $kid }
receipt-refused = The receipt is not verified:
receipt-written = Receipt: { $file }
receipt-matches = It is the receipt of this submission: { $file }
err-receipt-format-other = The file is not a receipt in a format that this version of Probitas knows.
err-receipt-unsigned = Nobody signed the receipt.
err-receipt-members = The receipt does not have the members and values of a receipt.
hint-receipt-original = Ask the agency for the receipt again, exactly as it was written.
err-receipt-other-submission = The receipt is for another submission than this one: { $file }
hint-receipt-other-submission = Compare the fingerprints. A receipt is for one revision only.

# At the terminal.
register-begun = Register begun: { $folder }
register-of = Register of { $names }; entries: { $count }
register-head = Last entry: { $number }, digest { $digest }
register-open-line = Note: the last line of the register has no end. Its entry is whole and counts.
register-torn-line = Note: the last line of the register is unfinished ({ $bytes } bytes): whoever wrote it was stopped. It does not count and is cut off when the next entry is made. What it was to hold has to be entered again.
register-entry-received = { $number }. { $at }: received from { $organization }, { $cycle }, { $questionnaire }, revision { $revision }
register-entry-fingerprint = { "   " }Fingerprint: { $fingerprint }
register-entry-signed = { "   " }Signed by { $name } ({ $role })
register-entry-signatures = { $number }. { $at }: received again, with further signatures
register-entry-approved = { $number }. { $at }: approval by hand recorded; page seen on { $seen } by { $officer }
register-entry-approval = { "   " }{ $approval }
register-takes = Register: not received yet, and nothing speaks against entering it.
register-filed = Register: entered as number { $number } on { $at }.
register-takes-signatures = It was received without a signature that this file has; nothing speaks against entering that.
register-signatures-filed = The signatures that it was received without were entered now.
register-refuses = The register does not take the submission:
register-newer = Revision { $revision } was received since, as number { $number }, and counts in its place.
register-approval = Register: received as number { $number } on { $at }.
