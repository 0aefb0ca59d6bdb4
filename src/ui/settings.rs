//! How the window looks, and what is in the program.

use egui::Ui;

use super::question::heading_ui;
use super::view::View;
use crate::app::Screen;

/// Draws the screen.
pub(super) fn settings_ui(ui: &mut Ui, view: &mut View<'_>) {
    heading_ui(ui, &view.say(&Screen::Settings.message()), 1);
}
