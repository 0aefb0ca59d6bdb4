//! The arguments of `register` and `receipt`.

use std::path::PathBuf;

use chrono::NaiveDate;

use super::super::usage::{UsageError, UsageFault};
use super::commands::{Parsed, argument, only, required};
use super::{
    Argument, Command, PaperApproval, Reader, Receipt, ReceiptMaking, RegisterAction, Topic,
};

/// What stands behind `register new`, `show` and the others.
#[derive(Default)]
struct Words {
    folder: Option<PathBuf>,
    audience: Vec<String>,
    fingerprint: Option<String>,
    seen: Option<String>,
    officer: Option<String>,
    key: Option<PathBuf>,
    output: Option<PathBuf>,
    passphrase_file: Option<PathBuf>,
    force: bool,
}

pub(super) fn register(reader: &mut Reader) -> Parsed {
    let Some(verb) = reader.verb("new|show|approve-on-paper|receipt")? else {
        return Ok(Command::Help(Topic::Register));
    };
    let allowed: &[&str] = match verb.as_str() {
        "new" => &["--audience"],
        "show" => &[],
        "approve-on-paper" => &["--fingerprint", "--seen", "--officer"],
        "receipt" => &[
            "--fingerprint",
            "--key",
            "-o",
            "--passphrase-file",
            "--force",
        ],
        _ => return Err(reader.unknown_verb("register", &verb)),
    };
    let mut words = Words::default();
    while let Some(argument) = reader.next_of(allowed)? {
        match argument {
            Argument::Help => return Ok(Command::Help(Topic::Register)),
            Argument::Option(option) => words.read(&option, reader)?,
            Argument::Value(value) => only(reader, &mut words.folder, value)?,
        }
    }
    words.action(&verb, reader).map(Command::Register)
}

impl Words {
    fn read(&mut self, option: &str, reader: &mut Reader) -> Result<(), UsageError> {
        match option {
            "--fingerprint" => reader.text(&mut self.fingerprint, "--fingerprint"),
            "--seen" => reader.text(&mut self.seen, "--seen"),
            "--officer" => reader.text(&mut self.officer, "--officer"),
            "--key" => reader.path(&mut self.key, "--key"),
            "-o" => reader.path(&mut self.output, "-o"),
            "--passphrase-file" => reader.path(&mut self.passphrase_file, "--passphrase-file"),
            "--audience" => {
                let mut name = None;
                reader.text(&mut name, "--audience")?;
                self.audience.extend(name);
                Ok(())
            }
            _ => {
                self.force = true;
                Ok(())
            }
        }
    }

    fn action(self, verb: &str, reader: &Reader) -> Result<RegisterAction, UsageError> {
        let folder = argument(reader, self.folder, "DIR")?;
        Ok(match verb {
            "new" => RegisterAction::New {
                folder,
                audience: required(
                    reader,
                    Some(self.audience).filter(|names| !names.is_empty()),
                    "--audience",
                )?,
            },
            "approve-on-paper" => RegisterAction::ApproveOnPaper(PaperApproval {
                folder,
                fingerprint: required(reader, self.fingerprint, "--fingerprint")?,
                seen: day(reader, &required(reader, self.seen, "--seen")?)?,
                officer: required(reader, self.officer, "--officer")?,
            }),
            "receipt" => RegisterAction::Receipt(ReceiptMaking {
                folder,
                fingerprint: required(reader, self.fingerprint, "--fingerprint")?,
                key: required(reader, self.key, "--key")?,
                output: required(reader, self.output, "-o")?,
                passphrase_file: self.passphrase_file,
                force: self.force,
            }),
            _ => RegisterAction::Show { folder },
        })
    }
}

fn day(reader: &Reader, text: &str) -> Result<NaiveDate, UsageError> {
    let day = NaiveDate::parse_from_str(text, "%Y-%m-%d");
    day.map_err(|_other| {
        reader.fault(UsageFault::BadValue {
            option: "--seen",
            allowed: "2026-03-31",
        })
    })
}

pub(super) fn receipt(reader: &mut Reader) -> Parsed {
    let (mut receipt, mut submission, mut pins) = (None, None, Vec::new());
    while let Some(argument) = reader.next()? {
        match argument {
            Argument::Help => return Ok(Command::Help(Topic::Receipt)),
            Argument::Option(option) => match option.as_str() {
                "--pin" => pins.push(PathBuf::from(reader.value()?)),
                "--submission" => reader.path(&mut submission, "--submission")?,
                _ => return Err(reader.unknown(option)),
            },
            Argument::Value(value) => only(reader, &mut receipt, value)?,
        }
    }
    let pins = Some(pins).filter(|pins| !pins.is_empty());
    Ok(Command::Receipt(Receipt {
        file: argument(reader, receipt, "RECEIPT")?,
        pins: required(reader, pins, "--pin")?,
        submission,
    }))
}
