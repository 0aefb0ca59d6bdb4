//! A text that is only read: drawn as in its box, selected by pointer and keys.

use egui::text_edit::TextEditOutput;
use egui::{Event, Id, TextEdit, Ui};

use super::super::view::attend_at;
use super::{caret, keys, layout};
use crate::i18n::Language;
use crate::text::Writing;

/// Draws a text that nobody can change; gives back what was copied from it.
pub(in crate::ui) fn reading_ui(
    ui: &mut Ui,
    id: Id,
    name: &str,
    language: Language,
    writing: &Writing,
) -> Option<String> {
    let has_focus = ui.memory(|memory| memory.has_focus(id));
    let asks = has_focus && takes_copying(ui);
    let range = keys::selection(ui, id, writing);
    let copied = (asks && !range.is_empty()).then(|| writing.copied(&range));
    let mut firsts = Vec::new();
    let mut layouter = |ui: &Ui, text: &dyn egui::TextBuffer, width: f32| {
        let (galley, rows) = layout::lay_out(ui, text.as_str(), writing.kinds(), width);
        firsts = rows;
        galley
    };
    let mut text = writing.text();
    let TextEditOutput {
        galley,
        galley_pos,
        response,
        ..
    } = TextEdit::multiline(&mut text)
        .id(id)
        .desired_rows(1)
        .desired_width(f32::INFINITY)
        .margin(egui::Margin::same(8))
        .layouter(&mut layouter)
        .show(ui);
    let response = response.response.accessible_name(name.to_owned());
    let corner = galley_pos.to_vec2();
    let painter = ui.painter_at(response.rect);
    layout::marks_ui(ui, &painter, corner, &galley, &firsts, writing.kinds());
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_read_only();
        node.set_language(language.bcp47());
    });
    attend_at(ui, &response, || caret(ui, &galley, id).translate(corner));
    copied
}

/// Takes the keys that copy, before egui's text box copies unasked.
fn takes_copying(ui: &Ui) -> bool {
    let mut asks = false;
    ui.input_mut(|input| {
        input.events.retain(|event| {
            let copies = matches!(event, Event::Copy | Event::Cut);
            asks |= copies;
            !copies
        });
    });
    asks
}
