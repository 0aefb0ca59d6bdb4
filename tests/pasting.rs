//! What is pasted: nothing that is seen is lost, and lists stay lists.
//!
//! Seen is every character but white space, joiners, selectors and what no
//! record may hold (controls, soft hyphens and the like). A bullet or number
//! before an item is kept as the mark of that item. Letters and accents count
//! as the one character that they make, and the bullets of Word's own faces,
//! which show nothing in another one, as "•".
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "tests"
)]

use std::fmt::Write as _;

use probitas::i18n::Language;
use probitas::import::fragment;
use probitas::response::QuestionnaireResponse;
use probitas::text::document::is_blank_char;
use probitas::text::writing::Kind;
use probitas::text::{Block, Document, List, Pasted, Writing, allowed_char};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

// ---- What is seen ----

fn seen(text: &str) -> Vec<char> {
    let shown = |c: &char| allowed_char(*c) && !is_blank_char(*c) && *c != '\u{AD}';
    let kept: String = text
        .chars()
        .filter(|c| allowed_char(*c) && *c != '\u{AD}')
        .collect();
    kept.nfc().filter(shown).map(folded).collect()
}

/// What Word stores in the place of a bullet.
fn folded(c: char) -> char {
    match c {
        '\u{F0B7}' | '\u{F0A7}' => '•',
        other => other,
    }
}

fn is_mark(text: &[char]) -> bool {
    let text: String = text.iter().collect();
    if text.chars().count() == 1 {
        return "-–‑*o•◦▪‣●·§Ø".contains(&text);
    }
    let inner = text.strip_prefix('(').unwrap_or(&text);
    let inner = inner.strip_suffix(['.', ')']);
    inner.is_some_and(|inner| {
        inner.chars().all(|c| c.is_ascii_digit())
            || inner.chars().count() == 1
            || inner.chars().all(|c| "ivx".contains(c))
    })
}

/// Fails where something that is seen is missing from the lines, or added.
fn holds<'a>(lines: impl Iterator<Item = (Kind, &'a str)>, plain: &str) -> Result<(), String> {
    let plain = seen(plain);
    let mut rest = plain.as_slice();
    for (kind, line) in lines {
        let own = seen(line);
        let longest = match kind {
            Kind::Bullet { .. } | Kind::Number { .. } | Kind::Heading { .. } => 6,
            Kind::Paragraph { .. } | Kind::Continued => 0,
        };
        // A mark, if there may be one; else the line itself.
        let found = (1..=longest).chain([0]).find(|length| {
            let own_mark = rest.get(..*length).unwrap_or_default();
            (*length == 0 || own_mark == ['#', '#', '#'] || is_mark(own_mark))
                && rest
                    .get(*length..)
                    .is_some_and(|rest| rest.starts_with(&own))
        });
        let length = found.ok_or_else(|| format!("{line:?} is not where {rest:?} begins"))?;
        rest = &rest[length + own.len()..];
    }
    if rest.is_empty() {
        Ok(())
    } else {
        Err(format!("{rest:?} is lost"))
    }
}

fn of(pasted: &Pasted) -> Writing {
    let mut writing = Writing::default();
    writing.insert_pasted(0, pasted);
    writing
}

// ---- Anything ----

const MARKS: &[&str] = &[
    "",
    "",
    "",
    "• ",
    "•\t",
    "·\u{A0}\u{A0}",
    "o\t",
    "o   ",
    "o ",
    "▪ ",
    "‣ ",
    "◦ ",
    "– ",
    "- ",
    "* ",
    "§\t",
    "\u{F0B7}",
    "\u{F0A7}\t",
    "\u{F0B7}\t",
    "1. ",
    "2.\t",
    "3) ",
    "1) ",
    "(1) ",
    "a. ",
    "a)\t",
    "b) ",
    "i) ",
    "(i) ",
    "ii) ",
    "1.1 ",
    "2024. ",
    "### ",
    "•",
    "-",
    "1.",
    "Ø\t",
];
const PARTS: &[&str] = &[
    "the plan",
    "values and",
    "L’éthique",
    "e\u{301}",
    "so\u{AD}cial",
    "re-",
    "well-",
    "\u{200B}",
    "\u{7}",
    " – ",
    "«\u{A0}oui\u{A0}»",
    "50\u{202F}%",
    "“so”",
    "• b",
    "1. c",
    "and",
    "A",
    ".",
    ":",
    ",",
    "https://x.y/",
    "\u{FEFF}",
    "\u{202E}",
    "\u{2011}",
    "\t",
    "   ",
    "the employees of every branch of",
    "W\u{331}",
    "ᓄᓇᕗᑦ",
    "x\u{FE0F}",
];
const ENDS: &[&str] = &[
    "\n", "\n", "\r\n", "\n\n", "\u{B}", "\r", "\u{2028}", "\u{2029}", "\n \n",
];

