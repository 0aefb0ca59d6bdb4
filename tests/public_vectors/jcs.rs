//! The test data of RFC 8785.

use std::fmt::Write as _;

use probitas::submission::canonical::{CanonicalBytes, sha256};
use serde_json::Value;

use crate::folder;

#[test]
fn every_input_gives_its_output() {
    for name in [
        "arrays",
        "french",
        "structures",
        "unicode",
        "values",
        "weird",
    ] {
        let read = |folder_name: &str| {
            std::fs::read(folder("jcs").join(folder_name).join(format!("{name}.json"))).unwrap()
        };
        let value: Value = serde_json::from_slice(&read("input")).unwrap();
        let canonical = CanonicalBytes::of(&value).unwrap();
        let expected = read("output");
        assert_eq!(canonical.as_bytes(), expected, "{name}");
        // The canonical form is its own canonical form.
        let again: Value = serde_json::from_slice(&expected).unwrap();
        assert_eq!(CanonicalBytes::of(&again).unwrap().as_bytes(), expected);
    }
}

/// The sequence of numbers that is described beside the data: those of the
/// file, 2,000 in a row, then the digits of a chain of digests.
fn numbers() -> impl Iterator<Item = f64> {
    let list = std::fs::read_to_string(folder("jcs").join("numbers.txt")).unwrap();
    let first: Vec<u64> = list
        .lines()
        .map(|line| u64::from_str_radix(line, 16).unwrap())
        .collect();
    let serial = (0..2000).map(|step| 0x0010_0000_0000_0000 + step);
    let mut block = [0; 32];
    let drawn = std::iter::repeat_with(move || {
        block = sha256(&block);
        block
    })
    .flat_map(|block| {
        let part = move |index: usize| block[8 * index..8 * index + 8].try_into().unwrap();
        [0, 1, 2, 3].map(|index| f64::from_le_bytes(part(index)))
    })
    .filter(|number| *number != 0.0 && number.is_finite());
    first
        .into_iter()
        .chain(serial)
        .map(f64::from_bits)
        .chain(drawn)
}

/// The digests stand beside the data.
#[test]
fn a_hundred_thousand_numbers_are_written_as_ecmascript_writes_them() {
    let mut lines = String::new();
    for (index, number) in numbers().take(100_000).enumerate() {
        let canonical = CanonicalBytes::of(&number).unwrap();
        let text = std::str::from_utf8(canonical.as_bytes()).unwrap();
        writeln!(lines, "{:x},{text}", number.to_bits()).unwrap();
        let expected = match index + 1 {
            1_000 => "be18b62b6f69cdab33a7e0dae0d9cfa869fda80ddc712221570f9f40a5878687",
            10_000 => "b9f7a8e75ef22a835685a52ccba7f7d6bdc99e34b010992cbc5864cd12be6892",
            100_000 => "22776e6d4b49fa294a0d0f349268e5c28808fe7e0cb2bcbe28f63894e494d4c7",
            _ => continue,
        };
        let digest = sha256(lines.as_bytes()).map(|byte| format!("{byte:02x}"));
        assert_eq!(digest.concat(), expected, "{} lines", index + 1);
    }
}
