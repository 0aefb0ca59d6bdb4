//! One page of a [`Layout`] as pixels, as the PDF shows it.
//!
//! Drawn from the same glyphs, shapes and colours as the PDF, on white paper.
//! Deliberately absent: a reader of PDF files. What the layout does not hold is
//! not drawn.

use std::collections::BTreeMap;
use std::sync::Arc;

use vello_cpu::kurbo::{Affine, BezPath, Cap, Circle, Rect, Shape as _, Stroke};
use vello_cpu::peniko::{Blob, FontData};
use vello_cpu::{Pixmap, RenderContext, Resources, color};

use super::layout::{Drawing, Face, Ink, Item, Layout, Mark, Page, Run, Shape};

/// The most pixels along a side of a page.
pub const MOST_PIXELS: u16 = 8192;

/// A page as pixels.
#[derive(Clone, PartialEq, Eq)]
pub struct Raster {
    /// How many pixels are beside each other.
    pub width: u16,
    /// How many are below each other.
    pub height: u16,
    /// Red, green, blue and opacity of every pixel of sRGB, row by row from
    /// the top. Every pixel is opaque.
    pub pixels: Vec<u8>,
}

impl std::fmt::Debug for Raster {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Raster of {} by {}", self.width, self.height)
    }
}

/// How many pixels the height of a page has where its width has so many.
#[must_use]
pub fn height_at(layout: &Layout, width: u16) -> u16 {
    let height = f32::from(width) * layout.height / layout.width;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to what fits"
    )]
    let height = height.round().clamp(1.0, f32::from(MOST_PIXELS)) as u16;
    height
}

/// Draws a page of a layout, `width` pixels wide; nothing where the layout has
/// no such page. A width above [`MOST_PIXELS`] is taken for that.
#[must_use]
pub fn page(layout: &Layout, index: usize, width: u16) -> Option<Raster> {
    let page = layout.pages.get(index)?;
    let width = width.clamp(1, MOST_PIXELS);
    let height = height_at(layout, width);
    let mut canvas = Canvas::new(width, height);
    canvas.paint(Ink::Black);
    let scale = f64::from(width) / f64::from(layout.width);
    canvas.draw(page, scale);
    Some(canvas.finish())
}

/// A page being drawn.
struct Canvas {
    context: RenderContext,
    resources: Resources,
    faces: BTreeMap<Face, FontData>,
    width: u16,
    height: u16,
}

impl Canvas {
    fn new(width: u16, height: u16) -> Self {
        let mut context = RenderContext::new(width, height);
        context.set_paint(color::OpaqueColor::<color::Srgb>::WHITE);
        context.fill_rect(&Rect::new(0.0, 0.0, f64::from(width), f64::from(height)));
        Canvas {
            context,
            resources: Resources::new(),
            faces: BTreeMap::new(),
            width,
            height,
        }
    }

    fn draw(&mut self, page: &Page, scale: f64) {
        self.context.set_transform(Affine::scale(scale));
        for item in &page.items {
            self.item(item);
        }
    }

    fn finish(mut self) -> Raster {
        let mut pixmap = Pixmap::new(self.width, self.height);
        self.context.flush();
        self.context.render(&mut pixmap, &mut self.resources);
        Raster {
            width: self.width,
            height: self.height,
            pixels: pixmap.data_as_u8_slice().to_vec(),
        }
    }

    fn paint(&mut self, ink: Ink) {
        let paint = color::OpaqueColor::<color::Srgb>::new(ink.rgb());
        self.context.set_paint(paint);
    }

    fn item(&mut self, item: &Item) {
        match &item.drawing {
            Drawing::Text(run) => self.run(run),
            Drawing::Rectangle {
                x,
                y,
                width,
                height,
                ink,
            } => {
                self.paint(*ink);
                self.context.fill_rect(&rectangle(*x, *y, *width, *height));
            }
            Drawing::Frame {
                x,
                y,
                width,
                height,
                thickness,
                ink,
            } => {
                self.paint(*ink);
                self.line_of(*thickness);
                self.context
                    .stroke_rect(&rectangle(*x, *y, *width, *height));
            }
            Drawing::Mark(mark) => self.mark(*mark),
            Drawing::Code(code) => {
                self.paint(Ink::Black);
                // One path: where rectangles touch there is no seam.
                let mut path = BezPath::new();
                for (x, y, width, height) in code.bars() {
                    path.extend(rectangle(x, y, width, height).path_elements(0.1));
                }
                self.context.fill_path(&path);
            }
        }
    }

