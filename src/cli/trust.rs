//! `trust`: an agency makes, signs and shows its trust list.

use std::path::Path;

use chrono::{DateTime, Datelike as _, FixedOffset, NaiveTime, SecondsFormat, TimeDelta, Utc};

use super::arguments::{TrustAction, TrustAdd, TrustRevoke, TrustShow, TrustSign};
use super::failure::Failure;
use super::{Exit, Terminal, passphrase, trusted, verify};
use crate::i18n::{cli as messages, trust as words};
use crate::storage::{self, StorageError};
use crate::submission::key_file::KeyFile;
use crate::submission::trust::{ListedKey, NewKey, TrustFile, TrustList, TrustRecord, verify_list};

/// For how long a key counts where nothing else was said.
const USUAL_DAYS: i64 = 730;

pub(super) fn run(action: &TrustAction, terminal: &mut Terminal<'_>) -> Result<Exit, Failure> {
    match action {
        TrustAction::New { output } => new(output, terminal),
        TrustAction::Add(add) => self::add(add, terminal),
        TrustAction::Revoke(revoke) => self::revoke(revoke, terminal),
        TrustAction::Sign(sign) => self::sign(sign, terminal),
        TrustAction::Show(show) => self::show(show, terminal),
    }
}

fn new(output: &Path, terminal: &mut Terminal<'_>) -> Result<Exit, Failure> {
    let record = TrustRecord::empty(terminal.surroundings.now.with_timezone(&Utc));
    write(output, &TrustFile::unsigned(TrustList::new(record)?), false)?;
    terminal.say(&words::draft_written(shown(output)))?;
    Ok(Exit::Good)
}

fn add(add: &TrustAdd, terminal: &mut Terminal<'_>) -> Result<Exit, Failure> {
    let mut record = read(&add.list)?;
    let now = terminal.surroundings.now;
    let from = match &add.from {
        Some(date) => date.beginning(now),
        None => now.with_timezone(&Utc),
    };
    let until = match &add.until {
        Some(date) => date.end(now),
        None => from + TimeDelta::days(USUAL_DAYS),
    };
    record.add(NewKey {
        key: verify::public_key(&add.key)?,
        organization_id: add.organization_id.clone(),
        person: add.person.clone(),
        roles: add.roles.clone(),
        from,
        until,
    })?;
    let file = TrustFile::unsigned(TrustList::new(record)?);
    write(&add.list, &file, true)?;
    if let Some(entry) = file.list().record().keys.last() {
        tell_entry(entry, terminal)?;
    }
    terminal.say(&words::to_be_signed())?;
    Ok(Exit::Good)
}

fn revoke(revoke: &TrustRevoke, terminal: &mut Terminal<'_>) -> Result<Exit, Failure> {
    let mut record = read(&revoke.list)?;
    let now = terminal.surroundings.now;
    let at = match &revoke.at {
        Some(date) => date.beginning(now),
        None => now.with_timezone(&Utc),
    };
    record.revoke(&revoke.kid, revoke.reason, at)?;
    let file = TrustFile::unsigned(TrustList::new(record)?);
    write(&revoke.list, &file, true)?;
    if let Some((entry, _)) = file.list().find(&revoke.kid) {
        tell_entry(entry, terminal)?;
    }
    terminal.say(&words::to_be_signed())?;
    Ok(Exit::Good)
}

fn sign(sign: &TrustSign, terminal: &mut Terminal<'_>) -> Result<Exit, Failure> {
    if !sign.force && storage::exists(&sign.output) {
        let path = sign.output.clone();
        return Err(StorageError::Exists { path }.into());
    }
    // Whoever has no list is not asked for a passphrase.
    read(&sign.list)?;
    let key_file = KeyFile::parse(&storage::read_key_file(&sign.key)?)?;
    let passphrase = passphrase::existing(sign.passphrase_file.as_deref(), terminal)?;
    terminal.note(&messages::progress_opening_key())?;
    let key = key_file.open(&passphrase)?;
    let now = terminal.surroundings.now.with_timezone(&Utc);
    // As it is now: a key may have been revoked while the passphrase was typed.
    let record = read(&sign.list)?;
    let record = record.issue(now, now + TimeDelta::days(i64::from(sign.days)));
    let mut file = TrustFile::unsigned(TrustList::new(record)?);
    // First the draft: should the list not be written, a number is skipped,
    // but none is ever given to two lists.
    write(&sign.list, &file, true)?;
    file.sign(&key, &key_file.holder().name, now)?;
    let bytes = write(&sign.output, &file, sign.force)?;
    let list = verify_list(&bytes, &[key.public_key()], None, now).map_err(Failure::TrustList)?;
    terminal.say(&words::list_written(shown(&sign.output)))?;
    trusted::tell(&list, terminal)?;
    Ok(Exit::Good)
}

