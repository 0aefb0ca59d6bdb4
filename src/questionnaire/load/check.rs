//! Identifiers that stand once, references that lead somewhere, no cycles.

use std::collections::BTreeSet;

use super::defect::{DefectKind, Defects};
use crate::questionnaire::{Condition, Item, ItemId, ItemKind, OptionId, Questionnaire};

/// Checks what one part of a definition says about another.
pub(super) fn references(questionnaire: &Questionnaire, defects: &mut Defects) {
    let mut ids = Ids::default();
    for (at, section) in questionnaire.sections.iter().enumerate() {
        let place = format!("/sections/{at}");
        ids.add(&section.id, &place, defects);
        for (at, question) in section.questions.iter().enumerate() {
            let place = format!("{place}/questions/{at}");
            ids.add(&format!("question {}", question.id), &place, defects);
            for (at, item) in question.items.iter().enumerate() {
                let place = format!("{place}/items/{at}");
                ids.add(item.id.as_str(), &place, defects);
                for option in item.all_options() {
                    ids.add(option.id.as_str(), &place, defects);
                }
                if let Some(condition) = &item.expected_when {
                    let place = format!("{place}/expectedWhen");
                    conditions(questionnaire, condition, &place, defects);
                    if depends_on(questionnaire, condition, &item.id, &mut BTreeSet::new()) {
                        defects.add(&place, DefectKind::Cycle(item.id.to_string()));
                    }
                }
            }
        }
    }
    for (at, check) in questionnaire.consistency.iter().enumerate() {
        let place = format!("/consistency/{at}");
        ids.add(&check.id, &place, defects);
        conditions(
            questionnaire,
            &check.when,
            &format!("{place}/when"),
            defects,
        );
    }
}

#[derive(Default)]
struct Ids(BTreeSet<String>);

impl Ids {
    fn add(&mut self, id: &str, place: &str, defects: &mut Defects) {
        if !self.0.insert(id.to_owned()) {
            defects.add(place, DefectKind::Duplicate(id.to_owned()));
        }
    }
}

fn conditions(
    questionnaire: &Questionnaire,
    condition: &Condition,
    place: &str,
    defects: &mut Defects,
) {
    let mut dangling = |id: &str| defects.add(place, DefectKind::Dangling(id.to_owned()));
    match condition {
        Condition::Equals(item, option) => {
            let single = |item: &Item| matches!(item.kind, ItemKind::SingleChoice(_));
            if !has_option(questionnaire, item, option, single) {
                dangling(option.as_str());
            }
        }
        Condition::Includes(item, option) => {
            let multiple = |item: &Item| matches!(item.kind, ItemKind::MultipleChoice(_));
            if !has_option(questionnaire, item, option, multiple) {
                dangling(option.as_str());
            }
        }
        Condition::State(item, _) => {
            if questionnaire.item(item).is_none() {
                dangling(item.as_str());
            }
        }
        Condition::All(inner) | Condition::Any(inner) => {
            for condition in inner {
                conditions(questionnaire, condition, place, defects);
            }
        }
        Condition::Not(inner) => conditions(questionnaire, inner, place, defects),
    }
}

fn has_option(
    questionnaire: &Questionnaire,
    item: &ItemId,
    option: &OptionId,
    kind: impl Fn(&Item) -> bool,
) -> bool {
    questionnaire
        .item(item)
        .filter(|item| kind(item))
        .is_some_and(|item| item.all_options().iter().any(|found| &found.id == option))
}

fn depends_on<'a>(
    questionnaire: &'a Questionnaire,
    condition: &'a Condition,
    target: &ItemId,
    seen: &mut BTreeSet<&'a ItemId>,
) -> bool {
    condition.sources().into_iter().any(|source| {
        source == target
            || (seen.insert(source)
                && questionnaire
                    .item(source)
                    .and_then(|item| item.expected_when.as_ref())
                    .is_some_and(|next| depends_on(questionnaire, next, target, seen)))
    })
}
