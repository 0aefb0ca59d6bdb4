//! Good signatures under headers that are not those of the format.

use probitas::submission::base64url;
use probitas::submission::canonical::{CanonicalBytes, sha256};
use probitas::submission::jws::{SignatureEntry, signing_input};
use serde_json::{Value, json};

use crate::signatures::record_text;
use crate::support::{assemble, entry_over, header, key, sealed, with_header};
use crate::vector::{Vector, bad_signature};

fn with(name: &str, value: Value) -> String {
    let mut header = header();
    header[name] = value;
    with_header(&header)
}

fn without(name: &str) -> String {
    let mut header = header();
    header.as_object_mut().unwrap().remove(name);
    with_header(&header)
}

/// Signed with key 1 under a header of any text.
fn with_text(header: &str) -> String {
    let entry = entry_over(header.as_bytes(), sealed().bytes().as_bytes());
    assemble(&record_text(), &[entry])
}

/// Under any header, with a signature of any making.
pub fn signed_how(header: &Value, sign: impl Fn(&[u8]) -> Vec<u8>) -> String {
    let protected = base64url::encode(CanonicalBytes::of(header).unwrap().as_bytes());
    let input = signing_input(&protected, sealed().bytes().as_bytes());
    let signature = base64url::encode(&sign(&input));
    assemble(
        &record_text(),
        &[SignatureEntry {
            protected,
            signature,
        }],
    )
}

/// HMAC-SHA-256 (RFC 2104).
fn hmac(key: &[u8], message: &[u8]) -> Vec<u8> {
    let mut block = sha256(key).to_vec();
    block.resize(64, 0);
    let pad = |byte: u8| block.iter().map(|part| part ^ byte).collect::<Vec<u8>>();
    let inner = sha256(&[pad(0x36), message.to_vec()].concat());
    sha256(&[pad(0x5c), inner.to_vec()].concat()).to_vec()
}

pub fn vectors() -> Vec<Vector> {
    [algorithms(), keys(), forbidden(), values(), encodings()]
        .into_iter()
        .flatten()
        .collect()
}

fn algorithms() -> Vec<Vector> {
    let bad = |name, about, text: String| bad_signature(0, "alg-mismatch", name, about, text);
    let mut none = header();
    none["alg"] = json!("none");
    let mut shared = header();
    shared["alg"] = json!("HS256");
    let public = key(1).public_key().to_jwk().unwrap();
    vec![
        bad(
            "header-alg-none",
            "alg none over a good signature",
            with_header(&none),
        ),
        bad(
            "header-alg-none-empty-signature",
            "alg none as RFC 7515 has it, with no signature",
            signed_how(&none, |_| Vec::new()),
        ),
        bad(
            "header-alg-hs256-with-public-key",
            "the public key taken for a shared secret",
            signed_how(&shared, |input| hmac(&public, input)),
        ),
        bad(
            "header-alg-es384",
            "another curve than the key's",
            with("alg", json!("ES384")),
        ),
        bad(
            "header-alg-es256k",
            "another curve than the key's",
            with("alg", json!("ES256K")),
        ),
        bad(
            "header-alg-eddsa",
            "a name that is never used",
            with("alg", json!("EdDSA")),
        ),
        bad(
            "header-alg-lower-case",
            "names are case-sensitive",
            with("alg", json!("es256")),
        ),
    ]
}

fn keys() -> Vec<Vector> {
    let stranger = key(3);
    let mut embedded = header();
    let jwk = stranger.public_key().to_jwk().unwrap();
    embedded["jwk"] = serde_json::from_slice(&jwk).unwrap();
    embedded["kid"] = json!(stranger.public_key().kid().as_str());
    vec![
        bad_signature(
            0,
            "header-forbidden-name",
            "header-embedded-jwk",
            "signed by the key that the header brings along",
            signed_how(&embedded, |input| stranger.sign(input).unwrap()),
        ),
        bad_signature(
            0,
            "signature-bad",
            "stranger-under-trusted-kid",
            "signed by a stranger who names key 1",
            signed_how(&header(), |input| stranger.sign(input).unwrap()),
        ),
        bad_signature(
            0,
            "header-kid",
            "header-kid-missing",
            "no kid",
            without("kid"),
        ),
        bad_signature(
            0,
            "header-kid",
            "header-kid-is-a-name",
            "a kid that is no thumbprint",
            with("kid", json!("key-1")),
        ),
        bad_signature(
            0,
            "kid-unknown",
            "header-kid-of-no-key",
            "a thumbprint that no given key has",
            with("kid", json!(base64url::encode(&[0; 32]))),
        ),
    ]
}

fn forbidden() -> Vec<Vector> {
    let bad =
        |name, about, text: String| bad_signature(0, "header-forbidden-name", name, about, text);
    let mut unencoded = header();
    unencoded["b64"] = json!(false);
    unencoded["crit"] = json!(["b64"]);
    let protected = base64url::encode(CanonicalBytes::of(&unencoded).unwrap().as_bytes());
    let input = format!("{protected}.{}", record_text());
    let signature = base64url::encode(&key(1).sign(input.as_bytes()).unwrap());
    let entry = SignatureEntry {
        protected,
        signature,
    };
    vec![
        bad(
            "header-crit",
            "crit with a known name",
            with("crit", json!(["iat"])),
        ),
        bad(
            "header-crit-unknown",
            "crit with an unknown name",
            with("crit", json!(["approved"])),
        ),
        bad(
            "header-crit-empty",
            "crit with no name",
            with("crit", json!([])),
        ),
        bad(
            "header-b64-false",
            "b64 false over an encoded payload",
            with("b64", json!(false)),
        ),
        bad(
            "header-b64-false-unencoded",
            "b64 false as RFC 7797 has it, over the payload itself",
            assemble(&record_text(), &[entry]),
        ),
        bad(
            "header-jku",
            "a key to be fetched",
            with("jku", json!("https://example.org/keys")),
        ),
        bad(
            "header-x5u",
            "a certificate to be fetched",
            with("x5u", json!("https://example.org/c")),
        ),
        bad("header-cty", "a content type", with("cty", json!("json"))),
        bad(
            "header-exp",
            "a name of another format",
            with("exp", json!(4_102_444_800_u64)),
        ),
    ]
}

