//! The one place where a response changes.

use std::mem;

use chrono::{DateTime, FixedOffset};

use super::{Answer, Decision, Edit, Person, QuestionnaireResponse, Translation, whole_seconds};
use crate::i18n::Language;
use crate::questionnaire::{Item, ItemId, ItemKind, OptionId, Questionnaire, Role};
use crate::text;

/// Why an edit cannot be applied. The response is unchanged then.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// The definition has no such item.
    #[error("there is no item {0}")]
    UnknownItem(ItemId),
    /// The item is not of the kind that the edit changes.
    #[error("item {0} is of another kind")]
    WrongKind(ItemId),
    /// The item has no such option.
    #[error("there is no option {0}")]
    UnknownOption(OptionId),
    /// A single choice was given several options.
    #[error("item {0} takes one option")]
    SeveralOptions(ItemId),
    /// There is no unplaced line at this index.
    #[error("there is no unplaced line {0}")]
    UnknownLine(usize),
}

impl QuestionnaireResponse {
    /// Applies a change and returns the change that takes it back.
    ///
    /// Texts pass [`text::clean_literal()`] on their way in. `now` becomes the time of
    /// the last change; taking a change back is a change too, so the inverse
    /// does not restore the time.
    ///
    /// Several changes that are none change nothing, the time neither.
    ///
    /// A response that is ready for approval is no longer ready after any
    /// other change. Taking that change back makes it ready again, with the
    /// time of then: the same record, which printed copies still match.
    ///
    /// # Errors
    /// [`EditError`] where the edit does not fit the definition; the response
    /// is unchanged then, also where the edit is several changes together.
    pub fn apply(
        &mut self,
        questionnaire: &Questionnaire,
        edit: Edit,
        now: DateTime<FixedOffset>,
    ) -> Result<Edit, EditError> {
        self.check(questionnaire, &edit)?;
        if matches!(&edit, Edit::Together(edits) if edits.is_empty()) {
            return Ok(edit);
        }
        let thaws = self.ready_for_approval.is_some() && readiness_edit(&edit).is_none();
        let edit = if thaws {
            Edit::Together(vec![Edit::ReadyForApproval(None), edit])
        } else {
            edit
        };
        let made_ready = match readiness_edit(&edit) {
            Some(Edit::ReadyForApproval(Some(readiness))) => Some(readiness.at),
            _ => None,
        };
        let inverse = self.change(edit)?;
        self.modified_at = whole_seconds(made_ready.unwrap_or(now));
        Ok(inverse)
    }

    /// Refuses an edit before anything of it is applied.
    fn check(&self, questionnaire: &Questionnaire, edit: &Edit) -> Result<(), EditError> {
        match edit {
            Edit::Choose { item, options } => {
                let found = find(questionnaire, item)?;
                if found.is_text() {
                    return Err(EditError::WrongKind(item.clone()));
                }
                if matches!(found.kind, ItemKind::SingleChoice(_)) && options.len() > 1 {
                    return Err(EditError::SeveralOptions(item.clone()));
                }
                let known = found.all_options();
                let unknown = |option: &&OptionId| known.iter().all(|known| &known.id != *option);
                match options.iter().find(unknown) {
                    Some(option) => Err(EditError::UnknownOption(option.clone())),
                    None => Ok(()),
                }
            }
            Edit::Write { item, .. }
            | Edit::SetSource { item, .. }
            | Edit::ConfirmTranslation { item, .. } => {
                if find(questionnaire, item)?.is_text() {
                    Ok(())
                } else {
                    Err(EditError::WrongKind(item.clone()))
                }
            }
            Edit::Decide { item, .. } | Edit::Release { item, .. } => {
                find(questionnaire, item).map(|_| ())
            }
            Edit::RemoveLine(index) if *index >= self.unplaced.len() => {
                Err(EditError::UnknownLine(*index))
            }
            Edit::InsertLine(index, _) if *index > self.unplaced.len() => {
                Err(EditError::UnknownLine(*index))
            }
            Edit::Together(edits) => edits
                .iter()
                .try_for_each(|edit| self.check(questionnaire, edit)),
            _ => Ok(()),
        }
    }

