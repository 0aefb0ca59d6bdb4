//! What can be done about a word, as entries of any menu.

use egui::accesskit::Role;
use egui::{FontId, Id, Response, Sense, StrokeKind, TextStyle, Ui, WidgetInfo, vec2};

use super::super::super::theme;
use super::super::super::view::View;
use crate::app::job::SuggestJob;
use crate::app::{Action, Misspelling, SpellingStep};
use crate::i18n::spelling as say;
use crate::text::spelling::MAX_SUGGESTIONS;

/// How many entries stand below the suggestions.
const FIXED: usize = 3;
/// The narrowest menu.
const NARROWEST: f32 = 240.0;
/// And the widest, until it is known how wide its entries are.
const WIDEST: f32 = 340.0;

/// How many entries there can be.
pub(super) const MOST: usize = MAX_SUGGESTIONS + FIXED;

/// Where an entry stands: suggestions first, as many as there can be.
pub(super) fn entry_id(id: Id, index: usize) -> Id {
    id.with(("spelling entry", index))
}

/// Draws the entries for a word of the box with this id; says whether one was
/// chosen, and which entries there are.
pub(in super::super) fn spelling_menu_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    id: Id,
    at: &Misspelling,
) -> (bool, Vec<Id>) {
    let wanted = SuggestJob {
        language: at.hit.language,
        word: at.word.clone(),
    };
    if view.session.wants_suggestions(&wanted) {
        view.act(Action::Spelling(SpellingStep::Suggest(wanted.clone())));
    }
    let found = view.session.suggestions(&wanted);
    ui.set_min_width(NARROWEST);
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut entries: Vec<(usize, String, String, Option<SpellingStep>)> = Vec::new();
    for (index, with) in found.unwrap_or_default().iter().enumerate() {
        let name = view.say(&say::replace_by(with.as_str()));
        let step = SpellingStep::Replace {
            at: at.clone(),
            with: with.clone(),
        };
        entries.push((index, view.shown(with), name, Some(step)));
    }
    if entries.is_empty() {
        let words = view.say(&match found {
            None => say::looking(),
            Some(_) => say::none(),
        });
        entries.push((0, words.clone(), words, None));
    }
    for (index, (words, step)) in [
        (say::ignore_here(), SpellingStep::IgnoreHere(at.clone())),
        (say::ignore(), SpellingStep::Ignore(at.clone())),
        (say::add(), SpellingStep::Add(at.clone())),
    ]
    .into_iter()
    .enumerate()
    {
        let words = view.say(&words);
        entries.push((MAX_SUGGESTIONS + index, words.clone(), words, Some(step)));
    }
    let mut ids = Vec::new();
    let mut is_chosen = false;
    for (index, text, name, step) in entries {
        if index == MAX_SUGGESTIONS {
            ui.separator();
        }
        let own = entry_id(id, index);
        ids.push(own);
        let is_word = index < MAX_SUGGESTIONS && step.is_some();
        let response = entry_ui(ui, own, (&text, is_word), &name);
        if let Some(step) = step.filter(|_| response.clicked()) {
            view.act(Action::Spelling(step));
            is_chosen = true;
        }
    }
    (is_chosen, ids)
}

fn entry_ui(ui: &mut Ui, id: Id, (text, is_word): (&str, bool), name: &str) -> Response {
    let palette = theme::palette(ui);
    let body = TextStyle::Body.resolve(ui.style());
    let font = if is_word {
        FontId::new(body.size, theme::bold())
    } else {
        body
    };
    // While the menu finds its size, an entry is as wide as it must be.
    let room = ui.available_width().clamp(NARROWEST, WIDEST);
    let painter = ui.painter();
    let galley = painter.layout(text.to_owned(), font, palette.ink, room - 2.0 * theme::STEP);
    let room = if ui.is_sizing_pass() {
        galley.size().x + 2.0 * theme::STEP
    } else {
        ui.available_width()
    }
    .max(NARROWEST);
    let size = vec2(room, galley.size().y + 1.5 * theme::STEP);
    let (_, rect) = ui.allocate_space(size);
    let response = ui.interact(rect, id, Sense::click());
    if response.hovered() {
        ui.painter().rect_filled(rect, 4.0, palette.blue_soft);
    }
    let corner = rect.min + vec2(theme::STEP, 0.75 * theme::STEP);
    ui.painter().galley(corner, galley, palette.ink);
    response.widget_info(|| WidgetInfo::labeled(Role::MenuItem, true, name));
    // It is not brought into view: that would scroll the form below the menu.
    if response.has_focus() {
        let ring = (theme::RING_WIDTH, palette.ring);
        ui.painter()
            .rect_stroke(rect, 4.0, ring, StrokeKind::Inside);
    }
    response
}
