//! In place of roots, in a program that is built without certificates.

use super::{CertificateChain, CertificateFault, CheckedCertificate, Occasion};
use crate::submission::key::PublicKey;

/// Roots that were pinned. This program is built without certificates, so
/// that there are none.
#[derive(Clone, Debug)]
pub enum Roots {}

impl Roots {
    pub(in crate::submission) fn check(
        &self,
        _chain: &CertificateChain,
        _occasion: Occasion,
    ) -> Result<(PublicKey, CheckedCertificate), CertificateFault> {
        match *self {}
    }
}