    fn change(&mut self, edit: Edit) -> Result<Edit, EditError> {
        Ok(match edit {
            Edit::Choose { item, options } => self.change_answer(item, |answer| {
                if !options.is_empty() {
                    answer.decision = Decision::Open;
                }
                answer.choices = options;
            }),
            Edit::Write {
                item,
                language,
                text,
            } => self.change_answer(item, |answer| write(answer, language, &text)),
            Edit::SetSource { item, language } => self.change_answer(item, |answer| {
                if answer.text.source != language {
                    answer.text.source = language;
                    answer.text.translation = Translation::None;
                }
            }),
            Edit::ConfirmTranslation { item, confirmed } => self.change_answer(item, |answer| {
                let of = answer.text.get(answer.text.source).to_owned();
                answer.text.translation = if confirmed {
                    Translation::Confirmed { of }
                } else {
                    Translation::None
                };
                answer.text.settle();
            }),
            Edit::Decide { item, decision } => {
                self.change_answer(item, |answer| answer.decision = decision)
            }
            Edit::Release { item, release } => {
                self.change_answer(item, |answer| answer.release = release)
            }
            Edit::Restore { item, answer } => {
                let before = match answer {
                    Some(answer) => self.answers.insert(item.clone(), *answer),
                    None => self.answers.remove(&item),
                };
                Edit::Restore {
                    item,
                    answer: before.map(Box::new),
                }
            }
            Edit::Together(edits) => self.change_together(edits)?,
            other => self.change_frame(other)?,
        })
    }

    /// Changes an answer; one that becomes empty is no longer kept.
    fn change_answer(&mut self, item: ItemId, change: impl FnOnce(&mut Answer)) -> Edit {
        let before = self.answers.get(&item).cloned();
        let mut answer = before.clone().unwrap_or_default();
        change(&mut answer);
        if answer.is_empty() {
            self.answers.remove(&item);
        } else {
            self.answers.insert(item.clone(), answer);
        }
        Edit::Restore {
            item,
            answer: before.map(Box::new),
        }
    }

    /// Applies all or nothing.
    fn change_together(&mut self, edits: Vec<Edit>) -> Result<Edit, EditError> {
        let mut inverses = Vec::with_capacity(edits.len());
        for edit in edits {
            match self.change(edit) {
                Ok(inverse) => inverses.push(inverse),
                Err(error) => {
                    for inverse in inverses.into_iter().rev() {
                        self.change(inverse)?;
                    }
                    return Err(error);
                }
            }
        }
        inverses.reverse();
        Ok(Edit::Together(inverses))
    }

    fn change_person(&mut self, role: Role, mut person: Person) -> Edit {
        person.name = one_line(&person.name);
        person.title.en = one_line(&person.title.en);
        person.title.fr = one_line(&person.title.fr);
        let field = match role {
            Role::Preparer => &mut self.preparer,
            Role::DeputyHead => &mut self.approver,
        };
        Edit::Person(role, Box::new(mem::replace(field, person)))
    }

    /// Everything that is no answer.
    fn change_frame(&mut self, edit: Edit) -> Result<Edit, EditError> {
        Ok(match edit {
            Edit::OrganizationId(id) => {
                let id = one_line(&id);
                Edit::OrganizationId(mem::replace(&mut self.organization.id, id))
            }
            Edit::OrganizationName(language, name) => {
                let field = self.organization.name.get_mut(language);
                Edit::OrganizationName(language, mem::replace(field, one_line(&name)))
            }
            Edit::OrganizationAbbreviation(language, name) => {
                let field = self.organization.abbreviation.get_mut(language);
                Edit::OrganizationAbbreviation(language, mem::replace(field, one_line(&name)))
            }
            Edit::Cycle(cycle) => Edit::Cycle(mem::replace(&mut self.cycle, one_line(&cycle))),
            Edit::Audience(mut name) => {
                name.en = one_line(&name.en);
                name.fr = one_line(&name.fr);
                Edit::Audience(mem::replace(&mut self.audience, name))
            }
            Edit::Marking(marking) => Edit::Marking(mem::replace(&mut self.marking, marking)),
            Edit::LanguageOrder(first) => {
                Edit::LanguageOrder(mem::replace(&mut self.language_order, first))
            }
            Edit::AnswerLanguages(languages) => {
                Edit::AnswerLanguages(mem::replace(&mut self.answer_languages, languages))
            }
            Edit::Person(role, person) => self.change_person(role, *person),
            Edit::Contact(contact) => {
                Edit::Contact(mem::replace(&mut self.contact, one_line(&contact)))
            }
            Edit::RemoveLine(index) if index < self.unplaced.len() => {
                Edit::InsertLine(index, self.unplaced.remove(index))
            }
            Edit::InsertLine(index, line) if index <= self.unplaced.len() => {
                self.unplaced.insert(index, line);
                Edit::RemoveLine(index)
            }
            Edit::RemoveLine(index) | Edit::InsertLine(index, _) => {
                return Err(EditError::UnknownLine(index));
            }
            Edit::Acknowledge(acknowledgement) => {
                let before = self.acknowledgements.clone();
                self.acknowledgements
                    .retain(|other| other.finding != acknowledgement.finding);
                self.acknowledgements.push(acknowledgement);
                Edit::Acknowledgements(before)
            }
            Edit::Acknowledgements(all) => {
                Edit::Acknowledgements(mem::replace(&mut self.acknowledgements, all))
            }
            Edit::ReadyForApproval(readiness) => {
                let before = mem::replace(&mut self.ready_for_approval, readiness.map(|new| *new));
                Edit::ReadyForApproval(before.map(Box::new))
            }
            // Listed, so that a new kind of edit cannot be forgotten in either function.
            answer @ (Edit::Choose { .. }
            | Edit::Write { .. }
            | Edit::SetSource { .. }
            | Edit::ConfirmTranslation { .. }
            | Edit::Decide { .. }
            | Edit::Release { .. }
            | Edit::Restore { .. }
            | Edit::Together(_)) => self.change(answer)?,
        })
    }
}

