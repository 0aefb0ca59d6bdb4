//! Texts that fold while nothing is expected of them.

use egui::{Label, Response, Ui};

use super::button::{button_ui, main_button_ui};
use super::dialogs::focus_first;
use super::theme;
use super::view::View;
use crate::app::{Action, Dialog, Fold};
use crate::i18n::{Language, Message, form, window};
use crate::questionnaire::{Item, ItemId, Question};
use crate::response::Place;
use crate::rules::place_label;

/// Draws the line of a follow-up that is not expected; says whether it stands open.
pub(super) fn line_ui(ui: &mut Ui, view: &mut View<'_>, question: &Question, item: &Item) -> bool {
    let open = view.session.is_open(&item.id);
    let kept = kept_characters(view, &item.id);
    let text = view.say(&match (open, kept) {
        (true, _) => form::follow_up_opened(),
        (false, 0) => form::follow_up_empty(),
        (false, count) => form::follow_up_kept(count),
    });
    let label = view.wording(&view.session.questionnaire().label_of(question));
    ui.horizontal_wrapped(|ui| {
        ui.add(Label::new(theme::soft(&text)).wrap());
        let toggle = || Action::ToggleFold(Fold::FollowUp(item.id.clone()));
        let (word, name) = if open {
            let name = form::follow_up_fold_name(label.as_str());
            (form::follow_up_fold(), name)
        } else {
            let name = form::follow_up_open_name(label.as_str());
            (form::follow_up_open(), name)
        };
        let shown = named_button_ui(ui, view, &word, &name, &text, toggle);
        if kept == 0 {
            // The button that had the focus went with the text.
            let gone = ui.next_auto_id();
            if ui.memory(|memory| memory.has_focus(gone)) {
                shown.request_focus();
            }
        } else {
            let name = form::follow_up_remove_name(label.as_str());
            let ask = || Action::OpenDialog(Dialog::RemoveText(item.id.clone()));
            named_button_ui(ui, view, &form::follow_up_remove(), &name, &text, ask);
        }
    });
    open
}

/// A button whose name says of which question it is.
fn named_button_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    word: &Message,
    name: &Message,
    description: &str,
    action: impl FnOnce() -> Action,
) -> Response {
    let response = button_ui(ui, &view.say(word));
    let name = view.say(name);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_label(name);
        node.set_description(description.to_owned());
    });
    if response.clicked() {
        view.act(action());
    }
    response
}

/// How much text an item holds, in both languages.
fn kept_characters(view: &View<'_>, item: &ItemId) -> usize {
    let Some(answer) = view.session.response().answer(item) else {
        return 0;
    };
    let length = |language: &Language| answer.text.get(*language).chars().count();
    Language::ALL.iter().map(length).sum()
}

/// Draws the contents of the dialog that asks before a text is removed.
pub(super) fn remove_ui(ui: &mut Ui, view: &mut View<'_>, item: &ItemId) {
    let label = place_label(view.session.questionnaire(), &Place::Item(item.clone()));
    let text = form::remove_explanation(label, kept_characters(view, item));
    ui.add(Label::new(view.say(&text)).wrap());
    ui.add_space(theme::STEP);
    ui.horizontal_wrapped(|ui| {
        let remove = main_button_ui(ui, &view.say(&form::remove_confirm()));
        focus_first(view, &remove);
        if remove.clicked() {
            view.act(Action::Confirm);
        }
        if button_ui(ui, &view.say(&window::cancel())).clicked() {
            view.act(Action::Cancel);
        }
    });
}
