//! The dialogs for texts that go to a translation bureau and come back.

use egui::{Id, Label, Ui};

use super::button::{button_ui, main_button_ui};
use super::choice::check_ui;
use super::dialogs::{buttons_ui, focus_first, path_ui};
use super::theme;
use super::view::View;
use crate::app::{Action, Browse, Dialog, WorkListForm};
use crate::export::xliff::Scope;
use crate::i18n::{translation as say, window};

/// Draws the dialog that asks where the texts are written.
pub(super) fn work_list_ui(ui: &mut Ui, view: &mut View<'_>, form: &WorkListForm) {
    ui.add(Label::new(view.say(&say::send_explanation())).wrap());
    let label = say::send_path();
    let (typed, entered) = path_ui(ui, view, &label, &form.path, Browse::WorkList, true);
    let mut filled = form.clone();
    if let Some(path) = typed {
        filled.path = path;
    }
    let all = form.scope == Scope::All;
    let text = view.say(&say::send_all());
    if check_ui(ui, Id::unique("all translations"), all, &text, false).clicked() {
        filled.scope = if all { Scope::Open } else { Scope::All };
    }
    if filled != *form {
        view.act(Action::Fill(Dialog::WorkList(filled)));
    }
    buttons_ui(ui, view, &say::send_confirm(), entered);
}

/// Draws the question before a file is replaced.
pub(super) fn replace_ui(ui: &mut Ui, view: &mut View<'_>, form: &WorkListForm) {
    let path = form.path.trim().to_owned();
    ui.add(Label::new(view.say(&say::replace(path))).wrap());
    ui.add_space(theme::STEP);
    ui.horizontal_wrapped(|ui| {
        let keep = main_button_ui(ui, &view.say(&window::cancel()));
        focus_first(view, &keep);
        if keep.clicked() {
            view.act(Action::OpenDialog(Dialog::WorkList(form.clone())));
        }
        if button_ui(ui, &view.say(&say::replace_confirm())).clicked() {
            view.act(Action::Confirm);
        }
    });
}

/// Draws the dialog that asks for the file that came back.
pub(super) fn translations_ui(ui: &mut Ui, view: &mut View<'_>, path: &str) {
    ui.add(Label::new(view.say(&say::take_explanation())).wrap());
    let label = say::take_path();
    let (typed, entered) = path_ui(ui, view, &label, path, Browse::Translations, true);
    if let Some(path) = typed {
        view.act(Action::Fill(Dialog::Translations(path)));
    }
    buttons_ui(ui, view, &say::take_confirm(), entered);
}
