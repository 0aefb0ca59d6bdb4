use super::*;
use crate::app::{Preference, Preferences, Theme};
use crate::i18n::Language;

fn policy(text: &str) -> PolicyFile {
    PolicyFile::from_json(Path::new("/shared/probitas-policy.json"), text)
}

fn under(own: &str, text: &str) -> Preferences {
    let policy = policy(text);
    assert!(!policy.is_faulty(), "{:?}", policy.faults);
    Preferences::from_json(own).unwrap().under(policy)
}

const CONTRAST: &str = r#"{"format": "probitas-policy/1.0", "preset": {"theme": "highContrast"}}"#;
const LOCKED: &str = r#"{"format": "probitas-policy/1.0", "locked": ["theme", "language"],
    "preset": {"theme": "highContrast", "language": "fr"}}"#;

#[test]
fn a_preset_counts_where_the_person_chose_nothing() {
    assert_eq!(under("{}", CONTRAST).theme(), Theme::HighContrast);
    let own = under(r#"{"theme": "dark"}"#, CONTRAST);
    assert_eq!(own.theme(), Theme::Dark);
    assert_eq!(own.language(), None);
}

#[test]
fn what_is_locked_counts_and_the_choice_of_the_person_is_kept() {
    let mut own = under(r#"{"theme": "dark", "language": "en"}"#, LOCKED);
    own.set(Preference::Theme(Theme::Light));
    assert_eq!(own.theme(), Theme::HighContrast);
    assert_eq!(own.language(), Some(Language::French));
    assert!(own.is_locked(Preferable::Theme) && !own.is_locked(Preferable::Paper));
    // Without the policy everything is as it was.
    let later = Preferences::from_json(&own.to_json()).unwrap();
    assert_eq!(later.theme(), Theme::Dark);
    assert_eq!(later.language(), Some(Language::English));
}

#[test]
fn what_is_preset_is_never_written_as_a_choice() {
    let json = under("{}", CONTRAST).to_json();
    assert!(!json.contains("theme"), "{json}");
}

#[test]
fn a_relative_trust_list_lies_beside_the_policy() {
    let text = r#"{"format": "probitas-policy/1.0", "preset": {"trust":
        {"list": "trust.json", "pins": ["keys/agency.pub.jwk", "/other/key.pub.jwk"]}}}"#;
    let preset = under("{}", text).trust_in_force();
    assert_eq!(Path::new(&preset.list), Path::new("/shared/trust.json"));
    assert_eq!(
        Path::new(&preset.pins[0]),
        Path::new("/shared/keys/agency.pub.jwk")
    );
    assert_eq!(preset.pins[1], "/other/key.pub.jwk");
    let own = r#"{"trust": {"list": "/own.json", "pins": ["/own.pub.jwk"]}}"#;
    assert_eq!(under(own, text).trust_in_force().list, "/own.json");
    let locked = text.replace("\"preset\"", "\"locked\": [\"trust\"], \"preset\"");
    assert_ne!(under(own, &locked).trust_in_force().list, "/own.json");
}

#[test]
fn each_fault_is_named_and_costs_only_its_own_member() {
    let broken = policy(
        r#"{"format": "probitas-policy/1.7", "preset": {"theme": "sepia", "textPercent": 150,
        "colour": 1, "trust": {"pins": []}}, "locked": ["textPercent", "theme", "nothing", 7], "later": 1}"#,
    );
    let unknown = |name: &str| Fault::UnknownMember(name.to_owned());
    let bad = |name: &str| Fault::BadValue(name.to_owned());
    assert_eq!(
        broken.faults,
        [
            bad("theme"),
            unknown("colour"),
            bad("trust"),
            Fault::LockWithoutPreset("theme"),
            Fault::UnknownLock("nothing".to_owned()),
            Fault::UnknownLock("7".to_owned()),
            unknown("later"),
        ]
    );
    let preferences = Preferences::default().under(broken);
    assert_eq!(preferences.text_percent(), 150);
    assert!(preferences.is_locked(Preferable::TextPercent));
    assert!(!preferences.is_locked(Preferable::Theme));
}

#[test]
fn a_file_that_is_no_policy_of_this_version_presets_nothing() {
    for (text, fault) in [
        ("{", Fault::NotJson { line: 1, column: 1 }),
        ("[]", Fault::NotJson { line: 1, column: 0 }),
        ("{}", Fault::OtherFormat),
        (r#"{"format": 1}"#, Fault::OtherFormat),
        (
            r#"{"format": "probitas-policy/2.0", "preset": {"theme": "dark"}}"#,
            Fault::TooNew("probitas-policy/2.0".to_owned()),
        ),
        (
            r#"{"format": "probitas-policy/1.0", "preset": [], "locked": "all"}"#,
            Fault::BadValue("preset".to_owned()),
        ),
    ] {
        let read = policy(text);
        assert_eq!(read.faults.first(), Some(&fault), "{text}");
        assert_eq!(
            Preferences::default().under(read).theme(),
            Theme::FollowSystem
        );
    }
}

#[test]
fn a_notice_names_the_file_and_what_is_wrong_in_both_languages() {
    let notice = policy(r#"{"format": "probitas-policy/1.0", "an\u0007other": 1}"#).notice();
    assert_eq!(notice.len(), 3);
    for language in Language::ALL {
        let texts: Vec<String> = notice.iter().map(|line| line.text(language)).collect();
        assert!(
            texts[0].contains("/shared/probitas-policy.json"),
            "{texts:?}"
        );
        assert!(texts[1].contains("another"), "{texts:?}");
    }
    assert!(policy(CONTRAST).notice().is_empty());
}
