# Outcomes.
verification-verified = Verified: the content is unchanged since it was signed with the keys given.
verification-not-signed = Not signed: the record follows the format, but nobody signed it.
verification-reencoded = Content valid, file re-encoded: the content is what was signed, but another program wrote the file anew. It is not accepted for filing.
verification-not-verified = Not verified.
verification-proves = A good signature shows that the holder of this key signed exactly this content, and no more. It is not a secure electronic signature.
verification-signed-by = Signed by { $name } ({ $role }), who gives the time of signing as { $date }; key { $kid }

# What was not checked.
not-checked-heading = Not checked:
not-checked-role = whether the signer holds the role that the signature names
not-checked-organization = whether the signer belongs to the organization
not-checked-validity = whether the key was valid when it signed
not-checked-revocation = whether the key was revoked
not-checked-register = whether the agency’s register already has this revision or a newer one
not-checked-items = whether every item is there: this program does not have the questionnaire

# What to do, where it is the same for many.
hint-original-file = Ask the sender for the original file, exactly as the program wrote it.
hint-do-not-use-file = Do not use this file. Ask the sender to export and sign the submission again.
hint-correct-record = Correct the draft and export it again.
hint-correct-id = Correct the identifier, for example to “elections-canada”.
hint-report-fault = This is a fault of the program: please report it.

# Places in a JSON text.
json-place-line = line { $line }, column { $column }
json-place-pointer = at { $pointer }
json-place-whole = the whole text

# Faults of a JSON text.
err-json-byte-order-mark = The text begins with a byte-order mark, which is not allowed.
err-json-not-utf8 = The text is not UTF-8 ({ $place }).
err-json-syntax = The text is not valid JSON ({ $place }).
err-json-truncated = The text ends in the middle ({ $place }).
err-json-duplicate-name = A name stands twice in one object ({ $place }): not all programs would read it the same way.
err-json-name-not-ascii = The name of a member is not plain ASCII ({ $place }).
err-json-not-an-integer = A number is not a whole number ({ $place }).
err-json-integer-out-of-range = A number is too large ({ $place }).
err-json-forbidden-character = A text holds the character { $character }, which is not allowed ({ $place }).
err-json-not-nfc = A text is not in Unicode normalization form C ({ $place }).
err-json-too-deep = The text has too many levels of nesting ({ $place }).

# The file.
err-submission-too-large = The file is larger than 4 MiB, which no submission is.
hint-submission-too-large = Check that you chose the submission itself, a file whose name ends in .json.
err-submission-other-format = The file is not a submission in a format that this version of Probitas knows.
hint-submission-other-format = Check that you chose the right file. If it comes from a newer version of Probitas, use that version.
err-submission-members = The file does not hold exactly the three members of a submission: format, record and signatures.
err-submission-signature-entry = An entry of the signatures does not hold exactly a header and a signature.
err-submission-too-many-signatures = The file has more than { $limit } signatures.
err-submission-not-canonical = The file is not in the form in which it was signed: another program wrote it anew.

# One signature; numbers count from 1.
err-header-encoding = Signature { $signature }: its header is not in the exact form that the format asks for.
err-header-forbidden-name = Signature { $signature }: its header holds “{ $name }”, which is not allowed.
err-header-malformed = Signature { $signature }: “{ $name }” is missing from its header or has a value that is not allowed.
err-key-unknown = Signature { $signature }: it was made with a key that was not given ({ $kid }).
hint-key-unknown = Get the public key from the signer by a channel that you already trust, and give it too.
err-algorithm = Signature { $signature }: it names the algorithm “{ $named }”, but the key is for { $key }.
err-previous = Signature { $signature }: the signatures before it are not those after which it was made. One was removed, added or moved.
err-in-future = Signature { $signature }: it says that it was made on { $date }, which is more than a day in the future.
hint-in-future = Check the date of this computer. If it is right, ask the signer to check theirs and to sign again.
err-signature-encoding = Signature { $signature }: it is not written exactly as the format asks.
err-signature-bad = Signature { $signature }: it does not fit the content. The content or the signature was changed after signing.
hint-signature-bad = Do not use this file. A signature cannot tell what was changed: compare the file with an earlier copy, or ask the sender for the original.

