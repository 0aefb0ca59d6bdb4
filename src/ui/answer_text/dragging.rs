//! Selected text that is dragged with the mouse to another place of its box: moved,
//! or copied where Ctrl is held.
//!
//! Only within a box: the windows of all systems are given files that are dropped,
//! and no text.

use std::ops::Range;

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{CursorIcon, Galley, Id, Key, Pos2, Rect, Response, Stroke, Ui, Vec2};

use super::super::theme;
use super::buffer::Buffer;
use super::menu;

/// A shorter way is that of a click.
const SHORTEST: f32 = 6.0;

/// A selection under a button that is held.
#[derive(Clone, Copy)]
struct Dragged {
    range: CCursorRange,
    from: Pos2,
    is_moved: bool,
}

/// What is to be put elsewhere, in characters.
#[derive(Clone, Default)]
pub(super) struct Dropped {
    range: Range<usize>,
    to: usize,
    copies: bool,
}

/// Where a text was drawn, and what was selected before egui saw the pointer.
pub(super) struct Drawn<'a> {
    pub(super) galley: &'a Galley,
    pub(super) corner: Vec2,
    pub(super) seen: Rect,
    pub(super) selected: Option<CCursorRange>,
}

/// Begins a drag, goes on with it, or ends it. What was dropped is put in its place
/// in the next frame; Escape leaves everything as it was.
pub(super) fn drag_ui(ui: &Ui, response: &Response, drawn: &Drawn<'_>, mut state: TextEditState) {
    let key = response.id.with("dragged text");
    let dragged = ui.data(|data| data.get_temp::<Dragged>(key));
    let Some(mut dragged) = dragged.or_else(|| begun(ui, response, drawn, &state)) else {
        return;
    };
    let (at, is_held, escaped, copies) = ui.input(|input| {
        let pointer = &input.pointer;
        let escaped = input.key_pressed(Key::Escape);
        let held = pointer.primary_down();
        (
            pointer.interact_pos(),
            held,
            escaped,
            input.modifiers.command,
        )
    });
    let at = at.unwrap_or(dragged.from);
    dragged.is_moved |= at.distance(dragged.from) >= SHORTEST;
    let cursor = drawn.galley.cursor_from_pos((at - drawn.corner).to_vec2());
    let mut range = dragged.range;
    if is_held && !escaped {
        ui.data_mut(|data| data.insert_temp(key, dragged));
        if dragged.is_moved {
            show(ui, drawn, cursor, copies);
        }
    } else {
        ui.data_mut(|data| data.remove::<Dragged>(key));
        if dragged.is_moved && !escaped && drawn.seen.contains(at) {
            let sorted = dragged.range.as_sorted_char_range();
            let dropped = Dropped {
                range: sorted.start.0..sorted.end.0,
                to: cursor.index.0,
                copies,
            };
            ui.data_mut(|data| data.insert_temp(drop_key(response.id), dropped));
            ui.ctx().request_repaint();
        } else if !dragged.is_moved {
            range = CCursorRange::one(cursor);
        }
    }
    state.cursor.set_char_range(Some(range));
    state.store(ui.ctx(), response.id);
}

/// Whether the button was pressed once inside of what was selected. egui would select
/// something else from there on; of the second and third press in a row, a word and a
/// line, which stays so.
fn begun(
    ui: &Ui,
    response: &Response,
    drawn: &Drawn<'_>,
    state: &TextEditState,
) -> Option<Dragged> {
    let pressed = ui.input(|input| input.pointer.primary_pressed() && !input.modifiers.shift);
    let at = response.interact_pointer_pos().filter(|_| pressed)?;
    let range = drawn.selected.filter(|range| !range.is_empty())?;
    let is_inside = menu::is_inside(drawn.galley, at - drawn.corner, range);
    let is_single = state
        .cursor
        .char_range()
        .is_none_or(|range| range.is_empty());
    if !is_inside || !is_single || !response.is_pointer_button_down_on() {
        return None;
    }
    ui.ctx().stop_dragging();
    Some(Dragged {
        range,
        from: at,
        is_moved: false,
    })
}

/// Where it would go.
fn show(ui: &Ui, drawn: &Drawn<'_>, cursor: CCursor, copies: bool) {
    ui.ctx().set_cursor_icon(if copies {
        CursorIcon::Copy
    } else {
        CursorIcon::Grabbing
    });
    let caret = drawn.galley.pos_from_cursor(cursor).translate(drawn.corner);
    let stroke = Stroke::new(2.0, theme::palette(ui).ink);
    let painter = ui.painter_at(drawn.seen);
    painter.line_segment([caret.left_top(), caret.left_bottom()], stroke);
    ui.ctx().request_repaint();
}

/// What was dropped in the last frame.
pub(super) fn dropped(ui: &Ui, id: Id) -> Option<Dropped> {
    ui.data_mut(|data| data.remove_temp::<Dropped>(drop_key(id)))
}

/// Puts what was dropped in its place, and selects it there.
pub(super) fn put(ui: &Ui, id: Id, dropped: &Dropped, buffer: &mut Buffer<'_>) {
    let Dropped { range, to, copies } = dropped;
    let range = if *copies {
        buffer.writing.copy_part(range, *to)
    } else {
        buffer.writing.move_part(range, *to)
    };
    buffer.became_mark = None;
    buffer.is_step = true;
    buffer.note();
    let range = CCursorRange::two(CCursor::new(range.start), CCursor::new(range.end));
    let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
    state.cursor.set_char_range(Some(range));
    state.store(ui.ctx(), id);
    ui.memory_mut(|memory| memory.request_focus(id));
}

fn drop_key(id: Id) -> Id {
    id.with("dropped text")
}