fn any_plain() -> impl Strategy<Value = String> {
    let indent = prop::sample::select(&["", "", "  ", "\t", "    ", "\u{A0}\u{A0}"][..]);
    let mark = prop::sample::select(MARKS);
    let parts = prop::collection::vec(prop::sample::select(PARTS), 0..7);
    let end = prop::sample::select(ENDS);
    let line = (indent, mark, parts, end)
        .prop_map(|(indent, mark, parts, end)| format!("{indent}{mark}{}{end}", parts.join(" ")));
    prop::collection::vec(line, 0..14).prop_map(|lines| lines.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_is_seen_of_plain_text_is_lost(plain in any_plain()) {
        let pasted = Pasted::of_text(&plain);
        prop_assert_eq!(holds(pasted.lines(), &plain), Ok(()), "{:?}", plain);
        // Neither on the way into a text, nor to its stored form and back.
        let writing = of(&pasted);
        if pasted.lines().next().is_some() {
            let text: Vec<char> = pasted.lines().flat_map(|(_, line)| seen(line)).collect();
            let whole = if writing.kinds().len() == 1 { seen(&plain) } else { text.clone() };
            let put = seen(writing.text());
            prop_assert!(put == text || put == whole, "{:?} {:?}", plain, writing);
        }
        let again = Writing::from_stored(&writing.to_stored());
        prop_assert_eq!(seen(again.text()), seen(writing.text()), "{:?}", plain);
        prop_assert_eq!(writing.text().split('\n').count(), writing.kinds().len());
        // The original has every mark as it was, in the order in which it was.
        let literal = of(&Pasted::literal(&plain));
        prop_assert_eq!(seen(literal.text()), seen(&plain), "{:?}", plain);
        prop_assert!(literal.kinds().iter().all(|kind| kind.level().is_none()));
    }

    #[test]
    fn what_is_pasted_anywhere_adds_what_is_seen(
        plain in any_plain(),
        stored in prop::sample::select(&["", "ab", "- a\n- b", "1. a\n\n   b\n2. c", "### h\n\nx", "a\nb"][..]),
        at in 0..8usize,
    ) {
        let mut writing = Writing::from_stored(stored);
        let length = writing.text().chars().count();
        let at = at.min(length);
        let before = seen(writing.text());
        let pasted = Pasted::of_text(&plain);
        let caret = writing.insert_pasted(at, &pasted);
        prop_assert!(caret >= at && caret <= writing.text().chars().count());
        prop_assert_eq!(writing.text().split('\n').count(), writing.kinds().len());
        let now = seen(writing.text());
        let lines: usize = pasted.lines().map(|(_, line)| seen(line).len()).sum();
        prop_assert!(now.len() >= before.len() + lines, "{:?} {:?}", plain, writing);
        prop_assert!(now.len() <= before.len() + seen(&plain).len(), "{:?} {:?}", plain, writing);
        let kept = writing.to_document();
        prop_assert_eq!(kept.lines().flat_map(seen).collect::<Vec<_>>(), now);
    }

    #[test]
    fn nothing_that_is_seen_of_html_is_lost((html, plain) in any_html()) {
        let pasted = fragment::read(&html, &plain);
        prop_assert!(pasted.is_some(), "{}\n{:?}", html, plain);
        let pasted = pasted.unwrap();
        prop_assert_eq!(holds(pasted.lines(), &plain), Ok(()), "{}", html);
        let writing = of(&pasted);
        let again = Writing::from_stored(&writing.to_stored());
        prop_assert_eq!(seen(again.text()), seen(writing.text()), "{}", html);
    }

    #[test]
    fn html_that_is_none_does_no_harm(
        html in "(<|</|>|ul|li|ol|p|td|br|h1|span| style='mso-list:l0 level3'|a|&#x41;|&|!--|--|\\[if|;|\"|'| ){0,40}",
        plain in "[a-z \n]{0,20}",
    ) {
        if let Some(pasted) = fragment::read(&html, &plain) {
            prop_assert_eq!(holds(pasted.lines(), &plain), Ok(()), "{}", html);
        }
    }
}

// ---- HTML ----

/// A part of a page, in HTML and as other programs write it in plain text.
#[derive(Clone, Debug)]
enum Part {
    Paragraph(Vec<String>),
    Heading(String),
    List(bool, Vec<Vec<Part>>),
    Table(Vec<Vec<String>>),
}

fn any_html() -> impl Strategy<Value = (String, String)> {
    let words = prop::collection::vec(
        prop::sample::select(
            &[
                "plan",
                "L’éthique",
                "a&b",
                "<c>",
                "\u{A0}»",
                "x-y",
                "é",
                "2024 to",
            ][..],
        ),
        1..5,
    );
    let words = words.prop_map(|words| words.join(" "));
    let leaf = prop_oneof![
        3 => prop::collection::vec(words.clone(), 1..3).prop_map(Part::Paragraph),
        1 => words.clone().prop_map(Part::Heading),
        1 => prop::collection::vec(prop::collection::vec(words, 1..3), 1..3).prop_map(Part::Table),
    ];
    let part = leaf.prop_recursive(4, 30, 3, |part| {
        let items = prop::collection::vec(prop::collection::vec(part, 1..3), 1..4);
        (any::<bool>(), items).prop_map(|(ordered, items)| Part::List(ordered, items))
    });
    prop::collection::vec(part, 0..6).prop_map(|parts| {
        let (mut html, mut plain) = (String::new(), String::new());
        html.push_str(
            "<html><head><style>p { color: red }</style></head><body><!--StartFragment-->",
        );
        write_parts(&parts, "", &mut html, &mut plain);
        html.push_str("<!--EndFragment--></body></html>");
        (html, plain)
    })
}

fn write_parts(parts: &[Part], mark: &str, html: &mut String, plain: &mut String) {
    let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
    for (at, part) in parts.iter().enumerate() {
        let mark = if at == 0 { mark } else { "" };
        match part {
            Part::Paragraph(lines) => {
                let spans: Vec<String> = lines
                    .iter()
                    .map(|line| {
                        format!(
                            "<b>{}</b>",
                            escaped(line).replacen(' ', "</b><i> </i><b>", 1)
                        )
                    })
                    .collect();
                writeln!(
                    html,
                    "<p class=MsoNormal>{}<o:p></o:p></p>",
                    spans.join("<br>")
                )
                .unwrap();
                writeln!(plain, "{mark}{}", lines.join("\n")).unwrap();
            }
            Part::Heading(text) => {
                write!(html, "<h2>{}</h2>", escaped(text)).unwrap();
                writeln!(plain, "{mark}{text}").unwrap();
            }
            Part::Table(rows) => {
                html.push_str("<table><tbody>");
                for row in rows {
                    let cells: Vec<String> = row
                        .iter()
                        .map(|cell| format!("<td><p>{}</p></td>", escaped(cell)))
                        .collect();
                    write!(html, "<tr>{}</tr>", cells.concat()).unwrap();
                }
                html.push_str("</tbody></table>");
                let rows: Vec<String> = rows.iter().map(|row| row.join("\t")).collect();
                writeln!(plain, "{mark}{}", rows.join("\n")).unwrap();
            }
            Part::List(ordered, items) => {
                let name = if *ordered { "ol" } else { "ul" };
                write!(html, "<{name}>").unwrap();
                for (number, item) in (1..).zip(items) {
                    html.push_str("<li>");
                    let own = if *ordered {
                        format!("{number}. ")
                    } else {
                        "• ".into()
                    };
                    let is_text = !matches!(item.first(), Some(Part::List(..)));
                    write_parts(item, if is_text { &own } else { "" }, html, plain);
                    html.push_str("</li>\n");
                }
                write!(html, "</{name}>").unwrap();
            }
        }
    }
}

// ---- Texts as they were published ----

/// Calls for every text of the four examples.
fn for_every_published_text(mut each: impl FnMut(&Document)) {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/examples");
    let mut count = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        let json = std::fs::read_to_string(file.unwrap().path()).unwrap();
        let value = serde_json::from_str(&json).unwrap();
        let read = QuestionnaireResponse::from_draft_json(&value).unwrap();
        for (_, answer) in read.response.answers() {
            for language in Language::ALL {
                let stored = answer.text.get(language);
                if !stored.is_empty() {
                    each(&Document::parse(stored));
                    count += 1;
                }
            }
        }
    }
    assert!(count > 40, "{count}");
}

