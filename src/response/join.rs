//! Two versions of a response, compared part by part and joined.
//!
//! A [`Part`] is the smallest thing that is taken from one side or the other:
//! a text in one language, the choices of an item, a person. Where the state
//! is known from which both versions come, a part that only one side changed
//! is taken from that side; where both changed it, somebody has to look.
//!
//! Left out on purpose: what identifies the submission (its id, revision,
//! previous record and questionnaire), what only a newer version
//! understands, and whether it is ready for approval, which any other change
//! takes back; those are always of the response that is kept.

mod part;

use std::collections::{BTreeMap, BTreeSet};

use super::{Answer, Edit, QuestionnaireResponse, Translation};
use crate::i18n::Language;
use crate::questionnaire::{ItemId, ItemKind, Questionnaire, Role};

pub use part::{Part, Value};

/// A part that is not the same on both sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What differs.
    pub part: Part,
    /// What is here.
    pub mine: Value,
    /// What is in the other version.
    pub theirs: Value,
    /// Who changed it.
    pub changed: Changed,
    /// Whether both can be kept, one after the other.
    pub may_be_both: bool,
}

/// Who changed a part since both versions were one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed {
    /// Only this side.
    Mine,
    /// Only the other side.
    Theirs,
    /// Both, or it is not known: somebody has to look.
    Both,
}

/// What is taken of a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    /// What is here.
    Mine,
    /// What is in the other version.
    Theirs,
    /// One after the other; see [`Difference::may_be_both`].
    Both,
}

impl Difference {
    /// What is taken unless somebody says otherwise.
    #[must_use]
    pub fn default_pick(&self) -> Pick {
        let is_list = matches!(self.part, Part::Unplaced | Part::Acknowledgements);
        match self.changed {
            Changed::Theirs => Pick::Theirs,
            Changed::Both if is_list && self.may_be_both => Pick::Both,
            Changed::Mine | Changed::Both => Pick::Mine,
        }
    }

    /// Whether the default is only a proposal that somebody has to look at.
    #[must_use]
    pub fn is_conflict(&self) -> bool {
        self.changed == Changed::Both && self.default_pick() != Pick::Both
    }

    fn picked(&self, pick: Pick) -> Option<Value> {
        match pick {
            Pick::Mine => None,
            Pick::Both if self.may_be_both => Some(self.mine.clone().with(&self.theirs)),
            // What stands on one side alone is both already.
            Pick::Both if !self.mine.is_blank() => None,
            Pick::Theirs | Pick::Both => Some(self.theirs.clone()),
        }
    }
}

/// Every part in which two versions differ, in the order of the form.
///
/// `base` is the state from which both come, where it is known. Without it a
/// part that is blank on one side counts as changed by the other. Answers to
/// items that `questionnaire` lacks, and options that it does not offer, are
/// left out where `theirs` answers another definition.
#[must_use]
pub fn compare(
    questionnaire: &Questionnaire,
    mine: &QuestionnaireResponse,
    theirs: &QuestionnaireResponse,
    base: Option<&QuestionnaireResponse>,
) -> Vec<Difference> {
    let foreign = mine.questionnaire.sha256 != theirs.questionnaire.sha256;
    let mut differences: Vec<Difference> = parts(questionnaire, mine, theirs, foreign)
        .into_iter()
        .filter_map(|part| {
            let mut value = theirs.value_of(&part);
            if foreign {
                value.keep_known(questionnaire, &part);
            }
            difference(questionnaire, part, mine, value, base)
        })
        .collect();
    unsettle_decisions(&mut differences);
    differences
}

fn difference(
    questionnaire: &Questionnaire,
    part: Part,
    mine: &QuestionnaireResponse,
    theirs: Value,
    base: Option<&QuestionnaireResponse>,
) -> Option<Difference> {
    let mine = mine.value_of(&part);
    if mine == theirs {
        return None;
    }
    let before = base.map(|base| base.value_of(&part));
    let unchanged = |value: &Value| match &before {
        Some(before) => before == value,
        None => value.is_blank(),
    };
    let changed = if unchanged(&mine) {
        Changed::Theirs
    } else if unchanged(&theirs) {
        Changed::Mine
    } else {
        Changed::Both
    };
    let may_be_both = !mine.is_blank() && !theirs.is_blank() && can_be_both(questionnaire, &part);
    Some(Difference {
        part,
        mine,
        theirs,
        changed,
        may_be_both,
    })
}

