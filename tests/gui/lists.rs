//! Lists and sub-headings written with keys and buttons.

use egui::accesskit::{Role, Toggled};
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use probitas::app::{Action, Target};
use probitas::i18n::Language;
use probitas::response::Place;

use crate::picture::picture;
use crate::screen::{Screen, answer_label, questionnaire};

/// Presses keys one after the other: `⏎` Enter, `↵` Shift+Enter, `⇥` Tab,
/// `⇤` Shift+Tab, `⌫` Backspace, and all others as text.
fn keys(screen: &mut Screen, keys: &str) {
    for key in keys.chars() {
        match key {
            '⏎' => screen.press(Key::Enter),
            '↵' => screen.press_with(Modifiers::SHIFT, Key::Enter),
            '⇥' => screen.press(Key::Tab),
            '⇤' => screen.press_with(Modifiers::SHIFT, Key::Tab),
            '⌫' => screen.press(Key::Backspace),
            other => {
                screen.harness.event(Event::Text(other.to_string()));
                screen.run();
            }
        }
    }
}

fn value(screen: &Screen, language: Language) -> String {
    screen
        .by_label(answer_label(language))
        .value()
        .unwrap_or_default()
}

#[test]
fn keys_of_one_frame_take_effect_in_their_order() {
    let mut screen = Screen::at_answer(Language::English, "");
    let press = |key, modifiers| Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers,
    };
    let toggle = press(Key::L, Modifiers::COMMAND | Modifiers::SHIFT);
    let (enter, tab) = (
        press(Key::Enter, Modifiers::NONE),
        press(Key::Tab, Modifiers::NONE),
    );
    let way_out = press(Key::Escape, Modifiers::NONE);
    let text = |text: &str| Event::Text(text.to_owned());
    for event in [
        text("Plan:"),
        enter.clone(),
        toggle,
        text("a"),
        enter,
        tab.clone(),
        text("b"),
        way_out,
        tab,
        text("in French"),
    ] {
        screen.harness.event(event);
    }
    screen.run();
    assert_eq!(screen.text("q8", Language::English), "Plan:\n\n- a\n  - b");
    assert_eq!(screen.text("q8", Language::French), "in French");
}

#[test]
fn what_no_stored_text_holds_stays_where_more_was_typed_in_the_frame() {
    for language in Language::ALL {
        let mut screen = Screen::at_answer(language, "");
        for event in ["o", "f "] {
            screen.harness.event(Event::Text(event.to_owned()));
            screen.run();
        }
        keys(&mut screen, "2026");
        assert_eq!(screen.text("q8", language), "of 2026");
    }
}

#[test]
fn nested_list_is_written_with_keys_alone_in_both_languages() {
    for (language, typed, stored, seen) in [
        (
            Language::English,
            "Plan:⏎- a⏎⇥b⏎c⏎⏎d⏎⏎1. one⏎two⏎⏎End",
            "Plan:\n\n- a\n  - b\n  - c\n- d\n\n1. one\n2. two\n\nEnd",
            "Plan:\na\nb\nc\nd\none\ntwo\nEnd",
        ),
        (
            Language::French,
            "1. é⏎⇥f↵g⏎⇥- h⏎⏎⏎⏎### Fin⏎i",
            "1. é\n   1. f\n      g\n      1. \\- h\n\n### Fin\n\ni",
            "é\nf\ng\n- h\nFin\ni",
        ),
    ] {
        let mut screen = Screen::at_answer(language, "");
        keys(&mut screen, typed);
        assert_eq!(screen.text("q8", language), stored);
        assert_eq!(value(&screen, language), seen);
        // Read anew it is the same.
        screen.write("q8", language, "");
        screen.write("q8", language, stored);
        assert_eq!(value(&screen, language), seen);
    }
}

#[test]
fn empty_item_is_gone_when_the_field_is_left() {
    let language = Language::English;
    let mut screen = Screen::at_answer(language, "");
    keys(&mut screen, "- a⏎⇥");
    assert_eq!(value(&screen, language), "a\n");
    // To a button and back, the item that is to be written is still there.
    screen.click("Numbered list – Question 8");
    keys(&mut screen, "b");
    assert_eq!(screen.text("q8", language), "- a\n  1. b");
    keys(&mut screen, "⏎");
    screen.by_label("Question 9, answer in English").focus();
    screen.run();
    assert_eq!(value(&screen, language), "a\nb");
}

