//! The lines of each box from frame to frame.
//!
//! The response holds the stored form, and that is the truth. Beside it, only
//! while the window is open, stands what a stored form does not hold: an item
//! that is still empty, a space after the last word. Whatever changes the
//! stored text from elsewhere (undo, a draft that is opened) makes the lines anew.

use std::sync::Arc;

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{Context, Id, Ui};

use super::super::view::View;
use super::buffer::{BecameMark, Buffer};
use super::item_box_id;
use crate::app::Outline;
use crate::text::Writing;
use crate::text::document::word_count;

/// The lines of a box.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    /// The stored text that they were made of, or that was made of them.
    pub(super) stored: String,
    /// Of which draft it is an answer.
    draft: String,
    pub(super) writing: Writing,
    pub(super) became_mark: Option<BecameMark>,
    /// The structure that is to be filled, where one was laid out.
    outline: Option<Outline>,
    /// Differs where the lines differ.
    pub(super) hash: u64,
    pub(super) words: usize,
    /// Without line ends.
    pub(super) characters: usize,
    /// The lines before the last change that no stored text holds, such as an item
    /// that is still empty: Undo brings them back first.
    before: Option<Arc<Kept>>,
    /// How many times there are lines before.
    steps: usize,
}

/// So many changes that no stored text holds are remembered one after the other.
const MOST_STEPS: usize = 50;

impl Kept {
    fn new(
        draft: &str,
        stored: String,
        writing: Writing,
        became_mark: Option<BecameMark>,
        outline: Option<Outline>,
    ) -> Arc<Kept> {
        Arc::new(Kept {
            draft: draft.to_owned(),
            hash: egui::util::hash(&writing),
            words: word_count(writing.text()),
            characters: writing.text().chars().filter(|c| *c != '\n').count(),
            stored,
            writing,
            became_mark,
            outline,
            before: None,
            steps: 0,
        })
    }

    /// The same after other lines, from which it differs in what lines are, and which
    /// have the same stored text.
    fn after(self: Arc<Self>, before: &Arc<Kept>) -> Arc<Kept> {
        let is_change = self.writing.kinds() != before.writing.kinds();
        if self.stored != before.stored || self.became_mark.is_some() {
            return self;
        }
        let mut kept = Arc::unwrap_or_clone(self);
        (kept.before, kept.steps) = if is_change && before.steps < MOST_STEPS {
            (Some(Arc::clone(before)), before.steps + 1)
        } else {
            (before.before.clone(), before.steps)
        };
        Arc::new(kept)
    }
}

/// Takes back the last change of the box that has the focus, where no stored text
/// holds it.
pub(in crate::ui) fn take_back(context: &Context) -> bool {
    let Some(id) = context.memory(egui::Memory::focused) else {
        return false;
    };
    let kept = context.data(|data| data.get_temp::<Arc<Kept>>(key(id)));
    let Some((kept, before)) =
        kept.and_then(|kept| Some((Arc::clone(&kept), kept.before.clone()?)))
    else {
        return false;
    };
    follow(context, id, kept.writing.text(), before.writing.text());
    context.data_mut(|data| data.insert_temp(key(id), before));
    true
}

/// The lines of a box, made anew if its stored text is another one.
pub(super) fn of(ui: &Ui, view: &View<'_>, id: Id, stored: &str) -> Arc<Kept> {
    let draft = view.session.response().submission_id();
    let before = ui.data(|data| data.get_temp::<Arc<Kept>>(key(id)));
    let before = before.filter(|kept| kept.draft == draft);
    let outline = outline_of(view, id);
    let is_same = |kept: &&Arc<Kept>| kept.stored == stored && kept.outline.as_ref() == outline;
    if let Some(kept) = before.as_ref().filter(is_same) {
        return Arc::clone(kept);
    }
    let mut writing = Writing::from_stored(stored);
    if let Some(became) = before
        .as_ref()
        .and_then(|before| before.became_mark.as_ref())
    {
        undo_mark(&mut writing, became);
    }
    let laid_out = outline.and_then(|outline| writing.completed(outline));
    let begins = writing.text().chars().count();
    let is_new = before.as_ref().is_some_and(|kept| kept.outline.is_none()) && laid_out.is_some();
    let writing = laid_out.unwrap_or(writing);
    let kept = Kept::new(draft, stored.to_owned(), writing, None, outline.cloned());
    if is_new {
        // The first line that is to be filled.
        put_caret(ui.ctx(), id, if begins == 0 { 0 } else { begins + 1 });
    } else if let Some(before) = before {
        follow(ui.ctx(), id, before.writing.text(), kept.writing.text());
    }
    ui.data_mut(|data| data.insert_temp(key(id), Arc::clone(&kept)));
    kept
}

/// The structure that was laid out in a box, if any.
fn outline_of<'a>(view: &View<'a>, id: Id) -> Option<&'a Outline> {
    let mut outlines = view.session.outlines();
    let found = outlines.find(|(item, language, _)| item_box_id(item, *language) == id);
    found.map(|(.., outline)| outline)
}

/// The field was left: what its stored text does not hold is gone, but for a
/// structure that is still to be filled.
pub(super) fn forget(ui: &Ui, id: Id) {
    ui.data_mut(|data| {
        let kept = data.get_temp::<Arc<Kept>>(key(id));
        if kept.is_none_or(|kept| kept.outline.is_none()) {
            data.remove::<Arc<Kept>>(key(id));
        }
    });
}

/// Keeps what was written; gives back the stored text where that is another one.
pub(super) fn keep(ui: &Ui, id: Id, before: &Arc<Kept>, buffer: Buffer<'_>) -> Option<String> {
    if buffer.writing == before.writing && buffer.became_mark == before.became_mark {
        return None;
    }
    let stored = buffer.writing.to_stored();
    let kept = Kept::new(
        &before.draft,
        stored.clone(),
        buffer.writing,
        buffer.became_mark,
        before.outline.clone(),
    );
    ui.data_mut(|data| data.insert_temp(key(id), kept.after(before)));
    (stored != before.stored).then_some(stored)
}

/// Where undo took a mark back, the space that made it one is there again:
/// a stored text ends no line with it.
fn undo_mark(writing: &mut Writing, became: &BecameMark) {
    let literal = became.literal.trim_end();
    let end = became.at + literal.chars().count();
    let is_back = writing.text().chars().skip(became.at).take(end - became.at);
    let line_ends = writing.text().chars().nth(end).is_none_or(|c| c == '\n');
    if line_ends && is_back.eq(literal.chars()) {
        writing.insert(end, " ");
    }
}

/// Puts the caret where a text was changed by undo or redo.
fn follow(context: &Context, id: Id, before: &str, now: &str) {
    if before == now {
        return;
    }
    let pairs = before.chars().zip(now.chars());
    let same = pairs.take_while(|(one, other)| one == other).count();
    let pairs = before.chars().rev().zip(now.chars().rev());
    let same_at_end = pairs.take_while(|(one, other)| one == other).count();
    let length = now.chars().count();
    let end = length.saturating_sub(same_at_end).max(same.min(length));
    put_caret(context, id, end);
}

fn put_caret(context: &Context, id: Id, at: usize) {
    let mut state = TextEditState::load(context, id).unwrap_or_default();
    let caret = CCursorRange::one(CCursor::new(at));
    state.cursor.set_char_range(Some(caret));
    state.store(context, id);
}

fn key(id: Id) -> Id {
    id.with("lines")
}