    fn line_of(&mut self, thickness: f32) {
        let stroke = Stroke::new(f64::from(thickness));
        self.context.set_stroke(stroke.with_caps(Cap::Butt));
    }

    fn mark(&mut self, mark: Mark) {
        /// How far a curve may be from the circle, in points.
        const EXACT: f64 = 0.01;
        self.paint(Ink::Black);
        for shape in mark.shapes() {
            match shape {
                Shape::Ring {
                    x,
                    y,
                    radius,
                    thickness,
                } => {
                    self.line_of(thickness);
                    let circle = circle(x, y, radius).to_path(EXACT);
                    self.context.stroke_path(&circle);
                }
                Shape::Disc { x, y, radius } => {
                    let circle = circle(x, y, radius).to_path(EXACT);
                    self.context.fill_path(&circle);
                }
                Shape::Square {
                    x,
                    y,
                    side,
                    thickness,
                } => {
                    self.line_of(thickness);
                    self.context.stroke_rect(&rectangle(x, y, side, side));
                }
                Shape::Line {
                    from,
                    to,
                    thickness,
                } => {
                    self.line_of(thickness);
                    let mut path = BezPath::new();
                    path.move_to((f64::from(from.0), f64::from(from.1)));
                    path.line_to((f64::from(to.0), f64::from(to.1)));
                    self.context.stroke_path(&path);
                }
            }
        }
    }

    fn run(&mut self, run: &Run) {
        self.paint(run.ink);
        let face = self.faces.entry(run.face).or_insert_with(|| {
            let data = Blob::new(Arc::new(run.face.data()));
            FontData::new(data, 0)
        });
        let mut pen = run.x;
        let glyphs: Vec<_> = run
            .glyphs
            .iter()
            .map(|glyph| {
                let drawn = vello_cpu::Glyph {
                    id: u32::from(glyph.id),
                    x: pen + glyph.x_offset,
                    y: run.y - glyph.y_offset,
                };
                pen += glyph.advance;
                drawn
            })
            .collect();
        self.context
            .glyph_run(&mut self.resources, face)
            .font_size(run.size)
            // Hinted glyphs would stand elsewhere than on paper.
            .hint(false)
            .fill_glyphs(glyphs.into_iter());
    }
}

/// A rectangle given by its top left corner.
fn rectangle(x: f32, y: f32, width: f32, height: f32) -> Rect {
    let (x, y) = (f64::from(x), f64::from(y));
    Rect::new(x, y, x + f64::from(width), y + f64::from(height))
}

