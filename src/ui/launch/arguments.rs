//! The command line of the window, read and written.

mod given;

use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::{Arg, Parser};

use super::renderer::{CHAIN, Renderer};
use crate::app;
use crate::i18n::{Language, MessagePair, cli, launch};

/// What the command line asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Invocation {
    Open(Arguments),
    Help,
    Version,
}

/// How the window is to open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Arguments {
    /// The language of the window; nothing leaves it to the system.
    pub(super) language: Option<Language>,
    /// The renderer to begin with; nothing leaves it to the preferences.
    pub(super) renderer: Option<app::Renderer>,
    /// The file to open.
    pub(super) draft: Option<PathBuf>,
    /// Whether the program ends once something is seen, and says how long that
    /// took. For whoever packages it: the option stands in no help.
    pub(super) exit_after_first_frame: bool,
    /// The renderers that failed before the program began anew. The option
    /// stands in no help: only the program itself gives it.
    pub(super) tried: Vec<Renderer>,
}

/// Why a command line was not understood.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum UsageError {
    #[error("unknown option")]
    UnknownOption(String),
    #[error("option without its value")]
    MissingValue(String),
    #[error("option that takes no value")]
    UnexpectedValue(String),
    #[error("value that is not one of those allowed")]
    BadValue {
        option: &'static str,
        allowed: String,
    },
    #[error("an argument too many")]
    TooMany(String),
}

impl UsageError {
    /// What happened, and the help to ask for.
    pub(super) fn message(&self) -> MessagePair {
        let problem = match self {
            UsageError::UnknownOption(option) => cli::err_usage_unknown_option(option.as_str()),
            UsageError::MissingValue(option) => cli::err_usage_missing_value(option.as_str()),
            UsageError::UnexpectedValue(option) => cli::err_usage_unexpected_value(option.as_str()),
            UsageError::BadValue { option, allowed } => {
                cli::err_usage_bad_value(*option, allowed.as_str())
            }
            UsageError::TooMany(argument) => cli::err_usage_too_many(argument.as_str()),
        };
        MessagePair::new(problem, launch::hint_usage())
    }
}

impl From<lexopt::Error> for UsageError {
    fn from(error: lexopt::Error) -> Self {
        match error {
            lexopt::Error::MissingValue { option } => {
                UsageError::MissingValue(option.unwrap_or_default())
            }
            lexopt::Error::UnexpectedValue { option, .. } => UsageError::UnexpectedValue(option),
            lexopt::Error::UnexpectedArgument(argument) => {
                UsageError::TooMany(argument.to_string_lossy().into_owned())
            }
            lexopt::Error::UnexpectedOption(option) => UsageError::UnknownOption(option),
            other => UsageError::UnknownOption(other.to_string()),
        }
    }
}

