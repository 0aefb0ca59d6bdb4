//! Keys in the window: words, another passphrase, handing in; and that nothing
//! that holds a secret shows it.

use std::path::Path;

use probitas::app::job::{Control, ExportJob, HandInJob, Job, JobResult};
use probitas::app::{
    Action, ChangeForm, Dialog, DrawnWords, HandInForm, HandedIn, KeyForm, KeyRequest,
    NewPassphrase, OpenedKey, PassphraseKind, Request, Tone,
};
use probitas::export::layout::Sheet;
use probitas::i18n::Language;
use probitas::questionnaire::Role;
use probitas::response::AnswerLanguages;
use probitas::submission::key::{Algorithm, SigningKey};
use probitas::submission::key_file::{KeyFile, KeyHolder, MIN_ROUNDS, Protection};
use probitas::submission::{possession, record};
use zeroize::Zeroizing;

use crate::played::{Played, begin};

/// Nobody says this by chance.
const SECRET: &str = "zyzzyva quetzal marmot 8161";

fn secret() -> Zeroizing<String> {
    Zeroizing::new(SECRET.to_owned())
}

fn own() -> NewPassphrase {
    NewPassphrase {
        kind: PassphraseKind::Own,
        words: secret(),
        own: secret(),
        again: secret(),
    }
}

fn opened(algorithm: Algorithm) -> OpenedKey {
    let secret = vec![0xA7; algorithm.secret_bytes()];
    OpenedKey {
        key: SigningKey::from_secret_for(algorithm, &secret).unwrap(),
        holder: KeyHolder {
            name: "Zoé Example".to_owned(),
            role: record::Role::Preparer,
            organization_id: None,
        },
    }
}

/// A key file, quickly opened.
fn key_file(folder: &Path) -> String {
    let opened = opened(Algorithm::Es256);
    let protection = Protection::new([1; 16], [2; 16]).with_rounds(MIN_ROUNDS);
    let text = KeyFile::protect(&opened.key, &opened.holder, SECRET, &protection).unwrap();
    let path = folder.join("z.key");
    probitas::storage::write_secret(&path, text.as_bytes()).unwrap();
    path.to_string_lossy().into_owned()
}

