//! Approval and export: held answers, files that are checked, covering text.

use std::io::{Cursor, Read};
use std::path::Path;

use probitas::app::job::{Job, JobResult};
use probitas::app::{
    Action, Dialog, Intent, Pending, Published, Request, SignOffForm, Tone, WantedEdition,
};
use probitas::export::name::{OutputKind, OutputState};
use probitas::i18n::Language;
use probitas::questionnaire::Role;
use probitas::response::{Edit, Marking, Person};
use probitas::rules::NotCompleted;
use probitas::storage::Shown;
use probitas::submission::key::{PublicKey, SigningKey};
use probitas::submission::key_file::KeyHolder;
use probitas::submission::record;
use probitas::submission::verify::{Verification, verify};
use zip::ZipArchive;

use crate::played::*;

/// An example without open warnings, whose files go to this folder.
fn complete(folder: &Path) -> Played {
    let mut played = begin();
    played.act(Action::Begin(Intent::Example(0)));
    played.acknowledge_all();
    assert_eq!(played.session.obstacle(), None);
    played.fill(|form| {
        form.export.folder = Some(folder.to_string_lossy().into_owned());
    });
    played
}

/// Opens a key as a job would, without the time that a passphrase takes.
fn open_key(played: &mut Played) -> PublicKey {
    let fill = |bytes: &mut [u8]| -> Result<(), std::convert::Infallible> {
        bytes.fill(7);
        Ok(())
    };
    let key = SigningKey::generate(fill).unwrap();
    let public = key.public_key();
    let holder = KeyHolder {
        name: "Zoé Tremblay".to_owned(),
        role: record::Role::Preparer,
        organization_id: None,
    };
    let opened = probitas::app::OpenedKey { key, holder };
    played.act(Action::Done(JobResult::KeyOpened(Ok(opened))));
    public
}

fn export(played: &mut Played) {
    played.act(Action::Export);
    played.serve();
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn read(path: &Path) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut file = std::fs::File::open(path).unwrap();
    file.read_to_end(&mut bytes).unwrap();
    bytes
}

/// The mark of the response, as the draft keeps it.
fn mark(played: &Played) -> Option<String> {
    let ready = played.session.response().ready_for_approval();
    ready.map(|ready| ready.sha256.clone())
}

#[test]
fn ready_for_approval_asks_before_a_change_and_cancel_leaves_the_answer() {
    let folder = tempfile::tempdir().unwrap();
    let mut played = complete(folder.path());
    played.act(Action::MarkReady);
    let marked = mark(&played).unwrap();
    assert!(played.session.is_as_marked());
    let before = played.text("q8");
    played.act(write("q8", "Another answer"));
    let asked = played.session.dialog();
    assert!(matches!(asked, Some(Dialog::Thaw(Pending::Edit(_)))));
    played.act(Action::Cancel);
    assert_eq!(played.text("q8"), before);
    assert_eq!(mark(&played), Some(marked.clone()));

    played
        .act(write("q8", "Another answer"))
        .act(Action::Confirm);
    assert_eq!(played.text("q8"), "Another answer");
    assert_eq!(mark(&played), None);
    assert_eq!(played.session.dialog(), None);
    // The next change is nobody's surprise.
    played.act(write("q8", "Another answer still"));
    assert_eq!(played.text("q8"), "Another answer still");
    // Taken back, it is what was printed, with the same fingerprint.
    played.act(Action::Undo).act(Action::Undo);
    assert_eq!(mark(&played), Some(marked));
    assert_eq!(played.text("q8"), before);
    assert!(played.session.is_as_marked());
    played.act(Action::Redo);
    let asked = played.session.dialog();
    assert_eq!(asked, Some(&Dialog::Thaw(Pending::Redo)));
}

