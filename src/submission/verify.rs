//! Verifying a file with public keys that are given.
//!
//! Bytes first: the record is cut out of the file as text and its signatures
//! are checked before anything parses it. Every signature must be good. What
//! failed is named, never just refused; what was not checked is named too.

mod copying;
mod reason;

pub use copying::{Claim, ClaimedSignature, OpenedSubmission, UncheckedSubmission, open};
pub use reason::{NotChecked, Reason, Rule};

use super::base64url;
use super::canonical::{CanonicalBytes, compact, parse_reencoded};
use super::file::{MAX_FILE_BYTES, cut};
use super::jws::{ProtectedHeader, SignatureEntry, prev, read_header, signing_input};
use super::key::{Algorithm, KeyId, PublicKey};
use super::record::SealedRecord;
use crate::questionnaire::Role;
use chrono::{DateTime, TimeDelta, Utc};

/// How far in the future a signature may say it was made: clocks differ.
const CLOCK_TOLERANCE: TimeDelta = TimeDelta::days(1);

/// What came out of verifying a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Verification {
    /// Unchanged since the holders of the given keys signed it.
    Verified(VerifiedSubmission),
    /// A complete record that nobody signed.
    NotSigned(UnsignedSubmission),
    /// The content is what was signed, but another program wrote the file
    /// anew. Not accepted for filing: ask for the original file.
    ContentValidReencoded(ReencodedSubmission),
    /// Not verified, and every reason that was found; at least one.
    NotVerified(Vec<Reason>),
}

/// A submission whose every signature is good. Only [`verify`] makes one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct VerifiedSubmission(Checked);

/// A good record without signatures. Only [`verify`] makes one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnsignedSubmission {
    record: SealedRecord,
    reencoded: bool,
}

/// A submission whose content was signed but whose file was written anew.
/// Only [`verify`] makes one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReencodedSubmission(Checked);

/// A good signature: what its signed header says, and the key that made it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GoodSignature {
    /// Thumbprint of the key that made it.
    pub kid: KeyId,
    /// The key's algorithm.
    pub algorithm: Algorithm,
    /// When the signer says they signed. The signer's clock; no proof of time.
    pub signed_at: DateTime<Utc>,
    /// In which role they say they sign. Not checked against a trust list.
    pub role: Role,
    /// The name they give. Not checked against a trust list.
    pub name: String,
}

impl VerifiedSubmission {
    /// The record that was signed.
    #[must_use]
    pub const fn record(&self) -> &SealedRecord {
        &self.0.record
    }

    /// Its signatures, in their order; at least one.
    #[must_use]
    pub fn signatures(&self) -> &[GoodSignature] {
        &self.0.signatures
    }

    /// What verifying with a key alone leaves open.
    #[must_use]
    pub const fn not_checked(&self) -> &'static [NotChecked] {
        NotChecked::WITH_KEY_ALONE
    }
}

impl UnsignedSubmission {
    /// The record.
    #[must_use]
    pub const fn record(&self) -> &SealedRecord {
        &self.record
    }

    /// Whether another program wrote the file anew.
    #[must_use]
    pub const fn is_reencoded(&self) -> bool {
        self.reencoded
    }
}

impl ReencodedSubmission {
    /// The record that was signed.
    #[must_use]
    pub const fn record(&self) -> &SealedRecord {
        &self.0.record
    }

    /// Its signatures, in their order; at least one.
    #[must_use]
    pub fn signatures(&self) -> &[GoodSignature] {
        &self.0.signatures
    }
}

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
    if file.len() > MAX_FILE_BYTES {
        let size_bytes = file.len();
        return Verification::NotVerified(vec![Reason::of_file(Rule::TooLarge { size_bytes })]);
    }
    let compact = compact(file);
    let checked = check(&compact, keys, now);
    let canonical = match canonical_form(file) {
        Ok(canonical) => canonical,
        Err(rule) => return not_json(checked, rule),
    };
    if canonical.as_bytes() == compact {
        return checked.map_or_else(Verification::NotVerified, |checked| checked.outcome(false));
    }
    match check(canonical.as_bytes(), keys, now) {
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

/// A record and signatures that passed every check on their bytes.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Checked {
    record: SealedRecord,
    signatures: Vec<GoodSignature>,
}

