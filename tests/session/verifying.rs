//! Verifying with a trust list, and files that are copies or incomplete.

use chrono::{TimeDelta, Utc};
use probitas::app::job::Control;
use probitas::app::{
    Action, Among, Dialog, FileOutcome, Found, Request, Tone, VerifiedFile, VerifyForm,
};
use probitas::i18n::Language;
use probitas::questionnaire::Role;
use probitas::storage::Places;
use probitas::submission::trust::{RevocationReason, TrustRecord};
use probitas::submission::verify::{ClaimedSignature, Policy};

use crate::office::{HEAD, Office, PREPARER, key};
use crate::played::*;

fn office() -> Office {
    Office::at(begin().moment.now.with_timezone(&Utc))
}

fn asked(form: VerifyForm) -> Played {
    let mut played = begin();
    played.act(Action::ShowIn(Language::English));
    ask(&mut played, form);
    played
}

fn ask(played: &mut Played, form: VerifyForm) {
    played.act(Action::OpenDialog(Dialog::Verify(form)));
    played.act(Action::Confirm);
    played.settle();
}

fn found(form: VerifyForm) -> Box<VerifiedFile> {
    match asked(form).session.dialog().cloned() {
        Some(Dialog::Verified(verified)) => verified,
        other => panic!("{other:?}"),
    }
}

fn revoke(record: &mut TrustRecord, at: chrono::DateTime<Utc>) {
    let kid = key(2).public_key().kid();
    record
        .revoke(&kid, RevocationReason::Superseded, at)
        .unwrap();
}

#[test]
fn list_tells_whose_signatures_they_are() {
    let office = office();
    let file = office.submission("both.json", &[PREPARER, HEAD]);
    let verified = found(office.form(&file, &office.list(3, |_| {})));
    assert_eq!(verified.found(), Found::Good);
    let persons: Vec<String> = verified
        .signatures
        .iter()
        .map(|signature| match signature {
            ClaimedSignature::Good(good) => good.listed.clone().unwrap().person,
            ClaimedSignature::Unchecked(claim) => panic!("{claim:?}"),
        })
        .collect();
    assert_eq!(persons, ["Zoé Tremblay (listed)", "Stéphane Test (listed)"]);
    assert_eq!(verified.list.unwrap().sequence, 3);
}

#[test]
fn preparer_alone_is_incomplete_but_for_an_approval_by_hand() {
    let office = office();
    let file = office.submission("one.json", &[PREPARER]);
    let mut form = office.form(&file, &office.list(3, |_| {}));
    let verified = found(form.clone());
    assert_eq!(verified.found(), Found::Incomplete);
    assert!(verified.can_be_copied());
    assert!(matches!(
        verified.signatures.as_slice(),
        [ClaimedSignature::Good(good)] if good.listed.is_some()
    ));
    form.trust.policy = Policy::PreparerHandwritten;
    assert_eq!(found(form).found(), Found::Good);
}

#[test]
fn revoked_key_is_wrong_and_nothing_can_be_made_of_the_file() {
    let office = office();
    let file = office.submission("both.json", &[PREPARER, HEAD]);
    let now = begin().moment.now.with_timezone(&Utc);
    let list = office.list(3, |record| revoke(record, now - TimeDelta::days(2)));
    let verified = found(office.form(&file, &list));
    assert_eq!(verified.found(), Found::Wrong);
    assert!(!verified.can_be_copied() && verified.is_comparable);
}

#[test]
fn signer_who_is_not_listed_is_to_be_confirmed() {
    let office = office();
    let stranger = (3, Role::DeputyHead, "Somebody Else");
    let file = office.submission("stranger.json", &[PREPARER, stranger]);
    let mut form = office.form(&file, &office.list(3, |_| {}));
    let verified = found(form.clone());
    assert_eq!(verified.found(), Found::KeyMissing);
    assert!(verified.lacks_a_key());
    form.keys = vec![office.path("3.pub.jwk")];
    let verified = found(form);
    assert_eq!(verified.found(), Found::Unconfirmed);
    assert!(!verified.account().steps.is_empty());
}