fn show(show: &TrustShow, terminal: &mut Terminal<'_>) -> Result<Exit, Failure> {
    let bytes = storage::read_submission(&show.list)?;
    let pins = verify::public_keys(&show.pins)?;
    let refused = |reason| Failure::TrustList(vec![reason]);
    let file = TrustFile::read(&bytes).map_err(refused)?;
    let now = terminal.surroundings.now.with_timezone(&Utc);
    let verified = match pins.as_slice() {
        [] => None,
        pins => Some(verify_list(&bytes, pins, None, now)),
    };
    let exit = match &verified {
        Some(Ok(list)) => {
            trusted::tell(list, terminal)?;
            Exit::Good
        }
        Some(Err(reasons)) => {
            terminal.note(&words::trust_list_refused())?;
            verify::note_reasons(reasons, terminal)?;
            Exit::Findings
        }
        None => {
            let sequence = file.list().record().sequence.to_string();
            terminal.say(&words::list_not_verified(sequence))?;
            Exit::Good
        }
    };
    for entry in &file.list().record().keys {
        tell_entry(entry, terminal)?;
    }
    Ok(exit)
}

/// Reads a list to change it; its signatures fall away.
fn read(path: &Path) -> Result<TrustRecord, Failure> {
    let bytes = storage::read_submission(path)?;
    let file = TrustFile::read(&bytes).map_err(|reason| Failure::TrustList(vec![reason]))?;
    Ok(file.into_record())
}

fn write(path: &Path, file: &TrustFile, force: bool) -> Result<Vec<u8>, Failure> {
    let bytes = file.to_bytes()?;
    storage::write_new(path, &bytes, force)?;
    Ok(storage::read_back(path, &bytes)?)
}

fn tell_entry(entry: &ListedKey, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    let offset = *terminal.surroundings.now.offset();
    let date = |moment: DateTime<Utc>| {
        let local = moment.with_timezone(&offset);
        local.to_rfc3339_opts(SecondsFormat::Secs, true)
    };
    let language = terminal.language();
    let roles: Vec<String> = entry
        .roles
        .iter()
        .map(|role| role.in_words().text(language))
        .collect();
    terminal.say(&words::entry(
        entry.person.as_str(),
        entry.organization_id.as_str(),
        roles.join(", "),
    ))?;
    let fingerprint = entry.kid.fingerprint().to_string();
    terminal.say(&words::entry_key(entry.kid.as_str(), fingerprint))?;
    let (from, until) = (date(entry.nbf), date(entry.exp));
    terminal.say(&words::entry_dates(entry.alg.name(), from, until))?;
    if let Some(revoked) = entry.revoked {
        let at = date(revoked.at);
        terminal.say(&words::entry_revoked(at, revoked.reason.message()))?;
    }
    Ok(())
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// A day, or a moment to the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Date {
    Day(chrono::NaiveDate),
    Moment(DateTime<FixedOffset>),
}

impl Date {
    /// `2026-03-31`, or RFC 3339; of four-digit years, so that days can be added.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let moment = DateTime::parse_from_rfc3339(text).map(Date::Moment);
        let day = || chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d").map(Date::Day);
        let date = moment.or_else(|_other| day()).ok()?;
        let year = match date {
            Date::Day(day) => day.year(),
            Date::Moment(moment) => moment.year(),
        };
        (1970..=9999).contains(&year).then_some(date)
    }

    /// The first moment of the day, where the terminal stands.
    fn beginning(self, now: DateTime<FixedOffset>) -> DateTime<Utc> {
        match self {
            Date::Moment(moment) => moment.to_utc(),
            Date::Day(day) => {
                let start = day.and_time(NaiveTime::MIN);
                let local = start.and_local_timezone(*now.offset());
                // A fixed offset has every moment once.
                local
                    .single()
                    .map_or(DateTime::UNIX_EPOCH, |local| local.to_utc())
            }
        }
    }

    /// The first moment after the day: the day itself still counts.
    fn end(self, now: DateTime<FixedOffset>) -> DateTime<Utc> {
        match self {
            Date::Moment(moment) => moment.to_utc(),
            Date::Day(_) => self.beginning(now) + TimeDelta::days(1),
        }
    }
}
