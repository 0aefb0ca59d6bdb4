//! What changed in the source of a translation since the two were compared.
//!
//! What was added is green, underlined and stands behind a plus; what was
//! removed is red, struck through and stands behind a minus. A screen reader
//! is told the same in words.

use std::hash::{Hash, Hasher};

use egui::accesskit::Role;
use egui::cache::{ComputerMut, FrameCache};
use egui::text::{LayoutJob, TextFormat};
use egui::{Frame, Id, Label, Margin, Stroke, TextStyle, Ui};

use super::answer_text::name_of;
use super::button::button_ui;
use super::choice::group_ui;
use super::theme;
use super::view::{View, describe};
use crate::app::{Action, Fold};
use crate::i18n::{Language, translation as say};
use crate::questionnaire::{Item, Question};
use crate::response::{AnswerText, Translation};
use crate::text::difference::{Piece, excerpt, is_change};

/// So many words that stayed the same stand around each change.
const CONTEXT_WORDS: usize = 8;
/// So many pieces are shown before somebody asks for all.
const FEW_PIECES: usize = 12;

/// Draws what changed, where the translation of a text is stale.
pub(super) fn source_change_ui(ui: &mut Ui, view: &mut View<'_>, question: &Question, item: &Item) {
    let response = view.session.response();
    let text = response.answer(&item.id).map(|answer| &answer.text);
    let Some(text) = text.filter(|text| is_changed(text)) else {
        return;
    };
    if response.languages().len() < 2 {
        return;
    }
    let pieces = pieces(ui, text);
    let source = text.source;
    let label = view.wording(&view.session.questionnaire().label_of(question));
    let name = view.say(&say::changed_name(label, name_of(source)));
    let id = Id::unique(("source change", item.id.as_str()));
    group_ui(ui, Role::Group, id, &name, "", |ui| {
        let frame = Frame::new()
            .fill(theme::palette(ui).ground_soft)
            .stroke(Stroke::new(1.0, theme::palette(ui).rule))
            .corner_radius(4)
            .inner_margin(Margin::same(8));
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            contents_ui(ui, view, item, source, &pieces);
        });
    });
}

/// Whether the source is another text than the translation was confirmed for.
fn is_changed(text: &AnswerText) -> bool {
    match &text.translation {
        Translation::Stale { of, .. } => of != text.get(text.source),
        Translation::None | Translation::Confirmed { .. } => false,
    }
}

fn contents_ui(ui: &mut Ui, view: &mut View<'_>, item: &Item, source: Language, pieces: &[Piece]) {
    let title = view.say(&say::changed(name_of(source)));
    ui.add(Label::new(theme::soft(title)).wrap());
    if !pieces.iter().any(is_change) {
        let text = view.say(&say::changed_layout());
        ui.add(Label::new(text).wrap());
        return;
    }
    let all = view.session.is_source_change_open(&item.id);
    let count = if all { pieces.len() } else { FEW_PIECES };
    let shown = pieces.get(..count).unwrap_or(pieces);
    pieces_ui(ui, view, source, shown);
    if shown.len() < pieces.len() {
        let response = button_ui(ui, &view.say(&say::changed_all()));
        let name = view.say(&say::changed(name_of(source)));
        describe(ui, response.id, &name);
        if response.clicked() {
            view.act(Action::ToggleFold(Fold::SourceChange(item.id.clone())));
        }
    }
}

fn pieces_ui(ui: &mut Ui, view: &View<'_>, source: Language, pieces: &[Piece]) {
    let palette = theme::palette(ui);
    let font = TextStyle::Body.resolve(ui.style());
    let same = TextFormat::simple(font, palette.ink);
    let added = TextFormat {
        color: palette.green,
        underline: Stroke::new(1.0, palette.green),
        ..same.clone()
    };
    let removed = TextFormat {
        color: palette.red,
        strikethrough: Stroke::new(1.0, palette.red),
        ..same.clone()
    };
    let mut job = LayoutJob::default();
    job.wrap.max_width = ui.available_width();
    let mut spoken = Vec::new();
    for piece in pieces {
        let (text, mark, format, told) = match piece {
            Piece::Same(text) => (text.as_str(), "", &same, view.shown(text)),
            Piece::Added(text) => {
                let told = say::added(text.trim());
                (text.as_str(), "+", &added, view.say(&told))
            }
            Piece::Removed(text) => {
                let told = say::removed(text.trim());
                (text.as_str(), "−", &removed, view.say(&told))
            }
            Piece::LeftOut => ("… ", "", &same, view.say(&say::left_out())),
        };
        spoken.push(told.trim().to_owned());
        let words = view.shown(text);
        let body = words.trim_end();
        if !mark.is_empty() {
            let plain = TextFormat {
                color: format.color,
                ..same.clone()
            };
            job.append(mark, 0.0, plain);
        }
        job.append(body, 0.0, format.clone());
        // The line under the words does not go on under the space between them.
        let space = words.get(body.len()..).filter(|space| !space.is_empty());
        job.append(space.unwrap_or(" "), 0.0, same.clone());
    }
    let label = ui.add(Label::new(job).wrap().selectable(true));
    ui.ctx().accesskit_node_builder(label.id, |node| {
        node.set_value(spoken.join(" "));
        node.set_language(source.bcp47());
    });
}

/// Reckons a difference once, not in every frame.
#[derive(Default)]
struct Differ;

impl ComputerMut<Key<'_>, Vec<Piece>> for Differ {
    fn compute(&mut self, key: Key<'_>) -> Vec<Piece> {
        let pieces = key.0.source_change().unwrap_or_default();
        excerpt(pieces, CONTEXT_WORDS)
    }
}

#[derive(Clone, Copy)]
struct Key<'a>(&'a AnswerText);

impl Hash for Key<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        if let Translation::Stale { of, .. } = &self.0.translation {
            of.hash(state);
        }
        self.0.get(self.0.source).hash(state);
    }
}

fn pieces(ui: &Ui, text: &AnswerText) -> Vec<Piece> {
    ui.memory_mut(|memory| {
        let cache = memory.caches.cache::<FrameCache<Vec<Piece>, Differ>>();
        cache.get(Key(text)).clone()
    })
}
