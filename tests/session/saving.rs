//! Saving by itself, recovery, joining with a colleague's version.

use std::path::{Path, PathBuf};
use std::time::Duration;

use probitas::app::job::Control;
use probitas::app::{Action, Dialog, Intent, JoinStep, PathPurpose, Request, SaveState, Tone};
use probitas::i18n::Language;
use probitas::response::Edit;
use probitas::response::join::Pick;
use probitas::storage::Places;

use crate::played::*;

/// A session whose draft is saved as `ours.probitas` in the folder.
fn saved_in(folder: &Path) -> (Played, PathBuf) {
    let path = folder.join("ours.probitas");
    let mut played = begin_in(Places::inside(&folder.join("own")));
    played.settle();
    played
        .act(write("q8", "Common"))
        .act(save_as(&path))
        .act(Action::Confirm);
    played.settle();
    (played, path)
}

/// A colleague opens the draft, changes it and saves it.
fn colleague(path: &Path, changes: Vec<Action>) {
    let mut played = begin();
    played.act(Action::OpenFile(path.to_path_buf()));
    played.settle();
    for change in changes {
        played.act(change);
    }
    played.act(Action::Save);
    played.settle();
    assert!(matches!(
        played.session.save_state(),
        SaveState::Saved { .. }
    ));
}

fn content(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}

fn names(folder: &Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn change_is_saved_a_second_later_without_a_word() {
    let folder = tempfile::tempdir().unwrap();
    let (mut played, path) = saved_in(folder.path());
    played.act(Action::ClearStatus);
    assert_eq!(played.session.next_wake(played.moment.now), None);
    played.act(write("q8", "Changed"));
    assert_eq!(played.session.save_state(), SaveState::Pending);
    let wake = played.session.next_wake(played.moment.now);
    assert_eq!(wake, Some(Duration::from_secs(1)));
    played.session.update(Action::Tick, played.moment);
    assert!(played.settle().is_empty());
    assert!(!content(&path).contains("Changed"));
    played.rest();
    assert!(content(&path).contains("Changed"));
    let at = played.moment.now;
    assert_eq!(played.session.save_state(), SaveState::Saved { at });
    assert_eq!(played.session.status(), None);
    assert_eq!(played.session.next_wake(played.moment.now), None);
}

#[test]
fn losing_the_focus_saves_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let (mut played, path) = saved_in(folder.path());
    played.session.update(write("q8", "Changed"), played.moment);
    played
        .session
        .update(Action::WindowLostFocus, played.moment);
    played.settle();
    assert!(content(&path).contains("Changed"));
}

#[test]
fn saving_by_itself_disturbs_no_dialog() {
    let folder = tempfile::tempdir().unwrap();
    let (mut played, path) = saved_in(folder.path());
    played
        .act(write("q8", "Changed"))
        .act(Action::OpenDialog(Dialog::make_key()));
    played.rest();
    assert!(matches!(played.session.dialog(), Some(Dialog::MakeKey(_))));
    assert!(content(&path).contains("Changed"));
}

#[test]
fn draft_without_a_name_is_offered_at_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let places = Places::inside(folder.path());
    let recovery = places.recovery().unwrap();
    let mut played = begin_in(places.clone());
    played.settle();
    assert!(played.session.recovered().is_empty());
    played
        .act(Action::Edit(Edit::OrganizationName(
            Language::English,
            "Elections Canada".into(),
        )))
        .act(write("q8", "Kept"));
    played.rest();
    let at = played.moment.now;
    assert_eq!(
        played.session.save_state(),
        SaveState::KeptForRecovery { at }
    );
    assert!(!played.session.has_unsaved_changes());

    // While this window is at work on it, another one does not offer it.
    let mut other = begin_in(places.clone());
    other.settle();
    assert!(other.session.recovered().is_empty());
    drop(played);

    let mut again = begin_in(places.clone());
    again.settle();
    let found = again.session.recovered().to_vec();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].organization.en, "Elections Canada");
    assert_eq!(found[0].progress.done, 1);
    again.act(Action::OpenRecovered(found[0].path.clone()));
    again.settle();
    assert_eq!(again.text("q8"), "Kept");
    assert_eq!(
        (again.session.path(), again.session.recovered()),
        (None, [].as_slice())
    );
    assert!(!again.session.has_unsaved_changes());

    // Under a name of its own it needs no recovery.
    let path = folder.path().join("ours.probitas");
    again.act(save_as(&path)).act(Action::Confirm);
    again.settle();
    assert!(content(&path).contains("Kept"));
    assert!(names(&recovery).is_empty());
}

