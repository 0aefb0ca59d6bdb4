//! Files, import, keys.

use std::path::Path;

use probitas::app::job::JobResult;
use probitas::app::{
    Action, Dialog, EXAMPLES, Intent, KeyRequest, OpenedKey, PassphraseKind, PathPurpose, Request,
    Tone,
};
use probitas::i18n::Language;
use probitas::questionnaire::ItemState;
use probitas::response::Place;
use probitas::storage::Places;
use probitas::submission::key::SigningKey;
use probitas::submission::key_file::KeyHolder;
use probitas::submission::record;

use crate::played::*;

#[test]
fn unsaved_changes_are_asked_about_before_they_are_lost() {
    let mut played = begin();
    assert!(!played.session.has_unsaved_changes());
    played.act(write("q8", "Something"));
    assert!(played.session.has_unsaved_changes());
    played.act(Action::Begin(Intent::New));
    assert_eq!(played.session.dialog(), Some(&Dialog::Unsaved(Intent::New)));
    played.act(Action::Cancel);
    assert_eq!(played.text("q8"), "Something");
    played.act(Action::Begin(Intent::New)).act(Action::Discard);
    assert_eq!(played.text("q8"), "");
    assert!(!played.session.has_unsaved_changes());
}

#[test]
fn undoing_every_change_leaves_nothing_unsaved() {
    let mut played = begin();
    played.act(choose("q12", "q12.no")).act(Action::Undo);
    assert!(!played.session.has_unsaved_changes());
}

#[test]
fn saved_draft_opens_again_with_the_same_answers() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ours");
    let mut played = begin();
    played.act(write("q8", "Médias")).act(Action::Save);
    assert!(matches!(played.session.dialog(), Some(Dialog::Path { .. })));
    played.act(save_as(&path)).act(Action::Confirm);
    played.serve();
    assert!(!played.session.has_unsaved_changes());
    assert_eq!(played.session.file_name().as_deref(), Some("ours.probitas"));

    let mut again = begin();
    let path = folder
        .path()
        .join("ours.probitas")
        .to_string_lossy()
        .into_owned();
    again
        .act(Action::Begin(Intent::Open))
        .act(Action::Fill(Dialog::Path {
            purpose: PathPurpose::Open,
            path,
        }));
    again.act(Action::Confirm);
    again.serve();
    assert_eq!(again.text("q8"), "Médias");
    assert!(!again.session.has_unsaved_changes());
}

#[test]
fn somebody_elses_change_is_not_overwritten_without_a_question() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ours.probitas");
    let mut played = begin();
    played
        .act(write("q8", "Ours"))
        .act(save_as(&path))
        .act(Action::Confirm);
    played.serve();
    let theirs = std::fs::read_to_string(&path)
        .unwrap()
        .replace("Ours", "Theirs");
    let mut file = std::fs::File::create(&path).unwrap();
    std::io::Write::write_all(&mut file, theirs.as_bytes()).unwrap();
    drop(file);
    played.act(write("q9", "More")).act(Action::Save);
    played.settle();
    assert_eq!(played.session.dialog(), Some(&Dialog::Join));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), theirs);
    assert!(played.session.has_unsaved_changes());
    // Another name is another matter: that file was never read here.
    let other = folder.path().join("other.probitas");
    drop(std::fs::File::create(&other).unwrap());
    played.act(Action::Cancel).act(save_as(&other));
    played.act(Action::Confirm);
    played.settle();
    assert_eq!(
        played.session.dialog(),
        Some(&Dialog::Overwrite(other.clone()))
    );
    assert_eq!(played.session.status().unwrap().tone, Tone::Failed);
    played.act(Action::Confirm);
    played.settle();
    assert!(std::fs::read_to_string(&other).unwrap().contains("More"));
}

#[test]
fn saving_before_closing_closes_only_after_the_file_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ours.probitas");
    let mut played = begin();
    played
        .act(write("q8", "Ours"))
        .act(Action::Begin(Intent::Close))
        .act(Action::Confirm);
    // The draft has no file yet: the path is asked for, and the wish to close is kept.
    played.act(Action::Fill(Dialog::Path {
        purpose: PathPurpose::SaveAs,
        path: path.to_string_lossy().into_owned(),
    }));
    played.act(Action::Confirm);
    assert!(played.serve().is_empty());
    assert!(path.exists());
    assert!(matches!(played.serve().as_slice(), [Request::Close]));
}

