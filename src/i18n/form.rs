//! The form: its parts, questions, follow-ups, guidance and findings.

super::messages! {
    state_not_expected = "form-state-not-expected" ();
    state_not_started = "form-state-not-started" ();
    state_in_progress = "form-state-in-progress" ();
    state_answered = "form-state-answered" ();
    state_not_applicable = "form-state-not-applicable" ();
    state_no_response = "form-state-no-response" ();
    state_has_errors = "form-state-has-errors" ();
    state_has_warnings = "form-state-has-warnings" ();
    progress_beside = "form-progress-beside" (count);
    row_name = "form-row-name" (question, state);
    does_not_applicable = "form-does-not-applicable" ();
    does_no_response = "form-does-no-response" ();
    expected_now = "form-expected-now" (places);
    news_finding = "form-news-finding" (place, severity, text);
    news_others = "form-news-others" (count);
    news_mended = "form-news-mended" (place);
    no_findings_shown = "form-no-findings-shown" ();
    follow_up_empty = "form-follow-up-empty" ();
    follow_up_kept = "form-follow-up-kept" (count);
    follow_up_opened = "form-follow-up-opened" ();
    follow_up_open = "form-follow-up-open" ();
    follow_up_open_name = "form-follow-up-open-name" (question);
    follow_up_fold = "form-follow-up-fold" ();
    follow_up_fold_name = "form-follow-up-fold-name" (question);
    follow_up_remove = "form-follow-up-remove" ();
    follow_up_remove_name = "form-follow-up-remove-name" (question);
    remove_title = "form-remove-title" ();
    remove_explanation = "form-remove-explanation" (place, count);
    remove_confirm = "form-remove-confirm" ();
    text_removed = "form-text-removed" (place);
    guidance = "form-guidance" ();
    guidance_name = "form-guidance-name" (question);
    guidance_source = "form-guidance-source" ();
    guidance_asks = "form-guidance-asks" ();
    guidance_others = "form-guidance-others" ();
    guidance_concerns = "form-guidance-concerns" ();
    guidance_report = "form-guidance-report" (title, publisher, year);
    passage_recommendation = "form-passage-recommendation" (area, number, heading);
    passage_heard = "form-passage-heard" (chapter, heading);
    unofficial = "form-unofficial" ();
    unofficial_choices = "form-unofficial-choices" ();
    unofficial_option = "form-unofficial-option" (option);
    unofficial_whole = "form-unofficial-whole" ();
    unofficial_page = "form-unofficial-page" ();
}
