//! Files shown and printed by the system's own programs.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::StorageError;

/// What the system is asked to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// A file, in the folder that it is in.
    InFolder(PathBuf),
    /// A file, with the program for its kind.
    Document(PathBuf),
    /// A PDF, on paper; see [`default_printer`].
    Printed {
        /// The file.
        path: PathBuf,
        /// The name under which the system knows the printer.
        printer: String,
    },
}

impl Shown {
    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        match self {
            Shown::InFolder(path) | Shown::Document(path) | Shown::Printed { path, .. } => path,
        }
    }
}

/// Asks the system to show a file, and waits until it took that over.
///
/// # Errors
/// Where the file is gone, or the system has no program for it.
pub fn show(shown: &Shown) -> Result<(), StorageError> {
    let path = shown.path();
    if !super::exists(path) {
        let path = path.to_path_buf();
        return Err(StorageError::NotFound { path });
    }
    let (program, arguments) = command(shown, std::env::consts::OS);
    let ended = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    let failed = |source| StorageError::Io {
        path: path.to_path_buf(),
        source,
    };
    // Explorer says 1 also where it did what it was asked for.
    let is_fine = ended.map_err(failed)?.success() || program == "explorer";
    is_fine
        .then_some(())
        .ok_or_else(|| failed(io::Error::other(program)))
}

/// The printer that the system prints on where nobody chooses one. Where the
/// system prints with CUPS it is known; elsewhere the viewer asks for one.
#[must_use]
pub fn default_printer() -> Option<String> {
    let mut question = Command::new("lpstat");
    // The answer is in the language of the system otherwise.
    question.arg("-d").env("LC_ALL", "C");
    answered_by(question)
}

fn answered_by(mut question: Command) -> Option<String> {
    let question = question.stdin(Stdio::null()).stderr(Stdio::null());
    let answer = question.output().ok()?;
    let text = String::from_utf8_lossy(&answer.stdout).into_owned();
    let mut names = text
        .lines()
        .filter_map(|line| line.strip_prefix("system default destination: "));
    names.next().map(|name| name.trim().to_owned())
}

/// The program and its arguments on a system.
fn command(shown: &Shown, system: &str) -> (&'static str, Vec<OsString>) {
    let whole = |path: &Path| path.as_os_str().to_owned();
    match (system, shown) {
        (_, Shown::Printed { path, printer }) => {
            let printer = printer.into();
            ("lp", vec!["-d".into(), printer, "--".into(), whole(path)])
        }
        ("windows", Shown::InFolder(path)) => {
            // Explorer takes its own argument apart: quotes may not stand around both.
            ("explorer", vec!["/select,".into(), whole(path)])
        }
        ("windows", Shown::Document(path)) => ("explorer", vec![whole(path)]),
        ("macos", Shown::InFolder(path)) => ("open", vec!["-R".into(), whole(path)]),
        ("macos", Shown::Document(path)) => ("open", vec![whole(path)]),
        (_, Shown::InFolder(path)) => {
            let folder = path.parent().filter(|folder| *folder != Path::new(""));
            ("xdg-open", vec![whole(folder.unwrap_or(Path::new(".")))])
        }
        (_, Shown::Document(path)) => ("xdg-open", vec![whole(path)]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_system_has_its_program() {
        let path = PathBuf::from("out").join("a b.pdf");
        let folder = Shown::InFolder(path.clone());
        let document = Shown::Document(path.clone());
        let line = |shown: &Shown, system: &str| {
            let (program, arguments) = command(shown, system);
            let arguments = arguments
                .into_iter()
                .map(|text| text.into_string().unwrap());
            (program, arguments.collect::<Vec<_>>())
        };
        let whole = path.to_str().unwrap().to_owned();
        assert_eq!(
            line(&folder, "windows"),
            ("explorer", vec!["/select,".to_owned(), whole.clone()])
        );
        assert_eq!(
            line(&folder, "macos"),
            ("open", vec!["-R".to_owned(), whole.clone()])
        );
        assert_eq!(line(&folder, "linux"), ("xdg-open", vec!["out".to_owned()]));
        assert_eq!(line(&document, "linux"), ("xdg-open", vec![whole.clone()]));
        let printed = Shown::Printed {
            path,
            printer: "Office".to_owned(),
        };
        let arguments = ["-d", "Office", "--", &whole].map(str::to_owned);
        assert_eq!(line(&printed, "macos"), ("lp", arguments.to_vec()));
    }

    #[cfg(unix)]
    #[test]
    fn default_printer_is_what_the_system_answers() {
        let answer = |text: &str| {
            let mut question = Command::new("echo");
            question.arg(text);
            answered_by(question)
        };
        let found = answer("system default destination: Office-2");
        assert_eq!(found, Some("Office-2".to_owned()));
        assert_eq!(answer("no system default destination"), None);
        assert_eq!(answered_by(Command::new("no-such-program-here")), None);
    }

    #[test]
    fn a_file_that_is_gone_is_told_and_nothing_is_started() {
        let folder = tempfile::tempdir().unwrap();
        let shown = Shown::Document(folder.path().join("gone.pdf"));
        let error = show(&shown).unwrap_err();
        assert!(matches!(error, StorageError::NotFound { .. }), "{error}");
    }
}
