//! Keys take effect in the order in which they are pressed, however long a
//! frame takes.
//!
//! egui moves the focus, and the window looks for its shortcuts, before any
//! text box sees the keys of a frame. Where a slow computer has several keys in
//! one frame, that would be another order than that of the fingers: what was
//! typed before Tab would stand in the next field. So a key that does something
//! wherever the focus is has a frame of its own, and later keys wait for theirs.

use egui::{Context, Event, Key, Plugin, RawInput, Ui};

/// Holds back what is for a later frame.
#[derive(Default)]
pub(super) struct KeyOrder {
    later: Vec<Event>,
}

impl Plugin for KeyOrder {
    fn debug_name(&self) -> &'static str {
        "key order"
    }

    fn input_hook(&mut self, _context: &Context, input: &mut RawInput) {
        self.later.append(&mut input.events);
        let now = frame_length(&self.later);
        let later = self.later.split_off(now);
        input.events = std::mem::replace(&mut self.later, later);
    }

    fn on_begin_pass(&mut self, ui: &mut Ui) {
        if !self.later.is_empty() {
            ui.ctx().request_repaint();
        }
    }
}

/// How many of these events, from the first on, are for the same frame.
fn frame_length(events: &[Event]) -> usize {
    let mut keys = 0;
    let mut is_taken = false;
    let starts_next = |event: &Event| {
        let is_alone = is_for_window(event);
        let next = is_of_keyboard(event) && (is_taken || (is_alone && keys > 0));
        keys += usize::from(is_of_keyboard(event));
        is_taken |= is_alone;
        next
    };
    let next = events.iter().position(starts_next);
    next.unwrap_or(events.len())
}

/// Whether a key does something wherever the focus is: it moves the focus, or
/// it may be a shortcut. `AltGr`, which some systems report as Ctrl+Alt, writes
/// characters.
fn is_for_window(event: &Event) -> bool {
    let Event::Key {
        key,
        pressed: true,
        modifiers,
        ..
    } = event
    else {
        return false;
    };
    let is_function_key = (Key::F1..=Key::F35).contains(key);
    let is_shortcut = modifiers.command && !modifiers.alt;
    is_shortcut || is_function_key || matches!(key, Key::Tab | Key::Escape)
}

/// Whether somebody presses or writes something.
pub(super) fn is_of_keyboard(event: &Event) -> bool {
    matches!(
        event,
        Event::Text(_)
            | Event::Paste(_)
            | Event::Copy
            | Event::Cut
            | Event::Ime(_)
            | Event::Key { pressed: true, .. }
    )
}

#[cfg(test)]
mod tests {
    use egui::Modifiers;

    use super::*;

    fn key(key: Key, modifiers: Modifiers, pressed: bool) -> Event {
        Event::Key {
            key,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers,
        }
    }

    fn down(one: Key) -> Event {
        key(one, Modifiers::NONE, true)
    }

    fn text(text: &str) -> Event {
        Event::Text(text.to_owned())
    }

    /// How many events each frame has, where all came at once.
    fn frames(events: &[Event]) -> Vec<usize> {
        let mut order = KeyOrder {
            later: events.to_vec(),
        };
        let mut frames = Vec::new();
        let mut seen = Vec::new();
        while seen.len() < events.len() {
            let mut input = RawInput::default();
            order.input_hook(&Context::default(), &mut input);
            assert!(!input.events.is_empty(), "nothing moves on");
            frames.push(input.events.len());
            seen.append(&mut input.events);
        }
        assert_eq!(seen, events, "nothing is lost, nothing changes places");
        frames
    }

    #[test]
    fn what_is_typed_needs_one_frame() {
        let typed = [
            text("a"),
            down(Key::Enter),
            text("b"),
            down(Key::Backspace),
            Event::Copy,
        ];
        assert_eq!(frames(&typed), [5]);
        assert_eq!(frame_length(&[]), 0);
    }

    #[test]
    fn keys_for_the_window_stand_alone() {
        let events = [
            text("a"),
            down(Key::Escape),
            down(Key::Tab),
            key(Key::Tab, Modifiers::NONE, false),
            text("b"),
            key(Key::L, Modifiers::COMMAND.plus(Modifiers::SHIFT), true),
            down(Key::F8),
            text("c"),
        ];
        assert_eq!(frames(&events), [1, 1, 2, 1, 1, 1, 1]);
    }

    #[test]
    fn a_key_for_the_window_may_come_with_what_is_no_key() {
        let moved = Event::PointerMoved(egui::Pos2::ZERO);
        let events = [moved.clone(), down(Key::Tab), moved, text("a")];
        assert_eq!(frames(&events), [3, 1]);
    }

    #[test]
    fn characters_of_alt_gr_wait_for_nobody() {
        let alt_gr = Modifiers::COMMAND | Modifiers::CTRL | Modifiers::ALT;
        let events = [text("a"), key(Key::E, alt_gr, true), text("œ")];
        assert_eq!(frames(&events), [3]);
    }
}
