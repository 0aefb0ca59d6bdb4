//! The start: recent drafts, files that are dropped, verifying, the guide.

use std::path::PathBuf;

use probitas::app::job::JobResult;
use probitas::app::{Action, Browse, CopyForm, Dialog, Intent, Screen, Tone, VerifyForm, guide};
use probitas::i18n::Language;
use probitas::response::Edit;
use probitas::storage::Places;
use probitas::submission::verify::Verification;

use crate::played::*;

/// A session in which somebody chose a language.
fn begin_with_language() -> Played {
    let mut played = begin();
    played.act(Action::ShowIn(Language::English));
    played
}

fn vector(name: &str) -> String {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/submission/");
    format!("{root}{name}")
}

#[test]
fn draft_taken_off_the_list_stays_off_at_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let places = Places::inside(folder.path());
    let path = folder.path().join("ours.probitas");
    let mut played = begin_in(places.clone());
    played
        .act(choose("q12", "q12.no"))
        .act(save_as(&path))
        .act(Action::Confirm);
    played.serve();
    played.serve();
    assert_eq!(played.session.preferences().recent.len(), 1);
    played.act(Action::ForgetRecent(path.clone()));
    played.serve();
    assert!(begin_in(places).session.preferences().recent.is_empty());
    assert!(path.exists());
}

#[test]
fn draft_that_is_gone_asks_only_where_it_was_chosen_from_the_list() {
    let folder = tempfile::tempdir().unwrap();
    let gone = folder.path().join("gone.probitas");
    let mut played = begin_with_language();
    played.act(Action::OpenFile(gone));
    played.serve();
    assert_eq!(played.session.dialog(), None);
    assert_eq!(played.session.status().unwrap().tone, Tone::Failed);
}

#[test]
fn dropped_page_asks_before_answers_are_lost() {
    let mut played = begin_with_language();
    played.act(choose("q12", "q12.no"));
    let pages = vec![PathBuf::from("page.txt")];
    played.act(Action::TakeFiles(pages.clone()));
    let intent = Intent::ImportFiles(pages);
    assert_eq!(played.session.dialog(), Some(&Dialog::Unsaved(intent)));
    played.act(Action::Discard);
    let asked = Dialog::Import {
        first: "page.txt".to_owned(),
        second: String::new(),
    };
    assert_eq!(played.session.dialog(), Some(&asked));
}

#[test]
fn nothing_dropped_begins_behind_a_dialog_or_before_the_first_choice() {
    let mut played = begin();
    played.act(Action::TakeFiles(vec!["a.json".into()]));
    assert_eq!(played.session.dialog(), None);
    played.act(Action::ShowIn(Language::French));
    played.act(Action::Begin(Intent::Open));
    let before = played.session.dialog().cloned();
    played.act(Action::TakeFiles(vec!["a.json".into()]));
    assert_eq!(played.session.dialog().cloned(), before);
}

