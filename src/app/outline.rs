//! The structure of a text in one language, laid out in the other to be filled.
//!
//! Empty items are in no stored text, so they are none of the response: they
//! are kept here, beside it, and Undo takes them away like any other change.

use std::sync::Arc;

use super::{Session, Status, Target};
use crate::app::translating::language_name;
use crate::i18n::{Language, lists as say};
use crate::questionnaire::ItemId;
use crate::text::Writing;
use crate::text::writing::Kind;

/// What the lines of a text are, for one that is to have the same.
pub type Outline = Arc<[Kind]>;

impl Session {
    /// The structures that were laid out, with the text that is to have each.
    pub fn outlines(&self) -> impl Iterator<Item = (&ItemId, Language, &Outline)> {
        let outlines = self.outlines.iter();
        outlines.map(|((item, language), outline)| (item, *language, outline))
    }

    /// Lays the structure of a text out in the other language, behind what
    /// stands there. Where something else stands there, nothing happens.
    pub(super) fn copy_structure(&mut self, item: &ItemId, to: Language) {
        let Some(answer) = self.response.answer(item) else {
            return;
        };
        let writing = |language| Writing::from_stored(answer.text.get(language));
        let outline = writing(to.other()).outline();
        if !writing(to).lacks_lines_of(&outline) {
            return;
        }
        let before = self.set_outline(item, to, Some(outline.into()));
        let response = &self.response;
        self.history
            .remember_outline(item.clone(), to, before, response);
        self.go_to(Target::Text(item.clone(), to));
        let from = language_name(to.other());
        self.status = Some(Status::done(say::outline_copied(from, language_name(to))));
    }

    /// Sets what is laid out in a text; says what was.
    pub(super) fn set_outline(
        &mut self,
        item: &ItemId,
        language: Language,
        outline: Option<Outline>,
    ) -> Option<Outline> {
        let key = (item.clone(), language);
        match outline {
            Some(outline) => self.outlines.insert(key, outline),
            None => self.outlines.remove(&key),
        }
    }
}
