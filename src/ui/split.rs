//! Two things beside each other.

use egui::{Layout, Ui, UiBuilder, vec2};

/// Two columns that begin where `ui` goes on; the second begins `at` points
/// further to the right. Draw the left one first: what is read and reached
/// with Tab follows the order of drawing.
pub(super) fn split(ui: &mut Ui, at: f32) -> (Ui, Ui) {
    let rect = ui.available_rect_before_wrap();
    let (left, right) = rect.split_left_right_at_x(rect.left() + at);
    let mut column = |rect| {
        let downwards = Layout::top_down(egui::Align::Min);
        ui.new_child(UiBuilder::new().max_rect(rect).layout(downwards))
    };
    (column(left), column(right))
}

/// Goes on below the higher of the two columns; says how high it was.
pub(super) fn join(ui: &mut Ui, left: &Ui, right: &Ui) -> egui::Rect {
    let used = left.min_rect().union(right.min_rect());
    let (_, rect) = ui.allocate_space(vec2(used.width(), used.height()));
    rect
}
