//! Trust lists, and submissions verified with one: every rule is kept, and what
//! breaks it is named by its code.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "tests"
)]

#[path = "support/submission.rs"]
mod support;

use chrono::{DateTime, TimeDelta, Utc};
use probitas::questionnaire::Role;
use probitas::submission::base64url;
use probitas::submission::canonical::{CanonicalBytes, compact, pretty};
use probitas::submission::file::SubmissionFile;
use probitas::submission::fingerprint::RecordDigest;
use probitas::submission::jws::{Signer, signing_input};
use probitas::submission::key::{Algorithm, PublicKey, SigningKey};
use probitas::submission::trust::{
    ListEditError, NewKey, RevocationReason, SeenList, TrustFile, TrustList, TrustRecord,
    VerifiedTrustList, verify_list,
};
use probitas::submission::verify::{
    GoodSignature, NotChecked, Policy, Reason, RegisteredSignature, Trust, Verification,
    verify_trusted,
};
use serde_json::{Value, json};
use support::{key, sealed, signing_time};

/// The agency's key.
fn agency() -> SigningKey {
    SigningKey::from_secret_for(Algorithm::Ed25519, &[9; 32]).unwrap()
}

fn pins() -> Vec<PublicKey> {
    vec![agency().public_key()]
}

fn now() -> DateTime<Utc> {
    signing_time() + TimeDelta::hours(1)
}

fn entry(number: u8, person: &str, role: Role) -> NewKey {
    NewKey {
        key: key(number).public_key(),
        organization_id: sealed().record().submission.organization_id.clone(),
        person: person.to_owned(),
        roles: vec![role],
        from: signing_time() - TimeDelta::days(10),
        until: signing_time() + TimeDelta::days(10),
    }
}

/// Keys 1 and 2 as preparer and deputy head.
fn record() -> TrustRecord {
    let mut record = TrustRecord::empty(signing_time());
    record
        .add(entry(1, "Zoé Tremblay", Role::Preparer))
        .unwrap();
    record.add(entry(2, "Sam Head", Role::DeputyHead)).unwrap();
    record
}

fn issued(record: TrustRecord) -> Vec<u8> {
    let record = record.issue(signing_time(), signing_time() + TimeDelta::days(30));
    let mut file = TrustFile::unsigned(TrustList::new(record).unwrap());
    file.sign(&agency(), "Agency", signing_time()).unwrap();
    file.to_bytes().unwrap()
}

fn list(record: TrustRecord) -> VerifiedTrustList {
    verify_list(&issued(record), &pins(), None, now()).unwrap()
}

fn signed(signers: &[(u8, Role)]) -> Vec<u8> {
    let mut file = SubmissionFile::unsigned(sealed());
    for (number, role) in signers {
        let signer = Signer {
            role: *role,
            name: "Somebody".to_owned(),
        };
        file.sign(&key(*number), &signer, signing_time()).unwrap();
    }
    file.to_bytes().unwrap()
}

fn by_both() -> Vec<u8> {
    signed(&[(1, Role::Preparer), (2, Role::DeputyHead)])
}

fn verify(file: &[u8], list: &VerifiedTrustList, policy: Policy) -> Verification {
    let trust = Trust {
        list,
        keys: &[],
        policy,
        registered: &[],
        roots: None,
    };
    verify_trusted(file, &trust, now())
}

fn codes(reasons: &[Reason]) -> Vec<&'static str> {
    reasons.iter().map(Reason::code).collect()
}

fn refused(file: &[u8], record: TrustRecord) -> Vec<&'static str> {
    match verify(file, &list(record), Policy::Both) {
        Verification::NotVerified(reasons) => codes(&reasons),
        other => panic!("not refused: {other:?}"),
    }
}

fn list_refused(file: &[u8]) -> Vec<&'static str> {
    codes(&verify_list(file, &pins(), None, now()).unwrap_err())
}

#[test]
fn both_signers_of_the_list_verify_and_its_names_win() {
    let Verification::Verified(verified) = verify(&by_both(), &list(record()), Policy::Both) else {
        panic!("not verified")
    };
    assert!(verified.is_confirmed());
    let names: Vec<&str> = verified
        .signatures()
        .iter()
        .map(GoodSignature::shown_name)
        .collect();
    assert_eq!(names, ["Zoé Tremblay", "Sam Head"]);
    let left_open = [
        NotChecked::SigningTime,
        NotChecked::ListSequence,
        NotChecked::Register,
        NotChecked::Items,
    ];
    assert_eq!(verified.not_checked(), left_open);
}

