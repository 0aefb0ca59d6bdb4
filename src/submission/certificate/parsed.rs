//! What a certificate itself says (RFC 5280 §4).

use super::{CertificateChain, CertificateFault, Occasion};
use crate::submission::jws::is_printed_name;
use crate::submission::key::PublicKey;
use crate::text::allowed_char;
use chrono::{DateTime, Utc};
use x509_cert::Certificate;
use x509_cert::der::oid::ObjectIdentifier;
use x509_cert::der::{Decode as _, Encode as _};
use x509_cert::ext::pkix::{BasicConstraints, ExtendedKeyUsage, KeyUsage};
use x509_cert::name::Name;
use x509_cert::time::Time;

/// All of PKCS #1 (RFC 8017): keys and signatures.
const PKCS_1: &str = "1.2.840.113549.1.1.";

/// The purposes that signing a document is: those of RFC 9336, of Microsoft's
/// document signing, of secure mail, and any.
pub(super) const PURPOSES: [&str; 4] = [
    "1.3.6.1.5.5.7.3.36",
    "1.3.6.1.4.1.311.10.3.12",
    "1.3.6.1.5.5.7.3.4",
    "2.5.29.37.0",
];

/// So much of a name is shown.
const SHOWN_CHARS: usize = 120;

/// Reads a certificate.
pub(super) fn read(der: &[u8]) -> Result<Certificate, CertificateFault> {
    Certificate::from_der(der).map_err(|_encoding| CertificateFault::Malformed)
}

/// Reads a whole chain and checks what needs no issuer: that no RSA is in it,
/// and that each is followed by that of its issuer.
pub(super) fn read_chain(chain: &CertificateChain) -> Result<Vec<Certificate>, CertificateFault> {
    let read: Result<Vec<Certificate>, _> = chain
        .certificates()
        .iter()
        .map(|der| self::read(der))
        .collect();
    let certificates = read?;
    if certificates.iter().any(uses_rsa) {
        return Err(CertificateFault::Rsa);
    }
    let followed = certificates.windows(2).all(|pair| match pair {
        [one, next] => one.tbs_certificate().issuer() == next.tbs_certificate().subject(),
        _ => true,
    });
    if followed {
        Ok(certificates)
    } else {
        Err(CertificateFault::Order)
    }
}

fn uses_rsa(certificate: &Certificate) -> bool {
    let key = &certificate
        .tbs_certificate()
        .subject_public_key_info()
        .algorithm;
    let of_rsa = |oid: ObjectIdentifier| oid.to_string().starts_with(PKCS_1);
    of_rsa(key.oid) || of_rsa(certificate.signature_algorithm().oid)
}

/// The public key in a certificate.
pub(in crate::submission) fn public_key(der: &[u8]) -> Result<PublicKey, CertificateFault> {
    let certificate = read(der)?;
    if uses_rsa_key(&certificate) {
        return Err(CertificateFault::Rsa);
    }
    key_of(&certificate)
}

fn uses_rsa_key(certificate: &Certificate) -> bool {
    let info = certificate.tbs_certificate().subject_public_key_info();
    info.algorithm.oid.to_string().starts_with(PKCS_1)
}

pub(super) fn key_of(certificate: &Certificate) -> Result<PublicKey, CertificateFault> {
    let info = certificate.tbs_certificate().subject_public_key_info();
    let der = info
        .to_der()
        .map_err(|_encoding| CertificateFault::Malformed)?;
    PublicKey::from_spki(&der).map_err(|_other| CertificateFault::KeyUnsupported)
}

