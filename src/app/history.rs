//! Undo and redo over the whole form.
//!
//! What was done is kept as what differs from the response ([`packed`]), so
//! that many steps in long texts cost little. Keys become steps by what was
//! typed ([`typing`]), not only by when.

mod packed;
mod typing;

use std::collections::VecDeque;

use chrono::{DateTime, FixedOffset, TimeDelta};

use self::packed::{Packed, State};
use self::typing::Typing;
use super::{OrganizationField, Outline, Target};
use crate::i18n::Language;
use crate::questionnaire::{ItemId, Role};
use crate::response::{Answer, AnswerText, Edit, Place, QuestionnaireResponse};

/// A pause as long as this ends a run of typing.
const RUN_PAUSE: TimeDelta = TimeDelta::seconds(3);
/// No more steps than these are kept.
const MAX_STEPS: usize = 10_000;
/// Nor more than so many bytes: the steps farthest away go first. All texts of
/// a form can be replaced some hundred times within it.
const MAX_BYTES: usize = 64 << 20;

/// The changes that were made, and those that were taken back.
#[derive(Debug, Default)]
pub struct History {
    done: VecDeque<Step>,
    undone: VecDeque<Step>,
    last_number: u64,
    /// The number of the last change that can no longer be taken back.
    forgotten: u64,
    run: Option<Run>,
}

/// What takes a change back, or makes it again.
#[derive(Debug)]
pub(super) enum Change {
    Edit(Edit),
    /// The structure that is laid out in a text.
    Outline(ItemId, Language, Option<Outline>),
}

/// One change for the person who made it.
#[derive(Debug)]
struct Step {
    number: u64,
    kept: Kept,
    bytes: usize,
    target: Option<Target>,
}

/// A change as it is kept.
#[derive(Debug)]
enum Kept {
    Edit(Packed),
    Outline(ItemId, Language, Option<Outline>),
}

#[derive(Debug)]
struct Run {
    field: Field,
    until: DateTime<FixedOffset>,
    /// What was typed, in the text of an answer.
    typing: Option<Typing>,
}

/// A field in which keys that follow each other are one change.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Field {
    Text(ItemId, Language),
    OrganizationId,
    OrganizationName(Language),
    OrganizationAbbreviation(Language),
    Cycle,
    Audience,
    Contact,
    Person(Role),
}

impl History {
    /// Remembers a change by its inverse; `response` is the one that was
    /// changed. Keys typed in one field are one change as long as they follow
    /// each other, without a pause.
    pub(super) fn remember(
        &mut self,
        edit: &Edit,
        inverse: Edit,
        response: &QuestionnaireResponse,
        now: DateTime<FixedOffset>,
    ) {
        let field = Field::of(edit);
        let texts = texts_of(edit, &inverse, response);
        let run = self.run.take().filter(|run| now <= run.until);
        let run = run.filter(|run| Some(&run.field) == field.as_ref());
        let (continues, typing) = match (run, texts) {
            (None, None) => (false, None),
            (Some(_), None) => (true, None),
            (run, Some((before, after))) => {
                let typing = run.and_then(|run| run.typing);
                match typing.and_then(|typing| typing.continued(before, after)) {
                    Some(typing) => (true, Some(typing)),
                    None => (false, Typing::begun(before, after)),
                }
            }
        };
        self.undone.clear();
        let lengthened = continues && self.lengthen(&inverse, response);
        // What is a change by itself is no run that goes on.
        self.run = field
            .filter(|_| texts.is_none() || typing.is_some())
            .map(|field| Run {
                field,
                until: now + RUN_PAUSE,
                typing,
            });
        if !lengthened {
            let target = target_of(edit, &inverse, response);
            self.last_number += 1;
            let number = self.last_number;
            let inverse = Change::Edit(inverse);
            let step = Step::new(number, inverse, State::of(response), target);
            self.done.push_back(step);
        }
        self.keep_within(MAX_STEPS, MAX_BYTES);
    }

    /// Remembers what was laid out in a text before. The response is the same
    /// as before, and so is its number.
    pub(super) fn remember_outline(
        &mut self,
        item: ItemId,
        language: Language,
        before: Option<Outline>,
        response: &QuestionnaireResponse,
    ) {
        let state = State::of(response);
        self.pause();
        self.undone.clear();
        let target = Target::Text(item.clone(), language);
        let before = Change::Outline(item, language, before);
        let number = self.position();
        self.done
            .push_back(Step::new(number, before, state, Some(target)));
        self.keep_within(MAX_STEPS, MAX_BYTES);
    }

