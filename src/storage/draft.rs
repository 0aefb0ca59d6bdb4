//! Drafts: read strictly, saved never over somebody else's change.

use std::io::Write;
use std::path::Path;

use serde_json::Value;

use super::read::{read_limited, utf8};
use super::write::{Existing, Readers, replace};
use super::{FileStamp, MAX_DRAFT_BYTES, StorageError};
use crate::response::{LoadedDraft, QuestionnaireResponse};
use crate::submission::canonical::{JsonError, JsonFault, parse_reencoded};
use crate::submission::file::{MAX_FILE_BYTES, is_submission};

/// A draft and the state of its file.
#[derive(Clone, Debug)]
pub struct OpenedDraft {
    /// What was read.
    pub draft: LoadedDraft,
    /// The file as it was then; [`save_draft`] asks for it.
    pub stamp: FileStamp,
}

/// Reads a draft: at most 4 MiB of UTF-8, JSON without duplicate names or
/// deep nesting, a questionnaire that this program has.
///
/// # Errors
/// What is wrong, with its place.
pub fn read_draft(path: &Path) -> Result<OpenedDraft, StorageError> {
    opened(path, read_limited(path, MAX_DRAFT_BYTES)?)
}

/// A file to export: which kind it is, its content tells.
#[derive(Clone, Debug)]
pub enum DraftOrSubmission {
    /// A draft.
    Draft(Box<OpenedDraft>),
    /// The bytes of a submission; nothing about them is checked.
    Submission(Vec<u8>),
}

/// Reads a draft like [`read_draft`], or a submission like
/// [`super::read_submission`], whichever it is.
///
/// # Errors
/// What is wrong, with its place.
pub fn read_draft_or_submission(path: &Path) -> Result<DraftOrSubmission, StorageError> {
    let bytes = read_limited(path, MAX_DRAFT_BYTES.max(MAX_FILE_BYTES))?;
    if is_submission(&bytes) {
        return Ok(DraftOrSubmission::Submission(bytes));
    }
    let opened = opened(path, bytes)?;
    Ok(DraftOrSubmission::Draft(Box::new(opened)))
}

fn opened(path: &Path, bytes: Vec<u8>) -> Result<OpenedDraft, StorageError> {
    let stamp = FileStamp::of(&bytes);
    let text = utf8(path, bytes)?;
    let value = parse_reencoded(text.as_bytes()).map_err(|error| not_json(path, error))?;
    let draft = QuestionnaireResponse::from_draft_json(&value)?;
    Ok(OpenedDraft { draft, stamp })
}

/// Saves a draft. `expected` is the stamp of the file as it was last read or
/// written, or nothing where no file is expected. Between the comparison and
/// the rename lies a moment that no file system rules out on all systems.
///
/// Not checked: whether `response` itself came from a read-only draft
/// ([`LoadedDraft::read_only`]); such a file on disk is never replaced.
///
/// # Errors
/// Where the file is not the expected one, belongs to a newer program, would
/// be too large to be read again, or cannot be written. The file is then as
/// it was.
pub fn save_draft(
    path: &Path,
    response: &QuestionnaireResponse,
    expected: Option<&FileStamp>,
) -> Result<FileStamp, StorageError> {
    let json = response.to_draft_json();
    if json.len() > MAX_DRAFT_BYTES {
        return Err(StorageError::TooLarge {
            path: path.to_path_buf(),
            limit_bytes: MAX_DRAFT_BYTES,
        });
    }
    let existing = check_expected(path, expected)?;
    let write = |file: &mut std::fs::File| file.write_all(json.as_bytes());
    replace(path, existing, Readers::AsUsual, write)?;
    Ok(FileStamp::of(json.as_bytes()))
}

fn check_expected(path: &Path, expected: Option<&FileStamp>) -> Result<Existing, StorageError> {
    let Some(expected) = expected else {
        return Ok(Existing::Keep);
    };
    let changed = || StorageError::ChangedMeanwhile {
        path: path.to_path_buf(),
    };
    let bytes = read_limited(path, MAX_DRAFT_BYTES).map_err(|error| match error {
        StorageError::NotFound { .. } | StorageError::TooLarge { .. } => changed(),
        other => other,
    })?;
    if FileStamp::of(&bytes) != *expected {
        return Err(changed());
    }
    if is_newer(&bytes) {
        let path = path.to_path_buf();
        return Err(StorageError::NewerDraft { path });
    }
    Ok(Existing::Replace)
}

/// Whether a newer program wrote the draft, in a form that is read only here.
fn is_newer(bytes: &[u8]) -> bool {
    let value: Option<Value> = parse_reencoded(bytes).ok();
    let loaded = value.map(|value| QuestionnaireResponse::from_draft_json(&value));
    match loaded {
        Some(Ok(draft)) => draft.read_only,
        Some(Err(error)) => matches!(error, crate::response::DraftError::Newer { .. }),
        None => false,
    }
}

fn not_json(path: &Path, error: JsonError) -> StorageError {
    let path = path.to_path_buf();
    let (line, column) = (error.line, error.column);
    match error.fault {
        JsonFault::Truncated => StorageError::Truncated { path, line },
        JsonFault::TooDeep => StorageError::TooDeep { path, line },
        JsonFault::DuplicateName => StorageError::DuplicateName {
            path,
            pointer: error.pointer,
            line,
        },
        _ => StorageError::NotJson { path, line, column },
    }
}

