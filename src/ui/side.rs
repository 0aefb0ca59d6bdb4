//! The list beside the form: parts and questions, or everything to check.

use egui::accesskit::Role;
use egui::{Id, Label, ScrollArea, Sense, Ui, WidgetInfo, vec2};

use super::button::button_ui;
use super::choice::group_ui;
use super::finding::severity_word;
use super::question::heading_ui;
use super::view::{View, attend};
use super::{icon, theme};
use crate::app::{Action, QuestionState, Side, Target, question_state};
use crate::i18n::window;
use crate::questionnaire::Question;
use crate::response::Place;
use crate::rules::{Finding, Severity, place_label};

/// Draws the list.
pub(super) fn side_ui(ui: &mut Ui, view: &mut View<'_>) {
    ScrollArea::vertical()
        .id_salt("side")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            match view.session.side() {
                Side::Questions => questions_ui(ui, view),
                Side::Findings => findings_ui(ui, view),
            }
            ui.add_space(2.0 * theme::STEP);
        });
}

fn questions_ui(ui: &mut Ui, view: &mut View<'_>) {
    let questionnaire = view.session.questionnaire();
    let progress = view.session.evaluation().progress(questionnaire);
    let text = view.say(&window::progress(progress.done, progress.expected));
    ui.label(theme::soft(text));
    let title = view.say(&window::side_questions());
    group_ui(ui, Role::List, Id::unique("questions"), &title, "", |ui| {
        place_row_ui(ui, view, &window::organization_title(), Place::Organization);
        let preparer = Place::Person(crate::questionnaire::Role::Preparer);
        place_row_ui(ui, view, &window::people_title(), preparer);
        if !view.session.response().unplaced().is_empty() {
            place_row_ui(ui, view, &window::unplaced_title(), Place::Unplaced);
        }
        for section in &questionnaire.sections {
            ui.add_space(theme::STEP);
            let title = view.wording(&section.title);
            if row_ui(ui, Id::unique(("part", &section.id)), &title, None, true) {
                view.act(Action::GoTo(Target::Section(section.id.clone())));
            }
            for question in &section.questions {
                question_row_ui(ui, view, question);
            }
        }
    });
}

fn place_row_ui(ui: &mut Ui, view: &mut View<'_>, title: &crate::i18n::Message, place: Place) {
    let title = view.say(title);
    let id = Id::unique(("row", &place));
    if row_ui(ui, id, &title, None, false) {
        view.act(Action::GoTo(Target::Place(place)));
    }
}

fn question_row_ui(ui: &mut Ui, view: &mut View<'_>, question: &Question) {
    let state = question_state(view.session, question);
    let title = view.wording(&view.session.questionnaire().label_of(question));
    let word = view.say(&state.message());
    let id = Id::unique(("row", &question.id));
    if row_ui(ui, id, &title, Some((state, &word)), false)
        && let Some(item) = question.items.first()
    {
        let place = Place::Item(item.id.clone());
        view.act(Action::GoTo(Target::Place(place)));
    }
}

/// One row; says whether it was pressed.
fn row_ui(
    ui: &mut Ui,
    id: Id,
    title: &str,
    state: Option<(QuestionState, &str)>,
    strong: bool,
) -> bool {
    let width = ui.available_width();
    let family = if strong {
        theme::bold()
    } else {
        egui::FontFamily::Proportional
    };
    let font = egui::FontId::new(14.0, family);
    let indent = if state.is_some() { 28.0 } else { theme::STEP };
    let layout =
        |text: &str, font, color, width| ui.painter().layout(text.to_owned(), font, color, width);
    let galley = layout(title, font, theme::INK, width - indent - theme::STEP);
    let word = state.map(|(_, word)| {
        let font = egui::FontId::new(12.0, egui::FontFamily::Proportional);
        layout(word, font, theme::INK_SOFT, width - indent - theme::STEP)
    });
    // The word stands at the right where it fits, else below.
    let word_width = word.as_ref().map_or(0.0, |word| word.size().x);
    let beside = indent + galley.size().x + word_width + 2.0 * theme::STEP <= width;
    let below = word
        .as_ref()
        .filter(|_| !beside)
        .map_or(0.0, |word| word.size().y);
    let height = galley.size().y + below + theme::STEP;
    let (_, rect) = ui.allocate_space(vec2(width, height.max(28.0)));
    let response = ui.interact(rect, id, Sense::click());
    if response.hovered() {
        ui.painter().rect_filled(rect, 4.0, theme::BLUE_SOFT);
    }
    let top = rect.top() + (rect.height() - galley.size().y - below) / 2.0;
    let corner = egui::pos2(rect.left() + indent, top);
    if let Some((state, _)) = state {
        let center = egui::pos2(rect.left() + 14.0, top + galley.size().y / 2.0);
        icon::state(ui.painter(), center, state);
    }
    if let Some(word) = word {
        let y = if beside {
            top + 2.0
        } else {
            top + galley.size().y
        };
        let x = if beside {
            rect.right() - word_width - theme::STEP
        } else {
            corner.x
        };
        ui.painter().galley(egui::pos2(x, y), word, theme::INK_SOFT);
    }
    ui.painter().galley(corner, galley, theme::INK);
    let name = match state {
        Some((_, word)) => format!("{title}, {word}"),
        None => title.to_owned(),
    };
    response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Button, true, &name));
    attend(ui, &response);
    response.clicked()
}

