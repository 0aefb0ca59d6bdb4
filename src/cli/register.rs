//! `register`: an agency begins and shows its register, records an approval by
//! hand and makes receipts. What is received is entered by `verify --record`.

use chrono::{DateTime, SecondsFormat, Utc};

use super::arguments::{PaperApproval, ReceiptMaking, RegisterAction};
use super::failure::Failure;
use super::{Exit, Terminal, passphrase};
use crate::i18n::{cli as messages, register as words};
use crate::storage::{self, StorageError};
use crate::submission::fingerprint::Fingerprint;
use crate::submission::key_file::KeyFile;
use crate::submission::register::receipt::{self, ReceiptRecord, ReceivedApproval};
use crate::submission::register::{
    Ending, Event, FiledSignature, Register, RegisterRefusal, Registered,
};

pub(super) fn run(action: &RegisterAction, terminal: &mut Terminal<'_>) -> Result<Exit, Failure> {
    let now = terminal.surroundings.now.with_timezone(&Utc);
    match action {
        RegisterAction::New { folder, audience } => {
            let register = Register::begin(audience, now)?;
            storage::begin_register(folder, &register).map_err(|error| match error {
                // None is ever replaced, not even when told.
                StorageError::Exists { .. } => RegisterRefusal::BegunTwice.into(),
                error => Failure::from(error),
            })?;
            terminal.say(&words::register_begun(folder.display().to_string()))?;
            tell_head(&register, terminal)?;
        }
        RegisterAction::Show { folder } => show(&storage::read_register(folder)?, terminal)?,
        RegisterAction::ApproveOnPaper(approval) => approve(approval, now, terminal)?,
        RegisterAction::Receipt(making) => make_receipt(making, now, terminal)?,
    }
    Ok(Exit::Good)
}

fn approve(
    approval: &PaperApproval,
    now: DateTime<Utc>,
    terminal: &mut Terminal<'_>,
) -> Result<(), Failure> {
    let typed: Fingerprint = approval.fingerprint.parse()?;
    let register = storage::enter_register(&approval.folder, |register| {
        let event = register.approve_on_paper(&typed, approval.seen, &approval.officer, now)?;
        Ok::<_, Failure>(register.enter(event, now)?)
    })?;
    if let Some(found) = register.find(&typed) {
        note_newer(&register, &found, terminal)?;
    }
    if let Some(last) = register.links().last() {
        tell_event(
            &last.entry.event,
            last.entry.number,
            last.entry.at,
            terminal,
        )?;
    }
    tell_head(&register, terminal)
}

/// Says beside the results that a later revision counts in its place.
fn note_newer(
    register: &Register,
    found: &Registered<'_>,
    terminal: &mut Terminal<'_>,
) -> Result<(), Failure> {
    if let Some((link, newer)) = register.newer(&found.received.submission) {
        let (revision, number) = (newer.revision.to_string(), link.entry.number.to_string());
        terminal.note(&words::register_newer(revision, number))?;
    }
    Ok(())
}

fn make_receipt(
    making: &ReceiptMaking,
    now: DateTime<Utc>,
    terminal: &mut Terminal<'_>,
) -> Result<(), Failure> {
    if !making.force && storage::exists(&making.output) {
        let path = making.output.clone();
        return Err(StorageError::Exists { path }.into());
    }
    let typed: Fingerprint = making.fingerprint.parse()?;
    let register = storage::read_register(&making.folder)?;
    note_ending(&register, terminal)?;
    let found = register.find(&typed).ok_or(RegisterRefusal::NotReceived)?;
    note_newer(&register, &found, terminal)?;
    let record = ReceiptRecord::of(register.audience(), &found);
    let key_file = KeyFile::parse(&storage::read_key_file(&making.key)?)?;
    let passphrase = passphrase::existing(making.passphrase_file.as_deref(), terminal)?;
    terminal.note(&messages::progress_opening_key())?;
    let key = key_file.open(&passphrase)?;
    let bytes = record.sign(&key, &key_file.holder().name, now)?;
    storage::write_new(&making.output, &bytes, making.force)?;
    let bytes = storage::read_back(&making.output, &bytes)?;
    let verified = receipt::verify(&bytes, &[key.public_key()], now);
    let verified = verified.map_err(Failure::ReceiptRefused)?;
    terminal.say(&words::receipt_written(making.output.display().to_string()))?;
    for line in verified.account() {
        terminal.say(&line)?;
    }
    Ok(())
}

fn show(register: &Register, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    note_ending(register, terminal)?;
    let names = register.audience().join(" / ");
    terminal.say(&words::register_of(
        names,
        register.links().len().to_string(),
    ))?;
    for link in register.links() {
        let entry = &link.entry;
        tell_event(&entry.event, entry.number, entry.at, terminal)?;
        if let Event::Received(received) = &entry.event
            && let Some(found) = register.received(&received.submission.digest)
        {
            let approval = ReceivedApproval::from(found.approval).message();
            terminal.say(&words::register_entry_approval(approval))?;
        }
    }
    tell_head(register, terminal)
}

fn tell_event(
    event: &Event,
    number: u64,
    at: DateTime<Utc>,
    terminal: &mut Terminal<'_>,
) -> Result<(), Failure> {
    let (number, at) = (number.to_string(), moment(at, terminal));
    match event {
        Event::Opened(_) => {}
        Event::Received(received) => {
            let submission = &received.submission;
            terminal.say(&words::register_entry_received(
                number,
                at,
                submission.organization_id.as_str(),
                submission.cycle.as_str(),
                submission.questionnaire.as_str(),
                submission.revision.to_string(),
            ))?;
            let fingerprint = submission.digest.fingerprint().to_string();
            terminal.say(&words::register_entry_fingerprint(fingerprint))?;
            tell_signers(&received.signatures, terminal)?;
        }
        Event::SignaturesAdded(added) => {
            terminal.say(&words::register_entry_signatures(number, at))?;
            let fingerprint = added.digest.fingerprint().to_string();
            terminal.say(&words::register_entry_fingerprint(fingerprint))?;
            tell_signers(&added.signatures, terminal)?;
        }
        Event::ApprovedOnPaper(approved) => {
            let (seen, officer) = (approved.seen.to_string(), approved.officer.as_str());
            terminal.say(&words::register_entry_approved(number, at, seen, officer))?;
            let fingerprint = approved.fingerprint.as_str();
            terminal.say(&words::register_entry_fingerprint(fingerprint))?;
        }
    }
    Ok(())
}

fn tell_signers(signatures: &[FiledSignature], terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    for signature in signatures {
        let role = signature.role.in_words();
        terminal.say(&words::register_entry_signed(signature.name.as_str(), role))?;
    }
    Ok(())
}

fn tell_head(register: &Register, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    let number = register.links().len().to_string();
    terminal.say(&words::register_head(number, register.head().hex()))?;
    Ok(())
}

/// Tells of a last line that was not written to its end.
pub(super) fn note_ending(register: &Register, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    match register.ending() {
        Ending::Whole => {}
        Ending::Open => terminal.note(&words::register_open_line())?,
        Ending::Torn { size_bytes } => {
            terminal.note(&words::register_torn_line(size_bytes.to_string()))?;
        }
    }
    Ok(())
}

/// A moment where the terminal stands.
pub(super) fn moment(at: DateTime<Utc>, terminal: &Terminal<'_>) -> String {
    let local = at.with_timezone(terminal.surroundings.now.offset());
    local.to_rfc3339_opts(SecondsFormat::Secs, true)
}
