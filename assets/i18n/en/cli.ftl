help-program =
    Probitas: the values-and-ethics self-assessment at the command line.

    Usage: probitas-cli COMMAND [OPTIONS]

    Commands:
      import PAGE [PAGE] -o DRAFT    make a draft from a published page
      blank -o FORM                  write the questionnaire to fill in on paper
      check DRAFT                    list what is missing or contradictory
      keygen -o KEY --name NAME      make a key to sign with
      key passphrase|public|page|prove|check-proof
                                     work with a key that is there
      export DRAFT --out DIR         write signed JSON, PDF and pages
      verify FILE… --key PUBLIC.jwk  verify submissions
      sign SUBMISSION --key KEY -o OUT
                                     add a signature to a submission
      revise SUBMISSION -o DRAFT     make a draft to correct a submission
      compare FILE FILE              show how two submissions differ
      translate export|import DRAFT  send texts to be translated, and take the
                                     translations in
      trust new|add|revoke|sign|show make and show a trust list
      register new|show|approve-on-paper|receipt
                                     keep the register of a receiving agency
      receipt RECEIPT --pin PUBLIC.jwk
                                     verify the receipt of an agency
      update FILE                    check the files of a new version
      notices                        show what the program is made of, with the
                                     licences of all of it
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
      --passphrase-words     draw a passphrase of six words at random; it is shown
                             on the terminal once, and nowhere else
      --passphrase-file FILE read the passphrase from the first line of a file
      --lang en|fr           language of the messages
      -h, --help             show this help

    Otherwise the passphrase is asked for twice at the terminal, unless it comes
    from the environment variable PROBITAS_PASSPHRASE.
    A key is never overwritten.

    Exit codes: 0 good, 2 usage, 3 a file cannot be read or written.