#[test]
fn recovered_draft_is_thrown_away_only_after_a_question() {
    let folder = tempfile::tempdir().unwrap();
    let places = Places::inside(folder.path());
    let recovery = places.recovery().unwrap();
    let mut played = begin_in(places);
    played.act(write("q8", "Kept"));
    played.rest();
    // Another form begins without a question, and the first one is offered.
    played.act(Action::Begin(Intent::New));
    played.settle();
    let path = played.session.recovered()[0].path.clone();
    played.act(Action::DiscardRecovered(path.clone()));
    assert_eq!(
        played.session.dialog(),
        Some(&Dialog::DiscardRecovered(path.clone()))
    );
    played.act(Action::Cancel);
    assert!(path.exists());
    played
        .act(Action::DiscardRecovered(path))
        .act(Action::Confirm);
    played.settle();
    assert!(names(&recovery).is_empty() && played.session.recovered().is_empty());
}

#[test]
fn import_is_kept_at_once_and_an_example_after_its_first_change() {
    let folder = tempfile::tempdir().unwrap();
    let places = Places::inside(folder.path());
    let recovery = places.recovery().unwrap();
    let mut played = begin_in(places);
    played.act(Action::Begin(Intent::Example(0)));
    played.rest();
    assert_eq!(played.session.save_state(), SaveState::Unchanged);
    assert!(names(&recovery).is_empty());
    played.act(write("q8", "Changed"));
    played.rest();
    assert!(matches!(
        played.session.save_state(),
        SaveState::KeptForRecovery { .. }
    ));

    let page = folder.path().join("page.txt");
    let text = "Elections Canada\n\nQuestion 12\n\n\
                Will these indicators be disaggregated by identity factors?\n\n  • No";
    std::io::Write::write_all(&mut std::fs::File::create(&page).unwrap(), text.as_bytes()).unwrap();
    played
        .act(Action::Begin(Intent::Import))
        .act(Action::Fill(Dialog::Import {
            first: page.to_string_lossy().into_owned(),
            second: String::new(),
        }))
        .act(Action::Confirm);
    played.settle();
    assert_eq!(played.session.status().unwrap().tone, Tone::Done);
    assert!(matches!(
        played.session.save_state(),
        SaveState::KeptForRecovery { .. }
    ));
    // The example is offered again.
    assert_eq!(played.session.recovered().len(), 1);
}

#[test]
fn closing_saves_and_asks_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (mut played, path) = saved_in(folder.path());
    played
        .act(write("q8", "Changed"))
        .act(Action::Begin(Intent::Close));
    assert_eq!(played.session.dialog(), None);
    assert!(!played.session.may_close());
    assert!(matches!(played.settle().as_slice(), [Request::Close]));
    assert!(content(&path).contains("Changed"));
    // Nothing is left beside the draft.
    assert_eq!(names(folder.path()), ["ours.probitas", "own"]);
}

#[test]
fn closing_again_does_not_wait_for_a_folder_that_does_not_answer() {
    let folder = tempfile::tempdir().unwrap();
    let (mut played, _path) = saved_in(folder.path());
    played.act(Action::Begin(Intent::Close));
    let is_close = |request: &Request| matches!(request, Request::Close);
    let unanswered = played.session.take_requests();
    assert!(!unanswered.iter().any(is_close));
    played.act(Action::Begin(Intent::Close));
    assert!(played.session.take_requests().iter().any(is_close));
}

#[test]
fn draft_that_is_opened_while_another_is_unsaved_waits_for_it() {
    let folder = tempfile::tempdir().unwrap();
    let (mut played, path) = saved_in(folder.path());
    let other = folder.path().join("other.probitas");
    played.act(save_as(&other)).act(Action::Confirm);
    played.settle();
    // Reading takes a while, and somebody goes on writing.
    played.act(Action::OpenFile(path.clone()));
    let requests = played.session.take_requests();
    played.act(write("q8", "Written meanwhile"));
    for request in requests {
        if let Request::Work(job) = request {
            let result = job.run(&Control::default());
            played.act(Action::Done(result));
        }
    }
    played.settle();
    assert!(content(&other).contains("Written meanwhile"));
    assert_eq!(played.session.path(), Some(path.as_path()));
    assert_eq!(played.text("q8"), "Common");
}

#[test]
fn two_drafts_of_one_example_are_kept_side_by_side() {
    let folder = tempfile::tempdir().unwrap();
    let mut played = begin_in(Places::inside(folder.path()));
    for text in ["First", "Second"] {
        played.act(Action::Begin(Intent::Example(0)));
        played.act(write("q8", text));
        played.rest();
    }
    played.act(Action::Begin(Intent::New));
    played.settle();
    assert_eq!(played.session.recovered().len(), 2);
}

/// Puts a folder in the place of the file, so that it cannot be written.
fn obstruct(path: &Path) {
    std::fs::remove_file(path).unwrap();
    std::fs::create_dir(path).unwrap();
}

