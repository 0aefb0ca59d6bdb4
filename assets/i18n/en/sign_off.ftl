sign-off-card = { $number }. { $title }
sign-off-go-to-review = Go to Review

sign-off-attests = What this person attests, in both languages:
sign-off-attests-note = On the printed pages, the organization and the central agency stand below these sentences.

sign-off-key-explanation = A key is a file with a passphrase. Whoever holds it signs with it, and anyone who has its public half can see whether the signed file was changed.
sign-off-key-none = No key is open: the file will not be signed, and its name will say so. That is enough where the approval is signed by hand on the printed pages.
sign-off-key-of = Open: the key of { $name } ({ $role }). The files will be signed with it.

sign-off-ready-title = Ready for approval
sign-off-ready-explanation = From then on the answers are held as they are, and every copy bears the same fingerprint. A change remains possible, but is asked about first.
sign-off-ready-mark = Mark as ready for approval
sign-off-ready-since = Ready for approval since { $date }, { $hour }:{ $minute }
sign-off-ready-differs = The answers are no longer those that were marked as ready: printed copies do not match. Take the mark back, check the answers and mark them again.
sign-off-ready-take-back = Allow changes again
sign-off-ready-take-back-note = Copies that were printed since will then no longer match.
sign-off-ready-marked = The answers are ready for approval.
sign-off-blocked-errors = { $count ->
    [one] Fix { $count } error first.
    *[other] Fix { $count } errors first.
    }
sign-off-blocked-warnings = { $count ->
    [one] { $count } warning is to be acknowledged first.
    *[other] { $count } warnings are to be acknowledged first.
    }
sign-off-fingerprint = Fingerprint: { $fingerprint }
sign-off-fingerprint-name = Fingerprint
sign-off-thaw-title = Change all the same?
sign-off-thaw-explanation = The answers are marked as ready for approval. With this change, printed copies will no longer match: the fingerprint on them will no longer be the right one.
sign-off-thaw-confirm = Change all the same
sign-off-thaw-cancel = Leave everything as it is

sign-off-files-title = Files
sign-off-edition = What to write
sign-off-edition-submission = The submission: JSON and PDF
sign-off-edition-draft = Only a draft to read and comment on, marked DRAFT
sign-off-only-draft = For now, only a draft can be written. It is marked DRAFT on every page and in its name, and has no fingerprint.
sign-off-pdf = PDF to read, print and sign
sign-off-published = Page for publication
sign-off-published-page = HTML page
sign-off-published-fragment = HTML for a content system
sign-off-published-markdown = Markdown
sign-off-published-text = Plain text
sign-off-published-name = { $form } – { $language }
sign-off-published-draft = A draft is written as PDF and plain text only, which say that it is one. A page in HTML or Markdown is made to be published as it is.
sign-off-archive = Also put everything in one ZIP file, for e-mail that stops JSON
sign-off-supplementary-title = Additional information
sign-off-supplementary-explanation = The other answers do not ask for these. They can go out all the same, or stay in the draft.
sign-off-supplementary-name = { $question }: include or leave out
sign-off-include = Include
sign-off-leave-out = Leave out
sign-off-list-title = These files will be written
sign-off-list-empty = Nothing: choose at least one language for the PDF or the plain text.
sign-off-kind-json-signed = the submission, signed with the key of { $name }
sign-off-kind-json-unsigned = the submission, not signed
sign-off-kind-pdf = to print, in { $languages }
sign-off-kind-pdf-draft = to print, in { $languages }, marked DRAFT
sign-off-kind-pages = the sign-off page to print, in { $languages }
sign-off-kind-text = plain text, in { $languages }
sign-off-kind-text-draft = plain text, in { $languages }, marked DRAFT
sign-off-kind-archive = the files above in one
sign-off-not-ready-note = The answers are not marked as ready for approval: with the next change, these files will be out of date.
sign-off-write = Write the files
sign-off-stop = Stop
sign-off-replace-title = Replace the files that are there?
sign-off-replace-explanation = These files are already in “{ $folder }”:
sign-off-replace-confirm = Replace them

sign-off-step-preparing = Preparing the submission…
sign-off-step-making = Making { $file }…
sign-off-step-writing = Writing and checking { $file }…
sign-off-status-stopped = { $count ->
    [0] Stopped before anything was written.
    [one] Stopped: { $count } file was written and is whole.
    *[other] Stopped: { $count } files were written and are whole.
    }
err-no-folder = No folder was given for the files.
hint-no-folder = Type its path, or choose it with “Browse…”.
err-archive = The ZIP file could not be made.
hint-archive = Write the files without it, and report this.

sign-off-result-title = Written and checked
sign-off-result-outdated = The form was changed since: these files no longer show what is in it. Write them again.
sign-off-result-size = { $count } kB
sign-off-result-bytes = { $count } bytes
sign-off-check-read-back = Read back from the folder: it is what was made.
sign-off-check-pages = { $count ->
    [one] It opens, with { $count } page.
    *[other] It opens, with { $count } pages.
    }
sign-off-check-archive = { $count ->
    [one] It opens, and holds { $count } file, unchanged.
    *[other] It opens, and holds { $count } files, unchanged.
    }
sign-off-show-in-folder = Show in folder
sign-off-copy-path = Copy path
sign-off-copy = Copy
sign-off-for-file = { $button } – { $file }
sign-off-copied = Copied: { $what }
sign-off-path-name = path
err-show = The system did not open “{ $path }”.
hint-show = Open it with the file manager: “Copy path” copies where it is.

sign-off-sending-title = Sending
sign-off-sending-explanation = Probitas sends nothing. Put the files and these texts into a message of your own, or hand them over in the way your organization uses.
sign-off-recipient = Recipient
sign-off-address = E-mail or other address
sign-off-subject = Subject
sign-off-covering = Covering text
sign-off-copy-subject = Copy the subject
sign-off-copy-covering = Copy the covering text
sign-off-copy-address = Copy the address
sign-off-protected-a = Protected A: keep to systems that your organization has approved for it, and ask your security office before it leaves them by e-mail.
sign-off-protected-b = Protected B: ordinary e-mail is not enough. Use a channel that your organization has approved for Protected B, such as a shared space with restricted access or encrypted e-mail. Ask your security office if you do not know of one. This covering text may go by e-mail, without the files.

sign-off-letter-subject = Values and ethics self-assessment { $cycle } – { $organization }
sign-off-letter-greeting = Hello,
sign-off-letter-opening = Here is the “{ $title }” of { $organization } for the cycle { $cycle }.
sign-off-letter-files = Files:
sign-off-letter-archive = Everything is also in { $file }.
sign-off-letter-draft = This is a draft to read and comment on. It is not the submission.
sign-off-letter-signed = The JSON file is the original. It is signed with the key of { $name }; the PDF is a copy to print.
sign-off-letter-unsigned = The JSON file is not signed. The approval is the handwritten signature on the printed pages, which bear the same fingerprint.
sign-off-letter-fingerprint =
    Fingerprint: { $fingerprint }
    It stands on every printed page. To make sure that you received exactly this, compare it with us by telephone, at a number that you already have.
sign-off-letter-contact = For questions: { $contact }
sign-off-letter-closing = Thank you.
sign-off-without-marking-title = Leave the security marking out?
sign-off-without-marking-explanation = A page for publication, whether in HTML, Markdown or plain text, never bears a marking. Write it only if the answers may be published as they are. The PDF keeps its marking.
sign-off-without-marking-confirm = Write without the marking
sign-off-key-of-another = The person named above ({ $role }) is not { $name }. Fill in the name, or use another key: the paper and the signature should name the same person.
