//! What verifying several files found: a line for each, which opens all that
//! is to be told of it.

use egui::{Frame, Label, Ui, vec2};

use super::button::{button_ui, main_button_ui};
use super::dialogs::{focus_first, told_first_ui};
use super::view::View;
use super::{icon, theme};
use crate::app::{Action, Among, Dialog, FileOutcome, Found};
use crate::i18n::{certificates, start as say, window};
use crate::rules::Severity;

/// Draws the results.
pub(super) fn several_ui(ui: &mut Ui, view: &mut View<'_>, among: &Among) {
    let told = view.say(&among.message());
    let stopped = among.stopped().map(|line| view.say(&line));
    let told = [Some(told), stopped];
    let told = told.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let line = |ui: &mut Ui| told_ui(ui, &told);
    // Whoever comes back from one result goes on from there.
    match among.place {
        None => told_first_ui(ui, view, "verifications", &told, line),
        Some(_) => line(ui),
    }
    for (place, one) in among.all.files.iter().enumerate() {
        ui.separator();
        ui.horizontal_top(|ui| {
            sign_ui(ui, one.found());
            ui.vertical(|ui| one_ui(ui, view, among, place, one));
        });
    }
    buttons_ui(ui, view, among);
}

fn told_ui(ui: &mut Ui, told: &str) {
    let frame = Frame::new().inner_margin(theme::STEP);
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.add(Label::new(theme::strong(told, theme::BODY)).wrap());
    });
}

/// One file: its name, which opens the result, and the outcome.
fn one_ui(ui: &mut Ui, view: &mut View<'_>, among: &Among, place: usize, one: &FileOutcome) {
    let lines: Vec<String> = one.lines().iter().map(|line| view.say(line)).collect();
    if one.outcome.is_ok() {
        let name = view.say(&say::verified_line(one.name(), lines.join(" ")));
        let open = button_ui(ui, &one.name()).accessible_name(name);
        if among.place == Some(place) {
            focus_first(view, &open);
        }
        if open.clicked()
            && let Some(dialog) = among.opened(place)
        {
            view.act(Action::OpenDialog(dialog));
        }
    } else {
        ui.add(Label::new(theme::strong(one.name(), theme::BODY)).wrap());
    }
    let mut lines = lines.into_iter();
    if let Some(outcome) = lines.next() {
        ui.add(Label::new(outcome).wrap().selectable(true));
    }
    for line in lines {
        ui.add(Label::new(theme::soft(line)).wrap().selectable(true));
    }
}

fn sign_ui(ui: &mut Ui, found: Option<Found>) {
    let (_, rect) = ui.allocate_space(vec2(24.0, 28.0));
    let center = rect.center();
    match found {
        Some(Found::Good) => icon::done(ui.painter(), center),
        Some(Found::Wrong) | None => icon::severity(ui.painter(), center, Severity::Error),
        Some(_) => icon::severity(ui.painter(), center, Severity::Warning),
    }
}

fn buttons_ui(ui: &mut Ui, view: &mut View<'_>, among: &Among) {
    ui.add_space(theme::STEP);
    ui.horizontal_wrapped(|ui| {
        if main_button_ui(ui, &view.say(&window::close())).clicked() {
            view.act(Action::Cancel);
        }
        if let Some(form) = among.rest()
            && button_ui(ui, &view.say(&say::verified_rest())).clicked()
        {
            view.act(Action::OpenDialog(Dialog::Verify(form)));
        }
        let form = &among.all.form;
        let (text, form) = if among.lacks_a_key() {
            (say::verified_give_key(), form.clone())
        } else if among.lacks_a_root() {
            (certificates::verified_give_root(), form.clone())
        } else {
            (say::verified_again(), form.for_another())
        };
        if button_ui(ui, &view.say(&text)).clicked() {
            view.act(Action::OpenDialog(Dialog::Verify(form)));
        }
    });
}
