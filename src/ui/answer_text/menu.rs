//! The menu of a text: right click, the Menu key or Shift+F10.
//!
//! The menu has the focus while it is open; the box gets it back when it
//! closes, with what was selected. Cut and copy go through the keys of the
//! box, so that a list is copied as with the keyboard.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::containers::menu::menu_style;
use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::text_selection::visuals::paint_text_selection;
use egui::{
    Align, Button, Event, Galley, Id, Key, KeyboardShortcut, LayerId, Layout, Modifiers, Order,
    PointerButton, Popup, PopupKind, Pos2, Response, RichText, SetOpenCommand, StrokeKind, Ui,
    Vec2, ViewportCommand, WidgetInfo, vec2,
};

use super::super::shortcuts::keys_in_words;
use super::super::theme;
use super::super::view::View;
use super::{AnswerBox, keys, pasting, spelling};
use crate::app::{Action, TidyScope};
use crate::i18n::{Message, editing};
use crate::text::Writing;

/// What can be chosen.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Entry {
    Cut,
    Copy,
    Paste,
    PasteAsText,
    SelectAll,
    Tidy,
}

const ENTRIES: [Entry; 6] = [
    Entry::Cut,
    Entry::Copy,
    Entry::Paste,
    Entry::PasteAsText,
    Entry::SelectAll,
    Entry::Tidy,
];

impl Entry {
    fn name(self) -> Message {
        match self {
            Entry::Cut => editing::cut(),
            Entry::Copy => editing::copy(),
            Entry::Paste => editing::paste(),
            Entry::PasteAsText => editing::paste_as_text(),
            Entry::SelectAll => editing::select_all(),
            Entry::Tidy => editing::tidy(),
        }
    }

    fn keys(self) -> KeyboardShortcut {
        let with = |key| KeyboardShortcut::new(Modifiers::COMMAND, key);
        match self {
            Entry::Cut => with(Key::X),
            Entry::Copy => with(Key::C),
            Entry::Paste => with(Key::V),
            Entry::PasteAsText => {
                KeyboardShortcut::new(Modifiers::COMMAND | Modifiers::SHIFT, Key::V)
            }
            Entry::SelectAll => with(Key::A),
            Entry::Tidy => KeyboardShortcut::new(Modifiers::COMMAND | Modifiers::SHIFT, Key::T),
        }
    }

    /// Whether it does something.
    fn works(self, selected: &std::ops::Range<usize>, length: usize) -> bool {
        match self {
            Entry::Cut | Entry::Copy => !selected.is_empty(),
            Entry::Paste | Entry::PasteAsText => true,
            Entry::SelectAll => selected.len() < length,
            Entry::Tidy => length > 0,
        }
    }

    fn act(self, ui: &Ui, view: &mut View<'_>, menu: MenuOf<'_>) {
        let id = menu.id;
        match self {
            Entry::Cut => keys::send(ui, id, Event::Cut),
            Entry::Copy => keys::send(ui, id, Event::Copy),
            // What is pasted goes to what has the focus then.
            Entry::Paste => {
                ui.ctx().send_viewport_cmd(ViewportCommand::RequestPaste);
                ui.ctx().request_repaint();
            }
            Entry::PasteAsText => {
                ui.memory_mut(|memory| memory.request_focus(id));
                pasting::request_text(ui.ctx());
            }
            Entry::SelectAll => {
                let length = menu.writing.text().chars().count();
                let all = CCursorRange::two(CCursor::new(0), CCursor::new(length));
                keys::remember_selection(ui, id, all);
            }
            Entry::Tidy => {
                let AnswerBox { item, language, .. } = menu.answer_box;
                let scope = TidyScope::Text(item.id.clone(), language);
                view.act(Action::Tidy(scope));
            }
        }
    }
}

/// The box that a menu is for.
#[derive(Clone, Copy)]
pub(super) struct MenuOf<'a> {
    /// Its id.
    pub(super) id: Id,
    /// The box itself.
    pub(super) answer_box: AnswerBox<'a>,
    /// Its name.
    pub(super) name: &'a str,
    /// Its lines.
    pub(super) writing: &'a Writing,
}

/// Takes the keys of the menu, where the box has the focus; says whether the
/// menu is asked for.
pub(super) fn asked_by_key(ui: &Ui) -> bool {
    ui.input_mut(|input| {
        input.consume_key(Modifiers::NONE, Key::Menu)
            || input.consume_key(Modifiers::SHIFT, Key::F10)
    })
}

