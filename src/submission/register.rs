//! The register of a receiving agency: what it received, when, and how it was
//! approved.
//!
//! One line per entry, each in canonical form with its own digest and that of
//! the line before, so that no byte can be changed unnoticed. [`Register::read`]
//! checks the whole and refuses it with the reason; [`Register::receive`] and
//! [`Register::approve_on_paper`] say what may be entered next. A submission whose
//! deputy head signed it after it was received is entered again with what is new. A [`receipt`]
//! tells an office what was entered.
//!
//! Left out on purpose: the file and its lock, which are for
//! `storage`; the submissions themselves, which the agency keeps elsewhere. A
//! chain shows changes, not that its last lines are missing or that the whole
//! was written anew: the number and digest in each receipt do.

mod chain;
mod entry;
pub mod receipt;
mod rules;
mod verifying;

pub use chain::{Admitted, Ending, LineFault, Link, Register, RegisterFault};
pub use entry::{
    ApprovedOnPaper, Event, FiledSignature, FiledSubmission, Opened, Received, RegisterEntry,
    SignaturesAdded,
};
pub use rules::{Approval, RegisterRefusal, Registered};
pub use verifying::verify_registered;

#[cfg(test)]
pub(crate) mod example;
#[cfg(test)]
mod tests;

/// The value of `format` in the first entry of a register.
pub const REGISTER_FORMAT: &str = "probitas-register/1";

/// How large a register may be: 8 MiB, some eight thousand entries.
pub const MAX_REGISTER_BYTES: usize = 8 * 1024 * 1024;
