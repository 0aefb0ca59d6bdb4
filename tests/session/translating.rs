//! Texts go to a translation bureau and come back.
#![allow(
    clippy::disallowed_methods,
    reason = "the file of a bureau is written as a bureau would"
)]

use probitas::app::{Action, Dialog, Pending, WorkListForm};
use probitas::export::xliff::Scope;
use probitas::i18n::Language;
use probitas::response::{AnswerLanguages, Edit};

use crate::played::*;

fn french(played: &Played) -> String {
    let answer = played.session.response().answer(&"q8".into());
    answer
        .map(|answer| answer.text.fr.clone())
        .unwrap_or_default()
}

fn told(played: &Played) -> Vec<String> {
    match played.session.dialog() {
        Some(Dialog::Translated(lines)) => {
            let lines = lines.iter();
            lines.map(|line| line.text(Language::English)).collect()
        }
        other => panic!("{other:?}"),
    }
}

fn send(played: &mut Played, path: &str) {
    let form = WorkListForm {
        path: path.to_owned(),
        scope: Scope::Open,
    };
    played.act(Action::OpenDialog(Dialog::WorkList(form)));
    played.act(Action::Confirm);
    played.settle();
}

fn take(played: &mut Played, path: &str) {
    played.act(Action::OpenDialog(Dialog::Translations(path.to_owned())));
    played.act(Action::Confirm);
    played.settle();
}

/// A text in English, and the file of it, translated.
fn sent() -> (Played, tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("texts.xlf");
    let path = path.to_string_lossy().into_owned();
    let mut played = begin();
    played.act(Action::ShowIn(Language::English));
    played.act(write("q8", "One."));
    send(&mut played, &path);
    let xml = std::fs::read_to_string(&path).unwrap();
    let xml = xml.replace("needs-translation\"></", "final\">Un.</");
    std::fs::write(&path, xml).unwrap();
    (played, folder, path)
}

#[test]
fn translation_comes_in_as_one_change() {
    let (mut played, _folder, path) = sent();
    take(&mut played, &path);
    assert_eq!(told(&played).len(), 2, "{:?}", told(&played));
    assert_eq!(french(&played), "Un.");
    played.act(Action::Cancel).act(Action::Undo);
    assert_eq!(french(&played), "");
    played.act(Action::Redo);
    assert_eq!(french(&played), "Un.");
    // The same once more is nothing new, and no change.
    let position = played.session.history().position();
    take(&mut played, &path);
    assert!(told(&played)[1].contains("nothing new"));
    assert_eq!(played.session.history().position(), position);
}

#[test]
fn dropped_translations_are_asked_about_before_they_come_in() {
    let (mut played, _folder, path) = sent();
    played.act(Action::TakeFiles(vec![path.clone().into()]));
    let asked = played.session.dialog();
    assert_eq!(asked, Some(&Dialog::Translations(path)));
    assert_eq!(french(&played), "");
    played.act(Action::Confirm);
    played.settle();
    assert_eq!(french(&played), "Un.");
}

#[test]
fn file_that_is_there_is_replaced_only_after_a_yes() {
    let (mut played, _folder, path) = sent();
    let before = std::fs::read_to_string(&path).unwrap();
    send(&mut played, &path);
    let dialog = played.session.dialog();
    assert!(
        matches!(dialog, Some(Dialog::ReplaceWorkList(_))),
        "{dialog:?}"
    );
    assert_eq!(std::fs::read_to_string(&path).unwrap(), before);
    played.act(Action::Confirm);
    played.settle();
    assert_ne!(std::fs::read_to_string(&path).unwrap(), before);
}

#[test]
fn what_is_refused_leaves_the_dialog_open_and_the_answers_as_they_are() {
    let (mut played, _folder, path) = sent();
    std::fs::write(&path, "no XML").unwrap();
    take(&mut played, &path);
    assert_eq!(
        played.session.dialog(),
        Some(&Dialog::Translations(path.clone()))
    );
    assert!(played.session.status().unwrap().hint.is_some());
    assert_eq!(french(&played), "");
    played.act(Action::Edit(Edit::AnswerLanguages(
        AnswerLanguages::English,
    )));
    send(&mut played, &path);
    assert!(matches!(played.session.dialog(), Some(Dialog::WorkList(_))));
}

#[test]
fn translations_of_another_draft_are_refused() {
    let (mut played, _folder, path) = sent();
    let mut other = played.moment;
    other.fresh_id = uuid::Uuid::from_u128(8);
    played.moment = other;
    played.act(Action::Begin(probitas::app::Intent::New));
    played.act(Action::Discard);
    take(&mut played, &path);
    assert!(matches!(
        played.session.dialog(),
        Some(Dialog::Translations(_))
    ));
    assert_eq!(french(&played), "");
}

#[test]
fn translations_of_what_is_ready_for_approval_are_asked_about() {
    let (mut played, _folder, path) = sent();
    played.say_ready();
    take(&mut played, &path);
    let asked = played.session.dialog();
    assert!(matches!(
        asked,
        Some(Dialog::Thaw(Pending::Translations(_)))
    ));
    assert_eq!(french(&played), "");
    played.act(Action::Confirm);
    assert_eq!(told(&played).len(), 2);
    assert_eq!(french(&played), "Un.");
}
