//! Drafts to go on with: recent ones, and those that were never saved.

use egui::accesskit::Role;
use egui::{FontFamily, FontId, Id, Label, Sense, Ui, WidgetInfo, vec2};

use crate::app::{Action, RecentDraft, RecoveredDraft, date_and_time, organization_or_none};
use crate::i18n::start as say;
use crate::ui::button::button_ui;
use crate::ui::choice::group_ui;
use crate::ui::question::heading_ui;
use crate::ui::theme;
use crate::ui::view::{View, attend};

/// The room for the button at the right of a row.
const BUTTON_ROOM: f32 = 112.0;

/// Drafts that were opened or saved not long ago.
pub(super) fn recent_ui(ui: &mut Ui, view: &mut View<'_>) {
    let title = view.say(&say::recent());
    heading_ui(ui, &title, 2);
    let drafts = view.session.preferences().recent.clone();
    if drafts.is_empty() {
        let none = view.say(&say::recent_none());
        ui.add(Label::new(theme::soft(none)).wrap());
    }
    group_ui(ui, Role::List, Id::unique("recent"), &title, "", |ui| {
        for draft in &drafts {
            recent_draft_ui(ui, view, draft);
        }
    });
    ui.add_space(theme::STEP);
}

fn recent_draft_ui(ui: &mut Ui, view: &mut View<'_>, draft: &RecentDraft) {
    let file = draft.file_name();
    let row = Row {
        id: Id::unique(("recent", &draft.path)),
        organization: view.say(&organization_or_none(&draft.organization)),
        details: view.say(&say::recent_details(
            file.as_str(),
            date_and_time(draft.modified_at),
            say::answered(draft.answered, draft.expected),
        )),
        button: view.say(&say::remove()),
        button_name: view.say(&say::remove_name(file)),
    };
    match row_ui(ui, view, &row) {
        Some(Pressed::Row) => view.act(Action::OpenFile(draft.path.clone())),
        Some(Pressed::Button) => view.act(Action::ForgetRecent(draft.path.clone())),
        None => {}
    }
}

/// Drafts that were never saved, where there are any.
pub(super) fn recovered_ui(ui: &mut Ui, view: &mut View<'_>) {
    let drafts = view.session.recovered();
    if drafts.is_empty() {
        return;
    }
    let title = view.say(&say::recovered());
    heading_ui(ui, &title, 2);
    let explanation = view.say(&say::recovered_explanation());
    ui.add(Label::new(theme::soft(explanation)).wrap());
    group_ui(ui, Role::List, Id::unique("recovered"), &title, "", |ui| {
        for draft in drafts {
            recovered_draft_ui(ui, view, draft);
        }
    });
    ui.add_space(theme::STEP);
}

fn recovered_draft_ui(ui: &mut Ui, view: &mut View<'_>, draft: &RecoveredDraft) {
    let organization = organization_or_none(&draft.organization);
    let progress = say::answered(draft.progress.done, draft.progress.expected);
    let row = Row {
        id: Id::unique(("recovered", &draft.path)),
        organization: view.say(&organization),
        details: view.say(&say::recovered_details(
            date_and_time(draft.modified_at),
            progress,
        )),
        button: view.say(&say::recovered_discard()),
        button_name: view.say(&say::recovered_discard_name(organization)),
    };
    match row_ui(ui, view, &row) {
        Some(Pressed::Row) => view.act(Action::OpenRecovered(draft.path.clone())),
        Some(Pressed::Button) => view.act(Action::DiscardRecovered(draft.path.clone())),
        None => {}
    }
}

/// A draft as it is listed.
struct Row {
    id: Id,
    organization: String,
    details: String,
    button: String,
    /// Begins like the button's text.
    button_name: String,
}

enum Pressed {
    Row,
    Button,
}

/// Two lines that open the draft, and a button at their right.
fn row_ui(ui: &mut Ui, view: &View<'_>, row: &Row) -> Option<Pressed> {
    let palette = theme::palette(ui);
    let mut pressed = None;
    ui.horizontal(|ui| {
        let width = (ui.available_width() - BUTTON_ROOM).max(120.0);
        let room = width - 2.0 * theme::STEP;
        let layout = |text: &str, size: f32, family: FontFamily, color| {
            let font = FontId::new(size, family);
            ui.painter().layout(text.to_owned(), font, color, room)
        };
        let name = layout(&row.organization, theme::BODY, theme::bold(), palette.blue);
        let family = FontFamily::Proportional;
        let details = layout(&row.details, theme::SMALL, family, palette.ink_soft);
        let height = name.size().y + details.size().y + 1.5 * theme::STEP;
        let (_, rect) = ui.allocate_space(vec2(width, height));
        let response = ui.interact(rect, row.id, Sense::click());
        let painter = ui.painter();
        if response.hovered() {
            painter.rect_filled(rect, 4.0, palette.blue_soft);
        }
        let corner = rect.min + vec2(theme::STEP, theme::STEP / 2.0);
        let below = vec2(0.0, name.size().y + theme::STEP / 2.0);
        painter.galley(corner, name, palette.blue);
        painter.galley(corner + below, details, palette.ink_soft);
        let spoken = say::row_name(row.organization.as_str(), row.details.as_str());
        let spoken = view.say(&spoken);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
        attend(ui, &response);
        if response.clicked() {
            pressed = Some(Pressed::Row);
        }
        let button = button_ui(ui, &row.button);
        button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &row.button_name));
        if button.clicked() {
            pressed = Some(Pressed::Button);
        }
    });
    pressed
}