#[test]
fn failure_is_told_in_words_kept_for_recovery_and_not_tried_every_second() {
    let folder = tempfile::tempdir().unwrap();
    let (mut played, path) = saved_in(folder.path());
    played.act(Action::ClearStatus);
    obstruct(&path);
    played.act(write("q8", "Changed"));
    played.rest();
    let SaveState::NotSaved(pair) = played.session.save_state() else {
        panic!("{:?}", played.session.save_state());
    };
    for language in Language::ALL {
        assert!(!pair.hint.text(language).is_empty());
    }
    assert_eq!(
        (played.session.status(), played.session.dialog()),
        (None, None)
    );
    assert_eq!(played.session.next_wake(played.moment.now), None);
    played.act(Action::WindowLostFocus).act(Action::Tick);
    assert!(played.session.take_requests().is_empty());
    // Nothing is lost even if the program fails now.
    let recovery = folder.path().join("own/recovery");
    assert_eq!(names(&recovery).len(), 2);
    // Closing asks, for the file itself is not what is on the screen.
    played.act(Action::Begin(Intent::Close));
    assert_eq!(
        played.session.dialog(),
        Some(&Dialog::Unsaved(Intent::Close))
    );
    played.act(Action::Cancel);
    std::fs::remove_dir(&path).unwrap();
    let other = folder.path().join("other.probitas");
    played.act(save_as(&other)).act(Action::Confirm);
    played.settle();
    assert!(content(&other).contains("Changed"));
    assert!(names(&recovery).is_empty());
}

#[test]
fn changes_of_two_people_are_joined_and_saved() {
    let folder = tempfile::tempdir().unwrap();
    let (mut played, path) = saved_in(folder.path());
    colleague(&path, vec![write("q9", "Theirs"), choose("q12", "q12.no")]);
    played.act(write("q10", "Mine"));
    played.rest();
    // By itself nothing is joined, and nothing overwritten.
    assert!(matches!(
        played.session.save_state(),
        SaveState::NotSaved(_)
    ));
    assert_eq!(played.session.dialog(), None);
    assert!(!content(&path).contains("Mine"));
    played.act(Action::Save);
    played.settle();
    assert_eq!(played.session.dialog(), Some(&Dialog::Join));
    let join = played.session.join().unwrap();
    assert_eq!((join.entries().len(), join.open_count()), (3, 0));
    played.act(Action::Confirm);
    played.settle();
    assert_eq!(played.session.dialog(), None);
    assert!(matches!(
        played.session.save_state(),
        SaveState::Saved { .. }
    ));
    for text in ["Common", "Mine", "Theirs", "q12.no"] {
        assert!(content(&path).contains(text), "{text}");
    }
    // What was joined is one change.
    played.act(Action::Undo);
    assert_eq!(
        (played.text("q9"), played.text("q10")),
        (String::new(), "Mine".into())
    );
}

#[test]
fn conflict_is_joined_only_after_somebody_looked() {
    let folder = tempfile::tempdir().unwrap();
    let (mut played, path) = saved_in(folder.path());
    colleague(&path, vec![write("q8", "Theirs")]);
    played.act(write("q8", "Mine")).act(Action::Save);
    played.settle();
    assert_eq!(played.session.join().unwrap().open_count(), 1);
    played.act(Action::Confirm);
    assert_eq!(played.session.dialog(), Some(&Dialog::Join));
    let step = JoinStep::Pick {
        index: 0,
        pick: Pick::Both,
    };
    played.act(Action::Join(step)).act(Action::Confirm);
    played.settle();
    assert_eq!(played.text("q8"), "Mine\n\nTheirs");
    assert!(content(&path).contains("Mine\\n\\nTheirs"));
}

#[test]
fn joining_can_be_put_off_and_closing_asks_then() {
    let folder = tempfile::tempdir().unwrap();
    let (mut played, path) = saved_in(folder.path());
    colleague(&path, vec![write("q8", "Theirs")]);
    let theirs = content(&path);
    played.act(write("q8", "Mine")).act(Action::Save);
    played.settle();
    played.act(Action::Cancel);
    assert!(matches!(
        played.session.save_state(),
        SaveState::NotSaved(_)
    ));
    assert!(played.session.join().is_none());
    played.act(Action::Begin(Intent::Close));
    played.settle();
    assert_eq!(
        played.session.dialog(),
        Some(&Dialog::Unsaved(Intent::Close))
    );
    assert_eq!(content(&path), theirs);
    // Saving joins first, and then closes.
    played.act(Action::Confirm);
    played.settle();
    played.act(Action::Join(JoinStep::PickEverywhere(Pick::Mine)));
    played.act(Action::Confirm);
    assert!(matches!(played.settle().as_slice(), [Request::Close]));
    assert!(content(&path).contains("Mine"));
}

