//! Narrowed I-JSON (RFC 7493): a parser that refuses what readers differ on.

use crate::text::allowed_char;
use serde::de::{DeserializeSeed, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};
use std::fmt;
use unicode_normalization::is_nfc;

/// How deep objects and arrays may nest, the outermost counting as one.
pub const MAX_DEPTH: usize = 32;

/// The largest size of an integer: 2^53 − 1, which every reader holds exactly.
pub const MAX_INTEGER: u64 = (1 << 53) - 1;

const BYTE_ORDER_MARK: &[u8] = &[0xef, 0xbb, 0xbf];

/// What a JSON text does wrong.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum JsonFault {
    /// It starts with a byte-order mark.
    #[error("byte-order mark")]
    ByteOrderMark,
    /// It is no UTF-8.
    #[error("not UTF-8")]
    NotUtf8,
    /// It is no JSON, lone surrogates included.
    #[error("not JSON")]
    Syntax,
    /// It ends in the middle.
    #[error("truncated")]
    Truncated,
    /// An object has the same name twice.
    #[error("duplicate name")]
    DuplicateName,
    /// A member name is not printable ASCII.
    #[error("member name not ASCII")]
    NameNotAscii,
    /// A number is written with a fraction or an exponent, or as -0.
    #[error("number not an integer")]
    NotAnInteger,
    /// An integer is beyond ±(2^53 − 1).
    #[error("integer out of range")]
    IntegerOutOfRange,
    /// A text has a character that a record may not hold.
    #[error("forbidden character U+{:04X}", u32::from(*.0))]
    ForbiddenCharacter(char),
    /// A text is not in Unicode normalization form C.
    #[error("text not in NFC")]
    NotNfc,
    /// Objects and arrays nest deeper than [`MAX_DEPTH`].
    #[error("nested too deeply")]
    TooDeep,
}

/// A fault and where it is.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{fault} at {pointer:?} (line {line}, column {column})")]
pub struct JsonError {
    /// What is wrong.
    pub fault: JsonFault,
    /// JSON pointer (RFC 6901) of the value; empty for the whole text.
    pub pointer: String,
    /// Line in the text that was parsed, from 1.
    pub line: usize,
    /// Column in bytes, from 1; 0 where the start of the line is meant.
    pub column: usize,
}

impl JsonError {
    /// The same fault, seen from the text that holds this one at `pointer`.
    #[must_use]
    pub(in crate::submission) fn inside(mut self, pointer: &str) -> Self {
        self.pointer.insert_str(0, pointer);
        self
    }
}

/// Parses `text` as narrowed I-JSON.
///
/// Guarantees: no name twice, ASCII names, integers within ±(2^53 − 1) only,
/// texts in NFC without forbidden characters, depth at most [`MAX_DEPTH`],
/// nothing after the value. It does not check that the text is canonical.
///
/// # Errors
/// The first fault, with its place.
pub fn parse_strict(text: &[u8]) -> Result<Value, JsonError> {
    parse(text, Narrowing::Full)
}

/// Parses `text` as another program may have written it anew: numbers such
/// as `1.0` and characters that a record may not hold are let through.
/// Duplicate names and deep nesting are refused, since readers differ on them.
///
/// # Errors
/// The first fault, with its place.
pub fn parse_reencoded(text: &[u8]) -> Result<Value, JsonError> {
    parse(text, Narrowing::UniqueNames)
}

fn parse(text: &[u8], narrowing: Narrowing) -> Result<Value, JsonError> {
    if text.starts_with(BYTE_ORDER_MARK) {
        return Err(JsonError {
            fault: JsonFault::ByteOrderMark,
            pointer: String::new(),
            line: 1,
            column: 1,
        });
    }
    let utf8 = std::str::from_utf8(text).map_err(|error| not_utf8(text, error.valid_up_to()))?;
    let mut walk = Walk {
        narrowing,
        path: Vec::new(),
        fault: None,
    };
    let mut deserializer = serde_json::Deserializer::from_str(utf8);
    let parsed = AnyValue(&mut walk)
        .deserialize(&mut deserializer)
        .and_then(|value| deserializer.end().map(|()| value));
    parsed.map_err(|error| walk.error(&error))
}

