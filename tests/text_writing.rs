//! A text as somebody writes it: from documents and back, and what keys do.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "tests"
)]

use probitas::i18n::Language;
use probitas::response::QuestionnaireResponse;
use probitas::text::document::is_blank_char;
use probitas::text::pasting::MAX_CHARACTERS;
use probitas::text::writing::{Kind, Mark, Shift, Style};
use probitas::text::{Block, Document, List, Writing, normalize};
use proptest::prelude::*;

// ---- Documents ----

const LINES: &[&str] = &[
    "a plan",
    "- ",
    "-",
    "1. ",
    "2024. The plan",
    "### Part",
    "*",
    "",
    " ",
    "é\u{202F}%",
    "« oui »",
    "x\\y",
    "…",
];

fn any_document() -> impl Strategy<Value = Document> {
    let line = prop::sample::select(LINES).prop_map(str::to_owned);
    let leaf = prop_oneof![
        1 => line.clone().prop_map(Block::Heading),
        4 => prop::collection::vec(line, 0..4).prop_map(Block::Paragraph),
    ];
    let block = leaf.prop_recursive(10, 60, 4, |block| {
        let item = prop::collection::vec(block, 0..4);
        let start = prop_oneof![Just(1), 0u32..5, 997u32..1002];
        let items = prop::collection::vec(item, 0..4);
        (any::<bool>(), start, items).prop_map(|(ordered, start, items)| {
            Block::List(List {
                ordered,
                start,
                items,
            })
        })
    });
    prop::collection::vec(block, 0..6).prop_map(|blocks| Document { blocks })
}

// ---- What somebody may do ----

#[derive(Clone, Debug)]
enum Deed {
    Type(usize, String),
    Paste(usize, String),
    Enter(usize),
    Break(usize),
    Backspace(usize),
    Delete(usize, usize),
    Toggle(usize, usize, Style),
    Shift(usize, usize, Shift),
}

fn deed() -> impl Strategy<Value = Deed> {
    let at = 0..60usize;
    let typed = prop::sample::select(&["a", " ", "-", "- ", "1. ", "7. ", "### ", "word"][..]);
    let pasted = prop::sample::select(
        &[
            "one",
            "one\ntwo",
            "- a\n  - b\n- c",
            "\n3. x\n4. y\n",
            "p\n\nq",
            "### h\ntext",
        ][..],
    );
    let style = prop::sample::select(&[Style::Bullets, Style::Numbers, Style::Heading][..]);
    let shift = prop::sample::select(&[Shift::In, Shift::Out][..]);
    prop_oneof![
        3 => (at.clone(), typed).prop_map(|(at, text)| Deed::Type(at, text.to_owned())),
        1 => (at.clone(), pasted).prop_map(|(at, text)| Deed::Paste(at, text.to_owned())),
        3 => at.clone().prop_map(Deed::Enter),
        1 => at.clone().prop_map(Deed::Break),
        2 => at.clone().prop_map(Deed::Backspace),
        1 => (at.clone(), 0..20usize).prop_map(|(at, count)| Deed::Delete(at, count)),
        2 => (at.clone(), 0..30usize, style).prop_map(|(at, count, style)| Deed::Toggle(at, count, style)),
        2 => (at, 0..30usize, shift).prop_map(|(at, count, shift)| Deed::Shift(at, count, shift)),
    ]
}

fn visible(text: &str) -> String {
    text.chars().filter(|c| !is_blank_char(*c)).collect()
}

