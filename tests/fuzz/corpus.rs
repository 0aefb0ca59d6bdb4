//! Real files of every kind that is read.

use std::fs;
use std::path::Path;

use crate::agency::{agency_key, by_both, issued, preparer, record, signed, trust_record};
use crate::anew;
use crate::support::{key, sealed, signing_time, verifying_time};
use chrono::{DateTime, Utc};
use lopdf::{Document, Object, Stream, dictionary};
use probitas::export::html;
use probitas::i18n::Language;
use probitas::questionnaire::{Role, shipped};
use probitas::report::{Content, published_page};
use probitas::response::QuestionnaireResponse;
use probitas::rules::{CompletedResponse, evaluate};
use probitas::submission::key::{Algorithm, PublicKey, SigningKey};
use probitas::submission::key_file::KeyHolder;
use probitas::submission::possession::prove;
use probitas::submission::record::SealedRecord;
use probitas::submission::register::receipt::ReceiptRecord;
use probitas::submission::register::{Register, verify_registered};
use probitas::submission::trust::verify_list;
use probitas::submission::verify::{Policy, Trust, Verification};

pub(crate) const PUBLIC_KEYS: [&[u8]; 2] = [
    include_bytes!("../vectors/submission/key-1.pub.jwk"),
    include_bytes!("../vectors/submission/key-2.pub.jwk"),
];

pub(crate) const AGENCY_KEY: &[u8] = include_bytes!("../vectors/submission/key-agency.pub.jwk");

/// When the lists of the set are in force.
pub(crate) fn trust_list_read_at() -> DateTime<Utc> {
    DateTime::from_timestamp(1_730_467_800, 0).unwrap()
}

pub(crate) fn trust_lists() -> Vec<Vec<u8>> {
    let mut lists = files("tests/vectors/submission", ".json");
    lists.retain(|file| file.windows(15).any(|text| text == b"probitas-trust/"));
    lists
}

/// The files in a folder of the project that end so, in the order of their names.
fn files(folder: &str, ending: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = fs::read_dir(folder).unwrap();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.to_string_lossy().ends_with(ending));
    paths.sort();
    paths.iter().map(|path| fs::read(path).unwrap()).collect()
}

pub(crate) fn submissions() -> Vec<Vec<u8>> {
    files("tests/vectors/submission", ".json")
}

/// The four published self-assessments as drafts.
pub(crate) fn drafts() -> Vec<Vec<u8>> {
    files("assets/examples", ".probitas")
}

pub(crate) fn definitions() -> Vec<Vec<u8>> {
    let mut definitions = files(
        "assets/questionnaire/pco-ve-self-assessment-2024",
        "definition.json",
    );
    definitions.extend(files("tests/fixtures", "sister-questionnaire.json"));
    definitions
}

pub(crate) fn key_files() -> Vec<Vec<u8>> {
    files("tests/cli/inputs", ".key")
}

/// Published pages as text, and the same drafts as HTML in both languages.
pub(crate) fn pages() -> Vec<Vec<u8>> {
    let mut pages = files("tests/fixtures/pages", ".txt");
    for response in responses() {
        let shipped = &shipped()[0];
        let evaluation = evaluate(&shipped.questionnaire, &response);
        let content = Content {
            shipped,
            response: &response,
            evaluation: &evaluation,
        };
        let html =
            Language::ALL.map(|language| html::page(&published_page(content, language), None));
        pages.extend(html.map(String::into_bytes));
    }
    pages
}

fn responses() -> Vec<QuestionnaireResponse> {
    let read = |draft: Vec<u8>| {
        let json = serde_json::from_slice(&draft).unwrap();
        QuestionnaireResponse::from_draft_json(&json)
            .unwrap()
            .response
    };
    drafts().into_iter().map(read).collect()
}

/// What is signed of the four published self-assessments, and the record of
/// the set.
pub(crate) fn records() -> Vec<Vec<u8>> {
    let questionnaire = &shipped()[0].questionnaire;
    let of = |response: QuestionnaireResponse| {
        let completed = CompletedResponse::check(questionnaire, &response, true).unwrap();
        SealedRecord::of(&completed).unwrap()
    };
    let records = responses().into_iter().map(of).chain([sealed()]);
    records
        .map(|record| record.bytes().as_bytes().to_vec())
        .collect()
}

