//! Checking the files of a new version in a terminal, with a key of the makers.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "tests"
)]

#[path = "support/terminal.rs"]
mod support;
#[path = "support/release.rs"]
mod release;

use std::fs;
use std::path::Path;

use probitas::cli::{Exit, Surroundings};
use probitas::i18n::Language;
use probitas::release::ReleaseKey;
use release::{fixture, folder, key};
use serde_json::Value;
use support::{Ran, run_in, surroundings};

fn update_in(language: Language, release_key: Option<ReleaseKey>, path: &Path) -> Ran {
    let surroundings = Surroundings {
        language,
        release_key,
        ..surroundings()
    };
    run_in(surroundings, ["update".as_ref(), path.as_os_str()])
}

fn update(path: &Path) -> Ran {
    update_in(Language::English, key("maker.pub"), path)
}

#[test]
fn a_signed_newer_version_is_told_with_what_is_new_in_both_languages() {
    let folder = folder("newer.json", "newer.json.minisig");
    for (language, outcome, point, intact) in [
        (
            Language::English,
            "Version 99.0.0 of 2027-01-15 is signed by the makers of Probitas",
            "- A first point.",
            "probitas-99.0.0-windows-x86_64-portable.zip: intact",
        ),
        (
            Language::French,
            "La version 99.0.0 du 2027-01-15 est signée par l’éditeur de Probitas",
            "- Un premier point.",
            "probitas-99.0.0-windows-x86_64-portable.zip\u{a0}: intact",
        ),
    ] {
        for path in [folder.path(), &folder.path().join("probitas-release.json")] {
            let ran = update_in(language, key("maker.pub"), path).ended(Exit::Good);
            for part in [outcome, point, intact, "windows-x86_64-setup.exe"] {
                assert!(ran.out.contains(part), "{part}: {}", ran.out);
            }
        }
    }
}

#[test]
fn the_whole_key_that_is_known_is_shown() {
    let folder = folder("newer.json", "newer.json.stranger.minisig");
    let own = key("maker.pub").unwrap();
    for (language, before) in [
        (Language::English, "\nKey of the makers for updates: "),
        (
            Language::French,
            "\nClé de l’éditeur pour les mises à jour\u{a0}: ",
        ),
    ] {
        let ran = update_in(language, Some(own.clone()), folder.path()).ended(Exit::Findings);
        let expected = format!("{before}{}", own.line());
        assert!(ran.out.contains(&expected), "{}", ran.out);
    }
}

#[test]
fn whatever_is_wrong_with_the_signature_says_so_and_nothing_else() {
    for (description, signature, part) in [
        (
            "newer.json",
            "newer.json.stranger.minisig",
            "Somebody else than the makers",
        ),
        (
            "newer.json",
            "newer.json.comment.minisig",
            "not as the makers of Probitas signed it",
        ),
        (
            "newer.json",
            "older.json.minisig",
            "not as the makers of Probitas signed it",
        ),
        (
            "newer.json",
            "newer.json.truncated.minisig",
            "cannot be read",
        ),
        ("newer.json", "newer.json.legacy.minisig", "cannot be read"),
    ] {
        let folder = folder(description, signature);
        let ran = update(folder.path()).ended(Exit::Findings);
        assert!(ran.out.contains(part), "{}", ran.out);
        assert!(!ran.out.contains("A first point") && !ran.out.contains("99.0.0"));
    }
    let unsigned = folder("newer.json", "newer.json.minisig");
    fs::remove_file(unsigned.path().join("probitas-release.json.minisig")).unwrap();
    let ran = update(unsigned.path()).ended(Exit::Findings);
    assert!(ran.out.contains("is not signed"), "{}", ran.out);
}

#[test]
fn an_older_version_is_never_offered() {
    let folder = folder("older.json", "older.json.minisig");
    let ran = update(folder.path()).ended(Exit::Findings);
    assert!(
        ran.out.contains("older than this one. It is not offered."),
        "{}",
        ran.out
    );
    assert!(!ran.out.contains("What to do"));
}

#[test]
fn a_package_that_was_changed_is_named_and_not_offered() {
    let folder = folder("newer.json", "newer.json.minisig");
    let [run, archive] = ["run", "tar.gz"].map(|ending| {
        folder
            .path()
            .join(format!("probitas-99.0.0-linux-x86_64.{ending}"))
    });
    // As long as before, and longer.
    let mut bytes = fs::read(&run).unwrap();
    bytes[3] ^= 1;
    replace(&run, &bytes);
    replace(
        &archive,
        b"something quite different, and much longer than what was there",
    );
    let ran = update(folder.path()).ended(Exit::Findings);
    for name in [
        "probitas-99.0.0-linux-x86_64.run",
        "probitas-99.0.0-linux-x86_64.tar.gz",
    ] {
        assert!(ran.out.contains(&format!("{name}: DAMAGED")), "{}", ran.out);
        assert!(!ran.out.contains(&format!("run: sh {name}")), "{}", ran.out);
    }
}

fn replace(path: &Path, bytes: &[u8]) {
    probitas::storage::write_new(path, bytes, true).unwrap();
}

#[test]
fn names_that_lead_elsewhere_are_refused_though_they_are_signed() {
    let folder = folder("traversal.json", "traversal.json.minisig");
    let ran = update(folder.path()).ended(Exit::Findings);
    assert!(ran.out.contains("../probitas-99.0.0"), "{}", ran.out);
    assert!(!ran.out.contains("intact"));
}

#[test]
fn a_program_without_a_key_shows_sums_that_nobody_confirmed() {
    let folder = folder("newer.json", "newer.json.minisig");
    let ran = update_in(Language::English, None, folder.path()).ended(Exit::Findings);
    for part in ["nothing is confirmed", "which nobody confirmed"] {
        assert!(ran.out.contains(part), "{}", ran.out);
    }
    assert!(!ran.out.contains("What to do"));
}

#[test]
fn what_is_not_there_is_a_failure_of_files() {
    let folder = tempfile::tempdir().unwrap();
    let ran = update(folder.path()).ended(Exit::Files);
    assert!(ran.err.contains("probitas-release.json"), "{}", ran.err);
}

#[test]
fn descriptions_are_valid_by_the_published_schema_where_they_are_read() {
    let schema = include_str!("../assets/schema/probitas-release-1.schema.json");
    let schema: Value = serde_json::from_str(schema).unwrap();
    assert!(jsonschema::meta::is_valid(&schema));
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    for (name, valid) in [
        ("newer.json", true),
        ("older.json", true),
        ("traversal.json", false),
        ("huge.json", false),
        ("later.json", false),
    ] {
        let description: Value = serde_json::from_slice(&fixture(name)).unwrap();
        assert_eq!(validator.is_valid(&description), valid, "{name}");
        let read = probitas::release::Description::from_json(&fixture(name));
        assert_eq!(read.is_ok(), valid, "{name}");
    }
}

#[test]
fn what_is_new_is_told_of_this_version_in_both_languages() {
    let news: Value = serde_json::from_slice(
        &fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("packaging/whats-new.json")).unwrap(),
    )
    .unwrap();
    assert_eq!(news["version"], env!("CARGO_PKG_VERSION"));
    let mut description: Value = serde_json::from_slice(&fixture("newer.json")).unwrap();
    description["whatsNew"] = news["whatsNew"].clone();
    let text = description.to_string();
    let read = probitas::release::Description::from_json(text.as_bytes()).unwrap();
    assert_eq!(read.whats_new.en.len(), read.whats_new.fr.len());
    assert!(!read.whats_new.en.is_empty());
}
