place-question = { $question }
place-question-text = { $question } (text)
place-question-text-numbered = { $question } (text { $number })
place-question-choice-numbered = { $question } (choice { $number })
place-unknown-item = “{ $id }”
place-organization = Organization
place-preparer = Preparer
place-deputy-head = Deputy head
place-unplaced = Lines of the imported page without a place
finding-unanswered = No answer yet: { $places }. Answer, or say that it is not applicable or that no response is submitted.
finding-neither-tick-nor-text = Nothing is selected and no text is given: { $places }. Select what applies or write a text; either is enough.
finding-invalid-answer = The answer does not fit the form: { $places }. Answer again there.
finding-ticks-without-text = Options are selected, but no details are given: { $places }. Add the details that the question asks for, or confirm that the options say it all.
finding-text-without-ticks = A text is given, but nothing is selected: { $places }. Select what applies, or confirm that none of the options fits.
finding-consistency = { $explanation } Change one of the answers, or confirm that they are right as they stand.
finding-not-applicable-where-expected = An answer is expected, but “N/A” is given: { $places }. That may be right; answer if there is something to say.
finding-no-response-where-expected = An answer is expected, but no response will be submitted: { $places }. That may be right; answer if there is something to say.
finding-kept-beside-decision = “Not applicable” or “no response” is chosen, so what was selected or written is kept here but does not go out: { $places }. To send it, take that choice back.
finding-supplementary = Additional information goes out although no answer is asked for: { $places }. Leave out what should not be published.
finding-supplementary-left-out = Additional information is kept here but does not go out, because no answer is asked for: { $places }. Include what should be published.
finding-text-missing = The text is missing in { $language }: { $places }. Write it, or confirm that it goes out in one language only.
finding-translation-stale = The text has changed since its translation was confirmed: { $places }. Look at the translation, and confirm it again.
finding-languages-disagree = One language says “N/A” or “no response”, and the other says something else: { $places }. Make both say the same.
finding-other-language-only = The organization answers in { $language }, but the text is in the other language only: { $places }. It goes out as it is. Write it in { $language }, or change the languages of the answers.
finding-reference = The text seems to send readers to another answer: { $places }. People may read one answer by itself; repeat there what matters.
finding-attachment = The text seems to mention an attachment: { $places }. No attachment goes out with the form; put what matters into the text.
finding-email-address = An e-mail address would be published: { $places }. Remove it if it should not be public.
finding-telephone-number = A telephone number would be published: { $places }. Remove it if it should not be public.
finding-internal-link = A link that seems to work only inside the government would be published: { $places }. Say what it shows, or remove it.
finding-uncovered-characters = Some characters cannot be shown or printed: { $places }. The PDF prints their codes in square brackets instead. The codes: { $characters }. Write the characters in another way, or confirm that the codes may stay.
finding-unplaced-options = { $count ->
    [one] 1 line of the imported page is not among the options of the form: { $places }. Select the option that is meant, then remove the line.
   *[other] { $count } lines of the imported page are not among the options of the form: { $places }. Select the options that are meant, then remove the lines.
}
finding-unplaced-lines = { $count ->
    [one] 1 line of the imported page found no place in the form. Copy it to where it belongs, or remove it.
   *[other] { $count } lines of the imported page found no place in the form. Copy each one to where it belongs, or remove it.
}
finding-unknown-item = The file has answers to questions that this form does not ask: { $places }. They are kept but do not go out. If they matter, write what they say under another question.
finding-organization-name-missing = The name of the organization is missing. Write it under “Organization”.
finding-organization-name-missing-in = The name of the organization is missing in { $language }. Write it under “Organization”.
finding-organization-id-missing = The organization has no identifier for file names yet. “{ $used }” is used; write another one under “Organization” if you prefer.
finding-organization-id-unusable = “{ $id }” cannot be the identifier for file names: it may have small letters without accents, digits and hyphens between them, 40 at most. “{ $used }” is used instead; write another one under “Organization” if you prefer.
finding-person-name-missing = No name yet: { $places }. The name is printed beside the signature; it can also be written there by hand.
finding-cycle-missing = The reporting cycle is missing. Write it under “Organization”, for example 2024.
finding-audience-missing = The name of the central agency that receives the submission is missing. The deputy head’s attestation refers to it.