impl Invocation {
    /// Reads the arguments after the program's name.
    pub(super) fn parse(
        arguments: impl IntoIterator<Item = OsString>,
    ) -> Result<Invocation, UsageError> {
        let mut parser = Parser::from_args(arguments);
        let mut read = Arguments::default();
        while let Some(argument) = parser.next()? {
            match argument {
                Arg::Short('h') | Arg::Long("help") => return Ok(Invocation::Help),
                Arg::Short('V') | Arg::Long("version") => return Ok(Invocation::Version),
                // As the terminal program calls it, too.
                Arg::Long("language" | "lang") => {
                    read.language = Some(value_of_language(&mut parser)?);
                }
                Arg::Long("renderer") => read.renderer = Some(renderer(&mut parser)?),
                Arg::Long(TRIED) => read.tried = tried(&mut parser)?,
                Arg::Long(FIRST_FRAME) => read.exit_after_first_frame = true,
                Arg::Value(path) if read.draft.is_none() => read.draft = Some(given::path(path)),
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(Invocation::Open(read))
    }
}

/// The language that a command line names, right or wrong as the rest of it
/// may be: the error is said in it.
pub(super) fn language(arguments: &[OsString]) -> Option<Language> {
    let mut parser = Parser::from_args(arguments);
    let mut found = None;
    while let Ok(Some(argument)) = parser.next() {
        if argument == Arg::Long("language") || argument == Arg::Long("lang") {
            found = value_of_language(&mut parser).ok().or(found);
        }
    }
    found
}

const FIRST_FRAME: &str = "exit-after-first-frame";
const TRIED: &str = "tried";
const AUTOMATIC: &str = "automatic";

fn value_of_language(parser: &mut Parser) -> Result<Language, UsageError> {
    let value = parser.value()?;
    let known = Language::ALL
        .into_iter()
        .find(|known| value == known.code());
    known.ok_or_else(|| UsageError::BadValue {
        option: "--language",
        allowed: Language::ALL.map(Language::code).join(", "),
    })
}

fn renderer(parser: &mut Parser) -> Result<app::Renderer, UsageError> {
    let value = parser.value()?;
    let value = value.to_string_lossy();
    if value == AUTOMATIC {
        return Ok(app::Renderer::Automatic);
    }
    let named = Renderer::named(&value);
    named
        .map(Renderer::preference)
        .ok_or_else(|| UsageError::BadValue {
            option: "--renderer",
            allowed: renderer_names(),
        })
}

/// The values of `--renderer` in this build.
pub(super) fn renderer_names() -> String {
    let names = CHAIN.iter().map(|renderer| renderer.name());
    let all: Vec<&str> = std::iter::once(AUTOMATIC).chain(names).collect();
    all.join(", ")
}

fn tried(parser: &mut Parser) -> Result<Vec<Renderer>, UsageError> {
    let value = parser.value()?;
    let names = value.to_string_lossy();
    Ok(names.split(',').filter_map(Renderer::named).collect())
}

impl Arguments {
    /// The same as a command line, to begin anew with.
    pub(super) fn command_line(&self) -> Vec<OsString> {
        let mut line = Vec::new();
        let mut option = |name: &str, value: &str| line.push(format!("--{name}={value}").into());
        if let Some(language) = self.language {
            option("language", language.code());
        }
        if let Some(renderer) = self.renderer {
            option(
                "renderer",
                Renderer::preferred(renderer).map_or(AUTOMATIC, Renderer::name),
            );
        }
        if !self.tried.is_empty() {
            let names: Vec<&str> = self.tried.iter().map(|renderer| renderer.name()).collect();
            option(TRIED, &names.join(","));
        }
        if self.exit_after_first_frame {
            line.push(format!("--{FIRST_FRAME}").into());
        }
        if let Some(draft) = &self.draft {
            line.extend(["--".into(), draft.clone().into_os_string()]);
        }
        line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(arguments: &[&str]) -> Result<Invocation, UsageError> {
        Invocation::parse(arguments.iter().map(OsString::from))
    }

    fn open(arguments: &[&str]) -> Arguments {
        match parse(arguments) {
            Ok(Invocation::Open(read)) => read,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_file_manager_names_the_draft_alone() {
        let read = open(&["an office.probitas"]);
        assert_eq!(read.draft, Some(PathBuf::from("an office.probitas")));
        assert_eq!(read.renderer, None);
    }

    #[test]
    fn options_stand_before_and_after_the_draft() {
        let read = open(&["--renderer", "glow", "a", "--language=fr"]);
        assert_eq!(read.renderer, Some(app::Renderer::Glow));
        assert_eq!(read.language, Some(Language::French));
        let automatic = open(&["--renderer", "automatic"]);
        assert_eq!(automatic.renderer, Some(app::Renderer::Automatic));
    }

    #[test]
    fn beginning_anew_loses_nothing() {
        let all = Arguments {
            language: Some(Language::French),
            renderer: Some(app::Renderer::Glow),
            draft: Some(PathBuf::from("--tried")),
            exit_after_first_frame: true,
            tried: CHAIN.to_vec(),
        };
        for arguments in [Arguments::default(), all] {
            let read = Invocation::parse(arguments.command_line());
            assert_eq!(read, Ok(Invocation::Open(arguments)));
        }
    }

    #[test]
    fn a_wrong_command_line_says_what_is_allowed() {
        for (line, part) in [
            (&["--renderer", "paper"][..], "automatic"),
            (&["--language", "de"], "en, fr"),
            (&["--language"], "--language"),
            (&["a", "b"], "“b”"),
            (&["--no-such"], "--no-such"),
            (&["-x"], "-x"),
        ] {
            let pair = parse(line).unwrap_err().message();
            for language in Language::ALL {
                let text = pair.problem.text(language);
                assert!(
                    text.contains(part) || text.contains("«\u{a0}b\u{a0}»"),
                    "{text}"
                );
                assert!(pair.hint.text(language).contains("probitas --help"));
            }
        }
    }

    #[test]
    fn the_language_is_known_even_where_the_rest_is_wrong() {
        let of = |line: &[&str]| language(&line.iter().map(OsString::from).collect::<Vec<_>>());
        assert_eq!(
            of(&["--no-such", "--language", "fr"]),
            Some(Language::French)
        );
        assert_eq!(of(&["--lang=en", "--help"]), Some(Language::English));
        assert_eq!(of(&["--language", "de"]), None);
    }

    #[test]
    fn help_and_version_are_asked_for_by_their_usual_names() {
        assert_eq!(parse(&["-h"]), Ok(Invocation::Help));
        assert_eq!(parse(&["--version"]), Ok(Invocation::Version));
    }
}
