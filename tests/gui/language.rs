//! Switching the language.

use egui::{Id, Key};
use egui_kittest::kittest::{NodeT, Queryable};
use probitas::app::{self, Action, Dialog, Fold, PathPurpose};
use probitas::i18n::{Language, window};
use probitas::response::{Place, QuestionnaireResponse};

use crate::screen::{Screen, questionnaire};

#[test]
fn switch_keeps_focus_text_and_undo() {
    let mut screen = Screen::open(Language::English);
    screen.type_into("Question 9, answer in French", "Bilan");
    screen.press(Key::F9);
    assert_eq!(
        screen.focused().as_deref(),
        Some("Question 9, réponse en français")
    );
    let label = "Question 9, réponse en français";
    screen.by_label(label).type_text(" annuel");
    screen.run();
    assert_eq!(screen.text("q9", Language::French), "Bilan annuel");
    screen.press_with(egui::Modifiers::COMMAND, Key::Z);
    assert_eq!(screen.text("q9", Language::French), "");
}

#[test]
fn switch_keeps_the_question_at_the_top() {
    let mut screen = Screen::open(Language::English);
    screen.click("Question 9, not started");
    screen.run();
    let top = |screen: &Screen, label: &str| screen.by_label(label).rect().top();
    let before = top(&screen, "Question 9, answer in English");
    screen.press(Key::F9);
    screen.run();
    let after = top(&screen, "Question 9, réponse en anglais");
    // The wording above it may take a line more or less.
    assert!((before - after).abs() < 120.0, "{before} {after}");
    screen.press(Key::F9);
    screen.run();
    let again = top(&screen, "Question 9, answer in English");
    assert!((before - again).abs() < 1.0, "{before} {again}");
}

#[test]
fn switch_reaches_findings_and_dialogs() {
    let mut screen = Screen::open(Language::English);
    screen.click("Check all answers");
    screen.heading("Points to check");
    screen.press(Key::F9);
    screen.heading("Points à vérifier");
    assert!(screen.harness.query_by_label("Points to check").is_none());
    screen.act(Action::OpenDialog(Dialog::import()));
    screen.dialog("Importer une page publiée");
    screen.press(Key::F9);
    screen.dialog("Import a published page");
    screen.show(app::Screen::SignOff);
    screen.click("Open a key…");
    screen.dialog("Open a key");
    screen.press(Key::F9);
    screen.dialog("Ouvrir une clé");
}

/// Everything that a switch of the language must not touch.
#[derive(Debug, PartialEq)]
struct Kept {
    screen: app::Screen,
    dialog: Option<Dialog>,
    focus: Option<Id>,
    selections: Vec<Option<(usize, usize)>>,
    open: Vec<bool>,
    shown: usize,
    undo: u64,
    response: QuestionnaireResponse,
}

fn kept(screen: &Screen) -> Kept {
    let session = screen.session();
    let questions = questionnaire().questions();
    let guidance = questions.map(|question| session.is_guidance_open(&question.id));
    let folds = questionnaire()
        .items()
        .map(|item| session.is_open(&item.id));
    let boxes = questionnaire().items().filter(|item| item.is_text());
    let selections = boxes.flat_map(|item| {
        Language::ALL.map(|language| screen.selection(item.id.as_str(), language))
    });
    Kept {
        screen: session.screen(),
        dialog: session.dialog().cloned(),
        focus: screen.harness.ctx.memory(egui::Memory::focused),
        selections: selections.collect(),
        open: guidance.chain(folds).collect(),
        shown: session.shown_findings().len(),
        undo: session.history().position(),
        response: session.response().clone(),
    }
}

/// Switches there and back, by key, and compares. What is said must change.
fn switch(screen: &mut Screen, state: &str) {
    let labels = |screen: &Screen| -> Vec<Option<String>> {
        let nodes = screen.harness.root().children_recursive();
        nodes.map(|node| node.accesskit_node().label()).collect()
    };
    let (before, said) = (kept(screen), labels(screen));
    let title = screen.window().title();
    for _ in 0..2 {
        screen.press(Key::F9);
        screen.run();
        assert_eq!(kept(screen), before, "{state}");
    }
    assert_eq!(labels(screen), said, "{state}");
    screen.press(Key::F9);
    assert_ne!(labels(screen), said, "{state}");
    assert_ne!(screen.window().title(), title, "{state}");
    screen.press(Key::F9);
}

