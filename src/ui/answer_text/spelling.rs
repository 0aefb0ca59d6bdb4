//! Words of an answer that may be misspelled: a wavy line below them, words for
//! who does not see it, and what can be done about the one at the caret.

mod marks;
pub(super) mod menu;
mod popup;

use egui::text::CCursorRange;
use egui::{Context, Galley, Id, Rect, Ui, Vec2};

use super::super::bar;
use super::super::view::View;
use super::buffer::Buffer;
use super::kept::Kept;
use super::place;
use super::{AnswerBox, box_id};
use crate::app::{Action, Misspelling, SpellingStep};
use crate::i18n::spelling as say;
use crate::text::Writing;

pub(super) use self::marks::word_at;
pub(super) use self::popup::ids;

/// Asks the box that has the focus for suggestions, in this frame.
pub(in crate::ui) fn request(context: &Context) {
    let now = context.cumulative_frame_nr();
    if let Some(id) = context.memory(egui::Memory::focused) {
        context.data_mut(|data| data.insert_temp(requests(), (id, now)));
    }
}

fn is_requested(ui: &Ui, id: Id) -> bool {
    let now = (id, ui.ctx().cumulative_frame_nr());
    ui.data(|data| data.get_temp::<(Id, u64)>(requests())) == Some(now)
}

fn requests() -> Id {
    Id::unique("suggestions for an answer")
}

/// A text that was drawn.
pub(super) struct Drawn<'a> {
    writing: &'a Writing,
    /// Whether something was written in this frame.
    is_changed: bool,
    galley: &'a Galley,
    /// In which row of the galley each line begins.
    firsts: &'a [usize],
    corner: Vec2,
    /// The part of the window in which the box shows it.
    seen: Rect,
}

impl<'a> Drawn<'a> {
    /// Where the text is, and as what; how its lines were before this frame, and
    /// how they are.
    pub(super) fn new(
        (galley, firsts, corner, seen): (&'a Galley, &'a [usize], Vec2, Rect),
        before: &Kept,
        buffer: &'a Buffer<'_>,
    ) -> Self {
        Drawn {
            writing: &buffer.writing,
            is_changed: buffer.writing.text() != before.writing.text(),
            galley,
            firsts,
            corner,
            seen,
        }
    }
}

/// Draws the lines below words and the menu of a word, and follows the caret
/// where the box has the focus.
pub(super) fn spelling_ui(
    ui: &Ui,
    view: &mut View<'_>,
    answer_box: AnswerBox<'_>,
    drawn: &Drawn<'_>,
    caret: Option<CCursorRange>,
) {
    if !view.session.preferences().spelling() {
        return;
    }
    let caret = caret.map(|range| range.primary.index.0);
    if let Some(caret) = caret {
        follow_caret(ui, view, answer_box, drawn, caret);
    }
    marks::underlines_ui(ui, view, answer_box, drawn, caret);
    let id = box_id(answer_box.item, answer_box.language);
    popup::popup_ui(ui, view, id, drawn);
}

/// What follows from where the caret is: a word that somebody is still writing
/// has no line; into which other word the caret goes is told; and where suggestions
/// are asked for, they are opened, or the focus goes to the next such word.
fn follow_caret(
    ui: &Ui,
    view: &mut View<'_>,
    answer_box: AnswerBox<'_>,
    drawn: &Drawn<'_>,
    caret: usize,
) {
    let id = box_id(answer_box.item, answer_box.language);
    let writing = drawn.writing;
    let start = start_of_word(writing.text(), caret);
    let key = written(id);
    let before = ui.data(|data| data.get_temp::<usize>(key));
    let writes = drawn.is_changed || before == Some(start);
    ui.data_mut(|data| {
        if writes {
            data.insert_temp(key, start);
        } else {
            data.remove::<usize>(key);
        }
    });
    let at = word_at(view, answer_box, writing, caret);
    tell(ui, view, id, at.as_ref().filter(|_| !writes));
    if is_requested(ui, id) {
        if let Some(at) = at {
            popup::open(ui, id, at, caret);
        } else {
            let from = place::hit_at(answer_box, writing, caret);
            view.act(Action::Spelling(SpellingStep::GoToNext(from)));
        }
    }
}

/// Tells into which word the caret came.
fn tell(ui: &Ui, view: &View<'_>, id: Id, at: Option<&Misspelling>) {
    let key = id.with("misspelled");
    let before = ui.data(|data| data.get_temp::<Option<Misspelling>>(key));
    if let Some(at) = at
        && before.flatten().as_ref() != Some(at)
    {
        bar::announce(ui, view, id, view.say(&say::at_word(at.word.as_str())));
    }
    ui.data_mut(|data| data.insert_temp(key, at.cloned()));
}

/// Whether somebody is writing a word, and its first character.
fn is_written(ui: &Ui, id: Id) -> bool {
    ui.data(|data| data.get_temp::<usize>(written(id)))
        .is_some()
}

fn written(id: Id) -> Id {
    id.with("word that is written")
}

/// The box was left: nobody writes in it any more.
pub(super) fn forget(ui: &Ui, id: Id) {
    ui.data_mut(|data| {
        data.remove::<usize>(written(id));
        data.remove::<Option<Misspelling>>(id.with("misspelled"));
    });
}

/// Where the letters begin that stand before the caret, in characters.
fn start_of_word(text: &str, caret: usize) -> usize {
    let end = text
        .char_indices()
        .nth(caret)
        .map_or(text.len(), |(at, _)| at);
    let before = text.get(..end).unwrap_or_default().chars().rev();
    let letters = before.take_while(|c| c.is_alphanumeric() || matches!(c, '\'' | '’' | '-'));
    caret.saturating_sub(letters.count())
}