/// Does it, and says whether a character that is seen may have come or gone.
fn act(writing: &mut Writing, deed: &Deed) -> bool {
    let length = writing.text().chars().count();
    let clamp = |at: usize| at.min(length);
    match deed {
        Deed::Type(at, text) => {
            writing.type_in(clamp(*at), text);
            true
        }
        Deed::Paste(at, text) => {
            writing.paste(clamp(*at), text);
            true
        }
        Deed::Enter(at) => {
            writing.enter(clamp(*at));
            false
        }
        Deed::Break(at) => {
            writing.break_line(clamp(*at));
            false
        }
        Deed::Backspace(at) => {
            writing.backspace(clamp(*at));
            true
        }
        Deed::Delete(at, count) => {
            writing.delete(clamp(*at)..clamp(at + count));
            true
        }
        Deed::Toggle(at, count, style) => {
            writing.toggle(&(clamp(*at)..clamp(at + count)), *style);
            false
        }
        Deed::Shift(at, count, shift) => {
            writing.shift(&(clamp(*at)..clamp(at + count)), *shift);
            false
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, ..ProptestConfig::default() })]

    #[test]
    fn every_document_comes_back(document in any_document()) {
        let writing = Writing::of(&document);
        prop_assert_eq!(writing.text().split('\n').count(), writing.kinds().len());
        prop_assert_eq!(writing.to_document(), document.normalized());
    }

    #[test]
    fn whatever_is_done_is_kept_and_read_back(
        document in any_document(),
        deeds in prop::collection::vec(deed(), 0..12),
    ) {
        let mut writing = Writing::of(&document);
        for deed in &deeds {
            let before = visible(writing.text());
            let may_change = act(&mut writing, deed);
            let seen = visible(writing.text());
            prop_assert!(may_change || seen == before, "{:?}: {:?} {:?}", deed, before, seen);
            prop_assert_eq!(writing.text().split('\n').count(), writing.kinds().len(), "{:?}", deed);
            let kept = writing.to_document();
            let lines: Vec<&str> = kept.lines().collect();
            // Nothing that is seen is left out, and no mark is added as text.
            prop_assert_eq!(visible(&lines.concat()), seen, "{:?}", deed);
            let stored = writing.to_stored();
            prop_assert_eq!(&normalize(&stored), &stored);
            let read = Writing::from_stored(&stored);
            prop_assert_eq!(read.to_document(), kept, "{}", stored);
        }
    }

    #[test]
    fn what_goes_in_by_a_level_comes_out_again(
        document in any_document(),
        from in 0..60usize,
        count in 0..40usize,
    ) {
        let before = Writing::of(&document);
        let length = before.text().chars().count();
        let range = from.min(length)..(from + count).min(length);
        let mut writing = before.clone();
        writing.shift(&range, Shift::In);
        let starts_line = before.text().chars().nth(range.end.wrapping_sub(1)) == Some('\n');
        let end = if range.is_empty() || !starts_line { range.end } else { range.end - 1 };
        let mut lines = writing.line_at(range.start)..=writing.line_at(end);
        let depths = Writing::depths(before.kinds());
        let deeper = Writing::depths(writing.kinds());
        // Nothing was too deep already, and every line had one above it to go to.
        let all_moved = lines.all(|line| depths[line] == 0 || deeper[line] == depths[line] + 1);
        if all_moved {
            writing.shift(&range, Shift::Out);
            prop_assert_eq!(without_starts(&writing), without_starts(&before));
        }
    }

    #[test]
    fn numbers_on_the_screen_are_those_that_are_kept(document in any_document()) {
        let writing = Writing::of(&document);
        let numbers = Writing::marks(writing.kinds()).into_iter().flatten();
        let shown: Vec<u32> = numbers
            .filter_map(|mark| match mark {
                Mark::Number { number, .. } => Some(number),
                Mark::Bullet { .. } => None,
            })
            .collect();
        let mut kept = Vec::new();
        collect_numbers(&document.normalized().blocks, &mut kept);
        prop_assert_eq!(shown, kept);
    }
}

/// The kinds of the lines; where a list starts with a number of its own does not count.
fn without_starts(writing: &Writing) -> Vec<Kind> {
    let kinds = writing.kinds().iter().map(|kind| match *kind {
        Kind::Number { level, .. } => Kind::Number { level, start: None },
        other => other,
    });
    kinds.collect()
}

fn collect_numbers(blocks: &[Block], numbers: &mut Vec<u32>) {
    for block in blocks {
        if let Block::List(list) = block {
            for (number, item) in (list.start..).zip(&list.items) {
                if list.ordered {
                    numbers.push(number);
                }
                collect_numbers(item, numbers);
            }
        }
    }
}

#[test]
fn texts_as_they_were_published_come_back() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/examples");
    let mut count = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        let json = std::fs::read_to_string(file.unwrap().path()).unwrap();
        let value = serde_json::from_str(&json).unwrap();
        let response = QuestionnaireResponse::from_draft_json(&value)
            .unwrap()
            .response;
        for answer in response.answers().map(|(_, answer)| answer) {
            for language in Language::ALL {
                let stored = answer.text.get(language);
                assert_eq!(Writing::from_stored(stored).to_stored(), stored);
                count += usize::from(!stored.is_empty());
            }
        }
    }
    assert!(count > 40, "{count}");
}

// ---- Keys ----

/// Presses keys one after the other: `⏎` Enter, `↵` Shift+Enter, `⇥` Tab,
/// `⇤` Shift+Tab, `⌫` Backspace, and all others as they are.
fn press(keys: &str) -> (Writing, usize) {
    let mut writing = Writing::default();
    let mut caret = 0;
    for key in keys.chars() {
        match key {
            '⏎' => caret = writing.enter(caret),
            '↵' => caret = writing.break_line(caret),
            '⇥' => assert!(writing.shift(&(caret..caret), Shift::In)),
            '⇤' => assert!(writing.shift(&(caret..caret), Shift::Out)),
            '⌫' => caret = writing.backspace(caret),
            other => caret = writing.type_in(caret, &other.to_string()).caret,
        }
    }
    (writing, caret)
}

