use super::*;
use crate::i18n::Language;

macro_rules! fixture {
    ($name:literal) => {
        include_str!(concat!("../../tests/fixtures/release/", $name))
    };
}

const NEWER: &str = fixture!("newer.json");
const SIGNATURE: &str = fixture!("newer.json.minisig");

fn key(file: &str) -> Option<ReleaseKey> {
    let key = ReleaseKey::from_base64(file.lines().nth(1).unwrap());
    assert!(key.is_some());
    key
}

fn viewer() -> Viewer {
    Viewer {
        key: key(fixture!("maker.pub")),
        version: Version::read("0.1.0").unwrap(),
        system: System {
            os: "linux",
            processor: "x86_64",
            installed: Installed::ForPerson,
        },
    }
}

/// As if every file lay there as it should, but for the installer.
fn lying(file: &ListedFile) -> Lying {
    if file.name.ends_with("setup.exe") {
        Lying::Nowhere
    } else {
        Lying::Whole(file.sha256)
    }
}

fn examine(description: &str, signature: Option<&str>) -> Release {
    Release::examine(description.as_bytes(), signature, &viewer(), lying)
}

fn texts(messages: &[crate::i18n::Message]) -> Vec<String> {
    let texts = messages.iter().map(|line| line.text(Language::English));
    texts.collect()
}

#[test]
fn a_newer_release_is_offered_with_what_is_new_in_the_readers_language() {
    let release = examine(NEWER, Some(SIGNATURE));
    assert!(release.is_good());
    assert_eq!(release.standing, Some(Standing::Newer));
    let account = release.account(Language::French);
    assert_eq!(
        account.whats_new,
        ["Un premier point.", "Un deuxième point."]
    );
    let run = texts(&account.run);
    assert!(
        run[0].contains("probitas-99.0.0-linux-x86_64.run"),
        "{run:?}"
    );
    assert!(
        run[1].contains("probitas-99.0.0-linux-x86_64.tar.gz"),
        "{run:?}"
    );
    let files = texts(&account.files);
    assert_eq!(files.len(), 4);
    assert!(files[3].contains("windows-x86_64-setup.exe"), "{files:?}");
}

#[test]
fn what_the_makers_did_not_sign_is_not_even_read() {
    let changed = NEWER.replace("A first", "A worse");
    let stranger = fixture!("newer.json.stranger.minisig");
    for (description, signature, signed) in [
        (NEWER, None, Signed::Missing),
        (NEWER, Some(""), Signed::Unreadable),
        (NEWER, Some("a\nb\nc\nd"), Signed::Unreadable),
        (
            NEWER,
            Some(fixture!("newer.json.truncated.minisig")),
            Signed::Unreadable,
        ),
        (
            NEWER,
            Some(fixture!("newer.json.legacy.minisig")),
            Signed::Unreadable,
        ),
        (NEWER, Some(stranger), Signed::OtherKey),
        (
            NEWER,
            Some(fixture!("newer.json.comment.minisig")),
            Signed::Changed,
        ),
        (NEWER, Some(fixture!("older.json.minisig")), Signed::Changed),
        (changed.as_str(), Some(SIGNATURE), Signed::Changed),
    ] {
        let release = examine(description, signature);
        assert_eq!(release.signed, signed);
        assert!(!release.is_good() && release.description.is_none() && release.files.is_empty());
        let account = release.account(Language::English);
        assert!(account.whats_new.is_empty() && account.run.is_empty());
    }
}

#[test]
fn every_byte_of_description_and_signature_counts() {
    for at in 0..NEWER.len() {
        let mut bytes = NEWER.as_bytes().to_vec();
        bytes[at] ^= 1;
        let release = Release::examine(&bytes, Some(SIGNATURE), &viewer(), lying);
        assert_eq!(release.signed, Signed::Changed, "byte {at}");
    }
    // The first line is a comment that nobody signed.
    let signed = SIGNATURE.find('\n').unwrap() + 1;
    for at in signed..SIGNATURE.trim_end().len() {
        let mut bytes = SIGNATURE.as_bytes().to_vec();
        bytes[at] ^= 1;
        if let Ok(text) = String::from_utf8(bytes) {
            assert!(!examine(NEWER, Some(&text)).is_good(), "byte {at}");
        }
    }
}

#[test]
fn an_older_or_the_same_release_is_never_offered() {
    let older = examine(fixture!("older.json"), Some(fixture!("older.json.minisig")));
    assert_eq!(
        (older.signed.clone(), older.standing),
        (Signed::ByMakers, Some(Standing::Older))
    );
    assert!(!older.is_good());
    let same = Viewer {
        version: Version::read("99.0.0").unwrap(),
        ..viewer()
    };
    let same = Release::examine(NEWER.as_bytes(), Some(SIGNATURE), &same, lying);
    assert!(same.is_good());
    for release in [older, same] {
        let account = release.account(Language::English);
        assert!(account.run.is_empty() && account.whats_new.is_empty());
        assert_eq!(account.files.len(), 4);
    }
}

#[test]
fn a_build_without_a_key_confirms_nothing() {
    let keyless = Viewer {
        key: None,
        ..viewer()
    };
    let release = Release::examine(NEWER.as_bytes(), Some(SIGNATURE), &keyless, lying);
    assert_eq!(release.signed, Signed::NoKeyKnown);
    assert!(!release.is_good());
    let account = release.account(Language::English);
    assert!(account.run.is_empty());
    assert!(
        account
            .outcome
            .text(Language::English)
            .contains("nothing is confirmed")
    );
    assert!(texts(&account.files)[0].contains("nobody confirmed"));
}

