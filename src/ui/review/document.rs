//! The submission as it will be printed: its pages, in the languages that are
//! chosen, in a part of the window that scrolls.

use egui::{Frame, Id, Margin, ScrollArea, Ui};

use super::super::region::{self, scroll_by_keys};
use super::super::tabs::{Tabs, tabs_ui};
use super::super::theme;
use super::super::view::{View, describe};
use super::pages::pages_ui;
use super::zoom::{controls_ui, zoom_by_hand};
use crate::app::Action;
use crate::i18n::{Language, review};
use crate::response::AnswerLanguages;

/// Beside the sheets.
const MARGIN: f32 = 16.0;

/// Draws the document where it scrolls by itself.
pub(super) fn pane_ui(ui: &mut Ui, view: &mut View<'_>) {
    let bar = ui.spacing().scroll.allocated_width();
    let room = ui.available_width() - 2.0 * MARGIN - bar;
    let frame = Frame::new().inner_margin(Margin::symmetric(16, 8));
    frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = theme::STEP;
        languages_ui(ui, view);
        controls_ui(ui, view, room);
    });
    region_ui(ui, view, |ui, view| {
        zoom_by_hand(ui, view, region(), room);
        let scroll = ScrollArea::both()
            .id_salt(format!("printed in {:?}", view.session.printed_languages()))
            .auto_shrink([false, false]);
        scroll.show(ui, |ui| {
            scroll_by_keys(ui, region());
            let frame = Frame::new().inner_margin(Margin::symmetric(16, 0));
            frame.show(ui, |ui| pages_ui(ui, view, region(), room));
        });
    });
}

/// Draws the document in the column of the screen.
pub(super) fn column_ui(ui: &mut Ui, view: &mut View<'_>) {
    let room = ui.available_width();
    languages_ui(ui, view);
    controls_ui(ui, view, room);
    region_ui(ui, view, |ui, view| {
        scroll_by_keys(ui, region());
        zoom_by_hand(ui, view, region(), room);
        let scroll = ScrollArea::horizontal().id_salt("printed pages, sideways");
        scroll.show(ui, |ui| pages_ui(ui, view, region(), room));
    });
}

/// The choice of language, where the organization answers in both.
fn languages_ui(ui: &mut Ui, view: &mut View<'_>) {
    let response = view.session.response();
    if response.answer_languages() != AnswerLanguages::Both {
        return;
    }
    let (choices, labels) = match response.language_order() {
        Language::English => (
            [AnswerLanguages::English, AnswerLanguages::French],
            [
                review::in_english(),
                review::in_french(),
                review::english_first(),
            ],
        ),
        Language::French => (
            [AnswerLanguages::French, AnswerLanguages::English],
            [
                review::in_french(),
                review::in_english(),
                review::french_first(),
            ],
        ),
    };
    let [first, second] = choices;
    let choices = [first, second, AnswerLanguages::Both];
    let shown = view.session.printed_languages();
    let tabs = Tabs {
        id: Id::unique("languages of the printed submission"),
        name: &view.say(&review::printed_languages()),
        labels: &labels.map(|label| view.say(&label)),
        selected: choices.iter().position(|one| *one == shown).unwrap_or(0),
    };
    if let Some(languages) = tabs_ui(ui, &tabs).and_then(|index| choices.get(index)) {
        view.act(Action::ShowPrinted(*languages));
    }
}

fn region() -> Id {
    Id::unique("submission as printed")
}

/// The document is a part of its own, which the keys scroll.
fn region_ui(ui: &mut Ui, view: &mut View<'_>, contents: impl FnOnce(&mut Ui, &mut View<'_>)) {
    let name = view.say(&review::printed());
    region::region_ui(ui, region(), &name, |ui| contents(ui, view));
    describe(ui, region(), &view.say(&review::pages_help()));
}
