//! The dialog that acknowledges warnings.

use egui::{Id, Label, Ui};

use super::super::dialogs::buttons_ui;
use super::super::field::{Line, line_ui};
use super::super::theme;
use super::super::view::View;
use super::findings;
use crate::app::{Action, Dialog};
use crate::i18n::review;

/// Draws what is in the dialog: the warnings, and why they may stand.
pub(in crate::ui) fn acknowledge_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    keys: Vec<String>,
    reason: &str,
) {
    let session = view.session;
    for finding in session.warnings_of(&keys) {
        let text = view.say(&findings::sentence(session.questionnaire(), finding));
        ui.add(Label::new(text).wrap());
    }
    let explanation = view.say(&review::acknowledge_explanation());
    ui.add(Label::new(theme::soft(explanation)).wrap());
    let label = view.say(&review::reason());
    let stays = view.say(&review::reason_stays());
    let line = Line {
        id: Id::unique("reason of the acknowledgement"),
        label: &label,
        name: &label,
        description: &stays,
        value: reason,
        focus: std::mem::take(&mut view.dialog_opened),
        secret: false,
    };
    let outcome = line_ui(ui, &line);
    ui.add(Label::new(theme::soft(stays.as_str())).wrap());
    if let Some(reason) = outcome.typed {
        view.act(Action::Fill(Dialog::Acknowledge { keys, reason }));
    }
    buttons_ui(ui, view, &review::acknowledge_confirm(), outcome.entered);
}
