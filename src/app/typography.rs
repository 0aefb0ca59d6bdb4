//! Typography that is offered, and done on consent.

use std::collections::BTreeSet;

use super::translating::language_name;
use super::{Dialog, Moment, Session, Status};
use crate::i18n::{Language, Message, editing as say, find};
use crate::questionnaire::ItemId;
use crate::response::Place;
use crate::response::tidy::{self as offered, Offer};
use crate::rules::place_label;
use crate::text::Writing;
use crate::text::tidy::{Excerpt, Reason, excerpts};

/// Which texts are tidied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TidyScope {
    /// One text.
    Text(ItemId, Language),
    /// All texts of the answers.
    All,
}

/// What is offered, and what of it somebody wants.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TidyForm {
    shown: Vec<ShownOffer>,
    /// What is not wanted, by its number.
    left: BTreeSet<usize>,
}

/// An offer as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownOffer {
    offer: Offer,
    /// The item, and the language where there are two.
    pub place: Message,
    /// Why.
    pub reason: Message,
    /// How it reads before and after.
    pub excerpt: Excerpt,
}

impl TidyForm {
    /// What is offered, in the order of the form.
    #[must_use]
    pub fn shown(&self) -> &[ShownOffer] {
        &self.shown
    }

    /// Whether the offer with this number is wanted.
    #[must_use]
    pub fn wants(&self, index: usize) -> bool {
        !self.left.contains(&index)
    }

    /// How many are wanted.
    #[must_use]
    pub fn wanted(&self) -> usize {
        self.shown.len() - self.left.len()
    }

    /// The same where somebody wants an offer that they did not, or the other
    /// way round.
    #[must_use]
    pub fn toggled(mut self, index: usize) -> Self {
        if !self.left.remove(&index) && index < self.shown.len() {
            self.left.insert(index);
        }
        self
    }

    /// The same with all offers wanted, or none.
    #[must_use]
    pub fn with_all(mut self, wanted: bool) -> Self {
        self.left = if wanted {
            BTreeSet::new()
        } else {
            (0..self.shown.len()).collect()
        };
        self
    }
}

impl Session {
    /// Offers the typography of the government for one text or all; says so
    /// where there is nothing to offer.
    pub(super) fn offer_typography(&mut self, scope: &TidyScope) {
        let (questionnaire, response) = (self.questionnaire(), self.response());
        let offers = match scope {
            TidyScope::Text(item, language) => {
                offered::offers_for(questionnaire, response, item, *language)
            }
            TidyScope::All => offered::offers(questionnaire, response),
        };
        if offers.is_empty() {
            let nothing = match scope {
                TidyScope::Text(..) => say::tidy_nothing(),
                TidyScope::All => say::tidy_nothing_at_all(),
            };
            self.status = Some(Status::done(nothing));
            return;
        }
        let mut shown = Vec::with_capacity(offers.len());
        let same_text =
            |one: &Offer, other: &Offer| (&one.item, one.language) == (&other.item, other.language);
        for offers in offers.chunk_by(same_text) {
            shown.extend(self.shown_offers(offers));
        }
        self.open_dialog(Dialog::Tidy(Box::new(TidyForm {
            shown,
            left: BTreeSet::new(),
        })));
    }

    /// Offers for one text as they are shown.
    fn shown_offers(&self, offers: &[Offer]) -> Vec<ShownOffer> {
        let Some(first) = offers.first() else {
            return Vec::new();
        };
        let answer = self.response().answer(&first.item);
        let stored = answer.map(|answer| answer.text.get(first.language));
        let writing = Writing::from_stored(stored.unwrap_or_default());
        let label = place_label(self.questionnaire(), &Place::Item(first.item.clone()));
        let place = if self.response().languages().len() > 1 {
            find::place(label, language_name(first.language))
        } else {
            label
        };
        let excerpts = excerpts(&writing, offers.iter().map(|offer| &offer.change));
        let shown = |(offer, excerpt): (&Offer, Excerpt)| ShownOffer {
            offer: offer.clone(),
            place: place.clone(),
            reason: reason(offer.change.reason, offer.language),
            excerpt,
        };
        offers.iter().zip(excerpts).map(shown).collect()
    }

    /// Does what is wanted, as one change; asks first where the response is
    /// ready for approval.
    pub(super) fn make_typography(&mut self, form: &TidyForm, moment: Moment) {
        let shown = form.shown.iter().enumerate();
        let wanted = shown.filter(|(index, _)| form.wants(*index));
        let offers: Vec<Offer> = wanted.map(|(_, shown)| shown.offer.clone()).collect();
        let edit = offered::edit(self.questionnaire(), self.response(), &offers);
        let Some(edit) = edit else {
            return;
        };
        self.history.pause();
        let is_held = self.is_held(&edit);
        self.edit(edit, moment);
        if !is_held {
            self.status = Some(Status::done(say::tidy_done(offers.len())));
        }
    }
}

fn reason(reason: Reason, language: Language) -> Message {
    match (reason, language) {
        (Reason::DoubleSpace, _) => say::reason_double_space(),
        (Reason::SpaceBefore, _) => say::reason_space_before(),
        (Reason::Colon, _) => say::reason_colon(),
        (Reason::Percent, Language::English) => say::reason_percent_english(),
        (Reason::Percent, Language::French) => say::reason_percent_french(),
        (Reason::Guillemets, _) => say::reason_guillemets(),
        (Reason::Quotes, _) => say::reason_quotes(),
        (Reason::Apostrophe, _) => say::reason_apostrophe(),
        (Reason::Range, _) => say::reason_range(),
        (Reason::Unit, _) => say::reason_unit(),
        (Reason::Thousands, _) => say::reason_thousands(),
        (Reason::Dollar, _) => say::reason_dollar(),
        (Reason::Abbreviation, _) => say::reason_abbreviation(),
    }
}