#[cfg(test)]
mod tests {
    use super::super::{stamp, write_new};
    use super::*;
    use crate::questionnaire::shipped;
    use crate::response::{DraftError, Edit};
    use chrono::{DateTime, FixedOffset};
    use std::path::PathBuf;
    use tempfile::TempDir;

    fn now() -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339("2024-11-15T09:00:00-05:00").unwrap()
    }

    fn response(cycle: &str) -> QuestionnaireResponse {
        let questionnaire = &shipped()[0].questionnaire;
        let mut response = QuestionnaireResponse::new(questionnaire, uuid::Uuid::nil(), now());
        let edit = Edit::Cycle(cycle.into());
        response.apply(questionnaire, edit, now()).unwrap();
        response
    }

    fn place() -> (TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.probitas");
        (folder, path)
    }

    #[test]
    fn a_draft_is_read_as_it_was_saved() {
        let (_folder, path) = place();
        let saved = save_draft(&path, &response("2024"), None).unwrap();
        let opened = read_draft(&path).unwrap();
        assert_eq!(opened.draft.response, response("2024"));
        assert_eq!(opened.stamp, saved);
        save_draft(&path, &response("2025"), Some(&saved)).unwrap();
        assert_eq!(read_draft(&path).unwrap().draft.response.cycle(), "2025");
    }

    #[test]
    fn a_byte_order_mark_does_not_matter() {
        let (_folder, path) = place();
        let json = format!("\u{feff}{}", response("2024").to_draft_json());
        write_new(&path, json.as_bytes(), false).unwrap();
        let opened = read_draft(&path).unwrap();
        save_draft(&path, &response("2025"), Some(&opened.stamp)).unwrap();
    }

    #[test]
    fn the_change_of_somebody_else_is_never_overwritten() {
        let (_folder, path) = place();
        let first = save_draft(&path, &response("2024"), None).unwrap();
        let theirs = save_draft(&path, &response("theirs"), Some(&first)).unwrap();
        let error = save_draft(&path, &response("ours"), Some(&first)).unwrap_err();
        assert!(matches!(error, StorageError::ChangedMeanwhile { .. }));
        let error = save_draft(&path, &response("ours"), None).unwrap_err();
        assert!(matches!(error, StorageError::Exists { .. }), "{error}");
        assert_eq!(stamp(&path).unwrap(), Some(theirs));
    }

    #[test]
    fn a_draft_that_was_removed_is_a_change_too() {
        let (_folder, path) = place();
        let stamp = save_draft(&path, &response("2024"), None).unwrap();
        std::fs::remove_file(&path).unwrap();
        let error = save_draft(&path, &response("2024"), Some(&stamp)).unwrap_err();
        assert!(matches!(error, StorageError::ChangedMeanwhile { .. }));
    }

    #[test]
    fn the_draft_of_a_newer_program_stays_as_it_is() {
        let (_folder, path) = place();
        let json = response("2031").to_draft_json();
        let newer = json.replace("probitas-draft/1.", "probitas-draft/2.");
        write_new(&path, newer.as_bytes(), false).unwrap();
        let opened = read_draft(&path).unwrap();
        assert!(opened.draft.read_only);
        let error = save_draft(&path, &opened.draft.response, Some(&opened.stamp)).unwrap_err();
        assert!(matches!(error, StorageError::NewerDraft { .. }), "{error}");
        assert_eq!(stamp(&path).unwrap(), Some(opened.stamp));
    }

    fn fault(content: &[u8]) -> StorageError {
        let (_folder, path) = place();
        write_new(&path, content, false).unwrap();
        read_draft(&path).unwrap_err()
    }

    #[test]
    fn bad_files_are_told_apart_with_their_place() {
        let good = response("2024").to_draft_json();
        assert!(matches!(
            fault(b"{\"a\": \"\xff\"}"),
            StorageError::NotUtf8 {
                offset_bytes: 7,
                ..
            }
        ));
        assert!(matches!(
            fault(b"{\n  \"a\": yes\n}"),
            StorageError::NotJson { line: 2, .. }
        ));
        let half = &good.as_bytes()[..good.len() / 2];
        assert!(matches!(fault(half), StorageError::Truncated { .. }));
        assert!(matches!(fault(b""), StorageError::Truncated { .. }));
        let twice = good.replacen("\"cycle\"", "\"revision\"", 1);
        assert!(matches!(
            fault(twice.as_bytes()),
            StorageError::DuplicateName { pointer, .. } if pointer == "/revision"
        ));
        let deep = "[".repeat(100) + &"]".repeat(100);
        assert!(matches!(
            fault(deep.as_bytes()),
            StorageError::TooDeep { .. }
        ));
        assert!(matches!(
            fault(b"{}"),
            StorageError::Draft(DraftError::NotADraft)
        ));
        let large = vec![b' '; MAX_DRAFT_BYTES + 1];
        assert!(matches!(fault(&large), StorageError::TooLarge { .. }));
    }
}
