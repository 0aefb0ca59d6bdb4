//! The canonical form (RFC 8785, JCS) and the white space around it.
//!
//! What is signed is the canonical form of the record. The file is that form
//! with white space put in, so the signed bytes can be cut out of a file as
//! text and checked before anything parses them.

mod narrow;
mod strict;
mod white_space;

pub(in crate::submission) use narrow::is_canonical;
pub use strict::{JsonError, JsonFault, MAX_DEPTH, MAX_INTEGER, parse_reencoded, parse_strict};
pub(in crate::submission) use white_space::{Compacted, InString};
pub use white_space::{compact, pretty};

use serde::Serialize;
use sha2::{Digest as _, Sha256};

/// Bytes that are the RFC 8785 form of a JSON value.
///
/// Made by serializing, or of bytes that were compared with the canonical form
/// of their value, so the bytes are always canonical. Whether the
/// value is also narrowed I-JSON is for [`parse_strict`] to say.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CanonicalBytes(Vec<u8>);

impl CanonicalBytes {
    /// The canonical form of `value`.
    ///
    /// # Errors
    /// Where the value cannot be JSON (a map whose keys are no strings, a
    /// number that is infinite).
    pub fn of<T: Serialize>(value: &T) -> Result<Self, CanonicalError> {
        serde_json_canonicalizer::to_vec(value)
            .map(Self)
            .map_err(CanonicalError)
    }

    /// Bytes that [`is_canonical`] found to be canonical.
    pub(in crate::submission) fn of_canonical(bytes: &[u8]) -> Self {
        Self(bytes.to_vec())
    }

    /// The bytes themselves.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// SHA-256 of the bytes.
    #[must_use]
    pub fn sha256(&self) -> [u8; 32] {
        sha256(&self.0)
    }
}

/// SHA-256 (FIPS 180-4) of `bytes`.
#[must_use]
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// A value that has no canonical form.
#[derive(Debug, thiserror::Error)]
#[error("value has no canonical JSON form")]
pub struct CanonicalError(#[source] serde_json::Error);

#[cfg(test)]
mod tests {
    use super::CanonicalBytes;
    use serde_json::{Value, json};

    fn canonical(value: &Value) -> String {
        String::from_utf8(CanonicalBytes::of(value).unwrap().as_bytes().to_vec()).unwrap()
    }

    /// RFC 8785 §3.2.2 (input) and §3.2.3 (sorted output).
    #[test]
    fn rfc_8785_section_3_2_sample() {
        let input = r#"{
            "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
            "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
            "literals": [null, true, false]
        }"#;
        let value: Value = serde_json::from_str(input).unwrap();
        assert_eq!(
            canonical(&value),
            "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}"
        );
    }

    /// RFC 8785 §3.2.3: names sort by UTF-16 code units, not by code points.
    #[test]
    fn rfc_8785_section_3_2_3_sorting() {
        let value = json!({
            "\u{20ac}": "Euro Sign",
            "\r": "Carriage Return",
            "\u{fb33}": "Hebrew Letter Dalet With Dagesh",
            "1": "One",
            "\u{1f600}": "Emoji: Grinning Face",
            "\u{80}": "Control",
            "\u{f6}": "Latin Small Letter O With Diaeresis"
        });
        let text = canonical(&value);
        let order = [
            "Carriage Return",
            "One",
            "Control",
            "Latin Small Letter O With Diaeresis",
            "Euro Sign",
            "Emoji: Grinning Face",
            "Hebrew Letter Dalet With Dagesh",
        ];
        let places: Vec<_> = order.iter().map(|name| text.find(name).unwrap()).collect();
        assert!(places.is_sorted(), "{text}");
    }

    /// RFC 8785 appendix B: IEEE 754 bit patterns and their JSON text.
    #[test]
    fn rfc_8785_appendix_b_numbers() {
        let vectors: [(u64, &str); 24] = [
            (0x0000_0000_0000_0000, "0"),
            (0x8000_0000_0000_0000, "0"),
            (0x0000_0000_0000_0001, "5e-324"),
            (0x8000_0000_0000_0001, "-5e-324"),
            (0x7fef_ffff_ffff_ffff, "1.7976931348623157e+308"),
            (0xffef_ffff_ffff_ffff, "-1.7976931348623157e+308"),
            (0x4340_0000_0000_0000, "9007199254740992"),
            (0xc340_0000_0000_0000, "-9007199254740992"),
            (0x4430_0000_0000_0000, "295147905179352830000"),
            (0x44b5_2d02_c7e1_4af5, "9.999999999999997e+22"),
            (0x44b5_2d02_c7e1_4af6, "1e+23"),
            (0x44b5_2d02_c7e1_4af7, "1.0000000000000001e+23"),
            (0x444b_1ae4_d6e2_ef4e, "999999999999999700000"),
            (0x444b_1ae4_d6e2_ef4f, "999999999999999900000"),
            (0x444b_1ae4_d6e2_ef50, "1e+21"),
            (0x3eb0_c6f7_a0b5_ed8c, "9.999999999999997e-7"),
            (0x3eb0_c6f7_a0b5_ed8d, "0.000001"),
            (0x41b3_de43_5555_5553, "333333333.3333332"),
            (0x41b3_de43_5555_5554, "333333333.33333325"),
            (0x41b3_de43_5555_5555, "333333333.3333333"),
            (0x41b3_de43_5555_5556, "333333333.3333334"),
            (0x41b3_de43_5555_5557, "333333333.33333343"),
            (0xbecb_f647_612f_3696, "-0.0000033333333333333333"),
            (0x4314_3ff3_c1cb_0959, "1424953923781206.2"),
        ];
        for (bits, text) in vectors {
            assert_eq!(canonical(&json!(f64::from_bits(bits))), text);
        }
    }
}
