//! Warnings that somebody lets stand.

use super::{Dialog, Moment, Session};
use crate::response::Edit;
use crate::rules::{Finding, Severity};

impl Session {
    /// The dialog that acknowledges the warnings with these keys. A reason
    /// that was given before the answers changed stands in it again.
    #[must_use]
    pub fn acknowledging(&self, keys: Vec<String>) -> Dialog {
        let earlier = self.response.acknowledgements().iter();
        let reason = earlier
            .filter(|earlier| keys.contains(&earlier.finding))
            .map(|earlier| earlier.reason.clone())
            .find(|reason| !reason.is_empty());
        Dialog::Acknowledge {
            keys,
            reason: reason.unwrap_or_default(),
        }
    }

    /// The warnings with these keys that stand now, in the order of the list.
    pub fn warnings_of<'a>(&'a self, keys: &'a [String]) -> impl Iterator<Item = &'a Finding> {
        let warnings = self.evaluation.of(Severity::Warning);
        warnings.filter(|finding| keys.contains(&finding.key()))
    }

    /// Several warnings are acknowledged, and undone, as one change.
    pub(super) fn acknowledge(&mut self, keys: &[String], reason: &str, moment: Moment) {
        let edits: Vec<Edit> = self
            .warnings_of(keys)
            .map(|finding| finding.acknowledgement(&self.response, reason.trim()))
            .map(Edit::Acknowledge)
            .collect();
        if !edits.is_empty() {
            self.edit(Edit::Together(edits), moment);
        }
    }

    /// The warnings with these keys are open again.
    pub(super) fn take_back_acknowledgement(&mut self, keys: &[String], moment: Moment) {
        let all = self.response.acknowledgements();
        let kept = all.iter().filter(|one| !keys.contains(&one.finding));
        let kept: Vec<_> = kept.cloned().collect();
        if kept.len() < all.len() {
            self.edit(Edit::Acknowledgements(kept), moment);
        }
    }
}