/// One by each kind of key, and one by key 1 that answers a question.
pub(crate) fn proofs() -> Vec<Vec<u8>> {
    let holder = KeyHolder {
        name: "Zoé Example".to_owned(),
        role: Role::DeputyHead,
        organization_id: Some("example-agency".to_owned()),
    };
    let at = signing_time();
    let of = |algorithm| {
        let secret = match algorithm {
            Algorithm::Es384 => vec![3; 48],
            Algorithm::Es256 | Algorithm::Ed25519 => vec![3; 32],
        };
        let key = SigningKey::from_secret_for(algorithm, &secret).unwrap();
        prove(&key, &holder, at, None).unwrap()
    };
    let mut proofs: Vec<Vec<u8>> = Algorithm::ALL.into_iter().map(of).collect();
    proofs.push(prove(&key(1), &holder, at, Some("2026-117")).unwrap());
    proofs
}

/// That of the terminal tests, changed and torn too, and a longer one.
pub(crate) fn registers() -> Vec<Vec<u8>> {
    let mut registers = Vec::new();
    for folder in ["register", "register-changed", "register-torn"] {
        registers.extend(files(&format!("tests/cli/inputs/{folder}"), ".jsonl"));
    }
    registers.push(long_register());
    registers
}

/// Three offices hand in, one of them a correction too; one is approved by hand.
fn long_register() -> Vec<u8> {
    let now = verifying_time();
    let list = issued(trust_record(3, signing_time()), signing_time());
    let pinned = [agency_key().public_key()];
    let list = verify_list(&list, &pinned, None, now).unwrap();
    let trust = Trust {
        list: &list,
        keys: &[],
        policy: Policy::PreparerHandwritten,
        registered: &[],
        roots: None,
    };
    let names = ["Privy Council Office".to_owned()];
    let mut register = Register::begin(&names, now).unwrap();
    let mut file = register.last_line().unwrap();
    let first = record(0, 1, None);
    let correction = record(0, 2, Some(first.digest()));
    let unapproved = record(2, 1, None);
    let fingerprint = unapproved.digest().fingerprint();
    let preparer = [(preparer(2), Role::Preparer)];
    for submission in [
        by_both(0, &first, signing_time()),
        by_both(1, &record(1, 1, None), signing_time()),
        by_both(0, &correction, signing_time()),
        signed(&unapproved, &preparer, signing_time()),
    ] {
        let found = verify_registered(&submission, &trust, &register, now);
        let Verification::Verified(found) = found else {
            panic!("not verified")
        };
        let admitted = register.receive(&found).unwrap();
        register.enter(admitted, now).unwrap();
        file.extend(register.last_line().unwrap());
    }
    let seen = now.date_naive();
    let admitted = register.approve_on_paper(&fingerprint, seen, "Officer", now);
    register.enter(admitted.unwrap(), now).unwrap();
    file.extend(register.last_line().unwrap());
    file
}

pub(crate) fn receipt_keys() -> [PublicKey; 2] {
    let shipped = include_bytes!("../cli/inputs/example.key.pub.jwk");
    [PublicKey::from_jwk(shipped).unwrap(), key(1).public_key()]
}

/// That of the terminal tests, and one for every submission of the registers.
pub(crate) fn receipts() -> Vec<Vec<u8>> {
    let mut receipts = files("tests/cli/inputs", "receipt.json");
    for file in registers() {
        let Ok(register) = Register::read(&file) else {
            continue;
        };
        for found in register.all_received() {
            let receipt = ReceiptRecord::of(register.audience(), &found);
            receipts.push(receipt.sign(&key(1), "Agency", signing_time()).unwrap());
        }
    }
    receipts
}

/// With a submission attached, as it is and compressed. They have no pages:
/// what those show is never read.
pub(crate) fn pdfs() -> Vec<Vec<u8>> {
    let submission = anew::signed(&anew::SUBMISSION, sealed().bytes().as_bytes());
    let of = |compressed: bool| {
        let mut document = Document::with_version("1.7");
        let mut stream = Stream::new(dictionary! { "Type" => "EmbeddedFile" }, submission.clone());
        if compressed {
            stream.compress().unwrap();
        }
        let file = document.add_object(stream);
        let description = document.add_object(dictionary! {
            "Type" => "Filespec",
            "AFRelationship" => "Source",
            "EF" => dictionary! { "F" => file, "UF" => file },
        });
        let pages = document.add_object(dictionary! {
            "Type" => "Pages", "Kids" => Vec::<Object>::new(), "Count" => 0,
        });
        let files = vec![Object::from(description)];
        let catalog = dictionary! { "Type" => "Catalog", "Pages" => pages, "AF" => files };
        let catalog = document.add_object(catalog);
        document.trailer.set("Root", catalog);
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).unwrap();
        bytes
    };
    [false, true].map(of).into()
}
