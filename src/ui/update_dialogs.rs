//! The dialogs that check the files of a new version, and tell what was found.

use egui::{Label, Ui};

use super::button::main_button_ui;
use super::dialogs::{buttons_ui, path_ui, told_first_ui};
use super::question::heading_ui;
use super::theme;
use super::verify_dialogs::outcome_ui;
use super::view::View;
use crate::app::{Action, Browse, Dialog, Found};
use crate::i18n::{Message, update as say, window};
use crate::release::{Release, Verdict};

/// Draws what checking asks for.
pub(super) fn check_ui(ui: &mut Ui, view: &mut View<'_>, path: &str) {
    ui.add(Label::new(view.say(&say::explanation())).wrap());
    let (typed, entered) = path_ui(ui, view, &say::path(), path, Browse::Update, true);
    if let Some(path) = typed {
        view.act(Action::Fill(Dialog::CheckUpdate(path)));
    }
    buttons_ui(ui, view, &say::confirm(), entered);
}

/// Draws what was found.
pub(super) fn checked_ui(ui: &mut Ui, view: &mut View<'_>, release: &Release) {
    let account = release.account(view.language());
    let found = match release.verdict() {
        Verdict::Good => Found::Good,
        Verdict::Open => Found::Unconfirmed,
        Verdict::Bad => Found::Wrong,
    };
    let outcome = view.say(&account.outcome);
    told_first_ui(ui, view, "update-found", &outcome, |ui| {
        outcome_ui(ui, found, &outcome);
    });
    ui.add(
        Label::new(view.say(&account.remark))
            .wrap()
            .selectable(true),
    );
    let new: Vec<String> = account
        .whats_new
        .iter()
        .map(|point| view.shown(point))
        .collect();
    lines_ui(ui, view, &say::whats_new(), &new);
    for (title, lines) in [
        (say::what_to_do(), &account.run),
        (say::files(), &account.files),
    ] {
        let lines: Vec<String> = lines.iter().map(|line| view.say(line)).collect();
        lines_ui(ui, view, &title, &lines);
    }
    ui.add_space(theme::STEP);
    if main_button_ui(ui, &view.say(&window::close())).clicked() {
        view.act(Action::Cancel);
    }
}

/// Lines below a heading; nothing where there are none.
fn lines_ui(ui: &mut Ui, view: &View<'_>, title: &Message, lines: &[String]) {
    if lines.is_empty() {
        return;
    }
    ui.add_space(theme::STEP);
    heading_ui(ui, &view.say(title), 2);
    for line in lines {
        ui.add(Label::new(format!("• {line}")).wrap().selectable(true));
    }
}
