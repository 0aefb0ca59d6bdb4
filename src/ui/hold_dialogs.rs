//! The questions before something that others may hold already is changed.

use egui::{Label, Ui};

use super::button::{button_ui, main_button_ui};
use super::dialogs::focus_first;
use super::theme;
use super::view::View;
use crate::app::Action;
use crate::i18n::{Message, sign_off as say, window};

/// Draws the question before a change of what is ready for approval.
pub(super) fn thaw_ui(ui: &mut Ui, view: &mut View<'_>) {
    ui.add(Label::new(view.say(&say::thaw_explanation())).wrap());
    choice_ui(ui, view, &say::thaw_cancel(), &say::thaw_confirm());
}

/// Draws the question before files are replaced.
pub(super) fn replace_ui(ui: &mut Ui, view: &mut View<'_>, names: &[String]) {
    let folder = view.session.export_folder();
    ui.add(Label::new(view.say(&say::replace_explanation(folder))).wrap());
    for name in names {
        ui.add(Label::new(theme::strong(name, theme::BODY)).wrap());
    }
    choice_ui(ui, view, &window::cancel(), &say::replace_confirm());
}

/// Draws the question before a text is written without its marking.
pub(super) fn without_marking_ui(ui: &mut Ui, view: &mut View<'_>) {
    ui.add(Label::new(view.say(&say::without_marking_explanation())).wrap());
    choice_ui(ui, view, &window::cancel(), &say::without_marking_confirm());
}

/// What changes nothing comes first and has the focus: a key that was meant
/// for a text box does no harm.
fn choice_ui(ui: &mut Ui, view: &mut View<'_>, keep: &Message, change: &Message) {
    ui.add_space(theme::STEP);
    ui.horizontal_wrapped(|ui| {
        let keep = main_button_ui(ui, &view.say(keep));
        focus_first(view, &keep);
        if keep.clicked() {
            view.act(Action::Cancel);
        }
        if button_ui(ui, &view.say(change)).clicked() {
            view.act(Action::Confirm);
        }
    });
}
