//! Who signs, with which key, and what is written.

use egui::Ui;

use super::button::{button_ui, main_button_ui};
use super::form::card_ui;
use super::question::heading_ui;
use super::view::View;
use super::{people, theme};
use crate::app::{Action, Dialog, KeyRequest, Screen};
use crate::i18n::window;

/// Draws the screen.
pub(super) fn sign_off_ui(ui: &mut Ui, view: &mut View<'_>) {
    heading_ui(ui, &view.say(&Screen::SignOff.message()), 1);
    card_ui(ui, |ui| people::people_ui(ui, view));
    card_ui(ui, |ui| key_ui(ui, view));
    if main_button_ui(ui, &view.say(&window::export())).clicked() {
        let form = view.session.export_form();
        view.act(Action::OpenDialog(Dialog::Export(form)));
    }
}

fn key_ui(ui: &mut Ui, view: &mut View<'_>) {
    heading_ui(ui, &view.say(&window::key_title()), 2);
    if let Some(key) = view.session.key() {
        ui.label(theme::soft(view.say(&window::key_opened(key.name()))));
    }
    ui.horizontal_wrapped(|ui| {
        if button_ui(ui, &view.say(&window::key_open())).clicked() {
            view.act(Action::OpenDialog(Dialog::OpenKey(KeyRequest::default())));
        }
        if button_ui(ui, &view.say(&window::key_make())).clicked() {
            view.act(Action::OpenDialog(Dialog::make_key()));
        }
        if view.session.key().is_some() && button_ui(ui, &view.say(&window::key_forget())).clicked()
        {
            view.act(Action::ForgetKey);
        }
    });
}
