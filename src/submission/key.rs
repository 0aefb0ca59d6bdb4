//! Keys that sign and keys that verify.
//!
//! The algorithms stand behind these two types, so that a validated
//! cryptographic module can replace those used here: `ES256` (the default)
//! and `ES384` (RFC 7518 §3.4), and `Ed25519` (RFC 8037, under the name of
//! RFC 9864). The key has the algorithm; a file never chooses it.

mod device;
mod id;
mod jwk;
#[cfg(feature = "certificates")]
mod spki;

use device::Device;
pub use device::{DeviceError, DeviceSign};
pub use id::{KeyId, KeyIdError};
pub use jwk::JwkError;

use super::certificate::CertificateChain;
use p256::ecdsa::signature::{Signer as _, Verifier as _};
use p256::pkcs8::{DecodePrivateKey as _, EncodePrivateKey as _, SecretDocument};
use serde::{Deserialize, Serialize};
use std::fmt;
use zeroize::Zeroizing;

/// Size of a secret P-256 scalar in bytes.
pub const SECRET_BYTES: usize = 32;

/// A signature algorithm, under its JOSE name.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
pub enum Algorithm {
    /// ECDSA on P-256 with SHA-256 (RFC 7518 §3.4).
    #[default]
    #[serde(rename = "ES256")]
    Es256,
    /// ECDSA on P-384 with SHA-384 (RFC 7518 §3.4).
    #[serde(rename = "ES384")]
    Es384,
    /// Ed25519 (RFC 8032), by its name of RFC 9864; never `EdDSA`.
    #[serde(rename = "Ed25519")]
    Ed25519,
}

impl Algorithm {
    /// All of them, the default first.
    pub const ALL: [Self; 3] = [Self::Es256, Self::Es384, Self::Ed25519];

    /// The name in a JWS header.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Es256 => "ES256",
            Self::Es384 => "ES384",
            Self::Ed25519 => "Ed25519",
        }
    }

    /// The algorithm of this name, exactly as it is written.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|algorithm| algorithm.name() == name)
    }

    /// Size of a secret in bytes: a scalar of the curve, or the seed of Ed25519.
    #[must_use]
    pub const fn secret_bytes(self) -> usize {
        match self {
            Self::Es256 | Self::Ed25519 => SECRET_BYTES,
            Self::Es384 => 48,
        }
    }
}

