//! Keys that sign and keys that verify.
//!
//! The algorithm stands behind these two types, so that a validated
//! cryptographic module can replace the one used here. ECDSA on P-256 with
//! SHA-256 (`ES256`, RFC 7518 §3.4) is the only algorithm there is now.

mod jwk;

pub use jwk::JwkError;

use super::base64url;
use p256::ecdsa::signature::{Signer as _, Verifier as _};
use p256::pkcs8::{DecodePrivateKey as _, EncodePrivateKey as _, SecretDocument};
use serde::{Deserialize, Serialize};
use std::fmt;
use zeroize::Zeroizing;

/// Size of a secret P-256 scalar in bytes.
pub const SECRET_BYTES: usize = 32;

/// A signature algorithm, under its JOSE name.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum Algorithm {
    /// ECDSA on P-256 with SHA-256 (RFC 7518 §3.4).
    #[serde(rename = "ES256")]
    Es256,
}

impl Algorithm {
    /// The name in a JWS header.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Es256 => "ES256",
        }
    }
}

/// RFC 7638 SHA-256 thumbprint of a public key, in base64url: 43 symbols.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct KeyId(String);

impl KeyId {
    fn of_thumbprint(digest: &[u8; 32]) -> Self {
        Self(base64url::encode(digest))
    }

    /// The thumbprint that `text` writes; nothing where it is none.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digest = base64url::decode(text)?;
        (digest.len() == 32).then(|| Self(text.to_owned()))
    }

    /// The 43 symbols.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// A text that is no thumbprint.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("not an RFC 7638 thumbprint")]
pub struct KeyIdError;

impl TryFrom<String> for KeyId {
    type Error = KeyIdError;

    fn try_from(text: String) -> Result<Self, KeyIdError> {
        Self::parse(&text).ok_or(KeyIdError)
    }
}

impl From<KeyId> for String {
    fn from(kid: KeyId) -> Self {
        kid.0
    }
}

/// Why there is no key.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// The source of random bytes failed.
    #[error("no random bytes")]
    Randomness(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The bytes are no secret scalar of the curve.
    #[error("not a secret key of the curve")]
    NotASecret,
    /// The key is of another algorithm.
    #[error("not a P-256 private key")]
    OtherAlgorithm,
    /// The key could not be written as PKCS#8.
    #[error("key cannot be written")]
    Encoding,
}

/// A private key. It is wiped when dropped and never printed.
#[derive(Clone)]
pub struct SigningKey(p256::ecdsa::SigningKey);

impl SigningKey {
    /// Makes a key from random bytes that `fill` supplies; it may be called
    /// more than once, since not every 32 bytes are a key (FIPS 186-5 A.2.2).
    ///
    /// # Errors
    /// Where `fill` fails, or supplies unusable bytes again and again.
    pub fn generate<E>(mut fill: impl FnMut(&mut [u8]) -> Result<(), E>) -> Result<Self, KeyError>
    where
        E: std::error::Error + Send + Sync + 'static,
    {
        // One try in 2^32 fails by chance; a hundred only if `fill` is broken.
        for _ in 0..100 {
            let mut secret = Zeroizing::new([0_u8; SECRET_BYTES]);
            fill(secret.as_mut_slice()).map_err(|error| KeyError::Randomness(Box::new(error)))?;
            if let Ok(key) = Self::from_secret(&secret) {
                return Ok(key);
            }
        }
        Err(KeyError::NotASecret)
    }

    /// The key with this secret scalar, big-endian.
    ///
    /// # Errors
    /// Where the scalar is zero or not below the order of the curve.
    pub fn from_secret(secret: &[u8; SECRET_BYTES]) -> Result<Self, KeyError> {
        p256::ecdsa::SigningKey::from_slice(secret)
            .map(Self)
            .map_err(|_opaque| KeyError::NotASecret)
    }

    /// The algorithm of its signatures.
    #[must_use]
    pub const fn algorithm(&self) -> Algorithm {
        Algorithm::Es256
    }

    /// The public key that belongs to it.
    #[must_use]
    pub fn public_key(&self) -> PublicKey {
        PublicKey(*self.0.verifying_key())
    }

    /// Signs `message`: r and s, 32 bytes each (RFC 7518 §3.4). The same key
    /// and message give the same signature (RFC 6979).
    #[must_use]
    pub fn sign(&self, message: &[u8]) -> Vec<u8> {
        let signature: p256::ecdsa::Signature = self.0.sign(message);
        signature.to_bytes().to_vec()
    }

    /// PKCS#8 in DER, unprotected: only to be encrypted.
    pub(super) fn to_pkcs8(&self) -> Result<SecretDocument, KeyError> {
        self.0.to_pkcs8_der().map_err(|_opaque| KeyError::Encoding)
    }

