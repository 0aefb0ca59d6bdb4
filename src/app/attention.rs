//! Which findings are shown already.
//!
//! The rule, for every finding at every one of its places:
//!
//! 1. Nothing is shown of a place where nobody has been. Somebody has been at
//!    a place who left it, chose an option there, or decided there not to
//!    answer; an answer that a draft brought along counts too.
//! 2. While somebody writes at a place, what was shown there when the writing
//!    began is shown as long as it is true: it goes as soon as it is mended,
//!    and is back at once where it comes true again. What is new there waits
//!    until the place is left.
//! 3. Elsewhere a finding is shown as soon as it is true: nobody is at work on
//!    what it is about.
//! 4. An item that begins to be expected is one where nobody has been, even
//!    where somebody had been there before, or after a check of everything: a
//!    follow-up never begins in error.
//! 5. After a check of everything somebody has been everywhere.

use std::collections::BTreeSet;

use crate::questionnaire::{ItemId, Questionnaire};
use crate::response::{Place, QuestionnaireResponse};
use crate::rules::{Evaluation, Finding};

/// Where somebody has been, and where somebody writes: nothing is shown of
/// other places, so that an empty form is no list of reproaches.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attention {
    visited: BTreeSet<Place>,
    /// Whether everything was checked.
    checked: bool,
    /// What began to be expected since, and was not visited yet.
    appeared: BTreeSet<Place>,
    writing: Option<Writing>,
}

/// Somebody writes at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Writing {
    place: Place,
    /// The findings that were shown there when the writing began, by their keys.
    known: BTreeSet<String>,
}

impl Attention {
    /// The attention for a response that was opened: whatever is answered
    /// there counts as visited.
    #[must_use]
    pub fn of(questionnaire: &Questionnaire, response: &QuestionnaireResponse) -> Self {
        let mut visited: BTreeSet<Place> = questionnaire
            .items()
            .filter(|item| response.answer(&item.id).is_some())
            .map(|item| Place::Item(item.id.clone()))
            .collect();
        if !response.unplaced().is_empty() {
            visited.insert(Place::Unplaced);
        }
        Attention {
            visited,
            ..Attention::default()
        }
    }

    /// Somebody has been here.
    pub fn leave(&mut self, place: Place) {
        if self
            .writing
            .as_ref()
            .is_some_and(|writing| writing.place == place)
        {
            self.writing = None;
        }
        self.appeared.remove(&place);
        self.visited.insert(place);
    }

    /// Somebody is about to change a text here; `evaluation` is that of the
    /// text as it still is.
    pub fn write(&mut self, place: &Place, evaluation: &Evaluation) {
        if self
            .writing
            .as_ref()
            .is_some_and(|writing| writing.place == *place)
        {
            return;
        }
        self.settle();
        let shown = evaluation
            .at(place)
            .filter(|finding| self.shows(finding, place));
        let known = shown.map(Finding::key).collect();
        let place = place.clone();
        self.writing = Some(Writing { place, known });
    }

    /// Nobody writes any more: the place of the writing was left.
    pub fn settle(&mut self) {
        if let Some(writing) = self.writing.take() {
            self.leave(writing.place);
        }
    }

    /// An answer is expected here now, and was not before.
    pub fn appear(&mut self, item: &ItemId) {
        let place = Place::Item(item.clone());
        self.visited.remove(&place);
        self.appeared.insert(place);
    }

    /// Everything is shown from now on.
    pub fn check_all(&mut self) {
        self.settle();
        self.appeared.clear();
        self.checked = true;
    }

    /// Whether everything is shown.
    #[must_use]
    pub fn is_everywhere(&self) -> bool {
        self.checked && self.appeared.is_empty()
    }

    /// Whether a finding is shown at one of its places.
    #[must_use]
    pub fn shows(&self, finding: &Finding, place: &Place) -> bool {
        if !finding.places.contains(place) {
            return false;
        }
        match &self.writing {
            Some(writing) if writing.place == *place => writing.known.contains(&finding.key()),
            _ if self.appeared.contains(place) => false,
            _ => self.checked || self.visited.contains(place),
        }
    }
}