/// Why there is no key.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// The source of random bytes failed.
    #[error("no random bytes")]
    Randomness(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The bytes are no secret of the algorithm.
    #[error("not a secret key of the curve")]
    NotASecret,
    /// The key is of another algorithm.
    #[error("private key of an unsupported algorithm")]
    OtherAlgorithm,
    /// The key could not be written as PKCS#8.
    #[error("key cannot be written")]
    Encoding,
    /// The device that holds the key did not sign.
    #[error("the device did not sign")]
    Device(#[source] DeviceError),
    /// What the device gave is no signature by the key that it is said to hold.
    #[error("the device signed with another key")]
    OtherKey,
}

/// A private key, with the certificates that are sent along with what it
/// signs, if there are any. It is wiped when dropped and never printed.
#[derive(Clone)]
pub struct SigningKey {
    secret: Secret,
    certificates: Option<CertificateChain>,
}

#[derive(Clone)]
enum Secret {
    P256(p256::ecdsa::SigningKey),
    P384(p384::ecdsa::SigningKey),
    Ed25519(ed25519_dalek::SigningKey),
    /// It never leaves its device.
    Device(Device),
}

impl SigningKey {
    /// Makes a key for [`Algorithm::Es256`]; see [`Self::generate_for`].
    ///
    /// # Errors
    /// Where `fill` fails, or supplies unusable bytes again and again.
    pub fn generate<E>(fill: impl FnMut(&mut [u8]) -> Result<(), E>) -> Result<Self, KeyError>
    where
        E: std::error::Error + Send + Sync + 'static,
    {
        Self::generate_for(Algorithm::Es256, fill)
    }

    /// Makes a key from random bytes that `fill` supplies; it may be called
    /// more than once, since not every text of bytes is a key (FIPS 186-5 A.2.2).
    ///
    /// # Errors
    /// Where `fill` fails, or supplies unusable bytes again and again.
    pub fn generate_for<E>(
        algorithm: Algorithm,
        mut fill: impl FnMut(&mut [u8]) -> Result<(), E>,
    ) -> Result<Self, KeyError>
    where
        E: std::error::Error + Send + Sync + 'static,
    {
        // One try in 2^32 fails by chance; a hundred only if `fill` is broken.
        for _ in 0..100 {
            let mut secret = Zeroizing::new(vec![0_u8; algorithm.secret_bytes()]);
            fill(secret.as_mut_slice()).map_err(|error| KeyError::Randomness(Box::new(error)))?;
            if let Ok(key) = Self::from_secret_for(algorithm, &secret) {
                return Ok(key);
            }
        }
        Err(KeyError::NotASecret)
    }

    /// The `ES256` key with this secret scalar, big-endian.
    ///
    /// # Errors
    /// Where the scalar is zero or not below the order of the curve.
    pub fn from_secret(secret: &[u8; SECRET_BYTES]) -> Result<Self, KeyError> {
        Self::from_secret_for(Algorithm::Es256, secret)
    }

    /// The key with this secret: the scalar, big-endian, or the seed of
    /// Ed25519 (RFC 8032 §5.1.5).
    ///
    /// # Errors
    /// Where the secret has another size, is zero, or is not below the order
    /// of the curve.
    pub fn from_secret_for(algorithm: Algorithm, secret: &[u8]) -> Result<Self, KeyError> {
        // A random source that fills in nothing must not make a key.
        if secret.iter().all(|byte| *byte == 0) {
            return Err(KeyError::NotASecret);
        }
        let key = match algorithm {
            Algorithm::Es256 => p256::ecdsa::SigningKey::from_slice(secret)
                .ok()
                .map(Secret::P256),
            Algorithm::Es384 => p384::ecdsa::SigningKey::from_slice(secret)
                .ok()
                .map(Secret::P384),
            Algorithm::Ed25519 => ed25519_dalek::SigningKey::try_from(secret)
                .ok()
                .map(Secret::Ed25519),
        };
        key.map(Self::of).ok_or(KeyError::NotASecret)
    }

    /// A key in a device, such as a smart card, which signs by itself.
    ///
    /// `sign` is given the message and returns a signature as [`Self::sign`]
    /// does; what it returns is checked with `public`.
    #[must_use]
    pub fn in_device(public: PublicKey, sign: Box<DeviceSign>) -> Self {
        Self::of(Secret::Device(Device::new(public, sign)))
    }

    const fn of(secret: Secret) -> Self {
        let certificates = None;
        Self {
            secret,
            certificates,
        }
    }

    /// The same key, with certificates for it that signatures under a
    /// submission carry along. Whether they are for it is not checked.
    #[must_use]
    pub fn with_certificates(self, certificates: CertificateChain) -> Self {
        let certificates = Some(certificates);
        Self {
            certificates,
            ..self
        }
    }

    /// The certificates that are sent along.
    #[must_use]
    pub const fn certificates(&self) -> Option<&CertificateChain> {
        self.certificates.as_ref()
    }

    /// The algorithm of its signatures.
    #[must_use]
    pub const fn algorithm(&self) -> Algorithm {
        match &self.secret {
            Secret::P256(_) => Algorithm::Es256,
            Secret::P384(_) => Algorithm::Es384,
            Secret::Ed25519(_) => Algorithm::Ed25519,
            Secret::Device(device) => device.public().algorithm(),
        }
    }

    /// The public key that belongs to it.
    #[must_use]
    pub fn public_key(&self) -> PublicKey {
        PublicKey::new(match &self.secret {
            Secret::P256(key) => Point::P256(*key.verifying_key()),
            Secret::P384(key) => Point::P384(*key.verifying_key()),
            Secret::Ed25519(key) => Point::Ed25519(key.verifying_key()),
            Secret::Device(device) => return device.public().clone(),
        })
    }

    /// Signs `message`: r and s of equal size (RFC 7518 §3.4), or the 64 bytes
    /// of RFC 8032. The same key and message give the same signature (RFC 6979),
    /// but for keys in a device, which may use chance.
    ///
    /// # Errors
    /// Only where the key is in a device, and that did not sign.
    pub fn sign(&self, message: &[u8]) -> Result<Vec<u8>, KeyError> {
        Ok(match &self.secret {
            Secret::P256(key) => {
                let signature: p256::ecdsa::Signature = key.sign(message);
                signature.to_bytes().to_vec()
            }
            Secret::P384(key) => {
                let signature: p384::ecdsa::Signature = key.sign(message);
                signature.to_bytes().to_vec()
            }
            Secret::Ed25519(key) => key.sign(message).to_bytes().to_vec(),
            Secret::Device(device) => device.sign(message)?,
        })
    }

    /// PKCS#8 in DER, unprotected: only to be encrypted.
    pub(super) fn to_pkcs8(&self) -> Result<SecretDocument, KeyError> {
        let document = match &self.secret {
            Secret::P256(key) => key.to_pkcs8_der(),
            Secret::P384(key) => key.to_pkcs8_der(),
            // Without the public half: OpenSSL does not read the version of
            // PKCS#8 that holds both (RFC 5958).
            Secret::Ed25519(key) => ed25519_dalek::pkcs8::KeypairBytes {
                secret_key: key.to_bytes(),
                public_key: None,
            }
            .to_pkcs8_der(),
            Secret::Device(_) => return Err(KeyError::Encoding),
        };
        document.map_err(|_opaque| KeyError::Encoding)
    }

    /// Reads PKCS#8 in DER, which names its algorithm.
    pub(super) fn from_pkcs8(der: &[u8]) -> Result<Self, KeyError> {
        let p256 = || p256::ecdsa::SigningKey::from_pkcs8_der(der).map(Secret::P256);
        let p384 = || p384::ecdsa::SigningKey::from_pkcs8_der(der).map(Secret::P384);
        let ed25519 = || ed25519_dalek::SigningKey::from_pkcs8_der(der).map(Secret::Ed25519);
        p256()
            .or_else(|_other| p384())
            .or_else(|_other| ed25519())
            .map(Self::of)
            .map_err(|_opaque| KeyError::OtherAlgorithm)
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("SigningKey(…)")
    }
}

/// A public key, with its thumbprint.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PublicKey {
    kid: KeyId,
    point: Point,
}

