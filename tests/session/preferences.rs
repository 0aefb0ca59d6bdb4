//! What is kept from one start to the next.

use probitas::app::{Action, Preference, Theme, Tone};
use probitas::i18n::Language;
use probitas::storage::Places;

use crate::played::*;

#[test]
fn language_and_theme_are_there_at_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let places = Places::inside(folder.path());
    let mut played = begin_in(places.clone());
    assert_eq!(played.session.preferences().language(), None);
    // The second change comes while the first is being written.
    played
        .act(Action::ShowIn(Language::French))
        .act(Action::SetPreference(Preference::Theme(Theme::Dark)));
    played.serve();
    played.serve();
    let again = begin_in(places);
    assert_eq!(again.session.language(), Language::French);
    assert_eq!(again.session.preferences().theme(), Theme::Dark);
}

#[test]
fn drafts_that_were_saved_or_opened_are_remembered() {
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
    let mut again = begin_in(places);
    let recent = again.session.preferences().recent.clone();
    assert_eq!(recent.len(), 1);
    assert_eq!((&recent[0].path, recent[0].answered), (&path, 1));
    again.act(Action::OpenFile(path));
    again.serve();
    assert_eq!(again.session.preferences().recent.len(), 1);
}

#[test]
fn preferences_that_cannot_be_written_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    drop(std::fs::File::create(&file).unwrap());
    let mut played = begin_in(Places::inside(&file));
    played.act(Action::ShowIn(Language::French));
    played.serve();
    assert_eq!(played.session.language(), Language::French);
    assert_eq!(played.session.status().unwrap().tone, Tone::Failed);
}
