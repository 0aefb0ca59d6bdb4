//! One question: its wording, its items, their decisions and findings.

use std::collections::BTreeSet;

use egui::accesskit::Role;
use egui::{Id, Label, Ui};

use super::answer_text::answer_text_ui;
use super::choice::{RadioGroup, check_ui, group_ui, radio_group_ui};
use super::finding::findings_ui;
use super::guidance::guidance_ui;
use super::page::narrow_ui;
use super::source_change::source_change_ui;
use super::view::{View, describe, holds_focus, require};
use super::{decision, follow_up, theme, unofficial};
use crate::app::Action;
use crate::i18n::window;
use crate::questionnaire::{AnswerOption, Item, ItemKind, OptionId, Question};
use crate::response::{Edit, Place};
use crate::rules::Standing;

/// Draws a question on its card.
pub(super) fn question_ui(ui: &mut Ui, view: &mut View<'_>, question: &Question) {
    let label = view.wording(&view.session.questionnaire().label_of(question));
    let id = Id::unique(("card", &question.id));
    group_ui(ui, Role::Group, id, &label, "", |ui| {
        narrow_ui(ui, |ui| {
            heading_ui(ui, &label, 3);
            let wording = view.wording(&question.wording);
            ui.add(Label::new(theme::strong(&wording, theme::BODY)).wrap());
            if let Some(hint) = &question.hint {
                ui.label(theme::soft(view.wording(hint)));
            }
            unofficial::question_ui(ui, view, question);
            guidance_ui(ui, view, question);
        });
        for item in &question.items {
            let drawn = ui.scope(|ui| item_ui(ui, view, question, item));
            if holds_focus(ui, drawn.response.rect) {
                view.focused = Some(Place::Item(item.id.clone()));
            }
        }
    });
}

/// A heading that a screen reader knows as one.
pub(super) fn heading_ui(ui: &mut Ui, text: &str, level: usize) {
    let size = match level {
        1 => theme::TITLE,
        2 => theme::LARGE,
        _ => theme::BODY,
    };
    let label = ui.add(Label::new(theme::strong(text, size)).wrap());
    ui.ctx().accesskit_node_builder(label.id, |node| {
        node.set_role(Role::Heading);
        node.set_level(level);
        // egui gives labels their text as a value only.
        node.set_label(text.to_owned());
    });
}

fn item_ui(ui: &mut Ui, view: &mut View<'_>, question: &Question, item: &Item) {
    let status = view.session.evaluation().item(&item.id).copied();
    let expected = status.is_none_or(|status| status.expected);
    let place = Place::Item(item.id.clone());
    if item.folds && !expected && !narrow_ui(ui, |ui| follow_up::line_ui(ui, view, question, item))
    {
        narrow_ui(ui, |ui| findings_ui(ui, view, &place));
        return;
    }
    if !item.prompts.is_empty() || !(expected || item.folds) {
        narrow_ui(ui, |ui| prompts_ui(ui, view, item, expected));
    }
    match &item.kind {
        ItemKind::SingleChoice(options) => {
            narrow_ui(ui, |ui| single_ui(ui, view, question, item, options));
        }
        ItemKind::MultipleChoice(_) => {
            narrow_ui(ui, |ui| multiple_ui(ui, view, question, item));
        }
        ItemKind::Text => answer_text_ui(ui, view, question, item),
    }
    narrow_ui(ui, |ui| {
        if item.is_text() {
            ui.scope(|ui| source_change_ui(ui, view, question, item));
        } else {
            let required = status.is_some_and(|status| status.required);
            require(ui, choice_id(item), required);
            unofficial::options_ui(ui, view, item);
        }
        decision::decisions_ui(ui, view, question, item);
        if status.is_some_and(|status| status.standing == Some(Standing::Supplementary)) {
            decision::release_ui(ui, view, item);
        }
        findings_ui(ui, view, &place);
    });
}

/// What stands above the control of an item.
fn prompts_ui(ui: &mut Ui, view: &View<'_>, item: &Item, expected: bool) {
    for prompt in &item.prompts {
        ui.add_space(theme::STEP / 2.0);
        ui.add(Label::new(view.wording(prompt)).wrap());
    }
    if !item.prompts.is_empty() {
        unofficial::wording_ui(ui, view, item.id.as_str());
    }
    if !expected && !item.folds {
        ui.label(theme::soft(view.say(&window::not_expected())));
    }
}

fn single_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    question: &Question,
    item: &Item,
    options: &[AnswerOption],
) {
    let place = Place::Item(item.id.clone());
    let chosen = view.session.response().answer(&item.id);
    let chosen = chosen.and_then(|answer| answer.choices.first().cloned());
    let labels: Vec<String> = options
        .iter()
        .map(|option| view.wording(&option.label))
        .collect();
    let outcome = radio_group_ui(
        ui,
        &RadioGroup {
            id: choice_id(item),
            name: &group_name(view, question),
            description: &view.description(&place),
            options: &labels,
            selected: options
                .iter()
                .position(|option| Some(&option.id) == chosen.as_ref()),
            in_line: false,
            focus: view.is_aimed_at(&place),
        },
    );
    if let Some(option) = outcome.selected.and_then(|index| options.get(index)) {
        choose(view, item, [option.id.clone()].into());
    }
    if outcome.left {
        view.act(Action::Leave(place));
    }
}

fn multiple_ui(ui: &mut Ui, view: &mut View<'_>, question: &Question, item: &Item) {
    let place = Place::Item(item.id.clone());
    let chosen = view.session.response().answer(&item.id);
    let chosen = chosen
        .map(|answer| answer.choices.clone())
        .unwrap_or_default();
    let description = view.description(&place);
    let focus = view.is_aimed_at(&place);
    let options = item.all_options();
    let ids: Vec<Id> = (0..options.len())
        .map(|index| choice_id(item).with(index))
        .collect();
    let name = group_name(view, question);
    if let Some(id) = ids.first().filter(|_| focus) {
        ui.memory_mut(|memory| memory.request_focus(*id));
    }
    group_ui(
        ui,
        Role::Group,
        choice_id(item),
        &name,
        &description,
        |ui| {
            for (option, id) in options.iter().zip(&ids) {
                let mut now = chosen.clone();
                let label = view.wording(&option.label);
                let response = check_ui(ui, *id, chosen.contains(&option.id), &label, false);
                describe(ui, *id, &description);
                if response.clicked() {
                    if !now.remove(&option.id) {
                        now.insert(option.id.clone());
                    }
                    choose(view, item, now);
                }
            }
        },
    );
    let had = ui.memory(|memory| ids.iter().any(|id| memory.had_focus_last_frame(*id)));
    let has = ui.memory(|memory| memory.focused().is_some_and(|id| ids.contains(&id)));
    if had && !has {
        view.act(Action::Leave(place));
    }
}

fn choose(view: &mut View<'_>, item: &Item, options: BTreeSet<OptionId>) {
    view.act(Action::Edit(Edit::Choose {
        item: item.id.clone(),
        options,
    }));
}

fn choice_id(item: &Item) -> Id {
    Id::unique(("choice", item.id.as_str()))
}

fn group_name(view: &View<'_>, question: &Question) -> String {
    let label = view.wording(&view.session.questionnaire().label_of(question));
    view.say(&window::group_name(label, &question.wording))
}
