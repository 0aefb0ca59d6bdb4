//! A PDF that was made from a submission carries it inside: the copy leads back
//! to the original. What the pages show is never read.

use super::file::MAX_FILE_BYTES;
use super::verify::{Reason, Rule, Verification};
use lopdf::{Dictionary, Document, LoadOptions, Object, Stream};
use std::borrow::Cow;

/// How large a PDF may be: 32 MiB.
pub const MAX_PDF_BYTES: usize = 32 * 1024 * 1024;

/// Why no submission was taken out of a PDF.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum CopyFault {
    /// The PDF is damaged.
    #[error("PDF cannot be read")]
    Unreadable,
    /// It is encrypted.
    #[error("PDF is encrypted")]
    Encrypted,
    /// No submission is attached to it.
    #[error("no submission in the PDF")]
    Empty,
    /// More than one file is attached as its source.
    #[error("several submissions in the PDF")]
    Several,
    /// What is attached is larger than a submission may be.
    #[error("attached file is too large")]
    TooLarge,
}

/// A file that was handed in, as it can be verified.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HandedIn<'file> {
    /// The submission.
    pub submission: Cow<'file, [u8]>,
    /// Whether it was attached to a PDF.
    pub in_pdf: bool,
}

impl<'file> HandedIn<'file> {
    /// The submission in a file: the file itself, or what a PDF carries.
    ///
    /// # Errors
    /// As the outcome of verifying, where it is a PDF from which no submission
    /// can be taken.
    pub fn of(file: &'file [u8]) -> Result<Self, Verification> {
        if !is_pdf(file) {
            return Ok(Self {
                submission: Cow::Borrowed(file),
                in_pdf: false,
            });
        }
        match attached(file) {
            Ok(submission) => Ok(Self {
                submission: Cow::Owned(submission),
                in_pdf: true,
            }),
            Err(fault) => Err(Verification::NotVerified(vec![Reason::of_file(
                Rule::Copy(fault),
            )])),
        }
    }
}

/// Whether a file begins as a PDF does.
#[must_use]
pub fn is_pdf(file: &[u8]) -> bool {
    file.starts_with(b"%PDF-")
}

/// The one file that is attached to a PDF as its source (ISO 19005-3,
/// annex E).
///
/// # Errors
/// Where the PDF cannot be read, or has not exactly one such file.
pub fn attached(pdf: &[u8]) -> Result<Vec<u8>, CopyFault> {
    if pdf.len() > MAX_PDF_BYTES {
        return Err(CopyFault::TooLarge);
    }
    let options = LoadOptions {
        max_decompressed_size: Some(MAX_PDF_BYTES),
        ..LoadOptions::default()
    };
    let document =
        Document::load_mem_with_options(pdf, options).map_err(|_damaged| CopyFault::Unreadable)?;
    if document.is_encrypted() || document.was_encrypted() {
        return Err(CopyFault::Encrypted);
    }
    // In the whole file, so that no second one hides where readers do not look.
    let mut sources = document
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok())
        .filter(|dictionary| is_source(dictionary));
    let source = sources.next().ok_or(CopyFault::Empty)?;
    if sources.next().is_some() {
        return Err(CopyFault::Several);
    }
    let stream = embedded(&document, source)?;
    // It is stored as it is, or compressed.
    stream
        .get_plain_content_with_limit(MAX_FILE_BYTES)
        .map_err(|_too_large_or_damaged| CopyFault::TooLarge)
}

fn is_source(dictionary: &Dictionary) -> bool {
    let relationship = dictionary.get(b"AFRelationship").and_then(Object::as_name);
    dictionary.has(b"EF") && relationship.is_ok_and(|name| name == b"Source")
}

/// The stream behind a description of a file. Where it names several, for old
/// readers and new ones, they must be the same.
fn embedded<'pdf>(
    document: &'pdf Document,
    description: &'pdf Dictionary,
) -> Result<&'pdf Stream, CopyFault> {
    let damaged = |_error| CopyFault::Unreadable;
    let files = description.get(b"EF").map_err(damaged)?;
    let (_, files) = document.dereference(files).map_err(damaged)?;
    let files = files.as_dict().map_err(damaged)?;
    let mut targets = files.iter().map(|(_, target)| target);
    let first = targets.next().ok_or(CopyFault::Empty)?;
    if targets.any(|target| target != first) {
        return Err(CopyFault::Several);
    }
    let (_, object) = document.dereference(first).map_err(damaged)?;
    object.as_stream().map_err(damaged)
}
