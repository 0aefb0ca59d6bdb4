//! Proof of possession: that whoever hands in a public key holds the private
//! one.
//!
//! A flattened JWS (RFC 7515 §7.2.2) with its payload inside, signed by the
//! key that the payload names: key, person, role, organization, moment, and
//! the text that the agency asked for, so that an old file does not serve
//! again. Header, payload and file are read through allow-lists, as those of
//! a submission are.
//!
//! Not proved: who the person is. An agency compares the fingerprint with the
//! signed key page or by telephone before it lists a key.

use super::base64url;
use super::canonical::{CanonicalBytes, CanonicalError, parse_strict};
use super::jws::{is_printed_name, signing_input};
use super::key::{PublicKey, SigningKey};
use super::key_file::KeyHolder;
use super::record::{Role, is_id};
use super::verify::CLOCK_TOLERANCE;
use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};

/// The value of `format` in the payload.
pub const POSSESSION_FORMAT: &str = "probitas-possession/1";

/// The `typ` in the protected header.
pub const POSSESSION_TYP: &str = "probitas-possession+jws";

/// A proof is about a thousand bytes; more than 16 KiB is something else.
pub const MAX_PROOF_BYTES: usize = 16 * 1024;

const FILE_NAMES: [&str; 3] = ["payload", "protected", "signature"];
const HEADER_NAMES: [&str; 3] = ["alg", "kid", "typ"];
const PAYLOAD_NAMES: [&str; 7] = [
    "format",
    "iat",
    "jwk",
    "name",
    "nonce",
    "organizationId",
    "role",
];

/// What a proof says: claims of its maker, of which only the key is proved.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Possession {
    /// The public key whose private half made the proof.
    pub key: PublicKey,
    /// Whose key it is said to be, and in which role they sign.
    pub holder: KeyHolder,
    /// When it was made, by the clock of its maker.
    pub made_at: DateTime<Utc>,
    /// The text that the agency asked for, where it asked for one.
    pub nonce: Option<String>,
}

