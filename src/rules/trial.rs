//! A response for tests: filled in, then changed in one point.

use chrono::{DateTime, FixedOffset};

use super::{Evaluation, Finding, Rule, evaluate};
use crate::i18n::Language;
use crate::questionnaire::{ItemId, Questionnaire, shipped};
use crate::response::{Answer, AnswerLanguages, Decision, Edit, Place, QuestionnaireResponse};

pub(super) struct Trial<'a> {
    pub(super) questionnaire: &'a Questionnaire,
    pub(super) response: QuestionnaireResponse,
}

fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2024-11-15T09:00:00-05:00").unwrap()
}

impl Trial<'static> {
    /// The shipped form, empty.
    pub(super) fn empty() -> Self {
        Trial::of(&shipped()[0].questionnaire)
    }

    /// The shipped form with everything that is expected, in English.
    pub(super) fn complete() -> Self {
        let mut trial = Trial::empty();
        trial.answer_in(AnswerLanguages::English);
        let name = "Elections Canada".to_owned();
        trial.apply(Edit::OrganizationName(Language::English, name));
        trial.apply(Edit::OrganizationId("elections-canada".into()));
        for (item, option) in [
            ("q1", "q1.yes"),
            ("q2", "q2.yes"),
            ("q3", "q3.reviewed"),
            ("q5", "q5.updated"),
            ("q6", "q6.exec"),
            ("q7", "q7.onboarding"),
            ("q12", "q12.yes"),
        ] {
            trial.choose(item, &[option]);
        }
        for item in [
            "q5.text", "q6.text", "q7.text", "q8", "q9", "q10", "q11", "q13",
        ] {
            trial.write(item, "Training and discussions.");
        }
        trial
    }
}

impl<'a> Trial<'a> {
    pub(super) fn of(questionnaire: &'a Questionnaire) -> Self {
        let id = uuid::Uuid::nil();
        Trial {
            questionnaire,
            response: QuestionnaireResponse::new(questionnaire, id, now()),
        }
    }

    pub(super) fn item(id: &str) -> Place {
        Place::Item(id.into())
    }

    pub(super) fn items(ids: &[&str]) -> Vec<Place> {
        ids.iter().map(|id| Self::item(id)).collect()
    }

    pub(super) fn apply(&mut self, edit: Edit) {
        self.response
            .apply(self.questionnaire, edit, now())
            .unwrap();
    }

    pub(super) fn choose(&mut self, item: &str, options: &[&str]) {
        self.apply(Edit::Choose {
            item: item.into(),
            options: options.iter().map(|option| (*option).into()).collect(),
        });
    }

    pub(super) fn write(&mut self, item: &str, text: &str) {
        self.write_in(item, Language::English, text);
    }

    pub(super) fn write_in(&mut self, item: &str, language: Language, text: &str) {
        self.apply(Edit::Write {
            item: item.into(),
            language,
            text: text.to_owned(),
        });
    }

    pub(super) fn decide(&mut self, item: &str, decision: Decision) {
        self.apply(Edit::Decide {
            item: item.into(),
            decision,
        });
    }

    pub(super) fn release(&mut self, item: &str, release: bool) {
        self.apply(Edit::Release {
            item: item.into(),
            release,
        });
    }

    pub(super) fn erase(&mut self, item: &str) {
        self.apply(Edit::Restore {
            item: item.into(),
            answer: None,
        });
    }

    pub(super) fn restore(&mut self, item: &str, answer: Answer) {
        self.apply(Edit::Restore {
            item: ItemId::from(item),
            answer: Some(Box::new(answer)),
        });
    }

    pub(super) fn answer_in(&mut self, languages: AnswerLanguages) {
        self.apply(Edit::AnswerLanguages(languages));
    }

    pub(super) fn evaluate(&self) -> Evaluation {
        evaluate(self.questionnaire, &self.response)
    }

    /// The finding of a rule and cause, which has to be there.
    pub(super) fn found(&self, rule: Rule, cause: &str) -> Finding {
        let findings = self.evaluate().findings;
        findings
            .iter()
            .find(|finding| finding.rule == rule && finding.cause == cause)
            .cloned()
            .unwrap_or_else(|| panic!("{rule:?} {cause:?} is not in {findings:#?}"))
    }

    /// Holds that nothing of a rule is found.
    pub(super) fn lacks(&self, rule: Rule) {
        let evaluation = self.evaluate();
        let found = evaluation
            .findings
            .iter()
            .find(|finding| finding.rule == rule);
        assert_eq!(found, None);
    }
}
