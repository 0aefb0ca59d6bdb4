//! The card of the people who prepare and approve.

use egui::{Id, Label, Ui};

use super::answer_text::name_of;
use super::choice::check_ui;
use super::field::{Line, line_ui};
use super::finding::findings_ui;
use super::question::heading_ui;
use super::sign_off::inset_ui;
use super::theme;
use super::view::{View, on_screen};
use crate::app::Action;
use crate::i18n::{Message, sign_off as say, window};
use crate::questionnaire::Role;
use crate::response::{Edit, Person, Place};

/// Draws what the card of the people holds.
pub(super) fn people_ui(ui: &mut Ui, view: &mut View<'_>) {
    for role in [Role::Preparer, Role::DeputyHead] {
        person_ui(ui, view, role);
        ui.add_space(theme::STEP);
    }
    ui.add(Label::new(theme::soft(view.say(&say::attests_note()))).wrap());
}

/// What a role is called.
pub(super) fn role_name(role: Role) -> Message {
    match role {
        Role::Preparer => window::role_preparer(),
        Role::DeputyHead => window::role_deputy_head(),
    }
}

fn person_ui(ui: &mut Ui, view: &mut View<'_>, role: Role) {
    let person = view.session.response().person(role).clone();
    let place = Place::Person(role);
    let mut focus = view.is_aimed_at(&place);
    let title = view.say(&role_name(role));
    heading_ui(ui, &title, 3);
    let name = view.say(&window::person_name());
    let mut changed = person.clone();
    let typed = text_ui(ui, view, role, &name, &person.name, focus);
    focus = false;
    if let Some(text) = typed {
        changed.name = text;
    }
    for language in view.session.response().languages() {
        let label = view.say(&window::person_title(name_of(language)));
        let value = person.title.get(language);
        if let Some(text) = text_ui(ui, view, role, &label, value, focus) {
            *changed.title.get_mut(language) = text;
        }
    }
    let label = view.say(&window::person_acting());
    let id = Id::unique(("acting", role.name()));
    let name = view.say(&window::person_field(label.as_str(), title.as_str()));
    if check_ui(ui, id, person.acting, &label, true)
        .accessible_name(name)
        .clicked()
    {
        changed.acting = !person.acting;
    }
    act_on(view, role, &person, changed);
    findings_ui(ui, view, &place);
    attestation_ui(ui, view, role);
}

/// What the person puts their name to, in both languages.
fn attestation_ui(ui: &mut Ui, view: &View<'_>, role: Role) {
    let Some(attestation) = view.session.questionnaire().attestation(role) else {
        return;
    };
    ui.label(theme::soft(view.say(&say::attests())));
    let languages = view.session.response().both_languages();
    inset_ui(ui, |ui| {
        for language in languages {
            let wording = on_screen(attestation.wording.get(language));
            let label = ui.add(Label::new(wording).wrap());
            ui.ctx().accesskit_node_builder(label.id, |node| {
                node.set_language(language.bcp47());
            });
        }
    });
}

fn act_on(view: &mut View<'_>, role: Role, before: &Person, changed: Person) {
    if *before != changed {
        view.act(Action::Edit(Edit::Person(role, Box::new(changed))));
    }
}

fn text_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    role: Role,
    label: &str,
    value: &str,
    focus: bool,
) -> Option<String> {
    let place = Place::Person(role);
    let role_name = view.say(&role_name(role));
    let outcome = line_ui(
        ui,
        &Line {
            // The position keeps the box when the language of its label changes.
            id: ui.next_auto_id().with(role.name()),
            label,
            name: &view.say(&window::person_field(label, role_name.as_str())),
            description: &view.description(&place),
            value,
            focus,
            secret: false,
        },
    );
    if outcome.left {
        view.act(Action::Leave(place));
    }
    outcome.typed
}
