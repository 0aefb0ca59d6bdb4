//! Answers, findings, undo.

use chrono::TimeDelta;
use probitas::app::{Action, Dialog, Fold, Intent, QuestionState, Screen, Target};
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
fn what_is_no_typing_is_undone_by_itself() {
    let mut played = begin();
    played
        .act(write("q8", "One"))
        .act(Action::EndTyping)
        .act(write("q8", "- One"))
        .act(Action::EndTyping)
        .act(write("q8", "- One two"));
    for before in ["- One", "One", ""] {
        played.act(Action::Undo);
        assert_eq!(played.text("q8"), before);
    }
}

#[test]
fn caret_that_goes_elsewhere_and_deleting_begin_another_step() {
    let mut played = begin();
    for text in ["one", "one t", "one tw", "x one tw", "x one t", "x one"] {
        played.act(write("q8", text));
    }
    for before in ["x one tw", "one tw", ""] {
        played.act(Action::Undo);
        assert_eq!(played.text("q8"), before);
    }
    assert!(!played.session.history().can_undo());
}

#[test]
fn every_kind_of_change_is_taken_back_from_any_screen_and_in_any_language() {
    let mut played = begin();
    let french = |text: &str| Edit::Write {
        item: "q8".into(),
        language: Language::French,
        text: text.into(),
    };
    let confirm = Edit::ConfirmTranslation {
        item: "q8".into(),
        confirmed: true,
    };
    let decide = |decision| Edit::Decide {
        item: "q9".into(),
        decision,
    };
    let remove = Action::OpenDialog(Dialog::RemoveText("q8".into()));
    let steps: Vec<Vec<Action>> = vec![
        vec![write("q8", "Themes")],
        vec![Action::Edit(french("Thèmes"))],
        vec![Action::Edit(confirm)],
        vec![choose("q1", "q1.yes")],
        vec![Action::Edit(decide(Decision::NotApplicable))],
        vec![Action::Edit(decide(Decision::NoResponse))],
        vec![remove, Action::Confirm],
        vec![Action::Edit(Edit::Cycle("2026".into()))],
    ];
    let answers = |played: &Played| {
        let response = played.session.response();
        let answers: Vec<_> = response
            .answers()
            .map(|(_, answer)| answer.clone())
            .collect();
        (answers, response.cycle().to_owned())
    };
    let mut before = Vec::new();
    for (index, actions) in steps.into_iter().enumerate() {
        before.push(answers(&played));
        for action in actions {
            played.act(action);
        }
        assert_ne!(before.last(), Some(&answers(&played)), "step {index}");
        let language = Language::ALL[index % 2];
        let screen = [Screen::Review, Screen::Settings, Screen::Form][index % 3];
        played
            .act(Action::ShowIn(language))
            .act(Action::Show(screen));
    }
    let last = answers(&played);
    let count = before.len();
    for (index, before) in before.into_iter().enumerate().rev() {
        played.act(Action::Show(Screen::Guide)).act(Action::Undo);
        assert_eq!(answers(&played), before, "step {index}");
        assert_ne!(played.session.screen(), Screen::Guide);
        assert!(played.session.take_target().is_some());
    }
    for _ in 0..count {
        played.act(Action::Redo);
    }
    assert_eq!(answers(&played), last);
}

#[test]
fn structure_that_is_laid_out_is_a_step_of_its_own_and_no_change_of_the_answers() {
    let mut played = begin();
    let copy = || Action::CopyStructure {
        item: "q8".into(),
        to: Language::French,
    };
    played.act(copy());
    assert!(!played.session.history().can_undo());
    played.act(write("q8", "- one\n- two"));
    let (response, position) = (
        played.session.response().clone(),
        played.session.history().position(),
    );
    let laid_out = |played: &Played| {
        let mut outlines = played.session.outlines();
        outlines.next().map(|(.., outline)| outline.len())
    };
    played.act(copy());
    assert_eq!(laid_out(&played), Some(2));
    let french = Target::Text("q8".into(), Language::French);
    assert_eq!(played.session.take_target(), Some(french.clone()));
    assert_eq!(played.session.response(), &response);
    assert_eq!(played.session.history().position(), position);
    played.act(Action::Undo);
    assert_eq!(
        (laid_out(&played), played.text("q8")),
        (None, "- one\n- two".into())
    );
    assert_eq!(played.session.take_target(), Some(french));
    played.act(Action::Redo);
    assert_eq!(laid_out(&played), Some(2));
    played.act(Action::Undo).act(Action::Undo);
    assert_eq!(played.text("q8"), "");
    played.act(Action::Redo).act(Action::Redo);
    played.act(Action::Begin(Intent::Example(0)));
    played.act(Action::Discard);
    assert_eq!(laid_out(&played), None);
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

/// The draft's name and its answers.
fn holds(played: &Played) -> (String, String) {
    let response = played.session.response();
    (response.organization().name.en.clone(), played.text("q8"))
}

#[test]
fn new_form_and_example_are_taken_back_with_the_steps_before_them() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.probitas");
    let mut played = begin();
    played.act(write("q8", "Mine"));
    played.act(save_as(&path)).act(Action::Confirm);
    played.settle();
    played.act(Action::EndTyping).act(write("q8", "Mine, more"));
    played.act(Action::Save);
    played.settle();
    let file = played.session.file_name();
    for intent in [Intent::New, Intent::Example(0)] {
        played.act(Action::Begin(intent));
        played.settle();
        assert!(played.session.can_undo() && !played.session.can_redo());
        let other = holds(&played);
        assert_ne!(other.1, "Mine, more");
        played.act(Action::Undo);
        played.settle();
        assert_eq!(holds(&played).1, "Mine, more");
        assert_eq!(played.session.file_name(), file);
        assert!(!played.session.has_unsaved_changes());
        played.act(Action::Redo);
        played.settle();
        assert_eq!(holds(&played), other);
        assert_eq!(played.session.file_name(), None);
        played.act(Action::Undo);
        played.settle();
    }
    // Its own steps are there, and it is saved over its own file only.
    played.act(Action::Undo);
    assert_eq!(holds(&played).1, "Mine");
    assert!(played.session.can_redo());
    played.act(Action::Save);
    played.settle();
    let saved = std::fs::read_to_string(&path).unwrap();
    assert!(saved.contains("\"Mine\""), "{saved}");
    assert!(!played.session.has_unsaved_changes());
}

#[test]
fn changes_that_were_given_up_for_another_draft_come_back_unsaved() {
    let mut played = begin();
    played.act(write("q8", "Mine"));
    played.act(Action::Begin(Intent::New)).act(Action::Discard);
    played.settle();
    assert_eq!(played.text("q8"), "");
    played.act(Action::Undo);
    assert_eq!(played.text("q8"), "Mine");
    assert!(played.session.has_unsaved_changes());
    // A change ends the way forward.
    assert!(played.session.can_redo());
    played.act(write("q8", "Mine, more"));
    assert!(!played.session.can_redo());
}
