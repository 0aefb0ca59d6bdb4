//! Radio groups and check boxes.
//!
//! egui makes each radio button a Tab stop of its own and lets the arrows
//! move the focus without selecting. Here a group is one stop, the arrows
//! select, and the group is a named node of the accessibility tree.

use egui::accesskit::Role;
use egui::{EventFilter, Id, Key, Modifiers, Rect, Response, Sense, Stroke, Ui, UiBuilder};
use egui::{WidgetInfo, pos2, vec2};

use super::view::{attend, describe};
use super::{icon, theme};

/// What happened to a group.
#[derive(Default)]
pub(super) struct GroupOutcome {
    /// The option that was selected, by its index.
    pub(super) selected: Option<usize>,
    /// Whether the focus left the group.
    pub(super) left: bool,
}

/// A radio group as it is now.
pub(super) struct RadioGroup<'a> {
    /// Where it stands; the options' ids are made from it.
    pub(super) id: Id,
    /// Its name in the accessibility tree.
    pub(super) name: &'a str,
    /// What is wrong with it.
    pub(super) description: &'a str,
    /// What can be selected.
    pub(super) options: &'a [String],
    /// What is selected.
    pub(super) selected: Option<usize>,
    /// Whether the options stand in one line where there is room.
    pub(super) in_line: bool,
    /// Whether the focus goes here now.
    pub(super) focus: bool,
}

/// Draws a radio group.
pub(super) fn radio_group_ui(ui: &mut Ui, group: &RadioGroup<'_>) -> GroupOutcome {
    let mut outcome = GroupOutcome::default();
    let ids: Vec<Id> = (0..group.options.len())
        .map(|index| group.id.with(index))
        .collect();
    let stop = group.selected.unwrap_or(0);
    if let Some(id) = ids.get(stop).filter(|_| group.focus) {
        ui.memory_mut(|memory| memory.request_focus(*id));
    }
    group_ui(
        ui,
        Role::RadioGroup,
        group.id,
        group.name,
        group.description,
        |ui| {
            let draw = |ui: &mut Ui, outcome: &mut GroupOutcome| {
                for (index, (option, id)) in group.options.iter().zip(&ids).enumerate() {
                    // Only one option of the group is a Tab stop.
                    let sense = if index == stop {
                        Sense::click()
                    } else {
                        Sense::CLICK
                    };
                    let shape = OptionShape::Radio(group.selected == Some(index));
                    let response = option_ui(ui, *id, shape, option, sense, group.in_line);
                    describe(ui, *id, group.description);
                    if response.clicked() {
                        outcome.selected = Some(index);
                        response.request_focus();
                    }
                }
            };
            if group.in_line {
                ui.horizontal_wrapped(|ui| draw(ui, &mut outcome));
            } else {
                draw(ui, &mut outcome);
            }
        },
    );
    if let Some(index) = arrows(ui, &ids)
        && let Some(id) = ids.get(index)
    {
        outcome.selected = Some(index);
        ui.memory_mut(|memory| memory.request_focus(*id));
    }
    let had = ui.memory(|memory| ids.iter().any(|id| memory.had_focus_last_frame(*id)));
    let has = ui.memory(|memory| memory.focused().is_some_and(|id| ids.contains(&id)));
    outcome.left = had && !has;
    outcome
}

/// The option that an arrow key goes to, where the group has the focus.
pub(super) fn arrows(ui: &Ui, ids: &[Id]) -> Option<usize> {
    let focused = ui.memory(egui::Memory::focused)?;
    let index = ids.iter().position(|id| *id == focused)?;
    let filter = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(focused, filter));
    let pressed = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let count = ids.len();
    if pressed(Key::ArrowDown) || pressed(Key::ArrowRight) {
        Some((index + 1) % count)
    } else if pressed(Key::ArrowUp) || pressed(Key::ArrowLeft) {
        Some((index + count - 1) % count)
    } else {
        None
    }
}

/// A named group of the accessibility tree around some widgets. Its id does
/// not depend on what stands before it, so that the ids of what is in it stay
/// the same in the other language.
pub(super) fn group_ui(
    ui: &mut Ui,
    role: Role,
    id: Id,
    name: &str,
    description: &str,
    contents: impl FnOnce(&mut Ui),
) {
    let builder = UiBuilder::new()
        .scope_id(id)
        .accessibility_role(role)
        .accessibility_label(name);
    ui.scope_builder(builder, |ui| {
        describe(ui, ui.unique_id(), description);
        contents(ui);
    });
}

/// A check box.
pub(super) fn check_ui(ui: &mut Ui, id: Id, checked: bool, text: &str, in_line: bool) -> Response {
    let shape = OptionShape::Check(checked);
    let response = option_ui(ui, id, shape, text, Sense::click(), in_line);
    if response.clicked() {
        response.request_focus();
    }
    response
}

#[derive(Clone, Copy)]
enum OptionShape {
    Radio(bool),
    Check(bool),
}

/// Mark and text, wrapped beside the mark.
fn option_ui(
    ui: &mut Ui,
    id: Id,
    shape: OptionShape,
    text: &str,
    sense: Sense,
    in_line: bool,
) -> Response {
    let mark = 28.0;
    let available = ui.available_width();
    let font = egui::TextStyle::Body.resolve(ui.style());
    let mut job = egui::text::LayoutJob::simple(
        text.to_owned(),
        font,
        theme::palette(ui).ink,
        (ui.max_rect().width() - mark).max(40.0),
    );
    let line_height = ui.text_style_height(&egui::TextStyle::Body) + 4.0;
    for section in &mut job.sections {
        section.format.line_height = Some(line_height);
    }
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let width = if in_line {
        mark + galley.size().x + theme::STEP
    } else {
        available
    };
    let height = galley.size().y.max(line_height) + theme::STEP;
    let (_, rect) = ui.allocate_space(vec2(width, height));
    let response = ui.interact(rect, id, sense);
    if ui.is_rect_visible(rect) {
        let top = rect.top() + theme::STEP / 2.0;
        let center = pos2(rect.left() + 12.0, top + line_height / 2.0);
        paint_mark(ui, center, shape, response.hovered());
        ui.painter().galley(
            pos2(rect.left() + mark, top),
            galley,
            theme::palette(ui).ink,
        );
    }
    let (role, checked) = match shape {
        OptionShape::Radio(selected) => (Role::RadioButton, selected),
        OptionShape::Check(checked) => (Role::CheckBox, checked),
    };
    response.widget_info(|| WidgetInfo::selected(role, ui.is_enabled(), checked, text));
    attend(ui, &response);
    response
}

fn paint_mark(ui: &Ui, center: egui::Pos2, shape: OptionShape, hovered: bool) {
    let painter = ui.painter();
    let palette = theme::palette(ui);
    let (color, width) = if hovered {
        (palette.blue, 2.0)
    } else {
        (palette.border, 1.5)
    };
    match shape {
        OptionShape::Radio(selected) => {
            let color = if selected { palette.blue } else { color };
            painter.circle(center, 9.0, palette.ground, Stroke::new(width, color));
            if selected {
                painter.circle_filled(center, 5.0, palette.blue);
            }
        }
        OptionShape::Check(checked) => {
            let rect = Rect::from_center_size(center, vec2(18.0, 18.0));
            if checked {
                painter.rect_filled(rect, 3.0, palette.blue);
                icon::tick(painter, rect, palette.on_blue);
            } else {
                let stroke = Stroke::new(width, color);
                painter.rect(rect, 3.0, palette.ground, stroke, egui::StrokeKind::Inside);
            }
        }
    }
}
