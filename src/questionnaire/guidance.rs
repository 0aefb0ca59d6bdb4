//! Guidance on the questions: ours, not that of the agency that asks.
//!
//! For each question it says in both languages what the question is after,
//! what kind of thing published answers contained, and which passages of the
//! report behind the form it concerns. It stands in a file beside the
//! definition, so that better guidance changes no digest.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::load::{DefectKind, Defects};
use super::{LoadError, Questionnaire};
use crate::i18n::Localized;
use crate::text::document::is_blank;

/// The format that this program reads.
const FORMAT: &str = "probitas-guidance/1";

/// The guidance on every question of a questionnaire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guidance {
    /// The report that the passages belong to.
    pub source: Report,
    /// The heading of the report's chapter on what people said.
    pub heard: Localized,
    /// The published submissions from which [`QuestionGuidance::others`] was drawn.
    pub submissions: Vec<Submission>,
    questions: BTreeMap<String, QuestionGuidance>,
}

/// The guidance on one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionGuidance {
    /// What the question is after.
    pub asks: Localized,
    /// What published answers contained: at least one short paragraph.
    pub others: Vec<Localized>,
    /// The passages of the report that the question concerns: at least one.
    pub concerns: Vec<Passage>,
}

/// The report behind the form.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Report {
    /// Its title.
    pub title: Localized,
    /// Who published it.
    pub publisher: Localized,
    /// The year of its copyright notice.
    pub year: u16,
    /// The number under which the government's catalogue has it.
    pub catalogue_number: String,
    /// Its ISBN.
    pub isbn: String,
    /// Where it was published.
    pub address: String,
    /// What was read, and which words are ours.
    pub note: Localized,
}

/// A published submission.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Submission {
    /// The name by which the guidance calls the organization.
    pub short_name: Localized,
    /// Its whole name.
    pub name: Localized,
}

/// A passage of the report.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Passage {
    /// Which recommendation it is; nothing where it belongs to the chapter on
    /// what people said, [`Guidance::heard`].
    pub recommendation: Option<Recommendation>,
    /// The heading above it: that of the area, or of the theme.
    pub heading: Localized,
    /// What it says, in our words.
    pub summary: Localized,
}

/// Which recommendation of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recommendation {
    /// The number of the area, as the report has it.
    pub area: u8,
    /// Its place in the area, counted from 1; the report does not number them.
    pub number: u8,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    format: String,
    questionnaire: String,
    version: String,
    source: Report,
    heard: Localized,
    submissions: Vec<Submission>,
    passages: BTreeMap<String, Passage>,
    questions: BTreeMap<String, Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    asks: Localized,
    others: Vec<Localized>,
    concerns: Vec<String>,
}

impl Guidance {
    /// Reads the file that belongs to a questionnaire.
    ///
    /// # Errors
    /// [`LoadError::NotJson`] where the text is no such file, otherwise
    /// [`LoadError::Defective`] with every defect: another questionnaire, a
    /// question without guidance or guidance without a question, a passage
    /// that is not there or that no question concerns, an empty text.
    pub fn load(json: &str, questionnaire: &Questionnaire) -> Result<Self, LoadError> {
        let file: File = serde_json::from_str(json).map_err(LoadError::NotJson)?;
        let mut defects = Defects::default();
        file.check(questionnaire, &mut defects);
        let questions = file
            .questions
            .into_iter()
            .map(|(id, entry)| (id, entry.resolve(&file.passages)))
            .collect();
        defects.into_result(Guidance {
            source: file.source,
            heard: file.heard,
            submissions: file.submissions,
            questions,
        })
    }

    /// The guidance on a question, by its id.
    #[must_use]
    pub fn of(&self, question: &str) -> Option<&QuestionGuidance> {
        self.questions.get(question)
    }
}

impl File {
    fn check(&self, questionnaire: &Questionnaire, defects: &mut Defects) {
        for (place, found, expected) in [
            ("/format", &self.format, FORMAT),
            ("/questionnaire", &self.questionnaire, &questionnaire.id),
            ("/version", &self.version, &questionnaire.version),
        ] {
            if found != expected {
                defects.add(place, DefectKind::UnknownValue(found.clone()));
            }
        }
        for question in questionnaire.questions() {
            if !self.questions.contains_key(&question.id) {
                let place = format!("/questions/{}", question.id);
                defects.add(&place, DefectKind::Missing);
            }
        }
        for (id, entry) in &self.questions {
            let place = format!("/questions/{id}");
            if !questionnaire.questions().any(|question| &question.id == id) {
                defects.add(&place, DefectKind::Unknown);
            }
            entry.check(&place, &self.passages, defects);
        }
        for id in self.passages.keys() {
            let concerned = |entry: &Entry| entry.concerns.contains(id);
            if !self.questions.values().any(concerned) {
                defects.add(&format!("/passages/{id}"), DefectKind::Unknown);
            }
        }
        for (place, text) in self.texts() {
            both_languages(&place, text, defects);
        }
    }

    /// The texts that belong to no question, each with its place.
    fn texts(&self) -> Vec<(String, &Localized)> {
        let source = &self.source;
        let mut texts = vec![
            ("/source/title".to_owned(), &source.title),
            ("/source/publisher".to_owned(), &source.publisher),
            ("/source/note".to_owned(), &source.note),
            ("/heard".to_owned(), &self.heard),
        ];
        for (number, submission) in self.submissions.iter().enumerate() {
            let place = format!("/submissions/{number}");
            texts.push((format!("{place}/shortName"), &submission.short_name));
            texts.push((format!("{place}/name"), &submission.name));
        }
        for (id, passage) in &self.passages {
            let place = format!("/passages/{id}");
            texts.push((format!("{place}/heading"), &passage.heading));
            texts.push((format!("{place}/summary"), &passage.summary));
        }
        texts
    }
}

