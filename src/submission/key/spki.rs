//! Public keys as certificates and tokens hold them (RFC 5280 §4.1.2.7).

use super::{KeyError, Point, PublicKey};
use p256::pkcs8::DecodePublicKey as _;

impl PublicKey {
    /// Reads `SubjectPublicKeyInfo` in DER, which names its algorithm.
    pub(in crate::submission) fn from_spki(der: &[u8]) -> Result<Self, KeyError> {
        let p256 = || p256::ecdsa::VerifyingKey::from_public_key_der(der).map(Point::P256);
        let p384 = || p384::ecdsa::VerifyingKey::from_public_key_der(der).map(Point::P384);
        let ed25519 = || ed25519_dalek::VerifyingKey::from_public_key_der(der).map(Point::Ed25519);
        let point = p256()
            .or_else(|_other| p384())
            .or_else(|_other| ed25519())
            .map_err(|_opaque| KeyError::OtherAlgorithm)?;
        match point {
            // Whoever made a key of small order has a signature for any text.
            Point::Ed25519(key) if key.is_weak() => Err(KeyError::NotASecret),
            point => Ok(Self::new(point)),
        }
    }

    /// Reads a point of P-256 or P-384 by its size, uncompressed (SEC 1 §2.3.3).
    ///
    /// # Errors
    /// Where it is of another curve, or no point of it.
    pub fn from_point(point: &[u8]) -> Result<Self, KeyError> {
        let read = match point.len() {
            65 => p256::ecdsa::VerifyingKey::from_sec1_bytes(point).map(Point::P256),
            97 => p384::ecdsa::VerifyingKey::from_sec1_bytes(point).map(Point::P384),
            _ => return Err(KeyError::OtherAlgorithm),
        };
        read.map(Self::new)
            .map_err(|_opaque| KeyError::OtherAlgorithm)
    }
}
