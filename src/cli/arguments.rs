//! The command line, read.

mod commands;
mod keys;
mod printing;
mod reader;
mod register;
mod signer;
mod signing;
mod translate;

use std::ffi::OsString;
use std::path::PathBuf;

use chrono::NaiveDate;

use super::trust::Date;
use super::usage::{UsageError, UsageFault};
use crate::export::layout::Sheet;
use crate::export::settings::Settings;
use crate::export::xliff::Scope;
use crate::i18n::{Language, Message, cli as messages};
use crate::questionnaire::Role;
use crate::response::AnswerLanguages;
use crate::storage::TokenChoice;
use crate::submission::key::{Algorithm, KeyId};
use crate::submission::trust::RevocationReason;
use crate::submission::verify::Policy;
use reader::{Argument, Reader};

/// A command line that was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Invocation {
    /// What to do.
    pub(super) command: Command,
}

/// What to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Command {
    Help(Topic),
    Version,
    Blank(Blank),
    Import(Import),
    Check(Check),
    Keygen(Keygen),
    Key(KeyAction),
    Export(Export),
    Verify(Verify),
    Sign(Sign),
    Trust(TrustAction),
    Register(RegisterAction),
    Receipt(Receipt),
    Update(Update),
    Compare(Compare),
    Revise(Revise),
    Translate(Translate),
    Notices,
}

/// What help is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Topic {
    Program,
    Blank,
    Import,
    Check,
    Keygen,
    Key,
    Export,
    Verify,
    Sign,
    Revise,
    Compare,
    Translate,
    Trust,
    Register,
    Receipt,
    Update,
    Notices,
}

/// `blank -o FORM [--pdf …] [--facing] [--paper …] [--large-print] [--force]`
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Blank {
    pub(super) output: PathBuf,
    pub(super) languages: AnswerLanguages,
    pub(super) settings: Settings,
    pub(super) force: bool,
}

/// `import PAGE [PAGE] -o DRAFT [--force]`
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Import {
    /// One page, or the English and the French one.
    pub(super) pages: Vec<PathBuf>,
    pub(super) output: PathBuf,
    pub(super) force: bool,
}

/// `check DRAFT [--json]`
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Check {
    pub(super) draft: PathBuf,
    pub(super) json: bool,
}

/// `keygen -o KEY --name NAME [--role …] [--algorithm …] [--passphrase-words] …`
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Keygen {
    pub(super) output: PathBuf,
    pub(super) name: String,
    pub(super) role: Role,
    pub(super) algorithm: Algorithm,
    pub(super) organization_id: Option<String>,
    pub(super) passphrase: NewPassphrase,
}

/// Where the passphrase of a new key comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum NewPassphrase {
    /// Words are drawn and shown.
    Words,
    /// The first line of a file.
    File(PathBuf),
    /// Somebody makes it up; it is asked for.
    Asked,
}

/// `key passphrase|public|page|prove|check-proof …`
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum KeyAction {
    Passphrase {
        key: PathBuf,
        passphrase_file: Option<PathBuf>,
        new: NewPassphrase,
    },
    Public(KeyOutput),
    Page {
        output: KeyOutput,
        languages: AnswerLanguages,
        sheet: Sheet,
    },
    Prove {
        output: KeyOutput,
        nonce: Option<String>,
    },
    CheckProof {
        proof: PathBuf,
        nonce: Option<String>,
        public_key: Option<PathBuf>,
    },
}

/// What is made of a key file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct KeyOutput {
    pub(super) key: PathBuf,
    pub(super) output: PathBuf,
    pub(super) passphrase_file: Option<PathBuf>,
    pub(super) force: bool,
}