#[test]
fn mark_can_be_taken_back_without_a_question_and_view_is_never_held() {
    let folder = tempfile::tempdir().unwrap();
    let mut played = complete(folder.path());
    played
        .act(Action::MarkReady)
        .act(Action::ShowIn(Language::French));
    assert_eq!(played.session.dialog(), None);
    assert_eq!(played.session.language(), Language::French);
    played.act(Action::Undo);
    let asked = played.session.dialog();
    assert_eq!(asked, Some(&Dialog::Thaw(Pending::Undo)));
    played.act(Action::Cancel);
    played.act(Action::Edit(Edit::ReadyForApproval(None)));
    assert_eq!(mark(&played), None);
    assert_eq!(played.session.dialog(), None);
}

#[test]
fn what_is_not_complete_cannot_be_marked_as_ready() {
    let mut played = begin();
    played.act(Action::MarkReady);
    assert_eq!(mark(&played), None);
    assert_eq!(played.session.status().unwrap().tone, Tone::Failed);
    // An open warning stands against it too.
    played
        .act(Action::Begin(Intent::Example(0)))
        .act(choose("q3", "q3.in_progress"))
        .act(choose("q5", "q5.updated"));
    let obstacle = played.session.obstacle();
    assert!(matches!(obstacle, Some(NotCompleted::OpenWarnings { .. })));
    played.act(Action::MarkReady);
    assert_eq!(mark(&played), None);
}

#[test]
fn mark_is_kept_in_the_draft_and_a_change_by_another_program_is_seen() {
    let folder = tempfile::tempdir().unwrap();
    let mut played = complete(folder.path());
    played.act(Action::MarkReady);
    let json = played.session.response().to_draft_json();
    for (json, as_marked) in [
        (json.clone(), true),
        (json.replace("\"cycle\": \"", "\"cycle\": \"X"), false),
    ] {
        let path = folder.path().join("draft.probitas");
        let mut file = std::fs::File::create(&path).unwrap();
        std::io::Write::write_all(&mut file, json.as_bytes()).unwrap();
        let mut again = begin();
        again.act(Action::OpenFile(path));
        again.serve();
        assert_eq!(mark(&again), mark(&played));
        assert_eq!(again.session.is_as_marked(), as_marked);
    }
}

#[test]
fn signed_submission_and_pdf_are_written_and_verified() {
    let folder = tempfile::tempdir().unwrap();
    let mut played = complete(folder.path());
    let key = open_key(&mut played);
    played.act(Action::MarkReady);
    let planned = played.session.planned();
    assert_eq!(planned.state, OutputState::Final);
    export(&mut played);
    let exported = played.session.exported().unwrap();
    let written: Vec<String> = exported
        .files
        .iter()
        .map(|file| file.name.clone())
        .collect();
    let mut expected: Vec<String> = planned.files.into_iter().map(|(_, name)| name).collect();
    assert_eq!(written, expected);
    expected.sort();
    assert_eq!(names(folder.path()), expected);
    // Each says more than that it was read back.
    assert!(exported.files.iter().all(|file| file.checks.len() == 2));
    let bytes = read(&exported.files[0].path);
    assert_eq!(bytes.len(), exported.files[0].size_bytes);
    let now = played.moment.now.with_timezone(&chrono::Utc);
    let Verification::Verified(verified) = verify(&bytes, &[key], now) else {
        panic!("not verified")
    };
    let digest = verified.record().digest();
    assert_eq!(Some(digest.hex()), mark(&played));
    assert_eq!(exported.fingerprint, Some(digest.fingerprint().to_string()));
    assert!(!played.session.is_export_outdated());
}

#[test]
fn files_that_are_there_are_replaced_only_after_a_yes() {
    let folder = tempfile::tempdir().unwrap();
    let mut played = complete(folder.path());
    export(&mut played);
    let files = names(folder.path());
    assert!(files.iter().all(|name| name.contains("UNSIGNED")));
    let path = folder.path().join(&files[0]);
    let before = read(&path);
    played.act(write("q8", "Another answer"));
    played.acknowledge_all();
    assert!(played.session.is_export_outdated());
    export(&mut played);
    assert_eq!(
        played.session.dialog(),
        Some(&Dialog::Replace(vec![files[0].clone(), files[1].clone()]))
    );
    assert_eq!(read(&path), before);
    played.act(Action::Cancel);
    assert!(played.session.is_export_outdated());
    export(&mut played);
    played.act(Action::Confirm);
    played.serve();
    assert_ne!(read(&path), before);
    assert!(!played.session.is_export_outdated());
    assert_eq!(names(folder.path()), files);
}

