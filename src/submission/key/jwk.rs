//! Public keys as JWK (RFC 7517), and their thumbprint (RFC 7638).

use super::{KeyId, Point, PublicKey};
use crate::submission::base64url;
use crate::submission::canonical::{
    CanonicalBytes, CanonicalError, JsonError, parse_strict, sha256,
};
use serde_json::{Map, Value, json};

const UNCOMPRESSED: u8 = 4;

/// Why a text is no public key that can be used here.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum JwkError {
    /// It is no JSON, or no narrowed I-JSON.
    #[error("JWK: {0}")]
    Json(#[from] JsonError),
    /// It is JSON but no JWK: no object with `kty`.
    #[error("not a JWK")]
    NotAJwk,
    /// It holds a private key. It must not be handed round.
    #[error("JWK holds a private key")]
    Private,
    /// It is a key of another kind: RSA, another curve.
    #[error("unsupported kind of key")]
    Unsupported {
        /// Its `kty`, and `crv` where there is one.
        kind: String,
    },
    /// Its coordinates are malformed or no point of the curve.
    #[error("not a point of the curve")]
    NotAPoint,
    /// Its `kid`, `alg`, `use` or `key_ops` contradicts the key.
    #[error("JWK member {member} contradicts the key")]
    Contradiction {
        /// The member.
        member: &'static str,
    },
}

impl PublicKey {
    /// Reads a JWK: EC on P-256 or P-384 (RFC 7518 §6.2), or OKP on Ed25519
    /// (RFC 8037 §2). `alg`, `use`, `key_ops` and `kid` may be there and must
    /// then fit; other members are ignored, as RFC 7517 §4 asks.
    ///
    /// # Errors
    /// Where it is no JWK, a private one, of another kind, or contradictory.
    pub fn from_jwk(text: &[u8]) -> Result<Self, JwkError> {
        Self::from_jwk_value(&parse_strict(text)?)
    }

    /// Reads a JWK that was parsed already; see [`Self::from_jwk`].
    ///
    /// # Errors
    /// Where it is no JWK, a private one, of another kind, or contradictory.
    pub(in crate::submission) fn from_jwk_value(jwk: &Value) -> Result<Self, JwkError> {
        let Value::Object(jwk) = jwk else {
            return Err(JwkError::NotAJwk);
        };
        let kty = member(jwk, "kty").ok_or(JwkError::NotAJwk)?;
        if ["d", "p", "q", "k"]
            .iter()
            .any(|name| jwk.contains_key(*name))
        {
            return Err(JwkError::Private);
        }
        let crv = member(jwk, "crv");
        let point = match (kty, crv) {
            ("EC", Some("P-256")) => p256::ecdsa::VerifyingKey::from_sec1_bytes(&sec1(jwk, 32)?)
                .ok()
                .map(Point::P256),
            ("EC", Some("P-384")) => p384::ecdsa::VerifyingKey::from_sec1_bytes(&sec1(jwk, 48)?)
                .ok()
                .map(Point::P384),
            // Whoever made a key of small order has a signature for any text.
            ("OKP", Some("Ed25519")) => {
                ed25519_dalek::VerifyingKey::try_from(coordinate(jwk, "x", 32)?.as_slice())
                    .ok()
                    .filter(|key| !key.is_weak())
                    .map(Point::Ed25519)
            }
            _ => {
                let kind = crv.map_or_else(|| kty.to_owned(), |crv| format!("{kty} {crv}"));
                return Err(JwkError::Unsupported { kind });
            }
        };
        let key = Self::new(point.ok_or(JwkError::NotAPoint)?);
        key.check_against(jwk)?;
        Ok(key)
    }

