//! Where every item stands.

use std::collections::BTreeMap;

use super::{Finding, Severity};
use crate::questionnaire::{ItemId, ItemState, Questionnaire};
use crate::response::{Place, QuestionnaireResponse};

/// Everything that the rules say of a response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evaluation {
    /// The findings: errors first, then warnings, then notes; each group in
    /// the form's order.
    pub findings: Vec<Finding>,
    items: BTreeMap<ItemId, ItemStatus>,
}

/// Where one item stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ItemStatus {
    /// Its state.
    pub state: ItemState,
    /// Whether an answer is expected here.
    pub expected: bool,
    /// How an answer counts; nothing where there is none.
    pub standing: Option<Standing>,
    /// Whether the answer goes out: it is active, or its author releases it.
    pub released: bool,
}

/// How an answer counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It was expected.
    Active,
    /// It was given although nothing was expected.
    Supplementary,
}

/// How far a form is filled in, in questions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Questions that are answered or decided.
    pub done: usize,
    /// Questions of which something is expected.
    pub expected: usize,
}

impl Evaluation {
    pub(super) fn new(items: BTreeMap<ItemId, ItemStatus>, mut findings: Vec<Finding>) -> Self {
        // A stable sort keeps the form's order within each severity.
        findings.sort_by_key(|finding| finding.severity);
        Evaluation { findings, items }
    }

    /// Where an item stands; nothing for an item that the definition lacks.
    #[must_use]
    pub fn item(&self, item: &ItemId) -> Option<&ItemStatus> {
        self.items.get(item)
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
            let statuses: Vec<&ItemStatus> = question
                .items
                .iter()
                .filter_map(|item| self.items.get(&item.id))
                .collect();
            if !statuses.iter().any(|status| status.expected) {
                continue;
            }
            progress.expected += 1;
            let blank =
                |status: &&&ItemStatus| status.expected && status.state == ItemState::Unanswered;
            if !statuses.iter().any(|status| blank(&status)) {
                progress.done += 1;
            }
        }
        progress
    }
}

/// The status of every item of the form.
pub(super) fn items(
    questionnaire: &Questionnaire,
    response: &QuestionnaireResponse,
) -> BTreeMap<ItemId, ItemStatus> {
    let answers = response.with(questionnaire);
    let status = |item: &crate::questionnaire::Item| {
        let state = response.state(questionnaire, &item.id);
        let condition = item.expected_when.as_ref();
        let expected = condition.is_none_or(|condition| condition.holds(&answers));
        let standing = (state == ItemState::Answered).then_some(if expected {
            Standing::Active
        } else {
            Standing::Supplementary
        });
        let release = response
            .answer(&item.id)
            .is_none_or(|answer| answer.release);
        ItemStatus {
            state,
            expected,
            standing,
            released: standing != Some(Standing::Supplementary) || release,
        }
    };
    questionnaire
        .items()
        .map(|item| (item.id.clone(), status(item)))
        .collect()
}
