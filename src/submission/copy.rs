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

#[cfg(test)]
mod tests {
    use super::{CopyFault, HandedIn, MAX_FILE_BYTES, attached};
    use lopdf::{Document, Object, ObjectId, Stream, dictionary};

    const JSON: &[u8] = br#"{"format":"probitas-submission/1"}"#;

    fn embed(document: &mut Document, content: &[u8], compressed: bool) -> ObjectId {
        let mut stream = Stream::new(dictionary! { "Type" => "EmbeddedFile" }, content.to_vec());
        if compressed {
            stream.compress().unwrap();
        }
        document.add_object(stream)
    }

    fn describe(document: &mut Document, files: [ObjectId; 2], relationship: &str) -> ObjectId {
        let [old, new] = files;
        document.add_object(dictionary! {
            "Type" => "Filespec",
            "AFRelationship" => relationship,
            "EF" => dictionary! { "F" => old, "UF" => new },
        })
    }

    fn pdf(make: impl FnOnce(&mut Document) -> Vec<ObjectId>) -> Vec<u8> {
        let mut document = Document::with_version("1.7");
        let files: Vec<Object> = make(&mut document).into_iter().map(Object::from).collect();
        let pages = document.add_object(dictionary! {
            "Type" => "Pages", "Kids" => Vec::<Object>::new(), "Count" => 0,
        });
        let catalog = dictionary! { "Type" => "Catalog", "Pages" => pages, "AF" => files };
        let catalog = document.add_object(catalog);
        document.trailer.set("Root", catalog);
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).unwrap();
        bytes
    }

    fn with_one(compressed: bool) -> Vec<u8> {
        pdf(|document| {
            let file = embed(document, JSON, compressed);
            vec![describe(document, [file, file], "Source")]
        })
    }

    #[test]
    fn the_one_source_is_taken_out_compressed_or_not() {
        for compressed in [false, true] {
            assert_eq!(attached(&with_one(compressed)).as_deref(), Ok(JSON));
        }
        let handed_in = with_one(false);
        let handed_in = HandedIn::of(&handed_in).unwrap();
        assert!(handed_in.in_pdf);
        assert_eq!(handed_in.submission.as_ref(), JSON);
        assert!(!HandedIn::of(JSON).unwrap().in_pdf);
    }

    #[test]
    fn other_attachments_do_not_count() {
        let other = pdf(|document| {
            let file = embed(document, JSON, false);
            vec![describe(document, [file, file], "Data")]
        });
        assert_eq!(attached(&other), Err(CopyFault::Empty));
    }

    #[test]
    fn two_sources_are_one_too_many_wherever_they_stand() {
        let two = pdf(|document| {
            let file = embed(document, JSON, false);
            let other = embed(document, b"{}", false);
            let first = describe(document, [file, file], "Source");
            // The second one hides: the catalogue does not name it.
            describe(document, [other, other], "Source");
            vec![first]
        });
        assert_eq!(attached(&two), Err(CopyFault::Several));
        let ambiguous = pdf(|document| {
            let file = embed(document, JSON, false);
            let other = embed(document, b"{}", false);
            vec![describe(document, [file, other], "Source")]
        });
        assert_eq!(attached(&ambiguous), Err(CopyFault::Several));
    }

    #[test]
    fn a_file_that_swells_beyond_the_limit_is_not_unpacked() {
        let bomb = pdf(|document| {
            let file = embed(document, &vec![b' '; MAX_FILE_BYTES + 1], true);
            vec![describe(document, [file, file], "Source")]
        });
        assert!(bomb.len() < 100_000, "{}", bomb.len());
        assert_eq!(attached(&bomb), Err(CopyFault::TooLarge));
    }

    #[test]
    fn damaged_files_are_refused_without_a_crash() {
        let good = with_one(true);
        for place in 0..good.len() {
            for byte in [0, b'9', b'<', 0xff] {
                let mut damaged = good.clone();
                damaged[place] = byte;
                let _outcome = attached(&damaged);
            }
            assert!(attached(&good[..place]).is_err() || place + 8 > good.len());
        }
    }
}
