//! Roots that who verifies has pinned, and revocation lists, as files have them.

use super::parsed;
use chrono::{DateTime, Utc};
use memchr::memmem;
use rustls_pki_types::pem::PemObject;
use rustls_pki_types::{CertificateDer, CertificateRevocationListDer, TrustAnchor};
use webpki::{CertRevocationList, OwnedCertRevocationList, anchor_from_trusted_cert};
use x509_cert::certificate::Rfc5280;
use x509_cert::crl::CertificateList;
use x509_cert::der::Decode as _;

/// How a PEM encoding begins.
const PEM: &[u8] = b"-----BEGIN ";

/// Certificates that are believed without further proof, and revocation lists.
/// The dates of a root are not asked: pinning it says that it counts.
#[derive(Debug, Default)]
pub struct Roots {
    anchors: Vec<TrustAnchor<'static>>,
    names: Vec<String>,
    lists: Vec<RevocationList>,
}

/// A revocation list, with its dates.
#[derive(Debug)]
pub(super) struct RevocationList {
    pub(super) list: CertRevocationList<'static>,
    pub(super) this_update: DateTime<Utc>,
    pub(super) next_update: Option<DateTime<Utc>>,
}

/// Why a file cannot be taken for roots or revocation lists.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum RootsError {
    /// It holds no certificate that could be a root, or something else besides.
    #[error("no root certificates")]
    Certificates,
    /// It holds no revocation list, or one of a kind that is not read.
    #[error("no revocation lists")]
    Lists,
}

impl Roots {
    /// Adds the certificates of a file: one in DER, or any number in PEM.
    ///
    /// # Errors
    /// Where it holds anything else, or none.
    pub fn add_certificates(&mut self, file: &[u8]) -> Result<(), RootsError> {
        let wrong = RootsError::Certificates;
        let mut read = Vec::new();
        for der in in_file::<CertificateDer<'static>>(file).ok_or(wrong)? {
            let certificate = parsed::read(&der).map_err(|_fault| wrong)?;
            let anchor = anchor_from_trusted_cert(&der).map_err(|_form| wrong)?;
            let name = certificate.tbs_certificate().subject();
            read.push((anchor.to_owned(), parsed::shown(name)));
        }
        let (anchors, names): (Vec<_>, Vec<_>) = read.into_iter().unzip();
        self.anchors.extend(anchors);
        self.names.extend(names);
        Ok(())
    }

    /// Adds the revocation lists of a file: one in DER, or any number in PEM.
    /// Of two by one issuer for the same scope only the newer one counts.
    ///
    /// # Errors
    /// Where it holds anything else, none, or a delta or indirect list.
    pub fn add_revocation_lists(&mut self, file: &[u8]) -> Result<(), RootsError> {
        let wrong = RootsError::Lists;
        let lists = in_file::<CertificateRevocationListDer<'static>>(file).ok_or(wrong)?;
        let read = lists.iter().map(|der| RevocationList::read(der));
        let read: Option<Vec<RevocationList>> = read.collect();
        for list in read.ok_or(wrong)? {
            self.add_list(list);
        }
        Ok(())
    }

    fn add_list(&mut self, list: RevocationList) {
        let same = |other: &RevocationList| {
            let (one, two) = (&list.list, &other.list);
            one.issuer() == two.issuer()
                && one.issuing_distribution_point() == two.issuing_distribution_point()
        };
        match self.lists.iter_mut().find(|other| same(other)) {
            Some(other) if other.this_update < list.this_update => *other = list,
            Some(_) => {}
            None => self.lists.push(list),
        }
    }

    /// Whether there are no roots at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.anchors.is_empty()
    }

    pub(super) fn anchors(&self) -> &[TrustAnchor<'static>] {
        &self.anchors
    }

    pub(super) fn lists(&self) -> &[RevocationList] {
        &self.lists
    }

    /// The name of a root that a path led to.
    pub(super) fn name_of(&self, anchor: &TrustAnchor<'_>) -> String {
        let place = self.anchors.iter().position(|own| own == anchor);
        let name = place.and_then(|place| self.names.get(place));
        name.cloned().unwrap_or_default()
    }
}

impl RevocationList {
    fn read(der: &[u8]) -> Option<Self> {
        let list = OwnedCertRevocationList::from_der(der).ok()?;
        let content = CertificateList::<Rfc5280>::from_der(der)
            .ok()?
            .tbs_cert_list;
        let moment = |time| parsed::moment(time).ok();
        Some(Self {
            list: CertRevocationList::Owned(list),
            this_update: moment(content.this_update)?,
            next_update: content.next_update.and_then(moment),
        })
    }
}

/// What a file holds: one in DER, or any number in PEM. None where it holds
/// none, or what is not PEM.
fn in_file<Der: PemObject + From<Vec<u8>>>(file: &[u8]) -> Option<Vec<Der>> {
    if memmem::find(file, PEM).is_none() {
        return Some(vec![Der::from(file.to_vec())]);
    }
    let read: Result<Vec<Der>, _> = Der::pem_slice_iter(file).collect();
    read.ok().filter(|read| !read.is_empty())
}
