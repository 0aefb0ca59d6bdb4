//! Writing the files: what is asked for, and what comes of it.

use std::path::PathBuf;

use super::{Running, typed_folder};
use crate::app::job::{Control, ExportFailure, ExportJob, Exported, Job};
use crate::app::{Dialog, Moment, Request, Session, Status};
use crate::export::name::OutputState;
use crate::i18n::{Message, MessagePair, sign_off as say};
use crate::storage::{Shown, StorageError};

impl Session {
    /// What was written last.
    #[must_use]
    pub fn exported(&self) -> Option<&Exported> {
        self.sign_off.exported.as_ref().map(|(_, files)| &**files)
    }

    /// Whether the response was changed since files were written.
    #[must_use]
    pub fn is_export_outdated(&self) -> bool {
        let exported = self.sign_off.exported.as_ref();
        exported.is_some_and(|(basis, _)| *basis != self.basis())
    }

    /// Writes the files; asks first where something among them is made to be
    /// published and leaves the security marking out.
    pub(in crate::app) fn export(&mut self, moment: Moment) {
        if self.planned().wanted.drops_marking(&self.response) {
            self.open_dialog(Dialog::WithoutMarking);
        } else {
            self.write_files(false, moment);
        }
    }

    /// Writes the files; those that are there already only where `replace` says so.
    pub(in crate::app) fn write_files(&mut self, replace: bool, moment: Moment) {
        if self.sign_off.running.is_some() {
            return;
        }
        let Some(folder) = typed_folder(&self.export_folder()) else {
            let pair = MessagePair::new(say::err_no_folder(), say::hint_no_folder());
            self.status = Some(pair.into());
            return;
        };
        let folder = self.absolute(folder);
        let planned = self.planned();
        if planned.files.is_empty() {
            return;
        }
        if self.is_read_only() && planned.state != OutputState::Draft {
            // What this version cannot read must not be left out under a signature.
            let path = self.path().map(PathBuf::from).unwrap_or_default();
            self.status = Some(StorageError::NewerDraft { path }.message().into());
            return;
        }
        let control = Control::default();
        self.sign_off.running = Some(Running {
            basis: self.basis(),
            control: control.clone(),
        });
        self.work(Job::Export(Box::new(ExportJob {
            folder,
            shipped: self.shipped,
            response: self.response.clone(),
            planned,
            replace,
            now: moment.now,
            key: self.key.clone(),
            control,
        })));
    }

    /// Asks the export that is under way to stop before its next file.
    pub(in crate::app) fn stop_export(&mut self) {
        if let Some(running) = &self.sign_off.running {
            running.control.stop();
        }
    }

    pub(in crate::app) fn export_ended(
        &mut self,
        outcome: Result<Box<Exported>, Box<ExportFailure>>,
    ) {
        let running = self.sign_off.running.take();
        match (outcome, running) {
            (Ok(exported), Some(running)) => {
                self.status = Some(Status::done(crate::i18n::window::status_exported()));
                self.sign_off.exported = Some((running.basis, exported));
                // Another one may have been set up since.
                self.request(Request::Work(Job::FindPrinter));
            }
            // It belonged to a response that was replaced since.
            (Ok(_), None) => {
                self.status = Some(Status::done(crate::i18n::window::status_exported()));
            }
            (Err(failure), _) => match *failure {
                ExportFailure::Exist(names) => {
                    self.status = None;
                    self.open_dialog(Dialog::Replace(names));
                }
                ExportFailure::Stopped { written_count } => {
                    self.status = Some(Status::done(say::status_stopped(written_count)));
                }
                ExportFailure::Failed(pair) => self.status = Some(pair.into()),
            },
        }
    }

    /// Shows a file, or the folder that it is in, with the system's programs.
    pub(in crate::app) fn show_outside(&mut self, shown: Shown) {
        self.request(Request::Work(Job::Show(shown)));
    }

    /// Puts a text on the clipboard.
    pub(in crate::app) fn copy(&mut self, what: Message, text: String) {
        self.status = Some(Status::done(say::copied(what)));
        self.request(Request::Copy(text));
    }
}
