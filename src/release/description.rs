//! What the makers say of a release: `probitas-release.json`.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Deserialize;

use super::Version;
use crate::i18n::{Localized, Message, MessagePair, update as messages};
use crate::response::hex;
use crate::text::allowed_char;

/// The name of the format without its minor version: a program of today reads
/// what one of tomorrow is described with.
const FORMAT: &str = "probitas-release/1.";
const NAME: &str = "probitas-release/";
/// No release has more files.
const MAX_FILES: usize = 200;
/// No file of a release is larger: 4 GiB.
const MAX_SIZE_BYTES: u64 = 4 * 1024 * 1024 * 1024;
/// No language has more points, and no point is longer, in characters.
const MAX_POINTS: usize = 100;
const MAX_POINT_CHARS: usize = 1000;
const MAX_NAME_BYTES: usize = 200;

/// What the makers say of a release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Description {
    /// Its version.
    pub version: Version,
    /// When it was made.
    pub date: NaiveDate,
    /// What is new, point by point; the languages may have different numbers.
    pub whats_new: Localized<Vec<String>>,
    /// Its files.
    pub files: Vec<ListedFile>,
}

/// A file of a release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedFile {
    /// Its name, which leads nowhere but into the folder of the description.
    pub name: String,
    /// The SHA-256 of its content.
    pub sha256: [u8; 32],
    /// Its size in bytes, at most 4 GiB.
    pub size_bytes: u64,
}

/// Why a description cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DescriptionError {
    /// It is no JSON, or not in the form of a description.
    #[error("no description at line {line}")]
    Form {
        /// The line, from 1.
        line: usize,
    },
    /// It does not say that it is a description of a release.
    #[error("another format")]
    OtherFormat,
    /// It is one of a later major version.
    #[error("a newer format")]
    TooNew(String),
    /// A member has a value that cannot be.
    #[error("bad value of {0}")]
    BadValue(&'static str),
    /// A name of a file leads elsewhere, or is one that some system refuses.
    #[error("bad name of a file")]
    BadName(String),
    /// Two files have the same name.
    #[error("two files of one name")]
    NameTwice(String),
}

#[derive(Deserialize)]
struct Format {
    format: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Written {
    version: String,
    date: String,
    whats_new: WrittenPoints,
    files: Vec<WrittenFile>,
}

#[derive(Deserialize)]
struct WrittenPoints {
    en: Vec<String>,
    fr: Vec<String>,
}

#[derive(Deserialize)]
struct WrittenFile {
    name: String,
    sha256: String,
    size: u64,
}

impl Description {
    /// Reads a description. Members that this version does not know are of no
    /// interest to it.
    ///
    /// # Errors
    /// Where it is none, is of a later major version, or says what cannot be.
    pub fn from_json(bytes: &[u8]) -> Result<Self, DescriptionError> {
        let form = |error: serde_json::Error| DescriptionError::Form { line: error.line() };
        let Format { format } = serde_json::from_slice(bytes).map_err(form)?;
        if !format.starts_with(FORMAT) {
            return Err(if format.starts_with(NAME) {
                DescriptionError::TooNew(shown(&format))
            } else {
                DescriptionError::OtherFormat
            });
        }
        let written: Written = serde_json::from_slice(bytes).map_err(form)?;
        let version = Version::read(&written.version);
        let date = NaiveDate::parse_from_str(&written.date, "%Y-%m-%d").ok();
        let date = date.filter(|date| date.to_string() == written.date);
        Ok(Description {
            version: version.ok_or(DescriptionError::BadValue("version"))?,
            date: date.ok_or(DescriptionError::BadValue("date"))?,
            whats_new: Localized {
                en: points(written.whats_new.en)?,
                fr: points(written.whats_new.fr)?,
            },
            files: files(written.files)?,
        })
    }
}

fn points(points: Vec<String>) -> Result<Vec<String>, DescriptionError> {
    let is_plain = |point: &String| {
        let is_short = point.chars().count() <= MAX_POINT_CHARS;
        is_short && point.chars().all(|c| allowed_char(c) && !c.is_control())
    };
    let good = points.len() <= MAX_POINTS && points.iter().all(is_plain);
    good.then_some(points)
        .ok_or(DescriptionError::BadValue("whatsNew"))
}

fn files(written: Vec<WrittenFile>) -> Result<Vec<ListedFile>, DescriptionError> {
    if written.is_empty() || written.len() > MAX_FILES {
        return Err(DescriptionError::BadValue("files"));
    }
    let mut names = BTreeSet::new();
    let mut files = Vec::with_capacity(written.len());
    for file in written {
        if !is_plain_name(&file.name) {
            return Err(DescriptionError::BadName(shown(&file.name)));
        }
        // Some systems take them for the same file.
        if !names.insert(file.name.to_ascii_lowercase()) {
            return Err(DescriptionError::NameTwice(file.name));
        }
        if file.size > MAX_SIZE_BYTES {
            return Err(DescriptionError::BadValue("size"));
        }
        files.push(ListedFile {
            name: file.name,
            sha256: digest(&file.sha256).ok_or(DescriptionError::BadValue("sha256"))?,
            size_bytes: file.size,
        });
    }
    Ok(files)
}

/// Whether a name is one on every system, and leads into no other folder: of
/// letters, digits and `-_.~+`, neither hidden nor one of Windows' devices.
fn is_plain_name(name: &str) -> bool {
    const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~+".contains(&byte);
    let stem = name.split('.').next().unwrap_or_default();
    let stem = stem.trim_end_matches(|c: char| c.is_ascii_digit());
    !name.is_empty()
        && name.len() <= MAX_NAME_BYTES
        && name.bytes().all(is_plain)
        && !name.starts_with(['.', '-', '~'])
        && !name.ends_with('.')
        && !DEVICES.contains(&stem.to_ascii_lowercase().as_str())
}

/// 64 hexadecimal digits in small letters.
fn digest(text: &str) -> Option<[u8; 32]> {
    let mut digest = [0; 32];
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    for (index, byte) in digest.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(2 * index..2 * index + 2)?, 16).ok()?;
    }
    (hex(&digest) == text).then_some(digest)
}

/// As much of a text from the file, which may be anything, as helps to find it.
fn shown(text: &str) -> String {
    let visible = text.chars().filter(|c| allowed_char(*c) && !c.is_control());
    visible.take(60).collect()
}

impl DescriptionError {
    /// What is wrong, and what to do.
    #[must_use]
    pub fn message(&self) -> MessagePair {
        MessagePair::new(self.problem(), messages::hint_update_description())
    }

    fn problem(&self) -> Message {
        match self {
            DescriptionError::Form { line } => messages::err_update_form(*line),
            DescriptionError::OtherFormat => messages::err_update_format(),
            DescriptionError::TooNew(format) => messages::err_update_too_new(format.as_str()),
            DescriptionError::BadValue(name) => messages::err_update_value(*name),
            DescriptionError::BadName(name) => messages::err_update_name(name.as_str()),
            DescriptionError::NameTwice(name) => messages::err_update_twice(name.as_str()),
        }
    }
}
