//! Names with values, and lines to sign on.

use egui::accesskit::Role;
use egui::{Stroke, Ui};

use super::super::split::{join, split};
use super::super::theme;
use super::blocks::{Sheet, inset_ui};
use super::look::{self, text_ui};
use crate::report::document::{Fact, SignLine, Text};

/// Where values begin, from the names.
const VALUE_INDENT: f32 = 176.0;
/// Between a name and its value.
const GAP: f32 = 12.0;
/// Where values have room beside their names.
const ROOMY: f32 = 400.0;

impl Sheet {
    pub(super) fn facts_ui(self, ui: &mut Ui, facts: &[Fact]) {
        inset_ui(ui, Role::List, 0.0, |ui| {
            for (index, fact) in facts.iter().enumerate() {
                if index > 0 {
                    ui.add_space(look::name(self.palette).before);
                }
                inset_ui(ui, Role::ListItem, 0.0, |ui| {
                    self.pair_ui(ui, &fact.name, Some(&fact.value));
                });
            }
        });
    }

    pub(super) fn sign_off_ui(self, ui: &mut Ui, lines: &[SignLine]) {
        inset_ui(ui, Role::List, 0.0, |ui| {
            for line in lines {
                ui.add_space(2.0 * theme::STEP);
                inset_ui(ui, Role::ListItem, 0.0, |ui| {
                    let right = ui.available_rect_before_wrap().right();
                    let left = self.pair_ui(ui, &line.label, line.value.as_ref());
                    let y = ui.min_rect().bottom() + 2.0;
                    let stroke = Stroke::new(1.0, self.palette.ink);
                    ui.painter().hline(left..=right, y, stroke);
                    ui.add_space(3.0);
                });
            }
        });
    }

    /// Draws the value beside the name, or below it where there is no room;
    /// says where the value begins.
    fn pair_ui(self, ui: &mut Ui, name: &Text, value: Option<&Text>) -> f32 {
        let name_look = look::name(self.palette);
        let value_look = look::value(self.palette);
        if ui.available_width() < ROOMY {
            let left = ui.cursor().left();
            text_ui(ui, name, &name_look, self.window);
            match value {
                Some(value) => {
                    text_ui(ui, value, &value_look, self.window);
                }
                None => ui.add_space(value_look.leading),
            }
            return left;
        }
        let (mut left, mut right) = split(ui, VALUE_INDENT);
        left.set_max_width(VALUE_INDENT - GAP);
        text_ui(&mut left, name, &name_look, self.window);
        if let Some(value) = value {
            text_ui(&mut right, value, &value_look, self.window);
        }
        let begins = right.max_rect().left();
        join(ui, &left, &right);
        begins
    }
}
