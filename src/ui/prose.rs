//! The blocks of the printed submission: text, lists and options.

use egui::accesskit::Role;
use egui::text::LayoutJob;
use egui::{Id, Layout, Pos2, Rect, Sense, Stroke, Ui, UiBuilder, WidgetInfo, vec2};

use super::super::{icon, theme};
use super::look::{self, Look};
use crate::i18n::Language;
use crate::report::document::{AnswerOption, Block, List, Numbering, Selection, Style, Text};

/// The bullets by depth.
const BULLETS: [&str; 3] = ["•", "◦", "▪"];
/// How far the text of a list stands to the right of what is around it.
const INDENT: f32 = 24.0;
/// Between a bullet or number and its text.
const MARKER_GAP: f32 = 8.0;
/// Between the items of a list.
const ITEM_GAP: f32 = 5.0;
/// How far the wording of an option stands to the right of its mark.
const OPTION_INDENT: f32 = 28.0;
/// No column of text becomes narrower, however deep lists are nested.
const NARROWEST: f32 = 160.0;

/// What is drawn on.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Sheet {
    pub(super) palette: theme::Palette,
    pub(super) window: Language,
    /// How many bulleted lists are around.
    bullets: usize,
}

impl Sheet {
    pub(in crate::ui) fn new(ui: &Ui, window: Language) -> Self {
        Sheet {
            palette: theme::palette(ui),
            window,
            bullets: 0,
        }
    }

    /// Draws blocks, the first without the space that it keeps above.
    pub(in crate::ui) fn blocks_ui(self, ui: &mut Ui, blocks: &[Block]) {
        let mut previous = None;
        for block in blocks {
            if let Some(previous) = previous {
                let gap = gap(previous, block);
                ui.add_space(gap.unwrap_or_else(|| self.before(block)));
            }
            self.block_ui(ui, block);
            previous = Some(block);
        }
    }

    fn block_ui(self, ui: &mut Ui, block: &Block) {
        match block {
            Block::Heading { level, text } => self.heading_ui(ui, *level, text),
            Block::Paragraph { style, text, .. } => {
                let look = look::paragraph(self.palette, *style);
                look::text_ui(ui, text, &look, self.window);
            }
            Block::List(list) => self.list_ui(ui, list),
            Block::Options(options) => self.options_ui(ui, &options.options, options.selection),
            Block::Facts(facts) => self.facts_ui(ui, facts),
            Block::SignOff(lines) => self.sign_off_ui(ui, lines),
            // On a screen, what a camera would read is said in words.
            Block::Code(code) => {
                let look = look::paragraph(self.palette, Style::Note);
                look::text_ui(ui, &code.alternative, &look, self.window);
            }
            Block::Facing(columns) => {
                for column in columns {
                    self.blocks_ui(ui, column);
                }
            }
            // These are for paper.
            Block::Contents { .. } | Block::Room(_) => {}
            Block::PageBreak => {
                let across = ui.available_rect_before_wrap().x_range();
                let y = ui.cursor().top();
                let stroke = Stroke::new(1.0, self.palette.rule);
                ui.painter().hline(across, y, stroke);
            }
        }
    }

    /// The space above a block.
    fn before(self, block: &Block) -> f32 {
        match block {
            Block::Heading { level, .. } => look::heading(self.palette, *level).before,
            Block::Paragraph { style, .. } => look::paragraph(self.palette, *style).before,
            Block::List(_)
            | Block::Options(_)
            | Block::SignOff(_)
            | Block::Code(_)
            | Block::Facing(_) => theme::STEP,
            Block::Facts(_) => 1.5 * theme::STEP,
            Block::Contents { .. } | Block::Room(_) => 0.0,
            Block::PageBreak => 4.0 * theme::STEP,
        }
    }

