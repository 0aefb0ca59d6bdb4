//! Files that the program is started with, drafts that cannot be written, and
//! the files of a new version.

use std::path::Path;

use probitas::app::{Action, Dialog, Preferences, SaveState, Tone};
use probitas::i18n::Language;
use probitas::release::Signed;
use probitas::storage::{Places, Portable};

use crate::played::*;
use crate::release::{folder, key};

/// A draft of its own file that was made read only, and the folder.
fn read_only_draft() -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ébauche de l’été.probitas");
    let mut played = begin();
    played
        .act(write("q8", "Common"))
        .act(save_as(&path))
        .act(Action::Confirm);
    played.settle();
    drop(played);
    let mut permissions = std::fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&path, permissions).unwrap();
    (folder, path)
}

#[test]
fn a_draft_that_cannot_be_written_opens_and_says_so() {
    let (folder, path) = read_only_draft();
    let before = std::fs::read(&path).unwrap();
    let recovery = tempfile::tempdir().unwrap();
    let mut played = begin_in(Places::inside(recovery.path()));
    played.act(Action::ShowIn(Language::English));
    played.act(Action::TakeGiven(path.clone()));
    played.settle();
    assert_eq!(played.text("q8"), "Common");
    assert_eq!(played.session.status().unwrap().tone, Tone::Done);
    let told = played.session.open_elsewhere().unwrap();
    assert!(
        told.text(Language::English)
            .contains("Nothing can be written")
    );
    assert!(
        told.text(Language::French)
            .contains("Rien ne peut être écrit")
    );
    assert!(!played.session.has_unsaved_changes());
    // What is written now is kept, without a failure, and the file stays.
    played.act(write("q9", "Mine"));
    played.rest();
    let state = played.session.save_state();
    assert!(
        matches!(state, SaveState::KeptForRecovery { .. }),
        "{state:?}"
    );
    assert_eq!(std::fs::read(&path).unwrap(), before);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    // Saving asks for another place, and then all is as usual.
    played.act(Action::Save);
    assert!(matches!(played.session.dialog(), Some(Dialog::Path { .. })));
    let other = folder.path().join("other.probitas");
    played.act(save_as(&other)).act(Action::Confirm);
    played.settle();
    assert_eq!(played.session.open_elsewhere(), None);
    assert!(matches!(
        played.session.save_state(),
        SaveState::Saved { .. }
    ));
}

#[test]
fn a_file_that_the_program_is_started_with_is_taken_for_what_it_is() {
    let given = |name: &str| {
        let mut played = begin();
        played.act(Action::TakeGiven(Path::new("/é à/").join(name)));
        played.session.dialog().cloned()
    };
    let Some(Dialog::Verify(form)) = given("a b.json") else {
        panic!("a submission is verified");
    };
    assert!(form.file.ends_with("a b.json"));
    assert!(matches!(given("a.pdf"), Some(Dialog::Verify(_))));
    assert!(matches!(given("a.html"), Some(Dialog::Import { .. })));
    let update = Dialog::CheckUpdate("/é à/probitas-release.json".to_owned());
    assert_eq!(given("probitas-release.json"), Some(update));
    assert_eq!(given("a.probitas"), None);
}

#[test]
fn a_file_of_another_kind_says_itself_that_it_is_no_draft() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("notes");
    probitas::storage::write_new(&path, b"some notes", false).unwrap();
    let mut played = begin();
    played.act(Action::TakeGiven(path));
    played.settle();
    assert_eq!(played.session.status().unwrap().tone, Tone::Failed);
}

#[test]
fn a_submission_is_verified_also_before_a_language_was_chosen() {
    let home = tempfile::tempdir().unwrap();
    let mut played = begin_in(Places::inside(home.path()));
    assert!(played.session.must_choose_language());
    played.act(Action::TakeGiven("/a.json".into()));
    assert!(matches!(played.session.dialog(), Some(Dialog::Verify(_))));
}

