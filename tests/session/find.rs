//! Words are found and replaced in all answers.

use probitas::app::{Action, Dialog, FindForm, FindMode, FindStep, Intent, Step, Target};
use probitas::i18n::Language;
use probitas::text::search::Query;

use crate::played::*;

fn find(played: &mut Played, step: FindStep) {
    played.act(Action::Find(step));
}

fn search(played: &mut Played, words: &str, with: &str) {
    find(played, FindStep::Open(FindMode::Replace));
    let query = Query {
        words: words.to_owned(),
        ..Query::default()
    };
    let form = FindForm {
        query,
        with: with.to_owned(),
        mode: FindMode::Replace,
    };
    find(played, FindStep::Fill(form));
}

fn told(played: &Played) -> String {
    let lines = played.session.newest().into_iter();
    let lines: Vec<String> = lines.map(|line| line.text(Language::English)).collect();
    lines.join(" ")
}

fn written() -> Played {
    let mut played = begin();
    played.act(Action::ShowIn(Language::English));
    played.act(write("q8", "One plan.\n\n- a plan"));
    played.act(write("q13", "Plan B."));
    played
}

#[test]
fn what_is_typed_is_searched_for_at_once_and_told() {
    let mut played = written();
    search(&mut played, "plan", "");
    assert_eq!(told(&played), "Found in 3 places.");
    search(&mut played, "plans", "");
    assert_eq!(told(&played), "Found nowhere.");
    // What is written meanwhile is found too.
    played.act(write("q9", "Many plans."));
    assert_eq!(played.session.find().unwrap().hits().len(), 1);
}

#[test]
fn questions_are_found_before_their_answers_and_never_replaced() {
    let mut played = begin();
    played.act(Action::ShowIn(Language::English));
    played.act(write("q7.text", "Nothing of it."));
    played.act(write("q8", "Recurring themes were heard."));
    find(&mut played, FindStep::Open(FindMode::Find));
    let mut form = FindForm::default();
    form.query.words = "recurring themes".to_owned();
    find(&mut played, FindStep::Fill(form.clone()));
    let items = |played: &Played| -> Vec<(String, bool)> {
        let hits = played.session.find().unwrap().hits().iter();
        hits.map(|hit| (hit.item().to_string(), hit.answer().is_some()))
            .collect()
    };
    let found = items(&played);
    assert_eq!(found[..2], [("q8".into(), false), ("q8".into(), true)]);
    assert!(found[2..].iter().all(|(_, is_answer)| !is_answer));
    find(&mut played, FindStep::GoTo(0));
    assert_eq!(
        played.session.take_target(),
        Some(Target::Place(place("q8")))
    );
    assert!(told(&played).ends_with("Question 8, as it is asked, English"));
    assert_eq!(played.session.find().unwrap().aim(), None);
    let seen = &played.session.find().unwrap().listed()[0];
    assert_eq!(
        (seen.before.as_str(), seen.words.as_str()),
        ("What ", "recurring themes")
    );
    // Replacing sees the answers alone, also where the panel was open before.
    find(&mut played, FindStep::Replace);
    assert_eq!(played.text("q8"), "Recurring themes were heard.");
    find(&mut played, FindStep::Open(FindMode::Replace));
    assert_eq!(items(&played), [("q8".into(), true)]);
    form.mode = FindMode::Replace;
    form.with = "Topics".to_owned();
    find(&mut played, FindStep::Fill(form));
    find(&mut played, FindStep::ReplaceAll);
    assert_eq!(played.text("q8"), "Topics were heard.");
}

#[test]
fn next_and_previous_go_round_and_lead_to_the_text() {
    let mut played = written();
    search(&mut played, "plan", "");
    let go = |played: &mut Played, step| {
        find(played, FindStep::Go(step));
        (told(played), played.session.take_target())
    };
    let at = |item| Some(Target::Place(place(item)));
    assert_eq!(
        go(&mut played, Step::Next),
        ("1 of 3: Question 8, English".to_owned(), at("q8"))
    );
    assert_eq!(
        go(&mut played, Step::Previous),
        ("3 of 3: Question 13, English".to_owned(), at("q13"))
    );
    assert_eq!(go(&mut played, Step::Next).1, at("q8"));
    find(&mut played, FindStep::GoTo(1));
    assert_eq!(told(&played), "2 of 3: Question 8, English");
    assert_eq!(played.session.find().unwrap().aim().unwrap().1.line, 1);
}