/// Why a proof cannot be made, or proves nothing.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum PossessionError {
    /// The name, the organization or the agency's text cannot be signed.
    #[error("value of {0} cannot be signed")]
    Value(&'static str),
    /// The moment is before 1970.
    #[error("time cannot be signed")]
    Time,
    /// Something has no canonical form.
    #[error("no canonical form")]
    NotCanonical,
    /// The device that holds the key did not sign.
    #[error("key did not sign")]
    NotSigned,
    /// The file is no proof: too large, no JSON, other members.
    #[error("not a proof of possession")]
    NotAProof,
    /// A part of it is missing, malformed, or more than a proof has.
    #[error("{0} of the proof is malformed")]
    Malformed(&'static str),
    /// Header and key disagree.
    #[error("header names another key than the proof")]
    OtherKey,
    /// The signature is not by the key that the proof names.
    #[error("bad signature")]
    BadSignature,
    /// It says that it was made after now.
    #[error("made in the future")]
    InFuture,
    /// It does not hold the text that the agency asked for.
    #[error("not the text that was asked for")]
    OtherNonce,
}

impl From<CanonicalError> for PossessionError {
    fn from(_unwritable: CanonicalError) -> Self {
        Self::NotCanonical
    }
}

/// Makes a proof: one line of JSON with a final newline.
///
/// The same key, holder, moment and nonce give the same bytes.
///
/// # Errors
/// Where the holder, the moment or the nonce cannot be signed.
pub fn prove(
    key: &SigningKey,
    holder: &KeyHolder,
    at: DateTime<Utc>,
    nonce: Option<&str>,
) -> Result<Vec<u8>, PossessionError> {
    let iat = u64::try_from(at.timestamp()).map_err(|_before_1970| PossessionError::Time)?;
    let public = key.public_key();
    let mut payload = json!({
        "format": POSSESSION_FORMAT,
        "iat": iat,
        "jwk": public.to_bare_jwk(),
        "name": checked("name", &holder.name, is_printed_name)?,
        "role": holder.role.name(),
    });
    if let Value::Object(members) = &mut payload {
        if let Some(id) = &holder.organization_id {
            let id = checked("organizationId", id, is_id)?;
            members.insert("organizationId".to_owned(), id.into());
        }
        if let Some(nonce) = nonce {
            let nonce = checked("nonce", nonce, is_printed_name)?;
            members.insert("nonce".to_owned(), nonce.into());
        }
    }
    let header = json!({
        "alg": public.algorithm().name(),
        "kid": public.kid().as_str(),
        "typ": POSSESSION_TYP,
    });
    let (header, payload) = (CanonicalBytes::of(&header)?, CanonicalBytes::of(&payload)?);
    let protected = base64url::encode(header.as_bytes());
    let signature = key.sign(&signing_input(&protected, payload.as_bytes()));
    let signature = signature.map_err(|_device| PossessionError::NotSigned)?;
    let file = CanonicalBytes::of(&json!({
        "payload": base64url::encode(payload.as_bytes()),
        "protected": protected,
        "signature": base64url::encode(&signature),
    }))?;
    let mut bytes = file.as_bytes().to_vec();
    bytes.push(b'\n');
    Ok(bytes)
}

/// Checks a proof: its form, that the key in it made it, that it is not of
/// the future, and the nonce where one was asked for.
///
/// # Errors
/// Where anything is not exactly as [`prove`] makes it, but for white space
/// around the members of the file.
pub fn check(
    file: &[u8],
    nonce: Option<&str>,
    now: DateTime<Utc>,
) -> Result<Possession, PossessionError> {
    let [payload, protected, signature] = parts(file)?;
    let header = members(&protected, "protected", &HEADER_NAMES)?;
    let members = members(&payload, "payload", &PAYLOAD_NAMES)?;
    if text(&header, "typ")? != POSSESSION_TYP {
        return Err(PossessionError::Malformed("typ"));
    }
    if text(&members, "format")? != POSSESSION_FORMAT {
        return Err(PossessionError::Malformed("format"));
    }
    let key = key(&members)?;
    if text(&header, "kid")? != key.kid().as_str()
        || text(&header, "alg")? != key.algorithm().name()
    {
        return Err(PossessionError::OtherKey);
    }
    let malformed = PossessionError::Malformed("payload");
    let payload = base64url::decode(&payload).ok_or(malformed)?;
    let signature = base64url::decode(&signature);
    let signature = signature.ok_or(PossessionError::Malformed("signature"))?;
    key.verify(&signing_input(&protected, &payload), &signature)
        .map_err(|_bad| PossessionError::BadSignature)?;
    let possession = claims(key, &members)?;
    if possession.made_at.signed_duration_since(now) > CLOCK_TOLERANCE {
        return Err(PossessionError::InFuture);
    }
    if nonce.is_some() && possession.nonce.as_deref() != nonce {
        return Err(PossessionError::OtherNonce);
    }
    Ok(possession)
}

/// Payload, protected header and signature of a file.
fn parts(file: &[u8]) -> Result<[String; 3], PossessionError> {
    if file.len() > MAX_PROOF_BYTES {
        return Err(PossessionError::NotAProof);
    }
    let Ok(Value::Object(mut members)) = parse_strict(file) else {
        return Err(PossessionError::NotAProof);
    };
    let mut part = |name: &str| match members.remove(name) {
        Some(Value::String(text)) => Ok(text),
        _ => Err(PossessionError::NotAProof),
    };
    let [payload, protected, signature] = FILE_NAMES;
    let parts = [part(payload)?, part(protected)?, part(signature)?];
    if members.is_empty() {
        Ok(parts)
    } else {
        Err(PossessionError::NotAProof)
    }
}

/// The members of an object in canonical form, in base64url, and none but those.
fn members(
    encoded: &str,
    part: &'static str,
    names: &[&str],
) -> Result<Map<String, Value>, PossessionError> {
    let malformed = || PossessionError::Malformed(part);
    let bytes = base64url::decode(encoded).ok_or_else(malformed)?;
    let Ok(Value::Object(members)) = parse_strict(&bytes) else {
        return Err(malformed());
    };
    let known = members.keys().all(|name| names.contains(&name.as_str()));
    let canonical = CanonicalBytes::of(&members)?;
    if known && canonical.as_bytes() == bytes {
        Ok(members)
    } else {
        Err(malformed())
    }
}

/// The key of the payload, with the members of which its name is made and no
/// others.
fn key(members: &Map<String, Value>) -> Result<PublicKey, PossessionError> {
    let malformed = || PossessionError::Malformed("jwk");
    let jwk = members.get("jwk").ok_or_else(malformed)?;
    let key = PublicKey::from_jwk_value(jwk).map_err(|_unusable| malformed())?;
    // Compared as objects: canonical form sorts them otherwise than the key does.
    let bare = Value::Object(key.to_bare_jwk());
    let (bare, given) = (CanonicalBytes::of(&bare)?, CanonicalBytes::of(jwk)?);
    if bare.as_bytes() == given.as_bytes() {
        Ok(key)
    } else {
        Err(malformed())
    }
}

fn claims(key: PublicKey, members: &Map<String, Value>) -> Result<Possession, PossessionError> {
    let iat = members.get("iat").and_then(Value::as_i64);
    let iat = iat.filter(|iat| *iat >= 0);
    let made_at = iat.and_then(|iat| DateTime::from_timestamp(iat, 0));
    let optional = |name: &'static str, fits: fn(&str) -> bool| {
        let value = members.get(name).map(|_there| text(members, name));
        let value = value.transpose()?;
        let value = value.map(|value| checked(name, value, fits));
        value
            .transpose()
            .map_err(|_unfit| PossessionError::Malformed(name))
    };
    let role = Role::from_name(text(members, "role")?);
    let name = checked("name", text(members, "name")?, is_printed_name);
    Ok(Possession {
        key,
        holder: KeyHolder {
            name: name.map_err(|_unfit| PossessionError::Malformed("name"))?,
            role: role.ok_or(PossessionError::Malformed("role"))?,
            organization_id: optional("organizationId", is_id)?,
        },
        made_at: made_at.ok_or(PossessionError::Malformed("iat"))?,
        nonce: optional("nonce", is_printed_name)?,
    })
}