fn can_be_both(questionnaire: &Questionnaire, part: &Part) -> bool {
    match part {
        Part::Text(..) | Part::Unplaced | Part::Acknowledgements => true,
        Part::Choices(item) => questionnaire
            .item(item)
            .is_some_and(|item| matches!(item.kind, ItemKind::MultipleChoice(_))),
        _ => false,
    }
}

/// A decision not to answer and an answer, made on two sides, are one
/// conflict although they are two parts.
fn unsettle_decisions(differences: &mut [Difference]) {
    let mut sides: BTreeMap<ItemId, Vec<(bool, Changed)>> = BTreeMap::new();
    for difference in differences.iter() {
        if let Some(item) = difference.part.item() {
            let decides = matches!(difference.part, Part::Decision(_));
            let side = (decides, difference.changed);
            sides.entry(item.clone()).or_default().push(side);
        }
    }
    let clashes = |item: &ItemId| {
        let sides = sides.get(item).map(Vec::as_slice).unwrap_or_default();
        let first = sides.first().map(|(_, changed)| *changed);
        sides.iter().any(|(decides, _)| *decides)
            && sides.iter().any(|(_, changed)| Some(*changed) != first)
    };
    for difference in differences.iter_mut() {
        if difference.part.item().is_some_and(clashes) {
            difference.changed = Changed::Both;
        }
    }
}

/// The change that makes of `mine` what was picked of each difference.
#[must_use]
pub fn joined(mine: &QuestionnaireResponse, picks: &[(&Difference, Pick)]) -> Edit {
    let mut edits = Vec::new();
    let mut answers: BTreeMap<&ItemId, Answer> = BTreeMap::new();
    for (difference, pick) in picks {
        let Some(value) = difference.picked(*pick) else {
            continue;
        };
        match difference.part.item() {
            Some(item) => {
                let own = || mine.answer(item).cloned().unwrap_or_default();
                let answer = answers.entry(item).or_insert_with(own);
                value.put_into(answer, &difference.part);
            }
            None => edits.extend(value.edits(&difference.part, mine)),
        }
    }
    edits.extend(answers.into_iter().map(|(item, mut answer)| {
        if is_translation_mixed(picks, item, answer.text.source.other()) {
            answer.text.settle_rewritten();
            let translation = &mut answer.text.translation;
            if matches!(translation, Translation::Confirmed { .. }) {
                *translation = Translation::None;
            }
        } else {
            answer.text.settle();
        }
        Edit::Restore {
            item: item.clone(),
            answer: (!answer.is_empty()).then(|| Box::new(answer)),
        }
    }));
    Edit::Together(edits)
}

/// Whether a translation comes from another side than what is said of it, or
/// from both.
fn is_translation_mixed(
    picks: &[(&Difference, Pick)],
    item: &ItemId,
    translated_to: Language,
) -> bool {
    let pick_of = |part: Part| {
        let mut picks = picks.iter();
        let found = picks.find(|(difference, _)| difference.part == part);
        found.map(|(_, pick)| *pick)
    };
    let standing = pick_of(Part::Translation(item.clone()));
    match pick_of(Part::Text(item.clone(), translated_to)) {
        None => false,
        Some(Pick::Both) => true,
        Some(side) => standing.is_some_and(|standing| standing != side),
    }
}

/// Whether two responses say the same, whenever they were changed last.
#[must_use]
pub fn says_the_same(one: &QuestionnaireResponse, other: &QuestionnaireResponse) -> bool {
    let at_one_time = QuestionnaireResponse {
        modified_at: one.modified_at,
        ..other.clone()
    };
    *one == at_one_time
}

