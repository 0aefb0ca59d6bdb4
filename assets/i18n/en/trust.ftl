# Outcomes of verifying with a trust list.
verification-confirmed = Verified: the content is unchanged since it was signed, and the trust list names everybody who signed.
verification-unconfirmed = Content unchanged since it was signed; signer not yet confirmed.
confirmed-proves = A good signature shows that the holder of this key signed exactly this content; the agency that signed the trust list says who holds the key. It is not a secure electronic signature.
paper-copy = This is the submission attached to the PDF, which alone was verified. The pages are a copy: they were not compared with it.

# How an unknown signer is confirmed.
confirm-key = Not in the trust list: { $name } ({ $role }), fingerprint of the key { $fingerprint }
confirm-call = Call the organization at a number that you already have, never at one that came with the file.
confirm-compare = Have the person read out the fingerprint of their key, and compare it with this one, symbol by symbol.
confirm-add = If both are the same, have the key added to the trust list, and verify again with the new list.
confirm-differs = If they differ, do not file the submission.

# What was not checked.
not-checked-signing-time = when it was signed: the time is that of the signer’s own clock
not-checked-handwritten = whether the deputy head approved it by hand: look at the signed page
not-checked-list-sequence = whether a newer trust list was already seen

# Why a signature is refused; numbers count from 1.
err-key-not-yet-valid = Signature { $signature }: it says that it was made on { $signed }, but its key counts only from { $from }.
err-key-expired = Signature { $signature }: it says that it was made on { $signed }, but its key counted only until { $until }.
hint-key-dates = Ask for a signature with a key that is valid now, or have the dates in the trust list corrected if they are wrong.
err-key-revoked = Signature { $signature }: its key was revoked on { $at } ({ $reason }), and it says that it was made later.
err-key-compromised = Signature { $signature }: its key may be in the hands of others, so that it does not count, whatever its date.
hint-key-revoked = Do not use this file. Call the organization at a number that you already have.
err-role-not-granted = Signature { $signature }: the trust list does not let its key sign in this role: { $role }.
hint-role-not-granted = Ask for the signature of a person who holds this role, or have the trust list corrected if it is wrong.
err-key-twice = One key made two of the signatures ({ $kid }).
err-signers-differ = The signers belong to different organizations.
err-organization-mismatch = The submission is that of “{ $record }”, but a signer belongs to “{ $key }”.
err-role-missing = A signature is missing; nobody signed in this role: { $role }.
hint-role-missing = Ask for the missing signature. If the deputy head approved by hand, verify with the rule for handwritten approval.
err-role-order = Signature { $signature }: the deputy head signed before the preparer.
hint-sign-again = Ask for the submission signed anew: first by the preparer, then by the deputy head, each with a key of their own.

# Why a key was revoked.
revoked-key-compromise = somebody else may have it
revoked-affiliation-changed = the person changed organization
revoked-superseded = replaced by another key
revoked-cessation = no longer needed
revoked-privilege-withdrawn = the person may no longer sign

# What is wrong with a trust list.
trust-list-refused = The trust list cannot be used, so nothing was verified with it:
err-trust-list-format-other = The file is not a trust list in a format that this version of Probitas knows.
err-trust-list-unsigned = Nobody signed the trust list.
err-trust-list-members = The trust list does not have the members and values of a trust list.
err-trust-list-key = An entry of the trust list does not fit its key ({ $kid }).
err-trust-list-key-twice = The trust list has the same key twice ({ $kid }).
err-trust-list-dates = Dates in the trust list are missing or in the wrong order.
err-trust-list-in-future = The trust list says that it was issued on { $date }, which is more than a day in the future.
err-trust-list-stale = The trust list is out of date: there should be a newer one since { $date }.
err-trust-list-rolled-back = The trust list has the number { $sequence }, but number { $seen } was already seen.
err-trust-list-forked = There are two different trust lists with the number { $sequence }.
hint-trust-list-original = Get the trust list again from the agency, exactly as it was published.
hint-trust-list-newest = Get the newest trust list from the agency.
hint-trust-list-alarm = Do not use it, and tell the agency: somebody may be trying to bring back an old list.
hint-trust-list-correct = Correct the entry: a short identifier, a name on one line, at least one role, and an end after its beginning.

# Changing a trust list.
err-list-key-listed = The key is listed already ({ $kid }).
hint-list-key-listed = Revoke it, and list a new key for the person.
err-list-key-not-listed = No such key is listed ({ $kid }).
hint-list-key-not-listed = See the listed keys with: probitas-cli trust show
err-list-key-revoked = The key was revoked already ({ $kid }).
hint-list-key-revoked = There is nothing left to do. Only keyCompromise can still take the place of another reason.

# Adding a signature.
err-sign-key-twice = The submission already has a signature by this key.
hint-sign-key-twice = Every signer needs a key of their own.
err-sign-role-order = The key is that of a preparer, but the deputy head has already signed.
err-sign-preparer-first = The key is that of a deputy head, but no preparer has signed yet.
hint-sign-order = The preparer signs first, and then the deputy head.

# A PDF with the submission inside.
err-copy-unreadable = The file is a PDF that cannot be read.
err-copy-encrypted = The PDF is encrypted.
err-copy-empty = No submission is attached to the PDF.
err-copy-several = More than one submission is attached to the PDF.
err-copy-too-large = The file attached to the PDF is larger than any submission.
hint-copy = Ask for the submission itself, the JSON file: the PDF is only a copy of it.

# At the terminal.
confirm-heading = How to confirm the signer:
list-verified = Trust list { $sequence }, signed by { $names }, issued { $issued }, good until { $until }
list-not-verified = Trust list { $sequence }; not verified, since no pinned key was given.
trust-draft-written = Trust list to be filled in: { $file }
list-written = Trust list: { $file }
list-to-be-signed = The list is changed and not signed: sign and publish it anew with “trust sign”.
list-entry = - { $person }, { $organization }: { $roles }
list-entry-key = { "  " }key { $kid }, fingerprint { $fingerprint }
list-entry-dates = { "  " }{ $algorithm }, from { $from } until before { $until }
list-entry-revoked = { "  " }revoked on { $at }: { $reason }
err-seen-file = “{ $file }” does not say which trust list was seen last.
hint-seen-file = Name the file that an earlier run with --seen wrote, or one that does not exist yet.
revised = Revision { $revision }, which corrects the record { $digest }
revised-unchecked = Note: not every signature of the submission was checked. Give the public keys with --public-key.
