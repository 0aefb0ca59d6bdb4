//! Every file of the folder leads to what the manifest says.

use std::path::Path;

use probitas::submission::certificate::RevocationStanding;
use probitas::submission::key::PublicKey;
use probitas::submission::verify::{Verification, verify, verify_certified};
use serde_json::{Value, json};

use crate::made::{Expected, Made, all};
use crate::support::{key, verifying_time};
use crate::written::assert_written;
use crate::{folder, opened, roots};

fn found(verification: &Verification) -> Expected {
    match verification {
        Verification::Verified(_) => Expected::Verified,
        Verification::NotVerified(reasons) => Expected::Refused(reasons[0].code()),
        other => panic!("{other:?}"),
    }
}

/// The keys of those who signed, for verifiers without certificates.
fn keys() -> Vec<(&'static str, PublicKey)> {
    vec![
        ("../submission/key-1.pub.jwk", key(1).public_key()),
        ("../submission/key-2.pub.jwk", key(2).public_key()),
        ("p384.pub.jwk", opened("p384").key.public_key()),
        ("ed25519.pub.jwk", opened("ed25519").key.public_key()),
    ]
}

fn entry(made: &Made) -> Value {
    let lists = made.lists.iter().map(|name| format!("{name}.crl"));
    let roots = made.roots.iter().map(|name| format!("{name}.pem"));
    let mut entry = json!({
        "about": made.about,
        "file": made.file(),
        "outcome": made.plain.outcome(),
        "certified": {
            "roots": roots.collect::<Vec<_>>(),
            "lists": lists.collect::<Vec<_>>(),
            "outcome": made.expected.outcome(),
        },
    });
    if let Some(reason) = made.plain.reason() {
        entry["reason"] = json!(reason);
        entry["signature"] = json!(0);
    }
    if let Some(reason) = made.expected.reason() {
        entry["certified"]["reason"] = json!(reason);
    }
    entry
}

fn manifest() -> Vec<u8> {
    let names: Vec<&str> = keys().iter().map(|(name, _)| *name).collect();
    let files: Vec<Value> = all().iter().map(entry).collect();
    let manifest = json!({
        "now": verifying_time().timestamp(),
        "keys": names,
        "files": files,
    });
    let mut text = serde_json::to_string_pretty(&manifest).unwrap();
    text.push('\n');
    text.into_bytes()
}

/// Every file that this program writes, with its content.
fn files() -> Vec<(String, Vec<u8>)> {
    let own = keys()
        .into_iter()
        .filter(|(name, _)| !name.starts_with(".."));
    let keys = own.map(|(name, key)| (name.to_owned(), key.to_jwk().unwrap()));
    let submissions = all().into_iter().map(|made| (made.file(), made.bytes));
    keys.chain([("manifest.json".to_owned(), manifest())])
        .chain(submissions)
        .collect()
}

#[test]
fn the_files_are_what_this_program_writes() {
    // What a certificate authority needs is made by the script beside them.
    let is_json = |name: &str| Path::new(name).extension().is_some_and(|end| end == "json");
    assert_written(&folder(), files(), is_json);
}

#[test]
fn with_roots_every_file_leads_to_what_the_manifest_says() {
    for made in all() {
        let roots = roots(made.roots, made.lists);
        let verification = verify_certified(&made.bytes, &[], &roots, verifying_time());
        assert_eq!(found(&verification), made.expected, "{}", made.file());
    }
}

#[test]
fn without_roots_a_certificate_neither_helps_nor_harms_and_is_told_as_not_checked() {
    let keys: Vec<PublicKey> = keys().into_iter().map(|(_, key)| key).collect();
    for made in all() {
        let verification = verify(&made.bytes, &keys, verifying_time());
        assert_eq!(found(&verification), made.plain, "{}", made.file());
        if let Verification::Verified(verified) = &verification {
            let codes: Vec<&str> = verified
                .not_checked()
                .iter()
                .map(|what| what.code())
                .collect();
            assert!(codes.contains(&"certificate"), "{codes:?}");
        }
        // The key of a certificate is no key that was given.
        let found = found(&verify(&made.bytes, &[], verifying_time()));
        assert!(matches!(
            found,
            Expected::Refused("kid-unknown" | "header-x5c")
        ));
    }
}

#[test]
fn what_is_known_of_a_good_certificate_is_told() {
    let made = &all()[0];
    let roots = roots(made.roots, made.lists);
    let found = verify_certified(&made.bytes, &[], &roots, verifying_time());
    let Verification::Verified(verified) = found else {
        panic!("{found:?}")
    };
    let checked = verified.signatures()[0].certificate.checked().unwrap();
    assert_eq!(checked.subject, "CN=Zoé Tremblay,O=Test,C=CA");
    assert_eq!(checked.issuer, "CN=Issuing authority,O=Test,C=CA");
    assert_eq!(checked.root, "CN=Test root,O=Test,C=CA");
    assert_eq!(checked.revocation, RevocationStanding::NotRevoked);
    let codes: Vec<&str> = verified
        .not_checked()
        .iter()
        .map(|what| what.code())
        .collect();
    assert_eq!(codes, ["role", "organization", "register", "items"]);
}

#[test]
fn a_changed_record_is_refused_whatever_its_certificate_is() {
    let made = &all()[0];
    let roots = roots(made.roots, made.lists);
    let text = String::from_utf8(made.bytes.clone()).unwrap();
    let changed = text.replacen("a town hall", "no town hall", 1);
    assert_ne!(text, changed);
    let found = found(&verify_certified(
        changed.as_bytes(),
        &[],
        &roots,
        verifying_time(),
    ));
    assert_eq!(found, Expected::Refused("signature-bad"));
}

#[test]
fn lists_are_asked_for_today_and_certificates_for_the_day_of_the_signature() {
    let made = &all()[0];
    let roots = roots(made.roots, made.lists);
    let later = verifying_time() + chrono::TimeDelta::days(60);
    let found_later = found(&verify_certified(&made.bytes, &[], &roots, later));
    assert_eq!(found_later, Expected::Refused("certificate-status-unknown"));
    let without = crate::roots(made.roots, &[]);
    let years = verifying_time() + chrono::TimeDelta::days(3000);
    let found_years = found(&verify_certified(&made.bytes, &[], &without, years));
    assert_eq!(found_years, Expected::Verified);
}
