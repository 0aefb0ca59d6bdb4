//! What a box is called, and what else is told of it.

use egui::accesskit::Role;
use egui::{Response, Ui};

use super::super::shortcuts;
use super::super::view::{View, describe, require};
use super::{AnswerBox, name_of};
use crate::i18n::{Language, lists, spelling, window};
use crate::questionnaire::{Item, Question};
use crate::response::Place;

/// What a screen reader is told of a box beside its name and text.
pub(super) fn node_ui(ui: &Ui, view: &View<'_>, answer_box: AnswerBox<'_>, response: &Response) {
    let AnswerBox {
        question,
        item,
        language,
        ..
    } = answer_box;
    let place = Place::Item(item.id.clone());
    let id = response.id;
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_role(Role::MultilineTextInput);
        node.set_language(language.bcp47());
    });
    describe(
        ui,
        id,
        &description(view, (question, item), language, &place),
    );
    let status = view.session.evaluation().item(&item.id);
    require(ui, id, status.is_some_and(|status| status.required));
}

/// The question or prompt, then what is wrong, then how the text is left.
fn description(
    view: &View<'_>,
    (question, item): (&Question, &Item),
    language: Language,
    place: &Place,
) -> String {
    let mut parts: Vec<String> = if item.prompts.is_empty() {
        vec![view.wording(&question.wording)]
    } else {
        item.prompts
            .iter()
            .map(|prompt| view.wording(prompt))
            .collect()
    };
    parts.push(view.description(place));
    let misspelled = view.session.count_of_misspelled(&item.id, language);
    if misspelled > 0 {
        let keys = shortcuts::keys_for(shortcuts::Command::Spelling, |message| view.say(message));
        parts.push(view.say(&spelling::in_box(misspelled, keys)));
    }
    parts.push(view.say(&lists::way_out()));
    parts.retain(|part| !part.is_empty());
    parts.join(" ")
}

/// The name of a box: which question, which part of it, which language.
pub(super) fn box_name(view: &View<'_>, answer_box: AnswerBox<'_>) -> String {
    let label = view.session.questionnaire().label_of(answer_box.question);
    let language = answer_box.language;
    view.say(
        &match (answer_box.item.prompts.is_empty(), answer_box.both) {
            (true, true) => window::answer_name_in(label, name_of(language)),
            (true, false) => window::answer_name(label),
            (false, true) => window::details_name_in(label, name_of(language)),
            (false, false) => window::details_name(label),
        },
    )
}
