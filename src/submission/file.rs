//! The file: how a record and its signatures are written, and how they are
//! cut out of a file without parsing it.

use super::canonical::{
    CanonicalBytes, CanonicalError, InString, compact, parse_reencoded, pretty,
};
use super::jws::{SignatureEntry, Signer, SigningError, sign};
use super::key::SigningKey;
use super::record::SealedRecord;
use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::json;

/// The value of `format`.
pub const FORMAT: &str = "probitas-submission/1";

/// How large a file may be: 4 MiB.
pub const MAX_FILE_BYTES: usize = 4 * 1024 * 1024;

/// How many signatures a file may have.
pub const MAX_SIGNATURES: usize = 8;

/// Whether a file says that it is a submission, of this version of the format
/// or of another. Nothing else about it is checked.
#[must_use]
pub fn is_submission(bytes: &[u8]) -> bool {
    const NAME: &str = "probitas-submission/";
    // A file that ends in the middle says it too.
    let head = format!(r#"{{"format":"{NAME}"#);
    if compact(bytes).starts_with(head.as_bytes()) {
        return true;
    }
    let value = parse_reencoded(bytes).ok();
    let format = value
        .as_ref()
        .and_then(|value| value.get("format")?.as_str());
    format.is_some_and(|format| format.starts_with(NAME))
}

/// A submission: a record and the signatures over it, in their order.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SubmissionFile {
    record: SealedRecord,
    signatures: Vec<SignatureEntry>,
}

impl SubmissionFile {
    /// A submission that nobody has signed.
    #[must_use]
    pub const fn unsigned(record: SealedRecord) -> Self {
        Self {
            record,
            signatures: Vec::new(),
        }
    }

    /// A submission with the signatures that were cut out of its file.
    pub(super) const fn of(record: SealedRecord, signatures: Vec<SignatureEntry>) -> Self {
        Self { record, signatures }
    }

    /// Adds a signature after those that are there.
    ///
    /// # Errors
    /// Where the name or the moment cannot be signed, or there is no room.
    pub fn sign(
        &mut self,
        key: &SigningKey,
        signer: &Signer,
        at: DateTime<Utc>,
    ) -> Result<(), SigningError> {
        if self.signatures.len() >= MAX_SIGNATURES {
            return Err(SigningError::TooMany);
        }
        let entry = sign(&self.record, key, signer, at, &self.signatures)?;
        self.signatures.push(entry);
        Ok(())
    }

    /// The record.
    #[must_use]
    pub const fn record(&self) -> &SealedRecord {
        &self.record
    }

    /// The signatures.
    #[must_use]
    pub fn signatures(&self) -> &[SignatureEntry] {
        &self.signatures
    }

    /// The file's content: the canonical form with white space put in, sorted
    /// names, LF, a final newline.
    ///
    /// # Errors
    /// Where the file would be larger than [`MAX_FILE_BYTES`].
    pub fn to_bytes(&self) -> Result<Vec<u8>, FileError> {
        written(FORMAT, &self.record.record(), &self.signatures)
    }
}

/// A file of this shape, laid out for reading.
pub(super) fn written<T: Serialize>(
    format: &str,
    record: &T,
    signatures: &[SignatureEntry],
) -> Result<Vec<u8>, FileError> {
    let file = json!({ "format": format, "record": record, "signatures": signatures });
    let bytes = pretty(CanonicalBytes::of(&file)?.as_bytes());
    if bytes.len() > MAX_FILE_BYTES {
        let size_bytes = bytes.len();
        return Err(FileError::TooLarge { size_bytes });
    }
    Ok(bytes)
}

/// Why a file could not be written.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// It would be larger than a file may be.
    #[error("submission of {size_bytes} bytes is too large")]
    TooLarge {
        /// How large it would be.
        size_bytes: usize,
    },
    /// It has no canonical form.
    #[error(transparent)]
    Canonical(#[from] CanonicalError),
}

