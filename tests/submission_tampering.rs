//! Files that somebody changed: each fault is found and named.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "tests"
)]

#[path = "support/submission.rs"]
mod support;

use chrono::TimeDelta;
use probitas::submission::canonical::{JsonFault, compact};
use probitas::submission::file::{MAX_FILE_BYTES, ShapeFault};
use probitas::submission::jws::{HeaderFault, SignatureEntry};
use probitas::submission::record::RecordFault;
use probitas::submission::verify::{NotChecked, Reason, Rule, Verification, verify};
use serde_json::{Value, json};
use support::{
    RECORD, assemble, entry_over, good_text, header, key, sealed, signed_by, signing_time,
    verify_bytes, verify_text, with_header, with_record,
};

fn reasons(text: &str) -> Vec<Reason> {
    match verify_text(text) {
        Verification::NotVerified(reasons) => reasons,
        other => panic!("not refused: {other:?}"),
    }
}

/// The one reason why the first signature is refused.
fn signature_rule(text: &str) -> Rule {
    let [reason] = &reasons(text)[..] else {
        panic!("more than one reason")
    };
    assert_eq!(reason.signature, Some(0));
    reason.rule.clone()
}

fn file_rule(text: &str) -> Rule {
    let reasons = reasons(text);
    assert_eq!(reasons[0].signature, None);
    reasons[0].rule.clone()
}

fn json_fault(text: &str) -> JsonFault {
    match file_rule(text) {
        Rule::Json(error) => error.fault,
        other => panic!("{other:?}"),
    }
}

fn replaced(from: &str, to: &str) -> String {
    let text = good_text();
    assert!(text.contains(from), "{from}");
    text.replacen(from, to, 1)
}

fn is_verified(text: &str) -> bool {
    matches!(verify_text(text), Verification::Verified(_))
}

fn is_reencoded(text: &str) -> bool {
    matches!(verify_text(text), Verification::ContentValidReencoded(_))
}

#[test]
fn a_good_file_is_verified_and_says_what_was_not_checked() {
    let Verification::Verified(verified) = verify_text(&good_text()) else {
        panic!("not verified")
    };
    assert_eq!(verified.record(), &sealed());
    let left_open = [NotChecked::WITH_KEY_ALONE, &[NotChecked::Items]].concat();
    assert_eq!(verified.not_checked(), left_open);
    let [signature] = verified.signatures() else {
        panic!("one signature")
    };
    assert_eq!(signature.kid, key(1).public_key().kid());
    assert_eq!(signature.signed_at, signing_time());
    assert_eq!(signature.name, "Zoé Tremblay");
}

#[test]
fn signing_again_gives_the_same_bytes() {
    assert_eq!(good_text(), good_text());
    assert_eq!(
        with_header(&header()).as_bytes(),
        compact(good_text().as_bytes())
    );
}

#[test]
fn white_space_may_change() {
    assert!(is_verified(&good_text().replace('\n', "\r\n")));
    assert!(is_verified(&good_text().replace("  ", "\t")));
    assert!(is_verified(&format!("\n\n {}\n\n", good_text())));
    let one_line = compact(good_text().as_bytes());
    assert!(matches!(verify_bytes(&one_line), Verification::Verified(_)));
}

#[test]
fn a_file_written_anew_is_reported_as_that() {
    assert!(is_reencoded(&replaced(
        "\"answerCount\": 6",
        "\"answerCount\": 6.0"
    )));
    assert!(is_reencoded(&replaced(
        "\"revision\": 1",
        "\"revision\": 1e0"
    )));
    assert!(is_reencoded(&replaced("Zoé", "Zo\\u00e9")));
    assert!(is_reencoded(&replaced("text/markdown", "text\\/markdown")));
    let value: Value = serde_json::from_str(&good_text()).unwrap();
    let reordered = json!({
        "signatures": value["signatures"],
        "record": value["record"],
        "format": value["format"],
    });
    assert!(is_reencoded(&reordered.to_string()));
    let record: Value = serde_json::from_str(RECORD).unwrap();
    let reordered = json!({
        "format": value["format"],
        "record": record,
        "signatures": value["signatures"],
    });
    assert!(is_reencoded(&reordered.to_string()));
}

#[test]
fn an_unsigned_file_is_not_signed() {
    let bytes = signed_by(&[]).to_bytes().unwrap();
    let Verification::NotSigned(unsigned) = verify_bytes(&bytes) else {
        panic!("not unsigned")
    };
    assert_eq!(unsigned.record(), &sealed());
    assert!(!unsigned.is_reencoded());
}

