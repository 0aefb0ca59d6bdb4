//! Who signs, with which key, what is written where, and how it goes out: one
//! numbered card each, in the order in which it is done.

mod files;
mod formats;
mod key;
mod plan;
mod ready;
mod result;
mod sending;

use egui::{Frame, Label, Margin, Stroke, Ui};

use super::button::button_ui;
use super::form::card_ui;
use super::question::heading_ui;
use super::view::View;
use super::{people, theme};
use crate::app::{Action, Screen, SignOffForm};
use crate::i18n::{Message, sign_off as say, window};

/// Draws the screen.
pub(super) fn sign_off_ui(ui: &mut Ui, view: &mut View<'_>) {
    heading_ui(ui, &view.say(&Screen::SignOff.message()), 1);
    step_ui(ui, view, 1, &window::people_title(), people::people_ui);
    step_ui(ui, view, 2, &window::key_title(), key::key_ui);
    step_ui(ui, view, 3, &say::ready_title(), ready::ready_ui);
    step_ui(ui, view, 4, &say::files_title(), files::files_ui);
    step_ui(ui, view, 5, &say::sending_title(), sending::sending_ui);
}

/// One step on its card.
fn step_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    number: usize,
    title: &Message,
    contents: impl FnOnce(&mut Ui, &mut View<'_>),
) {
    card_ui(ui, |ui| {
        heading_ui(ui, &view.say(&say::card(number, title.clone())), 2);
        contents(ui, view);
    });
}

/// Something that belongs together, inside a card.
pub(super) fn inset_ui(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    let palette = theme::palette(ui);
    let frame = Frame::new()
        .fill(palette.ground_soft)
        .stroke(Stroke::new(1.0, palette.rule))
        .corner_radius(4)
        .inner_margin(Margin::same(12));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        contents(ui);
    });
}

/// A sentence that explains.
fn note_ui(ui: &mut Ui, view: &View<'_>, message: &Message) {
    ui.add(Label::new(theme::soft(view.say(message))).wrap());
}

/// A sentence of its own.
fn sentence_ui(ui: &mut Ui, view: &View<'_>, message: &Message) {
    ui.add(Label::new(view.say(message)).wrap());
}

/// Something that is to be known, with the colour of a warning.
fn caution_ui(ui: &mut Ui, view: &View<'_>, message: &Message) {
    let amber = theme::palette(ui).amber;
    let text = egui::RichText::new(view.say(message)).color(amber);
    ui.add(Label::new(text).wrap());
}

/// A button that puts a text on the clipboard.
fn copy_ui(ui: &mut Ui, view: &mut View<'_>, button: &Message, what: Message, text: String) {
    if button_ui(ui, &view.say(button)).clicked() {
        view.act(Action::Copy(what, text));
    }
}

/// Changes what is filled in on the screen.
pub(super) fn fill(view: &mut View<'_>, change: impl FnOnce(&mut SignOffForm)) {
    let mut form = view.session.sign_off().form().clone();
    change(&mut form);
    if form != *view.session.sign_off().form() {
        view.act(Action::FillSignOff(Box::new(form)));
    }
}
