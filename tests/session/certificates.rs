//! Certificates in the window: a certificate file signs, and roots with their
//! revocation lists verify.

use chrono::Utc;
use probitas::app::{Action, Dialog, Found, KeyRequest, Tone, TrustForm, VerifiedFile, VerifyForm};
use probitas::i18n::Language;
use probitas::questionnaire::Role;
use probitas::storage::Places;
use probitas::submission::certificate::{CertificateStanding, RevocationStanding};
use probitas::submission::verify::{ClaimedSignature, GoodSignature, Reason, Verification};
use zeroize::Zeroizing;

use crate::office::{CERTIFICATE_PASSWORD, HEAD, Office, PREPARER, certificate};
use crate::played::*;

const BOTH: [(&str, Role); 2] = [("preparer", Role::Preparer), ("head", Role::DeputyHead)];

fn office() -> Office {
    Office::at(begin().moment.now.with_timezone(&Utc))
}

fn verified(form: VerifyForm) -> Box<VerifiedFile> {
    let mut played = begin();
    ask(&mut played, form);
    match played.session.dialog().cloned() {
        Some(Dialog::Verified(verified)) => verified,
        other => panic!("{other:?} {:?}", played.session.status()),
    }
}

fn ask(played: &mut Played, form: VerifyForm) {
    played.act(Action::OpenDialog(Dialog::Verify(form)));
    played.act(Action::Confirm);
    played.settle();
}

fn good(verified: &VerifiedFile) -> Vec<&GoodSignature> {
    let signatures = verified.signatures.iter();
    let good = signatures.map(|signature| match signature {
        ClaimedSignature::Good(good) => good,
        ClaimedSignature::Unchecked(claim) => panic!("{claim:?}"),
    });
    good.collect()
}

/// The codes of the reasons.
fn codes(verified: &VerifiedFile) -> Vec<&'static str> {
    match &verified.verification {
        Verification::NotVerified(reasons) => reasons.iter().map(Reason::code).collect(),
        other => panic!("{other:?}"),
    }
}

fn revocation(good: &GoodSignature) -> RevocationStanding {
    good.certificate.checked().unwrap().revocation
}

#[test]
fn certificates_that_lead_to_a_root_answer_for_their_keys() {
    let office = office();
    let file = office.certified("both.json", &BOTH);
    let found = verified(office.roots(&file, "root.pem", &["root.crl"]));
    assert_eq!(found.found(), Found::Good);
    assert!(found.is_certified() && found.can_be_copied());
    for signature in good(&found) {
        assert_eq!(revocation(signature), RevocationStanding::NotRevoked);
        let checked = signature.certificate.checked().unwrap();
        assert_eq!(checked.root, "CN=Lasting root,O=Test,C=CA");
    }
    // Without a list nothing is known of a revocation.
    let found = verified(office.roots(&file, "root.pem", &[]));
    assert_eq!(found.found(), Found::Good);
    assert_eq!(revocation(good(&found)[0]), RevocationStanding::NotChecked);
}

#[test]
fn certificate_is_refused_for_what_is_wrong_with_it() {
    let office = office();
    let signed = |name: &str| {
        let signers = [BOTH[0], (name, Role::DeputyHead)];
        office.certified(&format!("{name}.json"), &signers)
    };
    for (form, code) in [
        (
            office.roots(&signed("revoked"), "root.pem", &["root.crl"]),
            "certificate-revoked",
        ),
        (
            office.roots(&signed("expired"), "root.pem", &[]),
            "certificate-expired",
        ),
    ] {
        let found = verified(form);
        assert_eq!(found.found(), Found::Wrong);
        assert_eq!(codes(&found), [code]);
        assert!(!found.can_be_copied() && !found.lacks_a_root());
    }
    let found = verified(office.roots(&signed("head"), "other.pem", &[]));
    assert_eq!(codes(&found), ["certificate-unknown-root"; 2]);
    assert!(found.lacks_a_root());
}

