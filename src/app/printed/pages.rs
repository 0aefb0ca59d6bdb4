//! The pages of the document, and what is selected on them.

use std::sync::Arc;

use super::Printed;
use crate::app::job::Job;
use crate::app::{Request, Session};
use crate::export::layout::{Layout, Position, Reading, Sheet};
use crate::report::document::Document;

/// Pages that were laid out.
#[derive(Debug)]
pub struct PrintedPages {
    /// Which document it was.
    pub(super) number: u64,
    /// The pages.
    pub layout: Layout,
    /// Their text.
    pub reading: Reading,
}

/// What is needed to lay pages out.
#[derive(Debug)]
pub struct LayOutJob {
    number: u64,
    document: Arc<Document>,
    sheet: Sheet,
}

impl LayOutJob {
    /// Does the work.
    #[must_use]
    pub fn run(self) -> PrintedPages {
        let layout = Layout::on(&self.document, self.sheet);
        PrintedPages {
            number: self.number,
            reading: Reading::of(&layout),
            layout,
        }
    }
}

impl PrintedPages {
    /// Which document it was: grows with every change.
    #[must_use]
    pub fn number(&self) -> u64 {
        self.number
    }
}

impl Printed {
    /// The pages that are shown: those of the document, or of the one before
    /// while they are being laid out. None at the very beginning.
    #[must_use]
    pub fn pages(&self) -> Option<&PrintedPages> {
        self.pages.as_deref()
    }

    /// Whether the pages that are shown are those of the document.
    #[must_use]
    pub fn is_laid_out(&self) -> bool {
        let number = self.pages.as_ref().map(|pages| pages.number);
        number == Some(self.number)
    }

    /// Pages were laid out; those of an earlier document are of no use.
    pub(in crate::app) fn laid_out(&mut self, pages: Arc<PrintedPages>) {
        self.laying_out = false;
        if pages.number == self.number {
            self.pages = Some(pages);
            self.selection = None;
        }
    }

    /// What is selected on the pages: where it begins, and where it ends.
    #[must_use]
    pub fn selected(&self) -> Option<(Position, Position)> {
        let (one, other) = self.selection.filter(|(one, other)| one != other)?;
        Some((one.min(other), one.max(other)))
    }

    /// Where the selection began.
    #[must_use]
    pub fn selection_start(&self) -> Option<Position> {
        self.selection.map(|(start, _)| start)
    }

    /// The selected text, as it is copied.
    #[must_use]
    pub fn selected_text(&self) -> Option<String> {
        let (from, to) = self.selected()?;
        let pages = self.pages.as_ref()?;
        Some(pages.reading.copied(from, to)).filter(|text| !text.is_empty())
    }

    pub(in crate::app) fn select(&mut self, selection: Option<(Position, Position)>) {
        self.selection = selection;
    }
}

impl Session {
    /// Lays the document out, unless that was done or is being done.
    pub(super) fn lay_out(&mut self) {
        if self.printed.laying_out || self.printed.is_laid_out() {
            return;
        }
        let Some(document) = &self.printed.document else {
            return;
        };
        let job = LayOutJob {
            number: self.printed.number,
            document: Arc::clone(document),
            sheet: self.printed.settings.sheet,
        };
        self.printed.laying_out = true;
        self.request(Request::Work(Job::LayOut(Box::new(job))));
    }
}
