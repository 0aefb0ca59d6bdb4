//! The files under `tests/vectors/submission/`: good ones that signing gives
//! again byte for byte, and one for each fault, for everybody who writes a
//! verifier. `manifest.json` says what each of them must lead to.
//! `PROBITAS_BLESS=1 cargo test --test submission_vectors` writes them anew.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    clippy::too_many_lines,
    missing_docs,
    unreachable_pub,
    reason = "tests, and long lists of files"
)]

mod accepted;
mod algorithms;
mod content;
mod encoding;
mod headers;
mod keys;
mod listed;
mod lists;
mod manifest;
mod records;
mod signatures;
mod vector;

#[path = "../support/submission.rs"]
mod support;
#[path = "../support/written.rs"]
mod written;

use std::path::{Path, PathBuf};

use vector::{Vector, reached};
use written::assert_written;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors/submission")
}

fn vectors() -> Vec<Vector> {
    [
        accepted::vectors(),
        content::vectors(),
        encoding::vectors(),
        signatures::vectors(),
        algorithms::vectors(),
        listed::vectors(),
        headers::vectors(),
        records::vectors(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Every file that this program writes, with its content.
fn files() -> Vec<(String, Vec<u8>)> {
    let keys = keys::trusted().into_iter().chain(keys::others());
    let keys = keys.map(|(name, key)| (name.to_owned(), key.to_jwk().unwrap()));
    let manifest = (
        "manifest.json".to_owned(),
        manifest::text(&vectors(), &lists::vectors()),
    );
    let submissions = vectors()
        .into_iter()
        .map(|vector| (vector.file(), vector.bytes));
    let lists = lists::vectors()
        .into_iter()
        .map(|vector| (vector.file(), vector.bytes));
    keys.chain([manifest])
        .chain(submissions)
        .chain(lists)
        .collect()
}

#[test]
fn the_files_are_what_this_program_writes() {
    let other = ["README.md", "record.json"];
    assert_written(&folder(), files(), |name| !other.contains(&name));
}

#[test]
fn every_file_leads_to_what_the_manifest_says() {
    for vector in vectors() {
        assert_eq!(reached(&vector), vector.expected, "{}", vector.file());
    }
}

#[test]
fn every_trust_list_leads_to_what_the_manifest_says() {
    for vector in lists::vectors() {
        assert_eq!(vector.reached(), vector.expected, "{}", vector.file());
    }
}
