//! Public keys as JWK (RFC 7517), and their thumbprint (RFC 7638).

use super::{KeyId, PublicKey};
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
    /// Reads a JWK. `alg`, `use`, `key_ops` and `kid` may be there and must
    /// then fit; other members are ignored, as RFC 7517 §4 asks.
    ///
    /// # Errors
    /// Where it is no JWK, a private one, of another kind, or contradictory.
    pub fn from_jwk(text: &[u8]) -> Result<Self, JwkError> {
        let Value::Object(jwk) = parse_strict(text)? else {
            return Err(JwkError::NotAJwk);
        };
        let kty = member(&jwk, "kty").ok_or(JwkError::NotAJwk)?;
        if ["d", "p", "q", "k"]
            .iter()
            .any(|name| jwk.contains_key(*name))
        {
            return Err(JwkError::Private);
        }
        let crv = member(&jwk, "crv");
        if kty != "EC" || crv != Some("P-256") {
            let kind = crv.map_or_else(|| kty.to_owned(), |crv| format!("{kty} {crv}"));
            return Err(JwkError::Unsupported { kind });
        }
        let key = Self::from_coordinates(&coordinate(&jwk, "x")?, &coordinate(&jwk, "y")?)?;
        key.check_against(&jwk)?;
        Ok(key)
    }

    fn from_coordinates(x: &[u8], y: &[u8]) -> Result<Self, JwkError> {
        let point = [&[UNCOMPRESSED], x, y].concat();
        p256::ecdsa::VerifyingKey::from_sec1_bytes(&point)
            .map(Self)
            .map_err(|_opaque| JwkError::NotAPoint)
    }

    fn check_against(&self, jwk: &Map<String, Value>) -> Result<(), JwkError> {
        let kid = self.kid();
        let fits = |name: &str, wanted: &Value| jwk.get(name).is_none_or(|value| value == wanted);
        let checks = [
            ("alg", fits("alg", &json!(self.algorithm().name()))),
            ("use", fits("use", &json!("sig"))),
            ("key_ops", fits("key_ops", &json!(["verify"]))),
            ("kid", fits("kid", &json!(kid.as_str()))),
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
        let mut jwk = self.required_members();
        if let Value::Object(members) = &mut jwk {
            members.insert("alg".to_owned(), json!(self.algorithm().name()));
            members.insert("kid".to_owned(), json!(self.kid().as_str()));
            members.insert("use".to_owned(), json!("sig"));
        }
        let mut text = CanonicalBytes::of(&jwk)?.as_bytes().to_vec();
        text.push(b'\n');
        Ok(text)
    }

    /// The RFC 7638 SHA-256 thumbprint.
    #[must_use]
    pub fn kid(&self) -> KeyId {
        // RFC 7638 §3: required members only, sorted, no white space. Their
        // values are plain base64url, so nothing needs escaping.
        let [x, y] = self.coordinates();
        let text = format!(r#"{{"crv":"P-256","kty":"EC","x":"{x}","y":"{y}"}}"#);
        KeyId::of_thumbprint(&sha256(text.as_bytes()))
    }

    fn required_members(&self) -> Value {
        let [x, y] = self.coordinates();
        json!({ "crv": "P-256", "kty": "EC", "x": x, "y": y })
    }

    fn coordinates(&self) -> [String; 2] {
        let point = self.0.to_sec1_point(false);
        let (x, y) = point
            .as_bytes()
            .get(1..)
            .unwrap_or_default()
            .split_at_checked(32)
            .unwrap_or_default();
        [base64url::encode(x), base64url::encode(y)]
    }
}

fn member<'jwk>(jwk: &'jwk Map<String, Value>, name: &str) -> Option<&'jwk str> {
    jwk.get(name).and_then(Value::as_str)
}

fn coordinate(jwk: &Map<String, Value>, name: &str) -> Result<Vec<u8>, JwkError> {
    let bytes = member(jwk, name).and_then(base64url::decode);
    bytes
        .filter(|bytes| bytes.len() == 32)
        .ok_or(JwkError::NotAPoint)
}

#[cfg(test)]
mod tests {
    use super::{JwkError, PublicKey};
    use crate::submission::key::example::signing_key;

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
        let key = signing_key(3).public_key();
        assert_eq!(PublicKey::from_jwk(&key.to_jwk().unwrap()), Ok(key));
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
        let other_curve = RFC_7515_A_3.replace("P-256", "P-384");
        assert_eq!(
            error(&other_curve),
            JwkError::Unsupported {
                kind: "EC P-384".to_owned()
            }
        );
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
