//! An office in which two people sign, an agency that lists their keys, and
//! the files of both.
#![allow(
    dead_code,
    missing_docs,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "each test binary uses a part of it, and stops at the first surprise"
)]

use std::path::Path;

use chrono::{DateTime, TimeDelta, Utc};
use probitas::app::{OpenedKey, TrustForm, VerifyForm};
use probitas::export::outputs::{Source, pdf};
use probitas::export::settings::Settings;
use probitas::questionnaire::{Role, shipped};
use probitas::report::{Content, Edition};
use probitas::response::{AnswerLanguages, QuestionnaireResponse};
use probitas::rules::{CompletedResponse, evaluate};
use probitas::submission::file::SubmissionFile;
use probitas::submission::jws::Signer;
use probitas::submission::key::SigningKey;
use probitas::submission::key_file::KeyHolder;
#[cfg(feature = "certificates")]
use probitas::submission::key_source::{KeySource, SignsAs};
use probitas::submission::record::SealedRecord;
use probitas::submission::trust::{NewKey, TrustFile, TrustList, TrustRecord};
use probitas::submission::verify::{Policy, open};
use tempfile::TempDir;

pub const PREPARER: (u8, Role, &str) = (1, Role::Preparer, "Zoé Tremblay");
pub const HEAD: (u8, Role, &str) = (2, Role::DeputyHead, "Stéphane Test");
const AGENCY: u8 = 9;

/// Of every certificate file.
pub const CERTIFICATE_PASSWORD: &str = "test password";

/// The four published self-assessments.
pub const EXAMPLES: [&str; 4] = [
    "elections-canada",
    "treasury-board-secretariat",
    "innovation-science-economic-development",
    "immigration-refugees-citizenship",
];

pub struct Office {
    folder: TempDir,
    now: DateTime<Utc>,
}

/// A key that protects nothing: its secret is `number`, 32 times.
pub fn key(number: u8) -> SigningKey {
    SigningKey::from_secret(&[number; 32]).unwrap()
}

pub fn response() -> QuestionnaireResponse {
    example("elections-canada")
}

/// One of [`EXAMPLES`].
pub fn example(name: &str) -> QuestionnaireResponse {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/examples");
    let draft = std::fs::read(folder.join(format!("{name}.probitas"))).unwrap();
    let json = serde_json::from_slice(&draft).unwrap();
    QuestionnaireResponse::from_draft_json(&json)
        .unwrap()
        .response
}

/// A key as it is once it was opened with its passphrase.
pub fn opened((number, role, name): (u8, Role, &str)) -> OpenedKey {
    let holder = KeyHolder {
        name: name.to_owned(),
        role,
        organization_id: None,
    };
    let key = key(number);
    OpenedKey { key, holder }
}

/// A file of `tests/fixtures/certificates`.
pub fn certificate(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/certificates");
    folder.join(name).to_str().unwrap().to_owned()
}

impl Office {
    /// Whatever is signed there was signed a day before `now`.
    pub fn at(now: DateTime<Utc>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let office = Office { folder, now };
        for number in [1, 2, 3, AGENCY] {
            let jwk = key(number).public_key().to_jwk().unwrap();
            office.write(&format!("{number}.pub.jwk"), &jwk);
        }
        office
    }

    pub fn path(&self, name: &str) -> String {
        let path = self.folder.path().join(name);
        path.to_str().unwrap().to_owned()
    }

    pub fn write(&self, name: &str, bytes: &[u8]) -> String {
        std::fs::write(self.path(name), bytes).unwrap();
        self.path(name)
    }

    fn yesterday(&self) -> DateTime<Utc> {
        self.now - TimeDelta::days(1)
    }

    /// An example that these have signed, in this order.
    pub fn submission(&self, name: &str, signers: &[(u8, Role, &str)]) -> String {
        self.submission_of(&response(), name, signers)
    }

    pub fn submission_of(
        &self,
        response: &QuestionnaireResponse,
        name: &str,
        signers: &[(u8, Role, &str)],
    ) -> String {
        let questionnaire = &shipped()[0].questionnaire;
        let completed = CompletedResponse::check(questionnaire, response, true).unwrap();
        let mut file = SubmissionFile::unsigned(SealedRecord::of(&completed).unwrap());
        for (number, role, signer) in signers {
            let signer = Signer {
                role: *role,
                name: (*signer).to_owned(),
            };
            file.sign(&key(*number), &signer, self.yesterday()).unwrap();
        }
        self.write(name, &file.to_bytes().unwrap())
    }

