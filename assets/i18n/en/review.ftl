review-ready = Nothing blocks the sign-off.
review-ready-but-warnings = Nothing is missing. { $count ->
    [one] 1 warning is still to be acknowledged before sign-off.
    *[other] { $count } warnings are still to be acknowledged before sign-off.
    }
review-blocked = Not ready for sign-off: { $errors ->
    [one] 1 error
    *[other] { $errors } errors
    }, { $warnings ->
    [0] no open warnings
    [one] 1 open warning
    *[other] { $warnings } open warnings
    }.
review-sign-off = Continue to sign-off
review-texts = Texts that go out: { $english } in English, { $french } in French
review-texts-english = Texts that go out: { $count } in English
review-texts-french = Texts that go out: { $count } in French
review-counts = { $progress } – { $texts }
review-halves = What the review shows
review-half-document = Document
review-printed = Submission as printed
review-printed-languages = Languages of the printed submission
review-in-english = English
review-in-french = French
review-english-first = English, then French
review-french-first = French, then English
review-nothing-to-check = Nothing to check.
review-places-below = { $count } places, listed below
review-acknowledge = Acknowledge…
review-acknowledge-name = Acknowledge… – { $warning }
review-acknowledge-all = Acknowledge all { $count } warnings of this kind…
review-acknowledge-title = { $count ->
    [one] Acknowledge a warning
    *[other] Acknowledge { $count } warnings
    }
review-acknowledge-explanation = The answers stay as they are, and the warning no longer stands in the way of the sign-off. When one of these answers changes, the acknowledgement lapses.
review-acknowledge-confirm = Acknowledge
review-reason = Reason (optional)
review-reason-stays = The reason stays in the draft. It is neither printed nor sent.
review-acknowledged = Acknowledged
review-acknowledged-because = Acknowledged. Reason: { $reason }
review-take-back = Take back
review-take-back-name = Take back – { $warning }
review-take-back-all = Take back all { $count } acknowledgements of this kind
