//! Both languages of an answer: beside each other where there is room.

use egui::Ui;

use super::super::button::button_ui;
use super::super::theme;
use super::super::view::View;
use super::{box_id, kept, name_of, stored_of};
use crate::app::Action;
use crate::i18n::{Language, lists};
use crate::questionnaire::{Item, Question};

/// The least width of a box that stands beside another one: some 45 characters.
const NARROWEST: f32 = 360.0;
/// Between two boxes.
const BETWEEN: f32 = 2.0 * theme::STEP;
/// The widest column of two boxes.
pub(in crate::ui) const WIDEST: f32 = 1_080.0;

/// Draws something for each language: beside each other, or one below the
/// other where that is too narrow. Which stands where follows from the order of
/// the organization, never from the language of the window.
pub(super) fn sides_ui(
    ui: &mut Ui,
    languages: &[Language],
    mut draw: impl FnMut(&mut Ui, Language),
) {
    // A scope, so that the ids of what follows do not depend on how it is drawn.
    ui.scope(|ui| {
        let width = ui.available_width();
        if languages.len() < 2 || width < 2.0 * NARROWEST + BETWEEN {
            for language in languages {
                draw(ui, *language);
            }
            return;
        }
        let spacing = ui.spacing().item_spacing;
        ui.spacing_mut().item_spacing.x = BETWEEN;
        ui.columns(languages.len(), |columns| {
            for (column, language) in columns.iter_mut().zip(languages) {
                column.spacing_mut().item_spacing = spacing;
                draw(column, *language);
            }
        });
    });
}

/// Whether a box of a text has the room of the page for itself: the other
/// language stands beside it, or there is none.
pub(super) fn are_beside(ui: &Ui, both: bool) -> bool {
    !both || ui.clip_rect().width() >= 2.0 * NARROWEST + 4.0 * BETWEEN
}

/// The languages in which the lists of the other one can be laid out: they are
/// not there yet, and nothing else is. It is asked before the boxes are drawn,
/// which may change their lines.
pub(super) fn offered(
    ui: &Ui,
    view: &View<'_>,
    item: &Item,
    languages: &[Language],
) -> Vec<Language> {
    let writing = |language: Language| {
        let stored = stored_of(view, item, language);
        kept::of(ui, view, box_id(item, language), stored)
    };
    let is_offered = |to: &Language| {
        let source = writing(to.other());
        source.writing.has_structure()
            && writing(*to)
                .writing
                .lacks_lines_of(&source.writing.outline())
    };
    let both = languages.iter().copied().filter(|_| languages.len() > 1);
    both.filter(is_offered).collect()
}

/// Offers to lay the lists of one language out in these.
pub(super) fn structure_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    question: &Question,
    item: &Item,
    offered: &[Language],
) {
    for to in offered.iter().copied() {
        let text = lists::outline_copy(name_of(to));
        let label = view.wording(&view.session.questionnaire().label_of(question));
        let name = view.say(&lists::command_name(text.clone(), label));
        let response = button_ui(ui, &view.say(&text));
        ui.ctx()
            .accesskit_node_builder(response.id, |node| node.set_label(name));
        if response.clicked() {
            let item = item.id.clone();
            view.act(Action::CopyStructure { item, to });
        }
    }
}
