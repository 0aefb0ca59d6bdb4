translation-changed = What changed in the { $language } text since its translation was confirmed
translation-changed-name = { $question } – what changed in the { $language } text
translation-changed-note = { $title }: { $text }
translation-changed-layout = The words are the same: only paragraphs or lists were changed.
translation-changed-all = Show all changes
translation-added = [added: { $words }]
translation-removed = [removed: { $words }]
translation-left-out = […]
translation-meter = { $language } { $done }/{ $all }
translation-meter-beside = Texts: { $first }, { $second }{ $stale ->
    [0] {""}
    *[other] , { $stale } to be looked at again
    }
translation-present-note = There is a translation with other paragraphs or lists than the source: { $text }
translation-taken = Translation taken in: { $places }.
translation-replaced = Another translation stood there before, and was replaced: { $places }.
translation-confirmed = The bureau calls these final; the two languages are marked as saying the same: { $places }.
translation-source-changed = The text has changed since it was sent to be translated. The translation was taken in, and is to be looked at again: { $places }.
translation-source-gone = The text that was translated is no longer there, or is now written first in the other language; not taken in: { $places }.
translation-unfinished = Some segments have no translation; not taken in: { $places }.
translation-misfit = Segments are missing, or the file no longer says how they belong together; not taken in: { $places }.
translation-same = Nothing new in { $count ->
    [one] 1 answer
    *[other] { $count } answers
    }.
translation-unknown = { $count ->
    [one] 1 segment belongs to no text of this form, or stands there twice; it was passed over.
    *[other] { $count } segments belong to no text of this form, or stand there twice; they were passed over.
    }
translation-nothing-new = The file holds nothing new. No answer was changed.
translation-written = File for translation: { $file } ({ $answers ->
    [one] 1 answer
    *[other] { $answers } answers
    }, { $segments ->
    [one] 1 segment
    *[other] { $segments } segments
    })
err-translation-not-xml = The translation file is damaged or ends in the middle (line { $line }).
hint-translation-not-xml = Ask whoever translated for the file again, as XLIFF 1.2 in UTF-8. No answer was changed.
err-translation-entities = The translation file defines or uses names of its own for characters (line { $line }). A translation needs none, and such files can do harm.
hint-translation-entities = Ask whoever translated to export it as plain XLIFF 1.2. No answer was changed.
err-translation-too-much = The translation file is nested too deep or has too many segments to be one.
err-translation-not-xliff = This is not a translation file (XLIFF).
hint-translation-not-xliff = Choose the file that came back, ending with .xlf or .xliff.
err-translation-other-version = The translation file says that it is XLIFF of version “{ $version }”; Probitas reads 1.2.
hint-translation-other-version = Ask whoever translated for XLIFF 1.2, the version that was sent.
err-translation-other-draft = The translation file was made from another draft.
hint-translation-other-draft = Open the draft that it was made from, or choose another file. No answer was changed.
err-translation-other-languages = The translation file is not between English and French.
hint-translation-other-languages = Ask whoever translated to keep the two languages of the file that was sent. No answer was changed.
err-translation-one-language = The organization answers in one language: there is nothing to translate.
hint-translation-one-language = On “Organization”, choose both languages, where a translation is wanted.
err-translation-nothing-open = No text is to be translated: every translation is there and confirmed, or no text is written yet.
hint-translation-nothing-open = To send confirmed translations too, ask for all texts.
translation-send = Export for translation…
translation-send-title = Export for translation
translation-send-explanation = Writes the texts whose translation is missing, not confirmed or out of date, as XLIFF 1.2: the format that translation bureaus take. Lists and sub-headings come back as they are. The file is not protected: send it as its security marking asks.
translation-send-path = Path of the file
translation-send-all = Confirmed translations too, marked as final
translation-send-confirm = Write the file
translation-replace-title = Replace the translation file that is there?
translation-replace = There is a file already: “{ $path }”
translation-replace-confirm = Replace it
translation-take = Import translation…
translation-take-title = Import translation
translation-take-explanation = Takes the translations into this draft as one change, which Undo takes back. Only where the bureau calls a text final, and the source has not changed since, are the two languages marked as saying the same.
translation-take-path = Path of the file that came back
translation-take-confirm = Import
translation-taken-title = What became of the translations
translation-status-taken = { $count ->
    [0] No answer was changed.
    [one] 1 answer was changed.
    *[other] { $count } answers were changed.
    }
translation-filter = Translation files
translation-drop = Drop the translations to import them