#[test]
fn file_that_is_no_draft_leaves_the_session_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("page.probitas");
    std::io::Write::write_all(&mut std::fs::File::create(&path).unwrap(), b"{}").unwrap();
    let mut played = begin();
    played
        .act(choose("q1", "q1.yes"))
        .act(Action::OpenDialog(Dialog::Path {
            purpose: PathPurpose::Open,
            path: path.to_string_lossy().into_owned(),
        }));
    played.act(Action::Confirm);
    played.serve();
    // What was typed comes back with the reason.
    assert!(matches!(played.session.dialog(), Some(Dialog::Path { .. })));
    let status = played.session.status().unwrap();
    assert_eq!(status.tone, Tone::Failed);
    for language in Language::ALL {
        assert!(!status.message.text(language).is_empty());
        assert!(!status.hint.as_ref().unwrap().text(language).is_empty());
    }
    assert_eq!(played.state("q1"), ItemState::Answered);
}

#[test]
fn every_example_opens_and_shows_no_error() {
    for index in 0..EXAMPLES.len() {
        let mut played = begin();
        played.act(Action::Begin(Intent::Example(index)));
        assert_eq!(played.session.status().unwrap().tone, Tone::Done);
        assert_eq!(played.state("q1"), ItemState::Answered, "example {index}");
        assert!(!played.session.has_unsaved_changes());
        assert_eq!(played.session.path(), None);
    }
}

#[test]
fn imported_page_is_unsaved_and_its_report_is_shown() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("page.txt");
    let page = "Elections Canada\n\nQuestion 12\n\n\
                Will these indicators be disaggregated by identity factors?\n\n  • No";
    std::io::Write::write_all(&mut std::fs::File::create(&path).unwrap(), page.as_bytes()).unwrap();
    let mut played = begin();
    played.act(Action::OpenDialog(Dialog::Import {
        first: path.to_string_lossy().into_owned(),
        second: String::new(),
    }));
    played.act(Action::Confirm);
    played.serve();
    assert_eq!(played.state("q12"), ItemState::Answered);
    assert!(matches!(played.session.dialog(), Some(Dialog::Imported(_))));
    assert!(played.session.has_unsaved_changes());
}

#[test]
fn line_without_a_place_is_matched_by_hand_and_that_can_be_undone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("page.txt");
    let page = "Elections Canada\n\nQuestion 12\n\n\
                Will these indicators be disaggregated by identity factors?\n\n  • Perhaps later\n";
    std::io::Write::write_all(&mut std::fs::File::create(&path).unwrap(), page.as_bytes()).unwrap();
    let mut played = begin();
    played.act(Action::OpenDialog(Dialog::Import {
        first: path.to_string_lossy().into_owned(),
        second: String::new(),
    }));
    played.act(Action::Confirm);
    played.serve();
    let line = &played.session.response().unplaced()[0];
    assert_eq!(line.option_of.as_ref().unwrap().as_str(), "q12");
    assert_eq!(played.session.shown_at(&Place::Unplaced).count(), 1);
    played.act(Action::Place {
        index: 0,
        option: Some(("q12".into(), "q12.no".into())),
    });
    assert!(played.session.response().unplaced().is_empty());
    assert_eq!(played.state("q12"), ItemState::Answered);
    played.act(Action::Undo);
    assert_eq!(played.session.response().unplaced().len(), 1);
    assert_eq!(played.state("q12"), ItemState::Unanswered);
}

