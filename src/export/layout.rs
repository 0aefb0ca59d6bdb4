//! A [`Document`] on pages: every line, rule and tick box at its
//! place, and the structure that tags need.
//!
//! A pure function; it knows no file format. [`Layout::dump`] shows the result
//! as text. Places are in points from the top left corner of the page, text at
//! its baseline. Deliberately absent: hyphenation, justification, pictures.

mod assembly;
mod blocks;
mod dump;
mod figure;
mod pages;
mod reading;
mod running;
mod scale;
mod sheet;
mod structure;
mod style;
mod whole;

use std::collections::BTreeSet;
use std::ops::Range;

use super::shape::Shaper;
use crate::i18n::Language;
use crate::report::document::Document;
use crate::text::faces;

use whole::lay_out;

pub use figure::{Bar, Shape};
pub use reading::{Bounds, Passage, PassageKind, Position, Reading};
pub use sheet::{Paper, Sheet, TypeSize};
pub use structure::{ListTag, Node, NodeId, Structure, Tag};

/// The width of a page of letter paper.
pub const PAGE_WIDTH: f32 = 612.0;
/// The height of a page of letter paper.
pub const PAGE_HEIGHT: f32 = 792.0;
/// The left margin of usual print, wide enough to punch.
pub const LEFT: f32 = 72.0;
/// Where the text area of a page of letter paper ends at the right.
pub const RIGHT: f32 = PAGE_WIDTH - 64.0;

/// A laid-out document.
#[derive(Clone, Debug)]
pub struct Layout {
    /// The width of every page.
    pub width: f32,
    /// The height of every page.
    pub height: f32,
    /// The pages in order.
    pub pages: Vec<Page>,
    /// The structure that the items of the pages belong to.
    pub structure: Structure,
    /// The headings, for a list of contents.
    pub outline: Vec<OutlineEntry>,
    /// The entries of the contents, each leading to its heading.
    pub links: Vec<Link>,
    /// The characters that no embedded face has; they are shown as code points.
    pub uncovered: BTreeSet<char>,
}

/// One page.
#[derive(Clone, Debug)]
pub struct Page {
    /// The language of what stands on every page.
    pub language: Language,
    /// The marking and the banner at its head, each as a whole.
    pub head: Vec<String>,
    /// What stands at its foot, each as a whole, but for its number.
    pub foot: Vec<String>,
    /// The words with its number.
    pub number: String,
    /// Its number among the pages that count; none where it stands apart.
    pub counted: Option<usize>,
    /// What is drawn, in reading order; what is repeated on every page last.
    pub items: Vec<Item>,
}

/// Something drawn.
#[derive(Clone, Debug)]
pub struct Item {
    /// What it is part of.
    pub belongs: Belonging,
    /// What is drawn.
    pub drawing: Drawing,
}

impl Item {
    /// The element it belongs to; none for what is no content.
    #[must_use]
    pub fn node(&self) -> Option<NodeId> {
        match self.belongs {
            Belonging::Element(node) => Some(node),
            Belonging::Artifact(_) => None,
        }
    }
}

/// What something drawn is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Belonging {
    /// Content: the element that it shows.
    Element(NodeId),
    /// No content; left out when the document is read aloud.
    Artifact(Artifact),
}

/// What is drawn and is no content (ISO 32000-1, 14.8.2.2.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Artifact {
    /// The head of every page.
    Header,
    /// The foot of every page.
    Footer,
    /// Rules and dots within the text.
    Decoration,
}

/// A drawing at its place.
#[derive(Clone, Debug)]
pub enum Drawing {
    /// Text.
    Text(Run),
    /// A filled rectangle, given by its top left corner.
    Rectangle {
        /// From the left.
        x: f32,
        /// From the top.
        y: f32,
        /// Its width.
        width: f32,
        /// Its height.
        height: f32,
        /// Its colour.
        ink: Ink,
    },
    /// A box around its inside.
    Frame {
        /// From the left.
        x: f32,
        /// From the top.
        y: f32,
        /// Its width.
        width: f32,
        /// Its height.
        height: f32,
        /// Of the line.
        thickness: f32,
        /// Of the line.
        ink: Ink,
    },
    /// The mark of an answer option.
    Mark(Mark),
    /// A square code.
    Code(Matrix),
}

/// The squares of a square code.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    /// From the left, without the white around it.
    pub x: f32,
    /// From the top.
    pub y: f32,
    /// The side of one square.
    pub side: f32,
    /// The rows from the top, with which squares are black.
    pub rows: Vec<Vec<bool>>,
}

/// The mark of an answer option: a circle where one may be chosen, a square
/// where several may. Chosen ones have a dot or a cross inside, which a
/// black-and-white copy keeps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// From the left, to its centre.
    pub x: f32,
    /// From the top, to its centre.
    pub y: f32,
    /// Half its width.
    pub radius: f32,
    /// Whether it is a circle.
    pub round: bool,
    /// Whether the option was chosen.
    pub selected: bool,
}

