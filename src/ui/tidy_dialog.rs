//! The dialog that shows what of the typography would change.

use egui::text::{LayoutJob, TextFormat};
use egui::{Id, Label, TextStyle, Ui};

use super::button::{button_ui, main_button_if_ui};
use super::choice::check_ui;
use super::dialogs::focus_first;
use super::question::heading_ui;
use super::theme;
use super::view::{View, describe, on_screen};
use crate::app::{Action, Dialog, TidyForm};
use crate::i18n::{editing as say, window};
use crate::text::tidy::{Excerpt, Piece};

/// Draws the list, each with a check box, and the buttons.
pub(super) fn tidy_ui(ui: &mut Ui, view: &mut View<'_>, form: &TidyForm) {
    ui.add(Label::new(view.say(&say::tidy_explanation())).wrap());
    let mut changed = None;
    ui.horizontal_wrapped(|ui| {
        let all = button_ui(ui, &view.say(&say::tidy_all_on()));
        focus_first(view, &all);
        if all.clicked() {
            changed = Some(form.clone().with_all(true));
        }
        if button_ui(ui, &view.say(&say::tidy_all_off())).clicked() {
            changed = Some(form.clone().with_all(false));
        }
    });
    let mut place = None;
    for (index, shown) in form.shown().iter().enumerate() {
        if place != Some(&shown.place) {
            place = Some(&shown.place);
            ui.add_space(theme::STEP);
            heading_ui(ui, &view.say(&shown.place), 2);
        }
        let id = Id::unique(("tidy", index));
        let reason = view.say(&shown.reason);
        let clicked = check_ui(ui, id, form.wants(index), &reason, false).clicked();
        let (before, after) = (plain(&shown.excerpt.before), plain(&shown.excerpt.after));
        describe(ui, id, &view.say(&say::tidy_becomes(before, after)));
        excerpt_ui(ui, view, &shown.excerpt);
        if clicked {
            changed = Some(form.clone().toggled(index));
        }
    }
    if let Some(form) = changed {
        view.act(Action::Fill(Dialog::Tidy(Box::new(form))));
    }
    ui.add_space(theme::STEP);
    ui.horizontal_wrapped(|ui| {
        let wanted = form.wanted();
        let text = view.say(&say::tidy_confirm(wanted));
        if main_button_if_ui(ui, wanted > 0, &text).clicked() {
            view.act(Action::Confirm);
        }
        if button_ui(ui, &view.say(&window::cancel())).clicked() {
            view.act(Action::Cancel);
        }
    });
}

fn plain(pieces: &[Piece]) -> String {
    pieces.iter().map(|piece| piece.text.as_str()).collect()
}

/// Before and after below each other; what differs has a ground of its own,
/// since a no-break space looks like any other.
fn excerpt_ui(ui: &mut Ui, view: &View<'_>, excerpt: &Excerpt) {
    let left = 28.0;
    for (title, pieces) in [
        (say::tidy_before(), &excerpt.before),
        (say::tidy_after(), &excerpt.after),
    ] {
        ui.horizontal_top(|ui| {
            ui.add_space(left);
            let width = ui.label(theme::soft(view.say(&title))).rect.width();
            ui.add_space((13.0 * theme::STEP - width).max(0.0));
            ui.add(Label::new(job(ui, pieces)).wrap());
        });
    }
}

fn job(ui: &Ui, pieces: &[Piece]) -> LayoutJob {
    let palette = theme::palette(ui);
    let font = TextStyle::Body.resolve(ui.style());
    let mut job = LayoutJob::default();
    for piece in pieces {
        let mut format = TextFormat::simple(font.clone(), palette.ink);
        if piece.differs {
            format.background = palette.blue_soft;
            format.underline = egui::Stroke::new(1.5, palette.blue);
        }
        job.append(&on_screen(&piece.text), 0.0, format);
    }
    job
}
