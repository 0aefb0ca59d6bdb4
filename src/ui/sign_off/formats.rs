//! In which languages and forms the files are written.

use egui::accesskit::Role;
use egui::{Id, Ui};

use super::super::choice::{check_ui, group_ui};
use super::super::printing::printing_ui;
use super::super::theme;
use super::super::view::View;
use super::{fill, note_ui};
use crate::app::Published;
use crate::export::name::OutputState;
use crate::i18n::{Language, Message, sign_off as say, window};

/// Draws the choices of the PDF, of the page to publish, and of the archive.
pub(super) fn formats_ui(ui: &mut Ui, view: &mut View<'_>) {
    pdf_ui(ui, view);
    published_ui(ui, view);
    let archive = view.session.sign_off().form().export.archive;
    if toggle_ui(ui, view, &say::archive(), archive) {
        fill(view, |form| form.export.archive = !form.export.archive);
    }
}

fn pdf_ui(ui: &mut Ui, view: &mut View<'_>) {
    let name = view.say(&say::pdf());
    ui.label(theme::soft(&name));
    let form = &view.session.sign_off().form().export;
    let chosen = form.pdf_languages(view.session.response());
    let id = Id::unique("export formats");
    group_ui(ui, Role::Group, id, &name, "", |ui| {
        for (language, text) in [
            (Language::English, window::export_english()),
            (Language::French, window::export_french()),
        ] {
            if toggle_ui(ui, view, &text, chosen.contains(&language)) {
                let mut pdf = chosen.clone();
                if !pdf.remove(&language) {
                    pdf.insert(language);
                }
                fill(view, |form| form.export.pdf = Some(pdf));
            }
        }
    });
    if !chosen.is_empty() {
        printing_ui(ui, view, chosen.len() == 2);
    }
}

fn published_ui(ui: &mut Ui, view: &mut View<'_>) {
    ui.add_space(theme::STEP / 2.0);
    let name = view.say(&say::published());
    ui.label(theme::soft(&name));
    let draft = view.session.planned().state == OutputState::Draft;
    let id = Id::unique("export pages");
    group_ui(ui, Role::Group, id, &name, "", |ui| {
        for form in Published::ALL {
            if form.is_of_drafts() || !draft {
                form_ui(ui, view, form);
            }
        }
    });
    if draft {
        note_ui(ui, view, &say::published_draft());
    }
}

/// Its languages in one line, where there is room.
fn form_ui(ui: &mut Ui, view: &mut View<'_>, form: Published) {
    let answers = view.session.response().answer_languages();
    ui.horizontal_wrapped(|ui| {
        for (language, name) in [
            (Language::English, window::languages_english()),
            (Language::French, window::languages_french()),
        ] {
            // A page is published in the languages in which there are answers.
            if !answers.includes(language) {
                continue;
            }
            let chosen = view.session.sign_off().form();
            let checked = chosen.export.published.contains(&(form, language));
            let id = Id::unique(("published", form, language));
            let text = view.say(&say::published_name(title(form), name));
            if check_ui(ui, id, checked, &text, true).clicked() {
                fill(view, |filled| {
                    let published = &mut filled.export.published;
                    if !published.remove(&(form, language)) {
                        published.insert((form, language));
                    }
                });
            }
        }
    });
}

fn title(form: Published) -> Message {
    match form {
        Published::Page => say::published_page(),
        Published::Fragment => say::published_fragment(),
        Published::Markdown => say::published_markdown(),
        Published::Text => say::published_text(),
    }
}

fn toggle_ui(ui: &mut Ui, view: &View<'_>, text: &Message, checked: bool) -> bool {
    let id = Id::unique(("export", text.id()));
    check_ui(ui, id, checked, &view.say(text), false).clicked()
}
