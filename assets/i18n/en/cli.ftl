help-program =
    Probitas: the values-and-ethics self-assessment at the command line.

    Usage: probitas-cli COMMAND [OPTIONS]

    Commands:
      import PAGE [PAGE] -o DRAFT    make a draft from a published page
      blank -o FORM                  write the questionnaire to fill in on paper
      check DRAFT                    list what is missing or contradictory
      keygen -o KEY --name NAME      make a key to sign with
      export DRAFT --out DIR         write signed JSON, PDF and pages
      verify FILE --key PUBLIC.jwk   verify a submission
      help [COMMAND]                 show this help, or that of a command

    Options of every command:
      --lang en|fr      language of the messages; otherwise that of the
                        environment (LC_ALL, LC_MESSAGES, LANG)
      -h, --help        show the help
      -V, --version     show the version (without a command)

    Exit codes:
      0  good
      1  errors in the answers, open warnings not accepted, or not verified
      2  the command line is wrong
      3  an input cannot be read, or an output cannot be written
help-blank =
    Write the questionnaire as a PDF to fill in on paper.

    Usage: probitas-cli blank -o FORM [OPTIONS]

      -o FORM            the PDF to write, such as form.pdf
      --pdf en|fr|both   the languages; both, if nothing is said
      --facing           both languages beside each other, question by question
      --paper letter|a4  the paper; letter, if nothing is said
      --large-print      running text of 18 points
      --force            replace the file if it exists
      --lang en|fr       language of the messages
      -h, --help         show this help

    Exit codes: 0 good, 2 usage, 3 the file cannot be written.
help-import =
    Make a draft from a published page.

    Usage: probitas-cli import PAGE [PAGE] -o DRAFT [--force]

      PAGE         a published page, saved as text or HTML, in English or
                   French, up to 2 MiB of UTF-8; with two pages, both languages
                   of one organization
      -o DRAFT     the draft to write, such as organization.probitas
      --force      replace the draft if it exists
      --lang en|fr language of the messages
      -h, --help   show this help

    A line that cannot be placed is reported, and kept in the draft.

    Exit codes: 0 good, 2 usage, 3 a file cannot be read or written.
help-check =
    List what is missing or contradictory in a draft.

    Usage: probitas-cli check DRAFT [--json]

      DRAFT        the draft, a file that ends in .probitas
      --json       print the findings as JSON, in both languages
      --lang en|fr language of the messages
      -h, --help   show this help

    Errors block signing. Warnings ask to be acknowledged. Notes ask for nothing.

    Exit codes: 0 no errors, 1 errors, 2 usage, 3 the draft cannot be read.
help-keygen =
    Make a key to sign with, protected by a passphrase.

    Usage: probitas-cli keygen -o KEY --name NAME [OPTIONS]

      -o KEY                 the key file to write; the public key is written
                             beside it, as KEY.pub.jwk
      --name NAME            name of the person who signs, as it is printed
      --role ROLE            preparer (the default) or deputyHead
      --algorithm NAME       ES256 (the default), ES384 or Ed25519
      --organization-id ID   identifier of the organization
      --passphrase-file FILE read the passphrase from the first line of a file
      --lang en|fr           language of the messages
      -h, --help             show this help

    The passphrase is asked for twice at the terminal, unless it comes from
    --passphrase-file or the environment variable PROBITAS_PASSPHRASE.
    A key is never overwritten.

    Exit codes: 0 good, 2 usage, 3 a file cannot be read or written.
help-export =
    Write the files to hand over: signed JSON, PDF and pages.

    Usage: probitas-cli export DRAFT --out DIR [OPTIONS]
           probitas-cli export SUBMISSION --out DIR [OPTIONS]

      DRAFT                  the draft, a file that ends in .probitas
      SUBMISSION             a submission, signed or not, of which copies are made
                             again; what a file is, its content tells
      --out DIR              the folder to write to; it is made if missing
      --key KEY              the key file to sign with; without it the record
                             is not signed, and the names of the files say so
      --passphrase-file FILE read the passphrase from the first line of a file
      --public-key PUBLIC.jwk
                             the public key of a signer of the submission; may be
                             given several times
      --accept-warnings      go ahead although warnings are open
      --json                 write the submission; with --key it always is
      --pdf en|fr|both       write a PDF; both languages are one file
      --page en|fr|both      write the page to publish, an HTML file for each
                             language
      --fragment en|fr|both  write the same without a frame, for a content system
      --markdown en|fr|both  write the page as Markdown
      --text en|fr|both      write the page as text
      --facing               in a PDF in both languages, these beside each other,
                             question by question
      --options all|selected print all options of a choice, or the selected ones
      --sign-off             print the pages for sign-off alone
      --summary              put a sheet before the PDF that sums it up for the
                             deputy head and is no part of the submission
      --paper letter|a4      the paper of the PDF; letter, if nothing is said
      --large-print          running text of 18 points in the PDF
      --without-marking      write pages although the draft bears a security
                             marking, which a page never does
      --force                replace files that exist
      --lang en|fr           language of the messages
      -h, --help             show this help

    Where nothing is asked for: the submission, and a PDF in both languages. With
    errors or open warnings: no submission and no page but the text; PDF and text
    are marked as a draft. The passphrase is asked for at the terminal, unless it
    comes from --passphrase-file or the variable PROBITAS_PASSPHRASE.
    Every file is read back and compared before it is reported.

    Of a submission, a PDF in both languages, if nothing is asked for: it lists all
    signatures and holds the very file that was given. A signature whose key was
    not given is printed as not checked; with a bad one, nothing is written.

    Exit codes: 0 good, 1 errors or open warnings, or a submission that was
    changed, 2 usage, 3 a file cannot be read or written, or the key cannot be
    opened.
