//! The screen of the organization.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use probitas::app;
use probitas::i18n::Language;
use probitas::response::Marking;

use crate::screen::Screen;

fn open(language: Language) -> Screen {
    let mut screen = Screen::sized(language, [1180.0, 820.0], 1.0);
    screen.show(app::Screen::Organization);
    screen
}

#[test]
fn everything_is_typed_by_label_in_both_languages() {
    for (language, [abbreviation, cycle, audience, contact]) in [
        (
            Language::English,
            [
                "Abbreviation in French (optional)",
                "Cycle",
                "Central agency in French",
                "Name, telephone, e-mail",
            ],
        ),
        (
            Language::French,
            [
                "Abréviation en français (facultatif)",
                "Cycle",
                "Organisme central en français",
                "Nom, téléphone, courriel",
            ],
        ),
    ] {
        let mut screen = open(language);
        screen.type_into(abbreviation, "AE");
        screen.type_into(cycle, "-B");
        screen.type_into(audience, " (valeurs)");
        screen.type_into(contact, "A. Tremblay, 613-555-0100");
        let response = screen.session().response();
        assert_eq!(response.organization().abbreviation.fr, "AE");
        assert!(response.cycle().ends_with("-B"));
        assert!(response.audience().fr.ends_with(" (valeurs)"));
        assert!(!response.audience().en.ends_with(" (valeurs)"));
        assert_eq!(response.contact(), "A. Tremblay, 613-555-0100");
        screen.press_with(Modifiers::COMMAND, Key::Z);
        assert_eq!(screen.session().response().contact(), "");
    }
}

#[test]
fn keys_that_delete_in_a_terminal_do_nothing_in_a_line_either() {
    let contact = "Name, telephone, e-mail";
    let mut screen = open(Language::English);
    screen.type_into(contact, "A. Tremblay, 613-555-0100");
    for key in [Key::U, Key::K, Key::W] {
        screen.press_with(Modifiers::COMMAND | Modifiers::CTRL, key);
        assert_eq!(
            screen.session().response().contact(),
            "A. Tremblay, 613-555-0100"
        );
    }
}

#[test]
fn protected_b_says_what_is_not_enough() {
    let mut screen = open(Language::English);
    let warning = "Protected B: ordinary e-mail and ordinary drives are not enough. Keep and \
                   send the draft and the files only as your security officer allows.";
    assert!(!screen.says(warning));
    screen.press_option(Role::RadioGroup, "Security marking", "Protected B");
    assert_eq!(screen.session().response().marking(), Marking::ProtectedB);
    assert!(screen.says(warning));
}

#[test]
fn switch_of_language_keeps_the_focus_in_the_field() {
    let mut screen = open(Language::English);
    screen.type_into("Name, telephone, e-mail", "A");
    screen.press(Key::F9);
    assert_eq!(
        screen.focused().as_deref(),
        Some("Nom, téléphone, courriel")
    );
}

#[test]
fn questions_come_next() {
    let mut screen = open(Language::French);
    screen.click("Passer aux questions");
    assert_eq!(screen.session().screen(), app::Screen::Form);
}