#[derive(Clone, PartialEq, Eq, Debug)]
enum Point {
    P256(p256::ecdsa::VerifyingKey),
    P384(p384::ecdsa::VerifyingKey),
    Ed25519(ed25519_dalek::VerifyingKey),
}

/// A signature that is not by this key over this message.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("bad signature")]
pub struct BadSignature;

impl PublicKey {
    /// The algorithm of its signatures. A file never chooses it.
    #[must_use]
    pub const fn algorithm(&self) -> Algorithm {
        match &self.point {
            Point::P256(_) => Algorithm::Es256,
            Point::P384(_) => Algorithm::Es384,
            Point::Ed25519(_) => Algorithm::Ed25519,
        }
    }

    /// The RFC 7638 SHA-256 thumbprint.
    #[must_use]
    pub fn kid(&self) -> KeyId {
        self.kid.clone()
    }

    /// Whether `kid` is its thumbprint.
    #[must_use]
    pub fn is_named(&self, kid: &KeyId) -> bool {
        self.kid == *kid
    }

    /// Checks a signature over `message`: r and s of equal size (RFC 7518
    /// §3.4), or the 64 bytes of RFC 8032. A high s of ECDSA is accepted:
    /// identity rests on the record, not on the signature. Of Ed25519 only the
    /// canonical s is, and no point of small order.
    ///
    /// # Errors
    /// Where the signature is malformed or not by this key over `message`.
    pub fn verify(&self, message: &[u8], signature: &[u8]) -> Result<(), BadSignature> {
        let verified = match &self.point {
            Point::P256(key) => p256::ecdsa::Signature::from_slice(signature)
                .and_then(|signature| key.verify(message, &signature)),
            Point::P384(key) => p384::ecdsa::Signature::from_slice(signature)
                .and_then(|signature| key.verify(message, &signature)),
            Point::Ed25519(key) => ed25519_dalek::Signature::from_slice(signature)
                .and_then(|signature| key.verify_strict(message, &signature)),
        };
        verified.map_err(|_opaque| BadSignature)
    }
}

#[cfg(test)]
pub(super) mod example {
    use super::{Algorithm, SigningKey};

    /// A key for tests: its secret is a counter, so it protects nothing.
    pub(in crate::submission) fn signing_key(number: u8) -> SigningKey {
        SigningKey::from_secret(&[number; 32]).unwrap()
    }