fn verified(file: &str, keys: &[&str]) -> Verification {
    let mut played = begin_with_language();
    let form = VerifyForm {
        file: vector(file),
        keys: keys.iter().map(|key| vector(key)).collect(),
        ..VerifyForm::default()
    };
    played.act(Action::OpenDialog(Dialog::Verify(form)));
    played.act(Action::Confirm);
    played.serve();
    match played.session.dialog() {
        Some(Dialog::Verified(verified)) => verified.verification.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn verifying_needs_the_key() {
    let with = verified("good.json", &["key-1.pub.jwk"]);
    assert!(matches!(with, Verification::Verified(_)), "{with:?}");
    let without = verified("good.json", &[]);
    assert!(
        matches!(without, Verification::NotVerified(_)),
        "{without:?}"
    );
}

/// A submission of the terminal tests.
fn input(name: &str) -> String {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = root.join("tests/cli/inputs").join(name);
    path.to_string_lossy().into_owned()
}

#[test]
fn pdf_is_made_again_from_a_verified_file_and_replaces_nothing() {
    let folder = tempfile::tempdir().unwrap();
    for (name, keys) in [
        (
            "signed.json",
            vec![input("key-1.pub.jwk"), input("key-2.pub.jwk")],
        ),
        ("signed.json", Vec::new()),
        ("unsigned.json", Vec::new()),
    ] {
        let mut played = begin_with_language();
        let form = VerifyForm {
            file: input(name),
            keys: keys.clone(),
            ..VerifyForm::default()
        };
        played.act(Action::OpenDialog(Dialog::Verify(form)));
        played.act(Action::Confirm);
        played.serve();
        let Some(Dialog::Verified(verified)) = played.session.dialog().cloned() else {
            panic!("{:?}", played.session.dialog());
        };
        assert!(verified.can_be_copied());
        let mut form = CopyForm::beside(verified.form);
        assert_eq!(form.path, input(name).replace(".json", ".pdf"));
        let path = folder.path().join(format!("{}{name}.pdf", keys.len()));
        form.path = path.to_string_lossy().into_owned();
        let asked = Dialog::MakePdf(form);
        for tone in [Tone::Done, Tone::Failed] {
            played.act(Action::OpenDialog(asked.clone()));
            played.act(Action::Confirm);
            played.serve();
            let status = played.session.status().unwrap();
            assert_eq!(status.tone, tone, "{status:?}");
        }
        assert_eq!(played.session.dialog(), Some(&asked));
        let json = std::fs::read(input(name)).unwrap();
        let file = lopdf::Document::load(&path).unwrap();
        let holds = |object: &lopdf::Object| {
            let stream = object.as_stream().ok();
            stream.is_some_and(|stream| {
                stream.content == json
                    || stream
                        .decompressed_content()
                        .is_ok_and(|content| content == json)
            })
        };
        assert!(file.objects.values().any(holds), "{name}");
    }
}

#[test]
fn file_with_a_bad_signature_is_not_copied() {
    let mut played = begin_with_language();
    let form = VerifyForm {
        file: vector("bad-answer-changed.json"),
        keys: vec![vector("key-1.pub.jwk")],
        ..VerifyForm::default()
    };
    played.act(Action::OpenDialog(Dialog::Verify(form.clone())));
    played.act(Action::Confirm);
    played.serve();
    let Some(Dialog::Verified(verified)) = played.session.dialog() else {
        panic!("{:?}", played.session.dialog());
    };
    assert!(!verified.can_be_copied());
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.pdf");
    let path = path.to_string_lossy().into_owned();
    let asked = Dialog::MakePdf(CopyForm { source: form, path });
    played.act(Action::OpenDialog(asked));
    played.act(Action::Confirm);
    played.serve();
    assert_eq!(played.session.status().unwrap().tone, Tone::Failed);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn key_that_is_none_brings_the_form_back_with_the_reason() {
    let mut played = begin_with_language();
    let form = VerifyForm {
        file: vector("good.json"),
        keys: vec![vector("good.json")],
        ..VerifyForm::default()
    };
    let asked = Dialog::Verify(form);
    played.act(Action::OpenDialog(asked.clone()));
    played.act(Action::Confirm);
    played.serve();
    assert_eq!(played.session.dialog(), Some(&asked));
    assert_eq!(played.session.status().unwrap().tone, Tone::Failed);
}

#[test]
fn chosen_files_fill_the_form_of_verifying() {
    let mut played = begin_with_language();
    played.act(Action::OpenDialog(Dialog::Verify(VerifyForm::default())));
    let several = JobResult::FilesChosen(vec!["a.json".into(), "b.json".into()]);
    played.act(Action::Done(several));
    // Whoever changes their mind chooses nothing.
    played.act(Action::Done(JobResult::FilesChosen(Vec::new())));
    for (browse, path) in [
        (Browse::PublicKey(0), "k.jwk"),
        (Browse::PublicKey(1), "l.jwk"),
        (Browse::PublicKey(0), "m.jwk"),
    ] {
        let chosen = JobResult::Chosen(browse, Some(path.into()));
        played.act(Action::Done(chosen));
    }
    let Some(Dialog::Verify(form)) = played.session.dialog() else {
        panic!("the form is gone");
    };
    assert_eq!(form.file, "a.json");
    assert_eq!(form.more, ["b.json"]);
    assert_eq!(form.keys_to_fill(), ["m.jwk", "l.jwk", ""]);
}

#[test]
fn guide_stays_at_its_chapter() {
    let mut played = begin_with_language();
    played.act(Action::ShowGuide(guide::chapter_of(Screen::Review)));
    played.act(Action::Show(Screen::Form));
    played.act(Action::Show(Screen::Guide));
    assert_eq!(played.session.chapter(), "review");
}

#[test]
fn keys_typed_in_the_contact_are_one_change() {
    let mut played = begin_with_language();
    for text in ["A", "A. T", "A. Tremblay"] {
        played.act(Action::Edit(Edit::Contact(text.to_owned())));
    }
    assert_eq!(played.session.response().contact(), "A. Tremblay");
    played.act(Action::Undo);
    assert_eq!(played.session.response().contact(), "");
}