fn findings_ui(ui: &mut Ui, view: &mut View<'_>) {
    let session = view.session;
    heading_ui(ui, &view.say(&window::side_findings()), 16.0, theme::INK, 2);
    if !session.attention().is_everywhere() {
        ui.add(Label::new(theme::soft(view.say(&window::findings_partly()))).wrap());
        if button_ui(ui, &view.say(&window::check_all())).clicked() {
            view.act(Action::CheckAll);
        }
    }
    let shown: Vec<(&Finding, &Place)> = entries(view);
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
        ui.label(theme::strong(view.say(&count_of(severity, count)), 14.0));
        for (finding, place) in &shown {
            if finding.severity == severity {
                entry_ui(ui, view, finding, place);
            }
        }
    }
}

/// Every finding that is shown, once per place.
fn entries<'a>(view: &View<'a>) -> Vec<(&'a Finding, &'a Place)> {
    let session = view.session;
    let findings = session.evaluation().findings.iter();
    findings
        .flat_map(|finding| finding.places.iter().map(move |place| (finding, place)))
        .filter(|(finding, place)| session.attention().shows(finding, place))
        .collect()
}

fn count_of(severity: Severity, count: usize) -> crate::i18n::Message {
    match severity {
        Severity::Error => window::count_errors(count),
        Severity::Warning => window::count_warnings(count),
        Severity::Note => window::count_notes(count),
    }
}

fn entry_ui(ui: &mut Ui, view: &mut View<'_>, finding: &Finding, place: &Place) {
    let questionnaire = view.session.questionnaire();
    let at = view.say(&place_label(questionnaire, place));
    let message = view.say(&finding.message_at(questionnaire, place));
    let acknowledged = finding.is_acknowledged(view.session.response());
    let width = ui.available_width();
    let font = egui::FontId::new(13.0, egui::FontFamily::Proportional);
    let bold = egui::FontId::new(13.0, theme::bold());
    let inner = width - 36.0;
    let painter = ui.painter();
    let head = if acknowledged {
        format!("{at} ({})", view.say(&window::finding_acknowledged()))
    } else {
        at.clone()
    };
    let head = painter.layout(head, bold, theme::BLUE, inner);
    let body = painter.layout(message.clone(), font, theme::INK, inner);
    let height = head.size().y + body.size().y + theme::STEP;
    let (_, rect) = ui.allocate_space(vec2(width, height));
    let id = Id::unique(("finding", finding.key(), place));
    let response = ui.interact(rect, id, Sense::click());
    if response.hovered() {
        ui.painter().rect_filled(rect, 4.0, theme::BLUE_SOFT);
    }
    let top = rect.min + vec2(28.0, theme::STEP / 2.0);
    let center = egui::pos2(rect.left() + 14.0, top.y + head.size().y / 2.0);
    icon::severity(ui.painter(), center, finding.severity);
    let below = top + vec2(0.0, head.size().y);
    ui.painter().galley(top, head, theme::BLUE);
    ui.painter().galley(below, body, theme::INK);
    let word = view.say(&severity_word(finding.severity));
    let name = format!("{word}, {at}. {message}");
    response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Button, true, &name));
    attend(ui, &response);
    if response.clicked() {
        view.act(Action::GoTo(Target::Place(place.clone())));
    }
}
