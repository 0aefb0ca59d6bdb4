//! The arguments of `translate`.

use std::path::PathBuf;

use super::super::usage::UsageFault;
use super::commands::{Parsed, argument, required};
use super::{Argument, Command, Reader, Topic, Translate};
use crate::export::xliff::Scope;

pub(super) fn translate(reader: &mut Reader) -> Parsed {
    let Some(verb) = reader.verb("export|import")? else {
        return Ok(Command::Help(Topic::Translate));
    };
    let (allowed, files): (&[&str], usize) = match verb.as_str() {
        "export" => (&["-o", "--all", "--force"], 1),
        "import" => (&["-o", "--force"], 2),
        _ => return Err(reader.unknown_verb("translate", &verb)),
    };
    let mut values: Vec<PathBuf> = Vec::new();
    let (mut output, mut scope, mut force) = (None, Scope::Open, false);
    while let Some(argument) = reader.next_of(allowed)? {
        match argument {
            Argument::Help => return Ok(Command::Help(Topic::Translate)),
            Argument::Option(option) => match option.as_str() {
                "-o" => reader.path(&mut output, "-o")?,
                "--all" => scope = Scope::All,
                "--force" => force = true,
                _ => return Err(reader.unknown(option)),
            },
            Argument::Value(value) if values.len() < files => values.push(value.into()),
            Argument::Value(value) => return Err(reader.too_many(&value)),
        }
    }
    let mut values = values.into_iter();
    let draft = argument(reader, values.next(), "DRAFT")?;
    Ok(Command::Translate(if files == 1 {
        Translate::Export {
            draft,
            output: required(reader, output, "-o")?,
            scope,
            force,
        }
    } else {
        let file = values.next();
        let missing = || reader.fault(UsageFault::MissingArgument("FILE"));
        Translate::Import {
            draft,
            file: file.ok_or_else(missing)?,
            output: required(reader, output, "-o")?,
            force,
        }
    }))
}
