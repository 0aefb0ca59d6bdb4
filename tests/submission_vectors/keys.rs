//! The keys of the set. They protect nothing.

use probitas::submission::key::{Algorithm, PublicKey, SigningKey};

use crate::support::key;

/// The number of a key that nobody trusts.
pub const STRANGER: u8 = 3;

/// The key for `algorithm`, other than the numbered ones, which are all for ES256.
pub fn key_for(algorithm: Algorithm) -> SigningKey {
    SigningKey::from_secret_for(algorithm, &vec![1; algorithm.secret_bytes()]).unwrap()
}

/// The agency's, which signs the trust lists.
pub fn agency() -> SigningKey {
    SigningKey::from_secret_for(Algorithm::Es384, &[9; 48]).unwrap()
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

/// The others: the agency's is pinned, the stranger's is given for one file.
pub fn others() -> [(&'static str, PublicKey); 2] {
    [
        ("key-agency.pub.jwk", agency().public_key()),
        ("key-stranger.pub.jwk", key(STRANGER).public_key()),
    ]
}