/// The pieces of a file, cut out as text.
#[derive(Debug)]
pub(super) struct Pieces<'file> {
    /// The bytes of `record`, exactly as they stand there.
    pub(super) record: &'file [u8],
    /// The entries of `signatures`.
    pub(super) signatures: Vec<SignatureEntry>,
}

/// What is wrong with the shape of a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ShapeFault {
    /// It is not of this format.
    #[error("not a file of this format")]
    OtherFormat,
    /// It has not exactly `format`, `record` and `signatures`, in this order.
    #[error("not exactly format, record and signatures")]
    Members,
    /// An entry of `signatures` has not exactly `protected` and `signature`.
    #[error("signature entry of another shape")]
    SignatureEntry,
    /// There are more than [`MAX_SIGNATURES`].
    #[error("too many signatures")]
    TooManySignatures,
}

/// Cuts a submission without white space into its pieces, parsing nothing.
pub(super) fn cut(compact: &[u8]) -> Result<Pieces<'_>, ShapeFault> {
    cut_as(FORMAT, compact)
}

/// The same for any format of this shape.
pub(super) fn cut_as<'file>(
    format: &str,
    compact: &'file [u8],
) -> Result<Pieces<'file>, ShapeFault> {
    let head = format!(r#"{{"format":"{format}","record":"#);
    let rest = compact.strip_prefix(head.as_bytes()).ok_or_else(|| {
        let format = format!(r#""format":"{format}""#);
        let of_format = compact
            .windows(format.len())
            .any(|window| window == format.as_bytes());
        if of_format {
            ShapeFault::Members
        } else {
            ShapeFault::OtherFormat
        }
    })?;
    let length = object_length(rest).ok_or(ShapeFault::Members)?;
    let (record, rest) = rest.split_at_checked(length).ok_or(ShapeFault::Members)?;
    let entries = rest
        .strip_prefix(br#","signatures":["#)
        .and_then(|rest| rest.strip_suffix(b"]}"))
        .ok_or(ShapeFault::Members)?;
    Ok(Pieces {
        record,
        signatures: cut_entries(entries)?,
    })
}

/// How long the object is with which `text` begins.
fn object_length(text: &[u8]) -> Option<usize> {
    if text.first() != Some(&b'{') {
        return None;
    }
    let mut strings = InString::default();
    let mut depth = 0_usize;
    for (place, byte) in text.iter().enumerate() {
        if strings.step(*byte) {
            continue;
        }
        match byte {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.checked_sub(1)?,
            _ => {}
        }
        if depth == 0 {
            return Some(place + 1);
        }
    }
    None
}

/// Entries are plain base64url, so that no quotation mark can hide in them.
fn cut_entries(mut rest: &[u8]) -> Result<Vec<SignatureEntry>, ShapeFault> {
    let mut entries = Vec::new();
    while !rest.is_empty() {
        if entries.len() == MAX_SIGNATURES {
            return Err(ShapeFault::TooManySignatures);
        }
        if !entries.is_empty() {
            rest = after(rest, b",")?;
        }
        let (protected, tail) = quoted(after(rest, br#"{"protected":"#)?)?;
        let (signature, tail) = quoted(after(tail, br#","signature":"#)?)?;
        rest = after(tail, b"}")?;
        entries.push(SignatureEntry {
            protected,
            signature,
        });
    }
    Ok(entries)
}

fn after<'text>(text: &'text [u8], head: &[u8]) -> Result<&'text [u8], ShapeFault> {
    text.strip_prefix(head).ok_or(ShapeFault::SignatureEntry)
}

fn quoted(text: &[u8]) -> Result<(String, &[u8]), ShapeFault> {
    let text = after(text, b"\"")?;
    let end = text.iter().position(|byte| *byte == b'"');
    let (inside, rest) = end
        .and_then(|end| text.split_at_checked(end))
        .ok_or(ShapeFault::SignatureEntry)?;
    let symbol = |byte: u8| byte.is_ascii_graphic() && byte != b'\\';
    if !inside.iter().copied().all(symbol) {
        return Err(ShapeFault::SignatureEntry);
    }
    let inside = String::from_utf8_lossy(inside).into_owned();
    Ok((inside, after(rest, b"\"")?))
}

#[cfg(test)]
mod tests {
    use super::{FORMAT, ShapeFault, SubmissionFile, cut, is_submission};
    use crate::submission::canonical::{CanonicalBytes, compact};
    use crate::submission::record::{SealedRecord, example};

    fn file(rest: &str) -> String {
        format!(r#"{{"format":"{FORMAT}",{rest}}}"#)
    }

    fn fault(rest: &str) -> ShapeFault {
        cut(file(rest).as_bytes()).unwrap_err()
    }

    #[test]
    fn a_written_file_without_white_space_is_its_own_canonical_form() {
        let record = SealedRecord::new(example::record()).unwrap();
        let bytes = SubmissionFile::unsigned(record.clone()).to_bytes().unwrap();
        let value: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        let canonical = CanonicalBytes::of(&value).unwrap();
        assert_eq!(compact(&bytes), canonical.as_bytes());
        assert!(bytes.ends_with(b"}\n") && !bytes.contains(&b'\r'));
        assert_eq!(
            cut(canonical.as_bytes()).unwrap().record,
            record.bytes().as_bytes()
        );
    }

    #[test]
    fn a_submission_is_known_by_what_it_says() {
        let record = SealedRecord::new(example::record()).unwrap();
        let bytes = SubmissionFile::unsigned(record).to_bytes().unwrap();
        assert!(is_submission(&bytes) && is_submission(&bytes[..bytes.len() / 2]));
        assert!(is_submission(
            br#"{"record":1,"format":"probitas-submission/7"}"#
        ));
        for other in [
            r#"{"format":"probitas-draft/1.0"}"#,
            "",
            "[]",
            "{\"a\":\"probitas-submission/1\"}",
        ] {
            assert!(!is_submission(other.as_bytes()), "{other}");
        }
    }

    #[test]
    fn brackets_and_quotes_in_strings_do_not_end_the_record() {
        let text = file(r#""record":{"a":"}],\"signatures\":[{"},"signatures":[]"#);
        let pieces = cut(text.as_bytes()).unwrap();
        assert_eq!(pieces.record, br#"{"a":"}],\"signatures\":[{"}"#);
    }

    #[test]
    fn other_shapes_are_named() {
        assert_eq!(cut(b"{}").unwrap_err(), ShapeFault::OtherFormat);
        assert_eq!(cut(b"").unwrap_err(), ShapeFault::OtherFormat);
        for rest in [
            r#""record":[],"signatures":[]"#,
            r#""record":{},"signatures":[],"x":1"#,
            r#""record":{},"record":{},"signatures":[]"#,
            r#""record":{]"#,
            r#""record":{}"#,
            r#""signatures":[],"record":{}"#,
        ] {
            assert_eq!(fault(rest), ShapeFault::Members, "{rest}");
        }
        for entry in [
            r#"{"protected":"a"}"#,
            r#"{"protected":"a","signature":"b","header":{}}"#,
            r#"{"signature":"b","protected":"a"}"#,
            r#"{"protected":"a\u0041","signature":"b"}"#,
            r#"{"protected":"a","signature":"b"},"#,
            r#"{"protected":"a","signature":1}"#,
        ] {
            let rest = format!(r#""record":{{}},"signatures":[{entry}]"#);
            assert_eq!(fault(&rest), ShapeFault::SignatureEntry, "{entry}");
        }
        let nine = [r#"{"protected":"a","signature":"b"}"#; 9].join(",");
        let rest = format!(r#""record":{{}},"signatures":[{nine}]"#);
        assert_eq!(fault(&rest), ShapeFault::TooManySignatures);
    }
}