    /// The title of the screen is level 1, so the document's is level 2.
    fn heading_ui(self, ui: &mut Ui, level: u8, text: &Text) {
        let look = look::heading(self.palette, level);
        let response = look::text_ui(ui, text, &look, self.window);
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_role(Role::Heading);
            node.set_level(usize::from(level.clamp(1, 6)) + 1);
            node.set_label(text.content.clone());
        });
    }

    fn list_ui(self, ui: &mut Ui, list: &List) {
        let look = look::paragraph(self.palette, Style::Body);
        let jobs: Vec<LayoutJob> = markers(list, self.bullets)
            .map(|marker| look::job(&marker, &look))
            .collect();
        let galleys = jobs.into_iter().map(|job| ui.painter().layout_job(job));
        let galleys: Vec<_> = galleys.collect();
        let widest = galleys.iter().map(|galley| galley.size().x);
        let indent = (widest.fold(0.0, f32::max) + MARKER_GAP).max(INDENT);
        let numbered = matches!(list.numbering, Numbering::Numbers { .. });
        let inner = Sheet {
            bullets: self.bullets + usize::from(!numbered),
            ..self
        };
        inset_ui(ui, Role::List, 0.0, |ui| {
            for (index, (item, galley)) in list.items.iter().zip(galleys).enumerate() {
                if index > 0 {
                    ui.add_space(ITEM_GAP);
                }
                inset_ui(ui, Role::ListItem, indent, |ui| {
                    let corner = ui.cursor().min - vec2(MARKER_GAP + galley.size().x, 0.0);
                    if numbered {
                        let rect = Rect::from_min_size(corner, galley.size());
                        mark_ui(ui, rect, galley.text());
                    }
                    ui.painter().galley(corner, galley, look.ink);
                    inner.blocks_ui(ui, item);
                });
            }
        });
    }

    fn options_ui(self, ui: &mut Ui, options: &[AnswerOption], selection: Selection) {
        inset_ui(ui, Role::List, 0.0, |ui| {
            for (index, option) in options.iter().enumerate() {
                let look = look::option(self.palette, option.selected);
                if index > 0 {
                    ui.add_space(look.before);
                }
                inset_ui(ui, Role::ListItem, OPTION_INDENT, |ui| {
                    let corner = ui.cursor().min - vec2(OPTION_INDENT, 0.0);
                    let size = vec2(OPTION_INDENT - theme::STEP, look.leading);
                    let rect = Rect::from_min_size(corner, size);
                    self.paint_mark(ui, rect.left_center(), selection, option.selected);
                    mark_ui(ui, rect, &option.state);
                    self.option_ui(ui, option, &look, selection);
                });
            }
        });
    }

    fn option_ui(self, ui: &mut Ui, option: &AnswerOption, look: &Look, selection: Selection) {
        look::text_ui(ui, &option.label, look, self.window);
        if !option.options.is_empty() {
            ui.add_space(look.before);
            self.options_ui(ui, &option.options, selection);
        }
    }

    /// A circle or square, with a dot or tick where it was chosen.
    fn paint_mark(self, ui: &Ui, left: Pos2, selection: Selection, selected: bool) {
        let painter = ui.painter();
        let center = left + vec2(8.0, 0.0);
        let stroke = Stroke::new(1.25, self.palette.ink);
        match selection {
            Selection::One => {
                painter.circle_stroke(center, 6.5, stroke);
                if selected {
                    painter.circle_filled(center, 3.75, self.palette.ink);
                }
            }
            Selection::Several => {
                let rect = Rect::from_center_size(center, vec2(13.0, 13.0));
                painter.rect_stroke(rect, 1.0, stroke, egui::StrokeKind::Middle);
                if selected {
                    icon::tick(painter, rect, self.palette.ink);
                }
            }
        }
    }
}

/// The space between two blocks where it is not what the second always has.
fn gap(previous: &Block, block: &Block) -> Option<f32> {
    let purpose = |block: &Block| match block {
        Block::Paragraph { style, .. } => Some(*style),
        _ => None,
    };
    match previous {
        Block::Heading { .. } => None,
        Block::SignOff(_) => Some(3.0 * theme::STEP),
        other if purpose(other) == Some(Style::Label) => Some(theme::STEP / 2.0),
        _ => (purpose(block) == Some(Style::Prompt)).then_some(2.0 * theme::STEP),
    }
}

/// What stands before the items of a list.
fn markers(list: &List, bullets: usize) -> impl Iterator<Item = String> {
    let numbering = list.numbering;
    (0..list.items.len()).map(move |index| match numbering {
        Numbering::Bullets => {
            let bullet = BULLETS.iter().cycle().nth(bullets % BULLETS.len());
            bullet.copied().unwrap_or_default().to_owned()
        }
        Numbering::Numbers { first } => format!("{}.", first.saturating_add(index as u64)),
    })
}

/// An element of the accessibility tree, further to the right than what is
/// around it.
pub(super) fn inset_ui(ui: &mut Ui, role: Role, inset: f32, contents: impl FnOnce(&mut Ui)) {
    let mut rect = ui.available_rect_before_wrap();
    rect.min.x = (rect.min.x + inset).min((rect.max.x - NARROWEST).max(rect.min.x));
    let builder = UiBuilder::new()
        .max_rect(rect)
        .layout(Layout::top_down(egui::Align::Min))
        .accessibility_role(role);
    ui.scope_builder(builder, contents);
}

/// What a mark that was painted here says to those who do not see it.
fn mark_ui(ui: &mut Ui, rect: Rect, words: &str) {
    let id: Id = ui.next_auto_id();
    ui.skip_ahead_auto_ids(1);
    let response = ui.interact(rect, id, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
}
