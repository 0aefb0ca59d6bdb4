//! The terminal program: a certificate file signs, and roots verify.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use probitas::cli::{Exit, Surroundings};
use probitas::i18n::Language;
use zeroize::Zeroizing;

use crate::terminal::{Ran, run_in, surroundings};
use crate::{PASSWORD, folder};

/// Half past noon of the day on which the revocation lists were issued.
fn cli_in(language: Language, arguments: &[&OsStr]) -> Ran {
    let surroundings = Surroundings {
        language,
        now: chrono::DateTime::parse_from_rfc3339("2024-11-01T12:30:00Z").unwrap(),
        passphrase: Some(Zeroizing::new(PASSWORD.to_owned())),
        ..surroundings()
    };
    run_in(surroundings, arguments)
}

macro_rules! cli {
    ($($argument:expr),* $(,)?) => {
        cli_in(Language::English, &[$(OsStr::new(&$argument)),*])
    };
}

fn file(name: &str) -> PathBuf {
    folder().join(name)
}

/// The example of the repository, exported and signed with a certificate.
pub fn exported(out: &Path) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let draft = root.join("assets/examples/elections-canada.probitas");
    let certificate = file("key-1.p12");
    let to = ["--json", "--accept-warnings", "--certificate"];
    cli!(
        "export",
        draft,
        "--out",
        out,
        to[0],
        to[1],
        to[2],
        certificate
    )
    .ended(Exit::Good)
    .says("Signing as Zoé Tremblay, preparer.");
    let mut files = fs::read_dir(out).unwrap();
    files.next().unwrap().unwrap().path()
}

#[test]
fn two_certificate_files_sign_and_roots_with_lists_verify() {
    let temporary = tempfile::tempdir().unwrap();
    let prepared = exported(&temporary.path().join("out"));
    let signed = temporary.path().join("signed.json");
    let head = file("p384.p12");
    cli!("sign", prepared, "--certificate", head, "-o", signed)
        .ended(Exit::Good)
        .says("Signing as Camille Roy, deputy head.");
    let (root, lists) = (file("root.pem"), temporary.path().join("lists"));
    fs::create_dir(&lists).unwrap();
    for name in ["root.crl", "issuing.crl"] {
        fs::copy(file(name), lists.join(name)).unwrap();
    }
    let expected = "Certificate of signature 2: CN=Camille Roy,O=Test,C=CA, issued by \
                    CN=Issuing authority,O=Test,C=CA; leads to the given root CN=Test root,O=Test,C=CA.";
    cli!("verify", signed, "--roots", root, "--crl", lists)
        .ended(Exit::Good)
        .says("every certificate leads to a root that was given")
        .says(expected)
        .says("Not revoked");
    cli!("verify", signed, "--roots", file("root-other.pem"))
        .ended(Exit::Findings)
        .says("does not lead to any of the roots")
        .says("the last issuer that it names is CN=Test root,O=Test,C=CA");
    let line = [
        OsStr::new("verify"),
        signed.as_ref(),
        OsStr::new("--roots"),
        root.as_ref(),
    ];
    cli_in(Language::French, &line)
        .ended(Exit::Good)
        .says("mène à la racine fournie")
        .says("aucune liste de révocation n’a été fournie");
}

#[test]
fn the_report_for_programs_has_the_certificate_and_keeps_to_its_schema() {
    let temporary = tempfile::tempdir().unwrap();
    let signed = exported(&temporary.path().join("out"));
    let schema = include_str!("../../assets/schema/probitas-verification-1.schema.json");
    let schema = serde_json::from_str(schema).unwrap();
    let (root, other) = (file("root.pem"), file("root-other.pem"));
    let key = file("../submission/key-1.pub.jwk");
    let report = |option: &str, value: &Path, exit: Exit| {
        let report = cli!("verify", signed, "--json", option, value)
            .ended(exit)
            .json();
        jsonschema::validate(&schema, &report).unwrap();
        report["files"][0].clone()
    };
    for (option, value, standing) in [
        ("--roots", &root, "leads-to-root"),
        ("--key", &key, "not-checked"),
    ] {
        let report = report(option, value, Exit::Good);
        assert_eq!(report["signatures"][0]["certificate"]["standing"], standing);
    }
    let refused = report("--roots", &other, Exit::Findings);
    assert_eq!(refused["reasons"][0]["code"], "certificate-unknown-root");
}

#[test]
fn a_certificate_file_is_taken_where_a_key_file_is_asked_for() {
    let temporary = tempfile::tempdir().unwrap();
    let prepared = exported(&temporary.path().join("out"));
    let signed = temporary.path().join("signed.json");
    let key = file("key-2.p12");
    cli!("sign", prepared, "--key", key, "-o", signed).ended(Exit::Good);
}

#[test]
fn what_cannot_sign_or_verify_is_told_before_anything_is_written() {
    let temporary = tempfile::tempdir().unwrap();
    let prepared = exported(&temporary.path().join("out"));
    let signed = temporary.path().join("signed.json");
    let (root, list) = (file("root.pem"), file("root.crl"));
    let expired = file("../../fixtures/certificates/expired.p12");
    for (source, why) in [
        (&file("bad-rsa.p12"), "RSA"),
        (&root, "no PKCS#12 file"),
        (&expired, "expired on January 1, 2024"),
    ] {
        cli!("sign", prepared, "--certificate", source, "-o", signed)
            .ended(Exit::Files)
            .says(why);
    }
    assert!(!signed.exists());
    cli!("verify", prepared, "--roots", list)
        .ended(Exit::Files)
        .says("something else than certificates");
    cli!("verify", prepared, "--roots", root, "--crl", root)
        .ended(Exit::Files)
        .says("something else than revocation lists");
    let empty = temporary.path().join("empty");
    fs::create_dir(&empty).unwrap();
    cli!("verify", prepared, "--roots", empty)
        .ended(Exit::Files)
        .says("No root certificate");
}

#[test]
fn options_that_exclude_each_other_are_a_usage_error() {
    let p12 = file("key-2.p12");
    cli!("sign", "a", "-o", "b", "--key", "k", "--certificate", p12)
        .ended(Exit::Usage)
        .says("“--key” and “--certificate”");
    cli!("sign", "a", "-o", "b", "--key", "k", "--name", "Somebody")
        .ended(Exit::Usage)
        .says("“--key” and “--name”");
    for (option, value) in [("--key-label", "k"), ("--role", "boss")] {
        cli!("sign", "a", "-o", "b", "--certificate", p12, option, value).ended(Exit::Usage);
    }
    cli!("verify", "a", "--key", "k", "--crl", "c").ended(Exit::Usage);
}
