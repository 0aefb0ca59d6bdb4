window-answer-in = In { $language }
window-answer-languages = The organization answers in
window-answer-name = { $question }, answer
window-answer-name-in = { $question }, answer in { $language }
window-details-name = { $question }, details
window-details-name-in = { $question }, details in { $language }
window-group-name = { $question }: { $wording }
window-back-to-form = Back to the form
window-browse = Browse…
window-cancel = Cancel
window-check-all = Check all answers
window-commands = Commands
window-status = Status
window-close = Close
window-count-errors = { $count ->
    [one] 1 error
    *[other] { $count } errors
    }
window-count-warnings = { $count ->
    [one] 1 warning
    *[other] { $count } warnings
    }
window-count-notes = { $count ->
    [one] 1 note
    *[other] { $count } notes
    }
window-cycle = Cycle
window-decide-not-applicable = Not applicable
window-decide-no-response = No response
window-decide-name = { $decision } – { $question }
window-decide-details-name = { $decision } – { $question }, details
window-decided-answer-kept = What was chosen or written here is kept in the draft; it does not go out.
window-discard = Continue without saving
err-key-name = No name was given for the key.
hint-key-name = Type the name of the person who will sign with it, as it should be printed.
err-key-path = No file was named for the key.
hint-key-path = Type a path, or choose one with Browse.
err-passphrase-short = The passphrase has fewer than { $count } characters.
hint-passphrase-short = Use a longer one: several words that do not belong together are easy to remember and hard to guess.
err-passphrase-differs = The two passphrases are not the same.
hint-passphrase-differs = Type both again.
err-not-complete = Not complete yet: { $count ->
    [one] there is 1 error
    *[other] there are { $count } errors
    }.
hint-not-complete = “Review” lists them; each entry leads to its field.
err-open-warnings = Not complete yet: { $count ->
    [one] 1 warning is open
    *[other] { $count } warnings are open
    }.
hint-open-warnings = Acknowledge them in “Review”.
window-export-title = Export the self-assessment
window-export-folder = Folder
window-export-english = PDF in English
window-export-french = PDF in French
window-menu-file = File
window-file-new = New self-assessment
window-file-open = Open…
window-file-import = Import a published page…
window-file-examples = Examples
window-file-save-as = Save as…
window-file-close = Close
window-filter-drafts = Probitas drafts
window-filter-pages = Published pages
window-finding-acknowledge = I have taken note
window-finding-acknowledged = acknowledged
window-import = Import
window-import-title = Import a published page
window-import-explanation = A published page, as the browser saved it (.html) or as plain text, in English or French, or both pages of one organization. Their content replaces that of the form.
window-import-first = Page
window-import-second = Page in the other language (optional)
window-key-open = Open a key…
window-key-make = Make a key…
window-key-forget = Close the key
window-key-path = Key file
window-key-name = Printed name
window-key-role = Signs as
window-key-open-confirm = Open the key
window-key-make-confirm = Make the key
window-open-key-title = Open a key
window-make-key-title = Make a key
window-make-key-explanation = The key shows that whoever holds it signed this content, and no more. Keep the file and the passphrase apart.
window-passphrase = Passphrase
window-passphrase-again = Passphrase again
window-language-order = First language where both appear
window-languages-both = English and French
window-languages-english = English
window-languages-french = French
window-order-english = English
window-order-french = French
window-marking = Security marking
window-marking-none = None
window-marking-a = Protected A
window-marking-b = Protected B
window-no-display = Probitas cannot open a window here. In a terminal, use probitas-cli: it does the same work.
window-not-expected = No answer is expected here, given the other answers. One may be given all the same.
window-open = Open
window-open-title = Open a draft
window-organization-title = Organization
window-organization-name = Name of the organization in { $language }
window-organization-abbreviation = Abbreviation in { $language } (optional)
window-organization-id = Identifier in file names
window-overwrite = Replace the file
window-overwrite-title = Another file is in this place
window-overwrite-explanation = “{ $path }” is not the file that was last read or written here. Saving under another name keeps both.
window-path-draft = Path of the draft
window-people-title = People
window-person-name = Name
window-person-title = Title in { $language }
window-person-acting = Acting
window-person-field = { $field } – { $role }
window-role-preparer = Preparer
window-role-deputy-head = Deputy head
window-progress = { $done } of { $expected } questions answered
window-read-only = A newer version of Probitas wrote this draft: it can be read here, and saved under another name only.
window-redo = Redo
window-undo = Undo
window-release = Send this additional information too
window-save = Save
window-save-as-title = Save the draft
window-severity-error = Error
window-severity-warning = Warning
window-severity-note = Note
window-status-clear = Dismiss
window-status-example = This is an example: a self-assessment that an organization published. Save it under a name of your own.
window-status-exporting = Exporting…
window-status-exported = The files were written and read back.
window-imported-title = Imported
window-status-importing = Importing…
window-status-imported = Imported. { $count ->
    [0] Every line found its place.
    [one] 1 line found no place; it is listed above the questions.
    *[other] { $count } lines found no place; they are listed above the questions.
    }
window-status-making-key = Making the key…
window-status-key-made = The key of { $name } was made and is open. The public key stands beside the key file.
window-status-opening-key = Opening the key…
window-status-key-opened = The key of { $name } is open.
window-status-opening = Opening…
window-status-opened = Opened: { $file }
window-status-opened-read-only = Opened read-only: { $file }
window-status-saving = Saving…
window-status-saved = Saved: { $file }
window-summary-checked = To check: { $errors ->
    [one] 1 error
    *[other] { $errors } errors
    }, { $warnings ->
    [one] 1 open warning
    *[other] { $warnings } open warnings
    }
window-switch-language = Français (F9)
window-title = { $file } – Probitas
window-title-unsaved = * { $file } (changes not saved) – Probitas
window-untitled = New self-assessment
window-translation-confirmed = The two languages say the same
window-translation-stale = The source text has changed since the two were compared.
window-unplaced-title = Lines without a place
window-unplaced-explanation = The import could not place these lines. Choose the option that a line stands for, copy its text into an answer, or drop it.
window-unplaced-line = Line { $line } of the page in { $language }
window-unplaced-choose = Choose the option…
window-unplaced-drop = Drop the line
window-example-elections = Elections Canada
window-example-immigration = Immigration, Refugees and Citizenship Canada
window-example-innovation = Innovation, Science and Economic Development Canada
window-example-treasury = Treasury Board of Canada Secretariat
window-unsaved-title = Save the changes?
window-unsaved-close = Some changes are not saved in any file. Closing without saving loses them.
window-unsaved-replace = Some changes are not saved in any file. Going on without saving loses them.
window-screen-start = Start
window-screen-form = Questions
window-screen-review = Review
window-screen-sign-off = Sign-off and export
window-screen-settings = Settings
window-screen-guide = User guide
window-navigation = Contents
window-findings-title = Points to check
window-key-title = Signing key