fn parts(
    questionnaire: &Questionnaire,
    mine: &QuestionnaireResponse,
    theirs: &QuestionnaireResponse,
    foreign: bool,
) -> Vec<Part> {
    use Language::{English, French};
    let mut parts = vec![
        Part::OrganizationName(English),
        Part::OrganizationName(French),
        Part::OrganizationAbbreviation(English),
        Part::OrganizationAbbreviation(French),
        Part::OrganizationId,
        Part::Cycle,
        Part::Audience,
        Part::Contact,
        Part::Marking,
        Part::AnswerLanguages,
        Part::LanguageOrder,
    ];
    let known: Vec<ItemId> = questionnaire.items().map(|item| item.id.clone()).collect();
    let answered: BTreeSet<&ItemId> = mine.answers.keys().chain(theirs.answers.keys()).collect();
    let unknown = answered.into_iter().filter(|item| !known.contains(item));
    let unknown: Vec<ItemId> = unknown.filter(|_| !foreign).cloned().collect();
    for item in known.into_iter().chain(unknown) {
        parts.extend([
            Part::Choices(item.clone()),
            Part::Text(item.clone(), English),
            Part::Text(item.clone(), French),
            Part::Translation(item.clone()),
            Part::Decision(item.clone()),
            Part::Release(item),
        ]);
    }
    parts.push(Part::Person(Role::Preparer));
    parts.push(Part::Person(Role::DeputyHead));
    if !foreign {
        parts.extend([Part::Unplaced, Part::Acknowledgements]);
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::{OptionId, shipped};
    use crate::response::Decision;
    use chrono::{DateTime, FixedOffset};

    fn now() -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339("2024-11-15T09:00:00-05:00").unwrap()
    }

    fn questionnaire() -> &'static Questionnaire {
        &shipped()[0].questionnaire
    }

    fn after(edits: &[Edit]) -> QuestionnaireResponse {
        let mut response = QuestionnaireResponse::new(questionnaire(), uuid::Uuid::nil(), now());
        for edit in edits {
            response
                .apply(questionnaire(), edit.clone(), now())
                .unwrap();
        }
        response
    }

    fn write(item: &str, language: Language, text: &str) -> Edit {
        Edit::Write {
            item: item.into(),
            language,
            text: text.to_owned(),
        }
    }

    fn join(
        mine: &QuestionnaireResponse,
        differences: &[Difference],
        pick: impl Fn(&Difference) -> Pick,
    ) -> QuestionnaireResponse {
        let picks: Vec<_> = differences.iter().map(|one| (one, pick(one))).collect();
        let mut response = mine.clone();
        let edit = joined(mine, &picks);
        response.apply(questionnaire(), edit, now()).unwrap();
        response
    }

    #[test]
    fn translation_of_the_other_side_is_not_confirmed_by_this_one() {
        let q8 = || ItemId::from("q8");
        let confirm = Edit::ConfirmTranslation {
            item: q8(),
            confirmed: true,
        };
        let common = [
            write("q8", Language::English, "one"),
            write("q8", Language::French, "un"),
            confirm,
        ];
        let base = after(&common);
        let with = |edit: Edit| after(&[&common[..], &[edit]].concat());
        let mine = with(write("q8", Language::English, "two"));
        let theirs = with(write("q8", Language::French, "une"));
        let differences = compare(questionnaire(), &mine, &theirs, Some(&base));
        let mut joined = join(&mine, &differences, Difference::default_pick);
        let back = write("q8", Language::English, "one");
        joined.apply(questionnaire(), back, now()).unwrap();
        let text = &joined.answer(&q8()).unwrap().text;
        assert_eq!((text.en.as_str(), text.fr.as_str()), ("one", "une"));
        let translation = &text.translation;
        assert!(matches!(translation, Translation::Stale { .. }));
        // Nor is it where only this side confirmed, of another translation.
        let base = after(&common[..2]);
        let mine = after(&common);
        let rewritten = write("q8", Language::French, "une");
        let theirs = after(&[&common[..2], &[rewritten]].concat());
        let differences = compare(questionnaire(), &mine, &theirs, Some(&base));
        let joined = join(&mine, &differences, Difference::default_pick);
        let text = &joined.answer(&q8()).unwrap().text;
        assert_eq!(text.fr, "une");
        assert_eq!(text.translation, Translation::None);
    }

    #[test]
    fn what_one_side_changed_is_taken_from_that_side() {
        let common = write("q8", Language::English, "Common");
        let base = after(std::slice::from_ref(&common));
        let mine = after(&[common.clone(), write("q8", Language::English, "Mine")]);
        let theirs = after(&[
            common,
            write("q8", Language::French, "À elles"),
            Edit::Cycle("2025".into()),
        ]);
        let differences = compare(questionnaire(), &mine, &theirs, Some(&base));
        assert!(
            differences
                .iter()
                .all(|difference| !difference.is_conflict())
        );
        let joined = join(&mine, &differences, Difference::default_pick);
        let text = &joined.answer(&"q8".into()).unwrap().text;
        assert_eq!((text.en.as_str(), text.fr.as_str()), ("Mine", "À elles"));
        assert_eq!(joined.cycle(), "2025");
    }

    #[test]
    fn what_both_changed_is_a_conflict_and_stays_mine_until_somebody_looks() {
        let base = after(&[write("q8", Language::English, "Common")]);
        let mine = after(&[write("q8", Language::English, "Mine")]);
        let theirs = after(&[write("q8", Language::English, "Theirs")]);
        let differences = compare(questionnaire(), &mine, &theirs, Some(&base));
        assert_eq!(differences.len(), 1);
        assert!(differences[0].is_conflict() && differences[0].may_be_both);
        assert_eq!(differences[0].default_pick(), Pick::Mine);
        let both = join(&mine, &differences, |_| Pick::Both);
        let text = &both.answer(&"q8".into()).unwrap().text;
        assert_eq!(text.en, "Mine\n\nTheirs");
    }

    #[test]
    fn choices_are_united_only_where_several_may_be_chosen() {
        let choose = |item: &str, option: &str| Edit::Choose {
            item: item.into(),
            options: [OptionId::new(option)].into(),
        };
        let several = questionnaire()
            .items()
            .find(|item| matches!(item.kind, ItemKind::MultipleChoice(_)))
            .unwrap();
        let options = several.all_options();
        let (first, second) = (options[0].id.as_str(), options[1].id.as_str());
        let id = several.id.as_str();
        let mine = after(&[choose(id, first), choose("q1", "q1.yes")]);
        let theirs = after(&[choose(id, second), choose("q1", "q1.no")]);
        let differences = compare(questionnaire(), &mine, &theirs, None);
        let both = join(&mine, &differences, |_| Pick::Both);
        assert_eq!(both.answer(&several.id).unwrap().choices.len(), 2);
        let q1 = &both.answer(&"q1".into()).unwrap().choices;
        assert_eq!(q1, &[OptionId::new("q1.yes")].into());
    }

    #[test]
    fn decision_on_one_side_and_text_on_the_other_is_a_conflict() {
        let base = after(&[]);
        let mine = after(&[Edit::Decide {
            item: "q8".into(),
            decision: Decision::NotApplicable,
        }]);
        let theirs = after(&[write("q8", Language::English, "Theirs")]);
        let differences = compare(questionnaire(), &mine, &theirs, Some(&base));
        assert_eq!(differences.len(), 2);
        assert!(differences.iter().all(Difference::is_conflict));
    }

    #[test]
    fn another_definition_gives_only_items_that_are_here_too() {
        let mine = after(&[]);
        let mut theirs = after(&[write("q8", Language::English, "Theirs")]);
        theirs.questionnaire.sha256 = "0".repeat(64);
        let strange = Answer {
            choices: [OptionId::new("q99.x")].into(),
            ..Answer::default()
        };
        theirs.answers.insert("q99".into(), strange.clone());
        theirs.answers.insert("q1".into(), strange);
        let differences = compare(questionnaire(), &mine, &theirs, None);
        let parts: Vec<&Part> = differences.iter().map(|one| &one.part).collect();
        assert_eq!(parts, [&Part::Text("q8".into(), Language::English)]);
    }

    #[test]
    fn time_alone_makes_no_difference() {
        let one = after(&[]);
        let mut other = one.clone();
        other.modified_at += chrono::TimeDelta::days(1);
        assert!(says_the_same(&one, &other));
        assert!(!says_the_same(&one, &after(&[Edit::Cycle("x".into())])));
    }
}
