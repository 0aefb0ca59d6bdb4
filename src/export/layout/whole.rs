//! All parts of a document: composed once, put on pages, and put together.

use std::collections::BTreeSet;

use super::assembly::Assembly;
use super::blocks::Composer;
use super::blocks::contents::{self, OpenContents};
use super::pages::{Flow, Spot, paginate, placed};
use super::running::{RunningFrame, foot_words, head_words};
use super::{Layout, OutlineEntry, Page, Sheet};
use crate::export::shape::Shaper;
use crate::i18n::Language;
use crate::report::document::{Document, Part};

/// A part with its rows, before these stand on pages.
struct Composed<'a> {
    part: &'a Part,
    flow: Vec<Flow>,
    /// Where the contents go, if the document is long enough for them.
    contents: Vec<OpenContents<'a>>,
    frame: RunningFrame,
}

impl Composed<'_> {
    /// Whether its pages count among those of the document.
    fn is_numbered(&self) -> bool {
        self.part.running.apart.is_none()
    }

    fn pages(&self) -> Vec<Vec<Spot>> {
        paginate(&self.flow, self.frame.top, self.frame.bottom)
    }
}

/// Lays a document out, every measure as on a sheet of usual type.
pub(super) fn lay_out(document: &Document, sheet: Sheet, shaper: &mut Shaper) -> Layout {
    let geometry = sheet.geometry();
    let language = document.parts.first();
    let language = language.map_or(Language::English, |part| part.language);
    let mut composer = Composer::new(language, geometry, shaper);
    let mut parts: Vec<Composed<'_>> = document
        .parts
        .iter()
        .map(|part| {
            let (flow, contents) = composer.part(part);
            let unofficial = flow.iter().any(Flow::is_unofficial);
            let frame = RunningFrame::of(part, unofficial, geometry, composer.shaper);
            Composed {
                part,
                flow,
                contents,
                frame,
            }
        })
        .collect();
    let numbered = parts.iter().filter(|composed| composed.is_numbered());
    let count: usize = numbered.map(|composed| composed.pages().len()).sum();
    if count > contents::MOST_PAGES_WITHOUT {
        for composed in &mut parts {
            let room = composed.frame.bottom - composed.frame.top;
            for open in std::mem::take(&mut composed.contents) {
                composer.contents(&open, &composed.part.blocks, room, &mut composed.flow);
            }
        }
    }
    let assembly = assemble(parts, composer.shaper);
    Layout {
        width: geometry.width,
        height: geometry.height,
        pages: assembly.pages,
        structure: composer.structure,
        outline: assembly.outline,
        links: assembly.links,
        uncovered: BTreeSet::new(),
    }
}

/// The pages of all parts, with what stands on each of them.
fn assemble(parts: Vec<Composed<'_>>, shaper: &mut Shaper) -> Assembly {
    let several = parts.len() > 1;
    let parts = parts.into_iter().map(|composed| {
        let pages = composed.pages();
        let pages = placed(composed.flow, pages);
        (composed.part, composed.frame, pages)
    });
    let parts: Vec<_> = parts.collect();
    let numbered = parts
        .iter()
        .filter(|(part, ..)| part.running.apart.is_none());
    let count = numbered.map(|(_, _, pages)| pages.len()).sum();
    let mut numbered = 0;
    let mut assembly = Assembly::default();
    for (part, frame, pages) in parts {
        if several {
            assembly.outline.push(OutlineEntry {
                level: 0,
                title: part.title.clone(),
                page: assembly.pages.len(),
                y: 0.0,
            });
        }
        assembly.begin_part();
        let pages = contents::with_numbers(pages, numbered, shaper);
        for rows in pages {
            let apart = part.running.apart.clone();
            numbered += usize::from(apart.is_none());
            let counted = apart.is_none().then_some(numbered);
            let number = apart.unwrap_or_else(|| part.running.page_number.of(numbered, count));
            let with_note = rows.iter().any(|placed| placed.row.unofficial);
            let running = frame.items(with_note, &number, part.language, shaper);
            let page = Page {
                language: part.language,
                head: head_words(part),
                foot: foot_words(part, with_note),
                number,
                counted,
                items: running,
            };
            assembly.page(page, rows);
        }
        assembly.end_part();
    }
    assembly
}
