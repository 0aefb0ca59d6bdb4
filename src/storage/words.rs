//! Files of words that a person added to a dictionary: text, a word on each line.

use std::path::Path;

use super::StorageError;
use super::read::{read_limited, utf8};
use super::write::{create_folder, write_new};

/// Some hundred thousand words.
const MAX_WORDS_BYTES: usize = 1024 * 1024;

/// Reads a file of words; an empty text where there is none.
///
/// # Errors
/// Where the file is there but cannot be read as a text.
pub fn read_words(path: &Path) -> Result<String, StorageError> {
    match read_limited(path, MAX_WORDS_BYTES).and_then(|bytes| utf8(path, bytes)) {
        Err(StorageError::NotFound { .. }) => Ok(String::new()),
        read => read,
    }
}

/// Adds a word to a file, which is made where it is missing. What else stands
/// there stays, whoever wrote it.
///
/// # Errors
/// Where the file cannot be read or written.
pub fn add_word(path: &Path, word: &str) -> Result<(), StorageError> {
    let mut text = read_words(path)?;
    if text.lines().any(|line| line.trim() == word) {
        return Ok(());
    }
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    text.push_str(word);
    text.push('\n');
    write(path, &text)
}

/// Empties a file of words.
///
/// # Errors
/// Where it cannot be written.
pub fn empty_words(path: &Path) -> Result<(), StorageError> {
    write(path, "")
}

fn write(path: &Path, text: &str) -> Result<(), StorageError> {
    if let Some(folder) = path.parent() {
        create_folder(folder)?;
    }
    write_new(path, text.as_bytes(), true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn word_is_added_once_and_what_stands_there_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new").join("words.txt");
        assert_eq!(read_words(&path).unwrap(), "");
        add_word(&path, "été").unwrap();
        write(&path, "# mine\nété").unwrap();
        add_word(&path, "été").unwrap();
        add_word(&path, "deux").unwrap();
        assert_eq!(read_words(&path).unwrap(), "# mine\nété\ndeux\n");
        empty_words(&path).unwrap();
        assert_eq!(read_words(&path).unwrap(), "");
    }

    #[test]
    fn file_that_is_no_text_is_neither_read_nor_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("words.txt");
        write_new(&path, &[0xFF, 0xFE], false).unwrap();
        assert!(read_words(&path).is_err());
        assert!(add_word(&path, "one").is_err());
    }
}
