//! Boxes of long texts that are far out of view.
//!
//! Laying out a text that nobody sees costs little, but a screen reader is
//! given every line of it in every frame. So a long text that is more than a
//! screen away is only a box with a name and a value, as high as it was when
//! it was drawn last, until it comes near, gets the focus, or is spoken to.

use egui::accesskit::Action;
use egui::{Id, Rect, Response, Sense, Ui, Vec2, WidgetInfo};

use super::area;

/// Shorter texts are always drawn.
const LONG_BYTES: usize = 2_000;

/// How a box was when it was drawn last.
#[derive(Clone, Copy, PartialEq)]
struct Drawn {
    /// What it was drawn with: the lines, the width and the scale.
    with: u64,
    size: Vec2,
}

/// Draws the box of a text as a mere box, where that is enough.
///
/// `with` is what [`drawn_with`] says now.
pub(super) fn far_ui(ui: &mut Ui, id: Id, text: &str, with: u64) -> Option<Response> {
    if text.len() < LONG_BYTES || is_spoken_to(ui, id) {
        return None;
    }
    let drawn = ui.data(|data| data.get_temp::<Drawn>(key(id)))?;
    let rect = Rect::from_min_size(ui.cursor().min, drawn.size);
    let screen = ui.clip_rect();
    let near = screen.expand2(Vec2::new(0.0, screen.height()));
    if near.intersects(rect) || drawn.with != with {
        return None;
    }
    let (_, rect) = ui.allocate_space(drawn.size);
    let response = ui.interact(rect, id, Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::text_edit(ui.is_enabled(), text, text, ""));
    area::note(ui, &response);
    if response.has_focus() {
        ui.ctx().request_repaint();
    }
    Some(response)
}

/// Remembers how a box was drawn; `with` is what [`drawn_with`] said before.
pub(super) fn remember(ui: &Ui, id: Id, with: u64, size: Vec2) {
    ui.data_mut(|data| data.insert_temp(key(id), Drawn { with, size }));
}

/// What the size of a box follows from; `lines` differs where its lines do.
pub(super) fn drawn_with(ui: &Ui, lines: u64) -> u64 {
    let (width, scale) = (ui.available_width(), ui.pixels_per_point());
    egui::util::hash((lines, width.to_bits(), scale.to_bits()))
}

fn key(id: Id) -> Id {
    id.with("drawn")
}

/// Whether the box has the focus, or a screen reader is about to change it.
fn is_spoken_to(ui: &Ui, id: Id) -> bool {
    let changes = [
        Action::SetValue,
        Action::ReplaceSelectedText,
        Action::SetTextSelection,
    ];
    ui.memory(|memory| memory.has_focus(id))
        || ui.input(|input| {
            changes
                .iter()
                .any(|action| input.has_accesskit_action_request(id, *action))
        })
}