#[test]
fn words_and_characters_are_counted_while_somebody_writes() {
    for (language, counts) in [
        (Language::English, "3 words, 10 characters"),
        (Language::French, "3 mots, 10 caractères"),
    ] {
        let mut screen = Screen::at_answer(language, "");
        keys(&mut screen, "- one⏎two six");
        screen.line(counts);
    }
}

#[test]
fn what_was_not_meant_as_a_mark_comes_back_as_typed() {
    let language = Language::English;
    let mut screen = Screen::at_answer(language, "");
    keys(&mut screen, "2024. a⏎- ⌫b");
    assert_eq!(screen.text("q8", language), "2024\\. a\n\n\\- b");
    keys(&mut screen, "⏎x*y");
    assert_eq!(value(&screen, language), "2024. a\n- b\nx*y");
    // Undo does the same as Backspace.
    keys(&mut screen, "⏎1. ");
    screen.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(value(&screen, language), "2024. a\n- b\nx*y\n1. ");
    keys(&mut screen, "c");
    assert_eq!(value(&screen, language), "2024. a\n- b\nx*y\n1. c");
}

#[test]
fn backspace_takes_the_mark_before_it_joins_lines() {
    let language = Language::English;
    let mut screen = Screen::at_answer(language, "- a\n- b");
    screen.press(Key::Home);
    keys(&mut screen, "⌫");
    assert_eq!(screen.text("q8", language), "- a\n\n  b");
    keys(&mut screen, "⌫");
    assert_eq!(screen.text("q8", language), "- a\n\nb");
    keys(&mut screen, "⌫");
    assert_eq!(screen.text("q8", language), "- ab");
}

#[test]
fn numbers_count_themselves_and_undo_takes_them_back() {
    let language = Language::French;
    let mut screen = Screen::at_answer(language, "1. a\n2. b\n3. c");
    screen.select("q8", language, 2, 2);
    keys(&mut screen, "⇥");
    assert_eq!(screen.text("q8", language), "1. a\n   1. b\n2. c");
    screen.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(screen.text("q8", language), "1. a\n2. b\n3. c");
    screen.press_with(Modifiers::COMMAND, Key::Y);
    assert_eq!(screen.text("q8", language), "1. a\n   1. b\n2. c");
}

#[test]
fn shortcuts_and_tab_work_on_all_selected_lines() {
    let language = Language::English;
    let shift = Modifiers::COMMAND | Modifiers::SHIFT;
    let mut screen = Screen::at_answer(language, "a\n\nb\n\nc");
    for (from, to, key, stored) in [
        (0, 5, Key::L, "- a\n- b\n- c"),
        (2, 5, Key::N, "- a\n\n1. b\n2. c"),
        (0, 5, Key::H, "### a\n\n### b\n\n### c"),
        (0, 5, Key::H, "a\n\nb\n\nc"),
        (0, 5, Key::N, "1. a\n2. b\n3. c"),
    ] {
        screen.select("q8", language, from, to);
        screen.press_with(shift, key);
        assert_eq!(screen.text("q8", language), stored);
    }
    screen.select("q8", language, 2, 5);
    keys(&mut screen, "⇥");
    assert_eq!(screen.text("q8", language), "1. a\n   1. b\n   2. c");
    assert_eq!(screen.selection("q8", language), Some((2, 5)));
    keys(&mut screen, "⇤⇤");
    assert_eq!(screen.text("q8", language), "1. a\n\nb\n\nc");
}

