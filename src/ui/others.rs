//! What others wrote, beside the form, for reading.
//!
//! It stands where words are searched for: beside the form where there is room,
//! else above it, so that the text that is being written is never covered.

use egui::accesskit::Role;
use egui::{Frame, Id, Key, Label, Margin, Panel, ScrollArea, Ui};

use super::answer_text::{name_of, reading_ui};
use super::area::{self, Area};
use super::button::{button_ui, main_button_ui};
use super::choice::{RadioGroup, group_ui, radio_group_ui};
use super::dialogs::focus_first;
use super::guidance::bullet_ui;
use super::question::heading_ui;
use super::theme;
use super::view::{self, View, describe, is_new, landmark};
use crate::app::{Action, EXAMPLES, OtherAnswer, Others, OthersStep, Screen};
use crate::i18n::{Message, form as say, lists, window};
use crate::questionnaire::{Item, Question};
use crate::text::Writing;

/// Where the panel has room beside the form.
const BESIDE: f32 = 820.0;
/// Its width there.
const WIDTH: f32 = 380.0;
/// What panel and form do once for every time that somebody asks for it.
const OPENED: &str = "others-opened";
const SHOWN: &str = "others-shown";

/// Draws the panel, where it is open and the form is shown.
pub(super) fn panel_ui(ui: &mut Ui, view: &mut View<'_>) {
    let session = view.session;
    let opened_key = Id::unique(OPENED);
    let Some(others) = session.others().filter(|_| session.find().is_none()) else {
        for key in [opened_key, Id::unique(SHOWN)] {
            ui.data_mut(|data| data.remove::<u64>(key));
        }
        return;
    };
    let mut questions = session.questionnaire().questions();
    let question = questions.find(|question| question.id == others.question());
    let Some(question) = question.filter(|_| session.screen() == Screen::Form) else {
        return;
    };
    let focus = is_new(ui, opened_key, others.opened());
    let frame = Frame::new()
        .fill(theme::palette(ui).ground_soft)
        .inner_margin(Margin::same(12));
    if ui.available_width() >= BESIDE {
        Panel::right("others")
            .frame(frame)
            .resizable(false)
            .exact_size(WIDTH)
            .show(ui, |ui| contents_ui(ui, view, others, question, focus));
    } else {
        let height = ui.available_height() * 0.5;
        Panel::top("others-above")
            .frame(frame)
            .resizable(false)
            .exact_size(height)
            .show(ui, |ui| contents_ui(ui, view, others, question, focus));
    }
}

/// Whether somebody asked for the answers to this question since this was asked
/// last: then the form shows it, which may stand elsewhere beside the panel.
pub(super) fn has_opened(ui: &Ui, view: &View<'_>, question: &Question) -> bool {
    let others = view.session.others();
    let others = others.filter(|others| others.question() == question.id);
    others.is_some_and(|others| is_new(ui, Id::unique(SHOWN), others.opened()))
}

fn contents_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    others: &Others,
    question: &Question,
    focus: bool,
) {
    let title = view.say(&say::others_title());
    landmark(ui, Role::Complementary, &title);
    area::enter(ui.ctx(), Some(Area::Find));
    ScrollArea::vertical()
        .id_salt(("others", question.id.as_str(), others.example()))
        .auto_shrink([false, false])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = theme::STEP;
            heading_ui(ui, &title, 2);
            if button_ui(ui, &view.say(&say::others_close())).clicked() {
                view.act(Action::Others(OthersStep::Close));
            }
            let note = view.say(&say::others_note());
            ui.add(Label::new(theme::soft(note)).wrap());
            examples_ui(ui, view, others, focus);
            answers_ui(ui, view, others, question);
        });
    // Escape has taken the focus away already where it is pressed.
    let key = Id::unique("others had the focus");
    let had = ui.data(|data| data.get_temp::<bool>(key).unwrap_or_default());
    let dialog = view.session.dialog().is_some();
    if had && !dialog && ui.input(|input| input.key_pressed(Key::Escape)) {
        view.act(Action::Others(OthersStep::Close));
    }
    let has = view::holds_focus(ui, ui.max_rect());
    ui.data_mut(|data| data.insert_temp(key, has));
}

