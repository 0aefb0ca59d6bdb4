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
        draft: "a.probitas".into(),
        folder: "d".into(),
        key: Some("k".into()),
        passphrase_file: None,
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
