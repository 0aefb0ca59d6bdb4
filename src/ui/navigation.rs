//! The list at the left: the screens, and under the form its parts and
//! questions, each with its state.

use egui::accesskit::Role;
use egui::{Frame, Id, Label, Margin, ScrollArea, Ui};

use super::answer_text::counts_in_all;
use super::choice::group_ui;
use super::row::{Row, row_ui};
use super::theme;
use super::view::View;
use crate::app::{Action, Screen, Target, question_state, state_in_words};
use crate::i18n::{form, window};
use crate::questionnaire::Question;
use crate::response::Place;

/// Below this height the whole list scrolls.
const LOW: f32 = 420.0;

/// Draws the list. The questions scroll; what comes after them stays in view,
/// where the window is high enough.
pub(super) fn navigation_ui(ui: &mut Ui, view: &mut View<'_>) {
    ui.spacing_mut().item_spacing.y = 2.0;
    let name = view.say(&window::navigation());
    group_ui(ui, Role::List, Id::unique("screens"), &name, "", |ui| {
        // As high as it was when it was drawn last: it comes after the questions.
        let key = Id::unique("height below the questions");
        let known = ui.data(|data| data.get_temp::<f32>(key));
        let below = known.filter(|_| ui.available_height() > LOW);
        let height = ui.available_height() - below.unwrap_or_default();
        ScrollArea::vertical()
            .id_salt("navigation")
            .auto_shrink([false, below.is_some()])
            .max_height(height)
            .show(ui, |ui| {
                for screen in [Screen::Start, Screen::Organization, Screen::Form] {
                    screen_row_ui(ui, view, screen);
                }
                questions_ui(ui, view);
                if below.is_none() && known.is_some() {
                    later_screens_ui(ui, view);
                }
            });
        if below.is_some() || known.is_none() {
            let top = ui.cursor().top();
            ui.separator();
            later_screens_ui(ui, view);
            let height = ui.cursor().top() - top;
            if known != Some(height) {
                ui.data_mut(|data| data.insert_temp(key, height));
                ui.ctx().request_repaint();
            }
        }
    });
}

fn later_screens_ui(ui: &mut Ui, view: &mut View<'_>) {
    for screen in [Screen::Review, Screen::SignOff] {
        screen_row_ui(ui, view, screen);
    }
    if view.session.approval().is_some() {
        screen_row_ui(ui, view, Screen::Approve);
    }
    ui.add_space(theme::STEP);
    for screen in [Screen::Settings, Screen::Guide] {
        screen_row_ui(ui, view, screen);
    }
    ui.add_space(theme::STEP);
}

fn screen_row_ui(ui: &mut Ui, view: &mut View<'_>, screen: Screen) {
    let title = view.say(&screen.message());
    let row = Row {
        current: view.session.screen() == screen,
        ..Row::plain(Id::unique(("screen", screen)), &title, true)
    };
    if row_ui(ui, &row) {
        view.act(Action::Show(screen));
    }
}

fn questions_ui(ui: &mut Ui, view: &mut View<'_>) {
    let questionnaire = view.session.questionnaire();
    let progress = view.session.evaluation().progress(questionnaire);
    let beside = questionnaire.questions().count() - progress.expected;
    let lines = [
        Some(window::progress(progress.done, progress.expected)),
        (beside > 0).then(|| form::progress_beside(beside)),
        view.session.translation_meter(),
        counts_in_all(ui, view),
    ];
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for line in lines.into_iter().flatten() {
            let frame = Frame::new().inner_margin(Margin::symmetric(8, 0));
            frame.show(ui, |ui| {
                ui.add(Label::new(theme::soft(view.say(&line))).wrap());
            });
        }
    });
    if !view.session.response().unplaced().is_empty() {
        let title = view.say(&window::unplaced_title());
        if row_ui(ui, &Row::plain(Id::unique("unplaced row"), &title, false)) {
            view.act(Action::GoTo(Target::Place(Place::Unplaced)));
        }
    }
    for section in &questionnaire.sections {
        ui.add_space(theme::STEP / 2.0);
        let title = view.wording(&section.title);
        let id = Id::unique(("part", &section.id));
        if row_ui(ui, &Row::plain(id, &title, false)) {
            view.act(Action::GoTo(Target::Section(section.id.clone())));
        }
        for question in &section.questions {
            question_row_ui(ui, view, question);
        }
    }
    ui.add_space(theme::STEP);
}

fn question_row_ui(ui: &mut Ui, view: &mut View<'_>, question: &Question) {
    let state = question_state(view.session, question);
    let title = view.wording(&view.session.questionnaire().label_of(question));
    let word = view.say(&state_in_words(state));
    let row = Row {
        name: view.say(&form::row_name(title.as_str(), word.as_str())),
        state: Some((state, &word)),
        indent: 28.0,
        ..Row::plain(Id::unique(("row", &question.id)), &title, false)
    };
    if row_ui(ui, &row)
        && let Some(item) = question.items.first()
    {
        let place = Place::Item(item.id.clone());
        view.act(Action::GoTo(Target::Place(place)));
    }
}
