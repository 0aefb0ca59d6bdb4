//! What an import has to report.

super::messages! {
    err_number_of_pages = "err-import-number-of-pages" (count);
    hint_number_of_pages = "hint-import-number-of-pages" ();
    err_too_large = "err-import-too-large" (page, size);
    hint_too_large = "hint-import-too-large" (limit);
    err_not_utf8 = "err-import-not-utf8" (page, line, offset);
    hint_not_utf8 = "hint-import-not-utf8" ();
    err_not_a_page = "err-import-not-a-page" (page);
    hint_not_a_page = "hint-import-not-a-page" ();
    err_both_languages = "err-import-both-languages" (page);
    hint_both_languages = "hint-import-both-languages" ();
    err_same_language = "err-import-same-language" (language);
    hint_same_language = "hint-import-same-language" ();
    err_refused = "err-import-refused" ();
    hint_refused = "hint-import-refused" ();
    /// How many of the questions a page has.
    page_read = "import-page-read" (page, language, found, count);
    question_missing = "import-question-missing" (page, questions);
    organization_missing = "import-organization-missing" (page);
    line_unknown = "import-line-unknown" (page, line, text);
    line_other_wording = "import-line-other-wording" (page, line, text);
    line_option = "import-line-option" (page, line, text, question);
    line_second_choice = "import-line-second-choice" (page, line, text, question);
    line_other_choice = "import-line-other-choice" (page, line, text, question);
    choice_differs = "import-choice-differs" (question, language);
    furniture = "import-furniture" (page, lines);
    characters_changed = "import-characters-changed" (page, count);
}
