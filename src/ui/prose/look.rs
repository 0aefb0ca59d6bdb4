//! How each kind of text of the program looks: the scale of the printed page
//! in the four sizes of the window.

use egui::text::LayoutJob;
use egui::{Color32, FontFamily, FontId, Label, Response, Ui};

use super::super::theme::{self, Palette};
use super::super::view::on_screen;
use crate::i18n::Language;
use crate::report::document::{Style, Text};

/// How a text looks, and how far it keeps from what stands above it.
#[derive(Clone)]
pub(super) struct Look {
    pub(super) font: FontId,
    /// From baseline to baseline.
    pub(super) leading: f32,
    pub(super) ink: Color32,
    pub(super) before: f32,
}

fn look(family: FontFamily, size: f32, leading: f32, ink: Color32, before: f32) -> Look {
    Look {
        font: FontId::new(size, family),
        leading,
        ink,
        before,
    }
}

const REGULAR: FontFamily = FontFamily::Proportional;

/// Headings by level.
pub(super) fn heading(palette: Palette, level: u8) -> Look {
    let Palette { ink, ink_soft, .. } = palette;
    match level {
        0 | 1 => look(theme::bold(), theme::TITLE, 30.0, ink, 8.0),
        2 => look(theme::bold(), theme::LARGE, 24.0, ink, 32.0),
        3 => look(theme::bold(), theme::BODY, 21.0, ink_soft, 24.0),
        4 => look(theme::bold(), theme::BODY, 21.0, ink, 14.0),
        _ => look(theme::italic(), theme::BODY, 21.0, ink, 12.0),
    }
}

/// Paragraphs by what they are for.
pub(super) fn paragraph(palette: Palette, style: Style) -> Look {
    let Palette { ink, ink_soft, .. } = palette;
    match style {
        Style::Body => look(REGULAR, theme::BODY, 22.0, ink, 8.0),
        Style::Prompt => look(theme::bold(), theme::BODY, 21.0, ink, 6.0),
        Style::Hint => look(theme::italic(), theme::SMALL, 18.0, ink_soft, 4.0),
        Style::State => look(theme::italic(), theme::BODY, 22.0, ink, 8.0),
        Style::Label => look(theme::bold(), theme::SMALL, 18.0, ink_soft, 12.0),
        Style::Note => look(theme::italic(), theme::SMALL, 18.0, ink_soft, 8.0),
    }
}

/// The text as egui lays it out.
pub(super) fn job(text: &str, look: &Look) -> LayoutJob {
    let text = on_screen(text);
    let mut job = LayoutJob::simple(text, look.font.clone(), look.ink, f32::INFINITY);
    for section in &mut job.sections {
        section.format.line_height = Some(look.leading);
    }
    job
}

/// Draws a text; a screen reader is told where it is not in the language of
/// the window.
pub(super) fn text_ui(ui: &mut Ui, text: &Text, look: &Look, window: Language) -> Response {
    let response = ui.add(Label::new(job(&text.content, look)).wrap());
    if text.language != window {
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_language(text.language.bcp47());
        });
    }
    response
}
