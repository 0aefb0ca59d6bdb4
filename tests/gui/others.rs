//! What others wrote is read beside the form.

use egui::{Key, Modifiers};
use egui_kittest::Node;
use egui_kittest::kittest::NodeT;
use probitas::app::{self, Action, Dialog, OthersStep};
use probitas::i18n::{Language, form as say};

use crate::picture::picture;
use crate::screen::Screen;

fn text(message: &probitas::i18n::Message, shown: Language) -> String {
    message.text(shown)
}

/// The answers of others to this question, opened from its guidance.
fn opened(shown: Language, size: [f32; 2], question: &str) -> Screen {
    let mut screen = Screen::sized(shown, size, 1.0);
    screen.show(app::Screen::Form);
    screen.click(&text(&say::guidance_name(question), shown));
    screen.click(&format!(
        "{} – {question}",
        text(&say::others_open(), shown)
    ));
    screen.run();
    screen
}

fn has_text(screen: &Screen, name: &str, part: &str) -> bool {
    let nodes = screen.harness.root().children_recursive();
    let mut nodes = nodes.filter(|node| node.accesskit_node().label().as_deref() == Some(name));
    nodes.any(|node| {
        node.accesskit_node()
            .value()
            .is_some_and(|value| value.contains(part))
    })
}

fn focus_text(screen: &mut Screen, name: &str) {
    for _ in 0..40 {
        let nodes = screen.harness.root().children_recursive();
        let focused = nodes.into_iter().find(Node::is_focused);
        let role = focused.map(|node| node.accesskit_node().role());
        let is_text = role == Some(egui::accesskit::Role::MultilineTextInput);
        if is_text && screen.focused().as_deref() == Some(name) {
            return;
        }
        screen.press(Key::Tab);
    }
    panic!("Tab does not lead to {name}");
}

#[test]
fn answers_of_others_stand_beside_the_form_and_are_read_by_keys() {
    for shown in Language::ALL {
        let mut screen = opened(shown, [1280.0, 800.0], "Question 8");
        let elections = match shown {
            Language::English => "Elections Canada",
            Language::French => "Élections Canada",
        };
        // The organizations have the focus, and the arrows choose.
        assert_eq!(screen.focused().as_deref(), Some(elections));
        let name = format!("{elections} – Question 8");
        assert!(has_text(&screen, &name, "impartiality"), "{shown:?}");
        picture(&mut screen, &format!("others-{}.png", shown.code()));
        // The box that is written in is in view, and not covered.
        let own = match shown {
            Language::English => "Question 8, answer in English",
            Language::French => "Question 8, réponse en anglais",
        };
        let own = screen.by_label(own).rect();
        let others = screen.by_label(&text(&say::others_copy(), shown)).rect();
        assert!(own.right() < others.left(), "{own:?} {others:?}");
        let (top, bottom) = screen.visible();
        assert!(own.top() > top && own.top() < bottom, "{own:?}");
        screen.press(Key::ArrowDown);
        assert_eq!(screen.session().others().unwrap().example(), 1);
        screen.press(Key::F9);
        assert!(screen.session().others().is_some());
        screen.press(Key::Escape);
        assert!(screen.session().others().is_none());
        // Writing goes on where the question is.
        assert!(screen.focused().unwrap().starts_with("Question 8"));
    }
}

#[test]
fn words_of_others_are_copied_after_a_question_that_is_asked_once() {
    let shown = Language::English;
    let mut screen = opened(shown, [1280.0, 800.0], "Question 8");
    let name = "Elections Canada – Question 8";
    focus_text(&mut screen, name);
    screen.press_with(Modifiers::COMMAND, Key::A);
    let copied = |screen: &mut Screen| {
        screen.harness.event(egui::Event::Copy);
        screen.harness.step();
        let commands = &screen.harness.output().platform_output.commands;
        commands.iter().find_map(|command| match command {
            egui::OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        })
    };
    assert_eq!(copied(&mut screen), None);
    screen.run();
    let Some(Dialog::CopyFromOthers(words)) = screen.session().dialog().cloned() else {
        panic!("nobody was asked");
    };
    assert!(words.len() > 700, "{words}");
    screen.dialog("Copy the words of another organization?");
    picture(&mut screen, "others-consent-en.png");
    screen.act(Action::Cancel);
    assert!(screen.session().others().is_some());
    screen.act(Action::Others(OthersStep::Copy(words)));
    screen.act(Action::Confirm);
    assert!(
        screen.live().contains("words of Elections Canada"),
        "{}",
        screen.live()
    );
    screen.click("Copy this answer");
    assert_eq!(screen.session().dialog(), None);
    // Nothing of what is read can be changed.
    focus_text(&mut screen, name);
    let before = screen.session().response().clone();
    screen.harness.event(egui::Event::Text("x".to_owned()));
    screen.press(Key::Delete);
    assert!(has_text(&screen, name, "impartiality"));
    assert_eq!(screen.session().response(), &before);
}

#[test]
fn answers_of_others_stand_above_the_form_in_a_narrow_window() {
    let mut screen = opened(Language::French, [480.0, 800.0], "Question 5");
    picture(&mut screen, "others-narrow-fr.png");
    let name = "Élections Canada – Question 5";
    assert!(has_text(&screen, name, "updat"));
    screen.act(Action::Find(app::FindStep::Open(app::FindMode::Find)));
    assert!(!has_text(&screen, name, "updat"));
    screen.act(Action::Find(app::FindStep::Close));
    assert!(has_text(&screen, name, "updat"));
}
