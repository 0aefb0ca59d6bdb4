//! Certificates in the window, by label and keyboard, in both languages: a
//! certificate file signs, and roots with their revocation lists verify.

use chrono::Utc;
use egui::Key;
use egui_kittest::kittest::Queryable;
use probitas::app::{Action, Dialog, KeyRequest, Moment, ReviewHalf, VerifyForm};
use probitas::i18n::{Language, Message, approval, certificates as say, start, submission, window};
use probitas::questionnaire::Role;

use crate::office::{CERTIFICATE_PASSWORD, HEAD, Office, PREPARER, certificate};
use crate::picture::picture;
use crate::screen::Screen;
use crate::sign_off::{click, text, wait};
use crate::verifying::{WINDOWS, open_to_approve, verify};

fn office() -> Office {
    Office::at(Moment::read().now.with_timezone(&Utc))
}

/// A file, what it is verified with, and what is said of it.
fn cases(office: &Office) -> Vec<(&'static str, VerifyForm, Vec<Message>)> {
    let signed = |head: &str| {
        let signers = [("preparer", Role::Preparer), (head, Role::DeputyHead)];
        office.certified(&format!("{head}.json"), &signers)
    };
    let subject = "CN=Camille Roy,O=Test,C=CA";
    let root = "CN=Lasting root,O=Test,C=CA";
    let good = say::certificate_good(2_usize, subject, root, root);
    let verified = say::verification_certified;
    let refused = submission::verification_not_verified;
    let listed = office.submission("listed.json", &[PREPARER, HEAD]);
    let mut mixed = office.form(&listed, &office.list(3, |_| {}));
    mixed.trust.roots = vec![certificate("root.pem")];
    let lists = &["root.crl"][..];
    vec![
        (
            "good",
            office.roots(&signed("head"), "root.pem", lists),
            vec![
                verified(),
                good.clone(),
                say::certificate_not_revoked(),
                say::certificates_say(),
            ],
        ),
        (
            "no-list",
            office.roots(&signed("head"), "root.pem", &[]),
            vec![
                verified(),
                good,
                say::certificate_revocation_unchecked(),
                say::not_checked_certificate_revocation(),
            ],
        ),
        (
            "revoked",
            office.roots(&signed("revoked"), "root.pem", lists),
            vec![refused(), submission_hint()],
        ),
        (
            "expired",
            office.roots(&signed("expired"), "root.pem", lists),
            vec![refused(), say::hint_certificate_dates()],
        ),
        (
            "other-root",
            office.roots(&signed("head"), "other.pem", &[]),
            vec![
                refused(),
                say::err_certificate_unknown_root(1_usize, root),
                say::hint_certificate_unknown_root(),
            ],
        ),
        ("listed", mixed, vec![approved()]),
    ]
}

fn submission_hint() -> Message {
    probitas::i18n::trust::hint_key_revoked()
}

fn approved() -> Message {
    probitas::i18n::trust::verification_confirmed()
}

#[test]
fn what_a_certificate_says_is_told_in_both_languages_wide_and_narrow() {
    let office = office();
    let cases = cases(&office);
    for language in Language::ALL {
        for (window, size) in WINDOWS {
            let mut screen = Screen::sized(language, size, 1.0);
            for (name, form, said) in &cases {
                verify(&mut screen, form.clone());
                for line in said {
                    let line = line.text(language);
                    assert!(screen.says(&line), "{name}: {line}");
                }
                let file = format!("certificate-{name}-{window}-{}.png", language.code());
                picture(&mut screen, &file);
                screen.press(Key::Escape);
            }
        }
    }
}