#[test]
fn handwritten_approval_is_a_policy_that_says_what_it_leaves_open() {
    let file = signed(&[(1, Role::Preparer)]);
    assert_eq!(refused(&file, record()), ["deputy-head-missing"]);
    let found = verify(&file, &list(record()), Policy::PreparerHandwritten);
    let Verification::Verified(verified) = found else {
        panic!("not verified")
    };
    assert!(
        verified
            .not_checked()
            .contains(&NotChecked::HandwrittenApproval)
    );
}

#[test]
fn roles_are_those_that_the_list_grants_and_in_their_order() {
    let alone = signed(&[(2, Role::DeputyHead)]);
    assert_eq!(refused(&alone, record()), ["preparer-missing"]);
    let swapped = signed(&[(2, Role::DeputyHead), (1, Role::Preparer)]);
    assert_eq!(refused(&swapped, record()), ["role-order"]);
    let usurped = signed(&[(1, Role::Preparer), (1, Role::DeputyHead)]);
    assert_eq!(refused(&usurped, record()), ["role-not-granted"]);
    let mut both_roles = record();
    both_roles.keys[0].roles.push(Role::DeputyHead);
    assert_eq!(refused(&usurped, both_roles), ["key-twice"]);
}

#[test]
fn a_key_counts_from_its_first_moment_to_the_one_before_its_last() {
    let with = |nbf: i64, exp: i64| {
        let mut record = record();
        record.keys[0].nbf = signing_time() + TimeDelta::seconds(nbf);
        record.keys[0].exp = signing_time() + TimeDelta::seconds(exp);
        record
    };
    let good = verify(&by_both(), &list(with(0, 1)), Policy::Both);
    assert!(matches!(good, Verification::Verified(_)));
    assert_eq!(refused(&by_both(), with(1, 2)), ["key-not-yet-valid"]);
    assert_eq!(refused(&by_both(), with(-2, 0)), ["key-expired"]);
}

#[test]
fn revocation_has_two_meanings() {
    let with = |reason: RevocationReason, seconds: i64| {
        let mut record = record();
        let kid = key(1).public_key().kid();
        let at = signing_time() + TimeDelta::seconds(seconds);
        record.revoke(&kid, reason, at).unwrap();
        record
    };
    let superseded = RevocationReason::Superseded;
    let later = verify(&by_both(), &list(with(superseded, 1)), Policy::Both);
    assert!(matches!(later, Verification::Verified(_)));
    assert_eq!(refused(&by_both(), with(superseded, 0)), ["key-revoked"]);
    let compromised = with(RevocationReason::KeyCompromise, 1000);
    assert_eq!(
        refused(&by_both(), compromised.clone()),
        ["key-compromised"]
    );
    let list = list(compromised);
    let with = |file: &[u8], registered: &[RegisteredSignature]| {
        let trust = Trust {
            list: &list,
            keys: &[],
            policy: Policy::Both,
            registered,
            roots: None,
        };
        verify_trusted(file, &trust, now())
    };
    let preparer = RegisteredSignature {
        record: sealed().digest(),
        kid: key(1).public_key().kid(),
        role: Role::Preparer,
        signed_at: signing_time(),
    };
    // The deputy head's signature, by a key that counts, may come later.
    let found = with(&by_both(), std::slice::from_ref(&preparer));
    assert!(matches!(found, Verification::Verified(_)));
    // Nothing else that the compromised key signs is exempt.
    let others = [
        RegisteredSignature {
            role: Role::DeputyHead,
            ..preparer.clone()
        },
        RegisteredSignature {
            signed_at: signing_time() + TimeDelta::seconds(1),
            ..preparer.clone()
        },
        RegisteredSignature {
            kid: key(2).public_key().kid(),
            ..preparer.clone()
        },
        RegisteredSignature {
            record: RecordDigest::new([0; 32]),
            ..preparer
        },
    ];
    let Verification::NotVerified(reasons) = with(&by_both(), &others) else {
        panic!("not refused")
    };
    assert_eq!(codes(&reasons), ["key-compromised"]);
}

#[test]
fn signers_are_of_one_organization_and_it_is_the_records() {
    let mut elsewhere = record();
    elsewhere.keys[1].organization_id = "elsewhere".to_owned();
    assert_eq!(
        refused(&by_both(), elsewhere.clone()),
        ["organizations-differ"]
    );
    elsewhere.keys[0].organization_id = "elsewhere".to_owned();
    assert_eq!(refused(&by_both(), elsewhere), ["organization-mismatch"]);
}

