//! The keyboard alone.

use std::collections::BTreeSet;

use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use probitas::app::{self, Action, Fold, Target};
use probitas::i18n::Language;
use probitas::questionnaire::ItemId;
use probitas::response::Place;

use crate::screen::{Screen, group_label, questionnaire};

fn chosen(screen: &Screen, item: &str) -> Option<String> {
    let answer = screen.session().response().answer(&ItemId::from(item))?;
    answer.choices.first().map(ToString::to_string)
}

fn focus_question(screen: &mut Screen, row: &str) {
    screen.click(row);
    screen.run();
}

#[test]
fn row_of_the_list_moves_the_focus_to_the_question() {
    let mut screen = Screen::open(Language::English);
    focus_question(&mut screen, "Question 13, not started");
    assert_eq!(
        screen.focused().as_deref(),
        Some("Question 13, answer in English")
    );
}

#[test]
fn whatever_gets_the_focus_is_brought_into_view() {
    let mut screen = Screen::open(Language::English);
    for row in [
        "Question 13, not started",
        "Question 1, not started",
        "Question 6, not started",
    ] {
        focus_question(&mut screen, row);
        let nodes = screen.harness.root().children_recursive();
        let focused = nodes
            .into_iter()
            .find(egui_kittest::Node::is_focused)
            .unwrap();
        let middle = focused.rect().center().y;
        assert!((60.0..780.0).contains(&middle), "{row}: {middle}");
    }
    // Tab after Tab: the focus never leaves the window.
    for _ in 0..30 {
        screen.press(Key::Tab);
        let nodes = screen.harness.root().children_recursive();
        let Some(focused) = nodes.into_iter().find(egui_kittest::Node::is_focused) else {
            continue;
        };
        let middle = focused.rect().center().y;
        let label = focused.accesskit_node().label();
        assert!((0.0..820.0).contains(&middle), "{label:?}: {middle}");
    }
}

#[test]
fn radio_group_is_one_tab_stop_and_arrows_select() {
    let mut screen = Screen::open(Language::English);
    focus_question(&mut screen, "Question 3, not started");
    let reviewed = "Yes, my organization has reviewed its code of conduct.";
    let in_progress = "My organization is in the process of reviewing its code of conduct.";
    assert_eq!(screen.focused().as_deref(), Some(reviewed));
    assert_eq!(chosen(&screen, "q3"), None);
    screen.press(Key::ArrowDown);
    assert_eq!(screen.focused().as_deref(), Some(in_progress));
    assert_eq!(chosen(&screen, "q3").as_deref(), Some("q3.in_progress"));
    screen.press(Key::ArrowDown);
    assert_eq!(chosen(&screen, "q3").as_deref(), Some("q3.reviewed"));
    screen.press(Key::ArrowUp);
    assert_eq!(chosen(&screen, "q3").as_deref(), Some("q3.in_progress"));
    screen.press(Key::Tab);
    assert_eq!(
        screen.focused().as_deref(),
        Some("Not applicable – Question 3")
    );
    screen.press_with(Modifiers::SHIFT, Key::Tab);
    // Back into the group: to the option that is selected.
    assert_eq!(screen.focused().as_deref(), Some(in_progress));
}

#[test]
fn space_selects_the_first_option() {
    let mut screen = Screen::open(Language::English);
    focus_question(&mut screen, "Question 12, not started");
    screen.press(Key::Space);
    assert_eq!(chosen(&screen, "q12").as_deref(), Some("q12.yes"));
}

#[test]
fn leaving_a_blank_field_shows_what_is_missing_and_answering_clears_it() {
    let mut screen = Screen::open(Language::English);
    let label = "Question 10, answer in English";
    let describes = |screen: &Screen| {
        let node = screen.by_label(label);
        let description = node.accesskit_node().description().unwrap_or_default();
        description.contains("No answer yet")
    };
    focus_question(&mut screen, "Question 10, not started");
    assert!(!describes(&screen));
    // To the other language of the same answer: the field is not left yet.
    screen.press(Key::Tab);
    assert!(!describes(&screen));
    screen.press(Key::Tab);
    assert!(describes(&screen));
    assert!(
        screen
            .session()
            .shown_at(&probitas::response::Place::Item("q9".into()))
            .next()
            .is_none()
    );
    screen.type_into(label, "A");
    assert!(!describes(&screen));
}

#[test]
fn undo_and_redo_work_inside_a_text_box() {
    let mut screen = Screen::open(Language::English);
    let label = "Question 8, answer in English";
    screen.type_into(label, "First");
    screen.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(screen.text("q8", Language::English), "");
    screen.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(screen.text("q8", Language::English), "First");
    screen.press_with(Modifiers::COMMAND, Key::Z);
    screen.press_with(Modifiers::COMMAND, Key::Y);
    assert_eq!(screen.by_label(label).value().as_deref(), Some("First"));
}