#[test]
fn archive_holds_every_other_file() {
    let folder = tempfile::tempdir().unwrap();
    let mut played = complete(folder.path());
    played.fill(|form| {
        form.export.archive = true;
        form.export.published = [(Published::Text, Language::English)].into();
        form.export.pdf = Some([Language::French].into());
    });
    export(&mut played);
    let files = &played.session.exported().unwrap().files;
    let kinds: Vec<OutputKind> = files.iter().map(|file| file.kind).collect();
    let expected = [
        OutputKind::Json,
        OutputKind::Pdf,
        OutputKind::Text,
        OutputKind::Zip,
    ];
    assert_eq!(kinds, expected);
    assert!(files[1].name.ends_with("_fr-UNSIGNED-NON-SIGNE.pdf"));
    let mut archive = ZipArchive::new(Cursor::new(read(&files[3].path))).unwrap();
    assert_eq!(archive.len(), 3);
    for file in &files[..3] {
        let mut bytes = Vec::new();
        let mut entry = archive.by_name(&file.name).unwrap();
        entry.read_to_end(&mut bytes).unwrap();
        assert_eq!(bytes, read(&file.path));
    }
}

#[test]
fn with_errors_only_a_draft_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let mut played = begin();
    played.fill(|form| {
        form.export.folder = Some(folder.path().to_string_lossy().into_owned());
    });
    export(&mut played);
    let files = names(folder.path());
    assert_eq!(files.len(), 1, "{files:?}");
    assert!(files[0].ends_with("-DRAFT-EBAUCHE.pdf"), "{files:?}");
    assert_eq!(played.session.exported().unwrap().fingerprint, None);
    // A complete response can go round as a draft too.
    let other = folder.path().join("other");
    let mut played = complete(&other);
    played.fill(|form| {
        form.export.edition = WantedEdition::Draft;
    });
    export(&mut played);
    assert_eq!(names(&other).len(), 1);
}

#[test]
fn without_a_folder_or_a_language_nothing_is_begun() {
    let mut played = begin();
    export(&mut played);
    assert_eq!(played.session.status().unwrap().tone, Tone::Failed);
    let folder = tempfile::tempdir().unwrap();
    played.fill(|form| {
        form.export.folder = Some(folder.path().to_string_lossy().into_owned());
        form.export.pdf = Some([].into());
    });
    assert!(played.session.planned().files.is_empty());
    export(&mut played);
    assert!(names(folder.path()).is_empty());
}

#[test]
fn export_that_is_stopped_leaves_nothing_half_written() {
    let folder = tempfile::tempdir().unwrap();
    let mut played = complete(folder.path());
    played.act(Action::Export).act(Action::StopExport);
    played.serve();
    assert!(names(folder.path()).is_empty());
    assert!(played.session.exported().is_none());
    assert_eq!(played.session.sign_off().step(), None);
    assert_eq!(played.session.status().unwrap().tone, Tone::Done);
    export(&mut played);
    assert_eq!(names(folder.path()).len(), 2);
}

#[test]
fn supplementary_answer_that_is_left_out_is_not_in_the_record() {
    let folder = tempfile::tempdir().unwrap();
    let mut played = complete(folder.path());
    played
        .act(choose("q1", "q1.yes"))
        .act(write("q1.text", "Ours alone"));
    let listed = played.session.supplementary();
    let listed: Vec<_> = listed
        .iter()
        .map(|(question, item, released)| (question.number, item.id.as_str(), *released))
        .collect();
    assert!(listed.contains(&(1, "q1.text", true)), "{listed:?}");
    played.act(Action::Edit(Edit::Release {
        item: "q1.text".into(),
        release: false,
    }));
    played.acknowledge_all();
    export(&mut played);
    let exported = played.session.exported().unwrap();
    let json = String::from_utf8(read(&exported.files[0].path)).unwrap();
    assert!(!json.contains("Ours alone"));
    assert!(played.text("q1.text").contains("Ours alone"));
}