    /// The last step takes one more change back; `inverse` is that of the change.
    fn lengthen(&mut self, inverse: &Edit, response: &QuestionnaireResponse) -> bool {
        let Some(step) = self.done.back_mut() else {
            return false;
        };
        let before = State::of(response).after(inverse);
        let Some(whole) = step.change(before) else {
            return false;
        };
        *step = Step::new(step.number, whole, State::of(response), step.target.take());
        true
    }

    /// Ends a run of typing.
    pub(super) fn pause(&mut self) {
        self.run = None;
    }

    /// What takes the last change back, until [`Self::undone`] says that it was done.
    pub(super) fn undo(&mut self, response: &QuestionnaireResponse) -> Option<Change> {
        self.pause();
        self.done.back()?.change(State::of(response))
    }

    /// The last change was taken back; `inverse` makes it again. Says where it was.
    pub(super) fn undone(
        &mut self,
        inverse: Change,
        response: &QuestionnaireResponse,
    ) -> Option<Target> {
        let step = self.done.pop_back()?;
        let target = step.target.clone();
        let step = Step::new(step.number, inverse, State::of(response), step.target);
        self.undone.push_back(step);
        self.keep_within(MAX_STEPS, MAX_BYTES);
        target
    }

    /// What makes a change again, until [`Self::redone`] says that it was done.
    pub(super) fn redo(&mut self, response: &QuestionnaireResponse) -> Option<Change> {
        self.pause();
        self.undone.back()?.change(State::of(response))
    }

    /// A change was made again; `inverse` takes it back. Says where it was.
    pub(super) fn redone(
        &mut self,
        inverse: Change,
        response: &QuestionnaireResponse,
    ) -> Option<Target> {
        let step = self.undone.pop_back()?;
        let target = step.target.clone();
        let step = Step::new(step.number, inverse, State::of(response), step.target);
        self.done.push_back(step);
        self.keep_within(MAX_STEPS, MAX_BYTES);
        target
    }

    /// Forgets what is farthest away, where there is more than is kept.
    fn keep_within(&mut self, most_steps: usize, most_bytes: usize) {
        let mut bytes = self.bytes();
        while self.done.len() + self.undone.len() > most_steps || bytes > most_bytes {
            // The nearest change can always be taken back, and made again.
            let step = if self.undone.len() > 1 {
                self.undone.pop_front()
            } else if self.done.len() > 1 {
                let step = self.done.pop_front();
                self.forgotten = step.as_ref().map_or(self.forgotten, |step| step.number);
                step
            } else {
                return;
            };
            bytes -= step.map_or(0, |step| step.bytes);
        }
    }

    /// How much is kept to take changes back and make them again, in bytes.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let steps = self.done.iter().chain(&self.undone);
        steps.map(|step| step.bytes).sum()
    }

    /// How many changes can be taken back.
    #[must_use]
    pub fn len(&self) -> usize {
        self.done.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.done.is_empty()
    }

    /// A number that is the same whenever the response is the same again.
    #[must_use]
    pub fn position(&self) -> u64 {
        self.done.back().map_or(self.forgotten, |step| step.number)
    }

    /// Whether there is a change to take back.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Whether there is a change to make again.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }
}

impl Step {
    fn new(number: u64, change: Change, state: State<'_>, target: Option<Target>) -> Step {
        let (kept, bytes) = match change {
            Change::Edit(edit) => {
                let packed = Packed::of(edit, state);
                let bytes = packed.bytes();
                (Kept::Edit(packed), bytes)
            }
            Change::Outline(item, language, outline) => {
                let bytes = outline.as_deref().map_or(0, size_of_val);
                (Kept::Outline(item, language, outline), bytes)
            }
        };
        Step {
            number,
            bytes: size_of::<Step>() + bytes,
            kept,
            target,
        }
    }

    /// The change, for answers in the state that it was kept for.
    fn change(&self, state: State<'_>) -> Option<Change> {
        Some(match &self.kept {
            Kept::Edit(packed) => Change::Edit(packed.unpack(state)?),
            Kept::Outline(item, language, outline) => {
                Change::Outline(item.clone(), *language, outline.clone())
            }
        })
    }
}

impl Field {
    fn of(edit: &Edit) -> Option<Field> {
        Some(match edit {
            Edit::Write { item, language, .. } => Field::Text(item.clone(), *language),
            Edit::OrganizationId(_) => Field::OrganizationId,
            Edit::OrganizationName(language, _) => Field::OrganizationName(*language),
            Edit::OrganizationAbbreviation(language, _) => {
                Field::OrganizationAbbreviation(*language)
            }
            Edit::Cycle(_) => Field::Cycle,
            Edit::Audience(_) => Field::Audience,
            Edit::Contact(_) => Field::Contact,
            Edit::Person(role, _) => Field::Person(*role),
            // A name, and the identifier that follows it.
            Edit::Together(edits) => return edits.first().and_then(Field::of),
            _ => return None,
        })
    }
}

