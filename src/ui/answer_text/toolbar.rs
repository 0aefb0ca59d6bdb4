//! The buttons above an answer: one stop for the Tab key, and arrows between
//! them.

use egui::accesskit::{Role, Toggled};
use egui::text::CCursorRange;
use egui::{Id, Rect, Response, Sense, Stroke, Ui, pos2, vec2};

use super::super::choice::{arrows, group_ui};
use super::super::shortcuts;
use super::super::theme;
use super::super::view::{View, attend, attend_again};
use super::kept::Kept;
use super::keys::{self, Command};
use crate::app::{Action, TidyScope};
use crate::i18n::{Language, Message, editing, lists};
use crate::questionnaire::ItemId;
use crate::text::Writing;
use crate::text::writing::{Shift, Style};

/// What a button does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tool {
    /// Something to the selected lines.
    Lines(Command),
    /// Shows what of the typography would change.
    Tidy,
    /// Gives the answer the whole window, or takes it back.
    Alone,
}

const TOOLS: [Tool; 7] = [
    Tool::Lines(Command::Toggle(Style::Bullets)),
    Tool::Lines(Command::Toggle(Style::Numbers)),
    Tool::Lines(Command::Toggle(Style::Heading)),
    Tool::Lines(Command::Shift(Shift::Out)),
    Tool::Lines(Command::Shift(Shift::In)),
    Tool::Tidy,
    Tool::Alone,
];

/// The box that the buttons are for.
#[derive(Clone, Copy)]
pub(super) struct ToolbarOf<'a> {
    /// The item.
    pub(super) item: &'a ItemId,
    /// The language of the box.
    pub(super) language: Language,
    /// What the item is called.
    pub(super) place: &'a str,
    /// The id of the box.
    pub(super) id: Id,
}

const SIZE: egui::Vec2 = vec2(30.0, 26.0);

/// Where the buttons of an item stand.
pub(super) fn ids(item: &str) -> [Id; TOOLS.len()] {
    std::array::from_fn(|index| index).map(|index| Id::unique(("format", item)).with(index))
}

/// What a command is called.
fn name_of(tool: Tool) -> Message {
    let command = match tool {
        Tool::Lines(command) => command,
        Tool::Tidy => return editing::tidy(),
        Tool::Alone => return editing::alone(),
    };
    match command {
        Command::Toggle(Style::Bullets) => lists::bullets(),
        Command::Toggle(Style::Numbers) => lists::numbers(),
        Command::Toggle(Style::Heading) => lists::heading(),
        Command::Shift(Shift::In) => lists::indent(),
        Command::Shift(Shift::Out) => lists::outdent(),
    }
}

/// Draws the buttons for the box with this id, whose lines these are; a
/// command goes to the box, which gets the focus back.
pub(super) fn toolbar_ui(ui: &mut Ui, view: &mut View<'_>, of: ToolbarOf<'_>, kept: &Kept) {
    let ToolbarOf { place, id, .. } = of;
    let item = of.item.as_str();
    let ids = ids(item);
    let stop_id = Id::unique(("format", item)).with("stop");
    let stop: usize = ui.data(|data| data.get_temp(stop_id).unwrap_or(0));
    let states = states_of(ui, id, kept);
    let visited = keys::remembered(ui, id).is_some();
    let name = view.say(&lists::toolbar(place));
    let group = Id::unique(("toolbar", item));
    group_ui(ui, Role::Toolbar, group, &name, "", |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            let buttons = TOOLS.into_iter().zip(states).zip(ids);
            for (index, ((tool, state), own)) in buttons.enumerate() {
                let sense = if index == stop {
                    Sense::click()
                } else {
                    Sense::CLICK
                };
                let response = button_ui(ui, view, own, place, tool, (state, visited), sense);
                if response.has_focus() {
                    ui.data_mut(|data| data.insert_temp(stop_id, index));
                }
                if response.clicked() && state != State::Useless {
                    keys::restore_selection(ui, id);
                    match tool {
                        Tool::Lines(command) => keys::request(ui.ctx(), id, command),
                        Tool::Tidy => {
                            let scope = TidyScope::Text(of.item.clone(), of.language);
                            view.act(Action::Tidy(scope));
                        }
                        Tool::Alone => {
                            let is_alone = view.session.alone() == Some(of.item);
                            let alone = (!is_alone).then(|| of.item.clone());
                            ui.memory_mut(|memory| memory.request_focus(id));
                            attend_again(ui.ctx());
                            view.act(Action::ShowAlone(alone));
                        }
                    }
                }
            }
        });
    });
    if let Some(index) = arrows(ui, &ids)
        && let Some(own) = ids.get(index)
    {
        ui.data_mut(|data| data.insert_temp(stop_id, index));
        ui.memory_mut(|memory| memory.request_focus(*own));
    }
}

