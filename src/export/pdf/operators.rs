//! The operators of a page's drawing, as bytes (ISO 32000-1, annex A).
//!
//! They are written here and not by `printpdf`, which takes an object, a text
//! and several allocations for every glyph.

use super::finish::utf16;
use crate::response::hex;

/// A drawing being written.
#[derive(Default)]
pub(super) struct Operators {
    bytes: Vec<u8>,
}

impl Operators {
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// An operator after its numbers.
    pub(super) fn write(&mut self, numbers: &[f32], operator: &str) {
        for number in numbers {
            self.number(*number);
            self.bytes.push(b' ');
        }
        self.bytes.extend_from_slice(operator.as_bytes());
        self.bytes.push(b'\n');
    }

    /// Chooses a face by its name among the resources.
    pub(super) fn face(&mut self, name: &str, size: f32) {
        self.bytes.push(b'/');
        self.bytes.extend_from_slice(name.as_bytes());
        self.bytes.push(b' ');
        self.write(&[size], "Tf");
    }

    /// Begins a sequence that is content of an element.
    pub(super) fn begin_content(&mut self, role: &str, number: i64) {
        self.begin(role, &format!("/MCID {number}"));
    }

    /// Begins a sequence that is no content, with what it is.
    pub(super) fn begin_artifact(&mut self, properties: &str) {
        self.begin("Artifact", properties);
    }

    /// Begins a sequence that stands for a text.
    pub(super) fn begin_text(&mut self, text: &str) {
        let text = hex(&utf16(text));
        self.begin("Span", &format!("/ActualText <{text}>"));
    }

    fn begin(&mut self, tag: &str, properties: &str) {
        let operands = format!("/{tag} <<{properties}>> BDC\n");
        self.bytes.extend_from_slice(operands.as_bytes());
    }

    /// Ends the sequence begun last.
    pub(super) fn end(&mut self) {
        self.write(&[], "EMC");
    }

    /// Shows glyphs, moved back by thousandths of the size after some.
    pub(super) fn show(&mut self, glyphs: &[(u16, f32)]) {
        self.bytes.push(b'[');
        let mut open = false;
        for (glyph, back) in glyphs {
            if !open {
                self.bytes.push(b'(');
                open = true;
            }
            for byte in glyph.to_be_bytes() {
                self.string_byte(byte);
            }
            if *back != 0.0 {
                self.bytes.push(b')');
                open = false;
                self.number(*back);
            }
        }
        if open {
            self.bytes.push(b')');
        }
        self.bytes.extend_from_slice(b"]TJ\n");
    }

    /// A byte of a string (ISO 32000-1, 7.3.4.2).
    fn string_byte(&mut self, byte: u8) {
        match byte {
            b'(' | b')' | b'\\' => self.bytes.extend([b'\\', byte]),
            b'\r' => self.bytes.extend_from_slice(b"\\r"),
            b'\n' => self.bytes.extend_from_slice(b"\\n"),
            _ => self.bytes.push(byte),
        }
    }

    /// A number, exact to a thousandth.
    fn number(&mut self, number: f32) {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "places on a page are small, and all else is held to the bounds"
        )]
        let thousandths = (f64::from(number) * 1000.0).round() as i64;
        let whole = (thousandths / 1000).unsigned_abs();
        let part = (thousandths % 1000).unsigned_abs();
        if thousandths < 0 {
            self.bytes.push(b'-');
        }
        let text = match part {
            0 => format!("{whole}"),
            _ => format!("{whole}.{part:03}"),
        };
        let text = if part > 0 {
            text.trim_end_matches('0')
        } else {
            &text
        };
        self.bytes.extend_from_slice(text.as_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(act: impl FnOnce(&mut Operators)) -> String {
        let mut operators = Operators::default();
        act(&mut operators);
        let bytes = operators.into_bytes();
        bytes.iter().map(|byte| char::from(*byte)).collect()
    }

    #[test]
    fn numbers_are_rounded_to_thousandths_and_are_never_exponents() {
        let numbers = [0.0, -0.0004, 10.0, 100.5, -0.05, 1e-9, 0.333_33, -612.125];
        let expected = "0 0 10 100.5 -0.05 0 0.333 -612.125 re\n";
        assert_eq!(
            written(|operators| operators.write(&numbers, "re")),
            expected
        );
    }

    #[test]
    fn glyphs_whose_bytes_mean_something_in_a_string_are_escaped() {
        let glyphs = [(0x285c, 0.0), (0x0a0d, -2.5), (0x2941, 0.0)];
        let expected = "[(\\(\\\\\\n\\r)-2.5(\\)A)]TJ\n";
        assert_eq!(written(|operators| operators.show(&glyphs)), expected);
    }

    #[test]
    fn a_text_beside_glyphs_is_utf_16() {
        let expected = "/Span <</ActualText <feff0041d83dde00>>> BDC\nEMC\n";
        let written = written(|operators| {
            operators.begin_text("A😀");
            operators.end();
        });
        assert_eq!(written, expected);
    }
}
