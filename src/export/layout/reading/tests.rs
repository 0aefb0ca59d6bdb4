use super::*;
use crate::report::document::{
    AnswerOption, Block, Code, Document, List, Numbering, Options, Part, Running, Selection, Style,
    Text,
};

fn text(content: &str) -> Text {
    Text::new(Language::English, content)
}

fn body(content: &str) -> Block {
    Block::Paragraph {
        style: Style::Body,
        text: text(content),
        keep_with_next: false,
    }
}

fn read(blocks: Vec<Block>) -> (Layout, Reading) {
    let running = Running {
        banner: Some("DRAFT".to_owned()),
        ..Running::default()
    };
    let part = Part {
        language: Language::English,
        title: String::new(),
        running,
        blocks,
    };
    let layout = Layout::of(&Document {
        title: String::new(),
        parts: vec![part],
    });
    let reading = Reading::of(&layout);
    (layout, reading)
}

fn all(reading: &Reading) -> String {
    let (from, to) = reading.whole().unwrap();
    reading.copied(from, to)
}

#[test]
fn paragraph_over_two_pages_is_one_line_and_loses_no_character() {
    let words = format!(
        "{}Supercalifragilistic{}😀 and the end",
        "Ein Wort, “un mot”, a word – ".repeat(200),
        "x".repeat(300)
    );
    let (layout, reading) = read(vec![body(&words), body("first\nsecond")]);
    assert!(layout.pages.len() > 1);
    assert_eq!(all(&reading), format!("{words}\nfirst\nsecond"));
    assert_eq!(reading.passages()[0].first_page(), 0);
    assert_eq!(reading.passages()[0].last_page(), 1);
}

#[test]
fn bullets_numbers_and_marks_stand_before_what_they_belong_to() {
    let option = |label: &str, selected| AnswerOption {
        state: if selected { "Selected" } else { "Not selected" }.to_owned(),
        label: text(label),
        selected,
        options: Vec::new(),
    };
    let list = |numbering, items: Vec<Block>| {
        Block::List(List {
            numbering,
            items: items.into_iter().map(|item| vec![item]).collect(),
        })
    };
    let (_, reading) = read(vec![
        list(
            Numbering::Numbers { first: 3 },
            vec![body("three"), body("four")],
        ),
        list(Numbering::Bullets, vec![body("dot")]),
        Block::Options(Options {
            selection: Selection::One,
            options: vec![option("Yes", true), option("No", false)],
        }),
        Block::Code(Code {
            content: "https://example.org".to_owned(),
            alternative: text("An address"),
        }),
        body("end"),
    ]);
    assert_eq!(
        all(&reading),
        "3. three\n4. four\n• dot\n[x] Yes\n[ ] No\nend"
    );
    let said: Vec<&str> = reading
        .passages()
        .iter()
        .map(|passage| passage.text.as_str())
        .collect();
    assert!(said.contains(&"Not selected"));
    assert!(said.contains(&"An address"));
    assert!(!said.contains(&"DRAFT"));
}

#[test]
fn word_under_the_pointer_is_found_and_shown_where_it_stands() {
    let (_, reading) = read(vec![body("one two’s three"), body("below")]);
    let whole = reading.passages()[0].bounds().unwrap();
    let middle = f32::midpoint(whole.top, whole.bottom);
    let near = |share: f32| {
        let x = whole.left + (whole.right - whole.left) * share;
        assert!(reading.covers(0, x, middle));
        let (from, to) = reading.word(reading.at(0, x, middle).unwrap());
        (reading.copied(from, to), reading.highlights(from, to, 0))
    };
    let (word, shown) = near(0.45);
    assert_eq!(word, "two’s");
    let [shown] = shown.as_slice() else {
        panic!("{shown:?}")
    };
    assert!(whole.left + 5.0 < shown.left && shown.right < whole.right - 5.0);
    assert_eq!(near(0.05).0, "one");
    assert_eq!(near(0.95).0, "three");
    // Beside a line it is the line, and outside of the text what is next.
    let beyond = reading.at(0, 600.0, middle).unwrap();
    let (start, end) = reading.passage(beyond);
    assert_eq!(
        (beyond, reading.copied(start, end).as_str()),
        (end, "one two’s three")
    );
    let last = reading.at(0, 0.0, 780.0).unwrap();
    assert_eq!(reading.copied(last, reading.passage(last).1), "below");
    assert_eq!(reading.at(1, 100.0, 100.0), None);
    assert!(!reading.covers(0, 600.0, middle));
}

#[test]
fn character_without_a_face_is_selected_as_a_whole() {
    let (_, reading) = read(vec![body("a 😀 b")]);
    let bounds = reading.passages()[0].bounds().unwrap();
    let y = f32::midpoint(bounds.top, bounds.bottom);
    let (first, last) = reading.whole().unwrap();
    let mut x = bounds.left;
    while x < bounds.right {
        let at = reading.at(0, x, y).unwrap();
        let joined = [reading.copied(first, at), reading.copied(at, last)];
        assert_eq!(joined.concat(), "a 😀 b");
        x += 0.5;
    }
}

#[test]
fn selection_over_pages_is_shown_on_each_of_them() {
    let (_, reading) = read(vec![body(&"many words ".repeat(900)), body("end")]);
    let (first, last) = reading.whole().unwrap();
    for page in [0, 1] {
        assert!(reading.highlights(first, last, page).len() > 20);
    }
    let word = reading.word(first);
    assert!(reading.highlights(word.0, word.1, 1).is_empty());
}