/// Whether the menu of a box is open, or was in the last frame: who is in it
/// has not left the text.
pub(super) fn is_open(ui: &Ui, id: Id) -> bool {
    let now = ui.ctx().cumulative_pass_nr();
    shown(ui, id).is_some_and(|last| last + 1 >= now)
}

/// Whether it was drawn in this frame, and stays.
pub(super) fn is_open_now(ui: &Ui, id: Id) -> bool {
    shown(ui, id) == Some(ui.ctx().cumulative_pass_nr())
}

fn shown(ui: &Ui, id: Id) -> Option<u64> {
    ui.data(|data| data.get_temp::<u64>(id.with("menu shown")))
}

/// Where the menu is asked for with the pointer.
pub(super) fn clicked(response: &Response) -> Option<Pos2> {
    let clicked = response.secondary_clicked();
    response.interact_pointer_pos().filter(|_| clicked)
}

/// While the menu is open, egui shows no selection in the box: this does.
pub(super) fn show_selection(ui: &Ui, id: Id, galley: &mut Arc<Galley>) {
    if let Some(range) = keys::remembered(ui, id).filter(|_| is_open(ui, id)) {
        let range = CCursorRange {
            primary: galley.clamp_cursor(&range.primary),
            secondary: galley.clamp_cursor(&range.secondary),
            ..range
        };
        paint_text_selection(galley, ui.visuals(), &range, None);
    }
}

/// A right click inside of a selection leaves it as it was: egui puts the
/// caret where any button is pressed.
///
/// `before` is what was selected before egui saw the click.
pub(super) fn keep_selection(
    ui: &Ui,
    response: &Response,
    galley: &Galley,
    corner: Vec2,
    before: Option<CCursorRange>,
    mut state: TextEditState,
) {
    let at = ui.input(|input| {
        let pointer = &input.pointer;
        let is_right = pointer.button_down(PointerButton::Secondary)
            || pointer.button_released(PointerButton::Secondary);
        pointer.interact_pos().filter(|_| is_right)
    });
    let Some(before) = before.filter(|range| !range.is_empty()) else {
        return;
    };
    let Some(at) = at.filter(|at| response.interact_rect.contains(*at)) else {
        return;
    };
    if is_inside(galley, at - corner, before) {
        state.cursor.set_char_range(Some(before));
        state.store(ui.ctx(), response.id);
    }
}

/// Whether a place in a text is in what is selected.
pub(super) fn is_inside(galley: &Galley, at: Pos2, selected: CCursorRange) -> bool {
    let clicked = galley.cursor_from_pos(at.to_vec2());
    let range = selected.as_sorted_char_range();
    let is_inside = range.start < clicked.index && clicked.index < range.end;
    // Beside the end of a line lies nothing of a selection that ends there.
    let is_at_end = clicked.index == range.start || clicked.index == range.end;
    let beside = (galley.pos_from_cursor(clicked).center().x - at.x).abs();
    is_inside || (is_at_end && beside < theme::STEP)
}

/// Draws the menu where it is open, and opens it at a place.
pub(super) fn menu_ui(ui: &Ui, view: &mut View<'_>, menu: MenuOf<'_>, open_at: Option<Pos2>) {
    let popup_id = menu.id.with("menu");
    let place = menu.id.with("menu place");
    let was_open = Popup::is_id_open(ui.ctx(), popup_id);
    if let Some(at) = open_at {
        ui.data_mut(|data| data.insert_temp(place, at));
    }
    if !was_open && open_at.is_none() {
        return;
    }
    let at = ui.data(|data| data.get_temp::<Pos2>(place));
    let mut chosen = None;
    let tab = was_open && ui.input(|input| input.key_pressed(Key::Tab));
    let open = open_at.map(|_| SetOpenCommand::Bool(true));
    Popup::new(
        popup_id,
        ui.ctx().clone(),
        at.unwrap_or_default(),
        ui.layer_id(),
    )
    .kind(PopupKind::Menu)
    .layout(Layout::top_down_justified(Align::Min))
    .style(menu_style)
    .open_memory(open)
    .accessible_name(view.say(&editing::menu(menu.name)))
    .show(|ui| {
        ui.set_min_width(30.0 * theme::STEP);
        ui.spacing_mut().button_padding = vec2(theme::STEP, 3.0);
        ui.spacing_mut().item_spacing.y = 2.0;
        let is_first_frame = !was_open;
        let is_word_done = word_ui(ui, view, menu, is_first_frame);
        chosen = entries_ui(ui, view, menu, is_first_frame);
        if tab || is_word_done || chosen.is_some() {
            ui.close();
        }
    });
    if let Some(entry) = chosen {
        entry.act(ui, view, menu);
    }
    if Popup::is_id_open(ui.ctx(), popup_id) {
        let now = ui.ctx().cumulative_pass_nr();
        ui.data_mut(|data| data.insert_temp(menu.id.with("menu shown"), now));
    } else {
        give_back(ui, menu.id, LayerId::new(Order::Foreground, popup_id));
    }
}

