//! The rules and the chain hold, whatever is tried.

use super::chain::{Admitted, Ending, LineFault, Register};
use super::entry::{Event, FiledSignature, Received, SignaturesAdded};
use super::example::{approving, at, begun, digest, entering, file, received};
use super::rules::{Approval, RegisterRefusal};
use crate::questionnaire::Role;
use crate::submission::canonical::CanonicalBytes;
use crate::submission::fingerprint::RecordDigest;
use crate::submission::key::example::signing_key;
use crate::submission::record::PerLanguage;
use chrono::{NaiveDate, TimeDelta};
use proptest::prelude::*;

/// Enters one, or says by which code it is refused.
fn enter(register: &mut Register, received: Received) -> Result<(), &'static str> {
    let entered = register.enter(entering(received), at());
    entered.map_err(|refusal| refusal.code())
}

/// Revisions 1 and 2 of one organization, and the first of another, which is
/// approved by hand.
fn filled() -> Register {
    let mut register = begun();
    enter(&mut register, received("a", 1, None, "a1")).unwrap();
    let second = received("a", 2, Some(digest("a1")), "a2");
    enter(&mut register, second).unwrap();
    enter(&mut register, received("b", 1, None, "b1")).unwrap();
    register.enter(approving("b1"), at()).unwrap();
    register
}

#[test]
fn revisions_follow_each_other_and_nothing_is_entered_twice() {
    let previous = |content: &str| Some(digest(content));
    for (tried, code) in [
        (received("a", 1, None, "a1"), "register-already-received"),
        (received("c", 1, None, "a1"), "register-already-received"),
        (
            received("a", 1, None, "other"),
            "register-revision-other-content",
        ),
        (
            received("a", 2, previous("a1"), "other"),
            "register-revision-other-content",
        ),
        (
            received("a", 3, previous("a1"), "a3"),
            "register-previous-mismatch",
        ),
        (
            received("a", 4, previous("a3"), "a4"),
            "register-previous-mismatch",
        ),
        (
            received("c", 2, previous("c1"), "c2"),
            "register-previous-not-received",
        ),
    ] {
        let mut register = filled();
        assert_eq!(enter(&mut register, tried.clone()), Err(code), "{tried:?}");
        assert_eq!(register, filled());
    }
    let mut register = filled();
    let third = received("a", 3, previous("a2"), "a3");
    enter(&mut register, third).unwrap();
    let late = received("a", 1, None, "late");
    assert_eq!(
        enter(&mut register, late),
        Err("register-revision-other-content")
    );
}

#[test]
fn an_older_revision_that_was_skipped_is_refused() {
    let mut register = begun();
    enter(&mut register, received("a", 1, None, "a1")).unwrap();
    // The numbers may jump where the record before is the one in the register.
    let jump = received("a", 5, Some(digest("a1")), "a5");
    enter(&mut register, jump).unwrap();
    let older = received("a", 3, Some(digest("a1")), "a3");
    assert_eq!(
        enter(&mut register, older),
        Err("register-revision-not-newer")
    );
}

#[test]
fn another_submission_id_is_no_correction() {
    let mut register = begun();
    enter(&mut register, received("a", 1, None, "a1")).unwrap();
    let mut second = received("a", 2, Some(digest("a1")), "a2");
    second.submission.submission_id = "6ba7b810-9dad-11d1-80b4-00c04fd430c8".to_owned();
    assert_eq!(
        enter(&mut register, second),
        Err("register-submission-id-other")
    );
}

#[test]
fn one_of_the_names_must_be_the_agencys() {
    let name = |name: &str| Some(name.to_owned());
    for (en, fr, code) in [
        (name("PRIVY COUNCIL OFFICE"), None, None),
        (name("Another"), name("Bureau du Conseil privé"), None),
        (name("Another"), None, Some("register-audience-other")),
        (
            name("Privy Council Office of another place"),
            None,
            Some("register-audience-other"),
        ),
        (None, None, Some("register-audience-other")),
    ] {
        let mut one = received("a", 1, None, "a1");
        one.submission.audience = PerLanguage { en, fr };
        assert_eq!(enter(&mut begun(), one.clone()).err(), code, "{one:?}");
    }
}

#[test]
fn a_name_that_cannot_be_recognized_begins_no_register() {
    for names in [vec![], vec![String::new()], vec!["a\u{7}b".to_owned()]] {
        let refused = Register::begin(&names, at());
        assert_eq!(refused, Err(RegisterRefusal::Name), "{names:?}");
    }
    // Typed in decomposed form and with odd white space, it is the same name.
    let typed = ["Bureau  du Conseil prive\u{301}".to_owned()];
    let register = Register::begin(&typed, at()).unwrap();
    assert_eq!(register.audience(), ["Bureau du Conseil privé"]);
}

