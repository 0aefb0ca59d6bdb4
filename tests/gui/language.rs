//! Switching the language.

use egui::Key;
use egui_kittest::kittest::Queryable;
use probitas::app;
use probitas::i18n::Language;

use crate::screen::Screen;

#[test]
fn switch_keeps_focus_text_and_undo() {
    let mut screen = Screen::open(Language::English);
    screen.type_into("Question 9, answer in French", "Bilan");
    screen.press(Key::F9);
    assert_eq!(
        screen.focused().as_deref(),
        Some("Question 9, réponse en français")
    );
    let label = "Question 9, réponse en français";
    screen.by_label(label).type_text(" annuel");
    screen.run();
    assert_eq!(screen.text("q9", Language::French), "Bilan annuel");
    screen.press_with(egui::Modifiers::COMMAND, Key::Z);
    assert_eq!(screen.text("q9", Language::French), "");
}

#[test]
fn switch_keeps_the_question_at_the_top() {
    let mut screen = Screen::open(Language::English);
    screen.click("Question 9, unanswered");
    screen.run();
    let top = |screen: &Screen, label: &str| screen.by_label(label).rect().top();
    let before = top(&screen, "Question 9, answer in English");
    screen.press(Key::F9);
    screen.run();
    let after = top(&screen, "Question 9, réponse en anglais");
    // The wording above it may take a line more or less.
    assert!((before - after).abs() < 120.0, "{before} {after}");
    screen.press(Key::F9);
    screen.run();
    let again = top(&screen, "Question 9, answer in English");
    assert!((before - again).abs() < 1.0, "{before} {again}");
}

#[test]
fn switch_reaches_findings_and_dialogs() {
    let mut screen = Screen::open(Language::English);
    screen.click("Check all answers");
    screen.heading("Points to check");
    screen.press(Key::F9);
    screen.heading("Points à vérifier");
    assert!(screen.harness.query_by_label("Points to check").is_none());
    screen.show(app::Screen::SignOff);
    screen.click("Ouvrir une clé…");
    screen.dialog("Ouvrir une clé");
    screen.press(Key::F9);
    screen.dialog("Open a key");
}

#[test]
fn one_answer_language_shows_one_box_and_says_nothing_of_the_other() {
    let mut screen = Screen::open(Language::English);
    screen.show(app::Screen::Organization);
    screen.press_option(
        egui::accesskit::Role::RadioGroup,
        "The organization answers in",
        "English",
    );
    screen.show(app::Screen::Form);
    screen.by_label("Question 8, answer");
    assert!(
        screen
            .harness
            .query_by_label("Question 8, answer in French")
            .is_none()
    );
}
