//! Two versions of a draft, side by side.

mod shown;

use egui::{Frame, Id, Label, Ui};

use super::button::{button_ui, main_button_ui};
use super::choice::{RadioGroup, radio_group_ui};
use super::dialogs::focus_first;
use super::question::heading_ui;
use super::theme;
use super::view::View;
use crate::app::{Action, Join, JoinEntry, JoinPurpose, JoinStep};
use crate::i18n::{Message, saving, window};
use crate::response::join::{Changed, Pick};

/// Below this width the two versions stand one above the other.
const SIDE_BY_SIDE: f32 = 480.0;

/// Draws the contents of the dialog.
pub(super) fn join_ui(ui: &mut Ui, view: &mut View<'_>) {
    let Some(join) = view.session.join() else {
        return;
    };
    let path = join.path().display().to_string();
    let explanation = match join.purpose() {
        JoinPurpose::Save => saving::join_explanation(path),
        JoinPurpose::TakeIn => saving::take_in_explanation(path),
    };
    ui.add(Label::new(view.say(&explanation)).wrap());
    if join.is_of_another_submission(view.session) && join.purpose() == JoinPurpose::Save {
        let warning = view.say(&saving::join_other_submission());
        let amber = theme::palette(ui).amber;
        ui.add(Label::new(theme::soft(warning).color(amber)).wrap());
    }
    let mine = button_ui(ui, &view.say(&saving::join_mine_everywhere()));
    focus_first(view, &mine);
    if mine.clicked() {
        let step = JoinStep::PickEverywhere(Pick::Mine);
        view.act(Action::Join(step));
    }
    for (index, entry) in join.entries().iter().enumerate() {
        ui.add_space(theme::STEP);
        entry_ui(ui, view, index, entry);
    }
    ui.add_space(theme::STEP);
    buttons_ui(ui, view, join);
}

fn entry_ui(ui: &mut Ui, view: &mut View<'_>, index: usize, entry: &JoinEntry) {
    let difference = &entry.difference;
    let questionnaire = view.session.questionnaire();
    let part = shown::part(questionnaire, &difference.part);
    heading_ui(ui, &view.say(&part), 2);
    let (who, color) = match (difference.changed, entry.settled) {
        (Changed::Mine, _) => (saving::join_changed_here(), theme::palette(ui).ink_soft),
        (Changed::Theirs, _) => (saving::join_changed_there(), theme::palette(ui).ink_soft),
        (Changed::Both, true) => (saving::join_changed_both(), theme::palette(ui).ink_soft),
        (Changed::Both, false) => (saving::join_changed_both(), theme::palette(ui).amber),
    };
    let who = view.say(&who);
    ui.add(Label::new(theme::soft(&who).color(color)).wrap());
    let sides = [
        (saving::join_pick_mine(), &difference.mine),
        (saving::join_pick_theirs(), &difference.theirs),
    ]
    .map(|(title, value)| {
        let lines = shown::value(questionnaire, &difference.part, value);
        let lines: Vec<String> = lines.iter().map(|line| line.text(view)).collect();
        (view.say(&title), lines)
    });
    if ui.available_width() > SIDE_BY_SIDE {
        ui.columns_const(|columns: &mut [Ui; 2]| {
            for (column, (title, lines)) in columns.iter_mut().zip(&sides) {
                side_ui(column, title, lines);
            }
        });
    } else {
        for (title, lines) in &sides {
            side_ui(ui, title, lines);
        }
    }
    pick_ui(ui, view, index, entry, &part, &who);
}

fn side_ui(ui: &mut Ui, title: &str, lines: &[String]) {
    let frame = Frame::new()
        .fill(theme::palette(ui).ground_soft)
        .inner_margin(theme::STEP);
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.label(theme::strong(title, theme::SMALL));
        for line in lines {
            ui.add(Label::new(line).wrap().selectable(true));
        }
    });
}

fn pick_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    index: usize,
    entry: &JoinEntry,
    part: &Message,
    who: &str,
) {
    let mut picks = vec![
        (Pick::Mine, saving::join_pick_mine()),
        (Pick::Theirs, saving::join_pick_theirs()),
    ];
    if entry.difference.may_be_both {
        picks.push((Pick::Both, saving::join_pick_both()));
    }
    let options: Vec<String> = picks.iter().map(|(_, text)| view.say(text)).collect();
    let picked = picks.iter().position(|(pick, _)| *pick == entry.pick);
    let outcome = radio_group_ui(
        ui,
        &RadioGroup {
            id: Id::unique(("join", index)),
            name: &view.say(&saving::join_pick_name(part.clone())),
            description: who,
            options: &options,
            // What has to be looked at is not picked yet.
            selected: picked.filter(|_| entry.settled),
            in_line: true,
            focus: false,
        },
    );
    let selected = outcome.selected.and_then(|selected| picks.get(selected));
    if let Some((pick, _)) = selected {
        let pick = *pick;
        view.act(Action::Join(JoinStep::Pick { index, pick }));
    }
}

fn buttons_ui(ui: &mut Ui, view: &mut View<'_>, join: &Join) {
    ui.add(Label::new(view.say(&join.message())).wrap());
    ui.horizontal_wrapped(|ui| {
        if main_button_ui(ui, &view.say(&saving::join_confirm())).clicked() {
            view.act(Action::Confirm);
        }
        if join.purpose() == JoinPurpose::Save
            && button_ui(ui, &view.say(&saving::join_keep_both())).clicked()
        {
            view.act(Action::Join(JoinStep::KeepBoth));
        }
        if button_ui(ui, &view.say(&window::cancel())).clicked() {
            view.act(Action::Cancel);
        }
    });
}
