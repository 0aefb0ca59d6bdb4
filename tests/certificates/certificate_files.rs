//! PKCS#12 files that OpenSSL wrote.

use probitas::questionnaire::Role;
use probitas::submission::key::Algorithm;
use probitas::submission::key_source::{CertificateFileError, KeySource, KeySourceError, SignsAs};

use crate::support::key;
use crate::{PASSWORD, chain, opened, read};

fn error(name: &str, password: &str) -> CertificateFileError {
    let source = KeySource::read(&read(name)).unwrap();
    match source.open(password, &SignsAs::role(Role::Preparer)) {
        Err(KeySourceError::Certificate(error)) => error,
        other => panic!("{name}: {other:?}"),
    }
}

#[test]
fn a_certificate_file_opens_to_its_key_and_the_chain_without_the_root() {
    // With AES-256, as OpenSSL writes it; with 3DES and RC2, as Windows does; and
    // without a MAC.
    for name in ["key-1", "key-1-legacy", "key-1-no-mac"] {
        let opened = opened(name);
        assert_eq!(opened.key.public_key(), key(1).public_key(), "{name}");
        assert_eq!(
            opened.key.certificates(),
            Some(&chain(&["key-1", "issuing"]))
        );
        assert_eq!(opened.name(), "Zoé Tremblay");
        assert_eq!(opened.holder.role, Role::Preparer);
    }
    assert_eq!(opened("p384").key.algorithm(), Algorithm::Es384);
    assert_eq!(opened("ed25519").key.algorithm(), Algorithm::Ed25519);
}

#[test]
fn the_name_of_who_signs_can_be_given() {
    let signs_as = SignsAs {
        role: Role::DeputyHead,
        name: Some("Z. Tremblay".to_owned()),
    };
    let source = KeySource::read(&read("key-1.p12")).unwrap();
    let opened = source.open(PASSWORD, &signs_as).unwrap();
    assert_eq!(
        (opened.name(), opened.holder.role),
        ("Z. Tremblay", Role::DeputyHead)
    );
}

#[test]
fn what_cannot_sign_is_refused_with_its_reason() {
    use CertificateFileError as Error;
    for name in ["key-1.p12", "key-1-legacy.p12", "key-1-no-mac.p12"] {
        assert_eq!(error(name, "wrong"), Error::WrongPassphrase, "{name}");
    }
    assert_eq!(error("bad-rsa.p12", PASSWORD), Error::Rsa);
    assert_eq!(error("bad-p521.p12", PASSWORD), Error::KeyUnsupported);
    assert_eq!(error("bad-no-key.p12", PASSWORD), Error::NoKey);
    assert_eq!(
        error("bad-no-certificate.p12", PASSWORD),
        Error::NoCertificate
    );
    let mut cut = read("key-1.p12");
    cut.truncate(cut.len() / 2);
    let source = KeySource::read(&cut).unwrap();
    let opened = source.open(PASSWORD, &SignsAs::role(Role::Preparer));
    let damaged = Error::Damaged;
    assert!(matches!(opened, Err(KeySourceError::Certificate(error)) if error == damaged));
}

#[test]
fn no_secret_is_in_what_is_printed_for_debugging() {
    let text = format!("{:?}", opened("key-1"));
    assert!(text.contains("SigningKey(…)"), "{text}");
    assert!(!text.contains("1, 1, 1, 1"), "{text}");
}