#[test]
fn certificate_is_told_as_not_checked_without_a_root() {
    let office = office();
    let signers = [BOTH[0]];
    let file = office.certified("one.json", &signers);
    let found = verified(office.keys(&file, &[]));
    assert_eq!(found.found(), Found::KeyMissing);
    let mut form = office.keys(&file, &[]);
    let public = probitas::submission::key::PublicKey::from_certificate(&certificate_of(&file));
    let jwk = public.unwrap().to_jwk().unwrap();
    form.keys = vec![office.write("certified.pub.jwk", &jwk)];
    let found = verified(form);
    assert_eq!(found.found(), Found::Good);
    assert_eq!(good(&found)[0].certificate, CertificateStanding::NotChecked);
    assert!(!found.is_certified());
}

/// The certificate that comes with the first signature, in DER.
fn certificate_of(file: &str) -> Vec<u8> {
    let json: serde_json::Value = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
    let header = json["signatures"][0]["protected"].as_str().unwrap();
    let header = probitas::submission::base64url::decode(header).unwrap();
    let header: serde_json::Value = serde_json::from_slice(&header).unwrap();
    let der = header["x5c"][0].as_str().unwrap();
    let plain = der
        .trim_end_matches('=')
        .replace('+', "-")
        .replace('/', "_");
    probitas::submission::base64url::decode(&plain).unwrap()
}

#[test]
fn list_and_roots_hold_together() {
    let office = office();
    let listed = office.submission("listed.json", &[PREPARER, HEAD]);
    let list = office.list(3, |_| {});
    let mut form = office.form(&listed, &list);
    form.trust.roots = vec![certificate("root.pem")];
    // Keys without certificates are as good as the list says.
    assert_eq!(verified(form.clone()).found(), Found::Good);
    form.file = office.certified("certified.json", &BOTH);
    let found = verified(form);
    assert_eq!(found.found(), Found::Unconfirmed);
    let mut signatures = good(&found).into_iter();
    assert!(signatures.all(|one| one.certificate.checked().is_some()));
}

#[test]
fn where_roots_and_lists_are_is_remembered() {
    let office = office();
    let folder = tempfile::tempdir().unwrap();
    let places = Places::inside(folder.path());
    let file = office.certified("both.json", &BOTH);
    let mut form = office.roots(&file, "root.pem", &["root.crl"]);
    form.trust.roots.push(" ".to_owned());
    let mut played = begin_in(places.clone());
    ask(&mut played, form);
    let remembered = begin_in(places).session.trust_form();
    let expected = TrustForm {
        roots: vec![certificate("root.pem")],
        revocations: vec![certificate("root.crl")],
        ..TrustForm::default()
    };
    assert_eq!(remembered, expected);
}

#[test]
fn files_that_are_no_roots_are_refused_before_anything_is_verified() {
    let office = office();
    let file = office.certified("both.json", &BOTH);
    for (root, lists, said) in [
        ("root.crl", &[][..], "something else than certificates"),
        (
            "root.pem",
            &["root.pem"],
            "something else than revocation lists",
        ),
    ] {
        let mut played = begin();
        played.act(Action::ShowIn(Language::English));
        let form = office.roots(&file, root, lists);
        ask(&mut played, form.clone());
        assert_eq!(played.session.dialog(), Some(&Dialog::Verify(form)));
        let status = played.session.status().unwrap();
        assert_eq!(status.tone, Tone::Failed);
        let text = status.message.text(Language::English);
        assert!(text.contains(said), "{text}");
        assert!(played.session.preferences().trust.roots.is_empty());
    }
}

fn open_key(played: &mut Played, name: &str, password: &str) {
    let request = KeyRequest {
        path: certificate(name),
        passphrase: Zeroizing::new(password.to_owned()),
        ..KeyRequest::of(Role::DeputyHead)
    };
    played.act(Action::OpenDialog(Dialog::OpenKey(request)));
    played.act(Action::Confirm);
    played.settle();
}

