//! What verifying tells, for every kind of file, and what comes after it: a
//! comparison, and an approval.

use std::time::{Duration, Instant};

use chrono::{TimeDelta, Utc};
use egui::Key;
use egui::accesskit::Role as Part;
use egui_kittest::kittest::Queryable;
use probitas::app::job::JobResult;
use probitas::app::{self, Action, Dialog, Moment, VerifyForm, organization_or_none};
use probitas::i18n::{Language, Message, approval, certificates, saving, start, submission, trust};
use probitas::questionnaire::Role;
use probitas::submission::trust::RevocationReason;
use probitas::submission::verify::read_unverified;

use crate::office::{EXAMPLES, HEAD, Office, PREPARER, example, key, opened};
use crate::picture::picture;
use crate::screen::Screen;

pub(crate) const WINDOWS: [(&str, [f32; 2]); 2] =
    [("wide", [1180.0, 900.0]), ("narrow", [480.0, 900.0])];

fn office() -> Office {
    Office::at(Moment::read().now.with_timezone(&Utc))
}

fn wait_for(screen: &mut Screen, done: impl Fn(&Screen) -> bool) {
    let begin = Instant::now();
    while !done(screen) {
        assert!(
            begin.elapsed() < Duration::from_mins(1),
            "a job never ended: {:?}",
            screen.session().status()
        );
        std::thread::sleep(Duration::from_millis(10));
        screen.run();
    }
}