    /// The PDF of a submission, which carries it.
    pub fn pdf(&self, name: &str, submission: &str) -> String {
        let json = std::fs::read(submission).unwrap();
        let opened = open(&json, &[], self.now).unwrap();
        let shipped = &shipped()[0];
        let response = response();
        let content = Content {
            shipped,
            response: &response,
            evaluation: &evaluate(&shipped.questionnaire, &response),
        };
        let digest = opened.record().digest();
        let edition = Edition::of(&opened, &digest);
        let source = Source::Submission {
            json: &json,
            edition,
        };
        let bytes = pdf(
            content,
            &source,
            AnswerLanguages::English,
            Settings::default(),
        );
        self.write(name, &bytes.unwrap())
    }

    /// The agency's list of preparer and deputy head, after a change to it.
    pub fn list(&self, sequence: u64, change: impl FnOnce(&mut TrustRecord)) -> String {
        let mut record = TrustRecord::empty(self.now - TimeDelta::days(20));
        for (number, role, person) in [PREPARER, HEAD] {
            let new = NewKey {
                key: key(number).public_key(),
                organization_id: response().organization().id.clone(),
                person: format!("{person} (listed)"),
                roles: vec![role],
                from: self.now - TimeDelta::days(30),
                until: self.now + TimeDelta::days(300),
            };
            record.add(new).unwrap();
        }
        change(&mut record);
        let mut record = record.issue(self.yesterday(), self.now + TimeDelta::days(30));
        record.sequence = sequence;
        let mut file = TrustFile::unsigned(TrustList::new(record).unwrap());
        file.sign(&key(AGENCY), "Central agency", self.yesterday())
            .unwrap();
        let name = format!("trust-{sequence}.json");
        self.write(&name, &file.to_bytes().unwrap())
    }

    /// The form that verifies a file with a list.
    pub fn form(&self, file: &str, list: &str) -> VerifyForm {
        VerifyForm {
            file: file.to_owned(),
            more: Vec::new(),
            keys: Vec::new(),
            trust: TrustForm {
                list: list.to_owned(),
                pins: vec![self.path("9.pub.jwk")],
                policy: Policy::default(),
                ..TrustForm::default()
            },
        }
    }

    /// An example signed with certificate files of `tests/fixtures/certificates`.
    #[cfg(feature = "certificates")]
    pub fn certified(&self, name: &str, signers: &[(&str, Role)]) -> String {
        let questionnaire = &shipped()[0].questionnaire;
        let response = response();
        let completed = CompletedResponse::check(questionnaire, &response, true).unwrap();
        let mut file = SubmissionFile::unsigned(SealedRecord::of(&completed).unwrap());
        for (p12, role) in signers {
            let source = std::fs::read(certificate(&format!("{p12}.p12"))).unwrap();
            let source = KeySource::read(&source).unwrap();
            let opened = source
                .open(CERTIFICATE_PASSWORD, &SignsAs::role(*role))
                .unwrap();
            let signer = Signer {
                role: *role,
                name: opened.name().to_owned(),
            };
            file.sign(&opened.key, &signer, self.yesterday()).unwrap();
        }
        self.write(name, &file.to_bytes().unwrap())
    }

    /// The form that verifies a file with a root and perhaps its list.
    #[expect(clippy::unused_self, reason = "it stands beside the other forms")]
    pub fn roots(&self, file: &str, root: &str, lists: &[&str]) -> VerifyForm {
        let path = |name: &&str| certificate(name);
        VerifyForm {
            file: file.to_owned(),
            trust: TrustForm {
                roots: vec![certificate(root)],
                revocations: lists.iter().map(path).collect(),
                ..TrustForm::default()
            },
            ..VerifyForm::default()
        }
    }

    /// The form that verifies a file with keys alone.
    pub fn keys(&self, file: &str, numbers: &[u8]) -> VerifyForm {
        let key = |number: &u8| self.path(&format!("{number}.pub.jwk"));
        VerifyForm {
            file: file.to_owned(),
            keys: numbers.iter().map(key).collect(),
            ..VerifyForm::default()
        }
    }
}
