//! Approval and export: from the people to two files that verify.

use std::io::Read;
use std::path::{Path, PathBuf};

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT;
use probitas::app::{self, Action, Intent, Preference, Theme};
use probitas::i18n::{Language, Message, keys, sign_off as say, window};
use probitas::questionnaire::Role as Signs;
use probitas::response::{Edit, Marking};
use probitas::submission::key::PublicKey;
use probitas::submission::verify::{Verification, verify};

use crate::picture::picture;
use crate::screen::Screen;

const PASSPHRASE: &str = "seven red herons wait";

/// The screen of an example without errors and without open warnings.
pub(crate) fn complete(language: Language) -> Screen {
    let mut screen = Screen::open(language);
    screen.act(Action::Begin(Intent::Example(0)));
    acknowledge_all(&mut screen);
    screen.show(app::Screen::SignOff);
    screen
}

fn acknowledge_all(screen: &mut Screen) {
    acknowledge_open(screen);
    assert_eq!(screen.session().obstacle(), None);
}

pub(crate) fn acknowledge_open(screen: &mut Screen) {
    let session = screen.session();
    let open = session.evaluation().open_warnings(session.response());
    let keys: Vec<String> = open.map(probitas::rules::Finding::key).collect();
    let reason = String::new();
    screen.act(Action::Acknowledge { keys, reason });
}

pub(crate) fn text(screen: &Screen, message: &Message) -> String {
    message.text(screen.session().language())
}

pub(crate) fn click(screen: &mut Screen, message: &Message) {
    let label = text(screen, message);
    screen.by_label(&label).click_accesskit();
    screen.harness.run_ok();
}