impl Entry {
    fn check(&self, place: &str, passages: &BTreeMap<String, Passage>, defects: &mut Defects) {
        both_languages(&format!("{place}/asks"), &self.asks, defects);
        if self.others.is_empty() {
            defects.add(&format!("{place}/others"), DefectKind::Missing);
        }
        for (number, text) in self.others.iter().enumerate() {
            both_languages(&format!("{place}/others/{number}"), text, defects);
        }
        if self.concerns.is_empty() {
            defects.add(&format!("{place}/concerns"), DefectKind::Missing);
        }
        for id in &self.concerns {
            if !passages.contains_key(id) {
                let place = format!("{place}/concerns");
                defects.add(&place, DefectKind::Dangling(id.clone()));
            }
        }
    }

    fn resolve(self, passages: &BTreeMap<String, Passage>) -> QuestionGuidance {
        let found = self.concerns.iter().filter_map(|id| passages.get(id));
        QuestionGuidance {
            concerns: found.cloned().collect(),
            asks: self.asks,
            others: self.others,
        }
    }
}

fn both_languages(place: &str, text: &Localized, defects: &mut Defects) {
    for (language, text) in [("en", &text.en), ("fr", &text.fr)] {
        if is_blank(text) {
            defects.add(&format!("{place}/{language}"), DefectKind::Missing);
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::super::load::Defect;
    use super::*;

    const DEFINITION: &str =
        include_str!("../../assets/questionnaire/pco-ve-self-assessment-2024/definition.json");
    const GUIDANCE: &str =
        include_str!("../../assets/questionnaire/pco-ve-self-assessment-2024/guidance.json");

    fn load(json: &str) -> Result<Guidance, LoadError> {
        Guidance::load(json, &Questionnaire::load(DEFINITION).unwrap())
    }

    /// The defects of the shipped guidance after a change.
    fn defects(change: impl FnOnce(&mut Value)) -> Vec<Defect> {
        let mut value: Value = serde_json::from_str(GUIDANCE).unwrap();
        change(&mut value);
        match load(&value.to_string()) {
            Err(LoadError::Defective(defects)) => defects,
            other => panic!("{other:?}"),
        }
    }

    fn defect(place: &str, kind: DefectKind) -> Defect {
        let place = place.to_owned();
        Defect { place, kind }
    }

    #[test]
    fn every_question_has_guidance_of_two_to_four_points() {
        let guidance = load(GUIDANCE).unwrap();
        let questionnaire = Questionnaire::load(DEFINITION).unwrap();
        for question in questionnaire.questions() {
            let found = guidance.of(&question.id).unwrap();
            assert!((2..=4).contains(&found.others.len()), "{}", question.id);
        }
        assert_eq!(guidance.of("q14"), None);
    }

    #[test]
    fn a_question_knows_its_passages_in_the_order_of_the_file() {
        let guidance = load(GUIDANCE).unwrap();
        let concerns = &guidance.of("q1").unwrap().concerns;
        let place = Recommendation { area: 2, number: 1 };
        assert_eq!(concerns[0].recommendation, Some(place));
        assert_eq!(concerns[0].heading.en, "Stewards of the public trust");
        assert_eq!(concerns[1].recommendation, None);
    }

    #[test]
    fn a_question_without_guidance_and_guidance_without_a_question_are_found() {
        let found = defects(|value| {
            let questions = value["questions"].as_object_mut().unwrap();
            let guidance = questions.remove("q4").unwrap();
            questions.insert("q44".to_owned(), guidance);
        });
        assert_eq!(
            found,
            [
                defect("/questions/q4", DefectKind::Missing),
                defect("/questions/q44", DefectKind::Unknown),
            ]
        );
    }

    #[test]
    fn an_empty_language_is_found_wherever_it_is() {
        for place in [
            "/source/note/fr",
            "/heard/en",
            "/submissions/0/name/fr",
            "/passages/heard-trust/summary/en",
            "/questions/q9/asks/fr",
            "/questions/q9/others/1/en",
        ] {
            let found = defects(|value| *value.pointer_mut(place).unwrap() = "\u{a0}".into());
            assert_eq!(found, [defect(place, DefectKind::Missing)]);
        }
    }

    #[test]
    fn a_missing_language_is_no_guidance() {
        let mut value: Value = serde_json::from_str(GUIDANCE).unwrap();
        let asks = value["questions"]["q1"]["asks"].as_object_mut().unwrap();
        asks.remove("fr");
        let result = load(&value.to_string());
        assert!(matches!(result, Err(LoadError::NotJson(_))), "{result:?}");
    }

    #[test]
    fn passages_and_questions_have_to_fit_together() {
        let found = defects(|value| {
            let concerns = &mut value["questions"]["q4"]["concerns"];
            *concerns = json!(["calling-code"]);
        });
        let kind = DefectKind::Dangling("calling-code".to_owned());
        assert_eq!(found, [defect("/questions/q4/concerns", kind)]);
        let found = defects(|value| {
            let passage = value["passages"]["heard-trust"].clone();
            value["passages"]["heard-nobody"] = passage;
        });
        assert_eq!(
            found,
            [defect("/passages/heard-nobody", DefectKind::Unknown)]
        );
    }

    #[test]
    fn guidance_for_another_questionnaire_is_refused() {
        let found = defects(|value| value["version"] = "2025-04".into());
        let kind = DefectKind::UnknownValue("2025-04".to_owned());
        assert_eq!(found, [defect("/version", kind)]);
    }
}
