//! The terminal program: the same work as in the window, by the same functions.
//!
//! [`run`] takes the arguments and a [`Terminal`] with its two streams and
//! what it reads of the world once ([`Surroundings`]: clock, randomness,
//! language, passphrase), and returns an [`Exit`]. Each command is a module of
//! its own; help and every sentence stand in the catalogues in both languages.
//!
//! Left out on purpose: what is right or wrong with an answer
//! ([`crate::rules`]) and how files are written ([`crate::storage`]).

mod arguments;
mod blank;
mod check;
mod compare;
mod export;
mod failure;
mod import;
mod key;
mod keygen;
mod notices;
mod passphrase;
mod receipt;
mod register;
mod reprint;
mod revise;
mod sign;
mod signer;
mod surroundings;
mod terminal;
mod translate;
mod trust;
mod trusted;
mod update;
mod usage;
mod verify;

use std::ffi::OsString;

pub use surroundings::Surroundings;
pub use terminal::Terminal;

use arguments::{Command, Invocation};
use failure::Failure;

/// How a run ended. The numbers are part of the program's interface, and
/// documented in its help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Everything is good.
    Good,
    /// Errors in the answers, open warnings that were not accepted, or a file
    /// that is not verified.
    Findings,
    /// The command line is wrong.
    Usage,
    /// An input cannot be read or an output cannot be written.
    Files,
}

impl Exit {
    /// The number that the system is given.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Exit::Good => 0,
            Exit::Findings => 1,
            Exit::Usage => 2,
            Exit::Files => 3,
        }
    }
}

/// Runs one command. `arguments` are those after the program's name.
///
/// Every failure was told on the terminal when this returns.
pub fn run(arguments: impl IntoIterator<Item = OsString>, terminal: &mut Terminal<'_>) -> Exit {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    if let Some(language) = arguments::language(&arguments) {
        terminal.set_language(language);
    }
    let result = Invocation::parse(arguments)
        .map_err(Failure::from)
        .and_then(|invocation| dispatch(&invocation.command, terminal));
    let told = match result {
        Ok(exit) => terminal.flush().map(|()| exit),
        Err(failure) => failure.tell(terminal),
    };
    // Nobody is left to be told when the terminal itself is gone.
    told.unwrap_or(Exit::Files)
}

fn dispatch(command: &Command, terminal: &mut Terminal<'_>) -> Result<Exit, Failure> {
    match command {
        Command::Help(topic) => {
            terminal.say(&topic.help())?;
            Ok(Exit::Good)
        }
        Command::Version => {
            terminal.line(concat!("probitas-cli ", env!("CARGO_PKG_VERSION")))?;
            Ok(Exit::Good)
        }
        Command::Blank(blank) => blank::run(blank, terminal),
        Command::Import(import) => import::run(import, terminal),
        Command::Check(check) => check::run(check, terminal),
        Command::Keygen(keygen) => keygen::run(keygen, terminal),
        Command::Key(action) => key::run(action, terminal),
        Command::Export(export) => export::run(export, terminal),
        Command::Verify(verify) => verify::run(verify, terminal),
        Command::Sign(sign) => sign::run(sign, terminal),
        Command::Revise(revise) => revise::run(revise, terminal),
        Command::Compare(compare) => compare::run(compare, terminal),
        Command::Translate(translate) => translate::run(translate, terminal),
        Command::Trust(action) => trust::run(action, terminal),
        Command::Register(action) => register::run(action, terminal),
        Command::Update(update) => update::run(update, terminal),
        Command::Receipt(receipt) => receipt::run(receipt, terminal),
        Command::Notices => notices::run(terminal),
    }
}
