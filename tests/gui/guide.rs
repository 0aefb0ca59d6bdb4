//! The user guide in the window.

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT, Queryable};
use probitas::app;
use probitas::app::guide::chapters;
use probitas::i18n::Language;

use crate::screen::Screen;

fn open(language: Language) -> Screen {
    let mut screen = Screen::sized(language, [1180.0, 820.0], 1.0);
    screen.show(app::Screen::Guide);
    screen
}

#[test]
fn every_chapter_is_read_in_both_languages() {
    for language in Language::ALL {
        let mut screen = open(language);
        for chapter in chapters(language) {
            let list = match language {
                Language::English => "Chapters",
                Language::French => "Chapitres",
            };
            let list = screen.harness.get_by_role_and_label(Role::List, list);
            let row = list.get_by_role_and_label(Role::Button, &chapter.title);
            row.click_accesskit();
            screen.run();
            assert_eq!(screen.session().chapter(), chapter.id);
            let heading = screen.heading(&chapter.title);
            assert_eq!(heading.accesskit_node().level(), Some(2));
            let line = chapter.document.lines().last().unwrap();
            let nodes = screen.harness.root().children_recursive();
            let shown = line.replace('\u{202f}', "\u{a0}");
            let mut values = nodes
                .into_iter()
                .filter_map(|node| node.accesskit_node().value());
            assert!(values.any(|value| value == shown), "{}: {line}", chapter.id);
        }
    }
}

#[test]
fn switch_of_language_stays_in_the_chapter() {
    let mut screen = open(Language::English);
    screen.by_label("Keyboard").focus();
    screen.run();
    screen.press(Key::Enter);
    screen.press(Key::F9);
    screen.heading("Clavier");
    assert_eq!(screen.session().chapter(), "keyboard");
    assert_eq!(screen.focused().as_deref(), Some("Clavier"));
}

#[test]
fn text_is_one_stop_that_the_keys_scroll() {
    let mut screen = open(Language::English);
    screen.by_label("Chapter: Starting").focus();
    screen.run();
    let top = |screen: &Screen| screen.heading("Starting").rect().top();
    let before = top(&screen);
    screen.press(Key::PageDown);
    screen.run();
    assert!(top(&screen) < before);
    screen.press(Key::Home);
    screen.run();
    let after = top(&screen);
    assert!(after >= before, "{after} {before}");
}

#[test]
fn f1_opens_the_chapter_of_the_screen() {
    let mut screen = open(Language::English);
    screen.show(app::Screen::Review);
    screen.press(Key::F1);
    assert_eq!(screen.session().chapter(), "review");
}
