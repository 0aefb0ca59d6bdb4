//! The signed submission: record, canonical form, keys, signatures and their
//! verification.
//!
//! A submission is one JSON file: a JWS General JSON Serialization (RFC 7515
//! §7.2.1) with a detached payload (appendix F), the payload being the
//! RFC 8785 form of the member `record`. This module turns a record into such
//! a file and such a file into a [`verify::Verification`].
//!
//! Left out on purpose: files, the clock and random numbers, which are
//! arguments.

pub mod account;
pub mod adding;
pub mod base64url;
pub mod build;
pub mod canonical;
pub mod certificate;
pub mod compare;
pub mod copy;
pub mod correction;
pub mod file;
pub mod fingerprint;
pub mod jws;
pub mod key;
pub mod key_file;
pub mod key_source;
mod messages;
pub mod passphrase;
pub mod possession;
pub mod record;
pub mod register;
pub mod restored;
pub mod trust;
pub mod verify;