help-verify =
    Verify a submission with public keys, offline.

    Usage: probitas-cli verify FILE --key PUBLIC.jwk [--key PUBLIC.jwk]…

      FILE               the submission, up to 4 MiB
      --key PUBLIC.jwk   a public key that you trust; may be given several times
      --lang en|fr       language of the messages
      -h, --help         show this help

    A key alone does not tell who holds it: what was not checked is listed.

    Exit codes: 0 verified, 1 not verified or not signed, 2 usage, 3 a file
    cannot be read.
err-usage-no-command = No command was given.
err-usage-unknown-command = There is no command “{ $name }”.
err-usage-unknown-option = There is no option “{ $option }” here.
err-usage-missing-value = The option “{ $option }” needs a value.
err-usage-unexpected-value = The option “{ $option }” takes no value.
err-usage-bad-value = The value of “{ $option }” is not one of those allowed: { $allowed }.
err-usage-missing-option = The option “{ $option }” is missing.
err-usage-missing-argument = { $name } is missing.
err-usage-too-many = “{ $argument }” is one argument too many.
err-usage-twice = The option “{ $option }” is given twice.
hint-usage = See: probitas-cli help
hint-usage-command = See: probitas-cli help { $command }
ask-passphrase = Passphrase of the key:
ask-new-passphrase = Passphrase for the new key:
ask-passphrase-again = The same passphrase again:
err-no-passphrase = There is no passphrase, and no terminal to ask for it.
hint-no-passphrase = Set the environment variable PROBITAS_PASSPHRASE, or name a file with --passphrase-file.
err-passphrases-differ = The two passphrases differ.
hint-passphrases-differ = Run the command again. No key was made.
progress-protecting-key = Protecting the key, which may take a few seconds…
progress-opening-key = Opening the key, which may take a few seconds…
progress-making-pdf = Making the PDF…
cli-key-made = Key: { $file }
cli-key-public = Public key: { $file }
cli-key-thumbprint = Thumbprint (kid): { $kid }
cli-key-care = Keep the key and its passphrase to yourself, and apart from each other. Give the public key to whoever verifies.
cli-key-of-other-organization = Note: the key names the organization “{ $key }”, and the draft names “{ $submission }”.
cli-draft-is-newer = Note: a newer version of Probitas wrote this draft; this version may not show all of it.
cli-heading-errors = { $count ->
    [one] One error:
   *[other] { $count } errors:
}
cli-heading-warnings = { $count ->
    [one] One warning:
   *[other] { $count } warnings:
}
cli-heading-notes = { $count ->
    [one] One note:
   *[other] { $count } notes:
}
cli-finding = - { $message } [{ $rule }]
cli-finding-acknowledged = - { $message } [{ $rule }, acknowledged]
cli-count-errors = { $count ->
    [one] 1 error
   *[other] { $count } errors
}
cli-count-warnings = { $count ->
    [one] 1 warning
   *[other] { $count } warnings
}
cli-count-notes = { $count ->
    [one] 1 note
   *[other] { $count } notes
}
cli-check-summary = { $done } of { $expected } questions done; { $errors }, { $warnings } ({ $open } open), { $notes }.
cli-no-json-errors = { $count ->
    [one] No JSON is written, because there is an error.
   *[other] No JSON is written, because there are { $count } errors.
}
cli-no-json-warnings = { $count ->
    [one] No JSON is written, because a warning is open. Acknowledge it, or use --accept-warnings.
   *[other] No JSON is written, because { $count } warnings are open. Acknowledge them, or use --accept-warnings.
}
cli-marked-as-draft = PDF and text are marked as a draft.
cli-file-written = { $file }
    { "  " }{ $size } bytes, SHA-256 { $digest }
cli-signature-verified = The signature of the file was verified with the key { $kid }.
cli-not-signed = The record is complete, but nobody signed it.
cli-answers-recorded = Answers: { $answered } of { $items } items
cli-fingerprint = Fingerprint: { $fingerprint }
cli-submission-of = { $organization }, { $cycle }, revision { $revision }
cli-item = - { $text }
cli-item-hint = { "  " }{ $text }
cli-in-file = In “{ $file }”:
err-pdf = The PDF could not be made.
hint-pdf = Nothing was written. This is a fault of Probitas: please report it.
err-written-not-verified = “{ $file }” was written, but did not pass verification.
hint-written-not-verified = Do not use the file. Export again, and report it if it happens again.
cli-draft-made = Draft: { $file }
hint-file-exists-force = Choose another name or folder, or add --force to replace the file.
cli-no-copy = No copy is made of this file.
cli-signer-unchecked = Not checked: the signature of { $name }. Give the public key { $kid } with --public-key.
err-usage-only-for-draft = The option “{ $option }” is for a draft; a submission is printed as it is.
err-usage-only-for-submission = The option “{ $option }” is for a submission; this file is a draft.
