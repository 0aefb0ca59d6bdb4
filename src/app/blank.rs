//! The blank form, which is filled in on paper.

use std::path::PathBuf;

use super::files::typed_path;
use super::job::{BlankFailure, BlankJob, Job};
use super::{Dialog, Session, Status};
use crate::export::layout::TypeSize;
use crate::i18n::printing as say;
use crate::response::AnswerLanguages;

/// What a blank form needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlankForm {
    /// Where it is written, as typed.
    pub path: String,
    /// Its languages.
    pub languages: AnswerLanguages,
    /// The size of type.
    pub type_size: TypeSize,
}

impl Session {
    /// The dialog for a blank form, in the language of the window.
    #[must_use]
    pub fn blank_dialog(&self) -> Dialog {
        Dialog::Blank(BlankForm {
            path: self.suggested_blank_name(),
            languages: AnswerLanguages::only(self.language()),
            type_size: TypeSize::default(),
        })
    }

    pub(super) fn suggested_blank_name(&self) -> String {
        say::blank_file().text(self.language())
    }

    /// Writes the blank form; over a file that is there only where `replace` says so.
    pub(super) fn write_blank(&mut self, form: BlankForm, replace: bool) {
        let Some(path) = typed_path(&form.path) else {
            self.dialog = Some(Dialog::Blank(form));
            return;
        };
        let path = if path.extension().is_some() {
            path
        } else {
            path.with_extension("pdf")
        };
        self.work(Job::WriteBlank(Box::new(BlankJob {
            path: self.absolute(path),
            shipped: self.newest_form(),
            languages: form.languages,
            settings: self.blank_settings(&form),
            replace,
        })));
    }

    /// A blank form was written, or something was in the way.
    pub(super) fn blank_written(&mut self, outcome: Result<PathBuf, BlankFailure>) {
        match (outcome, self.confirmed.take()) {
            (Ok(path), _) => {
                let message = say::status_blank(path.display().to_string());
                self.status = Some(Status::done(message));
            }
            (Err(BlankFailure::Exists(_)), Some(Dialog::Blank(form))) => {
                self.status = None;
                self.open_dialog(Dialog::ReplaceBlank(form));
            }
            (Err(failure), dialog) => {
                self.confirmed = dialog;
                self.fail(failure.message());
            }
        }
    }
}
