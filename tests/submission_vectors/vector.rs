//! A file of the set, and what verifying it must lead to.

use probitas::submission::key::PublicKey;
use probitas::submission::verify::{Verification, verify};

use crate::code::code;
use crate::keys;
use crate::support::signing_time;

/// What a verifier must say of a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Expected {
    /// Accepted.
    Good,
    /// A record in order, which nobody signed.
    Unsigned,
    /// The content is what was signed; another program wrote the file anew.
    Reencoded,
    /// Refused: the first reason, and which signature it concerns.
    Refused(&'static str, Option<usize>),
}

impl Expected {
    /// The first word of the file's name.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Unsigned => "unsigned",
            Self::Reencoded => "reencoded",
            Self::Refused(..) => "bad",
        }
    }
}

pub struct Vector {
    /// The fault, or what is peculiar; empty for the plain file.
    pub name: &'static str,
    /// In words, for who reads the manifest.
    pub about: &'static str,
    pub expected: Expected,
    pub bytes: Vec<u8>,
}

impl Vector {
    pub fn file(&self) -> String {
        let dash = if self.name.is_empty() { "" } else { "-" };
        format!("{}{dash}{}.json", self.expected.word(), self.name)
    }
}

fn vector(
    expected: Expected,
    name: &'static str,
    about: &'static str,
    bytes: impl Into<Vec<u8>>,
) -> Vector {
    let bytes = bytes.into();
    Vector {
        name,
        about,
        expected,
        bytes,
    }
}

pub fn good(name: &'static str, about: &'static str, bytes: impl Into<Vec<u8>>) -> Vector {
    vector(Expected::Good, name, about, bytes)
}

pub fn unsigned(name: &'static str, about: &'static str, bytes: impl Into<Vec<u8>>) -> Vector {
    vector(Expected::Unsigned, name, about, bytes)
}

pub fn reencoded(name: &'static str, about: &'static str, bytes: impl Into<Vec<u8>>) -> Vector {
    vector(Expected::Reencoded, name, about, bytes)
}

/// Refused for a fault of the file or its record.
pub fn bad(
    code: &'static str,
    name: &'static str,
    about: &'static str,
    bytes: impl Into<Vec<u8>>,
) -> Vector {
    vector(Expected::Refused(code, None), name, about, bytes)
}

/// Refused for a fault of the signature `index`, from 0.
pub fn bad_signature(
    index: usize,
    code: &'static str,
    name: &'static str,
    about: &'static str,
    bytes: impl Into<Vec<u8>>,
) -> Vector {
    vector(Expected::Refused(code, Some(index)), name, about, bytes)
}

/// What our verifier says of the file.
pub fn reached(vector: &Vector) -> Expected {
    let keys: Vec<PublicKey> = keys::trusted().iter().map(|key| key.1.clone()).collect();
    let now = signing_time() + chrono::TimeDelta::hours(1);
    match verify(&vector.bytes, &keys, now) {
        Verification::Verified(_) => Expected::Good,
        Verification::NotSigned(_) => Expected::Unsigned,
        Verification::ContentValidReencoded(_) => Expected::Reencoded,
        Verification::NotVerified(reasons) => {
            Expected::Refused(code(&reasons[0].rule), reasons[0].signature)
        }
    }
}