/// Draws frames until the work away from the screen has come to its end.
pub(crate) fn wait(screen: &mut Screen, ended: impl Fn(&app::Session) -> bool) {
    for _ in 0..3000 {
        screen.harness.step();
        if ended(screen.session()) {
            screen.run();
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    panic!("{:?}", screen.session().status());
}

fn type_over(screen: &mut Screen, label: &str, text: &str) {
    screen.by_label(label).focus();
    screen.run();
    screen.press_with(Modifiers::COMMAND, Key::A);
    screen.by_label(label).type_text(text);
    screen.run();
}

/// What the box of a person is called.
fn person_box(screen: &Screen, field: Message, role: Message) -> String {
    text(screen, &window::person_field(field, role))
}

pub(crate) fn read(path: &Path) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut file = std::fs::File::open(path).unwrap();
    file.read_to_end(&mut bytes).unwrap();
    bytes
}

/// The two files verify with the public half of the key, as anybody could see.
fn assert_verified(screen: &Screen, folder: &Path, public_key: &Path) {
    let exported = screen.session().exported().unwrap();
    assert_eq!(exported.files.len(), 2);
    let key = PublicKey::from_jwk(&read(public_key)).unwrap();
    let bytes = read(&folder.join(&exported.files[0].name));
    // The signature bears the time of the window, which reads the clock.
    let later = chrono::DateTime::from_timestamp(4_102_444_800, 0).unwrap();
    let Verification::Verified(verified) = verify(&bytes, &[key], later) else {
        panic!("not verified")
    };
    let fingerprint = verified.record().digest().fingerprint().to_string();
    assert_eq!(exported.fingerprint, Some(fingerprint));
    let pdf = read(&folder.join(&exported.files[1].name));
    assert!(pdf.starts_with(b"%PDF-"));
}

fn make_key(screen: &mut Screen, path: &Path) {
    click(screen, &window::key_make());
    let path = path.to_string_lossy().into_owned();
    let kind = text(screen, &keys::passphrase_kind());
    let own = text(screen, &keys::passphrase_kind_own());
    screen.press_option(egui::accesskit::Role::RadioGroup, &kind, &own);
    for (label, typed) in [
        (window::key_name(), "Zoé Tremblay"),
        (window::key_path(), path.as_str()),
        (window::passphrase(), PASSPHRASE),
        (window::passphrase_again(), PASSPHRASE),
    ] {
        let label = text(screen, &label);
        screen.type_into(&label, typed);
    }
    click(screen, &window::key_make_confirm());
    wait(screen, |session| session.key().is_some());
}

/// People typed, key made, marked as ready, written, verified.
fn whole_way(language: Language) {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let key = folder.path().join("key.pem");
    let mut screen = complete(language);
    let name = person_box(&screen, window::person_name(), window::role_preparer());
    type_over(&mut screen, &name, "Zoé Tremblay");
    let head = person_box(&screen, window::person_name(), window::role_deputy_head());
    type_over(&mut screen, &head, "Noël Gagnon");
    let person = screen.session().response().person(Signs::DeputyHead);
    assert_eq!(person.name, "Noël Gagnon");
    make_key(&mut screen, &key);
    acknowledge_all(&mut screen);
    click(&mut screen, &say::ready_mark());
    assert!(screen.session().is_as_marked());
    let label = text(&screen, &window::export_folder());
    type_over(&mut screen, &label, &out.to_string_lossy());
    let planned: Vec<String> = screen
        .session()
        .planned()
        .files
        .into_iter()
        .map(|(_, name)| name)
        .collect();
    for name in &planned {
        screen.line(name);
    }
    // The other language says the same of what was filled in.
    screen.press(Key::F9);
    click(&mut screen, &say::write());
    wait(&mut screen, |session| session.exported().is_some());
    assert_verified(&screen, &out, &folder.path().join("key.pem.pub.jwk"));
    let title = text(&screen, &say::result_title());
    screen.heading(&title);
    for file in &screen.session().exported().unwrap().files {
        let name = text(
            &screen,
            &say::for_file(say::show_in_folder(), file.name.as_str()),
        );
        screen.by_label(&name);
    }
}

#[test]
fn from_the_people_to_two_verified_files_in_english() {
    whole_way(Language::English);
}

#[test]
fn from_the_people_to_two_verified_files_in_french() {
    whole_way(Language::French);
}

/// Presses Tab until what has the focus has this label.
pub(crate) fn tab_to(screen: &mut Screen, message: &Message) {
    let label = text(screen, message);
    for _ in 0..120 {
        if screen.focused().as_deref() == Some(label.as_str()) {
            return;
        }
        screen.press(Key::Tab);
    }
    panic!("Tab never comes to {label}");
}

pub(crate) fn type_in_focus(screen: &mut Screen, typed: &str) {
    let nodes = screen.harness.root().children_recursive();
    let focused = nodes.into_iter().find(egui_kittest::Node::is_focused);
    focused.unwrap().type_text(typed);
    screen.run();
}

pub(crate) fn press_loosely(screen: &mut Screen, key: Key) {
    screen.harness.key_press(key);
    screen.harness.run_ok();
}

#[test]
fn keyboard_alone_makes_a_key_and_writes_the_files() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let key: PathBuf = folder.path().join("key.pem");
    let mut screen = complete(Language::French);
    tab_to(&mut screen, &window::key_make());
    screen.press(Key::Enter);
    for (label, typed) in [
        (window::key_name(), "Zoé Tremblay".to_owned()),
        (window::key_path(), key.to_string_lossy().into_owned()),
    ] {
        tab_to(&mut screen, &label);
        type_in_focus(&mut screen, &typed);
    }
    tab_to(&mut screen, &keys::passphrase_kind_words());
    screen.press(Key::ArrowRight);
    for label in [window::passphrase(), window::passphrase_again()] {
        tab_to(&mut screen, &label);
        type_in_focus(&mut screen, PASSPHRASE);
    }
    press_loosely(&mut screen, Key::Enter);
    wait(&mut screen, |session| session.key().is_some());
    tab_to(&mut screen, &say::ready_mark());
    screen.press(Key::Space);
    assert!(screen.session().is_as_marked());
    tab_to(&mut screen, &window::export_folder());
    screen.press_with(Modifiers::COMMAND, Key::A);
    type_in_focus(&mut screen, &out.to_string_lossy());
    tab_to(&mut screen, &say::write());
    press_loosely(&mut screen, Key::Enter);
    wait(&mut screen, |session| session.exported().is_some());
    assert_verified(&screen, &out, &folder.path().join("key.pem.pub.jwk"));
}

