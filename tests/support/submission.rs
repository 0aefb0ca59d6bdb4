//! A record, keys and files for the tests of submissions.
#![allow(
    dead_code,
    missing_docs,
    unreachable_pub,
    reason = "each test binary uses a part of it"
)]

use chrono::{DateTime, Utc};
use probitas::questionnaire::Role;
use probitas::submission::base64url;
use probitas::submission::canonical::CanonicalBytes;
use probitas::submission::file::SubmissionFile;
use probitas::submission::jws::{SignatureEntry, Signer, prev, signing_input};
use probitas::submission::key::{PublicKey, SigningKey};
use probitas::submission::record::{Record, SealedRecord};
use probitas::submission::verify::{Verification, verify};
use serde_json::{Value, json};

pub const RECORD: &str = include_str!("../vectors/submission/record.json");

/// Half past noon, some day: when the tests sign.
pub fn signing_time() -> DateTime<Utc> {
    DateTime::from_timestamp(1_730_464_200, 0).unwrap()
}

/// An hour later: when they verify.
pub fn verifying_time() -> DateTime<Utc> {
    signing_time() + chrono::TimeDelta::hours(1)
}

/// A key that protects nothing: its secret is `number`, 32 times.
pub fn key(number: u8) -> SigningKey {
    SigningKey::from_secret(&[number; 32]).unwrap()
}

pub fn sealed() -> SealedRecord {
    let record: Record = serde_json::from_str(RECORD).unwrap();
    SealedRecord::new(record).unwrap()
}

pub fn signer() -> Signer {
    Signer {
        role: Role::Preparer,
        name: "Zoé Tremblay".to_owned(),
    }
}

/// The record of the tests, signed by each of `keys` in turn.
pub fn signed_by(keys: &[u8]) -> SubmissionFile {
    let mut file = SubmissionFile::unsigned(sealed());
    for number in keys {
        file.sign(&key(*number), &signer(), signing_time()).unwrap();
    }
    file
}

/// A good file with one signature, by key 1.
pub fn good_text() -> String {
    String::from_utf8(signed_by(&[1]).to_bytes().unwrap()).unwrap()
}

/// The header that key 1 would sign first.
pub fn header() -> Value {
    json!({
        "alg": "ES256",
        "iat": signing_time().timestamp(),
        "kid": key(1).public_key().kid().as_str(),
        "name": "Zoé Tremblay",
        "prev": prev(&[]).unwrap(),
        "role": "preparer",
        "typ": "probitas-submission+jws",
    })
}

/// Signs `payload` with key 1 under any header text, as a hostile program would.
pub fn entry_over(header: &[u8], payload: &[u8]) -> SignatureEntry {
    let protected = base64url::encode(header);
    let signature = key(1).sign(&signing_input(&protected, payload)).unwrap();
    SignatureEntry {
        protected,
        signature: base64url::encode(&signature),
    }
}

/// A file of these parts, as text of one line.
pub fn assemble(record: &str, entries: &[SignatureEntry]) -> String {
    let entries = serde_json::to_string(entries).unwrap();
    format!(r#"{{"format":"probitas-submission/1","record":{record},"signatures":{entries}}}"#)
}

/// A file with the good record and one signature under `header`.
pub fn with_header(header: &Value) -> String {
    let header = CanonicalBytes::of(header).unwrap();
    let record = sealed();
    let entry = entry_over(header.as_bytes(), record.bytes().as_bytes());
    assemble(
        std::str::from_utf8(record.bytes().as_bytes()).unwrap(),
        &[entry],
    )
}

/// A file whose record is `record` in canonical form, with a good signature.
pub fn with_record(record: &Value) -> String {
    let bytes = CanonicalBytes::of(record).unwrap();
    let header = CanonicalBytes::of(&header()).unwrap();
    let entry = entry_over(header.as_bytes(), bytes.as_bytes());
    assemble(std::str::from_utf8(bytes.as_bytes()).unwrap(), &[entry])
}

/// Verifies with the keys 1 and 2, an hour after signing.
pub fn verify_text(text: &str) -> Verification {
    verify_bytes(text.as_bytes())
}

/// Verifies with the keys 1 and 2, an hour after signing.
pub fn verify_bytes(bytes: &[u8]) -> Verification {
    let keys: Vec<PublicKey> = [1, 2].map(|number| key(number).public_key()).into();
    verify(bytes, &keys, verifying_time())
}
