//! Room for a text: how high a box grows, one answer in the whole window, how
//! much there is in all, and marks as they are typed.

use egui::{Event, Key, Modifiers, MouseWheelUnit, TouchPhase, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use probitas::app::{self, Action, FindMode, FindStep, Preference, Target};
use probitas::i18n::Language;
use probitas::response::Place;

use crate::picture::picture;
use crate::screen::{Screen, answer_label};

/// As egui reports it where it is not a Mac.
const CTRL: Modifiers = Modifiers {
    ctrl: true,
    ..Modifiers::COMMAND
};

fn long() -> String {
    let lines: Vec<String> = (1..=120).map(|line| format!("Line {line}")).collect();
    lines.join("\n")
}

fn shown_height(screen: &Screen, language: Language) -> f32 {
    let id = egui::Id::unique(("answer", "q8", language.code()));
    let response = screen.harness.ctx.read_response(id).unwrap();
    response.interact_rect.height()
}

fn turn_wheel(screen: &mut Screen, by: f32) {
    let pos = screen.by_label(answer_label(Language::English)).rect().min + vec2(60.0, 60.0);
    let (top, _) = screen.visible();
    let pos = egui::pos2(pos.x, pos.y.max(top + 40.0));
    screen.harness.event(Event::PointerMoved(pos));
    screen.run();
    screen.harness.event(Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        source: egui::MouseWheelSource::Wheel,
        delta: vec2(0.0, by),
        phase: TouchPhase::Move,
        modifiers: Modifiers::NONE,
    });
    for _ in 0..20 {
        screen.harness.step();
    }
    screen.run();
}

#[test]
fn box_grows_up_to_a_height_and_then_the_text_scrolls_with_the_caret() {
    let language = Language::English;
    let mut screen = Screen::at_answer(language, "short");
    let short = shown_height(&screen, language);
    screen.write("q8", language, &"line\n".repeat(12));
    screen.run();
    let grown = shown_height(&screen, language);
    assert!(grown > short + 100.0, "{short} {grown}");
    screen.write("q8", language, &long());
    screen.run();
    let high = shown_height(&screen, language);
    assert!(high < 0.7 * 820.0, "{high}");
    // The caret is in sight wherever it goes, in the box and on the page.
    for (modifiers, key) in [(CTRL, Key::End), (CTRL, Key::Home), (CTRL, Key::End)] {
        screen.press_with(modifiers, key);
        screen.run();
        let cursor = screen.harness.output().platform_output.ime;
        let cursor = cursor.unwrap().cursor_rect;
        let (top, bottom) = screen.visible();
        assert!(
            cursor.top() >= top - 1.0 && cursor.bottom() <= bottom + 1.0,
            "{key:?} {cursor:?} {top} {bottom}"
        );
        assert!((shown_height(&screen, language) - high).abs() < 1.0);
    }
    screen.harness.event(Event::Text("end".to_owned()));
    screen.run();
    assert!(screen.text("q8", language).ends_with("Line 120end"));
}

#[test]
fn page_down_goes_on_by_what_is_seen_and_page_up_back_and_shift_selects() {
    let language = Language::English;
    let mut screen = Screen::at_answer(language, &long());
    screen.press_with(CTRL, Key::Home);
    let line = |at: usize| long().chars().take(at).filter(|c| *c == '\n').count();
    let caret = |screen: &Screen| screen.selection("q8", language).unwrap().1;
    screen.press(Key::PageDown);
    let page = line(caret(&screen));
    // About as many rows as there is room for, and one of them seen before.
    assert!((10..40).contains(&page), "{page}");
    screen.press(Key::PageDown);
    assert_eq!(line(caret(&screen)), 2 * page);
    screen.press(Key::PageUp);
    assert_eq!(line(caret(&screen)), page);
    let (top, bottom) = screen.visible();
    let cursor = screen.harness.output().platform_output.ime.unwrap();
    let cursor = cursor.cursor_rect;
    assert!(cursor.top() >= top - 1.0 && cursor.bottom() <= bottom + 1.0);
    screen.press_with(Modifiers::SHIFT, Key::PageUp);
    assert_eq!(screen.selection("q8", language).unwrap().1, 0);
    assert_eq!(line(screen.selection("q8", language).unwrap().0), page);
    for _ in 0..=120 / page {
        screen.press(Key::PageDown);
    }
    assert_eq!(caret(&screen), long().chars().count());
}

