//! Selecting text on the pages, and copying it.

use egui::{CursorIcon, Event, Id, Key, Modifiers, Pos2, Rect, Response, Sense, Ui, vec2};

use super::super::theme;
use super::super::view::View;
use super::pages::Sheets;
use crate::app::Action;
use crate::export::layout::Position;
use crate::i18n::review;

/// Shows what is selected on a page.
pub(super) fn highlight_ui(ui: &Ui, view: &View<'_>, sheets: &Sheets<'_>, page: usize) {
    let Some((from, to)) = view.session.printed().selected() else {
        return;
    };
    // Paper is white in every theme; what is printed shows through.
    let color = theme::LIGHT.blue.gamma_multiply(0.28);
    for part in sheets.pages.reading.highlights(from, to, page) {
        let rect = sheets.on_screen(page, part);
        ui.painter().rect_filled(rect, 0.0, color);
    }
}

/// Selects by dragging, by two clicks a word, by three what one element says;
/// by keys everything, which are also what copies.
pub(super) fn selection_ui(
    ui: &Ui,
    view: &mut View<'_>,
    region: Id,
    sheets: &Sheets<'_>,
    seen: &[(usize, Rect)],
) {
    let wants_focus = ui.data_mut(|data| data.remove_temp::<()>(focus_id()));
    if wants_focus.is_some() {
        ui.memory_mut(|memory| memory.request_focus(region));
    }
    for (page, rect) in seen {
        let id = Id::unique(("printed page", *page));
        // The pages are one stop for the Tab key, not one each.
        let response = ui.interact(*rect, id, Sense::CLICK | Sense::DRAG);
        let hovered = response.hover_pos().and_then(|at| place(sheets, seen, at));
        let on_text = |place: (usize, f32, f32)| {
            let (page, x, y) = place;
            sheets.pages.reading.covers(page, x, y)
        };
        if hovered.is_some_and(on_text) {
            ui.set_cursor_icon(CursorIcon::Text);
        }
        by_pointer(ui, view, sheets, seen, &response);
    }
    if ui.memory(|memory| memory.has_focus(region)) {
        by_keys(ui, view, sheets);
    }
}

fn focus_id() -> Id {
    Id::unique("printed pages take the focus")
}

/// Where the pointer is on the pages: on which one, and where on it.
fn place(sheets: &Sheets<'_>, seen: &[(usize, Rect)], at: Pos2) -> Option<(usize, f32, f32)> {
    let away = |rect: &Rect| rect.distance_sq_to_pos(at);
    let nearest = seen
        .iter()
        .min_by(|(_, one), (_, other)| away(one).total_cmp(&away(other)));
    let (page, rect) = nearest?;
    let on_paper = (at - rect.min) / sheets.scale;
    Some((*page, on_paper.x, on_paper.y))
}

fn by_pointer(
    ui: &Ui,
    view: &mut View<'_>,
    sheets: &Sheets<'_>,
    seen: &[(usize, Rect)],
    response: &Response,
) {
    let reading = &sheets.pages.reading;
    let find = |at: Pos2| -> Option<Position> {
        let (page, x, y) = place(sheets, seen, at)?;
        reading.at(page, x, y)
    };
    let Some(at) = response.interact_pointer_pos() else {
        return;
    };
    let Some(here) = find(at) else {
        return;
    };
    let start = view.session.printed().selection_start();
    let selected = if response.triple_clicked() {
        Some(reading.passage(here))
    } else if response.double_clicked() {
        Some(reading.word(here))
    } else if response.drag_started() {
        let pressed = ui.input(|input| input.pointer.press_origin());
        Some((pressed.and_then(find).unwrap_or(here), here))
    } else if response.dragged() {
        scroll_along(ui, at);
        Some((start.unwrap_or(here), here))
    } else if response.clicked() {
        let longer = ui.input(|input| input.modifiers.shift);
        let from = start.filter(|_| longer).unwrap_or(here);
        Some((from, here))
    } else {
        return;
    };
    // In the next frame: for the region around, this was a click elsewhere,
    // which takes the focus away from it at the end of this one.
    ui.data_mut(|data| data.insert_temp(focus_id(), ()));
    view.act(Action::SelectPrinted(selected));
}

/// A selection that is dragged over the edge goes on there.
fn scroll_along(ui: &Ui, at: Pos2) {
    let clip = ui.clip_rect();
    let over = (at.y - clip.bottom()).max(0.0) - (clip.top() - at.y).max(0.0);
    if over != 0.0 {
        ui.scroll_with_delta(vec2(0.0, -over.clamp(-40.0, 40.0)));
        ui.ctx().request_repaint();
    }
}

fn by_keys(ui: &Ui, view: &mut View<'_>, sheets: &Sheets<'_>) {
    let all = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::A));
    if all {
        view.act(Action::SelectPrinted(sheets.pages.reading.whole()));
    }
    let copies = ui.input(|input| input.events.contains(&Event::Copy));
    if let Some(text) = view.session.printed().selected_text().filter(|_| copies) {
        view.act(Action::Copy(review::selection(), text));
    }
}
