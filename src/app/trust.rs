//! Whom an agency trusts: the list and the root certificates that verifying
//! reads, and what is remembered of them from one start to the next.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Preferable, Session};
use crate::submission::trust::{SeenList, VerifiedTrustList};
use crate::submission::verify::Policy;
use chrono::{DateTime, Utc};

/// The trust list and the root certificates to verify with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrustForm {
    /// The list; blank where keys alone are given.
    pub list: String,
    /// Public keys of the agency that signed the list; blank ones do not count.
    pub pins: Vec<String>,
    /// Root certificates to which those of signatures must lead, or folders of
    /// them; blank ones do not count.
    pub roots: Vec<String>,
    /// Revocation lists, or folders of them. They count together with roots.
    pub revocations: Vec<String>,
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
    /// Where root certificates are.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub roots: Vec<String>,
    /// Where revocation lists are.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub revocations: Vec<String>,
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

impl RememberedTrust {
    /// Remembers the newest list of a key.
    pub(super) fn remember_list(&mut self, key: &str, list: SeenList) {
        let kept = self.seen.entry(key.to_owned()).or_insert(list);
        if kept.sequence < list.sequence {
            *kept = list;
        }
    }
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

    /// The root certificates with a blank one at the end, to be filled in.
    #[must_use]
    pub fn roots_to_fill(&self) -> Vec<String> {
        to_fill(&self.roots)
    }

    /// Sets one of [`Self::roots_to_fill`].
    pub fn set_root(&mut self, index: usize, path: String) {
        set(&mut self.roots, index, path);
    }

    /// Whether certificates are checked.
    #[must_use]
    pub fn has_roots(&self) -> bool {
        self.roots.iter().any(|path| !path.trim().is_empty())
    }

    /// The revocation lists with a blank one at the end, to be filled in.
    #[must_use]
    pub fn revocations_to_fill(&self) -> Vec<String> {
        to_fill(&self.revocations)
    }

    /// Sets one of [`Self::revocations_to_fill`].
    pub fn set_revocation(&mut self, index: usize, path: String) {
        set(&mut self.revocations, index, path);
    }
}

/// Those that are not blank, and a blank one.
pub(super) fn to_fill(paths: &[String]) -> Vec<String> {
    let mut filled = not_blank(paths);
    filled.push(String::new());
    filled
}

fn not_blank(paths: &[String]) -> Vec<String> {
    let filled = paths.iter().filter(|path| !path.trim().is_empty());
    filled.cloned().collect()
}

/// Sets one of those that [`to_fill`] gave.
pub(super) fn set(paths: &mut Vec<String>, index: usize, path: String) {
    *paths = to_fill(paths);
    if let Some(old) = paths.get_mut(index) {
        *old = path;
    }
}

impl Session {
    /// The trust list that was used last, or that of the organization, with the
    /// rule for most submissions.
    #[must_use]
    pub fn trust_form(&self) -> TrustForm {
        self.preferences().trust_in_force()
    }

    /// Remembers where the list and the roots are, and which list it was. What
    /// the organization preset stays its own: it may name other files one day.
    pub(super) fn remember_trust(&mut self, form: &TrustForm, used: Option<&UsedList>) {
        let mut trust = self.preferences().trust.clone();
        if !self.preferences().is_locked(Preferable::Trust) {
            let preset = self.preferences().policy().trust().unwrap_or_default();
            (trust.list, trust.pins) = (form.list.clone(), not_blank(&form.pins));
            if (&trust.list, &trust.pins) == (&preset.list, &preset.pins) {
                (trust.list, trust.pins) = Default::default();
            }
            trust.roots = not_blank(&form.roots);
            trust.revocations = not_blank(&form.revocations);
            if (&trust.roots, &trust.revocations) == (&preset.roots, &preset.revocations) {
                (trust.roots, trust.revocations) = Default::default();
            }
        }
        if let Some(used) = used {
            for (_, key) in &used.signers {
                trust.remember_list(key, used.seen);
            }
        }
        if trust != self.preferences().trust {
            self.preferences.value.trust = trust;
            self.write_preferences();
        }
    }
}
