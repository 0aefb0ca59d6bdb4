//! A screen that is one page: a column of text that scrolls.

use egui::{Frame, Margin, ScrollArea, Ui};

use super::anchor::Anchor;
use super::theme;
use super::view::View;
use super::{approve, form, guide, organization, review, settings, sign_off, start};
use crate::app::Screen;

/// Draws the screen that the session shows.
pub(super) fn screen_ui(ui: &mut Ui, view: &mut View<'_>, anchor: &mut Anchor) {
    match view.session.screen() {
        Screen::Start => page_ui(ui, view, start::start_ui),
        Screen::Organization => page_ui(ui, view, organization::organization_ui),
        Screen::Form => form::form_ui(ui, view, anchor),
        Screen::Review => review::review_ui(ui, view),
        Screen::SignOff => page_ui(ui, view, sign_off::sign_off_ui),
        Screen::Approve => approve::approve_ui(ui, view),
        Screen::Settings => page_ui(ui, view, settings::settings_ui),
        Screen::Guide => guide::guide_ui(ui, view),
    }
}

/// A column that scrolls; each screen keeps its place on its page.
fn page_ui(ui: &mut Ui, view: &mut View<'_>, draw: impl FnOnce(&mut Ui, &mut View<'_>)) {
    ScrollArea::vertical()
        .id_salt(view.session.screen())
        .auto_shrink([false, false])
        .show(ui, |ui| column_ui(ui, |ui| draw(ui, view)));
}

/// A column of text, at most some 80 characters wide.
pub(super) fn column_ui(ui: &mut Ui, draw: impl FnOnce(&mut Ui)) {
    column_of_width_ui(ui, theme::COLUMN_WIDTH, draw);
}

/// A column that is wider, where boxes stand beside each other in it. What is
/// read in it stands in [`narrow_ui`].
pub(super) fn column_of_width_ui(ui: &mut Ui, widest: f32, draw: impl FnOnce(&mut Ui)) {
    let roomy = ui.available_width() > theme::COLUMN_WIDTH;
    let margin = if roomy { 24 } else { 8 };
    let frame = Frame::new().inner_margin(Margin::symmetric(margin, 16));
    frame.show(ui, |ui| {
        let width = ui.available_width().min(widest);
        ui.set_width(width);
        ui.spacing_mut().item_spacing.y = theme::STEP;
        draw(ui);
        ui.add_space(4.0 * theme::STEP);
    });
}

/// Something that is read: no wider than a column of text.
pub(super) fn narrow_ui<R>(ui: &mut Ui, draw: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope(|ui| {
        ui.set_max_width(ui.available_width().min(theme::COLUMN_WIDTH));
        draw(ui)
    })
    .inner
}
