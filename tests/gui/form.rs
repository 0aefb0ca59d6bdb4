//! The form: guidance, marks, follow-ups, decisions, and what a screen reader is told.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT, Queryable};
use probitas::app::{self, Action, Fold, Target};
use probitas::i18n::Language;
use probitas::response::{Decision, Place};

use crate::screen::{Screen, box_label, group_label, questionnaire};

fn nodes(screen: &Screen) -> Vec<Node<'_>> {
    screen.harness.root().children_recursive().collect()
}

fn lines_beginning_with(screen: &Screen, text: &str) -> usize {
    let is_line = |node: &&Node<'_>| {
        let node = node.accesskit_node();
        let value = node.value().unwrap_or_default();
        node.role() == Role::Label && value.starts_with(text)
    };
    nodes(screen).iter().filter(is_line).count()
}

#[test]
fn guidance_unfolds_under_its_question_and_says_whose_it_is() {
    for (language, button, source) in [
        (
            Language::English,
            "About this question – Question 8",
            "Written for Probitas; it does not come from the Privy Council Office (PCO).",
        ),
        (
            Language::French,
            "À propos de cette question – Question 8",
            "Texte rédigé pour Probitas; il ne provient pas du Bureau du Conseil privé (BCP).",
        ),
    ] {
        let mut screen = Screen::open(language);
        assert_eq!(lines_beginning_with(&screen, source), 0);
        screen.click(button);
        assert_eq!(lines_beginning_with(&screen, source), 1);
        let guidance = &screen.session().shipped().guidance;
        let asks = guidance.of("q8").unwrap().asks.get(language).clone();
        screen.line(&asks);
        screen.click(button);
        assert_eq!(lines_beginning_with(&screen, source), 0);
    }
}

#[test]
fn french_of_ours_is_marked_where_it_stands_and_once_in_full() {
    let mut screen = Screen::open(Language::French);
    let ours = screen.session().shipped().provenance.translated_by_us();
    let questions = questionnaire().questions();
    let marked = questions
        .filter(|question| ours.contains(&question.id.as_str()))
        .count();
    let mark = "Libellé français non officiel";
    // The questions, their parts, the prompts of two texts, and one option.
    assert_eq!(lines_beginning_with(&screen, mark), marked + 2 + 2 + 1);
    let described = nodes(&screen)
        .iter()
        .filter(|node| {
            let description = node.accesskit_node().description().unwrap_or_default();
            description == "Libellé français non officiel (traduction de Probitas)"
        })
        .count();
    assert_eq!(described, marked + 5);
    assert_eq!(
        lines_beginning_with(&screen, "Certains libellés portent"),
        1
    );
    screen.press(Key::F9);
    assert_eq!(lines_beginning_with(&screen, "Unofficial"), 0);
    assert_eq!(lines_beginning_with(&screen, "Some wordings"), 0);
}

#[test]
fn what_is_expected_is_exposed_as_required() {
    let mut screen = Screen::open(Language::English);
    let required = |screen: &Screen, label: &str| {
        let node = screen.by_label(label);
        node.accesskit_node().is_required()
    };
    let questions: Vec<_> = questionnaire().questions().collect();
    let group = |index: usize| group_label(questions[index], Language::English);
    assert!(required(&screen, "Question 8, answer in English"));
    assert!(required(&screen, &group(2)));
    assert!(required(&screen, &group(5)));
    assert!(!required(&screen, "Question 4, answer in English"));
    assert!(!required(&screen, &group(4)));
    screen.choose("q3", "q3.in_progress");
    assert!(required(&screen, "Question 4, answer in English"));
}

#[test]
fn every_control_of_the_form_is_named_and_in_the_group_of_its_question() {
    for language in Language::ALL {
        let mut screen = Screen::open(language);
        screen.act(Action::ToggleFold(Fold::FollowUp("q1.text".into())));
        for question in questionnaire().questions() {
            let label = questionnaire().label_of(question);
            let group = screen
                .harness
                .get_by_role_and_label(Role::Group, label.get(language));
            for node in group.children_recursive() {
                let node = node.accesskit_node();
                let controls = [
                    Role::Button,
                    Role::CheckBox,
                    Role::RadioButton,
                    Role::MultilineTextInput,
                ];
                if controls.contains(&node.role()) {
                    let name = node.label().unwrap_or_default();
                    assert!(!name.is_empty(), "{:?} in {}", node.role(), question.id);
                }
            }
            for item in &question.items {
                if item.is_text() && !item.folds {
                    for answer in Language::ALL {
                        group.get_by_label(&box_label(question, item, answer, language));
                    }
                }
            }
        }
    }
}

#[test]
fn one_line_is_live_and_tells_what_comes_and_goes() {
    let mut screen = Screen::open(Language::English);
    assert_eq!(screen.live(), "");
    screen.choose("q2", "q2.no");
    assert_eq!(
        screen.live(),
        "An answer is expected now: Question 2 (text)."
    );
    screen.act(Action::Leave(Place::Item("q8".into())));
    assert!(
        screen
            .live()
            .starts_with("Question 8. Error: No answer yet")
    );
    screen.press(Key::F9);
    assert!(
        screen.live().starts_with("Question 8. Erreur"),
        "{}",
        screen.live()
    );
    screen.act(Action::CheckAll);
    screen.live();
}

