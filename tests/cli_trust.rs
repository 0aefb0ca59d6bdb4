//! Two people sign, an agency lists their keys and verifies, at the terminal.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test stops at the first surprise"
)]

#[path = "support/terminal.rs"]
mod terminal;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use chrono::TimeDelta;
use probitas::cli::{Exit, Surroundings};
use probitas::submission::key::PublicKey;
use serde_json::Value;
use tempfile::TempDir;
use terminal::{PASSPHRASE, Ran, run_at, run_in, run_today, surroundings, today};

/// An office in which the preparer has signed, with everybody's keys, and an
/// agency that has listed both of its people.
struct Office {
    folder: TempDir,
    submission: String,
}

impl Office {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let office = Office {
            submission: String::new(),
            folder,
        };
        for (name, role, algorithm) in [
            ("preparer", "preparer", "ES256"),
            ("head", "deputyHead", "ES384"),
            ("agency", "preparer", "Ed25519"),
        ] {
            let key = office.path(&format!("{name}.key"));
            let line = ["keygen", "-o", &key, "--name", name, "--role", role];
            let line = [&line[..], &["--algorithm", algorithm]].concat();
            run_today(&line).ended(Exit::Good);
        }
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let draft = root.join("tests/cli/inputs/complete.probitas");
        let (out, key) = (office.path("out"), office.path("preparer.key"));
        let draft = draft.to_str().unwrap();
        run_today(&["export", draft, "--out", &out, "--key", &key]).ended(Exit::Good);
        let submission = office.exported(".json");
        Office {
            submission,
            ..office
        }
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    fn exported(&self, ending: &str) -> String {
        let entries = fs::read_dir(self.folder.path().join("out")).unwrap();
        let mut paths = entries.map(|entry| entry.unwrap().path());
        let found: PathBuf = paths
            .find(|path| path.to_str().unwrap().ends_with(ending))
            .unwrap();
        found.to_str().unwrap().to_owned()
    }

    /// Signs for the deputy head.
    fn approve(&self) -> String {
        let (key, public) = (self.path("head.key"), self.path("preparer.key.pub.jwk"));
        let signed = self.path("signed.json");
        let line = ["sign", &self.submission, "--key", &key, "-o", &signed];
        let line = [&line[..], &["--public-key", &public]].concat();
        let ran = run_today(&line).ended(Exit::Good);
        assert!(ran.err.contains("Signed by preparer"), "{}", ran.err);
        signed
    }

    fn list(&self, people: &[(&str, &str)]) -> String {
        let draft = self.path("draft.json");
        run_today(&["trust", "new", "-o", &draft]).ended(Exit::Good);
        for (name, role) in people {
            let key = self.path(&format!("{name}.key.pub.jwk"));
            let person = format!("Listed {name}");
            let line = ["trust", "add", &draft, "--key", &key, "--person", &person];
            let more = ["--organization-id", "example-agency", "--role", role];
            run_today(&[&line[..], &more].concat()).ended(Exit::Good);
        }
        self.issue("trust.json")
    }

    fn issue(&self, name: &str) -> String {
        let (draft, key) = (self.path("draft.json"), self.path("agency.key"));
        let list = self.path(name);
        let line = [
            "trust", "sign", &draft, "--key", &key, "-o", &list, "--days", "7",
        ];
        run_today(&line).ended(Exit::Good);
        list
    }

    fn verify(&self, file: &str, list: &str, more: &[&str]) -> Ran {
        let pin = self.path("agency.key.pub.jwk");
        let line = ["verify", file, "--trust", list, "--pin", &pin];
        run_today(&[&line[..], more].concat())
    }
}

const BOTH: [(&str, &str); 2] = [("preparer", "preparer"), ("head", "deputyHead")];

fn assert_report(report: &Value) {
    let schema = include_str!("../assets/schema/probitas-verification-1.schema.json");
    let schema: Value = serde_json::from_str(schema).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let errors: Vec<String> = validator
        .iter_errors(report)
        .map(|error| error.to_string())
        .collect();
    assert_eq!(errors, Vec::<String>::new(), "{report:#}");
}

#[test]
fn both_sign_and_the_agency_verifies_with_its_list() {
    let office = Office::new();
    let signed = office.approve();
    let list = office.list(&BOTH);
    let ran = office.verify(&signed, &list, &[]).ended(Exit::Good);
    assert!(ran.out.contains("Listed head (deputy head)"), "{}", ran.out);
    // The preparer alone is not enough, but for an approval by hand.
    office
        .verify(&office.submission, &list, &[])
        .ended(Exit::Findings);
    let handwritten = ["--policy", "preparer-handwritten"];
    let ran = office
        .verify(&office.submission, &list, &handwritten)
        .ended(Exit::Good);
    assert!(ran.out.contains("by hand"), "{}", ran.out);
}