#[test]
fn one_place_after_the_other_is_replaced_and_none_unseen() {
    let mut played = written();
    search(&mut played, "plan", "plan of plans");
    find(&mut played, FindStep::Replace);
    assert_eq!(told(&played), "1 of 3: Question 8, English");
    assert_eq!(played.text("q8"), "One plan.\n\n- a plan");
    find(&mut played, FindStep::Replace);
    assert_eq!(played.text("q8"), "One plan of plans.\n\n- a plan");
    assert_eq!(
        told(&played),
        "1 place was replaced. 3 of 4: Question 8, English"
    );
    find(&mut played, FindStep::Replace);
    find(&mut played, FindStep::Replace);
    assert_eq!(played.text("q13"), "plan of plans B.");
    played.act(Action::Undo);
    assert_eq!(played.text("q13"), "Plan B.");
    assert_eq!(played.text("q8"), "One plan of plans.\n\n- a plan of plans");
}

#[test]
fn the_place_that_was_shown_is_replaced_whatever_is_written_meanwhile() {
    let mut played = written();
    search(&mut played, "plan", "plot");
    find(&mut played, FindStep::GoTo(2));
    assert_eq!(told(&played), "3 of 3: Question 13, English");
    // Hits come in before it, in another text and in its own one.
    played.act(write("q7.text", "A plan, a plan."));
    assert_eq!(played.session.find().unwrap().current(), Some(4));
    played.act(write("q13", "No plan.\n\nPlan B."));
    assert_eq!(played.session.find().unwrap().current(), Some(5));
    find(&mut played, FindStep::Replace);
    assert_eq!(played.text("q13"), "No plan.\n\nplot B.");
    assert_eq!(played.text("q8"), "One plan.\n\n- a plan");
}

#[test]
fn where_the_place_that_was_shown_is_gone_nothing_is_replaced_unseen() {
    let mut played = written();
    search(&mut played, "plan", "plot");
    find(&mut played, FindStep::GoTo(1));
    played.act(write("q8", "One plan.\n\n- a draft"));
    assert_eq!(played.session.find().unwrap().current(), None);
    find(&mut played, FindStep::Replace);
    assert_eq!(told(&played), "2 of 2: Question 13, English");
    assert_eq!(played.text("q13"), "Plan B.");
    // The next one is the one behind it, not the one after that.
    find(&mut played, FindStep::GoTo(0));
    played.act(write("q8", "One draft.\n\n- a plan"));
    find(&mut played, FindStep::Go(Step::Next));
    assert_eq!(told(&played), "1 of 2: Question 8, English");
}

#[test]
fn all_places_are_replaced_by_one_change() {
    let mut played = written();
    let position = played.session.history().position();
    search(&mut played, "plan", "- plot");
    find(&mut played, FindStep::ReplaceAll);
    assert_eq!(told(&played), "3 places were replaced.");
    assert_eq!(played.text("q8"), "One - plot.\n\n- a - plot");
    assert_eq!(played.text("q13"), "\\- plot B.");
    assert_eq!(played.session.find().unwrap().hits(), []);
    played.act(Action::Undo);
    assert_eq!(played.session.history().position(), position);
    assert_eq!(played.text("q13"), "Plan B.");
    assert_eq!(played.session.find().unwrap().hits().len(), 3);
    search(&mut played, "Plan B.", "");
    find(&mut played, FindStep::ReplaceAll);
    let left = "Nothing was replaced. 1 was left: nothing else would stand in its line.";
    assert_eq!(told(&played), left);
}

#[test]
fn what_is_ready_for_approval_is_replaced_only_after_a_yes() {
    let mut played = written();
    played.say_ready();
    search(&mut played, "plan", "plot");
    find(&mut played, FindStep::ReplaceAll);
    assert!(matches!(played.session.dialog(), Some(Dialog::Thaw(_))));
    assert_eq!(played.text("q13"), "Plan B.");
    played.act(Action::Confirm);
    assert_eq!(played.text("q13"), "plot B.");
}

#[test]
fn another_response_is_searched_anew_and_closing_leads_back() {
    let mut played = written();
    search(&mut played, "plan", "");
    find(&mut played, FindStep::GoTo(2));
    played.session.take_target();
    find(&mut played, FindStep::Close);
    assert_eq!(played.session.find(), None);
    let back = Some(Target::Place(place("q13")));
    assert_eq!(played.session.take_target(), back);
    search(&mut played, "zzz", "");
    played.act(Action::Begin(Intent::Example(0)));
    played.act(Action::Discard);
    search(&mut played, "training", "");
    assert!(!played.session.find().unwrap().hits().is_empty());
}
