//! Files: the only place that opens one.
//!
//! Reading takes at most one byte more than the limit of its kind of file, so
//! that no file can fill the memory. Writing replaces a file whole: a
//! temporary file in the same folder, flushed, renamed over; a full disk or a
//! folder that cannot be written leaves the old file as it was. A draft is
//! never saved over somebody else's change: [`FileStamp`] remembers what was
//! last read or written.
//!
//! Left out on purpose: what the content means, which is for the modules
//! before this one, and when to save, which is for `app` and `cli`.

mod draft;
mod error;
mod lock;
mod places;
mod printouts;
mod read;
mod recovery;
mod register;
mod release;
mod roots;
mod show;
mod surroundings;
mod token;
mod words;
mod write;

pub use draft::{DraftOrSubmission, OpenedDraft, read_draft, read_draft_or_submission, save_draft};
pub use error::StorageError;
pub use lock::{DraftLock, LockHolder, Locked};
pub use places::{Places, Portable, keep_aside, read_policy, read_preferences, write_preferences};
pub use printouts::{clear_printouts, keep_printout};
pub use read::{
    FileStamp, MAX_KEY_BYTES, exists, read_handed_in, read_key_file, read_page, read_passphrase,
    read_submission, read_text, stamp,
};
pub use recovery::{RecoveryClaim, recovered_drafts, remove_recovery, save_new_recovery};
pub use register::{begin_register, enter_register, read_register};
pub use release::{ReleaseFolder, read_release, running_system};
pub use roots::{ReadRootsError, read_roots};
pub use show::{Shown, default_printer, show};
pub use surroundings::FolderRisk;
pub use token::{Token, TokenChoice, TokenError, USES_TOKENS};
pub use words::{add_word, empty_words, read_words};
pub use write::{create_folder, read_back, replace_secret, write_new, write_secret};

/// How large a draft may be: 4 MiB.
pub const MAX_DRAFT_BYTES: usize = 4 * 1024 * 1024;
