//! Marks beside French wordings of the form that are translations of ours.

use egui::{Frame, Label, Margin, Stroke, Ui};

use super::theme;
use super::view::View;
use crate::i18n::{Language, Localized, Message, form};
use crate::questionnaire::{AnswerOption, Item, Question};

/// Draws the sentence that stands once on the page.
pub(super) fn page_ui(ui: &mut Ui, view: &View<'_>) {
    let provenance = &view.session.shipped().provenance;
    if view.language() == Language::French && !provenance.translated_by_us().is_empty() {
        ui.add(Label::new(theme::soft(view.say(&form::unofficial_page()))).wrap());
    }
}

/// Draws the mark of a wording, where it is one of ours.
///
/// There is a scope in both languages, so that the ids of what follows are the same.
pub(super) fn wording_ui(ui: &mut Ui, view: &View<'_>, wording: &str) {
    ui.scope(|ui| {
        if view.is_unofficial(wording) {
            mark_ui(ui, view, &form::unofficial());
        }
    });
}

/// Draws the mark of a question: its wording, its hint, and the options where
/// all of them are of ours too.
pub(super) fn question_ui(ui: &mut Ui, view: &View<'_>, question: &Question) {
    ui.scope(|ui| {
        let hint = format!("{}.hint", question.id);
        if !view.is_unofficial(&question.id) && !view.is_unofficial(&hint) {
            return;
        }
        let options = question.items.iter().flat_map(Item::all_options);
        let mut options = options.peekable();
        let with_options = options.peek().is_some();
        let whole = with_options && options.all(|option| is_ours(view, option));
        let mark = if whole {
            form::unofficial_choices()
        } else {
            form::unofficial()
        };
        mark_ui(ui, view, &mark);
    });
}

/// Draws the marks of single options of a choice, where not all are of ours.
pub(super) fn options_ui(ui: &mut Ui, view: &View<'_>, item: &Item) {
    ui.scope(|ui| {
        let options = item.all_options();
        if options.iter().all(|option| is_ours(view, option)) {
            return;
        }
        for option in options.iter().filter(|option| is_ours(view, option)) {
            let label: &Localized = &option.label;
            mark_ui(ui, view, &form::unofficial_option(label));
        }
    });
}

fn is_ours(view: &View<'_>, option: &AnswerOption) -> bool {
    view.is_unofficial(option.id.as_str())
}

/// A short mark; whoever asks for more is told the whole sentence.
fn mark_ui(ui: &mut Ui, view: &View<'_>, mark: &Message) {
    let palette = theme::palette(ui);
    let frame = Frame::new()
        .stroke(Stroke::new(1.0, palette.rule))
        .corner_radius(4)
        .inner_margin(Margin::symmetric(6, 1));
    frame.show(ui, |ui| {
        let whole = view.say(&form::unofficial_whole());
        let text = view.say(mark);
        let label = ui.add(Label::new(theme::soft(&text)).wrap());
        ui.ctx().accesskit_node_builder(label.id, |node| {
            node.set_description(whole.clone());
        });
        label.on_hover_text(whole);
    });
}
