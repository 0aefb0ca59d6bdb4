//! The line grammar of texts, held against CommonMark and against itself.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "tests"
)]

use probitas::text::document::is_blank_char;
use probitas::text::{Block, Document, List, allowed_char, clean, clean_literal, normalize, typed};
use proptest::prelude::*;
use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};

// ---- What a Markdown program reads ----

/// The blocks that a CommonMark parser without extensions finds. Anything that
/// a text of ours never holds (emphasis, links, code, HTML …) fails the test.
fn commonmark(stored: &str) -> Result<Document, String> {
    let mut reader = Reader {
        stack: vec![Vec::new()],
        lists: Vec::new(),
        lines: None,
    };
    for event in Parser::new(stored) {
        reader.event(event)?;
    }
    Ok(Document {
        blocks: reader.stack.pop().unwrap(),
    })
}

struct Reader {
    /// Blocks of the document and of each open item.
    stack: Vec<Vec<Block>>,
    lists: Vec<List>,
    /// Lines of the open paragraph; tight items open one without saying so.
    lines: Option<Vec<String>>,
}

impl Reader {
    fn event(&mut self, event: Event<'_>) -> Result<(), String> {
        match event {
            Event::Text(text) => {
                let lines = self.lines.get_or_insert_with(|| vec![String::new()]);
                lines.last_mut().unwrap().push_str(&text);
            }
            Event::SoftBreak => self.lines.as_mut().unwrap().push(String::new()),
            Event::Start(Tag::Paragraph) => {}
            Event::End(TagEnd::Paragraph)
            | Event::Start(Tag::Heading {
                level: HeadingLevel::H3,
                ..
            }) => self.end_paragraph(),
            Event::End(TagEnd::Heading(HeadingLevel::H3)) => {
                let lines = self.lines.take().unwrap_or_default();
                self.push(Block::Heading(lines.join("\n")));
            }
            Event::Start(Tag::List(start)) => {
                self.end_paragraph();
                let number = u32::try_from(start.unwrap_or(1)).unwrap();
                self.lists.push(List {
                    ordered: start.is_some(),
                    start: number,
                    items: Vec::new(),
                });
            }
            Event::End(TagEnd::List(_)) => {
                let list = self.lists.pop().unwrap();
                self.push(Block::List(list));
            }
            Event::Start(Tag::Item) => self.stack.push(Vec::new()),
            Event::End(TagEnd::Item) => {
                self.end_paragraph();
                let item = self.stack.pop().unwrap();
                self.lists.last_mut().unwrap().items.push(item);
            }
            other => return Err(format!("{other:?}")),
        }
        Ok(())
    }

    fn end_paragraph(&mut self) {
        if let Some(lines) = self.lines.take() {
            self.push(Block::Paragraph(lines));
        }
    }

    fn push(&mut self, block: Block) {
        self.stack.last_mut().unwrap().push(block);
    }
}

// ---- Nasty texts ----

/// Pieces that mean something to Markdown or to word processors.
const PIECES: &[&str] = &[
    "-",
    "- ",
    "+",
    "+ ",
    "*",
    "* ",
    "**",
    "_",
    "__",
    "***",
    "---",
    "===",
    "=",
    "#",
    "# ",
    "### ",
    "###",
    "####### ",
    ">",
    "> ",
    "1.",
    "1. ",
    "1) ",
    "2. ",
    "2) ",
    "3.",
    "9. ",
    "10. ",
    "2024. ",
    "2024.",
    "0. ",
    "007. ",
    "999. ",
    "1000. ",
    "123456789. ",
    "1234567890. ",
    "```",
    "`",
    "~~~",
    "~~",
    "~",
    "<",
    "<b>",
    "</p>",
    "<!--",
    "-->",
    "<?",
    "<https://a.ca>",
    "&amp;",
    "&",
    "&#35;",
    "&nbsp;",
    ";",
    "[",
    "]",
    "[a]",
    "[a]: /u",
    "[a](b)",
    "![a](b)",
    "!",
    "(",
    ")",
    "\\",
    "\\\\",
    "\\-",
    "\\*",
    "\\1",
    "|",
    "|---|",
    "a | b",
    ":-",
    ":",
    " ",
    "  ",
    "    ",
    "\t",
    "\u{A0}",
    "\u{202F}",
    "\u{2011}",
    "«\u{A0}",
    "\u{A0}»",
    "’",
    "“",
    "”",
    "–",
    "—",
    "•",
    "é",
    "œ",
    "e\u{301}",
    "\u{301}",
    "\u{338}",
    "🙂",
    "👩\u{200D}💻",
    "\u{FE0F}",
    "ᓄᓇ",
    "V&E",
    "snake_case",
    "C:\\Users",
    "a*b*c",
    "x",
    "The plan",
    "e.g.",
    "$5",
    "%",
    "\"",
    "'",
    "{",
    "}",
    "^",
    "@",
    "/",
    "\u{3000}",
    "\u{85}",
    "\u{2028}",
    "www.a.ca",
    "http://a.ca/b_c_d",
    "\u{AD}",
    "\u{F0B7}",
    "\u{F0B7}\t",
    "• ",
    "o\t",
    "\u{200B}",
    "\u{FEFF}",
    "\u{202E}",
    "\u{FFFF}",
    "\0",
    "\u{B}",
];

