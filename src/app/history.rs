//! Undo and redo over edits.

use chrono::{DateTime, FixedOffset, TimeDelta};

use crate::i18n::Language;
use crate::questionnaire::{ItemId, Role};
use crate::response::{Edit, Place};

/// A pause as long as this ends a run of typing.
const RUN_PAUSE: TimeDelta = TimeDelta::seconds(3);

/// The changes that were made, and those that were taken back.
#[derive(Debug, Default)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
    last_number: u64,
    run: Option<Run>,
}

/// One change for the person who made it.
#[derive(Debug)]
struct Step {
    number: u64,
    edit: Edit,
    place: Option<Place>,
}

#[derive(Debug)]
struct Run {
    field: Field,
    until: DateTime<FixedOffset>,
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
    /// Remembers a change by its inverse. Keys typed in one field without a
    /// pause become one change.
    pub(super) fn remember(&mut self, edit: &Edit, inverse: Edit, now: DateTime<FixedOffset>) {
        let field = Field::of(edit);
        let continues = match (&self.run, &field) {
            (Some(run), Some(field)) => run.field == *field && now <= run.until,
            _ => false,
        };
        self.run = field.map(|field| Run {
            field,
            until: now + RUN_PAUSE,
        });
        self.undone.clear();
        if !continues {
            self.last_number += 1;
            self.done.push(Step {
                number: self.last_number,
                place: place_of(edit),
                edit: inverse,
            });
        }
    }

    /// Ends a run of typing.
    pub(super) fn pause(&mut self) {
        self.run = None;
    }

    /// What takes the last change back, until [`Self::undone`] says that it was done.
    pub(super) fn undo(&mut self) -> Option<Edit> {
        self.pause();
        self.done.last().map(|step| step.edit.clone())
    }

    /// The last change was taken back; `inverse` makes it again. Says where it was.
    pub(super) fn undone(&mut self, inverse: Edit) -> Option<Place> {
        let step = self.done.pop()?;
        let place = step.place.clone();
        self.undone.push(Step {
            edit: inverse,
            ..step
        });
        place
    }

    /// What makes a change again, until [`Self::redone`] says that it was done.
    pub(super) fn redo(&mut self) -> Option<Edit> {
        self.pause();
        self.undone.last().map(|step| step.edit.clone())
    }

    /// A change was made again; `inverse` takes it back. Says where it was.
    pub(super) fn redone(&mut self, inverse: Edit) -> Option<Place> {
        let step = self.undone.pop()?;
        let place = step.place.clone();
        self.done.push(Step {
            edit: inverse,
            ..step
        });
        place
    }

    /// A number that is the same whenever the response is the same again.
    #[must_use]
    pub fn position(&self) -> u64 {
        self.done.last().map_or(0, |step| step.number)
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

/// Where somebody writes who makes this change; nothing where it is no writing.
pub(super) fn place_of_typing(edit: &Edit) -> Option<Place> {
    Field::of(edit).and_then(|_| place_of(edit))
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
