//! The menu of a text, with the mouse and with keys.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, ViewportCommand};
use egui_kittest::kittest::{NodeT, Queryable};
use probitas::i18n::Language;

use crate::picture::picture;
use crate::screen::{Screen, answer_label};

const ENTRIES: [(Language, [&str; 5]); 2] = [
    (
        Language::English,
        ["Cut", "Copy", "Paste", "Paste as text", "Select all"],
    ),
    (
        Language::French,
        [
            "Couper",
            "Copier",
            "Coller",
            "Coller le texte seulement",
            "Tout sélectionner",
        ],
    ),
];

/// Two words without a misspelling, which would come first in the menu; the second
/// is from 4 to 7.
fn words(language: Language) -> &'static str {
    match language {
        Language::English => "one two",
        Language::French => "une clé",
    }
}

fn entry_is_enabled(screen: &Screen, name: &str) -> bool {
    let entry = screen.harness.get_by_role_and_label(Role::MenuItem, name);
    !entry.accesskit_node().is_disabled()
}

fn is_open(screen: &Screen) -> bool {
    screen.harness.query_by_role(Role::MenuItem).is_some()
        || screen.harness.query_all_by_role(Role::MenuItem).count() > 0
}

fn right_click(screen: &mut Screen, language: Language, offset: egui::Vec2) {
    let pos = screen.by_label(answer_label(language)).rect().min + offset;
    screen.harness.event(Event::PointerMoved(pos));
    for pressed in [true, false] {
        screen.harness.event(Event::PointerButton {
            pos,
            button: PointerButton::Secondary,
            pressed,
            modifiers: Modifiers::NONE,
        });
        screen.run();
    }
}

#[test]
fn menu_is_opened_by_both_keys_and_escape_gives_the_focus_back() {
    for (language, names) in ENTRIES {
        for (modifiers, key) in [(Modifiers::NONE, Key::Menu), (Modifiers::SHIFT, Key::F10)] {
            let mut screen = Screen::at_answer(language, words(language));
            screen.select("q8", language, 4, 7);
            screen.press_with(modifiers, key);
            for name in names {
                assert!(entry_is_enabled(&screen, name), "{name}");
            }
            assert_eq!(screen.focused().as_deref(), Some(names[0]));
            screen.press(Key::Escape);
            assert!(!is_open(&screen));
            assert_eq!(screen.focused().as_deref(), Some(answer_label(language)));
            assert_eq!(screen.selection("q8", language), Some((4, 7)));
        }
    }
}

#[test]
fn arrows_go_round_and_pass_over_what_does_nothing() {
    for (language, names) in ENTRIES {
        let mut screen = Screen::at_answer(language, words(language));
        screen.press(Key::Menu);
        for (name, enabled) in names.into_iter().zip([false, false, true, true, true]) {
            assert_eq!(entry_is_enabled(&screen, name), enabled, "{name}");
        }
        assert_eq!(screen.focused().as_deref(), Some(names[2]));
        screen.press(Key::ArrowDown);
        assert_eq!(screen.focused().as_deref(), Some(names[3]));
        // Up from the first that does something, to the last of all.
        screen.press(Key::ArrowUp);
        screen.press(Key::ArrowUp);
        screen.press(Key::ArrowUp);
        assert_eq!(screen.focused().as_deref(), Some(names[4]));
        screen.press(Key::Enter);
        assert!(!is_open(&screen));
        assert_eq!(screen.focused().as_deref(), Some(answer_label(language)));
        assert_eq!(screen.selection("q8", language), Some((0, 7)));
        // All is selected: there is no more to select.
        screen.press(Key::Menu);
        assert!(!entry_is_enabled(&screen, names[4]));
        screen.press(Key::Tab);
        assert!(!is_open(&screen));
        assert_eq!(screen.focused().as_deref(), Some(answer_label(language)));
    }
}

#[test]
fn right_click_in_a_selection_keeps_it_and_elsewhere_moves_the_caret() {
    let language = Language::English;
    let names = ENTRIES[0].1;
    let mut screen = Screen::at_answer(language, "one two\n\n- three\n- four");
    screen.select("q8", language, 0, 12);
    right_click(&mut screen, language, egui::vec2(20.0, 18.0));
    assert!(entry_is_enabled(&screen, names[0]));
    screen.click(names[0]);
    assert_eq!(screen.text("q8", language), "- e\n- four");
    assert_eq!(screen.focused().as_deref(), Some(answer_label(language)));
    screen.press_with(Modifiers::COMMAND, Key::Z);
    screen.select("q8", language, 4, 7);
    right_click(&mut screen, language, egui::vec2(300.0, 18.0));
    assert!(!entry_is_enabled(&screen, names[0]));
    screen.press(Key::Escape);
    assert_eq!(screen.selection("q8", language), Some((7, 7)));
}

#[test]
fn list_is_copied_from_the_menu_as_with_the_keyboard() {
    let language = Language::English;
    let mut screen = Screen::at_answer(language, "- one\n- two");
    screen.select("q8", language, 0, 7);
    screen.press(Key::Menu);
    screen.by_label("Copy").click_accesskit();
    let mut copied = None;
    for _ in 0..4 {
        screen.harness.step();
        let commands = &screen.harness.output().platform_output.commands;
        copied = copied.or(commands.iter().find_map(|command| match command {
            egui::OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        }));
    }
    assert_eq!(copied.as_deref(), Some("• one\n• two"));
    assert_eq!(screen.selection("q8", language), Some((0, 7)));
}

