//! A trust list among the files that are to be verified.

use super::VerifyForm;
use crate::app::comparing::file_name;
use crate::app::{Dialog, Preferable, Session};

/// A trust list that was named as if it were a submission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListAmong {
    /// The list, as it was named.
    pub list: String,
    /// What was asked for, without the list.
    pub form: VerifyForm,
    /// Whether the organization decided which list is used.
    pub is_locked: bool,
}

impl ListAmong {
    /// The list taken out of what was asked for.
    pub(in crate::app) fn of(form: VerifyForm, list: String) -> Self {
        let files = [form.file.clone()].into_iter().chain(form.more.clone());
        let mut files = files.filter(|file| *file != list);
        let form = VerifyForm {
            file: files.next().unwrap_or_default(),
            more: files.collect(),
            ..form
        };
        ListAmong {
            list,
            form,
            is_locked: false,
        }
    }

    /// The name of the list, without its folder.
    #[must_use]
    pub fn name(&self) -> String {
        file_name(&self.list)
    }

    /// The name of the list that it would take the place of.
    #[must_use]
    pub fn other(&self) -> Option<String> {
        let other = &self.form.trust.list;
        let differs = self.form.trust.is_used() && *other != self.list;
        differs.then(|| file_name(other))
    }

    /// The form that verifies with it, unless the organization named another.
    #[must_use]
    pub fn used(&self) -> VerifyForm {
        let mut form = self.form.clone();
        if !self.is_locked {
            form.trust.list.clone_from(&self.list);
        }
        form
    }
}

impl Session {
    pub(in crate::app) fn list_among(&mut self, found: ListAmong) {
        self.status = None;
        let is_locked = self.preferences().is_locked(Preferable::Trust);
        self.open_dialog(Dialog::UseList(ListAmong { is_locked, ..found }));
    }
}
