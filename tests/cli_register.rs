//! An agency receives submissions, enters them in its register and gives
//! receipts, at the terminal.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test stops at the first surprise"
)]

#[path = "support/agency.rs"]
mod agency;
#[path = "support/submission.rs"]
mod support;
#[path = "support/terminal.rs"]
mod terminal;

use std::fs;
use std::process::{Child, Command, Stdio};

use agency::{Agency, by_both, head, issued, preparer, record, signed, trust_record};
use chrono::{TimeDelta, Utc};
use probitas::cli::Exit;
use probitas::questionnaire::Role;
use probitas::storage;
use probitas::submission::record::SealedRecord;
use probitas::submission::register::Event;
use probitas::submission::trust::RevocationReason;
use serde_json::Value;
use terminal::{Ran, run_at};

fn at_terminal(agency: &Agency, arguments: &[&str]) -> Ran {
    run_at(agency.at.fixed_offset() + TimeDelta::hours(1), arguments)
}

fn begun(offices: u8) -> Agency {
    let agency = Agency::at_signing_time(offices);
    begin(&agency);
    agency
}

fn begin(agency: &Agency) {
    let register = agency.path("register");
    let name = "Privy Council Office";
    at_terminal(agency, &["register", "new", &register, "--audience", name]).ended(Exit::Good);
}

fn verify(agency: &Agency, file: &str, more: &[&str]) -> Ran {
    let (list, pin) = (agency.path("trust.json"), agency.path("agency.pub.jwk"));
    let register = agency.path("register");
    let line = ["verify", file, "--trust", &list, "--pin", &pin];
    let line = [&line[..], &["--register", &register], more].concat();
    at_terminal(agency, &line)
}

fn assert_fits(schema: &str, value: &Value) {
    let schema: Value = serde_json::from_str(schema).unwrap();
    assert!(jsonschema::meta::is_valid(&schema));
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let errors: Vec<String> = validator
        .iter_errors(value)
        .map(|error| error.to_string())
        .collect();
    assert_eq!(errors, Vec::<String>::new(), "{value:#}");
}

/// The report for programs on one file: outcome, standing, and the code of the
/// reason.
fn reported(ran: &Ran) -> [Value; 3] {
    let report = ran.json();
    let schema = include_str!("../assets/schema/probitas-verification-1.schema.json");
    assert_fits(schema, &report);
    let file = &report["files"][0];
    [
        file["outcome"].clone(),
        file["register"]["standing"].clone(),
        file["reasons"][0]["code"].clone(),
    ]
}

fn fingerprint(record: &SealedRecord) -> String {
    record.digest().fingerprint().to_string()
}

#[test]
fn a_submission_is_entered_once_and_its_correction_after_it() {
    let agency = begun(1);
    let first = record(0, 1, None);
    let file = agency.write("first.json", &by_both(0, &first, agency.at));
    verify(&agency, &file, &[])
        .ended(Exit::Good)
        .says("nothing speaks against entering it");
    verify(&agency, &file, &["--record"])
        .ended(Exit::Good)
        .says("entered as number 2")
        .says("Approved by the deputy head’s signature");
    // To look is fine; to enter it again is not.
    verify(&agency, &file, &[])
        .ended(Exit::Good)
        .says("received as number 2");
    let again = verify(&agency, &file, &["--record", "--json"]).ended(Exit::Findings);
    let expected = ["verified".into(), "already-received".into(), Value::Null];
    assert_eq!(reported(&again), expected);
    let correction = record(0, 2, Some(first.digest()));
    let second = agency.write("second.json", &by_both(0, &correction, agency.at));
    verify(&agency, &second, &["--record"])
        .ended(Exit::Good)
        .says("entered as number 3");
    let show = ["register", "show", &agency.path("register"), "--lang", "fr"];
    at_terminal(&agency, &show)
        .ended(Exit::Good)
        .says("office-0, 2023-2024, values-ethics-2024, révision 2")
        .says("Dernière inscription");
}

