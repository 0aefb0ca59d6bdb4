//! A PDF that was made from a submission carries it inside: the copy leads back
//! to the original. What the pages show is never read.

use super::file::MAX_FILE_BYTES;
use super::verify::{Reason, Rule, Verification};
use flate2::read::ZlibDecoder;
use memchr::memmem;
use std::borrow::Cow;
use std::io::Read as _;

/// How large a PDF may be, and all that is unpacked of it: 32 MiB.
pub const MAX_PDF_BYTES: usize = 32 * 1024 * 1024;

/// What begins the content of a stream, before the end of the line.
const KEYWORD: &[u8] = b"stream";

/// What ends the content of a stream.
const END: &[u8] = b"\nendstream";

/// How much of each stream is unpacked to see what it holds.
const LOOK_BYTES: usize = 1024;

/// Why no submission was taken out of a PDF.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum CopyFault {
    /// It ends in the middle, or what is attached is damaged.
    #[error("PDF cannot be read")]
    Unreadable,
    /// It is encrypted.
    #[error("PDF is encrypted")]
    Encrypted,
    /// No submission is attached to it.
    #[error("no submission in the PDF")]
    Empty,
    /// More than one submission is attached to it.
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

/// The one submission that a PDF carries.
///
/// A PDF that somebody hands in may be made to harm whoever reads it. So this
/// looks at its streams alone, which stand in the file one after another
/// (ISO 32000-1, 7.3.8), and follows nothing: no table, no reference, no page.
/// A stream counts if it holds a submission, as it is or compressed with
/// `FlateDecode`; other filters are not undone. One that no catalogue names is
/// found too. What is unpacked or looked through is limited, in each stream and
/// in all.
///
/// # Errors
/// Where there is not exactly one, or it cannot be unpacked.
pub fn attached(pdf: &[u8]) -> Result<Vec<u8>, CopyFault> {
    if pdf.len() > MAX_PDF_BYTES {
        return Err(CopyFault::TooLarge);
    }
    let mut found = None;
    let mut left_bytes = MAX_PDF_BYTES;
    for place in memmem::find_iter(pdf, KEYWORD) {
        let Some(content) = content(pdf, place) else {
            continue;
        };
        let Some(submission) = submission(content, &mut left_bytes)? else {
            continue;
        };
        if found.replace(submission).is_some() {
            return Err(CopyFault::Several);
        }
    }
    found.ok_or_else(|| {
        if memmem::find(pdf, b"/Encrypt").is_some() {
            CopyFault::Encrypted
        } else if is_whole(pdf) {
            CopyFault::Empty
        } else {
            CopyFault::Unreadable
        }
    })
}

/// Whether it ends as a PDF does, give or take what some programs add
/// (ISO 32000-1, annex H, note 18).
fn is_whole(pdf: &[u8]) -> bool {
    let end = pdf.len().saturating_sub(LOOK_BYTES);
    let end = pdf.get(end..).unwrap_or_default();
    memmem::find(end, b"%%EOF").is_some()
}

/// What stands behind the keyword and its end of line.
fn content(pdf: &[u8], place: usize) -> Option<&[u8]> {
    let behind = pdf.get(place + KEYWORD.len()..)?;
    let line = behind.strip_prefix(b"\r").unwrap_or(behind);
    line.strip_prefix(b"\n")
}

/// The submission in a stream, if it holds one.
fn submission(content: &[u8], left_bytes: &mut usize) -> Result<Option<Vec<u8>>, CopyFault> {
    let spent = |left: usize, bytes: usize| left.checked_sub(bytes).ok_or(CopyFault::TooLarge);
    if begins_an_object(content) {
        // No line breaks stand inside strings of JSON.
        let longest = MAX_FILE_BYTES + 1 + END.len();
        let near = content.get(..longest).unwrap_or(content);
        let end = memmem::find(near, END);
        let stored = near.get(..end.unwrap_or(near.len())).unwrap_or_default();
        *left_bytes = spent(*left_bytes, stored.len())?;
        let stored = stored.strip_suffix(b"\r").unwrap_or(stored);
        return match is_submission(stored) {
            true if stored.len() > MAX_FILE_BYTES => Err(CopyFault::TooLarge),
            true if end.is_some() => Ok(Some(stored.to_vec())),
            _ => Ok(None),
        };
    }
    if !begins_zlib(content) {
        return Ok(None);
    }
    *left_bytes = spent(*left_bytes, LOOK_BYTES)?;
    let mut decoder = ZlibDecoder::new(content);
    let mut unpacked = Vec::new();
    let mut look = decoder.by_ref().take(to_u64(LOOK_BYTES));
    let looked = look.read_to_end(&mut unpacked);
    if !begins_an_object(&unpacked) {
        return Ok(None);
    }
    let rest = to_u64(MAX_FILE_BYTES + 1 - LOOK_BYTES);
    let read = looked.and_then(|_bytes| decoder.take(rest).read_to_end(&mut unpacked));
    *left_bytes = spent(*left_bytes, unpacked.len())?;
    match (is_submission(&unpacked), read) {
        (false, _) => Ok(None),
        (true, Err(_)) => Err(CopyFault::Unreadable),
        (true, Ok(_)) if unpacked.len() > MAX_FILE_BYTES => Err(CopyFault::TooLarge),
        (true, Ok(_)) => Ok(Some(unpacked)),
    }
}

