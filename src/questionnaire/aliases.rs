//! Other wordings by which an import knows the parts of a form.
//!
//! Published pages do not always word the form as the definition does, least
//! of all where the definition has a translation of ours. The alias file
//! stands beside the definition, so that learning such a wording changes no
//! digest. It also lists what pages print besides the form.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::load::{DefectKind, Defects};
use super::{LoadError, Questionnaire, folded};
use crate::i18n::{Language, Localized};
use crate::text;

/// The format that this program reads.
const FORMAT: &str = "probitas-aliases/1";

/// Further wordings of a questionnaire, and what pages print besides it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Aliases {
    wordings: BTreeMap<String, Localized<Vec<String>>>,
    furniture: Localized<Vec<String>>,
    end_of_page: Localized<Vec<String>>,
}

impl Aliases {
    /// Reads the file that belongs to a questionnaire.
    ///
    /// A wording is named by what it belongs to: `title`, `part1` (a section),
    /// `q1` (a question), `q6.hint`, `q1.yes` (an option), `q1.text` (the
    /// prompts of an item).
    ///
    /// # Errors
    /// [`LoadError::NotJson`] where the text is no JSON, otherwise
    /// [`LoadError::Defective`] with every defect and its place: unknown
    /// members and names, wrong types, empty wordings, and wordings that could
    /// mean two things.
    pub fn load(json: &str, questionnaire: &Questionnaire) -> Result<Self, LoadError> {
        let value: Value = serde_json::from_str(json).map_err(LoadError::NotJson)?;
        let mut reader = Reader {
            defects: Defects::default(),
            known: Known::of(questionnaire),
        };
        let aliases = reader.file(&value, questionnaire);
        reader.defects.into_result(aliases)
    }

    /// The further wordings of a part of the form.
    #[must_use]
    pub fn of(&self, name: &str, language: Language) -> &[String] {
        self.wordings
            .get(name)
            .map(|wordings| wordings.get(language).as_slice())
            .unwrap_or_default()
    }

    /// Lines that pages print besides the form, such as "Date modified:".
    #[must_use]
    pub fn furniture(&self, language: Language) -> &[String] {
        self.furniture.get(language)
    }

    /// Lines after which a page holds nothing of the form, such as "Page details".
    #[must_use]
    pub fn end_of_page(&self, language: Language) -> &[String] {
        self.end_of_page.get(language)
    }
}

/// The names of a questionnaire's wordings, each with the scope in which a
/// wording has to be unique, and what stands in each scope already.
struct Known {
    scopes: BTreeMap<String, String>,
    taken: Localized<BTreeSet<(String, String)>>,
}

impl Known {
    fn of(questionnaire: &Questionnaire) -> Self {
        let mut known = Known {
            scopes: BTreeMap::new(),
            taken: Localized::default(),
        };
        known.add("title", "form", &questionnaire.title);
        for section in &questionnaire.sections {
            known.add(&section.id, "form", &section.title);
        }
        for question in questionnaire.questions() {
            let scope = format!("question {}", question.id);
            known.add(&question.id, "form", &question.wording);
            if let Some(hint) = &question.hint {
                known.add(&format!("{}.hint", question.id), &scope, hint);
            }
            for item in &question.items {
                for prompt in &item.prompts {
                    known.add(item.id.as_str(), &scope, prompt);
                }
                for option in item.all_options() {
                    let scope = format!("options {}", item.id);
                    known.add(option.id.as_str(), &scope, &option.label);
                }
            }
        }
        known
    }

    fn add(&mut self, name: &str, scope: &str, wording: &Localized) {
        self.scopes.insert(name.to_owned(), scope.to_owned());
        for language in Language::ALL {
            self.take(scope, language, wording.get(language));
        }
    }

    /// Whether the wording was still free in its scope.
    fn take(&mut self, scope: &str, language: Language, wording: &str) -> bool {
        let taken = self.taken.get_mut(language);
        taken.insert((scope.to_owned(), folded(wording)))
    }
}

struct Reader {
    defects: Defects,
    known: Known,
}

impl Reader {
    fn file(&mut self, value: &Value, questionnaire: &Questionnaire) -> Aliases {
        let file = self.object(value, "");
        for (name, expected) in [
            ("format", FORMAT),
            ("questionnaire", questionnaire.id.as_str()),
            ("version", questionnaire.version.as_str()),
        ] {
            let found = file.get(name).and_then(Value::as_str);
            let place = format!("/{name}");
            match found {
                None => self.defects.add(&place, DefectKind::Missing),
                Some(found) if found != expected => {
                    let kind = DefectKind::UnknownValue(found.to_owned());
                    self.defects.add(&place, kind);
                }
                Some(_) => {}
            }
        }
        let mut aliases = Aliases::default();
        for (name, value) in &file {
            match name.as_str() {
                "format" | "questionnaire" | "version" => {}
                "wordings" => aliases.wordings = self.wordings(value),
                "furniture" => aliases.furniture = self.both(value, "/furniture", "furniture"),
                "endOfPage" => aliases.end_of_page = self.both(value, "/endOfPage", "furniture"),
                other => {
                    let place = format!("/{other}");
                    self.defects.add(&place, DefectKind::Unknown);
                }
            }
        }
        aliases
    }

