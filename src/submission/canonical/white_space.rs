//! Taking white space out of JSON text, and putting it in, without parsing.

/// `text` without the white space that stands outside strings.
///
/// Works on bytes and on any text, JSON or not: it only follows quotation
/// marks and backslashes. Strings are left as they are.
#[must_use]
pub fn compact(text: &[u8]) -> Vec<u8> {
    Compacted::of(text).bytes
}

/// A text without white space, and whether that changes what it says.
pub(in crate::submission) struct Compacted {
    /// What [`compact`] gives.
    pub(in crate::submission) bytes: Vec<u8>,
    /// Whether white space parted two pieces outside strings that are one
    /// without it, as in `nu ll`: then the text was no JSON, even where the
    /// bytes are.
    pub(in crate::submission) joined: bool,
}

impl Compacted {
    pub(in crate::submission) fn of(text: &[u8]) -> Self {
        let mut out = Self {
            bytes: Vec::with_capacity(text.len()),
            joined: false,
        };
        let mut rest = text;
        while let Some(first) = rest.first() {
            let length = match first {
                b'"' => string_length(rest),
                byte if is_space(*byte) => length_until(rest, |byte| !is_space(byte)),
                _ => length_until(rest, |byte| byte == b'"' || is_space(byte)),
            };
            let (piece, tail) = rest.split_at_checked(length).unwrap_or((rest, &[]));
            if !is_space(*first) {
                out.bytes.extend_from_slice(piece);
            } else if let (Some(before), Some(after)) = (out.bytes.last(), tail.first()) {
                out.joined |= is_bare(*before) && is_bare(*after);
            }
            rest = tail;
        }
        out
    }
}

/// RFC 8259 §2.
const fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

/// Whether a byte can be inside a number or a literal.
const fn is_bare(byte: u8) -> bool {
    !matches!(byte, b'{' | b'}' | b'[' | b']' | b':' | b',' | b'"')
}

fn length_until(text: &[u8], ends: impl Fn(u8) -> bool) -> usize {
    let end = text.iter().position(|byte| ends(*byte));
    end.unwrap_or(text.len())
}

/// How long the string is with which `text` begins, both quotation marks
/// included; all of `text` where it does not end.
fn string_length(text: &[u8]) -> usize {
    let mut length = 1;
    while let Some(rest) = text.get(length..) {
        let inside = length_until(rest, |byte| matches!(byte, b'"' | b'\\'));
        match rest.get(inside) {
            Some(b'"') => return length + inside + 1,
            Some(_) => length += inside + 2,
            None => break,
        }
    }
    text.len()
}

/// Compact JSON laid out for reading: two spaces, LF, a final newline.
///
/// Only white space is put in, so [`compact`] gives back what went in.
#[must_use]
pub fn pretty(compact: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(compact.len() * 2);
    let mut strings = InString::default();
    let mut level = 0_usize;
    let mut just_opened = false;
    for byte in compact.iter().copied() {
        if strings.step(byte) {
            out.push(byte);
            continue;
        }
        let closes = matches!(byte, b'}' | b']');
        if closes {
            level = level.saturating_sub(1);
        }
        if closes != just_opened {
            new_line(&mut out, level);
        }
        out.push(byte);
        just_opened = matches!(byte, b'{' | b'[');
        match byte {
            b'{' | b'[' => level += 1,
            b',' => new_line(&mut out, level),
            b':' => out.push(b' '),
            _ => {}
        }
    }
    out.push(b'\n');
    out
}

fn new_line(out: &mut Vec<u8>, level: usize) {
    out.push(b'\n');
    out.extend(std::iter::repeat_n(b' ', level * 2));
}

/// Follows where strings begin and end.
#[derive(Default)]
pub(in crate::submission) struct InString {
    open: bool,
    escaped: bool,
}

impl InString {
    /// Takes the next byte; true where it belongs to a string, its closing
    /// quotation mark included and its opening one not.
    pub(in crate::submission) fn step(&mut self, byte: u8) -> bool {
        if !self.open {
            self.open = byte == b'"';
            return false;
        }
        match byte {
            _ if self.escaped => self.escaped = false,
            b'\\' => self.escaped = true,
            b'"' => self.open = false,
            _ => {}
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::{Compacted, compact, pretty};

    #[test]
    fn white_space_that_parts_a_literal_is_noticed() {
        for text in ["nu ll", "[1 2]", "{\"a\":t\nrue}", "- 1"] {
            assert!(Compacted::of(text.as_bytes()).joined, "{text}");
        }
        for text in [
            " null ",
            "[1 , 2 ]",
            "{ \"a b\" : true }",
            "\"nu ll\"",
            "\"a\" \"b\"",
        ] {
            assert!(!Compacted::of(text.as_bytes()).joined, "{text}");
        }
    }

    #[test]
    fn strings_that_do_not_end_are_kept() {
        for text in ["\"a b", "\"a \\", "\"a \\\" b", "\\ \""] {
            let expected = if text.starts_with('"') { text } else { "\\\"" };
            assert_eq!(compact(text.as_bytes()), expected.as_bytes());
        }
    }

    #[test]
    fn white_space_in_strings_stays() {
        let text = b"{ \"a b\" : [ \"c\\\" d\" ,\t1 ]\r\n}";
        assert_eq!(compact(text), b"{\"a b\":[\"c\\\" d\",1]}");
    }

    #[test]
    fn pretty_has_two_spaces_and_a_final_newline() {
        let text = br#"{"a":[],"b":{},"c":[1,{"d":"x, y: {z}"}]}"#;
        let laid_out = pretty(text);
        let expected = "{\n  \"a\": [],\n  \"b\": {},\n  \"c\": [\n    1,\n    {\n      \"d\": \"x, y: {z}\"\n    }\n  ]\n}\n";
        assert_eq!(String::from_utf8(laid_out.clone()).unwrap(), expected);
        assert_eq!(compact(&laid_out), text);
    }
}
