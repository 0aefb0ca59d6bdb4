//! What is written where, and writing it.

use egui::{Id, Label, Ui};

use super::super::button::{button_ui, main_button_if_ui};
use super::super::choice::{RadioGroup, radio_group_ui};
use super::super::dialogs::path_ui;
use super::super::question::heading_ui;
use super::super::theme;
use super::super::view::View;
use super::{fill, formats, note_ui, plan, ready, result, sentence_ui};
use crate::app::{Action, Browse, WantedEdition};
use crate::i18n::{sign_off as say, window};
use crate::response::Edit;

/// Draws what the card of the files holds.
pub(super) fn files_ui(ui: &mut Ui, view: &mut View<'_>) {
    edition_ui(ui, view);
    let folder = view.session.export_folder();
    let label = window::export_folder();
    let (typed, _) = path_ui(ui, view, &label, &folder, Browse::ExportFolder, false);
    if let Some(typed) = typed {
        fill(view, |form| form.export.folder = Some(typed));
    }
    formats::formats_ui(ui, view);
    supplementary_ui(ui, view);
    plan::plan_ui(ui, view);
    write_ui(ui, view);
    result::result_ui(ui, view);
}

/// The submission or a draft, where both are possible.
fn edition_ui(ui: &mut Ui, view: &mut View<'_>) {
    if view.session.obstacle().is_some() {
        sentence_ui(ui, view, &say::only_draft());
        ready::blocked_ui(ui, view);
        return;
    }
    let editions = [
        (WantedEdition::Submission, say::edition_submission()),
        (WantedEdition::Draft, say::edition_draft()),
    ];
    let name = view.say(&say::edition());
    ui.label(theme::soft(&name));
    let chosen = view.session.sign_off().form().export.edition;
    let outcome = radio_group_ui(
        ui,
        &RadioGroup {
            id: Id::unique("export edition"),
            name: &name,
            description: "",
            options: &editions.each_ref().map(|(_, text)| view.say(text)),
            selected: editions.iter().position(|(edition, _)| *edition == chosen),
            in_line: false,
            focus: false,
        },
    );
    if let Some((edition, _)) = outcome.selected.and_then(|index| editions.get(index)) {
        fill(view, |form| form.export.edition = *edition);
    }
}

/// Per answer that nobody asked for, whether it goes out.
fn supplementary_ui(ui: &mut Ui, view: &mut View<'_>) {
    let supplementary = view.session.supplementary();
    if supplementary.is_empty() {
        return;
    }
    ui.add_space(theme::STEP);
    heading_ui(ui, &view.say(&say::supplementary_title()), 3);
    note_ui(ui, view, &say::supplementary_explanation());
    let questionnaire = view.session.questionnaire();
    for (question, item, released) in supplementary {
        let place = crate::response::Place::Item(item.id.clone());
        let label = crate::rules::place_label(questionnaire, &place);
        let title = format!("{} – {}", view.say(&label), view.wording(&question.wording));
        ui.add(Label::new(title).wrap());
        let labels = [view.say(&say::include()), view.say(&say::leave_out())];
        let outcome = radio_group_ui(
            ui,
            &RadioGroup {
                id: Id::unique(("export release", item.id.as_str())),
                name: &view.say(&say::supplementary_name(label)),
                description: "",
                options: &labels,
                selected: Some(usize::from(!released)),
                in_line: true,
                focus: false,
            },
        );
        let chosen = outcome.selected.map(|index| index == 0);
        if let Some(release) = chosen.filter(|release| *release != released) {
            let item = item.id.clone();
            view.act(Action::Edit(Edit::Release { item, release }));
        }
    }
}

/// The one button of the screen, or what is done meanwhile.
fn write_ui(ui: &mut Ui, view: &mut View<'_>) {
    ui.add_space(theme::STEP);
    let ready = view.session.response().ready_for_approval().is_some();
    if !ready && view.session.planned().wanted.json {
        note_ui(ui, view, &say::not_ready_note());
    }
    if let Some(step) = view.session.sign_off().step() {
        ui.horizontal_wrapped(|ui| {
            ui.add(Label::new(view.say(&step)).wrap());
            if button_ui(ui, &view.say(&say::stop())).clicked() {
                view.act(Action::StopExport);
            }
        });
        return;
    }
    let possible = !view.session.planned().files.is_empty();
    if main_button_if_ui(ui, possible, &view.say(&say::write())).clicked() {
        view.act(Action::Export);
    }
}