#[test]
fn both_versions_are_kept_in_two_files() {
    let folder = tempfile::tempdir().unwrap();
    let (mut played, path) = saved_in(folder.path());
    colleague(&path, vec![write("q8", "Theirs")]);
    let theirs = content(&path);
    played.act(write("q8", "Mine")).act(Action::Save);
    played.settle();
    played.act(Action::Join(JoinStep::KeepBoth));
    played.settle();
    assert_eq!(content(&path), theirs);
    let own = played.session.path().unwrap();
    assert!(content(own).contains("Mine"));
    let name = played.session.file_name().unwrap();
    assert!(name.starts_with("ours-conflict-2024-11-15-"), "{name}");
    assert!(!played.session.has_unsaved_changes());
}

#[test]
fn file_that_was_removed_is_written_again_only_after_a_question() {
    let folder = tempfile::tempdir().unwrap();
    let (mut played, path) = saved_in(folder.path());
    std::fs::remove_file(&path).unwrap();
    played.act(write("q8", "Mine"));
    played.rest();
    assert!(!path.exists());
    played.act(Action::Save);
    played.settle();
    assert_eq!(
        played.session.dialog(),
        Some(&Dialog::Overwrite(path.clone()))
    );
    played.act(Action::Confirm);
    played.settle();
    assert!(content(&path).contains("Mine"));
}

#[test]
fn answers_are_taken_in_from_another_draft() {
    let folder = tempfile::tempdir().unwrap();
    let (played, path) = saved_in(folder.path());
    drop(played);
    let mut played = begin();
    played
        .act(write("q9", "Mine"))
        .act(Action::Begin(Intent::TakeIn));
    let purpose = PathPurpose::TakeIn;
    let path = path.to_string_lossy().into_owned();
    played
        .act(Action::Fill(Dialog::Path { purpose, path }))
        .act(Action::Confirm);
    played.settle();
    assert_eq!(played.session.dialog(), Some(&Dialog::Join));
    played.act(Action::Confirm);
    played.settle();
    assert_eq!(
        (played.text("q8"), played.text("q9")),
        ("Common".into(), "Mine".into())
    );
    assert_eq!(
        (played.session.path(), played.session.join().is_none()),
        (None, true)
    );
}

#[test]
fn whoever_has_the_draft_open_elsewhere_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let (played, path) = saved_in(folder.path());
    let lock = folder.path().join(".~lock.ours.probitas#");
    assert!(lock.exists());
    drop(played);
    assert!(!lock.exists());
    let theirs = r#"{"user": "tremblay", "host": "pc-7", "process": 1,
        "since": "2024-11-15T10:05:00-03:00"}"#;
    std::io::Write::write_all(
        &mut std::fs::File::create(&lock).unwrap(),
        theirs.as_bytes(),
    )
    .unwrap();
    let mut played = begin();
    played.act(Action::OpenFile(path));
    played.settle();
    assert_eq!(played.text("q8"), "Common");
    let told = played.session.open_elsewhere().unwrap();
    for (language, time) in [
        (Language::English, "8:05"),
        (Language::French, "8\u{a0}h\u{a0}05"),
    ] {
        let told = told.text(language);
        for part in ["tremblay", "pc-7", time] {
            assert!(told.contains(part), "{told}");
        }
    }
    drop(played);
    assert!(lock.exists());
}

/// Runs what is asked for although somebody has given it up.
fn run_cancelled(played: &mut Played) {
    for request in played.session.take_requests() {
        if let Request::Work(job) = request {
            let control = Control::default();
            control.stop();
            let result = job.run(&control);
            played.act(Action::Done(result));
        }
    }
}

#[test]
fn work_that_is_given_up_leaves_everything_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let (mut other, path) = saved_in(folder.path());
    other.act(Action::Begin(Intent::Close));
    other.settle();
    let mut played = begin();
    played.act(Action::OpenFile(path));
    assert!(played.session.can_cancel());
    played.session.update(Action::CancelJob, played.moment);
    run_cancelled(&mut played);
    assert_eq!(
        (played.text("q8"), played.session.path()),
        (String::new(), None)
    );
    assert!(!played.session.can_cancel());
}

#[test]
fn saving_cannot_be_given_up() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ours.probitas");
    let mut played = begin();
    played
        .act(write("q8", "Ours"))
        .act(save_as(&path))
        .act(Action::Confirm);
    assert!(!played.session.can_cancel());
    run_cancelled(&mut played);
    assert!(matches!(
        played.session.save_state(),
        SaveState::Saved { .. }
    ));
    assert!(content(&path).contains("Ours"));
}