/// The marks that Word writes before items in plain text.
fn word_mark(list: &List, level: usize, at: usize) -> String {
    let number = list.start + u32::try_from(at).unwrap();
    match (list.ordered, level) {
        (true, 2) => format!("{})\t", char::from_u32(96 + number).unwrap()),
        (true, 3) => format!("{}.\t", ["i", "ii", "iii", "iv", "v"][number as usize - 1]),
        (true, _) => format!("{number}.\t"),
        (false, 1) => "•\t".to_owned(),
        (false, 2) => "o\t".to_owned(),
        (false, _) => "§\t".to_owned(),
    }
}

/// A text as Word copies it: paragraphs are lines, nested items are not indented.
fn as_word_text(blocks: &[Block], level: usize, mark: &str, plain: &mut String) {
    for (at, block) in blocks.iter().enumerate() {
        let mark = if at == 0 { mark } else { "" };
        match block {
            Block::Heading(text) => write!(plain, "{mark}{text}\r\n").unwrap(),
            Block::Paragraph(lines) => {
                write!(plain, "{mark}{}\r\n", lines.join("\u{B}")).unwrap();
            }
            Block::List(list) => {
                for (at, item) in list.items.iter().enumerate() {
                    let mark = word_mark(list, level + 1, at);
                    as_word_text(item, level + 1, &mark, plain);
                }
            }
        }
    }
}

