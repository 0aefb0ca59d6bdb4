//! Keys that mean something to lists, and what is copied.
//!
//! They are taken before egui's text box sees them. Where other keys were
//! pressed before them in the same frame, they and all later ones wait for the
//! next frame, so that everything happens in the order in which it was pressed.

use std::ops::Range;

use egui::text::CCursorRange;
use egui::text_edit::TextEditState;
use egui::{Context, Event, EventFilter, Id, Key, Modifiers, Ui};

use super::super::bar;
use super::super::key_order::is_of_keyboard;
use super::buffer::{Buffer, LINE_BREAK};
use super::dragging::Drawn;
use super::pasting;
use crate::text::Writing;
use crate::text::writing::{Shift, Style};

/// What can be done to the lines of a box by a button or a shortcut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Command {
    /// Makes the selected lines this, or paragraphs again.
    Toggle(Style),
    /// Moves the selected items in or out.
    Shift(Shift),
}

impl Command {
    pub(super) fn apply(self, writing: &mut Writing, range: &Range<usize>) {
        match self {
            Command::Toggle(style) => writing.toggle(range, style),
            Command::Shift(shift) => {
                writing.shift(range, shift);
            }
        }
    }
}

/// Asks a box to do something in this frame; another widget does nothing.
pub(in crate::ui) fn request(context: &Context, id: Id, command: Command) {
    let now = context.cumulative_frame_nr();
    context.data_mut(|data| data.insert_temp(requests(), (id, command, now)));
}

/// What a box is asked to do in this frame.
pub(super) fn requested(ui: &Ui, id: Id) -> Option<Command> {
    let now = ui.ctx().cumulative_frame_nr();
    let found = ui.data(|data| data.get_temp::<(Id, Command, u64)>(requests()))?;
    (found.0 == id && found.2 == now).then_some(found.1)
}

fn requests() -> Id {
    Id::unique("command for an answer")
}

/// What is selected in a box, or where the caret is; at the end before it ever
/// had the focus.
pub(super) fn selection(ui: &Ui, id: Id, writing: &Writing) -> Range<usize> {
    let state = TextEditState::load(ui.ctx(), id);
    within(state.and_then(|state| state.cursor.char_range()), writing)
}

/// Remembers what is selected while the box has the focus: egui forgets it as
/// soon as something else has.
pub(super) fn remember_selection(ui: &Ui, id: Id, range: CCursorRange) {
    ui.data_mut(|data| data.insert_temp(id.with("selection"), range));
}

/// Selects again what was selected.
pub(super) fn restore_selection(ui: &Ui, id: Id) {
    if let Some(range) = remembered(ui, id) {
        let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
        state.cursor.set_char_range(Some(range));
        state.store(ui.ctx(), id);
    }
}

/// What was selected last, while the box had the focus.
pub(super) fn remembered(ui: &Ui, id: Id) -> Option<CCursorRange> {
    ui.data(|data| data.get_temp::<CCursorRange>(id.with("selection")))
}

/// What is selected of a text; its end before anything was.
pub(super) fn within(range: Option<CCursorRange>, writing: &Writing) -> Range<usize> {
    let length = writing.text().chars().count();
    range.map_or(length..length, |range| {
        let range = range.as_sorted_char_range();
        range.start.0.min(length)..range.end.0.min(length)
    })
}

/// Keys that wait, and since which frame.
type Waiting = (u64, Vec<Event>);

/// Lets the box take this in the next frame, as if a key were pressed.
pub(super) fn send(ui: &Ui, id: Id, event: Event) {
    let frame = ui.ctx().cumulative_frame_nr();
    let waiting: Waiting = (frame, vec![event]);
    ui.data_mut(|data| data.insert_temp(id.with("later"), waiting));
    ui.ctx().request_repaint();
}

