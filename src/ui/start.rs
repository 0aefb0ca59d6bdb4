//! Where a response begins or goes on.

mod drafts;
mod first_run;

use egui::{Label, Ui};

use super::button::{button_ui, main_button_ui};
use super::question::heading_ui;
use super::theme;
use super::view::View;
use crate::app::{Action, Dialog, EXAMPLES, Intent};
use crate::i18n::{approval, printing, start as say, window};

pub(super) use first_run::first_run_ui;

/// Draws the screen.
pub(super) fn start_ui(ui: &mut Ui, view: &mut View<'_>) {
    let questionnaire = view.session.questionnaire();
    heading_ui(ui, &view.wording(&questionnaire.title), 1);
    ui.add(Label::new(view.say(&say::lede())).wrap());
    ui.add_space(theme::STEP);
    begin_ui(ui, view);
    drafts::recovered_ui(ui, view);
    drafts::recent_ui(ui, view);
    examples_ui(ui, view);
}

fn begin_ui(ui: &mut Ui, view: &mut View<'_>) {
    heading_ui(ui, &view.say(&say::begin()), 2);
    ui.horizontal_wrapped(|ui| {
        let new = main_button_ui(ui, &view.say(&window::file_new()));
        if first_run::take_chosen(ui) {
            new.request_focus();
        }
        if new.clicked() {
            view.act(Action::Begin(Intent::New));
        }
        if button_ui(ui, &view.say(&window::file_open())).clicked() {
            view.act(Action::Begin(Intent::Open));
        }
        if button_ui(ui, &view.say(&window::file_import())).clicked() {
            view.act(Action::Begin(Intent::Import));
        }
        if button_ui(ui, &view.say(&say::verify())).clicked() {
            let form = view.session.verify_form();
            view.act(Action::OpenDialog(Dialog::Verify(form)));
        }
    });
    ui.horizontal_wrapped(|ui| others_ui(ui, view));
    let hint = view.say(&say::drop_hint());
    ui.add(Label::new(theme::soft(hint)).wrap());
    ui.add_space(theme::STEP);
}

/// What begins with a submission, or on paper.
fn others_ui(ui: &mut Ui, view: &mut View<'_>) {
    if button_ui(ui, &view.say(&approval::open())).clicked() {
        let form = view.session.verify_form();
        view.act(Action::OpenDialog(Dialog::Approve(form)));
    }
    if button_ui(ui, &view.say(&approval::correct())).clicked() {
        view.act(Action::Begin(Intent::Correct));
    }
    if button_ui(ui, &view.say(&printing::blank())).clicked() {
        let blank = view.session.blank_dialog();
        view.act(Action::OpenDialog(blank));
    }
}

fn examples_ui(ui: &mut Ui, view: &mut View<'_>) {
    heading_ui(ui, &view.say(&window::file_examples()), 2);
    let lede = view.say(&say::examples_lede());
    ui.add(Label::new(theme::soft(lede)).wrap());
    for (index, example) in EXAMPLES.iter().enumerate() {
        if button_ui(ui, &view.say(&(example.name)())).clicked() {
            view.act(Action::Begin(Intent::Example(index)));
        }
    }
}
