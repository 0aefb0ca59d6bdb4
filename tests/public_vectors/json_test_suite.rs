//! `JSONTestSuite`: what its names say must be accepted (`y_`) or refused
//! (`n_`), and what a reader may decide (`i_`).

use std::collections::BTreeMap;

use probitas::submission::canonical::{JsonFault, parse_reencoded, parse_strict};

use crate::folder;
use JsonFault::{ForbiddenCharacter, NameNotAscii, NotAnInteger};

/// JSON, but refused on purpose: readers differ on duplicate names.
const DUPLICATE_NAMES: [&str; 2] = [
    "y_object_duplicated_key.json",
    "y_object_duplicated_key_and_value.json",
];

/// Of what a reader may decide, what is accepted in a file that was written
/// anew. None of it is in its canonical form.
const DECIDED_TO_ACCEPT: [&str; 5] = [
    "i_number_double_huge_neg_exp.json",
    "i_number_real_underflow.json",
    "i_number_too_big_neg_int.json",
    "i_number_too_big_pos_int.json",
    "i_number_very_big_negative_int.json",
];

/// JSON, but not in a record: what narrowed I-JSON refuses.
const NARROWED: [(&str, JsonFault); 32] = [
    ("y_number.json", NotAnInteger),
    ("y_number_0e+1.json", NotAnInteger),
    ("y_number_0e1.json", NotAnInteger),
    ("y_number_double_close_to_zero.json", NotAnInteger),
    ("y_number_int_with_exp.json", NotAnInteger),
    ("y_number_minus_zero.json", NotAnInteger),
    ("y_number_negative_zero.json", NotAnInteger),
    ("y_number_real_capital_e.json", NotAnInteger),
    ("y_number_real_capital_e_neg_exp.json", NotAnInteger),
    ("y_number_real_capital_e_pos_exp.json", NotAnInteger),
    ("y_number_real_exponent.json", NotAnInteger),
    ("y_number_real_fraction_exponent.json", NotAnInteger),
    ("y_number_real_neg_exp.json", NotAnInteger),
    ("y_number_real_pos_exponent.json", NotAnInteger),
    ("y_number_simple_real.json", NotAnInteger),
    ("y_object_escaped_null_in_key.json", NameNotAscii),
    ("y_object_extreme_numbers.json", NotAnInteger),
    ("y_string_allowed_escapes.json", ForbiddenCharacter('\u{8}')),
    (
        "y_string_escaped_control_character.json",
        ForbiddenCharacter('\u{12}'),
    ),
    (
        "y_string_escaped_noncharacter.json",
        ForbiddenCharacter('\u{ffff}'),
    ),
    (
        "y_string_last_surrogates_1_and_2.json",
        ForbiddenCharacter('\u{10ffff}'),
    ),
    (
        "y_string_nonCharacterInUTF-8_U+10FFFF.json",
        ForbiddenCharacter('\u{10ffff}'),
    ),
    (
        "y_string_nonCharacterInUTF-8_U+FFFF.json",
        ForbiddenCharacter('\u{ffff}'),
    ),
    ("y_string_null_escape.json", ForbiddenCharacter('\0')),
    (
        "y_string_unescaped_char_delete.json",
        ForbiddenCharacter('\u{7f}'),
    ),
    (
        "y_string_unicode_U+10FFFE_nonchar.json",
        ForbiddenCharacter('\u{10fffe}'),
    ),
    (
        "y_string_unicode_U+1FFFE_nonchar.json",
        ForbiddenCharacter('\u{1fffe}'),
    ),
    (
        "y_string_unicode_U+200B_ZERO_WIDTH_SPACE.json",
        ForbiddenCharacter('\u{200b}'),
    ),
    (
        "y_string_unicode_U+FDD0_nonchar.json",
        ForbiddenCharacter('\u{fdd0}'),
    ),
    (
        "y_string_unicode_U+FFFE_nonchar.json",
        ForbiddenCharacter('\u{fffe}'),
    ),
    (
        "y_string_with_del_character.json",
        ForbiddenCharacter('\u{7f}'),
    ),
    ("y_structure_lonely_negative_real.json", NotAnInteger),
];

fn files() -> BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(folder("json-test-suite")).unwrap();
    let mut files: BTreeMap<String, Vec<u8>> = entries
        .map(|entry| entry.unwrap())
        .map(|entry| (entry.file_name().into_string().unwrap(), entry.path()))
        .filter(|(name, _)| name.contains('_'))
        .map(|(name, path)| (name, std::fs::read(path).unwrap()))
        .collect();
    let repeated = [
        ("n_structure_100000_opening_arrays.json", "["),
        ("n_structure_open_array_object.json", "[{\"\":"),
    ];
    for (name, text) in repeated {
        files.insert(name.to_owned(), text.repeat(100_000).into_bytes());
    }
    files
}

#[test]
fn every_file_is_accepted_or_refused_as_its_name_says() {
    let mut decided = Vec::new();
    let mut refused = Vec::new();
    for (name, text) in files() {
        let accepted = parse_reencoded(&text).is_ok();
        match &name[..2] {
            "y_" if !accepted => refused.push(name),
            "n_" => assert!(!accepted, "{name}"),
            "i_" if accepted => decided.push(name),
            _ => {}
        }
    }
    assert_eq!(files().len(), 318);
    assert_eq!(refused, DUPLICATE_NAMES);
    assert_eq!(decided, DECIDED_TO_ACCEPT);
}

#[test]
fn a_record_holds_less_than_json_can() {
    let mut narrowed = Vec::new();
    for (name, text) in files() {
        let strict = parse_strict(&text);
        if name.starts_with("y_") && !DUPLICATE_NAMES.contains(&name.as_str()) {
            if let Err(error) = strict {
                narrowed.push((name, error.fault));
            }
        } else {
            assert!(strict.is_err(), "{name}");
        }
    }
    let expected = NARROWED.map(|(name, fault)| (name.to_owned(), fault));
    assert_eq!(narrowed, expected);
}