    pub(super) fn new(point: Point) -> Self {
        // RFC 7638 §3: required members only, sorted, no white space. Their
        // values are plain base64url, so nothing needs escaping.
        let members: Vec<String> = point
            .members()
            .into_iter()
            .map(|(name, value)| format!(r#""{name}":"{value}""#))
            .collect();
        let text = format!("{{{}}}", members.join(","));
        let kid = KeyId::of_thumbprint(&sha256(text.as_bytes()));
        Self { kid, point }
    }

    fn check_against(&self, jwk: &Map<String, Value>) -> Result<(), JwkError> {
        let fits = |name: &str, wanted: &Value| jwk.get(name).is_none_or(|value| value == wanted);
        let checks = [
            ("alg", fits("alg", &json!(self.algorithm().name()))),
            ("use", fits("use", &json!("sig"))),
            ("key_ops", fits("key_ops", &json!(["verify"]))),
            ("kid", fits("kid", &json!(self.kid.as_str()))),
        ];
        match checks.into_iter().find(|(_, fits)| !fits) {
            Some((member, _)) => Err(JwkError::Contradiction { member }),
            None => Ok(()),
        }
    }

    /// The JWK with `alg`, `kid` and `use`, in one line with a final newline.
    ///
    /// # Errors
    /// Never for a key of the curve; the canonical form could refuse it.
    pub fn to_jwk(&self) -> Result<Vec<u8>, CanonicalError> {
        let mut jwk = self.to_bare_jwk();
        jwk.extend([
            ("alg".to_owned(), json!(self.algorithm().name())),
            ("kid".to_owned(), json!(self.kid.as_str())),
            ("use".to_owned(), json!("sig")),
        ]);
        let mut text = CanonicalBytes::of(&jwk)?.as_bytes().to_vec();
        text.push(b'\n');
        Ok(text)
    }

    /// The required members alone, sorted, of which the thumbprint is made.
    #[must_use]
    pub fn to_bare_jwk(&self) -> Map<String, Value> {
        let members = self.point.members().into_iter();
        members
            .map(|(name, value)| (name.to_owned(), Value::String(value)))
            .collect()
    }
}

impl Point {
    /// The required members of the JWK, sorted by name (RFC 7638 §3.2,
    /// RFC 8037 §2).
    fn members(&self) -> Vec<(&'static str, String)> {
        let (crv, kty) = match self {
            Self::P256(_) => ("P-256", "EC"),
            Self::P384(_) => ("P-384", "EC"),
            Self::Ed25519(_) => ("Ed25519", "OKP"),
        };
        let mut members = vec![("crv", crv.to_owned()), ("kty", kty.to_owned())];
        match self {
            Self::P256(key) => members.extend(halves(key.to_sec1_point(false).as_bytes())),
            Self::P384(key) => members.extend(halves(key.to_sec1_point(false).as_bytes())),
            Self::Ed25519(key) => members.push(("x", base64url::encode(key.as_bytes()))),
        }
        members
    }
}

/// The coordinates of an uncompressed point (SEC 1 §2.3.3).
fn halves(uncompressed: &[u8]) -> [(&'static str, String); 2] {
    let coordinates = uncompressed.get(1..).unwrap_or_default();
    let (x, y) = coordinates.split_at(coordinates.len() / 2);
    [("x", base64url::encode(x)), ("y", base64url::encode(y))]
}

/// The uncompressed point (SEC 1 §2.3.3) that `x` and `y` write.
fn sec1(jwk: &Map<String, Value>, size: usize) -> Result<Vec<u8>, JwkError> {
    let (x, y) = (coordinate(jwk, "x", size)?, coordinate(jwk, "y", size)?);
    Ok([&[UNCOMPRESSED], x.as_slice(), y.as_slice()].concat())
}

fn member<'jwk>(jwk: &'jwk Map<String, Value>, name: &str) -> Option<&'jwk str> {
    jwk.get(name).and_then(Value::as_str)
}

fn coordinate(jwk: &Map<String, Value>, name: &str, size: usize) -> Result<Vec<u8>, JwkError> {
    let bytes = member(jwk, name).and_then(base64url::decode);
    bytes
        .filter(|bytes| bytes.len() == size)
        .ok_or(JwkError::NotAPoint)
}

#[cfg(test)]
mod tests {
    use super::{JwkError, PublicKey};
    use crate::submission::key::Algorithm;
    use crate::submission::key::example::key_for;

    const RFC_7515_A_3: &str = r#"{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}"#;

    /// Computed apart from this code, with Python's hashlib, over the sorted
    /// required members of the key of RFC 7515 appendix A.3.
    #[test]
    fn thumbprint_of_the_rfc_7515_key() {
        let key = PublicKey::from_jwk(RFC_7515_A_3.as_bytes()).unwrap();
        assert_eq!(
            key.kid().as_str(),
            "oKIywvGUpTVTyxMQ3bwIIeQUudfr_CkLMjCE19ECD-U"
        );
    }

    #[test]
    fn written_keys_are_read_back() {
        for algorithm in Algorithm::ALL {
            let key = key_for(algorithm, 3).public_key();
            assert_eq!(PublicKey::from_jwk(&key.to_jwk().unwrap()), Ok(key));
        }
    }

    /// RFC 8037 appendix A.2 and A.3.
    #[test]
    fn thumbprint_of_the_rfc_8037_key() {
        let jwk =
            br#"{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#;
        let kid = PublicKey::from_jwk(jwk).unwrap().kid();
        assert_eq!(kid.as_str(), "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    }

    #[test]
    fn ed25519_keys_of_small_order_are_refused() {
        let one = format!(
            r#"{{"kty":"OKP","crv":"Ed25519","x":"AQ{}"}}"#,
            "A".repeat(41)
        );
        assert_eq!(
            PublicKey::from_jwk(one.as_bytes()),
            Err(JwkError::NotAPoint)
        );
    }

    #[test]
    fn unusable_keys_are_named() {
        let error = |text: &str| PublicKey::from_jwk(text.as_bytes()).unwrap_err();
        let private = RFC_7515_A_3.replace("\"kty\"", "\"d\":\"AA\",\"kty\"");
        assert_eq!(error(&private), JwkError::Private);
        let rsa = r#"{"kty":"RSA","n":"AQAB","e":"AQAB"}"#;
        assert_eq!(
            error(rsa),
            JwkError::Unsupported {
                kind: "RSA".to_owned()
            }
        );
        let other_curve = RFC_7515_A_3.replace("P-256", "P-521");
        assert_eq!(
            error(&other_curve),
            JwkError::Unsupported {
                kind: "EC P-521".to_owned()
            }
        );
        let too_short = RFC_7515_A_3.replace("P-256", "P-384");
        assert_eq!(error(&too_short), JwkError::NotAPoint);
        assert_eq!(
            error(&RFC_7515_A_3.replace("f83O", "f83P")),
            JwkError::NotAPoint
        );
        assert_eq!(
            error(&RFC_7515_A_3.replace("WI5a0", "WI5a1")),
            JwkError::NotAPoint
        );
        let es384 = RFC_7515_A_3.replace("\"kty\"", "\"alg\":\"ES384\",\"kty\"");
        assert_eq!(error(&es384), JwkError::Contradiction { member: "alg" });
        let kid = RFC_7515_A_3.replace("\"kty\"", "\"kid\":\"1\",\"kty\"");
        assert_eq!(error(&kid), JwkError::Contradiction { member: "kid" });
        assert_eq!(error("[]"), JwkError::NotAJwk);
        assert!(matches!(error("{"), JwkError::Json(_)));
    }
}
