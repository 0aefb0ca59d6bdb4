//! Text to lines of glyphs: shaping and line breaking by `parley`, with the
//! embedded faces only.
//!
//! A character that no embedded face has is shown as its code point, such as
//! `[U+1F600]`, and what it stands for is kept beside it. Deliberately absent:
//! hyphenation and justification (why: ARCHITECTURE.md), text that runs from
//! right to left (no embedded face has it).

mod prepared;

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use parley::fontique::{Blob, Collection, CollectionOptions, FontInfoOverride, SourceCache};
use parley::{
    BaseDirection, FontContext, FontFamily, FontFamilyName, FontFeature, FontFeatures,
    LayoutContext, OverflowWrap, StyleProperty,
};

use parley::layout::BreakReason;

use super::layout::{Face, Glyph};
use prepared::Prepared;

/// One line of a paragraph.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    /// Runs of one face each, from left to right.
    pub(super) runs: Vec<ShapedRun>,
    /// The advance without the white space at its end.
    pub(super) width: f32,
    /// Whether it ends because the text has a line break there.
    pub(super) has_break: bool,
}

/// Glyphs of one face on one line.
#[derive(Clone, Debug)]
pub(super) struct ShapedRun {
    pub(super) face: Face,
    /// From the start of the line.
    pub(super) x: f32,
    pub(super) text: String,
    pub(super) glyphs: Vec<Glyph>,
    pub(super) stands_for: Option<String>,
}

/// A heading of more lines is none that anybody reads.
const MOST_EVEN_LINES: usize = 8;

/// Shapes text; made once per document, since it reads the faces.
pub(super) struct Shaper {
    fonts: FontContext,
    layouts: LayoutContext<()>,
    layout: parley::Layout<()>,
    /// The faces with the ids that `parley` knows their data by.
    faces: Vec<(u64, Face)>,
    uncovered: BTreeSet<char>,
    known: HashMap<Asked, Vec<Line>>,
}

/// What lines were asked for: both languages show an answer that is in one.
#[derive(PartialEq, Eq, Hash)]
struct Asked {
    text: String,
    face: Face,
    size_bits: u32,
    width_bits: u32,
}

impl Shaper {
    pub(super) fn new() -> Self {
        let mut collection = Collection::new(CollectionOptions {
            shared: false,
            system_fonts: false,
        });
        let mut faces = Vec::new();
        for face in Face::ALL {
            let blob = Blob::new(Arc::new(face.data()));
            faces.push((blob.id(), face));
            let name = FontInfoOverride {
                family_name: Some(face.family()),
                ..FontInfoOverride::default()
            };
            collection.register_fonts(blob, Some(name));
        }
        Self {
            fonts: FontContext {
                collection,
                source_cache: SourceCache::default(),
            },
            layouts: LayoutContext::new(),
            layout: parley::Layout::new(),
            faces,
            uncovered: BTreeSet::new(),
            known: HashMap::new(),
        }
    }

    /// The characters met so far that no embedded face has.
    pub(super) fn into_uncovered(self) -> BTreeSet<char> {
        self.uncovered
    }

    /// Breaks a text into lines no wider than `width` points; white space may
    /// hang over at their ends. A word wider than a line is broken inside.
    pub(super) fn lines(&mut self, text: &str, face: Face, size: f32, width: f32) -> Vec<Line> {
        if text.is_empty() {
            return Vec::new();
        }
        let asked = Asked {
            text: text.to_owned(),
            face,
            size_bits: size.to_bits(),
            width_bits: width.to_bits(),
        };
        if let Some(lines) = self.known.get(&asked) {
            return lines.clone();
        }
        let lines = self.broken(text, face, size, width);
        self.known.insert(asked, lines.clone());
        lines
    }

    fn broken(&mut self, text: &str, face: Face, size: f32, width: f32) -> Vec<Line> {
        let mut prepared = Prepared::of(text, &BTreeSet::new());
        self.shape(&prepared.text, face, size, width);
        let strays = self.strays(&prepared.text);
        if !strays.is_empty() {
            prepared = Prepared::of(text, &strays);
            self.shape(&prepared.text, face, size, width);
        }
        self.uncovered.extend(prepared.characters());
        self.layout
            .lines()
            .map(|line| self.line(&line, &prepared))
            .collect()
    }

    /// The same number of lines, as even as they can be: for headings, whose
    /// last line should not be one word.
    pub(super) fn even_lines(
        &mut self,
        text: &str,
        face: Face,
        size: f32,
        width: f32,
    ) -> Vec<Line> {
        let mut lines = self.lines(text, face, size, width);
        if !(2..=MOST_EVEN_LINES).contains(&lines.len()) {
            return lines;
        }
        for share in [0.9, 0.8, 0.7, 0.6] {
            let narrower = self.lines(text, face, size, width * share);
            if narrower.len() > lines.len() {
                break;
            }
            lines = narrower;
        }
        lines
    }

