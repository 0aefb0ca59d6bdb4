//! One argument after the other.

use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::Arg;

use super::super::usage::{UsageError, UsageFault};
use super::Topic;
use crate::i18n::Language;
use crate::response::AnswerLanguages;

/// An argument.
pub(super) enum Argument {
    /// `-h` or `--help`.
    Help,
    /// An option with its hyphens.
    Option(String),
    /// Anything else.
    Value(OsString),
}

/// Reads arguments; `--lang` is read here, since every command takes it.
pub(super) struct Reader {
    parser: lexopt::Parser,
    topic: Topic,
}

impl Reader {
    pub(super) fn new(arguments: Vec<OsString>) -> Self {
        Reader {
            parser: lexopt::Parser::from_args(arguments),
            topic: Topic::Program,
        }
    }

    /// Which command's help fits from now on.
    pub(super) fn set_topic(&mut self, topic: Topic) {
        self.topic = topic;
    }

    pub(super) fn next(&mut self) -> Result<Option<Argument>, UsageError> {
        loop {
            let argument = match self.parser.next() {
                Ok(None) => return Ok(None),
                Ok(Some(Arg::Short('h') | Arg::Long("help"))) => Argument::Help,
                Ok(Some(Arg::Long("lang"))) => {
                    self.language()?;
                    continue;
                }
                Ok(Some(Arg::Long(name))) => Argument::Option(format!("--{name}")),
                Ok(Some(Arg::Short(letter))) => Argument::Option(format!("-{letter}")),
                Ok(Some(Arg::Value(value))) => Argument::Value(value),
                Err(error) => return Err(self.not_read(error)),
            };
            return Ok(Some(argument));
        }
    }

    /// The verb behind a command such as `trust`; none where help is asked for.
    pub(super) fn verb(&mut self, verbs: &'static str) -> Result<Option<String>, UsageError> {
        match self.next()? {
            None => Err(self.fault(UsageFault::MissingArgument(verbs))),
            Some(Argument::Help) => Ok(None),
            Some(Argument::Option(option)) => Err(self.unknown(option)),
            Some(Argument::Value(verb)) => Ok(Some(verb.to_string_lossy().into_owned())),
        }
    }

    /// The next argument behind a verb that has these options and no others;
    /// `--output` is told as `-o`.
    pub(super) fn next_of(&mut self, options: &[&str]) -> Result<Option<Argument>, UsageError> {
        let mut argument = self.next()?;
        if let Some(Argument::Option(option)) = &mut argument {
            if option == "--output" {
                "-o".clone_into(option);
            }
            if !options.contains(&option.as_str()) {
                return Err(self.unknown(std::mem::take(option)));
            }
        }
        Ok(argument)
    }

    /// A verb that the command does not have.
    pub(super) fn unknown_verb(&self, command: &str, verb: &str) -> UsageError {
        self.fault(UsageFault::UnknownCommand(format!("{command} {verb}")))
    }

    /// Refuses values other than the two; which one it was is known already.
    fn language(&mut self) -> Result<(), UsageError> {
        let value = self.value()?;
        let known = Language::ALL
            .iter()
            .any(|language| value == language.code());
        known.then_some(()).ok_or_else(|| {
            self.fault(UsageFault::BadValue {
                option: "--lang",
                allowed: "en, fr",
            })
        })
    }

    /// The value of the option that was read last.
    pub(super) fn value(&mut self) -> Result<OsString, UsageError> {
        self.parser.value().map_err(|error| self.not_read(error))
    }

    /// The same as a path, which may not stand twice.
    pub(super) fn path(
        &mut self,
        place: &mut Option<PathBuf>,
        option: &'static str,
    ) -> Result<(), UsageError> {
        let value = self.value()?;
        self.once(place, option, PathBuf::from(value))
    }

    /// The same as a text, which may not stand twice.
    pub(super) fn text(
        &mut self,
        place: &mut Option<String>,
        option: &'static str,
    ) -> Result<(), UsageError> {
        let value = self.value()?;
        let text = value.into_string().map_err(|_not_unicode| {
            self.fault(UsageFault::BadValue {
                option,
                allowed: "UTF-8",
            })
        })?;
        self.once(place, option, text)
    }

    /// The same as languages, which may not stand twice.
    pub(super) fn languages(
        &mut self,
        place: &mut Option<AnswerLanguages>,
        option: &'static str,
    ) -> Result<(), UsageError> {
        let languages = match self.value()?.to_str() {
            Some("en") => AnswerLanguages::English,
            Some("fr") => AnswerLanguages::French,
            Some("both") => AnswerLanguages::Both,
            _ => {
                let allowed = "en, fr, both";
                return Err(self.fault(UsageFault::BadValue { option, allowed }));
            }
        };
        self.once(place, option, languages)
    }

    fn once<T>(
        &self,
        place: &mut Option<T>,
        option: &'static str,
        value: T,
    ) -> Result<(), UsageError> {
        if place.replace(value).is_some() {
            return Err(self.fault(UsageFault::Twice(option)));
        }
        Ok(())
    }

    pub(super) fn fault(&self, fault: UsageFault) -> UsageError {
        UsageError::new(self.topic, fault)
    }

    pub(super) fn unknown(&self, option: String) -> UsageError {
        self.fault(UsageFault::UnknownOption(option))
    }

    pub(super) fn too_many(&self, argument: &OsString) -> UsageError {
        self.fault(UsageFault::TooMany(argument.to_string_lossy().into_owned()))
    }

    fn not_read(&self, error: lexopt::Error) -> UsageError {
        let unnamed = String::new;
        self.fault(match error {
            lexopt::Error::MissingValue { option } => {
                UsageFault::MissingValue(option.unwrap_or_else(unnamed))
            }
            lexopt::Error::UnexpectedValue { option, .. } => UsageFault::UnexpectedValue(option),
            lexopt::Error::UnexpectedArgument(argument) => {
                UsageFault::TooMany(argument.to_string_lossy().into_owned())
            }
            lexopt::Error::UnexpectedOption(option) => UsageFault::UnknownOption(option),
            other => UsageFault::UnknownOption(other.to_string()),
        })
    }
}
