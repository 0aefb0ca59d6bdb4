//! Where the program keeps what belongs to no draft.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::StorageError;
use super::read::{exists, read_limited, utf8};
use super::write::{can_write_in, create_folder, write_new};
use crate::i18n::Language;

/// Beside the program, this file keeps everything beside the program.
const PORTABLE_FLAG: &str = "portable.flag";
/// The folder beside the program that everything is kept in then.
const PORTABLE_FOLDER: &str = "probitas-settings";
const POLICY: &str = "probitas-policy.json";
const PREFERENCES: &str = "preferences.json";
const PRINTOUTS: &str = "printouts";
const RECOVERY: &str = "recovery";
/// Preferences and policies are a few hundred bytes.
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
    /// Where an organization may say what is preset; the first that is there
    /// counts.
    pub policies: Vec<PathBuf>,
    /// Whether everything is kept beside the program.
    pub portable: Portable,
}

/// Whether everything is kept beside the program, as `portable.flag` asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Portable {
    /// Nobody asked for it.
    #[default]
    No,
    /// It is.
    BesideProgram,
    /// Nothing can be written there, as on a share that is read only: what
    /// this folder has is read, and everything is kept in the person's folders.
    ReadOnly(PathBuf),
}

/// What decides where the folders are.
struct Surroundings<'a> {
    variable: &'a dyn Fn(&str) -> Option<OsString>,
    program_folder: Option<PathBuf>,
    system: &'a str,
    /// Whether something can be kept in a folder, which may be made for it.
    can_write: &'a dyn Fn(&Path) -> bool,
}

impl Places {
    /// The folders of this process: those of the system, or one beside the
    /// program where `portable.flag` stands there.
    #[must_use]
    pub fn of_process() -> Self {
        Self::find(&of_process())
    }

    /// Where the organization of this process's computer may say what is
    /// preset; the first that is there counts.
    #[must_use]
    pub fn policies_of_process() -> Vec<PathBuf> {
        policies(&of_process())
    }

    /// Whether this process was asked to keep everything beside the program,
    /// whether or not it can.
    #[must_use]
    pub fn is_portable() -> bool {
        let folder = of_process().program_folder;
        folder.is_some_and(|folder| exists(&folder.join(PORTABLE_FLAG)))
    }

    /// Everything in one folder.
    #[must_use]
    pub fn inside(folder: &Path) -> Self {
        Places {
            configuration: Some(folder.to_path_buf()),
            data: Some(folder.to_path_buf()),
            ..Places::default()
        }
    }

    /// The file of the preferences.
    #[must_use]
    pub fn preferences(&self) -> Option<PathBuf> {
        Some(self.configuration.as_ref()?.join(PREFERENCES))
    }

    /// The file of the words that the person added to the dictionary of a language.
    #[must_use]
    pub fn words(&self, language: Language) -> Option<PathBuf> {
        let name = format!("dictionary-{}.txt", language.code());
        Some(self.configuration.as_ref()?.join(name))
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
        let policies = policies(surroundings);
        let mut portable = Portable::No;
        if let Some(program) = &surroundings.program_folder
            && exists(&program.join(PORTABLE_FLAG))
        {
            let beside = program.join(PORTABLE_FOLDER);
            if (surroundings.can_write)(&beside) {
                return Places {
                    documents,
                    policies,
                    portable: Portable::BesideProgram,
                    ..Self::inside(&beside)
                };
            }
            portable = Portable::ReadOnly(beside);
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
            policies,
            portable,
        }
    }

    /// Preferences to begin with where the person has none: those beside a
    /// program on a share that is read only.
    #[must_use]
    pub fn preferences_to_begin_with(&self) -> Option<PathBuf> {
        match &self.portable {
            Portable::ReadOnly(folder) => Some(folder.join(PREFERENCES)),
            Portable::No | Portable::BesideProgram => None,
        }
    }
}

fn of_process() -> Surroundings<'static> {
    let program = std::env::current_exe().ok();
    Surroundings {
        variable: &|name| std::env::var_os(name),
        program_folder: program.and_then(|path| path.parent().map(Path::to_path_buf)),
        system: std::env::consts::OS,
        can_write: &can_write_in,
    }
}

