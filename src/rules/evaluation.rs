//! Everything that the rules say of a response.

use std::collections::BTreeMap;

use super::survey::Survey;
use super::{Finding, ItemStatus, Progress, QuestionState, Severity, status};
use crate::i18n::{Language, Localized};
use crate::questionnaire::{ItemId, Question, Questionnaire};
use crate::response::{Place, QuestionnaireResponse};

/// Everything that the rules say of a response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evaluation {
    /// The findings: errors first, then warnings, then notes; each group in
    /// the order of [`super::Rule::ALL`]. No two have the same rule and cause.
    pub findings: Vec<Finding>,
    items: BTreeMap<ItemId, ItemStatus>,
    questions: BTreeMap<String, QuestionState>,
    texts: Localized<usize>,
}

impl Evaluation {
    pub(super) fn new(survey: &Survey<'_>, mut findings: Vec<Finding>) -> Self {
        // A stable sort keeps the order of causes within a rule.
        findings.sort_by_key(|finding| (finding.severity, finding.rule));
        let counts = |finding: &&Finding| match finding.severity {
            Severity::Error => true,
            Severity::Warning => !finding.is_acknowledged(survey.response),
            Severity::Note => false,
        };
        let open: Vec<&Finding> = findings.iter().filter(counts).collect();
        let questions = survey.questions().filter_map(|entries| {
            let id = entries.first()?.question.id.clone();
            Some((id, status::question_state(entries, &open)))
        });
        let questions = questions.collect();
        let items = survey
            .entries
            .iter()
            .map(|entry| (entry.item.id.clone(), entry.status));
        Evaluation {
            items: items.collect(),
            questions,
            texts: texts_per_language(survey),
            findings,
        }
    }

    /// Where an item stands; nothing for an item that the definition lacks.
    #[must_use]
    pub fn item(&self, item: &ItemId) -> Option<&ItemStatus> {
        self.items.get(item)
    }

    /// The same where an item stands as it did when its answer went out,
    /// whatever the rules would say of it now.
    #[must_use]
    pub fn with_item(mut self, item: ItemId, status: ItemStatus) -> Self {
        self.items.insert(item, status);
        self
    }

    /// Where a question stands.
    #[must_use]
    pub fn question(&self, question: &Question) -> QuestionState {
        let state = self.questions.get(&question.id);
        state.copied().unwrap_or(QuestionState::NotExpected)
    }

    /// How many texts go out in a language; what only decides is no text.
    #[must_use]
    pub fn texts_in(&self, language: Language) -> usize {
        *self.texts.get(language)
    }

    /// The findings of a severity.
    pub fn of(&self, severity: Severity) -> impl Iterator<Item = &Finding> {
        self.findings
            .iter()
            .filter(move |finding| finding.severity == severity)
    }

    /// The findings that concern a place.
    pub fn at<'a>(&'a self, place: &'a Place) -> impl Iterator<Item = &'a Finding> {
        self.findings
            .iter()
            .filter(move |finding| finding.places.contains(place))
    }

    /// Whether anything blocks signing.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.of(Severity::Error).next().is_some()
    }

    /// Warnings that nobody acknowledged, or whose acknowledgement has lapsed.
    pub fn open_warnings<'a>(
        &'a self,
        response: &'a QuestionnaireResponse,
    ) -> impl Iterator<Item = &'a Finding> {
        self.of(Severity::Warning)
            .filter(move |finding| !finding.is_acknowledged(response))
    }

    /// How many questions are done, of those of which something is expected.
    #[must_use]
    pub fn progress(&self, questionnaire: &Questionnaire) -> Progress {
        let mut progress = Progress::default();
        for question in questionnaire.questions() {
            let statuses = || {
                question
                    .items
                    .iter()
                    .filter_map(|item| self.items.get(&item.id))
            };
            if statuses().any(|status| status.expected) {
                progress.expected += 1;
                progress.done += usize::from(!statuses().any(ItemStatus::is_missing));
            }
        }
        progress
    }
}

fn texts_per_language(survey: &Survey<'_>) -> Localized<usize> {
    let mut texts = Localized::default();
    for text in survey.entries.iter().filter_map(super::survey::Entry::text) {
        for language in text.outgoing(survey.response.answer_languages()) {
            *texts.get_mut(language) += 1;
        }
    }
    texts
}