/// Takes the keys of this frame that are not egui's.
pub(super) fn take(ui: &Ui, id: Id, buffer: &mut Buffer<'_>) {
    let later_id = id.with("later");
    let frame = ui.ctx().cumulative_frame_nr();
    let waiting = ui.data_mut(|data| data.remove_temp::<Waiting>(later_id));
    let mut events = match waiting {
        Some((since, events)) if since + 1 >= frame => events,
        _ => Vec::new(),
    };
    events.extend(ui.input_mut(|input| std::mem::take(&mut input.events)));
    let mut kept = Vec::with_capacity(events.len());
    let mut later = Vec::new();
    let mut changes = false;
    for event in events {
        if !later.is_empty() && is_of_keyboard(&event) {
            later.push(event);
        } else if let Some(own) = Own::of(&event).filter(|own| own.applies(ui, id, buffer)) {
            if changes {
                later.push(event);
            } else {
                changes = own.act(ui, id, buffer, &mut kept);
            }
        } else {
            changes |= is_of_keyboard(&event);
            if !matches!(event, Event::Key { key: Key::Tab, .. }) {
                stay(ui, id, &event);
            }
            match rows_of(ui, id, &event) {
                Some((arrow, rows)) => kept.extend(std::iter::repeat_n(arrow, rows)),
                None => kept.push(with_line_break(event)),
            }
        }
    }
    if !later.is_empty() {
        ui.data_mut(|data| data.insert_temp(later_id, (frame, later)));
        ui.ctx().request_repaint();
    }
    ui.input_mut(|input| input.events = kept);
}

/// A key that egui's text box does not know as we do.
#[derive(Clone, Copy)]
enum Own {
    Shift(Shift),
    Copy,
    Cut,
    Leave,
}

impl Own {
    fn of(event: &Event) -> Option<Own> {
        match event {
            Event::Copy => Some(Own::Copy),
            Event::Cut => Some(Own::Cut),
            Event::Key {
                key: Key::Tab,
                pressed: true,
                modifiers,
                ..
            } if !modifiers.command && !modifiers.alt => Some(Own::Shift(if modifiers.shift {
                Shift::Out
            } else {
                Shift::In
            })),
            Event::Key {
                key: Key::Escape,
                pressed: true,
                ..
            } => Some(Own::Leave),
            _ => None,
        }
    }

    /// Whether it is for us: Tab only in lists, and not after Escape.
    fn applies(self, ui: &Ui, id: Id, buffer: &Buffer<'_>) -> bool {
        let range = selection(ui, id, &buffer.writing);
        match self {
            Own::Shift(_) => is_in_list(&buffer.writing, &range) && !is_leaving(ui, id),
            Own::Copy | Own::Cut => !range.is_empty(),
            Own::Leave => true,
        }
    }

    /// Does it; says whether what is selected may be something else now.
    fn act(self, ui: &Ui, id: Id, buffer: &mut Buffer<'_>, events: &mut Vec<Event>) -> bool {
        let range = selection(ui, id, &buffer.writing);
        match self {
            Own::Shift(shift) => {
                buffer.became_mark = None;
                buffer.writing.shift(&range, shift);
                buffer.is_step = true;
                buffer.note();
                false
            }
            Own::Copy => {
                pasting::copy(ui, &buffer.writing, &range);
                false
            }
            Own::Cut => {
                pasting::copy(ui, &buffer.writing, &range);
                buffer.is_step = true;
                events.push(pressed(Key::Delete));
                true
            }
            Own::Leave => {
                ui.data_mut(|data| {
                    data.insert_temp(id.with("leaving"), true);
                    data.insert_temp(id.with("leaves now"), true);
                });
                false
            }
        }
    }
}

/// Whether what comes in in this frame is typed, and nothing pasted.
pub(super) fn only_types(ui: &Ui) -> bool {
    let comes_in_whole = |event: &Event| {
        matches!(
            event,
            Event::Paste(_) | Event::MiddleClickPaste { .. } | Event::AccessKitActionRequest(_)
        )
    };
    ui.input(|input| !input.events.iter().any(comes_in_whole))
}