/// `export DRAFT --out DIR …`, or the same of a submission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Export {
    pub(super) input: PathBuf,
    pub(super) folder: PathBuf,
    pub(super) signing: Option<SigningWith>,
    pub(super) passphrase_file: Option<PathBuf>,
    pub(super) public_keys: Vec<PathBuf>,
    pub(super) accept_warnings: bool,
    pub(super) json: bool,
    pub(super) pdf: Option<AnswerLanguages>,
    pub(super) text: Option<AnswerLanguages>,
    pub(super) settings: Settings,
    pub(super) page: Option<AnswerLanguages>,
    pub(super) fragment: Option<AnswerLanguages>,
    pub(super) markdown: Option<AnswerLanguages>,
    pub(super) marked: Marked,
    pub(super) force: bool,
}

/// `--key KEY`, `--certificate FILE` or `--token MODULE`, and who signs with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SigningWith {
    pub(super) source: SigningSource,
    /// In which role, if that is not for the key to say.
    pub(super) role: Role,
    /// The printed name, in place of the one in the certificate.
    pub(super) name: Option<String>,
}

/// Where the key is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum SigningSource {
    KeyFile(PathBuf),
    Certificate(PathBuf),
    Token(TokenChoice),
}

/// What becomes of pages of a draft with a security marking, which they do not
/// bear.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marked {
    /// None is written.
    Refused,
    /// They are written, as was asked for.
    Written,
}

/// A trust list, the keys that must have signed it, and what was seen before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TrustOptions {
    pub(super) list: PathBuf,
    pub(super) pins: Vec<PathBuf>,
    pub(super) seen: Option<PathBuf>,
}

/// `verify FILE… --key PUBLIC.jwk…`, or with `--trust LIST --pin PUBLIC.jwk…
/// [--register DIR [--record]]`
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Verify {
    pub(super) files: Vec<PathBuf>,
    pub(super) keys: Vec<PathBuf>,
    /// Roots to which certificates must lead, and revocation lists.
    pub(super) roots: Vec<PathBuf>,
    pub(super) lists: Vec<PathBuf>,
    pub(super) trust: Option<TrustOptions>,
    pub(super) policy: Policy,
    pub(super) register: Option<PathBuf>,
    /// Whether what is verified is entered in the register.
    pub(super) record: bool,
    pub(super) json: bool,
}

/// `sign SUBMISSION --key KEY -o OUT …`, or with a certificate or a token
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sign {
    pub(super) submission: PathBuf,
    pub(super) signing: SigningWith,
    pub(super) output: PathBuf,
    /// Of those who signed before.
    pub(super) public_keys: Vec<PathBuf>,
    pub(super) trust: Option<TrustOptions>,
    pub(super) passphrase_file: Option<PathBuf>,
    pub(super) force: bool,
}

/// `compare FILE FILE`
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Compare {
    pub(super) before: PathBuf,
    pub(super) after: PathBuf,
}

/// `revise SUBMISSION -o DRAFT …`
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Revise {
    pub(super) submission: PathBuf,
    pub(super) output: PathBuf,
    pub(super) public_keys: Vec<PathBuf>,
    pub(super) force: bool,
}

/// `translate export|import DRAFT …`
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Translate {
    /// `translate export DRAFT -o FILE [--all] [--force]`
    Export {
        draft: PathBuf,
        output: PathBuf,
        scope: Scope,
        force: bool,
    },
    /// `translate import DRAFT FILE -o DRAFT [--force]`
    Import {
        draft: PathBuf,
        file: PathBuf,
        output: PathBuf,
        force: bool,
    },
}

/// `trust new|add|revoke|sign|show …`
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum TrustAction {
    New { output: PathBuf },
    Add(TrustAdd),
    Revoke(TrustRevoke),
    Sign(TrustSign),
    Show(TrustShow),
}

/// `trust add LIST --key PUBLIC.jwk --person NAME --organization-id ID --role ROLE…`
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TrustAdd {
    pub(super) list: PathBuf,
    pub(super) key: PathBuf,
    pub(super) person: String,
    pub(super) organization_id: String,
    pub(super) roles: Vec<Role>,
    pub(super) from: Option<Date>,
    pub(super) until: Option<Date>,
}

