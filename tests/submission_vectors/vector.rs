//! A file of the set, what it is verified with, and what that must lead to.

use probitas::questionnaire::Role;
use probitas::submission::key::PublicKey;
use probitas::submission::trust::verify_list;
use probitas::submission::verify::{Policy, Reason, RegisteredSignature, Trust, Verification};
use probitas::submission::verify::{verify, verify_trusted};

use crate::keys;
use crate::support::{key, sealed, signing_time, verifying_time};

/// What a verifier must say of a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Expected {
    /// Accepted.
    Good,
    /// A record in order, which nobody signed.
    Unsigned,
    /// The content is what was signed; another program wrote the file anew.
    Reencoded,
    /// Unchanged since it was signed, by somebody who is not listed.
    Unconfirmed,
    /// Refused: the first reason, and which signature it concerns.
    Refused(&'static str, Option<usize>),
}

impl Expected {
    /// The first word of the file's name.
    const fn word(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Unsigned => "unsigned",
            Self::Reencoded => "reencoded",
            Self::Unconfirmed => "unconfirmed",
            Self::Refused(..) => "bad",
        }
    }

    /// The outcome in reports.
    pub const fn outcome(self) -> &'static str {
        match self {
            Self::Good => "verified",
            Self::Unsigned => "not-signed",
            Self::Reencoded => "reencoded",
            Self::Unconfirmed => "unconfirmed",
            Self::Refused(..) => "not-verified",
        }
    }
}

/// What a file is verified with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum With {
    /// The keys of [`keys::trusted`].
    Keys,
    /// The trust list of the set.
    List {
        policy: Policy,
        /// Whether key 3, which is not listed, was given besides.
        stranger: bool,
        /// The key whose signature as preparer is in the register already.
        registered: Option<u8>,
    },
}

pub struct Vector {
    /// The fault, or what is peculiar; empty for the plain file.
    pub name: &'static str,
    /// In words, for who reads the manifest.
    pub about: &'static str,
    pub expected: Expected,
    pub with: With,
    /// What who has not the questionnaire finds, where that is something else.
    pub without_form: Option<Expected>,
    pub bytes: Vec<u8>,
}

impl Vector {
    pub fn file(&self) -> String {
        let dash = if self.name.is_empty() { "" } else { "-" };
        format!("{}{dash}{}.json", self.expected.word(), self.name)
    }

    pub fn with(self, with: With) -> Self {
        Self { with, ..self }
    }

    /// Good for who does not know which items the form has.
    pub fn good_without_form(self) -> Self {
        Self {
            without_form: Some(Expected::Good),
            ..self
        }
    }
}

pub fn vector(
    expected: Expected,
    name: &'static str,
    about: &'static str,
    bytes: impl Into<Vec<u8>>,
) -> Vector {
    Vector {
        name,
        about,
        expected,
        with: With::Keys,
        without_form: None,
        bytes: bytes.into(),
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
    let verification = match vector.with {
        With::Keys => {
            let keys: Vec<PublicKey> = keys::trusted().map(|(_, key)| key).into();
            verify(&vector.bytes, &keys, verifying_time())
        }
        With::List {
            policy,
            stranger,
            registered,
        } => trusted(&vector.bytes, policy, stranger, registered),
    };
    let outcome = verification.code();
    let expected = match verification {
        Verification::Verified(_) => Expected::Good,
        Verification::NotSigned(_) => Expected::Unsigned,
        Verification::ContentValidReencoded(_) => Expected::Reencoded,
        Verification::Unconfirmed(_) => Expected::Unconfirmed,
        Verification::NotVerified(reasons) => first(&reasons),
    };
    assert_eq!(expected.outcome(), outcome);
    expected
}

pub fn first(reasons: &[Reason]) -> Expected {
    Expected::Refused(reasons[0].code(), reasons[0].signature)
}

/// What stands in the register where key `number` prepared the record.
pub fn registered(number: u8) -> RegisteredSignature {
    RegisteredSignature {
        record: sealed().digest(),
        kid: key(number).public_key().kid(),
        role: Role::Preparer,
        signed_at: signing_time(),
    }
}

fn trusted(file: &[u8], policy: Policy, stranger: bool, number: Option<u8>) -> Verification {
    let pinned = [keys::agency().public_key()];
    let list = verify_list(&crate::lists::good(), &pinned, None, verifying_time()).unwrap();
    let given: Vec<PublicKey> = stranger
        .then(|| key(keys::STRANGER).public_key())
        .into_iter()
        .collect();
    let filed: Vec<RegisteredSignature> = number.map(registered).into_iter().collect();
    let trust = Trust {
        list: &list,
        keys: &given,
        policy,
        registered: &filed,
        roots: None,
    };
    verify_trusted(file, &trust, verifying_time())
}
