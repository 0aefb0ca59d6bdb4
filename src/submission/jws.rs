//! One signature: its protected header and its bytes (RFC 7515).
//!
//! The header is read through an allow-list: a name that is not on it refuses
//! the file, `crit`, `b64`, `jwk`, `jku`, `x5u` and `cty` among them. `x5c` may
//! be there; a program that is built without certificates refuses it.

use super::base64url;
use super::canonical::{
    CanonicalBytes, CanonicalError, JsonError, is_canonical, parse_strict, sha256,
};
use super::certificate::CertificateChain;
use super::key::{KeyError, KeyId, SigningKey};
use super::record::{Role, SealedRecord};
use crate::text::allowed_char;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// The `typ` of a submission's signatures.
pub const SUBMISSION_TYP: &str = "probitas-submission+jws";

/// The `typ` of a trust list's signatures.
pub const TRUST_TYP: &str = "probitas-trust+jws";

/// The `typ` of a receipt's signatures.
pub const RECEIPT_TYP: &str = "probitas-receipt+jws";

/// OpenSSL reads the lines of a key file in pieces of 254 bytes: a longer one
/// could be taken for two.
const MAX_NAME_BYTES: usize = 200;

/// The header names that there are besides `x5c`; every one must be there.
const HEADER_NAMES: [&str; 7] = ["alg", "iat", "kid", "name", "prev", "role", "typ"];

/// Those of trust lists and receipts: an agency signs in no role of an organization.
const AGENCY_HEADER_NAMES: [&str; 6] = ["alg", "iat", "kid", "name", "prev", "typ"];

const CERTIFICATES: &str = "x5c";

/// One entry of `signatures`, as it stands in the file.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignatureEntry {
    /// The protected header in base64url.
    pub protected: String,
    /// The signature in base64url.
    pub signature: String,
}

/// Who signs: what the signer says of themselves.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Signer {
    /// In which role.
    pub role: Role,
    /// The printed name of the person.
    pub name: String,
}

/// A protected header whose names and values were checked for their form.
///
/// Not checked here: whether the key is known, fits `alg`, and signed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ProtectedHeader {
    /// Algorithm, by its JOSE name. The trusted key decides, never this.
    pub alg: String,
    /// Thumbprint of the key.
    pub kid: KeyId,
    /// When the signer says they signed.
    pub signed_at: DateTime<Utc>,
    /// In which role they sign.
    pub role: Role,
    /// Their printed name.
    pub name: String,
    /// Digest of the signatures before this one.
    pub prev: String,
    /// The certificates that came along. The header proves nothing of them.
    pub certificates: Option<CertificateChain>,
}

/// The protected header of an agency's signature: the same without a role.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct AgencyHeader {
    pub(super) alg: String,
    pub(super) kid: KeyId,
    pub(super) signed_at: DateTime<Utc>,
    pub(super) name: String,
    pub(super) prev: String,
}

