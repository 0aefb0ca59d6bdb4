//! Digest and printed fingerprint of a record.
//!
//! The identity of a submission is the SHA-256 of its record in canonical
//! form. People compare the fingerprint: its first 160 bits in Crockford's
//! base 32, in eight groups of four, and a check symbol.

use super::base64url;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Crockford's 32 symbols, then the five that only a check symbol can be.
const SYMBOLS: &[u8; 37] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U";
const FINGERPRINT_BYTES: usize = 20;
const FINGERPRINT_SYMBOLS: usize = 32;

/// SHA-256 of a record in canonical form: the identity of a submission.
/// Written in JSON as 64 hexadecimal digits in lower case.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct RecordDigest([u8; 32]);

impl RecordDigest {
    /// The digest whose bytes these are.
    #[must_use]
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The 32 bytes.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// 64 hexadecimal digits in lower case.
    #[must_use]
    pub fn hex(&self) -> String {
        self.0
            .iter()
            .flat_map(|byte| [byte >> 4, byte & 15])
            .map(|digit| char::from_digit(u32::from(digit), 16).unwrap_or('?'))
            .collect()
    }

    /// 43 base64url symbols, as JWS members write it.
    #[must_use]
    pub fn base64url(&self) -> String {
        base64url::encode(&self.0)
    }

    /// The first 160 bits, for people.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        let mut first = [0; FINGERPRINT_BYTES];
        first
            .iter_mut()
            .zip(self.0)
            .for_each(|(to, from)| *to = from);
        Fingerprint(first)
    }
}

impl fmt::Display for RecordDigest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.hex())
    }
}

impl fmt::Debug for RecordDigest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "RecordDigest({self})")
    }
}

/// A text that is no SHA-256 in lower-case hexadecimal.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("not 64 lower-case hexadecimal digits")]
pub struct DigestError;

impl FromStr for RecordDigest {
    type Err = DigestError;

    fn from_str(text: &str) -> Result<Self, DigestError> {
        let digits: Vec<u8> = text
            .bytes()
            .map(hex_value)
            .collect::<Option<_>>()
            .ok_or(DigestError)?;
        let bytes: Vec<u8> = digits
            .chunks(2)
            .map(|pair| pair.iter().fold(0, |byte, digit| (byte << 4) | digit))
            .collect();
        if digits.len() != 64 {
            return Err(DigestError);
        }
        bytes
            .try_into()
            .map(Self)
            .map_err(|_wrong_length: Vec<u8>| DigestError)
    }
}

fn hex_value(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}

impl TryFrom<String> for RecordDigest {
    type Error = DigestError;

    fn try_from(text: String) -> Result<Self, DigestError> {
        text.parse()
    }
}

impl From<RecordDigest> for String {
    fn from(digest: RecordDigest) -> Self {
        digest.hex()
    }
}

/// What is printed on every page and read over the telephone, such as
/// `5NRH-CGNQ-4TR4-80B2-FJMZ-QB1J-YQ45-63XH 3`.
///
/// The check symbol is the 160-bit number modulo 37 (Crockford). It finds
/// one wrong symbol and two swapped ones; it is no proof of anything.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fingerprint([u8; FINGERPRINT_BYTES]);

impl Fingerprint {
    /// Whether this is the fingerprint of `digest`.
    #[must_use]
    pub fn belongs_to(&self, digest: &RecordDigest) -> bool {
        digest.fingerprint() == *self
    }

    fn check_value(&self) -> usize {
        self.0
            .iter()
            .fold(0, |rest, byte| (rest * 256 + usize::from(*byte)) % 37)
    }

    /// The 32 base-32 digits, most significant first.
    fn digits(&self) -> impl Iterator<Item = usize> {
        self.0.chunks(5).flat_map(|five| {
            let group = five
                .iter()
                .fold(0_u64, |group, byte| (group << 8) | u64::from(*byte));
            (0..8).map(move |place| ((group >> (35 - 5 * place)) & 31) as usize)
        })
    }
}

fn symbol(value: usize) -> char {
    // Every value is a remainder modulo 32 or 37, so none is out of range.
    SYMBOLS.get(value).map_or('?', |symbol| char::from(*symbol))
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, digit) in self.digits().enumerate() {
            if place > 0 && place % 4 == 0 {
                formatter.write_str("-")?;
            }
            write!(formatter, "{}", symbol(digit))?;
        }
        write!(formatter, " {}", symbol(self.check_value()))
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Fingerprint({self})")
    }
}

/// Why a typed fingerprint cannot be one.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum FingerprintError {
    /// A character that no fingerprint has.
    #[error("unknown character in a fingerprint")]
    UnknownCharacter(char),
    /// Not 32 symbols and a check symbol.
    #[error("a fingerprint has 33 symbols, not {0}")]
    Length(usize),
    /// The check symbol does not fit: something was mistyped.
    #[error("check symbol does not fit")]
    CheckSymbol,
}

