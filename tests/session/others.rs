//! What others wrote, beside the form.

use probitas::app::{Action, Dialog, EXAMPLES, FindMode, FindStep, OtherAnswer, OthersStep};
use probitas::app::{Request, Screen, Target};
use probitas::i18n::Language;
use probitas::response::Place;

use crate::played::*;

fn others(played: &mut Played, step: OthersStep) {
    played.act(Action::Others(step));
}

#[test]
fn every_question_is_read_in_every_example() {
    let mut played = begin();
    let questionnaire = played.session.questionnaire();
    let mut texts = 0;
    for question in questionnaire.questions() {
        others(&mut played, OthersStep::Open(question.id.clone()));
        for example in 0..EXAMPLES.len() {
            others(&mut played, OthersStep::Choose(example));
            let read = played.session.others().unwrap();
            assert_eq!(
                (read.question(), read.example()),
                (question.id.as_str(), example)
            );
            let answers = question.items.iter();
            let answers: Vec<_> = answers
                .map(|item| read.answer(item, Language::French))
                .collect();
            for answer in &answers {
                if let OtherAnswer::Written(stored, language) = answer {
                    // They were published in English alone.
                    assert_eq!(*language, Language::English);
                    assert!(!stored.is_empty());
                    texts += 1;
                }
            }
            let has_any = answers.iter().any(|answer| *answer != OtherAnswer::Nothing);
            assert_eq!(has_any, !read.has_nothing(question));
        }
    }
    assert!(texts > 40, "{texts}");
}

#[test]
fn what_an_example_chose_is_told_in_the_words_of_the_form() {
    let mut played = begin();
    others(&mut played, OthersStep::Open("q1".into()));
    let read = played.session.others().unwrap();
    let item = played.session.questionnaire().item(&"q1".into()).unwrap();
    let OtherAnswer::Chosen(options) = read.answer(item, Language::English) else {
        panic!("nothing was chosen");
    };
    assert_eq!(options.len(), 1);
    assert!(options[0].en.starts_with("Yes"), "{}", options[0].en);
}

#[test]
fn copying_is_asked_about_once_and_never_changes_the_answers() {
    let mut played = begin();
    let before = played.session.response().clone();
    others(&mut played, OthersStep::Open("q8".into()));
    let copy = || OthersStep::Copy("Their words".to_owned());
    others(&mut played, copy());
    let asked = Dialog::CopyFromOthers("Their words".into());
    assert_eq!(played.session.dialog(), Some(&asked));
    played.act(Action::Cancel);
    others(&mut played, copy());
    assert_eq!(played.session.dialog(), Some(&asked));
    assert!(played.settle().is_empty());
    played.act(Action::Confirm);
    let copied = |played: &mut Played| {
        let requests = played.settle();
        requests
            .iter()
            .filter(|request| matches!(request, Request::Copy(text) if text == "Their words"))
            .count()
    };
    assert_eq!(copied(&mut played), 1);
    others(&mut played, copy());
    assert_eq!(played.session.dialog(), None);
    assert_eq!(copied(&mut played), 1);
    assert_eq!(played.session.response(), &before);
}

#[test]
fn closing_leads_to_the_question_and_searching_takes_the_place() {
    let mut played = begin();
    others(&mut played, OthersStep::Open("q8".into()));
    assert_eq!(played.session.screen(), Screen::Form);
    played.act(Action::Find(FindStep::Open(FindMode::Find)));
    others(&mut played, OthersStep::Open("q9".into()));
    assert_eq!(played.session.find(), None);
    others(&mut played, OthersStep::Close);
    assert_eq!(
        played.session.take_target(),
        Some(Target::Place(Place::Item("q9".into())))
    );
    assert!(played.session.others().is_none());
    others(&mut played, OthersStep::Open("none".into()));
    others(&mut played, OthersStep::Choose(99));
    assert_eq!(played.session.others().unwrap().example(), 0);
    others(&mut played, OthersStep::Close);
}
