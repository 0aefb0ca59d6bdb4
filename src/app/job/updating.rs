//! Checking the files of a new version.

use std::path::PathBuf;

use crate::i18n::MessagePair;
use crate::release::{Release, ReleaseKey, Version, Viewer};
use crate::storage;

/// What checking the files of a new version needs.
#[derive(Debug)]
pub struct UpdateJob {
    /// The description, or the folder that it lies in.
    pub path: PathBuf,
    /// The key of the makers; none where the program knows none.
    pub key: Option<ReleaseKey>,
    /// Whether the program lies in a folder together with its settings.
    pub portable: bool,
}

pub(super) fn run(job: UpdateJob) -> Result<Box<Release>, MessagePair> {
    let folder = storage::read_release(&job.path).map_err(|error| error.message())?;
    let viewer = Viewer {
        key: job.key,
        version: Version::of_program(),
        system: storage::running_system(job.portable),
    };
    let signature = folder.signature.as_deref();
    let lying = |file: &_| folder.lying(file);
    let release = Release::examine(&folder.description, signature, &viewer, lying);
    Ok(Box::new(release))
}
