//! Recipient, subject and covering text.

use egui::{Id, Label, Ui};

use super::super::field::{Line, line_ui};
use super::super::theme;
use super::super::view::{View, on_screen};
use super::{caution_ui, copy_ui, fill, inset_ui, note_ui};
use crate::i18n::{Message, sign_off as say};
use crate::response::Marking;

/// Draws what the card of sending holds.
pub(super) fn sending_ui(ui: &mut Ui, view: &mut View<'_>) {
    note_ui(ui, view, &say::sending_explanation());
    match view.session.response().marking() {
        Marking::None => {}
        Marking::ProtectedA => caution_ui(ui, view, &say::protected_a()),
        Marking::ProtectedB => caution_ui(ui, view, &say::protected_b()),
    }
    let letter = view.session.letter();
    if let Some(typed) = box_ui(ui, view, &say::recipient(), &letter.recipient) {
        fill(view, |form| form.sending.recipient = Some(typed));
    }
    let address = view.session.sign_off().form().sending.address.clone();
    if let Some(typed) = box_ui(ui, view, &say::address(), &address) {
        fill(view, |form| form.sending.address = typed);
    }
    if !address.trim().is_empty() {
        let text = address.trim().to_owned();
        copy_ui(ui, view, &say::copy_address(), say::address(), text);
    }
    quote_ui(ui, view, &say::subject(), &letter.subject);
    copy_ui(
        ui,
        view,
        &say::copy_subject(),
        say::subject(),
        letter.subject,
    );
    quote_ui(ui, view, &say::covering(), &letter.text);
    copy_ui(
        ui,
        view,
        &say::copy_covering(),
        say::covering(),
        letter.text,
    );
}

fn box_ui(ui: &mut Ui, view: &View<'_>, label: &Message, value: &str) -> Option<String> {
    let name = view.say(label);
    let outcome = line_ui(
        ui,
        &Line {
            id: Id::unique(("sending", label.id())),
            label: &name,
            name: &name,
            description: "",
            value,
            focus: false,
            secret: false,
        },
    );
    outcome.typed
}

/// A text to copy, under its name.
fn quote_ui(ui: &mut Ui, view: &View<'_>, label: &Message, text: &str) {
    ui.add_space(theme::STEP / 2.0);
    ui.label(theme::soft(view.say(label)));
    inset_ui(ui, |ui| {
        ui.add(Label::new(on_screen(text)).wrap().selectable(true));
    });
}
