//! The chain from a certificate to a pinned root (RFC 5280 §6).

use super::parsed::{self, PURPOSES};
use super::{CertificateChain, CertificateFault, CheckedCertificate, Occasion, Roots};
use super::{algorithms, revocation};
use crate::submission::key::PublicKey;
use chrono::{DateTime, Utc};
use core::time::Duration;
use rustls_pki_types::{CertificateDer, UnixTime};
use webpki::VerifiedPath;
use webpki::{
    EndEntityCert, Error, ExtendedKeyUsageValidator, KeyPurposeIdIter, RevocationOptions,
};
use x509_cert::Certificate;

impl Roots {
    /// Checks the certificates that came with a signature: that they are in
    /// order, without RSA, that the first is for signing documents, that they
    /// lead to a root at the moment of the signature, and that none was
    /// revoked, where lists were given. Gives the key of the signer's.
    pub(in crate::submission) fn check(
        &self,
        chain: &CertificateChain,
        occasion: Occasion,
    ) -> Result<(PublicKey, CheckedCertificate), CertificateFault> {
        let certificates = parsed::read_chain(chain)?;
        let leaf = certificates.first().ok_or(CertificateFault::Malformed)?;
        let last = certificates.last().unwrap_or(leaf);
        let key = parsed::key_of(leaf)?;
        parsed::check_leaf(leaf, occasion)?;
        let ders: Vec<CertificateDer<'_>> = chain
            .certificates()
            .iter()
            .map(|der| CertificateDer::from(der.as_slice()))
            .collect();
        let (first, others) = ders.split_first().ok_or(CertificateFault::Malformed)?;
        let end = EndEntityCert::try_from(first).map_err(|error| fault(&error, last, occasion))?;
        let build = Build {
            roots: self,
            end: &end,
            others,
            at: unix_time(occasion.signed_at),
        };
        let path = build
            .path(None)
            .map_err(|error| fault(&error, last, occasion))?;
        let revocation = revocation::check(&build, &path, occasion)?;
        let content = leaf.tbs_certificate();
        let root = self.name_of(path.anchor());
        let checked = CheckedCertificate {
            subject: parsed::shown(content.subject()),
            issuer: parsed::shown(content.issuer()),
            root,
            until: parsed::moment(content.validity().not_after)?,
            revocation,
        };
        Ok((key, checked))
    }
}

/// All from which a path is built.
pub(super) struct Build<'all> {
    pub(super) roots: &'all Roots,
    end: &'all EndEntityCert<'all>,
    others: &'all [CertificateDer<'all>],
    at: UnixTime,
}

impl<'all> Build<'all> {
    /// Builds it; where `revocation` is given, asking its lists too.
    pub(super) fn path(
        &self,
        revocation: Option<RevocationOptions<'_>>,
    ) -> Result<VerifiedPath<'all>, Error> {
        self.end.verify_for_usage(
            algorithms::ALL,
            self.roots.anchors(),
            self.others,
            self.at,
            SigningDocuments,
            revocation,
            None,
        )
    }
}

/// The extended key usage of every certificate of the path, if it has one,
/// must allow signing documents: an issuer may be confined to other purposes.
struct SigningDocuments;

impl ExtendedKeyUsageValidator for SigningDocuments {
    fn validate(&self, purposes: KeyPurposeIdIter<'_, '_>) -> Result<(), Error> {
        let mut named = false;
        for purpose in purposes {
            named = true;
            let numbers = purpose?.to_decoded_oid();
            let numbers: Vec<String> = numbers.iter().map(usize::to_string).collect();
            if PURPOSES.contains(&numbers.join(".").as_str()) {
                return Ok(());
            }
        }
        if named {
            Err(Error::EmptyEkuExtension)
        } else {
            Ok(())
        }
    }
}

pub(super) fn unix_time(moment: DateTime<Utc>) -> UnixTime {
    let seconds = u64::try_from(moment.timestamp()).unwrap_or_default();
    UnixTime::since_unix_epoch(Duration::from_secs(seconds))
}

/// What is wrong where no path was found from certificates with this last one.
fn fault(error: &Error, last: &Certificate, occasion: Occasion) -> CertificateFault {
    let signed_at = occasion.signed_at;
    let moment = |time: &UnixTime| {
        let seconds = i64::try_from(time.as_secs()).unwrap_or(i64::MAX);
        DateTime::from_timestamp(seconds, 0).unwrap_or(DateTime::<Utc>::MAX_UTC)
    };
    match error {
        Error::UnknownIssuer => CertificateFault::UnknownRoot {
            issuer: parsed::shown(last.tbs_certificate().issuer()),
        },
        Error::CertExpired { not_after, .. } => CertificateFault::Expired {
            signed_at,
            until: moment(not_after),
        },
        Error::CertNotValidYet { not_before, .. } => CertificateFault::NotYetValid {
            signed_at,
            from: moment(not_before),
        },
        Error::EmptyEkuExtension => CertificateFault::ExtendedKeyUsage,
        Error::CaUsedAsEndEntity => CertificateFault::Authority,
        Error::BadDer | Error::BadDerTime | Error::TrailingData(_) => CertificateFault::Malformed,
        _ => CertificateFault::Chain,
    }
}