/// How deep every item of a text is nested, from top to bottom.
fn levels(writing: &Writing) -> Vec<usize> {
    writing
        .kinds()
        .iter()
        .filter_map(|kind| kind.level())
        .collect()
}

#[test]
fn published_texts_come_from_word_with_all_that_is_seen_and_their_lists() {
    for_every_published_text(|document| {
        let mut plain = String::new();
        as_word_text(&document.blocks, 0, "", &mut plain);
        let pasted = Pasted::of_text(&plain);
        assert_eq!(holds(pasted.lines(), &plain), Ok(()), "{plain}");
        assert_eq!(
            levels(&of(&pasted)),
            levels(&Writing::of(document)),
            "{plain}"
        );
    });
}

/// A text as a PDF reader copies it: every line is broken at a width.
fn broken(document: &Document, width: usize) -> String {
    let mut plain = String::new();
    for line in document.plain().split('\n') {
        let text = line.trim_start();
        let indent = " ".repeat(line.len() - text.len());
        let mut row = indent.clone();
        for word in text.split(' ') {
            let is_new = row.trim().is_empty();
            if !is_new && row.chars().count() + 1 + word.chars().count() > width {
                writeln!(plain, "{row}").unwrap();
                row = format!("{indent}{word}");
            } else if is_new {
                row.push_str(word);
            } else {
                write!(row, " {word}").unwrap();
            }
        }
        writeln!(plain, "{row}").unwrap();
    }
    plain
}

#[test]
fn published_texts_come_from_a_pdf_with_all_that_is_seen_and_their_lists() {
    let (mut same, mut all) = (0, 0);
    for_every_published_text(|document| {
        for width in [72, 95] {
            let plain = broken(document, width);
            let pasted = Pasted::of_text(&plain);
            assert_eq!(holds(pasted.lines(), &plain), Ok(()), "{plain}");
            let writing = of(&pasted);
            assert_eq!(levels(&writing), levels(&Writing::of(document)), "{plain}");
            all += 1;
            same += usize::from(writing.to_document().plain() == document.plain());
        }
    });
    // A heading is no more than a line there, and a full last line may be joined.
    assert!(same * 100 >= all * 75, "{same} of {all}");
}

/// A text as an editor of web pages copies it.
fn as_html(blocks: &[Block], html: &mut String) {
    let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
    for block in blocks {
        match block {
            Block::Heading(text) => writeln!(html, "<h3>{}</h3>", escaped(text)).unwrap(),
            Block::Paragraph(lines) => {
                let lines: Vec<String> = lines.iter().map(|line| escaped(line)).collect();
                writeln!(html, "<p>{}</p>", lines.join("<br>")).unwrap();
            }
            Block::List(list) => {
                let name = if list.ordered { "ol" } else { "ul" };
                write!(html, "<{name} start={}>", list.start).unwrap();
                for item in &list.items {
                    html.push_str("<li>");
                    as_html(item, html);
                    html.push_str("</li>\n");
                }
                write!(html, "</{name}>").unwrap();
            }
        }
    }
}

#[test]
fn published_texts_come_from_html_exactly() {
    for_every_published_text(|document| {
        let mut html = String::new();
        as_html(&document.blocks, &mut html);
        let pasted = fragment::read(&html, &document.plain()).expect(&html);
        assert_eq!(of(&pasted).to_stored(), document.to_stored(), "{html}");
    });
}
