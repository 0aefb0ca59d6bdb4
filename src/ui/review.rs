//! What is to be checked before the submission goes out.

use egui::{Id, Label, Sense, Ui, vec2};

use super::button::button_ui;
use super::finding::severity_word;
use super::question::heading_ui;
use super::row::{Row, row_ui};
use super::view::View;
use super::{icon, theme};
use crate::app::{Action, Screen, Target};
use crate::i18n::window;
use crate::response::Place;
use crate::rules::{Finding, Severity, place_label};

/// Draws the screen.
pub(super) fn review_ui(ui: &mut Ui, view: &mut View<'_>) {
    findings_ui(ui, view);
}

fn findings_ui(ui: &mut Ui, view: &mut View<'_>) {
    let session = view.session;
    heading_ui(ui, &view.say(&Screen::Review.message()), 1);
    heading_ui(ui, &view.say(&window::findings_title()), 2);
    if !session.attention().is_everywhere() {
        ui.add(Label::new(theme::soft(view.say(&window::findings_partly()))).wrap());
        if button_ui(ui, &view.say(&window::check_all())).clicked() {
            view.act(Action::CheckAll);
        }
    }
    let shown = session.shown_findings();
    if shown.is_empty() {
        ui.add(Label::new(view.say(&window::findings_none())).wrap());
    }
    for severity in [Severity::Error, Severity::Warning, Severity::Note] {
        let count = shown
            .iter()
            .filter(|(finding, _)| finding.severity == severity)
            .count();
        if count == 0 {
            continue;
        }
        ui.add_space(theme::STEP);
        let heading = view.say(&count_of(severity, count));
        heading_ui(ui, &heading, 3);
        for (finding, places) in &shown {
            if finding.severity == severity {
                finding_ui(ui, view, finding, places);
            }
        }
    }
}

fn count_of(severity: Severity, count: usize) -> crate::i18n::Message {
    match severity {
        Severity::Error => window::count_errors(count),
        Severity::Warning => window::count_warnings(count),
        Severity::Note => window::count_notes(count),
    }
}

/// A finding in its own words, and below it a row for each of its places.
fn finding_ui(ui: &mut Ui, view: &mut View<'_>, finding: &Finding, places: &[&Place]) {
    let questionnaire = view.session.questionnaire();
    let labels: Vec<_> = places
        .iter()
        .map(|place| place_label(questionnaire, place))
        .collect();
    let message = finding.message.clone().with("places", labels);
    ui.add_space(theme::STEP / 2.0);
    ui.horizontal_top(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(20.0, 20.0), Sense::hover());
        icon::severity(ui.painter(), rect.center(), finding.severity);
        ui.vertical(|ui| {
            ui.add(Label::new(view.say(&message)).wrap());
            if finding.is_acknowledged(view.session.response()) {
                ui.label(theme::soft(view.say(&window::finding_acknowledged())));
            }
        });
    });
    let word = view.say(&severity_word(finding.severity));
    for place in places {
        let at = view.say(&place_label(questionnaire, place));
        let message = view.say(&finding.message_at(questionnaire, place));
        let id = Id::unique(("finding", finding.key(), place));
        let row = Row {
            name: format!("{at}. {word}: {message}"),
            indent: 28.0,
            link: true,
            ..Row::plain(id, &at, false)
        };
        if row_ui(ui, &row) {
            view.act(Action::GoTo(Target::Place((*place).clone())));
        }
    }
}
