//! `manifest.json`: what every file must lead to, for programs.

use probitas::submission::canonical::{CanonicalBytes, pretty};
use probitas::submission::verify::RegisteredSignature;
use serde_json::{Map, Value, json};

use crate::keys;
use crate::lists::{self, ListVector};
use crate::support::verifying_time;
use crate::vector::{Expected, Vector, With, registered};

pub fn text(vectors: &[Vector], lists: &[ListVector]) -> Vec<u8> {
    let manifest = json!({
        "format": "probitas-vectors/1",
        "now": verifying_time().timestamp(),
        "keys": keys::trusted().map(|(name, _)| name),
        "pinned": ["key-agency.pub.jwk"],
        "files": vectors.iter().map(file).collect::<Vec<Value>>(),
        "lists": lists.iter().map(list).collect::<Vec<Value>>(),
    });
    pretty(CanonicalBytes::of(&manifest).unwrap().as_bytes())
}

fn entry(file: &str, about: &str, expected: Expected) -> Value {
    let mut entry = found(expected);
    entry["file"] = json!(file);
    entry["about"] = json!(about);
    entry
}

fn found(expected: Expected) -> Value {
    match expected {
        Expected::Refused(code, signature) => json!({
            "outcome": expected.outcome(),
            "reason": code,
            "signature": signature,
        }),
        other => json!({ "outcome": other.outcome() }),
    }
}

/// Signatures by the digest of the record that they sign.
fn by_record(signature: &RegisteredSignature) -> Map<String, Value> {
    let known = json!({
        "kid": signature.kid.as_str(),
        "role": signature.role.name(),
        "iat": signature.signed_at.timestamp(),
    });
    let mut records = Map::new();
    records.insert(signature.record.hex(), json!([known]));
    records
}

fn file(vector: &Vector) -> Value {
    let expected = vector.without_form.unwrap_or(vector.expected);
    let mut entry = entry(&vector.file(), vector.about, expected);
    if vector.without_form.is_some() {
        entry["withQuestionnaire"] = found(vector.expected);
    }
    if let With::List {
        policy,
        stranger,
        registered: number,
    } = vector.with
    {
        let keys: &[&str] = if stranger {
            &["key-stranger.pub.jwk"]
        } else {
            &[]
        };
        let filed = number.map(registered);
        let filed = filed.as_ref().map(by_record).unwrap_or_default();
        entry["trust"] = json!({
            "list": lists::GOOD,
            "policy": policy.name(),
            "keys": keys,
            "registered": filed,
        });
    }
    entry
}

fn list(vector: &ListVector) -> Value {
    let mut entry = entry(&vector.file(), vector.about, vector.expected);
    if let Some(seen) = vector.seen {
        entry["seen"] = json!(seen);
    }
    entry
}
