//! The keys of the set. They protect nothing.

use probitas::submission::key::{Algorithm, PublicKey, SigningKey};

use crate::support::key;

/// The key for `algorithm`, other than the numbered ones, which are all for ES256.
pub fn key_for(algorithm: Algorithm) -> SigningKey {
    SigningKey::from_secret_for(algorithm, &vec![1; algorithm.secret_bytes()]).unwrap()
}

/// Those that the verifier is given, with the names of their files.
pub fn trusted() -> [(&'static str, PublicKey); 4] {
    [
        ("key-1.pub.jwk", key(1).public_key()),
        ("key-2.pub.jwk", key(2).public_key()),
        ("key-es384.pub.jwk", key_for(Algorithm::Es384).public_key()),
        (
            "key-ed25519.pub.jwk",
            key_for(Algorithm::Ed25519).public_key(),
        ),
    ]
}
