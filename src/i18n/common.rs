//! Words that several screens and outputs share.

super::messages! {
    english = "language-english" ();
    french = "language-french" ();
    program_name = "program-name" ();
    state_unanswered = "state-unanswered" ();
    state_answered = "state-answered" ();
    state_not_applicable = "state-not-applicable" ();
    state_no_response = "state-no-response" ();
    role_preparer = "role-preparer" ();
    role_deputy_head = "role-deputy-head" ();
    date_long = "date-long" (day, month, year);
    moment_utc = "moment-utc" (date, hour, minute);
    state_not_asked = "state-not-asked" ();
}