    /// The same for any algorithm.
    pub(in crate::submission) fn key_for(algorithm: Algorithm, number: u8) -> SigningKey {
        let secret = vec![number; algorithm.secret_bytes()];
        SigningKey::from_secret_for(algorithm, &secret).unwrap()
    }
}

#[cfg(test)]
mod tests {
    use super::{Algorithm, KeyError, PublicKey, SigningKey, example};
    use crate::submission::base64url;
    use std::io;

    #[test]
    fn the_same_key_and_message_give_the_same_signature() {
        for algorithm in Algorithm::ALL {
            let key = example::key_for(algorithm, 1);
            let signature = key.sign(b"message").unwrap();
            assert_eq!(signature, key.sign(b"message").unwrap());
            assert_eq!(
                signature.len(),
                if algorithm == Algorithm::Es384 {
                    96
                } else {
                    64
                }
            );
            assert!(key.public_key().verify(b"message", &signature).is_ok());
            assert!(key.public_key().verify(b"massage", &signature).is_err());
            for other in Algorithm::ALL {
                let other = example::key_for(other, 2).public_key();
                assert!(other.verify(b"message", &signature).is_err());
            }
        }
    }

    #[test]
    fn private_keys_are_read_back_with_their_algorithm() {
        for algorithm in Algorithm::ALL {
            let key = example::key_for(algorithm, 3);
            let read = SigningKey::from_pkcs8(key.to_pkcs8().unwrap().as_bytes()).unwrap();
            assert_eq!(read.algorithm(), algorithm);
            assert_eq!(read.public_key(), key.public_key());
        }
        assert!(matches!(
            SigningKey::from_pkcs8(b"\x30\x00"),
            Err(KeyError::OtherAlgorithm)
        ));
    }

    #[test]
    fn malformed_signatures_are_refused() {
        for algorithm in Algorithm::ALL {
            let key = example::key_for(algorithm, 1).public_key();
            let sizes = [0, 63, 64, 65, 95, 96, 97];
            for byte in [0, 1, 0xff] {
                for size in sizes {
                    assert!(key.verify(b"message", &vec![byte; size]).is_err());
                }
            }
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
        for algorithm in Algorithm::ALL {
            let broken = SigningKey::generate_for(algorithm, |_| Ok::<_, io::Error>(()));
            assert!(matches!(broken, Err(KeyError::NotASecret)));
        }
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
        let signature = base64url::decode(signature).unwrap();
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
        assert_eq!(key.sign(b"sample").unwrap(), [r, s].concat());
    }

    /// RFC 6979 appendix A.2.6, P-384 with SHA-384, message "sample".
    #[test]
    fn rfc_6979_appendix_a_2_6_signature() {
        let secret = hex(
            "6B9D3DAD2E1B8C1C05B19875B6659F4DE23C3B667BF297BA9AA47740787137D896D5724E4C70A825F872C9EA60D2EDF5",
        );
        let r = hex(
            "94EDBB92A5ECB8AAD4736E56C691916B3F88140666CE9FA73D64C4EA95AD133C81A648152E44ACF96E36DD1E80FABE46",
        );
        let s = hex(
            "99EF4AEB15F178CEA1FE40DB2603138F130E740A19624526203B6351D0A3A94FA329C145786E679E7B82C71A38628AC8",
        );
        let key = SigningKey::from_secret_for(Algorithm::Es384, &secret).unwrap();
        assert_eq!(key.sign(b"sample").unwrap(), [r, s].concat());
    }

    /// RFC 8037 appendix A.1, A.4 and A.5: seed, signing input and signature.
    #[test]
    fn rfc_8037_appendix_a_signature() {
        let seed = base64url::decode("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A").unwrap();
        let key = SigningKey::from_secret_for(Algorithm::Ed25519, &seed).unwrap();
        let input = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc";
        let signature = "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";
        assert_eq!(
            base64url::encode(&key.sign(input.as_bytes()).unwrap()),
            signature
        );
    }

    fn hex(text: &str) -> Vec<u8> {
        let digit = |byte: u8| u8::try_from(char::from(byte).to_digit(16).unwrap()).unwrap();
        text.as_bytes()
            .chunks(2)
            .map(|pair| digit(pair[0]) * 16 + digit(pair[1]))
            .collect()
    }
}
