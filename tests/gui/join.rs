//! Saving by itself, and two versions side by side.

use std::path::Path;

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;
use probitas::app::{self, Action, Dialog, PathPurpose, SaveState};
use probitas::i18n::Language;
use probitas::response::Edit;

use crate::picture::picture;
use crate::screen::Screen;

fn write(text: &str) -> Action {
    Action::Edit(Edit::Write {
        item: "q8".into(),
        language: Language::English,
        text: text.to_owned(),
    })
}

/// Lets jobs run, and the window see what came of them.
fn until(screen: &mut Screen, reached: impl Fn(&app::Session) -> bool) {
    for _ in 0..500 {
        // While work is shown the window is never at rest.
        screen.harness.step();
        if reached(screen.session()) {
            screen.run();
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    panic!("{:?}", screen.session().save_state());
}

/// Begins something that takes a while.
fn start(screen: &mut Screen, action: Action) {
    let window = screen.harness.state_mut().as_mut().unwrap();
    window.act(action);
}

fn is_saved(session: &app::Session) -> bool {
    matches!(session.save_state(), SaveState::Saved { .. })
}

fn save_as(screen: &mut Screen, path: &Path) {
    screen.act(Action::OpenDialog(Dialog::Path {
        purpose: PathPurpose::SaveAs,
        path: path.to_string_lossy().into_owned(),
    }));
    start(screen, Action::Confirm);
    until(screen, is_saved);
}

/// Two windows, one draft, and a conflict in one answer.
fn conflict(language: Language, size: [f32; 2], folder: &Path) -> Screen {
    let path = folder.join("ours.probitas");
    let mut mine = Screen::sized(language, size, 1.0);
    mine.show(app::Screen::Form);
    mine.act(write("Common"));
    save_as(&mut mine, &path);
    let mut theirs = Screen::open(language);
    start(&mut theirs, Action::OpenFile(path));
    until(&mut theirs, |session| session.path().is_some());
    theirs.act(write("Theirs: media monitoring, and a survey of all staff"));
    theirs.act(Action::Edit(Edit::Cycle("2025".into())));
    start(&mut theirs, Action::Save);
    until(&mut theirs, is_saved);
    mine.act(write("Mine: the annual report of the integrity office"));
    start(&mut mine, Action::Save);
    until(&mut mine, |session| session.join().is_some());
    mine
}

#[test]
fn change_is_saved_by_itself() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ours.probitas");
    let mut screen = Screen::open(Language::English);
    screen.act(write("First"));
    save_as(&mut screen, &path);
    screen.act(write("Changed"));
    assert!(!is_saved(screen.session()));
    until(&mut screen, is_saved);
    assert!(std::fs::read_to_string(&path).unwrap().contains("Changed"));
}

#[test]
fn two_versions_are_joined_with_the_keyboard_alone() {
    let folder = tempfile::tempdir().unwrap();
    let mut screen = conflict(Language::English, [1180.0, 820.0], folder.path());
    screen.dialog("Two versions of this draft");
    assert_eq!(screen.focused().as_deref(), Some("Use mine everywhere"));
    let group = "Question 8, text in English: what to keep";
    let group = screen
        .harness
        .get_by_role_and_label(Role::RadioGroup, group);
    group.get_by_label("Mine");
    // The cycle, then the conflict, of which nothing is picked yet.
    screen.press(Key::Tab);
    assert_eq!(screen.focused().as_deref(), Some("Theirs"));
    screen.press(Key::Tab);
    assert_eq!(screen.focused().as_deref(), Some("Mine"));
    screen.press(Key::ArrowRight);
    screen.press(Key::ArrowRight);
    assert_eq!(screen.focused().as_deref(), Some("Both"));
    screen.press(Key::Tab);
    assert_eq!(screen.focused().as_deref(), Some("Join"));
    screen.harness.key_press(Key::Space);
    until(&mut screen, is_saved);
    let text = screen.text("q8", Language::English);
    assert!(
        text.starts_with("Mine") && text.contains("Theirs"),
        "{text}"
    );
    assert_eq!(screen.session().response().cycle(), "2025");
}

#[test]
fn two_versions_are_drawn_in_both_languages() {
    for (language, size) in [
        (Language::English, [1280.0, 800.0]),
        (Language::French, [640.0, 400.0]),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let mut screen = conflict(language, size, folder.path());
        let name = format!("join-{}.png", language.code());
        picture(&mut screen, &name);
    }
}
