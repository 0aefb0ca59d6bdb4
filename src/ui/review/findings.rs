//! The points to check, by weight, each with the places that it concerns.

use egui::accesskit::Role;
use egui::{Color32, Id, Label, Sense, Stroke, Ui, UiBuilder, WidgetInfo, vec2};

use super::super::button::button_ui;
use super::super::finding::{box_ui, colors, severity_word};
use super::super::question::heading_ui;
use super::super::theme;
use super::super::view::{View, attend};
use crate::app::{Action, Target};
use crate::i18n::{Message, review, window};
use crate::questionnaire::Questionnaire;
use crate::response::Place;
use crate::rules::{Finding, Severity, place_label};

/// More places than these are not named in the sentence, but only below it.
const FEW_PLACES: usize = 3;

/// Draws every finding, whether or not the form shows it already.
pub(super) fn findings_ui(ui: &mut Ui, view: &mut View<'_>) {
    let evaluation = view.session.evaluation();
    heading_ui(ui, &view.say(&window::findings_title()), 2);
    if evaluation.findings.is_empty() {
        let text = view.say(&review::nothing_to_check());
        ui.add(Label::new(text).wrap());
    }
    for severity in [Severity::Error, Severity::Warning, Severity::Note] {
        let findings: Vec<&Finding> = evaluation.of(severity).collect();
        if findings.is_empty() {
            continue;
        }
        heading_ui(ui, &view.say(&count_of(severity, findings.len())), 3);
        for alike in findings.chunk_by(|one, next| one.rule == next.rule) {
            for finding in alike {
                card_ui(ui, view, finding);
            }
            if severity == Severity::Warning && alike.len() > 1 {
                together_ui(ui, view, alike);
            }
        }
        ui.add_space(theme::STEP);
    }
}

fn count_of(severity: Severity, count: usize) -> Message {
    match severity {
        Severity::Error => window::count_errors(count),
        Severity::Warning => window::count_warnings(count),
        Severity::Note => window::count_notes(count),
    }
}

/// What a finding says where its places stand below it.
pub(super) fn sentence(questionnaire: &Questionnaire, finding: &Finding) -> Message {
    let message = finding.message.clone();
    if finding.places.len() > FEW_PLACES {
        return message.with("places", review::places_below(finding.places.len()));
    }
    let labels = finding.places.iter();
    let labels: Vec<Message> = labels
        .map(|place| place_label(questionnaire, place))
        .collect();
    message.with("places", labels)
}

/// A finding in its own words, the places that it leads to, and what somebody
/// said of it.
fn card_ui(ui: &mut Ui, view: &mut View<'_>, finding: &Finding) {
    let palette = theme::palette(ui);
    let acknowledged = finding.is_acknowledged(view.session.response());
    let ground = if acknowledged {
        palette.ground_soft
    } else {
        colors(palette, finding.severity).0
    };
    box_ui(ui, ground, finding.severity, |ui| {
        let text = sentence(view.session.questionnaire(), finding);
        ui.add(Label::new(view.say(&text)).wrap());
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(1.5 * theme::STEP, 0.0);
            for place in &finding.places {
                place_ui(ui, view, finding, place);
            }
        });
        if finding.severity == Severity::Warning {
            acknowledgement_ui(ui, view, finding);
        }
    });
}

/// A place of a finding; it leads to the field, where the finding then stands.
fn place_ui(ui: &mut Ui, view: &mut View<'_>, finding: &Finding, place: &Place) {
    let questionnaire = view.session.questionnaire();
    let at = view.say(&place_label(questionnaire, place));
    let word = view.say(&severity_word(finding.severity));
    let message = view.say(&finding.message_at(questionnaire, place));
    let id = Id::unique(("finding", finding.key(), place));
    if link_ui(ui, id, &at, &format!("{at}. {word}: {message}")) {
        view.act(Action::Leave(place.clone()));
        view.act(Action::GoTo(Target::Place(place.clone())));
    }
}

/// A few words that lead somewhere.
fn link_ui(ui: &mut Ui, id: Id, text: &str, name: &str) -> bool {
    let palette = theme::palette(ui);
    let font = egui::TextStyle::Body.resolve(ui.style());
    let room = ui.max_rect().width();
    let painter = ui.painter();
    let galley = painter.layout(text.to_owned(), font, palette.blue, room);
    let (_, rect) = ui.allocate_space(galley.size() + vec2(0.0, 6.0));
    let response = ui.interact(rect, id, Sense::click());
    let painter = ui.painter();
    let line = if response.hovered() {
        painter.rect_filled(rect.expand2(vec2(4.0, 0.0)), 4.0, palette.blue_soft);
        Stroke::new(2.0, palette.blue)
    } else {
        Stroke::new(1.0, palette.blue)
    };
    let corner = rect.min + vec2(0.0, 3.0);
    let below = corner.y + galley.size().y;
    let across = corner.x..=corner.x + galley.size().x;
    painter.galley(corner, galley, Color32::PLACEHOLDER);
    painter.hline(across, below, line);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    attend(ui, &response);
    response.clicked()
}

/// What somebody said of a warning, or the button to say it.
fn acknowledgement_ui(ui: &mut Ui, view: &mut View<'_>, finding: &Finding) {
    let key = finding.key();
    let warning = view.say(&sentence(view.session.questionnaire(), finding));
    let Some(said) = finding.acknowledged_in(view.session.response()) else {
        let text = view.say(&review::acknowledge());
        let name = view.say(&review::acknowledge_name(warning));
        if named_button_ui(ui, &key, &text, name) {
            let dialog = view.session.acknowledging(vec![key]);
            view.act(Action::OpenDialog(dialog));
        }
        return;
    };
    let text = if said.reason.is_empty() {
        review::acknowledged()
    } else {
        review::acknowledged_because(said.reason.as_str())
    };
    ui.add(Label::new(theme::soft(view.say(&text))).wrap());
    let text = view.say(&review::take_back());
    let name = view.say(&review::take_back_name(warning));
    if named_button_ui(ui, &key, &text, name) {
        view.act(Action::TakeBackAcknowledgement(vec![key]));
    }
}

/// What is said of all warnings of one rule at once.
fn together_ui(ui: &mut Ui, view: &mut View<'_>, alike: &[&Finding]) {
    let response = view.session.response();
    let open = alike.iter().filter(|one| !one.is_acknowledged(response));
    let open: Vec<String> = open.map(|one| one.key()).collect();
    let all: Vec<String> = alike.iter().map(|one| one.key()).collect();
    let place = all.first().map(|key| format!("all like {key}"));
    let place = place.unwrap_or_default();
    if open.is_empty() {
        let text = view.say(&review::take_back_all(all.len()));
        if named_button_ui(ui, &place, &text, text.clone()) {
            view.act(Action::TakeBackAcknowledgement(all));
        }
    } else if open.len() > 1 {
        let text = view.say(&review::acknowledge_all(open.len()));
        if named_button_ui(ui, &place, &text, text.clone()) {
            let dialog = view.session.acknowledging(open);
            view.act(Action::OpenDialog(dialog));
        }
    }
}

/// A button whose place is the same before and after it did its work, so that
/// the focus stays there.
fn named_button_ui(ui: &mut Ui, place: &str, text: &str, name: String) -> bool {
    let id = Id::unique(("acknowledgement", place));
    let builder = UiBuilder::new().scope_id(id);
    let button = ui.scope_builder(builder, |ui| button_ui(ui, text)).inner;
    button.accessible_name(name).clicked()
}
