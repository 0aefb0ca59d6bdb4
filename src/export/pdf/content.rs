//! What is drawn on one page, as operations of `printpdf`, in sequences that
//! the structure tree can point to.

use std::collections::BTreeMap;

use printpdf::{
    Color, DictItem, LinePoint, Op, PaintMode, PdfFontHandle, Point, Polygon, PolygonRing, Pt,
    Rect, Rgb, WindingOrder,
};

use super::faces::{EmbeddedFace, EmbeddedFaces};
use super::finish::utf16;
use super::pen::Pen;
use super::tags::role;
use crate::export::layout::{
    Artifact, Belonging, Drawing, Ink, Item, Layout, Mark, Matrix, NodeId, Page, Run, Structure,
};

/// The drawing of a page.
pub(super) struct PageContent {
    /// Of the page.
    height: f32,
    pub(super) ops: Vec<Op>,
    /// The elements that the marked sequences belong to, by their numbers.
    pub(super) marked: Vec<NodeId>,
}

/// For a quarter of a circle drawn as one curve.
const CIRCLE: f32 = 0.552_285;

/// The drawing of one page.
pub(super) fn page(page: &Page, faces: &EmbeddedFaces, layout: &Layout) -> PageContent {
    let mut content = PageContent {
        height: layout.height,
        ops: Vec::new(),
        marked: Vec::new(),
    };
    for group in page.items.chunk_by(|one, next| one.belongs == next.belongs) {
        if let Some(item) = group.first() {
            content.begin(item.belongs, &layout.structure);
        }
        for item in group {
            content.item(item, faces);
        }
        content.ops.push(Op::EndMarkedContent);
    }
    content
}

impl PageContent {
    /// Begins a sequence that belongs to an element, or to none.
    fn begin(&mut self, belongs: Belonging, structure: &Structure) {
        match belongs {
            Belonging::Element(id) => {
                let number = i64::try_from(self.marked.len()).unwrap_or(i64::MAX);
                self.marked.push(id);
                let role = structure.node(id).map(|node| role(node.tag));
                let role = role.unwrap_or_else(|| "NonStruct".to_owned());
                self.begin_with(&role, [("MCID", DictItem::Int(number))]);
            }
            Belonging::Artifact(Artifact::Decoration) => {
                self.begin_with("Artifact", [("Type", name("Layout"))]);
            }
            Belonging::Artifact(Artifact::Header) => self.begin_running("Header"),
            Belonging::Artifact(Artifact::Footer) => self.begin_running("Footer"),
        }
    }

    /// Begins what is repeated on every page (ISO 32000-1, table 330).
    fn begin_running(&mut self, kind: &str) {
        let properties = [("Type", name("Pagination")), ("Subtype", name(kind))];
        self.begin_with("Artifact", properties);
    }

    fn begin_with<const N: usize>(&mut self, tag: &str, properties: [(&str, DictItem); N]) {
        let properties = properties.map(|(key, value)| (key.to_owned(), value));
        let properties = DictItem::Dict {
            map: BTreeMap::from(properties),
        };
        self.ops.push(Op::BeginMarkedContentWithProperties {
            tag: tag.to_owned(),
            properties,
        });
    }

    fn item(&mut self, item: &Item, faces: &EmbeddedFaces) {
        match &item.drawing {
            Drawing::Text(run) => {
                if let Some(face) = faces.face(run.face) {
                    self.run(run, face);
                }
            }
            Drawing::Rectangle {
                x,
                y,
                width,
                height,
                ink,
            } => {
                self.ops.push(Op::SetFillColor { col: colour(*ink) });
                self.rectangle(*x, *y, *width, *height, PaintMode::Fill);
            }
            Drawing::Frame {
                x,
                y,
                width,
                height,
                thickness,
                ink,
            } => {
                self.outline(*thickness, *ink);
                self.rectangle(*x, *y, *width, *height, PaintMode::Stroke);
            }
            Drawing::Mark(mark) => self.mark(*mark),
            Drawing::Code(code) => self.code(code),
        }
    }

    fn outline(&mut self, thickness: f32, ink: Ink) {
        self.ops.push(Op::SetOutlineColor { col: colour(ink) });
        self.ops.push(Op::SetOutlineThickness { pt: Pt(thickness) });
    }

    fn rectangle(&mut self, x: f32, y: f32, width: f32, height: f32, mode: PaintMode) {
        let rectangle = Rect {
            x: Pt(x),
            y: Pt(self.height - y - height),
            width: Pt(width),
            height: Pt(height),
            mode: Some(mode),
            winding_order: Some(WindingOrder::NonZero),
        };
        self.ops.push(Op::DrawRectangle { rectangle });
    }

