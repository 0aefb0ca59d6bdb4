//! When a finding is shown, and what is told of it.

use probitas::app::{Action, QuestionState, Screen, Step, Target};
use probitas::i18n::Language;
use probitas::response::{AnswerLanguages, Decision, Edit};
use probitas::rules::{Rule, Severity};

use crate::played::*;

/// A session of an organization that answers in English only.
fn begin_in_english() -> Played {
    let mut played = begin();
    played.act(Action::Edit(Edit::AnswerLanguages(
        AnswerLanguages::English,
    )));
    played
}

fn shows(played: &Played, item: &str, rule: Rule) -> bool {
    let place = place(item);
    let mut shown = played.session.shown_at(&place);
    shown.any(|finding| finding.rule == rule)
}

fn newest(played: &Played) -> String {
    let newest = played.session.newest().into_iter();
    let lines: Vec<String> = newest.map(|line| line.text(Language::English)).collect();
    lines.join(" ")
}

const ADDRESS: &str = "Write to values@example.gc.ca";

#[test]
fn what_is_new_while_writing_waits_until_the_field_is_left() {
    let mut played = begin_in_english();
    played
        .act(write("q8", "Done."))
        .act(Action::Leave(place("q8")));
    played.act(write("q8", ADDRESS));
    assert!(!shows(&played, "q8", Rule::EmailAddress));
    played.act(Action::Leave(place("q8")));
    assert!(shows(&played, "q8", Rule::EmailAddress));
}

#[test]
fn what_was_shown_before_is_back_at_once_while_writing() {
    let mut played = begin_in_english();
    played.act(Action::Leave(place("q8")));
    assert!(shows(&played, "q8", Rule::Unanswered));
    played.act(write("q8", "D"));
    assert!(!shows(&played, "q8", Rule::Unanswered));
    played.act(write("q8", ""));
    assert!(shows(&played, "q8", Rule::Unanswered));
}

#[test]
fn text_that_is_emptied_after_the_field_was_left_is_missing_only_on_leaving_again() {
    let mut played = begin_in_english();
    played
        .act(Action::Leave(place("q8")))
        .act(write("q8", "Done."))
        .act(Action::Leave(place("q8")))
        .act(write("q8", ""));
    assert!(!shows(&played, "q8", Rule::Unanswered));
    assert_eq!(played.question("q8"), QuestionState::NotStarted);
    played.act(Action::Leave(place("q8")));
    assert!(shows(&played, "q8", Rule::Unanswered));
}

#[test]
fn writing_elsewhere_or_another_screen_ends_the_writing() {
    let mut played = begin_in_english();
    played.act(write("q8", ADDRESS)).act(write("q9", ADDRESS));
    assert!(shows(&played, "q8", Rule::EmailAddress));
    assert!(!shows(&played, "q9", Rule::EmailAddress));
    played.act(Action::Show(Screen::Review));
    assert!(shows(&played, "q9", Rule::EmailAddress));
}

#[test]
fn contradiction_is_shown_at_once_where_nobody_writes() {
    let mut played = begin();
    played
        .act(choose("q1", "q1.no"))
        .act(choose("q2", "q2.yes"));
    assert!(shows(&played, "q1", Rule::Consistency));
    assert!(shows(&played, "q2", Rule::Consistency));
}

#[test]
fn what_is_new_while_writing_waits_also_after_a_check_of_everything() {
    let mut played = begin_in_english();
    played
        .act(write("q8", "Done."))
        .act(Action::CheckAll)
        .act(write("q8", ADDRESS));
    assert!(!shows(&played, "q8", Rule::EmailAddress));
    played.act(Action::Leave(place("q8")));
    assert!(shows(&played, "q8", Rule::EmailAddress));
}

#[test]
fn undoing_to_a_blank_field_while_writing_is_no_error_yet() {
    let mut played = begin_in_english();
    played
        .act(Action::Show(Screen::Form))
        .act(write("q8", "Done."))
        .act(Action::Undo);
    assert_eq!(played.shown("q8"), 0);
    played.act(Action::Leave(place("q8")));
    assert!(shows(&played, "q8", Rule::Unanswered));
}

#[test]
fn finding_is_told_when_it_comes_and_when_it_goes() {
    let mut played = begin_in_english();
    played.act(Action::Leave(place("q8")));
    let told = newest(&played);
    assert!(
        told.starts_with("Question 8. Error: No answer yet"),
        "{told}"
    );
    played.act(write("q8", "D"));
    assert_eq!(newest(&played), "Question 8: nothing more to check here.");
}

