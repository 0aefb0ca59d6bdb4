//! Verifying many submissions in one process, for `benches/verify-compare`:
//!
//!     verify --write FOLDER ALGORITHM   a thousand submissions of 24 kB, and their manifest
//!     verify --time FOLDER              nanoseconds of CPU per file, one a line
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::disallowed_methods,
    missing_docs,
    reason = "a bench stops at the first surprise"
)]

use chrono::{DateTime, Utc};
use probitas::questionnaire::{Role, shipped};
use probitas::response::QuestionnaireResponse;
use probitas::rules::CompletedResponse;
use probitas::submission::file::SubmissionFile;
use probitas::submission::jws::Signer;
use probitas::submission::key::{Algorithm, PublicKey, SigningKey};
use probitas::submission::record::{Record, RecordedAnswer, SealedRecord};
use probitas::submission::verify::{Verification, verify};
use std::path::Path;

const DRAFT: &str =
    include_str!("../assets/examples/innovation-science-economic-development.probitas");
const FILES: usize = 1000;
const FILE_BYTES: usize = 24_000;
const NOW: i64 = 1_732_104_000;

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(NOW, 0).unwrap()
}

fn record() -> Record {
    let draft = serde_json::from_str(DRAFT).unwrap();
    let loaded = QuestionnaireResponse::from_draft_json(&draft).unwrap();
    let questionnaire = &shipped().first().unwrap().questionnaire;
    let completed = CompletedResponse::check(questionnaire, &loaded.response, true);
    SealedRecord::of(&completed.unwrap())
        .unwrap()
        .record()
        .clone()
}

/// The record under another id, with a text that is longer by so much.
fn varied(mut record: Record, number: usize, longer_by: usize) -> SealedRecord {
    record.submission.submission_id = format!("0f8fad5b-d9cb-469f-a165-{number:012x}");
    let mut texts = record.answers.iter_mut().filter_map(|answer| match answer {
        RecordedAnswer::Answered { text, .. } => text.as_mut()?.en.as_mut(),
        _ => None,
    });
    texts
        .next()
        .unwrap()
        .push_str(&" word".repeat(longer_by / 5));
    SealedRecord::new(record).unwrap()
}

fn signed(record: SealedRecord, key: &SigningKey) -> Vec<u8> {
    let signer = Signer {
        role: Role::Preparer,
        name: "Bench".to_owned(),
    };
    let mut file = SubmissionFile::unsigned(record);
    file.sign(key, &signer, now()).unwrap();
    file.to_bytes().unwrap()
}

fn write(folder: &Path, algorithm: &str) {
    let algorithm = Algorithm::from_name(algorithm).unwrap();
    let secret = vec![7; algorithm.secret_bytes()];
    let key = SigningKey::from_secret_for(algorithm, &secret).unwrap();
    let base = record();
    let longer_by = FILE_BYTES - signed(varied(base.clone(), 0, 0), &key).len();
    std::fs::create_dir_all(folder).unwrap();
    let mut files = Vec::new();
    for number in 0..FILES {
        let name = format!("{number:04}.json");
        let bytes = signed(varied(base.clone(), number, longer_by), &key);
        std::fs::write(folder.join(&name), bytes).unwrap();
        files.push(serde_json::json!({ "file": name, "outcome": "verified" }));
    }
    std::fs::write(
        folder.join("key.pub.jwk"),
        key.public_key().to_jwk().unwrap(),
    )
    .unwrap();
    let manifest = serde_json::json!({ "now": NOW, "keys": ["key.pub.jwk"], "files": files });
    std::fs::write(folder.join("manifest.json"), manifest.to_string()).unwrap();
}

#[cfg(unix)]
fn cpu_nanoseconds() -> i64 {
    let spent = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    spent.tv_sec * 1_000_000_000 + spent.tv_nsec
}

#[cfg(not(unix))]
fn cpu_nanoseconds() -> i64 {
    panic!("CPU time is read on Unix only")
}

fn time(folder: &Path) {
    let key = std::fs::read(folder.join("key.pub.jwk")).unwrap();
    let keys = [PublicKey::from_jwk(&key).unwrap()];
    let files: Vec<Vec<u8>> = (0..FILES)
        .map(|number| std::fs::read(folder.join(format!("{number:04}.json"))).unwrap())
        .collect();
    let verified = |file: &[u8]| matches!(verify(file, &keys, now()), Verification::Verified(_));
    assert!(files.iter().take(50).all(|file| verified(file)));
    for file in &files {
        let start = cpu_nanoseconds();
        assert!(verified(file));
        println!("{}", cpu_nanoseconds() - start);
    }
}

fn main() {
    let words: Vec<String> = std::env::args()
        .skip(1)
        .filter(|word| word != "--bench")
        .collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--write", folder, algorithm] => write(Path::new(folder), algorithm),
        ["--time", folder] => time(Path::new(folder)),
        _ => println!("run by benches/verify-compare"),
    }
}
