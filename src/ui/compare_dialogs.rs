//! The dialogs that compare a submission with another file.

use egui::{Frame, Id, Label, Ui};

use super::button::{button_ui, main_button_ui};
use super::choice::group_ui;
use super::dialogs::{path_ui, told_first_ui};
use super::question::heading_ui;
use super::theme;
use super::view::{View, on_screen};
use crate::app::{Action, Browse, CompareForm, Comparison, Dialog, VerifiedFile};
use crate::i18n::{Message, approval as say, window};
use crate::submission::compare::Difference;

/// Below this width the two files stand one above the other.
const SIDE_BY_SIDE: f32 = 480.0;

/// Draws what comparing asks for.
pub(super) fn compare_ui(ui: &mut Ui, view: &mut View<'_>, form: CompareForm) {
    let text = say::compare_explanation(form.verified.form.file_name());
    ui.add(Label::new(view.say(&text)).wrap());
    let label = say::compare_other();
    let (typed, entered) = path_ui(ui, view, &label, &form.other, Browse::Other, true);
    ui.add_space(theme::STEP);
    ui.horizontal_wrapped(|ui| {
        let main = main_button_ui(ui, &view.say(&say::compare_confirm()));
        if main.clicked() || entered {
            view.act(Action::Confirm);
        }
        back_ui(ui, view, &form.verified);
    });
    if let Some(other) = typed {
        view.act(Action::Fill(Dialog::Compare(CompareForm { other, ..form })));
    }
}

/// Draws how the two differ.
pub(super) fn compared_ui(ui: &mut Ui, view: &mut View<'_>, comparison: &Comparison) {
    let form = &comparison.form;
    let (file, other) = (form.verified.form.file_name(), form.other_name());
    let count = comparison.differences.len();
    let outcome = if count == 0 {
        say::compared_same(file.as_str(), other.as_str())
    } else {
        say::compared_count(file.as_str(), other.as_str(), count)
    };
    let outcome = view.say(&outcome);
    told_first_ui(ui, view, "comparison", &outcome, |ui| {
        // The ring stands inside of the margin.
        let frame = Frame::new().inner_margin(theme::STEP);
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.add(Label::new(theme::strong(&outcome, theme::BODY)).wrap());
        });
    });
    let note = view.say(&say::compared_shortened());
    ui.add(Label::new(theme::soft(note)).wrap());
    for (label, difference) in &comparison.differences {
        ui.add_space(theme::STEP);
        difference_ui(ui, view, label, difference, [&file, &other]);
    }
    ui.add_space(theme::STEP);
    ui.horizontal_wrapped(|ui| {
        let close = main_button_ui(ui, &view.say(&window::close()));
        if close.clicked() {
            view.act(Action::Cancel);
        }
        if button_ui(ui, &view.say(&say::compare())).clicked() {
            view.act(Action::OpenDialog(Dialog::Compare(form.clone())));
        }
        back_ui(ui, view, &form.verified);
    });
}

fn back_ui(ui: &mut Ui, view: &mut View<'_>, verified: &VerifiedFile) {
    if button_ui(ui, &view.say(&say::compare_back())).clicked() {
        let result = Dialog::Verified(Box::new(verified.clone()));
        view.act(Action::OpenDialog(result));
    }
}

/// One field: what each of the two files holds.
fn difference_ui(
    ui: &mut Ui,
    view: &View<'_>,
    label: &Message,
    difference: &Difference,
    names: [&String; 2],
) {
    let label = view.say(label);
    let group = Id::unique(("difference", &label));
    group_ui(ui, egui::accesskit::Role::Group, group, &label, "", |ui| {
        heading_ui(ui, &label, 2);
        let (before, after) = difference.lines(view.language());
        let [this, other] = names;
        let sides = [(this, before), (other, after)];
        if ui.available_width() > SIDE_BY_SIDE {
            ui.columns_const(|columns: &mut [Ui; 2]| {
                for (column, (name, lines)) in columns.iter_mut().zip(&sides) {
                    side_ui(column, view, name, lines);
                }
            });
        } else {
            for (name, lines) in &sides {
                side_ui(ui, view, name, lines);
            }
        }
    });
}

fn side_ui(ui: &mut Ui, view: &View<'_>, name: &str, lines: &[&str]) {
    let frame = Frame::new()
        .fill(theme::palette(ui).ground_soft)
        .inner_margin(theme::STEP);
    frame.show(ui, |ui| {
        let width = ui.available_width();
        ui.set_width(width);
        // Columns would stretch every line of a text to their width.
        ui.vertical(|ui| {
            ui.set_width(width);
            ui.add(Label::new(theme::strong(name, theme::SMALL)).wrap());
            if lines.is_empty() {
                let nothing = view.say(&say::compared_nothing());
                ui.add(Label::new(theme::soft(nothing)).wrap());
            }
            for line in lines {
                ui.add(Label::new(on_screen(line)).wrap().selectable(true));
            }
        });
    });
}
