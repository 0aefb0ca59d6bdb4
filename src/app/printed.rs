//! The submission as it would be printed now, for the review.
//!
//! The document is made at once after a change; its pages are laid out away
//! from the screen, and so are their pictures. What was shown before stays
//! until they are there.

mod pages;
#[cfg(feature = "gui")]
mod rasters;
mod zoom;

use std::sync::Arc;

use super::{Screen, Session};
use crate::export::layout::Position;
use crate::export::settings::Settings;
use crate::i18n::Language;
use crate::report::document::Document;
use crate::report::{self, Content, Edition};
use crate::response::{AnswerLanguages, Place, QuestionnaireResponse};
use crate::rules::{CompletedResponse, Rule};
use crate::submission::fingerprint::RecordDigest;
use crate::submission::record::SealedRecord;

pub use pages::{LayOutJob, PrintedPages};
#[cfg(feature = "gui")]
pub use rasters::{RasterJob, RasterizedPage, Sight};
pub use zoom::Zoom;

/// What the review shows: made once, and again only after a change.
#[derive(Debug, Default)]
pub struct Printed {
    /// None before the review was shown for the first time.
    languages: Option<AnswerLanguages>,
    pub(super) half: ReviewHalf,
    /// Of the submission that is to be approved, rather than of the response.
    of_approval: bool,
    pub(super) zoom: Zoom,
    /// Grows with every change: what was made for an earlier one is outdated.
    number: u64,
    settings: Settings,
    document: Option<Arc<Document>>,
    /// Those that are shown, perhaps still of an earlier document.
    pages: Option<Arc<PrintedPages>>,
    /// Whether pages are being laid out.
    laying_out: bool,
    /// Where the selection began, and where it ends.
    selection: Option<(Position, Position)>,
    #[cfg(feature = "gui")]
    rasters: rasters::Rasters,
}

/// What the review shows where there is room for one half only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ReviewHalf {
    /// The points to check.
    #[default]
    Findings,
    /// The submission as it will be printed.
    Document,
}

impl Printed {
    /// The half that is shown where there is room for one only.
    #[must_use]
    pub fn half(&self) -> ReviewHalf {
        self.half
    }

    /// The document; there is one whenever the review is shown.
    #[must_use]
    pub fn document(&self) -> Option<&Document> {
        self.document.as_deref()
    }

    /// How large the pages are shown.
    #[must_use]
    pub fn zoom(&self) -> Zoom {
        self.zoom
    }

    /// Makes it again in these languages.
    pub(super) fn choose(&mut self, languages: AnswerLanguages) {
        self.languages = Some(languages);
        self.forget();
    }

    /// The response changed.
    pub(super) fn forget(&mut self) {
        self.document = None;
        self.number += 1;
    }

    /// Another response took the place of this one.
    pub(super) fn begin_again(&mut self) {
        *self = Printed {
            number: self.number + 1,
            zoom: self.zoom,
            laying_out: self.laying_out,
            ..Printed::default()
        };
    }
}

/// How the texts of a response stand in a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextCount {
    /// How many go out.
    pub going_out: usize,
    /// How many are missing, though they stand in the other language.
    pub missing: usize,
    /// How many are translations whose source changed since the two were
    /// compared.
    pub stale: usize,
}

impl Session {
    /// How the texts stand in a language.
    #[must_use]
    pub fn texts_in(&self, language: Language) -> TextCount {
        let places = |rule: Rule, cause: &str| {
            let mut findings = self.evaluation.findings.iter();
            let found = findings.find(|finding| finding.rule == rule && finding.cause == cause);
            found
                .map(|finding| finding.places.as_slice())
                .unwrap_or_default()
        };
        let translated = |place: &&Place| match place {
            Place::Item(item) => {
                let answer = self.response.answer(item);
                answer.is_some_and(|answer| answer.text.source != language)
            }
            _ => false,
        };
        let stale = places(Rule::TranslationStale, "").iter();
        TextCount {
            going_out: self.evaluation.texts_in(language),
            missing: places(Rule::TextMissing, language.code()).len(),
            stale: stale.filter(translated).count(),
        }
    }

    /// What the review shows of the submission.
    #[must_use]
    pub fn printed(&self) -> &Printed {
        &self.printed
    }

    /// The languages in which the review shows the submission: the chosen
    /// ones, where the organization answers in both.
    #[must_use]
    pub fn printed_languages(&self) -> AnswerLanguages {
        match self.shown_response().answer_languages() {
            AnswerLanguages::Both => self.printed.languages.unwrap_or(AnswerLanguages::Both),
            only => only,
        }
    }

    /// The answers that are shown: those of the submission on the screen of
    /// approval, else those of the response.
    #[must_use]
    pub fn shown_response(&self) -> &QuestionnaireResponse {
        match self.approval() {
            Some(approval) if self.screen() == Screen::Approve => approval.response(),
            _ => &self.response,
        }
    }

    /// Keeps the document up to date while it is shown.
    pub(super) fn print_again(&mut self) {
        let of_approval = match self.screen() {
            Screen::Review => false,
            Screen::Approve => true,
            _ => return,
        };
        if self.printed.of_approval != of_approval {
            self.printed.begin_again();
            self.printed.of_approval = of_approval;
            if of_approval {
                // Reading comes before signing.
                self.printed.half = ReviewHalf::Document;
            }
        }
        // Whoever approves sees all of it, as copies are printed.
        let settings = if of_approval {
            self.copy_settings()
        } else {
            self.print_settings()
        };
        if self.printed.settings != settings {
            self.printed.settings = settings;
            self.printed.forget();
        }
        if self.printed.document.is_none() {
            self.make_document();
        }
        self.lay_out();
        #[cfg(feature = "gui")]
        self.draw_pages();
    }

    fn make_document(&mut self) {
        // The first time, the language of the window; a later switch of the
        // window leaves the document, and the place in it, alone.
        let own = match self.language {
            Language::English => AnswerLanguages::English,
            Language::French => AnswerLanguages::French,
        };
        self.printed.languages.get_or_insert(own);
        self.printed.document = Some(Arc::new(self.print()));
    }

    fn print(&self) -> Document {
        let shown = self.printed_languages();
        let languages = self.shown_response().in_order(shown);
        if self.screen() == Screen::Approve
            && let Some(approval) = self.approval()
        {
            return approval.document(&languages, self.printed.settings.presentation);
        }
        let content = Content {
            shipped: self.shipped,
            response: &self.response,
            evaluation: &self.evaluation,
        };
        let digest = self.digest();
        let edition = digest.as_ref().map_or(Edition::Draft, Edition::Unsigned);
        report::presented(
            content,
            edition,
            &languages,
            self.printed.settings.presentation,
        )
    }

    /// The digest of the record that the response would become; none where
    /// something blocks it.
    fn digest(&self) -> Option<RecordDigest> {
        // Warnings that are still open change nothing in the record.
        let completed =
            CompletedResponse::check(self.questionnaire(), &self.response, true).ok()?;
        let record = SealedRecord::of(&completed).ok()?;
        Some(record.digest())
    }
}