/// The box has the focus again, unless something else got it, with what was
/// selected.
fn give_back(ui: &Ui, id: Id, layer: LayerId) {
    let focused = ui.memory(egui::Memory::focused);
    let elsewhere = focused
        .filter(|focused| *focused != id)
        .and_then(|focused| ui.ctx().read_response(focused))
        .is_some_and(|response| response.layer_id != layer);
    if !elsewhere {
        keys::restore_selection(ui, id);
        ui.memory_mut(|memory| memory.request_focus(id));
        ui.ctx().request_repaint();
    }
}

/// What can be done about the word at the caret, where it may be misspelled;
/// says whether something was.
fn word_ui(ui: &mut Ui, view: &mut View<'_>, menu: MenuOf<'_>, is_first: bool) -> bool {
    let caret = keys::remembered(ui, menu.id).map(|range| range.primary.index.0);
    let at = caret.and_then(|at| spelling::word_at(view, menu.answer_box, menu.writing, at));
    let Some(at) = at else {
        return false;
    };
    let drawn = ui.scope(|ui| spelling::menu::spelling_menu_ui(ui, view, menu.id, &at));
    let (is_done, ids) = drawn.inner;
    if let Some(first) = ids.first().filter(|_| !is_first && !holds_focus(ui)) {
        ui.memory_mut(|memory| memory.request_focus(*first));
    }
    ui.separator();
    is_done
}

/// The entries; says which was chosen.
fn entries_ui(ui: &mut Ui, view: &View<'_>, menu: MenuOf<'_>, is_first: bool) -> Option<Entry> {
    let length = menu.writing.text().chars().count();
    let selected = keys::within(keys::remembered(ui, menu.id), menu.writing);
    let mut chosen = None;
    // The first that does something gets the focus, once it is seen.
    let mut focus = !is_first && !holds_focus(ui);
    for entry in ENTRIES {
        if matches!(entry, Entry::SelectAll | Entry::Tidy) {
            ui.separator();
        }
        let works = entry.works(&selected, length);
        let keys = keys_in_words(entry.keys(), |message| view.say(message));
        let response = entry_ui(ui, works, &view.say(&entry.name()), &keys);
        if works && std::mem::take(&mut focus) {
            response.request_focus();
        }
        if response.clicked() {
            chosen = Some(entry);
        }
    }
    chosen
}

/// Whether something of this layer has the focus.
fn holds_focus(ui: &Ui) -> bool {
    let focused = ui.memory(egui::Memory::focused);
    let response = focused.and_then(|id| ui.ctx().read_response(id));
    response.is_some_and(|response| response.layer_id == ui.layer_id())
}

/// An entry of the menu, with the keys that do the same.
pub(super) fn entry_ui(ui: &mut Ui, works: bool, name: &str, keys: &str) -> Response {
    let ink = theme::palette(ui).ink;
    let button = Button::new(RichText::new(name).color(ink)).shortcut_text(keys);
    let response = ui.add_enabled(works, button);
    response.widget_info(|| WidgetInfo::labeled(Role::MenuItem, works, name));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::MenuItem);
        if !keys.is_empty() {
            node.set_keyboard_shortcut(keys.to_owned());
        }
    });
    // It is not brought into view: that would scroll the form below the menu.
    if response.has_focus() {
        let ring = (theme::RING_WIDTH, theme::palette(ui).ring);
        let kind = StrokeKind::Inside;
        ui.painter().rect_stroke(response.rect, 4.0, ring, kind);
    }
    response
}
