//! One signature, with all that it covers.

use super::{CLOCK_TOLERANCE, GoodSignature, Reason, Rule};
use crate::submission::base64url;
use crate::submission::certificate::{CertificateFault, CertificateStanding, Occasion, Roots};
use crate::submission::file::Pieces;
use crate::submission::jws::{ProtectedHeader, SignatureEntry, prev, read_header, signing_input};
use crate::submission::key::PublicKey;
use chrono::{DateTime, Utc};

/// A signature that is to be checked, with all that it covers.
pub(in crate::submission) struct Candidate<'file> {
    pub(in crate::submission) entry: &'file SignatureEntry,
    pub(in crate::submission) earlier: &'file [SignatureEntry],
    pub(in crate::submission) record: &'file [u8],
}

impl<'file> Candidate<'file> {
    /// Checks every signature of a file: what was found of the good ones, and
    /// what is wrong with the others.
    pub(in crate::submission) fn check_all<Good>(
        pieces: &'file Pieces<'file>,
        check: impl Fn(&Self) -> Result<Good, Vec<Rule>>,
    ) -> (Vec<Good>, Vec<Reason>) {
        let mut signatures = Vec::new();
        let mut reasons = Vec::new();
        for (index, entry) in pieces.signatures.iter().enumerate() {
            let candidate = Self {
                entry,
                earlier: pieces.signatures.get(..index).unwrap_or_default(),
                record: pieces.record,
            };
            match check(&candidate) {
                Ok(good) => signatures.push(good),
                Err(rules) => reasons.extend(rules.into_iter().map(|rule| Reason::of(index, rule))),
            }
        }
        (signatures, reasons)
    }

    /// Checks it with one of the keys, or with the one that its certificate
    /// leads to.
    pub(super) fn check(
        &self,
        keys: &[PublicKey],
        roots: Option<&Roots>,
        now: DateTime<Utc>,
    ) -> Result<GoodSignature, Vec<Rule>> {
        let header = self.header()?;
        let (certified, certificate) = match self::certificate(&header, roots, false, now) {
            Ok(found) => found,
            Err(rule) => return Err(vec![rule]),
        };
        let given = keys.iter().find(|key| key.is_named(&header.kid));
        let Some(key) = given.or(certified.as_ref()) else {
            return Err(vec![Rule::UnknownKey { kid: header.kid }]);
        };
        let rules = self.rules(&header.alg, &header.prev, header.signed_at, key, now);
        if !rules.is_empty() {
            return Err(rules);
        }
        Ok(good(header, key, certificate))
    }

    pub(super) fn header(&self) -> Result<ProtectedHeader, Vec<Rule>> {
        read_header(&self.entry.protected).map_err(|fault| vec![Rule::Header(fault)])
    }

    /// The rules that it breaks of those that every signature keeps; `alg`,
    /// `prev` and `signed_at` are what its header says.
    pub(in crate::submission) fn rules(
        &self,
        alg: &str,
        prev: &str,
        signed_at: DateTime<Utc>,
        key: &PublicKey,
        now: DateTime<Utc>,
    ) -> Vec<Rule> {
        let algorithm = (alg != key.algorithm().name()).then(|| Rule::Algorithm {
            named: alg.to_owned(),
            key: key.algorithm(),
        });
        let rules = algorithm.into_iter();
        rules
            .chain(self.chain_rules(prev, signed_at, now))
            .chain(self.signature_rule(key))
            .collect()
    }

    /// What a header has to fulfil whatever its key is.
    pub(super) fn chain_rules(
        &self,
        named_prev: &str,
        signed_at: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Vec<Rule> {
        let mut rules = Vec::new();
        if prev(self.earlier).ok().as_deref() != Some(named_prev) {
            rules.push(Rule::Previous);
        }
        if signed_at.signed_duration_since(now) > CLOCK_TOLERANCE {
            rules.push(Rule::InFuture { signed_at });
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

/// What is known of the certificate that came along, and the key that it
/// is for. `registered` says that the agency has the signature already.
pub(super) fn certificate(
    header: &ProtectedHeader,
    roots: Option<&Roots>,
    registered: bool,
    now: DateTime<Utc>,
) -> Result<(Option<PublicKey>, CertificateStanding), Rule> {
    let Some(chain) = &header.certificates else {
        return Ok((None, CertificateStanding::Absent));
    };
    let Some(roots) = roots else {
        return Ok((None, CertificateStanding::NotChecked));
    };
    let occasion = Occasion {
        signed_at: header.signed_at,
        now,
        registered,
    };
    let (key, checked) = roots.check(chain, occasion).map_err(Rule::Certificate)?;
    if key.is_named(&header.kid) {
        Ok((Some(key), CertificateStanding::Checked(Box::new(checked))))
    } else {
        Err(Rule::Certificate(CertificateFault::OtherKey))
    }
}

/// A signature of which nothing was found to be wrong.
pub(super) fn good(
    header: ProtectedHeader,
    key: &PublicKey,
    certificate: CertificateStanding,
) -> GoodSignature {
    GoodSignature {
        kid: header.kid,
        algorithm: key.algorithm(),
        signed_at: header.signed_at,
        role: header.role,
        name: header.name,
        listed: None,
        certificate,
    }
}
