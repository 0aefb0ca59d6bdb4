//! The arguments of each command.

use std::ffi::OsString;
use std::path::PathBuf;

use super::super::usage::{UsageError, UsageFault};
use super::printing::Printing;
use super::signer::SignerReader;
use super::{Argument, Check, Command, Export, Import, Marked, Reader, Topic, Update};
use crate::questionnaire::Role;

pub(super) type Parsed = Result<Command, UsageError>;

pub(super) fn import(reader: &mut Reader) -> Parsed {
    let (mut pages, mut output, mut force) = (Vec::new(), None, false);
    while let Some(argument) = reader.next()? {
        match argument {
            Argument::Help => return Ok(Command::Help(Topic::Import)),
            Argument::Option(option) => match option.as_str() {
                "-o" | "--output" => reader.path(&mut output, "-o")?,
                "--force" => force = true,
                _ => return Err(reader.unknown(option)),
            },
            Argument::Value(page) if pages.len() < 2 => pages.push(PathBuf::from(page)),
            Argument::Value(other) => return Err(reader.too_many(&other)),
        }
    }
    if pages.is_empty() {
        return Err(reader.fault(UsageFault::MissingArgument("PAGE")));
    }
    Ok(Command::Import(Import {
        pages,
        output: required(reader, output, "-o")?,
        force,
    }))
}

pub(super) fn update(reader: &mut Reader) -> Parsed {
    let mut file = None;
    while let Some(argument) = reader.next()? {
        match argument {
            Argument::Help => return Ok(Command::Help(Topic::Update)),
            Argument::Option(option) => return Err(reader.unknown(option)),
            Argument::Value(value) => only(reader, &mut file, value)?,
        }
    }
    let file = argument(reader, file, "FILE")?;
    Ok(Command::Update(Update { file }))
}

pub(super) fn check(reader: &mut Reader) -> Parsed {
    let (mut draft, mut json) = (None, false);
    while let Some(argument) = reader.next()? {
        match argument {
            Argument::Help => return Ok(Command::Help(Topic::Check)),
            Argument::Option(option) if option == "--json" => json = true,
            Argument::Option(option) => return Err(reader.unknown(option)),
            Argument::Value(value) => only(reader, &mut draft, value)?,
        }
    }
    let draft = argument(reader, draft, "DRAFT")?;
    Ok(Command::Check(Check { draft, json }))
}

pub(super) fn export(reader: &mut Reader) -> Parsed {
    let (mut input, mut folder, mut passphrase_file) = (None, None, None);
    let mut signer = SignerReader::default();
    let mut public_keys = Vec::new();
    let (mut json, mut pdf, mut text) = (false, None, None);
    let (mut page, mut fragment, mut markdown) = (None, None, None);
    let (mut accept_warnings, mut marked, mut force) = (false, Marked::Refused, false);
    let mut printing = Printing::default();
    while let Some(argument) = reader.next()? {
        match argument {
            Argument::Help => return Ok(Command::Help(Topic::Export)),
            Argument::Option(option) => match option.as_str() {
                "--out" => reader.path(&mut folder, "--out")?,
                "--passphrase-file" => reader.path(&mut passphrase_file, "--passphrase-file")?,
                "--public-key" => public_keys.push(PathBuf::from(reader.value()?)),
                "--accept-warnings" => accept_warnings = true,
                "--json" => json = true,
                "--pdf" => reader.languages(&mut pdf, "--pdf")?,
                "--text" => reader.languages(&mut text, "--text")?,
                "--page" => reader.languages(&mut page, "--page")?,
                "--fragment" => reader.languages(&mut fragment, "--fragment")?,
                "--markdown" => reader.languages(&mut markdown, "--markdown")?,
                "--without-marking" => marked = Marked::Written,
                "--force" => force = true,
                other if signer.read(other, reader)? => {}
                other if printing.read_more(other, reader)? => {}
                _ => return Err(reader.unknown(option)),
            },
            Argument::Value(value) => only(reader, &mut input, value)?,
        }
    }
    Ok(Command::Export(Export {
        input: argument(reader, input, "DRAFT")?,
        folder: required(reader, folder, "--out")?,
        signing: signer.finish(Role::Preparer, reader)?,
        passphrase_file,
        public_keys,
        accept_warnings,
        json,
        pdf,
        text,
        page,
        fragment,
        markdown,
        marked,
        settings: printing.settings,
        force,
    }))
}

pub(super) fn notices(reader: &mut Reader) -> Parsed {
    match reader.next()? {
        None => Ok(Command::Notices),
        Some(Argument::Help) => Ok(Command::Help(Topic::Notices)),
        Some(Argument::Option(option)) => Err(reader.unknown(option)),
        Some(Argument::Value(value)) => Err(reader.too_many(&value)),
    }
}

/// Takes the one argument that a command has.
pub(super) fn only(
    reader: &Reader,
    place: &mut Option<PathBuf>,
    value: OsString,
) -> Result<(), UsageError> {
    if place.is_some() {
        return Err(reader.too_many(&value));
    }
    *place = Some(PathBuf::from(value));
    Ok(())
}

pub(super) fn required<T>(
    reader: &Reader,
    value: Option<T>,
    option: &'static str,
) -> Result<T, UsageError> {
    value.ok_or_else(|| reader.fault(UsageFault::MissingOption(option)))
}

pub(super) fn argument<T>(
    reader: &Reader,
    value: Option<T>,
    name: &'static str,
) -> Result<T, UsageError> {
    value.ok_or_else(|| reader.fault(UsageFault::MissingArgument(name)))
}
