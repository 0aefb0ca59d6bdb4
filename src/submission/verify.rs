//! Verifying a file with public keys that are given.
//!
//! Bytes first: the record is cut out of the file as text and its signatures
//! are checked before anything parses it. Every signature must be good. What
//! failed is named, never just refused; what was not checked is named too.

mod candidate;
mod code;
mod copying;
mod outcome;
mod reason;
mod trusted;

pub(super) use candidate::Candidate;
pub use copying::{Claim, ClaimedSignature, OpenedSubmission, UncheckedSubmission};
pub use copying::{open, open_certified};
pub use outcome::{
    GoodSignature, ListedSigner, ReencodedSubmission, UnconfirmedSubmission, UnsignedSubmission,
    Verification, VerifiedSubmission,
};
pub use reason::{NotChecked, Reason, Rule};
pub use trusted::{Policy, RegisteredSignature, Trust, verify_trusted};

use super::canonical::{CanonicalBytes, Compacted, parse_reencoded};
use super::certificate::{CertificateStanding, RevocationStanding, Roots};
use super::file::{MAX_FILE_BYTES, cut};
use super::key::PublicKey;
use super::record::SealedRecord;
use chrono::{DateTime, TimeDelta, Utc};
use outcome::Checked;

/// How far in the future a signature may say it was made: clocks differ.
pub(super) const CLOCK_TOLERANCE: TimeDelta = TimeDelta::days(1);

/// Verifies a file with the given keys.
///
/// In this order: size, white space removed, shape, each signature (header,
/// key, algorithm, `prev`, `iat`, the signature itself), strict parse of the
/// very bytes that were verified, record, and last that the file as it stands
/// is JSON of that canonical form. It does not check what
/// [`NotChecked::WITH_KEY_ALONE`] lists.
///
/// ```
/// use probitas::submission::key::PublicKey;
/// use probitas::submission::verify::{Verification, verify};
/// # let file = include_bytes!("../../tests/vectors/submission/good.json");
/// # let jwk = include_bytes!("../../tests/vectors/submission/key-1.pub.jwk");
/// # let now = chrono::DateTime::from_timestamp(1_730_467_800, 0).unwrap_or_default();
/// let keys = [PublicKey::from_jwk(jwk)?];
/// let Verification::Verified(submission) = verify(file, &keys, now) else {
///     panic!("not verified")
/// };
/// assert_eq!(submission.signatures().len(), 1);
/// let fingerprint = submission.record().digest().fingerprint();
/// assert_eq!(fingerprint.to_string(), "FEQ1-J66T-51F7-Q1BM-YRQG-G58C-V33E-8KZ9 F");
/// # Ok::<(), probitas::submission::key::JwkError>(())
/// ```
#[must_use]
pub fn verify(file: &[u8], keys: &[PublicKey], now: DateTime<Utc>) -> Verification {
    examine(file, Keyring::Given(keys, None), now)
}

/// The same as [`verify`], with roots that were pinned: certificates that come
/// with signatures are checked, and the key of one that leads to a root need
/// not be given.
#[must_use]
pub fn verify_certified(
    file: &[u8],
    keys: &[PublicKey],
    roots: &Roots,
    now: DateTime<Utc>,
) -> Verification {
    examine(file, Keyring::Given(keys, Some(roots)), now)
}

/// Whose signatures are accepted.
#[derive(Clone, Copy)]
enum Keyring<'a> {
    /// Those of these keys, whoever holds them, and of certificates that lead
    /// to roots.
    Given(&'a [PublicKey], Option<&'a Roots>),
    /// Those of the keys in a trust list, under its rules.
    Trusted(&'a Trust<'a>),
}

fn examine(file: &[u8], keyring: Keyring<'_>, now: DateTime<Utc>) -> Verification {
    if file.len() > MAX_FILE_BYTES {
        let size_bytes = file.len();
        return Verification::NotVerified(vec![Reason::of_file(Rule::TooLarge { size_bytes })]);
    }
    let compacted = Compacted::of(file);
    let checked = match check(&compacted.bytes, keyring, now) {
        // Every byte of what was checked is accounted for: it is its own
        // canonical form, and only white space can be in the file besides.
        Ok(checked) if !compacted.joined => return checked.outcome(false),
        checked => checked,
    };
    let canonical = match canonical_form(file) {
        Ok(canonical) => canonical,
        Err(rule) => return not_json(checked, rule),
    };
    if canonical.as_bytes() == compacted.bytes {
        return checked.map_or_else(Verification::NotVerified, |checked| checked.outcome(false));
    }
    match check(canonical.as_bytes(), keyring, now) {
        Ok(checked) => checked.outcome(true),
        Err(reasons) => Verification::NotVerified(written_anew(reasons)),
    }
}

