//! Undo leads back to what it changes.

use egui::{Event, Key, Modifiers};
use probitas::app::{self, Action};
use probitas::i18n::Language;
use probitas::response::{Edit, Marking};

use crate::screen::Screen;

fn write(screen: &mut Screen, item: &str, language: Language, text: &str) {
    screen.write(item, language, text);
    screen.act(Action::EndTyping);
}

#[test]
fn undo_leads_to_the_box_of_the_language_that_changed_with_the_caret_there() {
    for shown in Language::ALL {
        let mut screen = Screen::open(shown);
        let long = "Ce qui a été fait.\n\n".repeat(60);
        let before = format!("{long}un deux trois");
        write(&mut screen, "q8", Language::English, "one two three");
        write(&mut screen, "q8", Language::French, &before);
        let after = format!("{long}un deux et trois");
        write(&mut screen, "q8", Language::French, &after);
        // The boxes were never in focus; the second time they were.
        for _ in 0..2 {
            screen.show(app::Screen::Settings);
            screen.press_with(Modifiers::COMMAND, Key::Z);
            assert_eq!(screen.session().screen(), app::Screen::Form);
            let label = match shown {
                Language::English => "Question 8, answer in French",
                Language::French => "Question 8, réponse en français",
            };
            assert_eq!(screen.focused().as_deref(), Some(label));
            assert_eq!(screen.text("q8", Language::French), before);
            let lines = "Ce qui a été fait.\n".repeat(60).chars().count();
            let caret = lines + "un deux ".len();
            let selection = screen.selection("q8", Language::French);
            assert_eq!(selection, Some((caret, caret)));
            // The end of the box is in view: the caret stands in its last line.
            let (top, bottom) = screen.visible();
            let rect = screen.focused_rect().unwrap();
            assert!(
                rect.top() < top && (top..=bottom).contains(&rect.bottom()),
                "{rect:?}"
            );
            screen.press_with(Modifiers::COMMAND, Key::Y);
        }
    }
}

#[test]
fn undo_leads_to_the_field_of_the_organization() {
    let shown = Language::English;
    let mut screen = Screen::open(shown);
    let name = Edit::OrganizationName(Language::French, "Élections".to_owned());
    for (edit, label) in [
        (Edit::Cycle("2031".to_owned()), "Cycle"),
        (name, "Name of the organization in French"),
        (
            Edit::Contact("A. Tremblay".to_owned()),
            "Name, telephone, e-mail",
        ),
        (Edit::Marking(Marking::ProtectedA), "None"),
        (Edit::LanguageOrder(Language::French), "English"),
    ] {
        screen.act(Action::Edit(edit));
        screen.act(Action::EndTyping);
        screen.show(app::Screen::Settings);
        screen.press_with(Modifiers::COMMAND, Key::Z);
        assert_eq!(screen.session().screen(), app::Screen::Organization);
        let focused = screen.focused().unwrap_or_default();
        assert!(focused.contains(label), "{label}: {focused}");
        let (top, bottom) = screen.visible();
        let rect = screen.focused_rect().unwrap();
        assert!(rect.top() >= top && rect.bottom() <= bottom, "{rect:?}");
    }
}

/// What no stored text holds yet is taken back first, and nothing elsewhere with it.
#[test]
fn undo_takes_back_an_empty_item_before_what_was_written_elsewhere() {
    let language = Language::English;
    let undo = |screen: &mut Screen| screen.press_with(Modifiers::COMMAND, Key::Z);
    let mut screen = Screen::at_answer(language, "- one two three");
    write(&mut screen, "q9", language, "elsewhere");
    screen.run();
    let lines = |screen: &Screen| {
        let value = screen
            .by_label(crate::screen::answer_label(language))
            .value();
        value.unwrap_or_default().split('\n').count()
    };
    screen.press_with(Modifiers::COMMAND, Key::End);
    screen.press(Key::Enter);
    screen.press(Key::Tab);
    screen.harness.event(Event::Text("x".to_owned()));
    screen.run();
    assert_eq!(screen.text("q8", language), "- one two three\n  - x");
    undo(&mut screen);
    assert_eq!(screen.text("q8", language), "- one two three");
    screen.press_with(Modifiers::COMMAND, Key::End);
    screen.press(Key::Enter);
    screen.press(Key::Tab);
    let focused = screen.focused();
    let with_item = lines(&screen);
    undo(&mut screen);
    assert_eq!(lines(&screen), with_item, "the level, not the line");
    undo(&mut screen);
    assert!(lines(&screen) < with_item);
    assert_eq!(screen.text("q8", language), "- one two three");
    assert_eq!(screen.text("q9", language), "elsewhere");
    assert_eq!(screen.focused(), focused);
    undo(&mut screen);
    assert_eq!(screen.text("q9", language), "");
    assert!(screen.session().dialog().is_none());
}
