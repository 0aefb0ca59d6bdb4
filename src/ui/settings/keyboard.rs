//! The keyboard map, made from the table that handles the keys.

use egui::accesskit::Role;
use egui::{Id, Label, Ui};

use super::note_ui;
use crate::i18n::{Message, editing, lists, settings as say};
use crate::ui::choice::group_ui;
use crate::ui::question::heading_ui;
use crate::ui::shortcuts::{Group, SHORTCUTS, keys_in_words};
use crate::ui::split::{join, split};
use crate::ui::theme;
use crate::ui::view::View;

/// Draws the map.
pub(super) fn keyboard_ui(ui: &mut Ui, view: &View<'_>) {
    heading_ui(ui, &view.say(&say::keyboard()), 2);
    note_ui(ui, view.say(&say::keyboard_note()));
    for (group, title) in [
        (Group::Files, say::keys_files()),
        (Group::Changes, say::keys_changes()),
        (Group::Writing, lists::keys()),
        (Group::Moving, say::keys_moving()),
        (Group::Window, say::keys_window()),
    ] {
        let title_text = view.say(&title);
        ui.add_space(theme::STEP / 2.0);
        heading_ui(ui, &title_text, 3);
        let id = Id::unique(("keys", title.id()));
        group_ui(ui, Role::List, id, &title_text, "", |ui| {
            ui.spacing_mut().item_spacing.y = theme::STEP / 2.0;
            rows_ui(ui, view, group);
        });
    }
}

fn rows_ui(ui: &mut Ui, view: &View<'_>, group: Group) {
    for row in SHORTCUTS.iter().filter(|row| row.group == group) {
        let names: Vec<String> = row
            .keys
            .iter()
            .map(|keys| keys_in_words(*keys, |message| view.say(message)))
            .collect();
        let names = match names.as_slice() {
            [first, second] => view.say(&say::keys_or(first.as_str(), second.as_str())),
            _ => names.join(", "),
        };
        row_ui(ui, &names, &view.say(&(row.what)()));
    }
    for (keys, what) in fixed(group) {
        row_ui(ui, &view.say(&keys), &view.say(&what));
    }
}

/// Keys that belong to what has the focus.
fn fixed(group: Group) -> Vec<(Message, Message)> {
    match group {
        Group::Writing => vec![
            (lists::key_enter(), lists::does_enter()),
            (lists::key_line_break(), lists::does_line_break()),
            (say::fixed_tab(), lists::does_shift()),
            (lists::key_way_out(), lists::does_way_out()),
            (editing::key_menu(), editing::does_menu()),
        ],
        Group::Moving => vec![
            (say::fixed_tab(), say::does_tab()),
            (say::fixed_arrows(), say::does_arrows()),
            (say::fixed_space(), say::does_space()),
            (say::fixed_escape(), say::does_escape()),
        ],
        _ => Vec::new(),
    }
}

/// Keys, and what they do at their right; for a screen reader one after the other.
fn row_ui(ui: &mut Ui, keys: &str, what: &str) {
    let at = (ui.available_width() * 0.4).min(200.0);
    let (mut left, mut right) = split(ui, at);
    left.set_max_width(at - theme::STEP);
    left.add(Label::new(theme::strong(keys, theme::BODY)).wrap());
    right.add(Label::new(what).wrap());
    join(ui, &left, &right);
}
