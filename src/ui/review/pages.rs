//! The pages that will be printed, as sheets on the ground of the window.

use egui::style::ScrollAnimation;
use egui::{Align, Color32, Id, Label, Pos2, Rect, Shadow, Stroke, StrokeKind, Ui, pos2, vec2};

use super::super::theme;
use super::super::view::View;
use super::zoom::scale_for;
use super::{selection, spoken, textures};
use crate::app::{Action, PrintedPages, Sight};
use crate::export::layout::Bounds;
use crate::export::raster;
use crate::i18n::review;

/// Between two sheets.
const GAP: f32 = 16.0;
/// Larger pictures would take too much memory, and are stretched instead.
const MOST_WIDTH: f32 = 3200.0;

/// Where the sheets stand on the screen in this frame.
pub(super) struct Sheets<'a> {
    pub(super) pages: &'a PrintedPages,
    /// By page, those out of sight too.
    pub(super) rects: Vec<Rect>,
    /// Points of the screen per point of paper.
    pub(super) scale: f32,
}

impl Sheets<'_> {
    /// A part of a page on the screen.
    pub(super) fn on_screen(&self, page: usize, bounds: Bounds) -> Rect {
        let corner = self.rects.get(page).map_or(Pos2::ZERO, Rect::left_top);
        let place = |x: f32, y: f32| corner + vec2(x, y) * self.scale;
        Rect::from_min_max(
            place(bounds.left, bounds.top),
            place(bounds.right, bounds.bottom),
        )
    }

    /// The sheets that are seen through a part of the window.
    fn seen(&self, clip: Rect) -> impl Iterator<Item = (usize, Rect)> {
        let rects = self.rects.iter().copied().enumerate();
        rects.filter(move |(_, rect)| rect.intersects(clip))
    }
}

/// Draws all pages, centered where they are narrower than `room`.
pub(super) fn pages_ui(ui: &mut Ui, view: &mut View<'_>, region: Id, room: f32) {
    let session = view.session;
    let Some(pages) = session.printed().pages() else {
        let text = view.say(&review::preparing_pages());
        ui.add(Label::new(theme::soft(text)).wrap());
        return;
    };
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    let width = pages.layout.width * scale_for(pages, session.printed().zoom(), room);
    let pixels = ui.pixels_per_point();
    // Whole pixels, or letters would be blurred.
    let width = (width * pixels).round().max(1.0) / pixels;
    let scale = width / pages.layout.width;
    let size = vec2(
        width,
        (pages.layout.height * scale * pixels).round() / pixels,
    );
    let mut rects = Vec::with_capacity(pages.layout.pages.len());
    for _ in &pages.layout.pages {
        let (_, space) = ui.allocate_space(vec2(room.max(width), size.y + GAP));
        let left = space.left() + (room - width).max(0.0) / 2.0;
        let snapped = |at: f32| (at * pixels).round() / pixels;
        let corner = pos2(snapped(left), snapped(space.top() + GAP / 2.0));
        rects.push(Rect::from_min_size(corner, size));
    }
    let sheets = Sheets {
        pages,
        rects,
        scale,
    };
    keep_place(ui, &sheets);
    let clip = ui.clip_rect();
    let seen: Vec<(usize, Rect)> = sheets.seen(clip).collect();
    for (page, rect) in &seen {
        paper_ui(ui, *rect);
        if let Some(raster) = session.printed().raster(*page) {
            textures::paint(ui, *page, raster, *rect);
        }
        selection::highlight_ui(ui, view, &sheets, *page);
    }
    textures::forget_others(ui, &seen);
    selection::selection_ui(ui, view, region, &sheets, &seen);
    look(ui, view, &seen, width * pixels);
    spoken::spoken_ui(ui, view.language(), &sheets);
}

/// Paper is white in every theme.
fn paper_ui(ui: &Ui, rect: Rect) {
    let painter = ui.painter();
    let shadow = Shadow {
        offset: [0, 2],
        blur: 8,
        spread: 0,
        color: Color32::from_black_alpha(40),
    };
    painter.add(shadow.as_shape(rect, 0));
    painter.rect_filled(rect, 0.0, Color32::WHITE);
    let stroke = Stroke::new(1.0, theme::palette(ui).rule);
    painter.rect_stroke(rect, 0.0, stroke, StrokeKind::Outside);
}

/// Tells the session which pages are in sight, where that changed.
fn look(ui: &Ui, view: &mut View<'_>, seen: &[(usize, Rect)], width: f32) {
    let (Some((first, _)), Some((last, _))) = (seen.first(), seen.last()) else {
        return;
    };
    let clip = ui.clip_rect();
    let shown = |rect: &Rect| rect.intersect(clip).height();
    let most = seen
        .iter()
        .max_by(|(_, one), (_, other)| shown(one).total_cmp(&shown(other)));
    let side = ui.input(|input| input.max_texture_side);
    #[expect(clippy::cast_precision_loss, reason = "a side of a picture")]
    let side = (side as f32).min(f32::from(raster::MOST_PIXELS)) * 0.7;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "within the limits of a picture"
    )]
    let width = width.min(MOST_WIDTH).min(side).round() as u16;
    let sight = Sight {
        pages: *first..last + 1,
        current: most.map_or(*first, |(page, _)| *page),
        width,
    };
    if view.session.printed().sight() != Some(&sight) {
        view.act(Action::Look(sight));
    }
}

/// What was at the top in the last frame: the page, how far down it, as a
/// share of its height, and the width of the sheet.
type Top = (usize, f32, f32);

fn top_id() -> Id {
    Id::unique("place on the printed pages")
}

fn wanted_id() -> Id {
    Id::unique("printed page to go to")
}

/// The page is brought to the top in the next frame.
pub(super) fn go_to(ui: &Ui, page: usize) {
    ui.data_mut(|data| data.insert_temp(wanted_id(), page));
    ui.ctx().request_repaint();
}

/// Goes where somebody wanted to, and stays at the same words where the sheets
/// became larger or smaller.
fn keep_place(ui: &Ui, sheets: &Sheets<'_>) {
    let wanted = ui.data_mut(|data| data.remove_temp::<usize>(wanted_id()));
    if let Some(rect) = wanted.and_then(|page| sheets.rects.get(page)) {
        let rect = rect.expand(GAP / 2.0);
        ui.scroll_to_rect_animation(rect, Some(Align::TOP), ScrollAnimation::none());
        return;
    }
    let last = ui.data(|data| data.get_temp::<Top>(top_id()));
    let width = sheets.rects.first().map_or(0.0, Rect::width);
    if let Some((page, share, before)) = last
        && (before - width).abs() > 0.5
        && let Some(rect) = sheets.rects.get(page)
    {
        ui.data_mut(|data| data.insert_temp::<Top>(top_id(), (page, share, width)));
        // At the very beginning there is more above than the sheet.
        if page > 0 || share > 0.0 {
            let y = rect.top() + share * rect.height();
            let line = Rect::from_x_y_ranges(ui.clip_rect().x_range(), y..=y);
            ui.scroll_to_rect_animation(line, Some(Align::TOP), ScrollAnimation::none());
        }
        return;
    }
    let top = ui.clip_rect().top();
    let at_top = sheets
        .rects
        .iter()
        .position(|rect| rect.bottom() > top)
        .unwrap_or(0);
    if let Some(rect) = sheets.rects.get(at_top) {
        let share = (top - rect.top()) / rect.height();
        ui.data_mut(|data| data.insert_temp::<Top>(top_id(), (at_top, share, width)));
    }
}