/// Whether a range touches an item, where Tab moves items.
pub(super) fn is_in_list(writing: &Writing, range: &Range<usize>) -> bool {
    let lines = writing.line_at(range.start)..=writing.line_at(range.end);
    lines.into_iter().any(|line| writing.depth(line) > 0)
}

/// Whether Escape was pressed, after which Tab leaves the box.
pub(super) fn is_leaving(ui: &Ui, id: Id) -> bool {
    ui.data(|data| data.get_temp(id.with("leaving")).unwrap_or(false))
}

/// Whether Escape was pressed in this frame, which is to be told once.
pub(super) fn leaves_now(ui: &Ui, id: Id) -> bool {
    let now = ui.data_mut(|data| data.remove_temp::<bool>(id.with("leaves now")));
    now.is_some()
}

/// Any other key means that somebody stays.
fn stay(ui: &Ui, id: Id, event: &Event) {
    if matches!(
        event,
        Event::Text(_) | Event::Key { pressed: true, .. } | Event::Paste(_)
    ) && ui
        .data_mut(|data| data.remove_temp::<bool>(id.with("leaving")))
        .is_some()
    {
        bar::silence(ui, id);
    }
}

/// Which keys are for the box in the next frame.
pub(super) fn hold_focus(ui: &Ui, id: Id, in_list: bool) {
    let filter = EventFilter {
        tab: in_list && !is_leaving(ui, id),
        horizontal_arrows: true,
        vertical_arrows: true,
        escape: true,
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
}

/// The box lost the focus: whatever waited for it waits no longer.
pub(super) fn forget(ui: &Ui, id: Id) {
    ui.data_mut(|data| {
        data.remove_temp::<Waiting>(id.with("later"));
        data.remove_temp::<bool>(id.with("leaves now"));
        data.remove_temp::<bool>(id.with("leaving"));
        data.remove_temp::<usize>(id.with("page"));
    });
}

/// Shift+Enter types a line break.
fn with_line_break(event: Event) -> Event {
    match event {
        Event::Key {
            key: Key::Enter,
            pressed: true,
            modifiers,
            ..
        } if modifiers.shift && !modifiers.command => Event::Text(LINE_BREAK.to_owned()),
        other => other,
    }
}

/// Remembers how far Page Up and Page Down go: one row less than there is room for.
pub(super) fn remember_page(ui: &Ui, id: Id, drawn: &Drawn<'_>) {
    if !ui.memory(|memory| memory.has_focus(id)) {
        return;
    }
    let above = drawn.seen.top() - drawn.corner.y;
    let rows = drawn
        .galley
        .rows
        .iter()
        .skip_while(|row| row.min_y() < above);
    let bottom = rows
        .clone()
        .next()
        .map(|row| row.min_y() + drawn.seen.height());
    let rows = bottom.map_or(0, |bottom| {
        rows.take_while(|row| row.max_y() <= bottom).count()
    });
    ui.data_mut(|data| data.insert_temp(id.with("page"), rows.saturating_sub(1).max(1)));
}

/// Page Up and Page Down, which egui's text box does not know, as rows to go.
fn rows_of(ui: &Ui, id: Id, event: &Event) -> Option<(Event, usize)> {
    let Event::Key {
        key,
        pressed: true,
        modifiers,
        ..
    } = event
    else {
        return None;
    };
    let arrow = match key {
        Key::PageUp => Key::ArrowUp,
        Key::PageDown => Key::ArrowDown,
        _ => return None,
    };
    let rows = ui.data(|data| data.get_temp(id.with("page")))?;
    let only_shift = Modifiers {
        shift: modifiers.shift,
        ..Modifiers::NONE
    };
    modifiers
        .matches_exact(only_shift)
        .then(|| (pressed_with(only_shift, arrow), rows))
}

fn pressed(key: Key) -> Event {
    pressed_with(Modifiers::NONE, key)
}

fn pressed_with(modifiers: Modifiers, key: Key) -> Event {
    Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers,
    }
}