/// `trust revoke LIST --kid KID --reason REASON [--at DATE]`
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TrustRevoke {
    pub(super) list: PathBuf,
    pub(super) kid: KeyId,
    pub(super) reason: RevocationReason,
    pub(super) at: Option<Date>,
}

/// `trust sign LIST --key KEY -o OUT [--days N]`
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TrustSign {
    pub(super) list: PathBuf,
    pub(super) key: PathBuf,
    pub(super) output: PathBuf,
    pub(super) days: u16,
    pub(super) passphrase_file: Option<PathBuf>,
    pub(super) force: bool,
}

/// `trust show LIST [--pin PUBLIC.jwk…]`
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TrustShow {
    pub(super) list: PathBuf,
    pub(super) pins: Vec<PathBuf>,
}

/// `register new|show|approve-on-paper|receipt …`
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum RegisterAction {
    New {
        folder: PathBuf,
        audience: Vec<String>,
    },
    Show {
        folder: PathBuf,
    },
    ApproveOnPaper(PaperApproval),
    Receipt(ReceiptMaking),
}

/// `register approve-on-paper DIR --fingerprint TEXT --seen DATE --officer NAME`
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PaperApproval {
    pub(super) folder: PathBuf,
    /// As it was typed.
    pub(super) fingerprint: String,
    pub(super) seen: NaiveDate,
    pub(super) officer: String,
}

/// `register receipt DIR --fingerprint TEXT --key KEY -o OUT`
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ReceiptMaking {
    pub(super) folder: PathBuf,
    /// As it was typed.
    pub(super) fingerprint: String,
    pub(super) key: PathBuf,
    pub(super) output: PathBuf,
    pub(super) passphrase_file: Option<PathBuf>,
    pub(super) force: bool,
}

/// `receipt RECEIPT --pin PUBLIC.jwk… [--submission FILE]`
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Receipt {
    pub(super) file: PathBuf,
    pub(super) pins: Vec<PathBuf>,
    pub(super) submission: Option<PathBuf>,
}

/// `update FILE`
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Update {
    /// The description of a new version, or the folder that it lies in.
    pub(super) file: PathBuf,
}

impl Topic {
    const COMMANDS: [Topic; 16] = [
        Topic::Blank,
        Topic::Import,
        Topic::Check,
        Topic::Keygen,
        Topic::Key,
        Topic::Export,
        Topic::Verify,
        Topic::Sign,
        Topic::Revise,
        Topic::Compare,
        Topic::Translate,
        Topic::Trust,
        Topic::Register,
        Topic::Receipt,
        Topic::Update,
        Topic::Notices,
    ];

    /// The name of the command; none for the program itself.
    pub(super) fn name(self) -> Option<&'static str> {
        match self {
            Topic::Program => None,
            Topic::Blank => Some("blank"),
            Topic::Import => Some("import"),
            Topic::Check => Some("check"),
            Topic::Keygen => Some("keygen"),
            Topic::Key => Some("key"),
            Topic::Export => Some("export"),
            Topic::Verify => Some("verify"),
            Topic::Sign => Some("sign"),
            Topic::Revise => Some("revise"),
            Topic::Compare => Some("compare"),
            Topic::Translate => Some("translate"),
            Topic::Trust => Some("trust"),
            Topic::Register => Some("register"),
            Topic::Receipt => Some("receipt"),
            Topic::Update => Some("update"),
            Topic::Notices => Some("notices"),
        }
    }

    fn of(name: &str) -> Option<Topic> {
        Topic::COMMANDS
            .into_iter()
            .find(|topic| topic.name() == Some(name))
    }

    /// The help.
    pub(super) fn help(self) -> Message {
        match self {
            Topic::Program => messages::help_program(),
            Topic::Blank => messages::help_blank(),
            Topic::Import => messages::help_import(),
            Topic::Check => messages::help_check(),
            Topic::Keygen => messages::help_keygen(),
            Topic::Key => messages::help_key(),
            Topic::Export => messages::help_export(),
            Topic::Verify => messages::help_verify(),
            Topic::Sign => messages::help_sign(),
            Topic::Revise => messages::help_revise(),
            Topic::Compare => messages::help_compare(),
            Topic::Translate => messages::help_translate(),
            Topic::Trust => messages::help_trust(),
            Topic::Register => messages::help_register(),
            Topic::Receipt => messages::help_receipt(),
            Topic::Update => messages::help_update(),
            Topic::Notices => messages::help_notices(),
        }
    }
}

