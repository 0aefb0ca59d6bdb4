//! `manifest.json`: what every file must lead to, for programs.

use probitas::submission::canonical::{CanonicalBytes, pretty};
use probitas::submission::fingerprint::RecordDigest;
use serde_json::{Value, json};

use crate::keys;
use crate::lists::{self, ListVector};
use crate::support::{sealed, verifying_time};
use crate::vector::{Expected, Vector, With};

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
    let mut entry = json!({
        "file": file,
        "about": about,
        "outcome": expected.outcome(),
    });
    if let Expected::Refused(code, signature) = expected {
        entry["reason"] = json!(code);
        entry["signature"] = json!(signature);
    }
    entry
}

fn file(vector: &Vector) -> Value {
    let mut entry = entry(&vector.file(), vector.about, vector.expected);
    if let With::List {
        policy,
        stranger,
        registered,
    } = vector.with
    {
        let keys: &[&str] = if stranger {
            &["key-stranger.pub.jwk"]
        } else {
            &[]
        };
        let digests: Vec<RecordDigest> =
            registered.then(|| sealed().digest()).into_iter().collect();
        entry["trust"] = json!({
            "list": lists::GOOD,
            "policy": policy.name(),
            "keys": keys,
            "registered": digests,
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
