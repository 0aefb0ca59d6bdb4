//! The dialogs about keys, by label and keyboard, in both languages.

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;
use probitas::app::{self, Action, ChangeForm, Dialog, HandInForm, HandedIn, KeyRequest};
use probitas::i18n::{Language, certificates, keys as say, window};

use crate::picture::picture;
use crate::screen::Screen;
use crate::sign_off::{click, text, wait};

fn words(session: &app::Session) -> String {
    match session.dialog() {
        Some(Dialog::MakeKey(form)) => form.passphrase.words.to_string(),
        Some(Dialog::ChangePassphrase(form)) => form.new.words.to_string(),
        other => panic!("{other:?}"),
    }
}

/// Name and path typed, six words drawn, drawn again, typed from the paper.
fn make(language: Language) {
    let folder = tempfile::tempdir().unwrap();
    let key = folder.path().join("z.key").to_string_lossy().into_owned();
    let mut screen = Screen::open(language);
    screen.show(app::Screen::SignOff);
    click(&mut screen, &window::key_make());
    wait(&mut screen, |session| !words(session).is_empty());
    let first = words(screen.session());
    screen.line(&first);
    picture(&mut screen, &format!("make-key-{}.png", language.code()));
    click(&mut screen, &say::passphrase_words_others());
    wait(&mut screen, |session| words(session) != first);
    let second = words(screen.session());
    for (label, typed) in [
        (window::key_name(), "Zoé Example"),
        (window::key_path(), key.as_str()),
        (say::passphrase_words_again(), first.as_str()),
    ] {
        let label = text(&screen, &label);
        screen.type_into(&label, typed);
    }
    let group = text(&screen, &say::key_algorithm());
    screen.press_option(Role::RadioGroup, &group, "Ed25519");
    // The first words are not those that are shown.
    click(&mut screen, &window::key_make_confirm());
    assert!(screen.session().dialog().is_some());
    assert!(!std::path::Path::new(&key).exists());
    let Some(Dialog::MakeKey(mut form)) = screen.session().dialog().cloned() else {
        panic!("the dialog is gone")
    };
    form.passphrase.again = zeroize::Zeroizing::new(second);
    screen.act(Action::Fill(Dialog::MakeKey(form)));
    click(&mut screen, &window::key_make_confirm());
    wait(&mut screen, |session| session.key().is_some());
    let made = screen.session().key().unwrap();
    assert_eq!(made.key.algorithm().name(), "Ed25519");
    click(&mut screen, &say::key_hand_in());
    let group = text(&screen, &say::key_hand_in_what());
    let page = text(&screen, &HandedIn::Page.message());
    screen.press_option(Role::RadioGroup, &group, &page);
    let label = text(&screen, &say::key_hand_in_path());
    let usual = HandedIn::Page.file_name(language);
    let field = screen.by_label(&label).value();
    assert_eq!(field.as_deref(), Some(usual.as_str()));
    picture(&mut screen, &format!("hand-in-{}.png", language.code()));
}

#[test]
fn a_key_is_made_with_six_words_in_english() {
    make(Language::English);
}

#[test]
fn a_key_is_made_with_six_words_in_french() {
    make(Language::French);
}

#[test]
fn a_token_is_offered_where_this_program_uses_tokens() {
    for language in Language::ALL {
        let mut screen = Screen::open(language);
        let request = KeyRequest::of(probitas::questionnaire::Role::Preparer);
        screen.act(Action::OpenDialog(Dialog::OpenKey(request)));
        let token = certificates::key_kept_in_token().text(language);
        let offered = screen.harness.query_by_label(&token).is_some();
        assert_eq!(offered, cfg!(feature = "token"));
    }
}

#[test]
fn a_synchronized_folder_is_told_while_the_path_is_typed() {
    for language in Language::ALL {
        let mut screen = Screen::sized(language, [640.0, 480.0], 2.0);
        let dialog = Dialog::ChangePassphrase(ChangeForm {
            path: "/home/z/OneDrive - Agence/z.key".to_owned(),
            ..ChangeForm::default()
        });
        screen.act(Action::OpenDialog(dialog));
        wait(&mut screen, |session| !words(session).is_empty());
        screen.line(&say::folder_synchronized("OneDrive").text(language));
        picture(&mut screen, &format!("change-{}.png", language.code()));
        let form = HandInForm::new(language);
        screen.act(Action::OpenDialog(Dialog::HandIn(form)));
        assert!(!screen.says("OneDrive"));
    }
}