fn new_passphrase(played: &Played) -> NewPassphrase {
    match played.session.dialog() {
        Some(Dialog::MakeKey(form)) => form.passphrase.clone(),
        Some(Dialog::ChangePassphrase(form)) => form.new.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn words_are_drawn_in_the_language_of_the_window_and_drawn_again_when_asked() {
    for (language, list) in [
        (Language::English, bip39::Language::English),
        (Language::French, bip39::Language::French),
    ] {
        let mut played = begin();
        played.act(Action::ShowIn(language));
        played.act(Action::OpenDialog(Dialog::make_key()));
        played.settle();
        let first = new_passphrase(&played);
        assert_eq!(first.kind, PassphraseKind::Words);
        assert_eq!(first.words.split(' ').count(), 6);
        for word in first.words.split(' ') {
            let known = list.word_list().iter();
            let mut known = known.map(|known| {
                use unicode_normalization::UnicodeNormalization as _;
                known.nfc().collect::<String>()
            });
            assert!(known.any(|known| known == word), "{word}");
        }
        played.act(Action::DrawWords);
        played.settle();
        assert_ne!(new_passphrase(&played).words, first.words);
        // Words that come too late for the dialog go nowhere.
        played.act(Action::DrawWords).act(Action::Cancel);
        played.settle();
        assert!(played.session.dialog().is_none());
        assert!(played.session.status().is_none());
    }
}

#[test]
fn another_passphrase_opens_the_key_and_a_wrong_one_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = key_file(folder.path());
    let mut played = begin();
    let open = KeyRequest {
        path: path.clone(),
        passphrase: secret(),
        ..KeyRequest::of(Role::Preparer)
    };
    played
        .act(Action::OpenDialog(Dialog::OpenKey(open)))
        .act(Action::Confirm);
    played.serve();
    let dialog = played.session.change_passphrase_dialog();
    let Dialog::ChangePassphrase(form) = &dialog else {
        panic!("{dialog:?}")
    };
    assert_eq!(form.path, path);
    let form = |old: &str| ChangeForm {
        path: path.clone(),
        old: Zeroizing::new(old.to_owned()),
        new: NewPassphrase {
            own: Zeroizing::new("another long one".to_owned()),
            again: Zeroizing::new("another long one".to_owned()),
            ..own()
        },
    };
    let before = std::fs::read(&path).unwrap();
    played
        .act(Action::OpenDialog(Dialog::ChangePassphrase(form("wrong"))))
        .act(Action::Confirm);
    played.serve();
    assert_eq!(played.session.status().unwrap().tone, Tone::Failed);
    assert_eq!(std::fs::read(&path).unwrap(), before);
    assert!(matches!(
        played.session.dialog(),
        Some(Dialog::ChangePassphrase(_))
    ));
    played
        .act(Action::Fill(Dialog::ChangePassphrase(form(SECRET))))
        .act(Action::Confirm);
    played.serve();
    assert_eq!(played.session.status().unwrap().tone, Tone::Done);
    let file = KeyFile::parse(&std::fs::read(&path).unwrap()).unwrap();
    assert!(file.open("another long one").is_ok());
    assert!(file.open(SECRET).is_err());
}

#[test]
fn a_change_that_is_given_up_leaves_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = key_file(folder.path());
    let before = std::fs::read(&path).unwrap();
    let control = Control::default();
    control.stop();
    let job = Job::ChangePassphrase(ChangeForm {
        path: path.clone(),
        old: secret(),
        new: own(),
    });
    assert!(job.can_be_cancelled());
    assert!(matches!(job.run(&control), JobResult::Cancelled));
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

#[test]
fn the_open_key_is_handed_in() {
    let folder = tempfile::tempdir().unwrap();
    let mut played = begin();
    let path = |what: HandedIn| folder.path().join(what.file_name(Language::English));
    let form = |what| HandInForm {
        what,
        path: path(what).to_string_lossy().into_owned(),
        nonce: " 2024-117 ".to_owned(),
        ..HandInForm::new(Language::English)
    };
    played
        .act(Action::OpenDialog(Dialog::HandIn(form(HandedIn::Proof))))
        .act(Action::Confirm);
    played.serve();
    assert_eq!(played.session.status().unwrap().tone, Tone::Failed);
    let key = opened(Algorithm::Es256);
    let public = key.key.public_key();
    played.act(Action::Done(JobResult::KeyOpened(Ok(key))));
    for what in HandedIn::ALL {
        played
            .act(Action::OpenDialog(Dialog::HandIn(form(what))))
            .act(Action::Confirm);
        played.serve();
        assert_eq!(played.session.status().unwrap().tone, Tone::Done);
    }
    let read = |what| std::fs::read(path(what)).unwrap();
    assert_eq!(read(HandedIn::PublicKey), public.to_jwk().unwrap());
    assert!(read(HandedIn::Page).starts_with(b"%PDF-"));
    let now = played.moment.now.to_utc();
    let proof = possession::check(&read(HandedIn::Proof), Some("2024-117"), now).unwrap();
    assert_eq!(proof.key, public);
    // What is there stays.
    played
        .act(Action::OpenDialog(Dialog::HandIn(form(HandedIn::Page))))
        .act(Action::Confirm);
    played.serve();
    assert_eq!(played.session.status().unwrap().tone, Tone::Failed);
}

/// The secret in every form in which a `Debug` could show it.
fn shows_secret(shown: &str) -> bool {
    let plain: String = shown.split_whitespace().collect();
    ["zyzzyva", "quetzal", "a7a7a7", "A7A7A7", "167,167,167"]
        .iter()
        .any(|part| shown.contains(part) || plain.contains(part))
        || shown.contains("p6enp6en")
}

#[test]
fn nothing_that_holds_a_secret_shows_it() {
    let request = || KeyRequest {
        path: "a".to_owned(),
        passphrase: secret(),
        ..KeyRequest::of(Role::Preparer)
    };
    let make = || KeyForm {
        path: "a".to_owned(),
        name: "b".to_owned(),
        role: Role::Preparer,
        algorithm: Algorithm::default(),
        passphrase: own(),
    };
    let change = || ChangeForm {
        path: "a".to_owned(),
        old: secret(),
        new: own(),
    };
    let opening = Job::OpenKey {
        request: request(),
        now: begin().moment.now,
    };
    let mut shown = vec![
        format!("{:?}{:#?}", own(), own()),
        format!("{:?}", Dialog::OpenKey(request())),
        format!("{:#?}", Dialog::MakeKey(make())),
        format!("{:?}", Action::Fill(Dialog::ChangePassphrase(change()))),
        format!("{:?}", Request::Work(opening)),
        format!("{:?}", Job::ChangePassphrase(change())),
        format!("{:?}", JobResult::WordsDrawn(Ok(DrawnWords(secret())))),
    ];
    let making = Job::MakeKey {
        path: "a".into(),
        organization_id: None,
        form: make(),
    };
    shown.push(format!("{making:?}"));
    for algorithm in Algorithm::ALL {
        let key = opened(algorithm);
        let mut played = begin();
        shown.push(format!("{key:?}{:#?}", key.key));
        let hand_in = HandInJob {
            key: key.clone(),
            what: HandedIn::Proof,
            path: "a".into(),
            languages: AnswerLanguages::Both,
            sheet: Sheet::default(),
            now: played.moment.now,
            nonce: None,
        };
        shown.push(format!("{:?}", Job::HandIn(Box::new(hand_in))));
        let export = ExportJob {
            folder: "a".into(),
            shipped: &probitas::questionnaire::shipped()[0],
            response: played.session.response().clone(),
            planned: played.session.planned(),
            replace: false,
            now: played.moment.now,
            key: Some(key.clone()),
            control: Control::default(),
        };
        shown.push(format!("{:?}", Job::Export(Box::new(export))));
        played.act(Action::Done(JobResult::KeyOpened(Ok(key))));
        played.act(Action::OpenDialog(Dialog::MakeKey(make())));
        shown.push(format!("{:?}", played.session));
    }
    for shown in shown {
        assert!(!shows_secret(&shown), "{shown}");
    }
    assert!(shows_secret(&format!("{:?}", vec![0xA7_u8; 32])));
    assert!(shows_secret(SECRET));
}

#[test]
fn no_error_of_a_key_file_shows_the_passphrase() {
    let folder = tempfile::tempdir().unwrap();
    let path = key_file(folder.path());
    let file = KeyFile::parse(&std::fs::read(&path).unwrap()).unwrap();
    let wrong = file.open("zyzzyva wrong").unwrap_err();
    let key = opened(Algorithm::Es384).key;
    let protection = Protection::new([1; 16], [2; 16]).with_rounds(MIN_ROUNDS);
    let other = file.protect_anew(&key, SECRET, &protection).unwrap_err();
    for error in [wrong, other] {
        let pair = error.message();
        let said = Language::ALL.map(|language| pair.problem.text(language));
        assert!(!shows_secret(&format!("{error}{error:?}{pair:?}{said:?}")));
    }
    assert!(!shows_secret(&format!("{file:?}")));
}

/// A certificate knows no roles: the screen from which it was opened says it.
#[cfg(feature = "certificates")]
#[test]
fn a_certificate_file_opens_where_a_key_file_does_and_signs_in_the_role_of_the_screen() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = root.join("tests/vectors/certificates/key-1.p12");
    let request = |role, passphrase: &str| KeyRequest {
        path: path.to_string_lossy().into_owned(),
        passphrase: zeroize::Zeroizing::new(passphrase.to_owned()),
        ..KeyRequest::of(role)
    };
    for role in [Role::Preparer, Role::DeputyHead] {
        let mut played = begin();
        played
            .act(Action::OpenDialog(Dialog::OpenKey(request(role, "wrong"))))
            .act(Action::Confirm);
        played.serve();
        assert!(played.session.key().is_none());
        assert!(
            matches!(played.session.dialog(), Some(Dialog::OpenKey(open)) if open.role == role)
        );
        played
            .act(Action::OpenDialog(Dialog::OpenKey(request(
                role,
                "test password",
            ))))
            .act(Action::Confirm);
        played.serve();
        let key = played.session.key().unwrap();
        assert_eq!((key.name(), key.holder.role), ("Zoé Tremblay", role));
    }
}