fn begins_an_object(content: &[u8]) -> bool {
    content.trim_ascii_start().starts_with(b"{")
}

/// Whether this may be a stream of zlib (RFC 1950, 2.2).
fn begins_zlib(content: &[u8]) -> bool {
    let Some([method, flags]) = content.first_chunk() else {
        return false;
    };
    method & 0x0f == 8 && u16::from_be_bytes([*method, *flags]).is_multiple_of(31)
}

/// Whether it says so of itself; what it is, verifying tells.
fn is_submission(content: &[u8]) -> bool {
    memmem::find(content, b"probitas-submission/").is_some()
}

fn to_u64(bytes: usize) -> u64 {
    u64::try_from(bytes).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::{CopyFault, HandedIn, MAX_FILE_BYTES, attached};
    use lopdf::{Document, Object, ObjectId, Stream, dictionary};

    // Long enough to be shorter once it is compressed.
    const JSON: &[u8] =
        br#"{"format":"probitas-submission/1","text":"all all all all all all all all all all all all all all all all all all all all all all all all all all all all all all"}"#;

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
            let file = embed(document, b"{\"format\":\"probitas-receipt/1\"}", true);
            let text = embed(document, b"probitas-submission/1", true);
            vec![
                describe(document, [file, file], "Source"),
                describe(document, [text, text], "Source"),
            ]
        });
        assert_eq!(attached(&other), Err(CopyFault::Empty));
    }

    #[test]
    fn two_submissions_are_one_too_many_wherever_they_stand() {
        let two = pdf(|document| {
            let file = embed(document, JSON, false);
            // The second one hides: nothing leads to it.
            embed(document, JSON, true);
            vec![describe(document, [file, file], "Source")]
        });
        assert_eq!(attached(&two), Err(CopyFault::Several));
        // Old readers would show one, new ones the other.
        let ambiguous = pdf(|document| {
            let file = embed(document, JSON, false);
            let other = embed(document, JSON, false);
            vec![describe(document, [file, other], "Source")]
        });
        assert_eq!(attached(&ambiguous), Err(CopyFault::Several));
    }

    #[test]
    fn an_encrypted_pdf_is_told_as_one() {
        let mut bytes = pdf(|_| Vec::new());
        bytes.extend_from_slice(b"trailer<</Encrypt 5 0 R>>");
        assert_eq!(attached(&bytes), Err(CopyFault::Encrypted));
    }

    #[test]
    fn what_swells_beyond_the_limit_is_not_unpacked() {
        let swollen = |count: usize, head: &[u8]| {
            let mut content = head.to_vec();
            content.resize(MAX_FILE_BYTES + 1, b' ');
            pdf(|document| {
                let files = (0..count).map(|_| embed(document, &content, true));
                let files: Vec<ObjectId> = files.collect();
                let described = files.iter().map(|file| [*file, *file]);
                described
                    .map(|files| describe(document, files, "Source"))
                    .collect()
            })
        };
        let bomb = swollen(1, JSON);
        assert!(bomb.len() < 100_000, "{}", bomb.len());
        assert_eq!(attached(&bomb), Err(CopyFault::TooLarge));
        // One that is no submission is passed over, but not any number of them.
        assert_eq!(attached(&swollen(1, b"{")), Err(CopyFault::Empty));
        assert_eq!(attached(&swollen(9, b"{")), Err(CopyFault::TooLarge));
    }

    /// Each would be looked through to the end of the file, again and again.
    #[test]
    fn streams_without_an_end_are_looked_through_up_to_a_limit() {
        let mut unending = b"%PDF-1.7\n".to_vec();
        unending.extend_from_slice(&b"stream\n{ ".repeat(3_000_000));
        for ending in [&b""[..], b"\nendstream\n%%EOF"] {
            unending.extend_from_slice(ending);
            assert_eq!(attached(&unending), Err(CopyFault::TooLarge));
        }
        // One is no harm to what else is there.
        let mut with_one = with_one(false);
        with_one.extend_from_slice(b"stream\n{");
        assert_eq!(attached(&with_one).as_deref(), Ok(JSON));
    }

    /// Such a width made a reader of PDFs ask for more memory than there is.
    #[test]
    fn tables_that_would_exhaust_a_reader_are_not_read() {
        let table = b"%PDF-1.7\n1 0 obj<</Type/XRef/Size 1/W[49007199254740993 2 1]/Index[0 9007199254740993]/Length 4>>stream\n\0\0\0\0\nendstream endobj\nstartxref\n9\n%%EOF";
        assert_eq!(attached(table), Err(CopyFault::Empty));
    }

    #[test]
    fn damaged_files_are_refused_without_a_crash() {
        let good = with_one(true);
        for place in 0..good.len() {
            for byte in [0, b'9', b'<', 0xff] {
                let mut damaged = good.clone();
                damaged[place] = byte;
                let found = attached(&damaged);
                assert!(found.is_err() || found.as_deref() == Ok(JSON), "{place}");
            }
            let cut = attached(&good[..place]);
            assert!(cut.is_err() || cut.as_deref() == Ok(JSON));
        }
    }
}
