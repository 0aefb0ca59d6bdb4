//! Filling in the whole form, as a person with a screen reader would.

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;
use probitas::app;
use probitas::i18n::Language;
use probitas::questionnaire::ItemKind;

use crate::screen::{Screen, box_label, group_label, questionnaire};

/// Answers every question; in the middle of the form the language is switched.
fn fill(first: Language) {
    let mut screen = Screen::open(first);
    let names = match first {
        Language::English => [
            "Name of the organization in English",
            "Name of the organization in French",
        ],
        Language::French => [
            "Nom de l’organisation en anglais",
            "Nom de l’organisation en français",
        ],
    };
    screen.show(app::Screen::Organization);
    screen.type_into(names[0], "Example Agency");
    screen.type_into(names[1], "Agence exemple");
    screen.show(app::Screen::Form);
    for (index, question) in questionnaire().questions().enumerate() {
        if index == 6 {
            screen.press(egui::Key::F9);
        }
        let shown = screen.session().language();
        for item in &question.items {
            match &item.kind {
                ItemKind::SingleChoice(options) => {
                    // The last option of Questions 1 and 2 asks for their follow-up.
                    let option = options.last().unwrap().label.get(shown);
                    let group = group_label(question, shown);
                    screen.press_option(Role::RadioGroup, &group, option);
                }
                ItemKind::MultipleChoice(options) => {
                    let group = group_label(question, shown);
                    for option in options.iter().take(2) {
                        screen.press_option(Role::Group, &group, option.label.get(shown));
                    }
                }
                ItemKind::Text => {
                    for answer in Language::ALL {
                        let label = box_label(question, item, answer, shown);
                        let text = format!("{} {}", item.id, answer.code());
                        screen.type_into(&label, &text);
                    }
                }
            }
        }
    }
    assert_eq!(screen.session().language(), first.other());
    let session = screen.session();
    let evaluation = session.evaluation();
    assert!(!evaluation.has_errors(), "{:?}", evaluation.findings);
    for item in questionnaire().items().filter(|item| item.is_text()) {
        for language in Language::ALL {
            let expected = format!("{} {}", item.id, language.code());
            assert_eq!(screen.text(item.id.as_str(), language), expected);
        }
    }
    let organization = session.response().organization();
    assert_eq!(organization.id, "example-agency");
    assert_eq!(organization.name.fr, "Agence exemple");
}

#[test]
fn form_is_filled_in_by_label_from_english_to_french() {
    fill(Language::English);
}

#[test]
fn form_is_filled_in_by_label_from_french_to_english() {
    fill(Language::French);
}

#[test]
fn not_applicable_is_a_decision_that_can_be_taken_back() {
    let mut screen = Screen::open(Language::English);
    let label = "Not applicable – Question 8";
    let decision = |screen: &Screen| {
        let answer = screen.session().response().answer(&"q8".into());
        answer.map(|answer| answer.decision).unwrap_or_default()
    };
    screen.click(label);
    assert_eq!(
        decision(&screen),
        probitas::response::Decision::NotApplicable
    );
    screen.click(label);
    assert_eq!(decision(&screen), probitas::response::Decision::Open);
}

#[test]
fn follow_up_folds_and_its_text_is_found_again() {
    let mut screen = Screen::open(Language::English);
    let questions: Vec<_> = questionnaire().questions().collect();
    let group = group_label(questions[0], Language::English);
    let label = "Question 1, details in English";
    screen.press_option(Role::RadioGroup, &group, "No");
    screen.type_into(label, "To the branch level");
    screen.press_option(Role::RadioGroup, &group, "Yes");
    assert!(screen.harness.query_by_label(label).is_none());
    screen.line("No further text is expected here; one is kept: 19 characters.");
    screen.click("Open – text of Question 1");
    assert_eq!(
        screen.by_label(label).value().as_deref(),
        Some("To the branch level")
    );
    screen.click("Fold – text of Question 1");
    assert!(screen.harness.query_by_label(label).is_none());
    assert_eq!(
        screen.text("q1.text", Language::English),
        "To the branch level"
    );
}
