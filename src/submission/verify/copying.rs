//! Opening a submission to make copies of it, also where the key of a signer
//! is not at hand.

use super::{Candidate, GoodSignature, Reason, Rule, UnsignedSubmission, Verification};
use super::{VerifiedSubmission, verify, verify_certified};
use crate::questionnaire::Role;
use crate::submission::canonical::compact;
use crate::submission::certificate::Roots;
use crate::submission::file::cut;
use crate::submission::jws::read_header;
use crate::submission::key::{KeyId, PublicKey};
use crate::submission::record::SealedRecord;
use chrono::{DateTime, Utc};

/// A submission of which copies can be made: nothing was found to be wrong
/// with it. Only [`open`] and [`open_certified`] make one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum OpenedSubmission {
    /// Every signature is good.
    Verified(VerifiedSubmission),
    /// At least one signature was made with a key that was not given.
    Unchecked(UncheckedSubmission),
    /// Nobody signed it.
    Unsigned(UnsignedSubmission),
}

/// A submission of which not every signature could be checked. The others are
/// good, and the signatures follow on each other as they must; whether the
/// content is what the unknown keys signed is not known.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UncheckedSubmission {
    record: Box<SealedRecord>,
    signatures: Vec<ClaimedSignature>,
}

/// A signature, checked or not.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ClaimedSignature {
    /// It is good.
    Good(GoodSignature),
    /// Its key was not given: what stands in its header is all that there is.
    Unchecked(Claim),
}

/// What the header of a signature says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Claim {
    /// Thumbprint of the key that it names.
    pub kid: KeyId,
    /// When it says it was made.
    pub signed_at: DateTime<Utc>,
    /// In which role it says its signer signed.
    pub role: Role,
    /// The name it gives.
    pub name: String,
}

impl OpenedSubmission {
    /// The record.
    #[must_use]
    pub fn record(&self) -> &SealedRecord {
        match self {
            Self::Verified(verified) => verified.record(),
            Self::Unchecked(unchecked) => unchecked.record(),
            Self::Unsigned(unsigned) => unsigned.record(),
        }
    }
}

impl UncheckedSubmission {
    /// The record.
    #[must_use]
    pub fn record(&self) -> &SealedRecord {
        &self.record
    }

    /// Its signatures, in their order; at least one is not checked.
    #[must_use]
    pub fn signatures(&self) -> &[ClaimedSignature] {
        &self.signatures
    }
}

impl ClaimedSignature {
    /// What its header says.
    #[must_use]
    pub fn claim(&self) -> Claim {
        match self {
            Self::Good(good) => Claim {
                kid: good.kid.clone(),
                signed_at: good.signed_at,
                role: good.role,
                name: good.name.clone(),
            },
            Self::Unchecked(claim) => claim.clone(),
        }
    }
}

/// Opens a submission with the keys that are at hand, perhaps none.
///
/// # Errors
/// What [`verify`] found, where there is more wrong than a key that was not
/// given, and where another program wrote a signed file anew.
pub fn open(
    file: &[u8],
    keys: &[PublicKey],
    now: DateTime<Utc>,
) -> Result<OpenedSubmission, Box<Verification>> {
    open_certified(file, keys, None, now)
}

/// The same as [`open`], perhaps with roots that were pinned: certificates that
/// come with signatures are checked, and the key of one that leads to a root
/// need not be at hand.
///
/// # Errors
/// As [`open`], and where a certificate is not accepted.
pub fn open_certified(
    file: &[u8],
    keys: &[PublicKey],
    roots: Option<&Roots>,
    now: DateTime<Utc>,
) -> Result<OpenedSubmission, Box<Verification>> {
    let found = match roots {
        Some(roots) => verify_certified(file, keys, roots, now),
        None => verify(file, keys, now),
    };
    match found {
        Verification::Verified(verified) => Ok(OpenedSubmission::Verified(verified)),
        Verification::NotSigned(unsigned) => Ok(OpenedSubmission::Unsigned(unsigned)),
        Verification::NotVerified(reasons) if reasons.iter().all(lacks_a_key) => {
            match unchecked(&compact(file), keys, roots, now) {
                Ok(unchecked) => Ok(OpenedSubmission::Unchecked(unchecked)),
                Err(found) => Err(Box::new(Verification::NotVerified(found))),
            }
        }
        found => Err(Box::new(found)),
    }
}

fn lacks_a_key(reason: &Reason) -> bool {
    matches!(reason.rule, Rule::UnknownKey { .. })
}

/// The file was found to be canonical, and every signature with a known key
/// to be good; the rest is checked here as far as it goes.
fn unchecked(
    compact: &[u8],
    keys: &[PublicKey],
    roots: Option<&Roots>,
    now: DateTime<Utc>,
) -> Result<UncheckedSubmission, Vec<Reason>> {
    let of_file = |rule: Rule| vec![Reason::of_file(rule)];
    let pieces = cut(compact).map_err(|fault| of_file(Rule::Shape(fault)))?;
    let mut signatures = Vec::new();
    let mut reasons = Vec::new();
    for (index, entry) in pieces.signatures.iter().enumerate() {
        let earlier = pieces.signatures.get(..index).unwrap_or_default();
        let candidate = Candidate {
            entry,
            earlier,
            record: pieces.record,
        };
        match candidate.claimed(keys, roots, now) {
            Ok(claimed) => signatures.push(claimed),
            Err(rules) => reasons.extend(rules.into_iter().map(|rule| Reason::of(index, rule))),
        }
    }
    if !reasons.is_empty() {
        return Err(reasons);
    }
    let record = SealedRecord::read(pieces.record).map_err(|error| of_file(Rule::from(error)))?;
    let record = Box::new(record);
    Ok(UncheckedSubmission { record, signatures })
}

impl Candidate<'_> {
    /// Checked where its key is known, else what it claims.
    fn claimed(
        &self,
        keys: &[PublicKey],
        roots: Option<&Roots>,
        now: DateTime<Utc>,
    ) -> Result<ClaimedSignature, Vec<Rule>> {
        match self.check(keys, roots, now) {
            Ok(good) => Ok(ClaimedSignature::Good(good)),
            Err(_unknown_key) => self.claim(now).map(ClaimedSignature::Unchecked),
        }
    }

    /// What its header says, where all of it holds that needs no key.
    fn claim(&self, now: DateTime<Utc>) -> Result<Claim, Vec<Rule>> {
        let header =
            read_header(&self.entry.protected).map_err(|fault| vec![Rule::Header(fault)])?;
        let mut rules = self.chain_rules(&header.prev, header.signed_at, now);
        if crate::submission::base64url::decode(&self.entry.signature).is_none() {
            rules.push(Rule::SignatureBase64);
        }
        if !rules.is_empty() {
            return Err(rules);
        }
        Ok(Claim {
            kid: header.kid,
            signed_at: header.signed_at,
            role: header.role,
            name: header.name,
        })
    }
}