/// A file, what it is verified with, and what is said of it.
fn cases(office: &Office) -> Vec<(&'static str, VerifyForm, Message)> {
    let good = office.submission("ours.json", &[PREPARER, HEAD]);
    let stranger = (3, Role::DeputyHead, "Somebody Else");
    let unknown = office.submission("stranger.json", &[PREPARER, stranger]);
    let one = office.submission("prepared.json", &[PREPARER]);
    let text = std::fs::read_to_string(&good).unwrap();
    let changed = text.replacen("Elections Canada", "Election Canada", 1);
    let changed = office.write("changed.json", changed.as_bytes());
    let foreign = office.write("foreign.json", br#"{"some": "file"}"#);
    let pdf = office.pdf("paper.pdf", &good);
    let list = office.list(3, |_| {});
    let revoked = office.list(4, |record| {
        let kid = key(2).public_key().kid();
        let at = Moment::read().now.with_timezone(&Utc) - TimeDelta::days(2);
        record
            .revoke(&kid, RevocationReason::AffiliationChanged, at)
            .unwrap();
    });
    let mut confirmable = office.form(&unknown, &list);
    confirmable.keys = vec![office.path("3.pub.jwk")];
    vec![
        (
            "good",
            office.form(&good, &list),
            trust::verification_confirmed(),
        ),
        (
            "changed",
            office.keys(&changed, &[1, 2]),
            submission::verification_not_verified(),
        ),
        (
            "unknown",
            office.keys(&unknown, &[1]),
            approval::found_key_missing(),
        ),
        (
            "unconfirmed",
            confirmable,
            trust::verification_unconfirmed(),
        ),
        (
            "incomplete",
            office.form(&one, &list),
            approval::found_incomplete(),
        ),
        (
            "foreign",
            office.keys(&foreign, &[]),
            submission::verification_not_verified(),
        ),
        ("pdf", office.keys(&pdf, &[1, 2]), trust::paper_copy()),
        // The newest list comes last: an older one after it is refused.
        (
            "revoked",
            office.form(&good, &revoked),
            submission::verification_not_verified(),
        ),
    ]
}

/// Opens a submission to be approved.
pub(crate) fn open_to_approve(screen: &mut Screen, form: VerifyForm) {
    screen.act(Action::OpenToApprove(form));
    wait_for(screen, |screen| {
        screen.session().screen() == app::Screen::Approve
    });
    screen.run();
}

pub(crate) fn verify(screen: &mut Screen, form: VerifyForm) {
    screen.act(Action::OpenDialog(Dialog::Verify(form)));
    screen.act(Action::Confirm);
    wait_for(screen, |screen| {
        matches!(screen.session().dialog(), Some(Dialog::Verified(_)))
    });
    screen.run();
}

#[test]
fn every_outcome_is_told_in_both_languages_wide_and_narrow() {
    let office = office();
    let cases = cases(&office);
    for language in Language::ALL {
        for (window, size) in WINDOWS {
            let mut screen = Screen::sized(language, size, 1.0);
            for (name, form, said) in &cases {
                verify(&mut screen, form.clone());
                screen.dialog(&start::verified_title().text(language));
                let said = said.text(language);
                assert!(screen.says(&said), "{name}: {said}");
                let file = format!("verified-{name}-{window}-{}.png", language.code());
                picture(&mut screen, &file);
                screen.press(Key::Escape);
            }
        }
    }
}

#[test]
fn several_files_are_gone_through_by_keyboard() {
    let office = office();
    let files = cases(&office);
    let file = |name: &str| {
        let mut files = files.iter();
        let (_, form, _) = files.find(|(case, ..)| *case == name).unwrap();
        form.file.clone()
    };
    let form = VerifyForm {
        more: ["incomplete", "changed", "foreign", "pdf"].map(file).into(),
        ..office.form(&file("good"), &office.list(5, |_| {}))
    };
    let form = VerifyForm {
        more: [form.more, vec![office.path("missing.json")]].concat(),
        ..form
    };
    for language in Language::ALL {
        for (window, size) in WINDOWS {
            let mut screen = Screen::sized(language, size, 1.0);
            let name = |what: &str| format!("several-{what}-{window}-{}.png", language.code());
            screen.act(Action::OpenDialog(Dialog::Verify(form.clone())));
            let more = start::verify_more(5_usize, form.more_names().join(", "));
            assert!(screen.says(&more.text(language)));
            picture(&mut screen, &name("form"));
            screen.act(Action::Confirm);
            wait_for(&mut screen, |screen| {
                matches!(screen.session().dialog(), Some(Dialog::VerifiedEach(_)))
            });
            screen.run();
            let title = start::verified_each_title().text(language);
            screen.dialog(&title);
            picture(&mut screen, &name("list"));
            // The first line tells of all; then every file has its button.
            let told = start::verified_each(2_usize, 6_usize).text(language);
            assert_eq!(screen.focused(), Some(told));
            screen.press(Key::Tab);
            screen.press(Key::Tab);
            let line = screen.focused().unwrap();
            let found = approval::found_incomplete();
            let said = start::verified_line("prepared.json", found).text(language);
            assert!(line.starts_with(&said), "{line}");
            screen.press(Key::Enter);
            screen.dialog(&start::verified_title().text(language));
            picture(&mut screen, &name("one"));
            screen.press(Key::Escape);
            screen.dialog(&title);
            assert_eq!(screen.focused(), Some(line));
            screen.press(Key::Escape);
            assert_eq!(screen.session().dialog(), None);
        }
    }
}

#[test]
fn form_of_verifying_asks_for_the_agency_only_with_a_list() {
    let office = office();
    let list = office.list(3, |_| {});
    for language in Language::ALL {
        let mut screen = Screen::sized(language, WINDOWS[0].1, 1.0);
        screen.act(Action::OpenDialog(Dialog::Verify(VerifyForm::default())));
        let pin = approval::pin().text(language);
        assert!(screen.harness.query_by_label(&pin).is_none());
        // Roots are asked for where this program reads certificates.
        let root = certificates::verify_root().text(language);
        let asked = screen.harness.query_by_label(&root).is_some();
        assert_eq!(asked, cfg!(feature = "certificates"));
        screen.type_into(&approval::trust_list().text(language), &list);
        screen.type_into(&pin, &office.path("9.pub.jwk"));
        let policy = approval::policy().text(language);
        let handwritten = approval::policy_handwritten().text(language);
        screen.press_option(Part::RadioGroup, &policy, &handwritten);
        let Some(Dialog::Verify(form)) = screen.session().dialog() else {
            panic!("the form is gone");
        };
        assert_eq!(form.trust.pins, [office.path("9.pub.jwk")]);
        assert_eq!(form.trust.policy.name(), "preparer-handwritten");
        picture(&mut screen, &format!("verify-{}.png", language.code()));
    }
}

#[test]
fn comparison_names_both_files_and_every_field() {
    let office = office();
    let good = office.submission("ours.json", &[PREPARER]);
    let text = std::fs::read_to_string(&good).unwrap();
    let changed = text.replacen("Elections Canada", "Election Canada", 1);
    let changed = office.write("changed.json", changed.as_bytes());
    for language in Language::ALL {
        for (window, size) in WINDOWS {
            let mut screen = Screen::sized(language, size, 1.0);
            verify(&mut screen, office.keys(&changed, &[1]));
            screen.click(&approval::compare().text(language));
            screen.type_into(&approval::compare_other().text(language), &good);
            screen.press(Key::Enter);
            wait_for(&mut screen, |screen| {
                matches!(screen.session().dialog(), Some(Dialog::Compared(_)))
            });
            screen.run();
            screen.dialog(&approval::compared_title().text(language));
            assert!(screen.says("Election Canada") && screen.says("Elections Canada"));
            let file = format!("compared-{window}-{}.png", language.code());
            picture(&mut screen, &file);
            screen.click(&approval::compare_back().text(language));
            screen.dialog(&start::verified_title().text(language));
        }
    }
}

#[test]
fn deputy_head_reads_opens_the_key_and_signs() {
    let office = office();
    let file = office.submission("ours.json", &[PREPARER]);
    for language in Language::ALL {
        for (window, size) in WINDOWS {
            let mut screen = Screen::sized(language, size, 1.0);
            verify(&mut screen, office.keys(&file, &[1]));
            screen.click(&approval::open_title().text(language));
            wait_for(&mut screen, |screen| {
                screen.session().screen() == app::Screen::Approve
            });
            screen.heading(&approval::screen().text(language));
            let name = |what: &str| format!("approve-{what}-{window}-{}.png", language.code());
            picture(&mut screen, &name("reading"));
            screen.act(Action::ShowHalf(app::ReviewHalf::Findings));
            let held = JobResult::KeyOpened(Ok(opened(HEAD)));
            screen.act(Action::Done(held));
            let out = office.path(&format!("{window}-{}.json", language.code()));
            screen.act(Action::NameSigned(out.clone()));
            for other in Language::ALL {
                let approval = screen.session().approval().unwrap();
                let wording = approval.wording(Role::DeputyHead).unwrap();
                assert!(screen.says(wording.get(other)), "{other:?}");
            }
            picture(&mut screen, &name("signing"));
            screen.click(&approval::sign().text(language));
            wait_for(&mut screen, |screen| {
                let approval = screen.session().approval();
                approval.is_some_and(|approval| approval.signed().is_some())
            });
            screen.run();
            assert!(std::path::Path::new(&out).exists());
            picture(&mut screen, &name("signed"));
            screen.click(&start::verified_make_pdf().text(language));
            screen.dialog(&start::make_pdf_title().text(language));
        }
    }
}

#[test]
fn every_published_self_assessment_is_approved_in_both_languages() {
    let office = office();
    for name in EXAMPLES {
        let response = example(name);
        let file = format!("{name}.json");
        let file = office.submission_of(&response, &file, &[PREPARER]);
        for language in Language::ALL {
            let mut screen = Screen::sized(language, WINDOWS[0].1, 1.0);
            open_to_approve(&mut screen, office.keys(&file, &[1]));
            screen.heading(&approval::screen().text(language));
            let organization = organization_or_none(&response.organization().name);
            assert!(screen.says(&organization.text(language)), "{name}");
            let pages = screen.session().printed().pages().unwrap();
            assert!(pages.layout.pages.len() > 2, "{name}");
            let picture_of = |what: &str| format!("approve-{what}-{name}-{}.png", language.code());
            picture(&mut screen, &picture_of("pages"));
            screen.act(Action::Done(JobResult::KeyOpened(Ok(opened(HEAD)))));
            let out = office.path(&format!("{name}-{}.json", language.code()));
            screen.act(Action::NameSigned(out.clone()));
            screen.click(&approval::sign().text(language));
            wait_for(&mut screen, |screen| {
                let approval = screen.session().approval();
                approval.is_some_and(|approval| approval.signed().is_some())
            });
            picture(&mut screen, &picture_of("signed"));
            verify(&mut screen, office.keys(&out, &[1, 2]));
            let said = submission::verification_verified().text(language);
            assert!(screen.says(&said), "{name}");
            // The record is the one that was opened, to the byte.
            let digest = |file: &str| {
                let found = read_unverified(&std::fs::read(file).unwrap());
                found.unwrap().digest()
            };
            assert_eq!(digest(&out), digest(&file));
        }
    }
}

#[test]
fn approving_and_correcting_begin_on_the_first_screen() {
    for language in Language::ALL {
        let mut screen = Screen::sized(language, WINDOWS[0].1, 1.0);
        screen.click(&approval::open().text(language));
        screen.dialog(&approval::open_title().text(language));
        picture(
            &mut screen,
            &format!("approve-form-{}.png", language.code()),
        );
        screen.press(Key::Escape);
        screen.click(&approval::correct().text(language));
        screen.dialog(&approval::correct_title().text(language));
    }
}

#[test]
fn trust_list_among_the_files_is_offered_by_keyboard() {
    let office = office();
    let file = office.submission("ours.json", &[PREPARER, HEAD]);
    let list = office.list(3, |_| {});
    for language in Language::ALL {
        for (window, size) in WINDOWS {
            let mut screen = Screen::sized(language, size, 1.0);
            let dropped = [&file, &list].map(Into::into);
            screen.act(Action::TakeFiles(dropped.to_vec()));
            screen.act(Action::Confirm);
            wait_for(&mut screen, |screen| {
                matches!(screen.session().dialog(), Some(Dialog::UseList(_)))
            });
            screen.run();
            screen.dialog(&start::list_among_title().text(language));
            assert!(screen.says(&start::list_among("trust-3.json").text(language)));
            let name = format!("list-among-{window}-{}.png", language.code());
            picture(&mut screen, &name);
            let use_it = start::list_among_use().text(language);
            assert_eq!(screen.focused(), Some(use_it));
            screen.press(Key::Enter);
            screen.dialog(&start::verify_title().text(language));
            let field = approval::trust_list().text(language);
            assert_eq!(screen.by_label(&field).value(), Some(list.clone()));
            let pin = approval::pin().text(language);
            screen.type_into(&pin, &office.path("9.pub.jwk"));
            screen.press(Key::Enter);
            wait_for(&mut screen, |screen| {
                matches!(screen.session().dialog(), Some(Dialog::Verified(_)))
            });
            screen.run();
            assert!(screen.says(&trust::verification_confirmed().text(language)));
        }
    }
}

/// How many files are enough for somebody to press a button in between.
const MANY: usize = 600;

#[test]
fn many_files_are_counted_in_the_status_line_and_can_be_stopped_there() {
    let office = office();
    let file = office.submission("ours.json", &[PREPARER]);
    let form = VerifyForm {
        more: vec![file.clone(); MANY - 1],
        ..office.keys(&file, &[1])
    };
    for language in Language::ALL {
        let mut screen = Screen::sized(language, WINDOWS[0].1, 1.0);
        screen.act(Action::OpenDialog(Dialog::Verify(form.clone())));
        screen.act(Action::Confirm);
        screen.harness.step();
        let step = screen.session().step().unwrap().text(language);
        let told = start::step_verifying(1_usize, MANY, "ours.json").text(language);
        let (_, end) = told.split_once('1').unwrap();
        assert!(step.ends_with(end), "{step}");
        picture(
            &mut screen,
            &format!("several-step-{}.png", language.code()),
        );
        let button = saving::cancel_work().text(language);
        screen.by_label(&button).click_accesskit();
        wait_for(&mut screen, |screen| screen.session().dialog().is_some());
        let Some(Dialog::VerifiedEach(among)) = screen.session().dialog().cloned() else {
            panic!("{:?}", screen.session().dialog())
        };
        let left = among.all.left.len();
        assert!(left > 0 && left < MANY);
        screen.run();
        assert!(screen.says(&start::verified_stopped(left).text(language)));
        screen.click(&start::verified_rest().text(language));
        let Some(Dialog::Verify(rest)) = screen.session().dialog() else {
            panic!("{:?}", screen.session().dialog())
        };
        assert_eq!(rest.more.len() + 1, left);
    }
}