fn values() -> Vec<Vector> {
    let bad = |code, name, about, text: String| bad_signature(0, code, name, about, text);
    vec![
        bad(
            "header-typ",
            "header-typ-jwt",
            "a typ of another format",
            with("typ", json!("JWT")),
        ),
        bad(
            "header-typ",
            "header-typ-trust",
            "the typ of a trust list",
            with("typ", json!("probitas-trust+jws")),
        ),
        bad(
            "header-typ",
            "header-typ-with-application",
            "the typ as a whole media type",
            with("typ", json!("application/probitas-submission+jws")),
        ),
        bad("header-typ", "header-typ-missing", "no typ", without("typ")),
        bad(
            "header-x5c",
            "header-x5c-empty",
            "an empty certificate chain",
            with("x5c", json!([])),
        ),
        bad(
            "header-x5c",
            "header-x5c-text",
            "certificates as one text",
            with("x5c", json!("MAA=")),
        ),
        bad(
            "header-x5c",
            "header-x5c-base64url",
            "a certificate without padding",
            with("x5c", json!(["MAA"])),
        ),
        bad("header-alg", "header-alg-missing", "no alg", without("alg")),
        bad("header-iat", "header-iat-missing", "no iat", without("iat")),
        bad(
            "header-iat",
            "header-iat-text",
            "iat as a text",
            with("iat", json!("1730464200")),
        ),
        bad(
            "header-iat",
            "header-iat-negative",
            "before 1970",
            with("iat", json!(-1)),
        ),
        bad(
            "header-role",
            "header-role-missing",
            "no role",
            without("role"),
        ),
        bad(
            "header-role",
            "header-role-unknown",
            "a role that there is not",
            with("role", json!("boss")),
        ),
        bad(
            "header-role",
            "header-role-capital",
            "names are case-sensitive",
            with("role", json!("DeputyHead")),
        ),
        bad(
            "header-name",
            "header-name-missing",
            "no name",
            without("name"),
        ),
        bad(
            "header-name",
            "header-name-blank",
            "a name of spaces",
            with("name", json!("  ")),
        ),
        bad(
            "header-name",
            "header-name-narrow-no-break-space",
            "a name of U+202F, which is white space for Unicode, and not for every language",
            with("name", json!("\u{202f}")),
        ),
        bad(
            "header-name",
            "header-name-figure-space",
            "a name of U+2007, the same",
            with("name", json!("\u{2007}")),
        ),
        bad(
            "header-name",
            "header-name-next-line",
            "a name of U+0085, a control character",
            with("name", json!("\u{85}")),
        ),
        bad(
            "header-name",
            "header-name-two-lines",
            "a name of two lines",
            with("name", json!("A\nB")),
        ),
        bad(
            "header-prev",
            "header-prev-missing",
            "no prev",
            without("prev"),
        ),
        bad_signature(
            0,
            "prev-mismatch",
            "header-prev-wrong",
            "another digest than that of no signatures",
            with("prev", json!(base64url::encode(&[0; 32]))),
        ),
        bad_signature(
            0,
            "iat-in-future",
            "header-iat-in-2100",
            "signed in the year 2100",
            with("iat", json!(4_102_444_800_u64)),
        ),
    ]
}

fn encodings() -> Vec<Vector> {
    let canonical = String::from_utf8(CanonicalBytes::of(&header()).unwrap().as_bytes().to_vec());
    let text = canonical.unwrap();
    let form = |name, about, text: &str| {
        bad_signature(0, "header-not-canonical", name, about, with_text(text))
    };
    let doubled = text.replacen('{', r#"{"alg":"none","#, 1);
    let (head, tail) = text.split_at(text.len() - 1);
    vec![
        form("header-duplicate-name", "alg none, then ES256", &doubled),
        form(
            "header-iat-with-fraction",
            "iat with a fraction",
            &text.replace("1730464200", "1730464200.5"),
        ),
        form(
            "header-iat-with-exponent",
            "iat with an exponent",
            &text.replace("1730464200", "17304642e2"),
        ),
        form(
            "header-decomposed-name",
            "a name that is not NFC",
            &text.replace("Zoé", "Zoe\u{301}"),
        ),
        form(
            "header-direction-mark",
            "a mark that turns text round",
            &text.replace("Zoé", "Zoé\u{202e}"),
        ),
        form("header-truncated", "the last brace is missing", head),
        form(
            "header-trailing-data",
            "something after the header",
            &format!("{text}{tail}"),
        ),
        form(
            "header-byte-order-mark",
            "a byte-order mark",
            &format!("\u{feff}{text}"),
        ),
        form(
            "header-with-white-space",
            "a space after each comma",
            &text.replace(',', ", "),
        ),
        form(
            "header-escaped",
            "é as an escape",
            &text.replace("Zoé", "Zo\\u00e9"),
        ),
        form(
            "header-reordered",
            "typ first",
            &format!(
                r#"{{"typ":"probitas-submission+jws",{}"#,
                text.replace(r#","typ":"probitas-submission+jws""#, "")
                    .trim_start_matches('{')
            ),
        ),
        form("header-is-an-array", "no object", "[]"),
    ]
}
