//! How much room a box has: it grows with its text up to a height, then the
//! text scrolls inside.
//!
//! The wheel turns the text only where the box has the focus: whoever turns
//! the page past a long text is not caught in it, and at its end the page
//! goes on.

use egui::scroll_area::ScrollSource;
use egui::text::CCursorRange;
use egui::text_edit::TextEditOutput;
use egui::{Frame, Id, Margin, Rect, ScrollArea, Shape, Ui, epaint};

use super::super::theme;
use super::super::view::View;
use crate::questionnaire::Item;

/// The part of the window that a box takes at most.
const SHARE: f32 = 0.6;
/// The same in the window with one answer, where its languages stand one below
/// the other.
const SHARE_OF_TWO: f32 = 0.34;
/// Below this a box does not scroll inside: so many points.
const LOWEST: f32 = 200.0;
/// Between the border and the text.
const MARGIN: i8 = 8;

/// How much room a box has.
#[derive(Clone, Copy)]
pub(super) struct Room {
    /// The greatest height.
    pub(super) high: f32,
    /// How many rows it has at least.
    pub(super) rows: usize,
}

/// How much room the box of an item has here.
pub(super) fn room_of(ui: &Ui, view: &View<'_>, item: &Item, is_beside: bool) -> Room {
    let screen = ui.clip_rect().height();
    let row = ui.text_style_height(&egui::TextStyle::Body) + 4.0;
    if view.session.alone() == Some(&item.id) {
        let share = if is_beside { SHARE } else { SHARE_OF_TWO };
        let high = (share * screen).max(4.0 * row);
        // As many rows as there is room for.
        let mut rows = 3;
        let mut filled = 5.0 * row;
        while filled < high {
            rows += 1;
            filled += row;
        }
        return Room { high, rows };
    }
    Room {
        high: (SHARE * screen).max(LOWEST),
        rows: if item.prompts.is_empty() { 4 } else { 3 },
    }
}

/// Draws the border of a box, and in it what may scroll. Gives back what that
/// said, and what is seen of it.
pub(super) fn scrolling_ui<R>(
    ui: &mut Ui,
    id: Id,
    high: f32,
    contents: impl FnOnce(&mut Ui) -> R,
) -> (R, Rect) {
    let ground = ui.painter().add(Shape::Noop);
    let has_focus = ui.memory(|memory| memory.has_focus(id));
    let source = ScrollSource {
        mouse_wheel: has_focus,
        ..ScrollSource::default()
    };
    let output = ScrollArea::vertical()
        .id_salt(("room", id))
        .max_height(high)
        .min_scrolled_height(high)
        .auto_shrink([false, true])
        .scroll_source(source)
        .show(ui, contents);
    // The rectangle is as high as there is room for, also where less is taken.
    let mut rect = output.inner_rect;
    rect.set_height(rect.height().min(output.content_size.y));
    let visuals = ui.visuals();
    let is_under = ui.rect_contains_pointer(rect);
    let look = if is_under && !has_focus {
        &visuals.widgets.hovered
    } else {
        &visuals.widgets.inactive
    };
    let border = epaint::RectShape::new(
        rect,
        look.corner_radius,
        visuals.text_edit_bg_color(),
        look.bg_stroke,
        epaint::StrokeKind::Inside,
    );
    ui.painter().set(ground, border);
    (output.inner, rect)
}

/// The frame of the text itself: the border does not scroll with it.
pub(super) fn frame() -> Frame {
    Frame::NONE.inner_margin(Margin::same(MARGIN))
}

/// Brings the caret into view within its box where it is somewhere else than
/// before. Gives it back where somebody moved it, so that the page follows.
pub(super) fn follow_caret(ui: &Ui, id: Id, output: &TextEditOutput) -> Option<Rect> {
    let key = id.with("caret in view");
    if !ui.memory(|memory| memory.has_focus(id)) {
        ui.data_mut(|data| data.remove::<CCursorRange>(key));
        return None;
    }
    let range = output.state.cursor.range(&output.galley)?;
    let before = ui.data(|data| data.get_temp::<CCursorRange>(key));
    if before == Some(range) {
        return None;
    }
    ui.data_mut(|data| data.insert_temp(key, range));
    let caret = output.galley.pos_from_cursor(range.primary);
    let caret = caret.translate(output.galley_pos.to_vec2());
    ui.scroll_to_rect(caret.expand(theme::STEP), None);
    before.map(|_| caret)
}

/// Lets the page follow a caret that was moved: to where it will be seen.
pub(super) fn page_follows(ui: &Ui, seen: Rect, moved: Option<Rect>) {
    let Some(caret) = moved else {
        return;
    };
    let top = caret.top().clamp(seen.top(), seen.bottom());
    let bottom = caret.bottom().clamp(top, seen.bottom());
    let rect = Rect::from_min_max(
        egui::pos2(seen.left(), top),
        egui::pos2(seen.left() + 1.0, bottom),
    );
    ui.scroll_to_rect(rect.expand2(egui::vec2(0.0, theme::STEP)), None);
}
