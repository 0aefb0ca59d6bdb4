//! The menu that a key opens at a word.

use egui::accesskit::Role;
use egui::text::CCursor;
use egui::{Align2, Area, Frame, Id, Key, Order, Ui, vec2};

use super::super::super::choice::{arrows, group_ui};
use super::super::super::theme;
use super::super::super::view::View;
use super::super::keys;
use super::Drawn;
use super::menu::{MOST, entry_id, spelling_menu_ui};
use crate::app::Misspelling;
use crate::i18n::spelling as say;

/// The highest menu, nearly.
const HEIGHT: f32 = 300.0;

/// The menu of a box, while it is open.
#[derive(Clone)]
struct Open {
    at: Misspelling,
    /// The character at the caret.
    caret: usize,
    /// Whether the focus was led into it.
    is_entered: bool,
}

/// Where everything of the menu stands: who is there has not left the box.
pub(in super::super) fn ids(id: Id) -> impl Iterator<Item = Id> {
    (0..MOST).map(move |index| entry_id(id, index))
}

pub(super) fn open(ui: &Ui, id: Id, at: Misspelling, caret: usize) {
    let open = Open {
        at,
        caret,
        is_entered: false,
    };
    ui.data_mut(|data| data.insert_temp(key(id), open));
    ui.ctx().request_repaint();
}

fn key(id: Id) -> Id {
    id.with("spelling menu")
}

/// Draws the menu of a box below the caret, where it is open. It closes when an
/// entry is chosen, by Escape, and when the focus goes elsewhere; but for the
/// last, the box gets the focus back where it was.
pub(super) fn popup_ui(ui: &Ui, view: &mut View<'_>, id: Id, drawn: &Drawn<'_>) {
    let Some(mut open) = ui.data(|data| data.get_temp::<Open>(key(id))) else {
        return;
    };
    if !open.is_entered {
        let first = entry_id(id, 0);
        ui.memory_mut(|memory| memory.request_focus(first));
    }
    let caret = drawn.galley.pos_from_cursor(CCursor::new(open.caret));
    let caret = caret.translate(drawn.corner);
    let screen = ui.ctx().content_rect();
    // The word stays in sight.
    let gap = vec2(0.0, theme::STEP);
    let (pivot, place) = if caret.bottom() + HEIGHT > screen.bottom() {
        (Align2::LEFT_BOTTOM, caret.left_top() - gap)
    } else {
        (Align2::LEFT_TOP, caret.left_bottom() + gap)
    };
    let area = Area::new(id.with("spelling area"))
        .order(Order::Foreground)
        .pivot(pivot)
        .fixed_pos(place)
        .constrain_to(screen);
    let name = view.say(&say::menu(open.at.word.as_str()));
    let mut chosen = (false, Vec::new());
    area.show(ui.ctx(), |ui| {
        Frame::popup(ui.style()).show(ui, |ui| {
            let group = id.with("spelling entries");
            group_ui(ui, Role::Menu, group, &name, "", |ui| {
                chosen = spelling_menu_ui(ui, view, id, &open.at);
                if let Some(index) = arrows(ui, &chosen.1)
                    && let Some(own) = chosen.1.get(index)
                {
                    ui.memory_mut(|memory| memory.request_focus(*own));
                }
            });
        });
    });
    let (is_chosen, entries) = chosen;
    let escaped = open.is_entered && ui.input(|input| input.key_pressed(Key::Escape));
    let focused = ui.memory(egui::Memory::focused);
    let is_inside = focused.is_some_and(|id| entries.contains(&id));
    if is_chosen || escaped {
        keys::restore_selection(ui, id);
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    if is_chosen || escaped || (open.is_entered && !is_inside) {
        ui.data_mut(|data| data.remove::<Open>(key(id)));
    } else {
        open.is_entered |= is_inside;
        ui.data_mut(|data| data.insert_temp(key(id), open));
    }
}