#[test]
fn approval_by_hand_is_recorded_once_and_only_where_it_is_needed() {
    let seen = NaiveDate::from_ymd_opt(2024, 11, 14).unwrap();
    let register = filled();
    let approve = |register: &Register, content: &str, seen, officer: &str| {
        let typed = digest(content).fingerprint();
        let approved = register.approve_on_paper(&typed, seen, officer, at());
        approved.map(drop).map_err(|refusal| refusal.code())
    };
    assert_eq!(approve(&register, "a2", seen, "Officer"), Ok(()));
    assert_eq!(
        approve(&register, "b1", seen, "Officer"),
        Err("register-already-approved")
    );
    assert_eq!(
        approve(&register, "b2", seen, "Officer"),
        Err("register-not-received")
    );
    assert_eq!(approve(&register, "a2", seen, " "), Err("register-name"));
    let late = (at() + TimeDelta::days(2)).date_naive();
    assert_eq!(
        approve(&register, "a2", late, "Officer"),
        Err("register-seen-in-future")
    );
    let mut register = register;
    let mut signed = received("c", 1, None, "c1");
    signed.signatures.push(FiledSignature {
        role: Role::DeputyHead,
        ..signed.signatures[0].clone()
    });
    enter(&mut register, signed).unwrap();
    assert_eq!(
        approve(&register, "c1", seen, "Officer"),
        Err("register-signed-by-deputy-head")
    );
    let approval = |content: &str| register.received(&digest(content)).unwrap().approval;
    assert!(matches!(approval("a2"), Approval::Pending));
    assert!(matches!(approval("b1"), Approval::OnPaper(_)));
    assert!(matches!(approval("c1"), Approval::Signature(_)));
}

#[test]
fn signatures_that_come_later_are_entered_once_and_approve() {
    let signature = |role, kid: u8| FiledSignature {
        role,
        kid: signing_key(kid).public_key().kid(),
        ..received("a", 1, None, "a1").signatures[0].clone()
    };
    let head = signature(Role::DeputyHead, 2);
    let add = |register: &mut Register, content: &str, signatures: &[&FiledSignature]| {
        let event = Event::SignaturesAdded(SignaturesAdded {
            digest: digest(content),
            signatures: signatures.iter().copied().cloned().collect(),
        });
        let entered = register.enter(Admitted(event), at());
        entered.map_err(|refusal| refusal.code())
    };
    let known = received("b", 1, None, "b1").signatures.remove(0);
    for (content, signatures, code) in [
        ("b2", &[&head][..], "register-not-received"),
        ("b1", &[], "register-already-received"),
        ("b1", &[&known], "register-already-received"),
        ("b1", &[&head, &known], "register-already-received"),
    ] {
        let mut register = filled();
        assert_eq!(add(&mut register, content, signatures), Err(code));
        assert_eq!(register, filled());
    }
    // Both wait for approval, or have it on paper.
    for content in ["a2", "b1"] {
        let mut register = filled();
        assert_eq!(add(&mut register, content, &[&head]), Ok(()));
        assert_eq!(
            add(&mut register, content, &[&head]),
            Err("register-already-received")
        );
        let found = register.received(&digest(content)).unwrap();
        assert_eq!(found.signatures, [&known, &head]);
        assert_eq!(found.approval, Approval::Signature(&head));
        assert_eq!(Register::read(&file(&register)), Ok(register));
    }
}

#[test]
fn a_register_is_read_back() {
    let register = filled();
    assert_eq!(Register::read(&file(&register)), Ok(register));
}

#[test]
fn lines_that_are_removed_moved_or_repeated_are_noticed() {
    let bytes = file(&filled());
    let lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
    for removed in 0..lines.len() - 1 {
        let mut left = lines.clone();
        left.remove(removed);
        assert!(Register::read(&left.concat()).is_err(), "{removed}");
    }
    for first in 0..lines.len() - 1 {
        let mut swapped = lines.clone();
        swapped.swap(first, first + 1);
        assert!(Register::read(&swapped.concat()).is_err(), "{first}");
        let repeated = [&lines[..], &[lines[first]]].concat().concat();
        let fault = Register::read(&repeated).unwrap_err();
        assert_eq!((fault.line, fault.fault), (6, LineFault::Chain));
    }
}

/// Whoever writes lines with good digests still has to keep the rules.
#[test]
fn a_chain_against_the_rules_is_refused() {
    let mut forged = begun();
    let mut other = begun();
    enter(&mut forged, received("a", 1, None, "a1")).unwrap();
    enter(&mut other, received("b", 1, None, "b1")).unwrap();
    let again = received("a", 1, None, "other content");
    enter(&mut other, again).unwrap();
    // The third entry of the other one, after the first two of this one.
    let mut link = other.links()[2].clone();
    link.entry.before = forged.head();
    let canonical = CanonicalBytes::of(&link.entry).unwrap();
    link.sha256 = RecordDigest::new(canonical.sha256());
    let text = CanonicalBytes::of(&link).unwrap();
    let bytes = [&file(&forged), text.as_bytes(), b"\n"].concat();
    let fault = Register::read(&bytes).unwrap_err();
    assert_eq!(fault.line, 3);
    let LineFault::Rule(refusal) = fault.fault else {
        panic!("{fault:?}")
    };
    assert_eq!(refusal.code(), "register-revision-other-content");
}

