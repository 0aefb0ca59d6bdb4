//! The submission as it will be printed: the document that the PDF is made
//! from, as sheets on the ground of the window.

use egui::{Frame, Id, Margin, ScrollArea, Stroke, Ui};

use super::super::region::{self, scroll_by_keys};
use super::super::tabs::{Tabs, tabs_ui};
use super::super::theme;
use super::super::view::View;
use super::blocks::Sheet;
use super::look;
use crate::app::Action;
use crate::i18n::{Language, review};
use crate::report::document::{AnswerOption, Block, Part, Text};
use crate::response::AnswerLanguages;

/// Draws the document where it scrolls by itself.
pub(in crate::ui) fn pane_ui(ui: &mut Ui, view: &mut View<'_>) {
    let frame = Frame::new().inner_margin(Margin::symmetric(16, 8));
    frame.show(ui, |ui| languages_ui(ui, view));
    region_ui(ui, view, |ui, view| {
        let scroll = ScrollArea::vertical()
            .id_salt(format!("printed in {:?}", view.session.printed_languages()))
            .auto_shrink([false, false]);
        scroll.show(ui, |ui| {
            scroll_by_keys(ui, region());
            let frame = Frame::new().inner_margin(Margin::symmetric(16, 8));
            frame.show(ui, |ui| sheets_ui(ui, view));
        });
    });
}

/// Draws the document in the column of the screen.
pub(in crate::ui) fn column_ui(ui: &mut Ui, view: &mut View<'_>) {
    languages_ui(ui, view);
    region_ui(ui, view, |ui, view| {
        scroll_by_keys(ui, region());
        sheets_ui(ui, view);
    });
}

/// The choice of language, where the organization answers in both.
fn languages_ui(ui: &mut Ui, view: &mut View<'_>) {
    let response = view.session.shown_response();
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
}

fn sheets_ui(ui: &mut Ui, view: &View<'_>) {
    let Some(document) = view.session.printed().document() else {
        return;
    };
    let palette = theme::palette(ui);
    let width = ui.available_width().min(theme::COLUMN_WIDTH);
    let margin = if width > 480.0 { 32 } else { 12 };
    let beside = (ui.available_width() - width) / 2.0;
    for part in &document.parts {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.add_space(beside);
            let frame = Frame::new()
                .fill(palette.ground)
                .stroke(Stroke::new(1.0, palette.rule))
                .corner_radius(2)
                .inner_margin(Margin::symmetric(margin, 24));
            frame.show(ui, |ui| {
                // The border is drawn outside of the margin.
                ui.set_width(width - 2.0 * f32::from(margin) - 2.0);
                ui.vertical(|ui| part_ui(ui, part, view.language()));
            });
        });
        ui.add_space(2.0 * theme::STEP);
    }
}

/// One language: what stands on every page stands here once, above and below.
fn part_ui(ui: &mut Ui, part: &Part, window: Language) {
    let sheet = Sheet::new(ui, window);
    ui.spacing_mut().item_spacing.y = 0.0;
    let say = |text: &str| Text::new(part.language, text);
    let running = &part.running;
    if let Some(marking) = &running.marking {
        look::text_ui(ui, &say(marking), &look::value(sheet.palette), window);
        ui.add_space(theme::STEP / 2.0);
    }
    if let Some(banner) = &running.banner {
        let frame = Frame::new()
            .stroke(Stroke::new(1.5, sheet.palette.ink))
            .inner_margin(Margin::symmetric(8, 2));
        let look = look::banner(sheet.palette);
        frame.show(ui, |ui| look::text_ui(ui, &say(banner), &look, window));
        ui.add_space(1.5 * theme::STEP);
    }
    sheet.blocks_ui(ui, &part.blocks);
    ui.add_space(3.0 * theme::STEP);
    let note = part.blocks.iter().any(has_unofficial);
    let note = running.unofficial_note.as_ref().filter(|_| note);
    let foot = [
        note,
        running.fingerprint.as_ref(),
        running.revision.as_ref(),
    ];
    for line in foot.into_iter().flatten() {
        look::text_ui(ui, &say(line), &look::running(sheet.palette), window);
    }
}

/// Whether a block shows a wording of the form that is our own translation.
fn has_unofficial(block: &Block) -> bool {
    fn option_is(option: &AnswerOption) -> bool {
        option.label.unofficial || option.options.iter().any(option_is)
    }
    match block {
        Block::Heading { text, .. } | Block::Paragraph { text, .. } => text.unofficial,
        Block::Options(options) => options.options.iter().any(option_is),
        Block::Facing(columns) => columns.iter().flatten().any(has_unofficial),
        // These hold answers and facts only.
        Block::List(_)
        | Block::Facts(_)
        | Block::SignOff(_)
        | Block::Code(_)
        | Block::Room(_)
        | Block::Contents { .. }
        | Block::PageBreak => false,
    }
}
