//! Buttons.

use egui::{Button, Response, RichText, Sense, Stroke, Ui, vec2};

use super::theme;
use super::view::attend;

/// A button.
pub(super) fn button_ui(ui: &mut Ui, text: &str) -> Response {
    let response = ui.add(Button::new(text));
    attend(ui, &response);
    response
}

/// A button that may be out of use.
pub(super) fn button_if_ui(ui: &mut Ui, enabled: bool, text: &str) -> Response {
    let response = ui.add_enabled(enabled, Button::new(text));
    attend(ui, &response);
    response
}

/// The one button that a screen or dialog is for.
pub(super) fn main_button_ui(ui: &mut Ui, text: &str) -> Response {
    main_button_if_ui(ui, true, text)
}

/// The same where it may be out of use.
pub(super) fn main_button_if_ui(ui: &mut Ui, enabled: bool, text: &str) -> Response {
    let palette = theme::palette(ui);
    let text = RichText::new(text).color(palette.on_blue);
    let button = Button::new(text)
        .fill(palette.blue)
        .stroke(Stroke::new(1.0, palette.blue));
    let response = ui.add_enabled(enabled, button);
    attend(ui, &response);
    response
}

/// A line that opens and closes what is below it.
pub(super) fn disclosure_ui(ui: &mut Ui, id: egui::Id, open: bool, text: &str) -> Response {
    let palette = theme::palette(ui);
    let arrow = 3.0 * theme::STEP;
    let width = ui.available_width();
    let galley = ui.painter().layout(
        text.to_owned(),
        egui::TextStyle::Body.resolve(ui.style()),
        palette.blue,
        width - arrow,
    );
    let size = vec2(width, galley.size().y.max(24.0) + theme::STEP);
    let (_, rect) = ui.allocate_space(size);
    let response = ui.interact(rect, id, Sense::click());
    let painter = ui.painter();
    if response.hovered() {
        painter.rect_filled(rect, 4.0, palette.blue_soft);
    }
    let middle = egui::pos2(rect.left() + arrow / 2.0, rect.center().y);
    super::icon::disclosure(painter, middle, open, palette.blue);
    let corner = rect.min + vec2(arrow, (rect.height() - galley.size().y) / 2.0);
    painter.galley(corner, galley, palette.blue);
    response.widget_info(|| {
        egui::WidgetInfo::labeled(egui::accesskit::Role::Button, ui.is_enabled(), text)
    });
    ui.ctx()
        .accesskit_node_builder(id, |node| node.set_expanded(open));
    attend(ui, &response);
    response
}
