//! OpenSSL reads our key files, and we read its keys' signatures. Where the
//! `openssl` command is not installed, the tests say so; in CI that fails.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    missing_docs,
    reason = "tests"
)]

#[path = "support/submission.rs"]
mod support;

use probitas::questionnaire::Role;
use probitas::submission::key::{Algorithm, SigningKey};
use probitas::submission::key_file::{KeyFile, KeyFileError, KeyHolder, MIN_ROUNDS, Protection};
use std::io::Write as _;
use std::process::{Command, Output};
use support::key;

const PASSPHRASE: &str = "correct horse battery staple";

fn openssl(arguments: &[&str]) -> Option<Output> {
    match Command::new("openssl").args(arguments).output() {
        Ok(output) => Some(output),
        Err(error) => {
            assert!(std::env::var_os("CI").is_none(), "openssl in CI: {error}");
            eprintln!("skipped: no openssl command here");
            None
        }
    }
}

fn holder() -> KeyHolder {
    KeyHolder {
        name: "Zoé Tremblay".to_owned(),
        role: Role::DeputyHead,
        organization_id: Some("example-agency".to_owned()),
    }
}

fn file_with(text: &str) -> tempfile::NamedTempFile {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(text.as_bytes()).unwrap();
    file
}

/// What OpenSSL says of a key in a file of ours, without spaces and colons.
fn pkey(key: &SigningKey, protection: &Protection) -> Option<(String, tempfile::NamedTempFile)> {
    let text = KeyFile::protect(key, &holder(), PASSPHRASE, protection).unwrap();
    let file = file_with(&text);
    let path = file.path().to_str().unwrap();
    let pass = format!("pass:{PASSPHRASE}");
    let output = openssl(&["pkey", "-in", path, "-passin", &pass, "-noout", "-text"])?;
    let shown = String::from_utf8_lossy(&output.stdout).replace([' ', '\n', ':'], "");
    Some((shown, file))
}

#[test]
fn openssl_opens_the_keys_of_every_algorithm() {
    for (algorithm, name) in [
        (Algorithm::Es256, "prime256v1"),
        (Algorithm::Es384, "secp384r1"),
        (Algorithm::Ed25519, "ED25519"),
    ] {
        let secret = vec![3; algorithm.secret_bytes()];
        let key = SigningKey::from_secret_for(algorithm, &secret).unwrap();
        let protection = Protection::new([7; 16], [8; 16]).with_rounds(MIN_ROUNDS);
        let Some((shown, _)) = pkey(&key, &protection) else {
            return;
        };
        assert!(shown.contains(name), "{shown}");
        assert!(
            shown.contains(&"03".repeat(algorithm.secret_bytes())),
            "{shown}"
        );
    }
}

#[test]
fn openssl_opens_a_key_file_with_the_full_number_of_rounds() {
    let shown = pkey(&key(1), &Protection::new([7; 16], [8; 16]));
    let Some((shown, path)) = shown else { return };
    assert!(shown.contains("prime256v1"), "{shown}");
    assert!(shown.contains(&"01".repeat(32)), "{shown}");
    let path = path.path().to_str().unwrap();
    let encryption = openssl(&["asn1parse", "-in", path]).unwrap();
    let shown = String::from_utf8_lossy(&encryption.stdout).into_owned();
    for part in ["PBES2", "PBKDF2", "hmacWithSHA256", "aes-256-cbc", "0927C0"] {
        assert!(shown.contains(part), "{part}: {shown}");
    }
}

#[test]
fn a_key_that_openssl_protected_opens_and_a_weak_one_is_refused() {
    let directory = tempfile::tempdir().unwrap();
    let plain = directory.path().join("plain.pem");
    let plain = plain.to_str().unwrap();
    let made = [
        "genpkey",
        "-algorithm",
        "EC",
        "-pkeyopt",
        "ec_paramgen_curve:P-256",
        "-out",
        plain,
    ];
    if openssl(&made).is_none() {
        return;
    }
    let pass = format!("pass:{PASSPHRASE}");
    let protected = |iterations: &str| {
        let arguments = [
            "pkcs8",
            "-topk8",
            "-in",
            plain,
            "-v2",
            "aes-256-cbc",
            "-v2prf",
            "hmacWithSHA256",
            "-iter",
            iterations,
            "-passout",
            &pass,
        ];
        let output = openssl(&arguments).unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let kid = key(1).public_key().kid();
    let lines = format!("kid: {kid}\nname: X\nrole: preparer\n");
    let weak = KeyFile::parse(format!("{lines}{}", protected("2048")).as_bytes());
    assert!(matches!(weak, Err(KeyFileError::Rounds(2048))), "{weak:?}");
    let file = KeyFile::parse(format!("{lines}{}", protected("100000")).as_bytes()).unwrap();
    // It opens, and is then found to be another key than the lines name.
    assert!(matches!(file.open(PASSPHRASE), Err(KeyFileError::OtherKey)));
    assert!(matches!(
        file.open("wrong"),
        Err(KeyFileError::WrongPassphrase)
    ));
}