#[test]
fn wheel_turns_the_page_past_a_text_and_the_text_where_somebody_writes() {
    let language = Language::English;
    let mut screen = Screen::at_answer(language, &long());
    screen.press_with(CTRL, Key::Home);
    let top_of = |screen: &Screen| screen.by_label(answer_label(language)).rect().top();
    let french = |screen: &Screen| {
        let label = "Question 9, answer in English";
        screen.by_label(label).rect().top()
    };
    let (text, page) = (top_of(&screen), french(&screen));
    turn_wheel(&mut screen, -60.0);
    assert!((french(&screen) - page).abs() < 1.0, "the page stays");
    assert!(top_of(&screen) < text - 20.0, "the text scrolls");
    // Without the focus the page scrolls.
    screen.by_label("Question 8, answer in French").focus();
    screen.run();
    let page = french(&screen);
    turn_wheel(&mut screen, -60.0);
    assert!(french(&screen) < page - 20.0);
}

#[test]
fn one_answer_has_the_whole_window_and_gives_it_back() {
    for (language, button, leave, begins, next) in [
        (
            Language::English,
            "This answer in the whole window – Question 8",
            "Back to the form (F11)",
            "Question 8 in the whole window. Escape twice, or F11, leads back to the form.",
            "Question 9, answer in English",
        ),
        (
            Language::French,
            "Cette réponse dans toute la fenêtre – Question 8",
            "Retour au formulaire (F11)",
            "Question 8 dans toute la fenêtre. Deux fois Échap, ou F11, pour revenir au formulaire.",
            "Question 9, réponse en anglais",
        ),
    ] {
        let mut screen = Screen::at_answer(language, "one two");
        screen.select("q8", language, 4, 7);
        let before = shown_height(&screen, language);
        screen.click(button);
        assert_eq!(screen.live(), begins);
        assert!(screen.harness.query_by_label(next).is_none());
        assert_eq!(screen.focused().as_deref(), Some(answer_label(language)));
        assert_eq!(screen.selection("q8", language), Some((4, 7)));
        assert!(shown_height(&screen, language) > before + 50.0);
        // What is asked and both languages are there, and undo.
        let wording = &crate::screen::questionnaire()
            .questions()
            .find(|question| question.items.iter().any(|item| item.id == "q8".into()))
            .unwrap()
            .wording;
        assert!(screen.says(wording.get(language)));
        screen.by_label(match language {
            Language::English => "Question 8, answer in French",
            Language::French => "Question 8, réponse en anglais",
        });
        screen.harness.event(Event::Text("2".to_owned()));
        screen.run();
        assert_eq!(screen.text("q8", language), "one 2");
        screen.press_with(Modifiers::COMMAND, Key::Z);
        assert_eq!(screen.text("q8", language), "one two");
        assert_eq!(screen.session().alone(), Some(&"q8".into()));
        // The other language of the window changes nothing else.
        screen.press(Key::F9);
        assert_eq!(screen.session().alone(), Some(&"q8".into()));
        screen.press(Key::F9);
        screen.click(leave);
        assert_eq!(screen.session().alone(), None);
        screen.by_label(next);
        assert_eq!(screen.focused().as_deref(), Some(answer_label(language)));
    }
}

#[test]
fn escape_lets_tab_leave_first_and_then_leads_back() {
    let language = Language::English;
    let mut screen = Screen::at_answer(language, "- one");
    screen.press(Key::F11);
    assert_eq!(screen.session().alone(), Some(&"q8".into()));
    screen.press(Key::Escape);
    assert_eq!(screen.live(), "Tab leaves the text now.");
    screen.press(Key::Tab);
    assert_eq!(screen.session().alone(), Some(&"q8".into()));
    assert_eq!(
        screen.focused().as_deref(),
        Some("Question 8, answer in French")
    );
    screen.press(Key::Escape);
    screen.press(Key::Escape);
    assert_eq!(screen.session().alone(), None);
    assert_eq!(
        screen.focused().as_deref(),
        Some("Question 8, answer in French")
    );
    screen.press(Key::F11);
    screen.press(Key::F11);
    assert_eq!(screen.session().alone(), None);
}