#[test]
fn a_good_signature_by_an_unlisted_key_is_to_be_confirmed() {
    let file = signed(&[(1, Role::Preparer), (3, Role::DeputyHead)]);
    assert_eq!(refused(&file, record()), ["kid-unknown"]);
    let stranger = key(3).public_key();
    let list = list(record());
    let trust = Trust {
        list: &list,
        keys: std::slice::from_ref(&stranger),
        policy: Policy::Both,
        registered: &[],
        roots: None,
    };
    let found = verify_trusted(&file, &trust, now());
    let fingerprint = stranger.kid().fingerprint().to_string();
    let account = found.account();
    let Verification::Unconfirmed(unconfirmed) = &found else {
        panic!("{found:?}")
    };
    let listed: Vec<bool> = unconfirmed
        .signatures()
        .iter()
        .map(|good| good.listed.is_some())
        .collect();
    assert_eq!(listed, [true, false]);
    let left_open = [NotChecked::WITH_KEY_ALONE, &[NotChecked::Items]].concat();
    assert_eq!(unconfirmed.not_checked(), left_open);
    let step = account.steps[0].text(probitas::i18n::Language::English);
    assert!(step.contains(&fingerprint), "{step}");
    // A changed file is refused, whoever signed it.
    let text = String::from_utf8(file).unwrap();
    let changed = text.replacen("a town hall", "no town hall", 1);
    let Verification::NotVerified(reasons) = verify_trusted(changed.as_bytes(), &trust, now())
    else {
        panic!("not refused")
    };
    assert_eq!(codes(&reasons), ["signature-bad", "signature-bad"]);
}

#[test]
fn a_stranger_under_a_listed_kid_is_refused() {
    let record_bytes = sealed();
    let header = support::header();
    let header = CanonicalBytes::of(&header).unwrap();
    let protected = base64url::encode(header.as_bytes());
    let input = signing_input(&protected, record_bytes.bytes().as_bytes());
    let entry = probitas::submission::jws::SignatureEntry {
        protected,
        signature: base64url::encode(&key(4).sign(&input).unwrap()),
    };
    let text = std::str::from_utf8(record_bytes.bytes().as_bytes()).unwrap();
    let file = support::assemble(text, &[entry]);
    assert_eq!(refused(file.as_bytes(), record()), ["signature-bad"]);
}

#[test]
fn an_unsigned_submission_stays_unsigned() {
    let found = verify(&signed(&[]), &list(record()), Policy::Both);
    assert!(matches!(found, Verification::NotSigned(_)));
}

#[test]
fn a_list_is_signed_by_pinned_keys_alone() {
    let good = issued(record());
    let verified = verify_list(&good, &pins(), None, now()).unwrap();
    assert_eq!(verified.signers()[0].name, "Agency");
    assert_eq!(verified.list().record().sequence, 1);
    let other = [key(1).public_key()];
    let reasons = verify_list(&good, &other, None, now()).unwrap_err();
    assert_eq!(codes(&reasons), ["kid-unknown"]);
    let draft = TrustFile::unsigned(TrustList::new(record()).unwrap());
    assert_eq!(
        list_refused(&draft.to_bytes().unwrap()),
        ["trust-list-unsigned"]
    );
    let text = String::from_utf8(good).unwrap();
    let changed = text.replacen("Sam Head", "Sam Heap", 1);
    assert_eq!(list_refused(changed.as_bytes()), ["signature-bad"]);
}

#[test]
fn a_submission_is_no_list_and_a_list_no_submission() {
    assert_eq!(list_refused(&by_both()), ["trust-list-format-other"]);
    let found = verify(&issued(record()), &list(record()), Policy::Both);
    let Verification::NotVerified(reasons) = found else {
        panic!("not refused")
    };
    assert_eq!(codes(&reasons), ["format-other"]);
    // The signature of a submission under the clothes of a list.
    let entry = &TrustFile::read(&issued(record())).unwrap().signatures()[0].clone();
    let text = std::str::from_utf8(sealed().bytes().as_bytes())
        .unwrap()
        .to_owned();
    let file = support::assemble(&text, std::slice::from_ref(entry));
    assert_eq!(refused(file.as_bytes(), record()), ["header-typ"]);
}

