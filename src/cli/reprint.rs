//! `export` of a submission: its copies, made again from the record.

use std::path::Path;

use chrono::Utc;

use super::arguments::{Export, Marked, SigningSource, Topic};
use super::export::{answers_recorded, write_all};
use super::failure::Failure;
use super::usage::{UsageError, UsageFault};
use super::{Exit, Terminal, verify};
use crate::export::outputs::{Source, Wanted};
use crate::i18n::cli as messages;
use crate::report::{Content, Edition};
use crate::response::AnswerLanguages;
use crate::submission::key::PublicKey;
use crate::submission::restored::Restored;
use crate::submission::verify::{ClaimedSignature, OpenedSubmission, open};

pub(super) fn run(
    export: &Export,
    json: &[u8],
    terminal: &mut Terminal<'_>,
) -> Result<Exit, Failure> {
    refuse_signing(export)?;
    let keys = export.public_keys.iter();
    let keys = keys.map(|path: &std::path::PathBuf| verify::public_key(Path::new(path)));
    let keys = keys.collect::<Result<Vec<PublicKey>, Failure>>()?;
    let now = terminal.surroundings.now.with_timezone(&Utc);
    let opened = match open(json, &keys, now) {
        Ok(opened) => opened,
        Err(found) => {
            verify::tell(&found.account(), terminal)?;
            terminal.note(&messages::no_copy())?;
            return Ok(Exit::Findings);
        }
    };
    let restored = Restored::of(opened.record())?;
    let wanted = wanted(export);
    if wanted.drops_marking(&restored.response) && export.marked == Marked::Refused {
        return Err(Failure::Marked(restored.response.marking()));
    }
    let content = Content {
        shipped: restored.shipped,
        response: &restored.response,
        evaluation: &restored.evaluation,
    };
    let digest = opened.record().digest();
    let edition = Edition::of(&opened, &digest);
    let source = Source::Submission { json, edition };
    write_all(export, wanted, content, source.state(), &source, terminal)?;
    terminal.say(&messages::fingerprint(digest.fingerprint().to_string()))?;
    answers_recorded(opened.record().record(), terminal)?;
    tell_signatures(&opened, terminal)?;
    Ok(Exit::Good)
}

/// A submission is printed as it is: only a draft is signed.
fn refuse_signing(export: &Export) -> Result<(), Failure> {
    let given = [
        (export.signing.is_some(), signing_option(export)),
        (export.passphrase_file.is_some(), "--passphrase-file"),
        (export.accept_warnings, "--accept-warnings"),
    ];
    match given.into_iter().find(|(given, _)| *given) {
        Some((_, option)) => {
            let fault = UsageFault::OnlyForDraft(option);
            Err(UsageError::new(Topic::Export, fault).into())
        }
        None => Ok(()),
    }
}

/// The option that names the key.
fn signing_option(export: &Export) -> &'static str {
    match export.signing.as_ref().map(|signing| &signing.source) {
        Some(SigningSource::Certificate(_)) => "--certificate",
        Some(SigningSource::Token(_)) => "--token",
        Some(SigningSource::KeyFile(_)) | None => "--key",
    }
}

/// What the command line asks for; if nothing, a PDF in both languages. The
/// submission itself is there already.
fn wanted(export: &Export) -> Wanted {
    let asked = super::export::asked(export);
    if asked.is_nothing() {
        Wanted {
            pdf: Some(AnswerLanguages::Both),
            ..asked
        }
    } else {
        asked
    }
}

fn tell_signatures(opened: &OpenedSubmission, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    match opened {
        OpenedSubmission::Verified(verified) => {
            for signature in verified.signatures() {
                terminal.say(&signature.message())?;
            }
        }
        OpenedSubmission::Unchecked(unchecked) => {
            for signature in unchecked.signatures() {
                terminal.say(&match signature {
                    ClaimedSignature::Good(good) => good.message(),
                    ClaimedSignature::Unchecked(claim) => {
                        messages::signer_unchecked(claim.name.as_str(), claim.kid.as_str())
                    }
                })?;
            }
        }
        OpenedSubmission::Unsigned(_) => terminal.say(&messages::not_signed())?,
    }
    Ok(())
}
