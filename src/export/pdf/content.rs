//! What is drawn on one page, in sequences that the structure tree can point to.

use super::faces::{EmbeddedFace, EmbeddedFaces};
use super::operators::Operators;
use super::pen::Pen;
use super::tags::role;
use crate::export::layout::{
    Artifact, Belonging, Drawing, Face, Ink, Item, Layout, Mark, Matrix, NodeId, Page, Run, Shape,
    Structure,
};

/// The drawing of a page.
pub(super) struct PageContent {
    /// Of the page.
    height: f32,
    pub(super) operators: Operators,
    /// The elements that the marked sequences belong to, by their numbers.
    pub(super) marked: Vec<NodeId>,
    /// The colour that shapes are filled with, and letters.
    fill: Option<Ink>,
    /// The face in use, and its size.
    face: Option<(Face, f32)>,
}

/// What is done with a path.
#[derive(Clone, Copy)]
enum Paint {
    Fill,
    Stroke,
}

/// For a quarter of a circle drawn as one curve.
const CIRCLE: f32 = 0.552_285;

/// The drawing of one page.
pub(super) fn page(page: &Page, faces: &EmbeddedFaces, layout: &Layout) -> PageContent {
    let mut content = PageContent {
        height: layout.height,
        operators: Operators::default(),
        marked: Vec::new(),
        fill: None,
        face: None,
    };
    for group in page.items.chunk_by(|one, next| one.belongs == next.belongs) {
        if let Some(item) = group.first() {
            content.begin(item.belongs, &layout.structure);
        }
        for item in group {
            content.item(item, faces);
        }
        content.operators.end();
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
                self.operators.begin_content(&role, number);
            }
            Belonging::Artifact(artifact) => {
                self.operators.begin_artifact(match artifact {
                    Artifact::Decoration => "/Type /Layout",
                    Artifact::Header => "/Type /Pagination /Subtype /Header",
                    Artifact::Footer => "/Type /Pagination /Subtype /Footer",
                });
            }
        }
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
                self.fill(*ink);
                self.rectangle(*x, *y, *width, *height, Paint::Fill);
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
                self.rectangle(*x, *y, *width, *height, Paint::Stroke);
            }
            Drawing::Mark(mark) => self.mark(*mark),
            Drawing::Code(code) => self.code(code),
        }
    }

    fn fill(&mut self, ink: Ink) {
        if self.fill.replace(ink) != Some(ink) {
            self.operators.write(&ink.rgb(), "rg");
        }
    }

    fn outline(&mut self, thickness: f32, ink: Ink) {
        self.operators.write(&ink.rgb(), "RG");
        self.operators.write(&[thickness], "w");
    }

    fn paint(&mut self, paint: Paint) {
        let operator = match paint {
            Paint::Fill => "f",
            Paint::Stroke => "S",
        };
        self.operators.write(&[], operator);
    }

    fn rectangle(&mut self, x: f32, y: f32, width: f32, height: f32, paint: Paint) {
        let corner = self.height - y - height;
        self.operators.write(&[x, corner, width, height], "re");
        self.paint(paint);
    }

    fn mark(&mut self, mark: Mark) {
        for shape in mark.shapes() {
            match shape {
                Shape::Ring {
                    x,
                    y,
                    radius,
                    thickness,
                } => {
                    self.outline(thickness, Ink::Black);
                    self.circle(x, y, radius, Paint::Stroke);
                }
                Shape::Disc { x, y, radius } => {
                    self.fill(Ink::Black);
                    self.circle(x, y, radius, Paint::Fill);
                }
                Shape::Square {
                    x,
                    y,
                    side,
                    thickness,
                } => {
                    self.outline(thickness, Ink::Black);
                    self.rectangle(x, y, side, side, Paint::Stroke);
                }
                Shape::Line {
                    from,
                    to,
                    thickness,
                } => {
                    self.outline(thickness, Ink::Black);
                    self.line(from, to);
                }
            }
        }
    }

    fn code(&mut self, code: &Matrix) {
        self.fill(Ink::Black);
        for (x, y, width, height) in code.bars() {
            self.rectangle(x, y, width, height, Paint::Fill);
        }
    }

    fn circle(&mut self, x: f32, y: f32, radius: f32, paint: Paint) {
        let y = self.height - y;
        let bend = radius * CIRCLE;
        let quarters = [(1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0), (1.0, 0.0)];
        self.operators.write(&[x + radius, y], "m");
        for pair in quarters.windows(2) {
            let [(from_x, from_y), (to_x, to_y)] = pair else {
                continue;
            };
            let curve = [
                x + radius * from_x + bend * to_x,
                y + radius * from_y + bend * to_y,
                x + radius * to_x + bend * from_x,
                y + radius * to_y + bend * from_y,
                x + radius * to_x,
                y + radius * to_y,
            ];
            self.operators.write(&curve, "c");
        }
        self.operators.write(&[], "h");
        self.paint(paint);
    }

    fn line(&mut self, from: (f32, f32), to: (f32, f32)) {
        self.operators.write(&[from.0, self.height - from.1], "m");
        self.operators.write(&[to.0, self.height - to.1], "l");
        self.paint(Paint::Stroke);
    }

    fn run(&mut self, run: &Run, face: &EmbeddedFace) {
        self.operators.write(&[], "BT");
        self.fill(run.ink);
        let chosen = (run.face, run.size);
        if self.face.replace(chosen) != Some(chosen) {
            self.operators.face(&face.id.0, run.size);
        }
        if let Some(text) = &run.stands_for {
            self.operators.begin_text(text);
        }
        let mut pen = Pen::at(run, self.height);
        pen.place(&mut self.operators);
        for cluster in run.clusters() {
            let text = cluster
                .first()
                .and_then(|glyph| run.text.get(glyph.text.clone()))
                .unwrap_or_default();
            let tells = run.stands_for.is_some() || face.tells(cluster, text);
            if !tells {
                pen.flush(&mut self.operators);
                self.operators.begin_text(text);
            }
            for glyph in cluster {
                pen.show(glyph, face, &mut self.operators);
            }
            if !tells {
                pen.flush(&mut self.operators);
                self.operators.end();
            }
        }
        pen.flush(&mut self.operators);
        if run.stands_for.is_some() {
            self.operators.end();
        }
        self.operators.write(&[], "ET");
    }
}