#[test]
fn a_second_window_with_the_same_draft_says_so() {
    let (folder, path) = read_only_draft();
    let mut permissions = std::fs::metadata(&path).unwrap().permissions();
    #[expect(
        clippy::permissions_set_readonly_false,
        reason = "of a folder for tests"
    )]
    permissions.set_readonly(false);
    std::fs::set_permissions(&path, permissions).unwrap();
    let mut first = begin();
    first.act(Action::OpenFile(path.clone()));
    first.settle();
    // Elsewhere a lock is known by who holds it: `storage::lock` has a test of its own.
    if cfg!(windows) || !Path::new("/proc/1").exists() {
        return;
    }
    // The lock is this process's own: let it be of one that never ends.
    let lock = folder.path().join(".~lock.ébauche de l’été.probitas#");
    let own = std::fs::read_to_string(&lock).unwrap();
    let process = format!("\"process\":{}", std::process::id());
    assert!(own.contains(&process), "{own}");
    let other = own.replace(&process, "\"process\":1");
    probitas::storage::write_new(&lock, other.as_bytes(), true).unwrap();
    let mut second = begin();
    second.act(Action::TakeGiven(path));
    second.settle();
    let told = second.session.open_elsewhere().unwrap();
    assert!(told.text(Language::English).contains("in another window"));
    assert!(
        told.text(Language::French)
            .contains("dans une autre fenêtre")
    );
}

#[test]
fn preferences_beside_a_read_only_program_are_where_a_person_begins() {
    let share = tempfile::tempdir().unwrap();
    let home = tempfile::tempdir().unwrap();
    let prepared = r#"{"language": "fr", "recent": [], "told": ["something"]}"#;
    let prepared_at = share.path().join("preferences.json");
    probitas::storage::write_new(&prepared_at, prepared.as_bytes(), false).unwrap();
    let places = Places {
        portable: Portable::ReadOnly(share.path().to_path_buf()),
        ..Places::inside(home.path())
    };
    let mut played = begin_in(places.clone());
    assert_eq!(played.session.language(), Language::French);
    assert!(matches!(played.session.dialog(), Some(Dialog::Notices(_))));
    played
        .act(Action::Cancel)
        .act(Action::ShowIn(Language::English));
    played.settle();
    let again = begin_in(places.clone());
    assert_eq!(again.session.language(), Language::English);
    assert_eq!(again.session.dialog(), None);
    assert_eq!(std::fs::read_to_string(&prepared_at).unwrap(), prepared);
    assert!(Preferences::read(&places).recent.is_empty());
}

#[test]
fn a_notice_waits_until_what_was_asked_for_is_done() {
    let (_folder, path) = read_only_draft();
    let home = tempfile::tempdir().unwrap();
    let policy = home.path().join("probitas-policy.json");
    let faulty = br#"{"format": "probitas-policy/1.0", "preset": {"language": "en"}, "other": 1}"#;
    probitas::storage::write_new(&policy, faulty, false).unwrap();
    let places = Places {
        policies: vec![policy],
        ..Places::inside(home.path())
    };
    let mut played = begin_in(places);
    played.act(Action::TakeGiven(path));
    played.settle();
    assert_eq!(played.text("q8"), "Common");
    assert!(matches!(played.session.dialog(), Some(Dialog::Notices(_))));
    played.act(Action::Cancel);
    assert_eq!(played.session.dialog(), None);
}

#[test]
fn an_update_file_is_checked_and_nothing_else_happens() {
    let release = folder("newer.json", "newer.json.minisig");
    let before = std::fs::read_dir(release.path()).unwrap().count();
    let mut played = begin();
    played.session = played.session.with_release_key(key("maker.pub"));
    let path = release.path().to_string_lossy().into_owned();
    played
        .act(Action::OpenDialog(Dialog::CheckUpdate(path)))
        .act(Action::Confirm);
    played.settle();
    let Some(Dialog::UpdateChecked(found)) = played.session.dialog() else {
        panic!("{:?}", played.session.status());
    };
    assert!(found.is_good());
    assert_eq!(std::fs::read_dir(release.path()).unwrap().count(), before);
    // One that cannot be read comes back with what was typed.
    let missing = Dialog::CheckUpdate("/missing".to_owned());
    played
        .act(Action::OpenDialog(missing.clone()))
        .act(Action::Confirm);
    played.settle();
    assert_eq!(played.session.dialog(), Some(&missing));
    assert_eq!(played.session.status().unwrap().tone, Tone::Failed);
}

#[test]
fn without_the_key_of_the_makers_nothing_is_confirmed() {
    let release = folder("newer.json", "newer.json.minisig");
    let mut played = begin();
    played.session = played.session.with_release_key(None);
    let path = release.path().join("probitas-release.json");
    played
        .act(Action::ShowIn(Language::English))
        .act(Action::TakeFiles(vec![path]))
        .act(Action::Confirm);
    played.settle();
    let Some(Dialog::UpdateChecked(found)) = played.session.dialog() else {
        panic!("{:?}", played.session.status());
    };
    assert_eq!(found.signed, Signed::NoKeyKnown);
}