#[test]
fn white_space_of_a_list_may_change_and_nothing_else() {
    let good = issued(record());
    let one_line = compact(&good);
    assert!(verify_list(&one_line, &pins(), None, now()).is_ok());
    let crlf = String::from_utf8(good.clone())
        .unwrap()
        .replace('\n', "\r\n");
    assert!(verify_list(crlf.as_bytes(), &pins(), None, now()).is_ok());
    let text = String::from_utf8(good).unwrap();
    let escaped = text.replacen("Sam", "S\\u0061m", 1);
    assert_eq!(list_refused(escaped.as_bytes()), ["signature-bad"]);
    let parted = text.replacen("null", "nu ll", 1);
    assert_eq!(list_refused(parted.as_bytes()), ["json-syntax"]);
    let doubled = text.replacen("\"format\"", "\"format\": 1, \"format\"", 1);
    assert_eq!(list_refused(doubled.as_bytes()), ["json-duplicate-name"]);
}

/// A list with this record, signed by the agency whatever it holds.
fn forged(record: &Value) -> Vec<u8> {
    let record = CanonicalBytes::of(record).unwrap();
    let real = TrustFile::read(&issued(self::record())).unwrap();
    let protected = real.signatures()[0].protected.clone();
    let signature = agency()
        .sign(&signing_input(&protected, record.as_bytes()))
        .unwrap();
    let entries = json!([{ "protected": protected, "signature": base64url::encode(&signature) }]);
    let record = std::str::from_utf8(record.as_bytes()).unwrap();
    let text =
        format!(r#"{{"format":"probitas-trust/1","record":{record},"signatures":{entries}}}"#);
    pretty(text.as_bytes())
}

#[test]
fn a_signed_list_must_still_be_a_list() {
    let base: Value = serde_json::from_slice(&issued(record())).unwrap();
    let with = |pointer: &str, value: Value| {
        let mut record = base["record"].clone();
        *record.pointer_mut(pointer).unwrap() = value;
        list_refused(&forged(&record))
    };
    assert!(verify_list(&forged(&base["record"]), &pins(), None, now()).is_ok());
    let other = base["record"]["keys"][1].clone();
    assert_eq!(with("/keys/0", other.clone()), ["trust-list-key-twice"]);
    assert_eq!(
        with("/keys/0/kid", json!("A".repeat(43))),
        ["trust-list-key"]
    );
    assert_eq!(
        with("/keys/0/jwk", other["jwk"].clone()),
        ["trust-list-key"]
    );
    assert_eq!(with("/keys/0/alg", json!("ES384")), ["trust-list-key"]);
    assert_eq!(with("/keys/0/alg", json!("EdDSA")), ["trust-list-members"]);
    assert_eq!(with("/keys/0/roles", json!([])), ["trust-list-members"]);
    assert_eq!(
        with("/keys/0/roles", json!(["preparer", "preparer"])),
        ["trust-list-members"]
    );
    assert_eq!(
        with("/keys/0/person", json!("a\nb")),
        ["trust-list-members"]
    );
    assert_eq!(
        with("/keys/0/organizationId", json!("a b")),
        ["trust-list-members"]
    );
    assert_eq!(with("/keys/0/exp", json!(1)), ["trust-list-dates"]);
    assert_eq!(with("/keys/0/nbf", json!(-1)), ["trust-list-dates"]);
    assert_eq!(with("/sequence", json!(0)), ["trust-list-members"]);
    assert_eq!(with("/sequence", json!(1.5)), ["json-not-an-integer"]);
    assert_eq!(
        with("/keys/0/person", json!("a\u{202e}b")),
        ["json-forbidden-character"]
    );
    let mut lacking = base["record"].clone();
    lacking["keys"][0]
        .as_object_mut()
        .unwrap()
        .remove("revoked");
    assert_eq!(list_refused(&forged(&lacking)), ["trust-list-members"]);
    let mut private = base["record"].clone();
    private["keys"][0]["jwk"]["d"] = json!("AA");
    assert_eq!(list_refused(&forged(&private)), ["trust-list-key"]);
}

#[test]
fn lists_go_forward_only() {
    let first = issued(record());
    let verified = verify_list(&first, &pins(), None, now()).unwrap();
    let seen = verified.seen();
    let again = verify_list(&first, &pins(), Some(&seen), now()).unwrap();
    assert!(again.is_compared());
    let newer = SeenList {
        sequence: 2,
        ..seen
    };
    let reasons = verify_list(&first, &pins(), Some(&newer), now()).unwrap_err();
    assert_eq!(codes(&reasons), ["trust-list-rolled-back"]);
    let digest = RecordDigest::new([0; 32]);
    let other = SeenList { digest, ..seen };
    let reasons = verify_list(&first, &pins(), Some(&other), now()).unwrap_err();
    assert_eq!(codes(&reasons), ["trust-list-forked"]);
}

#[test]
fn a_list_counts_until_its_next_update() {
    let file = issued(record());
    let at = |moment| verify_list(&file, &pins(), None, moment).map_err(|reasons| codes(&reasons));
    let end = signing_time() + TimeDelta::days(30);
    assert!(at(end - TimeDelta::seconds(1)).is_ok());
    assert_eq!(at(end).unwrap_err(), ["trust-list-stale"]);
    assert!(at(signing_time() - TimeDelta::days(1)).is_ok());
    let early = at(signing_time() - TimeDelta::days(2)).unwrap_err();
    assert_eq!(early, ["iat-in-future"]);
}

#[test]
fn keys_are_listed_once_and_revoked_once() {
    let mut record = record();
    let kid = key(1).public_key().kid();
    let twice = record.add(entry(1, "Zoé Tremblay", Role::Preparer));
    assert_eq!(twice, Err(ListEditError::Listed { kid: kid.clone() }));
    let mut revoke = |reason| record.revoke(&kid, reason, now());
    revoke(RevocationReason::Superseded).unwrap();
    let kid = key(1).public_key().kid();
    assert_eq!(
        revoke(RevocationReason::CessationOfOperation),
        Err(ListEditError::Revoked { kid: kid.clone() })
    );
    revoke(RevocationReason::KeyCompromise).unwrap();
    assert_eq!(
        revoke(RevocationReason::KeyCompromise),
        Err(ListEditError::Revoked { kid })
    );
    let unknown = key(5).public_key().kid();
    let failed = record.revoke(&unknown, RevocationReason::Superseded, now());
    assert_eq!(failed, Err(ListEditError::NotListed { kid: unknown }));
}

#[test]
fn lists_of_every_algorithm_fit_the_published_schema() {
    let schema = include_str!("../assets/schema/probitas-trust-1.schema.json");
    let schema: Value = serde_json::from_str(schema).unwrap();
    assert!(jsonschema::meta::is_valid(&schema));
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let mut record = record();
    for algorithm in Algorithm::ALL {
        let secret = vec![5; algorithm.secret_bytes()];
        let key = SigningKey::from_secret_for(algorithm, &secret).unwrap();
        let new = entry(1, "Any Body", Role::Preparer);
        let key = key.public_key();
        record.add(NewKey { key, ..new }).unwrap();
    }
    let kid = key(1).public_key().kid();
    record
        .revoke(&kid, RevocationReason::KeyCompromise, now())
        .unwrap();
    let file: Value = serde_json::from_slice(&issued(record)).unwrap();
    let errors: Vec<String> = validator
        .iter_errors(&file)
        .map(|error| error.to_string())
        .collect();
    assert_eq!(errors, Vec::<String>::new());
    for (pointer, value) in [
        ("/format", json!("probitas-trust/2")),
        ("/record/sequence", json!(0)),
        ("/record/keys/0/alg", json!("EdDSA")),
        ("/record/keys/0/roles", json!([])),
        ("/record/keys/0/revoked/reason", json!("other")),
        ("/record/keys/0/jwk/crv", json!("P-521")),
        ("/record/keys/0/nbf", json!("2024-11-01")),
    ] {
        let mut other = file.clone();
        *other.pointer_mut(pointer).unwrap() = value;
        assert!(!validator.is_valid(&other), "{pointer}");
    }
    let mut extra = file;
    extra["record"]["keys"][0]["other"] = json!(1);
    assert!(!validator.is_valid(&extra));
}

#[test]
fn no_changed_byte_of_a_list_goes_unnoticed() {
    let good = issued(record());
    let meant = verify_list(&good, &pins(), None, now()).unwrap();
    for place in (0..good.len()).step_by(13) {
        let mut changed = good.clone();
        changed[place] ^= 1;
        // A space may become another one that does not count, and nothing else.
        if let Ok(list) = verify_list(&changed, &pins(), None, now()) {
            assert_eq!(list.list(), meant.list(), "byte {place}");
            assert!(good[place].is_ascii_whitespace(), "byte {place}");
        }
    }
}