fn nasty_line() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => prop::collection::vec(prop::sample::select(PIECES), 0..7).prop_map(|pieces| pieces.concat()),
        1 => "\\PC{0,12}",
        1 => "[ -~]{0,12}",
    ]
}

fn nasty_text() -> impl Strategy<Value = String> {
    let end = prop::sample::select(
        &[
            "\n", "\n", "\n", "\n\n", "\r\n", "\r", "\n    ", "\n  ", "\n\t",
        ][..],
    );
    prop::collection::vec((nasty_line(), end), 0..14)
        .prop_map(|lines| lines.into_iter().map(|(line, end)| line + end).collect())
}

/// A line as it may stand in a document: cleaned, but otherwise anything.
fn literal() -> impl Strategy<Value = String> {
    nasty_line().prop_map(|line| clean_literal(&line).text)
}

fn any_document() -> impl Strategy<Value = Document> {
    let leaf = prop_oneof![
        1 => literal().prop_map(Block::Heading),
        4 => prop::collection::vec(literal(), 0..4).prop_map(Block::Paragraph),
    ];
    let block = leaf.prop_recursive(10, 60, 4, |block| {
        let item = prop::collection::vec(block, 0..4);
        (
            any::<bool>(),
            prop_oneof![Just(1), 0u32..12, 997u32..1002, any::<u32>()],
            prop::collection::vec(item, 0..4),
        )
            .prop_map(|(ordered, start, items)| {
                Block::List(List {
                    ordered,
                    start,
                    items,
                })
            })
    });
    prop::collection::vec(block, 0..6).prop_map(|blocks| Document { blocks })
}

/// What of a text can be seen, sorted.
fn visible(text: &str) -> Vec<char> {
    let mut seen: Vec<char> = text.chars().filter(|&c| !is_blank_char(c)).collect();
    seen.sort_unstable();
    seen
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, ..ProptestConfig::default() })]

    #[test]
    fn stored_documents_come_back(document in any_document()) {
        let normal = document.normalized();
        prop_assert_eq!(&normal.normalized(), &normal);
        let stored = document.to_stored();
        prop_assert_eq!(&Document::parse(&stored), &normal, "{}", stored);
        prop_assert_eq!(normal.to_stored(), stored);
    }

    #[test]
    fn commonmark_reads_stored_documents_as_we_do(document in any_document()) {
        let stored = document.to_stored();
        prop_assert_eq!(commonmark(&stored), Ok(document.normalized()), "{}", stored);
    }

    #[test]
    fn commonmark_reads_normalized_texts_as_we_do(text in nasty_text()) {
        let stored = normalize(&clean(&text).text);
        prop_assert_eq!(commonmark(&stored), Ok(Document::parse(&stored)), "{}", stored);
    }

    #[test]
    fn normal_form_is_stable(text in nasty_text()) {
        let text = clean(&text).text;
        let stored = normalize(&text);
        prop_assert_eq!(normalize(&stored), stored.clone());
        prop_assert_eq!(Document::parse(&text), Document::parse(&stored));
        prop_assert_eq!(clean(&stored).text, stored, "stored text is clean");
    }

    #[test]
    fn typed_text_is_stored_as_it_is(text in nasty_text()) {
        let cleaned = clean_literal(&text);
        let kept = cleaned.text.chars().all(|c| allowed_char(c) && c != '\u{AD}');
        prop_assert!(kept);
        prop_assert!(clean_literal(&cleaned.text).changes.is_empty());
        prop_assert_eq!(cleaned.changes.is_empty(), cleaned.text == text);
        let stored = normalize(&cleaned.text);
        prop_assert_eq!(normalize(&stored), stored.clone());
        prop_assert_eq!(&clean_literal(&stored).text, &stored, "stored text is clean");
        prop_assert_eq!(commonmark(&stored), Ok(Document::parse(&stored)), "{}", stored);
    }

    #[test]
    fn nothing_that_was_typed_is_lost(text in nasty_text()) {
        let text = clean(&text).text;
        // Bullets, numbers and the marks of headings are typed and stored alike,
        // but for the parenthesis that tells neighbouring lists apart.
        let seen = |stored: &str| visible(&stored.replace('\\', "").replace(')', "."));
        let stored = typed(&text);
        prop_assert_eq!(seen(&stored), seen(&text), "{}", stored);
        let again = Document::parse(&stored);
        prop_assert_eq!(visible(&again.plain()).iter().filter(|&&c| c == '\\').count(), text.matches('\\').count());
        let stored = normalize(&text);
        prop_assert_eq!(seen(&stored), seen(&text), "{}", stored);
    }

    #[test]
    fn cleaned_text_is_allowed_and_stays(text in nasty_text()) {
        let cleaned = clean(&text);
        let kept = cleaned.text.chars().all(|c| allowed_char(c) && c != '\u{AD}');
        prop_assert!(kept);
        let again = clean(&cleaned.text);
        prop_assert_eq!(&again.text, &cleaned.text);
        prop_assert!(again.changes.is_empty());
        prop_assert_eq!(cleaned.changes.is_empty(), cleaned.text == text);
    }

    #[test]
    fn every_string_can_be_read(text in any::<String>()) {
        let document = Document::parse(&text);
        prop_assert_eq!(document.normalized(), document.clone());
        prop_assert_eq!(Document::parse(&document.to_stored()), document);
    }
}

