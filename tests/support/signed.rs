//! The example drafts, and submissions made from them with a fixed key and clock.
#![allow(
    dead_code,
    missing_docs,
    unreachable_pub,
    clippy::unwrap_used,
    reason = "each test binary uses a part of it, and stops at the first surprise"
)]

use std::path::Path;

use chrono::DateTime;
use probitas::questionnaire::{Role, Shipped, shipped};
use probitas::response::QuestionnaireResponse;
use probitas::rules::CompletedResponse;
use probitas::submission::file::SubmissionFile;
use probitas::submission::jws::Signer;
use probitas::submission::key::SigningKey;
use probitas::submission::record::SealedRecord;
use probitas::submission::verify::{Verification, VerifiedSubmission, verify};

pub const SIGNED_AT: &str = "2024-11-20T12:00:00Z";

/// A signed submission.
pub struct Signed {
    pub unsigned: SubmissionFile,
    pub file: SubmissionFile,
    pub bytes: Vec<u8>,
    pub verified: VerifiedSubmission,
}

pub fn example(name: &str) -> (&'static Shipped, QuestionnaireResponse) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = root
        .join("assets/examples")
        .join(format!("{name}.probitas"));
    let json = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let loaded = QuestionnaireResponse::from_draft_json(&json).unwrap();
    (&shipped()[0], loaded.response)
}

/// The key of RFC 7515, appendix A.3: published, so good for tests only.
pub fn key() -> SigningKey {
    let secret = [
        142, 155, 16, 158, 113, 144, 152, 191, 152, 4, 135, 223, 31, 93, 119, 233, 203, 41, 96,
        110, 190, 210, 38, 59, 95, 87, 194, 19, 223, 132, 244, 178,
    ];
    SigningKey::from_secret(&secret).unwrap()
}

pub fn signed(shipped: &Shipped, response: &QuestionnaireResponse) -> Signed {
    let completed = CompletedResponse::check(&shipped.questionnaire, response, true).unwrap();
    let unsigned = SubmissionFile::unsigned(SealedRecord::of(&completed).unwrap());
    let signer = Signer {
        role: Role::DeputyHead,
        name: "Test signer".to_owned(),
    };
    let at = DateTime::parse_from_rfc3339(SIGNED_AT).unwrap().to_utc();
    let mut file = SubmissionFile::unsigned(SealedRecord::of(&completed).unwrap());
    file.sign(&key(), &signer, at).unwrap();
    let bytes = file.to_bytes().unwrap();
    let verified = match verify(&bytes, &[key().public_key()], at) {
        Verification::Verified(verified) => verified,
        other => unreachable!("{other:?}"),
    };
    Signed {
        unsigned,
        file,
        bytes,
        verified,
    }
}
