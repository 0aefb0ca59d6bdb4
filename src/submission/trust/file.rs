//! The file of a trust list.

use super::list::{ListFault, TrustList, TrustListError};
use super::{TRUST_FORMAT, TrustRecord};
use crate::submission::canonical::{Compacted, parse_reencoded};
use crate::submission::file::{FileError, MAX_FILE_BYTES, MAX_SIGNATURES, Pieces, ShapeFault};
use crate::submission::file::{cut_as, written};
use crate::submission::jws::{SignatureEntry, SigningError, TRUST_TYP, sign_as_agency};
use crate::submission::key::SigningKey;
use crate::submission::verify::{Reason, Rule};
use chrono::{DateTime, Utc};

/// Whether a file calls itself a trust list. Nothing else of it is checked.
#[must_use]
pub fn is_trust_list(file: &[u8]) -> bool {
    #[derive(serde::Deserialize)]
    struct Head {
        format: String,
    }
    let read: Result<Head, _> = serde_json::from_slice(file);
    read.is_ok_and(|head| head.format == TRUST_FORMAT)
}

/// A trust list and the signatures over it, in their order.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TrustFile {
    list: TrustList,
    signatures: Vec<SignatureEntry>,
}

impl TrustFile {
    /// A list that nobody has signed.
    #[must_use]
    pub const fn unsigned(list: TrustList) -> Self {
        Self {
            list,
            signatures: Vec::new(),
        }
    }

    /// Reads a list, signed or not. Its signatures are **not** checked: that is
    /// for [`super::verify_list`].
    ///
    /// # Errors
    /// Where the file is not exactly one that this program writes, but for
    /// white space.
    pub fn read(file: &[u8]) -> Result<Self, Reason> {
        let compacted = compacted(file)?;
        let pieces = pieces(file, &compacted)?;
        let list = TrustList::read(pieces.record).map_err(|error| of_list(file, error))?;
        check_white_space(file, &compacted)?;
        Ok(Self {
            list,
            signatures: pieces.signatures,
        })
    }

    /// Adds a signature of an agency after those that are there.
    ///
    /// # Errors
    /// Where the name or the moment cannot be signed, or there is no room.
    pub fn sign(
        &mut self,
        key: &SigningKey,
        name: &str,
        at: DateTime<Utc>,
    ) -> Result<(), SigningError> {
        if self.signatures.len() >= MAX_SIGNATURES {
            return Err(SigningError::TooMany);
        }
        let bytes = self.list.bytes();
        let entry = sign_as_agency(TRUST_TYP, bytes, key, name, at, &self.signatures)?;
        self.signatures.push(entry);
        Ok(())
    }

    /// The list.
    #[must_use]
    pub const fn list(&self) -> &TrustList {
        &self.list
    }

    /// The signatures.
    #[must_use]
    pub fn signatures(&self) -> &[SignatureEntry] {
        &self.signatures
    }

    /// What the list says, to be changed: the signatures fall away.
    #[must_use]
    pub fn into_record(self) -> TrustRecord {
        self.list.record().clone()
    }

    /// The file's content: the canonical form with white space put in, sorted
    /// names, LF, a final newline.
    ///
    /// # Errors
    /// Where the file would be larger than [`MAX_FILE_BYTES`].
    pub fn to_bytes(&self) -> Result<Vec<u8>, FileError> {
        written(TRUST_FORMAT, self.list.record(), &self.signatures)
    }
}

pub(in crate::submission) fn compacted(file: &[u8]) -> Result<Compacted, Reason> {
    if file.len() > MAX_FILE_BYTES {
        let size_bytes = file.len();
        return Err(Reason::of_file(Rule::TooLarge { size_bytes }));
    }
    Ok(Compacted::of(file))
}

pub(super) fn pieces<'file>(
    file: &[u8],
    compacted: &'file Compacted,
) -> Result<Pieces<'file>, Reason> {
    let other = Rule::TrustList(ListFault::OtherFormat);
    pieces_of(TRUST_FORMAT, other, file, compacted)
}

/// The pieces of what an agency issues; `other` is told of a file of another
/// format.
pub(in crate::submission) fn pieces_of<'file>(
    format: &str,
    other: Rule,
    file: &[u8],
    compacted: &'file Compacted,
) -> Result<Pieces<'file>, Reason> {
    cut_as(format, &compacted.bytes).map_err(|fault| {
        let rule = match fault {
            ShapeFault::OtherFormat => other,
            fault => Rule::Shape(fault),
        };
        Reason::of_file(json_fault(file).unwrap_or(rule))
    })
}

pub(super) fn of_list(file: &[u8], error: TrustListError) -> Reason {
    Reason::of_file(match error {
        TrustListError::List(fault) => json_fault(file).unwrap_or(Rule::TrustList(fault)),
        TrustListError::Json(fault) => Rule::Json(fault.inside("/record")),
        TrustListError::Canonical(_) => Rule::NotCanonical,
    })
}

/// What was checked is its own canonical form, so that nothing but white space
/// can differ; and that may part no literal.
pub(in crate::submission) fn check_white_space(
    file: &[u8],
    compacted: &Compacted,
) -> Result<(), Reason> {
    if compacted.joined {
        return Err(Reason::of_file(
            json_fault(file).unwrap_or(Rule::NotCanonical),
        ));
    }
    Ok(())
}

/// The fault in the JSON of a file, which says more than that its shape is
/// another.
pub(in crate::submission) fn json_fault(file: &[u8]) -> Option<Rule> {
    parse_reencoded(file).err().map(Rule::Json)
}