/// Whether the window asks the system for the clipboard within some frames.
fn asks_for_clipboard(screen: &mut Screen) -> bool {
    let mut asked = false;
    for _ in 0..4 {
        screen.harness.step();
        let outputs = &screen.harness.output().viewport_output;
        asked |= outputs.values().any(|output| {
            let paste = |command: &ViewportCommand| *command == ViewportCommand::RequestPaste;
            output.commands.iter().any(paste)
        });
        if asked {
            return true;
        }
    }
    asked
}

#[test]
fn what_is_pasted_as_text_is_no_list() {
    let language = Language::English;
    for (entry, stored) in [
        ("Paste", "- one\n- two"),
        ("Paste as text", "\\- one\n\\- two"),
    ] {
        let mut screen = Screen::at_answer(language, "");
        screen.press(Key::Menu);
        screen.by_label(entry).click_accesskit();
        assert!(asks_for_clipboard(&mut screen), "{entry}");
        screen
            .harness
            .event(Event::Paste("- one\n- two".to_owned()));
        screen.run();
        assert_eq!(screen.text("q8", language), stored, "{entry}");
        assert_eq!(screen.focused().as_deref(), Some(answer_label(language)));
    }
}

#[test]
fn who_is_in_the_menu_has_not_left_the_text() {
    let language = Language::English;
    let mut screen = Screen::at_answer(language, "");
    for key in "- a\n".chars() {
        match key {
            '\n' => screen.press(Key::Enter),
            other => {
                screen.harness.event(Event::Text(other.to_string()));
                screen.run();
            }
        }
    }
    // An empty item is there for as long as nobody leaves the text.
    screen.press(Key::Menu);
    screen.run();
    screen.press(Key::Escape);
    screen.harness.event(Event::Text("b".to_owned()));
    screen.run();
    assert_eq!(screen.text("q8", language), "- a\n- b");
}

#[test]
#[ignore = "draws pictures to be looked at"]
fn pictures_of_the_menu() {
    for (language, name) in [(Language::English, "en"), (Language::French, "fr")] {
        let mut screen = Screen::at_answer(language, "one two three\n\n- four\n- five");
        screen.select("q8", language, 4, 18);
        screen.press(Key::Menu);
        picture(&mut screen, &format!("menu-{name}.png"));
    }
}

/// Drags from one place of the box to another, in points from its corner.
fn drag(screen: &mut Screen, from: egui::Vec2, to: egui::Vec2, modifiers: Modifiers) {
    let corner = screen.by_label(answer_label(Language::English)).rect().min;
    let button = |pos, pressed| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers,
    };
    screen.harness.event(Event::ModifiersChanged(modifiers));
    screen.harness.event(Event::PointerMoved(corner + from));
    screen.harness.step();
    screen.harness.event(button(corner + from, true));
    screen.harness.step();
    for part in [0.5, 1.0] {
        let at = corner + from + (to - from) * part;
        screen.harness.event(Event::PointerMoved(at));
        screen.harness.step();
    }
    screen.harness.event(button(corner + to, false));
    screen.harness.step();
    screen
        .harness
        .event(Event::ModifiersChanged(Modifiers::NONE));
    screen.run();
}

#[test]
fn selected_text_is_dragged_to_another_place_or_copied_there() {
    let language = Language::English;
    let (inside, end) = (egui::vec2(20.0, 16.0), egui::vec2(300.0, 16.0));
    for (modifiers, moved, selected) in [
        (Modifiers::NONE, "two threeone ", (9, 13)),
        (Modifiers::COMMAND, "one two threeone ", (13, 17)),
    ] {
        let mut screen = Screen::at_answer(language, "one two three");
        screen.select("q8", language, 0, 4);
        drag(&mut screen, inside, end, modifiers);
        assert_eq!(
            screen.by_label(answer_label(language)).value().unwrap(),
            moved
        );
        assert_eq!(screen.selection("q8", language), Some(selected));
        screen.press_with(Modifiers::COMMAND, Key::Z);
        assert_eq!(screen.text("q8", language), "one two three");
    }
}

#[test]
fn press_within_a_selection_is_a_click_and_beside_it_selects() {
    let language = Language::English;
    let mut screen = Screen::at_answer(language, "one two three");
    let inside = egui::vec2(20.0, 16.0);
    screen.select("q8", language, 0, 7);
    drag(&mut screen, inside, inside, Modifiers::NONE);
    let (from, to) = screen.selection("q8", language).unwrap();
    assert!(from == to && from < 4, "{from} {to}");
    // From beside the selection the mouse selects, as ever.
    screen.select("q8", language, 0, 3);
    drag(
        &mut screen,
        egui::vec2(300.0, 16.0),
        inside,
        Modifiers::NONE,
    );
    assert_eq!(screen.selection("q8", language).unwrap().0, 13);
    assert_eq!(screen.text("q8", language), "one two three");
    // Dropped outside of the box, it stays where it was.
    screen.select("q8", language, 0, 7);
    drag(
        &mut screen,
        inside,
        egui::vec2(-60.0, -60.0),
        Modifiers::NONE,
    );
    assert_eq!(screen.text("q8", language), "one two three");
    assert_eq!(screen.selection("q8", language), Some((0, 7)));
}
