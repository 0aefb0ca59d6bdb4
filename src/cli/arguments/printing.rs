//! How a PDF is printed: the same options wherever one is made.

use std::path::PathBuf;

use super::super::usage::{UsageError, UsageFault};
use super::{Argument, Blank, Command, Reader, Topic};
use crate::export::layout::{Paper, TypeSize};
use crate::export::settings::Settings;
use crate::report::{Arrangement, Scope, ShownOptions, Summary};
use crate::response::AnswerLanguages;

/// The options of printing, as they were read so far.
#[derive(Default)]
pub(super) struct Printing {
    paper: Option<String>,
    options: Option<String>,
    pub(super) settings: Settings,
}

impl Printing {
    /// Reads an option that every PDF has; false where it is none.
    pub(super) fn read(&mut self, option: &str, reader: &mut Reader) -> Result<bool, UsageError> {
        match option {
            "--paper" => {
                reader.text(&mut self.paper, "--paper")?;
                let named = |paper: &Paper| self.paper.as_deref() == Some(paper.name());
                let paper = Paper::ALL.into_iter().find(named);
                let fault = UsageFault::BadValue {
                    option: "--paper",
                    allowed: "letter, a4",
                };
                self.settings.sheet.paper = paper.ok_or_else(|| reader.fault(fault))?;
            }
            "--large-print" => self.settings.sheet.type_size = TypeSize::Large,
            "--facing" => self.settings.presentation.arrangement = Arrangement::Facing,
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// Reads an option that the PDF of a submission has besides.
    pub(super) fn read_more(
        &mut self,
        option: &str,
        reader: &mut Reader,
    ) -> Result<bool, UsageError> {
        match option {
            "--options" => {
                reader.text(&mut self.options, "--options")?;
                let fault = UsageFault::BadValue {
                    option: "--options",
                    allowed: "all, selected",
                };
                self.settings.presentation.options = match self.options.as_deref() {
                    Some("all") => ShownOptions::All,
                    Some("selected") => ShownOptions::Selected,
                    _ => return Err(reader.fault(fault)),
                };
            }
            "--sign-off" => self.settings.presentation.scope = Scope::SignOff,
            "--summary" => self.settings.presentation.summary = Summary::With,
            _ => return self.read(option, reader),
        }
        Ok(true)
    }
}

pub(super) fn blank(reader: &mut Reader) -> Result<Command, UsageError> {
    let (mut output, mut languages, mut force) = (None::<PathBuf>, None, false);
    let mut printing = Printing::default();
    while let Some(argument) = reader.next()? {
        match argument {
            Argument::Help => return Ok(Command::Help(Topic::Blank)),
            Argument::Option(option) => match option.as_str() {
                "-o" | "--output" => reader.path(&mut output, "-o")?,
                "--pdf" => reader.languages(&mut languages, "--pdf")?,
                "--force" => force = true,
                other if printing.read(other, reader)? => {}
                _ => return Err(reader.unknown(option)),
            },
            Argument::Value(other) => return Err(reader.too_many(&other)),
        }
    }
    Ok(Command::Blank(Blank {
        output: output.ok_or_else(|| reader.fault(UsageFault::MissingOption("-o")))?,
        languages: languages.unwrap_or(AnswerLanguages::Both),
        settings: printing.settings,
        force,
    }))
}