fn not_utf8(text: &[u8], valid_bytes: usize) -> JsonError {
    let valid = text.get(..valid_bytes).unwrap_or_default();
    let last_line = valid
        .rsplit(|byte| *byte == b'\n')
        .next()
        .unwrap_or_default();
    JsonError {
        fault: JsonFault::NotUtf8,
        pointer: String::new(),
        line: valid.split(|byte| *byte == b'\n').count(),
        column: last_line.len() + 1,
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Narrowing {
    Full,
    UniqueNames,
}

enum Step {
    Name(String),
    Index(usize),
}

/// Where the parser is, and the fault that stopped it.
struct Walk {
    narrowing: Narrowing,
    path: Vec<Step>,
    fault: Option<JsonFault>,
}

impl Walk {
    fn refuse<E: serde::de::Error>(&mut self, fault: JsonFault) -> E {
        self.fault = Some(fault);
        E::custom(fault)
    }

    fn enter<E: serde::de::Error>(&mut self) -> Result<(), E> {
        // Each step of the path is inside one container.
        if self.path.len() >= MAX_DEPTH {
            return Err(self.refuse(JsonFault::TooDeep));
        }
        Ok(())
    }

    fn check_name<E: serde::de::Error>(&mut self, name: &str) -> Result<(), E> {
        let printable = name.bytes().all(|byte| (0x20..0x7f).contains(&byte));
        if self.narrowing == Narrowing::Full && !printable {
            return Err(self.refuse(JsonFault::NameNotAscii));
        }
        Ok(())
    }

    fn check_text<E: serde::de::Error>(&mut self, text: &str) -> Result<(), E> {
        if self.narrowing == Narrowing::UniqueNames {
            return Ok(());
        }
        // Nearly all of the text of a form is of these, which are all allowed.
        let plain = |byte: u8| matches!(byte, b' '..=b'~' | b'\n' | b'\t');
        if text.bytes().all(plain) {
            return Ok(());
        }
        if let Some(character) = text.chars().find(|character| !allowed_char(*character)) {
            return Err(self.refuse(JsonFault::ForbiddenCharacter(character)));
        }
        if !is_nfc(text) {
            return Err(self.refuse(JsonFault::NotNfc));
        }
        Ok(())
    }

    fn check_integer<E: serde::de::Error>(&mut self, size: u64) -> Result<(), E> {
        if self.narrowing == Narrowing::Full && size > MAX_INTEGER {
            return Err(self.refuse(JsonFault::IntegerOutOfRange));
        }
        Ok(())
    }

    fn error(&self, error: &serde_json::Error) -> JsonError {
        let syntax = if error.is_eof() {
            JsonFault::Truncated
        } else {
            JsonFault::Syntax
        };
        JsonError {
            fault: self.fault.unwrap_or(syntax),
            pointer: self.pointer(),
            line: error.line(),
            column: error.column(),
        }
    }

    fn pointer(&self) -> String {
        let steps = self.path.iter().map(|step| match step {
            Step::Name(name) => format!("/{}", name.replace('~', "~0").replace('/', "~1")),
            Step::Index(index) => format!("/{index}"),
        });
        steps.collect()
    }
}

/// Reads one value, whatever it is.
struct AnyValue<'walk>(&'walk mut Walk);

impl<'de> DeserializeSeed<'de> for AnyValue<'_> {
    type Value = Value;

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for AnyValue<'_> {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Value, E> {
        Ok(Value::Bool(truth))
    }

    fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<Value, E> {
        self.0.check_integer(number)?;
        Ok(Value::from(number))
    }

    fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<Value, E> {
        self.0.check_integer(number.unsigned_abs())?;
        Ok(Value::from(number))
    }

    fn visit_f64<E: serde::de::Error>(self, number: f64) -> Result<Value, E> {
        if self.0.narrowing == Narrowing::Full {
            return Err(self.0.refuse(JsonFault::NotAnInteger));
        }
        Number::from_f64(number)
            .map(Value::Number)
            .ok_or_else(|| E::custom("not finite"))
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Value, E> {
        self.0.check_text(text)?;
        Ok(Value::String(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let walk = self.0;
        walk.enter()?;
        let mut array = Vec::new();
        walk.path.push(Step::Index(0));
        while let Some(item) = items.next_element_seed(AnyValue(&mut *walk))? {
            array.push(item);
            walk.path.pop();
            walk.path.push(Step::Index(array.len()));
        }
        walk.path.pop();
        Ok(Value::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let walk = self.0;
        walk.enter()?;
        let mut object = Map::new();
        while let Some(name) = members.next_key::<String>()? {
            walk.check_name(&name)?;
            walk.path.push(Step::Name(name.clone()));
            if object.contains_key(&name) {
                return Err(walk.refuse(JsonFault::DuplicateName));
            }
            let value = members.next_value_seed(AnyValue(&mut *walk))?;
            walk.path.pop();
            object.insert(name, value);
        }
        Ok(Value::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use super::{JsonFault, MAX_DEPTH, parse_reencoded, parse_strict};

    fn fault(text: &str) -> (JsonFault, String) {
        let error = parse_strict(text.as_bytes()).unwrap_err();
        (error.fault, error.pointer)
    }

    fn at(fault: JsonFault, pointer: &str) -> (JsonFault, String) {
        (fault, pointer.to_owned())
    }

    #[test]
    fn duplicate_names_are_refused_with_their_place() {
        let text = r#"{"a":[{"b":1,"b":2}]}"#;
        assert_eq!(fault(text), at(JsonFault::DuplicateName, "/a/0/b"));
        let text = r#"{"b":1,"\u0062":2}"#;
        assert_eq!(fault(text), at(JsonFault::DuplicateName, "/b"));
        assert!(parse_reencoded(text.as_bytes()).is_err());
    }

    #[test]
    fn only_integers_that_every_reader_holds_are_accepted() {
        for text in ["1.0", "1e3", "-0", "-0.0", "18446744073709551616"] {
            assert_eq!(fault(text), at(JsonFault::NotAnInteger, ""), "{text}");
        }
        for text in ["9007199254740992", "-9007199254740992"] {
            assert_eq!(fault(text), at(JsonFault::IntegerOutOfRange, ""), "{text}");
        }
        for text in ["0", "9007199254740991", "-9007199254740991"] {
            assert!(parse_strict(text.as_bytes()).is_ok(), "{text}");
        }
    }

    #[test]
    fn characters_that_mislead_a_reader_are_refused() {
        for character in [
            '\u{7f}',
            '\u{200b}',
            '\u{202e}',
            '\u{2066}',
            '\u{feff}',
            '\u{fdd0}',
            '\u{1fffe}',
        ] {
            let text = format!("[\"a{character}\"]");
            let expected = at(JsonFault::ForbiddenCharacter(character), "/0");
            assert_eq!(fault(&text), expected);
        }
        let nul = at(JsonFault::ForbiddenCharacter('\0'), "/0");
        assert_eq!(fault("[\"\\u0000\"]"), nul);
        let carriage_return = at(JsonFault::ForbiddenCharacter('\r'), "/1");
        assert_eq!(fault("[1,\"\\r\"]"), carriage_return);
        assert_eq!(fault("\"e\u{301}\""), at(JsonFault::NotNfc, ""));
        assert_eq!(fault("\"\\ud800\"").0, JsonFault::Syntax);
    }

    #[test]
    fn ordinary_french_text_passes() {
        let text = "\"« L’œuvre »\u{a0}: 12\u{202f}%, sous\u{2011}ministre, \u{200d}\u{200c}ᓄᓇᕗᑦ W̱SÁNEĆ\\n\\t—\"";
        assert!(parse_strict(text.as_bytes()).is_ok());
    }

    #[test]
    fn names_are_ascii() {
        assert_eq!(fault(r#"{"é":1}"#).0, JsonFault::NameNotAscii);
    }

    #[test]
    fn thirty_two_levels_are_the_limit() {
        let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(parse_strict(nested(MAX_DEPTH).as_bytes()).is_ok());
        assert_eq!(fault(&nested(MAX_DEPTH + 1)).0, JsonFault::TooDeep);
    }

    #[test]
    fn broken_texts_say_where() {
        let error = parse_strict(b"{\n  \"a\": tree\n}").unwrap_err();
        assert_eq!((error.fault, error.line), (JsonFault::Syntax, 2));
        assert_eq!(fault("{\"a\":[1,").0, JsonFault::Truncated);
        assert_eq!(fault("{} {}").0, JsonFault::Syntax);
        assert_eq!(fault("\u{feff}{}").0, JsonFault::ByteOrderMark);
        let error = parse_strict(b"{\n\"\xff\"}").unwrap_err();
        assert_eq!(
            (error.fault, error.line, error.column),
            (JsonFault::NotUtf8, 2, 2)
        );
    }
}
