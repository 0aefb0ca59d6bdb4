//! The page of the very first run: both languages, with equal weight.

use egui::{Align, Frame, Id, Label, Layout, ScrollArea, Stroke, Ui, UiBuilder, vec2};

use crate::app::Action;
use crate::i18n::{Language, start as say};
use crate::ui::button::main_button_ui;
use crate::ui::question::heading_ui;
use crate::ui::split::{join, split};
use crate::ui::theme;
use crate::ui::view::View;

/// Where the two languages have room beside each other.
const BESIDE: f32 = 440.0;
/// The widest that both become together.
const WIDEST: f32 = 880.0;

/// Draws the page. Only which button has the focus follows the system.
pub(in crate::ui) fn first_run_ui(ui: &mut Ui, view: &mut View<'_>) {
    ScrollArea::vertical()
        .id_salt("first run")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            let beside = ui.available_width() >= BESIDE;
            let width = if beside {
                ui.available_width().min(WIDEST)
            } else {
                ui.available_width()
            };
            let margin = (ui.available_width() - width) / 2.0;
            let above = (ui.clip_rect().height() / 2.0 - 170.0).max(theme::STEP);
            ui.add_space(above);
            let mut rect = ui.available_rect_before_wrap();
            rect.min.x += margin + 8.0;
            rect.max.x -= margin + 8.0;
            let builder = UiBuilder::new()
                .max_rect(rect)
                .layout(Layout::top_down(Align::Min));
            ui.scope_builder(builder, |ui| {
                if beside {
                    halves_ui(ui, view);
                } else {
                    for language in Language::ALL {
                        half_ui(ui, view, language, false);
                        ui.add_space(theme::STEP);
                    }
                }
            });
        });
}

fn halves_ui(ui: &mut Ui, view: &mut View<'_>) {
    let gap = 2.0 * theme::STEP;
    let half = (ui.available_width() - gap) / 2.0;
    let (mut left, mut right) = split(ui, half + gap);
    left.set_max_width(half);
    half_ui(&mut left, view, Language::English, true);
    half_ui(&mut right, view, Language::French, true);
    join(ui, &left, &right);
}

/// One language, said in that language.
fn half_ui(ui: &mut Ui, view: &mut View<'_>, language: Language, beside: bool) {
    let palette = theme::palette(ui);
    let margin = if ui.available_width() > 320.0 { 24 } else { 12 };
    let frame = Frame::new()
        .stroke(Stroke::new(1.0, palette.rule))
        .fill(palette.ground)
        .corner_radius(6)
        .inner_margin(margin);
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 1.5 * theme::STEP;
        let builder =
            UiBuilder::new().accessibility_label(view.say_in(language, &say::choose_title()));
        ui.scope_builder(builder, |ui| {
            ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
                node.set_role(egui::accesskit::Role::Group);
                node.set_language(language.bcp47());
            });
            heading_ui(ui, &view.say_in(language, &say::choose_title()), 1);
            ui.add(Label::new(view.say_in(language, &say::choose_what())).wrap());
            if beside {
                level(ui, language);
            }
            let button = main_button_ui(ui, &view.say_in(language, &say::choose_button()));
            let nobody = ui.memory(|memory| memory.focused().is_none());
            if nobody && view.language() == language {
                button.request_focus();
            }
            if button.clicked() {
                ui.data_mut(|data| data.insert_temp(chosen_key(), true));
                view.act(Action::ShowIn(language));
            }
            ui.add(Label::new(theme::soft(view.say_in(language, &say::choose_note()))).wrap());
        });
    });
}

/// The buttons of both halves stand at one height, though one text is longer.
fn level(ui: &mut Ui, language: Language) {
    let key = Id::unique("heights of both halves");
    let own = ui.cursor().top();
    let mut tops = ui.data(|data| data.get_temp::<[f32; 2]>(key).unwrap_or([own; 2]));
    let [english, french] = &mut tops;
    match language {
        Language::English => *english = own,
        Language::French => *french = own,
    }
    let lowest = english.max(*french);
    ui.data_mut(|data| data.insert_temp(key, tops));
    if lowest > own {
        ui.allocate_space(vec2(1.0, lowest - own - ui.spacing().item_spacing.y));
    }
}

fn chosen_key() -> Id {
    Id::unique("language was just chosen")
}

/// Whether the choice was made just now: the focus goes on from there.
pub(super) fn take_chosen(ui: &Ui) -> bool {
    ui.data_mut(|data| data.remove_temp::<bool>(chosen_key()))
        .unwrap_or_default()
}
