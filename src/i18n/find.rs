//! Finding and replacing words in the answers.

super::messages! {
    menu = "find-menu" ();
    title = "find-title" ();
    words = "find-words" ();
    with = "find-with" ();
    match_case = "find-match-case" ();
    match_accents = "find-match-accents" ();
    next = "find-next" ();
    previous = "find-previous" ();
    close = "find-close" ();
    also_replace = "find-also-replace" ();
    replace = "find-replace" ();
    replace_all = "find-replace-all" ();
    found = "find-found" (count);
    hits = "find-hits" ();
    hit = "find-hit" (number, count, place);
    hit_name = "find-hit-name" (text, place);
    place = "find-place" (place, language);
    place_wording = "find-place-wording" (question, language);
    more = "find-more" (count);
    replaced = "find-replaced" (count, left);
    does_find = "find-does-find" ();
    does_replace = "find-does-replace" ();
    does_next = "find-does-next" ();
    does_previous = "find-does-previous" ();
}
