//! base64url without padding (RFC 4648 §5), read strictly.
//!
//! Strict means that only the one text that encoding would give is read:
//! no padding, no white space, no stray bits in the last symbol. Otherwise
//! two different files could carry the same signature.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The value of each ASCII symbol, or [`NONE`].
const VALUES: [u8; 128] = {
    let mut values = [NONE; 128];
    let mut value = 0;
    let mut symbols: &[u8] = ALPHABET;
    #[expect(clippy::indexing_slicing, reason = "checked when this is compiled")]
    while let [symbol, rest @ ..] = symbols {
        values[*symbol as usize] = value;
        value += 1;
        symbols = rest;
    }
    values
};

const NONE: u8 = 0xff;

/// The base64url text of `bytes`, without padding.
#[must_use]
pub fn encode(bytes: &[u8]) -> String {
    let mut text = Vec::with_capacity(bytes.len().div_ceil(3) * 4);
    let (whole, rest) = bytes.as_chunks::<3>();
    for [first, second, third] in whole {
        let group = u32::from_be_bytes([0, *first, *second, *third]);
        text.extend_from_slice(&[18, 12, 6, 0].map(|shift| symbol(group >> shift)));
    }
    match rest {
        [first] => {
            let group = u32::from_be_bytes([0, *first, 0, 0]);
            text.extend_from_slice(&[18, 12].map(|shift| symbol(group >> shift)));
        }
        [first, second] => {
            let group = u32::from_be_bytes([0, *first, *second, 0]);
            text.extend_from_slice(&[18, 12, 6].map(|shift| symbol(group >> shift)));
        }
        _ => {}
    }
    // Symbols are ASCII.
    String::from_utf8(text).unwrap_or_default()
}

/// The bytes that `text` stands for; `None` where encoding them again would
/// not give `text` (RFC 7515 §2 has no padding and no white space).
#[must_use]
pub fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() * 3 / 4);
    let mut group = 0_u32;
    let mut bits = 0_u32;
    for symbol in text.bytes() {
        group = (group << 6) | value(symbol)?;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from((group >> bits) & 0xff).ok()?);
            group &= (1 << bits) - 1;
        }
    }
    // Catches stray trailing bits and impossible lengths in one comparison.
    (encode(&bytes) == text).then_some(bytes)
}

/// The symbol of the last six bits.
fn symbol(bits: u32) -> u8 {
    let index = usize::try_from(bits & 0x3f).unwrap_or_default();
    ALPHABET.get(index).copied().unwrap_or_default()
}

fn value(symbol: u8) -> Option<u32> {
    let value = VALUES.get(usize::from(symbol)).copied();
    value.filter(|value| *value != NONE).map(u32::from)
}

#[cfg(test)]
mod tests {
    use super::{decode, encode};
    use proptest::prelude::*;

    #[test]
    fn rfc_4648_section_10_vectors_without_padding() {
        let vectors = [
            ("", ""),
            ("f", "Zg"),
            ("fo", "Zm8"),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg"),
            ("fooba", "Zm9vYmE"),
            ("foobar", "Zm9vYmFy"),
        ];
        for (plain, encoded) in vectors {
            assert_eq!(encode(plain.as_bytes()), encoded);
            assert_eq!(decode(encoded).as_deref(), Some(plain.as_bytes()));
        }
        assert_eq!(encode(&[0xfb, 0xff]), "-_8");
    }

    #[test]
    fn padding_stray_bits_and_other_alphabets_are_refused() {
        for text in [
            "Zg==", "Zh", "Zm9", "Z", "Zm 9v", "+_8", "-/8", "Zm9v\n", "é",
        ] {
            assert_eq!(decode(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn decoding_gives_back_what_was_encoded(bytes: Vec<u8>) {
            prop_assert_eq!(decode(&encode(&bytes)), Some(bytes));
        }
    }
}
