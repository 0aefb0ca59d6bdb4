//! Reading a definition: every defect at once, each with its place.

mod check;
mod defect;
mod reader;

use serde_json::Value;
use sha2::{Digest, Sha256};

use super::{
    AnswerOption, AnsweredBy, Attestation, Condition, ConsistencyCheck, Item, ItemId, ItemKind,
    ItemState, OptionId, Question, Questionnaire, Role, Section, StateWording,
};
pub(super) use defect::Defects;
pub use defect::{Defect, DefectKind, LoadError};
use reader::Reader;

/// The format that this program reads.
const FORMAT: &str = "probitas-questionnaire/1";

/// Conditions nested deeper than this are refused.
const MAX_CONDITION_DEPTH: usize = 16;

/// Options nested deeper than this are refused.
const MAX_OPTION_DEPTH: usize = 4;

impl Questionnaire {
    /// Reads a definition and checks it: unknown members, missing languages,
    /// duplicate ids, dangling references, conditions that depend on
    /// themselves.
    ///
    /// # Errors
    /// [`LoadError::NotJson`] where the text is no JSON, otherwise
    /// [`LoadError::Defective`] with every defect and its place.
    pub fn load(json: &str) -> Result<Self, LoadError> {
        let value: Value = serde_json::from_str(json).map_err(LoadError::NotJson)?;
        let mut defects = Defects::default();
        let canonical = serde_json_canonicalizer::to_vec(&value).map_err(LoadError::NotJson)?;
        let mut questionnaire = questionnaire(&value, &mut defects);
        questionnaire.sha256 = Sha256::digest(&canonical).into();
        check::references(&questionnaire, &mut defects);
        defects.into_result(questionnaire)
    }
}

fn questionnaire(value: &Value, defects: &mut Defects) -> Questionnaire {
    let mut reader = Reader::object(value, "", defects);
    let format = reader.text("format");
    if format != FORMAT {
        reader.defect("format", DefectKind::UnknownValue(format));
    }
    let questionnaire = Questionnaire {
        id: reader.text("id"),
        version: reader.text("version"),
        sha256: [0; 32],
        cycle: reader.text("cycle"),
        audience: reader.wording("audience"),
        title: reader.wording("title"),
        question_label: reader.wording("questionLabel"),
        not_applicable: reader.one("notApplicable", state_wording),
        no_response: reader.one("noResponse", state_wording),
        introduction: reader.wordings("introduction"),
        sections: reader.list("sections", section),
        consistency: reader.optional_list("consistency", consistency),
        attestations: reader.list("attestations", attestation),
    };
    reader.finish();
    questionnaire
}

fn state_wording(reader: &mut Reader<'_>) -> StateWording {
    StateWording {
        printed: reader.wording("printed"),
        forms: reader.texts("forms"),
    }
}

fn section(reader: &mut Reader<'_>) -> Section {
    Section {
        id: reader.text("id"),
        title: reader.wording("title"),
        introduction: reader.wordings("introduction"),
        questions: reader.list("questions", question),
    }
}

fn question(reader: &mut Reader<'_>) -> Question {
    let answered_by = match reader.optional_text("answeredBy").as_deref() {
        None | Some("everyItem") => AnsweredBy::EveryItem,
        Some("anyItem") => AnsweredBy::AnyItem,
        Some(other) => {
            reader.defect("answeredBy", DefectKind::UnknownValue(other.to_owned()));
            AnsweredBy::EveryItem
        }
    };
    Question {
        id: reader.text("id"),
        number: reader.number("number"),
        wording: reader.wording("wording"),
        hint: reader.optional_wording("hint"),
        answered_by,
        items: reader.list("items", item),
    }
}

fn item(reader: &mut Reader<'_>) -> Item {
    let kind = reader.text("kind");
    let kind = match kind.as_str() {
        "singleChoice" => ItemKind::SingleChoice(reader.list("options", option)),
        "multipleChoice" => ItemKind::MultipleChoice(reader.list("options", option)),
        "text" => ItemKind::Text,
        other => {
            reader.defect("kind", DefectKind::UnknownValue(other.to_owned()));
            // Reading the options all the same keeps them from being reported too.
            reader.optional_list("options", option);
            ItemKind::Text
        }
    };
    Item {
        id: ItemId::new(reader.text("id")),
        kind,
        prompts: reader.wordings("prompts"),
        expected_when: reader.optional("expectedWhen", condition),
        folds: reader.flag("folds"),
    }
}

fn option(reader: &mut Reader<'_>) -> AnswerOption {
    let deep = reader.place().matches("/options/").count() >= MAX_OPTION_DEPTH;
    if deep {
        reader.defect("options", DefectKind::TooDeep);
    }
    AnswerOption {
        id: OptionId::new(reader.text("id")),
        label: reader.wording("label"),
        options: if deep {
            reader.skip("options");
            Vec::new()
        } else {
            reader.optional_list("options", option)
        },
    }
}

fn consistency(reader: &mut Reader<'_>) -> ConsistencyCheck {
    ConsistencyCheck {
        id: reader.text("id"),
        when: reader.one("when", condition),
        explanation: reader.wording("explanation"),
    }
}

