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
use probitas::export::layout::{Layout, Paper, Sheet, TypeSize};
use probitas::export::name::{OutputKind, OutputState};
use probitas::export::outputs::{self, Source, Wanted};
use probitas::export::pdf::{self, PdfMetadata};
use probitas::export::settings::Settings;
use probitas::i18n::Language::English;
use probitas::report::{Arrangement, Content, Edition, Presentation, Scope, ShownOptions, Summary};
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
    settings: Settings,
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
        settings,
        ..Wanted::default()
    };
    let (kind, name) = wanted.names(response, state).remove(0);
    assert_eq!(kind, OutputKind::Pdf);
    let output = outputs::make(kind, name, wanted, content, source).unwrap();
    let name = format!("{}{}", settings_name(settings), output.name);
    let path = keep(&name, &output.bytes);
    (output.bytes, path)
}

/// So that the same in other settings is another file.
fn settings_name(settings: Settings) -> String {
    if settings == Settings::default() {
        return String::new();
    }
    let Presentation {
        scope,
        options,
        arrangement,
        summary,
    } = settings.presentation;
    let Sheet { paper, type_size } = settings.sheet;
    format!("{scope:?}-{options:?}-{arrangement:?}-{summary:?}-{paper:?}-{type_size:?}_")
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
                json: &signed.bytes,
                edition: Edition::Signed(&signed.verified),
            };
            let (_, path) = export(
                &response,
                &source,
                OutputState::Final,
                languages,
                Settings::default(),
            );
            let slug = path.file_name().unwrap().to_str().unwrap();
            let slug = slug.split('_').next().unwrap();
            let json = attached(&path, &format!("{slug}_2024_r1_en.json"));
            assert!(json.is_none_or(|json| json == signed.bytes), "{name}");
        }
        let expected = signed.unsigned.to_bytes().unwrap();
        let digest = signed.unsigned.record().digest();
        let unsigned = Source::Submission {
            json: &expected,
            edition: Edition::Unsigned(&digest),
        };
        let (_, path) = export(
            &response,
            &unsigned,
            OutputState::Unsigned,
            AnswerLanguages::Both,
            Settings::default(),
        );
        let slug = path.file_name().unwrap().to_str().unwrap();
        let slug = slug.split('_').next().unwrap();
        let json = attached(&path, &format!("{slug}_2024_r1_en-UNSIGNED-NON-SIGNE.json"));
        assert!(json.is_none_or(|json| json == expected), "{name}");
    }
}

/// Each differs from the usual ones in something.
fn unusual() -> [Settings; 6] {
    let usual = Settings::default();
    let presented = |presentation| Settings {
        presentation,
        ..usual
    };
    [
        presented(Presentation {
            arrangement: Arrangement::Facing,
            options: ShownOptions::Selected,
            ..Presentation::default()
        }),
        presented(Presentation {
            scope: Scope::SignOff,
            ..Presentation::default()
        }),
        presented(Presentation {
            arrangement: Arrangement::Facing,
            scope: Scope::SignOff,
            ..Presentation::default()
        }),
        Settings {
            sheet: Sheet {
                paper: Paper::A4,
                type_size: TypeSize::Large,
            },
            ..usual
        },
        presented(Presentation {
            summary: Summary::With,
            arrangement: Arrangement::Facing,
            ..Presentation::default()
        }),
        Settings {
            sheet: Sheet {
                paper: Paper::Letter,
                type_size: TypeSize::Large,
            },
            presentation: Presentation {
                summary: Summary::With,
                scope: Scope::SignOff,
                ..Presentation::default()
            },
        },
    ]
}

#[test]
fn every_setting_makes_a_file_with_the_submission() {
    let draft = include_bytes!("cli/inputs/both-languages.probitas");
    let json = serde_json::from_slice(draft).unwrap();
    let response = QuestionnaireResponse::from_draft_json(&json)
        .unwrap()
        .response;
    let signed = signed(pages::form(), &response);
    let source = Source::Submission {
        json: &signed.bytes,
        edition: Edition::Signed(&signed.verified),
    };
    for settings in unusual() {
        let both = AnswerLanguages::Both;
        let (bytes, _) = export(&response, &source, OutputState::Final, both, settings);
        let file = lopdf::Document::load_mem(&bytes).unwrap();
        assert!(file.catalog().unwrap().has(b"AF"));
    }
    let (name, _) = pages::PUBLISHED[3];
    let (_, longest) = example(name);
    let both = AnswerLanguages::Both;
    for settings in [unusual()[0], unusual()[4]] {
        export(&longest, &Source::Draft, OutputState::Draft, both, settings);
    }
}

#[test]
fn blank_forms_are_the_same_every_time() {
    for languages in LANGUAGES {
        for settings in [Settings::default(), unusual()[0], unusual()[3]] {
            let make = || outputs::blank(pages::form(), languages, settings).unwrap();
            let bytes = make();
            assert!(bytes == make());
            let name = settings_name(settings);
            keep(&format!("{name}blank-{languages:?}.pdf"), &bytes);
        }
    }
}

#[test]
fn a_draft_carries_nothing() {
    let questionnaire = &pages::form().questionnaire;
    let id = uuid::Uuid::nil();
    let response = QuestionnaireResponse::new(questionnaire, id, pages::page_date());
    for languages in LANGUAGES {
        let (bytes, _) = export(
            &response,
            &Source::Draft,
            OutputState::Draft,
            languages,
            Settings::default(),
        );
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
        created: Some(pages::page_date()),
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
