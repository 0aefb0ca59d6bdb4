use super::*;
use crate::export::layout::Paper;
use crate::report::{Arrangement, Presentation, Scope, ShownOptions, Summary};
use crate::submission::key::Algorithm;

fn words(line: &str) -> Vec<OsString> {
    line.split_whitespace().map(OsString::from).collect()
}

fn parse(line: &str) -> Result<Command, UsageFault> {
    Invocation::parse(words(line))
        .map(|invocation| invocation.command)
        .map_err(|error| error.fault)
}

#[test]
fn export_takes_all_its_options() {
    let line = "export a.probitas --out=d --key k --accept-warnings --json --pdf fr \
                --text both --page both --fragment en --markdown fr --without-marking \
                --force --lang fr";
    let expected = Export {
        input: "a.probitas".into(),
        folder: "d".into(),
        signing: Some(SigningWith {
            source: SigningSource::KeyFile("k".into()),
            role: Role::Preparer,
            name: None,
        }),
        passphrase_file: None,
        public_keys: Vec::new(),
        accept_warnings: true,
        json: true,
        pdf: Some(AnswerLanguages::French),
        text: Some(AnswerLanguages::Both),
        settings: Settings::default(),
        page: Some(AnswerLanguages::Both),
        fragment: Some(AnswerLanguages::English),
        markdown: Some(AnswerLanguages::French),
        marked: Marked::Written,
        force: true,
    };
    assert_eq!(parse(line), Ok(Command::Export(expected)));
}

#[test]
fn the_options_of_printing_are_those_of_export_and_blank() {
    let line = "--paper a4 --large-print --facing";
    let Ok(Command::Blank(blank)) = parse(&format!("blank -o f.pdf --pdf fr {line}")) else {
        panic!("not understood");
    };
    let more = format!("export a --out d {line} --options selected --sign-off --summary");
    let Ok(Command::Export(export)) = parse(&more) else {
        panic!("not understood");
    };
    assert_eq!(blank.languages, AnswerLanguages::French);
    assert_eq!(blank.settings.sheet.paper, Paper::A4);
    assert_eq!(blank.settings.sheet, export.settings.sheet);
    let presentation = Presentation {
        scope: Scope::SignOff,
        options: ShownOptions::Selected,
        arrangement: Arrangement::Facing,
        summary: Summary::With,
    };
    assert_eq!(export.settings.presentation, presentation);
    let unknown = UsageFault::UnknownOption("--sign-off".to_owned());
    assert_eq!(parse("blank -o f --sign-off"), Err(unknown));
    assert!(parse("blank -o f --paper a5").is_err());
}

#[test]
fn keygen_prepares_unless_told_otherwise() {
    let Ok(Command::Keygen(keygen)) = parse("keygen -o k --name Zoé") else {
        panic!("not understood");
    };
    assert_eq!(keygen.role, Role::Preparer);
    let Ok(Command::Keygen(keygen)) = parse("keygen --role deputyHead --name Zoé -o k") else {
        panic!("not understood");
    };
    assert_eq!(keygen.role, Role::DeputyHead);
    assert_eq!(keygen.algorithm, Algorithm::Es256);
    let Ok(Command::Keygen(keygen)) = parse("keygen --algorithm Ed25519 --name Zoé -o k") else {
        panic!("not understood");
    };
    assert_eq!(keygen.algorithm, Algorithm::Ed25519);
}

#[test]
fn two_pages_are_the_most() {
    assert!(parse("import a b -o c").is_ok());
    let error = parse("import a b c -o d").unwrap_err();
    assert_eq!(error, UsageFault::TooMany("c".to_owned()));
}

#[test]
fn verify_takes_several_keys_and_needs_one() {
    let Ok(Command::Verify(verify)) = parse("verify f --key a --key b") else {
        panic!("not understood");
    };
    assert_eq!(verify.keys.len(), 2);
    assert_eq!(parse("verify f"), Err(UsageFault::MissingOption("--key")));
}

