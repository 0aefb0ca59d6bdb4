//! Who answers, in which languages, under which marking.

use egui::{Frame, Id, Label, Margin, Stroke, Ui};

use super::answer_text::name_of;
use super::button::main_button_ui;
use super::field::{Line, line_ui};
use super::finding::findings_ui;
use super::form::card_ui;
use super::question::heading_ui;
use super::setting::{Setting, setting_ui};
use super::theme;
use super::view::View;
use crate::app::{Action, OrganizationField, Screen};
use crate::i18n::{Language, Message, start as say, window};
use crate::response::{AnswerLanguages, Edit, Marking, Place};

/// Draws the screen.
pub(super) fn organization_ui(ui: &mut Ui, view: &mut View<'_>) {
    heading_ui(ui, &view.say(&window::organization_title()), 1);
    card_ui(ui, |ui| {
        names_ui(ui, view);
        findings_ui(ui, view, &Place::Organization);
    });
    card_ui(ui, |ui| submission_ui(ui, view));
    card_ui(ui, |ui| languages_ui(ui, view));
    card_ui(ui, |ui| marking_ui(ui, view));
    card_ui(ui, |ui| contact_ui(ui, view));
    if main_button_ui(ui, &view.say(&say::go_on())).clicked() {
        view.act(Action::Show(Screen::Form));
    }
}

fn names_ui(ui: &mut Ui, view: &mut View<'_>) {
    heading_ui(ui, &view.say(&say::who()), 2);
    note_ui(ui, view, &say::name_note());
    let organization = view.session.response().organization().clone();
    let mut focus = view.is_aimed_at(&Place::Organization);
    for language in both_in_order(view) {
        let field = Field {
            salt: ("name", language.code()),
            at: OrganizationField::Name(language),
            label: window::organization_name(name_of(language)),
            value: organization.name.get(language),
            focus: std::mem::take(&mut focus),
        };
        field_ui(ui, view, &field, |name| {
            Edit::OrganizationName(language, name)
        });
    }
    columns_ui(ui, view, |ui, view, language| {
        let field = Field {
            salt: ("abbreviation", language.code()),
            at: OrganizationField::Abbreviation(language),
            label: window::organization_abbreviation(name_of(language)),
            value: organization.abbreviation.get(language),
            focus: false,
        };
        field_ui(ui, view, &field, |name| {
            Edit::OrganizationAbbreviation(language, name)
        });
    });
    let field = Field {
        salt: ("id", ""),
        at: OrganizationField::Id,
        label: window::organization_id(),
        value: &organization.id,
        focus: false,
    };
    field_ui(ui, view, &field, Edit::OrganizationId);
    note_ui(ui, view, &say::id_note());
}

/// For which cycle, and to whom.
fn submission_ui(ui: &mut Ui, view: &mut View<'_>) {
    heading_ui(ui, &view.say(&say::submission()), 2);
    let field = Field {
        salt: ("cycle", ""),
        at: OrganizationField::Cycle,
        label: window::cycle(),
        value: view.session.response().cycle(),
        focus: false,
    };
    field_ui(ui, view, &field, Edit::Cycle);
    let audience = view.session.response().audience();
    for language in both_in_order(view) {
        let field = Field {
            salt: ("audience", language.code()),
            at: OrganizationField::Audience(language),
            label: say::audience(name_of(language)),
            value: audience.get(language),
            focus: false,
        };
        field_ui(ui, view, &field, |name| {
            let mut audience = audience.clone();
            *audience.get_mut(language) = name;
            Edit::Audience(audience)
        });
    }
    note_ui(ui, view, &say::audience_note());
}