// ---- Texts as they were published ----

/// From the answer of Elections Canada to Question 6 (seed 000).
const NUMBERED_OVER_BULLETED: &str = "Such activities have included:

  1. Dedicated discussions with senior management:\u{A0}
    • The senior designated officer for conflict of interest has a discussion twice a year.
    • Discussions on V&E have been held with the Senior Management Forum and the Audit Committee.
  2. Focused engagement discussions for specific functional areas:\u{A0}
    • Conflict-of-interest information sessions are being held with some functional areas.
";

#[test]
fn published_list_in_list_keeps_its_nesting() {
    let cleaned = clean(NUMBERED_OVER_BULLETED);
    let stored = typed(&cleaned.text);
    assert_eq!(
        stored,
        "Such activities have included:\n\n\
         1. Dedicated discussions with senior management:\u{A0}\n   \
         - The senior designated officer for conflict of interest has a discussion twice a year.\n   \
         - Discussions on V&E have been held with the Senior Management Forum and the Audit Committee.\n\
         2. Focused engagement discussions for specific functional areas:\u{A0}\n   \
         - Conflict-of-interest information sessions are being held with some functional areas."
    );
    assert_eq!(commonmark(&stored), Ok(Document::parse(&stored)));
}

/// From the answer of Immigration, Refugees and Citizenship Canada to
/// Question 4 (seed 004), whose extraction has no blank lines.
const FLATTENED: &str = "Key highlights of the 2023 Code updates for added context include:
- Conflict of Interest: Five specific activities and situations were identified as high-risk.
- Inclusive Language: The Code was updated to incorporate inclusive language throughout.
No updates made yet in 2024.";

#[test]
fn text_at_the_margin_ends_a_flattened_list() {
    let document = Document::parse(FLATTENED);
    let kinds: Vec<usize> = document
        .blocks
        .iter()
        .map(|block| match block {
            Block::List(list) => list.items.len(),
            _ => 0,
        })
        .collect();
    assert_eq!(kinds, [0, 2, 0]);
}

// ---- Decisions of the grammar ----

#[test]
fn years_and_long_numbers_start_no_list() {
    for (plain, stored) in [
        ("2024. The plan", r"2024\. The plan"),
        ("1) first", r"1\) first"),
        ("007. Bond", r"007\. Bond"),
        (
            "In section\n12. of the code",
            "In section\n12\\. of the code",
        ),
        ("-", r"\-"),
        ("1.", r"1\."),
        ("* note", r"\* note"),
        ("---", r"\---"),
        ("## Part", r"\## Part"),
    ] {
        assert_eq!(typed(plain), stored);
        assert_eq!(normalize(stored), stored);
        assert_eq!(Document::parse(stored).plain(), plain);
    }
}

#[test]
fn numbers_never_change() {
    for (plain, stored) in [
        ("1. a\n2. b\n1. c\n2. d", "1. a\n2. b\n\n1) c\n2) d"),
        ("1. a\n1. b\n1. c", "1. a\n\n1) b\n\n1. c"),
        ("1. a\n\nText.\n\n2. b", "1. a\n\nText.\n\n2. b"),
        (
            "Text:\n\n9. a\n10. b\n   - c",
            "Text:\n\n9. a\n10. b\n    - c",
        ),
    ] {
        assert_eq!(typed(plain), stored);
        assert_eq!(normalize(stored), stored);
        assert_eq!(commonmark(stored), Ok(Document::parse(plain)));
    }
}

#[test]
fn paragraphs_and_three_levels_fit_into_an_item() {
    let stored = "- one\n\n  more of one\n\n  - two\n    still two\n    - three\n\n- last";
    assert_eq!(normalize(stored), stored);
    assert_eq!(
        Document::parse(stored).plain(),
        "• one\n\n  more of one\n\n  • two\n    still two\n    • three\n\n• last"
    );
    assert_eq!(commonmark(stored), Ok(Document::parse(stored)));
}

#[test]
fn hostile_texts_are_read_to_the_end() {
    let nested: Vec<String> = (0..2000).map(|level| "  ".repeat(level) + "- x").collect();
    for text in [
        "- ".repeat(200_000) + "x",
        "1. ".repeat(200_000) + "x",
        nested.join("\n"),
        "\\".repeat(200_000),
        "###### ".repeat(50_000),
        "4294967295. x\n99999999999. y\n".repeat(1000),
    ] {
        let stored = normalize(&text);
        assert_eq!(normalize(&stored), stored);
        assert!(!Document::parse(&stored).is_empty());
    }
}
