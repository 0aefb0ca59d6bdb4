//! The PDF as other programs read it: every character is found again, and the
//! same content gives the same bytes.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    missing_docs,
    reason = "tests"
)]

#[path = "pdf/documents.rs"]
mod documents;
#[path = "support/pages.rs"]
mod pages;

use std::io::Write;
use std::process::Command;

use chrono::DateTime;
use documents::{body, bullets, hostile, plain};
use probitas::export::layout::Layout;
use probitas::export::pdf::{self, PdfMetadata};
use probitas::i18n::Language;
use probitas::report::document::{AnswerOption, Block, Document};
use probitas::report::{self, Content, Edition};
use probitas::rules::evaluate;
use probitas::text;

fn write(document: &Document) -> Vec<u8> {
    let metadata = PdfMetadata {
        title: document.title.clone(),
        titles: Vec::new(),
        author: "Secrétariat & <Trésor>".to_owned(),
        created: DateTime::parse_from_rfc3339("2024-07-31T12:34:56-04:00").ok(),
    };
    pdf::write(&Layout::of(document), &metadata, None).unwrap()
}

/// What `pdftotext` reads; nothing where the program is not installed, which
/// is a failure in continuous integration.
fn read_back(bytes: &[u8]) -> Option<String> {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(bytes).unwrap();
    let output = Command::new("pdftotext")
        .args(["-raw", "-enc", "UTF-8"])
        .arg(file.path())
        .arg("-")
        .output();
    match output {
        Ok(output) => {
            assert!(
                output.status.success(),
                "{}",
                String::from_utf8_lossy(&output.stderr)
            );
            assert!(
                output.stderr.is_empty(),
                "{}",
                String::from_utf8_lossy(&output.stderr)
            );
            Some(String::from_utf8(output.stdout).unwrap())
        }
        Err(error) => {
            assert!(
                std::env::var_os("CI").is_none(),
                "pdftotext is needed in continuous integration: {error}"
            );
            println!("skipped: pdftotext is not installed ({error})");
            None
        }
    }
}

/// The text without white space, which a reader may set as it likes, and
/// without characters that show nothing.
fn solid(text: &str) -> String {
    let silent = |c: char| matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{feff}');
    text.chars()
        .filter(|c| !c.is_whitespace() && !c.is_control() && !silent(*c))
        .collect()
}

fn sorted(text: &str) -> String {
    let mut characters: Vec<char> = text.chars().collect();
    characters.sort_unstable();
    characters.into_iter().collect()
}

fn texts(blocks: &[Block], found: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Heading { text, .. } | Block::Paragraph { text, .. } => {
                found.push(text.content.clone());
            }
            Block::List(list) => list.items.iter().for_each(|item| texts(item, found)),
            Block::Options(options) => labels(&options.options, found),
            Block::Facts(facts) => found.extend(
                facts
                    .iter()
                    .flat_map(|fact| [fact.name.content.clone(), fact.value.content.clone()]),
            ),
            Block::SignOff(lines) => {
                found.extend(lines.iter().map(|line| line.label.content.clone()));
                found.extend(
                    lines
                        .iter()
                        .filter_map(|line| Some(line.value.as_ref()?.content.clone())),
                );
            }
            Block::Facing(columns) => columns.iter().for_each(|column| texts(column, found)),
            Block::Code(_) | Block::Room(_) | Block::Contents { .. } | Block::PageBreak => {}
        }
    }
}

fn labels(options: &[AnswerOption], found: &mut Vec<String>) {
    for option in options {
        found.push(option.label.content.clone());
        labels(&option.options, found);
    }
}

#[test]
fn every_text_of_a_document_is_found_again() {
    let document = documents::bilingual();
    let Some(read) = read_back(&write(&document)) else {
        return;
    };
    let read = solid(&read);
    for part in &document.parts {
        let mut expected = Vec::new();
        texts(&part.blocks, &mut expected);
        for text in expected {
            for line in text.split_inclusive(' ').collect::<Vec<_>>().chunks(6) {
                assert!(
                    read.contains(&solid(&line.concat())),
                    "{line:?} of {text:?}"
                );
            }
        }
    }
}

/// Eight words at a time, since the footer and header of a page may stand in
/// the middle of an answer.
#[test]
fn every_character_of_every_published_answer_is_found_again() {
    for (name, page) in pages::PUBLISHED {
        let response = pages::import(&[page]).response;
        let shipped = pages::form();
        let evaluation = evaluate(&shipped.questionnaire, &response);
        let content = Content {
            shipped,
            response: &response,
            evaluation: &evaluation,
        };
        for language in Language::ALL {
            let document = report::submission(content, Edition::Draft, &[language]);
            let Some(read) = read_back(&write(&document)) else {
                return;
            };
            let read = solid(&read);
            for (item, answer) in response.answers() {
                let text = text::Document::parse(&answer.text.en);
                for line in text.lines() {
                    // N/A is printed in the words of the document's language.
                    if shipped.questionnaire.not_applicable.is_form(line) {
                        continue;
                    }
                    let words: Vec<&str> = line.split_whitespace().collect();
                    for words in words.chunks(8) {
                        let piece = solid(&words.concat());
                        let found = read.contains(&piece) || is_cut_once(&read, words);
                        assert!(found, "{name} {item}: {words:?}");
                    }
                }
            }
        }
    }
}