/// What is wrong with a protected header.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum HeaderFault {
    /// It is no strict base64url.
    #[error("protected header is not strict base64url")]
    Base64,
    /// It is no narrowed I-JSON.
    #[error("protected header: {0}")]
    Json(#[from] JsonError),
    /// It is no object, or not in canonical form.
    #[error("protected header is not in canonical form")]
    NotCanonical,
    /// It has a name that is not allowed.
    #[error("protected header has a name that is not allowed")]
    ForbiddenName(String),
    /// It lacks a name, or the value has the wrong form.
    #[error("protected header: {0} is missing or malformed")]
    Malformed(&'static str),
}

/// Why a record could not be signed.
#[derive(Debug, thiserror::Error)]
pub enum SigningError {
    /// The printed name is empty or holds what a record may not.
    #[error("name of the signer cannot be used")]
    Name,
    /// The moment is before 1970 or beyond what JSON holds exactly.
    #[error("time of signing cannot be used")]
    Time,
    /// There are as many signatures as a file may have.
    #[error("too many signatures")]
    TooMany,
    /// Something has no canonical form.
    #[error(transparent)]
    Canonical(#[from] CanonicalError),
    /// The device that holds the key did not sign.
    #[error(transparent)]
    Key(#[from] KeyError),
}

/// Signs `record` after the signatures in `earlier`.
///
/// The same record, key, signer, moment and earlier signatures give the same
/// bytes.
///
/// # Errors
/// Where the name or the moment cannot stand in a header.
pub fn sign(
    record: &SealedRecord,
    key: &SigningKey,
    signer: &Signer,
    at: DateTime<Utc>,
    earlier: &[SignatureEntry],
) -> Result<SignatureEntry, SigningError> {
    let mut header = common_header(SUBMISSION_TYP, key, &signer.name, at, earlier)?;
    header.insert("role".to_owned(), signer.role.name().into());
    if let Some(certificates) = key.certificates() {
        header.insert(CERTIFICATES.to_owned(), certificates.to_header());
    }
    sign_under(&header, key, record.bytes().as_bytes())
}

/// Signs what an agency issues, in which no role is named.
pub(super) fn sign_as_agency(
    typ: &str,
    record: &CanonicalBytes,
    key: &SigningKey,
    name: &str,
    at: DateTime<Utc>,
    earlier: &[SignatureEntry],
) -> Result<SignatureEntry, SigningError> {
    let header = common_header(typ, key, name, at, earlier)?;
    sign_under(&header, key, record.as_bytes())
}

fn common_header(
    typ: &str,
    key: &SigningKey,
    name: &str,
    at: DateTime<Utc>,
    earlier: &[SignatureEntry],
) -> Result<Map<String, Value>, SigningError> {
    if !is_printed_name(name) {
        return Err(SigningError::Name);
    }
    let iat = u64::try_from(at.timestamp()).map_err(|_before_1970| SigningError::Time)?;
    let header = [
        ("alg", key.algorithm().name().into()),
        ("iat", iat.into()),
        ("kid", key.public_key().kid().as_str().into()),
        ("name", name.into()),
        ("prev", prev(earlier)?.into()),
        ("typ", typ.into()),
    ];
    let members = header.into_iter();
    Ok(members
        .map(|(name, value)| (name.to_owned(), value))
        .collect())
}

fn sign_under(
    header: &Map<String, Value>,
    key: &SigningKey,
    payload: &[u8],
) -> Result<SignatureEntry, SigningError> {
    let header = CanonicalBytes::of(header)?;
    // A moment beyond 2^53 and a name that is not NFC would be refused on reading.
    parse_strict(header.as_bytes()).map_err(|_fault| SigningError::Name)?;
    let protected = base64url::encode(header.as_bytes());
    let signature = key.sign(&signing_input(&protected, payload))?;
    Ok(SignatureEntry {
        protected,
        signature: base64url::encode(&signature),
    })
}

/// What a signature is made over: RFC 7515 §5.1 with the record as payload.
#[must_use]
pub fn signing_input(protected: &str, payload: &[u8]) -> Vec<u8> {
    format!("{protected}.{}", base64url::encode(payload)).into_bytes()
}

/// The value of `prev` after the signatures in `earlier`.
///
/// # Errors
/// Never for entries of strings; the canonical form could refuse them.
pub fn prev(earlier: &[SignatureEntry]) -> Result<String, CanonicalError> {
    let array = CanonicalBytes::of(&earlier)?;
    Ok(base64url::encode(&sha256(array.as_bytes())))
}

/// Reads the protected header of a submission's signature through the
/// allow-list.
///
/// # Errors
/// Where it is not exactly the canonical form of a header of the format.
pub fn read_header(protected: &str) -> Result<ProtectedHeader, HeaderFault> {
    let header = read_members(protected, &HEADER_NAMES, Some(CERTIFICATES))?;
    let certificates = certificates(&header)?;
    let common = common(&header, SUBMISSION_TYP)?;
    let role = Role::from_name(text(&header, "role")?).ok_or(HeaderFault::Malformed("role"))?;
    Ok(ProtectedHeader {
        alg: common.alg,
        kid: common.kid,
        signed_at: common.signed_at,
        role,
        name: common.name,
        prev: common.prev,
        certificates,
    })
}

/// The chain that came along, if one did.
fn certificates(header: &Map<String, Value>) -> Result<Option<CertificateChain>, HeaderFault> {
    let Some(value) = header.get(CERTIFICATES) else {
        return Ok(None);
    };
    let chain = CertificateChain::from_header(value);
    let chain = chain.ok_or(HeaderFault::Malformed(CERTIFICATES))?;
    if cfg!(feature = "certificates") {
        Ok(Some(chain))
    } else {
        Err(HeaderFault::ForbiddenName(CERTIFICATES.to_owned()))
    }
}

/// Reads the protected header of an agency's signature, which names no role.
pub(super) fn read_agency_header(typ: &str, protected: &str) -> Result<AgencyHeader, HeaderFault> {
    let header = read_members(protected, &AGENCY_HEADER_NAMES, None)?;
    common(&header, typ)
}

fn read_members(
    protected: &str,
    names: &[&str],
    optional: Option<&str>,
) -> Result<Map<String, Value>, HeaderFault> {
    let bytes = base64url::decode(protected).ok_or(HeaderFault::Base64)?;
    let value = parse_strict(&bytes)?;
    let canonical = is_canonical(&value, &bytes);
    let Value::Object(header) = value else {
        return Err(HeaderFault::NotCanonical);
    };
    let allowed = |name: &str| names.contains(&name) || optional == Some(name);
    let forbidden = header.keys().find(|name| !allowed(name));
    if let Some(name) = forbidden {
        return Err(HeaderFault::ForbiddenName(name.clone()));
    }
    if !canonical {
        return Err(HeaderFault::NotCanonical);
    }
    Ok(header)
}

fn text<'header>(
    header: &'header Map<String, Value>,
    name: &'static str,
) -> Result<&'header str, HeaderFault> {
    let value = header.get(name).and_then(Value::as_str);
    value.ok_or(HeaderFault::Malformed(name))
}

fn common(header: &Map<String, Value>, typ: &str) -> Result<AgencyHeader, HeaderFault> {
    if text(header, "typ")? != typ {
        return Err(HeaderFault::Malformed("typ"));
    }
    let iat = header
        .get("iat")
        .and_then(Value::as_i64)
        .filter(|iat| *iat >= 0);
    let moment = iat.and_then(|iat| DateTime::from_timestamp(iat, 0));
    Ok(AgencyHeader {
        alg: text(header, "alg")?.to_owned(),
        kid: KeyId::parse(text(header, "kid")?).ok_or(HeaderFault::Malformed("kid"))?,
        signed_at: moment.ok_or(HeaderFault::Malformed("iat"))?,
        name: Some(text(header, "name")?)
            .filter(|name| is_printed_name(name))
            .ok_or(HeaderFault::Malformed("name"))?
            .to_owned(),
        prev: text(header, "prev")?.to_owned(),
    })
}

/// Whether `name` can stand in a header and on one line: not blank, at most
/// 200 bytes, no control character, nothing that a record may not hold.
#[must_use]
pub fn is_printed_name(name: &str) -> bool {
    let spoils = |character: char| {
        character.is_control()
            || matches!(character, '\u{2028}' | '\u{2029}')
            || !allowed_char(character)
    };
    !name.trim().is_empty()
        && name.len() <= MAX_NAME_BYTES
        && !name.contains(spoils)
        && unicode_normalization::is_nfc(name)
}

#[cfg(test)]
mod tests {
    use super::{HeaderFault, Signer, SigningError, base64url, prev, read_header, sign};
    use crate::submission::key::example::signing_key;
    use crate::submission::record::{Role, SealedRecord, example};
    use chrono::{DateTime, Utc};

    fn at() -> DateTime<Utc> {
        DateTime::from_timestamp(1_730_404_800, 0).unwrap()
    }

    fn signer(name: &str) -> Signer {
        Signer {
            role: Role::DeputyHead,
            name: name.to_owned(),
        }
    }

    #[test]
    fn headers_are_read_back() {
        let record = SealedRecord::new(example::record()).unwrap();
        let key = signing_key(1);
        let entry = sign(&record, &key, &signer("Zoé"), at(), &[]).unwrap();
        let header = read_header(&entry.protected).unwrap();
        assert_eq!(header.kid, key.public_key().kid());
        assert_eq!(
            (header.alg.as_str(), header.name.as_str()),
            ("ES256", "Zoé")
        );
        assert_eq!((header.signed_at, header.role), (at(), Role::DeputyHead));
        assert_eq!(header.prev, prev(&[]).unwrap());
        assert_eq!(
            sign(&record, &key, &signer("Zoé"), at(), &[]).unwrap(),
            entry
        );
    }

    /// SHA-256 of `[]`, computed apart from this code.
    #[test]
    fn prev_of_the_first_signature_is_the_digest_of_an_empty_array() {
        assert_eq!(
            prev(&[]).unwrap(),
            "T1PNoYwrqgwDVLtfmj7L5e0Sq02OEbqHPC8RFhICuUU"
        );
    }

    #[test]
    fn names_that_break_a_line_do_not_sign() {
        let record = SealedRecord::new(example::record()).unwrap();
        for name in [
            "",
            " ",
            "\u{202f}",
            "\u{2007}\u{3000}",
            "a\nb",
            "a\u{202e}b",
            "e\u{301}",
        ] {
            let signed = sign(&record, &signing_key(1), &signer(name), at(), &[]);
            assert!(matches!(signed, Err(SigningError::Name)), "{name:?}");
        }
    }

    #[test]
    fn headers_outside_the_allow_list_are_refused() {
        let fault = |json: &str| read_header(&base64url::encode(json.as_bytes())).unwrap_err();
        for name in ["b64", "crit", "cty", "jku", "jwk", "x5u"] {
            let json = format!(r#"{{"alg":"ES256","{name}":0}}"#);
            assert_eq!(fault(&json), HeaderFault::ForbiddenName(name.to_owned()));
        }
        let json = r#"{"alg":"ES256","x5c":[]}"#;
        assert_eq!(fault(json), HeaderFault::Malformed("x5c"));
        assert_eq!(fault("[]"), HeaderFault::NotCanonical);
        assert_eq!(fault(r#"{"alg": "ES256"}"#), HeaderFault::NotCanonical);
        assert_eq!(fault(r#"{"alg":"ES256"}"#), HeaderFault::Malformed("typ"));
        assert!(matches!(
            fault(r#"{"alg":"a","alg":"b"}"#),
            HeaderFault::Json(_)
        ));
        assert_eq!(read_header("e30="), Err(HeaderFault::Base64));
    }
}
