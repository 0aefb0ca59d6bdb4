//! The machine-readable report of `verify`. Its members are those of the
//! published schema `probitas-verification-1`: they are only ever added to
//! while the format keeps its number, and a code never changes its meaning.

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Value, json};

use super::Verified;
use super::registered::{Standing, approval_code};
use crate::i18n::{Language, Message, MessagePair, register as words};
use crate::submission::account::answered;
use crate::submission::certificate::CertificateStanding;
use crate::submission::record::SealedRecord;
use crate::submission::register::RegisterRefusal;
use crate::submission::trust::VerifiedTrustList;
use crate::submission::verify::{GoodSignature, NotChecked, Policy, Reason, Verification};

const FORMAT: &str = "probitas-verification/1";

/// The report on every file.
pub(super) fn of(
    found: &[Verified<'_>],
    list: Option<&VerifiedTrustList>,
    policy: Policy,
    now: DateTime<Utc>,
) -> Value {
    let files: Vec<Value> = found.iter().map(file).collect();
    json!({
        "format": FORMAT,
        "verifiedAt": moment(now),
        "policy": list.map(|_| policy.name()),
        "trustList": list.map(trust_list),
        "files": files,
    })
}

/// The report where the trust list is refused, so that nothing was verified.
pub(super) fn refused_list(reasons: &[Reason]) -> Value {
    let reasons: Vec<Value> = reasons.iter().map(reason).collect();
    json!({
        "format": FORMAT,
        "trustList": { "outcome": "refused", "reasons": reasons },
        "files": [],
    })
}

fn trust_list(list: &VerifiedTrustList) -> Value {
    let record = list.list().record();
    json!({
        "outcome": "verified",
        "sequence": record.sequence,
        "issued": moment(record.issued),
        "nextUpdate": moment(record.next_update),
        "digest": list.list().digest().hex(),
    })
}

fn file(one: &Verified<'_>) -> Value {
    let mut entry = match &one.outcome {
        Ok(verification) => verified(verification, one.standing.as_ref()),
        Err(failure) => json!({
            "outcome": "unreadable",
            "message": failure.message().map(|pair| both(&pair.problem)),
        }),
    };
    if let Value::Object(members) = &mut entry {
        let name = one.path.display().to_string();
        members.insert("file".to_owned(), name.into());
        members.insert("inPdf".to_owned(), one.in_pdf.into());
    }
    entry
}

fn verified(verification: &Verification, standing: Option<&Standing>) -> Value {
    let none: (Option<&SealedRecord>, &[GoodSignature], &[NotChecked]) = (None, &[], &[]);
    let (record, signatures, not_checked) = match verification {
        Verification::Verified(found) => (
            Some(found.record()),
            found.signatures(),
            found.not_checked(),
        ),
        Verification::Unconfirmed(found) => (
            Some(found.record()),
            found.signatures(),
            found.not_checked(),
        ),
        Verification::NotSigned(found) => (Some(found.record()), none.1, none.2),
        Verification::ContentValidReencoded(found) => {
            (Some(found.record()), found.signatures(), none.2)
        }
        Verification::NotVerified(_) => none,
    };
    let reasons: Vec<Value> = match (verification, standing) {
        (Verification::NotVerified(reasons), _) => reasons.iter().map(reason).collect(),
        (_, Some(Standing::Refused(refusal))) => vec![refused(refusal)],
        _ => Vec::new(),
    };
    let signatures: Vec<Value> = signatures.iter().map(signature).collect();
    let settled = |what: NotChecked| standing.is_some_and(|standing| standing.settles(what));
    let not_checked: Vec<Value> = not_checked
        .iter()
        .filter(|what| !settled(**what))
        .map(|what| json!({ "code": what.code(), "message": both(&what.message()) }))
        .collect();
    // A program that asks for nothing but the outcome must not file what the
    // register refuses.
    let (outcome, message) = match standing {
        Some(Standing::Refused(_)) => ("refused-by-register", words::register_refuses()),
        _ => (verification.code(), verification.message()),
    };
    json!({
        "outcome": outcome,
        "message": both(&message),
        "submission": record.map(submission),
        "signatures": signatures,
        "reasons": reasons,
        "notChecked": not_checked,
        "register": standing.map(register),
    })
}

fn register(standing: &Standing) -> Value {
    let filed = standing.filed();
    json!({
        "standing": standing.code(),
        "number": filed.map(|filed| filed.number),
        "receivedAt": filed.map(|filed| moment(filed.at)),
        "sha256": filed.map(|filed| filed.sha256.hex()),
        "approval": filed.map(|filed| approval_code(&filed.approval)),
        "newer": standing.newer().map(|newer| json!({
            "revision": newer.revision,
            "number": newer.number,
        })),
    })
}

fn refused(refusal: &RegisterRefusal) -> Value {
    let MessagePair { problem, hint } = refusal.message();
    json!({
        "code": refusal.code(),
        "signature": null,
        "problem": both(&problem),
        "hint": both(&hint),
    })
}

fn submission(sealed: &SealedRecord) -> Value {
    let record = sealed.record();
    let details = &record.submission;
    json!({
        "organizationId": details.organization_id,
        "cycle": details.cycle,
        "submissionId": details.submission_id,
        "revision": details.revision,
        "digest": sealed.digest().hex(),
        "fingerprint": sealed.digest().fingerprint().to_string(),
        "answered": answered(record),
        "items": record.answer_count,
    })
}

fn signature(good: &GoodSignature) -> Value {
    let listed = good.listed.as_ref();
    json!({
        "kid": good.kid.as_str(),
        "fingerprint": good.kid.fingerprint().to_string(),
        "algorithm": good.algorithm.name(),
        "role": good.role.name(),
        "name": good.name,
        "signedAt": moment(good.signed_at),
        "certificate": certificate(&good.certificate),
        "listed": listed.map(|listed| json!({
            "person": listed.person,
            "organizationId": listed.organization_id,
        })),
    })
}

/// What is known of the certificate that came along; null where none did.
fn certificate(standing: &CertificateStanding) -> Value {
    match standing {
        CertificateStanding::Absent => Value::Null,
        CertificateStanding::NotChecked => json!({ "standing": "not-checked" }),
        CertificateStanding::Checked(checked) => json!({
            "standing": "leads-to-root",
            "subject": checked.subject,
            "issuer": checked.issuer,
            "root": checked.root,
            "validUntil": moment(checked.until),
            "revocation": checked.revocation.code(),
        }),
    }
}

/// Signatures are counted from 1, as people do.
fn reason(reason: &Reason) -> Value {
    let MessagePair { problem, hint } = reason.message();
    json!({
        "code": reason.code(),
        "signature": reason.signature.map(|index| index + 1),
        "problem": both(&problem),
        "hint": both(&hint),
    })
}

fn moment(moment: DateTime<Utc>) -> String {
    moment.to_rfc3339_opts(SecondsFormat::Secs, true)
}

fn both(message: &Message) -> Value {
    json!({
        "en": message.text(Language::English),
        "fr": message.text(Language::French),
    })
}
