//! Long texts that are only read.

use egui::accesskit::Role;
use egui::{EventFilter, Id, Key, Modifiers, Sense, Ui, UiBuilder, vec2};

use super::theme;
use super::view::attend_at;

/// A named part of the accessibility tree, and one stop for the Tab key:
/// whoever has no wheel scrolls it with the keys.
pub(super) fn region_ui(ui: &mut Ui, id: Id, name: &str, contents: impl FnOnce(&mut Ui)) {
    let builder = UiBuilder::new()
        .scope_id(id)
        .sense(Sense::focusable_noninteractive())
        .accessibility_role(Role::Region)
        .accessibility_label(name);
    let scope = ui.scope_builder(builder, contents);
    let mut response = scope.response;
    // The ring stands inside, or the neighbours would cover it.
    response.rect = response.rect.shrink(5.0);
    // Whoever sees some of it stays where they are.
    let seen = response.rect.intersect(ui.clip_rect());
    let seen = seen.shrink2(vec2(0.0, 3.0 * theme::STEP));
    let caret = if seen.height() > 3.0 * theme::STEP {
        seen
    } else {
        response.rect
    };
    attend_at(ui, &response, || caret);
}

/// Scrolls whatever a region stands in while the region has the focus.
pub(super) fn scroll_by_keys(ui: &mut Ui, region: Id) {
    if !ui.memory(|memory| memory.has_focus(region)) {
        return;
    }
    let filter = EventFilter {
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(region, filter));
    let page = (ui.clip_rect().height() - 6.0 * theme::STEP).max(theme::STEP);
    let line = 6.0 * theme::STEP;
    let whole = 1.0e6;
    for (key, distance) in [
        (Key::ArrowDown, line),
        (Key::ArrowUp, -line),
        (Key::PageDown, page),
        (Key::PageUp, -page),
        (Key::End, whole),
        (Key::Home, -whole),
    ] {
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
            ui.scroll_with_delta(vec2(0.0, -distance));
        }
    }
}