#[test]
fn what_the_register_refuses_is_named_by_its_code() {
    let agency = begun(1);
    let first = record(0, 1, None);
    let file = agency.write("first.json", &by_both(0, &first, agency.at));
    verify(&agency, &file, &["--record"]).ended(Exit::Good);
    let mut other = first.record().clone();
    other.submission.created_at = agency.at.fixed_offset().into();
    let other = SealedRecord::new(other).unwrap();
    let mut elsewhere = first.record().clone();
    elsewhere.submission.cycle = "2024-2025".to_owned();
    elsewhere.submission.audience.en = Some("Another Agency".to_owned());
    elsewhere.submission.audience.fr = None;
    let elsewhere = SealedRecord::new(elsewhere).unwrap();
    for (refused, code) in [
        (other.clone(), "register-revision-other-content"),
        (
            record(0, 2, Some(other.digest())),
            "register-previous-mismatch",
        ),
        (elsewhere, "register-audience-other"),
    ] {
        let file = agency.write("refused.json", &by_both(0, &refused, agency.at));
        for more in [&["--json"][..], &["--json", "--record"]] {
            let ran = verify(&agency, &file, more).ended(Exit::Findings);
            let expected = ["refused-by-register", "refused", code].map(Value::from);
            assert_eq!(reported(&ran), expected);
        }
        verify(&agency, &file, &["--lang", "fr"])
            .ended(Exit::Findings)
            .says("Le registre n’admet pas l’autoévaluation\u{a0}:");
    }
    let register = storage::read_register(&agency.file("register")).unwrap();
    assert_eq!(register.links().len(), 2);
}

#[test]
fn only_what_is_verified_with_a_trust_list_is_entered() {
    let agency = begun(1);
    let first = record(0, 1, None);
    let alone = signed(&first, &[(preparer(0), Role::Preparer)], agency.at);
    let file = agency.write("alone.json", &alone);
    verify(&agency, &file, &["--record"]).ended(Exit::Findings);
    let stranger = signed(&first, &[(support::key(99), Role::Preparer)], agency.at);
    let file = agency.write("stranger.json", &stranger);
    verify(&agency, &file, &["--record"]).ended(Exit::Findings);
    let register = storage::read_register(&agency.file("register")).unwrap();
    assert_eq!(register.links().len(), 1);
    let line = ["verify", &file, "--key", "k", "--register", "r"];
    at_terminal(&agency, &line).ended(Exit::Usage);
    at_terminal(&agency, &["verify", &file, "--key", "k", "--record"]).ended(Exit::Usage);
}

#[test]
fn an_approval_by_hand_is_recorded_with_the_typed_fingerprint() {
    let agency = begun(2);
    let first = record(0, 1, None);
    let typed = fingerprint(&first);
    let register = agency.path("register");
    let approve = |typed: &str, seen: &str| {
        let line = [
            "register",
            "approve-on-paper",
            &register,
            "--fingerprint",
            typed,
        ];
        let line = [&line[..], &["--seen", seen, "--officer", "Lou Officer"]].concat();
        at_terminal(&agency, &line)
    };
    approve(&typed, "2024-11-01")
        .ended(Exit::Findings)
        .says("No submission with this fingerprint");
    let handwritten = ["--policy", "preparer-handwritten"];
    let alone = signed(&first, &[(preparer(0), Role::Preparer)], agency.at);
    let file = agency.write("alone.json", &alone);
    verify(&agency, &file, &[&handwritten[..], &["--record"]].concat())
        .ended(Exit::Good)
        .says("was not seen yet")
        .says("look at the signed page");
    let wrong = typed.replacen(
        &typed[..1],
        if typed.starts_with('7') { "8" } else { "7" },
        1,
    );
    approve(&wrong, "2024-11-01")
        .ended(Exit::Findings)
        .says("something was mistyped");
    approve(&typed[..20], "2024-11-01")
        .ended(Exit::Findings)
        .says("16 were typed");
    approve(&typed, "2031-01-01")
        .ended(Exit::Findings)
        .says("still to come");
    approve(&typed, "yesterday").ended(Exit::Usage);
    approve(&typed.to_lowercase().replace('-', " "), "2024-11-01")
        .ended(Exit::Good)
        .says("page seen on 2024-11-01 by Lou Officer");
    approve(&typed, "2024-11-01")
        .ended(Exit::Findings)
        .says("already recorded");
    // What the register settles is no longer told as not checked.
    let ran = verify(&agency, &file, &handwritten)
        .ended(Exit::Good)
        .says("This is not an electronic signature");
    assert!(!ran.out.contains("look at the signed page"), "{}", ran.out);
    let report = verify(&agency, &file, &[&handwritten[..], &["--json"]].concat()).json();
    assert_eq!(report["files"][0]["register"]["approval"], "on-paper");
    let other = record(1, 1, None);
    let file = agency.write("both.json", &by_both(1, &other, agency.at));
    verify(&agency, &file, &["--record"]).ended(Exit::Good);
    approve(&fingerprint(&other), "2024-11-01")
        .ended(Exit::Findings)
        .says("signed the submission itself");
}