#[test]
fn the_report_for_programs_has_codes_and_fits_its_schema() {
    let office = Office::new();
    let signed = office.approve();
    let list = office.list(&BOTH);
    let text = fs::read_to_string(&signed).unwrap();
    let changed = office.path("changed.json");
    fs::write(&changed, text.replace("Spring 2025", "Spring 2026")).unwrap();
    let missing = office.path("missing.json");
    let more = [changed.as_str(), &missing, &office.submission, "--json"];
    let report = office
        .verify(&signed, &list, &more)
        .ended(Exit::Files)
        .json();
    assert_report(&report);
    let outcomes: Vec<&str> = report["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| file["outcome"].as_str().unwrap())
        .collect();
    assert_eq!(
        outcomes,
        ["verified", "not-verified", "unreadable", "not-verified"]
    );
    assert_eq!(report["files"][1]["reasons"][0]["code"], "signature-bad");
    assert_eq!(
        report["files"][3]["reasons"][0]["code"],
        "deputy-head-missing"
    );
    assert_eq!(
        report["files"][0]["signatures"][1]["listed"]["person"],
        "Listed head"
    );
    assert_eq!(report["files"][0]["notChecked"][0]["code"], "signing-time");
    // With another pin the list itself is refused.
    let pin = office.path("head.key.pub.jwk");
    let line = ["verify", &signed, "--trust", &list, "--pin", &pin, "--json"];
    let report = run_today(&line).ended(Exit::Findings).json();
    assert_report(&report);
    assert_eq!(report["trustList"]["reasons"][0]["code"], "kid-unknown");
}

#[test]
fn an_unlisted_signer_is_to_be_confirmed() {
    let office = Office::new();
    let signed = office.approve();
    let list = office.list(&BOTH[..1]);
    office.verify(&signed, &list, &[]).ended(Exit::Findings);
    let key = office.path("head.key.pub.jwk");
    let ran = office
        .verify(&signed, &list, &["--key", &key])
        .ended(Exit::Findings);
    assert!(ran.out.contains("signer not yet confirmed"), "{}", ran.out);
    assert!(
        ran.out.contains("a number that you already have"),
        "{}",
        ran.out
    );
}

/// The list that is changed, and the key that is revoked, while somebody types.
static MEANWHILE: OnceLock<(String, String)> = OnceLock::new();

#[test]
fn a_key_that_is_revoked_while_the_passphrase_is_typed_is_revoked_in_the_list() {
    let office = Office::new();
    let signed = office.approve();
    office.list(&BOTH);
    let public = fs::read_to_string(office.path("head.key.pub.jwk")).unwrap();
    let kid = PublicKey::from_jwk(public.as_bytes()).unwrap().kid();
    MEANWHILE
        .set((office.path("draft.json"), kid.as_str().to_owned()))
        .unwrap();
    let typing = Surroundings {
        passphrase: None,
        ask: |_| {
            let (draft, kid) = MEANWHILE.get().unwrap();
            let reason = ["--reason", "keyCompromise"];
            let line = ["trust", "revoke", draft, "--kid", kid];
            run_today(&[&line[..], &reason].concat()).ended(Exit::Good);
            Ok(PASSPHRASE.to_owned())
        },
        ..surroundings()
    };
    let [draft, key, list] = ["draft.json", "agency.key", "list.json"].map(|one| office.path(one));
    run_in(
        typing,
        ["trust", "sign", &draft, "--key", &key, "-o", &list],
    )
    .ended(Exit::Good);
    office
        .verify(&signed, &list, &[])
        .ended(Exit::Findings)
        .says("in the hands of others");
}

#[test]
fn a_revoked_key_and_an_old_list_are_refused() {
    let office = Office::new();
    let signed = office.approve();
    let first = office.list(&BOTH);
    let seen = office.path("seen.json");
    let remember = ["--seen", seen.as_str()];
    office.verify(&signed, &first, &remember).ended(Exit::Good);
    let jwk: Value =
        serde_json::from_slice(&fs::read(office.path("head.key.pub.jwk")).unwrap()).unwrap();
    let (draft, kid) = (office.path("draft.json"), jwk["kid"].as_str().unwrap());
    let line = [
        "trust",
        "revoke",
        &draft,
        "--kid",
        kid,
        "--reason",
        "keyCompromise",
    ];
    run_today(&line).ended(Exit::Good);
    let second = office.issue("second.json");
    let ran = office
        .verify(&signed, &second, &remember)
        .ended(Exit::Findings);
    assert!(ran.out.contains("in the hands of others"), "{}", ran.out);
    let ran = office
        .verify(&signed, &first, &remember)
        .ended(Exit::Findings);
    assert!(ran.err.contains("number 2 was already seen"), "{}", ran.err);
    let pin = office.path("agency.key.pub.jwk");
    let line = ["verify", &signed, "--trust", &first, "--pin", &pin];
    let ran = run_at(today() + TimeDelta::days(8), &line).ended(Exit::Findings);
    assert!(ran.err.contains("out of date"), "{}", ran.err);
    let show = ["trust", "show", &second, "--pin", &pin, "--lang", "fr"];
    let ran = run_today(&show).ended(Exit::Good);
    assert!(ran.out.contains("révoquée le"), "{}", ran.out);
}

#[test]
fn signing_keeps_order_and_never_twice_with_one_key() {
    let office = Office::new();
    let signed = office.approve();
    let again = office.path("again.json");
    let key = office.path("head.key");
    let line = ["sign", &signed, "--key", &key, "-o", &again];
    let ran = run_today(&line).ended(Exit::Findings);
    assert!(
        ran.err.contains("already has a signature by this key"),
        "{}",
        ran.err
    );
    let late = office.path("agency.key");
    let line = ["sign", &signed, "--key", &late, "-o", &again];
    let ran = run_today(&line).ended(Exit::Findings);
    assert!(
        ran.err.contains("deputy head has already signed"),
        "{}",
        ran.err
    );
    let text = fs::read_to_string(&office.submission).unwrap();
    let changed = office.path("changed.json");
    fs::write(&changed, text.replace("Spring 2025", "Spring 2026")).unwrap();
    let public = office.path("preparer.key.pub.jwk");
    let line = [
        "sign",
        &changed,
        "--key",
        &key,
        "-o",
        &again,
        "--public-key",
        &public,
    ];
    let ran = run_today(&line).ended(Exit::Findings);
    assert!(ran.err.contains("does not fit the content"), "{}", ran.err);
    assert!(!Path::new(&again).exists());
    // With a trust list the preparer must be listed.
    let (list, pin) = (office.list(&BOTH[1..]), office.path("agency.key.pub.jwk"));
    let line = ["sign", &office.submission, "--key", &key, "-o", &again];
    let line = [&line[..], &["--trust", &list, "--pin", &pin]].concat();
    run_today(&line).ended(Exit::Findings);
}

#[test]
fn the_submission_in_a_pdf_is_verified_as_a_file() {
    let office = Office::new();
    let (pdf, key) = (office.exported(".pdf"), office.path("preparer.key.pub.jwk"));
    let ran = run_today(&["verify", &pdf, "--key", &key]).ended(Exit::Good);
    assert!(ran.out.contains("The pages are a copy"), "{}", ran.out);
    let report = run_today(&["verify", &pdf, "--key", &key, "--json"])
        .ended(Exit::Good)
        .json();
    assert_report(&report);
    assert_eq!(report["files"][0]["inPdf"], true);
    let bytes = fs::read(&pdf).unwrap();
    for (name, bytes, code) in [
        ("short.pdf", &bytes[..bytes.len() / 2], "pdf-unreadable"),
        ("empty.pdf", &b"%PDF-1.7\n"[..], "pdf-unreadable"),
    ] {
        let path = office.path(name);
        fs::write(&path, bytes).unwrap();
        let report = run_today(&["verify", &path, "--key", &key, "--json"]);
        let report = report.ended(Exit::Findings).json();
        assert_eq!(report["files"][0]["reasons"][0]["code"], code, "{name}");
    }
    let blank = office.path("blank.pdf");
    run_today(&["blank", "-o", &blank]).ended(Exit::Good);
    let report = run_today(&["verify", &blank, "--key", &key, "--json"]).json();
    assert_eq!(
        report["files"][0]["reasons"][0]["code"],
        "pdf-without-submission"
    );
}

#[test]
fn a_correction_refers_to_what_it_corrects_and_comparing_shows_the_change() {
    let office = Office::new();
    let (draft, public) = (
        office.path("r2.probitas"),
        office.path("preparer.key.pub.jwk"),
    );
    let line = [
        "revise",
        &office.submission,
        "-o",
        &draft,
        "--public-key",
        &public,
    ];
    run_today(&line).ended(Exit::Good);
    let read: Value = serde_json::from_slice(&fs::read(&draft).unwrap()).unwrap();
    assert_eq!(read["revision"], 2);
    let verify = ["verify", &office.submission, "--key", &public, "--json"];
    let report = run_today(&verify).json();
    assert_eq!(read["previous"], report["files"][0]["submission"]["digest"]);
    let text = fs::read_to_string(&draft).unwrap();
    fs::write(&draft, text.replace("Spring 2025", "Spring 2026")).unwrap();
    let compared = run_today(&["compare", &office.submission, &draft]).ended(Exit::Findings);
    for line in ["Revision", "- 1", "+ 2", "Spring 2026"] {
        assert!(compared.out.contains(line), "{line}: {}", compared.out);
    }
    let same = run_today(&["compare", &office.submission, &office.submission]);
    assert!(same.ended(Exit::Good).out.contains("the same"));
    let (out, key) = (office.path("second"), office.path("preparer.key"));
    let line = [
        "export",
        &draft,
        "--out",
        &out,
        "--key",
        &key,
        "--json",
        "--accept-warnings",
    ];
    run_today(&line).ended(Exit::Good);
}
