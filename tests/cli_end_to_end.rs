//! Import, check, export, verify: the whole way of a published page at the
//! terminal, and the failures that need more than a file to show.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

#[path = "support/terminal.rs"]
mod terminal;

use std::fs;
use std::path::{Path, PathBuf};

use probitas::cli::{Exit, Surroundings};
use tempfile::TempDir;
use terminal::{run_in, surroundings};

const PAGES: [&str; 4] = [
    "elections-canada.en.txt",
    "treasury-board-secretariat.en.txt",
    "innovation-science-economic-development.en.txt",
    "immigration-refugees-citizenship.en.txt",
];

macro_rules! cli {
    ($($argument:expr),* $(,)?) => {
        run_in(surroundings(), [$(Path::new(&$argument)),*])
    };
}

fn page(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/pages");
    folder.join(name)
}

fn input(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli/inputs");
    folder.join(name)
}

fn key(folder: &TempDir) -> (PathBuf, PathBuf) {
    let key = folder.path().join("preparer.key");
    cli!("keygen", "-o", key, "--name", "Zoé Example").ended(Exit::Good);
    (key, folder.path().join("preparer.key.pub.jwk"))
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

fn ending_in(folder: &Path, ending: &str) -> PathBuf {
    let found = names(folder)
        .into_iter()
        .find(|name| name.ends_with(ending));
    folder.join(found.expect(ending))
}

#[test]
fn every_published_page_goes_the_whole_way() {
    let folder = tempfile::tempdir().unwrap();
    let (key, public) = key(&folder);
    for name in PAGES {
        let draft = folder.path().join(format!("{name}.probitas"));
        let out = folder.path().join(format!("{name}.out"));
        cli!("import", page(name), "-o", draft).ended(Exit::Good);
        cli!("check", draft).ended(Exit::Good);
        let exported = cli!(
            "export",
            draft,
            "--out",
            out,
            "--key",
            key,
            "--accept-warnings"
        );
        let exported = exported.ended(Exit::Good);
        let files = names(&out);
        assert_eq!(files.len(), 2, "{files:?}");
        for file in &files {
            assert!(exported.out.contains(file), "{}", exported.out);
        }
        let json = ending_in(&out, ".json");
        let verified = cli!("verify", json, "--key", public).ended(Exit::Good);
        assert!(verified.out.contains("Zoé Example"), "{}", verified.out);
        let pdf = fs::read(ending_in(&out, ".pdf")).unwrap();
        assert!(pdf.starts_with(b"%PDF-"));
    }
}

#[test]
fn the_same_draft_gives_the_same_files() {
    let folder = tempfile::tempdir().unwrap();
    let (key, _) = key(&folder);
    let draft = input("complete.probitas");
    let (first, second) = (folder.path().join("1"), folder.path().join("2"));
    for out in [&first, &second] {
        cli!("export", draft, "--out", out, "--key", key).ended(Exit::Good);
    }
    assert_eq!(names(&first), names(&second));
    for name in names(&first) {
        let same = fs::read(first.join(&name)).unwrap() == fs::read(second.join(&name)).unwrap();
        assert!(same, "{name}");
    }
}

#[test]
fn a_changed_answer_is_not_verified() {
    let folder = tempfile::tempdir().unwrap();
    let (key, public) = key(&folder);
    let out = folder.path().join("out");
    let draft = input("complete.probitas");
    cli!("export", draft, "--out", out, "--key", key, "--json").ended(Exit::Good);
    let json = ending_in(&out, ".json");
    let changed = fs::read_to_string(&json)
        .unwrap()
        .replace("Spring 2025", "Spring 2026");
    let copy = folder.path().join("changed.json");
    write(&copy, changed.as_bytes());
    cli!("verify", copy, "--key", public).ended(Exit::Findings);
    cli!("verify", json, "--key", public).ended(Exit::Good);
}

#[test]
fn nothing_is_overwritten_unless_forced() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let draft = input("complete.probitas");
    cli!("export", draft, "--out", out, "--json").ended(Exit::Good);
    let json = ending_in(&out, ".json");
    write(&json, b"mine");
    let refused = cli!("export", draft, "--out", out, "--json").ended(Exit::Files);
    assert!(refused.err.contains("exists already"), "{}", refused.err);
    assert_eq!(fs::read(&json).unwrap(), b"mine");
    cli!("export", draft, "--out", out, "--json", "--force").ended(Exit::Good);
    assert_ne!(fs::read(&json).unwrap(), b"mine");
}

#[test]
fn an_unsigned_submission_says_so_in_its_name_and_when_verified() {
    let folder = tempfile::tempdir().unwrap();
    let (_, public) = key(&folder);
    let out = folder.path().join("out");
    let draft = input("complete.probitas");
    cli!("export", draft, "--out", out, "--json").ended(Exit::Good);
    let json = ending_in(&out, "-UNSIGNED-NON-SIGNE.json");
    let verified = cli!("verify", json, "--key", public, "--lang", "fr").ended(Exit::Findings);
    assert!(verified.out.starts_with("Non signé"), "{}", verified.out);
}