#[test]
fn several_new_findings_are_told_in_one_breath() {
    let mut played = begin_in_english();
    played
        .act(write(
            "q8",
            "See Question 3, or write to values@example.gc.ca",
        ))
        .act(Action::Leave(place("q8")));
    let told = newest(&played);
    assert!(told.starts_with("Question 8. Note: "), "{told}");
    assert!(told.ends_with("1 other point is new."), "{told}");
}

#[test]
fn keys_lead_from_finding_to_finding_and_round() {
    let mut played = begin();
    let go = |played: &mut Played, from: Option<&str>, step| {
        let from = from.map(place);
        played.act(Action::GoToFinding { from, step });
        played.session.take_target()
    };
    assert_eq!(go(&mut played, None, Step::Next), None);
    assert!(newest(&played).starts_with("No error or open warning"));
    played
        .act(Action::Leave(place("q3")))
        .act(Action::Leave(place("q12")));
    let at = |item: &str| Some(Target::Place(place(item)));
    assert_eq!(go(&mut played, None, Step::Next), at("q3"));
    assert_eq!(go(&mut played, Some("q3"), Step::Next), at("q12"));
    assert_eq!(go(&mut played, Some("q12"), Step::Next), at("q3"));
    assert_eq!(go(&mut played, Some("q8"), Step::Previous), at("q3"));
    assert_eq!(go(&mut played, Some("q3"), Step::Previous), at("q12"));
    assert_eq!(go(&mut played, None, Step::Previous), at("q12"));
    // The only one is found again also from itself.
    played.act(choose("q3", "q3.reviewed"));
    assert_eq!(go(&mut played, Some("q12"), Step::Next), at("q12"));
}

#[test]
fn every_state_of_a_question_is_reached() {
    let mut played = begin_in_english();
    let decide = |item: &str, decision| {
        Action::Edit(Edit::Decide {
            item: item.into(),
            decision,
        })
    };
    assert_eq!(played.question("q1"), QuestionState::NotStarted);
    assert_eq!(played.question("q4"), QuestionState::NotExpected);
    played.act(choose("q1", "q1.no"));
    assert_eq!(played.question("q1"), QuestionState::InProgress);
    played.act(Action::Leave(place("q1.text")));
    assert_eq!(played.question("q1"), QuestionState::HasErrors);
    played
        .act(write("q1.text", "By fall."))
        .act(Action::Leave(place("q1.text")));
    assert_eq!(played.question("q1"), QuestionState::Answered);
    played.act(choose("q2", "q2.yes"));
    assert_eq!(played.question("q1"), QuestionState::HasWarnings);
    let key = {
        let place = place("q1");
        let mut shown = played.session.shown_at(&place);
        let warning = shown.find(|finding| finding.severity == Severity::Warning);
        warning.unwrap().key()
    };
    played.act(Action::Acknowledge {
        keys: vec![key],
        reason: String::new(),
    });
    assert_eq!(played.question("q1"), QuestionState::Answered);
    played.act(decide("q8", Decision::NotApplicable));
    played.act(decide("q9", Decision::NoResponse));
    // Both deserve a look, and are what they are once somebody had it.
    for item in ["q8", "q9"] {
        let place = place(item);
        let keys: Vec<String> = played
            .session
            .shown_at(&place)
            .map(probitas::rules::Finding::key)
            .collect();
        for key in keys {
            played.act(Action::Acknowledge {
                keys: vec![key],
                reason: String::new(),
            });
        }
    }
    assert_eq!(played.question("q8"), QuestionState::NotApplicable);
    assert_eq!(played.question("q9"), QuestionState::NoResponse);
}

#[test]
fn progress_counts_what_applies() {
    let mut played = begin_in_english();
    let progress = |played: &Played| {
        let session = &played.session;
        let progress = session.evaluation().progress(session.questionnaire());
        (progress.done, progress.expected)
    };
    assert_eq!(progress(&played), (0, 11));
    played.act(choose("q3", "q3.in_progress"));
    assert_eq!(progress(&played), (1, 12));
    // Nearly everyone answers Question 5 as well.
    played.act(choose("q5", "q5.in_progress"));
    assert_eq!(progress(&played), (1, 13));
    played.act(choose("q1", "q1.no"));
    assert_eq!(progress(&played), (1, 13));
    played.act(write("q1.text", "By fall."));
    assert_eq!(progress(&played), (2, 13));
}
