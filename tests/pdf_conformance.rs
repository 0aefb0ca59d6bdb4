//! Every kind of PDF that an export makes, written into the target folder
//! (`tmp/pdf`), where `.ci/pdf` holds it against PDF/UA-1 and PDF/A-3a; and
//! what these files must have that no checker of the formats knows: the
//! submission inside, byte for byte, and the same bytes every time.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test stops at the first surprise"
)]

#[path = "pdf/documents.rs"]
mod documents;
#[path = "support/pages.rs"]
mod pages;
#[path = "support/signed.rs"]
mod signed;

use std::path::{Path, PathBuf};
use std::process::Command;

use documents::{body, bullets, heading, hostile, plain};
use probitas::export::layout::Layout;
use probitas::export::name::{OutputKind, OutputState};
use probitas::export::outputs::{self, Source, Wanted};
use probitas::export::pdf::{self, PdfMetadata};
use probitas::i18n::Language::English;
use probitas::report::Content;
use probitas::response::{AnswerLanguages, QuestionnaireResponse};
use probitas::rules::evaluate;
use signed::{example, signed};

const LANGUAGES: [AnswerLanguages; 3] = [
    AnswerLanguages::English,
    AnswerLanguages::French,
    AnswerLanguages::Both,
];

#[expect(
    clippy::disallowed_methods,
    reason = "what a test leaves is no file of a person"
)]
fn keep(name: &str, bytes: &[u8]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pdf");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

/// The file and its path.
fn export(
    response: &QuestionnaireResponse,
    source: &Source<'_>,
    state: OutputState,
    languages: AnswerLanguages,
) -> (Vec<u8>, PathBuf) {
    let shipped = pages::form();
    let evaluation = evaluate(&shipped.questionnaire, response);
    let content = Content {
        shipped,
        response,
        evaluation: &evaluation,
    };
    let wanted = Wanted {
        json: false,
        pdf: Some(languages),
        ..Wanted::default()
    };
    let (kind, name) = wanted.names(response, state).remove(0);
    assert_eq!(kind, OutputKind::Pdf);
    let output = outputs::make(kind, name, wanted, content, source).unwrap();
    let path = keep(&output.name, &output.bytes);
    (output.bytes, path)
}

/// The files inside a PDF, as `qpdf` finds them; none where it is not
/// installed, which is a failure in continuous integration.
fn attached(path: &Path, name: &str) -> Option<Vec<u8>> {
    let output = Command::new("qpdf")
        .arg(format!("--show-attachment={name}"))
        .arg(path)
        .output();
    match output {
        Ok(output) => {
            assert!(output.status.success(), "{output:?}");
            Some(output.stdout)
        }
        Err(error) => {
            assert!(std::env::var_os("CI").is_none(), "qpdf is needed: {error}");
            None
        }
    }
}

#[test]
fn every_edition_of_every_published_answer_carries_its_submission() {
    for (name, _) in pages::PUBLISHED {
        let (shipped, response) = example(name);
        let signed = signed(shipped, &response);
        for languages in LANGUAGES {
            let source = Source::Submission {
                file: &signed.file,
                verified: Some(&signed.verified),
            };
            let (_, path) = export(&response, &source, OutputState::Final, languages);
            let slug = path.file_name().unwrap().to_str().unwrap();
            let slug = slug.split('_').next().unwrap();
            let json = attached(&path, &format!("{slug}_2024_r1_en.json"));
            assert!(json.is_none_or(|json| json == signed.bytes), "{name}");
        }
        let unsigned = Source::Submission {
            file: &signed.unsigned,
            verified: None,
        };
        let (_, path) = export(
            &response,
            &unsigned,
            OutputState::Unsigned,
            AnswerLanguages::Both,
        );
        let slug = path.file_name().unwrap().to_str().unwrap();
        let slug = slug.split('_').next().unwrap();
        let json = attached(&path, &format!("{slug}_2024_r1_en-UNSIGNED-NON-SIGNE.json"));
        let expected = signed.unsigned.to_bytes().unwrap();
        assert!(json.is_none_or(|json| json == expected), "{name}");
    }
}

#[test]
fn a_draft_carries_nothing() {
    let questionnaire = &pages::form().questionnaire;
    let id = uuid::Uuid::nil();
    let response = QuestionnaireResponse::new(questionnaire, id, pages::page_date());
    for languages in LANGUAGES {
        let (bytes, _) = export(&response, &Source::Draft, OutputState::Draft, languages);
        let file = lopdf::Document::load_mem(&bytes).unwrap();
        assert!(!file.catalog().unwrap().has(b"AF"));
    }
}

#[test]
fn hostile_texts_are_written_for_the_checker_too() {
    let mut blocks = vec![heading(1, English, "Hostile texts")];
    for (name, text) in hostile() {
        blocks.push(heading(2, English, name));
        blocks.push(heading(3, English, &text));
        blocks.push(body(&text));
        blocks.push(bullets(vec![vec![body(&text)]]));
    }
    let document = plain(blocks);
    let metadata = PdfMetadata {
        title: "A\u{1}\u{fffe}<&>😀 ᓄᓇᕗᑦ".to_owned(),
        titles: vec![(English, "]]> \u{0} &amp;".to_owned())],
        author: "W\u{331}SÁNEĆ \u{7f}".to_owned(),
        created: pages::page_date(),
    };
    let bytes = pdf::write(&Layout::of(&document), &metadata, None).unwrap();
    keep("hostile.pdf", &bytes);
    let bilingual = Layout::of(&documents::bilingual());
    keep(
        "bilingual.pdf",
        &pdf::write(&bilingual, &metadata, None).unwrap(),
    );
    assert_eq!(
        bytes,
        pdf::write(&Layout::of(&document), &metadata, None).unwrap()
    );
}

/// Numbers of objects and names of fonts are drawn from counters and at random
/// by what writes the pages, once per process.
#[test]
fn two_processes_make_the_same_files() {
    let draft = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("assets/examples/treasury-board-secretariat.probitas");
    let exported = || {
        let folder = tempfile::tempdir().unwrap();
        let status = Command::new(env!("CARGO_BIN_EXE_probitas-cli"))
            .args(["export", "--accept-warnings", "--out"])
            .arg(folder.path())
            .arg(&draft)
            .output()
            .unwrap();
        assert!(status.status.success(), "{status:?}");
        let entries = std::fs::read_dir(folder.path()).unwrap();
        let mut files: Vec<(String, Vec<u8>)> = entries
            .map(|entry| {
                let path = entry.unwrap().path();
                let name = path.file_name().unwrap().to_str().unwrap().to_owned();
                (name, std::fs::read(&path).unwrap())
            })
            .collect();
        files.sort();
        files
    };
    let first = exported();
    assert_eq!(first.len(), 2);
    assert!(first == exported(), "the files differ");
}
