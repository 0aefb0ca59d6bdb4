//! The published page, and what has to be said before one is written.

super::messages! {
    languages = "page-languages" ();
    /// The name of a language in that language.
    own_name = "page-own-name" ();
    not_of_a_draft = "page-not-of-a-draft" ();
    err_marked = "err-page-marked" (marking);
    hint_marked = "hint-page-marked" ();
}
