//! Words that several screens and outputs share.

super::messages! {
    english = "language-english" ();
    french = "language-french" ();
    program_name = "program-name" ();
    state_unanswered = "state-unanswered" ();
    state_answered = "state-answered" ();
    state_not_applicable = "state-not-applicable" ();
    state_no_response = "state-no-response" ();
    state_not_asked = "state-not-asked" ();
}
