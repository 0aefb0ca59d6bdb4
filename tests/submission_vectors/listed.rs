//! Submissions that are verified with the trust list of the set.

use chrono::TimeDelta;
use probitas::questionnaire::Role;
use probitas::submission::file::SubmissionFile;
use probitas::submission::jws::Signer;
use probitas::submission::key::{Algorithm, SigningKey};
use probitas::submission::verify::Policy;

use crate::keys::{STRANGER, key_for};
use crate::lists;
use crate::support::{key, sealed, signing_time};
use crate::vector::{Expected, Vector, With, bad, bad_signature, good, reencoded, vector};

const PREPARER: Role = Role::Preparer;
const DEPUTY_HEAD: Role = Role::DeputyHead;

const BOTH: With = With::List {
    policy: Policy::Both,
    stranger: false,
    registered: None,
};
const HANDWRITTEN: With = With::List {
    policy: Policy::PreparerHandwritten,
    stranger: false,
    registered: None,
};

fn signed(signers: &[(SigningKey, Role)]) -> Vec<u8> {
    let mut file = SubmissionFile::unsigned(sealed());
    for (key, role) in signers {
        let signer = Signer {
            role: *role,
            name: "Somebody".to_owned(),
        };
        file.sign(key, &signer, signing_time()).unwrap();
    }
    file.to_bytes().unwrap()
}

fn by_both() -> Vec<u8> {
    signed(&[(key(1), PREPARER), (key(2), DEPUTY_HEAD)])
}

/// Prepared by the key of this number.
fn prepared(number: u8) -> Vec<u8> {
    signed(&[(key(number), PREPARER)])
}

pub fn vectors() -> Vec<Vector> {
    [accepted(), of_a_key(), registered(), among_signers()]
        .into_iter()
        .flatten()
        .collect()
}

/// The key of this number signed as preparer, and that is in the register.
const fn with_registered(policy: Policy, number: u8) -> With {
    With::List {
        policy,
        stranger: false,
        registered: Some(number),
    }
}

fn accepted() -> Vec<Vector> {
    let compromised = |policy| with_registered(policy, lists::COMPROMISED);
    let stranger = With::List {
        policy: Policy::Both,
        stranger: true,
        registered: None,
    };
    let text = String::from_utf8(by_both()).unwrap();
    vec![
        good("listed", "by a preparer, then a deputy head", by_both()).with(BOTH),
        good(
            "listed-prepared",
            "approved by hand: the preparer alone signs",
            prepared(1),
        )
        .with(HANDWRITTEN),
        good(
            "listed-revoked-later",
            "signed before its key was revoked",
            prepared(lists::SUPERSEDED_LATER),
        )
        .with(HANDWRITTEN),
        good(
            "listed-compromised-but-registered",
            "received before its key was found to be compromised",
            prepared(lists::COMPROMISED),
        )
        .with(compromised(Policy::PreparerHandwritten)),
        good(
            "listed-approved-after-compromise",
            "received before its key was found to be compromised, then approved with a good key",
            signed(&[(key(lists::COMPROMISED), PREPARER), (key(2), DEPUTY_HEAD)]),
        )
        .with(compromised(Policy::Both)),
        reencoded(
            "listed",
            "é written as an escape",
            text.replace('é', "\\u00e9"),
        )
        .with(BOTH),
        vector(
            Expected::Unconfirmed,
            "unlisted",
            "by somebody who is not listed, whose key was given",
            signed(&[(key(STRANGER), PREPARER), (key(2), DEPUTY_HEAD)]),
        )
        .with(stranger),
    ]
}

fn of_a_key() -> Vec<Vector> {
    let bad = |code, name, about, number| {
        bad_signature(0, code, name, about, prepared(number)).with(HANDWRITTEN)
    };
    vec![
        bad(
            "kid-unknown",
            "unlisted",
            "by somebody who is not listed",
            STRANGER,
        ),
        bad(
            "key-revoked",
            "key-revoked",
            "signed after its key was revoked",
            lists::SUPERSEDED,
        ),
        bad(
            "key-compromised",
            "key-compromised",
            "its key was found to be compromised, after it was signed as it says",
            lists::COMPROMISED,
        ),
        bad(
            "key-expired",
            "key-expired",
            "signed after its key's time",
            lists::EXPIRED,
        ),
        bad(
            "key-not-yet-valid",
            "iat-too-early",
            "signed before its key's time",
            lists::NOT_YET_VALID,
        ),
        bad(
            "role-not-granted",
            "role-not-granted",
            "a deputy head's key prepares",
            2,
        ),
        bad_signature(
            1,
            "role-not-granted",
            "second-role-not-granted",
            "a preparer's key approves",
            signed(&[
                (key_for(Algorithm::Ed25519), PREPARER),
                (key(1), DEPUTY_HEAD),
            ]),
        )
        .with(BOTH),
    ]
}

/// Signatures of a compromised key on a record that was received without them.
fn registered() -> Vec<Vector> {
    let compromised = || key(lists::COMPROMISED);
    let alone = Policy::PreparerHandwritten;
    let mut again = SubmissionFile::unsigned(sealed());
    let signer = Signer {
        role: PREPARER,
        name: "Somebody".to_owned(),
    };
    let later = signing_time() + TimeDelta::seconds(1);
    again.sign(&compromised(), &signer, later).unwrap();
    vec![
        bad_signature(
            1,
            "key-compromised",
            "compromised-signature-added",
            "received from key 1, then approved with a key that was found to be compromised",
            signed(&[(key(1), PREPARER), (compromised(), DEPUTY_HEAD)]),
        )
        .with(with_registered(Policy::Both, 1)),
        bad_signature(
            0,
            "key-compromised",
            "compromised-signed-again",
            "received from this key, which was found to be compromised and signed again a second later",
            again.to_bytes().unwrap(),
        )
        .with(with_registered(alone, lists::COMPROMISED)),
        bad_signature(
            0,
            "key-compromised",
            "compromised-in-another-role",
            "received from this key as preparer, which was found to be compromised and approves",
            signed(&[(compromised(), DEPUTY_HEAD)]),
        )
        .with(with_registered(alone, lists::COMPROMISED)),
    ]
}

fn among_signers() -> Vec<Vector> {
    let two = key_for(Algorithm::Ed25519);
    let elsewhere = key_for(Algorithm::Es384);
    vec![
        bad(
            "key-twice",
            "listed-key-twice",
            "one key prepares and approves",
            signed(&[(two.clone(), PREPARER), (two, DEPUTY_HEAD)]),
        ),
        bad(
            "organizations-differ",
            "organizations-differ",
            "signers of two organizations",
            signed(&[(key(1), PREPARER), (elsewhere.clone(), DEPUTY_HEAD)]),
        ),
        bad(
            "organization-mismatch",
            "organization-mismatch",
            "a signer of another organization than the record's",
            signed(&[(elsewhere, PREPARER)]),
        ),
        bad(
            "deputy-head-missing",
            "deputy-head-missing",
            "prepared, not approved",
            prepared(1),
        ),
        bad(
            "preparer-missing",
            "preparer-missing",
            "approved, not prepared",
            signed(&[(key(2), DEPUTY_HEAD)]),
        ),
        bad_signature(
            0,
            "role-order",
            "role-order",
            "approved, then prepared",
            signed(&[(key(2), DEPUTY_HEAD), (key(1), PREPARER)]),
        ),
    ]
    .into_iter()
    .map(|vector| vector.with(BOTH))
    .collect()
}