#[test]
fn a_signature_that_comes_after_the_submission_is_entered_too() {
    let agency = begun(1);
    let first = record(0, 1, None);
    let alone = signed(&first, &[(preparer(0), Role::Preparer)], agency.at);
    let alone = agency.write("alone.json", &alone);
    let handwritten = ["--policy", "preparer-handwritten", "--record"];
    verify(&agency, &alone, &handwritten)
        .ended(Exit::Good)
        .says("was not seen yet");
    let both = agency.write("both.json", &by_both(0, &first, agency.at));
    let ran = verify(&agency, &both, &["--json"]).ended(Exit::Good);
    let standing = |standing: &str| ["verified".into(), standing.into(), Value::Null];
    assert_eq!(reported(&ran), standing("signatures-not-received"));
    verify(&agency, &both, &["--record"])
        .ended(Exit::Good)
        .says("received as number 2")
        .says("were entered now")
        .says("Approved by the deputy head’s signature");
    // Neither of the two brings anything new.
    for file in [&alone, &both] {
        let line = ["--policy", "preparer-handwritten", "--record", "--json"];
        let ran = verify(&agency, file, &line).ended(Exit::Findings);
        assert_eq!(reported(&ran), standing("already-received"));
    }
    let show = ["register", "show", &agency.path("register"), "--lang", "fr"];
    at_terminal(&agency, &show)
        .ended(Exit::Good)
        .says("reçue de nouveau, avec d’autres signatures");
    let text = fs::read_to_string(agency.file("register/register.jsonl")).unwrap();
    for line in text.lines() {
        let schema = include_str!("../assets/schema/probitas-register-1.schema.json");
        assert_fits(schema, &serde_json::from_str(line).unwrap());
    }
}

#[test]
fn a_compromised_key_refuses_what_is_not_in_the_register_and_nothing_else() {
    let agency = begun(2);
    let (first, other) = (record(0, 1, None), record(1, 1, None));
    let good = agency.write("good.json", &by_both(0, &first, agency.at));
    verify(&agency, &good, &["--record"]).ended(Exit::Good);
    let handwritten = ["--policy", "preparer-handwritten", "--record"];
    let alone = signed(&other, &[(preparer(1), Role::Preparer)], agency.at);
    let alone = agency.write("alone.json", &alone);
    verify(&agency, &alone, &handwritten).ended(Exit::Good);
    let mut list = trust_record(2, agency.at);
    for office in [0, 1] {
        let kid = head(office).public_key().kid();
        list.revoke(&kid, RevocationReason::KeyCompromise, agency.at)
            .unwrap();
    }
    agency.write("trust.json", &issued(list, agency.at));
    verify(&agency, &good, &[])
        .ended(Exit::Good)
        .says("received as number 2");
    let correction = record(0, 2, Some(first.digest()));
    let new = agency.write("new.json", &by_both(0, &correction, agency.at));
    let ran = verify(&agency, &new, &["--json", "--record"]).ended(Exit::Findings);
    let expected = ["not-verified".into(), Value::Null, "key-compromised".into()];
    assert_eq!(reported(&ran), expected);
    // The record is in the register, but not with this signature.
    let forged = agency.write("forged.json", &by_both(1, &other, agency.at));
    let ran = verify(&agency, &forged, &["--json"]).ended(Exit::Findings);
    assert_eq!(reported(&ran), expected);
}

