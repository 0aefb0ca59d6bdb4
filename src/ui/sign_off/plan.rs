//! The files that would be written now, by name.

use egui::accesskit::Role;
use egui::{Id, Label, Ui};

use super::super::choice::group_ui;
use super::super::question::heading_ui;
use super::super::theme;
use super::super::view::View;
use super::caution_ui;
use crate::app::Planned;
use crate::export::name::{OutputKind, OutputState};
use crate::i18n::{Message, common, page, report, sign_off as say};
use crate::report::Scope;
use crate::response::AnswerLanguages;

/// Draws the list.
pub(super) fn plan_ui(ui: &mut Ui, view: &mut View<'_>) {
    let planned = view.session.planned();
    ui.add_space(theme::STEP);
    let title = view.say(&say::list_title());
    heading_ui(ui, &title, 3);
    if planned.files.is_empty() {
        caution_ui(ui, view, &say::list_empty());
        return;
    }
    group_ui(
        ui,
        Role::List,
        Id::unique("export list"),
        &title,
        "",
        |ui| {
            for (kind, name) in &planned.files {
                ui.add(
                    Label::new(theme::strong(name, theme::BODY))
                        .wrap()
                        .selectable(true),
                );
                let kind = kind_message(view, &planned, *kind);
                ui.add(Label::new(theme::soft(view.say(&kind))).wrap());
            }
        },
    );
}

fn kind_message(view: &View<'_>, planned: &Planned, kind: OutputKind) -> Message {
    let draft = planned.state == OutputState::Draft;
    let sign_off = planned.wanted.settings.presentation.scope == Scope::SignOff;
    let languages = |chosen: Option<AnswerLanguages>| match chosen.unwrap_or_default() {
        AnswerLanguages::English => common::english(),
        AnswerLanguages::French => common::french(),
        AnswerLanguages::Both => report::both_languages(),
    };
    let one = |language| languages(Some(AnswerLanguages::only(language)));
    let (pdf, text) = (
        languages(planned.wanted.pdf),
        languages(planned.wanted.text),
    );
    match (kind, view.session.key()) {
        (OutputKind::Json, Some(key)) => say::kind_json_signed(key.name()),
        (OutputKind::Json, None) => say::kind_json_unsigned(),
        (OutputKind::Pdf, _) if sign_off => say::kind_pages(pdf),
        (OutputKind::Pdf, _) if draft => say::kind_pdf_draft(pdf),
        (OutputKind::Pdf, _) => say::kind_pdf(pdf),
        (OutputKind::Text, _) if draft => say::kind_text_draft(text),
        (OutputKind::Text, _) => say::kind_text(text),
        (OutputKind::Page(language), _) => page::kind_page(one(language)),
        (OutputKind::Fragment(language), _) => page::kind_fragment(one(language)),
        (OutputKind::Markdown(language), _) => page::kind_markdown(one(language)),
        (OutputKind::Zip, _) => say::kind_archive(),
    }
}
