//! The key that signs.

use egui::Ui;

use super::super::button::button_ui;
use super::super::view::View;
use super::{note_ui, sentence_ui};
use crate::app::{Action, Dialog, KeyRequest};
use crate::i18n::{keys, sign_off as say, window};
use crate::submission::record::Role;

/// Draws what the card of the key holds.
pub(super) fn key_ui(ui: &mut Ui, view: &mut View<'_>) {
    note_ui(ui, view, &say::key_explanation());
    let opened = view.session.key();
    match opened {
        Some(key) => {
            let role = key.holder.role.in_words();
            sentence_ui(ui, view, &say::key_of(key.name(), role.clone()));
            if view.session.key_is_of_another() {
                note_ui(ui, view, &say::key_of_another(role, key.name()));
            }
        }
        None => sentence_ui(ui, view, &say::key_none()),
    }
    ui.horizontal_wrapped(|ui| {
        if button_ui(ui, &view.say(&window::key_open())).clicked() {
            view.act(Action::OpenDialog(Dialog::OpenKey(KeyRequest::of(
                Role::Preparer,
            ))));
        }
        if button_ui(ui, &view.say(&window::key_make())).clicked() {
            view.act(Action::OpenDialog(Dialog::make_key()));
        }
        if opened.is_some() && button_ui(ui, &view.say(&keys::key_hand_in())).clicked() {
            let dialog = view.session.hand_in_dialog();
            view.act(Action::OpenDialog(dialog));
        }
        if button_ui(ui, &view.say(&keys::passphrase_change())).clicked() {
            let dialog = view.session.change_passphrase_dialog();
            view.act(Action::OpenDialog(dialog));
        }
        if opened.is_some() && button_ui(ui, &view.say(&window::key_forget())).clicked() {
            view.act(Action::ForgetKey);
        }
    });
}
