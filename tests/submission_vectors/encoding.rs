//! Files that are no JSON, or that readers read differently.

use crate::content::changed;
use crate::support::good_text;
use crate::vector::{Vector, bad};

pub fn vectors() -> Vec<Vector> {
    [bytes(), ends(), syntax(), numbers()]
        .into_iter()
        .flatten()
        .collect()
}

/// The good file with `to` instead of the first `from`, as bytes.
fn with_bytes(from: &str, to: &[u8]) -> Vec<u8> {
    let text = good_text();
    let (before, after) = text.split_once(from).unwrap();
    [before.as_bytes(), to, after.as_bytes()].concat()
}

fn bytes() -> Vec<Vector> {
    let utf16: Vec<u8> = format!("\u{feff}{}", good_text())
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    vec![
        bad(
            "json-byte-order-mark",
            "byte-order-mark",
            "a byte-order mark at the start",
            format!("\u{feff}{}", good_text()),
        ),
        bad(
            "json-not-utf8",
            "utf-16",
            "UTF-16 with a byte-order mark",
            utf16,
        ),
        bad(
            "json-not-utf8",
            "invalid-utf8",
            "a byte that is never in UTF-8",
            with_bytes("Zoé", b"Zo\xff"),
        ),
        bad(
            "json-not-utf8",
            "latin-1",
            "é in ISO 8859-1",
            with_bytes("Zoé", b"Zo\xe9"),
        ),
        bad(
            "json-not-utf8",
            "overlong-utf8",
            "/ in two bytes",
            with_bytes("text/markdown", b"text\xc0\xafmarkdown"),
        ),
        bad(
            "json-not-utf8",
            "surrogate-in-utf8",
            "a surrogate in three bytes",
            with_bytes("Zoé", b"Zo\xed\xa0\x80"),
        ),
    ]
}

fn ends() -> Vec<Vector> {
    let text = good_text();
    vec![
        bad("json-truncated", "empty", "nothing", ""),
        bad(
            "json-truncated",
            "truncated",
            "ends in the middle",
            &text[..500],
        ),
        bad(
            "json-truncated",
            "truncated-by-one-brace",
            "the last brace is missing",
            text.trim_end().strip_suffix('}').unwrap(),
        ),
        bad(
            "json-syntax",
            "trailing-object",
            "a second object after the file",
            format!("{text}{{}}"),
        ),
        bad(
            "json-syntax",
            "trailing-text",
            "a word after the file",
            format!("{text}approved"),
        ),
        bad(
            "json-syntax",
            "trailing-nul",
            "a NUL after the file",
            format!("{text}\0"),
        ),
        bad(
            "json-syntax",
            "trailing-brace",
            "one brace too many",
            format!("{text}}}"),
        ),
        bad(
            "json-too-deep",
            "twenty-thousand-brackets",
            "brackets that exhaust a recursive reader",
            "[".repeat(20_000),
        ),
    ]
}

fn syntax() -> Vec<Vector> {
    let bad = |name, about, text: String| bad("json-syntax", name, about, text);
    vec![
        bad(
            "comment-block",
            "a comment between members",
            changed("\"record\"", "/* approved */ \"record\""),
        ),
        bad(
            "comment-line",
            "a comment to the end of a line",
            changed("\"record\"", "// approved\n\"record\""),
        ),
        bad(
            "white-space-in-literal",
            "without white space it is the good file",
            changed("null", "nu ll"),
        ),
        bad(
            "form-feed-outside",
            "a white space that is none in JSON",
            changed("\"record\"", "\u{c}\"record\""),
        ),
        bad(
            "no-break-space-outside",
            "another white space that is none in JSON",
            changed("\"record\"", "\u{a0}\"record\""),
        ),
        bad(
            "nul-outside",
            "a NUL between members",
            changed("\"record\"", "\0\"record\""),
        ),
        bad(
            "nul-in-text",
            "a NUL in a text",
            changed("two steps", "two\0 steps"),
        ),
        bad(
            "line-feed-in-text",
            "a line feed in a text, not escaped",
            changed("two steps", "two\nsteps"),
        ),
        bad(
            "lone-high-surrogate",
            "half a pair, as an escape",
            changed("two steps", "two\\ud83d steps"),
        ),
        bad(
            "lone-low-surrogate",
            "the other half of a pair",
            changed("two steps", "two\\ude00 steps"),
        ),
        bad(
            "swapped-surrogates",
            "both halves in the wrong order",
            changed("two steps", "two\\ude00\\ud83d steps"),
        ),
        bad(
            "unknown-escape",
            "an escape that there is not",
            changed("two steps", "two\\x20steps"),
        ),
        bad(
            "single-quotes",
            "a name in single quotes",
            changed("\"cycle\"", "'cycle'"),
        ),
        bad(
            "bare-name",
            "a name without quotes",
            changed("\"cycle\"", "cycle"),
        ),
        bad(
            "trailing-comma",
            "a comma before a brace",
            changed("\"fr\": \"Oui\"", "\"fr\": \"Oui\","),
        ),
    ]
}

fn numbers() -> Vec<Vector> {
    let count = |number: &str| {
        let to = format!("\"answerCount\": {number}");
        changed("\"answerCount\": 6", &to)
    };
    vec![
        bad("json-syntax", "nan", "a number that is none", count("NaN")),
        bad(
            "json-syntax",
            "infinity",
            "a number without end",
            count("Infinity"),
        ),
        bad(
            "json-syntax",
            "number-overflow",
            "beyond IEEE 754",
            count("1e400"),
        ),
        bad("json-syntax", "number-with-leading-zero", "06", count("06")),
        bad("json-syntax", "number-with-plus", "+6", count("+6")),
        bad("json-syntax", "number-in-hexadecimal", "0x6", count("0x6")),
        bad("json-syntax", "number-with-bare-point", "6.", count("6.")),
        bad("not-canonical", "number-minus-zero", "-0", count("-0")),
        bad(
            "not-canonical",
            "number-underflow",
            "so near to zero that IEEE 754 makes it zero",
            count("1e-400"),
        ),
        bad(
            "not-canonical",
            "number-beyond-2-53",
            "IEEE 754 makes it another",
            count("9007199254740993"),
        ),
    ]
}
