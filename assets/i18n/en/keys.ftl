# Passphrases of words.
passphrase-kind = Choice of passphrase
passphrase-kind-words = Six words drawn at random
passphrase-kind-own = One of my own
passphrase-words = The six words
passphrase-words-explanation = Write these words on paper now, in this order, and keep the paper apart from the key file. They are shown this once. Nobody can open the key without them, and nobody can give them back to you.
passphrase-words-others = Draw others
passphrase-words-again = The six words again, from your paper
passphrase-words-drawing = Drawing…
passphrase-own-explanation = Write it on paper and keep the paper apart from the key file. Nobody can open the key without it, and nobody can give it back to you.

# The algorithm of a new key.
key-algorithm = Algorithm
key-algorithm-usual = { $name } (usual)
key-algorithm-other = { $name }
key-algorithm-note = ES256 suits everybody who verifies. Choose another one only if the agency asks for it.

# Changing the passphrase.
passphrase-change = Change the passphrase…
passphrase-change-title = Change the passphrase of a key
passphrase-change-explanation = The key stays the same, and what it signed stays good. A copy of the key file made earlier still opens with the old passphrase: delete such copies.
passphrase-new = New passphrase
passphrase-old = Passphrase until now
passphrase-change-confirm = Change the passphrase
status-passphrase-changing = Changing the passphrase…
status-passphrase-changed = The passphrase was changed. Delete earlier copies of the key file.

# Handing in a key.
key-hand-in = Hand in the key…
key-hand-in-title = Hand in the key
key-hand-in-explanation = An agency lists your key once it knows that it is yours. It needs the public key, the key page signed by you, and the proof that you hold the key. None of these is secret.
key-hand-in-what = What is written
key-hand-in-public = Public key
key-hand-in-page = Key page, to print and sign by hand
key-hand-in-proof = Proof that you hold the key
key-hand-in-path = File to write
key-hand-in-nonce = Text that the agency asked for; may be empty
key-hand-in-confirm = Write the file
status-key-writing = Writing…
status-key-written = Written: { $file }
err-no-open-key = No key is open.
hint-no-open-key = Open a key first.
key-file-page = key-page.pdf
key-file-public = public-key.jwk
key-file-proof = proof-of-possession.json

# Where the key file is.
folder-synchronized = This folder is synchronized by { $service }. The key file is protected by its passphrase, but copies of it go elsewhere; better keep it in a folder of this computer alone.
folder-shared = Others can write in the folder of the key file, so that they could replace or delete it. Better keep it in a folder of your own.

# The key page.
key-page-title = Key page
key-page-of = Key page – { $name }
key-page-what = This page says whose public key this is. The person signs it by hand and gives it to the agency that verifies. It holds no secret.
key-page-person = Person
key-page-role = Signs as
key-page-organization = Identifier of the organization
key-page-algorithm = Algorithm
key-page-date = Date of this page
key-page-fingerprint = Fingerprint of the key
key-page-thumbprint = Thumbprint (RFC 7638)
key-page-jwk = Public key
key-page-code = The code holds the public key as JWK (RFC 7517).
key-page-code-alternative = QR code with the public key as JWK
key-page-statement = Statement of the person
key-page-states = This is my key. Only I have the private key and its passphrase. I will tell the agency at once if anybody else may have them, and when I no longer sign in this role.
key-page-receiver = For the agency
key-page-step-person = Make sure who the person is: meet in person, or call a number that you already have, never one that came with this page.
key-page-step-compare = Have the person read out the fingerprint from their own copy. Compare it, symbol by symbol, with this page and with the one that Probitas shows of the public key or of the proof of possession.
key-page-step-differs = If they differ anywhere, do not list the key.
key-page-step-list = Otherwise add the key to the trust list, and keep this page for as long as the key counts.
key-page-line-compared = Compared by
key-page-line-how = How

# Proof of possession.
proof-good = Good: whoever made this proof holds the private key.
proof-person = Person, as stated: { $name } ({ $role })
proof-organization = Organization, as stated: { $id }
proof-made = Made, as stated: { $date }
proof-nonce = Text in it: { $nonce }
proof-key = Key: { $kid }
proof-fingerprint = Fingerprint of the key: { $fingerprint }
proof-not-checked = Not checked: who the person is. Compare the fingerprint with the signed key page, or have it read out at a number that you already have.
proof-no-nonce = It was not compared with a text of yours (--nonce), so that it may be an old one.
err-proof-value = This cannot stand in a proof: { $name } is empty, too long, or holds a character that is not allowed.
hint-proof-value = Use a short text on one line.
err-proof-time = The clock of this computer is wrong.
hint-proof-time = Set the clock, and try again.
err-proof-not = This file is no proof of possession.
hint-proof-not = Choose the file that the person wrote with Probitas.
err-proof-malformed = The proof is not in order: { $part } is missing, damaged, or should not be there.
err-proof-other-key = The proof names one key and was made for another.
err-proof-signature = The proof was not made by the key that it names, or was changed afterwards.
err-proof-future = The proof says that it was made in the future.
err-proof-nonce = The proof does not hold the text that you asked for.
hint-proof-again = Do not list this key. Ask the person for a new proof, at a number that you already have.

# The terminal.
ask-words = Your passphrase: { $words }
    Write these six words on paper now, in this order, and keep the paper apart from the key file. They are shown this once; clear the terminal afterwards.
    Type them from your paper (nothing is shown), or press Enter for others:
ask-old-passphrase = Passphrase until now:
cli-key-passphrase-changed = The passphrase was changed: { $file }
cli-key-old-copies = A copy of the key file made earlier still opens with the old passphrase: delete such copies.
cli-key-page-sign = Print it, sign it by hand, and give it to the agency.
cli-key-no-secret = It holds no secret.
progress-changing-passphrase = Protecting the key anew, which may take a few seconds…
