//! A trust list that was named at the command line, with its pinned keys.

use std::path::Path;

use chrono::Utc;
use serde::{Deserialize, Serialize};

use super::arguments::TrustOptions;
use super::failure::Failure;
use super::{Terminal, verify};
use crate::i18n::trust as words;
use crate::storage;
use crate::submission::trust::{SeenList, VerifiedTrustList, verify_list};

const SEEN_FORMAT: &str = "probitas-trust-seen/1";

/// What is remembered of the newest list from one run to the next.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct SeenFile {
    format: String,
    seen: SeenList,
}

/// Reads and verifies a trust list, and remembers it where that was asked for.
pub(super) fn read(
    options: &TrustOptions,
    terminal: &mut Terminal<'_>,
) -> Result<VerifiedTrustList, Failure> {
    let file = storage::read_submission(&options.list)?;
    let pins = verify::public_keys(&options.pins)?;
    let seen = match &options.seen {
        Some(path) => read_seen(path)?,
        None => None,
    };
    let now = terminal.surroundings.now.with_timezone(&Utc);
    let list = verify_list(&file, &pins, seen.as_ref(), now).map_err(Failure::TrustList)?;
    if let Some(path) = &options.seen {
        // Somebody else may have seen a newer one meanwhile.
        let newest = read_seen(path)?;
        if newest.is_none_or(|newest| newest.sequence < list.seen().sequence) {
            write_seen(path, list.seen())?;
        }
    }
    Ok(list)
}

/// What was seen before; nothing where there is no such file yet.
fn read_seen(path: &Path) -> Result<Option<SeenList>, Failure> {
    if !storage::exists(path) {
        return Ok(None);
    }
    let text = storage::read_key_file(path)?;
    let seen: Option<SeenFile> = serde_json::from_slice(&text).ok();
    let seen = seen.filter(|seen| seen.format == SEEN_FORMAT);
    let seen = seen.ok_or_else(|| Failure::SeenFile(path.to_path_buf()))?;
    Ok(Some(seen.seen))
}

fn write_seen(path: &Path, seen: SeenList) -> Result<(), Failure> {
    let file = SeenFile {
        format: SEEN_FORMAT.to_owned(),
        seen,
    };
    let mut text = serde_json::to_vec(&file).map_err(std::io::Error::from)?;
    text.push(b'\n');
    storage::write_new(path, &text, true)?;
    storage::read_back(path, &text)?;
    Ok(())
}

/// One line on a list: its number, its dates, who signed it.
pub(super) fn tell(list: &VerifiedTrustList, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    let record = list.list().record();
    let offset = *terminal.surroundings.now.offset();
    let day = |moment: chrono::DateTime<Utc>| {
        let local = moment.with_timezone(&offset);
        local.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
    };
    let names: Vec<&str> = list
        .signers()
        .iter()
        .map(|signer| signer.name.as_str())
        .collect();
    terminal.say(&words::list_verified(
        record.sequence.to_string(),
        names.join(", "),
        day(record.issued),
        day(record.next_update),
    ))?;
    Ok(())
}
