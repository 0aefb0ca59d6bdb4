//! Checking the files of a new version, from “About Probitas”.

use egui::Key;
use egui_kittest::kittest::NodeT;
use probitas::app::{self, Action, Dialog};
use probitas::i18n::{Language, update};
use probitas::release::ReleaseKey;

use crate::picture::picture;
use crate::release::{folder, key};
use crate::screen::Screen;

fn open(language: Language, release_key: Option<ReleaseKey>) -> Screen {
    let mut screen = Screen::sized(language, [1180.0, 900.0], 1.0);
    let slot = screen.harness.state_mut();
    *slot = slot
        .take()
        .map(|window| window.with_release_key(release_key));
    screen.show(app::Screen::Settings);
    screen
}

/// Names the description and waits for what is found.
fn check(screen: &mut Screen, path: &std::path::Path) {
    let language = screen.session().language();
    screen.click(&update::check().text(language));
    screen.dialog(&update::title().text(language));
    // The path has the focus.
    assert_eq!(screen.focused(), Some(update::path().text(language)));
    screen.type_into(&update::path().text(language), &path.to_string_lossy());
    screen.press(Key::Enter);
    for _ in 0..500 {
        if matches!(screen.session().dialog(), Some(Dialog::UpdateChecked(_))) {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
        screen.run();
    }
    panic!("{:?}", screen.session().status());
}

#[test]
fn an_update_is_checked_by_keyboard_in_both_languages() {
    for (language, outcome, new, next) in [
        (
            Language::English,
            "Version 99.0.0 of 2027-01-15 is signed by the makers of Probitas, and newer than this one.",
            "A first point.",
            "What to do",
        ),
        (
            Language::French,
            "La version 99.0.0 du 2027-01-15 est signée par l’éditeur de Probitas, et plus récente que celle-ci.",
            "Un premier point.",
            "Ce qu’il faut faire",
        ),
    ] {
        let release = folder("newer.json", "newer.json.minisig");
        let mut screen = open(language, key("maker.pub"));
        check(&mut screen, release.path());
        // What was found has the focus, so that it is heard first.
        assert_eq!(screen.focused().as_deref(), Some(outcome));
        assert!(screen.says(new));
        screen.heading(next);
        picture(&mut screen, &format!("update-{}.png", language.code()));
        // What is shown follows the language.
        screen.act(Action::ShowIn(language.other()));
        assert!(!screen.says(new));
        screen.press(Key::Escape);
        assert!(screen.session().dialog().is_none());
    }
}

#[test]
fn what_is_not_by_the_makers_is_told_in_red_and_not_described() {
    for (language, signature, part) in [
        (
            Language::English,
            "newer.json.stranger.minisig",
            "Somebody else than the makers of Probitas signed this update file.",
        ),
        (
            Language::French,
            "newer.json.comment.minisig",
            "n’est pas tel que l’éditeur de Probitas l’a signé",
        ),
    ] {
        let release = folder("newer.json", signature);
        let mut screen = open(language, key("maker.pub"));
        check(&mut screen, release.path());
        assert!(screen.says(part));
        assert!(!screen.says("99.0.0") && !screen.says("point."));
        picture(
            &mut screen,
            &format!("update-refused-{}.png", language.code()),
        );
    }
}

#[test]
fn about_shows_the_whole_key_of_the_makers_or_says_that_none_is_known() {
    for (language, known, none) in [
        (
            Language::English,
            "Key of the makers for updates",
            "it can confirm no update",
        ),
        (
            Language::French,
            "Clé de l’éditeur pour les mises à jour",
            "il ne peut confirmer aucune mise à jour",
        ),
    ] {
        let own = key("maker.pub").unwrap();
        let (line, id) = (own.line().to_owned(), own.id().to_owned());
        let screen = open(language, Some(own));
        assert!(screen.says(known) && screen.says(&line) && screen.says(&id));
        let mut screen = open(language, None);
        assert!(screen.says(none));
        let button = update::check().text(language);
        let button = screen.by_label(&button);
        assert!(!button.accesskit_node().is_disabled());
        button.focus();
        screen.run();
        picture(&mut screen, &format!("about-{}.png", language.code()));
    }
}
