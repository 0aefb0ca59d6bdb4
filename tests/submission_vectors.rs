//! The files under `tests/vectors/submission/`: a good one that signing gives
//! again byte for byte, and one for each fault, for everybody who writes a
//! verifier. `PROBITAS_REWRITE_GOLDENS=1` writes them anew.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    missing_docs,
    reason = "tests"
)]

#[path = "support/submission.rs"]
mod support;

use probitas::submission::base64url;
use probitas::submission::verify::Verification;
use serde_json::{Value, json};
use std::path::PathBuf;
use support::{
    RECORD, assemble, good_text, header, key, sealed, signed_by, verify_bytes, with_header,
    with_record,
};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/vectors/submission")
}

/// The outcome that a file must have, by the first word of its name.
fn outcome(verification: &Verification) -> &'static str {
    match verification {
        Verification::Verified(_) => "good",
        Verification::Unconfirmed(_) => "unconfirmed",
        Verification::NotSigned(_) => "unsigned",
        Verification::ContentValidReencoded(_) => "reencoded",
        Verification::NotVerified(_) => "bad",
    }
}

fn changed(from: &str, to: &str) -> String {
    let text = good_text();
    assert!(text.contains(from), "{from}");
    text.replacen(from, to, 1)
}

fn with_header_member(name: &str, value: Value) -> String {
    let mut header = header();
    header[name] = value;
    with_header(&header)
}

fn record_text() -> String {
    String::from_utf8(sealed().bytes().as_bytes().to_vec()).unwrap()
}

fn with_signature(change: impl Fn(&str) -> String) -> String {
    let mut entries = signed_by(&[1]).signatures().to_vec();
    entries[0].signature = change(&entries[0].signature);
    assemble(&record_text(), &entries)
}

/// The same signature with s replaced by n − s: made without the key.
fn other_s(signature: &str) -> String {
    const ORDER: [u8; 32] = [
        0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xbc,
        0xe6, 0xfa, 0xad, 0xa7, 0x17, 0x9e, 0x84, 0xf3, 0xb9, 0xca, 0xc2, 0xfc, 0x63, 0x25, 0x51,
    ];
    let mut bytes = base64url::decode(signature).unwrap();
    let mut borrow = false;
    for place in (0..32).rev() {
        let (first, under) = ORDER[place].overflowing_sub(bytes[32 + place]);
        let (difference, under_again) = first.overflowing_sub(u8::from(borrow));
        bytes[32 + place] = difference;
        borrow = under || under_again;
    }
    base64url::encode(&bytes)
}

fn one_good_one_bad() -> String {
    let mut entries = signed_by(&[1, 2]).signatures().to_vec();
    let first = entries[0].signature.clone();
    entries[1].signature = first;
    assemble(&record_text(), &entries)
}

fn first_signature_removed() -> String {
    let entries = signed_by(&[1, 2]).signatures().to_vec();
    assemble(&record_text(), &entries[1..])
}

fn record_with(pointer: &str, value: Value) -> String {
    let mut record: Value = serde_json::from_str(RECORD).unwrap();
    *record.pointer_mut(pointer).unwrap() = value;
    with_record(&record)
}

fn reordered() -> String {
    let value: Value = serde_json::from_str(&good_text()).unwrap();
    let record: Value = serde_json::from_str(RECORD).unwrap();
    json!({ "signatures": value["signatures"], "record": record, "format": value["format"] })
        .to_string()
}

fn text_of(keys: &[u8]) -> String {
    String::from_utf8(signed_by(keys).to_bytes().unwrap()).unwrap()
}

fn files() -> Vec<(&'static str, String)> {
    [
        accepted_files(),
        changed_files(),
        hostile_headers(),
        hostile_records(),
    ]
    .concat()
}

