//! The lines of a register and the chain of their digests.

use super::entry::{Event, Opened, RegisterEntry};
use super::rules::RegisterRefusal;
use crate::submission::canonical::{CanonicalBytes, CanonicalError, parse_strict};
use crate::submission::fingerprint::RecordDigest;
use chrono::{DateTime, SubsecRound as _, Utc};
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

/// What stands before the first entry.
const START: RecordDigest = RecordDigest::new([0; 32]);

/// How every line begins.
const HEAD: &[u8] = br#"{"entry":{"#;

/// A register that was checked as a whole, or that begins.
///
/// Guarantees: every line is in canonical form and has its digest; each names
/// that of the line before; and each was allowed by the rules when it was
/// entered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Register {
    links: Vec<Link>,
    ending: Ending,
}

/// An entry with its digest: one line of the file.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// The entry.
    pub entry: RegisterEntry,
    /// SHA-256 of the entry in canonical form.
    pub sha256: RecordDigest,
}

/// What may be entered: only the register that allows it makes one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Admitted(pub(super) Event);

/// How the file of a register ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ending {
    /// With a whole line.
    Whole,
    /// With a whole entry whose line does not end. The entry counts.
    Open,
    /// In the middle of an entry: whoever wrote it was stopped before it was
    /// safe. It does not count, and is cut off before the next one.
    Torn {
        /// How many bytes of it there are.
        size_bytes: usize,
    },
}

/// Why a register cannot be trusted.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("line {line} of the register: {fault}")]
pub struct RegisterFault {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub fault: LineFault,
}

/// What is wrong with a line of a register.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum LineFault {
    /// There is no entry that begins a register of this format.
    #[error("no register of this format")]
    OtherFormat,
    /// It is no entry in canonical form.
    #[error("no entry")]
    NoEntry,
    /// Its digest is not that of its entry: it was changed.
    #[error("entry was changed")]
    Digest,
    /// It does not follow the line before: one was removed, added or moved.
    #[error("chain is broken")]
    Chain,
    /// The rules of a register do not allow it.
    #[error("entry against the rules: {0}")]
    Rule(#[from] Box<RegisterRefusal>),
}

impl LineFault {
    /// What is wrong by name, such as `register-chain`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::OtherFormat => "register-format-other",
            Self::NoEntry => "register-no-entry",
            Self::Digest => "register-digest",
            Self::Chain => "register-chain",
            Self::Rule(_) => "register-rule",
        }
    }
}

impl Register {
    /// A register before its first entry.
    pub(super) const EMPTY: Self = Self {
        links: Vec::new(),
        ending: Ending::Whole,
    };

    /// Begins a register for the agency of these names. White space in them is
    /// made single.
    ///
    /// # Errors
    /// Where there is no name, or one cannot be printed on a line.
    pub fn begin(audience: &[String], at: DateTime<Utc>) -> Result<Self, RegisterRefusal> {
        let mut register = Self::EMPTY;
        register.enter(Admitted(Event::Opened(Opened::new(audience))), at)?;
        Ok(register)
    }

    /// Reads a register and checks it as a whole: every line, the chain, and
    /// whether the rules allowed each entry.
    ///
    /// # Errors
    /// The first line that is wrong, and why.
    pub fn read(file: &[u8]) -> Result<Self, RegisterFault> {
        let mut register = Self::EMPTY;
        let mut rest = file;
        let fault = |line, fault| RegisterFault { line, fault };
        while let Some(end) = rest.iter().position(|byte| *byte == b'\n') {
            let (line, after) = rest.split_at(end);
            let number = register.links.len() + 1;
            register.take(line).map_err(|found| fault(number, found))?;
            rest = after.get(1..).unwrap_or_default();
        }
        if !rest.is_empty() {
            register.ending = match register.take(rest) {
                Ok(()) => Ending::Open,
                Err(_) if is_torn(rest) => Ending::Torn {
                    size_bytes: rest.len(),
                },
                Err(found) => return Err(fault(register.links.len() + 1, found)),
            };
        }
        if register.links.is_empty() {
            return Err(fault(1, LineFault::OtherFormat));
        }
        Ok(register)
    }

