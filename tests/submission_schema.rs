//! The published JSON Schema takes what the program writes, and nothing else.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "tests"
)]

#[path = "support/submission.rs"]
mod support;

use serde_json::{Value, json};
use support::signed_by;

fn validator() -> jsonschema::Validator {
    let schema = include_str!("../assets/schema/probitas-submission-1.schema.json");
    let schema: Value = serde_json::from_str(schema).unwrap();
    assert!(jsonschema::meta::is_valid(&schema));
    jsonschema::draft202012::new(&schema).unwrap()
}

fn file(keys: &[u8]) -> Value {
    serde_json::from_slice(&signed_by(keys).to_bytes().unwrap()).unwrap()
}

#[test]
fn written_files_are_valid() {
    for keys in [&[][..], &[1], &[1, 2]] {
        let file = file(keys);
        let errors: Vec<_> = validator()
            .iter_errors(&file)
            .map(|error| error.to_string())
            .collect();
        assert_eq!(errors, Vec::<String>::new());
    }
}

#[test]
fn every_object_refuses_other_members() {
    let validator = validator();
    let mut pointers = Vec::new();
    objects(&file(&[1]), String::new(), &mut pointers);
    assert!(pointers.len() > 20, "{pointers:?}");
    for pointer in pointers {
        let mut file = file(&[1]);
        file.pointer_mut(&pointer).unwrap()["other"] = json!(1);
        assert!(!validator.is_valid(&file), "{pointer}");
    }
}

fn objects(value: &Value, pointer: String, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                objects(member, format!("{pointer}/{name}"), found);
            }
            found.push(pointer);
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                objects(item, format!("{pointer}/{index}"), found);
            }
        }
        _ => {}
    }
}

#[test]
fn values_that_no_record_has_are_refused() {
    let validator = validator();
    for (pointer, value) in [
        ("/format", json!("probitas-submission/2")),
        ("/record/submission/revision", json!(0)),
        ("/record/submission/revision", json!(2)),
        ("/record/submission/previous", json!("abc")),
        ("/record/submission/createdAt", json!("2024-10-31")),
        ("/record/submission/submissionId", json!("1")),
        ("/record/submission/answerLanguages", json!([])),
        ("/record/submission/answerLanguages", json!(["en", "en"])),
        ("/record/submission/organization/name", json!({})),
        ("/record/submission/organization/name/en", json!("")),
        ("/record/answers/0/state", json!("unanswered")),
        ("/record/answers/0/choices", json!([])),
        ("/record/answers/1/text/source", json!("de")),
        ("/record/answers/1/text/mediaType", json!("text/html")),
        ("/record/answers/5/text/source", json!("en")),
        ("/record/answers/0/id", json!("a b")),
        ("/record/attestations/0/wordingVersion", json!(0)),
        ("/record/attestations/0/role", json!("boss")),
        ("/signatures/0/signature", json!("a=")),
    ] {
        let mut file = file(&[1]);
        *file.pointer_mut(pointer).unwrap() = value.clone();
        assert!(!validator.is_valid(&file), "{pointer} {value}");
    }
    let mut untranslated = file(&[1]);
    let text = untranslated.pointer_mut("/record/answers/1/text").unwrap();
    text.as_object_mut().unwrap().remove("translation");
    assert!(!validator.is_valid(&untranslated));
}
