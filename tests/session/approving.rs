//! Approving: another person's submission is shown, and signed once more.

use chrono::{TimeDelta, Utc};
use probitas::app::job::JobResult;
use probitas::app::{Action, Dialog, Screen, Tone, VerifyForm};
use probitas::i18n::Language;
use probitas::questionnaire::Role;
use probitas::submission::key::PublicKey;
use probitas::submission::trust::RevocationReason;
use probitas::submission::verify::{Verification, read_unverified, verify};

use crate::office::{HEAD, Office, PREPARER, key, opened};
use crate::played::*;

fn office() -> Office {
    Office::at(begin().moment.now.with_timezone(&Utc))
}

fn approving(form: VerifyForm) -> Played {
    let mut played = begin();
    played.act(Action::ShowIn(Language::English));
    played.act(Action::OpenDialog(Dialog::Approve(form)));
    played.act(Action::Confirm);
    played.settle();
    played
}

fn sign_with(played: &mut Played, holder: (u8, Role, &str)) {
    let key = JobResult::KeyOpened(Ok(opened(holder)));
    played.act(Action::Done(key));
    played.act(Action::SignSubmission);
    played.settle();
}

fn failure(played: &Played) -> String {
    let status = played.session.status().unwrap();
    assert_eq!(status.tone, Tone::Failed, "{status:?}");
    status.message.text(Language::English)
}

fn keys() -> Vec<PublicKey> {
    [1, 2].map(|number| key(number).public_key()).to_vec()
}

#[test]
fn deputy_head_signs_the_record_that_the_preparer_signed() {
    let office = office();
    let file = office.submission("ours.json", &[PREPARER]);
    let before = std::fs::read(&file).unwrap();
    let mut played = approving(office.keys(&file, &[1]));
    assert_eq!(played.session.screen(), Screen::Approve);
    let approval = played.session.approval().unwrap();
    assert_eq!(approval.signatures().len(), 1);
    let wording = approval.wording(Role::DeputyHead).unwrap();
    assert!(!wording.en.is_empty() && !wording.fr.is_empty());
    sign_with(&mut played, HEAD);
    assert_eq!(played.session.status().unwrap().tone, Tone::Done);
    let approval = played.session.approval().unwrap();
    assert_eq!(approval.signed(), Some(&key(2).public_key().kid()));
    assert_eq!(approval.signatures().len(), 2);
    let signed = std::fs::read(&approval.form().file).unwrap();
    assert!(
        approval
            .form()
            .file
            .ends_with("ours-APPROVED-APPROUVE.json")
    );
    let now = played.moment.now.with_timezone(&Utc);
    let Verification::Verified(verified) = verify(&signed, &keys(), now) else {
        panic!("not verified");
    };
    let record = read_unverified(&before).unwrap();
    assert_eq!(verified.record(), &record);
    // What was opened is as it was.
    assert_eq!(std::fs::read(&file).unwrap(), before);
}

#[test]
fn pdf_of_the_approved_submission_lists_both_signatures() {
    let office = office();
    let file = office.submission("ours.json", &[PREPARER]);
    let mut played = approving(office.keys(&file, &[1]));
    sign_with(&mut played, HEAD);
    let form = played.session.approval().unwrap().copy_form();
    let path = form.path.clone();
    played.act(Action::OpenDialog(Dialog::MakePdf(form)));
    played.act(Action::Confirm);
    played.settle();
    assert_eq!(played.session.status().unwrap().tone, Tone::Done);
    // The key that is open here is known, also where no file of it was named.
    let document = lopdf::Document::load(path).unwrap();
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    assert!(!pages.is_empty());
}

#[test]
fn what_is_shown_is_the_submission_and_the_draft_stays() {
    let office = office();
    let file = office.submission("ours.json", &[PREPARER]);
    let mut played = begin();
    played.act(Action::ShowIn(Language::English));
    played.act(choose("q12", "q12.no"));
    played.act(Action::OpenToApprove(office.keys(&file, &[1])));
    played.settle();
    let organization = |played: &Played| {
        let document = played.session.printed().document().unwrap();
        document.parts[0].running.organization.clone()
    };
    assert_eq!(organization(&played), "Elections Canada");
    assert_eq!(played.session.response().organization().name.en, "");
    played.act(Action::Show(Screen::Review));
    assert_ne!(organization(&played), "Elections Canada");
    played.act(Action::Show(Screen::Approve));
    assert_eq!(organization(&played), "Elections Canada");
    played.act(Action::CloseApproval);
    assert_eq!(played.session.screen(), Screen::Start);
    assert!(played.session.approval().is_none());
    assert!(played.session.has_unsaved_changes());
}

#[test]
fn order_of_signing_is_kept_in_words_and_nothing_is_written() {
    let office = office();
    let unsigned = office.submission("a-UNSIGNED-NON-SIGNE.json", &[]);
    let both = office.submission("both.json", &[PREPARER, HEAD]);
    let third = (3, Role::Preparer, "Somebody Else");
    for (file, keys, holder, said) in [
        (&unsigned, &[][..], HEAD, "no preparer has signed yet"),
        (
            &both,
            &[1, 2][..],
            HEAD,
            "already has a signature by this key",
        ),
        (
            &both,
            &[1, 2][..],
            third,
            "the deputy head has already signed",
        ),
    ] {
        let mut played = approving(office.keys(file, keys));
        sign_with(&mut played, holder);
        let text = failure(&played);
        assert!(text.contains(said), "{text}");
        let approval = played.session.approval().unwrap();
        assert!(!std::path::Path::new(approval.path()).exists());
        assert_eq!(approval.signed(), None);
    }
    let mut played = approving(office.keys(&unsigned, &[]));
    sign_with(&mut played, PREPARER);
    let approval = played.session.approval().unwrap();
    assert_eq!(approval.form().file, office.path("a.json"));
}

#[test]
fn without_key_or_place_nothing_is_signed_and_no_file_is_replaced() {
    let office = office();
    let file = office.submission("ours.json", &[PREPARER]);
    let mut played = approving(office.keys(&file, &[1]));
    played.act(Action::SignSubmission);
    assert_eq!(failure(&played), "No key is open.");
    played.act(Action::NameSigned(" ".to_owned()));
    sign_with(&mut played, HEAD);
    assert!(failure(&played).contains("no place"));
    let before = std::fs::read(&file).unwrap();
    played.act(Action::NameSigned(file.clone()));
    sign_with(&mut played, HEAD);
    failure(&played);
    assert_eq!(std::fs::read(&file).unwrap(), before);
}

#[test]
fn submission_with_a_fault_is_not_opened_to_approve() {
    let office = office();
    let file = office.submission("ours.json", &[PREPARER]);
    let text = std::fs::read_to_string(&file).unwrap();
    let changed = text.replacen("Elections Canada", "Election Canada", 1);
    let changed = office.write("changed.json", changed.as_bytes());
    let now = begin().moment.now.with_timezone(&Utc);
    let revoked = office.list(3, |record| {
        let kid = key(1).public_key().kid();
        let at = now - TimeDelta::days(2);
        record
            .revoke(&kid, RevocationReason::Superseded, at)
            .unwrap();
    });
    for form in [office.keys(&changed, &[1]), office.form(&file, &revoked)] {
        let played = approving(form.clone());
        failure(&played);
        assert_eq!(played.session.dialog(), Some(&Dialog::Approve(form)));
        assert!(played.session.approval().is_none());
    }
    let good = office.list(4, |_| {});
    assert!(
        approving(office.form(&file, &good))
            .session
            .approval()
            .is_some()
    );
}
