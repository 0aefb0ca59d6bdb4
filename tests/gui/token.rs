//! A key on a token signs in the window: `SoftHSM` 2 in a folder of its own,
//! and this test program again, since it reads its place from the environment.
#![allow(clippy::disallowed_methods, reason = "it writes what it tests with")]

use std::fs;
use std::path::Path;
use std::process::Command;

use chrono::Utc;
use egui::Key;
use egui::accesskit::Role as Part;
use egui_kittest::kittest::Queryable;
use probitas::app::{Action, Moment, ReviewHalf};
use probitas::i18n::{Language, Message, approval, certificates as say, submission, window};

use crate::office::{Office, PREPARER};
use crate::picture::picture;
use crate::screen::Screen;
use crate::sign_off::{click, text, wait};
use crate::softhsm::module;
use crate::verifying::{WINDOWS, open_to_approve, verify};

const PIN: &str = "123456";
const LABEL: &str = "Probitas window";

fn run(folder: &Path, program: &Path, arguments: &[&str]) {
    let ran = Command::new(program)
        .env("SOFTHSM2_CONF", folder.join("softhsm2.conf"))
        .env("PROBITAS_TEST_TOKEN", folder)
        .current_dir(folder)
        .args(arguments)
        .output()
        .unwrap();
    let told = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let (told, errors) = (told(&ran.stdout), told(&ran.stderr));
    assert!(ran.status.success(), "{told}{errors}");
}

#[test]
fn a_key_on_a_token_signs_in_the_window() {
    if module().is_none() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    fs::create_dir(folder.join("tokens")).unwrap();
    let tokens = folder.join("tokens").display().to_string();
    let conf = format!("directories.tokendir = {tokens}\n");
    fs::write(folder.join("softhsm2.conf"), conf).unwrap();
    let openssl = "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out key.pem";
    let openssl: Vec<&str> = openssl.split(' ').collect();
    run(folder, Path::new("openssl"), &openssl);
    let util = Path::new("softhsm2-util");
    let pins = ["--so-pin", PIN, "--pin", PIN];
    let init = [&["--init-token", "--free", "--label", LABEL], &pins[..]].concat();
    run(folder, util, &init);
    let import = [
        "--import", "key.pem", "--token", LABEL, "--label", "signing", "--id", "01", "--pin", PIN,
    ];
    run(folder, util, &import);
    let program = std::env::current_exe().unwrap();
    let part = "token::part_in_a_process_of_its_own";
    let one = ["--ignored", "--exact", part, "--test-threads=1"];
    run(folder, &program, &one);
}

fn type_over(screen: &mut Screen, label: &Message, typed: &str) {
    let label = text(screen, label);
    screen.by_label(&label).focus();
    screen.run();
    screen.press_with(egui::Modifiers::COMMAND, Key::A);
    screen.by_label(&label).type_text(typed);
    screen.run();
}

/// Types a PIN, presses Enter, and waits for what is said of it.
fn enter_pin(screen: &mut Screen, pin: &str, said: &Message) {
    type_over(screen, &say::token_pin(), pin);
    screen.press(Key::Enter);
    let said = text(screen, said);
    wait(screen, |session| {
        let status = session.status();
        status.is_some_and(|status| status.message.text(session.language()) == said)
    });
    assert!(screen.says(&said), "{said}");
}

#[test]
#[ignore = "a part of the test above, in a process of its own"]
fn part_in_a_process_of_its_own() {
    if std::env::var_os("PROBITAS_TEST_TOKEN").is_none() {
        return;
    }
    let module = module().unwrap().to_str().unwrap();
    let office = Office::at(Moment::read().now.with_timezone(&Utc));
    let prepared = office.submission("ours.json", &[PREPARER]);
    for language in Language::ALL {
        let mut screen = Screen::sized(language, WINDOWS[0].1, 1.0);
        open_to_approve(&mut screen, office.keys(&prepared, &[1]));
        screen.act(Action::ShowHalf(ReviewHalf::Findings));
        click(&mut screen, &window::key_open());
        let pin = say::token_pin().text(language);
        assert!(screen.harness.query_by_label(&pin).is_none());
        let (group, token) = (say::key_kept_in(), say::key_kept_in_token());
        let (group, token) = (group.text(language), token.text(language));
        screen.press_option(Part::RadioGroup, &group, &token);
        let other = office.path("1.pub.jwk");
        type_over(&mut screen, &say::token_module(), &other);
        enter_pin(&mut screen, PIN, &say::err_token_module(other.as_str()));
        type_over(&mut screen, &say::token_module(), module);
        type_over(&mut screen, &say::token_label(), "none");
        enter_pin(&mut screen, PIN, &say::err_token_none());
        type_over(&mut screen, &say::token_label(), LABEL);
        enter_pin(&mut screen, "654321", &say::err_token_pin());
        let name = |what: &str| format!("token-{what}-{}.png", language.code());
        picture(&mut screen, &name("pin"));
        enter_pin(&mut screen, PIN, &say::err_certificate_no_name());
        type_over(&mut screen, &say::token_name(), "Camille Roy");
        type_over(&mut screen, &say::token_key_label(), "none");
        enter_pin(&mut screen, PIN, &say::err_token_no_key());
        type_over(&mut screen, &say::token_key_label(), "signing");
        picture(&mut screen, &name("form"));
        enter_pin(&mut screen, PIN, &window::status_key_opened("Camille Roy"));
        let key = screen.session().key().unwrap().key.public_key();
        let jwk = office.write("token.pub.jwk", &key.to_jwk().unwrap());
        let out = office.path(&format!("signed-{}.json", language.code()));
        screen.act(Action::NameSigned(out.clone()));
        click(&mut screen, &approval::sign());
        wait(&mut screen, |session| {
            let approval = session.approval();
            approval.is_some_and(|approval| approval.signed().is_some())
        });
        picture(&mut screen, &name("signed"));
        let mut form = office.keys(&out, &[1]);
        form.keys.push(jwk);
        verify(&mut screen, form);
        assert!(screen.says(&submission::verification_verified().text(language)));
        screen.press(Key::Escape);
        // Nothing of the token is remembered, and the key is forgotten.
        assert!(!format!("{:?}", screen.session().preferences()).contains(module));
        screen.act(Action::ForgetKey);
    }
}
