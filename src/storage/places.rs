//! Where the program keeps what belongs to no draft.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::StorageError;
use super::read::{exists, read_limited, utf8};
use super::write::{create_folder, write_new};

/// Beside the program, this file keeps everything beside the program.
const PORTABLE_FLAG: &str = "portable.flag";
const PREFERENCES: &str = "preferences.json";
const PRINTOUTS: &str = "printouts";
const RECOVERY: &str = "recovery";
/// Preferences are a few hundred bytes.
const MAX_PREFERENCES_BYTES: usize = 256 * 1024;

/// The folders of the program. A system that names none has none: then
/// nothing is kept there, and nothing fails.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// Where the preferences are.
    pub configuration: Option<PathBuf>,
    /// Where drafts without a name are, and what is printed.
    pub data: Option<PathBuf>,
    /// Where a person keeps documents: where a path begins that begins nowhere.
    pub documents: Option<PathBuf>,
}

/// What decides where the folders are.
struct Surroundings<'a> {
    variable: &'a dyn Fn(&str) -> Option<OsString>,
    program_folder: Option<PathBuf>,
    system: &'a str,
}

impl Places {
    /// The folders of this process: those of the system, or one beside the
    /// program where `portable.flag` stands there.
    #[must_use]
    pub fn of_process() -> Self {
        let program = std::env::current_exe().ok();
        Self::find(&Surroundings {
            variable: &|name| std::env::var_os(name),
            program_folder: program.and_then(|path| path.parent().map(Path::to_path_buf)),
            system: std::env::consts::OS,
        })
    }

    /// Everything in one folder.
    #[must_use]
    pub fn inside(folder: &Path) -> Self {
        Places {
            configuration: Some(folder.to_path_buf()),
            data: Some(folder.to_path_buf()),
            documents: None,
        }
    }

    /// The file of the preferences.
    #[must_use]
    pub fn preferences(&self) -> Option<PathBuf> {
        Some(self.configuration.as_ref()?.join(PREFERENCES))
    }

    /// The folder of drafts without a name.
    #[must_use]
    pub fn recovery(&self) -> Option<PathBuf> {
        Some(self.data.as_ref()?.join(RECOVERY))
    }

    /// The folder of what is printed without being exported.
    #[must_use]
    pub fn printouts(&self) -> Option<PathBuf> {
        Some(self.data.as_ref()?.join(PRINTOUTS))
    }

    fn find(surroundings: &Surroundings<'_>) -> Self {
        // A relative path would mean another folder at every start.
        let folder = |name: &str| {
            let path = (surroundings.variable)(name).map(PathBuf::from);
            path.filter(|path| path.is_absolute())
        };
        let home_folder = match surroundings.system {
            "windows" => folder("USERPROFILE"),
            _ => folder("HOME"),
        };
        let documents = home_folder.map(|home| {
            let documents = home.join("Documents");
            if exists(&documents) { documents } else { home }
        });
        if let Some(program) = &surroundings.program_folder
            && exists(&program.join(PORTABLE_FLAG))
        {
            return Places {
                documents,
                ..Self::inside(&program.join("probitas-settings"))
            };
        }
        let home = |inside: &str| folder("HOME").map(|home| home.join(inside));
        let (configuration, data) = match surroundings.system {
            "windows" => (folder("APPDATA"), folder("APPDATA")),
            "macos" => {
                let support = home("Library/Application Support");
                (support.clone(), support)
            }
            _ => (
                folder("XDG_CONFIG_HOME").or_else(|| home(".config")),
                folder("XDG_DATA_HOME").or_else(|| home(".local/share")),
            ),
        };
        let name = match surroundings.system {
            "windows" | "macos" => "Probitas",
            _ => "probitas",
        };
        let own = |folder: Option<PathBuf>| folder.map(|folder| folder.join(name));
        Places {
            configuration: own(configuration),
            data: own(data),
            documents,
        }
    }
}

