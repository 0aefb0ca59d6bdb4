//! The examples of RFC 7515 (signatures), RFC 7638 (thumbprints) and RFC 8037
//! (Ed25519), as far as they are of algorithms that the format has.

use probitas::submission::base64url;
use probitas::submission::canonical::{CanonicalBytes, sha256};
use probitas::submission::file::ShapeFault;
use probitas::submission::key::{Algorithm, JwkError, PublicKey, SigningKey};
use probitas::submission::verify::{Rule, Verification, verify};
use serde_json::json;

const P256: &str = r#"{"kty":"EC","crv":"P-256",
    "x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
    "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}"#;
const PAYLOAD: &str = "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
const SIGNATURE: &str =
    "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";

/// Appendix A.3, and the second signature of A.6, which is the same.
#[test]
fn rfc_7515_es256() {
    let key = PublicKey::from_jwk(P256.as_bytes()).unwrap();
    let signature = base64url::decode(SIGNATURE).unwrap();
    let input = format!("eyJhbGciOiJFUzI1NiJ9.{PAYLOAD}");
    assert!(key.verify(input.as_bytes(), &signature).is_ok());
    assert_eq!(
        base64url::decode("eyJhbGciOiJFUzI1NiJ9").unwrap(),
        br#"{"alg":"ES256"}"#
    );
    let other = input.replace("eyJpc3Mi", "eyJpc3Mj");
    assert!(key.verify(other.as_bytes(), &signature).is_err());
}

/// Appendices A.2 and A.4 have keys that the format refuses; A.6 is a file of
/// the general serialization, but not of the format.
#[test]
fn rfc_7515_of_other_algorithms_is_refused_on_purpose() {
    let unsupported = |jwk: &str| match PublicKey::from_jwk(jwk.as_bytes()) {
        Err(JwkError::Unsupported { kind }) => kind,
        other => panic!("{other:?}"),
    };
    assert!(unsupported(r#"{"kty":"RSA","n":"AQAB","e":"AQAB"}"#).contains("RSA"));
    let p521 = r#"{"kty":"EC","crv":"P-521",
        "x":"AekpBQ8ST8a8VcfVOTNl353vSrDCLLJXmPk06wTjxrrjcBpXp5EOnYG_NjFZ6OvLFV1jSfS9tsz4VFfMGGXfnGHK",
        "y":"ADSmRA43Z1DSNx_RvcLI87cdL07l6jQyyBXMoxVg_l2Th-x3S1WDhjDly79ajL4Kkd0AZMaZmh9ubmf63e3kyMj2"}"#;
    assert!(unsupported(p521).contains("P-521"));
    let general = json!({
        "payload": PAYLOAD,
        "signatures": [{
            "protected": "eyJhbGciOiJFUzI1NiJ9",
            "header": { "kid": "e9bc097a-ce51-4036-9562-d2ade882db0d" },
            "signature": SIGNATURE,
        }],
    });
    let key = PublicKey::from_jwk(P256.as_bytes()).unwrap();
    let now = chrono::DateTime::from_timestamp(1_300_819_380, 0).unwrap();
    let Verification::NotVerified(reasons) = verify(general.to_string().as_bytes(), &[key], now)
    else {
        panic!("not refused")
    };
    assert_eq!(reasons[0].rule, Rule::Shape(ShapeFault::OtherFormat));
}

/// §3.1 takes an RSA key, which the format refuses: its required members in
/// our canonical form give its thumbprint.
#[test]
fn rfc_7638_section_3_1() {
    let required = json!({
        "e": "AQAB",
        "kty": "RSA",
        "n": "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw",
    });
    let canonical = CanonicalBytes::of(&required).unwrap();
    assert_eq!(
        base64url::encode(&sha256(canonical.as_bytes())),
        "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs"
    );
}

#[test]
fn rfc_8037_appendix_a() {
    let public =
        br#"{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#;
    let key = PublicKey::from_jwk(public).unwrap();
    // A.3
    assert_eq!(
        key.kid().as_str(),
        "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"
    );
    // A.1 and A.4
    let secret = base64url::decode("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A").unwrap();
    let secret = SigningKey::from_secret_for(Algorithm::Ed25519, &secret).unwrap();
    assert_eq!(secret.public_key(), key);
    let input = b"eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc";
    let signature =
        "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";
    assert_eq!(base64url::encode(&secret.sign(input).unwrap()), signature);
    // A.5
    let signature = base64url::decode(signature).unwrap();
    assert!(key.verify(input, &signature).is_ok());
}
