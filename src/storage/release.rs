//! A release in a folder: its description, its signature, and what lies beside.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::StorageError;
use super::read::{exists, read_limited, utf8};
use crate::release::{
    DESCRIPTION, Installed, ListedFile, Lying, MAX_DESCRIPTION_BYTES, MAX_SIGNATURE_BYTES,
    SIGNATURE_ENDING, System,
};

/// A description that was read, and the folder that it lies in.
#[derive(Debug)]
pub struct ReleaseFolder {
    folder: PathBuf,
    /// The description, as bytes.
    pub description: Vec<u8>,
    /// Its signature; nothing where there is none, empty where it cannot be
    /// read.
    pub signature: Option<String>,
}

/// Reads the description of a release, or the one in this folder, and its
/// signature. Nothing is checked.
///
/// # Errors
/// Where the description cannot be read, or is larger than 1 MiB.
pub fn read_release(path: &Path) -> Result<ReleaseFolder, StorageError> {
    let path = if path.is_dir() {
        path.join(DESCRIPTION)
    } else {
        path.to_path_buf()
    };
    let description = read_limited(&path, MAX_DESCRIPTION_BYTES)?;
    let mut signature = path.as_os_str().to_owned();
    signature.push(SIGNATURE_ENDING);
    let signature = PathBuf::from(signature);
    let read = read_limited(&signature, MAX_SIGNATURE_BYTES);
    let signature = match read.and_then(|bytes| utf8(&signature, bytes)) {
        Ok(text) => Some(text),
        Err(StorageError::NotFound { .. }) => None,
        Err(_) => Some(String::new()),
    };
    Ok(ReleaseFolder {
        folder: path.parent().map(Path::to_path_buf).unwrap_or_default(),
        description,
        signature,
    })
}

impl ReleaseFolder {
    /// What lies where a file of the release should lie. Of a file of another
    /// size nothing is read.
    #[must_use]
    pub fn lying(&self, file: &ListedFile) -> Lying {
        let path = self.folder.join(&file.name);
        let metadata = match fs::metadata(&path) {
            Ok(metadata) => metadata,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Lying::Nowhere,
            Err(_) => return Lying::Unreadable,
        };
        // Opening something else, such as a pipe, might never end.
        if !metadata.is_file() {
            return Lying::Unreadable;
        }
        if metadata.len() != file.size_bytes {
            return Lying::OtherSize(metadata.len());
        }
        digest(&path, file.size_bytes).map_or(Lying::Unreadable, Lying::Whole)
    }
}

/// The SHA-256 of a file, of which no more is read than it had a moment ago.
fn digest(path: &Path, size_bytes: u64) -> io::Result<[u8; 32]> {
    use std::io::Read as _;
    let mut hash = Sha256::new();
    let mut part = vec![0; 64 * 1024];
    let mut file = File::open(path)?.take(size_bytes.saturating_add(1));
    loop {
        let count = file.read(&mut part)?;
        if count == 0 {
            return Ok(hash.finalize().into());
        }
        hash.update(part.get(..count).unwrap_or_default());
    }
}

/// The system that this process runs on, and how the program came there.
#[must_use]
pub fn running_system(portable: bool) -> System {
    let program = std::env::current_exe().unwrap_or_default();
    let for_everybody = match std::env::consts::OS {
        "windows" => ["ProgramFiles", "ProgramW6432"]
            .iter()
            .filter_map(std::env::var_os)
            .any(|folder| program.starts_with(folder)),
        _ => program.starts_with("/usr") || program.starts_with("/opt"),
    };
    // Only the installer for one person leaves that beside the program.
    let by_msi = cfg!(windows) && !exists(&program.with_file_name("uninstall.exe"));
    System {
        os: std::env::consts::OS,
        processor: std::env::consts::ARCH,
        installed: if portable {
            Installed::Portable
        } else if for_everybody {
            Installed::ForComputer
        } else if by_msi {
            Installed::ForPersonByMsi
        } else {
            Installed::ForPerson
        },
    }
}

#[cfg(test)]
mod tests {
    use super::super::{create_folder, write_new};
    use super::*;

    fn listed(name: &str, content: &[u8]) -> ListedFile {
        ListedFile {
            name: name.to_owned(),
            sha256: Sha256::digest(content).into(),
            size_bytes: content.len() as u64,
        }
    }

    #[test]
    fn a_folder_stands_for_the_description_in_it() {
        let folder = tempfile::tempdir().unwrap();
        let missing = read_release(folder.path()).unwrap_err();
        assert!(matches!(missing, StorageError::NotFound { .. }));
        let path = folder.path().join(DESCRIPTION);
        write_new(&path, b"{}", false).unwrap();
        assert_eq!(read_release(folder.path()).unwrap().signature, None);
        let signature = folder.path().join("probitas-release.json.minisig");
        write_new(&signature, b"signature", false).unwrap();
        for path in [folder.path(), &path] {
            let read = read_release(path).unwrap();
            assert_eq!(read.description, b"{}");
            assert_eq!(read.signature.as_deref(), Some("signature"));
        }
        write_new(&signature, &[b'a'; MAX_SIGNATURE_BYTES + 1], true).unwrap();
        let read = read_release(&path).unwrap();
        assert_eq!(read.signature.as_deref(), Some(""));
        write_new(&path, &vec![b' '; MAX_DESCRIPTION_BYTES + 1], true).unwrap();
        let large = read_release(&path).unwrap_err();
        assert!(matches!(large, StorageError::TooLarge { .. }));
    }

    #[test]
    fn what_lies_in_the_folder_is_told_apart() {
        let folder = tempfile::tempdir().unwrap();
        write_new(&folder.path().join(DESCRIPTION), b"{}", false).unwrap();
        write_new(&folder.path().join("a"), b"content", false).unwrap();
        create_folder(&folder.path().join("b")).unwrap();
        let read = read_release(folder.path()).unwrap();
        let whole = listed("a", b"content");
        assert_eq!(read.lying(&whole), Lying::Whole(whole.sha256));
        assert_eq!(read.lying(&listed("a", b"other")), Lying::OtherSize(7));
        let other = listed("a", b"CONTENT");
        assert_eq!(read.lying(&other), Lying::Whole(whole.sha256));
        assert_eq!(read.lying(&listed("b", b"")), Lying::Unreadable);
        assert_eq!(read.lying(&listed("c", b"")), Lying::Nowhere);
    }
}
