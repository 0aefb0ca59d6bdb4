//! Certificates and the trust list together.

use chrono::TimeDelta;
use probitas::questionnaire::Role;
use probitas::submission::certificate::RevocationStanding;
use probitas::submission::file::SubmissionFile;
use probitas::submission::jws::Signer;
use probitas::submission::key::SigningKey;
use probitas::submission::trust::{NewKey, TrustFile, TrustList, TrustRecord};
use probitas::submission::trust::{VerifiedTrustList, verify_list};
use probitas::submission::verify::verify_trusted;
use probitas::submission::verify::{Policy, RegisteredSignature, Trust, Verification};

use crate::support::{key, sealed, signing_time, verifying_time};
use crate::{key_with, opened, roots};

const LISTS: &[&str] = &["root", "issuing", "withdrawn"];

/// Key 1 prepares and key 2 approves, for the organization of the record.
fn list(listed: &[(u8, Role)]) -> VerifiedTrustList {
    let at = signing_time();
    let mut record = TrustRecord::empty(at);
    for (number, role) in listed {
        let new = NewKey {
            key: key(*number).public_key(),
            organization_id: sealed().record().submission.organization_id.clone(),
            person: "Somebody Listed".to_owned(),
            roles: vec![*role],
            from: at - TimeDelta::days(10),
            until: at + TimeDelta::days(10),
        };
        record.add(new).unwrap();
    }
    let record = record.issue(at, at + TimeDelta::days(30));
    let mut file = TrustFile::unsigned(TrustList::new(record).unwrap());
    file.sign(&key(9), "Agency", at).unwrap();
    let bytes = file.to_bytes().unwrap();
    verify_list(&bytes, &[key(9).public_key()], None, verifying_time()).unwrap()
}

fn both() -> VerifiedTrustList {
    list(&[(1, Role::Preparer), (2, Role::DeputyHead)])
}

fn signed(preparer: &SigningKey, head: &SigningKey) -> Vec<u8> {
    let mut file = SubmissionFile::unsigned(sealed());
    for (key, role) in [(preparer, Role::Preparer), (head, Role::DeputyHead)] {
        let name = "Somebody".to_owned();
        file.sign(key, &Signer { role, name }, signing_time())
            .unwrap();
    }
    file.to_bytes().unwrap()
}

fn verified(
    file: &[u8],
    list: &VerifiedTrustList,
    registered: &[RegisteredSignature],
) -> Verification {
    let roots = roots(&["root"], LISTS);
    let trust = Trust {
        list,
        keys: &[],
        policy: Policy::Both,
        registered,
        roots: Some(&roots),
    };
    verify_trusted(file, &trust, verifying_time())
}

fn first_code(found: &Verification) -> &'static str {
    match found {
        Verification::NotVerified(reasons) => reasons[0].code(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn listed_signers_with_good_certificates_are_confirmed() {
    let file = signed(&opened("key-1").key, &opened("key-2").key);
    let Verification::Verified(found) = verified(&file, &both(), &[]) else {
        panic!("not verified")
    };
    assert!(found.is_confirmed());
    assert_eq!(found.signatures()[0].shown_name(), "Somebody Listed");
    assert!(found.signatures()[1].certificate.checked().is_some());
    // One of them may sign without a certificate: then the list alone decides.
    let file = signed(&opened("key-1").key, &key(2));
    assert!(matches!(
        verified(&file, &both(), &[]),
        Verification::Verified(_)
    ));
}

#[test]
fn a_good_certificate_gives_no_role_and_no_organization() {
    let file = signed(&opened("key-1").key, &opened("key-2").key);
    let one = list(&[(1, Role::Preparer)]);
    assert!(matches!(
        verified(&file, &one, &[]),
        Verification::Unconfirmed(_)
    ));
    let swapped = list(&[(1, Role::DeputyHead), (2, Role::Preparer)]);
    assert_eq!(
        first_code(&verified(&file, &swapped, &[])),
        "role-not-granted"
    );
}

#[test]
fn a_bad_certificate_refuses_a_key_that_is_listed() {
    let file = signed(&key_with(&["superseded", "issuing"]), &key(2));
    assert_eq!(
        first_code(&verified(&file, &both(), &[])),
        "certificate-revoked"
    );
    let file = signed(&key_with(&["of-other-root"]), &key(2));
    assert_eq!(
        first_code(&verified(&file, &both(), &[])),
        "certificate-unknown-root"
    );
}

#[test]
fn a_certificate_that_was_compromised_later_does_not_undo_what_is_registered() {
    let file = signed(&key_with(&["compromised", "issuing"]), &key(2));
    assert_eq!(
        first_code(&verified(&file, &both(), &[])),
        "certificate-compromised"
    );
    let filed = |number: u8, role: Role| RegisteredSignature {
        record: sealed().digest(),
        kid: key(number).public_key().kid(),
        role,
        signed_at: signing_time(),
    };
    let registered = [filed(1, Role::Preparer)];
    let Verification::Verified(found) = verified(&file, &both(), &registered) else {
        panic!("not verified")
    };
    let checked = found.signatures()[0].certificate.checked().unwrap();
    assert_eq!(checked.revocation, RevocationStanding::RevokedLater);
    // Another signature on the record is not exempt.
    let other = [filed(2, Role::DeputyHead)];
    assert_eq!(
        first_code(&verified(&file, &both(), &other)),
        "certificate-compromised"
    );
    // A revocation with a date is one whatever is registered.
    let file = signed(&key_with(&["superseded", "issuing"]), &key(2));
    assert_eq!(
        first_code(&verified(&file, &both(), &registered)),
        "certificate-revoked"
    );
}