fn attestation(reader: &mut Reader<'_>) -> Attestation {
    let role = reader.text("role");
    let role = match role.as_str() {
        "preparer" => Role::Preparer,
        "deputyHead" => Role::DeputyHead,
        other => {
            reader.defect("role", DefectKind::UnknownValue(other.to_owned()));
            Role::Preparer
        }
    };
    Attestation {
        id: reader.text("id"),
        version: reader.number("version"),
        role,
        wording: reader.wording("wording"),
    }
}

/// A condition is an object with exactly one member, its operator.
fn condition(reader: &mut Reader<'_>) -> Condition {
    let nothing = Condition::Any(Vec::new());
    if reader.place().matches('/').count() > MAX_CONDITION_DEPTH * 2 {
        reader.skip_all();
        reader.defect("", DefectKind::TooDeep);
        return nothing;
    }
    let operators: Vec<String> = reader.names();
    let [operator] = operators.as_slice() else {
        reader.skip_all();
        reader.defect("", DefectKind::NotOneOperator);
        return nothing;
    };
    match operator.as_str() {
        "equals" => reader.one("equals", |reader| {
            Condition::Equals(item_id(reader), OptionId::new(reader.text("option")))
        }),
        "includes" => reader.one("includes", |reader| {
            Condition::Includes(item_id(reader), OptionId::new(reader.text("option")))
        }),
        "state" => reader.one("state", |reader| {
            Condition::State(item_id(reader), state(reader))
        }),
        "all" => Condition::All(reader.list("all", condition)),
        "any" => Condition::Any(reader.list("any", condition)),
        "not" => Condition::Not(Box::new(reader.one("not", condition))),
        other => {
            let other = other.to_owned();
            reader.skip_all();
            reader.defect("", DefectKind::UnknownValue(other));
            nothing
        }
    }
}

fn item_id(reader: &mut Reader<'_>) -> ItemId {
    ItemId::new(reader.text("item"))
}

fn state(reader: &mut Reader<'_>) -> ItemState {
    let name = reader.text("is");
    let states = [
        ItemState::Unanswered,
        ItemState::Answered,
        ItemState::NotApplicable,
        ItemState::NoResponse,
    ];
    let found = states.into_iter().find(|state| state.name() == name);
    found.unwrap_or_else(|| {
        reader.defect("is", DefectKind::UnknownValue(name));
        ItemState::Unanswered
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SISTER: &str = include_str!("../../tests/fixtures/sister-questionnaire.json");

    fn defects(json: &str) -> Vec<String> {
        match Questionnaire::load(json) {
            Err(LoadError::Defective(defects)) => defects.iter().map(Defect::to_string).collect(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn sister_questionnaire_can_be_expressed() {
        let sister = Questionnaire::load(SISTER).unwrap();
        let question = &sister.sections[0].questions[0];
        assert_eq!(sister.sections[0].title.en, "Goal Setting");
        assert_eq!(sister.introduction.len(), 1);
        assert_eq!(question.items[0].options().len(), 4);
        assert_eq!(question.items[0].all_options().len(), 10);
        assert_eq!(question.items[1].prompts.len(), 2);
    }

    #[test]
    fn every_defect_is_reported_at_once_with_its_place() {
        let broken = SISTER
            .replacen("\"Autochtones\"", "\"\"", 1)
            .replacen("\"option\": \"q1.o3\"", "\"option\": \"q1.o9\"", 1)
            .replacen("\"role\": \"preparer\"", "\"role\": \"clerk\"", 1)
            .replacen("\"number\": 1", "\"number\": \"one\"", 1)
            .replacen("\"cycle\"", "\"cylce\"", 1);
        let found = defects(&broken);
        for place in [
            "/sections/0/questions/0/items/0/options/0/options/0/label/fr",
            "/sections/0/questions/0/items/2/expectedWhen",
            "/attestations/0/role",
            "/sections/0/questions/0/number",
            "/cycle",
            "/cylce",
        ] {
            let told = found.iter().any(|defect| defect.starts_with(place));
            assert!(told, "{place} in {found:#?}");
        }
    }

    #[test]
    fn duplicate_ids_are_refused() {
        let broken = SISTER.replacen("\"q1.o1.2\"", "\"q1.o1.1\"", 1);
        assert!(defects(&broken)[0].contains("q1.o1.1"));
    }

    #[test]
    fn an_item_that_depends_on_itself_is_refused() {
        let broken = SISTER.replace(r#""item": "q1","#, r#""item": "q1.started","#);
        assert!(
            defects(&broken)
                .iter()
                .any(|defect| defect.contains("depends on itself"))
        );
    }

    #[test]
    fn wording_changes_the_digest_and_white_space_does_not() {
        let sister = Questionnaire::load(SISTER).unwrap();
        let spaced = Questionnaire::load(&format!("\n{SISTER} ")).unwrap();
        let changed = Questionnaire::load(&SISTER.replacen("Goal", "Aim", 1)).unwrap();
        assert_eq!(sister.sha256, spaced.sha256);
        assert_ne!(sister.sha256, changed.sha256);
    }
}