#[test]
fn another_file_is_no_register() {
    for other in [&b""[..], b"\n", b"{}\n", b"probitas", b"\0\0\0"] {
        let fault = Register::read(other).unwrap_err();
        assert_eq!(fault.line, 1, "{other:?}");
    }
}

#[test]
fn a_line_that_was_cut_off_does_not_count_and_a_whole_one_does() {
    let register = filled();
    let bytes = file(&register);
    let ends: Vec<usize> = (1..=bytes.len())
        .filter(|end| bytes[end - 1] == b'\n')
        .collect();
    for length in ends[0]..=bytes.len() {
        let cut = Register::read(&bytes[..length]).unwrap();
        let whole = ends.iter().filter(|end| **end <= length).count();
        let begun = length - ends[whole - 1];
        match cut.ending() {
            Ending::Whole => assert_eq!(begun, 0),
            Ending::Open => assert!(ends.contains(&(length + 1))),
            Ending::Torn { size_bytes } => assert_eq!(size_bytes, begun),
        }
        let open = usize::from(cut.ending() == Ending::Open);
        assert_eq!(cut.links(), &register.links()[..whole + open], "{length}");
        // A loss of power may leave zeros behind what was written.
        let zeros = [&bytes[..length], &[0; 9]].concat();
        match Register::read(&zeros) {
            Ok(cut) => assert_eq!(cut.links(), &register.links()[..whole]),
            Err(_) => assert_eq!(open, 1),
        }
    }
    for length in 0..ends[0] - 1 {
        assert!(Register::read(&bytes[..length]).is_err(), "{length}");
    }
}

#[test]
fn any_byte_that_is_changed_is_noticed() {
    let bytes = file(&filled());
    for place in 0..bytes.len() {
        for change in [1, bytes[place], bytes[place] ^ b'\n'] {
            let mut changed = bytes.clone();
            changed[place] ^= change;
            if changed != bytes {
                assert!(Register::read(&changed).is_err(), "{place} {change}");
            }
        }
    }
}

/// Something that is tried: a submission, or an approval by hand.
#[derive(Clone, Debug)]
enum Tried {
    Submission(u8, u32, Option<u8>, u8),
    Approval(u8),
}

fn tried() -> impl Strategy<Value = Tried> {
    prop_oneof![
        4 => (0_u8..2, 1_u32..5, prop::option::of(0_u8..8), 0_u8..8)
            .prop_map(|(who, revision, previous, content)| {
                Tried::Submission(who, revision, previous, content)
            }),
        1 => (0_u8..8).prop_map(Tried::Approval),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_is_tried_the_rules_hold(attempts in prop::collection::vec(tried(), 0..60)) {
        let mut register = begun();
        for attempt in attempts {
            let before = register.clone();
            let admitted = match attempt {
                Tried::Submission(who, revision, previous, content) => {
                    let previous = previous.map(|content| digest(&content.to_string()));
                    let previous = previous.filter(|_| revision > 1);
                    let content = content.to_string();
                    entering(received(&who.to_string(), revision, previous, &content))
                }
                Tried::Approval(content) => approving(&content.to_string()),
            };
            if register.enter(admitted, at()).is_err() {
                prop_assert_eq!(&register, &before);
            }
        }
        let all: Vec<_> = register.all_received().map(|found| found.received).collect();
        for (index, one) in all.iter().enumerate() {
            let new = &one.submission;
            let mut earlier = all[..index].iter().map(|earlier| &earlier.submission);
            prop_assert!(earlier.clone().all(|earlier| earlier.digest != new.digest));
            let latest = earlier.rfind(|earlier| earlier.is_beside(new));
            prop_assert_eq!(latest.map(|latest| latest.digest), new.previous);
            prop_assert!(latest.is_none_or(|latest| latest.revision < new.revision));
        }
        let approvals = register.links().len() - 1 - all.len();
        let approved = register.all_received();
        let approved = approved.filter(|found| matches!(found.approval, Approval::OnPaper(_)));
        prop_assert_eq!(approved.count(), approvals);
        prop_assert_eq!(Register::read(&file(&register)), Ok(register));
    }

    #[test]
    fn no_file_makes_reading_panic(bytes: Vec<u8>) {
        let line = file(&begun());
        prop_assert!(Register::read(&bytes).is_err());
        let behind = [&line, &bytes[..]].concat();
        if let Ok(read) = Register::read(&behind) {
            prop_assert_eq!(read.links().len(), 1);
        }
    }
}
