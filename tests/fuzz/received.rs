//! What an agency receives besides submissions, and what it keeps and issues.

use crate::anew::{self, RECEIPT};
use crate::corpus;
use crate::run::fuzz;
use crate::support::{key, signing_time, verifying_time};
use probitas::submission::canonical::CanonicalBytes;
use probitas::submission::copy::{HandedIn, attached};
use probitas::submission::fingerprint::RecordDigest;
use probitas::submission::possession::{Possession, check, prove};
use probitas::submission::register::{Link, Register, receipt};

/// The lines of a register, as they stand in its file.
fn lines(register: &Register) -> Vec<u8> {
    let line = |link: &Link| [CanonicalBytes::of(link).unwrap().as_bytes(), b"\n"].concat();
    register.links().iter().flat_map(line).collect()
}

/// Whether a register holds what its file says, and nothing is received twice.
fn is_sound(register: &Register, file: &[u8]) -> bool {
    let lines = lines(register);
    let mut digests = register.digests();
    digests.sort_by_key(RecordDigest::hex);
    let is_single = digests.windows(2).all(|pair| pair[0] != pair[1]);
    is_single && (file.starts_with(&lines) || lines.starts_with(file))
}

#[test]
fn a_proof_of_possession_is_taken_only_as_it_was_made() {
    let (corpus, now) = (corpus::proofs(), verifying_time());
    let made: Vec<Possession> = corpus
        .iter()
        .map(|proof| check(proof, None, now).unwrap())
        .collect();
    fuzz(&corpus, |file| {
        let found = check(file, None, now);
        assert!(found.as_ref().is_ok_and(|found| made.contains(found)) || found.is_err());
        found.is_ok()
    });
}

#[test]
fn a_proof_that_its_maker_broke_is_refused_or_says_what_was_signed() {
    let payloads: Vec<Vec<u8>> = corpus::proofs()
        .iter()
        .map(|proof| anew::claims(proof))
        .collect();
    let now = verifying_time();
    fuzz(&payloads, |payload| {
        let Ok(found) = check(&anew::proof(payload), None, now) else {
            return false;
        };
        let nonce = found.nonce.as_deref();
        let again = prove(&key(1), &found.holder, found.made_at, nonce).unwrap();
        assert_eq!(anew::claims(&again), payload);
        true
    });
}

#[test]
fn a_register_that_can_be_read_begins_one_that_was_written() {
    let corpus = corpus::registers();
    let written: Vec<RecordDigest> = corpus
        .iter()
        .filter_map(|file| Register::read(file).ok())
        .flat_map(|register| register.links().to_vec())
        .map(|link| link.sha256)
        .collect();
    assert!(written.len() >= 6);
    fuzz(&corpus, |file| {
        let Ok(register) = Register::read(file) else {
            return false;
        };
        assert!(written.contains(&register.head()));
        assert!(is_sound(&register, file));
        true
    });
}

#[test]
fn a_register_whose_keeper_broke_an_entry_is_refused_or_sound() {
    let mut entries = Vec::new();
    let mut before = Vec::new();
    for file in corpus::registers() {
        let Ok(register) = Register::read(&file) else {
            continue;
        };
        let mut earlier = Vec::new();
        for link in register.links() {
            let entry = CanonicalBytes::of(&link.entry).unwrap();
            let entry = entry.as_bytes().to_vec();
            before.push(earlier.clone());
            earlier.extend(anew::line(&entry));
            entries.push(entry);
        }
    }
    fuzz(&entries, |entry| {
        let line = anew::line(entry);
        let mut accepted = false;
        for earlier in &before {
            let file = [&earlier[..], &line[..]].concat();
            if let Ok(register) = Register::read(&file) {
                assert!(is_sound(&register, &file));
                accepted = true;
            }
        }
        accepted
    });
}

#[test]
fn a_receipt_verifies_only_where_it_says_what_the_agency_signed() {
    let (corpus, now) = (corpus::receipts(), verifying_time());
    let pinned = corpus::receipt_keys();
    let record = |file: &[u8]| {
        let found = receipt::verify(file, &pinned, now).ok()?;
        Some(found.record().clone())
    };
    let signed: Vec<_> = corpus.iter().map(|file| record(file).unwrap()).collect();
    fuzz(&corpus, |file| {
        let found = record(file);
        assert!(found.as_ref().is_none_or(|found| signed.contains(found)));
        found.is_some()
    });
}

#[test]
fn a_receipt_that_the_agency_broke_is_refused_or_says_what_was_signed() {
    let records = anew::records(&corpus::receipts());
    let (pinned, now) = ([key(1).public_key()], verifying_time());
    fuzz(&records, |record| {
        let Ok(found) = receipt::verify(&anew::signed(&RECEIPT, record), &pinned, now) else {
            return false;
        };
        let again = found.record().sign(&key(1), "Agency", signing_time());
        assert_eq!(anew::records(&[again.unwrap()]), [record]);
        assert!(!found.account().is_empty());
        true
    });
}

#[test]
fn a_pdf_gives_up_one_submission_or_none() {
    let corpus = corpus::pdfs();
    for file in &corpus {
        assert!(attached(file).is_ok());
    }
    fuzz(&corpus, |file| match HandedIn::of(file) {
        Ok(found) => {
            assert!(found.in_pdf || found.submission.as_ref() == file);
            found.in_pdf
        }
        Err(_) => false,
    });
}