#[test]
fn keys_write_nested_lists() {
    for (keys, stored) in [
        ("- a⏎b⏎⏎c", "- a\n- b\n\nc"),
        ("1. a⏎⇥b⏎c⏎⏎d⏎⏎e", "1. a\n   1. b\n   2. c\n2. d\n\ne"),
        ("* a⏎⇥b⏎⇥c⏎⏎⏎d", "- a\n  - b\n    - c\n- d"),
        ("- a⏎⇥b⏎⇥c⏎⇥d", "- a\n  - b\n    - c\n    - d"),
        ("1. a⏎⇥b⇤", "1. a\n2. b"),
        ("- a⇤", "a"),
        ("- a⏎⌫b⏎c⏎⏎d", "- a\n\n  b\n\n  c\n\n- d"),
        ("- a⏎⌫⌫b", "- a\n\nb"),
        ("- a⏎⌫⌫⌫b", "- ab"),
        ("a↵b⏎c", "a\nb\n\nc"),
        ("- a↵b⏎c", "- a\n  b\n- c"),
        ("### Part⏎a", "### Part\n\na"),
        ("5. a⏎b", "5. a\n6. b"),
    ] {
        assert_eq!(press(keys).0.to_stored(), stored, "{keys}");
    }
}

#[test]
fn what_is_no_mark_stays_text() {
    for (keys, stored) in [
        ("2024. The plan", r"2024\. The plan"),
        ("a - b", "a - b"),
        ("a↵- b", "a\n\\- b"),
        ("-a", "-a"),
        ("0. a", r"0\. a"),
        ("*a* [b] <c>", r"\*a\* \[b] \<c>"),
    ] {
        assert_eq!(press(keys).0.to_stored(), stored, "{keys}");
    }
}

#[test]
fn mark_that_was_not_meant_is_taken_back_as_it_was_typed() {
    for literal in ["- ", "* ", "1. ", "7) ", "### "] {
        let mut writing = Writing::from_stored("b");
        let typed = writing.type_in(0, literal);
        assert_eq!(typed.became_mark.as_deref(), Some(literal));
        assert_ne!(writing.kind(0), Kind::PLAIN);
        let caret = writing.take_back(typed.caret, literal);
        assert_eq!(writing.text(), format!("{literal}b"));
        assert_eq!((writing.kind(0), caret), (Kind::PLAIN, literal.len()));
    }
}

#[test]
fn numbers_count_themselves() {
    let mut writing = Writing::from_stored("5. a\n6. b\n7. c");
    writing.delete(0..2);
    assert_eq!(writing.to_stored(), "5. b\n6. c");
    writing.toggle(&(0..0), Style::Numbers);
    assert_eq!(writing.to_stored(), "b\n\n5. c");
    let mut writing = Writing::from_stored("1. a\n2. b\n3. c");
    writing.shift(&(2..2), Shift::In);
    assert_eq!(writing.to_stored(), "1. a\n   1. b\n2. c");
}

#[test]
fn several_lines_are_changed_together() {
    let mut writing = Writing::from_stored("a\n\nb\n\nc");
    writing.toggle(&(0..5), Style::Bullets);
    assert_eq!(writing.to_stored(), "- a\n- b\n- c");
    writing.shift(&(2..5), Shift::In);
    assert_eq!(writing.to_stored(), "- a\n  - b\n  - c");
    writing.toggle(&(2..5), Style::Numbers);
    assert_eq!(writing.to_stored(), "- a\n  1. b\n  2. c");
    writing.toggle(&(0..5), Style::Heading);
    writing.toggle(&(0..5), Style::Heading);
    assert_eq!(writing.text(), "a\nb\nc");
}

#[test]
fn deleting_leaves_what_is_not_deleted_as_it_was() {
    let mut writing = Writing::from_stored("### h\n\n- a\n- b\n\nc");
    writing.delete(0..2);
    assert_eq!(writing.to_stored(), "- a\n- b\n\nc");
    writing.delete(1..2);
    assert_eq!(writing.to_stored(), "- ab\n\nc");
    writing.delete(0..4);
    assert_eq!(writing, Writing::default());
}

#[test]
fn items_that_are_moved_together_stay_nested_as_they_were() {
    let nested = "- x\n  - a\n    - b";
    for (stored, range, shift, after) in [
        (nested, 2..5, Shift::Out, "- x\n- a\n  - b"),
        (nested, 0..5, Shift::Out, "x\n\n- a\n  - b"),
        ("- x\n  - a\n\n    p", 2..5, Shift::Out, "- x\n- a\n\n  p"),
        (
            "- x\n- a\n\n  p\n  - b",
            2..7,
            Shift::In,
            "- x\n  - a\n\n    p\n    - b",
        ),
        ("5. a\n   - b\n6. c", 0..3, Shift::Out, "a\n\n- b\n\n5. c"),
    ] {
        let mut writing = Writing::from_stored(stored);
        assert!(writing.shift(&range, shift));
        assert_eq!(writing, Writing::from_stored(after), "{stored:?} {range:?}");
    }
}