/// The text of an answer before and after somebody wrote in it.
fn texts_of<'a>(
    edit: &Edit,
    inverse: &'a Edit,
    response: &'a QuestionnaireResponse,
) -> Option<(&'a str, &'a str)> {
    let Edit::Write { item, language, .. } = edit else {
        return None;
    };
    let before = put_back(restored(inverse, item)?);
    let text = |answer: Option<&'a Answer>| answer.map_or("", |answer| answer.text.get(*language));
    Some((text(before), text(response.answer(item))))
}

/// What of an inverse puts the answer to an item back, or its absence; nothing
/// where it leaves the item as it is.
fn restored<'a>(inverse: &'a Edit, wanted: &ItemId) -> Option<&'a Edit> {
    match inverse {
        Edit::Restore { item, .. } if item == wanted => Some(inverse),
        // The last of them is what the answer will be.
        Edit::Together(edits) => {
            let mut edits = edits.iter().rev();
            edits.find_map(|edit| restored(edit, wanted))
        }
        _ => None,
    }
}

/// The answer that is put back, if one is.
fn put_back(edit: &Edit) -> Option<&Answer> {
    match edit {
        Edit::Restore { answer, .. } => answer.as_deref(),
        _ => None,
    }
}

/// Where somebody writes who makes this change; nothing where it is no writing.
pub(super) fn place_of_typing(edit: &Edit) -> Option<Place> {
    Field::of(edit).and_then(|_| place_of(edit))
}

/// Where the focus goes when a change is taken back or made again: to the text
/// that changed, else to the place.
fn target_of(edit: &Edit, inverse: &Edit, response: &QuestionnaireResponse) -> Option<Target> {
    if let Some(field) = field_of(edit, inverse) {
        return Some(Target::Organization(field));
    }
    let place = place_of(edit)?;
    let Place::Item(item) = &place else {
        return Some(Target::Place(place));
    };
    let none = AnswerText::default();
    let now = response.answer(item).map_or(&none, |answer| &answer.text);
    let before = restored(inverse, item).and_then(put_back);
    let before = before.map_or(&none, |answer| &answer.text);
    let changed = |language: &Language| now.get(*language) != before.get(*language);
    let mut languages = response.languages().into_iter();
    let language = languages.find(changed);
    Some(match language {
        Some(language) => Target::Text(item.clone(), language),
        None => Target::Place(place),
    })
}

/// What was filled in of the organization, if anything was.
fn field_of(edit: &Edit, inverse: &Edit) -> Option<OrganizationField> {
    Some(match edit {
        Edit::OrganizationId(_) => OrganizationField::Id,
        Edit::OrganizationName(language, _) => OrganizationField::Name(*language),
        Edit::OrganizationAbbreviation(language, _) => OrganizationField::Abbreviation(*language),
        Edit::Cycle(_) => OrganizationField::Cycle,
        Edit::Audience(now) => match inverse {
            Edit::Audience(before) if now.en == before.en => {
                OrganizationField::Audience(Language::French)
            }
            _ => OrganizationField::Audience(Language::English),
        },
        Edit::AnswerLanguages(_) => OrganizationField::Languages,
        Edit::LanguageOrder(_) => OrganizationField::Order,
        Edit::Marking(_) => OrganizationField::Marking,
        Edit::Contact(_) => OrganizationField::Contact,
        // A name, and the identifier that follows it.
        Edit::Together(edits) => return edits.first().and_then(|edit| field_of(edit, inverse)),
        _ => return None,
    })
}

/// Where a change is seen.
fn place_of(edit: &Edit) -> Option<Place> {
    match edit {
        Edit::Choose { item, .. }
        | Edit::Write { item, .. }
        | Edit::SetSource { item, .. }
        | Edit::ConfirmTranslation { item, .. }
        | Edit::Decide { item, .. }
        | Edit::Release { item, .. }
        | Edit::Restore { item, .. } => Some(Place::Item(item.clone())),
        Edit::Person(role, _) => Some(Place::Person(*role)),
        Edit::RemoveLine(_) | Edit::InsertLine(..) => Some(Place::Unplaced),
        Edit::Acknowledge(_) | Edit::Acknowledgements(_) | Edit::ReadyForApproval(_) => None,
        Edit::Together(edits) => edits.iter().find_map(place_of),
        _ => Some(Place::Organization),
    }
}

#[cfg(test)]
mod tests;
