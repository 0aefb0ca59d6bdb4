//! What `printpdf` has no words for, and what it would draw at random.

use std::io::{self, Write};

use lopdf::{Document, Object, ObjectId, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use super::{
    Attachment, PdfError, PdfMetadata, attachment, colour, links, metadata, outline, tags,
};
use crate::export::layout::{Layout, NodeId};
use crate::i18n::Language;

/// Adds language, structure, metadata, the meaning of colours, the list of
/// contents and the attached file, and puts the file together.
pub(super) fn finish(
    mut document: Document,
    layout: &Layout,
    marked: &[Vec<NodeId>],
    about: &PdfMetadata,
    attached: Option<&Attachment<'_>>,
) -> Result<Vec<u8>, PdfError> {
    "1.7".clone_into(&mut document.version);
    let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
    size_pages(&mut document, &pages, layout)?;
    name_faces(&mut document)?;
    let links = links::write(&mut document, &pages, layout)?;
    let root = tags::write(&mut document, &pages, layout, marked, &links);
    let outlines = outline::write(&mut document, &pages, layout);
    let packet = metadata::xmp(about, layout).into_bytes();
    let description = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    // Programs that know no PDF read the packet, so it stays uncompressed.
    let packet = document.add_object(Stream::new(description, packet).with_compression(false));
    let intent = colour::intent(&mut document);
    let information = document.add_object(metadata::information(about));
    if let Some(file) = attached {
        attachment::add(&mut document, file, about.created)?;
    }
    let catalog = document.catalog_mut()?;
    catalog.set("StructTreeRoot", root);
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set("Lang", text_object(language(layout).bcp47()));
    let preferences = dictionary! { "DisplayDocTitle" => true };
    catalog.set("ViewerPreferences", preferences);
    catalog.set("Metadata", packet);
    catalog.set("OutputIntents", vec![Object::Reference(intent)]);
    if let Some(outlines) = outlines {
        catalog.set("Outlines", outlines);
        catalog.set("PageMode", "UseOutlines");
    }
    document.trailer.set("Info", information);
    put_together(document)
}

/// The same content gives the same bytes.
fn put_together(mut document: Document) -> Result<Vec<u8>, PdfError> {
    document.trailer.remove(b"ID");
    document.prune_objects();
    document.renumber_objects();
    document.compress();
    identify(&mut document)?;
    let mut bytes = Vec::new();
    // The elements of the structure are many and alike: packed together they
    // take a third off the file.
    document.save_modern(&mut bytes)?;
    Ok(bytes)
}

fn size_pages(
    document: &mut Document,
    pages: &[ObjectId],
    layout: &Layout,
) -> Result<(), PdfError> {
    for page in pages {
        let page = document.get_object_mut(*page)?.as_dict_mut()?;
        for unneeded in ["Annots", "TrimBox", "CropBox"] {
            page.remove(unneeded.as_bytes());
        }
        // `printpdf` counts in millimetres, which are not exact here.
        page.set(
            "MediaBox",
            vec![
                0.0.into(),
                0.0.into(),
                layout.width.into(),
                layout.height.into(),
            ],
        );
    }
    Ok(())
}

fn language(layout: &Layout) -> Language {
    layout
        .pages
        .first()
        .map_or(Language::English, |page| page.language)
}

/// Marks the faces as cut down, by the same tag in all the places where their
/// name stands (ISO 32000-1, 9.6.4).
fn name_faces(document: &mut Document) -> Result<(), PdfError> {
    let mut descriptors = Vec::new();
    let mut tag = (b'A'..=b'Z').cycle();
    for object in document.objects.values_mut() {
        let Ok(font) = object.as_dict_mut() else {
            continue;
        };
        if !font
            .get(b"Subtype")
            .is_ok_and(|kind| kind.as_name().is_ok_and(|kind| kind == b"Type0"))
        {
            continue;
        }
        let mut name = b"PROBA+".to_vec();
        name.insert(5, tag.next().unwrap_or(b'A'));
        name.extend_from_slice(font.get(b"BaseFont")?.as_name()?);
        font.set("BaseFont", Object::Name(name.clone()));
        for descendant in font.get_mut(b"DescendantFonts")?.as_array_mut()? {
            let descendant = descendant.as_dict_mut()?;
            descendant.set("BaseFont", Object::Name(name.clone()));
            descriptors.push((
                descendant.get(b"FontDescriptor")?.as_reference()?,
                name.clone(),
            ));
        }
    }
    for (id, name) in descriptors {
        document
            .get_object_mut(id)?
            .as_dict_mut()?
            .set("FontName", Object::Name(name));
    }
    Ok(())
}

/// Sets the file's identifier to a digest of what is in it.
fn identify(document: &mut Document) -> Result<(), PdfError> {
    let mut digest = Digesting(Sha256::new());
    document.save_to(&mut digest)?;
    let digest = digest.0.finalize();
    let id = Object::String(
        digest.iter().take(16).copied().collect(),
        StringFormat::Hexadecimal,
    );
    document.trailer.set("ID", vec![id.clone(), id]);
    Ok(())
}

/// Digests what is written to it.
struct Digesting(Sha256);

impl Write for Digesting {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A text as an object: as it is in ASCII, else as UTF-16 with its mark.
pub(super) fn text_object(text: &str) -> Object {
    if text.is_ascii() {
        return Object::string_literal(text);
    }
    Object::String(utf16(text), StringFormat::Hexadecimal)
}

/// A text in UTF-16 with its mark, as text strings are written (ISO 32000-1, 7.9.2.2).
pub(super) fn utf16(text: &str) -> Vec<u8> {
    let mut bytes = vec![0xFE, 0xFF];
    bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    bytes
}
