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
            if row_ui(
                ui,
                &Row::plain(Id::unique(("part", &section.id)), &title, true),
            ) {
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
    if row_ui(ui, &Row::plain(id, &title, false)) {
        view.act(Action::GoTo(Target::Place(place)));
    }
}

fn question_row_ui(ui: &mut Ui, view: &mut View<'_>, question: &Question) {
    let state = question_state(view.session, question);
    let title = view.wording(&view.session.questionnaire().label_of(question));
    let word = view.say(&state.message());
    let row = Row {
        id: Id::unique(("row", &question.id)),
        title: &title,
        name: format!("{title}, {word}"),
        state: Some((state, &word)),
        indent: 28.0,
        strong: false,
        color: theme::INK,
    };
    if row_ui(ui, &row)
        && let Some(item) = question.items.first()
    {
        let place = Place::Item(item.id.clone());
        view.act(Action::GoTo(Target::Place(place)));
    }
}

/// A row that leads somewhere.
struct Row<'a> {
    id: Id,
    title: &'a str,
    /// What a screen reader says; begins like the title.
    name: String,
    state: Option<(QuestionState, &'a str)>,
    indent: f32,
    strong: bool,
    color: egui::Color32,
}

impl<'a> Row<'a> {
    fn plain(id: Id, title: &'a str, strong: bool) -> Self {
        Row {
            id,
            title,
            name: title.to_owned(),
            state: None,
            indent: theme::STEP,
            strong,
            color: theme::INK,
        }
    }
}

/// Draws a row; says whether it was pressed.
fn row_ui(ui: &mut Ui, row: &Row<'_>) -> bool {
    let width = ui.available_width();
    let family = if row.strong {
        theme::bold()
    } else {
        egui::FontFamily::Proportional
    };
    let room = width - row.indent - theme::STEP;
    let title = ui.painter().layout(
        row.title.to_owned(),
        egui::FontId::new(14.0, family),
        row.color,
        room,
    );
    let word = row.state.map(|(_, word)| {
        let font = egui::FontId::new(12.0, egui::FontFamily::Proportional);
        ui.painter()
            .layout(word.to_owned(), font, theme::INK_SOFT, room)
    });
    // The word stands at the right where it fits, else below.
    let word_size = word.as_ref().map_or(egui::Vec2::ZERO, |word| word.size());
    let beside = row.indent + title.size().x + word_size.x + 2.0 * theme::STEP <= width;
    let below = if beside { 0.0 } else { word_size.y };
    let height = title.size().y + below + theme::STEP;
    let (_, rect) = ui.allocate_space(vec2(width, height.max(28.0)));
    let response = ui.interact(rect, row.id, Sense::click());
    let painter = ui.painter();
    if response.hovered() {
        painter.rect_filled(rect, 4.0, theme::BLUE_SOFT);
    }
    let top = rect.top() + (rect.height() - title.size().y - below) / 2.0;
    let left = rect.left() + row.indent;
    let title_height = title.size().y;
    painter.galley(egui::pos2(left, top), title, row.color);
    if let Some((state, _)) = row.state {
        let center = egui::pos2(rect.left() + 14.0, top + title_height / 2.0);
        icon::state(painter, center, state);
    }
    if let Some(word) = word {
        let corner = if beside {
            egui::pos2(rect.right() - word_size.x - theme::STEP, top + 2.0)
        } else {
            egui::pos2(left, top + title_height)
        };
        painter.galley(corner, word, theme::INK_SOFT);
    }
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &row.name));
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
        heading_ui(ui, &heading, 14.0, theme::INK, 3);
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
            let text = theme::soft(view.say(&message)).color(theme::INK);
            ui.add(Label::new(text).wrap());
            if finding.is_acknowledged(view.session.response()) {
                ui.label(theme::soft(view.say(&window::finding_acknowledged())));
            }
        });
    });
    let word = view.say(&severity_word(finding.severity));
    for place in places {
        let at = view.say(&place_label(questionnaire, place));
        let message = view.say(&finding.message_at(questionnaire, place));
        let row = Row {
            id: Id::unique(("finding", finding.key(), place)),
            title: &at,
            name: format!("{at}. {word}: {message}"),
            state: None,
            indent: 28.0,
            strong: false,
            color: theme::BLUE,
        };
        if row_ui(ui, &row) {
            view.act(Action::GoTo(Target::Place((*place).clone())));
        }
    }
}
