//! Answers, findings, undo.

use chrono::TimeDelta;
use probitas::app::{Action, Fold, QuestionState, Screen, Target};
use probitas::i18n::Language;
use probitas::questionnaire::{ItemId, ItemState};
use probitas::response::{Decision, Edit};

use crate::played::*;

#[test]
fn keys_typed_in_one_field_are_one_change() {
    let mut played = begin();
    played
        .act(write("q8", "N"))
        .act(write("q8", "Ne"))
        .act(write("q8", "New"))
        .act(write("q9", "Other"));
    played.act(Action::Undo);
    assert_eq!(
        (played.text("q8"), played.text("q9")),
        ("New".into(), String::new())
    );
    played.act(Action::Undo);
    assert_eq!(played.text("q8"), "");
    played.act(Action::Redo).act(Action::Redo);
    assert_eq!(
        (played.text("q8"), played.text("q9")),
        ("New".into(), "Other".into())
    );
    assert!(!played.session.history().can_redo());
}

#[test]
fn pause_or_leaving_the_field_ends_a_run_of_typing() {
    let mut played = begin();
    played.act(write("q8", "One"));
    played.moment.now += TimeDelta::minutes(1);
    played.act(write("q8", "One two"));
    played
        .act(Action::Leave(place("q8")))
        .act(write("q8", "One two three"));
    played.act(Action::Undo);
    assert_eq!(played.text("q8"), "One two");
    played.act(Action::Undo);
    assert_eq!(played.text("q8"), "One");
}

#[test]
fn undo_leads_to_where_the_change_was() {
    let mut played = begin();
    played.act(choose("q12", "q12.yes")).act(Action::Undo);
    assert_eq!(
        played.session.take_target(),
        Some(Target::Place(place("q12")))
    );
    assert_eq!(played.session.take_target(), None);
}

#[test]
fn nothing_is_shown_of_a_field_before_it_was_left() {
    let mut played = begin();
    assert!(played.session.evaluation().has_errors());
    assert_eq!(played.shown("q8"), 0);
    assert_eq!(played.question("q8"), QuestionState::NotStarted);
    played.act(Action::Leave(place("q8")));
    assert_eq!(played.shown("q8"), 1);
    assert_eq!(played.shown("q9"), 0);
    assert_eq!(played.question("q8"), QuestionState::HasErrors);
}

#[test]
fn finding_disappears_as_soon_as_it_is_mended() {
    let mut played = begin();
    played.act(Action::Edit(Edit::AnswerLanguages(
        probitas::response::AnswerLanguages::English,
    )));
    played.act(Action::Leave(place("q8"))).act(write("q8", "A"));
    assert_eq!(played.shown("q8"), 0);
    assert_eq!(played.question("q8"), QuestionState::Answered);
}

#[test]
fn check_all_shows_every_finding_and_the_list() {
    let mut played = begin();
    played.act(Action::CheckAll);
    assert_eq!(played.session.screen(), Screen::Review);
    assert!(played.shown("q1") > 0 && played.shown("q13") > 0);
}

#[test]
fn warning_is_acknowledged_until_its_item_changes() {
    let mut played = begin();
    played
        .act(choose("q1", "q1.no"))
        .act(choose("q2", "q2.yes"));
    let contradiction = played
        .session
        .shown_at(&place("q2"))
        .find(|finding| finding.places.contains(&place("q1")))
        .unwrap()
        .key();
    let open = |played: &Played| {
        let mut findings = played
            .session
            .evaluation()
            .open_warnings(played.session.response());
        findings.any(|finding| finding.key() == contradiction)
    };
    assert!(open(&played));
    played.act(Action::Acknowledge {
        keys: vec![contradiction.clone()],
        reason: String::new(),
    });
    assert!(!open(&played));
    played
        .act(choose("q2", "q2.no"))
        .act(choose("q2", "q2.yes"));
    // The answers are the same again, and so the acknowledgement stands again.
    assert!(!open(&played));
    played.act(Action::Undo).act(Action::Undo).act(Action::Undo);
    assert!(open(&played));
}

#[test]
fn decision_keeps_the_text_and_can_be_taken_back() {
    let mut played = begin();
    let decide = |decision| {
        Action::Edit(Edit::Decide {
            item: "q8".into(),
            decision,
        })
    };
    played
        .act(write("q8", "Kept"))
        .act(decide(Decision::NoResponse));
    assert_eq!(played.state("q8"), ItemState::NoResponse);
    assert_eq!(played.text("q8"), "Kept");
    played.act(decide(Decision::Open));
    assert_eq!(played.state("q8"), ItemState::Answered);
}

#[test]
fn follow_up_folds_without_losing_text_and_opens_for_the_focus() {
    let mut played = begin();
    let follow_up: ItemId = "q1.text".into();
    assert!(!played.session.is_open(&follow_up));
    played.act(choose("q1", "q1.no"));
    assert!(played.session.is_open(&follow_up));
    played
        .act(write("q1.text", "To the branch level"))
        .act(choose("q1", "q1.yes"));
    assert!(!played.session.is_open(&follow_up));
    assert_eq!(played.text("q1.text"), "To the branch level");
    played.act(Action::GoTo(Target::Place(place("q1.text"))));
    assert!(played.session.is_open(&follow_up));
    played.act(Action::ToggleFold(Fold::FollowUp(follow_up.clone())));
    assert!(!played.session.is_open(&follow_up));
}

#[test]
fn identifier_follows_the_name_until_somebody_edits_it() {
    let mut played = begin();
    let name = |text: &str| Action::Edit(Edit::OrganizationName(Language::English, text.into()));
    played.act(name("Élections")).act(name("Élections Canada"));
    assert_eq!(
        played.session.response().organization().id,
        "elections-canada"
    );
    played.act(Action::Undo);
    assert_eq!(played.session.response().organization().id, "");
    played.act(Action::Redo);
    played.act(Action::Edit(Edit::OrganizationId("ec".into())));
    played.act(name("Other"));
    assert_eq!(played.session.response().organization().id, "ec");
}

#[test]
fn language_switch_changes_nothing_but_the_language() {
    let mut played = begin();
    played
        .act(choose("q1", "q1.yes"))
        .act(Action::ToggleFold(Fold::FollowUp("q1.text".into())));
    played.act(Action::ShowIn(Language::French));
    assert_eq!(played.session.language(), Language::French);
    assert!(played.session.is_open(&"q1.text".into()));
    assert!(played.session.history().can_undo());
}
