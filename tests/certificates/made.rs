//! The submissions of the folder, one for each fault of a certificate.

use probitas::submission::file::SubmissionFile;
use probitas::submission::jws::prev;
use probitas::submission::key::SigningKey;
use serde_json::{Value, json};

use crate::support::{header, sealed, signer, signing_time, with_header};
use crate::{der, key_with, opened};

/// What a verifier must say of a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Expected {
    Verified,
    Refused(&'static str),
}

impl Expected {
    pub const fn outcome(self) -> &'static str {
        match self {
            Self::Verified => "verified",
            Self::Refused(_) => "not-verified",
        }
    }

    pub const fn reason(self) -> Option<&'static str> {
        match self {
            Self::Verified => None,
            Self::Refused(code) => Some(code),
        }
    }
}

pub struct Made {
    pub name: &'static str,
    pub about: &'static str,
    pub roots: &'static [&'static str],
    pub lists: &'static [&'static str],
    /// With the roots and lists.
    pub expected: Expected,
    /// By a verifier that does not look at certificates, with the keys.
    pub plain: Expected,
    pub bytes: Vec<u8>,
}

const ROOT: &[&str] = &["root"];
const LISTS: &[&str] = &["root", "issuing", "withdrawn", "tls"];

impl Made {
    pub fn file(&self) -> String {
        let word = if self.expected == Expected::Verified {
            "good"
        } else {
            "bad"
        };
        format!("{word}-{}.json", self.name)
    }

    fn roots(self, roots: &'static [&'static str]) -> Self {
        Self { roots, ..self }
    }

    fn lists(self, lists: &'static [&'static str]) -> Self {
        Self { lists, ..self }
    }
}

fn signed(key: &SigningKey) -> Vec<u8> {
    let mut file = SubmissionFile::unsigned(sealed());
    file.sign(key, &signer(), signing_time()).unwrap();
    file.to_bytes().unwrap()
}

fn good(name: &'static str, about: &'static str, key: &SigningKey) -> Made {
    Made {
        name,
        about,
        roots: ROOT,
        lists: LISTS,
        expected: Expected::Verified,
        plain: Expected::Verified,
        bytes: signed(key),
    }
}

fn bad(code: &'static str, name: &'static str, about: &'static str, key: &SigningKey) -> Made {
    Made {
        expected: Expected::Refused(code),
        ..good(name, about, key)
    }
}

/// Key 1 with a certificate of this name and that of its issuer.
fn certified(name: &str) -> SigningKey {
    key_with(&[name, "issuing"])
}

/// Signed by key 1 with any value of `x5c`.
fn with_x5c(code: &'static str, name: &'static str, about: &'static str, value: &Value) -> Made {
    let mut header = header();
    header["x5c"] = value.clone();
    assert_eq!(header["prev"], json!(prev(&[]).unwrap()));
    Made {
        expected: Expected::Refused(code),
        plain: Expected::Refused("header-x5c"),
        bytes: with_header(&header).into_bytes(),
        ..good(name, about, &certified("key-1"))
    }
}

/// The certificate of key 1 with one byte changed, counted from its end.
fn changed(from_end: usize) -> SigningKey {
    let mut leaf = der("key-1");
    let place = leaf.len() - from_end;
    leaf[place] ^= 1;
    raw(vec![leaf, der("issuing")])
}

fn raw(ders: Vec<Vec<u8>>) -> SigningKey {
    let chain = probitas::submission::certificate::CertificateChain::new(ders).unwrap();
    crate::support::key(1).with_certificates(chain)
}

pub fn all() -> Vec<Made> {
    [accepted(), leaves(), chains(), revocation(), headers()]
        .into_iter()
        .flatten()
        .collect()
}

fn accepted() -> Vec<Made> {
    let long = key_with(&["superseded-later", "issuing"]);
    vec![
        good("es256", "P-256, with its issuer", &opened("key-1").key),
        good("es384", "P-384, signed with SHA-512", &opened("p384").key),
        good("ed25519", "Ed25519", &opened("ed25519").key),
        good(
            "plain",
            "no key usage at all: everything is allowed",
            &opened("key-2").key,
        ),
        good(
            "without-lists",
            "no revocation lists were given",
            &certified("key-1"),
        )
        .lists(&[]),
        good("two-roots", "one of two roots", &certified("key-1")).roots(&["root-other", "root"]),
        good(
            "of-other-root",
            "issued by a root itself",
            &key_with(&["of-other-root"]),
        )
        .roots(&["root-other"])
        .lists(&[]),
        good(
            "revoked-later",
            "superseded a minute after it signed",
            &long,
        ),
    ]
}

