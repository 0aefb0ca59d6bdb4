//! What is pasted into answers from other programs.

use std::cell::RefCell;
use std::rc::Rc;

use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable;
use probitas::i18n::Language;
use probitas::ui::Clipboard;

use crate::picture::picture;
use crate::screen::{Screen, answer_label};

/// A form with this answer to Question 8 and the caret in it, and what is on
/// the clipboard beside plain text.
fn at_text(language: Language, stored: &str) -> (Screen, Rc<RefCell<Option<String>>>) {
    let html: Rc<RefCell<Option<String>>> = Rc::default();
    let mut screen = Screen::open(language);
    let window = screen.harness.state_mut().take().unwrap();
    let offered = Rc::clone(&html);
    let clipboard = Clipboard::of(move || offered.borrow().clone());
    *screen.harness.state_mut() = Some(window.with_clipboard(clipboard));
    screen.write("q8", language, stored);
    screen.enter_answer(language);
    (screen, html)
}

fn paste(screen: &mut Screen, plain: &str) {
    screen.harness.event(Event::Paste(plain.to_owned()));
    screen.run();
}

fn undo(screen: &mut Screen) {
    screen.press_with(Modifiers::COMMAND, Key::Z);
}

fn has_note(screen: &Screen) -> bool {
    let button = "Plain text instead – Question 8, answer in English";
    screen.harness.query_by_label(button).is_some()
}

/// What the keys for pasting as text do in the program: the text comes after.
fn paste_as_text(screen: &mut Screen, plain: &str) {
    let modifiers = Modifiers::COMMAND | Modifiers::SHIFT;
    screen.harness.key_press_modifiers(modifiers, Key::V);
    screen.harness.step();
    paste(screen, plain);
}

#[test]
fn list_of_word_in_plain_text_becomes_a_list_with_a_note_in_both_languages() {
    for (language, plain, stored, note, button) in [
        (
            Language::English,
            "Plan:\r\n•\tsurveys\r\no\tpulse\r\n•\tses\u{AD}sions\r\n",
            "Plan:\n\n- surveys\n  - pulse\n- sessions",
            "Pasted. 3 lines became items of lists. 1 invisible character was removed.",
            "Plain text instead – Question 8, answer in English",
        ),
        (
            Language::French,
            "Plan\u{A0}:\r\n1)\tsondages\r\na)\tpouls\r\n2)\tséances",
            "Plan\u{A0}:\n\n1. sondages\n   1. pouls\n2. séances",
            "Texte collé. 3 lignes sont devenues des éléments de liste.",
            "Texte brut à la place – Question 8, réponse en français",
        ),
    ] {
        let (mut screen, _) = at_text(language, "");
        paste(&mut screen, plain);
        assert_eq!(screen.text("q8", language), stored);
        screen.line(note);
        assert!(screen.live().starts_with(note), "{}", screen.live());
        assert!(screen.live().contains('V'), "{}", screen.live());
        screen.by_label(button);
        picture(&mut screen, &format!("pasting-{}.png", language.code()));
        // One step back, and the note goes with it.
        undo(&mut screen);
        assert_eq!(screen.text("q8", language), "");
        assert!(screen.harness.query_by_label(button).is_none());
    }
}

#[test]
fn plain_text_is_one_key_or_button_away_and_one_step() {
    let language = Language::English;
    let plain = "1. a\n2. b";
    for by_key in [true, false] {
        let (mut screen, _) = at_text(language, "x");
        screen.select("q8", language, 1, 1);
        paste(&mut screen, plain);
        assert_eq!(screen.text("q8", language), "x\n\n1. a\n2. b");
        if by_key {
            screen.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::V);
        } else {
            screen.click("Plain text instead – Question 8, answer in English");
        }
        assert_eq!(screen.text("q8", language), "x1. a\n2\\. b");
        assert!(!has_note(&screen));
        assert_eq!(screen.live(), "The plain text stands in its place.");
        assert_eq!(screen.focused().as_deref(), Some(answer_label(language)));
        assert_eq!(screen.selection("q8", language), Some((10, 10)));
        undo(&mut screen);
        assert_eq!(screen.text("q8", language), "x\n\n1. a\n2. b");
        undo(&mut screen);
        assert_eq!(screen.text("q8", language), "x");
    }
}