fn languages_ui(ui: &mut Ui, view: &mut View<'_>) {
    heading_ui(ui, &view.say(&say::languages()), 2);
    let answered = setting_ui(
        ui,
        view,
        &Setting {
            salt: "languages",
            title: window::answer_languages(),
            under_heading: false,
            locked: false,
            offered: &[
                (AnswerLanguages::Both, window::languages_both()),
                (AnswerLanguages::English, window::languages_english()),
                (AnswerLanguages::French, window::languages_french()),
            ],
            now: view.session.response().answer_languages(),
            note: Some(say::languages_note()),
        },
    );
    let first = setting_ui(
        ui,
        view,
        &Setting {
            salt: "order",
            title: window::language_order(),
            under_heading: false,
            locked: false,
            offered: &[
                (Language::English, window::order_english()),
                (Language::French, window::order_french()),
            ],
            now: view.session.response().language_order(),
            note: Some(say::order_note()),
        },
    );
    let response = view.session.response();
    let chosen = match response.answer_languages() {
        AnswerLanguages::Both => 0,
        AnswerLanguages::English => 1,
        AnswerLanguages::French => 2,
    };
    let in_order = usize::from(response.language_order() == Language::French);
    aim_ui(ui, view, OrganizationField::Languages, "languages", chosen);
    aim_ui(ui, view, OrganizationField::Order, "order", in_order);
    let answered = answered.map(Edit::AnswerLanguages);
    for edit in answered.into_iter().chain(first.map(Edit::LanguageOrder)) {
        view.act(Action::Edit(edit));
    }
}

fn marking_ui(ui: &mut Ui, view: &mut View<'_>) {
    heading_ui(ui, &view.say(&window::marking()), 2);
    let now = view.session.response().marking();
    let marking = setting_ui(
        ui,
        view,
        &Setting {
            salt: "marking",
            title: window::marking(),
            under_heading: true,
            locked: false,
            offered: &[
                (Marking::None, window::marking_none()),
                (Marking::ProtectedA, window::marking_a()),
                (Marking::ProtectedB, window::marking_b()),
            ],
            now,
            note: None,
        },
    );
    let chosen = match now {
        Marking::None => 0,
        Marking::ProtectedA => 1,
        Marking::ProtectedB => 2,
    };
    aim_ui(ui, view, OrganizationField::Marking, "marking", chosen);
    for meaning in [
        say::marking_none_note(),
        say::marking_a_note(),
        say::marking_b_note(),
        say::marking_where(),
    ] {
        note_ui(ui, view, &meaning);
    }
    if now == Marking::ProtectedB {
        warning_ui(ui, &view.say(&say::marking_b_warning()));
    }
    if let Some(marking) = marking {
        view.act(Action::Edit(Edit::Marking(marking)));
    }
}

/// Gives the chosen option of a setting the focus, where it goes there.
fn aim_ui(ui: &Ui, view: &mut View<'_>, at: OrganizationField, salt: &str, chosen: usize) {
    if view.is_aimed_at_field(at) {
        // As settings name their options.
        let id = Id::unique(("setting", salt)).with(chosen);
        ui.memory_mut(|memory| memory.request_focus(id));
    }
}

fn contact_ui(ui: &mut Ui, view: &mut View<'_>) {
    heading_ui(ui, &view.say(&say::contact_title()), 2);
    let field = Field {
        salt: ("contact", ""),
        at: OrganizationField::Contact,
        label: say::contact(),
        value: view.session.response().contact(),
        focus: false,
    };
    field_ui(ui, view, &field, Edit::Contact);
    note_ui(ui, view, &say::contact_note());
}

fn note_ui(ui: &mut Ui, view: &View<'_>, note: &Message) {
    ui.add(Label::new(theme::soft(view.say(note))).wrap());
}

/// A sentence that nobody should miss.
fn warning_ui(ui: &mut Ui, text: &str) {
    let palette = theme::palette(ui);
    let frame = Frame::new()
        .fill(palette.amber_soft)
        .stroke(Stroke::new(1.0, palette.amber))
        .corner_radius(4)
        .inner_margin(Margin::same(12));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.add(Label::new(text).wrap());
    });
}

fn both_in_order(view: &View<'_>) -> [Language; 2] {
    let languages = view.session.response().languages();
    let first = languages.first().copied().unwrap_or(Language::English);
    [first, first.other()]
}

/// English and French beside each other where there is room.
fn columns_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    mut draw: impl FnMut(&mut Ui, &mut View<'_>, Language),
) {
    let [first, second] = both_in_order(view);
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

/// A box of one line as it is now.
struct Field<'a> {
    salt: (&'a str, &'a str),
    at: OrganizationField,
    label: Message,
    value: &'a str,
    focus: bool,
}

fn field_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    field: &Field<'_>,
    edit: impl FnOnce(String) -> Edit,
) {
    let label = view.say(&field.label);
    let focus = view.is_aimed_at_field(field.at) || field.focus;
    let outcome = line_ui(
        ui,
        &Line {
            id: Id::unique(("organization", field.salt)),
            label: &label,
            name: &label,
            description: &view.description(&Place::Organization),
            value: field.value,
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
