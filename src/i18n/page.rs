//! The published page, and what has to be said before one is written.

super::messages! {
    languages = "page-languages" ();
    /// The name of a language in that language.
    own_name = "page-own-name" ();
    kind_page = "page-kind-page" (language);
    kind_fragment = "page-kind-fragment" (language);
    kind_markdown = "page-kind-markdown" (language);
    not_of_a_draft = "page-not-of-a-draft" ();
    err_marked = "err-page-marked" (marking);
    hint_marked = "hint-page-marked" ();
}