#[test]
fn tab_leaves_a_text_outside_of_lists_and_after_escape_always() {
    let language = Language::English;
    let next = "Question 8, answer in French";
    let mut screen = Screen::at_answer(language, "Text");
    screen.press(Key::Tab);
    assert_eq!(screen.focused().as_deref(), Some(next));
    let mut screen = Screen::at_answer(language, "- a\n- b");
    screen.press(Key::Tab);
    assert_eq!(screen.focused().as_deref(), Some(answer_label(language)));
    assert_eq!(screen.text("q8", language), "- a\n  - b");
    screen.press(Key::Escape);
    assert_eq!(screen.live(), "Tab leaves the text now.");
    screen.press(Key::Tab);
    assert_eq!(screen.focused().as_deref(), Some(next));
    assert_eq!(screen.text("q8", language), "- a\n  - b");
    // Whoever goes on writing stays.
    screen.by_label(answer_label(language)).focus();
    screen.run();
    screen.press(Key::Escape);
    keys(&mut screen, "c⇤");
    assert_eq!(screen.focused().as_deref(), Some(answer_label(language)));
    assert_eq!(screen.text("q8", language), "- a\n- bc");
    let described = screen.by_label(answer_label(language));
    let description = described.accesskit_node().description().unwrap();
    assert!(description.ends_with("Escape, then Tab leaves the text."));
}

#[test]
fn that_tab_leaves_is_told_each_time_and_taken_back_in_between() {
    for (language, told) in [
        (Language::English, "Tab leaves the text now."),
        (Language::French, "Tab quitte maintenant le texte."),
    ] {
        let mut screen = Screen::at_answer(language, "- a");
        screen.press(Key::Escape);
        let first = screen.heard();
        assert_eq!(first.1, told);
        screen.run();
        assert_eq!(screen.heard(), first, "it is told once");
        keys(&mut screen, "b");
        assert_eq!(screen.live(), "");
        screen.press(Key::Escape);
        let second = screen.heard();
        assert_eq!(second.1, told);
        screen.press(Key::Escape);
        let third = screen.heard();
        assert_eq!(third.1, told);
        assert_ne!(third.0, second.0);
    }
}

#[test]
fn keys_that_delete_in_a_terminal_do_nothing() {
    let language = Language::English;
    let ctrl = Modifiers::COMMAND | Modifiers::CTRL;
    for key in [Key::U, Key::K, Key::W] {
        for modifiers in [ctrl, ctrl | Modifiers::SHIFT] {
            let mut screen = Screen::at_answer(language, "one two\n\n- three");
            screen.select("q8", language, 4, 4);
            screen.press_with(modifiers, key);
            assert_eq!(screen.text("q8", language), "one two\n\n- three", "{key:?}");
            assert_eq!(screen.focused().as_deref(), Some(answer_label(language)));
        }
    }
}

#[test]
fn letters_with_marks_and_emojis_are_deleted_whole() {
    let language = Language::English;
    for (stored, at, key, after) in [
        ("W\u{331}SÁNEĆ", 0, Key::Delete, "SÁNEĆ"),
        ("aW\u{331}b", 3, Key::Backspace, "aWb"),
        ("- a🇨🇦b", 1, Key::Delete, "- ab"),
        ("- a🇨🇦b", 3, Key::Backspace, "- ab"),
        ("👩\u{200D}👧b", 3, Key::Backspace, "b"),
        ("a\n\nb", 1, Key::Delete, "ab"),
        ("ab", 2, Key::Delete, "ab"),
    ] {
        let mut screen = Screen::at_answer(language, "");
        // The fonts have no emojis.
        let context = &screen.harness.ctx;
        context.set_missing_glyph_policy(egui::MissingGlyphPolicy::Tofu);
        screen.write("q8", language, stored);
        screen.select("q8", language, at, at);
        screen.press(key);
        assert_eq!(screen.text("q8", language), after, "{stored:?}");
    }
}

#[test]
fn keys_of_one_frame_are_done_in_their_order() {
    let language = Language::English;
    let mut screen = Screen::at_answer(language, "- a");
    let key = |key| Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    for event in [
        key(Key::Enter),
        key(Key::Tab),
        Event::Text("b".to_owned()),
        key(Key::Enter),
        key(Key::Tab),
        Event::Text("c".to_owned()),
    ] {
        screen.harness.input_mut().events.push(event);
    }
    screen.run();
    screen.run();
    assert_eq!(screen.text("q8", language), "- a\n  - b\n    - c");
}