#[test]
fn title_marks_unsaved_changes_and_closing_asks() {
    let mut screen = Screen::open(Language::English);
    assert_eq!(screen.window().title(), "New self-assessment – Probitas");
    screen.type_into("Question 8, answer in English", "First");
    assert_eq!(
        screen.window().title(),
        "* New self-assessment (changes not saved) – Probitas"
    );
    screen.press_with(Modifiers::COMMAND, Key::Q);
    screen.dialog("Save the changes?");
    screen.press(Key::Escape);
    assert!(screen.session().dialog().is_none());
    assert_eq!(screen.text("q8", Language::English), "First");
}

#[test]
fn every_question_has_a_named_group_or_box() {
    let screen = Screen::open(Language::French);
    for question in questionnaire().questions() {
        let item = &question.items[0];
        if !item.is_text() {
            screen
                .harness
                .get_by_label(&group_label(question, Language::French));
        }
    }
}

#[test]
fn one_key_goes_round_the_areas_and_comes_back_to_where_one_was() {
    let mut screen = Screen::open(Language::English);
    let label = "Question 9, answer in English";
    screen.type_into(label, "First");
    screen.press(Key::F6);
    // The status line has nothing to press.
    assert_eq!(screen.focused().as_deref(), Some("File"));
    screen.press(Key::F6);
    assert_eq!(screen.focused().as_deref(), Some("Start"));
    screen.press(Key::F6);
    assert_eq!(screen.focused().as_deref(), Some(label));
    screen.press_with(Modifiers::SHIFT, Key::F6);
    assert_eq!(screen.focused().as_deref(), Some("Start"));
    screen.press_with(Modifiers::SHIFT, Key::F6);
    assert_eq!(screen.focused().as_deref(), Some("File"));
    screen.press_with(Modifiers::SHIFT, Key::F6);
    screen.by_label(label).type_text(" one");
    screen.run();
    assert_eq!(screen.text("q9", Language::English), "First one");
}

#[test]
fn one_key_leads_from_finding_to_finding() {
    let mut screen = Screen::open(Language::English);
    for item in ["q3", "q10"] {
        screen.act(Action::Leave(Place::Item(item.into())));
    }
    let third = "Yes, my organization has reviewed its code of conduct.";
    let tenth = "Question 10, answer in English";
    for expected in [third, tenth, third] {
        screen.press(Key::F7);
        assert_eq!(screen.focused().as_deref(), Some(expected));
    }
    screen.press_with(Modifiers::SHIFT, Key::F7);
    assert_eq!(screen.focused().as_deref(), Some(tenth));
}

#[test]
fn tab_follows_the_reading_order_and_what_has_the_focus_is_seen_in_every_size() {
    for (width, height, scale) in [
        (1180.0, 820.0, 1.0),
        (1024.0, 700.0, 1.0),
        (512.0, 350.0, 2.0),
    ] {
        let mut screen = Screen::sized(Language::French, [width, height], scale);
        screen.show(app::Screen::Form);
        screen.act(Action::ToggleFold(Fold::Guidance("q1".to_owned())));
        // Far longer than the window is high.
        let long = "Une phrase de plus.\n".repeat(60);
        screen.write("q8", Language::French, &long);
        screen.act(Action::GoTo(Target::Place(Place::Item("q1".into()))));
        let mut seen = BTreeSet::new();
        let mut last_question = 0;
        for _ in 0..200 {
            screen.press(Key::Tab);
            let Some(label) = screen.focused() else {
                continue;
            };
            let (top, bottom) = screen.visible();
            let rect = screen.focused_rect().unwrap();
            assert!(
                rect.top() < bottom - 8.0 && rect.bottom() > top + 8.0,
                "{width} {label}: {rect:?} in {top} to {bottom}"
            );
            let whole = rect.height() < bottom - top - 16.0;
            let inside = rect.top() >= top - 1.0 && rect.bottom() <= bottom + 1.0;
            assert!(
                !whole || inside,
                "{width} {label}: {rect:?} in {top} to {bottom}"
            );
            if let Some(at) = label.find("Question ") {
                let number = label[at + 9..].split(|c: char| !c.is_ascii_digit()).next();
                let number: u32 = number.unwrap().parse().unwrap();
                assert!(number >= last_question, "{label} after {last_question}");
                last_question = number;
            }
            seen.insert(label);
            if last_question == 13 && screen.focused().unwrap().starts_with("Aucune") {
                break;
            }
        }
        assert_eq!(last_question, 13, "{width}");
        // Two boxes of each open text, two decisions for each item at least.
        assert!(seen.len() > 60, "{width}: {}", seen.len());
    }
}

#[test]
fn escape_loses_no_text_and_composed_characters_arrive() {
    let mut screen = Screen::open(Language::French);
    let label = "Question 8, réponse en français";
    screen.type_into(label, "Un ");
    // A dead key: the circumflex waits for its letter, then one letter arrives.
    screen.harness.event(egui::Event::Text("ê".to_owned()));
    screen.run();
    screen.press(Key::Escape);
    assert_eq!(screen.text("q8", Language::French), "Un ê");
    screen.type_into(label, "tre");
    assert_eq!(screen.text("q8", Language::French), "Un être");
}
