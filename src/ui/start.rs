//! Where a response begins or goes on.

use egui::{Label, Ui};

use super::button::{button_ui, main_button_ui};
use super::question::heading_ui;
use super::theme;
use super::view::View;
use crate::app::{Action, EXAMPLES, Intent};
use crate::i18n::window;

/// Draws the screen.
pub(super) fn start_ui(ui: &mut Ui, view: &mut View<'_>) {
    let questionnaire = view.session.questionnaire();
    heading_ui(ui, &view.wording(&questionnaire.title), 1);
    for paragraph in &questionnaire.introduction {
        ui.add(Label::new(view.wording(paragraph)).wrap());
    }
    ui.horizontal_wrapped(|ui| {
        if main_button_ui(ui, &view.say(&window::file_new())).clicked() {
            view.act(Action::Begin(Intent::New));
        }
        if button_ui(ui, &view.say(&window::file_open())).clicked() {
            view.act(Action::Begin(Intent::Open));
        }
        if button_ui(ui, &view.say(&window::file_import())).clicked() {
            view.act(Action::Begin(Intent::Import));
        }
    });
    ui.add_space(theme::STEP);
    heading_ui(ui, &view.say(&window::file_examples()), 2);
    for (index, example) in EXAMPLES.iter().enumerate() {
        if button_ui(ui, &view.say(&(example.name)())).clicked() {
            view.act(Action::Begin(Intent::Example(index)));
        }
    }
}