    fn wordings(&mut self, value: &Value) -> BTreeMap<String, Localized<Vec<String>>> {
        let mut wordings = BTreeMap::new();
        for (name, value) in self.object(value, "/wordings") {
            let place = format!("/wordings/{name}");
            if let Some(scope) = self.known.scopes.get(&name).cloned() {
                wordings.insert(name, self.both(&value, &place, &scope));
            } else {
                self.defects.add(&place, DefectKind::Dangling(name));
            }
        }
        wordings
    }

    /// The wordings of both languages; either may be left out.
    fn both(&mut self, value: &Value, place: &str, scope: &str) -> Localized<Vec<String>> {
        let mut both = Localized::default();
        for (code, value) in self.object(value, place) {
            let place = format!("{place}/{code}");
            let language = Language::ALL.into_iter().find(|one| one.code() == code);
            match (language, value.as_array()) {
                (None, _) => self.defects.add(&place, DefectKind::Unknown),
                (_, None) => {
                    let kind = DefectKind::NotOfType("a list of texts");
                    self.defects.add(&place, kind);
                }
                (Some(language), Some(values)) => {
                    *both.get_mut(language) = self.texts(values, &place, scope, language);
                }
            }
        }
        both
    }

    fn texts(
        &mut self,
        values: &[Value],
        place: &str,
        scope: &str,
        language: Language,
    ) -> Vec<String> {
        let mut texts = Vec::new();
        for (at, value) in values.iter().enumerate() {
            let place = format!("{place}/{at}");
            let text = value.as_str().map(|text| text::clean(text).text);
            match text {
                None => self.defects.add(&place, DefectKind::NotOfType("a text")),
                Some(text) if folded(&text).is_empty() => {
                    self.defects.add(&place, DefectKind::Missing);
                }
                Some(text) if !self.known.take(scope, language, &text) => {
                    self.defects.add(&place, DefectKind::DuplicateWording(text));
                }
                Some(text) => texts.push(text),
            }
        }
        texts
    }

    fn object(&mut self, value: &Value, place: &str) -> Map<String, Value> {
        let object = value.as_object().cloned();
        if object.is_none() {
            let kind = DefectKind::NotOfType("an object");
            self.defects.add(place, kind);
        }
        object.unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::{Defect, shipped};

    fn load(json: &str) -> Result<Aliases, LoadError> {
        Aliases::load(json, &shipped()[0].questionnaire)
    }

    fn file(rest: &str) -> String {
        let head = r#""format":"probitas-aliases/1","questionnaire":"pco-ve-self-assessment-2024","version":"2024-04""#;
        format!("{{{head},{rest}}}")
    }

    #[test]
    fn wordings_are_found_by_name_and_language() {
        let aliases = load(&file(
            r#""wordings":{"q8":{"fr":["Quels thèmes reviennent?"]}}"#,
        ))
        .unwrap();
        assert_eq!(
            aliases.of("q8", Language::French),
            ["Quels thèmes reviennent?"]
        );
        assert!(aliases.of("q8", Language::English).is_empty());
        assert!(aliases.of("q9", Language::French).is_empty());
    }

    #[test]
    fn every_defect_is_reported_with_its_place() {
        let broken = r#"{
            "format": "probitas-aliases/2", "version": "2024-04", "note": 1,
            "wordings": {
                "q99": {"fr": ["x"]},
                "q8": {"de": ["x"], "fr": "x", "en": ["", 1, "Will these indicators be disaggregated by identity factors?"]},
                "q1.no": {"en": ["YES."]},
                "q9": 3
            },
            "furniture": {"en": ["Top", "top"]}
        }"#;
        let Err(LoadError::Defective(defects)) = load(broken) else {
            panic!("loads");
        };
        let places: Vec<&str> = defects.iter().map(|defect| defect.place.as_str()).collect();
        for place in [
            "/format",
            "/questionnaire",
            "/note",
            "/wordings/q99",
            "/wordings/q8/de",
            "/wordings/q8/fr",
            "/wordings/q8/en/0",
            "/wordings/q8/en/1",
            "/wordings/q8/en/2",
            "/wordings/q1.no/en/0",
            "/wordings/q9",
            "/furniture/en/1",
        ] {
            assert!(places.contains(&place), "{place} in {places:?}");
        }
        assert_eq!(places.len(), 12, "{defects:?}");
        let told: Vec<String> = defects.iter().map(Defect::to_string).collect();
        assert!(told.iter().any(|text| text.contains("two things")));
    }

    #[test]
    fn the_same_label_in_another_choice_is_no_defect() {
        assert!(
            load(&file(
                r#""wordings":{"q1.yes":{"en":["Yes, fully"]},"q2.yes":{"en":["Yes, fully"]}}"#
            ))
            .is_ok()
        );
    }
}