/// Why a file that was written anew is refused. Where it has another shape,
/// that it is not in canonical form explains nothing.
fn written_anew(mut reasons: Vec<Reason>) -> Vec<Reason> {
    let shape = |reason: &Reason| matches!(reason.rule, Rule::Shape(_));
    if !reasons.iter().any(shape) {
        reasons.insert(0, Reason::of_file(Rule::NotCanonical));
    }
    reasons
}

/// The record of a file as it stands there, **verifying nothing**: to be
/// compared with another one. It is consistent in itself, and no more.
///
/// # Errors
/// Where the file holds no such record.
pub fn read_unverified(file: &[u8]) -> Result<SealedRecord, Vec<Reason>> {
    let one = |rule: Rule| vec![Reason::of_file(rule)];
    if file.len() > MAX_FILE_BYTES {
        let size_bytes = file.len();
        return Err(one(Rule::TooLarge { size_bytes }));
    }
    let canonical = canonical_form(file).map_err(one)?;
    let pieces = cut(canonical.as_bytes()).map_err(|fault| one(Rule::Shape(fault)))?;
    SealedRecord::read(pieces.record).map_err(|error| one(Rule::from(error)))
}

fn canonical_form(file: &[u8]) -> Result<CanonicalBytes, Rule> {
    let value = parse_reencoded(file).map_err(Rule::Json)?;
    CanonicalBytes::of(&value).map_err(|_impossible| Rule::NotCanonical)
}

/// A file that no program reads the same way: the fault in its JSON says more
/// than that it has another shape, and is told beside a bad signature.
fn not_json(checked: Result<Checked, Vec<Reason>>, rule: Rule) -> Verification {
    let mut reasons = checked.err().unwrap_or_default();
    reasons.retain(|reason| reason.signature.is_some());
    reasons.insert(0, Reason::of_file(rule));
    Verification::NotVerified(reasons)
}

fn check(compact: &[u8], keyring: Keyring<'_>, now: DateTime<Utc>) -> Result<Checked, Vec<Reason>> {
    let pieces = cut(compact).map_err(|fault| vec![Reason::of_file(Rule::Shape(fault))])?;
    let (signatures, mut reasons) = Candidate::check_all(&pieces, |candidate| match keyring {
        Keyring::Given(keys, roots) => candidate.check(keys, roots, now),
        Keyring::Trusted(trust) => candidate.check_trusted(trust, now),
    });
    if let Keyring::Trusted(_) = keyring {
        reasons.extend(trusted::among_signers(&signatures));
    }
    if !reasons.is_empty() {
        return Err(reasons);
    }
    let record = SealedRecord::read(pieces.record)
        .map_err(|error| vec![Reason::of_file(Rule::from(error))])?;
    let mut not_checked = match keyring {
        Keyring::Given(..) => with_keys_left_open(&signatures),
        Keyring::Trusted(trust) => trusted::check_record(&record, &signatures, trust)?,
    };
    if record.record().known_questionnaire().is_none() {
        not_checked.push(NotChecked::Items);
    }
    let with_list = matches!(keyring, Keyring::Trusted(_));
    Ok(Checked::new(record, signatures, not_checked, with_list))
}

/// What keys alone leave open. Certificates that were checked answer for
/// their keys, where every signature has one.
fn with_keys_left_open(signatures: &[GoodSignature]) -> Vec<NotChecked> {
    let answered = |revocation: bool| {
        let mut signatures = signatures.iter();
        signatures.all(|good| {
            let checked = good.certificate.checked();
            checked.is_some_and(|checked| {
                !revocation || checked.revocation != RevocationStanding::NotChecked
            })
        })
    };
    let alone = NotChecked::WITH_KEY_ALONE.iter().copied();
    let open = alone.filter(|what| match what {
        NotChecked::Validity => signatures.is_empty() || !answered(false),
        NotChecked::Revocation => signatures.is_empty() || !answered(true),
        _ => true,
    });
    open.chain(certificates_left_open(signatures)).collect()
}

/// What is left open of the certificates that came along.
fn certificates_left_open(signatures: &[GoodSignature]) -> Vec<NotChecked> {
    let standings = || signatures.iter().map(|good| &good.certificate);
    let unchecked = |standing: &CertificateStanding| *standing == CertificateStanding::NotChecked;
    let unasked = |standing: &CertificateStanding| {
        let checked = standing.checked();
        checked.is_some_and(|checked| checked.revocation == RevocationStanding::NotChecked)
    };
    let open = [
        (standings().any(unchecked), NotChecked::Certificate),
        (standings().any(unasked), NotChecked::CertificateRevocation),
    ];
    let open = open.into_iter().filter(|(open, _)| *open);
    open.map(|(_, what)| what).collect()
}