impl FromStr for Fingerprint {
    type Err = FingerprintError;

    /// Reads what a person typed: in either case, with or without hyphens and
    /// spaces, O for 0, I or L for 1. The check symbol must be there and fit.
    fn from_str(text: &str) -> Result<Self, FingerprintError> {
        let values: Vec<usize> = text
            .chars()
            .filter(|character| !is_separator(*character))
            .map(typed_value)
            .collect::<Result<_, _>>()?;
        let (Some((check, digits)), true) =
            (values.split_last(), values.len() == FINGERPRINT_SYMBOLS + 1)
        else {
            return Err(FingerprintError::Length(values.len()));
        };
        let mut bytes = [0; FINGERPRINT_BYTES];
        for (five, eight) in bytes.chunks_mut(5).zip(digits.chunks(8)) {
            if eight.iter().any(|digit| *digit > 31) {
                return Err(FingerprintError::CheckSymbol);
            }
            let group = eight
                .iter()
                .fold(0_u64, |group, digit| (group << 5) | *digit as u64);
            for (byte, value) in five.iter_mut().zip(group.to_be_bytes().into_iter().skip(3)) {
                *byte = value;
            }
        }
        let read = Self(bytes);
        if read.check_value() == *check {
            Ok(read)
        } else {
            Err(FingerprintError::CheckSymbol)
        }
    }
}

fn is_separator(character: char) -> bool {
    character.is_whitespace() || matches!(character, '-' | '\u{2010}'..='\u{2015}')
}

fn typed_value(character: char) -> Result<usize, FingerprintError> {
    let upper = match character.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    SYMBOLS
        .iter()
        .position(|symbol| char::from(*symbol) == upper)
        .ok_or(FingerprintError::UnknownCharacter(character))
}

#[cfg(test)]
mod tests {
    use super::{Fingerprint, FingerprintError, RecordDigest};
    use proptest::prelude::*;

    const EXAMPLE: &str = "5NRH-CGNQ-4TR4-80B2-FJMZ-QB1J-YQ45-63XH 3";

    /// The check symbol of this example was computed a second time apart
    /// from this code: the number is 3 modulo 37.
    #[test]
    fn the_documented_example_is_read_and_printed() {
        let read: Fingerprint = EXAMPLE.parse().unwrap();
        assert_eq!(read.to_string(), EXAMPLE);
    }

    #[test]
    fn typing_is_tolerant() {
        let read: Fingerprint = EXAMPLE.parse().unwrap();
        for typed in [
            "5nrh cgnq 4tr4 80b2 fjmz qb1j yq45 63xh 3",
            "5NRHCGNQ4TR480B2FJMZQB1JYQ4563XH3",
            "5NRH-CGNQ-4TR4-8OB2-FJMZ-QBIJ-YQ45-63XH 3",
            "5NRH-CGNQ-4TR4-8oB2-FJMZ-QBlJ-YQ45-63XH\u{a0}3",
        ] {
            assert_eq!(typed.parse(), Ok(read), "{typed}");
        }
    }

    #[test]
    fn a_wrong_symbol_or_two_swapped_ones_are_found() {
        for typed in [
            "5NRH-CGNQ-4TR4-80B2-FJMZ-QB1J-YQ45-63XJ 3",
            "N5RH-CGNQ-4TR4-80B2-FJMZ-QB1J-YQ45-63XH 3",
            "5NRH-CGNQ-4TR4-80B2-FJMZ-QB1J-YQ45-63XH 4",
            "5NRH-CGNQ-4TR4-80B2-FJMZ-QB1J-YQ45-63X* 3",
        ] {
            assert_eq!(
                typed.parse::<Fingerprint>(),
                Err(FingerprintError::CheckSymbol),
                "{typed}"
            );
        }
        assert_eq!(
            "5NRH".parse::<Fingerprint>(),
            Err(FingerprintError::Length(4))
        );
        assert_eq!(
            "5NRé".parse::<Fingerprint>(),
            Err(FingerprintError::UnknownCharacter('é'))
        );
    }

    #[test]
    fn digests_are_lower_case_hexadecimal() {
        let text = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        let digest: RecordDigest = text.parse().unwrap();
        assert_eq!(
            digest,
            RecordDigest::new(super::super::canonical::sha256(b""))
        );
        assert_eq!(digest.hex(), text);
        assert_eq!(
            digest.base64url(),
            "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU"
        );
        for wrong in [
            &text[1..],
            &text.to_uppercase(),
            &text.replace('e', "g"),
            "",
        ] {
            assert!(wrong.parse::<RecordDigest>().is_err(), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn printed_fingerprints_are_read_back(bytes: [u8; 32]) {
            let fingerprint = RecordDigest::new(bytes).fingerprint();
            prop_assert_eq!(fingerprint.to_string().parse(), Ok(fingerprint));
            prop_assert!(fingerprint.belongs_to(&RecordDigest::new(bytes)));
        }
    }
}
