//! Typography that is offered in a dialog, and done on consent.

use egui::accesskit::Toggled;
use egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT;
use probitas::i18n::Language;

use crate::picture::picture;
use crate::screen::{Screen, answer_label};

const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

#[test]
fn what_is_ticked_is_done_as_one_step_and_nothing_before() {
    for (language, title, reason, confirm, stored, tidy) in [
        (
            Language::English,
            "Tidy the typography",
            "Apostrophe",
            "Make 2 changes",
            "it's \"so\", 10 % of 2023-2024",
            "it's “so”, 10% of 2023-2024",
        ),
        (
            Language::French,
            "Soigner la typographie",
            "Apostrophe",
            "Apporter 1 changement",
            "l'un: \"oui\"",
            "l'un\u{A0}: «\u{A0}oui\u{A0}»",
        ),
    ] {
        let mut screen = Screen::at_answer(language, stored);
        screen.press_with(CTRL_SHIFT, Key::T);
        screen.dialog(title);
        assert_eq!(screen.text("q8", language), stored);
        let checked = |screen: &Screen| screen.by_label(reason).accesskit_node().toggled();
        assert_eq!(checked(&screen), Some(Toggled::True));
        screen.click(reason);
        assert_eq!(checked(&screen), Some(Toggled::False));
        if language == Language::English {
            screen.click("En dash between figures");
        }
        screen.click(confirm);
        assert_eq!(screen.text("q8", language), tidy);
        assert_eq!(screen.focused().as_deref(), Some(answer_label(language)));
        screen.press_with(Modifiers::COMMAND, Key::Z);
        assert_eq!(screen.text("q8", language), stored);
    }
}

#[test]
fn nothing_to_tidy_is_said_and_not_asked() {
    for (language, said) in [
        (Language::English, "There is nothing to tidy in this text."),
        (
            Language::French,
            "La typographie de ce texte n’a besoin d’aucun changement.",
        ),
    ] {
        let mut screen = Screen::at_answer(language, "s.o.");
        screen.press_with(CTRL_SHIFT, Key::T);
        assert_eq!(screen.session().dialog(), None);
        assert_eq!(screen.live(), said);
        assert_eq!(screen.text("q8", language), "s.o.");
    }
}

#[test]
fn button_and_menu_open_the_same_list_and_check_boxes_say_what_changes() {
    let language = Language::English;
    let mut screen = Screen::at_answer(language, "it's");
    screen.click("Tidy this text… – Question 8");
    screen.dialog("Tidy the typography");
    let described = screen.by_label("Apostrophe");
    let description = described.accesskit_node().description();
    assert_eq!(description.as_deref(), Some("“it's” becomes “it’s”"));
    screen.press(Key::Escape);
    assert_eq!(screen.session().dialog(), None);
    screen.by_label(answer_label(language)).focus();
    screen.run();
    screen.press(Key::Menu);
    screen.click("Tidy this text…");
    screen.dialog("Tidy the typography");
    screen.click("Clear all");
    let button = screen.by_label("Make 0 changes");
    assert!(button.accesskit_node().is_disabled());
    screen.click("Cancel");
    assert_eq!(screen.text("q8", language), "it's");
}

#[test]
fn all_texts_are_tidied_from_the_file_menu() {
    let mut screen = Screen::at_answer(Language::English, "it's");
    for (item, language) in [("q9", Language::English), ("q9", Language::French)] {
        screen.write(item, language, "l'un");
    }
    screen.click("File");
    screen.click("Tidy all texts…");
    screen.click("Make 3 changes");
    assert_eq!(screen.text("q8", Language::English), "it’s");
    assert_eq!(screen.text("q9", Language::French), "l’un");
    screen.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(screen.text("q8", Language::English), "it's");
    assert_eq!(screen.text("q9", Language::French), "l'un");
}

#[test]
#[ignore = "draws pictures to be looked at"]
fn pictures_of_tidying() {
    for (language, name) in [(Language::English, "en"), (Language::French, "fr")] {
        let text = "Selon l'\"équipe\": 10% des employés, p.ex. 14 000 personnes ; 5 000 $ , etc. Plus tard , it's  2023-2024";
        let mut screen = Screen::at_answer(language, text);
        picture(&mut screen, &format!("tidy-bar-{name}.png"));
        screen.press_with(CTRL_SHIFT, Key::T);
        picture(&mut screen, &format!("tidy-{name}.png"));
    }
}
