//! Making a key, and opening one.

use egui::{Id, Label, Ui};
use zeroize::Zeroizing;

use super::choice::{RadioGroup, radio_group_ui};
use super::dialogs::{buttons_ui, path_ui};
use super::field::{Line, line_ui};
use super::people::role_name;
use super::theme;
use super::view::View;
use crate::app::{Action, Browse, Dialog, KeyForm, KeyRequest};
use crate::i18n::{Message, window};
use crate::questionnaire::Role;

/// Draws the contents of the dialog that opens a key.
pub(super) fn open_ui(ui: &mut Ui, view: &mut View<'_>, form: KeyRequest) {
    let before = form.clone();
    let mut form = form;
    let (typed, _) = path_ui(ui, view, &window::key_path(), &form.path, Browse::Key, true);
    if let Some(path) = typed {
        form.path = path;
    }
    let passphrase = window::passphrase();
    let entered = text_ui(ui, view, &passphrase, &mut form.passphrase, true);
    if form != before {
        view.act(Action::Fill(Dialog::OpenKey(form)));
    }
    buttons_ui(ui, view, &window::key_open_confirm(), entered);
}

/// Draws the contents of the dialog that makes a key.
pub(super) fn make_ui(ui: &mut Ui, view: &mut View<'_>, form: KeyForm) {
    let before = form.clone();
    let mut form = form;
    ui.add(Label::new(theme::soft(view.say(&window::make_key_explanation()))).wrap());
    text_ui(ui, view, &window::key_name(), &mut form.name, false);
    let roles = [Role::Preparer, Role::DeputyHead];
    let labels = roles.map(|role| view.say(&role_name(role)));
    let title = view.say(&window::key_role());
    ui.label(theme::soft(&title));
    let outcome = radio_group_ui(
        ui,
        &RadioGroup {
            id: Id::unique("key role"),
            name: &title,
            description: "",
            options: &labels,
            selected: roles.iter().position(|role| *role == form.role),
            in_line: true,
            focus: false,
        },
    );
    if let Some(role) = outcome.selected.and_then(|index| roles.get(index)) {
        form.role = *role;
    }
    let (typed, _) = path_ui(
        ui,
        view,
        &window::key_path(),
        &form.path,
        Browse::NewKey,
        false,
    );
    if let Some(path) = typed {
        form.path = path;
    }
    text_ui(ui, view, &window::passphrase(), &mut form.passphrase, true);
    let entered = text_ui(ui, view, &window::passphrase_again(), &mut form.again, true);
    if form != before {
        view.act(Action::Fill(Dialog::MakeKey(form)));
    }
    buttons_ui(ui, view, &window::key_make_confirm(), entered);
}

trait Kept {
    fn text(&self) -> &str;
    fn keep(&mut self, text: String);
}

impl Kept for String {
    fn text(&self) -> &str {
        self
    }
    fn keep(&mut self, text: String) {
        *self = text;
    }
}

impl Kept for Zeroizing<String> {
    fn text(&self) -> &str {
        self
    }
    fn keep(&mut self, text: String) {
        *self = Zeroizing::new(text);
    }
}

fn text_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    label: &Message,
    value: &mut impl Kept,
    secret: bool,
) -> bool {
    let name = view.say(label);
    let outcome = line_ui(
        ui,
        &Line {
            id: Id::unique(("key dialog", label.id())),
            label: &name,
            name: &name,
            description: "",
            value: value.text(),
            focus: std::mem::take(&mut view.dialog_opened),
            secret,
        },
    );
    if let Some(text) = outcome.typed {
        value.keep(text);
    }
    outcome.entered
}