#[test]
fn html_is_used_where_it_says_the_same_in_both_languages() {
    for (language, html, plain, stored) in [
        (
            Language::English,
            "<h2>Plan</h2><ol start=3><li><b>surveys</b><ul><li>pulse</ul><li>sessions</ol>",
            "Plan\nsurveys\npulse\nsessions",
            "### Plan\n\n3. surveys\n   - pulse\n4. sessions",
        ),
        (
            Language::French,
            "<p>Résultats&nbsp;:<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'>\
             <span style='mso-list:Ignore'>·&nbsp;&nbsp;</span>sondages<o:p></o:p></p>",
            "Résultats\u{A0}:\r\n·\tsondages\r\n",
            "Résultats\u{A0}:\n\n- sondages",
        ),
    ] {
        let (mut screen, clipboard) = at_text(language, "");
        *clipboard.borrow_mut() = Some(html.to_owned());
        paste(&mut screen, plain);
        assert_eq!(screen.text("q8", language), stored);
        undo(&mut screen);
        screen.by_label(answer_label(language)).focus();
        screen.run();
        // Something that nobody saw is never pasted.
        *clipboard.borrow_mut() = Some(format!("{html}<p>unseen</p>"));
        paste(&mut screen, plain);
        let pasted = screen.text("q8", language);
        assert!(!pasted.is_empty() && !pasted.contains("unseen"), "{pasted}");
        undo(&mut screen);
        screen.by_label(answer_label(language)).focus();
        screen.run();
        paste_as_text(&mut screen, "- a\n- b");
        assert_eq!(screen.text("q8", language), "\\- a\n\\- b");
    }
}

#[test]
fn pasting_over_a_selection_replaces_it_in_one_step() {
    let language = Language::English;
    let (mut screen, _) = at_text(language, "- a\n- bcd\n- e");
    screen.select("q8", language, 3, 4);
    paste(&mut screen, "x\ny");
    assert_eq!(screen.text("q8", language), "- a\n- bx\n- yd\n- e");
    undo(&mut screen);
    assert_eq!(screen.text("q8", language), "- a\n- bcd\n- e");
}

#[test]
fn what_was_copied_here_comes_back_as_it_was_and_without_a_note() {
    let language = Language::English;
    let stored = "one\ntwo\n\n### Part\n\n- a\n  1. b";
    let (mut screen, _) = at_text(language, stored);
    let all = screen
        .by_label(answer_label(language))
        .value()
        .unwrap()
        .chars()
        .count();
    screen.select("q8", language, 0, all);
    screen.harness.event(Event::Copy);
    screen.harness.step();
    let commands = screen.harness.output().platform_output.commands.clone();
    let copied = commands.into_iter().find_map(|command| match command {
        egui::OutputCommand::CopyText(text) => Some(text),
        _ => None,
    });
    screen.press(Key::Delete);
    assert_eq!(screen.text("q8", language), "");
    paste(&mut screen, &copied.unwrap());
    assert_eq!(screen.text("q8", language), stored);
    assert!(!has_note(&screen));
}

#[test]
fn the_same_note_is_read_out_each_time() {
    let (mut screen, _) = at_text(Language::English, "");
    paste(&mut screen, "- a\n- b");
    let first = screen.heard();
    assert!(
        first
            .1
            .starts_with("Pasted. 2 lines became items of lists.")
    );
    paste(&mut screen, "\n- c\n- d");
    let second = screen.heard();
    assert_eq!(second.1, first.1);
    assert_ne!(second.0, first.0);
    screen.run();
    assert_eq!(screen.heard(), second);
}

#[test]
fn very_many_blank_lines_become_a_few() {
    let language = Language::English;
    let (mut screen, _) = at_text(language, "ab");
    screen.select("q8", language, 1, 1);
    paste(&mut screen, &"\r\n".repeat(100_000));
    let value = screen.by_label(answer_label(language)).value();
    assert_eq!(value.as_deref(), Some("a\n\n\nb"));
    undo(&mut screen);
    assert_eq!(screen.text("q8", language), "ab");
}

#[test]
fn items_that_are_cut_and_pasted_elsewhere_in_their_list_count_on() {
    let language = Language::English;
    let (mut screen, _) = at_text(language, "5. a\n6. b\n7. c");
    screen.select("q8", language, 0, 4);
    screen.harness.event(Event::Cut);
    screen.harness.step();
    let commands = screen.harness.output().platform_output.commands.clone();
    let cut = commands.into_iter().find_map(|command| match command {
        egui::OutputCommand::CopyText(text) => Some(text),
        _ => None,
    });
    screen.run();
    assert_eq!(screen.text("q8", language), "5. c");
    screen.select("q8", language, 1, 1);
    paste(&mut screen, &cut.unwrap());
    assert_eq!(screen.text("q8", language), "5. c\n6. a\n7. b");
}

#[test]
fn note_goes_when_somebody_writes_on_or_leaves() {
    let language = Language::English;
    let (mut screen, _) = at_text(language, "");
    paste(&mut screen, "- a\n- b");
    assert!(has_note(&screen));
    screen.harness.event(Event::Text("c".into()));
    screen.run();
    assert!(!has_note(&screen));
    paste(&mut screen, "\n- d");
    assert!(has_note(&screen));
    screen.by_label("Question 9, answer in English").focus();
    screen.run();
    assert!(!has_note(&screen));
}