#[test]
fn a_revision_that_a_later_one_replaced_is_told_as_such() {
    let agency = begun(1);
    let first = record(0, 1, None);
    let second = record(0, 2, Some(first.digest()));
    let old = agency.write("first.json", &by_both(0, &first, agency.at));
    verify(&agency, &old, &["--record"]).ended(Exit::Good);
    let ran = verify(&agency, &old, &["--json"]).ended(Exit::Good);
    assert_eq!(ran.json()["files"][0]["register"]["newer"], Value::Null);
    let new = agency.write("second.json", &by_both(0, &second, agency.at));
    verify(&agency, &new, &["--record"]).ended(Exit::Good);
    verify(&agency, &new, &[]).ended(Exit::Good);
    let says = "Revision 2 was received since, as number 3, and counts in its place.";
    verify(&agency, &old, &[]).ended(Exit::Findings).says(says);
    let ran = verify(&agency, &old, &["--json"]).ended(Exit::Findings);
    assert_eq!(reported(&ran)[1], "already-received");
    let newer = &ran.json()["files"][0]["register"]["newer"];
    assert_eq!(
        (&newer["revision"], &newer["number"]),
        (&2.into(), &3.into())
    );
    let schema = include_str!("../assets/schema/probitas-verification-1.schema.json");
    assert_fits(schema, &ran.json());
}

/// The registered signature stays good, and the new one is good by itself.
#[test]
fn a_registered_signature_stays_good_beside_a_new_one() {
    let agency = begun(1);
    let first = record(0, 1, None);
    let alone = signed(&first, &[(preparer(0), Role::Preparer)], agency.at);
    let alone = agency.write("alone.json", &alone);
    let handwritten = ["--policy", "preparer-handwritten", "--record"];
    verify(&agency, &alone, &handwritten).ended(Exit::Good);
    let mut list = trust_record(1, agency.at);
    let kid = preparer(0).public_key().kid();
    list.revoke(&kid, RevocationReason::KeyCompromise, agency.at)
        .unwrap();
    agency.write("trust.json", &issued(list, agency.at));
    let both = agency.write("both.json", &by_both(0, &first, agency.at));
    let ran = verify(&agency, &both, &["--record", "--json"]).ended(Exit::Good);
    assert_eq!(reported(&ran)[1], "signatures-entered");
}

#[test]
fn a_receipt_says_who_received_what_and_only_the_agencys_key_makes_it_good() {
    let agency = begun(1);
    let first = record(0, 1, None);
    let file = agency.write("first.json", &by_both(0, &first, agency.at));
    verify(&agency, &file, &["--record"]).ended(Exit::Good);
    let (key, receipt) = (agency.path("receipts.key"), agency.path("receipt.json"));
    at_terminal(&agency, &["keygen", "-o", &key, "--name", "Lou Officer"]).ended(Exit::Good);
    let (register, typed) = (agency.path("register"), fingerprint(&first));
    let line = ["register", "receipt", &register, "--fingerprint", &typed];
    let make = [&line[..], &["--key", &key, "-o", &receipt]].concat();
    at_terminal(&agency, &make)
        .ended(Exit::Good)
        .says("Privy Council Office received revision 1");
    at_terminal(&agency, &make).ended(Exit::Files);
    let pin = agency.path("receipts.key.pub.jwk");
    let check = ["receipt", &receipt, "--pin", &pin, "--submission", &file];
    at_terminal(&agency, &check)
        .ended(Exit::Good)
        .says("It is the receipt of this submission");
    at_terminal(&agency, &[&check[..], &["--lang", "fr"]].concat())
        .ended(Exit::Good)
        .says("l’accusé de réception n’a pas changé");
    let other = agency.write(
        "other.json",
        &by_both(0, &record(0, 2, Some(first.digest())), agency.at),
    );
    at_terminal(
        &agency,
        &["receipt", &receipt, "--pin", &pin, "--submission", &other],
    )
    .ended(Exit::Findings)
    .says("for another submission");
    let wrong = agency.path("agency.pub.jwk");
    at_terminal(&agency, &["receipt", &receipt, "--pin", &wrong])
        .ended(Exit::Findings)
        .says("The receipt is not verified");
    let text = fs::read_to_string(&receipt).unwrap();
    let value: Value = serde_json::from_str(&text).unwrap();
    assert_fits(
        include_str!("../assets/schema/probitas-receipt-1.schema.json"),
        &value,
    );
    let changed = agency.write(
        "changed.json",
        text.replace("office-0", "office-1").as_bytes(),
    );
    at_terminal(&agency, &["receipt", &changed, "--pin", &pin])
        .ended(Exit::Findings)
        .says("does not fit the content");
    // A submission is no receipt, and a receipt no submission.
    at_terminal(&agency, &["receipt", &file, "--pin", &pin]).ended(Exit::Findings);
    at_terminal(&agency, &["verify", &receipt, "--key", &pin]).ended(Exit::Findings);
}

