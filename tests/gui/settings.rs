//! Settings, and the keys that reach them.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use probitas::app::third_party::paragraphs;
use probitas::app::{self, Theme};
use probitas::i18n::Language;

use crate::screen::Screen;

fn open(language: Language) -> Screen {
    let mut screen = Screen::sized(language, [1180.0, 820.0], 1.0);
    screen.show(app::Screen::Settings);
    screen
}

#[test]
fn appearance_is_set_by_label_in_both_languages() {
    for (language, [theme, contrast, size, percent, blink]) in [
        (
            Language::English,
            [
                "Theme",
                "High contrast",
                "Text size",
                "150%",
                "The caret blinks",
            ],
        ),
        (
            Language::French,
            [
                "Thème",
                "Contraste élevé",
                "Taille du texte",
                "150\u{a0}%",
                "Le point d’insertion clignote",
            ],
        ),
    ] {
        let mut screen = open(language);
        screen.press_option(Role::RadioGroup, theme, contrast);
        screen.press_option(Role::RadioGroup, size, percent);
        screen.click(blink);
        let preferences = screen.session().preferences();
        assert_eq!(preferences.theme(), Theme::HighContrast);
        assert_eq!(preferences.text_percent(), 150);
        assert!(!preferences.caret_blink());
        assert!((screen.harness.ctx.zoom_factor() - 1.5).abs() < 0.01);
    }
}

#[test]
fn arrows_set_the_theme() {
    let mut screen = open(Language::English);
    screen.by_label("As the system").focus();
    screen.run();
    screen.press(Key::ArrowRight);
    assert_eq!(screen.session().preferences().theme(), Theme::Light);
    assert_eq!(screen.focused().as_deref(), Some("Light"));
    screen.press(Key::F9);
    assert_eq!(screen.focused().as_deref(), Some("Clair"));
}

#[test]
fn language_is_named_in_itself() {
    let mut screen = open(Language::English);
    screen.press_option(Role::RadioGroup, "Language", "Français");
    assert_eq!(screen.session().language(), Language::French);
    screen.press_option(Role::RadioGroup, "Langue", "English");
    assert_eq!(screen.session().language(), Language::English);
}

#[test]
fn keys_change_the_text_size_within_its_limits() {
    let mut screen = open(Language::English);
    let size = |screen: &Screen| screen.session().preferences().text_percent();
    screen.press_with(Modifiers::COMMAND, Key::Minus);
    assert_eq!(size(&screen), 100);
    screen.press_with(Modifiers::COMMAND, Key::Plus);
    screen.press_with(Modifiers::COMMAND, Key::Equals);
    assert_eq!(size(&screen), 150);
    screen.press_with(Modifiers::COMMAND, Key::Num0);
    assert_eq!(size(&screen), 100);
}

#[test]
fn keys_lead_to_settings_save_as_and_guide() {
    let mut screen = Screen::open(Language::English);
    screen.press_with(Modifiers::COMMAND, Key::Comma);
    assert_eq!(screen.session().screen(), app::Screen::Settings);
    screen.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    screen.dialog("Save the draft");
    screen.press(Key::Escape);
    screen.press(Key::F1);
    assert_eq!(screen.session().screen(), app::Screen::Guide);
    assert_eq!(screen.session().chapter(), "accessibility");
}

#[test]
fn alt_gr_is_left_to_the_characters_that_it_writes() {
    let mut screen = Screen::open(Language::English);
    screen.type_into("Question 8, answer in English", "A");
    screen.press_with(Modifiers::COMMAND | Modifiers::ALT, Key::Z);
    assert_eq!(screen.text("q8", Language::English), "A");
    screen.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(screen.text("q8", Language::English), "");
}

#[test]
fn keyboard_map_names_the_keys_in_the_language_of_the_window() {
    let mut screen = open(Language::English);
    assert!(screen.says("Ctrl+Shift+S"));
    screen.press(Key::F9);
    assert!(screen.says("Ctrl+Maj+S"));
    assert!(screen.says("Ctrl+virgule"));
}

#[test]
fn what_is_not_ours_or_not_official_unfolds() {
    let mut screen = open(Language::French);
    screen.click("Libellés français traduits par nous (26)");
    let groups: Vec<_> = screen
        .harness
        .root()
        .children_recursive()
        .filter_map(|node| node.accesskit_node().label())
        .filter(|label| label.contains("(q6.campaigns)"))
        .collect();
    assert_eq!(groups, ["Question 6 (q6.campaigns)"]);
    screen.click("Provenance du contenu");
    let notices = screen
        .harness
        .get_by_role_and_label(Role::MultilineTextInput, "Provenance du contenu");
    assert!(notices.value().unwrap().contains("SIL Open Font License"));
}

#[test]
fn notices_of_others_are_read_to_their_end_by_keys() {
    let mut screen = open(Language::French);
    screen.click("Avis de tiers");
    let all: Vec<&str> = paragraphs().collect();
    let (first, last) = (all.first().unwrap(), all.last().unwrap());
    assert!(screen.says(first));
    assert!(!screen.says(last), "only what is in sight is drawn");
    let region = (Role::Region, "Avis de tiers");
    let region = screen.harness.get_by_role_and_label(region.0, region.1);
    region.focus();
    screen.run();
    screen.press(Key::PageDown);
    assert!(screen.session().dialog().is_none());
    screen.press(Key::End);
    screen.run();
    assert!(screen.says(last));
    assert!(!screen.says(first));
    screen.press(Key::Home);
    screen.run();
    assert!(screen.says(first));
}
