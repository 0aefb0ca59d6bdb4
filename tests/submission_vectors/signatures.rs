//! Files whose list of signatures, or a signature, somebody changed.

use probitas::submission::base64url;
use probitas::submission::jws::{SignatureEntry, prev, signing_input};

use crate::support::{assemble, entry_over, header, key, sealed, signed_by, signer, signing_time};
use crate::vector::{Vector, bad, bad_signature};

/// The order of P-256, big-endian (SEC 2 §2.4.2).
const ORDER: [u8; 32] = [
    0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xbc, 0xe6,
    0xfa, 0xad, 0xa7, 0x17, 0x9e, 0x84, 0xf3, 0xb9, 0xca, 0xc2, 0xfc, 0x63, 0x25, 0x51,
];

pub fn record_text() -> String {
    String::from_utf8(sealed().bytes().as_bytes().to_vec()).unwrap()
}

/// The record signed by each key in turn, as the app writes it.
pub fn text_of(keys: &[u8]) -> String {
    String::from_utf8(signed_by(keys).to_bytes().unwrap()).unwrap()
}

/// The good file with another text for its signature.
pub fn with_signature(change: impl Fn(&str) -> String) -> String {
    let mut entries = signed_by(&[1]).signatures().to_vec();
    entries[0].signature = change(&entries[0].signature);
    assemble(&record_text(), &entries)
}

fn with_protected(change: impl Fn(&str) -> String) -> String {
    let mut entries = signed_by(&[1]).signatures().to_vec();
    entries[0].protected = change(&entries[0].protected);
    assemble(&record_text(), &entries)
}

