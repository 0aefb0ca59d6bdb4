//! Trust lists: the one of the set, and those that are refused.

use chrono::{DateTime, TimeDelta, Utc};
use probitas::questionnaire::Role;
use probitas::submission::base64url;
use probitas::submission::canonical::CanonicalBytes;
use probitas::submission::jws::{SignatureEntry, prev, signing_input};
use probitas::submission::key::{Algorithm, SigningKey};
use probitas::submission::trust::{
    NewKey, RevocationReason, SeenList, TrustFile, TrustList, TrustRecord, verify_list,
};
use serde_json::{Value, json};

use crate::keys::{self, agency, key_for};
use crate::support::{good_text, key, sealed, signing_time, verifying_time};
use crate::vector::{Expected, first};

/// The trust list with which submissions are verified.
pub const GOOD: &str = "trust-list.json";
/// Its sequence number.
const SEQUENCE: u64 = 7;
/// Those of the keys in it that were revoked or are not valid.
pub const SUPERSEDED: u8 = 4;
pub const SUPERSEDED_LATER: u8 = 5;
pub const COMPROMISED: u8 = 6;
pub const EXPIRED: u8 = 7;
pub const NOT_YET_VALID: u8 = 8;
/// The organization of the key for ES384.
pub const OTHER_ORGANIZATION: &str = "other-agency";

/// A trust list of the set.
pub struct ListVector {
    /// Empty for the good one.
    name: &'static str,
    pub about: &'static str,
    pub expected: Expected,
    pub seen: Option<SeenList>,
    pub bytes: Vec<u8>,
}

impl ListVector {
    pub fn file(&self) -> String {
        let dash = if self.name.is_empty() { "" } else { "-" };
        format!("trust-list{dash}{}.json", self.name)
    }

    /// What our verifier says of it.
    pub fn reached(&self) -> Expected {
        let pinned = [agency().public_key()];
        match verify_list(&self.bytes, &pinned, self.seen.as_ref(), verifying_time()) {
            Ok(_) => Expected::Good,
            Err(reasons) => first(&reasons),
        }
    }
}

fn day(number: i64) -> DateTime<Utc> {
    signing_time() + TimeDelta::days(number)
}

fn entry(key: &SigningKey, roles: &[Role]) -> NewKey {
    NewKey {
        key: key.public_key(),
        organization_id: sealed().record().submission.organization_id.clone(),
        person: "Zoé Tremblay".to_owned(),
        roles: roles.to_vec(),
        from: day(-100),
        until: day(100),
    }
}

fn record() -> TrustRecord {
    let mut record = TrustRecord::empty(day(-1));
    let both = [Role::Preparer, Role::DeputyHead];
    let mut other = entry(&key_for(Algorithm::Es384), &both);
    OTHER_ORGANIZATION.clone_into(&mut other.organization_id);
    let mut expired = entry(&key(EXPIRED), &both);
    expired.until = day(-1);
    let mut early = entry(&key(NOT_YET_VALID), &both);
    early.from = day(1);
    let entries = [
        entry(&key(1), &[Role::Preparer]),
        entry(&key(2), &[Role::DeputyHead]),
        other,
        entry(&key_for(Algorithm::Ed25519), &both),
        entry(&key(SUPERSEDED), &both),
        entry(&key(SUPERSEDED_LATER), &both),
        entry(&key(COMPROMISED), &both),
        expired,
        early,
    ];
    for entry in entries {
        record.add(entry).unwrap();
    }
    let revoked = [
        (SUPERSEDED, RevocationReason::Superseded, day(-1)),
        (SUPERSEDED_LATER, RevocationReason::Superseded, day(1)),
        (COMPROMISED, RevocationReason::KeyCompromise, day(1)),
    ];
    for (number, reason, at) in revoked {
        let kid = key(number).public_key().kid();
        record.revoke(&kid, reason, at).unwrap();
    }
    let mut record = record.issue(day(-1), day(30));
    record.sequence = SEQUENCE;
    record
}

/// `record` as the agency signs it.
fn signed(record: TrustRecord) -> Vec<u8> {
    let mut file = TrustFile::unsigned(TrustList::new(record).unwrap());
    file.sign(&agency(), "Agency", day(-1)).unwrap();
    file.to_bytes().unwrap()
}

/// The trust list of the set.
pub fn good() -> Vec<u8> {
    signed(record())
}

fn changed(change: impl FnOnce(&mut TrustRecord)) -> Vec<u8> {
    let mut record = record();
    change(&mut record);
    signed(record)
}