    /// The width of a text on one line.
    pub(super) fn width(&mut self, text: &str, face: Face, size: f32) -> f32 {
        let lines = self.lines(text, face, size, f32::MAX);
        lines.iter().map(|line| line.width).fold(0.0, f32::max)
    }

    fn shape(&mut self, text: &str, face: Face, size: f32, width: f32) {
        let families = [face, Face::Regular, Face::Fallback, Face::Syllabics]
            .map(|face| FontFamilyName::Named(Cow::Borrowed(face.family())));
        // Inter's contextual alternates would turn "->" into an arrow.
        let features = [FontFeature::new(parley::setting::Tag::new(b"calt"), 0)];
        let mut builder = self
            .layouts
            .ranged_builder(&mut self.fonts, text, 1.0, false);
        builder.set_base_direction(BaseDirection::Ltr);
        builder.push_default(StyleProperty::FontFamily(FontFamily::List(Cow::Borrowed(
            &families,
        ))));
        builder.push_default(StyleProperty::FontSize(size));
        builder.push_default(StyleProperty::FontFeatures(FontFeatures::List(
            Cow::Borrowed(&features),
        )));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        builder.build_into(&mut self.layout, text);
        self.layout.break_all_lines(Some(width));
    }

    /// Characters which a face has, but not together with what they combine with.
    fn strays(&self, text: &str) -> BTreeSet<char> {
        let mut strays = BTreeSet::new();
        let runs = self.layout.lines().flat_map(|line| line.runs());
        for cluster in runs.flat_map(|run| run.clusters()) {
            if cluster.is_hard_line_break() || cluster.glyphs().all(|glyph| glyph.id != 0) {
                continue;
            }
            let characters = text.get(cluster.text_range()).unwrap_or_default().chars();
            let skipped = usize::from(characters.clone().count() > 1);
            strays.extend(characters.skip(skipped));
        }
        strays
    }

    fn line(&self, line: &parley::Line<'_, ()>, prepared: &Prepared<'_>) -> Line {
        let mut runs: Vec<ShapedRun> = Vec::new();
        let mut current: Option<(Face, Option<usize>)> = None;
        let mut x = 0.0;
        let mut ink_end = 0.0;
        for run in line.runs() {
            let face = self.face_of(&run);
            current = current.filter(|(of, _)| *of == face);
            for cluster in run.clusters() {
                let range = cluster.text_range();
                let text = prepared.shown(range.clone());
                if cluster.is_hard_line_break() || text.is_empty() {
                    continue;
                }
                let replaced = prepared.replacement_at(range.start);
                if current != Some((face, replaced)) {
                    current = Some((face, replaced));
                    let stands_for =
                        replaced.and_then(|index| prepared.stands_for(index, range.start));
                    runs.push(ShapedRun {
                        face,
                        x,
                        text: String::new(),
                        glyphs: Vec::new(),
                        stands_for,
                    });
                }
                if let Some(shaped) = runs.last_mut() {
                    shaped.push(text, cluster.glyphs());
                }
                x += cluster.advance();
                if !text.chars().all(char::is_whitespace) {
                    ink_end = x;
                }
            }
        }
        let mut line = Line {
            runs,
            width: ink_end,
            has_break: line.break_reason() == BreakReason::Explicit,
        };
        line.trim_end();
        line
    }

    fn face_of(&self, run: &parley::Run<'_, ()>) -> Face {
        let id = run.font().data.id();
        let known = self.faces.iter().find(|(face_id, _)| *face_id == id);
        known.map_or(Face::Regular, |(_, face)| *face)
    }
}

impl ShapedRun {
    /// Adds one cluster. A cluster without glyphs of its own was joined to
    /// the one before it, as in a ligature.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "faces have at most 65,535 glyphs"
    )]
    fn push(&mut self, text: &str, glyphs: impl Iterator<Item = parley::Glyph>) {
        let start = self.text.len();
        self.text.push_str(text);
        let mut range = start..self.text.len();
        let before = self.glyphs.len();
        for glyph in glyphs {
            self.glyphs.push(Glyph {
                id: glyph.id as u16,
                advance: glyph.advance,
                x_offset: glyph.x,
                y_offset: glyph.y,
                text: range.clone(),
            });
            range = range.end..range.end;
        }
        if self.glyphs.len() == before {
            let end = self.text.len();
            if let Some(last) = self
                .glyphs
                .iter_mut()
                .rev()
                .find(|glyph| !glyph.text.is_empty())
            {
                last.text.end = end;
            }
        }
    }
}

impl Line {
    /// Drops all but one of the white-space glyphs at the end, which would
    /// hang over the margin.
    fn trim_end(&mut self) {
        let Some(run) = self.runs.last_mut() else {
            return;
        };
        let ink = run.text.trim_end().len();
        let keep = run
            .text
            .get(ink..)
            .and_then(|rest| rest.chars().next())
            .map_or(ink, |c| ink + c.len_utf8());
        if keep < run.text.len() {
            run.text.truncate(keep);
            run.glyphs.retain(|glyph| glyph.text.end <= keep);
        }
    }
}