fn circle(x: f32, y: f32, radius: f32) -> Circle {
    Circle::new((f64::from(x), f64::from(y)), f64::from(radius))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::layout::Bounds;
    use crate::i18n::Language;
    use crate::questionnaire::shipped;
    use crate::report::document::{Block, Code, Document, Style, Text};

    const WIDTH: u16 = 900;

    /// The blank form, after words in every face and a square code.
    fn document() -> Document {
        let mut document = crate::report::blank(
            &shipped()[0],
            &[Language::French],
            crate::report::Arrangement::Sequence,
        );
        let words = "Œuvre ᐃᓄᒃᑎᑐᑦ Ǭ̀ 😀 [x]";
        let code = Code {
            content: "https://example.org".to_owned(),
            alternative: Text::new(Language::French, "une adresse"),
        };
        let paragraph = Block::Paragraph {
            style: Style::Hint,
            text: Text::new(Language::French, words),
            keep_with_next: false,
        };
        let blocks = &mut document.parts[0].blocks;
        blocks.splice(0..0, [paragraph, Block::Code(code)]);
        document
    }

    fn is_dark(raster: &Raster, x: u16, y: u16) -> bool {
        let at = (usize::from(y) * usize::from(raster.width) + usize::from(x)) * 4;
        let pixel = &raster.pixels[at..at + 4];
        assert_eq!(pixel[3], 255);
        pixel[..3].iter().all(|part| *part < 0xC0)
    }

    /// Where an item leaves ink, at most.
    fn bounds(item: &Item) -> Bounds {
        let (left, top, right, bottom) = match &item.drawing {
            Drawing::Text(run) => (
                run.x - 0.3 * run.size,
                run.y - 1.2 * run.size,
                run.end() + 0.3 * run.size,
                run.y + 0.5 * run.size,
            ),
            Drawing::Rectangle {
                x,
                y,
                width,
                height,
                ..
            }
            | Drawing::Frame {
                x,
                y,
                width,
                height,
                ..
            } => (x - 1.0, y - 1.0, x + width + 1.0, y + height + 1.0),
            Drawing::Mark(mark) => {
                let radius = mark.radius + 1.0;
                (
                    mark.x - radius,
                    mark.y - radius,
                    mark.x + radius,
                    mark.y + radius,
                )
            }
            Drawing::Code(code) => (
                code.x - 0.5,
                code.y - 0.5,
                code.x + code.extent() + 0.5,
                code.y + code.extent() + 0.5,
            ),
        };
        Bounds {
            left,
            top,
            right,
            bottom,
        }
    }

    #[test]
    fn ink_lies_exactly_where_the_layout_has_something() {
        let layout = Layout::of(&document());
        assert!(!layout.uncovered.is_empty());
        let scale = f32::from(WIDTH) / layout.width;
        for index in [0, layout.pages.len() - 1] {
            let raster = page(&layout, index, WIDTH).unwrap();
            let mut dark = Vec::new();
            for y in 0..raster.height {
                for x in (0..raster.width).filter(|x| is_dark(&raster, *x, y)) {
                    dark.push(((f32::from(x) + 0.5) / scale, (f32::from(y) + 0.5) / scale));
                }
            }
            let inside = |place: &(f32, f32), bounds: &Bounds| {
                (bounds.left..=bounds.right).contains(&place.0)
                    && (bounds.top..=bounds.bottom).contains(&place.1)
            };
            let items = &layout.pages[index].items;
            let all: Vec<Bounds> = items.iter().map(bounds).collect();
            for place in &dark {
                assert!(all.iter().any(|one| inside(place, one)), "{place:?}");
            }
            for (item, bounds) in items.iter().zip(&all) {
                let blank = match &item.drawing {
                    Drawing::Text(run) => run.text.trim().is_empty(),
                    // Dotted leaders are too thin to count on.
                    Drawing::Rectangle { height, .. } => *height < 0.5,
                    _ => false,
                };
                let inked = dark.iter().any(|place| inside(place, bounds));
                assert!(blank || inked, "{item:?}");
            }
        }
    }

    #[test]
    fn page_is_as_large_as_asked_for_and_none_is_made_up() {
        let layout = Layout::of(&document());
        let raster = page(&layout, 0, 612).unwrap();
        assert_eq!((raster.width, raster.height), (612, 792));
        assert_eq!(raster.pixels.len(), 612 * 792 * 4);
        let tiny = page(&layout, 0, 0).unwrap();
        assert_eq!((tiny.width, tiny.height), (1, 1));
        assert_eq!(page(&layout, layout.pages.len(), 612), None);
    }

    #[test]
    fn square_code_is_drawn_square_by_square() {
        let layout = Layout::of(&document());
        let code = layout.pages[0]
            .items
            .iter()
            .find_map(|item| match &item.drawing {
                Drawing::Code(code) => Some(code),
                _ => None,
            });
        let code = code.unwrap();
        let width = 1836;
        let scale = f32::from(width) / layout.width;
        let raster = page(&layout, 0, width).unwrap();
        let mut y = code.y + code.side / 2.0;
        for row in &code.rows {
            let mut x = code.x + code.side / 2.0;
            for black in row {
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "a place on the page"
                )]
                let place = ((x * scale) as u16, (y * scale) as u16);
                assert_eq!(is_dark(&raster, place.0, place.1), *black);
                x += code.side;
            }
            y += code.side;
        }
    }
}
