//! Files that are dragged over the window and dropped on it.

use std::path::PathBuf;

use egui::{Align2, Area, Context, Frame, Id, Label, Margin, Order, Stroke};

use super::theme;
use super::view::View;
use crate::app::{Action, Dropped};
use crate::i18n::{Message, start as say, translation, update};

/// What was dropped in this frame.
pub(super) fn dropped(context: &Context) -> Option<Action> {
    let paths: Vec<PathBuf> = context.input(|input| {
        let files = input.raw.dropped_files.iter();
        files.map(|file| file.path().to_path_buf()).collect()
    });
    (!paths.is_empty()).then_some(Action::TakeFiles(paths))
}

/// Says what dropping would do while something is dragged over the window.
pub(super) fn overlay_ui(context: &Context, view: &View<'_>) {
    let hovered = context.input(|input| input.raw.hovered_files.clone());
    let alone = view.session.dialog().is_some() || view.session.must_choose_language();
    if hovered.is_empty() || alone {
        return;
    }
    // Some systems tell the names only when the files are dropped.
    let known: Option<Vec<PathBuf>> = hovered.into_iter().map(|file| file.path).collect();
    let text = view.say(&message(known.as_deref()));
    let screen = context.content_rect();
    let palette = theme::of(context);
    Area::new(Id::unique("drop here"))
        .order(Order::Foreground)
        .anchor(Align2::LEFT_TOP, [0.0, 0.0])
        .interactable(false)
        .show(context, |ui| {
            let margin = 12.0;
            let inside = screen.shrink(margin);
            ui.painter()
                .rect_filled(screen, 0.0, palette.ground.gamma_multiply(0.8));
            let stroke = Stroke::new(3.0, palette.blue);
            ui.painter()
                .rect_stroke(inside, 8.0, stroke, egui::StrokeKind::Inside);
            let width = (inside.width() - 48.0).min(theme::COLUMN_WIDTH);
            let middle = egui::Rect::from_center_size(inside.center(), egui::vec2(width, 80.0));
            ui.scope_builder(egui::UiBuilder::new().max_rect(middle), |ui| {
                ui.vertical_centered(|ui| {
                    Frame::new()
                        .fill(palette.ground)
                        .stroke(Stroke::new(1.0, palette.blue))
                        .corner_radius(6)
                        .inner_margin(Margin::symmetric(24, 16))
                        .show(ui, |ui| {
                            ui.add(Label::new(theme::strong(&text, theme::LARGE)).wrap());
                        });
                });
            });
        });
}

fn message(paths: Option<&[PathBuf]>) -> Message {
    match paths.map(Dropped::of) {
        Some(Dropped::Draft(_)) => say::drop_open(),
        Some(Dropped::Pages(_)) => say::drop_import(),
        Some(Dropped::Submissions { files, .. }) if files.len() > 1 => say::drop_verify_each(),
        Some(Dropped::Submissions { .. }) => say::drop_verify(),
        Some(Dropped::Release(_)) => update::drop(),
        Some(Dropped::Translations(_)) => translation::drop(),
        Some(Dropped::Unknown) => say::drop_unknown(),
        None => say::drop_any(),
    }
}
