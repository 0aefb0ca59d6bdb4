//! What the line of the caret is, in words, for who does not see its mark.

use egui::{Id, Ui};

use super::super::bar;
use super::super::view::View;
use crate::i18n::{Message, lists};
use crate::text::Writing;
use crate::text::writing::{Kind, Mark};

/// Announces what the line of the caret is where that is something else than
/// it was before; a paragraph at the margin needs no word at first.
pub(super) fn announce(ui: &Ui, view: &View<'_>, id: Id, writing: &Writing, caret: usize) {
    let line = writing.line_at(caret);
    let now = (
        writing.kind(writing.first_line(line)),
        mark_of(writing, line),
    );
    let key = id.with("kind");
    let before = ui.data(|data| data.get_temp::<(Kind, Option<Mark>)>(key));
    if before.unwrap_or((Kind::PLAIN, None)) != now {
        bar::announce(ui, view, id, view.say(&words(now.0, now.1)));
    }
    ui.data_mut(|data| data.insert_temp(key, now));
}

/// The box was left: nothing more is said of its lines.
pub(super) fn forget(ui: &Ui, id: Id) {
    let key = id.with("kind");
    ui.data_mut(|data| data.remove::<(Kind, Option<Mark>)>(key));
    bar::forget_announcement(ui, id);
}

fn mark_of(writing: &Writing, line: usize) -> Option<Mark> {
    let first = writing.first_line(line);
    Writing::marks(writing.kinds())
        .get(first)
        .copied()
        .flatten()
}

fn words(kind: Kind, mark: Option<Mark>) -> Message {
    match (mark, kind) {
        (Some(Mark::Bullet { level }), _) => lists::at_bullet(level),
        (Some(Mark::Number { level, number }), _) => lists::at_number(number, level),
        (None, Kind::Heading { .. }) => lists::at_heading(),
        (None, Kind::Paragraph { depth }) if depth > 0 => lists::at_paragraph_in_item(depth),
        (None, _) => lists::at_paragraph(),
    }
}
