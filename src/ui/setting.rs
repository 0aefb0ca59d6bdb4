//! A labelled choice of one among a few.

use egui::{Id, Label, Ui};

use super::choice::{RadioGroup, radio_group_ui};
use super::theme;
use super::view::View;
use crate::i18n::{Message, policy};

/// A setting as it is now.
pub(super) struct Setting<'a, T> {
    /// Tells it from the others.
    pub(super) salt: &'a str,
    /// What is set.
    pub(super) title: Message,
    /// Whether a heading says so already.
    pub(super) under_heading: bool,
    /// What can be chosen.
    pub(super) offered: &'a [(T, Message)],
    /// What is chosen.
    pub(super) now: T,
    /// What a person should know; it follows the choice.
    pub(super) note: Option<Message>,
    /// Whether the organization decided it: then it is only shown.
    pub(super) locked: bool,
}

/// Draws what the organization decided so that nobody can change it, and says
/// so: below, to the pointer, and in the description of the controls, which
/// `contents` is given with what else they have to say.
pub(super) fn locked_ui<T>(
    ui: &mut Ui,
    view: &View<'_>,
    locked: bool,
    description: &str,
    contents: impl FnOnce(&mut Ui, &str) -> T,
) -> T {
    if !locked {
        return contents(ui, description);
    }
    let words = view.say(&policy::locked());
    let description = format!("{words} {description}");
    let drawn = ui.add_enabled_ui(false, |ui| contents(ui, description.trim_end()));
    drawn.response.on_disabled_hover_text(&words);
    ui.add(Label::new(theme::soft(words)).wrap());
    drawn.inner
}

/// Draws a setting; says what was chosen.
pub(super) fn setting_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    view: &View<'_>,
    setting: &Setting<'_, T>,
) -> Option<T> {
    let title = view.say(&setting.title);
    let offered = setting.offered;
    let note = setting.note.as_ref().map(|note| view.say(note));
    if !setting.under_heading {
        ui.label(theme::soft(&title));
    }
    let labels: Vec<String> = offered.iter().map(|(_, label)| view.say(label)).collect();
    let description = note.as_deref().unwrap_or_default();
    let outcome = locked_ui(ui, view, setting.locked, description, |ui, description| {
        radio_group_ui(
            ui,
            &RadioGroup {
                id: Id::unique(("setting", setting.salt)),
                name: &title,
                description,
                options: &labels,
                selected: offered.iter().position(|(value, _)| *value == setting.now),
                in_line: true,
                focus: false,
            },
        )
    });
    if let Some(note) = note {
        ui.add(Label::new(theme::soft(note)).wrap());
    }
    let chosen = outcome.selected.and_then(|index| offered.get(index));
    chosen.map(|(value, _)| *value)
}