/// The language that the command line names, wherever it stands, so that what
/// is wrong before it is told in that language too.
pub(super) fn language(arguments: &[OsString]) -> Option<Language> {
    let texts = arguments
        .iter()
        .map(|argument| argument.to_str().unwrap_or_default());
    let mut texts = texts.take_while(|text| *text != "--");
    while let Some(text) = texts.next() {
        let value = match text.strip_prefix("--lang") {
            Some("") => texts.next(),
            Some(rest) => rest.strip_prefix('='),
            None => None,
        };
        let named = Language::ALL
            .into_iter()
            .find(|language| value == Some(language.code()));
        if named.is_some() {
            return named;
        }
    }
    None
}

impl Invocation {
    /// Reads the arguments after the program's name.
    pub(super) fn parse(arguments: Vec<OsString>) -> Result<Self, UsageError> {
        let mut reader = Reader::new(arguments);
        let command = match reader.next()? {
            None => return Err(UsageError::new(Topic::Program, UsageFault::NoCommand)),
            Some(Argument::Help) => Command::Help(Topic::Program),
            Some(Argument::Option(option)) if option == "--version" || option == "-V" => {
                Command::Version
            }
            Some(Argument::Option(option)) => return Err(reader.unknown(option)),
            Some(Argument::Value(name)) => named(&name.to_string_lossy(), &mut reader)?,
        };
        Ok(Invocation { command })
    }
}

fn named(name: &str, reader: &mut Reader) -> Result<Command, UsageError> {
    if name == "help" {
        return help(reader);
    }
    let topic = Topic::of(name).ok_or_else(|| unknown_command(name))?;
    reader.set_topic(topic);
    match topic {
        Topic::Program => help(reader),
        Topic::Blank => printing::blank(reader),
        Topic::Import => commands::import(reader),
        Topic::Check => commands::check(reader),
        Topic::Keygen => keys::keygen(reader),
        Topic::Key => keys::key(reader),
        Topic::Export => commands::export(reader),
        Topic::Verify => signing::verify(reader),
        Topic::Sign => signing::sign(reader),
        Topic::Revise => signing::revise(reader),
        Topic::Compare => signing::compare(reader),
        Topic::Translate => translate::translate(reader),
        Topic::Trust => signing::trust(reader),
        Topic::Register => register::register(reader),
        Topic::Receipt => register::receipt(reader),
        Topic::Update => commands::update(reader),
        Topic::Notices => commands::notices(reader),
    }
}

fn unknown_command(name: &str) -> UsageError {
    UsageError::new(Topic::Program, UsageFault::UnknownCommand(name.to_owned()))
}

fn help(reader: &mut Reader) -> Result<Command, UsageError> {
    let mut topic = Topic::Program;
    while let Some(argument) = reader.next()? {
        match argument {
            Argument::Help => {}
            Argument::Option(option) => return Err(reader.unknown(option)),
            Argument::Value(name) => {
                let name = name.to_string_lossy();
                topic = Topic::of(&name).ok_or_else(|| unknown_command(&name))?;
            }
        }
    }
    Ok(Command::Help(topic))
}

#[cfg(test)]
mod tests;