/// The organizations, of which one is read.
fn examples_ui(ui: &mut Ui, view: &mut View<'_>, others: &Others, focus: bool) {
    let names: Vec<String> = EXAMPLES
        .iter()
        .map(|example| view.say(&(example.name)()))
        .collect();
    let outcome = radio_group_ui(
        ui,
        &RadioGroup {
            id: Id::unique("other organization"),
            name: &view.say(&say::others_organization()),
            description: "",
            options: &names,
            selected: Some(others.example()),
            in_line: false,
            focus,
        },
    );
    if let Some(example) = outcome.selected {
        view.act(Action::Others(OthersStep::Choose(example)));
    }
}

fn answers_ui(ui: &mut Ui, view: &mut View<'_>, others: &Others, question: &Question) {
    let label = view.wording(&view.session.questionnaire().label_of(question));
    let organization = EXAMPLES.get(others.example());
    let organization = organization.map_or_else(String::new, |one| view.say(&(one.name)()));
    let name = view.say(&say::others_answer_name(organization, label.as_str()));
    let id = Id::unique(("others", question.id.as_str()));
    group_ui(ui, Role::Group, id, &name, "", |ui| {
        heading_ui(ui, &label, 3);
        if others.has_nothing(question) {
            ui.add(Label::new(view.say(&say::others_nothing())).wrap());
            return;
        }
        for item in &question.items {
            for prompt in &item.prompts {
                ui.add(Label::new(theme::soft(view.wording(prompt))).wrap());
            }
            ui.scope(|ui| answer_ui(ui, view, others, item, &name));
        }
    });
}

fn answer_ui(ui: &mut Ui, view: &mut View<'_>, others: &Others, item: &Item, name: &str) {
    match others.answer(item, view.language()) {
        OtherAnswer::Chosen(options) => {
            for option in options {
                let text = view.wording(option);
                bullet_ui(ui, |ui| {
                    ui.add(Label::new(text).wrap());
                });
            }
        }
        OtherAnswer::Written(stored, language) => {
            let published = view.say(&say::others_published(name_of(language)));
            ui.add(Label::new(theme::soft(published)).wrap());
            let writing = Writing::from_stored(stored);
            let id = Id::unique(("others text", others.example(), item.id.as_str()));
            if let Some(words) = reading_ui(ui, id, name, language, &writing) {
                view.act(Action::Others(OthersStep::Copy(words)));
            }
            let response = button_ui(ui, &view.say(&say::others_copy()));
            describe(ui, response.id, name);
            if response.clicked() {
                let words = writing.to_document().plain();
                view.act(Action::Others(OthersStep::Copy(words)));
            }
        }
        OtherAnswer::Decided(words) => {
            ui.add(Label::new(view.say(&words)).wrap());
        }
        OtherAnswer::Nothing => {
            ui.add(Label::new(theme::soft(view.say(&say::others_nothing()))).wrap());
        }
    }
}

/// Draws the button that opens the panel.
pub(super) fn open_ui(ui: &mut Ui, view: &mut View<'_>, question: &Question) {
    let text = say::others_open();
    let label = view.wording(&view.session.questionnaire().label_of(question));
    let name: Message = lists::command_name(text.clone(), label);
    let name = view.say(&name);
    let response = button_ui(ui, &view.say(&text));
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_label(name));
    if response.clicked() {
        let question = question.id.clone();
        view.act(Action::Others(OthersStep::Open(question)));
    }
}

/// Draws the contents of the dialog that asks before words are copied.
pub(super) fn consent_ui(ui: &mut Ui, view: &mut View<'_>) {
    ui.add(Label::new(view.say(&say::others_consent())).wrap());
    ui.add_space(theme::STEP);
    ui.horizontal_wrapped(|ui| {
        let copy = main_button_ui(ui, &view.say(&say::others_consent_confirm()));
        focus_first(view, &copy);
        if copy.clicked() {
            view.act(Action::Confirm);
        }
        if button_ui(ui, &view.say(&window::cancel())).clicked() {
            view.act(Action::Cancel);
        }
    });
}
