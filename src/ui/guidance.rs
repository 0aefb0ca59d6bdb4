//! What a question is after: guidance that unfolds on its card.
//!
//! It is ours, and says so before anything else.

use egui::{Frame, Id, Label, Margin, Ui, vec2};

use super::button::disclosure_ui;
use super::question::heading_ui;
use super::view::View;
use super::{others, theme};
use crate::app::{Action, Fold};
use crate::i18n::{Message, form};
use crate::questionnaire::{Guidance, Passage, Question, QuestionGuidance};

/// Draws the line that unfolds the guidance, and below it the guidance.
pub(super) fn guidance_ui(ui: &mut Ui, view: &mut View<'_>, question: &Question) {
    let guidance = &view.session.shipped().guidance;
    let Some(found) = guidance.of(&question.id) else {
        return;
    };
    let open = view.session.is_guidance_open(&question.id);
    let id = Id::unique(("guidance", &question.id));
    let label = view.wording(&view.session.questionnaire().label_of(question));
    let text = view.say(&form::guidance());
    let name = view.say(&form::guidance_name(label));
    if disclosure_ui(ui, id, open, &text).clicked() {
        view.act(Action::ToggleFold(Fold::Guidance(question.id.clone())));
    }
    ui.ctx()
        .accesskit_node_builder(id, |node| node.set_label(name));
    ui.scope(|ui| {
        if open {
            let palette = theme::palette(ui);
            let frame = Frame::new()
                .fill(palette.ground_soft)
                .corner_radius(4)
                .inner_margin(Margin::symmetric(12, 8));
            frame.show(ui, |ui| {
                ui.set_width(ui.available_width());
                contents_ui(ui, view, question, guidance, found);
            });
        }
    });
}

fn contents_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    question: &Question,
    guidance: &Guidance,
    found: &QuestionGuidance,
) {
    let source = theme::soft(view.say(&form::guidance_source())).family(theme::italic());
    ui.add(Label::new(source).wrap());
    part_ui(ui, view, &form::guidance_asks());
    paragraph_ui(ui, &view.wording(&found.asks));
    part_ui(ui, view, &form::guidance_others());
    for text in &found.others {
        bullet_ui(ui, |ui| paragraph_ui(ui, &view.wording(text)));
    }
    others::open_ui(ui, view, question);
    part_ui(ui, view, &form::guidance_concerns());
    for passage in &found.concerns {
        bullet_ui(ui, |ui| {
            let place = view.say(&place(guidance, passage));
            ui.add(Label::new(theme::soft(place)).wrap());
            paragraph_ui(ui, &view.wording(&passage.summary));
        });
    }
    let report = &guidance.source;
    let year = report.year.to_string();
    let text = view.say(&form::guidance_report(
        &report.title,
        &report.publisher,
        year,
    ));
    ui.add(Label::new(theme::soft(text)).wrap());
}

fn place(guidance: &Guidance, passage: &Passage) -> Message {
    match passage.recommendation {
        Some(recommendation) => form::passage_recommendation(
            u32::from(recommendation.area),
            u32::from(recommendation.number),
            &passage.heading,
        ),
        None => form::passage_heard(&guidance.heard, &passage.heading),
    }
}

fn part_ui(ui: &mut Ui, view: &View<'_>, heading: &Message) {
    ui.add_space(theme::STEP / 2.0);
    heading_ui(ui, &view.say(heading), 4);
}

fn paragraph_ui(ui: &mut Ui, text: &str) {
    ui.add(Label::new(text).wrap());
}

/// A point of a list: a dot, and beside it what it says.
pub(super) fn bullet_ui(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    ui.horizontal_top(|ui| {
        let line = ui.text_style_height(&egui::TextStyle::Body);
        let (rect, _) = ui.allocate_exact_size(vec2(8.0, line), egui::Sense::hover());
        let color = theme::palette(ui).ink_soft;
        ui.painter().circle_filled(rect.center(), 2.5, color);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            contents(ui);
        });
    });
}
