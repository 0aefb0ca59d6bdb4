//! PDFs that are kept only so that the system's programs can print them.

use std::fs;
use std::path::{Path, PathBuf};

use super::StorageError;
use super::write::{create_folder, write_secret};

/// How many files of one name may be waiting for a printer.
const MOST: usize = 1000;

/// Keeps a PDF for printing, readable by nobody else. A program may still hold
/// the file that was printed before, so that each has a name of its own.
///
/// # Errors
/// Where it cannot be written.
pub fn keep_printout(folder: &Path, name: &str, bytes: &[u8]) -> Result<PathBuf, StorageError> {
    create_folder(folder)?;
    let name = Path::new(name);
    let stem = name.file_stem().unwrap_or_default().to_string_lossy();
    let mut path = folder.join(name);
    for number in 2..=MOST {
        match write_secret(&path, bytes) {
            Err(StorageError::Exists { .. }) => {
                path = folder.join(format!("{stem}-{number}.pdf"));
            }
            Err(error) => return Err(error),
            Ok(()) => return Ok(path),
        }
    }
    Err(StorageError::Exists { path })
}

/// Removes every PDF that was kept for printing. What another program holds
/// open stays until the next time.
pub fn clear_printouts(folder: &Path) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let paths = entries.map(|entry| entry.path());
    for path in paths.filter(|path| path.extension().is_some_and(|ending| ending == "pdf")) {
        fs::remove_file(path).unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn printouts_never_replace_each_other_and_are_all_removed() {
        let folder = tempfile::tempdir().unwrap();
        let inside = folder.path().join("printouts");
        let paths: Vec<PathBuf> = ["one", "two", "three"]
            .iter()
            .map(|text| keep_printout(&inside, "a.pdf", text.as_bytes()).unwrap())
            .collect();
        assert_eq!(fs::read(&paths[0]).unwrap(), b"one");
        assert_eq!(paths[1], inside.join("a-2.pdf"));
        assert_eq!(fs::read(&paths[2]).unwrap(), b"three");
        let other = inside.join("kept.txt");
        fs::File::create(&other).unwrap();
        clear_printouts(&inside);
        assert!(other.exists() && paths.iter().all(|path| !path.exists()));
        // A folder that is not there has nothing in it.
        clear_printouts(&folder.path().join("none"));
    }
}
