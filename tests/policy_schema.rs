//! The published schema of an organization's settings takes what the program
//! reads without a fault, and nothing else.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "tests"
)]

use std::path::Path;

use probitas::app::{PolicyFile, Preferable, Preferences};
use serde_json::{Value, json};

const EXAMPLE: &str = include_str!("../packaging/probitas-policy.example.json");

fn schema() -> Value {
    let schema = include_str!("../assets/schema/probitas-policy-1.schema.json");
    serde_json::from_str(schema).unwrap()
}

fn validator() -> jsonschema::Validator {
    assert!(jsonschema::meta::is_valid(&schema()));
    jsonschema::draft202012::new(&schema()).unwrap()
}

fn read(policy: &Value) -> PolicyFile {
    PolicyFile::from_json(Path::new("probitas-policy.json"), &policy.to_string())
}

fn example() -> Value {
    serde_json::from_str(EXAMPLE).unwrap()
}

#[test]
fn example_is_valid_and_read_without_a_fault() {
    assert!(validator().is_valid(&example()));
    assert!(!read(&example()).is_faulty());
    let preferences = Preferences::default().under(read(&example()));
    for what in [Preferable::Paper, Preferable::Trust] {
        assert!(preferences.is_locked(what));
    }
}

#[test]
fn example_and_schema_name_everything_that_can_be_preferred() {
    let schema = schema();
    let mut known: Vec<&str> = Preferable::ALL.iter().map(|what| what.name()).collect();
    let locks = schema["properties"]["locked"]["items"]["enum"].as_array();
    let mut locks: Vec<&str> = locks.unwrap().iter().filter_map(Value::as_str).collect();
    let example = example();
    let mut shown: Vec<&str> = names(&example["preset"]);
    let mut preset = names(&schema["properties"]["preset"]["properties"]);
    for list in [&mut known, &mut locks, &mut shown, &mut preset] {
        list.sort_unstable();
    }
    assert_eq!(locks, known);
    assert_eq!(preset, known);
    assert_eq!(shown, known);
}

fn names(members: &Value) -> Vec<&str> {
    members
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect()
}

#[test]
fn every_value_of_the_schema_is_read_without_a_fault() {
    let schema = schema();
    let presets = schema["properties"]["preset"]["properties"].as_object();
    for (name, member) in presets.unwrap() {
        for value in member["enum"].as_array().into_iter().flatten() {
            let mut policy = json!({"format": "probitas-policy/1.0", "preset": {}});
            policy["preset"][name] = value.clone();
            assert!(!read(&policy).is_faulty(), "{policy}");
        }
    }
}

#[test]
fn what_is_found_faulty_is_not_valid() {
    let validator = validator();
    for (pointer, value) in [
        ("/format", json!("probitas-policy/2.0")),
        ("/other", json!(1)),
        ("/preset", json!([])),
        ("/preset/theme", json!("sepia")),
        ("/preset/textPercent", json!("large")),
        ("/preset/other", json!(1)),
        ("/preset/trust", json!({"pins": []})),
        ("/preset/trust", json!({"list": "a", "other": 1})),
        ("/locked", json!("all")),
        ("/locked/0", json!("recent")),
    ] {
        let mut policy = example();
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        match policy.pointer_mut(parent).unwrap() {
            Value::Array(items) => items[0] = value,
            object => object[name] = value,
        }
        assert!(!validator.is_valid(&policy), "{policy}");
        assert!(read(&policy).is_faulty(), "{policy}");
    }
}