/// How a button stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// The selected lines are this.
    On,
    /// They can become it.
    Off,
    /// There is nothing to do: no item is selected.
    Useless,
    /// It does something and stays as it is.
    Plain,
}

/// How all buttons stand. Long texts take their time to be counted through,
/// so it is kept for as long as text and selection are the same.
fn states_of(ui: &Ui, id: Id, kept: &Kept) -> [State; TOOLS.len()] {
    let key = id.with("states");
    let of = (kept.hash, keys::remembered(ui, id));
    if let Some((known, states)) =
        ui.data(|data| data.get_temp::<(StatesOf, [State; TOOLS.len()])>(key))
        && known == of
    {
        return states;
    }
    let range = keys::within(of.1, &kept.writing);
    let states = TOOLS.map(|tool| state_of(tool, &kept.writing, &range));
    ui.data_mut(|data| data.insert_temp(key, (of, states)));
    states
}

/// What the states of the buttons follow from.
type StatesOf = (u64, Option<CCursorRange>);

fn state_of(tool: Tool, writing: &Writing, range: &std::ops::Range<usize>) -> State {
    if tool == Tool::Alone {
        return State::Plain;
    }
    let Tool::Lines(command) = tool else {
        return if writing.text().is_empty() {
            State::Useless
        } else {
            State::Plain
        };
    };
    match command {
        Command::Toggle(style) if writing.has_style(range, style) => State::On,
        Command::Toggle(_) => State::Off,
        Command::Shift(_) if keys::is_in_list(writing, range) => State::Plain,
        Command::Shift(_) => State::Useless,
    }
}

fn button_ui(
    ui: &mut Ui,
    view: &View<'_>,
    id: Id,
    place: &str,
    tool: Tool,
    (state, visited): (State, bool),
    sense: Sense,
) -> Response {
    let (_, rect) = ui.allocate_space(SIZE);
    let response = ui.interact(rect, id, sense);
    let what = view.say(&name_of(tool));
    let name = view.say(&lists::command_name(what.as_str(), place));
    response.widget_info(|| egui::WidgetInfo::labeled(Role::Button, ui.is_enabled(), &name));
    ui.ctx().accesskit_node_builder(id, |node| match state {
        State::On => node.set_toggled(Toggled::True),
        State::Off => node.set_toggled(Toggled::False),
        State::Useless => node.set_disabled(),
        State::Plain => {}
    });
    if ui.is_rect_visible(rect) {
        // A text in which nobody was has no place yet that is worth a colour.
        let seen = match state {
            State::On if !visited => State::Off,
            state => state,
        };
        paint(ui, rect, tool, seen, response.hovered());
    }
    attend(ui, &response);
    let say = |message: &Message| view.say(message);
    let keys = match tool {
        Tool::Lines(command) => shortcuts::keys_of(command, say),
        Tool::Tidy => shortcuts::keys_for(shortcuts::Command::Tidy, say),
        Tool::Alone => shortcuts::keys_for(shortcuts::Command::Alone, say),
    };
    response.on_hover_text(view.say(&lists::with_keys(what.as_str(), keys)))
}