/// What the certificate of a signer must allow: signatures, of documents, of
/// the time in question. What it does not speak of it allows.
pub(super) fn check_leaf(leaf: &Certificate, occasion: Occasion) -> Result<(), CertificateFault> {
    let content = leaf.tbs_certificate();
    let malformed = |_encoding| CertificateFault::Malformed;
    let constraints = content
        .get_extension::<BasicConstraints>()
        .map_err(malformed)?;
    if constraints.is_some_and(|(_, constraints)| constraints.ca) {
        return Err(CertificateFault::Authority);
    }
    let usage = content.get_extension::<KeyUsage>().map_err(malformed)?;
    if let Some((_, usage)) = usage
        && !usage.digital_signature()
        && !usage.non_repudiation()
    {
        return Err(CertificateFault::KeyUsage);
    }
    let purposes = content
        .get_extension::<ExtendedKeyUsage>()
        .map_err(malformed)?;
    if let Some((_, ExtendedKeyUsage(purposes))) = purposes {
        let signs = |oid: &ObjectIdentifier| PURPOSES.contains(&oid.to_string().as_str());
        if !purposes.iter().any(signs) {
            return Err(CertificateFault::ExtendedKeyUsage);
        }
    }
    let (from, until) = validity(leaf)?;
    let signed_at = occasion.signed_at;
    if signed_at < from {
        return Err(CertificateFault::NotYetValid { signed_at, from });
    }
    if signed_at > until {
        return Err(CertificateFault::Expired { signed_at, until });
    }
    Ok(())
}

/// The first and the last moment at which a certificate is valid.
fn validity(certificate: &Certificate) -> Result<(DateTime<Utc>, DateTime<Utc>), CertificateFault> {
    let validity = certificate.tbs_certificate().validity();
    Ok((moment(validity.not_before)?, moment(validity.not_after)?))
}

/// The same of one in DER.
pub(in crate::submission) fn validity_of(
    der: &[u8],
) -> Result<(DateTime<Utc>, DateTime<Utc>), CertificateFault> {
    validity(&read(der)?)
}

pub(super) fn moment(time: Time) -> Result<DateTime<Utc>, CertificateFault> {
    let seconds = i64::try_from(time.to_unix_duration().as_secs()).ok();
    let moment = seconds.and_then(|seconds| DateTime::from_timestamp(seconds, 0));
    moment.ok_or(CertificateFault::Malformed)
}

/// A name by RFC 4514, without what could deceive who reads it.
pub(super) fn shown(name: &Name) -> String {
    let text: String = name
        .to_string()
        .chars()
        .filter(|character| !character.is_control() && allowed_char(*character))
        .collect();
    if text.chars().count() <= SHOWN_CHARS {
        return text;
    }
    text.chars().take(SHOWN_CHARS).chain(['…']).collect()
}

/// The common name in a certificate, if it can be printed as that of a signer.
pub(in crate::submission) fn person(der: &[u8]) -> Option<String> {
    let certificate = read(der).ok()?;
    let name = certificate.tbs_certificate().subject().common_name();
    let name = name.ok().flatten()?.value().trim().to_owned();
    is_printed_name(&name).then_some(name)
}

/// The certificate for a key among others, followed by its issuers as far as
/// they are there. A certificate that issued itself is left out: who verifies
/// has it pinned, or does not believe it.
///
/// Nothing where none is for the key; an error where a chain is too long.
pub(in crate::submission) fn chain_for(
    key: &PublicKey,
    certificates: &[Vec<u8>],
) -> Option<Result<CertificateChain, CertificateFault>> {
    let of_key = |der: &&Vec<u8>| public_key(der).is_ok_and(|found| found == *key);
    let leaf = certificates.iter().find(of_key)?;
    let mut chain = vec![leaf.clone()];
    while let Some(issuer) = chain.last().and_then(|last| issuer(last, certificates)) {
        if chain.contains(issuer) || chain.len() > super::MAX_CERTIFICATES {
            break;
        }
        chain.push(issuer.clone());
    }
    Some(CertificateChain::new(chain).ok_or(CertificateFault::Chain))
}

fn issuer<'all>(der: &[u8], certificates: &'all [Vec<u8>]) -> Option<&'all Vec<u8>> {
    let certificate = read(der).ok()?;
    let name = certificate.tbs_certificate().issuer();
    certificates.iter().find(|other| {
        read(other).is_ok_and(|other| {
            let other = other.tbs_certificate();
            other.subject() == name && other.issuer() != other.subject()
        })
    })
}