#[test]
fn a_trust_list_needs_a_pinned_key() {
    let Ok(Command::Verify(verify)) = parse("verify f g --trust l --pin a --pin b --json") else {
        panic!("not understood");
    };
    assert_eq!(verify.files.len(), 2);
    assert_eq!(verify.policy, Policy::Both);
    assert_eq!(verify.trust.map(|trust| trust.pins.len()), Some(2));
    let missing = |option| Err(UsageFault::MissingOption(option));
    assert_eq!(parse("verify f --trust l"), missing("--pin"));
    assert_eq!(parse("verify f --key k --pin a"), missing("--trust"));
    assert_eq!(parse("verify f --key k --policy both"), missing("--trust"));
    assert!(parse("verify f --trust l --pin a --policy none").is_err());
    assert_eq!(parse("sign s --key k -o o --seen x"), missing("--trust"));
}

#[test]
fn every_verb_of_trust_has_its_own_options() {
    for line in [
        "trust new -o l",
        "trust add l --key k --person P --organization-id o --role preparer --role deputyHead",
        "trust sign l --key k -o o --days 7 --force",
        "trust show l",
        "trust show l --pin p",
    ] {
        assert!(matches!(parse(line), Ok(Command::Trust(_))), "{line}");
    }
    let unknown = UsageFault::UnknownOption("--days".to_owned());
    assert_eq!(parse("trust show l --days 3"), Err(unknown));
    let unknown = UsageFault::UnknownCommand("trust sing".to_owned());
    assert_eq!(parse("trust sing l"), Err(unknown));
    let missing = UsageFault::MissingOption("--role");
    let line = "trust add l --key k --person P --organization-id o";
    assert_eq!(parse(line), Err(missing));
    for line in [
        "trust sign l --key k -o o --days 0",
        "trust revoke l --kid 1 --reason superseded",
        "trust add l --key k --person P --organization-id o --role preparer --from today",
    ] {
        assert!(
            matches!(parse(line), Err(UsageFault::BadValue { .. })),
            "{line}"
        );
    }
}

#[test]
fn help_is_given_before_anything_else_is_asked_for() {
    assert_eq!(parse("export --help"), Ok(Command::Help(Topic::Export)));
    assert_eq!(parse("help keygen"), Ok(Command::Help(Topic::Keygen)));
    assert_eq!(parse("-h"), Ok(Command::Help(Topic::Program)));
    assert_eq!(parse("--version"), Ok(Command::Version));
}

#[test]
fn every_mistake_is_named() {
    let twice = UsageFault::Twice("--out");
    for (line, fault) in [
        ("", UsageFault::NoCommand),
        ("sing", UsageFault::UnknownCommand("sing".to_owned())),
        ("help sing", UsageFault::UnknownCommand("sing".to_owned())),
        ("--loud", UsageFault::UnknownOption("--loud".to_owned())),
        ("check a -x", UsageFault::UnknownOption("-x".to_owned())),
        ("check a b", UsageFault::TooMany("b".to_owned())),
        ("check", UsageFault::MissingArgument("DRAFT")),
        ("import a", UsageFault::MissingOption("-o")),
        ("import a -o", UsageFault::MissingValue("-o".to_owned())),
        (
            "check a --json=1",
            UsageFault::UnexpectedValue("--json".to_owned()),
        ),
        ("export a --out b --out c", twice),
    ] {
        assert_eq!(parse(line), Err(fault), "{line}");
    }
    for line in [
        "--lang de help",
        "export a --out b --pdf de",
        "keygen -o k --name n --role boss",
        "keygen -o k --name n --algorithm EdDSA",
    ] {
        assert!(
            matches!(parse(line), Err(UsageFault::BadValue { .. })),
            "{line}"
        );
    }
}

#[test]
fn the_language_is_found_wherever_it_stands() {
    assert_eq!(language(&words("sing --lang fr")), Some(Language::French));
    assert_eq!(language(&words("--lang=en")), Some(Language::English));
    assert_eq!(language(&words("check -- --lang fr")), None);
    assert_eq!(language(&words("--language fr")), None);
}
