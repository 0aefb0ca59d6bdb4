//! The published schema and the loader agree on what a definition is.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use probitas::questionnaire::Questionnaire;
use serde_json::Value;

const SCHEMA: &str = include_str!("../assets/schema/probitas-questionnaire-1.schema.json");
const SHIPPED: &str =
    include_str!("../assets/questionnaire/pco-ve-self-assessment-2024/definition.json");
const SISTER: &str = include_str!("fixtures/sister-questionnaire.json");

fn validator() -> jsonschema::Validator {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    jsonschema::draft202012::meta::validate(&schema).unwrap();
    jsonschema::validator_for(&schema).unwrap()
}

#[test]
fn definitions_fit_the_schema() {
    let validator = validator();
    for definition in [SHIPPED, SISTER] {
        let value: Value = serde_json::from_str(definition).unwrap();
        let errors: Vec<String> = validator
            .iter_errors(&value)
            .map(|error| format!("{} {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{errors:#?}");
    }
}

/// What is done to a definition, and its name.
type Fault = (&'static str, fn(&mut Value));

#[test]
fn what_the_loader_refuses_by_shape_the_schema_refuses_too() {
    let validator = validator();
    let faults: [Fault; 6] = [
        ("a missing language", |value| {
            value["title"].as_object_mut().unwrap().remove("fr");
        }),
        ("an empty wording", |value| {
            value["title"]["fr"] = " ".into();
        }),
        ("an unknown member", |value| {
            value["titel"] = "x".into();
        }),
        ("an unknown kind", |value| {
            value["sections"][0]["questions"][0]["items"][0]["kind"] = "date".into();
        }),
        ("a condition of two operators", |value| {
            value["sections"][0]["questions"][0]["items"][1]["expectedWhen"]["all"] =
                Value::Array(vec![]);
        }),
        ("no sections", |value| {
            value["sections"] = Value::Array(vec![]);
        }),
    ];
    for (name, fault) in faults {
        let mut value: Value = serde_json::from_str(SHIPPED).unwrap();
        fault(&mut value);
        assert!(!validator.is_valid(&value), "{name}");
        assert!(Questionnaire::load(&value.to_string()).is_err(), "{name}");
    }
}
