//! What the verifiers of `docs/verify/` are held against: files that we sign
//! now, and one file with a thousand changes. `.ci/verifiers` runs them; the
//! files are written to `target/tmp/verifiers/`.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    missing_docs,
    reason = "tests"
)]

#[path = "support/signed.rs"]
mod signed;

use chrono::DateTime;
use probitas::questionnaire::Role;
use probitas::submission::base64url;
use probitas::submission::canonical::sha256;
use probitas::submission::file::SubmissionFile;
use probitas::submission::jws::Signer;
use probitas::submission::key::{Algorithm, PublicKey, SigningKey};
use probitas::submission::record::SealedRecord;
use probitas::submission::verify::{Verification, verify};
use serde_json::{Value, json};
use signed::{SIGNED_AT, example, signed};
use std::path::{Path, PathBuf};

const EXAMPLES: [&str; 4] = [
    "elections-canada",
    "immigration-refugees-citizenship",
    "innovation-science-economic-development",
    "treasury-board-secretariat",
];
const PLACES: usize = 1000;

fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("verifiers");
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn secret(algorithm: Algorithm) -> Vec<u8> {
    vec![7; algorithm.secret_bytes()]
}

fn key(algorithm: Algorithm) -> SigningKey {
    SigningKey::from_secret_for(algorithm, &secret(algorithm)).unwrap()
}

fn now() -> i64 {
    DateTime::parse_from_rfc3339(SIGNED_AT).unwrap().timestamp()
}

fn record(name: &str) -> SealedRecord {
    let (shipped, response) = example(name);
    signed(shipped, &response).file.record().clone()
}

/// The record of an example, signed by a key for each algorithm in turn.
fn submission(name: &str, algorithms: &[Algorithm]) -> Vec<u8> {
    let signer = Signer {
        role: Role::Preparer,
        name: "Zoé Tremblay".to_owned(),
    };
    let mut file = SubmissionFile::unsigned(record(name));
    for algorithm in algorithms {
        let at = DateTime::from_timestamp(now(), 0).unwrap();
        file.sign(&key(*algorithm), &signer, at).unwrap();
    }
    file.to_bytes().unwrap()
}

/// Writes the keys, public and secret: they protect nothing.
fn write_keys() {
    for algorithm in Algorithm::ALL {
        let public = key(algorithm).public_key().to_jwk().unwrap();
        let mut jwk: Value = serde_json::from_slice(&public).unwrap();
        let name = algorithm.name();
        std::fs::write(folder().join(format!("{name}.pub.jwk")), public).unwrap();
        jwk["d"] = json!(base64url::encode(&secret(algorithm)));
        std::fs::write(folder().join(format!("{name}.jwk")), jwk.to_string()).unwrap();
    }
}

fn key_names(ending: &str) -> Vec<String> {
    let names = Algorithm::ALL.iter().map(|algorithm| algorithm.name());
    names.map(|name| format!("{name}.{ending}")).collect()
}

fn write_manifest(name: &str, mut manifest: Value) {
    manifest["now"] = json!(now());
    manifest["keys"] = json!(key_names("pub.jwk"));
    std::fs::write(folder().join(name), manifest.to_string()).unwrap();
}

fn public_keys() -> Vec<PublicKey> {
    Algorithm::ALL
        .map(|algorithm| key(algorithm).public_key())
        .into()
}

fn outcome(file: &[u8]) -> Verification {
    let now = DateTime::from_timestamp(now(), 0).unwrap();
    verify(file, &public_keys(), now)
}

#[test]
fn submissions_for_other_verifiers() {
    let mut files = Vec::new();
    for name in EXAMPLES {
        let [first, second, third] = Algorithm::ALL;
        for algorithms in [&[first][..], &[second], &[third], &Algorithm::ALL] {
            let bytes = submission(name, algorithms);
            assert!(matches!(outcome(&bytes), Verification::Verified(_)));
            let file = format!("{name}-{}.json", files.len());
            std::fs::write(folder().join(&file), &bytes).unwrap();
            files.push(json!({ "file": file, "outcome": "verified" }));
        }
    }
    write_keys();
    let largest = record(EXAMPLES[0]);
    std::fs::write(folder().join("record.json"), largest.bytes().as_bytes()).unwrap();
    let secrets = key_names("jwk");
    let manifest = json!({ "files": files, "record": "record.json", "secrets": secrets });
    write_manifest("manifest.json", manifest);
}

/// SHA-256 of a counter: the same places everywhere, every time.
fn drawn(counter: usize, below: usize) -> usize {
    let digest = sha256(&counter.to_be_bytes());
    let bytes = digest[..8].try_into().unwrap();
    usize::try_from(u64::from_be_bytes(bytes) % u64::try_from(below).unwrap()).unwrap()
}

/// One character of `letters` and what replaces it: no white space, which may
/// change outside of texts.
fn change(letters: &[char], number: usize) -> (usize, char) {
    let place = drawn(2 * number, letters.len());
    let others: Vec<char> = ('!'..='~')
        .filter(|letter| *letter != letters[place])
        .collect();
    (place, others[drawn(2 * number + 1, others.len())])
}

#[test]
fn a_file_changed_at_any_of_a_thousand_places_is_refused() {
    let bytes = submission(EXAMPLES[3], &Algorithm::ALL);
    let letters: Vec<char> = String::from_utf8(bytes.clone()).unwrap().chars().collect();
    let places: Vec<Value> = (0..PLACES)
        .map(|number| {
            let (place, letter) = change(&letters, number);
            let mut changed = letters.clone();
            changed[place] = letter;
            let changed: String = changed.into_iter().collect();
            match outcome(changed.as_bytes()) {
                Verification::NotVerified(reasons) => {
                    json!([place, letter, reasons[0].code(), reasons[0].signature])
                }
                other => panic!("place {place}, {letter:?}: {other:?}"),
            }
        })
        .collect();
    write_keys();
    std::fs::write(folder().join("places.json.file"), &bytes).unwrap();
    write_manifest(
        "places.json",
        json!({ "file": "places.json.file", "places": places }),
    );
}

#[test]
fn the_schemas_beside_the_verifiers_are_the_published_ones() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for name in ["submission", "trust"] {
        let file = format!("probitas-{name}-1.schema.json");
        let published = std::fs::read(root.join("assets/schema").join(&file)).unwrap();
        let beside = root.join("docs/verify").join(&file);
        if std::env::var_os("PROBITAS_BLESS").is_some() {
            std::fs::write(&beside, &published).unwrap();
        }
        assert!(
            std::fs::read(&beside).unwrap() == published,
            "{file} differs"
        );
    }
}
