//! Files that are accepted, and those that another program wrote anew.

use probitas::submission::canonical::compact;
use serde_json::{Value, json};

use crate::content::changed;
use crate::signatures::{other_s, record_text, text_of, with_signature};
use crate::support::{RECORD, assemble, good_text, signed_by};
use crate::vector::{Vector, good, reencoded, unsigned};

pub fn vectors() -> Vec<Vector> {
    [accepted(), written_anew()].into_iter().flatten().collect()
}

fn accepted() -> Vec<Vector> {
    let two = signed_by(&[1, 2]);
    let last_removed = assemble(&record_text(), &two.signatures()[..1]);
    vec![
        good("", "signed with key 1", good_text()),
        good(
            "two-signatures",
            "signed with key 1, then key 2",
            text_of(&[1, 2]),
        ),
        good(
            "eight-signatures",
            "as many signatures as there may be",
            text_of(&[1, 2, 1, 2, 1, 2, 1, 2]),
        ),
        good(
            "last-signature-removed",
            "what remains is complete: only the required roles can tell",
            last_removed,
        ),
        good(
            "crlf",
            "line ends of another system",
            good_text().replace('\n', "\r\n"),
        ),
        good(
            "indented-by-tabs",
            "indented anew",
            good_text().replace("  ", "\t"),
        ),
        good(
            "one-line",
            "no white space at all",
            compact(good_text().as_bytes()),
        ),
        good(
            "blank-lines-around",
            "white space before and after",
            format!("\r\n \t{}\n\n", good_text()),
        ),
        good(
            "high-s",
            "s replaced by n − s, made without the key: ECDSA allows both",
            with_signature(other_s),
        ),
        unsigned("", "no signature", text_of(&[])),
    ]
}

fn written_anew() -> Vec<Vector> {
    let digits = format!("\"answerCount\": 6.{}", "0".repeat(2000));
    vec![
        reencoded("members-reordered", "members in another order", reordered()),
        reencoded(
            "e-acute-escaped",
            "é written as an escape",
            changed("Zoé", "Zo\\u00e9"),
        ),
        reencoded(
            "letter-escaped",
            "a plain letter written as an escape, in a name",
            changed("\"cycle\"", "\"\\u0063ycle\""),
        ),
        reencoded(
            "signature-escaped",
            "a symbol of the signature as an escape",
            changed("\"protected\": \"e", "\"protected\": \"\\u0065"),
        ),
        reencoded(
            "solidus-escaped",
            "/ written as \\/",
            changed("text/markdown", "text\\/markdown"),
        ),
        reencoded(
            "line-feed-escaped-by-number",
            "\\n written as \\u000a",
            changed("steps:\\n", "steps:\\u000a"),
        ),
        reencoded(
            "number-with-fraction",
            "6 written as 6.0",
            changed("\"answerCount\": 6", "\"answerCount\": 6.0"),
        ),
        reencoded(
            "number-with-exponent",
            "1 written as 1e0",
            changed("\"revision\": 1", "\"revision\": 1e0"),
        ),
        reencoded(
            "number-with-huge-fraction",
            "6 written with two thousand zeros after the point",
            changed("\"answerCount\": 6", &digits),
        ),
        reencoded(
            "number-almost-six",
            "a fraction so near to 6 that IEEE 754 makes it 6",
            changed(
                "\"answerCount\": 6",
                "\"answerCount\": 6.000000000000000000000000000001",
            ),
        ),
    ]
}

fn reordered() -> String {
    let value: Value = serde_json::from_str(&good_text()).unwrap();
    let record: Value = serde_json::from_str(RECORD).unwrap();
    json!({ "signatures": value["signatures"], "record": record, "format": value["format"] })
        .to_string()
}
