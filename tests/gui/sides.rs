//! Both languages of an answer, and the lists of one in the other.

use egui::{Event, Key, Modifiers, Rect, Shape};
use egui_kittest::kittest::Queryable;
use probitas::app::{Action, Target};
use probitas::i18n::{Language, lists as say};
use probitas::response::{AnswerLanguages, Edit, Place};

use crate::picture::picture;
use crate::screen::Screen;

const LABELS: [[&str; 2]; 2] = [
    [
        "Question 8, answer in English",
        "Question 8, answer in French",
    ],
    [
        "Question 8, réponse en anglais",
        "Question 8, réponse en français",
    ],
];

fn label(shown: Language, of: Language) -> &'static str {
    LABELS[usize::from(shown == Language::French)][usize::from(of == Language::French)]
}

fn rects(screen: &Screen, shown: Language) -> [Rect; 2] {
    Language::ALL.map(|language| screen.by_label(label(shown, language)).rect())
}

fn write(screen: &mut Screen, language: Language, text: &str) {
    screen.write("q8", language, text);
    screen.act(Action::EndTyping);
}

fn at_q8(shown: Language, size: [f32; 2], scale: f32) -> Screen {
    let mut screen = Screen::sized(shown, size, scale);
    screen.act(Action::GoTo(Target::Place(Place::Item("q8".into()))));
    screen.run();
    screen
}

const SOURCE: &str = "Plans:\n\n1. surveys, each year\n   - pulse\n   - in depth\n2. sessions\n\n\
                      ### Later\n\nA report.";

#[test]
fn boxes_stand_beside_each_other_where_there_is_room_and_never_change_sides() {
    for shown in Language::ALL {
        let mut screen = at_q8(shown, [1280.0, 800.0], 1.0);
        write(&mut screen, Language::English, SOURCE);
        write(
            &mut screen,
            Language::French,
            "Plans\u{a0}:\n\n1. sondages, chaque année",
        );
        screen.by_label(label(shown, Language::French)).focus();
        screen.run();
        let [english, french] = rects(&screen, shown);
        assert!(english.right() < french.left(), "{english:?} {french:?}");
        assert!((english.top() - french.top()).abs() < 1.0);
        assert!((english.width() - french.width()).abs() < 1.0);
        picture(&mut screen, &format!("sides-{}.png", shown.code()));
        // Another language of the window moves nothing and swaps nothing.
        screen.press(Key::F9);
        let other = shown.other();
        let again = rects(&screen, other);
        assert_eq!(
            again.map(|rect| (rect.left(), rect.right())),
            [english, french].map(|rect| (rect.left(), rect.right()))
        );
        let named = label(other, Language::French);
        assert_eq!(screen.focused().as_deref(), Some(named));
        let value = screen.by_label(named).value().unwrap();
        assert!(value.starts_with("Plans\u{a0}:"), "{value}");
        // The organization's first language stands first.
        screen.act(Action::Edit(Edit::LanguageOrder(Language::French)));
        let [english, french] = rects(&screen, other);
        assert!(french.right() < english.left(), "{english:?} {french:?}");
    }
}

#[test]
fn boxes_stand_below_each_other_where_there_is_no_room() {
    // A small window, and one of 1280 by 800 pixels in which all is twice as large.
    for (size, scale) in [
        ([1024.0, 700.0], 1.0),
        ([640.0, 400.0], 2.0),
        ([400.0, 700.0], 1.0),
    ] {
        let shown = Language::French;
        let mut screen = at_q8(shown, size, scale);
        write(&mut screen, Language::English, SOURCE);
        let [english, french] = rects(&screen, shown);
        assert!(english.bottom() < french.top(), "{english:?} {french:?}");
        assert!((english.left() - french.left()).abs() < 1.0);
        assert!(french.right() <= size[0]);
        picture(&mut screen, &format!("sides-stacked-{}.png", size[0]));
    }
}

