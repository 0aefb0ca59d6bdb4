//! The card of the organization.

use egui::{Id, Ui};

use super::answer_text::name_of;
use super::choice::{RadioGroup, radio_group_ui};
use super::field::{Line, line_ui};
use super::finding::findings_ui;
use super::question::heading_ui;
use super::theme;
use super::view::View;
use crate::app::Action;
use crate::i18n::{Language, Message, window};
use crate::response::{AnswerLanguages, Edit, Marking, Place};

/// Draws the card.
pub(super) fn organization_ui(ui: &mut Ui, view: &mut View<'_>) {
    heading_ui(ui, &view.say(&window::organization_title()), 1);
    let organization = view.session.response().organization().clone();
    let mut focus = view.is_aimed_at(&Place::Organization);
    let languages = view.session.response().languages();
    for language in both_in_order(&languages) {
        let label = window::organization_name(name_of(language));
        let value = organization.name.get(language);
        let edit = |name| Edit::OrganizationName(language, name);
        text_ui(
            ui,
            view,
            ("name", language.code()),
            &label,
            value,
            focus,
            edit,
        );
        focus = false;
    }
    columns_ui(ui, view, |ui, view, language| {
        let label = window::organization_abbreviation(name_of(language));
        let value = organization.abbreviation.get(language);
        let edit = |name| Edit::OrganizationAbbreviation(language, name);
        text_ui(
            ui,
            view,
            ("abbreviation", language.code()),
            &label,
            value,
            false,
            edit,
        );
    });
    let label = window::organization_id();
    text_ui(
        ui,
        view,
        ("id", ""),
        &label,
        &organization.id,
        false,
        Edit::OrganizationId,
    );
    let cycle = view.session.response().cycle().to_owned();
    text_ui(
        ui,
        view,
        ("cycle", ""),
        &window::cycle(),
        &cycle,
        false,
        Edit::Cycle,
    );
    settings_ui(ui, view);
    findings_ui(ui, view, &Place::Organization);
}

fn both_in_order(languages: &[Language]) -> [Language; 2] {
    let first = languages.first().copied().unwrap_or(Language::English);
    [first, first.other()]
}

/// English and French beside each other where there is room.
pub(super) fn columns_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    mut draw: impl FnMut(&mut Ui, &mut View<'_>, Language),
) {
    let [first, second] = both_in_order(&view.session.response().languages());
    if ui.available_width() > 480.0 {
        ui.columns_const(|[left, right]| {
            draw(left, view, first);
            draw(right, view, second);
        });
    } else {
        draw(ui, view, first);
        draw(ui, view, second);
    }
}

fn text_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    salt: (&str, &str),
    label: &Message,
    value: &str,
    focus: bool,
    edit: impl FnOnce(String) -> Edit,
) {
    let label = view.say(label);
    let outcome = line_ui(
        ui,
        &Line {
            id: Id::unique(("organization", salt)),
            label: &label,
            name: &label,
            description: &view.description(&Place::Organization),
            value,
            focus,
            secret: false,
        },
    );
    if let Some(text) = outcome.typed {
        view.act(Action::Edit(edit(text)));
    }
    if outcome.left {
        view.act(Action::Leave(Place::Organization));
    }
}

/// Languages and marking.
fn settings_ui(ui: &mut Ui, view: &mut View<'_>) {
    let languages = [
        (AnswerLanguages::Both, window::languages_both()),
        (AnswerLanguages::English, window::languages_english()),
        (AnswerLanguages::French, window::languages_french()),
    ];
    let now = view.session.response().answer_languages();
    let title = window::answer_languages();
    setting_ui(
        ui,
        view,
        "languages",
        &title,
        &languages,
        now,
        Edit::AnswerLanguages,
    );
    let orders = [
        (Language::English, window::order_english()),
        (Language::French, window::order_french()),
    ];
    let now = view.session.response().language_order();
    let title = window::language_order();
    setting_ui(ui, view, "order", &title, &orders, now, Edit::LanguageOrder);
    let markings = [
        (Marking::None, window::marking_none()),
        (Marking::ProtectedA, window::marking_a()),
        (Marking::ProtectedB, window::marking_b()),
    ];
    let now = view.session.response().marking();
    let title = window::marking();
    setting_ui(ui, view, "marking", &title, &markings, now, Edit::Marking);
}

fn setting_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    view: &mut View<'_>,
    salt: &str,
    title: &Message,
    offered: &[(T, Message)],
    now: T,
    edit: impl FnOnce(T) -> Edit,
) {
    let title = view.say(title);
    ui.label(theme::soft(&title));
    let labels: Vec<String> = offered.iter().map(|(_, label)| view.say(label)).collect();
    let outcome = radio_group_ui(
        ui,
        &RadioGroup {
            id: Id::unique(("setting", salt)),
            name: &title,
            description: "",
            options: &labels,
            selected: offered.iter().position(|(value, _)| *value == now),
            in_line: true,
            focus: false,
        },
    );
    if let Some((value, _)) = outcome.selected.and_then(|index| offered.get(index)) {
        view.act(Action::Edit(edit(*value)));
    }
}