#[test]
fn a_draft_with_errors_is_marked_in_its_text() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let draft = input("unfinished.probitas");
    cli!("export", draft, "--out", out, "--text", "both", "--json").ended(Exit::Findings);
    assert_eq!(names(&out).len(), 1);
    let text = fs::read_to_string(ending_in(&out, "-DRAFT-EBAUCHE.txt")).unwrap();
    assert!(text.contains("DRAFT") && text.contains("ÉBAUCHE"), "{text}");
}

#[test]
fn a_file_that_is_too_large_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let large = folder.path().join("large");
    write(&large, &vec![b' '; 4 * 1024 * 1024 + 1]);
    let new = folder.path().join("new.probitas");
    for (ran, limit) in [
        (cli!("check", large), "4\u{a0}MiB"),
        (cli!("import", large, "-o", new), "2\u{a0}MiB"),
        (
            cli!("verify", large, "--key", input("example.key.pub.jwk")),
            "4\u{a0}MiB",
        ),
        (
            cli!("verify", page(PAGES[0]), "--key", large),
            "64\u{a0}KiB",
        ),
    ] {
        let ran = ran.ended(Exit::Files);
        assert!(ran.err.contains(limit), "{}", ran.err);
    }
    assert!(!new.exists());
}

#[test]
fn an_import_never_makes_a_draft_that_could_not_be_opened() {
    let folder = tempfile::tempdir().unwrap();
    let long = &folder.path().join("long.txt");
    let published = fs::read_to_string(page(PAGES[0])).unwrap();
    let lines = "a\n".repeat(80_000);
    write(long, format!("{lines}{published}").as_bytes());
    let draft = &folder.path().join("long.probitas");
    let ran = cli!("import", long, "-o", draft).ended(Exit::Files);
    assert!(ran.err.contains("4\u{a0}MiB"), "{}", ran.err);
    assert!(!draft.exists());
}

#[test]
fn without_a_terminal_the_passphrase_must_come_from_elsewhere() {
    let folder = tempfile::tempdir().unwrap();
    let key = folder.path().join("key");
    let arguments = ["keygen", "-o", key.to_str().unwrap(), "--name", "Zoé"];
    let silent = Surroundings {
        passphrase: None,
        ..surroundings()
    };
    let ran = run_in(silent, arguments).ended(Exit::Files);
    assert!(ran.err.contains("PROBITAS_PASSPHRASE"), "{}", ran.err);
    assert!(!key.exists());
}

#[test]
fn the_passphrase_is_the_first_line_of_its_file() {
    let folder = tempfile::tempdir().unwrap();
    let (file, out) = (&folder.path().join("words"), &folder.path().join("out"));
    write(
        file,
        b"correct horse battery staple\r\nfor the key of 2024\n",
    );
    let (draft, key) = (&input("complete.probitas"), &input("example.key"));
    cli!(
        "export",
        draft,
        "--out",
        out,
        "--key",
        key,
        "--passphrase-file",
        file,
        "--json"
    )
    .ended(Exit::Good);
}

#[test]
fn a_new_passphrase_is_typed_twice() {
    use std::sync::atomic::{AtomicUsize, Ordering};
    static TYPED: AtomicUsize = AtomicUsize::new(0);
    let folder = tempfile::tempdir().unwrap();
    let key = folder.path().join("key");
    let arguments = ["keygen", "-o", key.to_str().unwrap(), "--name", "Zoé"];
    let unsteady = Surroundings {
        passphrase: None,
        ask: |_| Ok(format!("try {}", TYPED.fetch_add(1, Ordering::Relaxed))),
        ..surroundings()
    };
    run_in(unsteady, arguments).ended(Exit::Files);
    assert!(!key.exists());
    let steady = Surroundings {
        passphrase: None,
        ask: |_| Ok("six words".to_owned()),
        ..surroundings()
    };
    run_in(steady, arguments).ended(Exit::Good);
    assert!(key.exists());
}

#[test]
fn a_key_of_another_organization_is_noted() {
    let folder = tempfile::tempdir().unwrap();
    let key = folder.path().join("key");
    let id = ["--organization-id", "elsewhere"];
    cli!("keygen", "-o", key, "--name", "Zoé", id[0], id[1]).ended(Exit::Good);
    let out = folder.path().join("out");
    let draft = input("complete.probitas");
    let ran = cli!("export", draft, "--out", out, "--json", "--key", key).ended(Exit::Good);
    assert!(ran.err.contains("elsewhere"), "{}", ran.err);
    assert!(ran.err.contains("example-agency"), "{}", ran.err);
}

#[test]
fn the_text_of_an_export_is_imported_again() {
    let folder = tempfile::tempdir().unwrap();
    let (first, again) = (folder.path().join("a"), folder.path().join("b"));
    let draft = folder.path().join("again.probitas");
    cli!(
        "export",
        input("complete.probitas"),
        "--out",
        first,
        "--text",
        "en"
    )
    .ended(Exit::Good);
    cli!("import", ending_in(&first, ".txt"), "-o", draft).ended(Exit::Good);
    cli!("export", draft, "--out", again, "--text", "en").ended(Exit::Good);
    let text = |folder: &Path| fs::read_to_string(ending_in(folder, ".txt")).unwrap();
    assert_eq!(text(&first), text(&again));
}

fn write(path: &Path, bytes: &[u8]) {
    probitas::storage::write_new(path, bytes, true).unwrap();
}