fn leaves() -> Vec<Made> {
    let not_decoded = raw(vec![b"\x30\x82\x01\x00no certificate".to_vec()]);
    vec![
        bad(
            "certificate-key-mismatch",
            "other-key",
            "of key 2, signed by key 1",
            &certified("key-2"),
        ),
        bad(
            "certificate-expired",
            "expired",
            "expired before the signature",
            &certified("expired"),
        ),
        bad(
            "certificate-not-yet-valid",
            "not-yet-valid",
            "valid only after the signature",
            &certified("not-yet-valid"),
        ),
        bad(
            "certificate-rsa",
            "rsa-key",
            "an RSA key",
            &certified("rsa-key"),
        ),
        bad(
            "certificate-key-unsupported",
            "p521",
            "a P-521 key",
            &certified("p521"),
        ),
        bad(
            "certificate-is-authority",
            "authority",
            "of an authority",
            &certified("authority"),
        ),
        bad(
            "certificate-key-usage",
            "key-usage",
            "for key agreement alone",
            &certified("key-agreement"),
        ),
        bad(
            "certificate-extended-key-usage",
            "extended-key-usage",
            "for servers and clients alone",
            &certified("server"),
        ),
        bad(
            "certificate-chain",
            "critical-extension",
            "a critical extension that nobody knows",
            &certified("critical-unknown"),
        ),
        bad(
            "certificate-malformed",
            "no-certificate",
            "no certificate at all",
            &not_decoded,
        ),
        bad(
            "certificate-malformed",
            "trailing-byte",
            "a byte after the certificate",
            &trailing(),
        ),
        bad(
            "certificate-chain",
            "forged",
            "a changed signature of the issuer",
            &changed(1),
        ),
    ]
}

fn trailing() -> SigningKey {
    let mut leaf = der("key-1");
    leaf.push(0);
    raw(vec![leaf, der("issuing")])
}

fn chains() -> Vec<Made> {
    let without_issuer = key_with(&["key-1"]);
    vec![
        bad(
            "certificate-order",
            "order",
            "the issuer’s is not next",
            &key_with(&["key-1", "withdrawn", "issuing"]),
        ),
        bad(
            "certificate-order",
            "reversed",
            "the issuer’s comes first",
            &key_with(&["issuing", "key-1"]),
        ),
        bad(
            "certificate-is-authority",
            "issuer-alone",
            "the issuer’s alone",
            &key_with(&["issuing"]),
        ),
        bad(
            "certificate-unknown-root",
            "issuer-missing",
            "the issuer’s is missing",
            &without_issuer,
        ),
        bad(
            "certificate-unknown-root",
            "other-root",
            "of another root",
            &key_with(&["of-other-root"]),
        ),
        bad(
            "certificate-rsa",
            "rsa-root",
            "an RSA root issued it",
            &key_with(&["of-rsa-root"]),
        )
        .roots(&["root-rsa"]),
        bad(
            "certificate-extended-key-usage",
            "issuer-for-servers",
            "the issuer may only issue for servers",
            &key_with(&["under-tls", "tls"]),
        ),
    ]
}

fn revocation() -> Vec<Made> {
    let unknown = "certificate-status-unknown";
    let under_withdrawn = key_with(&["under-withdrawn", "withdrawn"]);
    vec![
        bad(
            "certificate-revoked",
            "revoked",
            "superseded before it signed",
            &certified("superseded"),
        ),
        bad(
            "certificate-compromised",
            "compromised",
            "compromised, told a minute after it signed",
            &certified("compromised"),
        ),
        bad(
            "certificate-compromised",
            "revoked-without-reason",
            "revoked a minute after it signed, without a reason",
            &certified("revoked-without-reason"),
        ),
        bad(
            "certificate-revoked",
            "issuer-revoked",
            "its issuer was revoked",
            &under_withdrawn,
        ),
        bad(
            unknown,
            "list-missing",
            "no list of the root",
            &certified("key-1"),
        )
        .lists(&["issuing"]),
        bad(
            unknown,
            "list-stale",
            "the list of the issuer is too old",
            &certified("key-1"),
        )
        .lists(&["root", "issuing-stale"]),
        bad(
            unknown,
            "list-missing-beside-revoked-later",
            "no list of the root; superseded a minute after it signed",
            &certified("superseded-later"),
        )
        .lists(&["issuing"]),
        bad(
            "certificate-crl-bad",
            "list-forged",
            "a list of somebody else",
            &certified("key-1"),
        )
        .lists(&["root", "issuing-forged"]),
    ]
}

fn headers() -> Vec<Made> {
    let leaf = with_padding(&der("key-1"));
    let bad = |name, about, value: Value| with_x5c("header-x5c", name, about, &value);
    vec![
        bad("x5c-empty", "an empty array", json!([])),
        bad("x5c-text", "a text, no array", json!(leaf)),
        bad("x5c-object", "an object", json!({ "0": leaf })),
        bad("x5c-null", "null", json!(null)),
        bad("x5c-number", "a number in the array", json!([leaf, 1])),
        bad("x5c-empty-text", "an empty text", json!([""])),
        bad(
            "x5c-base64url",
            "base64url",
            json!([leaf.replace('+', "-").replace('/', "_")]),
        ),
        bad("x5c-without-padding", "no padding", json!([unpadded()])),
        bad(
            "x5c-line-break",
            "a line break",
            json!([format!("{leaf}\n")]),
        ),
        bad("x5c-nine", "nine certificates", json!(vec![leaf; 9])),
    ]
}

/// Bytes whose length asks for padding, without it.
fn unpadded() -> &'static str {
    "MAA"
}

fn with_padding(bytes: &[u8]) -> String {
    let mut text = probitas::submission::base64url::encode(bytes)
        .replace('-', "+")
        .replace('_', "/");
    while !text.len().is_multiple_of(4) {
        text.push('=');
    }
    text
}
