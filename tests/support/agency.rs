//! A receiving agency with a trust list and a register, and the offices that
//! hand in. Uses the record and the keys of `support/submission.rs`.
#![allow(
    dead_code,
    missing_docs,
    unreachable_pub,
    reason = "each test binary uses a part of it"
)]

use std::fs;
use std::path::PathBuf;

use super::support::{key, sealed, signing_time};
use chrono::{DateTime, TimeDelta, Utc};
use probitas::questionnaire::Role;
use probitas::submission::file::SubmissionFile;
use probitas::submission::fingerprint::RecordDigest;
use probitas::submission::jws::Signer;
use probitas::submission::key::SigningKey;
use probitas::submission::record::SealedRecord;
use probitas::submission::trust::{NewKey, TrustFile, TrustList, TrustRecord};
use tempfile::TempDir;

/// The preparer and the deputy head of the office of a number have these keys.
pub fn preparer(office: u8) -> SigningKey {
    key(office * 2 + 1)
}

pub fn head(office: u8) -> SigningKey {
    key(office * 2 + 2)
}

pub fn agency_key() -> SigningKey {
    key(200)
}

/// What the office of a number hands in: the first revision, or a later one.
pub fn record(office: u8, revision: u32, previous: Option<RecordDigest>) -> SealedRecord {
    let mut record = sealed().record().clone();
    record.submission.organization_id = format!("office-{office}");
    record.submission.revision = revision;
    record.submission.previous = previous;
    SealedRecord::new(record).unwrap()
}

/// The file of a record, signed at `at`.
pub fn signed(record: &SealedRecord, signers: &[(SigningKey, Role)], at: DateTime<Utc>) -> Vec<u8> {
    let mut file = SubmissionFile::unsigned(record.clone());
    for (key, role) in signers {
        let name = "Somebody".to_owned();
        let signer = Signer { role: *role, name };
        file.sign(key, &signer, at).unwrap();
    }
    file.to_bytes().unwrap()
}

/// By the preparer and the deputy head.
pub fn by_both(office: u8, record: &SealedRecord, at: DateTime<Utc>) -> Vec<u8> {
    let signers = [
        (preparer(office), Role::Preparer),
        (head(office), Role::DeputyHead),
    ];
    signed(record, &signers, at)
}

/// The list of the keys of so many offices.
pub fn trust_record(offices: u8, at: DateTime<Utc>) -> TrustRecord {
    let mut record = TrustRecord::empty(at);
    for office in 0..offices {
        for (key, role) in [
            (preparer(office), Role::Preparer),
            (head(office), Role::DeputyHead),
        ] {
            let new = NewKey {
                key: key.public_key(),
                organization_id: format!("office-{office}"),
                person: format!("Listed {} of office {office}", role.name()),
                roles: vec![role],
                from: at - TimeDelta::days(10),
                until: at + TimeDelta::days(10),
            };
            record.add(new).unwrap();
        }
    }
    record
}

pub fn issued(record: TrustRecord, at: DateTime<Utc>) -> Vec<u8> {
    let list = TrustList::new(record.issue(at, at + TimeDelta::days(5))).unwrap();
    let mut file = TrustFile::unsigned(list);
    file.sign(&agency_key(), "Agency", at).unwrap();
    file.to_bytes().unwrap()
}

/// A folder with the trust list and the agency's public key.
pub struct Agency {
    folder: TempDir,
    pub at: DateTime<Utc>,
}

impl Agency {
    pub fn new(offices: u8, at: DateTime<Utc>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let agency = Agency { folder, at };
        agency.write("trust.json", &issued(trust_record(offices, at), at));
        agency.write(
            "agency.pub.jwk",
            &agency_key().public_key().to_jwk().unwrap(),
        );
        agency
    }

    pub fn at_signing_time(offices: u8) -> Self {
        Self::new(offices, signing_time())
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn path(&self, name: &str) -> String {
        self.file(name).to_str().unwrap().to_owned()
    }

    #[allow(clippy::disallowed_methods, reason = "a test sets its files up")]
    pub fn write(&self, name: &str, bytes: &[u8]) -> String {
        fs::write(self.file(name), bytes).unwrap();
        self.path(name)
    }
}