# Faults of a record.
err-record-members = The record does not have the members and values of a submission’s record.
err-record-answer-count = The number of answers is not the one that the record states.
err-record-duplicate-item = An item has two answers.
err-record-items = The items are not those of the questionnaire: one is missing, added or in another place.
err-record-answer-content = An answered item has no content, or both choices and a text.
err-record-text-languages = A text and its languages do not fit together.
err-record-malformed-id = An identifier is empty, too long, or holds characters other than unaccented letters, digits, “.”, “-” and “_”.
err-record-submission-id = The number of the submission is not a UUID.
err-record-revision = The revision and the reference to the previous one do not fit together.
err-record-answer-languages = The languages of the answers are missing or repeated.
err-record-empty-text = A text that must not be empty is empty, such as the name of the organization.

# Signing.
err-signer-name = The name of the signer cannot stand in a signature: it is empty, too long, or holds a character that is not allowed.
hint-signer-name = Correct or shorten the name; it must fit on one line.
err-signing-time = The time of this computer cannot stand in a signature.
hint-signing-time = Set the date and time of this computer.
err-signatures-full = The submission already has { $limit } signatures, and there may be no more.
hint-signatures-full = Export it again without the signatures that are not needed.
err-submission-does-not-fit = The submission would be larger than 4 MiB.
hint-submission-does-not-fit = Shorten the longest answers.

# Public keys.
err-jwk-not-a-key = The file is not a public key in the JWK format.
hint-jwk-not-a-key = Give the file that was written beside the key file; its name ends in .pub.jwk.
err-jwk-private = The file holds a private key.
hint-jwk-private = Never pass on a private key. If somebody sent it to you, tell them to make a new key.
err-jwk-unsupported = The key is of a kind that this version does not support: { $kind }.
hint-jwk-unsupported = Use a key that was made with Probitas (EC P-256, EC P-384 or Ed25519).
err-jwk-damaged = The key is damaged: its values are not those of a public key.
hint-jwk-damaged = Get the public key again from its owner.
err-jwk-contradiction = The key contradicts itself: its member “{ $member }” does not fit it.

# Key files.
err-key-file-not-a-key = The file is not a key file of Probitas.
hint-key-file-not-a-key = Choose the key file that was written when the key was made.
err-key-file-not-protected = The private key in this file is not protected by a passphrase.
hint-key-file-not-protected = Make a new key; anybody who saw this file could sign with the old one.
err-key-file-preamble = The line “{ $line }” of the key file is missing, repeated, or has a value that cannot be used.
hint-key-file-preamble = Use an unchanged copy of the key file.
err-key-file-damaged = The key file is damaged.
hint-key-file-damaged = Use a backup of the key file, or make a new key.
err-key-file-protection = The key file is protected in a way that this version does not support.
hint-key-file-protection = Use a key file that Probitas wrote.
err-key-file-rounds = The rounds of key derivation that the key file asks for are out of range: { $rounds }. Fewer than 100,000 are too weak, and more than 10,000,000 take too long.
err-passphrase-empty = The passphrase is empty.
hint-passphrase-empty = Enter a passphrase of several words.
err-passphrase-wrong = The passphrase does not open this key file.
hint-passphrase-wrong = Check capitals and the keyboard’s language, and try again. A lost passphrase cannot be recovered: make a new key.
err-key-file-other-key = The key file names a key other than the one it holds.
err-key-random = The system gave no random numbers, so that no key could be made.
hint-key-random = Try again; if it happens again, restart the computer.
err-key-unusable = The private key cannot be used: it is not an EC P-256, EC P-384 or Ed25519 key.
err-internal = The content could not be written in its canonical form.
err-record-questionnaire = The submission answers the questionnaire “{ $id }”, version { $version }, in a wording that this program does not have.
hint-record-questionnaire = Make its copies with a newer version of Probitas. The file was left as it is.
err-record-other-program = The submission was written by another program and holds something that Probitas would write in another way; a copy might not say the same.
hint-record-other-program = Ask the sender for a PDF that their program made, or read the JSON itself.