#[test]
fn lists_are_laid_out_in_the_other_language_and_filled() {
    for shown in Language::ALL {
        let mut screen = at_q8(shown, [1280.0, 800.0], 1.0);
        write(&mut screen, Language::English, SOURCE);
        let before = screen.session().response().clone();
        let to = match shown {
            Language::English => "French",
            Language::French => "français",
        };
        let question = "Question 8";
        let offer = format!("{} – {question}", say::outline_copy(to).text(shown));
        screen.click(&offer);
        let box_name = label(shown, Language::French);
        assert_eq!(screen.focused().as_deref(), Some(box_name));
        assert_eq!(screen.selection("q8", Language::French), Some((0, 0)));
        let value = |screen: &Screen| screen.by_label(box_name).value().unwrap_or_default();
        assert_eq!(value(&screen), "\n\n\n\n\n\n");
        assert_eq!(screen.session().response(), &before);
        assert!(screen.harness.query_by_label(&offer).is_none());
        picture(&mut screen, &format!("structure-{}.png", shown.code()));

        // Undo takes it away, and only it; redo brings it back.
        screen.press_with(Modifiers::COMMAND, Key::Z);
        assert_eq!(value(&screen), "");
        assert_eq!(screen.text("q8", Language::English), before_text(&before));
        screen.press_with(Modifiers::COMMAND, Key::Y);
        assert_eq!(value(&screen), "\n\n\n\n\n\n");

        screen.by_label(box_name).focus();
        screen.run();
        for text in ["Plans", "sondages", "éclair"] {
            screen.harness.event(Event::Text(text.to_owned()));
            screen.run();
            screen.press(Key::ArrowDown);
        }
        assert_eq!(
            screen.text("q8", Language::French),
            "Plans\n\n1. sondages\n   - éclair"
        );
        // What is still empty is there when somebody comes back.
        screen.act(Action::GoTo(Target::Place(Place::Item("q9".into()))));
        screen.run();
        assert_eq!(value(&screen), "Plans\nsondages\néclair\n\n\n\n");
        screen.press(Key::F9);
        screen.press(Key::F9);
        assert_eq!(value(&screen), "Plans\nsondages\néclair\n\n\n\n");
    }
}

fn before_text(response: &probitas::response::QuestionnaireResponse) -> String {
    response.answer(&"q8".into()).unwrap().text.en.clone()
}

#[test]
fn lists_are_offered_only_behind_what_begins_like_them() {
    let mut screen = at_q8(Language::English, [1280.0, 800.0], 1.0);
    let offer = "Lay out the same lists in French – Question 8";
    let is_offered = |screen: &Screen| screen.harness.query_by_label(offer).is_some();
    assert!(!is_offered(&screen));
    write(&mut screen, Language::English, "One.\n\nTwo.");
    assert!(!is_offered(&screen));
    write(&mut screen, Language::English, SOURCE);
    assert!(is_offered(&screen));
    write(&mut screen, Language::French, "- autre chose");
    assert!(!is_offered(&screen));
    write(&mut screen, Language::French, "Plans\u{a0}:\n\n1. sondages");
    screen.click(offer);
    let value = screen
        .by_label(label(Language::English, Language::French))
        .value();
    assert_eq!(value.as_deref(), Some("Plans\u{a0}:\nsondages\n\n\n\n\n"));
    assert_eq!(screen.selection("q8", Language::French), Some((17, 17)));
    assert_eq!(
        screen.text("q8", Language::French),
        "Plans\u{a0}:\n\n1. sondages"
    );
    let english = Edit::AnswerLanguages(AnswerLanguages::English);
    screen.act(Action::Edit(english));
    assert!(!is_offered(&screen));
}

/// The borders of boxes and buttons that are drawn, from top to bottom.
fn borders(screen: &Screen) -> Vec<Rect> {
    let stroke = screen
        .harness
        .ctx
        .global_style()
        .visuals
        .widgets
        .inactive
        .bg_stroke;
    let mut borders = Vec::new();
    for clipped in &screen.harness.output().shapes {
        if let Shape::Rect(shape) = &clipped.shape
            && shape.stroke == stroke
        {
            borders.push(shape.rect);
        }
    }
    borders
}

#[test]
fn no_border_stands_over_another_one() {
    for shown in Language::ALL {
        for size in [[1280.0, 900.0], [760.0, 900.0]] {
            let mut screen = at_q8(shown, size, 1.0);
            screen.act(Action::Edit(Edit::AnswerLanguages(AnswerLanguages::Both)));
            write(&mut screen, Language::English, SOURCE);
            screen.run();
            let borders = borders(&screen);
            let high = borders.iter().filter(|rect| rect.height() > 80.0);
            assert!(high.count() >= 2, "{borders:?}");
            for (index, one) in borders.iter().enumerate() {
                for other in &borders[index + 1..] {
                    let both = one.intersect(*other);
                    let parts = both.width() <= 1.0 || both.height() <= 1.0;
                    assert!(parts, "{one:?} {other:?} ({shown:?}, {size:?})");
                }
            }
        }
    }
}