fn approve(form: VerifyForm) -> Played {
    let mut played = begin();
    played.act(Action::OpenDialog(Dialog::Approve(form)));
    played.act(Action::Confirm);
    played.settle();
    assert!(
        played.session.approval().is_some(),
        "{:?}",
        played.session.status()
    );
    played
}

fn sign(played: &mut Played) -> String {
    played.act(Action::SignSubmission);
    played.settle();
    let status = played.session.status().unwrap();
    assert_eq!(status.tone, Tone::Done, "{status:?}");
    played.session.approval().unwrap().form().file.clone()
}

#[test]
fn deputy_head_approves_with_a_certificate_file() {
    let office = office();
    let prepared = office.submission("ours.json", &[PREPARER]);
    let mut played = approve(office.keys(&prepared, &[1]));
    open_key(&mut played, "head.p12", CERTIFICATE_PASSWORD);
    assert_eq!(played.session.key().unwrap().name(), "Camille Roy");
    let signed = sign(&mut played);
    let mut form = office.roots(&signed, "root.pem", &["root.crl"]);
    form.keys = vec![office.path("1.pub.jwk")];
    let found = verified(form);
    assert_eq!(found.found(), Found::Good);
    let signatures = good(&found);
    assert_eq!(signatures[0].certificate, CertificateStanding::Absent);
    assert_eq!(signatures[1].name, "Camille Roy");
    assert_eq!(revocation(signatures[1]), RevocationStanding::NotRevoked);
}

#[test]
fn preparer_who_is_known_by_a_certificate_alone_is_approved() {
    let office = office();
    let prepared = office.certified("ours.json", &[BOTH[0]]);
    let form = office.roots(&prepared, "root.pem", &["root.crl"]);
    for key in ["head.p12", "revoked.p12"] {
        let mut played = approve(form.clone());
        let approval = played.session.approval().unwrap();
        assert!(matches!(approval.signatures(), [ClaimedSignature::Good(_)]));
        played.act(Action::NameSigned(office.path(key)));
        open_key(&mut played, key, CERTIFICATE_PASSWORD);
        // One's own certificate is for whoever verifies: signing asks for none.
        sign(&mut played);
        assert_eq!(played.session.approval().unwrap().signatures().len(), 2);
    }
    let other = office.roots(&prepared, "other.pem", &[]);
    let mut played = begin();
    played.act(Action::OpenDialog(Dialog::Approve(other)));
    played.act(Action::Confirm);
    played.settle();
    assert!(played.session.approval().is_none());
}

#[test]
fn certificate_file_that_cannot_sign_is_told_in_both_languages() {
    for (name, password, en, fr) in [
        (
            "head.p12",
            "wrong",
            "The password does not open",
            "Le mot de passe n’ouvre pas",
        ),
        ("rsa.p12", CERTIFICATE_PASSWORD, "an RSA key", "une clé RSA"),
        (
            "expired.p12",
            CERTIFICATE_PASSWORD,
            "The certificate expired on January 1, 2024",
            "Le certificat a expiré le 1er janvier 2024",
        ),
    ] {
        let mut played = begin();
        open_key(&mut played, name, password);
        assert!(played.session.key().is_none());
        let status = played.session.status().unwrap();
        assert_eq!(status.tone, Tone::Failed);
        for (language, said) in [(Language::English, en), (Language::French, fr)] {
            let text = status.message.text(language);
            assert!(text.contains(said), "{text}");
            assert!(!status.hint.as_ref().unwrap().text(language).is_empty());
        }
        // What was typed comes back, but for the password.
        let Some(Dialog::OpenKey(request)) = played.session.dialog() else {
            panic!("{:?}", played.session.dialog())
        };
        assert_eq!(request.path, certificate(name));
        assert!(request.passphrase.is_empty());
    }
}
