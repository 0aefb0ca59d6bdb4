//! A release of the program, as it lies in a folder: who made it, what is new,
//! and whether its files are whole.
//!
//! A release is described by `probitas-release.json`, signed with minisign
//! (`probitas-release.json.minisig` beside it). The flow: [`crate::storage`]
//! reads both and the files that lie beside them, [`Release::examine`] says what
//! they are, [`Release::account`] says it in words for window and terminal.
//!
//! Nothing is believed before the signature: of a description that the makers
//! did not sign not even a word is shown. Left out on purpose: looking for
//! releases, and running or copying anything. A person does that.

mod description;
mod key;
mod packages;
mod version;
mod words;

pub use description::{Description, DescriptionError, ListedFile};
pub use key::{ReleaseKey, Signed};
pub use packages::{Installed, System};
pub use version::{Standing, Version};
pub use words::Account;

/// The name of the description.
pub const DESCRIPTION: &str = "probitas-release.json";
/// What follows the name of a file in that of its signature.
pub const SIGNATURE_ENDING: &str = ".minisig";
/// How large a description may be: 1 MiB.
pub const MAX_DESCRIPTION_BYTES: usize = 1024 * 1024;
/// How large its signature may be: 4 KiB.
pub const MAX_SIGNATURE_BYTES: usize = 4 * 1024;

/// What was found where a file of the release should lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lying {
    /// Nothing.
    Nowhere,
    /// Something that is no file, or that cannot be read.
    Unreadable,
    /// A file of another size, in bytes, whose content was not looked at.
    OtherSize(u64),
    /// A file of the size, and the SHA-256 of its content.
    Whole([u8; 32]),
}

/// What a file of the release is, compared with the description.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileState {
    /// Byte for byte what is described.
    Intact,
    /// It is not in the folder.
    Missing,
    /// It is another file, or cannot be read.
    Damaged,
}

/// What a release comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The makers signed it, it is not older than this program, and nothing that
    /// lies there is damaged.
    Good,
    /// Nothing is wrong with it, but it is older, or nobody can confirm it.
    Open,
    /// It is not what the makers signed, or is damaged.
    Bad,
}

/// A release that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    /// Who signed the description.
    pub signed: Signed,
    /// What it says; nothing where the makers did not sign it although this
    /// program knows their key.
    pub description: Option<Result<Description, DescriptionError>>,
    /// How it stands to the program that looks at it.
    pub standing: Option<Standing>,
    /// Each file in the order of the description, with what it is.
    pub files: Vec<(ListedFile, FileState)>,
    /// The program that looks at it.
    own: Version,
    system: System,
}

/// Who looks at a release, and from where.
#[derive(Clone, Debug)]
pub struct Viewer {
    /// The key of the makers; none in a build that knows none.
    pub key: Option<ReleaseKey>,
    /// The version of the program.
    pub version: Version,
    /// Where it runs.
    pub system: System,
}

impl Release {
    /// Looks at a description, its signature (nothing where there is none) and
    /// what lies beside it, for which `lying` is asked only by plain names of files.
    #[must_use]
    pub fn examine(
        description: &[u8],
        signature: Option<&str>,
        viewer: &Viewer,
        lying: impl Fn(&ListedFile) -> Lying,
    ) -> Self {
        let signed = Signed::of(description, signature, viewer.key.as_ref());
        let read = signed
            .may_be_read()
            .then(|| Description::from_json(description));
        let known = read.as_ref().and_then(|read| read.as_ref().ok());
        let standing = known.map(|known| known.version.standing_to(viewer.version));
        let files = known.map(|known| known.files.clone()).unwrap_or_default();
        let files = files.into_iter().map(|file| {
            let state = file.compare(&lying(&file));
            (file, state)
        });
        Release {
            files: files.collect(),
            standing,
            signed,
            description: read,
            own: viewer.version,
            system: viewer.system,
        }
    }

    /// What all of it comes to.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        let damaged = |(_, state): &(ListedFile, FileState)| *state == FileState::Damaged;
        let readable = matches!(self.description, Some(Ok(_)));
        if !readable || self.files.iter().any(damaged) {
            return Verdict::Bad;
        }
        match (&self.signed, self.standing) {
            (Signed::ByMakers, Some(Standing::Newer | Standing::Same)) => Verdict::Good,
            (Signed::ByMakers | Signed::NoKeyKnown, _) => Verdict::Open,
            _ => Verdict::Bad,
        }
    }

    /// Whether the makers signed it, it is not older than this program, and
    /// nothing that lies there is damaged.
    #[must_use]
    pub fn is_good(&self) -> bool {
        self.verdict() == Verdict::Good
    }
}

impl ListedFile {
    fn compare(&self, lying: &Lying) -> FileState {
        match lying {
            Lying::Nowhere => FileState::Missing,
            Lying::Whole(digest) if *digest == self.sha256 => FileState::Intact,
            Lying::Whole(_) | Lying::OtherSize(_) | Lying::Unreadable => FileState::Damaged,
        }
    }
}

#[cfg(test)]
mod tests;
