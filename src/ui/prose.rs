//! Texts of the program, such as the guide: headings, paragraphs and lists.

mod look;

use egui::accesskit::Role;
use egui::text::LayoutJob;
use egui::{Id, Layout, Rect, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use super::theme;
use crate::i18n::Language;
use crate::report::document::{Block, List, Numbering, Style, Text};

/// The bullets by depth.
const BULLETS: [&str; 3] = ["•", "◦", "▪"];
/// How far the text of a list stands to the right of what is around it.
const INDENT: f32 = 24.0;
/// Between a bullet or number and its text.
const MARKER_GAP: f32 = 8.0;
/// Between the items of a list.
const ITEM_GAP: f32 = 5.0;
/// No column of text becomes narrower, however deep lists are nested.
const NARROWEST: f32 = 160.0;

/// How a text of the program is drawn.
#[derive(Clone, Copy)]
pub(super) struct Prose {
    palette: theme::Palette,
    window: Language,
    /// How many bulleted lists are around.
    bullets: usize,
}

impl Prose {
    /// In a window of this language.
    pub(super) fn new(ui: &Ui, window: Language) -> Self {
        Prose {
            palette: theme::palette(ui),
            window,
            bullets: 0,
        }
    }

    /// Draws blocks, the first without the space that it keeps above.
    pub(super) fn blocks_ui(self, ui: &mut Ui, blocks: &[Block]) {
        for (index, block) in blocks.iter().enumerate() {
            if index > 0 {
                ui.add_space(self.before(block));
            }
            self.block_ui(ui, block);
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
            // Texts of the program have no others.
            _ => {}
        }
    }

    /// The space above a block.
    fn before(self, block: &Block) -> f32 {
        match block {
            Block::Heading { level, .. } => look::heading(self.palette, *level).before,
            Block::Paragraph { style, .. } => look::paragraph(self.palette, *style).before,
            _ => theme::STEP,
        }
    }

    /// The title of the screen is level 1, so the first of a text is level 2.
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
        let inner = Prose {
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
fn inset_ui(ui: &mut Ui, role: Role, inset: f32, contents: impl FnOnce(&mut Ui)) {
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
