//! One question: its wording, its items, their decisions and findings.

use std::collections::BTreeSet;

use egui::accesskit::Role;
use egui::{Id, Label, Ui};

use super::answer_text::answer_text_ui;
use super::button::disclosure_ui;
use super::choice::{RadioGroup, check_ui, group_ui, radio_group_ui};
use super::finding::findings_ui;
use super::theme;
use super::view::{View, describe};
use crate::app::Action;
use crate::i18n::{Language, window};
use crate::questionnaire::{AnswerOption, Item, ItemKind, OptionId, Question};
use crate::response::{Decision, Edit, Place};
use crate::rules::Standing;

/// Draws a question on its card.
pub(super) fn question_ui(ui: &mut Ui, view: &mut View<'_>, question: &Question) {
    let label = view.wording(&view.session.questionnaire().label_of(question));
    heading_ui(ui, &label, 3);
    let wording = view.wording(&question.wording);
    ui.add(Label::new(theme::strong(&wording, theme::BODY)).wrap());
    if let Some(hint) = &question.hint {
        ui.label(theme::soft(view.wording(hint)));
    }
    for item in &question.items {
        item_ui(ui, view, question, item);
    }
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
    if item.folds && !expected && !fold_ui(ui, view, question, item) {
        findings_ui(ui, view, &Place::Item(item.id.clone()));
        return;
    }
    for prompt in &item.prompts {
        ui.add_space(theme::STEP / 2.0);
        ui.add(Label::new(view.wording(prompt)).wrap());
    }
    if !expected {
        ui.label(theme::soft(view.say(&window::not_expected())));
    }
    match &item.kind {
        ItemKind::SingleChoice(options) => single_ui(ui, view, question, item, options),
        ItemKind::MultipleChoice(_) => multiple_ui(ui, view, question, item),
        ItemKind::Text => answer_text_ui(ui, view, question, item),
    }
    decisions_ui(ui, view, question, item);
    if status.is_some_and(|status| status.standing == Some(Standing::Supplementary)) {
        release_ui(ui, view, item);
    }
    findings_ui(ui, view, &Place::Item(item.id.clone()));
}

/// The line of a follow-up that is not expected; says whether it stands open.
fn fold_ui(ui: &mut Ui, view: &mut View<'_>, question: &Question, item: &Item) -> bool {
    let open = view.session.is_open(&item.id);
    let label = view.session.questionnaire().label_of(question);
    let characters = kept_characters(view, item);
    let text = view.say(&match (open, characters) {
        (true, _) => window::fold_close(label),
        (false, 0) => window::fold_open(label),
        (false, count) => window::fold_open_with_text(label, count),
    });
    let id = Id::unique(("fold", item.id.as_str()));
    if disclosure_ui(ui, id, open, &text).clicked() {
        view.act(Action::ToggleFold(item.id.clone()));
    }
    open
}

/// How much text an item holds, in both languages.
fn kept_characters(view: &View<'_>, item: &Item) -> usize {
    let Some(answer) = view.session.response().answer(&item.id) else {
        return 0;
    };
    let length = |language: &Language| answer.text.get(*language).chars().count();
    Language::ALL.iter().map(length).sum()
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

/// The two decisions not to answer; either can be taken back.
fn decisions_ui(ui: &mut Ui, view: &mut View<'_>, question: &Question, item: &Item) {
    let answer = view.session.response().answer(&item.id);
    let decision = answer.map(|answer| answer.decision).unwrap_or_default();
    let kept = answer.is_some_and(|answer| !answer.choices.is_empty() || !answer.text.is_blank());
    let label = view.wording(&view.session.questionnaire().label_of(question));
    let details = !item.prompts.is_empty();
    ui.separator();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0 * theme::STEP;
        for (offered, text) in [
            (Decision::NotApplicable, window::decide_not_applicable()),
            (Decision::NoResponse, window::decide_no_response()),
        ] {
            let text = view.say(&text);
            let id = Id::unique((
                "decision",
                item.id.as_str(),
                offered == Decision::NoResponse,
            ));
            let made = decision == offered;
            let name = view.say(&if details {
                window::decide_details_name(text.as_str(), label.as_str())
            } else {
                window::decide_name(text.as_str(), label.as_str())
            });
            if check_ui(ui, id, made, &text, true)
                .accessible_name(name)
                .clicked()
            {
                let decision = if made { Decision::Open } else { offered };
                view.act(Action::Edit(Edit::Decide {
                    item: item.id.clone(),
                    decision,
                }));
            }
        }
    });
    if kept && decision != Decision::Open {
        ui.label(theme::soft(view.say(&window::decided_answer_kept())));
    }
}

/// Whether an answer that nobody asked for goes out.
fn release_ui(ui: &mut Ui, view: &mut View<'_>, item: &Item) {
    let answer = view.session.response().answer(&item.id);
    let release = answer.is_none_or(|answer| answer.release);
    let id = Id::unique(("release", item.id.as_str()));
    let label = view.say(&window::release());
    if check_ui(ui, id, release, &label, true).clicked() {
        view.act(Action::Edit(Edit::Release {
            item: item.id.clone(),
            release: !release,
        }));
    }
}