#[test]
fn item_keeps_its_number_where_the_start_of_another_list_is_joined_to_it() {
    for (stored, range, shown) in [
        ("1. x\n2. a\n\n5) b\n6) c", 3..4, "1. x\n2. ab\n\n5. c"),
        (
            "1. x\n2. ay\n\np\n\n7. zb\n8. c",
            3..8,
            "1. x\n2. ab\n\n7. c",
        ),
        // Where all of the first item goes, the next one has its number.
        ("5. a\n6. b\n7. c", 0..2, "5. b\n6. c"),
        ("5. a\n\n- p\n\n9. b", 0..4, "9. b"),
    ] {
        let mut writing = Writing::from_stored(stored);
        writing.delete(range);
        assert_eq!(writing.to_document().plain(), shown, "{stored:?}");
    }
}

#[test]
fn items_go_on_with_the_list_into_which_they_are_cut_copied_or_drawn() {
    let list = || Writing::from_stored("5. a\n6. b\n7. c");
    let mut writing = list();
    let part = writing.part(&(0..4));
    writing.delete(0..4);
    assert_eq!(writing.to_stored(), "5. c");
    let mut back = writing.clone();
    assert_eq!(back.insert_pasted(0, &part), 4);
    assert_eq!(back, list());
    writing.insert_pasted(1, &part);
    assert_eq!(
        (writing.text(), writing.to_stored().as_str()),
        ("c\na\nb", "5. c\n6. a\n7. b")
    );
    let mut writing = list();
    assert_eq!(writing.move_part(&(0..2), 5), 4..5);
    assert_eq!(
        (writing.text(), writing.to_stored().as_str()),
        ("b\nc\na", "5. b\n6. c\n7. a")
    );
    let mut writing = list();
    assert_eq!(writing.move_part(&(4..5), 0), 0..1);
    let mut writing = list();
    assert_eq!(writing.move_part(&(2..4), 0), 0..2);
    assert_eq!(writing.to_stored(), "5. b\n6. a\n7. c");
    // Where there is no list, the number stays.
    let mut writing = Writing::from_stored("p");
    writing.insert_pasted(1, &part);
    assert_eq!(writing.to_stored(), "p\n\n5. a\n6. b");
}

#[test]
fn pasted_number_that_an_item_has_anyway_is_none_of_its_own() {
    let mut writing = Writing::from_stored("1. a\n2. b");
    writing.paste(3, "3. x\n4. y");
    assert_eq!(writing, Writing::from_stored("1. a\n2. b\n3. x\n4. y"));
    let mut writing = Writing::from_stored("1. a\n2. b");
    writing.paste(3, "7. x\n8. y");
    assert_eq!(writing.to_document().plain(), "1. a\n2. b\n\n7. x\n8. y");
}

#[test]
fn every_item_that_is_copied_has_its_number() {
    let writing = Writing::from_stored("1. a\n2. bb\n3. c\n4. d");
    assert_eq!(writing.copied(&(3..8)), "b\n\n3. c\n4. d");
    let writing = Writing::from_stored("1. a\n   1. b\n   2. cc\n   3. d\n2. e\n3. f");
    assert_eq!(writing.copied(&(5..12)), "c\n\n3. d\n\n2. e\n3. f");
}

#[test]
fn blank_lines_alone_are_a_few_and_what_is_too_much_is_left_out() {
    let mut writing = Writing::from_stored("ab");
    let caret = writing.write_lines(1, &"\r\n".repeat(100_000));
    assert_eq!((writing.text(), caret), ("a\n\n\nb", 4));
    let mut writing = Writing::default();
    writing.write_lines(0, &format!("a\n{}", "b".repeat(MAX_CHARACTERS)));
    assert_eq!(writing.text().chars().count(), MAX_CHARACTERS);
}

#[test]
fn several_lines_are_copied_with_their_marks() {
    let writing = Writing::from_stored("a\n\n3. b\n4. c\n   - d");
    let all = writing.text().chars().count();
    assert_eq!(writing.copied(&(0..all)), "a\n\n3. b\n4. c\n   • d");
    assert_eq!(writing.copied(&(4..all)), "4. c\n   • d");
    assert_eq!(writing.copied(&(2..3)), "b");
    let mut again = Writing::default();
    again.paste(0, &writing.copied(&(0..all)));
    assert_eq!(again.to_stored(), writing.to_stored());
}