#[test]
fn switch_keeps_every_screen_and_what_has_the_focus_there() {
    let mut screen = Screen::open(Language::English);
    for shown in app::Screen::ALL {
        screen.show(shown);
        switch(&mut screen, &format!("{shown:?}"));
        // Whatever can have the focus keeps it: the controls of the screen.
        for _ in 0..2 {
            screen.press(Key::F6);
            for _ in 0..3 {
                screen.press(Key::Tab);
                let state = format!("{shown:?} {:?}", screen.focused());
                switch(&mut screen, &state);
            }
        }
    }
}

#[test]
fn switch_keeps_a_selection_open_folds_guidance_and_findings() {
    let mut screen = Screen::open(Language::English);
    for question in ["q1", "q8"] {
        screen.act(Action::ToggleFold(Fold::Guidance(question.to_owned())));
    }
    screen.act(Action::ToggleFold(Fold::FollowUp("q2.text".into())));
    screen.act(Action::Leave(Place::Item("q10".into())));
    screen.choose("q1", "q1.no");
    screen.choose("q2", "q2.yes");
    screen.type_into("Question 8, answer in French", "Un bilan annuel");
    screen.select("q8", Language::French, 3, 8);
    switch(&mut screen, "text");
    assert_eq!(screen.selection("q8", Language::French), Some((3, 8)));
    // The text that is typed next replaces what was selected.
    screen.press(Key::F9);
    let label = "Question 8, réponse en français";
    screen.by_label(label).type_text("compte");
    screen.run();
    assert_eq!(screen.text("q8", Language::French), "Un compte annuel");
    screen.press_with(egui::Modifiers::COMMAND, Key::Z);
    switch(&mut screen, "undone");
    screen.press_with(egui::Modifiers::COMMAND, Key::Y);
    assert_eq!(screen.text("q8", Language::French), "Un compte annuel");
}

#[test]
fn switch_keeps_every_dialog_and_what_is_filled_in() {
    let mut screen = Screen::open(Language::English);
    screen.choose("q1", "q1.no");
    screen.type_into("Question 1, details in English", "To the branch level");
    screen.choose("q1", "q1.yes");
    // A screen that is quick to draw.
    screen.show(app::Screen::Guide);
    let dialogs = [
        Dialog::Path {
            purpose: PathPurpose::SaveAs,
            path: "/somewhere/draft".to_owned(),
        },
        Dialog::Path {
            purpose: PathPurpose::Open,
            path: String::new(),
        },
        Dialog::import(),
        Dialog::make_key(),
        Dialog::OpenKey(app::KeyRequest::of(probitas::questionnaire::Role::Preparer)),
        Dialog::ChangePassphrase(app::ChangeForm::default()),
        Dialog::HandIn(app::HandInForm::new(Language::English)),
        Dialog::Unsaved(app::Intent::Close),
        Dialog::Overwrite("/somewhere/draft.probitas".into()),
        Dialog::RemoveText("q1.text".into()),
        Dialog::Imported(vec![window::status_imported(2_usize)]),
    ];
    for dialog in dialogs {
        let name = format!("{dialog:?}");
        screen.act(Action::OpenDialog(dialog));
        switch(&mut screen, &name);
        screen.press(Key::Tab);
        switch(&mut screen, &name);
        screen.act(Action::Cancel);
    }
}

#[test]
fn one_answer_language_shows_one_box_and_says_nothing_of_the_other() {
    let mut screen = Screen::open(Language::English);
    screen.show(app::Screen::Organization);
    screen.press_option(
        egui::accesskit::Role::RadioGroup,
        "The organization answers in",
        "English",
    );
    screen.show(app::Screen::Form);
    screen.by_label("Question 8, answer");
    assert!(
        screen
            .harness
            .query_by_label("Question 8, answer in French")
            .is_none()
    );
}