/// Beside the program first, so that a share can have a policy of its own. On
/// Windows the system's is in a folder that only administrators can write to: in
/// that of `ProgramData` everybody can make folders, and so a policy for others.
fn policies(surroundings: &Surroundings<'_>) -> Vec<PathBuf> {
    let system = match surroundings.system {
        // Programs of 32 bits find that of 64 bits under the first name.
        "windows" => ["ProgramW6432", "ProgramFiles"]
            .into_iter()
            .filter_map(surroundings.variable)
            .map(PathBuf::from)
            .find(|folder| folder.is_absolute())
            .map(|folder| folder.join("Probitas")),
        "macos" => Some(PathBuf::from("/Library/Application Support/Probitas")),
        _ => Some(PathBuf::from("/etc/probitas")),
    };
    let folders = surroundings.program_folder.iter().cloned().chain(system);
    folders.map(|folder| folder.join(POLICY)).collect()
}

/// Reads the policy of an organization: the first of these files that is
/// there, and what stands in it or why it cannot be read.
#[must_use]
pub fn read_policy(paths: &[PathBuf]) -> Option<(&Path, Result<String, StorageError>)> {
    let path = paths.iter().find(|path| exists(path))?;
    let read = read_limited(path, MAX_PREFERENCES_BYTES).and_then(|bytes| utf8(path, bytes));
    Some((path, read))
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
            can_write: &can_write_in,
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
        let none = places("linux", &[], None);
        assert_eq!((none.configuration, none.data), (None, None));
    }

    #[cfg(unix)]
    #[test]
    fn a_policy_is_looked_for_beside_the_program_and_then_in_the_system() {
        let program = Some(Path::new("/opt/probitas"));
        let paths = |system, variables| places(system, variables, program).policies;
        let beside = PathBuf::from("/opt/probitas/probitas-policy.json");
        for (system, variables, second) in [
            ("linux", &[][..], "/etc/probitas"),
            ("macos", &[], "/Library/Application Support/Probitas"),
            ("windows", &[("ProgramFiles", "/c/P")], "/c/P/Probitas"),
            (
                "windows",
                &[("ProgramFiles", "/c/P86"), ("ProgramW6432", "/c/P")],
                "/c/P/Probitas",
            ),
            (
                "windows",
                &[("ProgramFiles", "/c/P"), ("ProgramW6432", "P")],
                "/c/P/Probitas",
            ),
        ] {
            let second = Path::new(second).join("probitas-policy.json");
            assert_eq!(paths(system, variables), [beside.clone(), second]);
        }
        // Where everybody can make folders, nothing is read.
        for variables in [&[("ProgramFiles", "P")], &[("PROGRAMDATA", "/c/Data")]] {
            assert_eq!(paths("windows", variables), std::slice::from_ref(&beside));
        }
    }

    #[test]
    fn the_first_policy_that_is_there_counts_also_where_it_cannot_be_read() {
        let folder = tempfile::tempdir().unwrap();
        let [first, second] = ["a", "b"].map(|name| folder.path().join(name));
        let paths = [first.clone(), second.clone()];
        assert!(read_policy(&paths).is_none());
        write_new(&second, b"{}", false).unwrap();
        assert_eq!(read_policy(&paths).unwrap().1.unwrap(), "{}");
        create_folder(&first).unwrap();
        let (path, read) = read_policy(&paths).unwrap();
        assert_eq!(path, first);
        assert!(matches!(read, Err(StorageError::IsAFolder { .. })));
    }

    #[test]
    fn flag_in_a_place_that_cannot_be_written_leads_to_the_folders_of_the_person() {
        let folder = tempfile::tempdir().unwrap();
        write_new(&folder.path().join(PORTABLE_FLAG), b"", false).unwrap();
        // As on a share that is read only, nothing can be kept in this folder.
        let beside = folder.path().join(PORTABLE_FOLDER);
        write_new(&beside, b"", false).unwrap();
        let home = folder.path().join("home");
        let variables = [("HOME", home.to_str().unwrap())];
        let found = places("linux", &variables, Some(folder.path()));
        assert!(found.preferences().unwrap().starts_with(&home));
        assert!(found.recovery().unwrap().starts_with(&home));
        let to_begin_with = found.preferences_to_begin_with().unwrap();
        assert_eq!(to_begin_with, beside.join(PREFERENCES));
        assert_eq!(found.portable, Portable::ReadOnly(beside));
    }

    #[test]
    fn flag_beside_the_program_keeps_everything_there() {
        let folder = tempfile::tempdir().unwrap();
        // A folder of this system: what is absolute elsewhere is not on Windows.
        let home = tempfile::tempdir().unwrap();
        let variables = [("HOME", home.path().to_str().unwrap())];
        let elsewhere = places("linux", &variables, Some(folder.path()));
        assert!(!elsewhere.preferences().unwrap().starts_with(folder.path()));
        write_new(&folder.path().join(PORTABLE_FLAG), b"", false).unwrap();
        let here = places("linux", &variables, Some(folder.path()));
        assert_eq!(here.portable, Portable::BesideProgram);
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
