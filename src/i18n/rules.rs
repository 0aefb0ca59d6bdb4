//! What the rules say of a response, and how they name places.

super::messages! {
    place_question = "place-question" (question);
    place_text = "place-question-text" (question);
    place_text_numbered = "place-question-text-numbered" (question, number);
    place_choice_numbered = "place-question-choice-numbered" (question, number);
    place_unknown_item = "place-unknown-item" (id);
    place_organization = "place-organization" ();
    place_preparer = "place-preparer" ();
    place_deputy_head = "place-deputy-head" ();
    place_unplaced = "place-unplaced" ();
    unanswered = "finding-unanswered" (places);
    neither_tick_nor_text = "finding-neither-tick-nor-text" (places);
    invalid_answer = "finding-invalid-answer" (places);
    ticks_without_text = "finding-ticks-without-text" (places);
    text_without_ticks = "finding-text-without-ticks" (places);
    consistency = "finding-consistency" (explanation);
    not_applicable_where_expected = "finding-not-applicable-where-expected" (places);
    no_response_where_expected = "finding-no-response-where-expected" (places);
    kept_beside_decision = "finding-kept-beside-decision" (places);
    supplementary = "finding-supplementary" (places);
    supplementary_left_out = "finding-supplementary-left-out" (places);
    text_missing = "finding-text-missing" (language, places);
    translation_stale = "finding-translation-stale" (places);
    languages_disagree = "finding-languages-disagree" (places);
    other_language_only = "finding-other-language-only" (language, places);
    reference = "finding-reference" (places);
    attachment = "finding-attachment" (places);
    email_address = "finding-email-address" (places);
    telephone_number = "finding-telephone-number" (places);
    internal_link = "finding-internal-link" (places);
    uncovered_characters = "finding-uncovered-characters" (characters, places);
    unplaced_options = "finding-unplaced-options" (count, places);
    unplaced_lines = "finding-unplaced-lines" (count);
    unknown_item = "finding-unknown-item" (places);
    organization_name_missing = "finding-organization-name-missing" ();
    organization_name_missing_in = "finding-organization-name-missing-in" (language);
    cycle_missing = "finding-cycle-missing" ();
    audience_missing = "finding-audience-missing" ();
    organization_id_missing = "finding-organization-id-missing" (used);
    organization_id_unusable = "finding-organization-id-unusable" (id, used);
    person_name_missing = "finding-person-name-missing" (places);
}
