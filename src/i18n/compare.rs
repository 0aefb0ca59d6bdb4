//! How two submissions differ.

super::messages! {
    same = "compare-same" ();
    count = "compare-count" (count);
    not_verified = "compare-not-verified" ();
    field_in = "compare-field-in" (field, language);
    part_of = "compare-part-of" (place, part);
    organization_id = "compare-organization-id" ();
    organization_name = "compare-organization-name" ();
    abbreviation = "compare-abbreviation" ();
    cycle = "compare-cycle" ();
    submission_id = "compare-submission-id" ();
    revision = "compare-revision" ();
    previous = "compare-previous" ();
    audience = "compare-audience" ();
    created_at = "compare-created-at" ();
    marking = "compare-marking" ();
    answer_languages = "compare-answer-languages" ();
    questionnaire = "compare-questionnaire" ();
    state = "compare-state" ();
    choices = "compare-choices" ();
    text = "compare-text" ();
    source = "compare-source" ();
    translation = "compare-translation" ();
    name = "compare-name" ();
    title = "compare-title" ();
    acting = "compare-acting" ();
    wording = "compare-wording" ();
    supplementary = "compare-supplementary" ();
    no_marking = "compare-no-marking" ();
    protected_a = "compare-protected-a" ();
    protected_b = "compare-protected-b" ();
    yes = "compare-yes" ();
    no = "compare-no" ();
}
