//! Where each wording of a questionnaire comes from.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::load::{DefectKind, Defects};
use super::{LoadError, Questionnaire};
use crate::i18n::{Language, Localized};

/// How we know a wording.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// Read on the blank form.
    Official,
    /// Printed on pages that the central agency published.
    InferredFromFilledPage,
    /// Ours: no official text was seen.
    TranslatedByUs,
    /// Assumed by analogy with another wording.
    Assumed,
}

/// The source of one wording in one language.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// How the wording is known.
    pub provenance: Origin,
    /// The page or the submission where it stands.
    pub source: Option<String>,
    /// Evidence for a translation of ours.
    pub note: Option<String>,
}

/// The sources of all wordings of a questionnaire.
///
/// A wording is named by what it belongs to: `title`, `part1`, `q1` (the
/// question), `q6.hint`, `q1.yes` (an option), `q1.text` (the prompt of an
/// item), `notApplicable`, `noResponse`, `questionLabel`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provenance {
    strings: BTreeMap<String, Localized<Source>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    format: String,
    questionnaire: String,
    version: String,
    strings: BTreeMap<String, Localized<Source>>,
}

impl Provenance {
    /// Reads the file that belongs to a questionnaire.
    ///
    /// # Errors
    /// Where it is no such file, is for another questionnaire, or lacks a wording.
    pub fn load(json: &str, questionnaire: &Questionnaire) -> Result<Self, LoadError> {
        let file: File = serde_json::from_str(json).map_err(LoadError::NotJson)?;
        let mut defects = Defects::default();
        if file.format != "probitas-provenance/1" {
            defects.add("/format", DefectKind::UnknownValue(file.format));
        }
        if (&file.questionnaire, &file.version) != (&questionnaire.id, &questionnaire.version) {
            let found = format!("{} {}", file.questionnaire, file.version);
            defects.add("/questionnaire", DefectKind::UnknownValue(found));
        }
        for name in wordings(questionnaire) {
            if !file.strings.contains_key(&name) {
                defects.add(&format!("/strings/{name}"), DefectKind::Missing);
            }
        }
        defects.into_result(Provenance {
            strings: file.strings,
        })
    }

    /// The source of a wording in a language.
    #[must_use]
    pub fn source(&self, wording: &str, language: Language) -> Option<&Source> {
        self.strings
            .get(wording)
            .map(|sources| sources.get(language))
    }

    /// Whether a wording in a language is our own translation.
    #[must_use]
    pub fn is_unofficial(&self, wording: &str, language: Language) -> bool {
        self.source(wording, language)
            .is_some_and(|source| source.provenance == Origin::TranslatedByUs)
    }

    /// The names of all wordings whose French is our own translation.
    #[must_use]
    pub fn translated_by_us(&self) -> Vec<&str> {
        self.strings
            .keys()
            .map(String::as_str)
            .filter(|name| self.is_unofficial(name, Language::French))
            .collect()
    }
}

/// The names of all wordings that a questionnaire has.
fn wordings(questionnaire: &Questionnaire) -> Vec<String> {
    let mut names: Vec<String> = ["title", "questionLabel", "notApplicable", "noResponse"]
        .map(str::to_owned)
        .to_vec();
    for section in &questionnaire.sections {
        names.push(section.id.clone());
        for question in &section.questions {
            names.push(question.id.clone());
            if question.hint.is_some() {
                names.push(format!("{}.hint", question.id));
            }
            for item in &question.items {
                if !item.prompts.is_empty() {
                    names.push(item.id.to_string());
                }
                names.extend(
                    item.all_options()
                        .iter()
                        .map(|option| option.id.to_string()),
                );
            }
        }
    }
    names
}
