//! What an organization presets and locks, and where settings are kept.

use std::path::Path;

use egui::accesskit::Role;
use egui::{Key, ViewportCommand, ViewportEvent, ViewportId};
use egui_kittest::kittest::{NodeT, Queryable};
use probitas::app::{self, Theme};
use probitas::i18n::{Language, Localized};
use probitas::response::Edit;
use probitas::storage::{Places, Portable, write_new};

use crate::picture::picture;
use crate::screen::Screen;

const SIZE: [f32; 2] = [1180.0, 1500.0];

/// Places with a policy in them.
fn places(folder: &Path, policy: &str) -> Places {
    let path = folder.join("probitas-policy.json");
    write_new(&path, policy.as_bytes(), false).unwrap();
    Places {
        policies: vec![folder.join("missing.json"), path],
        ..Places::inside(&folder.join("own"))
    }
}

/// Waits until something is written.
fn wait_for(screen: &mut Screen, path: &Path) {
    for _ in 0..500 {
        if path.exists() {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
        screen.run();
    }
    panic!("{} is never written", path.display());
}

fn locked(language: Language) -> String {
    let code = language.code();
    format!(
        r#"{{"format": "probitas-policy/1.0", "locked": ["language", "theme", "caretBlink"],
        "preset": {{"language": "{code}", "theme": "highContrast", "caretBlink": false,
        "textPercent": 125}}}}"#
    )
}

#[test]
fn what_is_locked_is_shown_out_of_use_with_the_reason() {
    for (language, other, reason, dark, system, switch) in [
        (
            Language::English,
            Language::French,
            "Set by your organization",
            "Dark",
            "As the system",
            "Français (F9)",
        ),
        (
            Language::French,
            Language::English,
            "Défini par votre organisation",
            "Sombre",
            "Comme le système",
            "English (F9)",
        ),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let places = places(folder.path(), &locked(language));
        // Nobody is asked for a language that is set already.
        let mut screen = Screen::kept_in(other, SIZE, 1.0, &places);
        assert_eq!(screen.session().language(), language);
        screen.show(app::Screen::Settings);
        let option = screen.by_label(dark);
        assert!(option.accesskit_node().is_disabled());
        let described = option.accesskit_node().description();
        assert_eq!(described.as_deref(), Some(reason));
        for option in [dark, system] {
            screen.click(option);
        }
        screen.press(Key::F9);
        assert!(screen.says(reason));
        assert_eq!(screen.session().language(), language);
        let preferences = screen.session().preferences();
        assert_eq!(preferences.theme(), Theme::HighContrast);
        assert_eq!(preferences.text_percent(), 125);
        let button = screen.harness.get_by_role_and_label(Role::Button, switch);
        assert!(button.accesskit_node().is_disabled());
        picture(&mut screen, &format!("policy-{}.png", language.code()));
    }
}

/// The person closes the window; says whether it does so in the end.
fn closes(screen: &mut Screen) -> bool {
    let viewports = &mut screen.harness.input_mut().viewports;
    let root = viewports.entry(ViewportId::ROOT).or_default();
    root.events.push(ViewportEvent::Close);
    for _ in 0..500 {
        screen.harness.step();
        let output = screen
            .harness
            .output()
            .viewport_output
            .get(&ViewportId::ROOT);
        let commands = output
            .map(|output| output.commands.clone())
            .unwrap_or_default();
        if commands.contains(&ViewportCommand::Close) {
            return true;
        }
        let closing = &mut screen.harness.input_mut().viewports;
        closing.entry(ViewportId::ROOT).or_default().events.clear();
        std::thread::sleep(std::time::Duration::from_millis(4));
    }
    false
}

#[test]
fn a_dialog_that_only_tells_does_not_keep_the_window_open() {
    let folder = tempfile::tempdir().unwrap();
    let policy =
        r#"{"format": "probitas-policy/1.0", "preset": {"theme": "sepia", "language": "en"}}"#;
    let places = places(folder.path(), policy);
    let mut screen = Screen::kept_in(Language::English, SIZE, 1.0, &places);
    screen.dialog("About your settings");
    // Something that has to be written first.
    screen.act(app::Action::Edit(Edit::Audience(Localized {
        en: "Anybody".into(),
        fr: "Tout le monde".into(),
    })));
    assert!(!screen.session().may_close());
    assert!(closes(&mut screen));
}

#[test]
fn a_faulty_policy_is_told_once_and_stays_in_about() {
    for (language, title, close, text) in [
        (
            Language::English,
            "About your settings",
            "Close",
            "This version does not know the value of “theme”.",
        ),
        (
            Language::French,
            "Au sujet de vos paramètres",
            "Fermer",
            "Cette version ne connaît pas la valeur de «\u{a0}theme\u{a0}».",
        ),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let code = language.code();
        let policy = format!(
            r#"{{"format": "probitas-policy/1.0", "preset": {{"theme": "sepia", "language": "{code}"}}}}"#
        );
        let places = places(folder.path(), &policy);
        let mut screen = Screen::kept_in(language, SIZE, 1.0, &places);
        screen.dialog(title);
        assert!(screen.says(text));
        picture(&mut screen, &format!("policy-faulty-{code}.png"));
        assert_eq!(screen.focused().as_deref(), Some(close));
        screen.press(Key::Enter);
        assert!(screen.session().dialog().is_none());
        wait_for(&mut screen, &places.preferences().unwrap());
        let mut again = Screen::kept_in(language, SIZE, 1.0, &places);
        assert!(again.session().dialog().is_none());
        again.show(app::Screen::Settings);
        assert!(again.says(text));
    }
}

#[test]
fn settings_that_cannot_be_kept_beside_the_program_are_told_with_their_place() {
    for (language, title, part) in [
        (
            Language::English,
            "About your settings",
            "in your own folder instead",
        ),
        (
            Language::French,
            "Au sujet de vos paramètres",
            "dans votre propre dossier",
        ),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let places = Places {
            portable: Portable::ReadOnly(folder.path().join("share/probitas-settings")),
            ..Places::inside(&folder.path().join("own"))
        };
        let mut screen = Screen::kept_in(language, SIZE, 1.0, &places);
        // First comes the language.
        assert!(screen.session().dialog().is_none());
        screen.act(app::Action::ShowIn(language));
        screen.dialog(title);
        assert!(screen.says(part));
    }
}
