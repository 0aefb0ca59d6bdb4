//! The faces in use, cut down to their glyphs in use, and which character
//! each glyph is known as.

use std::collections::{BTreeMap, BTreeSet};

use printpdf::{
    Codepoint, FontId, Op, ParsedFont, PdfDocument, PdfFont, PdfFontHandle, Pt, TextItem,
};
use skrifa::MetadataProvider;
use subsetter::GlyphRemapper;

use super::PdfError;
use crate::export::layout::{Drawing, Face, Glyph, Layout, Run};

/// All faces that a layout uses.
pub(super) struct EmbeddedFaces {
    faces: BTreeMap<Face, EmbeddedFace>,
}

/// A face that was cut down.
pub(super) struct EmbeddedFace {
    pub(super) id: FontId,
    font: ParsedFont,
    /// By the glyph's number in the whole face.
    glyphs: BTreeMap<u16, EmbeddedGlyph>,
}

/// A glyph of a face that was cut down.
#[derive(Clone, Debug)]
pub(super) struct EmbeddedGlyph {
    pub(super) id: u16,
    /// Its advance as the file states it, in thousandths of the size.
    pub(super) advance: f32,
    /// The characters it is known as in the file.
    characters: String,
}

/// What stands for a glyph that was not embedded, which none is.
const MISSING: &EmbeddedGlyph = &EmbeddedGlyph {
    id: 0,
    advance: 0.0,
    characters: String::new(),
};

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

    /// Adds the faces to a file. Returns operations that show every glyph
    /// once: `printpdf` embeds what its own operations show.
    pub(super) fn register(self, pdf: &mut PdfDocument) -> Vec<Op> {
        let mut shown = vec![Op::StartTextSection];
        for face in self.faces.into_values() {
            shown.push(Op::SetFont {
                font: PdfFontHandle::External(face.id.clone()),
                size: Pt(1.0),
            });
            let glyphs = face.glyphs.into_values();
            let glyphs = glyphs.map(|glyph| Codepoint::with_cid(glyph.id, 0.0, glyph.characters));
            shown.push(Op::ShowText {
                items: vec![TextItem::GlyphIds(glyphs.collect())],
            });
            let font = PdfFont::new(face.font);
            pdf.resources.fonts.map.insert(face.id, font);
        }
        shown.push(Op::EndTextSection);
        shown
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
        let mut remapper = GlyphRemapper::new();
        for id in &ids {
            remapper.remap(*id);
        }
        let bytes = subsetter::subset(face.data(), 0, &remapper)
            .map_err(|source| PdfError::Subset { face: name, source })?;
        let font = ParsedFont::from_bytes(&bytes, 0, &mut Vec::new())
            .ok_or(PdfError::Face { face: name })?;
        let units = f32::from(font.pdf_font_metrics.units_per_em.max(1));
        let glyph = |(id, characters)| {
            let small = remapper.get(id).unwrap_or_default();
            let width = f32::from(font.get_glyph_width(small).unwrap_or_default());
            let glyph = EmbeddedGlyph {
                id: small,
                // The file holds whole numbers, cut off.
                advance: (width * 1000.0 / units).trunc(),
                characters,
            };
            (id, glyph)
        };
        let glyphs = characters(face, &ids, runs).into_iter().map(glyph);
        Ok(Self {
            id: FontId(name.to_owned()),
            glyphs: glyphs.collect(),
            font,
        })
    }

    /// The glyph with the given number in the whole face.
    pub(super) fn glyph(&self, id: u16) -> &EmbeddedGlyph {
        self.glyphs.get(&id).unwrap_or(MISSING)
    }

    /// Whether the glyphs are known as just these characters.
    pub(super) fn tells(&self, glyphs: &[Glyph], text: &str) -> bool {
        let rest = glyphs.iter().try_fold(text, |rest, glyph| {
            rest.strip_prefix(self.glyph(glyph.id).characters.as_str())
        });
        rest == Some("")
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
