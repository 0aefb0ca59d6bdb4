//! Items of pages to passages.

use std::collections::BTreeMap;

use super::{Bounds, Passage, PassageKind, Piece, Reading};
use crate::export::layout::{Drawing, Item, Layout, Mark, Node, NodeId, Run, Structure, Tag};

/// How far letters reach above the baseline, as a share of their size.
const ASCENT: f32 = 0.97;
/// How far they reach below it.
const DESCENT: f32 = 0.27;
/// Runs of a line that are further apart have a space between them.
const GAP: f32 = 2.0;

pub(super) fn collect(layout: &Layout) -> Reading {
    let mut found: BTreeMap<NodeId, Builder> = BTreeMap::new();
    for (page, index) in layout.pages.iter().zip(0..) {
        for item in &page.items {
            let element = item.node();
            let element = element.and_then(|id| Some((id, layout.structure.node(id)?)));
            let Some((id, node)) = element else {
                continue;
            };
            let builder = found.entry(id).or_insert_with(|| Builder::new(id, node));
            builder.add(index, item, node);
        }
    }
    let mut reading = Reading::default();
    if !layout.structure.nodes().is_empty() {
        in_order(&layout.structure, NodeId::new(0), &mut found, &mut reading);
    }
    reading
}

/// Adds what an element says, then what those in it say.
fn in_order(
    structure: &Structure,
    id: NodeId,
    found: &mut BTreeMap<NodeId, Builder>,
    reading: &mut Reading,
) {
    reading
        .passages
        .extend(found.remove(&id).map(|builder| builder.passage));
    let children = structure.node(id).map(|node| node.children.as_slice());
    for child in children.unwrap_or_default() {
        in_order(structure, *child, found, reading);
    }
}

/// A passage being put together.
struct Builder {
    passage: Passage,
    /// Page, baseline and end of the last run.
    last: Option<(usize, f32, f32)>,
    /// Whether the text has a line break after the last run.
    ends_line: bool,
}

impl Builder {
    fn new(id: NodeId, node: &Node) -> Self {
        Builder {
            passage: Passage {
                node: id,
                kind: PassageKind::Words,
                text: String::new(),
                language: node.language,
                leads: node.tag == Tag::Label,
                pieces: Vec::new(),
            },
            last: None,
            ends_line: false,
        }
    }

    fn add(&mut self, page: usize, item: &Item, node: &Node) {
        match &item.drawing {
            Drawing::Text(run) => self.run(page, run),
            Drawing::Mark(mark) => {
                self.passage.kind = PassageKind::Mark {
                    selected: mark.selected,
                };
                self.instead(page, bounds_of(*mark), node);
            }
            Drawing::Code(code) => {
                self.passage.kind = PassageKind::Figure;
                let bounds = Bounds {
                    left: code.x,
                    top: code.y,
                    right: code.x + code.extent(),
                    bottom: code.y + code.extent(),
                };
                self.instead(page, bounds, node);
            }
            Drawing::Rectangle { .. } | Drawing::Frame { .. } => {}
        }
    }

    /// What is said in the place of a drawing.
    fn instead(&mut self, page: usize, bounds: Bounds, node: &Node) {
        self.passage.text = node.alternative.clone().unwrap_or_default();
        let text = 0..self.passage.text.len();
        self.passage.pieces.push(Piece {
            page,
            bounds,
            edges: vec![(bounds.left, text.start), (bounds.right, text.end)],
            text,
        });
    }

    fn run(&mut self, page: usize, run: &Run) {
        if let Some(between) = self.between(page, run) {
            self.passage.text.push(between);
        }
        let start = self.passage.text.len();
        let mut edges = vec![(run.x, start)];
        if let Some(character) = &run.stands_for {
            self.passage.text.push_str(character);
        } else {
            let mut x = run.x;
            for cluster in run.clusters() {
                x += cluster.iter().map(|glyph| glyph.advance).sum::<f32>();
                let shown = cluster.first().map(|glyph| glyph.text.clone());
                let shown = shown.and_then(|range| run.text.get(range));
                self.passage.text.push_str(shown.unwrap_or_default());
                edges.push((x, self.passage.text.len()));
            }
            edges.pop();
        }
        let end = self.passage.text.len();
        edges.push((run.end(), end));
        self.passage.pieces.push(Piece {
            page,
            bounds: Bounds {
                left: run.x,
                top: run.y - run.size * ASCENT,
                right: run.end(),
                bottom: run.y + run.size * DESCENT,
            },
            text: start..end,
            edges,
        });
        self.last = Some((page, run.y, run.end()));
        self.ends_line = run.ends_line;
    }

    /// What is between the last run and this one, and not among the glyphs.
    fn between(&self, page: usize, run: &Run) -> Option<char> {
        let (last_page, y, end) = self.last?;
        if self.ends_line {
            return Some('\n');
        }
        #[expect(
            clippy::float_cmp,
            reason = "runs of one line have the very same baseline"
        )]
        let same_line = last_page == page && y == run.y;
        let apart = same_line && run.x > end + GAP;
        let spaced = self.passage.text.ends_with(char::is_whitespace);
        (apart && !spaced).then_some(' ')
    }
}

fn bounds_of(mark: Mark) -> Bounds {
    Bounds {
        left: mark.x - mark.radius,
        top: mark.y - mark.radius,
        right: mark.x + mark.radius,
        bottom: mark.y + mark.radius,
    }
}
