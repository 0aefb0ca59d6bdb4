//! A row that leads somewhere: a screen, a question, a finding's place.

use egui::accesskit::{AriaCurrent, Role};
use egui::{Color32, FontFamily, FontId, Id, Rect, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::view::attend;
use super::{icon, theme};
use crate::app::QuestionState;

/// A row that leads somewhere.
pub(super) struct Row<'a> {
    /// Where it stands.
    pub(super) id: Id,
    /// What is seen.
    pub(super) title: &'a str,
    /// What a screen reader says; begins like the title.
    pub(super) name: String,
    /// A state as a picture and in words.
    pub(super) state: Option<(QuestionState, &'a str)>,
    /// The free space at its left.
    pub(super) indent: f32,
    /// Whether it is bold.
    pub(super) strong: bool,
    /// Whether it leads to what is shown now.
    pub(super) current: bool,
    /// Whether it looks like a link in running text.
    pub(super) link: bool,
}

impl<'a> Row<'a> {
    pub(super) fn plain(id: Id, title: &'a str, strong: bool) -> Self {
        Row {
            id,
            title,
            name: title.to_owned(),
            state: None,
            indent: theme::STEP,
            strong,
            current: false,
            link: false,
        }
    }
}

/// Draws a row; says whether it was pressed.
pub(super) fn row_ui(ui: &mut Ui, row: &Row<'_>) -> bool {
    let palette = theme::palette(ui);
    let width = ui.available_width();
    let family = if row.strong {
        theme::bold()
    } else {
        FontFamily::Proportional
    };
    let color = if row.link { palette.blue } else { palette.ink };
    let room = width - row.indent - theme::STEP;
    let layout = |text: &str, size: f32, family: FontFamily, color: Color32| {
        let font = FontId::new(size, family);
        ui.painter().layout(text.to_owned(), font, color, room)
    };
    let title = layout(row.title, theme::BODY, family, color);
    let word = row.state.map(|(_, word)| {
        let family = FontFamily::Proportional;
        layout(word, theme::SMALL, family, palette.ink_soft)
    });
    // The word stands at the right where it fits, else below.
    let word_size = word.as_ref().map_or(Vec2::ZERO, |word| word.size());
    let beside = row.indent + title.size().x + word_size.x + 2.0 * theme::STEP <= width;
    let below = if beside { 0.0 } else { word_size.y };
    let height = title.size().y + below + theme::STEP;
    let (_, rect) = ui.allocate_space(vec2(width, height.max(28.0)));
    let response = ui.interact(rect, row.id, Sense::click());
    let painter = ui.painter();
    if response.hovered() || row.current {
        painter.rect_filled(rect, 4.0, palette.blue_soft);
    }
    if row.current {
        let bar = Rect::from_min_size(rect.min, vec2(3.0, rect.height()));
        painter.rect_filled(bar, 1.5, palette.blue);
    }
    let top = rect.top() + (rect.height() - title.size().y - below) / 2.0;
    let left = rect.left() + row.indent;
    let title_height = title.size().y;
    painter.galley(pos2(left, top), title, color);
    if let Some((state, _)) = row.state {
        let center = pos2(rect.left() + 14.0, top + title_height / 2.0);
        icon::state(painter, center, state);
    }
    if let Some(word) = word {
        let corner = if beside {
            pos2(rect.right() - word_size.x - theme::STEP, top + 2.0)
        } else {
            pos2(left, top + title_height)
        };
        painter.galley(corner, word, palette.ink_soft);
    }
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &row.name));
    if row.current {
        ui.ctx()
            .accesskit_node_builder(row.id, |node| node.set_aria_current(AriaCurrent::Page));
    }
    attend(ui, &response);
    response.clicked()
}
