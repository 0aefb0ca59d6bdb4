//! How large the pages are, and which of them is in sight.

use egui::{Id, Key, Label, Modifiers, TextStyle, TextWrapMode, Ui, WidgetText};

use super::super::button::{button_if_ui, button_ui};
use super::super::theme;
use super::super::view::View;
use super::pages::go_to;
use crate::app::{Action, PrintedPages, Zoom};
use crate::i18n::review;

/// Points of the screen in an inch; paper has 72.
const PER_INCH: f32 = 96.0;

/// Points of the screen per point of paper.
pub(super) fn scale_for(pages: &PrintedPages, zoom: Zoom, room: f32) -> f32 {
    match zoom {
        Zoom::FitWidth => (room / pages.layout.width).max(0.05),
        Zoom::Percent(percent) => f32::from(percent) / 100.0 * PER_INCH / 72.0,
    }
}

/// How large the pages are, in hundredths.
fn percent(pages: &PrintedPages, zoom: Zoom, room: f32) -> u16 {
    let percent = scale_for(pages, zoom, room) * 72.0 / PER_INCH * 100.0;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to what fits"
    )]
    let percent = percent.round().clamp(1.0, 9999.0) as u16;
    percent
}

/// Draws the buttons that zoom, and those that turn the pages.
pub(super) fn controls_ui(ui: &mut Ui, view: &mut View<'_>, room: f32) {
    let printed = view.session.printed();
    let Some(pages) = printed.pages() else {
        return;
    };
    let zoom = printed.zoom();
    let shown = percent(pages, zoom, room);
    let count = pages.layout.pages.len();
    let current = printed.sight().map_or(0, |sight| sight.current);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = theme::STEP;
        let steps = [
            ("−", review::zoom_out(), Zoom::smaller_than(shown)),
            ("+", review::zoom_in(), Zoom::larger_than(shown)),
        ];
        for (sign, name, step) in steps {
            let response = button_if_ui(ui, step.is_some(), sign);
            let response = response.accessible_name(view.say(&name));
            if let Some(step) = step.filter(|_| response.clicked()) {
                view.act(Action::ZoomPages(step));
            }
        }
        let text = view.say(&review::zoom_percent(shown.to_string()));
        ui.label(text);
        let fit = button_if_ui(ui, zoom != Zoom::FitWidth, &view.say(&review::fit_width()));
        if fit.clicked() {
            view.act(Action::ZoomPages(Zoom::FitWidth));
        }
        let actual = button_ui(ui, &view.say(&review::zoom_percent("100")));
        let actual = actual.accessible_name(view.say(&review::actual_size()));
        if actual.clicked() {
            view.act(Action::ZoomPages(Zoom::Percent(100)));
        }
        let place = view.say(&review::page_of(
            (current + 1).to_string(),
            count.to_string(),
        ));
        keep_together(ui, &place);
        let turns = [
            ("‹", review::previous_page(), current.checked_sub(1)),
            ("›", review::next_page(), Some(current + 1)),
        ];
        for (index, (sign, name, page)) in turns.into_iter().enumerate() {
            if index == 1 {
                ui.add(Label::new(place.as_str()));
            }
            let page = page.filter(|page| *page < count);
            let response = button_if_ui(ui, page.is_some(), sign);
            let response = response.accessible_name(view.say(&name));
            if let Some(page) = page.filter(|_| response.clicked()) {
                go_to(ui, page);
            }
        }
    });
}

/// Begins a new row where the buttons that turn the pages would be torn from
/// the number between them.
fn keep_together(ui: &mut Ui, place: &str) {
    const BUTTON: f32 = 36.0;
    let wrap = Some(TextWrapMode::Extend);
    let galley = WidgetText::from(place).into_galley(ui, wrap, f32::INFINITY, TextStyle::Body);
    let needed = galley.size().x + 2.0 * (BUTTON + theme::STEP);
    if ui.available_size_before_wrap().x < needed {
        ui.end_row();
    }
}

/// Zooms by the wheel with Ctrl over the pages, and by keys while they have
/// the focus. Ctrl with plus and minus is for the size of all text.
pub(super) fn zoom_by_hand(ui: &Ui, view: &mut View<'_>, region: Id, room: f32) {
    let printed = view.session.printed();
    let Some(pages) = printed.pages() else {
        return;
    };
    let shown = percent(pages, printed.zoom(), room);
    if ui.rect_contains_pointer(ui.clip_rect()) {
        let by = ui.input(egui::InputState::zoom_delta);
        if (by - 1.0).abs() > 0.001 {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "clamped to what fits"
            )]
            let percent = (f32::from(shown) * by).round().clamp(0.0, 9999.0) as u16;
            view.act(Action::ZoomPages(Zoom::percent(percent)));
        }
    }
    if !ui.memory(|memory| memory.has_focus(region)) {
        return;
    }
    let steps = [
        (Key::Plus, Zoom::larger_than(shown)),
        (Key::Equals, Zoom::larger_than(shown)),
        (Key::Minus, Zoom::smaller_than(shown)),
        (Key::Num0, Some(Zoom::FitWidth)),
        (Key::Num1, Some(Zoom::Percent(100))),
    ];
    for (key, step) in steps {
        let pressed = ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if let Some(step) = step.filter(|_| pressed) {
            view.act(Action::ZoomPages(step));
        }
    }
}