fn checked(
    name: &'static str,
    value: &str,
    fits: fn(&str) -> bool,
) -> Result<String, PossessionError> {
    if fits(value) {
        Ok(value.to_owned())
    } else {
        Err(PossessionError::Value(name))
    }
}

fn text<'members>(
    members: &'members Map<String, Value>,
    name: &'static str,
) -> Result<&'members str, PossessionError> {
    let value = members.get(name).and_then(Value::as_str);
    value.ok_or(PossessionError::Malformed(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::submission::key::Algorithm;
    use crate::submission::key::example::key_for;
    use chrono::TimeDelta;

    fn at() -> DateTime<Utc> {
        DateTime::from_timestamp(1_730_404_800, 0).unwrap()
    }

    fn holder() -> KeyHolder {
        KeyHolder {
            name: "Zoé Example".to_owned(),
            role: Role::DeputyHead,
            organization_id: Some("example-agency".to_owned()),
        }
    }

    fn proof(nonce: Option<&str>) -> Vec<u8> {
        prove(&key_for(Algorithm::Es256, 1), &holder(), at(), nonce).unwrap()
    }

    /// A proof whose part of this name was changed and, but for a `signature`,
    /// signed again by the key.
    fn changed(part: &str, change: impl Fn(&mut Map<String, Value>)) -> Vec<u8> {
        let Ok(Value::Object(mut file)) = parse_strict(&proof(None)) else {
            unreachable!()
        };
        let decoded = base64url::decode(file[part].as_str().unwrap()).unwrap();
        let Ok(Value::Object(mut members)) = parse_strict(&decoded) else {
            unreachable!()
        };
        change(&mut members);
        let bytes = CanonicalBytes::of(&members).unwrap();
        file[part] = base64url::encode(bytes.as_bytes()).into();
        let payload = base64url::decode(file["payload"].as_str().unwrap()).unwrap();
        let input = signing_input(file["protected"].as_str().unwrap(), &payload);
        let signature = key_for(Algorithm::Es256, 1).sign(&input).unwrap();
        file["signature"] = base64url::encode(&signature).into();
        serde_json::to_vec(&file).unwrap()
    }

    fn fault(file: &[u8]) -> PossessionError {
        check(file, None, at()).unwrap_err()
    }

    #[test]
    fn a_proof_of_every_kind_of_key_is_read_back() {
        for algorithm in Algorithm::ALL {
            let key = key_for(algorithm, 3);
            let file = prove(&key, &holder(), at(), Some("2026-117")).unwrap();
            let found = check(&file, Some("2026-117"), at()).unwrap();
            assert_eq!(found.key, key.public_key());
            assert_eq!(found.holder, holder());
            assert_eq!(found.made_at, at());
            assert_eq!(found.nonce.as_deref(), Some("2026-117"));
        }
    }

    #[test]
    fn another_or_no_text_than_was_asked_for_is_refused() {
        let other = |file: &[u8]| check(file, Some("2026-118"), at()).unwrap_err();
        assert_eq!(other(&proof(Some("2026-117"))), PossessionError::OtherNonce);
        assert_eq!(other(&proof(None)), PossessionError::OtherNonce);
        assert!(check(&proof(Some("2026-117")), None, at()).is_ok());
    }

    #[test]
    fn a_proof_of_the_future_is_refused() {
        let before = at() - TimeDelta::days(2);
        let found = check(&proof(None), None, before);
        assert_eq!(found.unwrap_err(), PossessionError::InFuture);
    }

    #[test]
    fn a_changed_byte_anywhere_is_refused() {
        let file = proof(Some("2026-117"));
        for place in 0..file.len() - 1 {
            let mut changed = file.clone();
            changed[place] ^= 1;
            assert!(check(&changed, None, at()).is_err(), "{place}");
        }
    }

    #[test]
    fn a_key_that_did_not_sign_is_refused() {
        let stranger = key_for(Algorithm::Es256, 2).public_key();
        let swapped = changed("payload", |members| {
            members.insert("jwk".into(), Value::Object(stranger.to_bare_jwk()));
        });
        assert_eq!(fault(&swapped), PossessionError::OtherKey);
        let named = changed("protected", |members| {
            members.insert("kid".into(), stranger.kid().as_str().into());
        });
        assert_eq!(fault(&named), PossessionError::OtherKey);
        let none = changed("protected", |members| {
            members.insert("alg".into(), "none".into());
        });
        assert_eq!(fault(&none), PossessionError::OtherKey);
    }

    #[test]
    fn members_that_a_proof_does_not_have_are_refused() {
        for (part, name) in [
            ("protected", "jwk"),
            ("protected", "crit"),
            ("protected", "b64"),
            ("payload", "exp"),
        ] {
            let more = changed(part, |members| {
                members.insert(name.into(), json!(1));
            });
            assert_eq!(fault(&more), PossessionError::Malformed(part));
        }
        let private = changed("payload", |members| {
            members["jwk"]["d"] = "AQ".into();
        });
        assert_eq!(fault(&private), PossessionError::Malformed("jwk"));
        let labelled = changed("payload", |members| {
            members["jwk"]["use"] = "sig".into();
        });
        assert_eq!(fault(&labelled), PossessionError::Malformed("jwk"));
        let mut file: Value = serde_json::from_slice(&proof(None)).unwrap();
        file["header"] = json!({});
        let file = serde_json::to_vec(&file).unwrap();
        assert_eq!(fault(&file), PossessionError::NotAProof);
    }

    #[test]
    fn what_is_no_proof_is_named() {
        assert_eq!(fault(b"{}"), PossessionError::NotAProof);
        assert_eq!(fault(b"\xff"), PossessionError::NotAProof);
        assert_eq!(fault(&vec![b' '; 20_000]), PossessionError::NotAProof);
        for (name, value) in [("typ", json!("probitas-submission+jws")), ("typ", json!(1))] {
            let other = changed("protected", |members| {
                members.insert(name.into(), value.clone());
            });
            assert_eq!(fault(&other), PossessionError::Malformed(name));
        }
        for (name, value) in [
            ("format", json!("probitas-possession/2")),
            ("iat", json!(-1)),
            ("iat", json!("1730404800")),
            ("name", json!("a\nb")),
            ("role", json!("boss")),
            ("organizationId", json!("a b")),
            ("nonce", json!("")),
        ] {
            let other = changed("payload", |members| {
                members.insert(name.into(), value.clone());
            });
            assert_eq!(fault(&other), PossessionError::Malformed(name));
        }
    }

    #[test]
    fn what_cannot_be_signed_is_not() {
        let key = key_for(Algorithm::Es256, 1);
        let long = "a".repeat(201);
        for nonce in ["", "a\nb", long.as_str()] {
            let made = prove(&key, &holder(), at(), Some(nonce));
            assert_eq!(made.unwrap_err(), PossessionError::Value("nonce"));
        }
        let early = DateTime::from_timestamp(-1, 0).unwrap();
        let made = prove(&key, &holder(), early, None);
        assert_eq!(made.unwrap_err(), PossessionError::Time);
    }
}