#[test]
fn change_of_what_is_ready_asks_and_the_focus_comes_back() {
    let mut screen = complete(Language::English);
    click(&mut screen, &say::ready_mark());
    let name = person_box(&screen, window::person_name(), window::role_preparer());
    let before = screen.session().response().person(Signs::Preparer).clone();
    screen.type_into(&name, "X");
    screen.dialog("Change all the same?");
    assert_eq!(screen.focused(), Some(text(&screen, &say::thaw_cancel())));
    screen.press(Key::Enter);
    assert!(screen.session().dialog().is_none());
    let now = screen.session().response().person(Signs::Preparer);
    assert_eq!(now, &before);
    assert_eq!(screen.focused(), Some(name.clone()));
    screen.type_into(&name, "X");
    click(&mut screen, &say::thaw_confirm());
    let now = screen.session().response().person(Signs::Preparer);
    assert_eq!(now.name, format!("{}X", before.name));
    assert!(screen.session().response().ready_for_approval().is_none());
}

#[test]
fn protected_b_says_that_e_mail_is_not_enough_in_both_languages() {
    let mut screen = complete(Language::English);
    screen.act(Action::Edit(Edit::Marking(Marking::ProtectedB)));
    for _ in Language::ALL {
        let warning = text(&screen, &say::protected_b());
        screen.line(&warning);
        screen.press(Key::F9);
    }
}

#[test]
fn answer_that_nobody_asked_for_can_be_left_out() {
    let mut screen = complete(Language::English);
    screen.choose("q1", "q1.yes");
    screen.write("q1.text", Language::English, "More");
    let group = text(
        &screen,
        &say::supplementary_name(probitas::rules::place_label(
            screen.session().questionnaire(),
            &probitas::response::Place::Item("q1.text".into()),
        )),
    );
    screen.press_option(Role::RadioGroup, &group, "Leave out");
    let answer = screen.session().response().answer(&"q1.text".into());
    assert!(!answer.unwrap().release);
}

/// The screen as it is after everything was written, from top to bottom.
fn pictures(language: Language, size: [f32; 2], scale: u8, theme: Theme) {
    let folder = tempfile::tempdir().unwrap();
    let mut screen = Screen::sized(language, size, f32::from(scale));
    screen.act(Action::Begin(Intent::Example(0)));
    screen.act(Action::SetPreference(Preference::Theme(theme)));
    screen.choose("q1", "q1.yes");
    acknowledge_all(&mut screen);
    screen.show(app::Screen::SignOff);
    let mut form = screen.session().sign_off().form().clone();
    form.export.folder = Some(folder.path().to_string_lossy().into_owned());
    form.export.archive = true;
    screen.act(Action::FillSignOff(Box::new(form)));
    screen.act(Action::MarkReady);
    click(&mut screen, &say::write());
    wait(&mut screen, |session| session.exported().is_some());
    let name = format!(
        "sign-off-{}-{}-{}",
        size[0],
        language.code(),
        match theme {
            Theme::HighContrast => "contrast",
            _ => "light",
        }
    );
    // By what comes to the focus, the page goes down.
    let stops = [
        person_box(&screen, window::person_name(), window::role_preparer()),
        text(&screen, &window::key_open()),
        text(&screen, &window::export_folder()),
        text(&screen, &say::write()),
        text(&screen, &say::address()),
        text(&screen, &say::copy_covering()),
    ];
    for (index, stop) in stops.iter().enumerate() {
        screen.by_label(stop).focus();
        screen.run();
        let Some(picture) = picture(&mut screen, &format!("{name}-{index}.png")) else {
            return;
        };
        if theme == Theme::Light {
            assert!(picture.is_clear_at_the_right(scale), "{name}-{index}");
        }
    }
}

#[test]
fn screen_is_drawn_in_both_languages_and_every_size() {
    for language in Language::ALL {
        pictures(language, [1180.0, 820.0], 1, Theme::Light);
        pictures(language, [1024.0, 700.0], 1, Theme::HighContrast);
        pictures(language, [512.0, 350.0], 2, Theme::Light);
    }
}
