//! Drafts that have no name yet, kept where they are found after a failure.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use super::draft::{read_draft, save_draft};
use super::write::create_folder;
use super::{FileStamp, OpenedDraft, StorageError};
use crate::response::QuestionnaireResponse;

const ENDING: &str = "probitas";
/// So many drafts of one submission can stand side by side.
const MAX_SAME_ID: usize = 100;

/// The claim of a running program to a draft in the recovery folder. It ends
/// with the program, however that ends, so that a draft left behind by a
/// failure can be told from one that another window is at work on.
#[derive(Debug)]
pub struct RecoveryClaim {
    draft: PathBuf,
    // Open for as long as the claim lasts: the system's lock is on it.
    _file: File,
}

impl RecoveryClaim {
    /// Claims the draft at this path; nothing where another program has it,
    /// or the system cannot lock files there.
    #[must_use]
    pub fn new(draft: &Path) -> Option<Self> {
        let file = File::create(claim_path(draft)).ok()?;
        file.try_lock().ok()?;
        Some(RecoveryClaim {
            draft: draft.to_path_buf(),
            _file: file,
        })
    }

    /// The draft.
    #[must_use]
    pub fn draft(&self) -> &Path {
        &self.draft
    }
}

/// Saves a draft that has no name under the identifier of its submission.
/// Another draft of that identifier stays: the new one gets a number.
///
/// # Errors
/// Where the folder or the file cannot be written.
pub fn save_new_recovery(
    folder: &Path,
    response: &QuestionnaireResponse,
) -> Result<(PathBuf, FileStamp), StorageError> {
    create_folder(folder)?;
    let id = response.submission_id();
    let mut number = 1;
    loop {
        let name = match number {
            1 => format!("{id}.{ENDING}"),
            _ => format!("{id}-{number}.{ENDING}"),
        };
        let path = folder.join(name);
        match save_draft(&path, response, None) {
            Ok(stamp) => return Ok((path, stamp)),
            Err(StorageError::Exists { .. }) if number < MAX_SAME_ID => number += 1,
            Err(error) => return Err(error),
        }
    }
}

/// The drafts in the recovery folder that no running program claims, the one
/// changed last first. What cannot be read is left out, and left alone.
#[must_use]
pub fn recovered_drafts(folder: &Path) -> Vec<(PathBuf, OpenedDraft)> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut found: Vec<(PathBuf, OpenedDraft)> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == ENDING))
        .filter(|path| !is_claimed(path))
        .filter_map(|path| {
            let draft = read_draft(&path).ok()?;
            Some((path, draft))
        })
        .collect();
    found.sort_by_key(|(_, opened)| std::cmp::Reverse(opened.draft.response.modified_at()));
    found
}

/// Removes a draft from the recovery folder.
///
/// # Errors
/// Where it cannot be removed.
pub fn remove_recovery(draft: &Path) -> Result<(), StorageError> {
    let removed = match fs::remove_file(draft) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(StorageError::of(draft, error))
        }
        _ => Ok(()),
    };
    // What is left of a claim disturbs nobody.
    fs::remove_file(claim_path(draft)).unwrap_or_default();
    removed
}

fn is_claimed(draft: &Path) -> bool {
    // Opening must not make the file: a draft without one is claimed by nobody.
    File::open(claim_path(draft)).is_ok_and(|file| file.try_lock().is_err())
}

fn claim_path(draft: &Path) -> PathBuf {
    draft.with_extension("claim")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::shipped;
    use chrono::DateTime;

    fn response(hour: u32) -> QuestionnaireResponse {
        let now = format!("2024-11-15T{hour:02}:00:00-05:00");
        let now = DateTime::parse_from_rfc3339(&now).unwrap();
        QuestionnaireResponse::new(&shipped()[0].questionnaire, uuid::Uuid::nil(), now)
    }

    #[test]
    fn drafts_of_one_submission_stand_side_by_side_newest_first() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().join("recovery");
        assert!(recovered_drafts(&folder).is_empty());
        let (first, _) = save_new_recovery(&folder, &response(9)).unwrap();
        let (second, _) = save_new_recovery(&folder, &response(10)).unwrap();
        let paths: Vec<PathBuf> = recovered_drafts(&folder)
            .into_iter()
            .map(|(path, _)| path)
            .collect();
        assert_eq!(paths, [second, first]);
    }

    #[test]
    fn claimed_draft_is_not_offered_until_its_claim_ends() {
        let folder = tempfile::tempdir().unwrap();
        let (path, _) = save_new_recovery(folder.path(), &response(9)).unwrap();
        let claim = RecoveryClaim::new(&path).unwrap();
        assert!(RecoveryClaim::new(&path).is_none());
        assert!(recovered_drafts(folder.path()).is_empty());
        drop(claim);
        assert_eq!(recovered_drafts(folder.path()).len(), 1);
        remove_recovery(&path).unwrap();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
