//! The notices of what the programs are made of besides our own work.
//!
//! `packaging/supply/notices.sh` makes the file, with every licence text once;
//! CI holds it to Cargo.lock. It is in both languages at once.

use std::io::Read;
use std::sync::LazyLock;

use flate2::read::GzDecoder;

const PACKED: &[u8] = include_bytes!("../../assets/notices/THIRD-PARTY-NOTICES.txt.gz");

static TEXT: LazyLock<String> = LazyLock::new(|| {
    let mut text = String::new();
    // It is part of the program, and a test reads it.
    match GzDecoder::new(PACKED).read_to_string(&mut text) {
        Ok(_) => text,
        Err(_) => String::new(),
    }
});

/// The whole text.
#[must_use]
pub fn notices() -> &'static str {
    &TEXT
}

/// Its paragraphs, each of which may have several lines; a component with its
/// holders of rights is one.
pub fn paragraphs() -> impl Iterator<Item = &'static str> {
    let parts = notices().split("\n\n");
    let parts = parts.map(|part| part.trim_matches('\n'));
    parts.filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_notices_name_a_crate_a_font_and_their_licences() {
        let names: Vec<_> = paragraphs().filter(|part| part.contains(" – ")).collect();
        for component in ["Inter 4 – OFL-1.1", "egui 0", "serde_json 1"] {
            let is_it = |part: &&&str| part.starts_with(component);
            assert_eq!(names.iter().filter(is_it).count(), 1, "{component}");
        }
        for licence in ["SIL OPEN FONT LICENSE", "Permission is hereby granted"] {
            assert!(notices().contains(licence), "{licence}");
        }
    }

    #[test]
    fn every_licence_that_a_component_names_is_there() {
        let numbers = |text: &str| -> Vec<usize> {
            let parts = text.split('[').skip(1);
            let parts = parts.filter_map(|part| part.split(']').next());
            parts.filter_map(|number| number.parse().ok()).collect()
        };
        let (components, texts) = notices().split_once("LICENCE TEXTS").unwrap();
        let heads = texts.lines().filter(|line| line.ends_with("-----"));
        let there: Vec<usize> = heads.flat_map(numbers).collect();
        assert_eq!(there, (1..=there.len()).collect::<Vec<_>>());
        let entries = components.lines().filter(|line| line.contains(" – ["));
        let named: Vec<_> = entries.map(numbers).collect();
        assert!(named.len() > 300);
        for numbers in named {
            assert!(!numbers.is_empty());
            assert!(numbers.iter().all(|number| there.contains(number)));
        }
    }

    #[test]
    fn the_notices_hold_nothing_that_a_terminal_obeys() {
        let commands = |character: char| character.is_control() && character != '\n';
        assert!(!notices().contains(commands));
    }
}