#[test]
fn form_of_verifying_asks_for_revocation_lists_only_with_a_root() {
    let office = office();
    let signers = [("preparer", Role::Preparer), ("head", Role::DeputyHead)];
    let file = office.certified("both.json", &signers);
    for language in Language::ALL {
        let mut screen = Screen::sized(language, WINDOWS[0].1, 1.0);
        screen.act(Action::OpenDialog(Dialog::Verify(VerifyForm::default())));
        let list = say::verify_crl().text(language);
        assert!(screen.harness.query_by_label(&list).is_none());
        screen.type_into(&start::verify_file().text(language), &file);
        let root = say::verify_root().text(language);
        screen.type_into(&root, &certificate("root.pem"));
        screen.type_into(&list, &certificate("root.crl"));
        picture(
            &mut screen,
            &format!("verify-roots-{}.png", language.code()),
        );
        screen.press(Key::Enter);
        wait(&mut screen, |session| {
            matches!(session.dialog(), Some(Dialog::Verified(_)))
        });
        assert!(screen.says(&say::certificate_not_revoked().text(language)));
        // The next file is verified with the same.
        screen.press(Key::Escape);
        let again = screen.session().verify_form();
        assert_eq!(again.trust.roots, [certificate("root.pem")]);
        assert_eq!(again.trust.revocations, [certificate("root.crl")]);
    }
}

/// Types a certificate file and its password into the dialog, and presses Enter.
fn type_key(screen: &mut Screen, file: &str, password: &str) {
    let label = text(screen, &window::key_path());
    screen.type_into(&label, file);
    let label = text(screen, &window::passphrase());
    screen.type_into(&label, password);
    screen.press(Key::Enter);
}

#[test]
fn deputy_head_approves_with_a_certificate_file_by_keyboard() {
    let office = office();
    let prepared = office.certified("ours.json", &[("preparer", Role::Preparer)]);
    for language in Language::ALL {
        let mut screen = Screen::sized(language, WINDOWS[0].1, 1.0);
        open_to_approve(
            &mut screen,
            office.roots(&prepared, "root.pem", &["root.crl"]),
        );
        screen.act(Action::ShowHalf(ReviewHalf::Findings));
        assert!(screen.says(&say::certificate_not_revoked().text(language)));
        click(&mut screen, &window::key_open());
        screen.dialog(&window::open_key_title().text(language));
        type_key(&mut screen, &certificate("head.p12"), CERTIFICATE_PASSWORD);
        wait(&mut screen, |session| session.key().is_some());
        assert!(screen.says("Camille Roy"));
        let out = office.path(&format!("signed-{}.json", language.code()));
        screen.act(Action::NameSigned(out.clone()));
        picture(&mut screen, &format!("approve-p12-{}.png", language.code()));
        click(&mut screen, &approval::sign());
        wait(&mut screen, |session| {
            let approval = session.approval();
            approval.is_some_and(|approval| approval.signed().is_some())
        });
        let name = format!("approve-p12-signed-{}.png", language.code());
        picture(&mut screen, &name);
        verify(&mut screen, office.roots(&out, "root.pem", &["root.crl"]));
        assert!(screen.says(&say::verification_certified().text(language)));
        let (subject, root) = ("CN=Camille Roy,O=Test,C=CA", "CN=Lasting root,O=Test,C=CA");
        let line = say::certificate_good(2_usize, subject, root, root);
        assert!(screen.says(&line.text(language)));
    }
}

#[test]
fn certificate_file_that_cannot_sign_is_told_in_its_dialog() {
    for language in Language::ALL {
        let mut screen = Screen::sized(language, WINDOWS[0].1, 1.0);
        for (name, password, said) in [
            ("head", "wrong", say::err_pkcs12_password()),
            ("rsa", CERTIFICATE_PASSWORD, say::err_key_rsa()),
            (
                "expired",
                CERTIFICATE_PASSWORD,
                say::hint_own_certificate_expired(),
            ),
        ] {
            let request = KeyRequest::of(probitas::questionnaire::Role::DeputyHead);
            screen.act(Action::OpenDialog(Dialog::OpenKey(request)));
            screen.run();
            type_key(&mut screen, &certificate(&format!("{name}.p12")), password);
            wait(&mut screen, |session| {
                session.dialog().is_some() && session.status().is_some()
            });
            assert!(screen.session().key().is_none());
            let said = said.text(language);
            assert!(screen.says(&said), "{name}: {said}");
            let file = format!("p12-{name}-{}.png", language.code());
            picture(&mut screen, &file);
        }
    }
}
