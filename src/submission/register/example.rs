//! Registers and submissions for tests; no real organization.

use super::chain::{Admitted, Register};
use super::entry::{ApprovedOnPaper, Event, FiledSignature, FiledSubmission, Received};
use crate::questionnaire::Role;
use crate::submission::canonical::{CanonicalBytes, sha256};
use crate::submission::fingerprint::RecordDigest;
use crate::submission::key::example::signing_key;
use crate::submission::record::PerLanguage;
use chrono::{DateTime, NaiveDate, Utc};

pub(crate) fn at() -> DateTime<Utc> {
    DateTime::from_timestamp(1_731_679_200, 0).unwrap()
}

pub(crate) fn begun() -> Register {
    let names = ["Privy Council Office", "Bureau du Conseil privé"];
    Register::begin(&names.map(str::to_owned), at()).unwrap()
}

pub(crate) fn digest(content: &str) -> RecordDigest {
    RecordDigest::new(sha256(content.as_bytes()))
}

/// A submission whose content is `content`, signed by the preparer alone.
pub(crate) fn received(
    organization: &str,
    revision: u32,
    previous: Option<RecordDigest>,
    content: &str,
) -> Received {
    let audience = PerLanguage {
        en: None,
        fr: Some("bureau  du Conseil privé".to_owned()),
    };
    let preparer = FiledSignature {
        kid: signing_key(1).public_key().kid(),
        role: Role::Preparer,
        name: "Zoé".to_owned(),
        signed_at: at(),
    };
    Received {
        submission: FiledSubmission {
            organization_id: organization.to_owned(),
            cycle: "2023-2024".to_owned(),
            questionnaire: "values-ethics-2024".to_owned(),
            submission_id: "0f8fad5b-d9cb-469f-a165-70867728950e".to_owned(),
            revision,
            previous,
            digest: digest(content),
            audience,
        },
        signatures: vec![preparer],
    }
}

pub(crate) fn entering(received: Received) -> Admitted {
    Admitted(Event::Received(Box::new(received)))
}

pub(crate) fn approving(content: &str) -> Admitted {
    let digest = digest(content);
    Admitted(Event::ApprovedOnPaper(ApprovedOnPaper {
        digest,
        fingerprint: digest.fingerprint().to_string(),
        seen: NaiveDate::from_ymd_opt(2024, 11, 14).unwrap(),
        officer: "Officer".to_owned(),
    }))
}

/// The file of a register.
pub(crate) fn file(register: &Register) -> Vec<u8> {
    let lines = register.links().iter().map(|link| {
        let line = CanonicalBytes::of(link).unwrap();
        [line.as_bytes(), b"\n"].concat()
    });
    lines.collect::<Vec<_>>().concat()
}
