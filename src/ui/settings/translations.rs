//! The French wordings that are translations of ours.

use egui::accesskit::Role;
use egui::{Id, Label, Ui};

use super::note_ui;
use crate::i18n::{Language, Localized, Message, settings as say, start};
use crate::questionnaire::{Question, Questionnaire};
use crate::ui::choice::group_ui;
use crate::ui::theme;
use crate::ui::view::{View, on_screen};

/// Draws the list: each with its place in the form, in English and French.
pub(super) fn translations_ui(ui: &mut Ui, view: &View<'_>) {
    note_ui(ui, view.say(&say::translations_note()));
    let shipped = view.session.shipped();
    let ours = shipped.provenance.translated_by_us();
    let all = wordings(&shipped.questionnaire);
    for named in all
        .iter()
        .filter(|named| ours.contains(&named.name.as_str()))
    {
        let title = view.say(&say::translation_at(
            named.place.clone(),
            named.name.as_str(),
        ));
        let id = Id::unique(("translation", &named.name));
        group_ui(ui, Role::Group, id, &title, "", |ui| {
            ui.add(Label::new(theme::strong(&title, theme::SMALL)).wrap());
            for language in Language::ALL {
                let text = on_screen(named.wording.get(language));
                let label = ui.add(Label::new(text).wrap().selectable(true));
                ui.ctx().accesskit_node_builder(label.id, |node| {
                    node.set_language(language.bcp47());
                });
            }
        });
        ui.add_space(theme::STEP / 2.0);
    }
}

/// A wording of the form by its name in the provenance, and where it stands.
struct Named<'a> {
    name: String,
    place: Message,
    wording: &'a Localized,
}

/// Every wording of a form.
fn wordings(questionnaire: &Questionnaire) -> Vec<Named<'_>> {
    let mut all = Vec::new();
    for (name, wording) in [
        ("title", &questionnaire.title),
        ("questionLabel", &questionnaire.question_label),
        ("notApplicable", &questionnaire.not_applicable.printed),
        ("noResponse", &questionnaire.no_response.printed),
    ] {
        all.push(Named {
            name: name.to_owned(),
            place: say::translation_form(),
            wording,
        });
    }
    for section in &questionnaire.sections {
        all.push(Named {
            name: section.id.clone(),
            place: start::organization(&section.title),
            wording: &section.title,
        });
        for question in &section.questions {
            question_wordings(questionnaire, question, &mut all);
        }
    }
    all
}

fn question_wordings<'a>(
    questionnaire: &Questionnaire,
    question: &'a Question,
    all: &mut Vec<Named<'a>>,
) {
    let mut add = |name: String, wording: &'a Localized| {
        let place = start::organization(questionnaire.label_of(question));
        all.push(Named {
            name,
            place,
            wording,
        });
    };
    add(question.id.clone(), &question.wording);
    if let Some(hint) = &question.hint {
        add(format!("{}.hint", question.id), hint);
    }
    for item in &question.items {
        if let Some(prompt) = item.prompts.first() {
            add(item.id.to_string(), prompt);
        }
        for option in item.all_options() {
            add(option.id.to_string(), &option.label);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::shipped;

    #[test]
    fn every_wording_of_ours_has_a_place_in_the_form() {
        for shipped in shipped() {
            let all = wordings(&shipped.questionnaire);
            for name in shipped.provenance.translated_by_us() {
                assert!(all.iter().any(|named| named.name == name), "{name}");
            }
        }
    }
}
