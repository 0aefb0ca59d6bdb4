//! The card of lines that an import could not place.

use egui::accesskit::Role;
use egui::{Id, Label, Ui};

use super::answer_text::name_of;
use super::button::button_ui;
use super::choice::group_ui;
use super::finding::findings_ui;
use super::question::heading_ui;
use super::theme;
use super::view::{View, attend, on_screen};
use crate::app::Action;
use crate::i18n::window;
use crate::questionnaire::AnswerOption;
use crate::response::{Place, UnplacedLine};

/// Draws the card.
pub(super) fn unplaced_ui(ui: &mut Ui, view: &mut View<'_>) {
    heading_ui(ui, &view.say(&window::unplaced_title()), 2);
    ui.add(Label::new(theme::soft(view.say(&window::unplaced_explanation()))).wrap());
    let lines = view.session.response().unplaced().to_vec();
    let mut focus = view.is_aimed_at(&Place::Unplaced);
    for (index, line) in lines.iter().enumerate() {
        line_ui(ui, view, index, line, focus);
        focus = false;
    }
    findings_ui(ui, view, &Place::Unplaced);
}

fn line_ui(ui: &mut Ui, view: &mut View<'_>, index: usize, line: &UnplacedLine, mut focus: bool) {
    ui.separator();
    let place = view.say(&window::unplaced_line(line.line, name_of(line.language)));
    ui.label(theme::soft(&place));
    ui.add(Label::new(on_screen(&line.text)).wrap().selectable(true));
    let id = Id::unique(("unplaced", index));
    group_ui(ui, Role::Group, id, &place, "", |ui| {
        ui.horizontal_wrapped(|ui| {
            let item = line.option_of.as_ref();
            let found = item.and_then(|id| view.session.questionnaire().item(id));
            if let Some(item) = found {
                let text = view.say(&window::unplaced_choose());
                let menu = ui.menu_button(text, |ui| {
                    for option in item.all_options() {
                        option_ui(ui, view, index, item, option);
                    }
                });
                if std::mem::take(&mut focus) {
                    menu.response.request_focus();
                }
                attend(ui, &menu.response);
            }
            let drop = button_ui(ui, &view.say(&window::unplaced_drop()));
            if focus {
                drop.request_focus();
            }
            if drop.clicked() {
                view.act(Action::Place {
                    index,
                    option: None,
                });
            }
        });
    });
}

fn option_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    index: usize,
    item: &crate::questionnaire::Item,
    option: &AnswerOption,
) {
    if ui.button(view.wording(&option.label)).clicked() {
        view.act(Action::Place {
            index,
            option: Some((item.id.clone(), option.id.clone())),
        });
        ui.close();
    }
}
