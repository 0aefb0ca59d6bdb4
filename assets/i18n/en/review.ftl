review-ready = Nothing blocks the sign-off.
review-ready-but-warnings = Nothing is missing. { $count ->
    [one] 1 warning is still open: mend it or take note of it.
    *[other] { $count } warnings are still open: mend them or take note of them.
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
review-texts-in = { $language }: { $count ->
    [0] no text goes out
    [one] 1 text goes out
    *[other] { $count } texts go out
    }{ $missing ->
    [0] {""}
    *[other] , { $missing } missing
    }{ $stale ->
    [0] {""}
    *[other] , { $stale } to compare again
    }
review-beside = { $first } – { $second }
review-halves = What the review shows
review-half-document = Document
review-printed = Submission as printed
review-preparing-pages = Preparing the pages…
review-zoom-in = Larger
review-zoom-out = Smaller
review-fit-width = Fit width
review-zoom-percent = { $percent }%
review-actual-size = Actual size (100%)
review-previous-page = Previous page
review-next-page = Next page
review-page-of = Page { $page } of { $count }
review-selection = selected text
review-pages-help = PageUp and PageDown scroll, + and − zoom, 0 fits the width. Ctrl+A selects everything, Ctrl+C copies what is selected.
review-printed-languages = Languages of the printed submission
review-in-english = English
review-in-french = French
review-english-first = English, then French
review-french-first = French, then English
review-nothing-to-check = Nothing to check.
review-places-below = { $count } places, listed below
review-acknowledge = I have taken note…
review-acknowledge-name = I have taken note… – { $warning }
review-acknowledge-all = Take note of all { $count } warnings of this kind…
review-acknowledge-title = { $count ->
    [one] Take note of a warning
    *[other] Take note of { $count } warnings
    }
review-acknowledge-explanation = The answers stay as they are, and the warning no longer stands in the way of the sign-off. When one of these answers changes, the warning asks again.
review-acknowledge-confirm = I have taken note
review-reason = Reason (optional)
review-reason-stays = The reason stays in the draft. It is neither printed nor sent.
review-acknowledged = Taken note of
review-acknowledged-because = Taken note of. Reason: { $reason }
review-take-back = Take back
review-take-back-name = Take back – { $warning }
review-take-back-all = Take all { $count } of this kind back
