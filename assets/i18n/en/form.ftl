form-state-not-expected = not expected
form-state-not-started = not started
form-state-in-progress = in progress
form-state-answered = answered
form-state-not-applicable = not applicable
form-state-no-response = no response
form-state-has-errors = has errors
form-state-has-warnings = has warnings
form-progress-beside = { $count ->
    [one] 1 other does not apply so far
    *[other] { $count } others do not apply so far
    }
form-row-name = { $question }, { $state }
form-does-not-applicable = “Not applicable” for the answer that has the focus, or back
form-does-no-response = “No response” for the answer that has the focus, or back
form-expected-now = An answer is expected now: { $places }.
form-news-finding = { $place }. { $severity }: { $text }
form-news-others = { $count ->
    [one] 1 other point is new.
    *[other] { $count } other points are new.
    }
form-news-mended = { $place }: nothing more to check here.
form-no-findings-shown = No error or open warning is shown. “Check all answers” also looks at what was not visited yet.
form-follow-up-empty = No further text is expected here.
form-follow-up-kept = No further text is expected here; one is kept: { $count ->
    [one] 1 character
    *[other] { $count } characters
    }.
form-follow-up-opened = No further text is expected here. One may be given all the same.
form-follow-up-open = Open
form-follow-up-open-name = Open – text of { $question }
form-follow-up-fold = Fold
form-follow-up-fold-name = Fold – text of { $question }
form-follow-up-remove = Remove…
form-follow-up-remove-name = Remove… – text of { $question }
form-remove-title = Remove the text?
form-remove-explanation = { $place }: { $count ->
    [one] 1 character is removed
    *[other] { $count } characters are removed
    }, in both languages. Undo brings them back.
form-remove-confirm = Remove
form-text-removed = { $place }: the text was removed. Undo brings it back.
form-guidance = About this question
form-guidance-name = About this question – { $question }
form-guidance-source = Written for Probitas; it does not come from the Privy Council Office (PCO).
form-guidance-asks = What is asked
form-guidance-others = What published answers contained
form-guidance-concerns = Passages of the Task Team report that it concerns
form-guidance-report = { $title }, { $publisher }, { $year }
form-others-open = Read what others wrote
form-others-title = What others wrote
form-others-note = Answers as four organizations published them, to be read: examples, not models.
form-others-organization = Organization
form-others-answer-name = { $organization } – { $question }
form-others-published = As published, in { $language }
form-others-nothing = This organization published nothing here.
form-others-copy = Copy this answer
form-others-words = words of { $organization }
form-others-consent-title = Copy the words of another organization?
form-others-consent = These words are another organization’s. Whoever takes them over answers for it that they are true of their own, and should say where they come from. You are asked once, until Probitas is closed.
form-others-consent-confirm = Copy
form-others-close = Close what others wrote
form-passage-recommendation = Area { $area } ({ $heading }), recommendation { $number }
form-passage-heard = { $chapter } ({ $heading })
form-unofficial = Unofficial French wording
form-unofficial-choices = Unofficial French wording, also of the options
form-unofficial-option = Unofficial French wording: “{ $option }”
form-unofficial-whole = Unofficial French wording (translation by Probitas)
form-unofficial-page = Some wordings are marked “Unofficial French wording (translation by Probitas)”: no official French text of them was found.
