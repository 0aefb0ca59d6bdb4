//! The dialogs for a blank form.

use egui::{Label, Ui};

use super::button::{button_ui, main_button_ui};
use super::dialogs::{focus_first, path_ui};
use super::setting::{Setting, setting_ui};
use super::view::View;
use super::{printing, theme};
use crate::app::{Action, BlankForm, Browse, Dialog};
use crate::i18n::{printing as say, window};
use crate::response::AnswerLanguages;

/// Draws the dialog that asks for what a blank form needs.
pub(super) fn blank_ui(ui: &mut Ui, view: &mut View<'_>, form: &BlankForm) {
    ui.add(Label::new(view.say(&say::blank_explanation())).wrap());
    let label = say::blank_path();
    let (typed, entered) = path_ui(ui, view, &label, &form.path, Browse::Blank, true);
    let mut filled = form.clone();
    if let Some(path) = typed {
        filled.path = path;
    }
    let languages = setting_ui(
        ui,
        view,
        &Setting {
            salt: "blank-languages",
            title: say::blank_languages(),
            under_heading: false,
            locked: false,
            offered: &[
                (AnswerLanguages::English, window::languages_english()),
                (AnswerLanguages::French, window::languages_french()),
                (AnswerLanguages::Both, window::languages_both()),
            ],
            now: form.languages,
            note: None,
        },
    );
    filled.languages = languages.unwrap_or(form.languages);
    if form.languages == AnswerLanguages::Both {
        printing::arrangement_ui(ui, view);
    }
    printing::paper_ui(ui, view);
    let type_size = printing::type_size_ui(ui, view, form.type_size);
    filled.type_size = type_size.unwrap_or(form.type_size);
    if filled != *form {
        view.act(Action::Fill(Dialog::Blank(filled.clone())));
    }
    ui.add_space(theme::STEP);
    ui.horizontal_wrapped(|ui| {
        if main_button_ui(ui, &view.say(&say::blank_write())).clicked() || entered {
            view.act(Action::Confirm);
        }
        if button_ui(ui, &view.say(&say::print())).clicked() {
            view.act(Action::PrintBlank(filled));
        }
        if button_ui(ui, &view.say(&window::cancel())).clicked() {
            view.act(Action::Cancel);
        }
    });
}

/// Draws the question before a file is replaced.
pub(super) fn replace_ui(ui: &mut Ui, view: &mut View<'_>, form: &BlankForm) {
    let path = form.path.trim().to_owned();
    ui.add(Label::new(view.say(&say::blank_replace(path))).wrap());
    ui.add_space(theme::STEP);
    ui.horizontal_wrapped(|ui| {
        let keep = main_button_ui(ui, &view.say(&window::cancel()));
        focus_first(view, &keep);
        if keep.clicked() {
            view.act(Action::OpenDialog(Dialog::Blank(form.clone())));
        }
        if button_ui(ui, &view.say(&say::blank_replace_confirm())).clicked() {
            view.act(Action::Confirm);
        }
    });
}