impl Checked {
    fn outcome(self, reencoded: bool) -> Verification {
        if self.signatures.is_empty() {
            let record = self.record;
            return Verification::NotSigned(UnsignedSubmission { record, reencoded });
        }
        if reencoded {
            Verification::ContentValidReencoded(ReencodedSubmission(self))
        } else {
            Verification::Verified(VerifiedSubmission(self))
        }
    }
}

fn check(compact: &[u8], keys: &[PublicKey], now: DateTime<Utc>) -> Result<Checked, Vec<Reason>> {
    let pieces = cut(compact).map_err(|fault| vec![Reason::of_file(Rule::Shape(fault))])?;
    let mut signatures = Vec::new();
    let mut reasons = Vec::new();
    for (index, entry) in pieces.signatures.iter().enumerate() {
        let earlier = pieces.signatures.get(..index).unwrap_or_default();
        let candidate = Candidate {
            entry,
            earlier,
            record: pieces.record,
        };
        match candidate.check(keys, now) {
            Ok(good) => signatures.push(good),
            Err(rules) => reasons.extend(rules.into_iter().map(|rule| Reason::of(index, rule))),
        }
    }
    if !reasons.is_empty() {
        return Err(reasons);
    }
    let record = SealedRecord::read(pieces.record)
        .map_err(|error| vec![Reason::of_file(Rule::from(error))])?;
    Ok(Checked { record, signatures })
}

/// A signature that is to be checked, with all that it covers.
struct Candidate<'file> {
    entry: &'file SignatureEntry,
    earlier: &'file [SignatureEntry],
    record: &'file [u8],
}

impl Candidate<'_> {
    fn check(&self, keys: &[PublicKey], now: DateTime<Utc>) -> Result<GoodSignature, Vec<Rule>> {
        let header =
            read_header(&self.entry.protected).map_err(|fault| vec![Rule::Header(fault)])?;
        let Some(key) = keys.iter().find(|key| key.is_named(&header.kid)) else {
            return Err(vec![Rule::UnknownKey { kid: header.kid }]);
        };
        let rules: Vec<Rule> = self
            .header_rules(&header, key, now)
            .into_iter()
            .chain(self.signature_rule(key))
            .collect();
        if !rules.is_empty() {
            return Err(rules);
        }
        Ok(GoodSignature {
            kid: header.kid,
            algorithm: key.algorithm(),
            signed_at: header.signed_at,
            role: header.role,
            name: header.name,
        })
    }

    fn header_rules(
        &self,
        header: &ProtectedHeader,
        key: &PublicKey,
        now: DateTime<Utc>,
    ) -> Vec<Rule> {
        let mut rules = Vec::new();
        if header.alg != key.algorithm().name() {
            let named = header.alg.clone();
            rules.push(Rule::Algorithm {
                named,
                key: key.algorithm(),
            });
        }
        rules.extend(self.chain_rules(header, now));
        rules
    }

    /// What a header has to fulfil whatever its key is.
    fn chain_rules(&self, header: &ProtectedHeader, now: DateTime<Utc>) -> Vec<Rule> {
        let mut rules = Vec::new();
        if prev(self.earlier).ok().as_ref() != Some(&header.prev) {
            rules.push(Rule::Previous);
        }
        if header.signed_at.signed_duration_since(now) > CLOCK_TOLERANCE {
            rules.push(Rule::InFuture {
                signed_at: header.signed_at,
            });
        }
        rules
    }

    fn signature_rule(&self, key: &PublicKey) -> Option<Rule> {
        let Some(signature) = base64url::decode(&self.entry.signature) else {
            return Some(Rule::SignatureBase64);
        };
        let input = signing_input(&self.entry.protected, self.record);
        key.verify(&input, &signature)
            .err()
            .map(|_bad| Rule::BadSignature)
    }
}
