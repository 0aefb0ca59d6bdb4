//! Follow-ups: how they appear, fold, and lose their text.

use probitas::app::{Action, Dialog, Fold, Screen, Target};
use probitas::i18n::Language;
use probitas::response::Place;

use crate::played::*;

fn status(played: &Played) -> Option<String> {
    let status = played.session.status()?;
    Some(status.message.text(Language::English))
}

#[test]
fn follow_up_announces_itself_and_does_not_begin_in_error() {
    let mut played = begin();
    played.act(choose("q2", "q2.no"));
    let said = "An answer is expected now: Question 2 (text).";
    assert_eq!(status(&played).as_deref(), Some(said));
    let newest = played.session.newest();
    assert!(
        newest
            .iter()
            .any(|line| line.text(Language::English) == said)
    );
    assert_eq!(played.shown("q2.text"), 0);
    played.act(Action::Leave(place("q2.text")));
    assert_eq!(played.shown("q2.text"), 1);
}

#[test]
fn follow_up_that_comes_back_does_not_begin_in_error_either() {
    let mut played = begin();
    played
        .act(Action::CheckAll)
        .act(choose("q1", "q1.no"))
        .act(Action::Leave(place("q1.text")));
    assert_eq!(played.shown("q1.text"), 1);
    assert!(played.session.attention().is_everywhere());
    played
        .act(choose("q1", "q1.yes"))
        .act(choose("q1", "q1.no"));
    assert_eq!(played.shown("q1.text"), 0);
    // Something is not looked at: the list says so.
    assert!(!played.session.attention().is_everywhere());
    played.act(Action::CheckAll);
    assert_eq!(played.shown("q1.text"), 1);
}

#[test]
fn answers_that_are_asked_for_by_another_question_announce_themselves_too() {
    let mut played = begin();
    played.act(choose("q3", "q3.reviewed"));
    let said = "An answer is expected now: Question 5.";
    assert_eq!(status(&played).as_deref(), Some(said));
    assert_eq!(played.shown("q5"), 0);
}

#[test]
fn opening_a_follow_up_moves_the_focus_into_its_text() {
    let mut played = begin();
    played.act(Action::ToggleFold(Fold::FollowUp("q1.text".into())));
    assert!(played.session.is_open(&"q1.text".into()));
    assert_eq!(
        played.session.take_target(),
        Some(Target::Place(Place::Item("q1.text".into())))
    );
    played.act(Action::ToggleFold(Fold::FollowUp("q1.text".into())));
    assert!(!played.session.is_open(&"q1.text".into()));
    assert_eq!(played.session.take_target(), None);
}

#[test]
fn removing_a_text_asks_and_can_be_undone() {
    let mut played = begin();
    played
        .act(Action::Show(Screen::Form))
        .act(choose("q1", "q1.no"))
        .act(write("q1.text", "To the branch level"))
        .act(choose("q1", "q1.yes"));
    let ask = || Action::OpenDialog(Dialog::RemoveText("q1.text".into()));
    played.act(ask()).act(Action::Cancel);
    assert_eq!(played.text("q1.text"), "To the branch level");
    played.act(ask()).act(Action::Confirm);
    assert_eq!(played.text("q1.text"), "");
    assert_eq!(played.session.dialog(), None);
    assert!(status(&played).unwrap().contains("the text was removed"));
    played.act(Action::Undo);
    assert_eq!(played.text("q1.text"), "To the branch level");
}

#[test]
fn guidance_unfolds_by_itself() {
    let mut played = begin();
    played.act(Action::ToggleFold(Fold::Guidance("q8".to_owned())));
    assert!(played.session.is_guidance_open("q8"));
    assert!(!played.session.is_guidance_open("q9"));
    played.act(Action::ToggleFold(Fold::Guidance("q8".to_owned())));
    assert!(!played.session.is_guidance_open("q8"));
}
