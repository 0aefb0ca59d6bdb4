//! The faces in use, cut down to their glyphs in use, and which character
//! each glyph is known as.

use std::collections::{BTreeMap, BTreeSet};

use printpdf::{FontId, ParsedFont, PdfDocument, PdfFont};
use skrifa::MetadataProvider;
use subsetter::GlyphRemapper;

use super::PdfError;
use crate::export::layout::{Drawing, Face, Layout, Run};

/// All faces that a layout uses.
pub(super) struct EmbeddedFaces {
    faces: BTreeMap<Face, EmbeddedFace>,
}

/// A face that was cut down.
pub(super) struct EmbeddedFace {
    pub(super) id: FontId,
    glyphs: GlyphRemapper,
    font: ParsedFont,
    /// By the glyph's number in the whole face.
    characters: BTreeMap<u16, String>,
}

/// A glyph of a face that was cut down.
#[derive(Clone, Copy, Debug)]
pub(super) struct EmbeddedGlyph<'a> {
    pub(super) id: u16,
    /// Its advance as the file states it, in thousandths of the size.
    pub(super) advance: f32,
    /// The characters it is known as in the file.
    pub(super) characters: &'a str,
}

impl EmbeddedFaces {
    /// Cuts every face in use down, once.
    pub(super) fn of(layout: &Layout) -> Result<Self, PdfError> {
        let mut runs: BTreeMap<Face, Vec<&Run>> = BTreeMap::new();
        for item in layout.pages.iter().flat_map(|page| &page.items) {
            if let Drawing::Text(run) = &item.drawing {
                runs.entry(run.face).or_default().push(run);
            }
        }
        let faces = runs
            .into_iter()
            .map(|(face, runs)| Ok((face, EmbeddedFace::of(face, &runs)?)));
        Ok(Self {
            faces: faces.collect::<Result<_, PdfError>>()?,
        })
    }

    pub(super) fn face(&self, face: Face) -> Option<&EmbeddedFace> {
        self.faces.get(&face)
    }

    pub(super) fn register(&self, pdf: &mut PdfDocument) {
        for face in self.faces.values() {
            let font = PdfFont::new(face.font.clone());
            pdf.resources.fonts.map.insert(face.id.clone(), font);
        }
    }
}

impl EmbeddedFace {
    fn of(face: Face, runs: &[&Run]) -> Result<Self, PdfError> {
        let name = face.family();
        let ids: BTreeSet<u16> = runs
            .iter()
            .flat_map(|run| &run.glyphs)
            .map(|glyph| glyph.id)
            .collect();
        let mut glyphs = GlyphRemapper::new();
        for id in &ids {
            glyphs.remap(*id);
        }
        let bytes = subsetter::subset(face.data(), 0, &glyphs)
            .map_err(|source| PdfError::Subset { face: name, source })?;
        let font = ParsedFont::from_bytes(&bytes, 0, &mut Vec::new())
            .ok_or(PdfError::Face { face: name })?;
        Ok(Self {
            id: FontId(name.to_owned()),
            glyphs,
            font,
            characters: characters(face, &ids, runs),
        })
    }

    /// The glyph with the given number in the whole face.
    pub(super) fn glyph(&self, id: u16) -> EmbeddedGlyph<'_> {
        let small = self.glyphs.get(id).unwrap_or_default();
        let units = f32::from(self.font.pdf_font_metrics.units_per_em.max(1));
        let width = f32::from(self.font.get_glyph_width(small).unwrap_or_default());
        EmbeddedGlyph {
            id: small,
            // The file holds whole numbers, cut off.
            advance: (width * 1000.0 / units).trunc(),
            characters: self.characters.get(&id).map_or("", String::as_str),
        }
    }
}

/// What each glyph is known as: what it shows most often where it stands for
/// characters alone, else the first character that the face maps to it.
fn characters(face: Face, ids: &BTreeSet<u16>, runs: &[&Run]) -> BTreeMap<u16, String> {
    let mut uses: BTreeMap<u16, BTreeMap<&str, usize>> = BTreeMap::new();
    for (run, cluster) in runs
        .iter()
        .flat_map(|run| run.clusters().map(move |cluster| (run, cluster)))
    {
        if let [glyph] = cluster {
            let text = run.text.get(glyph.text.clone()).unwrap_or_default();
            *uses.entry(glyph.id).or_default().entry(text).or_default() += 1;
        }
    }
    let mut characters: BTreeMap<u16, String> = BTreeMap::new();
    for (id, texts) in uses {
        if let Some((text, _)) = texts.into_iter().max_by_key(|(_, count)| *count) {
            characters.insert(id, text.to_owned());
        }
    }
    if let Ok(font) = skrifa::FontRef::new(face.data()) {
        for (code, glyph) in font.charmap().mappings() {
            let id = u16::try_from(glyph.to_u32()).unwrap_or_default();
            if let Some(character) = char::from_u32(code).filter(|_| ids.contains(&id)) {
                characters
                    .entry(id)
                    .or_insert_with(|| character.to_string());
            }
        }
    }
    for id in ids {
        characters
            .entry(*id)
            .or_insert_with(|| "\u{fffd}".to_owned());
    }
    characters
}