    /// Takes a line that was read.
    fn take(&mut self, text: &[u8]) -> Result<(), LineFault> {
        let link = Link::read(text)?;
        let number = u64::try_from(self.links.len()).unwrap_or(u64::MAX);
        if link.entry.before != self.head() || link.entry.number != number.saturating_add(1) {
            return Err(LineFault::Chain);
        }
        let allowed = self.admit(&link.entry.event, link.entry.at);
        allowed.map_err(|refusal| match refusal {
            RegisterRefusal::NotBegun => LineFault::OtherFormat,
            refusal => LineFault::Rule(Box::new(refusal)),
        })?;
        self.links.push(link);
        Ok(())
    }

    /// Enters something; [`Self::last_line`] is then what the file gets. Whether
    /// the register as it stands allows it is checked here too.
    ///
    /// # Errors
    /// Where it does not.
    pub fn enter(&mut self, admitted: Admitted, at: DateTime<Utc>) -> Result<(), RegisterRefusal> {
        let Admitted(event) = admitted;
        let at = at.trunc_subsecs(0);
        self.admit(&event, at)?;
        let number = u64::try_from(self.links.len()).unwrap_or(u64::MAX);
        let entry = RegisterEntry {
            number: number.saturating_add(1),
            at,
            before: self.head(),
            event,
        };
        self.links.push(Link::of(entry)?);
        self.ending = Ending::Whole;
        Ok(())
    }

    /// The entries, in their order; at least one.
    #[must_use]
    pub fn links(&self) -> &[Link] {
        &self.links
    }

    /// Digest of the last entry: whoever notes it down notices later that
    /// lines are missing or were all written anew.
    #[must_use]
    pub fn head(&self) -> RecordDigest {
        self.links.last().map_or(START, |link| link.sha256)
    }

    /// How its file ended when it was read.
    #[must_use]
    pub const fn ending(&self) -> Ending {
        self.ending
    }

    /// The line of the last entry, with its end.
    ///
    /// # Errors
    /// Never for an entry that was read or entered.
    pub fn last_line(&self) -> Result<Vec<u8>, CanonicalError> {
        let line = CanonicalBytes::of(&self.links.last())?;
        Ok([line.as_bytes(), b"\n"].concat())
    }

    /// The names of the agency.
    #[must_use]
    pub fn audience(&self) -> &[String] {
        match self.links.first().map(|link| &link.entry.event) {
            Some(Event::Opened(opened)) => &opened.audience,
            _ => &[],
        }
    }
}

impl Link {
    fn of(entry: RegisterEntry) -> Result<Self, RegisterRefusal> {
        let unwritable = |_not_json| RegisterRefusal::Unwritable;
        let canonical = CanonicalBytes::of(&entry).map_err(unwritable)?;
        // What reading would refuse must not be written.
        parse_strict(canonical.as_bytes()).map_err(|_fault| RegisterRefusal::Unwritable)?;
        let sha256 = RecordDigest::new(canonical.sha256());
        Ok(Self { entry, sha256 })
    }

    fn read(text: &[u8]) -> Result<Self, LineFault> {
        let value = parse_strict(text).map_err(|_fault| LineFault::NoEntry)?;
        let link: Self = serde_json::from_value(value).map_err(|_members| LineFault::NoEntry)?;
        let again = Self::of(link.entry.clone()).map_err(|_impossible| LineFault::NoEntry)?;
        if again.sha256 != link.sha256 {
            return Err(LineFault::Digest);
        }
        let canonical = CanonicalBytes::of(&link).map_err(|_impossible| LineFault::NoEntry)?;
        if canonical.as_bytes() != text {
            return Err(LineFault::NoEntry);
        }
        Ok(link)
    }
}

/// Whether the end of a file is the beginning of an entry and no more. Some
/// file systems leave zeros where a write was cut off by a loss of power.
fn is_torn(tail: &[u8]) -> bool {
    let zeros = tail.iter().rev().take_while(|byte| **byte == 0).count();
    let (written, _) = tail
        .split_at_checked(tail.len().saturating_sub(zeros))
        .unwrap_or_default();
    let begins = written.starts_with(HEAD) || HEAD.starts_with(written);
    let ends_early = match serde_json::from_slice::<IgnoredAny>(written) {
        Ok(_) => false,
        Err(error) => error.is_eof(),
    };
    begins && ends_early
}
