//! The structure of a PDF as another program reads it is that of the layout:
//! the same elements in the same order, as deep, in every kind of document.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    missing_docs,
    reason = "a test stops at the first surprise"
)]

#[path = "pdf/documents.rs"]
mod documents;
#[path = "support/pages.rs"]
mod pages;
#[path = "support/signed.rs"]
mod signed;

use std::io::Write;
use std::process::Command;

use documents::{bilingual, body, hostile, plain};
use probitas::export::layout::{Layout, Tag};
use probitas::export::pdf::{self, PdfMetadata};
use probitas::i18n::Language::{English, French};
use probitas::report::document::Document;
use probitas::report::{self, Arrangement, Content, Edition, Presentation, Scope};
use probitas::rules::evaluate;
use signed::{example, signed};

/// An element: how deep it stands, and its role.
type Element = (usize, String);

fn role(tag: Tag) -> String {
    match tag {
        Tag::Heading(level) => format!("H{level}"),
        Tag::Document => "Document".to_owned(),
        Tag::Part => "Part".to_owned(),
        Tag::Paragraph => "P".to_owned(),
        Tag::List(_) => "L".to_owned(),
        Tag::ListItem => "LI".to_owned(),
        Tag::Label => "Lbl".to_owned(),
        Tag::ItemBody => "LBody".to_owned(),
        Tag::Figure => "Figure".to_owned(),
        Tag::Contents => "TOC".to_owned(),
        Tag::ContentsItem => "TOCI".to_owned(),
        Tag::Reference => "Reference".to_owned(),
        Tag::Link => "Link".to_owned(),
    }
}

fn expected(layout: &Layout) -> Vec<Element> {
    let nodes = layout.structure.nodes();
    let mut found = Vec::new();
    let mut open: Vec<(usize, usize)> = vec![(0, 0)];
    while let Some((depth, index)) = open.pop() {
        let node = &nodes[index];
        found.push((depth, role(node.tag)));
        let children = node.children.iter().rev();
        open.extend(children.map(|child| (depth + 1, child.index())));
    }
    found
}

/// What `pdfinfo` reads; nothing where it is not installed, which is a failure
/// in continuous integration.
fn read(bytes: &[u8]) -> Option<Vec<Element>> {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(bytes).unwrap();
    let output = Command::new("pdfinfo")
        .arg("-struct")
        .arg(file.path())
        .output();
    let output = match output {
        Ok(output) => output,
        Err(error) => {
            let required = std::env::var_os("CI").is_some();
            assert!(!required, "pdfinfo is needed: {error}");
            println!("skipped: pdfinfo is not installed ({error})");
            return None;
        }
    };
    let complaints = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success() && complaints.is_empty(),
        "{complaints}"
    );
    let lines = String::from_utf8(output.stdout).unwrap();
    Some(lines.lines().filter_map(element).collect())
}

/// An element has a line "LI (block)", perhaps with a colon; each of its
/// attributes another one, which begins with a slash.
fn element(line: &str) -> Option<Element> {
    let text = line.trim_start();
    let role = text.split([' ', ':']).next()?;
    // A link has a line for its annotation.
    let of_element = role.starts_with(|c: char| c.is_ascii_uppercase()) && role != "Object";
    of_element.then(|| ((line.len() - text.len()) / 2, role.to_owned()))
}

/// Compares, and tells how many headings there are.
fn agrees(document: &Document) -> usize {
    let layout = Layout::of(document);
    let metadata = PdfMetadata {
        title: document.title.clone(),
        titles: Vec::new(),
        author: String::new(),
        created: None,
    };
    let bytes = pdf::write(&layout, &metadata, None).unwrap();
    let expected = expected(&layout);
    assert_eq!(expected.len(), layout.structure.nodes().len());
    if let Some(read) = read(&bytes) {
        assert_eq!(read, expected);
    }
    let heading = |(_, role): &&Element| role.starts_with('H');
    expected.iter().filter(heading).count()
}

#[test]
fn every_kind_of_document_is_read_as_it_was_laid_out() {
    let (shipped, response) = example("treasury-board-secretariat");
    let signed = signed(shipped, &response);
    let evaluation = evaluate(&shipped.questionnaire, &response);
    let content = Content {
        shipped,
        response: &response,
        evaluation: &evaluation,
    };
    let edition = Edition::Signed(&signed.verified);
    let one = report::submission(content, edition, &[French]);
    let both = report::submission(content, edition, &[English, French]);
    assert_eq!(agrees(&both), 2 * agrees(&one));
    agrees(&report::submission(content, Edition::Draft, &[English]));
    for scope in [Scope::Whole, Scope::SignOff] {
        let presentation = Presentation {
            scope,
            arrangement: Arrangement::Facing,
            ..Presentation::default()
        };
        let facing = report::presented(content, edition, &[English, French], presentation);
        assert!(agrees(&facing) > 0);
    }
    agrees(&report::blank(
        shipped,
        &[English, French],
        Arrangement::Sequence,
    ));
}

#[test]
fn hostile_texts_change_no_element() {
    let texts = hostile();
    let blocks = texts.iter().map(|(_, text)| body(text)).collect();
    agrees(&plain(blocks));
    agrees(&bilingual());
}
