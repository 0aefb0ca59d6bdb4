//! Certificates and certificate files, broken.

use std::fs;
use std::path::Path;

use chrono::{DateTime, Utc};
use probitas::questionnaire::Role;
use probitas::submission::certificate::{CertificateChain, Roots};
use probitas::submission::file::SubmissionFile;
use probitas::submission::jws::Signer;
use probitas::submission::key::SigningKey;
use probitas::submission::key_source::{KeySource, SignsAs};
use probitas::submission::record::{Record, SealedRecord};
use probitas::submission::verify::{Verification, verify_certified};

use crate::run::fuzz;

/// The files of the set whose names end so, and do not begin with `bad`.
fn files(ending: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors/certificates");
    let entries = fs::read_dir(folder).unwrap();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| {
        let name = path.file_name().unwrap().to_str().unwrap();
        name.ends_with(ending) && !name.starts_with("bad")
    });
    paths.sort();
    paths.iter().map(|path| fs::read(path).unwrap()).collect()
}

/// The certificate files hold these keys.
fn opens(file: &[u8]) -> Option<SigningKey> {
    let source = KeySource::read(file).ok()?;
    let opened = source.open("test password", &SignsAs::role(Role::Preparer));
    Some(opened.ok()?.key)
}

#[test]
fn a_certificate_file_opens_only_to_the_key_that_was_in_it() {
    let corpus = files(".p12");
    let keys: Vec<_> = corpus.iter().filter_map(|file| opens(file)).collect();
    assert_eq!(keys.len(), corpus.len());
    let keys: Vec<_> = keys.iter().map(SigningKey::public_key).collect();
    fuzz(&corpus, |file| {
        let found = opens(file).map(|key| key.public_key());
        assert!(found.iter().all(|key| keys.contains(key)));
        found.is_some()
    });
}

/// A submission that key 1 signed a minute ago, with this certificate.
fn signed(certificate: Vec<u8>, issuer: &[u8], at: DateTime<Utc>) -> Option<Vec<u8>> {
    let record: Record =
        serde_json::from_slice(include_bytes!("../vectors/submission/record.json")).unwrap();
    let mut file = SubmissionFile::unsigned(SealedRecord::new(record).unwrap());
    let chain = CertificateChain::new(vec![certificate, issuer.to_vec()])?;
    let key = SigningKey::from_secret(&[1; 32]).unwrap();
    let signer = Signer {
        role: Role::Preparer,
        name: "Somebody".to_owned(),
    };
    file.sign(&key.with_certificates(chain), &signer, at)
        .unwrap();
    Some(file.to_bytes().unwrap())
}

#[test]
fn a_certificate_counts_only_as_it_was_issued() {
    use rustls_pki_types::CertificateDer;
    use rustls_pki_types::pem::PemObject as _;

    let at = DateTime::from_timestamp(1_730_464_200, 0).unwrap();
    let mut roots = Roots::default();
    let root = include_bytes!("../vectors/certificates/root.pem");
    roots.add_certificates(root).unwrap();
    let lists: [&[u8]; 2] = [
        include_bytes!("../vectors/certificates/root.crl"),
        include_bytes!("../vectors/certificates/issuing.crl"),
    ];
    for list in lists {
        roots.add_revocation_lists(list).unwrap();
    }
    let der = |pem: &[u8]| CertificateDer::from_pem_slice(pem).unwrap().to_vec();
    let issuer = der(include_bytes!(
        "../vectors/certificates/certificate-issuing.pem"
    ));
    let corpus: Vec<Vec<u8>> = files(".pem").iter().map(|pem| der(pem)).collect();
    let counts = |certificate: &[u8]| {
        let file = signed(certificate.to_vec(), &issuer, at);
        let found = file.map(|file| verify_certified(&file, &[], &roots, at));
        matches!(found, Some(Verification::Verified(_)))
    };
    assert!(corpus.iter().any(|original| counts(original)));
    fuzz(&corpus, |file| {
        let counts = counts(file);
        assert!(!counts || corpus.iter().any(|original| original == file));
        counts
    });
}

#[test]
fn roots_and_lists_of_certificates_are_read_or_refused() {
    let corpus = [files(".pem"), files(".crl")].concat();
    fuzz(&corpus, |file| {
        let mut roots = Roots::default();
        let read = roots.add_certificates(file);
        assert_eq!(read.is_err(), roots.is_empty());
        // A list that cannot be read adds nothing, and none is a root.
        let lists = Roots::default().add_revocation_lists(file);
        assert!(lists.is_err() || read.is_err());
        lists.is_ok() || read.is_ok()
    });
}
