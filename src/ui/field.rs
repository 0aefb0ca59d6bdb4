//! Boxes of one line, with a label above.

use egui::{Id, TextEdit, Ui};
use zeroize::Zeroizing;

use super::theme;
use super::view::{attend, describe, on_screen};

/// A box of one line as it is now.
pub(super) struct Line<'a> {
    /// Where it stands.
    pub(super) id: Id,
    /// The label above it.
    pub(super) label: &'a str,
    /// Its name in the accessibility tree; begins like the label.
    pub(super) name: &'a str,
    /// What is wrong with it.
    pub(super) description: &'a str,
    /// What stands in it.
    pub(super) value: &'a str,
    /// Whether the focus goes here now.
    pub(super) focus: bool,
    /// Whether it shows dots.
    pub(super) secret: bool,
}

/// What happened to a box.
#[derive(Default)]
pub(super) struct LineOutcome {
    /// What stands in it now, if that changed.
    pub(super) typed: Option<String>,
    /// Whether the focus left it.
    pub(super) left: bool,
    /// Whether Enter was pressed in it.
    pub(super) entered: bool,
}

/// Draws label and box.
pub(super) fn line_ui(ui: &mut Ui, line: &Line<'_>) -> LineOutcome {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = theme::STEP / 2.0;
        let label = ui.label(theme::soft(on_screen(line.label)));
        // A passphrase is wiped where it was not changed.
        let mut text = Zeroizing::new(line.value.to_owned());
        let edit = TextEdit::singleline(&mut *text)
            .id(line.id)
            .password(line.secret)
            .text_color(theme::palette(ui).ink)
            .margin(egui::Margin::symmetric(8, 6))
            .desired_width(f32::INFINITY);
        let response = ui.add(edit);
        let response = if line.name == line.label {
            response.labelled_by(label.id)
        } else {
            response.accessible_name(line.name)
        };
        describe(ui, line.id, line.description);
        if line.focus {
            response.request_focus();
        }
        if line.secret {
            forget_undo(ui, line.id);
        }
        attend(ui, &response);
        let enter = ui.input(|input| input.key_pressed(egui::Key::Enter));
        LineOutcome {
            entered: response.lost_focus() && enter,
            left: response.lost_focus(),
            typed: response.changed().then(|| std::mem::take(&mut *text)),
        }
    })
    .inner
}

/// egui keeps what was typed, to undo it; of a passphrase it keeps nothing.
fn forget_undo(ui: &Ui, id: Id) {
    if let Some(mut state) = TextEdit::load_state(ui.ctx(), id) {
        state.clear_undoer();
        state.store(ui.ctx(), id);
    }
}
