//! Words are found and replaced in all answers, by keys.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT, Queryable};
use probitas::app::{self};
use probitas::i18n::{Language, find as say};

use crate::picture::picture;
use crate::screen::Screen;

const CTRL: Modifiers = Modifiers::COMMAND;

fn write(screen: &mut Screen, item: &str, language: Language, text: &str) {
    screen.write(item, language, text);
}

fn written(language: Language, size: [f32; 2]) -> Screen {
    let mut screen = Screen::sized(language, size, 1.0);
    write(
        &mut screen,
        "q8",
        Language::English,
        "Capsules for employees.\n\n- a capsule",
    );
    write(
        &mut screen,
        "q8",
        Language::French,
        "Des gélules; une GELULE.",
    );
    write(&mut screen, "q13", Language::French, "La gélule.");
    screen
}

fn type_in_focus(screen: &mut Screen, text: &str) {
    let nodes = screen.harness.root().children_recursive();
    let focused = nodes.into_iter().find(Node::is_focused).unwrap();
    focused.type_text(text);
    screen.run();
}

fn tab_to(screen: &mut Screen, label: &str) {
    for _ in 0..40 {
        if screen.focused().as_deref() == Some(label) {
            return;
        }
        screen.press(Key::Tab);
    }
    panic!("Tab does not lead to {label}");
}

#[test]
fn words_are_found_and_replaced_by_keys_alone() {
    for language in Language::ALL {
        let text = |message: probitas::i18n::Message| message.text(language);
        let mut screen = written(language, [1180.0, 820.0]);
        screen.press_with(CTRL, Key::F);
        assert_eq!(screen.session().screen(), app::Screen::Form);
        assert_eq!(screen.focused(), Some(text(say::words())));
        type_in_focus(&mut screen, "gélule");
        assert_eq!(screen.live(), text(say::found(2_usize)));
        tab_to(&mut screen, &text(say::match_accents()));
        screen.press(Key::Space);
        assert_eq!(screen.live(), text(say::found(3_usize)));
        picture(&mut screen, &format!("find-{}.png", language.code()));
        // Enter leads to the first place, F3 to the next, in its own language.
        screen.press_with(CTRL, Key::F);
        assert_eq!(screen.focused(), Some(text(say::words())));
        screen.press(Key::Enter);
        let box_of = |screen: &Screen| screen.focused().unwrap();
        let first = box_of(&screen);
        assert!(
            first.contains('8') && first.ends_with(french(language)),
            "{first}"
        );
        assert_eq!(screen.selection("q8", Language::French), Some((4, 10)));
        screen.press(Key::F3);
        assert_eq!(box_of(&screen), first);
        assert_eq!(screen.selection("q8", Language::French), Some((17, 23)));
        screen.press(Key::F3);
        let last = box_of(&screen);
        assert!(
            last.contains("13") && last.ends_with(french(language)),
            "{last}"
        );
        assert!(screen.live().starts_with('3'), "{}", screen.live());

        screen.press_with(CTRL, Key::H);
        tab_to(&mut screen, &text(say::with()));
        type_in_focus(&mut screen, "rencontre");
        tab_to(&mut screen, &text(say::replace_all()));
        picture(&mut screen, &format!("replace-{}.png", language.code()));
        screen.press(Key::Space);
        assert_eq!(screen.live(), text(say::replaced(3_usize, 0_usize)));
        assert_eq!(
            screen.text("q8", Language::French),
            "Des rencontres; une rencontre."
        );
        screen.press_with(CTRL, Key::Z);
        assert_eq!(screen.text("q13", Language::French), "La gélule.");
        screen.press_with(CTRL, Key::F);
        screen.press(Key::Escape);
        assert_eq!(screen.session().find(), None);
    }
}

/// How the name of a French box ends.
fn french(language: Language) -> &'static str {
    match language {
        Language::English => "French",
        Language::French => "français",
    }
}

#[test]
fn list_of_hits_leads_to_each() {
    let mut screen = written(Language::English, [1180.0, 820.0]);
    screen.press_with(CTRL, Key::F);
    type_in_focus(&mut screen, "capsule");
    let hit = "a capsule – Question 8, English";
    assert_eq!(screen.by_label(hit).accesskit_node().role(), Role::Button);
    screen.click(hit);
    assert_eq!(
        screen.focused().as_deref(),
        Some("Question 8, answer in English")
    );
    let selected = screen.selection("q8", Language::English);
    assert_eq!(selected, Some((26, 33)));
    let places = screen
        .harness
        .get_by_role_and_label(Role::List, "Places found");
    assert_eq!(places.children_recursive().count(), 2);
}

#[test]
fn what_is_asked_is_found_and_leads_to_its_question() {
    for language in Language::ALL {
        let mut screen = written(language, [1180.0, 820.0]);
        screen.press_with(CTRL, Key::F);
        // In the other language than that of the window, too.
        type_in_focus(&mut screen, "thèmes récurrents");
        screen.press(Key::Enter);
        let focused = screen.focused().unwrap();
        assert!(focused.starts_with("Question 8"), "{focused}");
        let place = match language {
            Language::English => "Question 8, as it is asked, French",
            Language::French => "Question 8, libellé, français",
        };
        picture(
            &mut screen,
            &format!("find-wording-{}.png", language.code()),
        );
        let nodes = screen.harness.root().children_recursive();
        let mut labels = nodes
            .into_iter()
            .filter_map(|node| node.accesskit_node().label());
        assert!(labels.any(|label| label.ends_with(place)), "{place}");
    }
}

#[test]
fn panel_fits_a_narrow_and_low_window() {
    for size in [[640.0, 400.0], [400.0, 700.0]] {
        let mut screen = written(Language::French, size);
        screen.show(app::Screen::Form);
        screen.press_with(CTRL, Key::H);
        type_in_focus(&mut screen, "gélule");
        picture(&mut screen, &format!("find-narrow-{}.png", size[0]));
        screen.press(Key::Enter);
        let focused = screen.focused_rect().unwrap();
        assert!(focused.bottom() > 0.0 && focused.top() < size[1]);
    }
}
