//! Files whose members or texts somebody changed after signing.

use crate::signatures::record_text;
use crate::support::{assemble, good_text, signed_by};
use crate::vector::{Vector, bad, bad_signature};

/// The good file with the first `from` replaced.
pub fn changed(from: &str, to: &str) -> String {
    let text = good_text();
    assert!(text.contains(from), "{from}");
    text.replacen(from, to, 1)
}

pub fn vectors() -> Vec<Vector> {
    [texts(), duplicates(), members()]
        .into_iter()
        .flatten()
        .collect()
}

fn texts() -> Vec<Vector> {
    let bad = |name, about, text| bad_signature(0, "signature-bad", name, about, text);
    vec![
        bad(
            "answer-changed",
            "words of an answer changed",
            changed("a town hall", "no town hall"),
        ),
        bad(
            "choice-changed",
            "another option chosen",
            changed("\"q1.yes\"", "\"q1.no\""),
        ),
        bad(
            "state-changed",
            "no response made not asked",
            changed("\"noResponse\"", "\"notAsked\""),
        ),
        bad(
            "space-in-text-removed",
            "white space in a text is no white space outside",
            changed("a town hall", "a townhall"),
        ),
        bad(
            "decomposed-text",
            "é as e and a combining accent: looks the same",
            changed("Zoé", "Zoe\u{301}"),
        ),
        bad(
            "look-alike-letter",
            "a Cyrillic letter that looks like a: other text",
            changed("a town hall", "\u{430} town hall"),
        ),
        bad(
            "no-break-space",
            "a space made a no-break space",
            changed("two steps", "two\u{a0}steps"),
        ),
        bad(
            "member-removed",
            "a member of the record removed",
            changed("\"acting\": false,", ""),
        ),
        bad(
            "extra-member-in-record",
            "a member added to the record",
            changed("\"acting\": false,", "\"acting\": false, \"extra\": 1,"),
        ),
    ]
}

fn duplicates() -> Vec<Vector> {
    let bad = |name, about, text| bad("json-duplicate-name", name, about, text);
    let forged = record_text().replace("a town hall", "no town hall");
    let file = |first: &str, second: &str| {
        let both = format!("{first},\"record\":{second}");
        assemble(&both, signed_by(&[1]).signatures())
    };
    vec![
        bad(
            "duplicate-name-last-wins",
            "readers that take the last see another cycle",
            changed(
                "\"cycle\": \"2023-2024\"",
                "\"cycle\": \"2023-2024\", \"cycle\": \"2019-2020\"",
            ),
        ),
        bad(
            "duplicate-name-first-wins",
            "readers that take the first see another cycle",
            changed("\"cycle\"", "\"cycle\": \"2019-2020\", \"cycle\""),
        ),
        bad(
            "duplicate-name-escaped",
            "the same name, once as an escape",
            changed("\"cycle\"", "\"\\u0063ycle\": \"2019-2020\", \"cycle\""),
        ),
        bad(
            "duplicate-name-same-value",
            "both say the same",
            changed(
                "\"answerCount\": 6",
                "\"answerCount\": 6, \"answerCount\": 6",
            ),
        ),
        bad(
            "duplicate-record-first",
            "a forged record before the signed one",
            file(&forged, &record_text()),
        ),
        bad(
            "duplicate-record-last",
            "a forged record after the signed one",
            file(&record_text(), &forged),
        ),
        bad(
            "duplicate-signatures",
            "an empty list of signatures before the real one",
            changed("\"signatures\"", "\"signatures\": [], \"signatures\""),
        ),
    ]
}

fn members() -> Vec<Vector> {
    let text = good_text();
    let open = text.trim_end().strip_suffix('}').unwrap();
    vec![
        bad(
            "file-members",
            "extra-member-at-top",
            "a fourth member of the file",
            format!("{open}, \"zone\": 1}}"),
        ),
        bad(
            "file-members",
            "member-before-record",
            "a member before the record",
            changed("\"record\"", "\"payload\": \"e30\", \"record\""),
        ),
        bad(
            "file-members",
            "no-signatures-member",
            "the member signatures is missing",
            format!(
                "{{\"format\":\"probitas-submission/1\",\"record\":{}}}",
                record_text()
            ),
        ),
        bad(
            "file-members",
            "record-is-a-text",
            "the record as a base64url payload",
            assemble("\"e30\"", signed_by(&[1]).signatures()),
        ),
        bad(
            "signature-entry",
            "unprotected-header",
            "an unprotected header beside the protected one",
            changed(
                "\"protected\"",
                "\"header\": { \"kid\": \"1\" }, \"protected\"",
            ),
        ),
        bad(
            "signature-entry",
            "extra-member-in-signature-entry",
            "a third member of an entry",
            changed("\"signature\":", "\"role\": \"deputyHead\", \"signature\":"),
        ),
        bad(
            "signature-entry",
            "signature-missing",
            "an entry without its signature",
            assemble(&record_text(), &[]).replace("[]}", "[{\"protected\":\"e30\"}]}"),
        ),
        bad(
            "format-other",
            "other-format",
            "a version that there is not",
            changed("probitas-submission/1", "probitas-submission/2"),
        ),
        bad("format-other", "array", "no object", "[]\n"),
    ]
}