/// Whether words are there with a page break between two of them: the rest
/// stands after a footer and a header.
fn is_cut_once(read: &str, words: &[&str]) -> bool {
    (1..words.len()).any(|at| {
        let (before, after) = words.split_at(at);
        let (before, after) = (solid(&before.concat()), solid(&after.concat()));
        read.match_indices(&before).any(|(start, _)| {
            let rest = &read[start + before.len()..];
            let near: String = rest.chars().take(600).collect();
            near.contains(&after)
        })
    })
}

#[test]
fn every_character_of_hostile_texts_is_found_again() {
    for (name, text) in hostile() {
        let mut document = plain(vec![
            body(&text),
            bullets(vec![vec![body("before"), body(&text)]]),
        ]);
        let running = &mut document.parts[0].running;
        running.organization.clear();
        running.title.clear();
        running.marking = None;
        running.fingerprint = None;
        running.revision = None;
        running.page_number.before = "¶".to_owned();
        let Some(read) = read_back(&write(&document)) else {
            return;
        };
        let read: String = read
            .lines()
            .filter(|line| !line.trim_start_matches('\u{c}').starts_with('¶'))
            .collect();
        let (mut read, mut expected) = (
            solid(&read),
            format!("{}•before{}", solid(&text), solid(&text)),
        );
        if name == "right to left" {
            // pdftotext turns such text round by itself, though its code points are drawn from left to right.
            (read, expected) = (sorted(&read), sorted(&expected));
        }
        let same = read
            .chars()
            .zip(expected.chars())
            .take_while(|(one, other)| one == other)
            .count();
        let rest = |text: &str| text.chars().skip(same).take(30).collect::<String>();
        assert!(
            read == expected,
            "{name}: {:?} instead of {:?} at {same}",
            rest(&read),
            rest(&expected)
        );
    }
}

#[test]
fn same_content_gives_the_same_bytes() {
    let first = write(&documents::bilingual());
    assert_eq!(first, write(&documents::bilingual()));
    let mut changed = documents::bilingual();
    changed.parts[0].blocks.push(body("one more"));
    assert_ne!(first, write(&changed));
}

#[test]
fn file_says_its_language_title_and_structure() {
    let bytes = write(&documents::bilingual());
    let document = lopdf::Document::load_mem(&bytes).unwrap();
    let catalog = document.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"en-CA");
    for key in [
        "StructTreeRoot",
        "MarkInfo",
        "ViewerPreferences",
        "Outlines",
        "Metadata",
    ] {
        assert!(catalog.has(key.as_bytes()), "{key}");
    }
    let info = document
        .trailer
        .get(b"Info")
        .unwrap()
        .as_reference()
        .unwrap();
    let info = document.get_dictionary(info).unwrap();
    assert_eq!(
        info.get(b"CreationDate").unwrap().as_str().unwrap(),
        b"D:20240731123456-04'00'"
    );
    let french = document
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok());
    let french = french.filter(|element| {
        element
            .get(b"Lang")
            .is_ok_and(|lang| lang.as_str().is_ok_and(|lang| lang == b"fr-CA"))
    });
    assert!(
        french.count() >= 2,
        "the French part, and the French answer in the English part"
    );
}

/// The label of each page, by its rule (ISO 32000-1, 12.4.2).
fn page_labels(bytes: &[u8]) -> Vec<(Vec<u8>, i64)> {
    let document = lopdf::Document::load_mem(bytes).unwrap();
    let tree = document.catalog().unwrap().get(b"PageLabels").unwrap();
    let numbers = tree.as_dict().unwrap().get(b"Nums").unwrap();
    let rules: Vec<(i64, Vec<u8>, i64)> = numbers
        .as_array()
        .unwrap()
        .chunks(2)
        .map(|rule| {
            let label = rule[1].as_dict().unwrap();
            (
                rule[0].as_i64().unwrap(),
                label.get(b"S").unwrap().as_name().unwrap().to_vec(),
                label.get(b"St").unwrap().as_i64().unwrap(),
            )
        })
        .collect();
    assert_eq!(rules[0].0, 0);
    let label = |page| {
        let (from, style, first) = rules.iter().rev().find(|rule| rule.0 <= page).unwrap();
        (style.clone(), first + page - from)
    };
    let count = i64::try_from(document.get_pages().len()).unwrap();
    (0..count).map(label).collect()
}

#[test]
fn pages_are_called_by_the_number_that_is_printed_on_them() {
    let mut document = documents::bilingual();
    let mut sheet = document.parts[0].clone();
    sheet.running.apart = Some("Summary".to_owned());
    sheet.blocks.push(body(&"values and ethics ".repeat(900)));
    let other = sheet.clone();
    let tail = sheet.clone();
    document.parts.splice(0..0, [sheet, other]);
    document.parts.push(tail);
    let layout = Layout::of(&document);
    let labels = page_labels(&write(&document));
    assert_eq!(labels.len(), layout.pages.len());
    let mut apart = 0;
    for (page, (style, number)) in layout.pages.iter().zip(labels) {
        if page.number == "Summary" {
            apart += 1;
            assert_eq!((style.as_slice(), number), (&b"r"[..], apart));
        } else {
            assert_eq!(style, b"D");
            let printed: Vec<&str> = page.number.split(' ').collect();
            assert_eq!(printed[1], number.to_string(), "{}", page.number);
        }
    }
    assert!(apart >= 6, "three sheets of two pages or more");
}
