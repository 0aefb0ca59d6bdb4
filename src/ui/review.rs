//! The review: the submission as it will be printed, and beside it what is to
//! be checked before.

mod acknowledge;
mod document;
mod findings;
mod pages;
mod selection;
mod spelling;
mod spoken;
mod textures;
mod zoom;

use egui::{Frame, Id, Label, Margin, ScrollArea, Sense, Ui, vec2};

use super::button::{button_ui, main_button_ui};
use super::question::heading_ui;
use super::split::{join, split};
use super::tabs::{Tabs, tabs_ui};
use super::view::View;
use super::{icon, theme};
use crate::app::{Action, QuestionState, ReviewHalf, Screen};
use crate::i18n::{Language, Message, printing, review, window};
use crate::rules::Severity;

pub(super) use acknowledge::acknowledge_ui;
pub(super) use document::{column_ui, pane_ui};

/// Where document and findings have room beside each other.
const BESIDE: f32 = 860.0;
/// Below this height the screen scrolls as a whole.
const LOW: f32 = 420.0;
/// The width of the findings beside the document.
const FINDINGS_WIDTH: f32 = 336.0;
/// The room for the button beside the summary.
const BUTTON_ROOM: f32 = 240.0;

/// Draws the screen.
pub(super) fn review_ui(ui: &mut Ui, view: &mut View<'_>) {
    if ui.available_width() >= BESIDE && ui.available_height() >= LOW {
        beside_ui(ui, view);
    } else {
        stacked_ui(ui, view);
    }
}

/// Document and findings beside each other, each with its own place.
fn beside_ui(ui: &mut Ui, view: &mut View<'_>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let head = Frame::new().inner_margin(Margin {
        left: 24,
        right: 24,
        top: 16,
        bottom: 12,
    });
    head.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = theme::STEP;
        let (mut left, mut right) = split(ui, ui.available_width() - BUTTON_ROOM);
        summary_ui(&mut left, view);
        right.add_space(theme::STEP);
        right.with_layout(egui::Layout::top_down(egui::Align::Max), |ui| {
            next_ui(ui, view);
        });
        join(ui, &left, &right);
    });
    let width = ui.available_width();
    let (mut left, mut right) = split(ui, width - FINDINGS_WIDTH);
    let palette = theme::palette(&left);
    let rect = left.max_rect();
    left.painter().rect_filled(rect, 0.0, palette.ground_soft);
    let rule = egui::Stroke::new(1.0, palette.rule);
    let across = rect.left()..=right.max_rect().right();
    ui.painter().hline(across, rect.top(), rule);
    ui.painter().vline(rect.right(), rect.y_range(), rule);
    left.spacing_mut().item_spacing.y = 0.0;
    document::pane_ui(&mut left, view);
    let scroll = ScrollArea::vertical()
        .id_salt("findings")
        .auto_shrink([false, false]);
    scroll.show(&mut right, |ui| {
        let frame = Frame::new().inner_margin(Margin::symmetric(16, 8));
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = theme::STEP;
            findings::findings_ui(ui, view);
            spelling::misspelled_ui(ui, view);
        });
    });
}

/// One column, which shows the findings or the document.
fn stacked_ui(ui: &mut Ui, view: &mut View<'_>) {
    let half = view.session.printed().half();
    let scroll = ScrollArea::vertical()
        .id_salt((Screen::Review, half))
        .auto_shrink([false, false]);
    scroll.show(ui, |ui| {
        super::page::column_ui(ui, |ui| {
            summary_ui(ui, view);
            ui.horizontal_wrapped(|ui| next_ui(ui, view));
            halves_ui(ui, view, half);
            match half {
                ReviewHalf::Findings => {
                    findings::findings_ui(ui, view);
                    spelling::misspelled_ui(ui, view);
                }
                ReviewHalf::Document => document::column_ui(ui, view),
            }
        });
    });
}

fn halves_ui(ui: &mut Ui, view: &mut View<'_>, half: ReviewHalf) {
    const HALVES: [ReviewHalf; 2] = [ReviewHalf::Findings, ReviewHalf::Document];
    let labels = HALVES.map(|half| {
        view.say(&match half {
            ReviewHalf::Findings => window::findings_title(),
            ReviewHalf::Document => review::half_document(),
        })
    });
    let tabs = Tabs {
        id: Id::unique("halves of the review"),
        name: &view.say(&review::halves()),
        labels: &labels,
        selected: HALVES.iter().position(|one| *one == half).unwrap_or(0),
    };
    if let Some(half) = tabs_ui(ui, &tabs).and_then(|index| HALVES.get(index)) {
        view.act(Action::ShowHalf(*half));
    }
}

/// Whether it can be signed now, and what there is in it.
fn summary_ui(ui: &mut Ui, view: &View<'_>) {
    heading_ui(ui, &view.say(&Screen::Review.message()), 1);
    let (errors, warnings) = view.session.count_of_problems();
    let readiness = match (errors, warnings) {
        (0, 0) => review::ready(),
        (0, count) => review::ready_but_warnings(count),
        (errors, warnings) => review::blocked(errors, warnings),
    };
    ui.horizontal_top(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(20.0, 20.0), Sense::hover());
        let painter = ui.painter();
        match (errors, warnings) {
            (0, 0) => icon::state(painter, rect.center(), QuestionState::Answered),
            (0, _) => icon::severity(painter, rect.center(), Severity::Warning),
            _ => icon::severity(painter, rect.center(), Severity::Error),
        }
        let text = theme::strong(view.say(&readiness), theme::BODY);
        ui.add(Label::new(text).wrap());
    });
    let questionnaire = view.session.questionnaire();
    let progress = view.session.evaluation().progress(questionnaire);
    let progress = window::progress(progress.done, progress.expected);
    let texts = texts(view);
    // Two languages have a line of their own.
    let lines = match texts.as_slice() {
        [only] => vec![review::beside(progress, only.clone())],
        [one, other] => vec![progress, review::beside(one.clone(), other.clone())],
        _ => vec![progress],
    };
    for line in lines {
        ui.add(Label::new(theme::soft(view.say(&line))).wrap());
    }
}

/// How many texts go out in each language, and how many are still to be
/// written or compared, in the order of the response.
fn texts(view: &View<'_>) -> Vec<Message> {
    let response = view.session.response();
    let answered = response.answer_languages();
    let message = |language: Language| {
        let texts = view.session.texts_in(language);
        let name = match language {
            Language::English => review::in_english(),
            Language::French => review::in_french(),
        };
        // A text in the other language goes out as it is.
        (answered.includes(language) || texts.going_out > 0)
            .then(|| review::texts_in(name, texts.going_out, texts.missing, texts.stale))
    };
    let languages = response.both_languages().into_iter();
    languages.filter_map(message).collect()
}

/// What can be done with what is shown.
fn next_ui(ui: &mut Ui, view: &mut View<'_>) {
    let text = view.say(&review::sign_off());
    let button = if view.session.evaluation().has_errors() {
        button_ui(ui, &text)
    } else {
        main_button_ui(ui, &text)
    };
    if button.clicked() {
        view.act(Action::Show(Screen::SignOff));
    }
    if button_ui(ui, &view.say(&printing::print())).clicked() {
        view.act(Action::Print);
    }
}
