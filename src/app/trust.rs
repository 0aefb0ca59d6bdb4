//! Whom an agency trusts: the list that verifying reads, and what is
//! remembered of it from one start to the next.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Session;
use crate::submission::trust::{SeenList, VerifiedTrustList};
use crate::submission::verify::Policy;
use chrono::{DateTime, Utc};

/// The trust list to verify with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrustForm {
    /// The list; blank where keys alone are given.
    pub list: String,
    /// Public keys of the agency that signed the list; blank ones do not count.
    pub pins: Vec<String>,
    /// Who has to sign. Not remembered: an exception is made anew each time.
    pub policy: Policy,
}

/// What is remembered of trust lists: paths, and which list was the newest.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct RememberedTrust {
    /// Where the list is; may be empty.
    pub list: String,
    /// Where the agency's public keys are.
    pub pins: Vec<String>,
    /// The newest list that each key of an agency signed, by its thumbprint:
    /// nobody can pass off an older one.
    pub seen: BTreeMap<String, SeenList>,
}

/// The trust list that a file was verified with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UsedList {
    /// Its number.
    pub sequence: u64,
    /// Who signed it, with the thumbprints of their keys.
    pub signers: Vec<(String, String)>,
    /// When it was issued.
    pub issued: DateTime<Utc>,
    /// Until when it is good.
    pub next_update: DateTime<Utc>,
    /// What to remember of it.
    pub seen: SeenList,
}

impl UsedList {
    /// What is told of a list.
    #[must_use]
    pub fn of(list: &VerifiedTrustList) -> Self {
        let record = list.list().record();
        let signers = list.signers().iter();
        let signers = signers.map(|signer| (signer.name.clone(), signer.kid.as_str().to_owned()));
        UsedList {
            sequence: record.sequence,
            signers: signers.collect(),
            issued: record.issued,
            next_update: record.next_update,
            seen: list.seen(),
        }
    }
}

impl TrustForm {
    /// Whether a list is named.
    #[must_use]
    pub fn is_used(&self) -> bool {
        !self.list.trim().is_empty()
    }

    /// The agency's keys with a blank one at the end, to be filled in.
    #[must_use]
    pub fn pins_to_fill(&self) -> Vec<String> {
        to_fill(&self.pins)
    }

    /// Sets one of [`Self::pins_to_fill`].
    pub fn set_pin(&mut self, index: usize, path: String) {
        set(&mut self.pins, index, path);
    }
}

/// Those that are not blank, and a blank one.
pub(super) fn to_fill(paths: &[String]) -> Vec<String> {
    let filled = paths.iter().filter(|path| !path.trim().is_empty());
    filled.cloned().chain([String::new()]).collect()
}

/// Sets one of those that [`to_fill`] gave.
pub(super) fn set(paths: &mut Vec<String>, index: usize, path: String) {
    *paths = to_fill(paths);
    if let Some(old) = paths.get_mut(index) {
        *old = path;
    }
}

impl Session {
    /// The trust list that was used last, with the rule for most submissions.
    #[must_use]
    pub fn trust_form(&self) -> TrustForm {
        let remembered = &self.preferences().trust;
        TrustForm {
            list: remembered.list.clone(),
            pins: remembered.pins.clone(),
            policy: Policy::default(),
        }
    }

    /// Remembers where the list is, and which one it was.
    pub(super) fn remember_trust(&mut self, form: &TrustForm, used: Option<&UsedList>) {
        let mut trust = self.preferences().trust.clone();
        trust.list.clone_from(&form.list);
        trust.pins.clone_from(&form.pins);
        trust.pins.retain(|pin| !pin.trim().is_empty());
        if let Some(used) = used {
            for (_, key) in &used.signers {
                trust.seen.insert(key.clone(), used.seen);
            }
        }
        if trust != self.preferences().trust {
            self.preferences.value.trust = trust;
            self.write_preferences();
        }
    }
}
