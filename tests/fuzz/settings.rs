//! What lies beside the program: settings of a person and of an organization,
//! and the description of a new version.

use std::path::{Component, Path};

use probitas::app::{PolicyFile, Preferable, Preferences};
use probitas::i18n::Language;
use probitas::release::{Description, Installed, Lying, Release, ReleaseKey, System};
use probitas::release::{Signed, Version, Viewer};

use crate::run::fuzz;

const POLICY: &[u8] = include_bytes!("../../packaging/probitas-policy.example.json");
const PREFERENCES: &[u8] = br#"{"format": "probitas-preferences/1.0", "language": "fr",
    "theme": "dark", "textPercent": 150, "caretBlink": false, "renderer": "glow", "paper": "a4",
    "shownOptions": "selected", "arrangement": "facing", "spelling": false, "told": ["a"], "later": {"kept": true},
    "trust": {"list": "/a.json", "pins": ["/b.jwk"], "roots": ["/c.pem"], "revocations": [],
    "seen": {}},
    "recent": [{"path": "/d.probitas", "organization": {"en": "A", "fr": "B"}, "answered": 1,
    "modifiedAt": "2024-11-15T09:00:00-05:00", "expected": 13}]}"#;
const RELEASE: &[u8] = include_bytes!("../fixtures/release/newer.json");
const SIGNATURE: &str = include_str!("../fixtures/release/newer.json.minisig");
const MAKER: &str = include_str!("../fixtures/release/maker.pub");

#[test]
fn a_policy_presets_what_it_may_and_says_what_is_wrong() {
    fuzz(&[POLICY.to_vec()], |file| {
        let Ok(text) = std::str::from_utf8(file) else {
            return false;
        };
        let policy = PolicyFile::from_json(Path::new("/a/probitas-policy.json"), text);
        let notice = policy.notice();
        assert_eq!(policy.is_faulty(), !notice.is_empty());
        for line in &notice {
            let text = line.text(Language::French);
            assert!(!text.chars().any(char::is_control), "{text:?}");
        }
        let is_good = !policy.is_faulty();
        let preferences = Preferences::default().under(policy);
        assert!((100..=200).contains(&preferences.text_percent()));
        if preferences.is_locked(Preferable::Language) {
            assert!(preferences.language().is_some());
        }
        // Nothing of it becomes the person's own.
        let own = Preferences::from_json(&preferences.to_json()).unwrap();
        assert_eq!(own, Preferences::default());
        is_good
    });
}

#[test]
fn preferences_that_can_be_read_are_written_as_they_were_read() {
    fuzz(&[PREFERENCES.to_vec()], |file| {
        let text = std::str::from_utf8(file).ok();
        let Some(preferences) = text.and_then(Preferences::from_json) else {
            return false;
        };
        let again = Preferences::from_json(&preferences.to_json()).unwrap();
        assert_eq!(again.to_json(), preferences.to_json());
        true
    });
}

#[test]
fn a_description_leads_nowhere_else_and_is_the_makers_only_as_they_signed_it() {
    let key = ReleaseKey::from_base64(MAKER.lines().nth(1).unwrap());
    assert!(key.is_some());
    let viewer = |key| Viewer {
        key,
        version: Version::of_program(),
        system: System {
            os: "windows",
            processor: "x86_64",
            installed: Installed::ForPerson,
        },
    };
    let (knowing, keyless) = (viewer(key), viewer(None));
    fuzz(&[RELEASE.to_vec()], |file| {
        let lying = |_: &_| Lying::Nowhere;
        let signed = Release::examine(file, Some(SIGNATURE), &knowing, lying).signed;
        assert_eq!(signed == Signed::ByMakers, file == RELEASE);
        let release = Release::examine(file, Some(SIGNATURE), &keyless, lying);
        assert!(!release.is_good() && release.account(Language::English).run.is_empty());
        let Ok(description) = Description::from_json(file) else {
            return false;
        };
        for listed in &description.files {
            let parts: Vec<Component<'_>> = Path::new(&listed.name).components().collect();
            assert!(matches!(parts[..], [Component::Normal(_)]), "{parts:?}");
            assert!(!listed.name.contains(['\\', ':']), "{}", listed.name);
        }
        true
    });
}
