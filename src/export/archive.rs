//! Several outputs in one ZIP archive, for gateways that stop other files.
//!
//! The same files give the same bytes: stored as they are, since a PDF is
//! compressed already, and dated by what the files were made from.

use std::io::{Cursor, Read, Write};

use chrono::{DateTime, Datelike, FixedOffset, Timelike};
use zip::result::ZipError;
use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, ZipArchive};

use super::outputs::Output;

/// An archive of these files, in their order.
///
/// # Errors
/// Where the files are too many or too large for an archive.
pub fn write(files: &[Output], modified_at: DateTime<FixedOffset>) -> Result<Vec<u8>, ZipError> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(date(modified_at))
        .unix_permissions(0o644);
    for file in files {
        writer.start_file(file.name.as_str(), options)?;
        writer.write_all(&file.bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}

/// Whether an archive holds exactly these files, each as it is.
#[must_use]
pub fn holds(archive: &[u8], files: &[Output]) -> bool {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(archive)) else {
        return false;
    };
    archive.len() == files.len()
        && files.iter().all(|file| {
            let Ok(mut entry) = archive.by_name(&file.name) else {
                return false;
            };
            let mut bytes = Vec::new();
            // Reading to the end compares the check sum too.
            entry.read_to_end(&mut bytes).is_ok() && bytes == file.bytes
        })
}

/// Dates of an archive begin with 1980 and know no zone; any other is none.
fn date(time: DateTime<FixedOffset>) -> zip::DateTime {
    let small = |number: u32| u8::try_from(number).unwrap_or_default();
    let year = u16::try_from(time.year()).unwrap_or_default();
    zip::DateTime::from_date_and_time(
        year,
        small(time.month()),
        small(time.day()),
        small(time.hour()),
        small(time.minute()),
        small(time.second()),
    )
    .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::name::OutputKind;

    fn files() -> Vec<Output> {
        let file = |kind, name: &str, bytes: &[u8]| Output {
            kind,
            name: name.to_owned(),
            bytes: bytes.to_vec(),
        };
        vec![
            file(OutputKind::Json, "a.json", b"{}\n"),
            file(OutputKind::Pdf, "a.pdf", &[0, 255, 10]),
        ]
    }

    fn time() -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339("2024-11-15T09:00:02-05:00").unwrap()
    }

    #[test]
    fn an_archive_holds_its_files_and_the_same_files_give_the_same_bytes() {
        let archive = write(&files(), time()).unwrap();
        assert!(holds(&archive, &files()));
        assert_eq!(archive, write(&files(), time()).unwrap());
        let mut opened = ZipArchive::new(Cursor::new(archive)).unwrap();
        let entry = opened.by_name("a.json").unwrap();
        let modified = entry.last_modified().unwrap();
        assert_eq!((modified.year(), modified.second()), (2024, 2));
    }

    #[test]
    fn a_changed_or_missing_file_is_noticed() {
        let archive = write(&files(), time()).unwrap();
        let mut other = files();
        other[1].bytes[0] = 1;
        assert!(!holds(&archive, &other));
        assert!(!holds(&archive, &files()[..1]));
        let mut damaged = archive.clone();
        let at = archive.windows(3).position(|bytes| bytes == b"{}\n");
        damaged[at.unwrap()] = b'[';
        assert!(!holds(&damaged, &files()));
        assert!(!holds(&archive[1..], &files()));
    }

    #[test]
    fn a_time_that_no_archive_can_hold_does_no_harm() {
        assert!(write(&files(), DateTime::UNIX_EPOCH.fixed_offset()).is_ok());
    }
}
