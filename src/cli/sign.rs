//! `sign`: one more signature under a submission.

use std::io;

use chrono::Utc;

use super::arguments::Sign;
use super::failure::Failure;
use super::{Exit, Terminal, signer, trusted, verify};
use crate::export::outputs;
use crate::i18n::cli as messages;
use crate::response::hex;
use crate::storage::{self, StorageError};
use crate::submission::account::answered;
use crate::submission::adding::ToSign;
use crate::submission::canonical::sha256;
use crate::submission::jws::Signer;
use crate::submission::key_source::OpenedKey;
use crate::submission::verify::{ClaimedSignature, Policy, Trust, open};

pub(super) fn run(sign: &Sign, terminal: &mut Terminal<'_>) -> Result<Exit, Failure> {
    if !sign.force && storage::exists(&sign.output) {
        let path = sign.output.clone();
        return Err(StorageError::Exists { path }.into());
    }
    let to_sign = opened(sign, terminal)?;
    tell_earlier(&to_sign, terminal)?;
    let OpenedKey { key, holder } =
        signer::open(&sign.signing, sign.passphrase_file.as_deref(), terminal)?;
    let signer = Signer {
        role: holder.role,
        name: holder.name.clone(),
    };
    let now = terminal.surroundings.now.with_timezone(&Utc);
    let file = to_sign.sign(&key, &signer, now)?;
    if let Some(note) = outputs::other_organization(file.record(), &holder) {
        terminal.note(&note)?;
    }
    let bytes = file.to_bytes()?;
    storage::write_new(&sign.output, &bytes, sign.force)?;
    let bytes = storage::read_back(&sign.output, &bytes)?;
    let public = key.public_key();
    if open(&bytes, std::slice::from_ref(&public), now).is_err() {
        let path = sign.output.clone();
        return Err(Failure::NotVerified { path });
    }
    let name = sign.output.display().to_string();
    let digest = hex(&sha256(&bytes));
    terminal.say(&messages::file_written(name, bytes.len(), digest))?;
    terminal.say(&messages::signature_verified(public.kid().as_str()))?;
    terminal.say(&messages::fingerprint(
        file.record().digest().fingerprint().to_string(),
    ))?;
    Ok(Exit::Good)
}

/// Verifies what is there, as far as that can be done.
fn opened(sign: &Sign, terminal: &mut Terminal<'_>) -> Result<ToSign, Failure> {
    let file = storage::read_submission(&sign.submission)?;
    let keys = verify::public_keys(&sign.public_keys)?;
    let now = terminal.surroundings.now.with_timezone(&Utc);
    let opened = match &sign.trust {
        None => ToSign::open(&file, &keys, now),
        Some(options) => {
            let list = trusted::read(options, terminal)?;
            let trust = Trust {
                list: &list,
                keys: &keys,
                policy: Policy::default(),
                registered: &[],
                roots: None,
            };
            ToSign::open_trusted(&file, &trust, now)
        }
    };
    opened.map_err(Failure::NotToSign)
}

/// What is to be signed, and which earlier signatures were not checked.
fn tell_earlier(to_sign: &ToSign, terminal: &mut Terminal<'_>) -> io::Result<()> {
    let record = to_sign.record();
    terminal.note(&messages::answers_recorded(
        answered(record.record()),
        record.record().answer_count,
    ))?;
    for signature in to_sign.signatures() {
        match signature {
            ClaimedSignature::Good(good) => terminal.note(&good.message())?,
            ClaimedSignature::Unchecked(claim) => {
                let (name, kid) = (claim.name.as_str(), claim.kid.as_str());
                terminal.note(&messages::signer_unchecked(name, kid))?;
            }
        }
    }
    Ok(())
}