#[test]
fn a_changed_answer_is_a_bad_signature() {
    let text = replaced("a town hall", "no town hall");
    assert_eq!(signature_rule(&text), Rule::BadSignature);
    let text = replaced("\"state\": \"noResponse\"", "\"state\": \"notAsked\"");
    assert_eq!(signature_rule(&text), Rule::BadSignature);
}

#[test]
fn a_duplicate_name_is_refused() {
    let text = replaced(
        "\"answerCount\": 6",
        "\"answerCount\": 6, \"answerCount\": 6",
    );
    assert_eq!(json_fault(&text), JsonFault::DuplicateName);
    let text = replaced("\"format\"", "\"format\": \"x\", \"format\"");
    assert_eq!(json_fault(&text), JsonFault::DuplicateName);
    let text = replaced("\"cycle\"", "\"\\u0063ycle\": \"x\", \"cycle\"");
    assert_eq!(json_fault(&text), JsonFault::DuplicateName);
}

#[test]
fn what_is_no_json_is_refused() {
    assert_eq!(
        json_fault(&format!("\u{feff}{}", good_text())),
        JsonFault::ByteOrderMark
    );
    assert_eq!(json_fault(&good_text()[..500]), JsonFault::Truncated);
    assert_eq!(json_fault("hello"), JsonFault::Syntax);
    assert_eq!(json_fault(""), JsonFault::Truncated);
    // Without white space this is the good file, but no JSON reader takes it.
    assert_eq!(json_fault(&replaced("null", "nu ll")), JsonFault::Syntax);
    let mut bytes = good_text().into_bytes();
    bytes[300] = 0xff;
    let Verification::NotVerified(reasons) = verify_bytes(&bytes) else {
        panic!("not refused")
    };
    assert!(matches!(&reasons[0].rule, Rule::Json(error) if error.fault == JsonFault::NotUtf8));
}

#[test]
fn a_file_that_is_too_large_is_refused() {
    let text = good_text();
    let padded = format!("{text}{}", " ".repeat(MAX_FILE_BYTES + 1 - text.len()));
    let size_bytes = MAX_FILE_BYTES + 1;
    assert_eq!(file_rule(&padded), Rule::TooLarge { size_bytes });
    assert!(is_verified(&padded[..MAX_FILE_BYTES]));
}

#[test]
fn another_shape_is_refused() {
    let shape = |text: &str| match file_rule(text) {
        Rule::Shape(fault) => fault,
        other => panic!("{other:?}"),
    };
    let text = replaced("probitas-submission/1", "probitas-submission/2");
    assert_eq!(shape(&text), ShapeFault::OtherFormat);
    assert_eq!(shape("{}"), ShapeFault::OtherFormat);
    let text = good_text();
    let text = text.trim_end().strip_suffix('}').unwrap();
    assert_eq!(shape(&format!("{text},\"x\":1}}")), ShapeFault::Members);
    let text = replaced("\"signature\":", "\"header\": {}, \"signature\":");
    assert_eq!(shape(&text), ShapeFault::SignatureEntry);
    let many = vec![signed_by(&[1]).signatures()[0].clone(); 9];
    let record = String::from_utf8(sealed().bytes().as_bytes().to_vec()).unwrap();
    assert_eq!(
        shape(&assemble(&record, &many)),
        ShapeFault::TooManySignatures
    );
}

#[test]
fn header_names_outside_the_allow_list_are_refused() {
    let names = [
        ("b64", json!(false)),
        ("crit", json!(["b64"])),
        ("jwk", json!({})),
        ("jku", json!("https://example.org")),
        ("x5u", json!("https://example.org")),
        ("cty", json!("json")),
        ("exp", json!(1)),
    ];
    for (name, value) in names {
        let mut header = header();
        header[name] = value;
        let fault = HeaderFault::ForbiddenName(name.to_owned());
        assert_eq!(signature_rule(&with_header(&header)), Rule::Header(fault));
    }
}

#[test]
fn header_values_must_be_exactly_those_of_the_format() {
    let values = [
        ("typ", json!("JWT")),
        ("typ", json!("probitas-trust+jws")),
        ("kid", json!("1")),
        ("iat", json!("1730464200")),
        ("iat", json!(-1)),
        ("role", json!("boss")),
        ("role", json!("DeputyHead")),
        ("name", json!("")),
        ("name", json!("a\nb")),
        ("prev", Value::Null),
        ("alg", json!(5)),
    ];
    for (name, value) in values {
        let mut header = header();
        header[name] = value;
        let rule = signature_rule(&with_header(&header));
        assert_eq!(rule, Rule::Header(HeaderFault::Malformed(name)));
    }
    for name in ["alg", "iat", "kid", "name", "prev", "role", "typ"] {
        let mut header = header();
        header.as_object_mut().unwrap().remove(name);
        let rule = signature_rule(&with_header(&header));
        assert_eq!(rule, Rule::Header(HeaderFault::Malformed(name)));
    }
    let mut fraction = header();
    fraction["iat"] = json!(1.5);
    let rule = signature_rule(&with_header(&fraction));
    assert!(
        matches!(rule, Rule::Header(HeaderFault::Json(_))),
        "{rule:?}"
    );
}