#[test]
fn what_a_line_is_is_read_out_when_it_changes() {
    for (language, said) in [
        (
            Language::English,
            [
                "bullet, level 1",
                "bullet, level 2",
                "paragraph",
                "number 1, level 1",
                "sub-heading",
            ],
        ),
        (
            Language::French,
            [
                "puce, niveau 1",
                "puce, niveau 2",
                "paragraphe",
                "numéro 1, niveau 1",
                "intertitre",
            ],
        ),
    ] {
        let mut screen = Screen::at_answer(language, "");
        for (typed, said) in ["- a⏎", "⇥", "b⏎⏎⏎", "1. c⏎⏎", "### d"]
            .into_iter()
            .zip(said)
        {
            keys(&mut screen, typed);
            if !typed.starts_with('1') {
                assert_eq!(screen.live(), said, "{typed}");
            }
        }
        screen.press(Key::ArrowUp);
        assert_eq!(screen.live(), said[3]);
    }
}

#[test]
fn buttons_say_how_they_stand_and_give_the_focus_back() {
    for (language, name, group) in [
        (
            Language::English,
            "Numbered list – Question 8",
            "Format – Question 8",
        ),
        (
            Language::French,
            "Liste numérotée – Question 8",
            "Mise en forme – Question 8",
        ),
    ] {
        let mut screen = Screen::at_answer(language, "a\n\nb");
        let toggled = |screen: &Screen| screen.by_label(name).accesskit_node().toggled();
        screen.harness.get_by_role_and_label(Role::Toolbar, group);
        screen.select("q8", language, 0, 3);
        assert_eq!(toggled(&screen), Some(Toggled::False));
        screen.click(name);
        assert_eq!(screen.text("q8", language), "1. a\n2. b");
        assert_eq!(toggled(&screen), Some(Toggled::True));
        assert_eq!(screen.focused().as_deref(), Some(answer_label(language)));
        assert_eq!(screen.selection("q8", language), Some((0, 3)));
        screen.click(name);
        assert_eq!(screen.text("q8", language), "a\n\nb");
    }
}

#[test]
fn buttons_are_one_stop_with_arrows_between_them() {
    let language = Language::English;
    let mut screen = Screen::at_answer(language, "a");
    screen.press_with(Modifiers::SHIFT, Key::Tab);
    assert_eq!(
        screen.focused().as_deref(),
        Some("Bulleted list – Question 8")
    );
    screen.press(Key::ArrowRight);
    assert_eq!(
        screen.focused().as_deref(),
        Some("Numbered list – Question 8")
    );
    screen.press(Key::Space);
    assert_eq!(screen.text("q8", language), "1. a");
    assert_eq!(screen.focused().as_deref(), Some(answer_label(language)));
}

