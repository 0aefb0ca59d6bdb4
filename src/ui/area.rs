//! The areas of the window, among which one key goes round.
//!
//! Every control tells its area here when it is drawn; so an area knows which
//! control is its first, and which one had the focus last.

use egui::{Context, Id, Response, Ui};

use crate::app::Step;

/// A part of the window that a key leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Area {
    /// The bar of commands.
    Bar,
    /// The list at the left.
    List,
    /// Where words are searched for, or what others wrote is read, while that
    /// is open.
    Find,
    /// What is filled in or read.
    Screen,
    /// The status line, where there is something to press in it.
    Status,
}

const ALL: [Area; 5] = [
    Area::Bar,
    Area::List,
    Area::Find,
    Area::Screen,
    Area::Status,
];

/// What is known of the areas in this frame.
#[derive(Clone, Default)]
struct Areas {
    drawing: Option<Area>,
    stops: [Stops; 5],
}

/// Where the focus goes in an area.
#[derive(Clone, Copy, Default)]
struct Stops {
    first: Option<Id>,
    /// What had the focus last, and whether it was drawn in this frame.
    last: Option<(Id, bool)>,
}

impl Areas {
    fn stops_mut(&mut self, area: Area) -> Option<&mut Stops> {
        let index = ALL.iter().position(|other| *other == area)?;
        self.stops.get_mut(index)
    }
}

fn key() -> Id {
    Id::unique("areas of the window")
}

/// A frame begins.
pub(super) fn begin(context: &Context) {
    context.data_mut(|data| {
        let areas = data.get_temp_mut_or_default::<Areas>(key());
        areas.drawing = None;
        for stops in &mut areas.stops {
            stops.first = None;
            stops.last = stops.last.map(|(id, _)| (id, false));
        }
    });
}

/// What is drawn from now on belongs to this area; to none, as dialogs do, where
/// nothing is named.
pub(super) fn enter(context: &Context, area: Option<Area>) {
    context.data_mut(|data| {
        data.get_temp_mut_or_default::<Areas>(key()).drawing = area;
    });
}

/// A control was drawn.
pub(super) fn note(ui: &Ui, response: &Response) {
    if !response.enabled() || !response.sense.is_focusable() {
        return;
    }
    let focused = response.has_focus();
    ui.data_mut(|data| {
        let areas = data.get_temp_mut_or_default::<Areas>(key());
        let Some(stops) = areas.drawing.and_then(|area| areas.stops_mut(area)) else {
            return;
        };
        stops.first = stops.first.or(Some(response.id));
        if focused || stops.last.is_some_and(|(id, _)| id == response.id) {
            stops.last = Some((response.id, true));
        }
    });
}

/// Moves the focus to the next or previous area that has a control: to the one
/// that had it there last.
pub(super) fn go_round(context: &Context, step: Step) {
    let focused = context.memory(egui::Memory::focused);
    let areas = context.data(|data| data.get_temp::<Areas>(key()).unwrap_or_default());
    let stops: Vec<Id> = areas
        .stops
        .iter()
        .filter_map(|stops| {
            let last = stops.last.filter(|(_, drawn)| *drawn).map(|(id, _)| id);
            last.or(stops.first)
        })
        .collect();
    let here = stops.iter().position(|id| Some(*id) == focused);
    let count = stops.len();
    let index = match (step, here) {
        (Step::Next, Some(here)) => (here + 1) % count,
        (Step::Previous, Some(here)) => (here + count - 1) % count,
        (Step::Next, None) => 0,
        (Step::Previous, None) => count.saturating_sub(1),
    };
    if let Some(id) = stops.get(index) {
        context.memory_mut(|memory| memory.request_focus(*id));
    }
}
