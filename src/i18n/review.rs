//! The review: what will be printed, and what is to be checked before.

super::messages! {
    ready = "review-ready" ();
    ready_but_warnings = "review-ready-but-warnings" (count);
    blocked = "review-blocked" (errors, warnings);
    /// Leads to the screen on which the submission is signed.
    sign_off = "review-sign-off" ();
    texts_in = "review-texts-in" (language, count, missing, stale);
    beside = "review-beside" (first, second);
    halves = "review-halves" ();
    half_document = "review-half-document" ();
    printed = "review-printed" ();
    /// Stands where the pages will be, until they are laid out.
    preparing_pages = "review-preparing-pages" ();
    zoom_in = "review-zoom-in" ();
    zoom_out = "review-zoom-out" ();
    fit_width = "review-fit-width" ();
    /// How large the pages are, of their size on paper.
    zoom_percent = "review-zoom-percent" (percent);
    actual_size = "review-actual-size" ();
    previous_page = "review-previous-page" ();
    next_page = "review-next-page" ();
    page_of = "review-page-of" (page, count);
    /// What was copied.
    selection = "review-selection" ();
    pages_help = "review-pages-help" ();
    printed_languages = "review-printed-languages" ();
    in_english = "review-in-english" ();
    in_french = "review-in-french" ();
    english_first = "review-english-first" ();
    french_first = "review-french-first" ();
    nothing_to_check = "review-nothing-to-check" ();
    /// Stands where the names of places would, when there are many of them.
    places_below = "review-places-below" (count);
    acknowledge = "review-acknowledge" ();
    acknowledge_name = "review-acknowledge-name" (warning);
    acknowledge_all = "review-acknowledge-all" (count);
    acknowledge_title = "review-acknowledge-title" (count);
    acknowledge_explanation = "review-acknowledge-explanation" ();
    acknowledge_confirm = "review-acknowledge-confirm" ();
    reason = "review-reason" ();
    reason_stays = "review-reason-stays" ();
    acknowledged = "review-acknowledged" ();
    acknowledged_because = "review-acknowledged-because" (reason);
    take_back = "review-take-back" ();
    take_back_name = "review-take-back-name" (warning);
    take_back_all = "review-take-back-all" (count);
}