#[test]
fn several_lines_are_copied_and_pasted_as_a_list() {
    let language = Language::English;
    let stored = "a\n\n- b\n  1. c\n  2. d";
    let mut screen = Screen::at_answer(language, stored);
    screen.select("q8", language, 0, 7);
    screen.harness.event(Event::Copy);
    screen.harness.step();
    let commands = &screen.harness.output().platform_output.commands;
    let copied = commands.iter().find_map(|command| match command {
        egui::OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    assert_eq!(copied.as_deref(), Some("a\n\n• b\n  1. c\n  2. d"));
    screen.harness.event(Event::Cut);
    screen.run();
    assert_eq!(screen.text("q8", language), "");
    screen.harness.event(Event::Paste(copied.unwrap()));
    screen.run();
    assert_eq!(screen.text("q8", language), stored);
}

#[test]
fn text_set_by_assistive_technology_keeps_the_lines_that_stay() {
    let language = Language::English;
    let mut screen = Screen::at_answer(language, "1. a\n2. b\n\n### c");
    assert_eq!(value(&screen, language), "a\nb\nc");
    let node = screen
        .by_label(answer_label(language))
        .accesskit_node()
        .locate();
    screen.harness.event(Event::AccessKitActionRequest(
        egui::accesskit::ActionRequest {
            action: egui::accesskit::Action::SetValue,
            target_node: node.0,
            target_tree: node.1,
            data: Some(egui::accesskit::ActionData::Value("a\nbook\nc".into())),
        },
    ));
    screen.run();
    assert_eq!(screen.text("q8", language), "1. a\n2. book\n\n### c");
}

#[test]
#[ignore = "draws pictures to be looked at"]
fn pictures_of_lists() {
    use probitas::app::{self, Preference, Theme};
    for (language, theme, name) in [
        (Language::English, Theme::Light, "en-light"),
        (Language::French, Theme::Dark, "fr-dark"),
        (Language::French, Theme::HighContrast, "fr-contrast"),
    ] {
        let mut screen = Screen::at_answer(language, "");
        screen.act(Action::SetPreference(Preference::Theme(theme)));
        let stored = "### Plan\n\nResults «\u{A0}from\u{A0}»:\n\n- one\n  more of one\n\n  a paragraph\n\n- two, which is a long sentence so that it has to go on in a second line of the box, indented as far\n  - three\n    - four\n      - five\n\n998. a\n999. b\n1000\\. c";
        screen.write("q8", language, stored);
        screen.by_label(answer_label(language)).focus();
        screen.run();
        screen.select("q8", language, 20, 60);
        picture(&mut screen, &format!("lists-{name}.png"));
    }
    for index in 0..4 {
        let language = Language::ALL[index % 2];
        let mut screen = Screen::sized(language, [900.0, 7500.0], 1.0);
        screen.open_example(index);
        screen.show(app::Screen::Form);
        picture(&mut screen, &format!("lists-example-{index}.png"));
    }
}

/// Clicks so often where a character of the English answer to Question 8 stands.
fn click_at(screen: &mut Screen, offset: egui::Vec2, count: usize) {
    let pos = screen.by_label(answer_label(Language::English)).rect().min + offset;
    screen.harness.event(Event::PointerMoved(pos));
    for _ in 0..count {
        for pressed in [true, false] {
            screen.harness.event(Event::PointerButton {
                pos,
                button: egui::PointerButton::Primary,
                pressed,
                modifiers: Modifiers::NONE,
            });
        }
    }
    screen.run();
}

#[test]
fn click_lands_in_the_line_that_is_seen_and_three_select_the_paragraph() {
    let language = Language::English;
    let mut screen = Screen::at_answer(language, "Plans\n\n- surveys\n  - sessions");
    // Margin of the box, then the heights of the lines and the space above them.
    for (offset, caret) in [
        (egui::vec2(10.0, 20.0), 0),
        (egui::vec2(200.0, 20.0), 5),
        // On the mark, and in the indentation: at the start of the item.
        (egui::vec2(20.0, 45.0), 6),
        (egui::vec2(38.0, 45.0), 6),
        (egui::vec2(300.0, 45.0), 13),
        (egui::vec2(30.0, 70.0), 14),
        (egui::vec2(300.0, 70.0), 22),
    ] {
        click_at(&mut screen, offset, 1);
        assert_eq!(
            screen.selection("q8", language),
            Some((caret, caret)),
            "{offset:?}"
        );
    }
    click_at(&mut screen, egui::vec2(60.0, 45.0), 3);
    assert_eq!(screen.selection("q8", language), Some((6, 13)));
}

#[test]
fn published_texts_are_gone_on_with_and_nothing_else_of_them_changes() {
    let mut count = 0;
    for index in 0..4 {
        let mut screen = Screen::sized(Language::English, [1180.0, 820.0], 1.0);
        screen.open_example(index);
        screen.show(probitas::app::Screen::Form);
        let language = screen.session().response().languages()[0];
        let items = questionnaire().items().filter(|item| item.is_text());
        for item in items.map(|item| item.id.clone()) {
            let before = screen.text(item.as_str(), language);
            screen.act(Action::GoTo(Target::Place(Place::Item(item.clone()))));
            screen.harness.event(Event::Text("…".to_owned()));
            screen.run();
            assert_eq!(screen.text(item.as_str(), language), format!("{before}…"));
            count += usize::from(!before.is_empty());
        }
    }
    assert!(count > 30, "{count}");
}
