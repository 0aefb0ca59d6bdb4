//! "Ready for approval".

use chrono::{Datelike, Timelike};
use egui::Ui;

use super::super::button::button_ui;
use super::super::view::View;
use super::{caution_ui, note_ui, sentence_ui};
use crate::app::{Action, Screen};
use crate::i18n::{common, sign_off as say};
use crate::response::{Edit, Readiness};
use crate::rules::NotCompleted;
use crate::submission::fingerprint::RecordDigest;

/// Draws what the card of being ready holds.
pub(super) fn ready_ui(ui: &mut Ui, view: &mut View<'_>) {
    if let Some(readiness) = view.session.response().ready_for_approval() {
        marked_ui(ui, view, readiness);
        return;
    }
    note_ui(ui, view, &say::ready_explanation());
    if !blocked_ui(ui, view) && button_ui(ui, &view.say(&say::ready_mark())).clicked() {
        view.act(Action::MarkReady);
    }
}

/// What is to be done before a submission can be written, if anything is.
pub(super) fn blocked_ui(ui: &mut Ui, view: &mut View<'_>) -> bool {
    let Some(obstacle) = view.session.obstacle() else {
        return false;
    };
    let message = match obstacle {
        NotCompleted::Errors { count } => say::blocked_errors(count),
        NotCompleted::OpenWarnings { count } => say::blocked_warnings(count),
    };
    sentence_ui(ui, view, &message);
    if button_ui(ui, &view.say(&say::go_to_review())).clicked() {
        view.act(Action::CheckAll);
        view.act(Action::Show(Screen::Review));
    }
    true
}

fn marked_ui(ui: &mut Ui, view: &mut View<'_>, readiness: &Readiness) {
    let at = readiness.at;
    let date = common::date_long(at.day(), at.month(), at.year().to_string());
    let (hour, minute) = (at.hour().to_string(), format!("{:02}", at.minute()));
    sentence_ui(ui, view, &say::ready_since(date, hour, minute));
    if view.session.is_as_marked() {
        if let Ok(digest) = readiness.sha256.parse::<RecordDigest>() {
            let fingerprint = digest.fingerprint().to_string();
            sentence_ui(ui, view, &say::fingerprint(fingerprint));
        }
    } else {
        caution_ui(ui, view, &say::ready_differs());
    }
    if button_ui(ui, &view.say(&say::ready_take_back())).clicked() {
        view.act(Action::Edit(Edit::ReadyForApproval(None)));
    }
    note_ui(ui, view, &say::ready_take_back_note());
}
