//! What holds for every record, file and change.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "tests"
)]

#[path = "support/submission.rs"]
mod support;

use probitas::submission::canonical::{CanonicalBytes, MAX_INTEGER, compact, parse_strict, pretty};
use probitas::submission::verify::Verification;
use probitas::text::allowed_char;
use proptest::prelude::*;
use serde_json::Value;
use support::{good_text, signed_by, verify_bytes};
use unicode_normalization::UnicodeNormalization as _;

fn allowed_text() -> impl Strategy<Value = String> {
    any::<String>().prop_map(|text| {
        text.chars()
            .filter(|character| allowed_char(*character))
            .nfc()
            .collect()
    })
}

fn json_value() -> impl Strategy<Value = Value> {
    let size = i64::try_from(MAX_INTEGER).unwrap();
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-size..=size).prop_map(Value::from),
        allowed_text().prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map("[ -~]{0,8}", inner, 0..6)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

fn is_refused(bytes: &[u8]) -> bool {
    matches!(verify_bytes(bytes), Verification::NotVerified(_))
}

proptest! {
    #[test]
    fn the_canonical_form_is_stable(value in json_value()) {
        let canonical = CanonicalBytes::of(&value).unwrap();
        let read = parse_strict(canonical.as_bytes()).unwrap();
        prop_assert_eq!(&read, &value);
        prop_assert_eq!(CanonicalBytes::of(&read).unwrap(), canonical);
    }

    #[test]
    fn laying_out_changes_white_space_only(value in json_value()) {
        let canonical = CanonicalBytes::of(&value).unwrap();
        let laid_out = pretty(canonical.as_bytes());
        prop_assert_eq!(compact(&laid_out), canonical.as_bytes());
        let read: Value = serde_json::from_slice(&laid_out).unwrap();
        prop_assert_eq!(read, value);
    }

    #[test]
    fn any_bytes_are_refused_without_panic(bytes: Vec<u8>) {
        prop_assert!(is_refused(&bytes));
        prop_assert!(parse_strict(&bytes).is_err() || serde_json::from_slice::<Value>(&bytes).is_ok());
    }

    #[test]
    fn any_changed_byte_fails_verification(place: prop::sample::Index, change in 1_u8..) {
        let mut bytes = compact(good_text().as_bytes());
        let place = place.index(bytes.len());
        bytes[place] ^= change;
        prop_assert!(is_refused(&bytes), "byte {}", place);
    }

    #[test]
    fn any_removed_stretch_fails_verification(from: prop::sample::Index, length in 1_usize..200) {
        let mut bytes = compact(good_text().as_bytes());
        let from = from.index(bytes.len());
        let to = bytes.len().min(from + length);
        bytes.drain(from..to);
        prop_assert!(is_refused(&bytes));
    }

    #[test]
    fn any_added_text_fails_verification(place: prop::sample::Index, added in "[^ \t\r\n]{1,20}") {
        let mut text = String::from_utf8(signed_by(&[1, 2]).to_bytes().unwrap()).unwrap();
        let mut place = place.index(text.len());
        while !text.is_char_boundary(place) {
            place -= 1;
        }
        text.insert_str(place, &added);
        prop_assert!(is_refused(text.as_bytes()));
    }
}
