//! What goes wrong with proofs of possession, in words.

use super::internal;
use crate::i18n::{MessagePair, certificates, keys as say};
use crate::submission::possession::PossessionError;

impl PossessionError {
    /// What happened, and what to do.
    #[must_use]
    pub fn message(&self) -> MessagePair {
        let again = say::hint_proof_again;
        match self {
            Self::Value(name) => {
                MessagePair::new(say::err_proof_value(*name), say::hint_proof_value())
            }
            Self::Time => MessagePair::new(say::err_proof_time(), say::hint_proof_time()),
            Self::NotCanonical => internal(),
            Self::NotSigned => MessagePair::new(
                certificates::err_token_sign(),
                certificates::hint_token_again(),
            ),
            Self::NotAProof => MessagePair::new(say::err_proof_not(), say::hint_proof_not()),
            Self::Malformed(part) => MessagePair::new(say::err_proof_malformed(*part), again()),
            Self::OtherKey => MessagePair::new(say::err_proof_other_key(), again()),
            Self::BadSignature => MessagePair::new(say::err_proof_signature(), again()),
            Self::InFuture => MessagePair::new(say::err_proof_future(), again()),
            Self::OtherNonce => MessagePair::new(say::err_proof_nonce(), again()),
        }
    }
}