    /// Reads PKCS#8 in DER.
    pub(super) fn from_pkcs8(der: &[u8]) -> Result<Self, KeyError> {
        p256::ecdsa::SigningKey::from_pkcs8_der(der)
            .map(Self)
            .map_err(|_opaque| KeyError::OtherAlgorithm)
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("SigningKey(…)")
    }
}

/// A public key.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PublicKey(p256::ecdsa::VerifyingKey);

/// A signature that is not by this key over this message.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("bad signature")]
pub struct BadSignature;

impl PublicKey {
    /// The algorithm of its signatures. A file never chooses it.
    #[must_use]
    pub const fn algorithm(&self) -> Algorithm {
        Algorithm::Es256
    }

    /// Checks a signature of 64 bytes (RFC 7518 §3.4) over `message`. A high
    /// s is accepted: identity rests on the record, not on the signature.
    ///
    /// # Errors
    /// Where the signature is malformed or not by this key over `message`.
    pub fn verify(&self, message: &[u8], signature: &[u8]) -> Result<(), BadSignature> {
        let signature =
            p256::ecdsa::Signature::from_slice(signature).map_err(|_opaque| BadSignature)?;
        self.0
            .verify(message, &signature)
            .map_err(|_opaque| BadSignature)
    }
}

#[cfg(test)]
pub(super) mod example {
    use super::SigningKey;

    /// A key for tests: its secret is a counter, so it protects nothing.
    pub(in crate::submission) fn signing_key(number: u8) -> SigningKey {
        SigningKey::from_secret(&[number; 32]).unwrap()
    }
}

#[cfg(test)]
mod tests {
    use super::{KeyError, PublicKey, SigningKey, example};
    use std::io;

    #[test]
    fn the_same_key_and_message_give_the_same_signature() {
        let key = example::signing_key(1);
        let signature = key.sign(b"message");
        assert_eq!(signature, key.sign(b"message"));
        assert_eq!(signature.len(), 64);
        assert!(key.public_key().verify(b"message", &signature).is_ok());
        assert!(key.public_key().verify(b"massage", &signature).is_err());
        let other = example::signing_key(2).public_key();
        assert!(other.verify(b"message", &signature).is_err());
    }

    #[test]
    fn malformed_signatures_are_refused() {
        let key = example::signing_key(1).public_key();
        for signature in [&[][..], &[0; 64], &[0xff; 64], &[1; 63], &[1; 65]] {
            assert!(key.verify(b"message", signature).is_err());
        }
    }

    #[test]
    fn unusable_random_bytes_are_drawn_again() {
        let mut draws = [[0_u8; 32], [0xff; 32], [7; 32]].into_iter();
        let key = SigningKey::generate(|bytes| {
            bytes.copy_from_slice(&draws.next().unwrap());
            Ok::<_, io::Error>(())
        });
        assert_eq!(
            key.unwrap().public_key(),
            example::signing_key(7).public_key()
        );
    }

    #[test]
    fn failing_randomness_is_an_error() {
        let failed = SigningKey::generate(|_| Err(io::Error::other("none")));
        assert!(matches!(failed, Err(KeyError::Randomness(_))));
        let broken = SigningKey::generate(|_| Ok::<_, io::Error>(()));
        assert!(matches!(broken, Err(KeyError::NotASecret)));
    }

    #[test]
    fn secrets_are_not_printed() {
        assert_eq!(format!("{:?}", example::signing_key(1)), "SigningKey(…)");
    }

    /// RFC 7515 appendix A.3: key, signing input and signature.
    #[test]
    fn rfc_7515_appendix_a_3_verifies() {
        let jwk = br#"{"kty":"EC","crv":"P-256",
            "x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
            "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}"#;
        let input = "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
        let signature = "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";
        let signature = super::base64url::decode(signature).unwrap();
        let key = PublicKey::from_jwk(jwk).unwrap();
        assert!(key.verify(input.as_bytes(), &signature).is_ok());
        assert!(key.verify(b"anything else", &signature).is_err());
    }

    /// RFC 6979 appendix A.2.5, P-256 with SHA-256, message "sample": RFC
    /// gives r and s. The crate returns them unchanged or with s negated.
    #[test]
    fn rfc_6979_appendix_a_2_5_signature() {
        let secret = hex("C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721");
        let r = hex("EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716");
        let s = hex("F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8");
        let key = SigningKey::from_secret(&secret.try_into().unwrap()).unwrap();
        assert_eq!(key.sign(b"sample"), [r, s].concat());
    }

    fn hex(text: &str) -> Vec<u8> {
        let digit = |byte: u8| u8::try_from(char::from(byte).to_digit(16).unwrap()).unwrap();
        text.as_bytes()
            .chunks(2)
            .map(|pair| digit(pair[0]) * 16 + digit(pair[1]))
            .collect()
    }
}
