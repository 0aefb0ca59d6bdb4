//! `receipt`: is a receipt what the agency signed, and for which submission?

use chrono::Utc;

use super::arguments::Receipt;
use super::failure::Failure;
use super::{Exit, Terminal, verify};
use crate::i18n::{MessagePair, register as words};
use crate::storage;
use crate::submission::copy::HandedIn;
use crate::submission::register::receipt;
use crate::submission::verify::{Verification, read_unverified};

pub(super) fn run(arguments: &Receipt, terminal: &mut Terminal<'_>) -> Result<Exit, Failure> {
    let file = storage::read_submission(&arguments.file)?;
    let pins = verify::public_keys(&arguments.pins)?;
    let now = terminal.surroundings.now.with_timezone(&Utc);
    let receipt = receipt::verify(&file, &pins, now).map_err(Failure::ReceiptRefused)?;
    for line in receipt.account() {
        terminal.say(&line)?;
    }
    let Some(path) = &arguments.submission else {
        return Ok(Exit::Good);
    };
    let file = storage::read_handed_in(path)?;
    let refused = |found| Failure::NotToSign(Box::new(found));
    let handed_in = HandedIn::of(&file).map_err(refused)?;
    let record = read_unverified(&handed_in.submission)
        .map_err(|reasons| refused(Verification::NotVerified(reasons)))?;
    let name = path.display().to_string();
    if record.digest() == receipt.record().submission.digest {
        terminal.say(&words::receipt_matches(name))?;
        return Ok(Exit::Good);
    }
    terminal.note_pair(&MessagePair::new(
        words::err_receipt_other_submission(name),
        words::hint_receipt_other_submission(),
    ))?;
    Ok(Exit::Findings)
}
