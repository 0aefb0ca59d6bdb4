err-not-a-draft = This file is not a Probitas draft.
hint-not-a-draft = Choose a file that ends in .probitas. To bring in a published page, use Import.
err-draft-damaged = The draft cannot be read: something is missing or of the wrong kind at “{ $place }”.
hint-draft-damaged = The file was left as it is. Open a copy from before the change, or send the file to whoever helps you with Probitas.
err-unknown-questionnaire = The draft answers the questionnaire “{ $id }”, version { $version }, in a wording that this program does not have.
hint-unknown-questionnaire = Open it with a newer version of Probitas.
err-draft-newer = A newer version of Probitas wrote this draft; this version cannot show it.
hint-draft-newer = Open it with the newer version. The file was left as it is.
draft-cleaned = { $count ->
    [one] Note: one character that a record may not hold was replaced while reading.
   *[other] Note: { $count } characters that a record may not hold were replaced while reading.
}