#[test]
fn a_signed_description_that_says_what_cannot_be_is_refused() {
    for (description, signature, part) in [
        (
            fixture!("traversal.json"),
            fixture!("traversal.json.minisig"),
            "../probitas-99",
        ),
        (
            fixture!("huge.json"),
            fixture!("huge.json.minisig"),
            "“size”",
        ),
        (
            fixture!("twice.json"),
            fixture!("twice.json.minisig"),
            "twice",
        ),
        (
            fixture!("later.json"),
            fixture!("later.json.minisig"),
            "probitas-release/2.0",
        ),
    ] {
        let release = Release::examine(description.as_bytes(), Some(signature), &viewer(), |_| {
            panic!("no file is looked for")
        });
        assert_eq!(release.signed, Signed::ByMakers);
        assert!(!release.is_good());
        let account = release.account(Language::English);
        let outcome = account.outcome.text(Language::English);
        assert!(outcome.contains(part), "{outcome}");
        assert!(account.run.is_empty() && account.files.is_empty());
    }
}

#[test]
fn files_that_differ_are_damaged_and_nothing_is_run() {
    for found in [
        Lying::Unreadable,
        Lying::OtherSize(3),
        Lying::Whole([7; 32]),
    ] {
        let damaged = |_: &ListedFile| found.clone();
        let release = Release::examine(NEWER.as_bytes(), Some(SIGNATURE), &viewer(), damaged);
        assert!(!release.is_good());
        let account = release.account(Language::English);
        assert!(
            texts(&account.files)
                .iter()
                .all(|line| line.contains("DAMAGED"))
        );
        let run = texts(&account.run);
        assert!(
            run.len() == 1 && run[0].contains("not in this folder as it should be"),
            "{run:?}"
        );
    }
}

fn with_name(name: &str) -> Result<Description, DescriptionError> {
    let file = serde_json::json!({"name": name, "sha256": "00".repeat(32), "size": 1});
    let description = serde_json::json!({
        "format": "probitas-release/1.9", "version": "1.0.0", "date": "2027-01-15",
        "whatsNew": {"en": [], "fr": []}, "files": [file], "later": true,
    });
    Description::from_json(description.to_string().as_bytes())
}

#[test]
fn names_that_lead_elsewhere_or_are_none_on_some_system_are_refused() {
    assert!(with_name("probitas_0.2.0~rc1+b_amd64.deb").is_ok());
    for name in [
        "",
        ".",
        "..",
        "../x",
        "a/b",
        "a\\b",
        "/etc/passwd",
        "C:x",
        "c:\\x",
        "a\0b",
        "a\nb",
        " a",
        "é",
        "a ",
        "a.",
        ".hidden",
        "-rf",
        "~",
        "CON",
        "con.txt",
        "lpt1.zip",
        "COM9",
        "a:stream",
        "\u{202e}gpj.exe",
        "a*",
        "$HOME",
        "%TEMP%",
    ] {
        let refused = with_name(name);
        assert!(
            matches!(refused, Err(DescriptionError::BadName(_))),
            "{name:?}"
        );
    }
    let long = "a".repeat(201);
    assert!(with_name(&long).is_err() && with_name(&long[1..]).is_ok());
}

#[test]
fn members_that_cannot_be_are_named() {
    let good: serde_json::Value = serde_json::from_str(NEWER).unwrap();
    let bad = |pointer: &str, value: serde_json::Value| {
        let mut changed = good.clone();
        *changed.pointer_mut(pointer).unwrap() = value;
        Description::from_json(changed.to_string().as_bytes()).unwrap_err()
    };
    for (pointer, value, name) in [
        ("/version", serde_json::json!("1.0"), "version"),
        ("/date", serde_json::json!("2027-1-5"), "date"),
        ("/date", serde_json::json!("2027-02-30"), "date"),
        (
            "/whatsNew/fr/0",
            serde_json::json!("a\u{202e}b"),
            "whatsNew",
        ),
        ("/whatsNew/en/0", serde_json::json!("a\nb"), "whatsNew"),
        (
            "/whatsNew/en/0",
            serde_json::json!("a".repeat(1001)),
            "whatsNew",
        ),
        ("/files", serde_json::json!([]), "files"),
        (
            "/files/0/sha256",
            serde_json::json!("AA".repeat(32)),
            "sha256",
        ),
        (
            "/files/0/sha256",
            serde_json::json!("+1".repeat(32)),
            "sha256",
        ),
        (
            "/files/0/size",
            serde_json::json!(4_294_967_297_u64),
            "size",
        ),
    ] {
        assert_eq!(
            bad(pointer, value),
            DescriptionError::BadValue(name),
            "{pointer}"
        );
    }
    for (pointer, value) in [
        ("/files/0/size", serde_json::json!(-1)),
        ("/files/0/size", serde_json::json!(1.5)),
        ("/whatsNew", serde_json::json!(null)),
    ] {
        assert!(
            matches!(bad(pointer, value), DescriptionError::Form { .. }),
            "{pointer}"
        );
    }
    for bytes in [&b""[..], b"{", b"[]", b"\xff", b"{}"] {
        let read = Description::from_json(bytes);
        assert!(matches!(read, Err(DescriptionError::Form { .. })));
    }
    let other = Description::from_json(br#"{"format": "probitas-draft/1.0"}"#);
    assert_eq!(other, Err(DescriptionError::OtherFormat));
}

#[test]
fn keys_are_named_as_minisign_names_them() {
    let file = fixture!("maker.pub");
    let key = key(file).unwrap();
    assert!(file.lines().next().unwrap().ends_with(key.id()), "{file}");
    assert_eq!(Some(key.line()), file.lines().nth(1));
    for line in [
        "",
        "RW",
        "not base64 at all",
        "untrusted comment: minisign public key",
    ] {
        assert_eq!(ReleaseKey::from_base64(line), None);
    }
}
