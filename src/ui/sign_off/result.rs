//! What was written, and what was found when it was read back.

use egui::accesskit::Role;
use egui::{Id, Label, Ui};

use super::super::button::button_ui;
use super::super::choice::group_ui;
use super::super::question::heading_ui;
use super::super::theme;
use super::super::view::View;
use super::{caution_ui, inset_ui, note_ui};
use crate::app::Action;
use crate::app::job::{Exported, WrittenFile};
use crate::export::name::OutputKind;
use crate::i18n::{Message, printing, sign_off as say};
use crate::storage::Shown;

/// Draws the result, if there is one.
pub(super) fn result_ui(ui: &mut Ui, view: &mut View<'_>) {
    let Some(exported) = view.session.exported() else {
        return;
    };
    ui.add_space(theme::STEP);
    inset_ui(ui, |ui| {
        let title = view.say(&say::result_title());
        heading_ui(ui, &title, 3);
        if view.session.is_export_outdated() {
            caution_ui(ui, view, &say::result_outdated());
        }
        for note in &exported.notes {
            note_ui(ui, view, note);
        }
        group_ui(
            ui,
            Role::List,
            Id::unique("written files"),
            &title,
            "",
            |ui| {
                for file in &exported.files {
                    file_ui(ui, view, file);
                }
            },
        );
        fingerprint_ui(ui, view, exported);
    });
}

fn file_ui(ui: &mut Ui, view: &mut View<'_>, file: &WrittenFile) {
    ui.add_space(theme::STEP / 2.0);
    let name = theme::strong(&file.name, theme::BODY);
    ui.add(Label::new(name).wrap().selectable(true));
    let mut found = vec![view.say(&size(file.size_bytes))];
    found.extend(file.checks.iter().map(|check| view.say(check)));
    let green = theme::palette(ui).green;
    ui.add(Label::new(theme::soft(found.join(" – ")).color(green)).wrap());
    ui.horizontal_wrapped(|ui| {
        if file.kind == OutputKind::Pdf {
            print_ui(ui, view, file);
        }
        if named_ui(ui, view, &say::show_in_folder(), file) {
            view.act(Action::ShowOutside(Shown::InFolder(file.path.clone())));
        }
        if named_ui(ui, view, &say::copy_path(), file) {
            let path = file.path.to_string_lossy().into_owned();
            view.act(Action::Copy(say::path_name(), path));
        }
    });
}

/// To the system's viewer, which prints with every choice that the system has;
/// or straight to the printer that the system knows.
fn print_ui(ui: &mut Ui, view: &mut View<'_>, file: &WrittenFile) {
    if named_ui(ui, view, &printing::open(), file) {
        view.act(Action::ShowOutside(Shown::Document(file.path.clone())));
    }
    let printer = view.session.printer().map(str::to_owned);
    if let Some(printer) = printer
        && named_ui(ui, view, &printing::send(printer.as_str()), file)
    {
        let path = file.path.clone();
        view.act(Action::ShowOutside(Shown::Printed { path, printer }));
    }
}

/// A button that a screen reader hears with the name of its file.
fn named_ui(ui: &mut Ui, view: &View<'_>, text: &Message, file: &WrittenFile) -> bool {
    let name = view.say(&say::for_file(text.clone(), file.name.as_str()));
    let response = button_ui(ui, &view.say(text));
    response.accessible_name(name).clicked()
}

fn fingerprint_ui(ui: &mut Ui, view: &mut View<'_>, exported: &Exported) {
    let Some(fingerprint) = &exported.fingerprint else {
        return;
    };
    ui.add_space(theme::STEP);
    let text = view.say(&say::fingerprint(fingerprint.as_str()));
    ui.add(Label::new(text).wrap().selectable(true));
    let button = say::copy();
    let name = view.say(&say::for_file(button.clone(), say::fingerprint_name()));
    let response = button_ui(ui, &view.say(&button));
    if response.accessible_name(name).clicked() {
        view.act(Action::Copy(say::fingerprint_name(), fingerprint.clone()));
    }
}

fn size(bytes: usize) -> Message {
    if bytes < 1000 {
        say::result_bytes(bytes)
    } else {
        say::result_size(bytes.div_ceil(1000))
    }
}
