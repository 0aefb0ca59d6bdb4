//! The user guide.

use egui::Ui;

use super::question::heading_ui;
use super::view::View;
use crate::app::Screen;

/// Draws the screen.
pub(super) fn guide_ui(ui: &mut Ui, view: &mut View<'_>) {
    heading_ui(ui, &view.say(&Screen::Guide.message()), 1);
}