/// Reads the preferences; nothing where there are none.
///
/// # Errors
/// Where the file is there but cannot be read as a text.
pub fn read_preferences(path: &Path) -> Result<Option<String>, StorageError> {
    match read_limited(path, MAX_PREFERENCES_BYTES).and_then(|bytes| utf8(path, bytes)) {
        Ok(text) => Ok(Some(text)),
        Err(StorageError::NotFound { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Writes the preferences, and makes their folder where it is missing.
///
/// # Errors
/// Where they cannot be written.
pub fn write_preferences(path: &Path, json: &str) -> Result<(), StorageError> {
    if let Some(folder) = path.parent() {
        create_folder(folder)?;
    }
    write_new(path, json.as_bytes(), true)
}

/// Renames a file that cannot be understood to `….broken`, so that the next
/// writing does not destroy what somebody may want to mend.
///
/// # Errors
/// Where it cannot be renamed.
pub fn keep_aside(path: &Path) -> Result<(), StorageError> {
    let mut aside = path.as_os_str().to_owned();
    aside.push(".broken");
    std::fs::rename(path, PathBuf::from(aside)).map_err(|error| StorageError::of(path, error))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(system: &str, variables: &[(&str, &str)], program: Option<&Path>) -> Places {
        Places::find(&Surroundings {
            variable: &|name| {
                let found = variables.iter().find(|(own, _)| *own == name);
                found.map(|(_, value)| OsString::from(value))
            },
            program_folder: program.map(Path::to_path_buf),
            system,
        })
    }

    #[cfg(unix)]
    #[test]
    fn every_system_has_its_folders() {
        let home = ("HOME", "/home/a");
        let linux = places("linux", &[home], None);
        assert_eq!(
            linux.preferences().unwrap(),
            Path::new("/home/a/.config/probitas/preferences.json")
        );
        assert_eq!(
            linux.recovery().unwrap(),
            Path::new("/home/a/.local/share/probitas/recovery")
        );
        let moved = places("linux", &[home, ("XDG_CONFIG_HOME", "/etc/a")], None);
        assert_eq!(moved.configuration.unwrap(), Path::new("/etc/a/probitas"));
        let relative = places("linux", &[home, ("XDG_CONFIG_HOME", "a")], None);
        assert_eq!(relative, linux);
        let windows = places("windows", &[("APPDATA", "/c/Roaming")], None);
        assert_eq!(
            windows.configuration.unwrap(),
            Path::new("/c/Roaming/Probitas")
        );
        let mac = places("macos", &[home], None);
        assert_eq!(
            mac.data.unwrap(),
            Path::new("/home/a/Library/Application Support/Probitas")
        );
        assert_eq!(places("linux", &[], None), Places::default());
    }

    #[test]
    fn flag_beside_the_program_keeps_everything_there() {
        let folder = tempfile::tempdir().unwrap();
        let variables = [("HOME", "/home/a"), ("APPDATA", "/c/Roaming")];
        let elsewhere = places("linux", &variables, Some(folder.path()));
        assert!(!elsewhere.preferences().unwrap().starts_with(folder.path()));
        write_new(&folder.path().join(PORTABLE_FLAG), b"", false).unwrap();
        let here = places("linux", &variables, Some(folder.path()));
        assert!(here.preferences().unwrap().starts_with(folder.path()));
        assert!(here.recovery().unwrap().starts_with(folder.path()));
    }

    #[test]
    fn preferences_make_their_folder_and_a_broken_file_is_kept_aside() {
        let folder = tempfile::tempdir().unwrap();
        let path = Places::inside(&folder.path().join("new"))
            .preferences()
            .unwrap();
        assert_eq!(read_preferences(&path).unwrap(), None);
        write_preferences(&path, "{").unwrap();
        assert_eq!(read_preferences(&path).unwrap().as_deref(), Some("{"));
        keep_aside(&path).unwrap();
        assert_eq!(read_preferences(&path).unwrap(), None);
        let aside = path.with_extension("json.broken");
        assert_eq!(read_preferences(&aside).unwrap().as_deref(), Some("{"));
    }
}
