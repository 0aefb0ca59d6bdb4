//! Words that may be misspelled are underlined, told, and dealt with by keys.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use probitas::app::{self, Action, Preference, Theme};
use probitas::i18n::{Language, Message, spelling as say};

use crate::picture::picture;
use crate::screen::{Screen, answer_label};

const CTRL: Modifiers = Modifiers::COMMAND;

fn write(screen: &mut Screen, item: &str, language: Language, text: &str) {
    screen.write(item, language, text);
    settle(screen);
}

/// Waits until all words were looked at.
fn settle(screen: &mut Screen) {
    for _ in 0..3_000 {
        if screen.session().is_spelling_settled() {
            return screen.run();
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
        screen.run();
    }
    panic!("the words are never looked at");
}

/// A text of its own language in which one word is misspelled.
fn sample(language: Language) -> (&'static str, &'static str, &'static str) {
    match language {
        Language::English => ("The teh plan", "teh", "the"),
        Language::French => ("Un Etat clair", "Etat", "État"),
    }
}

fn written(language: Language) -> Screen {
    let mut screen = Screen::open(language);
    write(&mut screen, "q8", language, sample(language).0);
    screen.by_label(answer_label(language)).focus();
    screen.run();
    screen
}

/// Opens the menu of the word at the caret, and waits for suggestions.
fn open_menu(screen: &mut Screen) {
    screen.press_with(CTRL, Key::Period);
    settle(screen);
}

fn described(screen: &Screen, language: Language) -> String {
    let node = screen.by_label(answer_label(language));
    node.accesskit_node().description().unwrap_or_default()
}

fn entries(screen: &Screen, menu: &Message, language: Language) -> Vec<String> {
    let menu = menu.text(language);
    let menu = screen.harness.get_by_role_and_label(Role::Menu, &menu);
    let entries = menu.children_recursive();
    let entries = entries.filter(|node| node.accesskit_node().role() == Role::MenuItem);
    entries
        .filter_map(|node| node.accesskit_node().label())
        .collect()
}

fn count_of(screen: &Screen, role: Role) -> usize {
    let nodes = screen.harness.root().children_recursive();
    let nodes = nodes.filter(|node| node.accesskit_node().role() == role);
    nodes.count()
}

#[test]
fn word_is_told_and_replaced_by_keys_alone_in_both_languages() {
    for language in Language::ALL {
        let (text, word, right) = sample(language);
        let mut screen = written(language);
        let count = say::in_box(
            1_usize,
            if language == Language::English {
                "Ctrl+period"
            } else {
                "Ctrl+point"
            },
        );
        assert!(described(&screen, language).contains(&count.text(language)));
        // The caret comes into the word, which is told.
        screen.select("q8", language, 5, 5);
        assert_eq!(screen.live(), say::at_word(word).text(language));
        open_menu(&mut screen);
        let entries = entries(&screen, &say::menu(word), language);
        let fixed = [say::ignore_here(), say::ignore(), say::add()];
        let fixed = fixed.map(|entry| entry.text(language));
        assert_eq!(entries[0], say::replace_by(right).text(language));
        assert!(
            entries.len() <= 8 && entries.ends_with(&fixed),
            "{entries:?}"
        );
        assert_eq!(screen.focused().as_ref(), Some(&entries[0]));
        picture(
            &mut screen,
            &format!("spelling-menu-{}.png", language.code()),
        );
        // Down and up again, then Enter.
        screen.press(Key::ArrowDown);
        assert_eq!(screen.focused().as_ref(), Some(&entries[1]));
        screen.press(Key::ArrowUp);
        screen.press(Key::Enter);
        settle(&mut screen);
        assert_eq!(screen.text("q8", language), text.replace(word, right));
        assert_eq!(screen.live(), say::replaced(word, right).text(language));
        assert_eq!(screen.focused().as_deref(), Some(answer_label(language)));
        assert!(!described(&screen, language).contains("Ctrl+"));
        screen.press_with(CTRL, Key::Z);
        assert_eq!(screen.text("q8", language), text);
    }
}

#[test]
fn context_menu_of_a_text_has_the_entries_of_the_word_at_the_caret() {
    let language = Language::English;
    let mut screen = written(language);
    screen.select("q8", language, 5, 5);
    screen.press_with(Modifiers::SHIFT, Key::F10);
    settle(&mut screen);
    let replace = say::replace_by("the").text(language);
    assert_eq!(screen.focused().as_ref(), Some(&replace));
    picture(&mut screen, "spelling-context-menu.png");
    screen.press(Key::Enter);
    settle(&mut screen);
    assert_eq!(screen.text("q8", language), "The the plan");
    assert_eq!(count_of(&screen, Role::MenuItem), 0);
    assert_eq!(screen.focused().as_deref(), Some(answer_label(language)));
}

#[test]
fn escape_closes_the_menu_and_the_caret_is_where_it_was() {
    let language = Language::English;
    let mut screen = written(language);
    screen.select("q8", language, 5, 5);
    open_menu(&mut screen);
    screen.press(Key::Escape);
    assert_eq!(screen.focused().as_deref(), Some(answer_label(language)));
    assert_eq!(screen.selection("q8", language), Some((5, 5)));
    assert_eq!(count_of(&screen, Role::MenuItem), 0);
}

#[test]
fn keys_lead_from_one_misspelled_word_to_the_next_and_say_where_none_is() {
    let language = Language::English;
    let mut screen = written(language);
    write(&mut screen, "q9", language, "Again teh plan");
    // Before the first word, in a text that is not shown, and around the end.
    for (caret, item, word) in [(0, "q8", (4, 7)), (9, "q9", (6, 9)), (12, "q8", (4, 7))] {
        let from = if caret == 12 { "q9" } else { "q8" };
        screen.select(from, language, caret, caret);
        screen.press_with(CTRL, Key::Period);
        settle(&mut screen);
        assert_eq!(screen.live(), say::at_word("teh").text(language), "{caret}");
        assert_eq!(screen.selection(item, language), Some(word), "{caret}");
        assert_eq!(count_of(&screen, Role::MenuItem), 0);
    }
    open_menu(&mut screen);
    assert_ne!(count_of(&screen, Role::MenuItem), 0);
    screen.press(Key::Enter);
    settle(&mut screen);
    assert_eq!(screen.text("q8", language), "The the plan");
    write(&mut screen, "q9", language, "Again the plan");
    screen.press_with(CTRL, Key::Period);
    assert_eq!(screen.live(), say::no_word().text(language));
}

#[test]
fn word_is_found_behind_empty_lines_and_blanks_that_are_not_stored() {
    let language = Language::English;
    let mut screen = Screen::at_answer(language, "");
    for text in ["One", "  teh teh plan"] {
        screen.by_label(answer_label(language)).type_text(text);
        screen.run();
        screen.press(Key::Enter);
        screen.press(Key::Enter);
    }
    settle(&mut screen);
    screen.select("q8", language, 0, 0);
    screen.press_with(CTRL, Key::Period);
    settle(&mut screen);
    assert_eq!(screen.selection("q8", language), Some((7, 10)));
    open_menu(&mut screen);
    screen.press(Key::Enter);
    settle(&mut screen);
    assert_eq!(screen.text("q8", language), "One\n\nthe teh plan");
}

#[test]
fn entries_of_the_menu_ignore_a_word() {
    let language = Language::English;
    let mut screen = Screen::open(language);
    write(&mut screen, "q8", language, "teh, teh and Teh");
    screen.by_label(answer_label(language)).focus();
    screen.run();
    let count = |screen: &Screen| screen.session().misspelled().1;
    for (entry, left) in [(say::ignore_here(), 2), (say::ignore(), 0)] {
        let at = if left == 2 { 1 } else { 6 };
        screen.select("q8", language, at, at);
        open_menu(&mut screen);
        screen.click(&entry.text(language));
        assert_eq!(count(&screen), left);
        assert_eq!(screen.focused().as_deref(), Some(answer_label(language)));
    }
}

#[test]
fn word_that_is_being_written_is_underlined_once_the_caret_leaves_it() {
    let language = Language::English;
    let mut screen = Screen::open(language);
    screen.by_label(answer_label(language)).focus();
    screen.run();
    let type_text = |screen: &mut Screen, text: &str| {
        screen.by_label(answer_label(language)).type_text(text);
        screen.run();
        settle(screen);
    };
    let red = |screen: &mut Screen| {
        let picture = picture(screen, "spelling-written.png");
        picture.map(|picture| picture.count_of([0xA8, 0x1E, 0x16]))
    };
    type_text(&mut screen, "One qzteh");
    let before = red(&mut screen);
    assert!(!screen.live().contains("qzteh"), "{}", screen.live());
    type_text(&mut screen, " ");
    let after = red(&mut screen);
    if let (Some(before), Some(after)) = (before, after) {
        assert!(after > before + 10, "{before} {after}");
    }
    // Whoever comes back to it hears it.
    screen.press(Key::ArrowLeft);
    assert_eq!(screen.live(), say::at_word("qzteh").text(language));
}

#[test]
fn list_beside_the_findings_leads_to_each_word_in_both_languages() {
    for language in Language::ALL {
        let mut screen = Screen::open(language);
        write(
            &mut screen,
            "q8",
            Language::English,
            "Fine.\n\n- one teh plan",
        );
        write(&mut screen, "q13", Language::French, "Un Etat clair");
        screen.show(app::Screen::Review);
        screen.heading(&say::title().text(language));
        let list = say::list().text(language);
        let list = screen.harness.get_by_role_and_label(Role::List, &list);
        let entries: Vec<String> = list
            .children_recursive()
            .filter_map(|node| node.accesskit_node().label())
            .collect();
        assert_eq!(entries.len(), 2);
        assert!(
            entries[0].starts_with("teh – one teh plan – Question 8"),
            "{entries:?}"
        );
        picture(
            &mut screen,
            &format!("spelling-list-{}.png", language.code()),
        );
        screen.click(&entries[0]);
        assert_eq!(screen.selection("q8", Language::English), Some((10, 13)));
        assert_eq!(screen.live(), say::at_word("teh").text(language));
        open_menu(&mut screen);
        screen.press(Key::Enter);
        settle(&mut screen);
        assert_eq!(
            screen.text("q8", Language::English),
            "Fine.\n\n- one the plan"
        );
    }
}

#[test]
fn spelling_is_switched_off_in_the_settings() {
    for language in Language::ALL {
        let mut screen = written(language);
        assert_eq!(screen.session().misspelled().1, 1);
        screen.show(app::Screen::Settings);
        screen.click(&say::setting().text(language));
        assert!(!screen.session().preferences().spelling());
        screen.show(app::Screen::Form);
        settle(&mut screen);
        assert_eq!(screen.session().misspelled().1, 0);
        assert!(!described(&screen, language).contains("Ctrl+"));
    }
}

#[test]
fn personal_dictionary_is_shown_and_emptied_after_a_question() {
    let folder = tempfile::tempdir().unwrap();
    let places = probitas::storage::Places::inside(folder.path());
    let path = places.words(Language::French).unwrap();
    for word in ["zorble", "ébloub"] {
        probitas::storage::add_word(&path, word).unwrap();
    }
    let language = Language::French;
    let mut screen = Screen::kept_in(language, [1180.0, 820.0], 1.0, &places);
    screen.act(Action::ShowIn(language));
    screen.show(app::Screen::Settings);
    assert!(screen.says("zorble, ébloub"));
    let name = probitas::i18n::common::french();
    picture(&mut screen, "spelling-settings.png");
    screen.click(&say::empty_name(name.clone()).text(language));
    screen.dialog(&say::empty_title(name.clone()).text(language));
    screen.click(&say::empty_now().text(language));
    assert!(screen.session().own_words(language).is_empty());
    for _ in 0..500 {
        if std::fs::read_to_string(&path).unwrap().is_empty() {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
        screen.run();
    }
    panic!("the file is never emptied");
}

#[test]
fn underlines_are_seen_in_every_theme() {
    for theme in [Theme::Light, Theme::Dark, Theme::HighContrast] {
        let mut screen = Screen::open(Language::English);
        screen.act(Action::SetPreference(Preference::Theme(theme)));
        let text = "### Teh plan\n\nRecieve it, for instance, where a line of this paragraph is as long as it must be to go on in the next row with orgnization, accomodation and seperate.\n\n1. wich\n   - thier";
        write(&mut screen, "q8", Language::English, text);
        write(
            &mut screen,
            "q8",
            Language::French,
            "L’orgnisation a été developpée, peut-etre.",
        );
        screen.by_label(answer_label(Language::English)).focus();
        screen.run();
        let name = format!("spelling-{theme:?}.png");
        picture(&mut screen, &name);
        assert_eq!(screen.session().misspelled().1, 10);
    }
}