#[test]
fn what_leads_elsewhere_leads_out_of_one_answer() {
    let language = Language::English;
    let mut screen = Screen::at_answer(language, "one");
    screen.press(Key::F11);
    screen.press_with(Modifiers::COMMAND, Key::F);
    assert_eq!(screen.session().alone(), Some(&"q8".into()));
    screen.act(Action::Find(FindStep::Open(FindMode::Find)));
    screen.act(Action::GoTo(Target::Place(Place::Item("q9".into()))));
    assert_eq!(screen.session().alone(), None);
    screen.act(Action::ShowAlone(Some("q8".into())));
    screen.act(Action::Show(app::Screen::Review));
    assert_eq!(screen.session().alone(), None);
    // A choice is no text.
    screen.act(Action::ShowAlone(Some("q3".into())));
    assert_eq!(screen.session().alone(), None);
}

#[test]
fn words_and_characters_of_all_texts_are_told() {
    for (language, told) in [
        (Language::English, "Texts in all: 3 words, 10 characters"),
        (
            Language::French,
            "Ensemble des textes\u{A0}: 3 mots, 10 caractères",
        ),
    ] {
        let mut screen = Screen::at_answer(Language::English, "one two");
        screen.write("q8", Language::French, "six");
        screen.act(Action::ShowIn(language));
        screen.line(told);
    }
}

fn type_in(screen: &mut Screen, keys: &str) {
    for key in keys.chars() {
        screen.harness.event(Event::Text(key.to_string()));
        screen.run();
    }
}

#[test]
fn typed_marks_are_those_of_the_language_and_undo_brings_back_what_was_typed() {
    for (language, keys, marks, undone) in [
        (
            Language::English,
            "say \"it's\"",
            "say “it’s”",
            "say “it’s\"",
        ),
        (
            Language::French,
            "dire \"l'un\"",
            "dire «\u{A0}l’un\u{A0}»",
            "dire «\u{A0}l’un\"",
        ),
    ] {
        let mut screen = Screen::at_answer(language, "");
        type_in(&mut screen, keys);
        assert_eq!(screen.text("q8", language), marks);
        screen.press_with(Modifiers::COMMAND, Key::Z);
        assert_eq!(screen.text("q8", language), undone);
        type_in(&mut screen, " x");
        assert_eq!(screen.text("q8", language), format!("{undone} x"));
        // Nothing is changed of what is pasted.
        screen.harness.event(Event::Paste("\"".to_owned()));
        screen.run();
        assert_eq!(screen.text("q8", language), format!("{undone} x\""));
    }
}

#[test]
fn typed_marks_can_be_switched_off_in_the_settings() {
    let language = Language::English;
    let mut screen = Screen::at_answer(language, "");
    screen.show(app::Screen::Settings);
    screen.click(
        "Type “ ” and ’ for straight quotation marks and apostrophes (in French texts «\u{A0}»)",
    );
    screen.act(Action::GoTo(Target::Place(Place::Item("q8".into()))));
    screen.by_label(answer_label(language)).focus();
    screen.run();
    type_in(&mut screen, "it's \"so\"");
    assert_eq!(screen.text("q8", language), "it's \"so\"");
    screen.act(Action::SetPreference(Preference::TypedQuotes(true)));
    type_in(&mut screen, " \"");
    assert_eq!(screen.text("q8", language), "it's \"so\" “");
}

#[test]
#[ignore = "draws pictures to be looked at"]
fn pictures_of_one_answer() {
    for (language, name) in [(Language::English, "en"), (Language::French, "fr")] {
        let mut screen = Screen::at_answer(language, &long());
        picture(&mut screen, &format!("room-{name}.png"));
        screen.press_with(CTRL, Key::Home);
        screen.press(Key::F11);
        picture(&mut screen, &format!("alone-{name}.png"));
    }
    let mut screen = Screen::sized(Language::French, [640.0, 700.0], 1.0);
    screen.write("q8", Language::French, &long());
    screen.act(Action::ShowAlone(Some("q8".into())));
    picture(&mut screen, "alone-narrow-fr.png");
    assert!(
        screen
            .by_label("Question 8")
            .accesskit_node()
            .label()
            .is_some()
    );
}