help-key =
    Work with a key that is there.

    Usage: probitas-cli key passphrase KEY [OPTIONS]
           probitas-cli key public KEY -o PUBLIC.jwk [--force]
           probitas-cli key page KEY -o PAGE.pdf [OPTIONS]
           probitas-cli key prove KEY -o PROOF [--nonce TEXT] [--force]
           probitas-cli key check-proof PROOF [--nonce TEXT] [-o PUBLIC.jwk]

      passphrase             change the passphrase of the key file
      public                 write the public key again
      page                   write the page to print, to sign by hand and to give
                             to the agency that verifies
      prove                  write a file that proves that you hold the key
      check-proof            check such a file; -o writes the public key in it
      --nonce TEXT           a text that the agency asked for, so that an old file
                             does not serve again
      --pdf en|fr|both       languages of the page; both, if nothing is said
      --paper letter|a4      paper of the page; letter, if nothing is said
      --large-print          running text of 18 points in the page
      --passphrase-file FILE read the passphrase from the first line of a file
      --new-passphrase-file FILE
                             the same for the new passphrase
      --passphrase-words     draw the new passphrase: six words, shown on the
                             terminal once, and nowhere else
      --force                replace the output if it exists
      --lang en|fr           language of the messages
      -h, --help             show this help

    The passphrase of the key is asked for at the terminal, unless it comes from
    --passphrase-file or the variable PROBITAS_PASSPHRASE. A proof shows that
    whoever made it holds the key; it does not show who that is.

    Exit codes: 0 good, 1 the proof is refused, 2 usage, 3 a file cannot be read or
    written, or the key cannot be opened.
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
      --certificate FILE     a certificate with its private key to sign with
                             (PKCS#12: .p12, .pfx); the signature carries it
      --token MODULE         the PKCS#11 module of the token or card to sign with;
                             --token-label and --key-label say which token and key
      --role ROLE            with a certificate or token: preparer, the default, or
                             deputyHead
      --name NAME            with a certificate or token: the printed name, in place
                             of the one in the certificate
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
    Verify submissions offline, with public keys or with a trust list.

    Usage: probitas-cli verify FILE… --key PUBLIC.jwk… [--json]
           probitas-cli verify FILE… --trust LIST --pin PUBLIC.jwk… [OPTIONS]
           probitas-cli verify FILE… --roots PATH… [--crl PATH…] [--json]

      FILE               a submission, up to 4 MiB, or a PDF that carries one
      --key PUBLIC.jwk   a public key that you trust; may be given several times.
                         With --trust, the key of a signer who is not listed yet
      --roots PATH       root certificates that you trust, a file or a folder: the
                         certificates that come with signatures must lead to one;
                         may be given several times
      --crl PATH         revocation lists of their issuers, a file or a folder of
                         files that end in .crl; may be given several times
      --trust LIST       the agency’s trust list: whose keys count, in which roles
      --pin PUBLIC.jwk   a key of the agency, by which the list must be signed;
                         may be given several times
      --seen FILE        where to remember the newest list, so that an older one
                         is refused; written at the first use
      --policy POLICY    both (preparer and deputy head sign), the default, or
                         preparer-handwritten (the deputy head approved by hand)
      --register DIR     the register of your agency: what was received before,
                         what is older or addressed to others is told
      --record           enter what is verified in the register
      --json             print the report as JSON, in both languages
      --lang en|fr       language of the messages
      -h, --help         show this help

    A key alone does not tell who holds it. What was not checked is listed. A
    certificate tells whose key it is; role and organization only the trust list.

    Exit codes: 0 all verified, 1 not verified, not signed, not confirmed or, with
    --register, refused; with --record also where it was received before; 2 usage,
    3 a file cannot be read.
help-sign =
    Add a signature to a submission, such as that of the deputy head.

    Usage: probitas-cli sign SUBMISSION --key KEY -o OUT [OPTIONS]
           probitas-cli sign SUBMISSION --certificate FILE.p12 -o OUT [OPTIONS]
           probitas-cli sign SUBMISSION --token MODULE -o OUT [OPTIONS]

      SUBMISSION             the submission, signed or not
      --key KEY              the key file to sign with
      --certificate FILE     a certificate with its private key to sign with
                             (PKCS#12: .p12, .pfx); the signature carries it
      --token MODULE         the PKCS#11 module of the token or card to sign with
      --token-label LABEL    which token, if several are present
      --key-label LABEL      which key, if the token has several
      --role ROLE            with a certificate or token: preparer or deputyHead,
                             the default
      --name NAME            with a certificate or token: the printed name, in place
                             of the one in the certificate
      -o OUT                 the file to write
      --public-key FILE      a public key of somebody who signed before; may be
                             given several times
      --trust LIST           the trust list that names those who signed before
      --pin PUBLIC.jwk       a key of the agency, by which the list must be signed
      --seen FILE            where the newest list is remembered
      --passphrase-file FILE read the passphrase from the first line of a file
      --force                replace the file if it exists
      --lang en|fr           language of the messages
      -h, --help             show this help

    The record is not changed. First what is there is verified as far as it can
    be: an earlier signature whose key is not given is told, a bad one refused.
    The preparer signs before the deputy head, and each with a key of their own.
    A PIN is asked for at the terminal, or comes from where passphrases do. RSA
    keys do not sign.

    Exit codes: 0 good, 1 not to be signed, 2 usage, 3 a file cannot be read or
    written, or the key cannot be opened.
help-revise =
    Make a draft to correct a submission.

    Usage: probitas-cli revise SUBMISSION -o DRAFT [OPTIONS]

      SUBMISSION         the submission to correct
      -o DRAFT           the draft to write, such as organization-r2.probitas
      --public-key FILE  a public key of a signer; may be given several times
      --force            replace the draft if it exists
      --lang en|fr       language of the messages
      -h, --help         show this help

    The draft has the same answers, the next revision number, and the digest of
    the record that it corrects.

    Exit codes: 0 good, 1 the submission is not verified, 2 usage, 3 a file cannot
    be read or written.
help-compare =
    Show field by field how two submissions differ, or a submission and a draft.

    Usage: probitas-cli compare FILE FILE

      FILE           a submission or a draft
      --lang en|fr   language of the messages
      -h, --help     show this help

    Nothing is verified: a file whose signature is bad can be compared too.

    Exit codes: 0 no difference, 1 differences, 2 usage, 3 a file cannot be read.
help-translate =
    Send the texts to be translated as XLIFF 1.2, and take the translations in.

    Usage: probitas-cli translate export DRAFT -o FILE [OPTIONS]
           probitas-cli translate import DRAFT FILE -o DRAFT [OPTIONS]

      DRAFT          the draft whose texts are translated
      FILE           the file to be translated, such as texts.xlf
      -o DRAFT       with import: the draft to write, with the translations
      --all          with export: confirmed translations too, marked as final
      --force        replace the file or draft if it exists
      --lang en|fr   language of the messages
      -h, --help     show this help

    Each answer is a group, each line of its text a segment; lists and
    sub-headings come back as they were. A translation is marked as saying the
    same only where the bureau calls all of it final and the text has not changed
    since. What is not taken in as it came is told.

    Exit codes: 0 good, 1 there is nothing to translate, 2 usage, 3 a file cannot
    be read or written, or is no translation of this draft.
help-trust =
    Make, sign and show the trust list of an agency.

    Usage: probitas-cli trust new -o LIST
           probitas-cli trust add LIST --key PUBLIC.jwk --person NAME
                   --organization-id ID --role ROLE… [--from DATE] [--until DATE]
           probitas-cli trust revoke LIST --kid KID --reason REASON [--at DATE]
           probitas-cli trust sign LIST --key KEY -o OUT [--days N] [--force]
           probitas-cli trust show LIST [--pin PUBLIC.jwk]…

      LIST               the list as it is filled in; it stays unsigned
      --key PUBLIC.jwk   the public key to list
      --person NAME      who holds it, as the agency knows them
      --role ROLE        preparer or deputyHead
      --from, --until    the first and the last day, such as 2026-03-31; today and
                         730 days, if nothing is said
      --kid KID          the thumbprint of the key to revoke
      --reason REASON    keyCompromise, affiliationChanged, superseded,
                         cessationOfOperation or privilegeWithdrawn
      --at DATE          from when on; today, if nothing is said. keyCompromise
                         refuses what was signed before too
      --key KEY          the key file of the agency, to sign with
      --passphrase-file FILE
                         read its passphrase from the first line of a file
      -o OUT             the signed list to publish
      --days N           for how long it counts; 30, if nothing is said
      --pin PUBLIC.jwk   a key of the agency, to verify the list with
      --lang en|fr       language of the messages
      -h, --help         show this help

    Every signed list has a number one higher than the last. Who verifies refuses
    a list that is out of date.

    Exit codes: 0 good, 1 refused, 2 usage, 3 a file cannot be read or written, or
    the key cannot be opened.
help-register =
    Keep the register of what a receiving agency received.

    Usage: probitas-cli register new DIR --audience NAME…
           probitas-cli register show DIR
           probitas-cli register approve-on-paper DIR --fingerprint TEXT
                   --seen DATE --officer NAME
           probitas-cli register receipt DIR --fingerprint TEXT
                   --key KEY -o OUT [--passphrase-file FILE] [--force]

      DIR                the folder of the register
      --audience NAME    a name of the agency, as submissions address it; give it
                         in both languages
      --fingerprint TEXT the fingerprint of the submission, typed from the page
                         with its check symbol
      --seen DATE        the day on which you saw the page that the deputy head
                         signed by hand, such as 2026-03-31
      --officer NAME     who saw it
      --key KEY          the key file of the agency, to sign with
      --passphrase-file FILE
                         read its passphrase from the first line of a file
      -o OUT             the receipt to write
      --force            replace the file if it exists
      --lang en|fr       language of the messages
      -h, --help         show this help

    Submissions are entered with: probitas-cli verify FILE --trust LIST
    --pin PUBLIC.jwk --register DIR --record
    Entries are only ever added. Each has the digest of the one before, and the
    whole is checked whenever it is read. Note down the digest of the last entry:
    only with it, or with a receipt, is it seen that the last ones are missing.

    Exit codes: 0 good, 1 refused, 2 usage, 3 a file cannot be read or written, the
    register was changed, or the key cannot be opened.
help-notices =
    Show what the program is made of, with the licences of all of it.

    Usage: probitas-cli notices

      --lang en|fr language of the messages
      -h, --help   show this help

    The notices are in English and French at once, and the licences in the language
    in which they were written. The source of the form’s wording is in NOTICE.md.

    Exit codes: 0 good, 2 usage, 3 the output cannot be written.
help-receipt =
    Verify the receipt that an agency gave for a submission.

    Usage: probitas-cli receipt RECEIPT --pin PUBLIC.jwk… [--submission FILE]

      RECEIPT            the receipt
      --pin PUBLIC.jwk   a key of the agency, by which it must be signed; may be
                         given several times
      --submission FILE  the submission, or the PDF that carries it, for which it
                         must be the receipt. Its signatures are not checked
      --lang en|fr       language of the messages
      -h, --help         show this help

    Exit codes: 0 verified, 1 not verified or for another submission, 2 usage,
    3 a file cannot be read.
help-update =
    Check the files of a new version before somebody installs them, without a
    network: that the makers of Probitas signed their description, which version
    it is, and whether the files beside it are whole. Nothing is installed or run.

    Usage: probitas-cli update FILE

      FILE               probitas-release.json, whose signature lies beside it
                         (probitas-release.json.minisig), or the folder of both
      --lang en|fr       language of the messages
      -h, --help         show this help

    Exit codes: 0 signed by the makers, not older than this version, and nothing
    that lies there is damaged; 1 anything else; 2 usage; 3 the file cannot be read.
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
err-usage-together = The options “{ $first }” and “{ $second }” cannot be given together.
err-usage-only-for-submission = The option “{ $option }” is for a submission; this file is a draft.