fn header(key: &SigningKey) -> Value {
    json!({
        "alg": key.algorithm().name(),
        "iat": day(-1).timestamp(),
        "kid": key.public_key().kid().as_str(),
        "name": "Agency",
        "prev": prev(&[]).unwrap(),
        "typ": "probitas-trust+jws",
    })
}

/// Any record under any header, signed by the agency as a hostile one would.
fn forged(record: &str, header: &Value) -> Vec<u8> {
    let protected = base64url::encode(CanonicalBytes::of(header).unwrap().as_bytes());
    let signature = agency()
        .sign(&signing_input(&protected, record.as_bytes()))
        .unwrap();
    let signature = base64url::encode(&signature);
    let entries = serde_json::to_string(&[SignatureEntry {
        protected,
        signature,
    }])
    .unwrap();
    format!(r#"{{"format":"probitas-trust/1","record":{record},"signatures":{entries}}}"#).into()
}

fn record_value() -> Value {
    serde_json::to_value(record()).unwrap()
}

/// The record with one value replaced, in canonical form and signed.
fn with(pointer: &str, value: Value) -> Vec<u8> {
    let mut record = record_value();
    *record.pointer_mut(pointer).unwrap() = value;
    let text = CanonicalBytes::of(&record).unwrap().as_bytes().to_vec();
    forged(&String::from_utf8(text).unwrap(), &header(&agency()))
}

fn under(name: &str, value: Value) -> Vec<u8> {
    let mut header = header(&agency());
    header[name] = value;
    let text = CanonicalBytes::of(&record()).unwrap().as_bytes().to_vec();
    forged(&String::from_utf8(text).unwrap(), &header)
}

fn by_a_stranger() -> Vec<u8> {
    let mut file = TrustFile::unsigned(TrustList::new(record()).unwrap());
    file.sign(&key(keys::STRANGER), "Agency", day(-1)).unwrap();
    file.to_bytes().unwrap()
}

fn one_good_one_unpinned() -> Vec<u8> {
    let mut file = TrustFile::unsigned(TrustList::new(record()).unwrap());
    file.sign(&agency(), "Agency", day(-1)).unwrap();
    file.sign(&key(keys::STRANGER), "Agency", day(-1)).unwrap();
    file.to_bytes().unwrap()
}

fn seen(sequence: u64) -> SeenList {
    let digest = TrustList::new(record()).unwrap().digest();
    SeenList { sequence, digest }
}

fn list(expected: Expected, name: &'static str, about: &'static str, bytes: Vec<u8>) -> ListVector {
    ListVector {
        name,
        about,
        expected,
        seen: None,
        bytes,
    }
}

fn bad(code: &'static str, name: &'static str, about: &'static str, bytes: Vec<u8>) -> ListVector {
    list(Expected::Refused(code, None), name, about, bytes)
}

fn bad_signature(
    index: usize,
    code: &'static str,
    name: &'static str,
    about: &'static str,
    bytes: Vec<u8>,
) -> ListVector {
    list(Expected::Refused(code, Some(index)), name, about, bytes)
}

pub fn vectors() -> Vec<ListVector> {
    [time(), signatures(), content()]
        .into_iter()
        .flatten()
        .collect()
}

fn time() -> Vec<ListVector> {
    let newer = ListVector {
        seen: Some(seen(SEQUENCE - 1)),
        ..list(
            Expected::Good,
            "newer-than-seen",
            "an older list was seen before",
            signed(record()),
        )
    };
    let same = ListVector {
        seen: Some(seen(SEQUENCE)),
        ..list(
            Expected::Good,
            "seen-before",
            "the same list was seen before",
            good(),
        )
    };
    let rolled_back = ListVector {
        seen: Some(seen(SEQUENCE + 1)),
        ..bad(
            "trust-list-rolled-back",
            "rolled-back",
            "a newer list was seen before",
            good(),
        )
    };
    let forked = ListVector {
        seen: Some(seen(SEQUENCE)),
        ..bad(
            "trust-list-forked",
            "forked",
            "another list of the same number was seen before",
            changed(|record| record.next_update = day(31)),
        )
    };
    vec![
        list(Expected::Good, "", "the list of the set", good()),
        newer,
        same,
        rolled_back,
        forked,
        bad(
            "trust-list-stale",
            "stale",
            "there should be a newer one by now",
            changed(|record| record.next_update = signing_time()),
        ),
        bad(
            "trust-list-in-future",
            "in-future",
            "issued in two days",
            changed(|record| record.issued = day(2)),
        ),
    ]
}

fn signatures() -> Vec<ListVector> {
    let text = String::from_utf8(good()).unwrap();
    let mut role = header(&agency());
    role["role"] = json!("deputyHead");
    let unsigned = TrustFile::unsigned(TrustList::new(record()).unwrap());
    vec![
        bad(
            "trust-list-unsigned",
            "unsigned",
            "nobody signed it",
            unsigned.to_bytes().unwrap(),
        ),
        bad_signature(
            0,
            "kid-unknown",
            "by-a-stranger",
            "signed with a key that is not pinned",
            by_a_stranger(),
        ),
        bad_signature(
            1,
            "kid-unknown",
            "one-good-one-unpinned-signature",
            "signed by the agency, then by a stranger",
            one_good_one_unpinned(),
        ),
        bad_signature(
            0,
            "signature-bad",
            "role-changed",
            "a role granted after signing",
            text.replacen("\"preparer\"", "\"deputyHead\"", 1).into(),
        ),
        bad_signature(
            0,
            "header-typ",
            "header-typ-submission",
            "the typ of a submission",
            under("typ", json!("probitas-submission+jws")),
        ),
        bad_signature(
            0,
            "header-forbidden-name",
            "header-role",
            "a role, which only submissions have",
            under("role", json!("deputyHead")),
        ),
        bad_signature(
            0,
            "header-forbidden-name",
            "header-crit",
            "crit",
            under("crit", json!(["iat"])),
        ),
        bad_signature(
            0,
            "alg-mismatch",
            "header-alg-none",
            "alg none",
            under("alg", json!("none")),
        ),
        bad_signature(
            0,
            "iat-in-future",
            "header-iat-in-2100",
            "signed in the year 2100",
            under("iat", json!(4_102_444_800_u64)),
        ),
        bad(
            "trust-list-format-other",
            "is-a-submission",
            "a submission given as a trust list",
            good_text().into(),
        ),
    ]
}

fn content() -> Vec<ListVector> {
    let canonical = CanonicalBytes::of(&record()).unwrap().as_bytes().to_vec();
    let canonical = String::from_utf8(canonical).unwrap();
    let doubled = canonical.replacen("\"sequence\":7", "\"sequence\":7,\"sequence\":7", 1);
    let first = record_value()["keys"][0].clone();
    let mut private = first.clone();
    private["jwk"]["d"] = json!(base64url::encode(&[1; 32]));
    let mut extra = first.clone();
    extra["trusted"] = json!(true);
    let mut roleless = first.clone();
    roleless["roles"] = json!([]);
    vec![
        bad(
            "json-duplicate-name",
            "duplicate-name",
            "signed with a name given twice",
            forged(&doubled, &header(&agency())),
        ),
        bad(
            "trust-list-key-twice",
            "key-twice",
            "a key listed twice",
            with("/keys/1", first),
        ),
        bad(
            "trust-list-key",
            "private-key",
            "an entry with a private key",
            with("/keys/0", private),
        ),
        bad(
            "trust-list-key",
            "kid-of-another-key",
            "an entry whose thumbprint is of another key",
            with(
                "/keys/0/kid",
                json!(key(keys::STRANGER).public_key().kid().as_str()),
            ),
        ),
        bad(
            "trust-list-key",
            "alg-of-another-key",
            "an entry whose algorithm is not its key's",
            with("/keys/0/alg", json!("ES384")),
        ),
        bad(
            "trust-list-dates",
            "ends-before-it-starts",
            "an entry that ends before it starts",
            with("/keys/0/exp", json!(day(-200).timestamp())),
        ),
        bad(
            "trust-list-dates",
            "issued-after-next-update",
            "issued after its end",
            with("/issued", json!(day(40).timestamp())),
        ),
        bad(
            "trust-list-members",
            "unknown-member",
            "a member that an entry has not",
            with("/keys/0", extra),
        ),
        bad(
            "trust-list-members",
            "no-roles",
            "an entry without roles",
            with("/keys/0", roleless),
        ),
        bad(
            "trust-list-members",
            "blank-person",
            "a person whose name is U+202F",
            with("/keys/0/person", json!("\u{202f}")),
        ),
        bad(
            "trust-list-members",
            "sequence-zero",
            "a number that no issued list has",
            with("/sequence", json!(0)),
        ),
    ]
}