    fn mark(&mut self, mark: Mark) {
        let Mark {
            x,
            y,
            radius,
            round,
            selected,
        } = mark;
        self.outline(if selected { 1.2 } else { 0.8 }, Ink::Black);
        if round {
            self.circle(x, y, radius, PaintMode::Stroke);
            if selected {
                self.ops.push(Op::SetFillColor {
                    col: colour(Ink::Black),
                });
                self.circle(x, y, radius * 0.55, PaintMode::Fill);
            }
            return;
        }
        let side = radius * 1.8;
        self.rectangle(
            x - side / 2.0,
            y - side / 2.0,
            side,
            side,
            PaintMode::Stroke,
        );
        if selected {
            let arm = side / 2.0 - 1.6;
            self.outline(1.5, Ink::Black);
            self.path(
                &[(x - arm, y - arm, false), (x + arm, y + arm, false)],
                PaintMode::Stroke,
            );
            self.path(
                &[(x - arm, y + arm, false), (x + arm, y - arm, false)],
                PaintMode::Stroke,
            );
        }
    }

    /// Black squares in a row are drawn as one rectangle.
    fn code(&mut self, code: &Matrix) {
        self.ops.push(Op::SetFillColor {
            col: colour(Ink::Black),
        });
        let mut y = code.y;
        for row in &code.rows {
            let mut x = code.x;
            for squares in row.chunk_by(|one, next| one == next) {
                #[expect(clippy::cast_precision_loss, reason = "a code has at most 177 squares")]
                let width = squares.len() as f32 * code.side;
                if squares.first() == Some(&true) {
                    self.rectangle(x, y, width, code.side, PaintMode::Fill);
                }
                x += width;
            }
            y += code.side;
        }
    }

    fn circle(&mut self, x: f32, y: f32, radius: f32, mode: PaintMode) {
        let bend = radius * CIRCLE;
        let quarters = [(1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0), (1.0, 0.0)];
        let mut points = vec![(x + radius, y, false)];
        for pair in quarters.windows(2) {
            let [(from_x, from_y), (to_x, to_y)] = pair else {
                continue;
            };
            points.push((
                x + radius * from_x + bend * to_x,
                y + radius * from_y + bend * to_y,
                true,
            ));
            points.push((
                x + radius * to_x + bend * from_x,
                y + radius * to_y + bend * from_y,
                true,
            ));
            points.push((x + radius * to_x, y + radius * to_y, false));
        }
        self.path(&points, mode);
    }

    /// Draws a path through points, some of which only bend it.
    fn path(&mut self, points: &[(f32, f32, bool)], mode: PaintMode) {
        let points = points.iter().map(|(x, y, bezier)| LinePoint {
            p: Point {
                x: Pt(*x),
                y: Pt(self.height - y),
            },
            bezier: *bezier,
        });
        let polygon = Polygon {
            rings: vec![PolygonRing {
                points: points.collect(),
            }],
            mode,
            winding_order: WindingOrder::NonZero,
        };
        self.ops.push(Op::DrawPolygon { polygon });
    }

    fn run(&mut self, run: &Run, face: &EmbeddedFace) {
        self.ops.push(Op::StartTextSection);
        self.ops.push(Op::SetFillColor {
            col: colour(run.ink),
        });
        let font = PdfFontHandle::External(face.id.clone());
        self.ops.push(Op::SetFont {
            font,
            size: Pt(run.size),
        });
        if let Some(text) = &run.stands_for {
            self.begin_with("Span", [("ActualText", text_string(text))]);
        }
        let mut pen = Pen::at(run, self.height);
        self.ops.push(pen.moved());
        for cluster in run.clusters() {
            let text = cluster
                .first()
                .and_then(|glyph| run.text.get(glyph.text.clone()))
                .unwrap_or_default();
            let known: String = cluster
                .iter()
                .map(|glyph| face.glyph(glyph.id).characters)
                .collect();
            let tells = known == text || run.stands_for.is_some();
            if !tells {
                pen.flush(&mut self.ops);
                self.begin_with("Span", [("ActualText", text_string(text))]);
            }
            for glyph in cluster {
                pen.show(glyph, face, &mut self.ops);
            }
            if !tells {
                pen.flush(&mut self.ops);
                self.ops.push(Op::EndMarkedContent);
            }
        }
        pen.flush(&mut self.ops);
        if run.stands_for.is_some() {
            self.ops.push(Op::EndMarkedContent);
        }
        self.ops.push(Op::EndTextSection);
    }
}

fn colour(ink: Ink) -> Color {
    let (r, g, b) = match ink {
        Ink::Black => (0.0, 0.0, 0.0),
        Ink::Grey => (0.33, 0.33, 0.33),
        Ink::Accent => (0.1, 0.21, 0.4),
    };
    Color::Rgb(Rgb {
        r,
        g,
        b,
        icc_profile: None,
    })
}

fn name(name: &str) -> DictItem {
    DictItem::Name(name.as_bytes().to_vec())
}

/// A text as a property.
fn text_string(text: &str) -> DictItem {
    DictItem::String {
        data: utf16(text),
        literal: false,
    }
}
