//! The terminal program: a certificate file signs, and roots verify.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use probitas::cli::{Exit, Surroundings, Terminal, run};
use probitas::i18n::Language;
use zeroize::Zeroizing;

use crate::{PASSWORD, folder};

/// What a run printed, and how it ended.
struct Ran {
    exit: Exit,
    out: String,
    err: String,
}

impl Ran {
    fn ended(self, exit: Exit) -> Self {
        assert_eq!(self.exit, exit, "{}{}", self.out, self.err);
        self
    }
}

/// Half past noon of the day on which the revocation lists were issued.
fn surroundings(language: Language) -> Surroundings {
    Surroundings {
        language,
        now: chrono::DateTime::parse_from_rfc3339("2024-11-01T12:30:00Z").unwrap(),
        passphrase: Some(Zeroizing::new(PASSWORD.to_owned())),
        ask: |_| Err(io::ErrorKind::NotConnected.into()),
        fill: |bytes| {
            bytes.fill(7);
            Ok(())
        },
    }
}

fn cli_in(language: Language, arguments: &[&Path]) -> Ran {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut terminal = Terminal::new(&mut out, &mut err, surroundings(language));
    let exit = run(arguments.iter().map(OsString::from), &mut terminal);
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let (out, err) = (text(out), text(err));
    Ran { exit, out, err }
}

macro_rules! cli {
    ($($argument:expr),* $(,)?) => {
        cli_in(Language::English, &[$(Path::new(&$argument)),*])
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
    let ran = cli!(
        "export",
        draft,
        "--out",
        out,
        "--json",
        "--accept-warnings",
        "--certificate",
        certificate
    );
    let ran = ran.ended(Exit::Good);
    assert!(
        ran.err.contains("Signing as Zoé Tremblay, preparer."),
        "{}",
        ran.err
    );
    let mut files = fs::read_dir(out).unwrap();
    files.next().unwrap().unwrap().path()
}

#[test]
fn two_certificate_files_sign_and_roots_with_lists_verify() {
    let temporary = tempfile::tempdir().unwrap();
    let prepared = exported(&temporary.path().join("out"));
    let signed = temporary.path().join("signed.json");
    let head = file("p384.p12");
    let ran = cli!("sign", prepared, "--certificate", head, "-o", signed).ended(Exit::Good);
    assert!(
        ran.err.contains("Signing as Camille Roy, deputy head."),
        "{}",
        ran.err
    );
    let (root, lists) = (file("root.pem"), temporary.path().join("lists"));
    fs::create_dir(&lists).unwrap();
    for name in ["root.crl", "issuing.crl"] {
        fs::copy(file(name), lists.join(name)).unwrap();
    }
    let ran = cli!("verify", signed, "--roots", root, "--crl", lists).ended(Exit::Good);
    let expected = "Certificate of signature 2: CN=Camille Roy,O=Test,C=CA, issued by \
                    CN=Issuing authority,O=Test,C=CA; leads to the given root CN=Test root,O=Test,C=CA.";
    assert!(ran.out.contains(expected), "{}", ran.out);
    assert!(ran.out.contains("Not revoked"), "{}", ran.out);
    let other = file("root-other.pem");
    let ran = cli!("verify", signed, "--roots", other).ended(Exit::Findings);
    assert!(
        ran.out.contains("does not lead to any of the roots"),
        "{}",
        ran.out
    );
    let ran = cli_in(
        Language::French,
        &["verify", "--roots", "--json"].map(Path::new)[..]
            .iter()
            .copied()
            .take(2)
            .chain([root.as_path(), signed.as_path()])
            .collect::<Vec<_>>(),
    );
    assert!(ran.out.contains("mène à la racine fournie"), "{}", ran.out);
    assert!(
        ran.out
            .contains("aucune liste de révocation n’a été fournie"),
        "{}",
        ran.out
    );
}

#[test]
fn the_report_for_programs_has_the_certificate_and_keeps_to_its_schema() {
    let temporary = tempfile::tempdir().unwrap();
    let signed = exported(&temporary.path().join("out"));
    let schema = include_str!("../../assets/schema/probitas-verification-1.schema.json");
    let schema = serde_json::from_str(schema).unwrap();
    let (root, other) = (file("root.pem"), file("root-other.pem"));
    let expected = [
        (
            cli!("verify", signed, "--json", "--roots", root),
            "leads-to-root",
        ),
        (
            cli!("verify", signed, "--json", "--key", key_1()),
            "not-checked",
        ),
    ];
    for (ran, standing) in expected {
        let report = serde_json::from_str(&ran.ended(Exit::Good).out).unwrap();
        jsonschema::validate(&schema, &report).unwrap();
        let certificate = &report["files"][0]["signatures"][0]["certificate"];
        assert_eq!(certificate["standing"], standing);
    }
    let ran = cli!("verify", signed, "--json", "--roots", other).ended(Exit::Findings);
    let report = serde_json::from_str(&ran.out).unwrap();
    jsonschema::validate(&schema, &report).unwrap();
    assert_eq!(
        report["files"][0]["reasons"][0]["code"],
        "certificate-unknown-root"
    );
}

fn key_1() -> PathBuf {
    file("../submission/key-1.pub.jwk")
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
    let rsa = file("bad-rsa.p12");
    let ran = cli!("sign", prepared, "--certificate", rsa, "-o", signed).ended(Exit::Files);
    assert!(ran.err.contains("RSA"), "{}", ran.err);
    let pem = file("root.pem");
    let ran = cli!("sign", prepared, "--certificate", pem, "-o", signed).ended(Exit::Files);
    assert!(!ran.err.is_empty());
    assert!(!signed.exists());
    let (good, list) = (file("root.pem"), file("root.crl"));
    let ran = cli!("verify", prepared, "--roots", list).ended(Exit::Files);
    assert!(
        ran.err.contains("something else than certificates"),
        "{}",
        ran.err
    );
    let ran = cli!("verify", prepared, "--roots", good, "--crl", good).ended(Exit::Files);
    assert!(
        ran.err.contains("something else than revocation lists"),
        "{}",
        ran.err
    );
    let empty = temporary.path().join("empty");
    fs::create_dir(&empty).unwrap();
    let ran = cli!("verify", prepared, "--roots", empty).ended(Exit::Files);
    assert!(ran.err.contains("No root certificate"), "{}", ran.err);
}

#[test]
fn options_that_exclude_each_other_are_a_usage_error() {
    let p12 = file("key-2.p12");
    let together = cli!("sign", "a", "-o", "b", "--key", "k", "--certificate", p12);
    assert!(
        together
            .ended(Exit::Usage)
            .err
            .contains("“--key” and “--certificate”")
    );
    let named = cli!("sign", "a", "-o", "b", "--key", "k", "--name", "Somebody");
    assert!(
        named
            .ended(Exit::Usage)
            .err
            .contains("“--key” and “--name”")
    );
    cli!(
        "sign",
        "a",
        "-o",
        "b",
        "--certificate",
        p12,
        "--key-label",
        "k"
    )
    .ended(Exit::Usage);
    cli!(
        "sign",
        "a",
        "-o",
        "b",
        "--certificate",
        p12,
        "--role",
        "boss"
    )
    .ended(Exit::Usage);
    cli!("verify", "a", "--key", "k", "--crl", "c").ended(Exit::Usage);
}
