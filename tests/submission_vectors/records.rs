//! Good signatures by a trusted key over what is no record.

use probitas::questionnaire::shipped;
use probitas::submission::canonical::CanonicalBytes;
use probitas::submission::fingerprint::RecordDigest;
use serde_json::{Value, json};

use crate::support::{RECORD, assemble, entry_over, header, with_record};
use crate::vector::{Vector, bad, good};

fn record() -> Value {
    serde_json::from_str(RECORD).unwrap()
}

fn with(pointer: &str, value: Value) -> String {
    let mut record = record();
    *record.pointer_mut(pointer).unwrap() = value;
    with_record(&record)
}

/// The record with a member added at its top, in canonical form and signed.
fn with_member(name: &str, value: Value) -> String {
    let mut record = record();
    record[name] = value;
    with_record(&record)
}

fn nested(levels: usize) -> Value {
    (1..levels).fold(json!([]), |inner, _| json!([inner]))
}

/// Signed as it stands, white space outside texts apart: not canonical.
fn signed_as_it_stands() -> String {
    let payload = probitas::submission::canonical::compact(RECORD.as_bytes());
    let header = CanonicalBytes::of(&header()).unwrap();
    let text = String::from_utf8(payload.clone()).unwrap();
    assemble(&text, &[entry_over(header.as_bytes(), &payload)])
}

pub fn vectors() -> Vec<Vector> {
    [characters(), numbers(), content(), moments(), items()]
        .into_iter()
        .flatten()
        .collect()
}

fn characters() -> Vec<Vector> {
    let cycle = |name, about, text: &str| {
        let text = with("/submission/cycle", json!(text));
        bad("json-forbidden-character", name, about, text)
    };
    vec![
        cycle("record-nul", "U+0000 as an escape", "2023\0"),
        cycle("record-control-character", "U+0007", "2023\u{7}"),
        cycle("record-carriage-return", "U+000D", "2023\r"),
        cycle("record-delete", "U+007F", "2023\u{7f}"),
        cycle(
            "record-direction-mark",
            "U+202E turns text round",
            "2023\u{202e}",
        ),
        cycle("record-direction-isolate", "U+2066", "2023\u{2066}"),
        cycle("record-zero-width-space", "U+200B", "20\u{200b}23"),
        cycle("record-byte-order-mark", "U+FEFF in a text", "2023\u{feff}"),
        cycle("record-noncharacter", "U+FDD0", "2023\u{fdd0}"),
        cycle("record-noncharacter-of-a-plane", "U+1FFFE", "2023\u{1fffe}"),
        bad(
            "json-not-nfc",
            "record-not-nfc",
            "e and a combining accent",
            with("/submission/cycle", json!("e\u{301}")),
        ),
        bad(
            "json-name-not-ascii",
            "record-name-not-ascii",
            "a member name with an accent",
            with_member("é", json!(1)),
        ),
    ]
}

fn numbers() -> Vec<Vector> {
    vec![
        bad(
            "json-not-an-integer",
            "record-fraction",
            "6.5",
            with("/answerCount", json!(6.5)),
        ),
        bad(
            "json-integer-out-of-range",
            "record-integer-2-53",
            "2^53, which 2^53 + 1 becomes in IEEE 754",
            with("/answerCount", json!(1_u64 << 53)),
        ),
        bad(
            "json-too-deep",
            "record-too-deep",
            "33 levels",
            with("/answers", nested(32)),
        ),
    ]
}

