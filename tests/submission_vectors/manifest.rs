//! `manifest.json`: what every file must lead to, for programs.

use probitas::submission::canonical::{CanonicalBytes, pretty};
use serde_json::{Value, json};

use crate::keys;
use crate::support::signing_time;
use crate::vector::{Expected, Vector};

/// When the verifiers of the set verify: an hour after signing.
fn now() -> i64 {
    (signing_time() + chrono::TimeDelta::hours(1)).timestamp()
}

pub fn text(vectors: &[Vector]) -> Vec<u8> {
    let manifest = json!({
        "format": "probitas-vectors/1",
        "now": now(),
        "keys": keys::trusted().map(|(name, _)| name),
        "files": vectors.iter().map(entry).collect::<Vec<Value>>(),
    });
    pretty(CanonicalBytes::of(&manifest).unwrap().as_bytes())
}

fn entry(vector: &Vector) -> Value {
    let mut entry = json!({
        "file": vector.file(),
        "about": vector.about,
        "outcome": vector.expected.word(),
    });
    if let Expected::Refused(code, signature) = vector.expected {
        entry["reason"] = json!(code);
        entry["signature"] = json!(signature);
    }
    entry
}
