//! What is to be said of the folder in which a key file stands.

use std::path::{Component, Path};

use crate::i18n::{Message, keys as say};

/// Services that copy a folder to other computers, with the beginnings of the
/// names that they give it, in lower case.
const SERVICES: [(&str, &[&str]); 8] = [
    ("OneDrive", &["onedrive"]),
    ("Dropbox", &["dropbox"]),
    (
        "iCloud",
        &["icloud", "mobile documents", "com~apple~clouddocs"],
    ),
    ("Google Drive", &["google drive", "googledrive"]),
    ("Nextcloud", &["nextcloud"]),
    ("ownCloud", &["owncloud"]),
    ("Box", &["box sync", "box-box"]),
    ("SharePoint", &["sharepoint"]),
];

/// Why the folder of a key file is no good place for it. It is told, and
/// stands in nobody's way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FolderRisk {
    /// The name of a folder is one that this service gives.
    Synchronized {
        /// The service, as it calls itself.
        service: &'static str,
    },
    /// Others than the owner can write in the folder (mode bits on Unix).
    Shared,
}

impl FolderRisk {
    /// What is known of the folder of this file: by the names in its path, and
    /// by its permissions where the system has those of Unix. Nothing found
    /// is no promise: a service may copy a folder of any name.
    #[must_use]
    pub fn of(file: &Path) -> Vec<Self> {
        let shared = is_shared(file).then_some(Self::Shared);
        Self::by_name(file).into_iter().chain(shared).collect()
    }

    /// The same by the names in the path alone; no file is touched.
    #[must_use]
    pub fn by_name(file: &Path) -> Option<Self> {
        let folder = file.parent()?;
        folder.components().find_map(|component| {
            let Component::Normal(name) = component else {
                return None;
            };
            let name = name.to_string_lossy().to_lowercase();
            let service = SERVICES
                .iter()
                .find(|(_, starts)| starts.iter().any(|start| name.starts_with(start)));
            service.map(|(service, _)| Self::Synchronized { service })
        })
    }

    /// What is to be said.
    #[must_use]
    pub fn message(self) -> Message {
        match self {
            Self::Synchronized { service } => say::folder_synchronized(service),
            Self::Shared => say::folder_shared(),
        }
    }
}

#[cfg(unix)]
fn is_shared(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    const OTHERS_WRITE: u32 = 0o022;
    let folder = file
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or_else(|| Path::new("."));
    let mode = folder.metadata().map(|found| found.permissions().mode());
    mode.is_ok_and(|mode| mode & OTHERS_WRITE != 0)
}

#[cfg(not(unix))]
fn is_shared(_file: &Path) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn service(path: &str) -> Option<&'static str> {
        match FolderRisk::by_name(Path::new(path)) {
            Some(FolderRisk::Synchronized { service }) => Some(service),
            _ => None,
        }
    }

    #[test]
    fn folders_of_services_are_known_by_their_names() {
        for (path, found) in [
            ("/home/z/OneDrive - Agence Exemple/keys/a.key", "OneDrive"),
            ("/home/z/Dropbox (Personal)/a.key", "Dropbox"),
            ("/Users/z/Library/Mobile Documents/a.key", "iCloud"),
            (
                "/Users/z/Library/CloudStorage/GoogleDrive-z@example.org/a.key",
                "Google Drive",
            ),
            ("/home/z/Nextcloud/a.key", "Nextcloud"),
        ] {
            assert_eq!(service(path), Some(found), "{path}");
        }
        assert_eq!(service("/home/z/keys/OneDrive.key"), None);
        assert_eq!(service("/home/z/boxes/a.key"), None);
        assert_eq!(service(""), None);
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_in_which_others_write_is_shared() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.key");
        for (mode, risks) in [
            (0o700, vec![]),
            (0o755, vec![]),
            (0o775, vec![FolderRisk::Shared]),
            (0o1777, vec![FolderRisk::Shared]),
        ] {
            let permissions = std::fs::Permissions::from_mode(mode);
            std::fs::set_permissions(folder.path(), permissions).unwrap();
            assert_eq!(FolderRisk::of(&file), risks, "{mode:o}");
        }
    }
}