fn find<'a>(questionnaire: &'a Questionnaire, item: &ItemId) -> Result<&'a Item, EditError> {
    questionnaire
        .item(item)
        .ok_or_else(|| EditError::UnknownItem(item.clone()))
}

/// What an edit says of being ready for approval, if it says anything.
fn readiness_edit(edit: &Edit) -> Option<&Edit> {
    match edit {
        Edit::ReadyForApproval(_) => Some(edit),
        Edit::Together(edits) => edits.iter().rev().find_map(readiness_edit),
        _ => None,
    }
}

/// The first language that is written in becomes the source.
fn write(answer: &mut Answer, language: Language, text: &str) {
    let before = answer.text.clone();
    if answer.text.is_blank() {
        answer.text.source = language;
        answer.text.translation = Translation::None;
    }
    *answer.text.get_mut(language) = text::clean_literal(text).text;
    if answer.text.is_blank() {
        answer.text = super::AnswerText {
            unknown: mem::take(&mut answer.text.unknown),
            ..super::AnswerText::default()
        };
    } else {
        answer.decision = Decision::Open;
    }
    answer.text.settle_after(&before);
}

/// Names and titles are one line; a pasted line break becomes a space.
pub(super) fn one_line(text: &str) -> String {
    text::clean_literal(text).text.replace(['\n', '\t'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::{ItemState, shipped};
    use crate::response::{AnswerLanguages, Person, Readiness, UnplacedLine};
    use crate::text::difference::Piece;

    fn start() -> (
        &'static Questionnaire,
        QuestionnaireResponse,
        DateTime<FixedOffset>,
    ) {
        let questionnaire = &shipped()[0].questionnaire;
        let now = DateTime::parse_from_rfc3339("2024-11-15T09:00:00-05:00").unwrap();
        let response = QuestionnaireResponse::new(questionnaire, uuid::Uuid::nil(), now);
        (questionnaire, response, now)
    }

    fn write(item: &str, language: Language, text: &str) -> Edit {
        Edit::Write {
            item: item.into(),
            language,
            text: text.to_owned(),
        }
    }

    fn choose(item: &str, options: &[&str]) -> Edit {
        Edit::Choose {
            item: item.into(),
            options: options
                .iter()
                .map(|option| OptionId::new(*option))
                .collect(),
        }
    }

    fn ready(at: DateTime<FixedOffset>) -> Edit {
        Edit::ReadyForApproval(Some(Box::new(Readiness {
            at,
            sha256: "0".repeat(64),
            unknown: serde_json::Map::new(),
        })))
    }

    #[test]
    fn any_change_takes_ready_for_approval_back_and_its_inverse_restores_the_time() {
        let (questionnaire, mut response, now) = start();
        response.apply(questionnaire, ready(now), now).unwrap();
        let frozen = response.clone();
        let later = now + chrono::TimeDelta::minutes(5);
        let edit = choose("q1", &["q1.yes"]);
        let inverse = response.apply(questionnaire, edit, later).unwrap();
        assert_eq!(response.ready_for_approval(), None);
        assert_eq!(response.modified_at(), later);
        response.apply(questionnaire, inverse, later).unwrap();
        assert_eq!(response, frozen);
        // No change at all leaves it as it is.
        let nothing = Edit::Together(Vec::new());
        response.apply(questionnaire, nothing, later).unwrap();
        assert_eq!(response, frozen);
    }

    #[test]
    fn confirmation_does_not_pass_to_a_translation_written_later() {
        let (questionnaire, mut response, now) = start();
        for edit in [
            write("q8", Language::English, "A"),
            Edit::ConfirmTranslation {
                item: "q8".into(),
                confirmed: true,
            },
            write("q8", Language::French, "B"),
        ] {
            response.apply(questionnaire, edit, now).unwrap();
        }
        let answer = response.answer(&"q8".into()).unwrap();
        assert_eq!(answer.text.translation, Translation::None);
    }

    #[test]
    fn every_edit_is_taken_back_by_its_inverse() {
        let (questionnaire, mut response, now) = start();
        let line = UnplacedLine {
            language: Language::French,
            line: 3,
            text: "?".into(),
            option_of: None,
            unknown: serde_json::Map::new(),
        };
        let person = Person {
            name: "A. Tremblay".into(),
            ..Person::default()
        };
        let edits = [
            choose("q1", &["q1.yes"]),
            write("q1.text", Language::English, "A"),
            write("q1.text", Language::French, "B"),
            Edit::ConfirmTranslation {
                item: "q1.text".into(),
                confirmed: true,
            },
            write("q1.text", Language::English, "A2"),
            Edit::SetSource {
                item: "q1.text".into(),
                language: Language::French,
            },
            Edit::Decide {
                item: "q1.text".into(),
                decision: Decision::NoResponse,
            },
            Edit::Release {
                item: "q1.text".into(),
                release: false,
            },
            Edit::OrganizationId("x".into()),
            Edit::OrganizationName(Language::French, "X".into()),
            Edit::OrganizationAbbreviation(Language::English, "X".into()),
            Edit::Cycle("2025".into()),
            Edit::LanguageOrder(Language::French),
            Edit::AnswerLanguages(AnswerLanguages::French),
            Edit::Person(Role::DeputyHead, Box::new(person)),
            Edit::Contact("A. Tremblay, 613-555-0100".into()),
            Edit::Audience(crate::i18n::Localized::default()),
            Edit::InsertLine(0, line),
            ready(now),
            choose("q3", &["q3.reviewed"]),
            Edit::Together(vec![Edit::RemoveLine(0), choose("q2", &["q2.no"])]),
        ];
        let mut history = Vec::new();
        for edit in edits {
            let before = response.clone();
            let inverse = response.apply(questionnaire, edit.clone(), now).unwrap();
            assert_ne!(before, response, "{edit:?}");
            history.push((before, inverse));
        }
        for (before, inverse) in history.into_iter().rev() {
            response.apply(questionnaire, inverse, now).unwrap();
            assert_eq!(before, response);
        }
    }

    #[test]
    fn changing_the_source_makes_a_confirmed_translation_stale_and_back() {
        let (questionnaire, mut response, now) = start();
        let item = ItemId::from("q8");
        for edit in [
            write("q8", Language::English, "one"),
            write("q8", Language::French, "un"),
            Edit::ConfirmTranslation {
                item: item.clone(),
                confirmed: true,
            },
            write("q8", Language::English, "two"),
        ] {
            response.apply(questionnaire, edit, now).unwrap();
        }
        let of = "one".to_owned();
        let translation = |response: &QuestionnaireResponse| {
            response.answer(&item).unwrap().text.translation.clone()
        };
        assert_eq!(
            translation(&response),
            Translation::Stale {
                of: of.clone(),
                rewritten: false,
            }
        );
        let changed = response.answer(&item).unwrap().text.source_change();
        let pieces = [Piece::Removed("one".into()), Piece::Added("two".into())];
        assert_eq!(changed.unwrap(), pieces);
        let back = write("q8", Language::English, "one");
        response.apply(questionnaire, back, now).unwrap();
        assert_eq!(translation(&response), Translation::Confirmed { of });
    }

    #[test]
    fn translation_written_since_is_not_confirmed_when_the_source_goes_back() {
        let (questionnaire, mut response, now) = start();
        let item = ItemId::from("q8");
        let confirm = Edit::ConfirmTranslation {
            item: item.clone(),
            confirmed: true,
        };
        for edit in [
            write("q8", Language::English, "one"),
            write("q8", Language::French, "un"),
            confirm.clone(),
            write("q8", Language::English, "two"),
        ] {
            response.apply(questionnaire, edit, now).unwrap();
        }
        let rewrite = write("q8", Language::French, "deux");
        let inverse = response.apply(questionnaire, rewrite, now).unwrap();
        let back = write("q8", Language::English, "one");
        response.apply(questionnaire, back.clone(), now).unwrap();
        let text = |response: &QuestionnaireResponse| response.answer(&item).unwrap().text.clone();
        let of = "one".to_owned();
        let rewritten = true;
        assert_eq!(
            text(&response).translation,
            Translation::Stale { of, rewritten }
        );
        // There is no change to be shown.
        assert_eq!(text(&response).source_change(), None);
        let mut confirmed = response.clone();
        confirmed.apply(questionnaire, confirm, now).unwrap();
        assert!(matches!(
            text(&confirmed).translation,
            Translation::Confirmed { .. }
        ));
        // The one that was confirmed is so again.
        response.apply(questionnaire, inverse, now).unwrap();
        response.apply(questionnaire, back, now).unwrap();
        assert!(matches!(
            text(&response).translation,
            Translation::Confirmed { .. }
        ));
    }

    #[test]
    fn bullets_that_are_typed_stay_where_they_are() {
        let (questionnaire, mut response, now) = start();
        for text in ["· Y", "Yes\n• x", "- a\n  • x"] {
            let edit = write("q8", Language::English, text);
            response.apply(questionnaire, edit, now).unwrap();
            assert_eq!(response.answer(&"q8".into()).unwrap().text.en, text);
        }
    }

    #[test]
    fn only_a_text_that_consists_of_a_listed_form_is_not_applicable() {
        let (questionnaire, mut response, now) = start();
        for (text, state) in [
            ("N/A", ItemState::NotApplicable),
            (" n/a ", ItemState::NotApplicable),
            ("s.o.", ItemState::NotApplicable),
            ("S.O.", ItemState::NotApplicable),
            ("Sans objet", ItemState::NotApplicable),
            ("No response submitted.", ItemState::NoResponse),
            ("Aucune réponse n'a été soumise.", ItemState::NoResponse),
            // Seed 000, Elections Canada, Question 5.
            (
                "Not applicable, as Elections Canada is in the process of updating its \
                 organizational code of conduct by the end of fiscal year 2024–2025.",
                ItemState::Answered,
            ),
            ("  ", ItemState::Unanswered),
        ] {
            let edit = write("q5.text", Language::English, text);
            response.apply(questionnaire, edit, now).unwrap();
            let found = response.state(questionnaire, &"q5.text".into());
            assert_eq!(found, state, "{text}");
        }
    }

    #[test]
    fn deciding_keeps_the_text_and_reopening_brings_it_back() {
        let (questionnaire, mut response, now) = start();
        let item = ItemId::from("q8");
        let text = write("q8", Language::English, "Themes");
        response.apply(questionnaire, text, now).unwrap();
        let decide = |decision| Edit::Decide {
            item: "q8".into(),
            decision,
        };
        response
            .apply(questionnaire, decide(Decision::NotApplicable), now)
            .unwrap();
        assert_eq!(
            response.state(questionnaire, &item),
            ItemState::NotApplicable
        );
        assert_eq!(response.answer(&item).unwrap().text.en, "Themes");
        response
            .apply(questionnaire, decide(Decision::Open), now)
            .unwrap();
        assert_eq!(response.state(questionnaire, &item), ItemState::Answered);
    }

    #[test]
    fn an_edit_that_does_not_fit_changes_nothing() {
        let (questionnaire, mut response, now) = start();
        let before = response.clone();
        for edit in [
            choose("q1", &["q1.yes", "q1.no"]),
            choose("q1", &["q2.yes"]),
            choose("q4", &[]),
            write("q3", Language::English, "x"),
            write("q99", Language::English, "x"),
            Edit::RemoveLine(0),
            Edit::Together(vec![choose("q1", &["q1.yes"]), Edit::RemoveLine(0)]),
        ] {
            assert!(
                response.apply(questionnaire, edit.clone(), now).is_err(),
                "{edit:?}"
            );
            assert_eq!(before, response);
        }
    }
}