#[test]
fn submission_in_a_pdf_is_verified_and_the_paper_is_a_copy() {
    let office = office();
    let file = office.submission("both.json", &[PREPARER, HEAD]);
    let pdf = office.pdf("paper.pdf", &file);
    let verified = found(office.keys(&pdf, &[1, 2]));
    assert!(verified.in_pdf);
    assert_eq!(verified.found(), Found::Good);
    let empty = office.write("empty.pdf", b"%PDF-1.7\n%%EOF");
    let verified = found(office.keys(&empty, &[1, 2]));
    assert_eq!(verified.found(), Found::Wrong);
    assert!(!verified.is_comparable);
}

#[test]
fn changed_file_and_foreign_file_are_wrong() {
    let office = office();
    let file = office.submission("both.json", &[PREPARER, HEAD]);
    let text = std::fs::read_to_string(&file).unwrap();
    let changed = text.replacen("Elections", "Election", 1);
    assert_ne!(changed, text);
    let changed = office.write("changed.json", changed.as_bytes());
    let verified = found(office.keys(&changed, &[1, 2]));
    assert_eq!(verified.found(), Found::Wrong);
    assert!(verified.is_comparable && !verified.can_be_copied());
    let foreign = office.write("foreign.json", br#"{"some": "file"}"#);
    let verified = found(office.keys(&foreign, &[1, 2]));
    assert_eq!(verified.found(), Found::Wrong);
    assert!(!verified.is_comparable);
}

#[test]
fn list_is_offered_again_at_the_next_start_and_an_older_one_is_refused() {
    let office = office();
    let folder = tempfile::tempdir().unwrap();
    let places = Places::inside(folder.path());
    let file = office.submission("both.json", &[PREPARER, HEAD]);
    let (older, newer) = (office.list(3, |_| {}), office.list(4, |_| {}));
    let mut played = begin_in(places.clone());
    played.act(Action::ShowIn(Language::English));
    ask(&mut played, office.form(&file, &newer));
    let mut played = begin_in(places);
    let mut form = played.session.verify_form();
    assert_eq!(form.trust.list, newer);
    assert_eq!(form.trust.pins, [office.path("9.pub.jwk")]);
    form.file = file;
    form.trust.list = older;
    ask(&mut played, form.clone());
    assert_eq!(played.session.dialog(), Some(&Dialog::Verify(form)));
    let status = played.session.status().unwrap();
    assert_eq!(status.tone, Tone::Failed);
    let text = status.message.text(Language::English);
    assert!(text.contains("number 4 was already seen"), "{text}");
}

#[test]
fn list_by_another_agency_or_without_its_key_is_refused() {
    let office = office();
    let file = office.submission("both.json", &[PREPARER, HEAD]);
    let form = office.form(&file, &office.list(3, |_| {}));
    for pins in [Vec::new(), vec![office.path("1.pub.jwk")]] {
        let mut form = form.clone();
        form.trust.pins = pins;
        let played = asked(form.clone());
        assert_eq!(played.session.dialog(), Some(&Dialog::Verify(form)));
        assert_eq!(played.session.status().unwrap().tone, Tone::Failed);
        assert_eq!(played.session.preferences().trust.list, "");
    }
}

#[test]
fn key_that_is_open_here_does_not_count_in_verifying() {
    let office = office();
    let file = office.submission("one.json", &[PREPARER]);
    let mut played = begin();
    played.act(Action::ShowIn(Language::English));
    let opened = crate::office::opened(PREPARER);
    played.act(Action::Done(probitas::app::job::JobResult::KeyOpened(Ok(
        opened,
    ))));
    ask(&mut played, office.keys(&file, &[]));
    let Some(Dialog::Verified(verified)) = played.session.dialog() else {
        panic!("{:?}", played.session.dialog());
    };
    assert_eq!(verified.found(), Found::KeyMissing);
}

/// Another program may have remembered some.
#[cfg(not(feature = "certificates"))]
#[test]
fn roots_are_nothing_to_a_program_that_does_not_read_certificates() {
    let office = office();
    let file = office.submission("both.json", &[PREPARER, HEAD]);
    let mut form = office.keys(&file, &[1, 2]);
    form.trust.roots = vec![office.path("missing.pem")];
    assert_eq!(found(form).found(), Found::Good);
}

/// What the dialog of several results holds.
fn among(played: &Played) -> Among {
    match played.session.dialog().cloned() {
        Some(Dialog::VerifiedEach(among)) => among,
        other => panic!("{other:?}"),
    }
}

#[test]
fn several_files_are_told_one_by_one_and_none_stops_the_others() {
    let office = office();
    let good = office.submission("good.json", &[PREPARER, HEAD]);
    let one = office.submission("one.json", &[PREPARER]);
    let foreign = office.write("foreign.json", b"{}");
    let pdf = office.pdf("paper.pdf", &good);
    let form = VerifyForm {
        more: vec![office.path("missing.json"), one, foreign, pdf],
        ..office.form(&good, &office.list(3, |_| {}))
    };
    let mut played = asked(form);
    let all = among(&played);
    let found: Vec<Option<Found>> = all.all.files.iter().map(FileOutcome::found).collect();
    assert_eq!(
        found,
        [
            Some(Found::Good),
            None,
            Some(Found::Incomplete),
            Some(Found::Wrong),
            Some(Found::Good)
        ]
    );
    assert_eq!(
        all.message().text(Language::English),
        "2 of the 5 files are verified."
    );
    // What could not be read has nothing to be opened.
    assert_eq!(all.opened(1), None);
    // One result leads back to all of them, to where it was opened.
    played.act(Action::OpenDialog(all.opened(2).unwrap()));
    let Some(Dialog::Verified(verified)) = played.session.dialog() else {
        panic!("not opened")
    };
    assert_eq!(verified.form.file, office.path("one.json"));
    assert!(verified.form.more.is_empty());
    played.act(Action::Cancel);
    assert_eq!(among(&played).place, Some(2));
    assert_eq!(among(&played).all, all.all);
    played.act(Action::Cancel);
    assert_eq!(played.session.dialog(), None);
}

#[test]
fn files_that_are_dropped_together_are_verified_together() {
    let office = office();
    let files = ["a.json", "b.json"].map(|name| office.submission(name, &[PREPARER]));
    let mut played = begin();
    played.act(Action::ShowIn(Language::English));
    let key = office.path("1.pub.jwk");
    let dropped = [&files[0], &key, &files[1]].map(Into::into);
    played.act(Action::TakeFiles(dropped.to_vec()));
    played.act(Action::Confirm);
    played.settle();
    let all = among(&played);
    let good = |one: &FileOutcome| one.found() == Some(Found::Good);
    assert!(all.all.files.iter().all(good));
    // With another key the same files are verified again.
    assert_eq!(all.all.form.more, [files[1].as_str()]);
    assert!(all.all.form.for_another().more.is_empty());
}

#[test]
fn trust_list_among_the_files_is_offered_to_verify_with() {
    let office = office();
    let file = office.submission("both.json", &[PREPARER, HEAD]);
    let list = office.list(3, |_| {});
    let mut played = begin();
    played.act(Action::ShowIn(Language::English));
    let dropped = [&list, &file].map(Into::into);
    played.act(Action::TakeFiles(dropped.to_vec()));
    played.act(Action::Confirm);
    played.settle();
    let Some(Dialog::UseList(among)) = played.session.dialog().cloned() else {
        panic!("{:?}", played.session.dialog())
    };
    assert_eq!(
        (among.name(), among.other()),
        ("trust-3.json".to_owned(), None)
    );
    assert_eq!(
        (among.form.file.as_str(), among.form.more.len()),
        (file.as_str(), 0)
    );
    assert!(!among.form.trust.is_used());
    played.act(Action::Confirm);
    let Some(Dialog::Verify(mut form)) = played.session.dialog().cloned() else {
        panic!("{:?}", played.session.dialog())
    };
    assert_eq!(form.trust.list, list);
    form.trust.pins = vec![office.path("9.pub.jwk")];
    ask(&mut played, form);
    let Some(Dialog::Verified(verified)) = played.session.dialog() else {
        panic!("{:?}", played.session.dialog())
    };
    assert_eq!(verified.found(), Found::Good);
    assert_eq!(verified.list.as_ref().unwrap().sequence, 3);
    // The next list would take the place of that one.
    let newer = office.list(4, |_| {});
    let form = VerifyForm {
        file: newer,
        ..played.session.verify_form()
    };
    ask(&mut played, form);
    let Some(Dialog::UseList(among)) = played.session.dialog() else {
        panic!("{:?}", played.session.dialog())
    };
    assert_eq!(among.other().as_deref(), Some("trust-3.json"));
    assert_eq!(among.form.file, "");
}

#[test]
fn trust_list_among_the_files_takes_no_place_of_one_that_is_locked() {
    let office = office();
    let folder = tempfile::tempdir().unwrap();
    let (own, other) = (office.list(3, |_| {}), office.list(4, |_| {}));
    let policy = serde_json::json!({
        "format": "probitas-policy/1.0",
        "preset": { "trust": { "list": own, "pins": [office.path("9.pub.jwk")] } },
        "locked": ["trust"],
    });
    let path = office.write("probitas-policy.json", policy.to_string().as_bytes());
    let mut played = begin_in(Places {
        policies: vec![path.into()],
        ..Places::inside(folder.path())
    });
    let file = office.submission("both.json", &[PREPARER, HEAD]);
    let form = VerifyForm {
        file: other,
        more: vec![file.clone()],
        ..played.session.verify_form()
    };
    ask(&mut played, form);
    let among = match played.session.dialog().cloned() {
        Some(Dialog::UseList(among)) => among,
        other => panic!("{other:?}"),
    };
    assert!(among.is_locked);
    played.act(Action::Confirm);
    let form = match played.session.dialog().cloned() {
        Some(Dialog::Verify(form)) => form,
        other => panic!("{other:?}"),
    };
    assert_eq!(
        (form.file.as_str(), form.trust.list.as_str()),
        (file.as_str(), own.as_str())
    );
}

/// How many files are enough for somebody to stop in between.
const MANY: usize = 400;

#[expect(
    clippy::disallowed_methods,
    reason = "the work goes on beside the session, as in the window"
)]
#[test]
fn work_on_many_files_tells_how_far_it_is_and_stops_with_what_was_found() {
    let office = office();
    let file = office.submission("both.json", &[PREPARER, HEAD]);
    let form = VerifyForm {
        more: vec![file.clone(); MANY - 1],
        ..office.keys(&file, &[1, 2])
    };
    let mut played = begin();
    played.act(Action::ShowIn(Language::English));
    played.act(Action::OpenDialog(Dialog::Verify(form)));
    played.act(Action::Confirm);
    let step = |played: &Played| played.session.step().unwrap().text(Language::English);
    let first = format!("Verifying file 1 of {MANY}: both.json");
    assert_eq!(step(&played), first);
    assert!(played.session.can_cancel());
    let mut requests = played.session.take_requests();
    let Some(Request::Work(job)) = requests.pop() else {
        panic!("{requests:?}")
    };
    let work = std::thread::spawn(move || job.run(&Control::default()));
    while step(&played) == first {
        assert!(!work.is_finished());
        std::thread::sleep(std::time::Duration::from_millis(1));
    }
    played.act(Action::CancelJob);
    // What was found is told; the job itself is not given up.
    assert!(played.session.take_requests().is_empty());
    let result = work.join().unwrap();
    played.act(Action::Done(result));
    assert_eq!(played.session.step(), None);
    let all = among(&played);
    assert!(!all.all.files.is_empty());
    assert_eq!(all.all.files.len() + all.all.left.len(), MANY);
    let rest = all.rest().unwrap();
    assert_eq!(rest.more.len() + 1, all.all.left.len());
    assert_eq!(rest.keys, all.all.form.keys);
    let told = all.stopped().unwrap().text(Language::English);
    assert!(told.starts_with("Stopped before the end"), "{told}");
}

#[test]
fn work_that_is_stopped_before_its_first_file_found_nothing() {
    let office = office();
    let file = office.submission("both.json", &[PREPARER, HEAD]);
    let form = VerifyForm {
        more: vec![file.clone()],
        ..office.keys(&file, &[1, 2])
    };
    let mut played = begin();
    played.act(Action::ShowIn(Language::English));
    played.act(Action::OpenDialog(Dialog::Verify(form)));
    played.act(Action::Confirm);
    let requests = played.session.take_requests();
    played.act(Action::CancelJob);
    for request in requests {
        if let Request::Work(job) = request {
            let result = job.run(&Control::default());
            played.act(Action::Done(result));
        }
    }
    assert_eq!(played.session.dialog(), None);
    assert_eq!(played.session.status().unwrap().tone, Tone::Done);
}
