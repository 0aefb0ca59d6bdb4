//! Findings under the field that they concern.

use egui::{Frame, Label, Margin, Sense, Stroke, Ui, vec2};

use super::button::button_ui;
use super::view::View;
use super::{icon, theme};
use crate::app::Action;
use crate::i18n::{Message, window};
use crate::response::Place;
use crate::rules::{Finding, Severity};

/// Draws the findings that are shown at a place now.
pub(super) fn findings_ui(ui: &mut Ui, view: &mut View<'_>, place: &Place) {
    let session = view.session;
    for finding in session.shown_at(place) {
        finding_ui(ui, view, finding, place);
    }
}

/// Draws one finding with its severity in words.
fn finding_ui(ui: &mut Ui, view: &mut View<'_>, finding: &Finding, place: &Place) {
    let palette = theme::palette(ui);
    let (ground, ink) = colors(palette, finding.severity);
    box_ui(ui, ground, finding.severity, |ui| {
        let word = view.say(&severity_word(finding.severity));
        ui.label(theme::strong(word, theme::SMALL).color(ink));
        let text = view.say(&finding.message_at(view.session.questionnaire(), place));
        ui.add(Label::new(text).wrap());
        acknowledgement_ui(ui, view, finding);
    });
}

/// A box with the picture of a severity, and what stands beside it.
pub(super) fn box_ui(
    ui: &mut Ui,
    ground: egui::Color32,
    severity: Severity,
    contents: impl FnOnce(&mut Ui),
) {
    let frame = Frame::new()
        .fill(ground)
        .stroke(Stroke::new(1.0, theme::palette(ui).rule))
        .corner_radius(4)
        .inner_margin(Margin::symmetric(8, 8));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_top(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(20.0, 22.0), Sense::hover());
            icon::severity(ui.painter(), rect.center(), severity);
            ui.vertical(contents);
        });
    });
}

fn acknowledgement_ui(ui: &mut Ui, view: &mut View<'_>, finding: &Finding) {
    if finding.severity != Severity::Warning {
        return;
    }
    if finding.is_acknowledged(view.session.response()) {
        ui.label(theme::soft(view.say(&window::finding_acknowledged())));
    } else if button_ui(ui, &view.say(&window::finding_acknowledge())).clicked() {
        view.act(Action::Acknowledge {
            keys: vec![finding.key()],
            reason: String::new(),
        });
    }
}

/// A severity in words.
pub(super) fn severity_word(severity: Severity) -> Message {
    match severity {
        Severity::Error => window::severity_error(),
        Severity::Warning => window::severity_warning(),
        Severity::Note => window::severity_note(),
    }
}

pub(super) fn colors(
    palette: theme::Palette,
    severity: Severity,
) -> (egui::Color32, egui::Color32) {
    match severity {
        Severity::Error => (palette.red_soft, palette.red),
        Severity::Warning => (palette.amber_soft, palette.amber),
        Severity::Note => (palette.ground_soft, palette.ink_soft),
    }
}