fn content() -> Vec<Vector> {
    let members = |name, about, text: String| bad("record-members", name, about, text);
    vec![
        members(
            "record-unknown-member",
            "a member that an answer has not",
            with(
                "/answers/4",
                json!({ "id": "q5.text", "state": "notAsked", "x": 1 }),
            ),
        ),
        members(
            "record-unknown-member-at-top",
            "a sixth member",
            with_member("zone", json!(1)),
        ),
        members(
            "record-number-as-text",
            "a revision that is a text",
            with("/submission/revision", json!("1")),
        ),
        members(
            "record-unknown-state",
            "a state that there is not",
            with(
                "/answers/4",
                json!({ "id": "q5.text", "state": "unanswered" }),
            ),
        ),
        members(
            "record-day-that-is-not",
            "30 February, which many programs take for 1 March",
            with("/submission/createdAt", json!("2024-02-30T16:05:00-04:00")),
        ),
        members(
            "record-hour-24",
            "midnight as the end of a day, which RFC 3339 has not",
            with("/submission/createdAt", json!("2024-10-31T24:00:00-04:00")),
        ),
        members(
            "record-leap-second",
            "a leap second, which most programs do not know",
            with("/submission/createdAt", json!("2016-12-31T23:59:60Z")),
        ),
        members(
            "record-offset-of-a-day",
            "an offset of 24 hours",
            with("/submission/createdAt", json!("2024-10-31T16:05:00+24:00")),
        ),
        members(
            "record-offset-of-sixty-minutes",
            "an offset of 4 hours and 60 minutes",
            with("/submission/createdAt", json!("2024-10-31T16:05:00-04:60")),
        ),
        members(
            "record-impossible-date",
            "a thirteenth month",
            with("/submission/createdAt", json!("2024-13-31T16:05:00-04:00")),
        ),
        members(
            "record-date-with-line-feed",
            "a line feed after a date, which many regular expressions let pass",
            with(
                "/submission/createdAt",
                json!("2024-10-31T16:05:00-04:00\n"),
            ),
        ),
        members(
            "record-digest-with-line-feed",
            "a line feed after a digest",
            with(
                "/questionnaire/sha256",
                json!(format!("{}\n", "0".repeat(64))),
            ),
        ),
        members(
            "record-wording-version-zero",
            "an attestation in words of version 0: versions count from 1",
            with("/attestations/0/wordingVersion", json!(0)),
        ),
        members(
            "record-empty",
            "an object without members",
            with_record(&json!({})),
        ),
        bad(
            "record-answer-count",
            "record-answer-count",
            "five announced, six there",
            with("/answerCount", json!(5)),
        ),
        bad(
            "record-duplicate-item",
            "record-duplicate-item",
            "one item answered twice",
            with("/answers/4/id", json!("q4")),
        ),
        bad(
            "not-canonical",
            "record-signed-in-another-order",
            "signed with members in another order than the canonical form's",
            signed_as_it_stands(),
        ),
    ]
}

/// Rare, but allowed.
fn moments() -> Vec<Vector> {
    let at =
        |name, about, text: &str| good(name, about, with("/submission/createdAt", json!(text)));
    vec![
        at(
            "record-offset-of-nineteen-hours",
            "an offset that nobody uses: up to 23:59 is allowed",
            "2024-10-31T16:05:00+19:00",
        ),
        at(
            "record-ten-digits-of-a-second",
            "a fraction of a second with more digits than most programs keep",
            "2024-10-31T16:05:00.1234567891-04:00",
        ),
        at(
            "record-leap-day-of-the-year-zero",
            "29 February of the year 0000, which many programs do not have",
            "0000-02-29T00:00:00Z",
        ),
    ]
}

/// A record of the form that comes with the program, in which nothing was asked.
fn of_the_form(change: impl FnOnce(&mut Vec<Value>)) -> String {
    let form = &shipped()[0].questionnaire;
    let asked = |id: String| json!({ "id": id, "state": "notAsked" });
    let items = form.items().map(|item| item.id.to_string());
    let mut answers: Vec<Value> = items.map(asked).collect();
    change(&mut answers);
    let mut record = record();
    record["questionnaire"] = json!({
        "id": form.id,
        "version": form.version,
        "sha256": RecordDigest::new(form.sha256).hex(),
    });
    record["answerCount"] = json!(answers.len());
    record["answers"] = json!(answers);
    with_record(&record)
}

/// Only who has the questionnaire can tell that items are missing.
fn items() -> Vec<Vector> {
    let other = |name, about, change: fn(&mut Vec<Value>)| {
        bad("record-items", name, about, of_the_form(change)).good_without_form()
    };
    vec![
        good(
            "record-of-the-form",
            "every item of the self-assessment of 2024, in its order",
            of_the_form(|_| {}),
        ),
        other("record-item-missing", "without q8", |answers| {
            answers.retain(|answer| answer["id"] != "q8");
        }),
        other("record-last-item-missing", "without the last", |answers| {
            answers.pop();
        }),
        other("record-items-swapped", "q1 after q1.text", |answers| {
            answers.swap(0, 1);
        }),
        other("record-item-added", "with q14", |answers| {
            answers.push(json!({ "id": "q14", "state": "notAsked" }));
        }),
    ]
}
