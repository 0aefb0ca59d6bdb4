//! The algorithms other than the default.

use probitas::submission::base64url;
use probitas::submission::file::SubmissionFile;
use probitas::submission::key::{Algorithm, SigningKey};
use serde_json::json;

use crate::headers::signed_how;
use crate::keys::key_for;
use crate::signatures::record_text;
use crate::support::{assemble, header, key, sealed, signer, signing_time};
use crate::vector::{Vector, bad_signature, good};

/// The order of Ed25519, little-endian (RFC 8032 §5.1).
const ED25519_ORDER: [u8; 32] = [
    0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
];

fn signed_with(keys: &[SigningKey]) -> SubmissionFile {
    let mut file = SubmissionFile::unsigned(sealed());
    for key in keys {
        file.sign(key, &signer(), signing_time()).unwrap();
    }
    file
}

fn bytes(keys: &[SigningKey]) -> Vec<u8> {
    signed_with(keys).to_bytes().unwrap()
}

/// The file of one signature by the key for `algorithm`, that signature changed.
fn with_signature(algorithm: Algorithm, change: impl Fn(&mut Vec<u8>)) -> String {
    let mut entries = signed_with(&[key_for(algorithm)]).signatures().to_vec();
    let mut signature = base64url::decode(&entries[0].signature).unwrap();
    change(&mut signature);
    entries[0].signature = base64url::encode(&signature);
    assemble(&record_text(), &entries)
}

/// Signed by the key for `algorithm` under the name of another.
fn under_the_name(algorithm: Algorithm, name: &str) -> String {
    let key = key_for(algorithm);
    let mut header = header();
    header["alg"] = json!(name);
    header["kid"] = json!(key.public_key().kid().as_str());
    signed_how(&header, |input| key.sign(input).unwrap())
}

/// s + L: another text for the same number.
fn add_order(signature: &mut [u8]) {
    let mut carry = 0;
    for (byte, more) in signature[32..].iter_mut().zip(ED25519_ORDER) {
        let sum = u16::from(*byte) + u16::from(more) + carry;
        *byte = u8::try_from(sum & 0xff).unwrap();
        carry = sum >> 8;
    }
}

pub fn vectors() -> Vec<Vector> {
    let [es384, ed25519] = [Algorithm::Es384, Algorithm::Ed25519].map(key_for);
    let bad = |name, about, text: String| bad_signature(0, "signature-bad", name, about, text);
    vec![
        good(
            "es384",
            "signed for ES384",
            bytes(std::slice::from_ref(&es384)),
        ),
        good(
            "ed25519",
            "signed for Ed25519",
            bytes(std::slice::from_ref(&ed25519)),
        ),
        good(
            "three-algorithms",
            "ES256, then ES384, then Ed25519",
            bytes(&[key(1), es384, ed25519]),
        ),
        bad_signature(
            0,
            "alg-mismatch",
            "es384-under-the-name-es256",
            "a key for ES384, and a header that says ES256",
            under_the_name(Algorithm::Es384, "ES256"),
        ),
        bad_signature(
            0,
            "alg-mismatch",
            "ed25519-under-the-name-eddsa",
            "the name that RFC 9864 retires",
            under_the_name(Algorithm::Ed25519, "EdDSA"),
        ),
        bad(
            "es384-zero",
            "r and s zero",
            with_signature(Algorithm::Es384, |bytes| bytes.fill(0)),
        ),
        bad(
            "es384-of-64-bytes",
            "as long as a signature for ES256",
            with_signature(Algorithm::Es384, |bytes| bytes.truncate(64)),
        ),
        bad(
            "ed25519-zero",
            "all bytes zero",
            with_signature(Algorithm::Ed25519, |bytes| bytes.fill(0)),
        ),
        bad(
            "ed25519-s-plus-order",
            "s + L, made without the key: RFC 8032 allows only s below L",
            with_signature(Algorithm::Ed25519, |bytes| add_order(bytes)),
        ),
    ]
}