#[test]
fn covering_text_has_both_languages_in_the_order_of_the_response() {
    let folder = tempfile::tempdir().unwrap();
    let mut played = complete(folder.path());
    played
        .act(Action::Edit(Edit::LanguageOrder(Language::French)))
        .act(Action::Edit(Edit::Marking(Marking::ProtectedB)));
    played.acknowledge_all();
    let letter = played.session.letter();
    assert_eq!(
        letter.recipient,
        "Bureau du Conseil privé / Privy Council Office"
    );
    let place =
        |text: &str, part: &str| text.find(part).unwrap_or_else(|| panic!("{part}: {text}"));
    assert!(place(&letter.subject, "Autoévaluation") < place(&letter.subject, "Values"));
    assert!(place(&letter.text, "Bonjour,") < place(&letter.text, "Hello,"));
    assert!(!letter.text.contains("Fingerprint"));
    export(&mut played);
    let letter = played.session.letter();
    let exported = played.session.exported().unwrap();
    let fingerprint = exported.fingerprint.as_ref().unwrap();
    assert_eq!(letter.text.matches(fingerprint.as_str()).count(), 2);
    for file in &exported.files {
        assert_eq!(letter.text.matches(&file.name).count(), 2);
    }
    played.fill(|form| {
        form.sending.recipient = Some("The team".to_owned());
    });
    assert_eq!(played.session.letter().recipient, "The team");
}

#[test]
fn another_response_begins_with_an_empty_screen() {
    let folder = tempfile::tempdir().unwrap();
    let mut played = complete(folder.path());
    export(&mut played);
    let person = Person {
        name: "Zoé Tremblay".to_owned(),
        ..Person::default()
    };
    played.act(Action::Edit(Edit::Person(Role::Preparer, Box::new(person))));
    assert!(played.session.is_export_outdated());
    played.act(Action::Begin(Intent::New)).act(Action::Discard);
    assert!(played.session.exported().is_none());
    assert_eq!(played.session.sign_off().form(), &SignOffForm::default());
}

#[test]
fn copying_and_showing_are_asked_for_outside() {
    let folder = tempfile::tempdir().unwrap();
    let mut played = begin();
    let what = probitas::i18n::sign_off::subject();
    played.act(Action::Copy(what, "Text".to_owned()));
    let requests = played.session.take_requests();
    assert!(matches!(&requests[..], [Request::Copy(text)] if text == "Text"));
    // A file that is gone is told, and no program is started.
    let gone = Shown::Document(folder.path().join("gone.pdf"));
    played.act(Action::ShowOutside(gone));
    let requests = played.session.take_requests();
    let [Request::Work(Job::Show(_))] = &requests[..] else {
        panic!("{requests:?}")
    };
    for request in requests {
        if let Request::Work(job) = request {
            let result = job.run(&probitas::app::job::Control::default());
            played.act(Action::Done(result));
        }
    }
    assert_eq!(played.session.status().unwrap().tone, Tone::Failed);
}

#[test]
fn a_page_that_leaves_the_marking_out_is_asked_for_first() {
    let folder = tempfile::tempdir().unwrap();
    let mut played = complete(folder.path());
    played.act(Action::Edit(Edit::Marking(Marking::ProtectedB)));
    played.acknowledge_all();
    played.fill(|form| {
        form.export.published = [(Published::Text, Language::English)].into();
    });
    export(&mut played);
    assert_eq!(played.session.dialog(), Some(&Dialog::WithoutMarking));
    played.act(Action::Cancel);
    assert!(names(folder.path()).is_empty());
    export(&mut played);
    played.act(Action::Confirm);
    played.serve();
    let names = names(folder.path());
    let text = |name: &String| {
        Path::new(name)
            .extension()
            .is_some_and(|ending| ending == "txt")
    };
    assert!(names.iter().any(text), "{names:?}");
}
