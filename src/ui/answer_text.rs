//! Boxes for the text of an answer, one per answer language.
//!
//! What is edited is the stored form: lists are written with `- ` and `1. `.

use egui::accesskit::Role;
use egui::text_edit::TextEditState;
use egui::{Galley, Id, Rect, Response, TextEdit, Ui};

use super::choice::check_ui;
use super::view::{View, attend_at, describe, on_screen, require};
use super::{long_text, theme};
use crate::app::Action;
use crate::i18n::{Language, common, window};
use crate::questionnaire::{Item, Question};
use crate::response::{AnswerText, Edit, Place, Translation};

/// Where the box of an item in a language stands.
pub(super) fn box_id(item: &Item, language: Language) -> Id {
    Id::unique(("answer", item.id.as_str(), language.code()))
}

/// Draws the boxes of a text item.
pub(super) fn answer_text_ui(ui: &mut Ui, view: &mut View<'_>, question: &Question, item: &Item) {
    let languages = view.session.response().languages();
    let both = languages.len() > 1;
    let place = Place::Item(item.id.clone());
    let mut focus = view.is_aimed_at(&place);
    let ids: Vec<Id> = languages
        .iter()
        .map(|language| box_id(item, *language))
        .collect();
    for language in languages {
        if both {
            ui.label(theme::soft(view.say(&window::answer_in(name_of(language)))));
        }
        // A scope, so that the ids of what follows do not depend on how it is drawn.
        ui.scope(|ui| box_ui(ui, view, question, item, language, both, focus));
        focus = false;
    }
    // Who goes from one language to the other has not left the field.
    let had = ui.memory(|memory| ids.iter().any(|id| memory.had_focus_last_frame(*id)));
    let has = ui.memory(|memory| memory.focused().is_some_and(|id| ids.contains(&id)));
    if had && !has {
        view.act(Action::Leave(place));
    }
    if both {
        translation_ui(ui, view, item);
    }
}

fn box_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    question: &Question,
    item: &Item,
    language: Language,
    both: bool,
    focus: bool,
) {
    let answer = view.session.response().answer(&item.id);
    let stored = answer
        .map(|answer| answer.text.get(language))
        .unwrap_or_default();
    let rows = if item.prompts.is_empty() { 4 } else { 3 };
    let id = box_id(item, language);
    let name = box_name(view, question, item, language, both);
    let far = if focus {
        None
    } else {
        long_text::far_ui(ui, id, stored)
    };
    if let Some(response) = far {
        let response = response.accessible_name(name);
        node_ui(ui, view, question, item, language, &response);
        return;
    }
    let mut text = stored.to_owned();
    let drawn_with = long_text::drawn_with(ui, stored);
    let mut layouter = |ui: &Ui, buffer: &dyn egui::TextBuffer, width: f32| {
        let font = egui::TextStyle::Body.resolve(ui.style());
        let shown = on_screen(buffer.as_str());
        let mut job = egui::text::LayoutJob::simple(shown, font, theme::palette(ui).ink, width);
        job.keep_trailing_whitespace = true;
        let line_height = ui.text_style_height(&egui::TextStyle::Body) + 4.0;
        for section in &mut job.sections {
            section.format.line_height = Some(line_height);
        }
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let edit = TextEdit::multiline(&mut text)
        .id(id)
        .desired_rows(rows)
        .desired_width(f32::INFINITY)
        .margin(egui::Margin::same(8))
        .layouter(&mut layouter);
    let output = edit.show(ui);
    let (galley, corner) = (output.galley, output.galley_pos);
    let response = output.response.response.accessible_name(name);
    long_text::remember(ui, id, drawn_with, response.rect.size());
    node_ui(ui, view, question, item, language, &response);
    if focus {
        response.request_focus();
    }
    attend_at(ui, &response, || {
        caret(ui, &galley, id).translate(corner.to_vec2())
    });
    if response.changed() {
        view.act(Action::Edit(Edit::Write {
            item: item.id.clone(),
            language,
            text,
        }));
    }
}

/// What a screen reader is told of a box beside its name and text.
fn node_ui(
    ui: &Ui,
    view: &View<'_>,
    question: &Question,
    item: &Item,
    language: Language,
    response: &Response,
) {
    let place = Place::Item(item.id.clone());
    let id = response.id;
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_role(Role::MultilineTextInput);
        node.set_language(language.bcp47());
    });
    describe(ui, id, &description(view, question, item, &place));
    let status = view.session.evaluation().item(&item.id);
    require(ui, id, status.is_some_and(|status| status.required));
}

/// Where the caret of a box is in its text, or will be once the box has the focus.
fn caret(ui: &Ui, galley: &Galley, id: Id) -> Rect {
    let state = TextEditState::load(ui.ctx(), id);
    let range = state.and_then(|state| state.cursor.range(galley));
    let cursor = range.map_or_else(|| galley.end(), |range| range.primary);
    galley.pos_from_cursor(cursor)
}

/// The question or prompt, then what is wrong.
fn description(view: &View<'_>, question: &Question, item: &Item, place: &Place) -> String {
    let mut parts: Vec<String> = if item.prompts.is_empty() {
        vec![view.wording(&question.wording)]
    } else {
        item.prompts
            .iter()
            .map(|prompt| view.wording(prompt))
            .collect()
    };
    parts.push(view.description(place));
    parts.join(" ").trim().to_owned()
}

/// The name of a box: which question, which part of it, which language.
fn box_name(
    view: &View<'_>,
    question: &Question,
    item: &Item,
    language: Language,
    both: bool,
) -> String {
    let label = view.session.questionnaire().label_of(question);
    view.say(&match (item.prompts.is_empty(), both) {
        (true, true) => window::answer_name_in(label, name_of(language)),
        (true, false) => window::answer_name(label),
        (false, true) => window::details_name_in(label, name_of(language)),
        (false, false) => window::details_name(label),
    })
}

/// The name of a language, in the language of the window.
pub(super) fn name_of(language: Language) -> crate::i18n::Message {
    match language {
        Language::English => common::english(),
        Language::French => common::french(),
    }
}

/// Where there is a text in both languages: whether somebody compared them.
fn translation_ui(ui: &mut Ui, view: &mut View<'_>, item: &Item) {
    let answer = view.session.response().answer(&item.id);
    let Some(text) = answer
        .map(|answer| &answer.text)
        .filter(|text| in_both(text))
    else {
        return;
    };
    let confirmed = matches!(text.translation, Translation::Confirmed { .. });
    if matches!(text.translation, Translation::Stale { .. }) {
        ui.label(theme::soft(view.say(&window::translation_stale())));
    }
    let id = Id::unique(("translation", item.id.as_str()));
    let label = view.say(&window::translation_confirmed());
    if check_ui(ui, id, confirmed, &label, true).clicked() {
        view.act(Action::Edit(Edit::ConfirmTranslation {
            item: item.id.clone(),
            confirmed: !confirmed,
        }));
    }
}

fn in_both(text: &AnswerText) -> bool {
    Language::ALL.iter().all(|language| text.has(*language))
}
