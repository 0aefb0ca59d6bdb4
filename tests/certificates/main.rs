//! Certificates with signatures: the files under `tests/vectors/certificates/`,
//! certificate files that sign, the terminal program with both, and keys on a
//! token. `PROBITAS_BLESS=1 cargo test --no-default-features
//! --features certificates --test certificates` writes the submissions anew.
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

mod certificate_files;
mod command_line;
mod listed;
mod made;
#[cfg(feature = "token")]
mod token;
mod vectors;

#[cfg(feature = "token")]
#[path = "../support/softhsm.rs"]
mod softhsm;
#[path = "../support/submission.rs"]
mod support;
#[path = "../support/terminal.rs"]
mod terminal;
#[path = "../support/written.rs"]
mod written;

use std::path::{Path, PathBuf};

use probitas::questionnaire::Role;
use probitas::submission::certificate::{CertificateChain, Roots};
use probitas::submission::key::SigningKey;
use probitas::submission::key_source::{KeySource, OpenedKey, SignsAs};

const PASSWORD: &str = "test password";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors/certificates")
}

fn read(name: &str) -> Vec<u8> {
    std::fs::read(folder().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// A certificate of the folder in DER.
fn der(name: &str) -> Vec<u8> {
    use rustls_pki_types::CertificateDer;
    use rustls_pki_types::pem::PemObject as _;
    let pem = read(&format!("certificate-{name}.pem"));
    CertificateDer::from_pem_slice(&pem).unwrap().to_vec()
}

fn chain(names: &[&str]) -> CertificateChain {
    CertificateChain::new(names.iter().map(|name| der(name)).collect()).unwrap()
}

/// A certificate file of the folder, opened.
fn opened(name: &str) -> OpenedKey {
    let source = KeySource::read(&read(&format!("{name}.p12"))).unwrap();
    source
        .open(PASSWORD, &SignsAs::role(Role::Preparer))
        .unwrap()
}

/// Key 1 with other certificates than its own.
fn key_with(names: &[&str]) -> SigningKey {
    support::key(1).with_certificates(chain(names))
}

fn roots(certificates: &[&str], lists: &[&str]) -> Roots {
    let mut roots = Roots::default();
    for name in certificates {
        roots
            .add_certificates(&read(&format!("{name}.pem")))
            .unwrap();
    }
    for name in lists {
        roots
            .add_revocation_lists(&read(&format!("{name}.crl")))
            .unwrap();
    }
    roots
}