/// The same signature with s replaced by n − s: made without the key.
pub fn other_s(signature: &str) -> String {
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

/// ASN.1 DER, as most libraries write ECDSA signatures (RFC 3279 §2.2.3).
fn der(signature: &str) -> String {
    let bytes = base64url::decode(signature).unwrap();
    let integer = |number: &[u8]| {
        let start = number.iter().position(|byte| *byte != 0).unwrap();
        let sign = if number[start] >= 0x80 { &[0][..] } else { &[] };
        let content = [sign, &number[start..]].concat();
        [&[2, u8::try_from(content.len()).unwrap()], &content[..]].concat()
    };
    let content = [integer(&bytes[..32]), integer(&bytes[32..])].concat();
    let der = [&[0x30, u8::try_from(content.len()).unwrap()], &content[..]].concat();
    base64url::encode(&der)
}

fn stray_bits(text: &str) -> String {
    let (head, last) = text.split_at(text.len() - 1);
    format!("{head}{}", char::from(last.as_bytes()[0] + 1))
}

fn file(entries: &[SignatureEntry]) -> String {
    assemble(&record_text(), entries)
}

pub fn vectors() -> Vec<Vector> {
    [lists(), mixed(), numbers(), encodings()]
        .into_iter()
        .flatten()
        .collect()
}

fn lists() -> Vec<Vector> {
    let two = signed_by(&[1, 2]).signatures().to_vec();
    let [first, second] = &two[..] else {
        panic!("two signatures")
    };
    let nine = {
        let mut entries = signed_by(&[1, 2, 1, 2, 1, 2, 1, 2]).signatures().to_vec();
        let ninth = probitas::submission::jws::sign(
            &sealed(),
            &key(1),
            &signer(),
            signing_time(),
            &entries,
        );
        entries.push(ninth.unwrap());
        file(&entries)
    };
    vec![
        bad_signature(
            0,
            "prev-mismatch",
            "first-signature-removed",
            "the second is made after one that is gone",
            file(&two[1..]),
        ),
        bad_signature(
            0,
            "prev-mismatch",
            "signatures-swapped",
            "the second before the first",
            file(&[second.clone(), first.clone()]),
        ),
        bad_signature(
            1,
            "prev-mismatch",
            "signature-duplicated",
            "the first twice",
            file(&[first.clone(), first.clone()]),
        ),
        bad(
            "signatures-too-many",
            "nine-signatures",
            "nine good signatures",
            nine,
        ),
    ]
}

fn mixed() -> Vec<Vector> {
    let mut good_bad = signed_by(&[1, 2]).signatures().to_vec();
    let first = good_bad[0].signature.clone();
    good_bad[1].signature = first;
    let mut bad_good = signed_by(&[1]).signatures().to_vec();
    bad_good[0].signature = base64url::encode(&[1; 64]);
    let mut second = header();
    second["kid"] = key(2).public_key().kid().as_str().into();
    second["prev"] = prev(&bad_good).unwrap().into();
    let protected = base64url::encode(second_bytes(&second).as_slice());
    let input = signing_input(&protected, sealed().bytes().as_bytes());
    bad_good.push(SignatureEntry {
        protected,
        signature: base64url::encode(&key(2).sign(&input).unwrap()),
    });
    vec![
        bad_signature(
            1,
            "signature-bad",
            "one-good-one-bad-signature",
            "a good signature beside a bad one proves nothing of the bad one",
            file(&good_bad),
        ),
        bad_signature(
            0,
            "signature-bad",
            "one-bad-one-good-signature",
            "the bad one first, the good one made after it",
            file(&bad_good),
        ),
        bad_signature(
            0,
            "kid-unknown",
            "unknown-key",
            "a key that was not given",
            text_of(&[3]),
        ),
        bad_signature(
            1,
            "kid-unknown",
            "unknown-second-key",
            "a good signature by a known key, then one by a stranger",
            text_of(&[1, 3]),
        ),
        bad_signature(
            0,
            "signature-bad",
            "signature-of-another-record",
            "a signature by key 1 over something else",
            file(&[another_record()]),
        ),
    ]
}

fn second_bytes(header: &serde_json::Value) -> Vec<u8> {
    let bytes = probitas::submission::canonical::CanonicalBytes::of(header);
    bytes.unwrap().as_bytes().to_vec()
}

fn another_record() -> SignatureEntry {
    entry_over(&second_bytes(&header()), b"{}")
}

fn numbers() -> Vec<Vector> {
    let bad = |name, about, signature: Vec<u8>| {
        let text = with_signature(|_| base64url::encode(&signature));
        bad_signature(0, "signature-bad", name, about, text)
    };
    let one = [&[0; 31][..], &[1]].concat();
    let real = base64url::decode(&signed_by(&[1]).signatures()[0].signature).unwrap();
    vec![
        bad("signature-zero", "r and s zero", vec![0; 64]),
        bad(
            "signature-of-ones",
            "r and s one",
            [one.clone(), one].concat(),
        ),
        bad(
            "signature-r-zero",
            "r zero",
            [&[0; 32], &real[32..]].concat(),
        ),
        bad(
            "signature-s-zero",
            "s zero",
            [&real[..32], &[0; 32]].concat(),
        ),
        bad(
            "signature-s-is-the-order",
            "s is n",
            [&real[..32], &ORDER].concat(),
        ),
        bad(
            "signature-r-is-the-order",
            "r is n",
            [&ORDER, &real[32..]].concat(),
        ),
        bad(
            "signature-too-short",
            "a byte is missing",
            real[..63].to_vec(),
        ),
        bad(
            "signature-too-long",
            "a byte too many",
            [&real[..], &[0]].concat(),
        ),
        bad("signature-empty", "no byte", Vec::new()),
        bad_signature(
            0,
            "signature-bad",
            "signature-in-der",
            "the right numbers in ASN.1 DER",
            with_signature(der),
        ),
    ]
}

fn encodings() -> Vec<Vector> {
    let bad_text = |code, name, about, text: String| bad_signature(0, code, name, about, text);
    vec![
        bad_text(
            "signature-base64url",
            "base64url-padded",
            "the signature with padding",
            with_signature(|text| format!("{text}==")),
        ),
        bad_text(
            "signature-base64url",
            "base64url-stray-bits",
            "unused bits of the last symbol set",
            with_signature(stray_bits),
        ),
        bad_text(
            "signature-base64url",
            "base64-of-the-other-alphabet",
            "+ and / instead of - and _",
            with_signature(|text| text.replace('-', "+").replace('_', "/")),
        ),
        bad_text(
            "header-base64url",
            "base64url-header-padded",
            "the header with padding",
            with_protected(|text| format!("{text}=")),
        ),
        bad_text(
            "header-base64url",
            "base64url-impossible-length",
            "one symbol over",
            with_protected(|text| format!("{text}A")),
        ),
        bad(
            "signature-entry",
            "base64url-with-space",
            "a space in the signature",
            with_signature(|text| format!("{} {}", &text[..40], &text[40..])),
        ),
        bad(
            "signature-entry",
            "base64url-with-backslash",
            "a backslash and letters instead of a symbol of the signature",
            with_signature(|text| format!("\\u00{:x}{}", text.as_bytes()[0], &text[1..])),
        ),
    ]
}