/// Glyphs of one face in one line.
#[derive(Clone, Debug)]
pub struct Run {
    /// Where the first glyph begins.
    pub x: f32,
    /// The baseline.
    pub y: f32,
    /// The face of all glyphs.
    pub face: Face,
    /// The size.
    pub size: f32,
    /// The colour.
    pub ink: Ink,
    /// The language of the text.
    pub language: Language,
    /// The characters that are drawn.
    pub text: String,
    /// The glyphs from left to right.
    pub glyphs: Vec<Glyph>,
    /// What the run stands for as a whole where that is not its text: the
    /// character that no face has.
    pub stands_for: Option<String>,
    /// Whether the text has a line break here, and not only the page.
    pub ends_line: bool,
}

impl Run {
    /// The glyphs that show the same characters together.
    pub fn clusters(&self) -> impl Iterator<Item = &[Glyph]> {
        self.glyphs.chunk_by(|_, next| next.text.is_empty())
    }

    /// Where the last glyph ends.
    #[must_use]
    pub fn end(&self) -> f32 {
        self.x + self.glyphs.iter().map(|glyph| glyph.advance).sum::<f32>()
    }
}

/// One glyph.
#[derive(Clone, Debug)]
pub struct Glyph {
    /// Its number in the face; never 0, the missing glyph.
    pub id: u16,
    /// How far the pen moves.
    pub advance: f32,
    /// How far to the right of the pen it is drawn.
    pub x_offset: f32,
    /// How far above the pen it is drawn.
    pub y_offset: f32,
    /// The bytes of the run's text that it shows; empty for a further glyph of
    /// the same characters.
    pub text: Range<usize>,
}

/// An embedded face.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// Inter Regular.
    Regular,
    /// Inter Bold.
    Bold,
    /// Inter Italic.
    Italic,
    /// Noto Sans Canadian Aboriginal, for syllabics.
    Syllabics,
    /// Noto Sans, for letters with marks that Inter lacks.
    Fallback,
}

impl Face {
    /// Every face.
    pub const ALL: [Face; 5] = [
        Face::Regular,
        Face::Bold,
        Face::Italic,
        Face::Syllabics,
        Face::Fallback,
    ];

    /// The font file.
    #[must_use]
    pub fn data(self) -> &'static [u8] {
        match self {
            Face::Regular => faces::REGULAR,
            Face::Bold => faces::BOLD,
            Face::Italic => faces::ITALIC,
            Face::Syllabics => faces::SYLLABICS,
            Face::Fallback => faces::FALLBACK,
        }
    }

    /// The name of the face as fonts are named in a PDF.
    #[must_use]
    pub fn family(self) -> &'static str {
        match self {
            Face::Regular => "Inter-Regular",
            Face::Bold => "Inter-Bold",
            Face::Italic => "Inter-Italic",
            Face::Syllabics => "NotoSansCanadianAboriginal",
            Face::Fallback => "NotoSans",
        }
    }
}

/// A colour. All are dark enough on white for the contrast of WCAG 2.1 AA.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ink {
    /// Running text.
    Black,
    /// Hints and what is repeated on every page.
    Grey,
    /// Headings: a dark blue.
    Accent,
}

/// An entry of the list of contents.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OutlineEntry {
    /// 0 for a part of the document, then the levels of headings.
    pub level: u8,
    /// The words.
    pub title: String,
    /// The index of the page.
    pub page: usize,
    /// The top of the heading on the page.
    pub y: f32,
}

/// A place that leads to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The index of the page it is on.
    pub page: usize,
    /// From the left.
    pub x: f32,
    /// From the top.
    pub y: f32,
    /// Its width.
    pub width: f32,
    /// Its height.
    pub height: f32,
    /// Its element, of [`Tag::Link`]; its alternative are the heading's words.
    pub node: NodeId,
    /// The heading that it leads to.
    pub target: OutlineEntry,
}

impl Layout {
    /// Lays a document out. A document without parts has no pages.
    ///
    /// Guarantees that no line of text reaches over the right margin, that a
    /// heading or prompt stands on the page of what follows it, and that no
    /// glyph is missing. Does not check that texts make sense.
    ///
    /// ```
    /// use probitas::export::layout::Layout;
    /// use probitas::i18n::Language;
    /// use probitas::report::document::{Block, Document, Part, Running, Style, Text};
    ///
    /// let text = Text::new(Language::French, "Équité");
    /// let blocks = vec![Block::Paragraph { style: Style::Body, text, keep_with_next: false }];
    /// let part = Part {
    ///     language: Language::French,
    ///     title: "Français".to_owned(),
    ///     running: Running::default(),
    ///     blocks,
    /// };
    /// let layout = Layout::of(&Document { title: "Essai".to_owned(), parts: vec![part] });
    /// assert_eq!(layout.pages.len(), 1);
    /// assert!(layout.dump().contains("P fr-CA Regular 10.5 \"Équité\""));
    /// ```
    #[must_use]
    pub fn of(document: &Document) -> Self {
        Self::on(document, Sheet::default())
    }

    /// The same on any sheet.
    #[must_use]
    pub fn on(document: &Document, sheet: Sheet) -> Self {
        let mut shaper = Shaper::new();
        let laid = lay_out(document, sheet, &mut shaper);
        Self {
            uncovered: shaper.into_uncovered(),
            ..laid.enlarged(sheet.geometry().scale)
        }
    }
}
