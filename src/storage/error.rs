//! What can go wrong with a file.

use std::io;
use std::path::{Path, PathBuf};

use crate::i18n::{Message, MessagePair, storage as messages};
use crate::response::DraftError;
use crate::submission::register::RegisterFault;

const KIB: usize = 1024;

/// Why a file could not be read or written. Whatever it is, the file on disk
/// is as it was before.
#[derive(Debug, thiserror::Error)]
pub enum StorageError {
    /// There is no such file or folder.
    #[error("not found")]
    NotFound {
        /// The path that was tried.
        path: PathBuf,
    },
    /// The file or its folder may not be read or written.
    #[error("no permission")]
    NoPermission {
        /// The path that was tried.
        path: PathBuf,
    },
    /// A file was expected and a folder is there.
    #[error("is a folder")]
    IsAFolder {
        /// The path that was tried.
        path: PathBuf,
    },
    /// A folder was expected and a file is there.
    #[error("is no folder")]
    NotAFolder {
        /// The path that was tried.
        path: PathBuf,
    },
    /// The file is larger than its kind may be.
    #[error("larger than {limit_bytes} bytes")]
    TooLarge {
        /// The path that was tried.
        path: PathBuf,
        /// How large it may be.
        limit_bytes: usize,
    },
    /// The file is no UTF-8 text.
    #[error("not UTF-8 at byte {offset_bytes}")]
    NotUtf8 {
        /// The path that was tried.
        path: PathBuf,
        /// How many bytes of good text stand before the first bad one.
        offset_bytes: usize,
    },
    /// The file is no JSON.
    #[error("not JSON at line {line}, column {column}")]
    NotJson {
        /// The path that was tried.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// The column in bytes, from 1.
        column: usize,
    },
    /// The file ends in the middle of its JSON.
    #[error("truncated at line {line}")]
    Truncated {
        /// The path that was tried.
        path: PathBuf,
        /// The last line, from 1.
        line: usize,
    },
    /// An object of the file has a name twice.
    #[error("duplicate name at line {line}")]
    DuplicateName {
        /// The path that was tried.
        path: PathBuf,
        /// The place of the second one, as a JSON pointer (RFC 6901).
        pointer: String,
        /// Its line, from 1.
        line: usize,
    },
    /// Objects and arrays nest deeper than any draft does.
    #[error("nested too deeply at line {line}")]
    TooDeep {
        /// The path that was tried.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
    },
    /// It is JSON, but no draft that this program can read.
    #[error(transparent)]
    Draft(#[from] DraftError),
    /// A register was changed since it was written.
    #[error(transparent)]
    Register(#[from] RegisterFault),
    /// The disk is full, or the quota is used up.
    #[error("disk full")]
    DiskFull {
        /// The path that was tried.
        path: PathBuf,
    },
    /// A file of this name is there already and nobody agreed to replace it.
    #[error("exists already")]
    Exists {
        /// The path that was tried.
        path: PathBuf,
    },
    /// Somebody else changed or removed the draft since it was last read or written.
    #[error("changed meanwhile")]
    ChangedMeanwhile {
        /// The path that was tried.
        path: PathBuf,
    },
    /// The draft on disk was written by a newer program: it is read only here.
    #[error("the draft on disk has a newer major version")]
    NewerDraft {
        /// The path that was tried.
        path: PathBuf,
    },
    /// What was read back is not what was written.
    #[error("read back differently")]
    ReadBackDiffers {
        /// The path that was tried.
        path: PathBuf,
    },
    /// Anything else that the system reports.
    #[error("input or output error: {kind}", kind = source.kind())]
    Io {
        /// The path that was tried.
        path: PathBuf,
        /// What the system reports.
        source: io::Error,
    },
}

impl StorageError {
    /// What an error of the system means for a file.
    pub(super) fn of(path: &Path, source: io::Error) -> Self {
        let path = path.to_path_buf();
        match source.kind() {
            io::ErrorKind::NotFound => Self::NotFound { path },
            // Windows refuses to open a folder as a file for want of permission.
            io::ErrorKind::PermissionDenied if path.is_dir() => Self::IsAFolder { path },
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                Self::NoPermission { path }
            }
            io::ErrorKind::IsADirectory => Self::IsAFolder { path },
            io::ErrorKind::AlreadyExists => Self::Exists { path },
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull { path },
            _ => Self::Io { path, source },
        }
    }

    /// What happened and what to do, for people.
    #[must_use]
    pub fn message(&self) -> MessagePair {
        MessagePair::new(self.problem(), self.hint())
    }

    fn problem(&self) -> Message {
        match self {
            Self::NotFound { path } => messages::err_file_not_found(shown(path)),
            Self::NoPermission { path } => messages::err_file_no_permission(shown(path)),
            Self::IsAFolder { path } => messages::err_file_is_folder(shown(path)),
            Self::NotAFolder { path } => messages::err_file_not_folder(shown(path)),
            Self::TooLarge { path, limit_bytes } => {
                messages::err_file_too_large(shown(path), size(*limit_bytes))
            }
            Self::NotUtf8 { path, offset_bytes } => {
                messages::err_file_not_utf8(shown(path), offset_bytes.saturating_add(1))
            }
            Self::NotJson { path, line, column } => {
                messages::err_file_not_json(shown(path), *line, *column)
            }
            Self::Truncated { path, line } => messages::err_file_truncated(shown(path), *line),
            Self::DuplicateName {
                path,
                pointer,
                line,
            } => messages::err_file_duplicate_name(shown(path), pointer.as_str(), *line),
            Self::TooDeep { path, line } => messages::err_file_too_deep(shown(path), *line),
            Self::Draft(error) => error.message().problem,
            Self::Register(fault) => fault.message().problem,
            Self::DiskFull { path } => messages::err_file_disk_full(shown(path)),
            Self::Exists { path } => messages::err_file_exists(shown(path)),
            Self::ChangedMeanwhile { path } => messages::err_file_changed(shown(path)),
            Self::NewerDraft { path } => messages::err_file_newer_draft(shown(path)),
            Self::ReadBackDiffers { path } => messages::err_file_read_back(shown(path)),
            Self::Io { path, source } => messages::err_file_other(shown(path), code(source)),
        }
    }

    fn hint(&self) -> Message {
        match self {
            Self::NotFound { .. } => messages::hint_file_not_found(),
            Self::NoPermission { .. } => messages::hint_file_no_permission(),
            Self::IsAFolder { .. } => messages::hint_file_is_folder(),
            Self::NotAFolder { .. } => messages::hint_file_not_folder(),
            Self::TooLarge { .. } => messages::hint_file_too_large(),
            Self::NotUtf8 { .. } => messages::hint_file_not_utf8(),
            Self::NotJson { .. }
            | Self::Truncated { .. }
            | Self::DuplicateName { .. }
            | Self::TooDeep { .. } => messages::hint_file_damaged(),
            Self::Draft(error) => error.message().hint,
            Self::Register(fault) => fault.message().hint,
            Self::DiskFull { .. } => messages::hint_file_disk_full(),
            Self::Exists { .. } => messages::hint_file_exists(),
            Self::ChangedMeanwhile { .. } => messages::hint_file_changed(),
            Self::NewerDraft { .. } => messages::hint_file_newer_draft(),
            Self::ReadBackDiffers { .. } => messages::hint_file_read_back(),
            Self::Io { .. } => messages::hint_file_other(),
        }
    }
}

/// A path as people read it.
fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// A limit as people read it.
fn size(bytes: usize) -> Message {
    let kib = bytes / KIB;
    if kib >= KIB {
        messages::size_mib(kib / KIB)
    } else {
        messages::size_kib(kib)
    }
}

/// The number under which the system knows the error; its sentence is in the
/// system's language, which may be neither of the reader's.
fn code(source: &io::Error) -> String {
    source
        .raw_os_error()
        .map_or_else(|| source.kind().to_string(), |number| number.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    fn of(kind: io::ErrorKind) -> StorageError {
        StorageError::of(Path::new("a"), io::Error::from(kind))
    }

    #[test]
    fn errors_of_the_system_are_told_apart() {
        use io::ErrorKind as Kind;
        assert!(matches!(
            of(Kind::StorageFull),
            StorageError::DiskFull { .. }
        ));
        assert!(matches!(
            of(Kind::QuotaExceeded),
            StorageError::DiskFull { .. }
        ));
        assert!(matches!(
            of(Kind::AlreadyExists),
            StorageError::Exists { .. }
        ));
        assert!(matches!(
            of(Kind::IsADirectory),
            StorageError::IsAFolder { .. }
        ));
        let no_permission = of(Kind::ReadOnlyFilesystem);
        assert!(matches!(no_permission, StorageError::NoPermission { .. }));
        assert!(matches!(of(Kind::BrokenPipe), StorageError::Io { .. }));
    }

    #[test]
    fn limits_are_told_in_units_of_the_language() {
        let path = PathBuf::from("page.txt");
        let limit_bytes = 2 * 1024 * 1024;
        let problem = StorageError::TooLarge { path, limit_bytes }
            .message()
            .problem;
        assert!(problem.text(Language::English).contains("2\u{a0}MiB"));
        assert!(problem.text(Language::French).contains("2\u{a0}Mio"));
    }
}
