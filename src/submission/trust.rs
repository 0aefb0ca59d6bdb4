//! The trust list: whose keys an agency knows, in which roles and how long.
//!
//! It is a file of the same form as a submission, under the same strict rules,
//! signed by keys of the agency that the verifier pins. A [`TrustList`] is a
//! list whose content was checked; only [`verify_list`] makes a
//! [`VerifiedTrustList`], by which [`super::verify::verify_trusted`] verifies.
//!
//! Left out on purpose: the agency's register of what it received.

mod edit;
mod file;
mod list;
mod verifying;

pub use edit::{ListEditError, NewKey};
pub use file::{TrustFile, is_trust_list};
pub(super) use file::{check_white_space, compacted, json_fault, pieces_of};
pub use list::{
    ListFault, ListedKey, Revocation, RevocationReason, TrustList, TrustListError, TrustRecord,
};
pub(super) use verifying::agency_signers;
pub use verifying::{ListSigner, SeenList, VerifiedTrustList, verify_list};

/// The value of `format` in a trust list.
pub const TRUST_FORMAT: &str = "probitas-trust/1";
