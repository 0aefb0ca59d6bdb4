//! The window with one answer: what is asked, and all the room for the text.

use egui::{Frame, Id, Key, Label, Margin, Popup, ScrollArea, Ui};

use super::answer_text::{self, answer_text_ui};
use super::button::button_ui;
use super::finding::findings_ui;
use super::question::heading_ui;
use super::source_change::source_change_ui;
use super::view::{View, attend_again, holds_focus};
use super::{bar, shortcuts, theme, unofficial};
use crate::app::Action;
use crate::i18n::{editing, lists};
use crate::questionnaire::{Item, Question};
use crate::response::Place;

/// What is asked and the texts of an item, in the whole of a panel.
pub(super) fn alone_ui(ui: &mut Ui, view: &mut View<'_>, question: &Question, item: &Item) {
    leave_by_key(ui, view, item);
    announce(ui, view, question);
    ScrollArea::vertical()
        .id_salt(("alone", item.id.as_str()))
        .auto_shrink([false, false])
        .show(ui, |ui| {
            let frame = Frame::new().inner_margin(Margin::symmetric(16, 12));
            frame.show(ui, |ui| {
                ui.set_width(ui.available_width().min(1.3 * answer_text::WIDEST));
                ui.spacing_mut().item_spacing.y = theme::STEP;
                let drawn = ui.scope(|ui| contents_ui(ui, view, question, item));
                if holds_focus(ui, drawn.response.rect) {
                    view.focused = Some(Place::Item(item.id.clone()));
                }
            });
        });
}

fn contents_ui(ui: &mut Ui, view: &mut View<'_>, question: &Question, item: &Item) {
    let label = view.wording(&view.session.questionnaire().label_of(question));
    ui.horizontal_wrapped(|ui| {
        heading_ui(ui, &label, 1);
        let keys = shortcuts::keys_for(shortcuts::Command::Alone, |message| view.say(message));
        let leave = view.say(&editing::alone_leave());
        let text = view.say(&lists::with_keys(leave, keys));
        if button_ui(ui, &text).clicked() {
            leave_ui(ui, view, item);
        }
    });
    let wording = view.wording(&question.wording);
    ui.add(Label::new(theme::strong(&wording, theme::BODY)).wrap());
    if let Some(hint) = &question.hint {
        ui.label(theme::soft(view.wording(hint)));
    }
    unofficial::question_ui(ui, view, question);
    for prompt in &item.prompts {
        ui.add(Label::new(view.wording(prompt)).wrap());
    }
    answer_text_ui(ui, view, question, item);
    ui.scope(|ui| source_change_ui(ui, view, question, item));
    findings_ui(ui, view, &Place::Item(item.id.clone()));
}

/// The form again, at the same place: the box has the same id there, and so
/// keeps caret and selection.
fn leave_ui(ui: &Ui, view: &mut View<'_>, item: &Item) {
    if !answer_text::has_focus(ui, view, item) {
        answer_text::focus_last(ui, view, item);
    }
    attend_again(ui.ctx());
    view.act(Action::ShowAlone(None));
}

/// Escape leaves the mode; in a text only where it was pressed before, since
/// there it first lets Tab leave the text.
fn leave_by_key(ui: &Ui, view: &mut View<'_>, item: &Item) {
    let escape = ui.input(|input| input.key_pressed(Key::Escape));
    let is_free = view.session.dialog().is_none()
        && !Popup::is_any_open(ui.ctx())
        && view.session.find().is_none();
    if escape && is_free && answer_text::escape_is_free(ui, view, item) {
        leave_ui(ui, view, item);
    }
}

/// Whoever does not see the window is told that it is another one.
fn announce(ui: &Ui, view: &View<'_>, question: &Question) {
    let id = Id::unique("alone");
    let last = ui.data(|data| data.get_temp::<String>(id));
    if last.as_ref() != Some(&question.id) {
        ui.data_mut(|data| data.insert_temp(id, question.id.clone()));
        let label = view.session.questionnaire().label_of(question);
        let words = view.say(&editing::alone_begins(view.wording(&label)));
        bar::announce(ui, view, id, words);
    }
}

/// The form is shown again: what was announced is no longer so.
pub(super) fn forget(ui: &Ui, view: &View<'_>) {
    let id = Id::unique("alone");
    if ui.data_mut(|data| data.remove_temp::<String>(id)).is_some() {
        bar::announce(ui, view, id, view.say(&editing::alone_ended()));
    }
}
