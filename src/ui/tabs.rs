//! Tabs: one is shown, the others are a key away.

use egui::accesskit::Role;
use egui::{FontId, Id, Rect, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::choice::{arrows, group_ui};
use super::theme;
use super::view::attend;

/// Some tabs as they are now.
pub(super) struct Tabs<'a> {
    /// Where they stand; the ids of the single ones are made from it.
    pub(super) id: Id,
    /// What they choose, for the accessibility tree.
    pub(super) name: &'a str,
    /// What can be shown.
    pub(super) labels: &'a [String],
    /// What is shown.
    pub(super) selected: usize,
}

/// Draws tabs; says which one was chosen. They are one stop for the Tab key,
/// and the arrows choose.
pub(super) fn tabs_ui(ui: &mut Ui, tabs: &Tabs<'_>) -> Option<usize> {
    let mut chosen = None;
    let count = tabs.labels.len();
    let ids: Vec<Id> = (0..count).map(|index| tabs.id.with(index)).collect();
    group_ui(ui, Role::TabList, tabs.id, tabs.name, "", |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = theme::STEP / 2.0;
            for (index, (label, id)) in tabs.labels.iter().zip(&ids).enumerate() {
                if tab_ui(ui, *id, label, index == tabs.selected) {
                    chosen = Some(index);
                }
            }
        });
    });
    if let Some(index) = arrows(ui, &ids) {
        chosen = Some(index);
    }
    if let Some(id) = chosen.and_then(|index| ids.get(index)) {
        ui.memory_mut(|memory| memory.request_focus(*id));
    }
    chosen.filter(|index| *index != tabs.selected)
}

fn tab_ui(ui: &mut Ui, id: Id, label: &str, selected: bool) -> bool {
    let palette = theme::palette(ui);
    let ink = if selected { palette.ink } else { palette.blue };
    let galley = |family| {
        let font = FontId::new(theme::BODY, family);
        ui.painter().layout_no_wrap(label.to_owned(), font, ink)
    };
    // As wide as in bold, so that nothing moves when another one is chosen.
    let bold = galley(theme::bold());
    let size = bold.size() + vec2(3.0 * theme::STEP, 1.5 * theme::STEP);
    let text = if selected {
        bold
    } else {
        galley(egui::FontFamily::Proportional)
    };
    let (_, rect) = ui.allocate_space(size);
    let sense = if selected {
        Sense::click()
    } else {
        Sense::CLICK
    };
    let response = ui.interact(rect, id, sense);
    let painter = ui.painter();
    if response.hovered() {
        painter.rect_filled(rect, 4.0, palette.blue_soft);
    }
    let corner = pos2(
        rect.center().x - text.size().x / 2.0,
        rect.center().y - text.size().y / 2.0,
    );
    painter.galley(corner, text, ink);
    if selected {
        let bar = Rect::from_min_max(pos2(rect.left(), rect.bottom() - 3.0), rect.max);
        painter.rect_filled(bar, 1.5, palette.blue);
    } else {
        painter.hline(
            rect.x_range(),
            rect.bottom() - 1.0,
            Stroke::new(1.0, palette.rule),
        );
    }
    response.widget_info(|| WidgetInfo::labeled(Role::Tab, true, label));
    ui.ctx()
        .accesskit_node_builder(id, |node| node.set_selected(selected));
    attend(ui, &response);
    response.clicked()
}
