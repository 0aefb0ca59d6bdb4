//! The user guide: a list of chapters, and the chapter that is read.

use egui::accesskit::Role;
use egui::{Frame, Id, Margin, ScrollArea, Ui};

use super::button::{button_ui, disclosure_ui};
use super::choice::group_ui;
use super::page::column_ui;
use super::prose::Prose;
use super::question::heading_ui;
use super::region::{region_ui, scroll_by_keys};
use super::row::{Row, row_ui};
use super::split::{join, split};
use super::theme;
use super::view::View;
use crate::app::guide::{Chapter, chapters};
use crate::app::{Action, Screen};
use crate::i18n::settings as say;
use crate::report;

/// Where the list of chapters has room beside the text.
const BESIDE: f32 = 720.0;
/// The width of the list.
const LIST_WIDTH: f32 = 240.0;

/// Draws the screen.
pub(super) fn guide_ui(ui: &mut Ui, view: &mut View<'_>) {
    if ui.available_width() >= BESIDE {
        beside_ui(ui, view);
    } else {
        stacked_ui(ui, view);
    }
}

fn beside_ui(ui: &mut Ui, view: &mut View<'_>) {
    let (mut left, mut right) = split(ui, LIST_WIDTH + 3.0 * theme::STEP);
    left.set_max_width(LIST_WIDTH + 3.0 * theme::STEP);
    let list = ScrollArea::vertical().id_salt("chapters");
    list.auto_shrink([false, false]).show(&mut left, |ui| {
        let frame = Frame::new().inner_margin(Margin {
            left: 24,
            ..Margin::symmetric(8, 16)
        });
        frame.show(ui, |ui| {
            heading_ui(ui, &view.say(&Screen::Guide.message()), 1);
            rows_ui(ui, view);
        });
    });
    scrolled_ui(&mut right, view, |_, _| {});
    join(ui, &left, &right);
}

/// The list is folded, so that the text has the room.
fn stacked_ui(ui: &mut Ui, view: &mut View<'_>) {
    scrolled_ui(ui, view, |ui, view| {
        heading_ui(ui, &view.say(&Screen::Guide.message()), 1);
        let id = Id::unique("fold of chapters");
        // Folded again once a chapter was chosen.
        let chapter = view.session.chapter();
        let open = ui.data(|data| data.get_temp::<&'static str>(id)) == Some(chapter);
        if disclosure_ui(ui, id, open, &view.say(&say::guide_chapters())).clicked() {
            ui.data_mut(|data| data.insert_temp(id, if open { "" } else { chapter }));
        }
        if open {
            rows_ui(ui, view);
        }
    });
}

fn rows_ui(ui: &mut Ui, view: &mut View<'_>) {
    let name = view.say(&say::guide_chapters());
    group_ui(ui, Role::List, Id::unique("chapters"), &name, "", |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for chapter in chapters(view.language()) {
            let row = Row {
                current: chapter.id == view.session.chapter(),
                ..Row::plain(Id::unique(("chapter", chapter.id)), &chapter.title, false)
            };
            if row_ui(ui, &row) {
                view.act(Action::ShowGuide(chapter.id));
            }
        }
    });
}

/// The chapter, from its beginning each time another one is chosen.
fn scrolled_ui(ui: &mut Ui, view: &mut View<'_>, above: impl FnOnce(&mut Ui, &mut View<'_>)) {
    let area = ScrollArea::vertical()
        .id_salt(("chapter text", view.session.chapter()))
        .auto_shrink([false, false]);
    area.show(ui, |ui| {
        column_ui(ui, |ui| {
            above(ui, view);
            chapter_ui(ui, view);
        });
    });
}

fn chapter_ui(ui: &mut Ui, view: &mut View<'_>) {
    let all = chapters(view.language());
    let index = all.iter().position(|one| one.id == view.session.chapter());
    let Some(chapter) = index.and_then(|index| all.get(index)) else {
        return;
    };
    let region = Id::unique("text of the chapter");
    let name = view.say(&say::guide_text(chapter.title.as_str()));
    region_ui(ui, region, &name, |ui| {
        scroll_by_keys(ui, region);
        heading_ui(ui, &chapter.title, 2);
        ui.spacing_mut().item_spacing.y = 0.0;
        let language = view.language();
        // Level 2 of a printed document is level 3 of the screen.
        let blocks = report::prose(&chapter.document, language, 2);
        ui.add_space(theme::STEP);
        Prose::new(ui, language).blocks_ui(ui, &blocks);
    });
    ui.add_space(2.0 * theme::STEP);
    let beside = |step: isize| index?.checked_add_signed(step).and_then(|at| all.get(at));
    let (previous, next): (Option<&Chapter>, Option<&Chapter>) = (beside(-1), beside(1));
    ui.horizontal_wrapped(|ui| {
        let previous = previous.map(|one| (one, say::guide_previous(one.title.as_str())));
        let next = next.map(|one| (one, say::guide_next(one.title.as_str())));
        for (chapter, text) in previous.into_iter().chain(next) {
            if button_ui(ui, &view.say(&text)).clicked() {
                view.act(Action::ShowGuide(chapter.id));
            }
        }
    });
}
