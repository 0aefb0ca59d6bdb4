//! A draft in whose place another one came, for Undo.
//!
//! An import, an example or a new form begins another draft, with a file of its
//! own. Undo brings the one before it back as it was, with its file and its own
//! steps. One is kept; drafts that are opened from files begin anew.

use std::collections::BTreeMap;

use super::saving::DraftFile;
use super::{History, Moment, Outline, Session, Status};
use crate::i18n::{Language, saving as say};
use crate::questionnaire::{ItemId, Shipped};
use crate::response::QuestionnaireResponse;

/// A draft and what belongs to it. Its lock and its place in the recovery folder
/// are given back while it is aside.
#[derive(Debug)]
pub(super) struct Aside {
    shipped: &'static Shipped,
    response: QuestionnaireResponse,
    history: History,
    outlines: BTreeMap<(ItemId, Language), Outline>,
    file: DraftFile,
}

/// The drafts before and after the one that is open.
#[derive(Debug, Default)]
pub(super) struct Asides {
    pub(super) earlier: Option<Box<Aside>>,
    pub(super) later: Option<Box<Aside>>,
}

impl Session {
    /// Whether there is something to take back: a change, or a draft before
    /// this one.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        self.history.can_undo() || self.asides.earlier.is_some()
    }

    /// Whether there is something to make again.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        self.history.can_redo() || self.asides.later.is_some()
    }

    /// Puts another draft in place of this one, which Undo brings back.
    pub(super) fn begin_other(
        &mut self,
        shipped: &'static Shipped,
        response: QuestionnaireResponse,
        file: DraftFile,
    ) {
        let aside = self.put_aside();
        self.change_file(file);
        self.replace(shipped, response);
        self.asides.earlier = Some(aside);
    }

    fn put_aside(&mut self) -> Box<Aside> {
        Box::new(Aside {
            shipped: self.shipped,
            response: self.response.clone(),
            history: std::mem::take(&mut self.history),
            outlines: std::mem::take(&mut self.outlines),
            file: self.file.without_claims(),
        })
    }

    /// Brings the draft back that was here before; not while this one is
    /// being saved.
    pub(super) fn bring_earlier_back(&mut self, moment: Moment) {
        let aside = self.asides.earlier.take_if(|_| self.file.saving.is_none());
        if let Some(aside) = aside {
            self.asides.later = Some(self.bring_back(aside, moment));
        }
    }

    /// Brings the draft back in whose place Undo put the one before it.
    pub(super) fn bring_later_back(&mut self, moment: Moment) {
        let aside = self.asides.later.take_if(|_| self.file.saving.is_none());
        if let Some(aside) = aside {
            self.asides.earlier = Some(self.bring_back(aside, moment));
        }
    }

    fn bring_back(&mut self, aside: Box<Aside>, moment: Moment) -> Box<Aside> {
        let here = self.put_aside();
        let Aside {
            shipped,
            response,
            history,
            outlines,
            file,
        } = *aside;
        self.change_file(file);
        self.replace(shipped, response);
        self.history = history;
        self.outlines = outlines;
        self.status = Some(Status::done(say::brought_back()));
        self.announce(moment);
        // What was kept for recovery was given back.
        self.changed(moment);
        here
    }
}