#[test]
fn every_line_of_a_register_fits_its_schema_and_a_changed_one_is_refused() {
    let agency = begun(1);
    let first = record(0, 1, None);
    let alone = signed(&first, &[(preparer(0), Role::Preparer)], agency.at);
    let file = agency.write("alone.json", &alone);
    verify(
        &agency,
        &file,
        &["--policy", "preparer-handwritten", "--record"],
    )
    .ended(Exit::Good);
    let (register, typed) = (agency.path("register"), fingerprint(&first));
    let line = [
        "register",
        "approve-on-paper",
        &register,
        "--fingerprint",
        &typed,
    ];
    let line = [&line[..], &["--seen", "2024-11-01", "--officer", "Lou"]].concat();
    at_terminal(&agency, &line).ended(Exit::Good);
    let text = fs::read_to_string(agency.file("register/register.jsonl")).unwrap();
    for line in text.lines() {
        let schema = include_str!("../assets/schema/probitas-register-1.schema.json");
        assert_fits(schema, &serde_json::from_str(line).unwrap());
    }
    assert_eq!(text.lines().count(), 3);
    // Cut off in the middle of the last line: told, and not counted.
    agency.write(
        "register/register.jsonl",
        &text.as_bytes()[..text.len() - 9],
    );
    at_terminal(&agency, &["register", "show", &register])
        .ended(Exit::Good)
        .says("the last line of the register is unfinished")
        .says("not seen yet");
    let changed = text.replace("2024-11-01", "2024-11-02");
    agency.write("register/register.jsonl", changed.as_bytes());
    at_terminal(&agency, &["register", "show", &register])
        .ended(Exit::Files)
        .says("Line 3 of the register was changed");
    verify(&agency, &file, &["--record"]).ended(Exit::Files);
}

/// Processes that all enter something at once, by the real clock.
#[test]
fn processes_that_enter_at_once_lose_nothing() {
    const OFFICES: u8 = 6;
    let agency = Agency::new(OFFICES, Utc::now());
    begin(&agency);
    let (list, pin) = (agency.path("trust.json"), agency.path("agency.pub.jwk"));
    let register = agency.path("register");
    let start = |arguments: &[&str]| -> Child {
        let mut command = Command::new(env!("CARGO_BIN_EXE_probitas-cli"));
        let command = command.args(arguments).stdout(Stdio::null());
        command.spawn().unwrap()
    };
    let all_good = |children: Vec<Child>| {
        for mut child in children {
            assert!(child.wait().unwrap().success());
        }
    };
    let entering = (0..OFFICES).map(|office| {
        let alone = [(preparer(office), Role::Preparer)];
        let file = signed(&record(office, 1, None), &alone, agency.at);
        let file = agency.write(&format!("{office}.json"), &file);
        let line = ["verify", &file, "--trust", &list, "--pin", &pin, "--record"];
        let policy = ["--register", &register, "--policy", "preparer-handwritten"];
        start(&[&line[..], &policy].concat())
    });
    all_good(entering.collect());
    let seen = agency.at.format("%Y-%m-%d").to_string();
    let approving = (0..OFFICES).map(|office| {
        let typed = fingerprint(&record(office, 1, None));
        let line = [
            "register",
            "approve-on-paper",
            &register,
            "--fingerprint",
            &typed,
        ];
        start(&[&line[..], &["--seen", &seen, "--officer", "Lou"]].concat())
    });
    all_good(approving.collect());
    let read = storage::read_register(&agency.file("register")).unwrap();
    let approved = read.links().iter();
    let approved = approved.filter(|link| matches!(link.entry.event, Event::ApprovedOnPaper(_)));
    assert_eq!(approved.count(), usize::from(OFFICES));
    assert_eq!(read.links().len(), 1 + 2 * usize::from(OFFICES));
}
