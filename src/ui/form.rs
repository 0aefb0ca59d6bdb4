//! The form: cards one below the other on one page.

use egui::{Frame, Label, Margin, ScrollArea, Stroke, Ui};

use super::anchor::Anchor;
use super::page::{column_of_width_ui, narrow_ui};
use super::question::{heading_ui, question_ui};
use super::view::View;
use super::{answer_text, others, theme, unofficial, unplaced};
use crate::app::Target;
use crate::questionnaire::{Question, Section};
use crate::response::Place;

/// Draws the form.
pub(super) fn form_ui(ui: &mut Ui, view: &mut View<'_>, anchor: &mut Anchor) {
    let mut area = ScrollArea::vertical()
        .id_salt("form")
        .auto_shrink([false, false]);
    if let Some(offset) = anchor.offset(view.language()) {
        area = area.vertical_scroll_offset(offset);
    }
    let output = area.show(ui, |ui| {
        let top = ui.min_rect().top();
        let widest = if view.session.response().languages().len() > 1 {
            answer_text::WIDEST
        } else {
            theme::COLUMN_WIDTH
        };
        column_of_width_ui(ui, widest, |ui| {
            cards_ui(ui, view, |name, y| anchor.measure(name, y - top));
        });
    });
    anchor.end_frame(ui.ctx(), view.language(), output.state.clamped_offset().y);
}

fn cards_ui(ui: &mut Ui, view: &mut View<'_>, mut measure: impl FnMut(&str, f32)) {
    let questionnaire = view.session.questionnaire();
    heading_ui(ui, &view.wording(&questionnaire.title), 1);
    unofficial::wording_ui(ui, view, "title");
    ui.scope(|ui| unofficial::page_ui(ui, view));
    narrow_ui(ui, |ui| {
        for paragraph in &questionnaire.introduction {
            ui.add(Label::new(view.wording(paragraph)).wrap());
        }
    });
    if !view.session.response().unplaced().is_empty() {
        measure("unplaced", ui.cursor().top());
        card_ui(ui, |ui| unplaced::unplaced_ui(ui, view));
    }
    for section in &questionnaire.sections {
        measure(&section.id, ui.cursor().top());
        section_ui(ui, view, section);
        for question in &section.questions {
            measure(&question.id, ui.cursor().top());
            question_card_ui(ui, view, question);
        }
    }
}

/// Draws the card of a question, at the top of the page where its first field
/// is what the focus goes to: then all that is asked is in view.
fn question_card_ui(ui: &mut Ui, view: &mut View<'_>, question: &Question) {
    let first = question.items.first();
    let first = first.map(|item| Target::Place(Place::Item(item.id.clone())));
    let aimed = view.target.is_some() && view.target == first;
    let aimed = aimed || others::has_opened(ui, view, question);
    let top = ui.cursor().min;
    card_ui(ui, |ui| question_ui(ui, view, question));
    if aimed {
        let height = ui.clip_rect().height() - theme::STEP;
        let rect = egui::Rect::from_min_size(top, egui::vec2(1.0, height));
        ui.scroll_to_rect(rect, Some(egui::Align::TOP));
    }
}

fn section_ui(ui: &mut Ui, view: &mut View<'_>, section: &Section) {
    ui.add_space(2.0 * theme::STEP);
    let before = ui.cursor().min;
    heading_ui(ui, &view.wording(&section.title), 2);
    unofficial::wording_ui(ui, view, &section.id);
    if view.target == Some(Target::Section(section.id.clone())) {
        view.target = None;
        let rect = egui::Rect::from_min_size(before, egui::vec2(1.0, ui.clip_rect().height()));
        ui.scroll_to_rect(rect, Some(egui::Align::TOP));
    }
    narrow_ui(ui, |ui| {
        for paragraph in &section.introduction {
            ui.add(Label::new(view.wording(paragraph)).wrap());
        }
    });
}

/// A card with a thin border.
pub(super) fn card_ui(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    let margin = if ui.available_width() > 480.0 { 16 } else { 12 };
    let frame = Frame::new()
        .fill(theme::palette(ui).ground)
        .stroke(Stroke::new(1.0, theme::palette(ui).rule))
        .corner_radius(6)
        .inner_margin(Margin::same(margin));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        contents(ui);
    });
    ui.add_space(theme::STEP / 2.0);
}