fn paint(ui: &Ui, rect: Rect, tool: Tool, state: State, hovered: bool) {
    let palette = theme::palette(ui);
    let painter = ui.painter();
    if state == State::On || (hovered && state != State::Useless) {
        painter.rect_filled(rect, 4.0, palette.blue_soft);
    }
    let color = match state {
        State::On => palette.blue,
        State::Useless => palette.border,
        State::Off | State::Plain => palette.ink_soft,
    };
    if state == State::On {
        let stroke = Stroke::new(1.0, palette.blue);
        painter.rect_stroke(rect, 4.0, stroke, egui::StrokeKind::Inside);
    }
    let stroke = Stroke::new(1.5, color);
    let center = rect.center();
    let line = |from: f32, to: f32, y: f32, stroke: Stroke| {
        let points = [
            pos2(center.x + from, center.y + y),
            pos2(center.x + to, center.y + y),
        ];
        painter.line_segment(points, stroke);
    };
    let command = match tool {
        Tool::Lines(command) => command,
        Tool::Tidy => return quotes(painter, center, color),
        Tool::Alone => return corners(painter, center, color),
    };
    match command {
        Command::Toggle(Style::Heading) => {
            line(-8.0, 4.0, -5.0, Stroke::new(3.5, color));
            line(-8.0, 8.0, 1.0, stroke);
            line(-8.0, 8.0, 6.0, stroke);
        }
        Command::Toggle(style) => {
            for (number, y) in [(1, -5.5), (2, 0.0), (3, 5.5)] {
                line(-2.0, 8.0, y, stroke);
                if style == Style::Bullets {
                    painter.circle_filled(pos2(center.x - 6.5, center.y + y), 1.75, color);
                } else {
                    figure(painter, pos2(center.x - 6.5, center.y + y), number, color);
                }
            }
        }
        Command::Shift(shift) => {
            line(-8.0, 8.0, -6.0, stroke);
            line(1.0, 8.0, -2.0, stroke);
            line(1.0, 8.0, 2.0, stroke);
            line(-8.0, 8.0, 6.0, stroke);
            let (tip, base) = if shift == Shift::In {
                (-3.0, -7.5)
            } else {
                (-7.5, -3.0)
            };
            let points = [vec2(tip, 0.0), vec2(base, -3.0), vec2(base, 3.0)];
            let points = points.map(|offset| center + offset).to_vec();
            painter.add(egui::Shape::convex_polygon(points, color, Stroke::NONE));
        }
    }
}

/// Four corners: the whole window.
fn corners(painter: &egui::Painter, center: egui::Pos2, color: egui::Color32) {
    let stroke = Stroke::new(1.5, color);
    for (x, y) in [(-1.0, -1.0), (1.0, -1.0), (-1.0, 1.0), (1.0, 1.0)] {
        let corner = center + vec2(8.0 * x, 6.0 * y);
        painter.line_segment([corner, corner - vec2(5.0 * x, 0.0)], stroke);
        painter.line_segment([corner, corner - vec2(0.0, 4.0 * y)], stroke);
    }
}

/// Quotation marks: what typography is known by.
fn quotes(painter: &egui::Painter, center: egui::Pos2, color: egui::Color32) {
    let font = egui::FontId::new(17.0, theme::bold());
    painter.text(center, egui::Align2::CENTER_CENTER, "«\u{A0}»", font, color);
}

/// A figure as small as a dot: no face is needed for it.
fn figure(painter: &egui::Painter, center: egui::Pos2, number: u8, color: egui::Color32) {
    let font = egui::FontId::new(6.5, theme::bold());
    let align = egui::Align2::CENTER_CENTER;
    painter.text(center, align, number.to_string(), font, color);
}