fn accepted_files() -> Vec<(&'static str, String)> {
    vec![
        ("good.json", good_text()),
        ("good-two-signatures.json", text_of(&[1, 2])),
        ("good-crlf.json", good_text().replace('\n', "\r\n")),
        (
            "good-indented-by-tabs.json",
            good_text().replace("  ", "\t"),
        ),
        ("good-high-s.json", with_signature(other_s)),
        ("unsigned.json", text_of(&[])),
        ("reencoded-members-reordered.json", reordered()),
        (
            "reencoded-e-acute-escaped.json",
            changed("Zoé", "Zo\\u00e9"),
        ),
        (
            "reencoded-number-with-fraction.json",
            changed("\"answerCount\": 6", "\"answerCount\": 6.0"),
        ),
    ]
}

fn changed_files() -> Vec<(&'static str, String)> {
    vec![
        (
            "bad-answer-changed.json",
            changed("a town hall", "no town hall"),
        ),
        (
            "bad-duplicate-member.json",
            changed("\"cycle\"", "\"cycle\": \"2019-2020\", \"cycle\""),
        ),
        (
            "bad-byte-order-mark.json",
            format!("\u{feff}{}", good_text()),
        ),
        ("bad-white-space-in-literal.json", changed("null", "nu ll")),
        ("bad-one-good-one-bad-signature.json", one_good_one_bad()),
        (
            "bad-first-signature-removed.json",
            first_signature_removed(),
        ),
        ("bad-unknown-key.json", text_of(&[3])),
        (
            "bad-base64url-padded.json",
            with_signature(|text| format!("{text}==")),
        ),
        ("bad-base64url-stray-bits.json", with_signature(stray_bits)),
    ]
}

fn hostile_headers() -> Vec<(&'static str, String)> {
    vec![
        (
            "bad-header-b64-false.json",
            with_header_member("b64", json!(false)),
        ),
        (
            "bad-header-crit.json",
            with_header_member("crit", json!(["iat"])),
        ),
        (
            "bad-header-alg-none.json",
            with_header_member("alg", json!("none")),
        ),
        (
            "bad-header-alg-es384.json",
            with_header_member("alg", json!("ES384")),
        ),
        (
            "bad-header-typ-trust.json",
            with_header_member("typ", json!("probitas-trust+jws")),
        ),
        (
            "bad-header-role-unknown.json",
            with_header_member("role", json!("boss")),
        ),
        (
            "bad-header-prev-wrong.json",
            with_header_member("prev", json!(base64url::encode(&[0; 32]))),
        ),
        (
            "bad-header-iat-in-2100.json",
            with_header_member("iat", json!(4_102_444_800_u64)),
        ),
    ]
}

fn hostile_records() -> Vec<(&'static str, String)> {
    vec![
        (
            "bad-record-direction-mark.json",
            record_with("/submission/cycle", json!("2023\u{202e}")),
        ),
        (
            "bad-record-not-nfc.json",
            record_with("/submission/cycle", json!("e\u{301}")),
        ),
        (
            "bad-record-fraction.json",
            record_with("/answerCount", json!(6.5)),
        ),
        (
            "bad-record-unknown-member.json",
            record_with(
                "/answers/4",
                json!({ "id": "q5.text", "state": "notAsked", "x": 1 }),
            ),
        ),
    ]
}

fn stray_bits(signature: &str) -> String {
    let (head, last) = signature.split_at(signature.len() - 1);
    format!("{head}{}", char::from(last.as_bytes()[0] + 1))
}

#[test]
fn the_files_are_what_this_program_writes_and_have_the_outcome_in_their_name() {
    let rewrite = std::env::var_os("PROBITAS_REWRITE_GOLDENS").is_some();
    let mut files = files();
    for number in [1, 2] {
        let jwk = key(number).public_key().to_jwk().unwrap();
        let name = ["key-1.pub.jwk", "key-2.pub.jwk"][usize::from(number) - 1];
        files.push((name, String::from_utf8(jwk).unwrap()));
    }
    for (name, text) in files {
        let path = folder().join(name);
        if rewrite {
            std::fs::write(&path, &text).unwrap();
        }
        let kept = std::fs::read(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(kept == text.as_bytes(), "{name} differs");
        if !name.starts_with("key-") {
            let found = outcome(&verify_bytes(&kept));
            assert!(name.starts_with(found), "{name}: {found}");
        }
    }
}
