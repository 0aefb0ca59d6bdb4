//! Comparing a submission with another file, and beginning its correction.

use chrono::Utc;
use probitas::app::{Action, CompareForm, Dialog, Intent, Screen, Tone, VerifyForm};
use probitas::i18n::Language;
use probitas::response::Edit;
use probitas::submission::compare::Field;
use probitas::submission::verify::read_unverified;

use crate::office::{HEAD, Office, PREPARER, response};
use crate::played::*;

fn office() -> Office {
    Office::at(begin().moment.now.with_timezone(&Utc))
}

fn verified(form: VerifyForm) -> Played {
    let mut played = begin();
    played.act(Action::ShowIn(Language::English));
    played.act(Action::OpenDialog(Dialog::Verify(form)));
    played.act(Action::Confirm);
    played.settle();
    played
}

fn compare(played: &mut Played, other: &str) {
    let Some(Dialog::Verified(verified)) = played.session.dialog().cloned() else {
        panic!("{:?}", played.session.dialog());
    };
    let other = other.to_owned();
    let form = CompareForm { verified, other };
    played.act(Action::OpenDialog(Dialog::Compare(form)));
    played.act(Action::Confirm);
    played.settle();
}

fn fields(played: &Played) -> Vec<Field> {
    match played.session.dialog() {
        Some(Dialog::Compared(comparison)) => {
            let differences = comparison.differences.iter();
            differences
                .map(|(_, difference)| difference.field.clone())
                .collect()
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn changed_file_is_compared_with_an_earlier_copy() {
    let office = office();
    let file = office.submission("ours.json", &[PREPARER]);
    let text = std::fs::read_to_string(&file).unwrap();
    let changed = text.replacen("Elections Canada", "Election Canada", 1);
    let changed = office.write("changed.json", changed.as_bytes());
    let mut played = verified(office.keys(&changed, &[1]));
    compare(&mut played, &file);
    assert_eq!(fields(&played).len(), 1, "{:?}", fields(&played));
    // Its PDF holds what the submission holds.
    let mut played = verified(office.keys(&file, &[1]));
    compare(&mut played, &office.pdf("ours.pdf", &file));
    assert_eq!(fields(&played), []);
}

#[test]
fn submission_is_compared_with_a_draft_field_by_field() {
    let office = office();
    let file = office.submission("ours.json", &[PREPARER]);
    let mut session = begin();
    session.act(Action::ShowIn(Language::English));
    session.act(Action::Begin(Intent::Example(0)));
    let (language, name) = (Language::English, "Elections Elsewhere".to_owned());
    session.act(Action::Edit(Edit::OrganizationName(language, name)));
    let draft = session.session.response().to_draft_json();
    let draft = office.write("ours.probitas", draft.as_bytes());
    let mut played = verified(office.keys(&file, &[1]));
    compare(&mut played, &draft);
    let found = fields(&played);
    for field in [Field::OrganizationName(Language::English), Field::CreatedAt] {
        assert!(found.contains(&field), "{found:?}");
    }
    assert!(!found.iter().any(|field| matches!(field, Field::Answer(..))));
}

#[test]
fn what_cannot_be_compared_brings_the_form_back_with_the_reason() {
    let office = office();
    let file = office.submission("ours.json", &[PREPARER]);
    let foreign = office.write("foreign.json", br#"{"some": "file"}"#);
    let mut played = verified(office.keys(&file, &[1]));
    compare(&mut played, &foreign);
    assert!(matches!(played.session.dialog(), Some(Dialog::Compare(_))));
    assert_eq!(played.session.status().unwrap().tone, Tone::Failed);
}

#[test]
fn correction_is_an_unsaved_draft_of_the_next_revision() {
    let office = office();
    let file = office.submission("ours.json", &[PREPARER, HEAD]);
    let digest = read_unverified(&std::fs::read(&file).unwrap())
        .unwrap()
        .digest();
    let mut played = verified(office.keys(&file, &[1, 2]));
    let form = office.keys(&file, &[1, 2]);
    played.act(Action::Begin(Intent::CorrectFile(form)));
    played.settle();
    let session = &played.session;
    assert_eq!(session.dialog(), None);
    assert_eq!(session.response().revision(), response().revision() + 1);
    assert_eq!(session.response().previous(), Some(digest.hex().as_str()));
    assert_eq!(
        session.response().submission_id(),
        response().submission_id()
    );
    assert_eq!(session.screen(), Screen::Form);
    assert_eq!(session.path(), None);
    assert!(session.has_unsaved_changes());
    assert_eq!(session.status().unwrap().tone, Tone::Done);
    assert_eq!(session.status().unwrap().hint, None);
}

#[test]
fn correction_asks_before_answers_are_lost_and_tells_of_unchecked_signatures() {
    let office = office();
    let file = office.submission("ours.json", &[PREPARER]);
    let mut played = begin();
    played.act(Action::ShowIn(Language::English));
    played.act(choose("q12", "q12.no"));
    let form = office.keys(&file, &[]);
    played.act(Action::OpenDialog(Dialog::Correct(form.clone())));
    played.act(Action::Confirm);
    let intent = Intent::CorrectFile(form);
    assert_eq!(played.session.dialog(), Some(&Dialog::Unsaved(intent)));
    played.act(Action::Discard);
    played.settle();
    assert!(played.session.status().unwrap().hint.is_some());
    assert_eq!(played.session.response().revision(), 2);
}

#[test]
fn file_that_was_changed_is_not_corrected() {
    let office = office();
    let file = office.submission("ours.json", &[PREPARER]);
    let text = std::fs::read_to_string(&file).unwrap();
    let changed = text.replacen("Elections Canada", "Election Canada", 1);
    let changed = office.write("changed.json", changed.as_bytes());
    let mut played = begin();
    played.act(Action::ShowIn(Language::English));
    let asked = Dialog::Correct(office.keys(&changed, &[1]));
    played.act(Action::OpenDialog(asked.clone()));
    played.act(Action::Confirm);
    played.settle();
    assert_eq!(played.session.dialog(), Some(&asked));
    assert_eq!(played.session.status().unwrap().tone, Tone::Failed);
    assert_eq!(played.session.response().revision(), 1);
}