#[test]
fn key_is_made_and_opened_with_its_passphrase() {
    let folder = tempfile::tempdir().unwrap();
    let key = folder.path().join("key.pem");
    let mut played = begin();
    played.act(Action::Begin(Intent::Example(0)));
    let Dialog::MakeKey(mut form) = Dialog::make_key() else {
        unreachable!()
    };
    form.path = key.to_string_lossy().into_owned();
    "Jocelyne Tremblay".clone_into(&mut form.name);
    let words = zeroize::Zeroizing::new("seven red herons wait".to_owned());
    form.passphrase.kind = PassphraseKind::Own;
    form.passphrase.own = words.clone();
    played
        .act(Action::OpenDialog(Dialog::MakeKey(form.clone())))
        .act(Action::Confirm);
    assert_eq!(played.session.status().unwrap().tone, Tone::Failed);
    form.passphrase.again = words.clone();
    played
        .act(Action::Fill(Dialog::MakeKey(form.clone())))
        .act(Action::Confirm);
    played.serve();
    assert_eq!(played.session.key().unwrap().name(), "Jocelyne Tremblay");
    assert!(folder.path().join("key.pem.pub.jwk").exists());

    played.act(Action::ForgetKey);
    let request = |passphrase: &str| KeyRequest {
        path: key.to_string_lossy().into_owned(),
        passphrase: zeroize::Zeroizing::new(passphrase.into()),
        ..KeyRequest::of(probitas::questionnaire::Role::Preparer)
    };
    played
        .act(Action::OpenDialog(Dialog::OpenKey(request("wrong"))))
        .act(Action::Confirm);
    played.serve();
    assert!(played.session.key().is_none());
    assert!(matches!(played.session.dialog(), Some(Dialog::OpenKey(_))));
    played
        .act(Action::Fill(Dialog::OpenKey(request(&words))))
        .act(Action::Confirm);
    played.serve();
    assert_eq!(played.session.key().unwrap().name(), "Jocelyne Tremblay");
}

#[test]
fn answer_of_a_cancelled_file_dialog_changes_nothing() {
    let mut played = begin();
    let browse = probitas::app::Browse::Draft(PathPurpose::Open);
    played.act(Action::Begin(Intent::Open));
    played.act(Action::Done(JobResult::Chosen(browse, None)));
    assert!(matches!(played.session.dialog(), Some(Dialog::Path { .. })));
    played.act(Action::Cancel);
    let late = JobResult::Chosen(browse, Some("late.probitas".into()));
    played.act(Action::Done(late));
    assert!(played.serve().is_empty());
    assert_eq!(played.session.dialog(), None);
}

#[test]
fn opening_a_draft_says_what_was_replaced_in_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ours.probitas");
    let mut draft: serde_json::Value = serde_json::from_str(EXAMPLES[0].json).unwrap();
    draft["organization"]["name"]["en"] = "Elections\u{7}Canada".into();
    std::fs::File::create(&path)
        .and_then(|mut file| std::io::Write::write_all(&mut file, draft.to_string().as_bytes()))
        .unwrap();
    let mut played = begin();
    played.act(Action::OpenFile(path));
    played.serve();
    let status = played.session.status().unwrap();
    assert_eq!(status.tone, Tone::Done);
    let hint = status.hint.as_ref().unwrap().text(Language::English);
    assert!(hint.contains("one character"), "{hint}");
}

#[test]
fn a_path_that_begins_nowhere_begins_in_the_documents() {
    let folder = tempfile::tempdir().unwrap();
    let places = Places {
        documents: Some(folder.path().to_path_buf()),
        ..Places::default()
    };
    let mut played = begin_in(places);
    played.act(write("q8", "Médias")).act(Action::Save);
    let Some(Dialog::Path { path, .. }) = played.session.dialog() else {
        panic!("no path is asked for");
    };
    assert!(Path::new(path).starts_with(folder.path()), "{path}");
    played
        .act(save_as(Path::new("ours.probitas")))
        .act(Action::Confirm);
    played.serve();
    let saved = folder.path().join("ours.probitas");
    assert_eq!(played.session.path(), Some(&*saved));
    assert!(saved.exists());
}

#[test]
fn a_key_of_one_organization_does_not_stay_open_for_another() {
    let fill = |bytes: &mut [u8]| -> Result<(), std::convert::Infallible> {
        bytes.fill(7);
        Ok(())
    };
    let opened = |id: &str| OpenedKey {
        key: SigningKey::generate(fill).unwrap(),
        holder: KeyHolder {
            name: "Bob Roy".to_owned(),
            role: record::Role::Preparer,
            organization_id: Some(id.to_owned()),
        },
    };
    for (id, stays) in [("elections-canada", true), ("example-agency", false)] {
        let mut played = begin();
        played.act(Action::Done(JobResult::KeyOpened(Ok(opened(id)))));
        played.act(Action::Begin(Intent::Example(0)));
        assert_eq!(played.session.key().is_some(), stays, "{id}");
    }
}
