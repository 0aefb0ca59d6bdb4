//! Taking white space out of JSON text, and putting it in, without parsing.

/// `text` without the white space that stands outside strings.
///
/// Works on bytes and on any text, JSON or not: it only follows quotation
/// marks and backslashes. Strings are left as they are.
#[must_use]
pub fn compact(text: &[u8]) -> Vec<u8> {
    let mut strings = InString::default();
    text.iter()
        .copied()
        .filter(|byte| strings.step(*byte) || !matches!(byte, b' ' | b'\t' | b'\n' | b'\r'))
        .collect()
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
    use super::{compact, pretty};

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
