//! Broken content with a good signature or digest: what somebody makes who
//! holds a key, or keeps the register.

use std::fmt::Write as _;

use probitas::submission::base64url;
use probitas::submission::canonical::{CanonicalBytes, sha256};
use probitas::submission::jws::prev;
use serde_json::{Value, json};

use crate::support::{entry_over, key, signing_time};

/// A kind of file that is signed.
pub(crate) struct Kind {
    pub(crate) format: &'static str,
    pub(crate) typ: &'static str,
    /// The role that the header names, where it names one.
    pub(crate) role: Option<&'static str>,
}

pub(crate) const SUBMISSION: Kind = Kind {
    format: "probitas-submission/1",
    typ: "probitas-submission+jws",
    role: Some("preparer"),
};

pub(crate) const TRUST_LIST: Kind = Kind {
    format: "probitas-trust/1",
    typ: "probitas-trust+jws",
    role: None,
};

pub(crate) const RECEIPT: Kind = Kind {
    format: "probitas-receipt/1",
    typ: "probitas-receipt+jws",
    role: None,
};

/// The records of files, as they are signed.
pub(crate) fn records(files: &[Vec<u8>]) -> Vec<Vec<u8>> {
    let record = |file: &Vec<u8>| {
        let file: Value = serde_json::from_slice(file).ok()?;
        let record = CanonicalBytes::of(file.get("record")?).ok()?;
        Some(record.as_bytes().to_vec())
    };
    files.iter().filter_map(record).collect()
}

/// A file with any record, signed by key 1.
pub(crate) fn signed(kind: &Kind, record: &[u8]) -> Vec<u8> {
    let mut header = json!({
        "alg": "ES256",
        "iat": signing_time().timestamp(),
        "kid": key(1).public_key().kid().as_str(),
        "name": "Zoé Tremblay",
        "prev": prev(&[]).unwrap(),
        "typ": kind.typ,
    });
    if let Some(role) = kind.role {
        header["role"] = role.into();
    }
    let header = CanonicalBytes::of(&header).unwrap();
    let entry = entry_over(header.as_bytes(), record);
    let entries = serde_json::to_string(&[entry]).unwrap();
    let head = format!(r#"{{"format":"{}","record":"#, kind.format);
    let tail = format!(r#","signatures":{entries}}}"#);
    [head.as_bytes(), record, tail.as_bytes()].concat()
}

/// The payload of a proof of possession.
pub(crate) fn claims(proof: &[u8]) -> Vec<u8> {
    let proof: Value = serde_json::from_slice(proof).unwrap();
    base64url::decode(proof["payload"].as_str().unwrap()).unwrap()
}

/// A proof of possession by key 1 with any payload.
pub(crate) fn proof(payload: &[u8]) -> Vec<u8> {
    let header = json!({
        "alg": "ES256",
        "kid": key(1).public_key().kid().as_str(),
        "typ": "probitas-possession+jws",
    });
    let header = CanonicalBytes::of(&header).unwrap();
    let entry = entry_over(header.as_bytes(), payload);
    let proof = json!({
        "payload": base64url::encode(payload),
        "protected": entry.protected,
        "signature": entry.signature,
    });
    serde_json::to_vec(&proof).unwrap()
}

/// A line of a register with any entry, and the digest of that.
pub(crate) fn line(entry: &[u8]) -> Vec<u8> {
    let mut hex = String::new();
    for byte in sha256(entry) {
        write!(hex, "{byte:02x}").unwrap();
    }
    let tail = format!(r#","sha256":"{hex}"}}"#);
    [br#"{"entry":"#, entry, tail.as_bytes(), b"\n"].concat()
}