#[test]
fn reopened_follow_up_has_its_caret_and_its_undo_back() {
    let mut screen = Screen::open(Language::English);
    let label = "Question 1, details in English";
    screen.choose("q1", "q1.no");
    screen.type_into(label, "To the branch level");
    screen.select("q1.text", Language::English, 6, 6);
    screen.choose("q1", "q1.yes");
    assert!(screen.harness.query_by_label(label).is_none());
    screen.click("Open – text of Question 1");
    assert_eq!(screen.focused().as_deref(), Some(label));
    assert_eq!(screen.selection("q1.text", Language::English), Some((6, 6)));
    screen.by_label(label).type_text(" first");
    screen.run();
    assert_eq!(
        screen.text("q1.text", Language::English),
        "To the first branch level"
    );
    for _ in 0..3 {
        screen.press_with(Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(screen.text("q1.text", Language::English), "");
}

#[test]
fn removing_a_kept_text_asks_and_leaves_the_focus_beside_it() {
    let mut screen = Screen::open(Language::English);
    screen.choose("q1", "q1.no");
    screen.type_into("Question 1, details in English", "To the branch level");
    screen.choose("q1", "q1.yes");
    screen.by_label("Remove… – text of Question 1").focus();
    screen.run();
    screen.press(Key::Enter);
    screen.dialog("Remove the text?");
    screen.press(Key::Escape);
    assert_eq!(
        screen.focused().as_deref(),
        Some("Remove… – text of Question 1")
    );
    screen.press(Key::Enter);
    assert_eq!(screen.focused().as_deref(), Some("Remove"));
    screen.press(Key::Enter);
    assert_eq!(screen.text("q1.text", Language::English), "");
    assert_eq!(
        screen.focused().as_deref(),
        Some("Open – text of Question 1")
    );
    screen.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(
        screen.text("q1.text", Language::English),
        "To the branch level"
    );
}

#[test]
fn one_key_decides_not_to_answer_and_takes_it_back_with_the_text_kept() {
    let mut screen = Screen::open(Language::English);
    let decision = |screen: &Screen, item: &str| {
        let answer = screen.session().response().answer(&item.into());
        answer.map(|answer| answer.decision).unwrap_or_default()
    };
    screen.type_into("Question 9, answer in French", "Bilan");
    screen.press(Key::F8);
    assert_eq!(decision(&screen, "q9"), Decision::NotApplicable);
    screen.press_with(Modifiers::SHIFT, Key::F8);
    assert_eq!(decision(&screen, "q9"), Decision::NoResponse);
    assert_eq!(screen.text("q9", Language::French), "Bilan");
    assert_eq!(
        screen.focused().as_deref(),
        Some("Question 9, answer in French")
    );
    screen.press_with(Modifiers::SHIFT, Key::F8);
    assert_eq!(decision(&screen, "q9"), Decision::Open);
    // From a choice it decides about the choice, not about the text below it.
    screen.click("Question 6, not started");
    screen.press(Key::F8);
    assert_eq!(decision(&screen, "q6"), Decision::NotApplicable);
    assert_eq!(decision(&screen, "q6.text"), Decision::Open);
}

#[test]
fn key_for_a_decision_does_nothing_outside_the_form() {
    let mut screen = Screen::open(Language::English);
    screen.show(app::Screen::Review);
    let before = screen.session().response().clone();
    screen.press(Key::F8);
    assert_eq!(screen.session().response(), &before);
}

#[test]
fn long_text_far_away_is_named_and_valued_and_drawn_when_the_focus_comes() {
    let mut screen = Screen::open(Language::English);
    let text = "A sentence that is repeated. ".repeat(300) + "And then.";
    for item in ["q8", "q9", "q10"] {
        screen.write(item, Language::English, &text);
    }
    let label = "Question 10, answer in English";
    let lines = |screen: &Screen| {
        let lines = screen.by_label(label).children_recursive();
        lines
            .filter(|node| node.accesskit_node().role() == Role::TextRun)
            .count()
    };
    let height = screen.by_label(label).rect().height();
    screen.act(Action::GoTo(Target::Place(Place::Item("q1".into()))));
    assert_eq!(lines(&screen), 0);
    let far = screen.by_label(label);
    assert_eq!(far.value().as_deref(), Some(text.as_str()));
    assert_eq!(far.accesskit_node().role(), Role::MultilineTextInput);
    assert!((far.rect().height() - height).abs() < 0.5);
    // A screen reader may write into it without seeing it.
    screen.by_label(label).focus();
    screen.by_label(label).type_text("End.");
    screen.run();
    assert!(lines(&screen) > 30);
    assert!(screen.text("q10", Language::English).ends_with("End."));
    let rect = screen.focused_rect().unwrap();
    assert!(rect.bottom() > 60.0 && rect.bottom() < 820.0, "{rect:?}");
}
