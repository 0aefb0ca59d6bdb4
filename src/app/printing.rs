//! Printing: how the pages look, and the way to the system's programs.

use std::path::PathBuf;

use super::job::{Job, PrintJob, Printout};
use super::{BlankForm, Dialog, Fold, Screen, Session, Status};
use crate::export::layout::{Sheet, TypeSize};
use crate::export::name::OutputState;
use crate::export::settings::Settings;
use crate::i18n::{Message, MessagePair, printing as say};
use crate::questionnaire::{Shipped, shipped};
use crate::report::Presentation;
use crate::storage::Shown;

impl Session {
    /// How the PDF is printed: what the person prefers on every day, and what
    /// was chosen for this response.
    #[must_use]
    pub fn print_settings(&self) -> Settings {
        let chosen = &self.sign_off.form.export;
        Settings {
            presentation: Presentation {
                scope: chosen.scope,
                summary: chosen.summary,
                options: self.preferences().shown_options(),
                arrangement: self.preferences().arrangement(),
            },
            ..self.sheet_settings(chosen.type_size)
        }
    }

    /// How the PDF of a submission that somebody sent is printed: whole, and
    /// as the person prefers on every day.
    pub(super) fn copy_settings(&self) -> Settings {
        let mut settings = self.sheet_settings(TypeSize::default());
        settings.presentation.options = self.preferences().shown_options();
        settings.presentation.arrangement = self.preferences().arrangement();
        settings
    }

    /// How a blank form is printed.
    pub(super) fn blank_settings(&self, form: &BlankForm) -> Settings {
        let mut settings = self.sheet_settings(form.type_size);
        settings.presentation.arrangement = self.preferences().arrangement();
        settings
    }

    fn sheet_settings(&self, type_size: TypeSize) -> Settings {
        let paper = self.preferences().paper();
        Settings {
            sheet: Sheet { paper, type_size },
            ..Settings::default()
        }
    }

    /// Whether the choices of how the PDF is printed are unfolded.
    #[must_use]
    pub fn is_printing_open(&self) -> bool {
        self.opened.contains(&Fold::Printing)
    }

    /// The printer that the system prints on where nobody chooses one; known
    /// once files were written.
    #[must_use]
    pub fn printer(&self) -> Option<&str> {
        self.sign_off.printer.as_deref()
    }

    /// Opens the response as it is now for printing, as a PDF. Of a submission
    /// that is shown to be approved, the PDF is made and kept.
    pub(super) fn print_now(&mut self) {
        if self.screen() == Screen::Approve
            && let Some(approval) = self.approval()
        {
            let form = approval.copy_form();
            return self.open_dialog(Dialog::MakePdf(form));
        }
        let planned = self.planned();
        let what = Printout::Response {
            shipped: self.shipped,
            response: Box::new(self.response.clone()),
            // Where no PDF is exported, there is still one to print.
            languages: planned
                .wanted
                .pdf
                .unwrap_or_else(|| self.response.answer_languages()),
            draft: self.is_read_only() || planned.state == OutputState::Draft,
        };
        self.print_out(what, self.print_settings());
    }

    /// Opens the blank form for printing.
    pub(super) fn print_blank(&mut self, form: &BlankForm) {
        self.dialog = None;
        let what = Printout::Blank {
            shipped: self.newest_form(),
            name: self.suggested_blank_name(),
            languages: form.languages,
        };
        self.print_out(what, self.blank_settings(form));
    }

    /// The questionnaire that stands last is the newest.
    pub(super) fn newest_form(&self) -> &'static Shipped {
        shipped().last().unwrap_or(self.shipped)
    }

    fn print_out(&mut self, what: Printout, settings: Settings) {
        let Some(folder) = self.preferences.places.printouts() else {
            let pair = MessagePair::new(say::err_place(), say::hint_place());
            self.status = Some(pair.into());
            return;
        };
        self.work(Job::Print(Box::new(PrintJob {
            folder,
            what,
            settings,
        })));
    }

    /// The pages are in a file, and the system shows it.
    pub(super) fn printed_out(&mut self, outcome: Result<PathBuf, MessagePair>) {
        match outcome {
            Ok(path) => self.show_outside(Shown::Document(path)),
            Err(pair) => self.status = Some(pair.into()),
        }
    }

    /// Removes what was printed at an earlier start.
    pub(super) fn clear_printouts(&mut self) {
        if let Some(folder) = self.preferences.places.printouts() {
            self.tidy(Job::ClearPrintouts(folder));
        }
    }

    /// The system was asked to show a file or to print it.
    pub(super) fn shown_outside(&mut self, shown: &Shown, outcome: Result<(), MessagePair>) {
        match outcome {
            Ok(()) => {
                if let Some(message) = told(shown) {
                    self.status = Some(Status::done(message));
                }
            }
            Err(pair) => self.status = Some(pair.into()),
        }
    }
}

/// What is told where the system did what it was asked for; a folder in front
/// of the window tells itself.
fn told(shown: &Shown) -> Option<Message> {
    match shown {
        Shown::InFolder(_) => None,
        Shown::Document(_) => Some(say::status_opened()),
        Shown::Printed { printer, .. } => Some(say::status_sent(printer.as_str())),
    }
}