#[test]
fn the_file_never_chooses_the_algorithm() {
    for named in ["none", "HS256", "ES384", "EdDSA", "Ed25519", "es256"] {
        let mut header = header();
        header["alg"] = json!(named);
        let rule = signature_rule(&with_header(&header));
        assert!(matches!(rule, Rule::Algorithm { .. }), "{named}: {rule:?}");
    }
}

#[test]
fn a_wrong_prev_is_refused() {
    let mut header = header();
    header["prev"] = json!("47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU");
    assert_eq!(signature_rule(&with_header(&header)), Rule::Previous);
}

#[test]
fn a_header_in_another_encoding_is_refused() {
    let record = sealed();
    let payload = record.bytes().as_bytes();
    let text = std::str::from_utf8(payload).unwrap();
    let spaced = header().to_string().replace(',', ", ");
    let rule = signature_rule(&assemble(text, &[entry_over(spaced.as_bytes(), payload)]));
    assert_eq!(rule, Rule::Header(HeaderFault::NotCanonical));
    let doubled = header().to_string().replacen('{', r#"{"alg":"none","#, 1);
    let rule = signature_rule(&assemble(text, &[entry_over(doubled.as_bytes(), payload)]));
    assert!(
        matches!(rule, Rule::Header(HeaderFault::Json(error)) if error.fault == JsonFault::DuplicateName)
    );
}

#[test]
fn base64url_is_strict() {
    let entry = signed_by(&[1]).signatures()[0].clone();
    let record = String::from_utf8(sealed().bytes().as_bytes().to_vec()).unwrap();
    let with = |protected: String, signature: String| {
        signature_rule(&assemble(
            &record,
            &[SignatureEntry {
                protected,
                signature,
            }],
        ))
    };
    let SignatureEntry {
        protected,
        signature,
    } = entry;
    // 64 bytes leave four bits over in the last of 86 symbols; A, Q, g and w are strict.
    let (head, last) = signature.split_at(signature.len() - 1);
    let stray = char::from(last.as_bytes()[0] + 1);
    assert_eq!(
        with(protected.clone(), format!("{head}{stray}")),
        Rule::SignatureBase64
    );
    assert_eq!(
        with(protected.clone(), format!("{signature}==")),
        Rule::SignatureBase64
    );
    assert_eq!(with(protected.clone(), String::new()), Rule::BadSignature);
    let rule = with(format!("{protected}="), signature.clone());
    assert_eq!(rule, Rule::Header(HeaderFault::Base64));
    let rule = with(
        protected,
        signature.replacen(|symbol: char| symbol.is_ascii(), "+", 1),
    );
    assert_eq!(rule, Rule::SignatureBase64);
}

#[test]
fn a_key_that_was_not_given_does_not_verify() {
    let bytes = signed_by(&[3]).to_bytes().unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let kid = key(3).public_key().kid();
    assert_eq!(signature_rule(&text), Rule::UnknownKey { kid });
}

#[test]
fn the_future_begins_a_day_from_now() {
    let text = good_text();
    let keys = [key(1).public_key()];
    let at = |offset| verify(text.as_bytes(), &keys, signing_time() - offset);
    assert!(matches!(at(TimeDelta::days(1)), Verification::Verified(_)));
    let Verification::NotVerified(reasons) = at(TimeDelta::days(1) + TimeDelta::seconds(1)) else {
        panic!("not refused")
    };
    let signed_at = signing_time();
    assert_eq!(
        reasons,
        [Reason {
            signature: Some(0),
            rule: Rule::InFuture { signed_at }
        }]
    );
}

#[test]
fn two_signatures_verify_only_together_and_in_order() {
    let file = signed_by(&[1, 2]);
    let [first, second] = file.signatures() else {
        panic!("two signatures")
    };
    let record = String::from_utf8(sealed().bytes().as_bytes().to_vec()).unwrap();
    let with = |entries: &[&SignatureEntry]| {
        let entries: Vec<_> = entries.iter().map(|entry| (*entry).clone()).collect();
        assemble(&record, &entries)
    };
    assert!(is_verified(&with(&[first, second])));
    assert!(is_verified(&with(&[first])));
    assert_eq!(signature_rule(&with(&[second])), Rule::Previous);
    let swapped = reasons(&with(&[second, first]));
    assert_eq!(swapped.len(), 2);
    assert!(swapped.iter().all(|reason| reason.rule == Rule::Previous));
    let doubled = reasons(&with(&[first, first]));
    assert_eq!(
        doubled,
        [Reason {
            signature: Some(1),
            rule: Rule::Previous
        }]
    );
}

#[test]
fn one_good_signature_beside_a_bad_one_is_refused() {
    let file = signed_by(&[1, 2]);
    let mut entries = file.signatures().to_vec();
    entries[1].signature = entries[0].signature.clone();
    let record = String::from_utf8(sealed().bytes().as_bytes().to_vec()).unwrap();
    let refused = reasons(&assemble(&record, &entries));
    assert_eq!(
        refused,
        [Reason {
            signature: Some(1),
            rule: Rule::BadSignature
        }]
    );
    let file = signed_by(&[1, 3]);
    let refused = reasons(&assemble(&record, file.signatures()));
    let kid = key(3).public_key().kid();
    assert_eq!(
        refused,
        [Reason {
            signature: Some(1),
            rule: Rule::UnknownKey { kid }
        }]
    );
}

#[test]
fn a_signed_record_must_still_be_a_record() {
    let with = |pointer: &str, value: Value| {
        let mut record: Value = serde_json::from_str(RECORD).unwrap();
        *record.pointer_mut(pointer).unwrap() = value;
        file_rule(&with_record(&record))
    };
    let json = |pointer: &str, value: Value| match with(pointer, value) {
        Rule::Json(error) => {
            assert_eq!(error.pointer, format!("/record{pointer}"));
            error.fault
        }
        other => panic!("{other:?}"),
    };
    let cycle = "/submission/cycle";
    assert_eq!(
        json(cycle, json!("a\u{202e}b")),
        JsonFault::ForbiddenCharacter('\u{202e}')
    );
    assert_eq!(json(cycle, json!("e\u{301}")), JsonFault::NotNfc);
    assert_eq!(
        json("/submission/revision", json!(1.5)),
        JsonFault::NotAnInteger
    );
    assert_eq!(
        json("/submission/revision", json!(1_u64 << 53)),
        JsonFault::IntegerOutOfRange
    );
    let members = Rule::Record(RecordFault::Members);
    assert_eq!(with("/submission/revision", json!("1")), members);
    assert_eq!(with("/submission/createdAt", json!("yesterday")), members);
    assert_eq!(
        with("/answers/0", json!({ "id": "q1", "state": "unanswered" })),
        members
    );
    assert_eq!(
        with(
            "/answers/3",
            json!({ "id": "q4", "state": "noResponse", "x": 1 })
        ),
        members
    );
    assert_eq!(
        with("/answers/4/id", json!("q4")),
        Rule::Record(RecordFault::DuplicateItem)
    );
    assert_eq!(
        with("/answerCount", json!(5)),
        Rule::Record(RecordFault::AnswerCount)
    );
}

#[test]
fn a_record_that_nests_too_deeply_is_refused() {
    let mut record: Value = serde_json::from_str(RECORD).unwrap();
    let mut nested = json!([]);
    for _ in 0..31 {
        nested = json!([nested]);
    }
    record["answers"] = nested;
    assert_eq!(json_fault(&with_record(&record)), JsonFault::TooDeep);
}

#[test]
fn a_signature_over_a_record_in_another_form_is_not_good() {
    let payload = format!(" {RECORD}");
    let payload = String::from_utf8(compact(payload.as_bytes())).unwrap();
    let header = probitas::submission::canonical::CanonicalBytes::of(&header()).unwrap();
    let entry = entry_over(header.as_bytes(), payload.as_bytes());
    let refused = reasons(&assemble(&payload, &[entry]));
    assert_eq!(refused[0].rule, Rule::NotCanonical);
    assert_eq!(refused[1].rule, Rule::BadSignature);
}

/// A certificate neither proves anything to such a program nor is it passed over.
#[cfg(not(feature = "certificates"))]
#[test]
fn a_program_without_certificates_says_so_of_a_signature_that_carries_one() {
    use probitas::i18n::Language;
    use probitas::submission::verify::Reason;

    let mut header = header();
    header["x5c"] = json!(["MAA="]);
    let rule = signature_rule(&with_header(&header));
    let fault = HeaderFault::ForbiddenName("x5c".to_owned());
    assert_eq!(rule, Rule::Header(fault));
    let signature = Some(0);
    let said = Reason { signature, rule }.message();
    let text = said.problem.text(Language::English);
    assert!(text.contains("without reading certificates"), "{text}");
}
