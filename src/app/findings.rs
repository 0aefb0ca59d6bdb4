//! The findings that are shown, and what is told when they come and go.

use std::collections::BTreeSet;

use super::{Session, Status, Step, Target};
use crate::i18n::{Message, form, window};
use crate::questionnaire::Role;
use crate::response::Place;
use crate::rules::{Finding, Severity, place_label};

/// What the last action brought: what a screen reader says when there is a pause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct News {
    messages: Vec<Message>,
    /// What the status line said then; a newer status is newer than this.
    beside: Option<Status>,
}

/// A finding at a place, by its key.
type Shown = BTreeSet<(Place, String)>;

impl Session {
    /// The findings that are shown at a place now.
    pub fn shown_at<'a>(&'a self, place: &'a Place) -> impl Iterator<Item = &'a Finding> {
        self.evaluation
            .at(place)
            .filter(move |finding| self.attention.shows(finding, place))
    }

    /// Every finding that is shown anywhere, with the places where it is.
    #[must_use]
    pub fn shown_findings(&self) -> Vec<(&Finding, Vec<&Place>)> {
        let shown = |finding: &Finding, place: &Place| self.attention.shows(finding, place);
        let findings = self.evaluation.findings.iter();
        findings
            .map(|finding| {
                let places = finding.places.iter();
                (
                    finding,
                    places.filter(|place| shown(finding, place)).collect(),
                )
            })
            .filter(|(_, places): &(&Finding, Vec<&Place>)| !places.is_empty())
            .collect()
    }

    /// How many errors there are, and how many open warnings.
    #[must_use]
    pub fn count_of_problems(&self) -> (usize, usize) {
        let errors = self.evaluation.of(Severity::Error).count();
        let warnings = self.evaluation.open_warnings(&self.response);
        (errors, warnings.count())
    }

    /// The newest results, for the one line that a screen reader reads out.
    #[must_use]
    pub fn newest(&self) -> Vec<&Message> {
        match (&self.news, &self.status) {
            (Some(news), status) if news.beside == *status => news.messages.iter().collect(),
            (_, Some(status)) => [&status.message].into_iter().chain(&status.hint).collect(),
            (_, None) => Vec::new(),
        }
    }

    /// Goes to the next or previous place with something to do about.
    pub(super) fn go_to_finding(&mut self, from: Option<&Place>, step: Step) {
        self.noticing(|session| session.attention.settle());
        let places = self.places_in_order();
        let here = from.and_then(|from| places.iter().position(|place| place == from));
        let count = places.len();
        let asks = |index: &usize| {
            let place = places.get(*index);
            place.is_some_and(|place| self.heaviest_at(place).is_some())
        };
        let found = match (step, here) {
            (Step::Next, None) => (0..count).find(asks),
            (Step::Previous, None) => (0..count).rev().find(asks),
            // All the way round, and last of all where the focus is already.
            (Step::Next, Some(here)) => (1..=count).map(|by| (here + by) % count).find(asks),
            (Step::Previous, Some(here)) => {
                (1..=count).map(|by| (here + count - by) % count).find(asks)
            }
        };
        match found.and_then(|index| places.get(index)) {
            Some(place) => self.go_to(Target::Place(place.clone())),
            None => self.status = Some(Status::done(form::no_findings_shown())),
        }
    }

    /// Every place, in the order of the screens.
    fn places_in_order(&self) -> Vec<Place> {
        let items = self.questionnaire().items();
        let items = items.map(|item| Place::Item(item.id.clone()));
        let people = [Role::Preparer, Role::DeputyHead].map(Place::Person);
        [Place::Organization, Place::Unplaced]
            .into_iter()
            .chain(items)
            .chain(people)
            .collect()
    }

    /// Does something, and tells which findings came and went.
    pub(super) fn noticing(&mut self, change: impl FnOnce(&mut Self)) {
        let (shown_before, status_before) = (self.all_shown(), self.status.clone());
        change(self);
        let shown = self.all_shown();
        let mut messages = Vec::new();
        let announced = self
            .status
            .as_ref()
            .filter(|_| status_before != self.status);
        messages.extend(announced.map(|status| status.message.clone()));
        messages.extend(self.tell_new(&shown, &shown_before));
        if messages.is_empty() {
            messages.extend(self.tell_mended(&shown, &shown_before));
        }
        if !messages.is_empty() {
            self.news = Some(News {
                messages,
                beside: self.status.clone(),
            });
        }
    }

    /// Tells what no status line says.
    pub(super) fn tell(&mut self, message: Message) {
        self.news = Some(News {
            messages: vec![message],
            beside: self.status.clone(),
        });
    }

    fn all_shown(&self) -> Shown {
        let shown = self.shown_findings().into_iter();
        shown
            .flat_map(|(finding, places)| {
                let key = finding.key();
                places
                    .into_iter()
                    .map(move |place| (place.clone(), key.clone()))
            })
            .collect()
    }

    /// The heaviest of the findings that are new, and how many others are.
    fn tell_new(&self, shown: &Shown, before: &Shown) -> Vec<Message> {
        let keys: BTreeSet<&String> = shown.difference(before).map(|(_, key)| key).collect();
        let mut new = self
            .evaluation
            .findings
            .iter()
            .filter(|finding| keys.contains(&finding.key()));
        let Some(finding) = new.next() else {
            return Vec::new();
        };
        let key = finding.key();
        let mut places = shown.difference(before).filter(|(_, other)| *other == key);
        let Some((place, _)) = places.next() else {
            return Vec::new();
        };
        let questionnaire = self.questionnaire();
        let severity = match finding.severity {
            Severity::Error => window::severity_error(),
            Severity::Warning => window::severity_warning(),
            Severity::Note => window::severity_note(),
        };
        let message = form::news_finding(
            place_label(questionnaire, place),
            severity,
            finding.message_at(questionnaire, place),
        );
        let others = keys.len().saturating_sub(1);
        let others = (others > 0).then(|| form::news_others(others));
        [message].into_iter().chain(others).collect()
    }

    /// That nothing is left to do at a place, where there was something.
    fn tell_mended(&self, shown: &Shown, before: &Shown) -> Option<Message> {
        let mut mended = before.difference(shown).map(|(place, _)| place);
        let place = mended.find(|place| self.shown_at(place).next().is_none())?;
        Some(form::news_mended(place_label(self.questionnaire(), place)))
    }
}
