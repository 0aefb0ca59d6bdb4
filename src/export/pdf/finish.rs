//! What `printpdf` has no words for, and what it would draw at random.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use super::content::PageContent;
use super::{
    Attachment, PdfError, PdfMetadata, attachment, colour, labels, links, metadata, outline, tags,
};
use crate::export::layout::{Layout, NodeId};
use crate::i18n::Language;
use crate::response::hex;

/// How long the identifier of a file is.
const ID_BYTES: usize = 16;

/// Adds language, structure, metadata, the meaning of colours, the list of
/// contents and the attached file, and puts the file together.
pub(super) fn finish(
    mut document: Document,
    layout: &Layout,
    drawn: Vec<PageContent>,
    about: &PdfMetadata,
    attached: Option<&Attachment<'_>>,
) -> Result<Vec<u8>, PdfError> {
    "1.7".clone_into(&mut document.version);
    let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
    size_pages(&mut document, &pages, layout)?;
    let marked = draw(&mut document, &pages, drawn)?;
    name_faces(&mut document)?;
    let links = links::write(&mut document, &pages, layout)?;
    let root = tags::write(&mut document, &pages, layout, &marked, &links);
    let outlines = outline::write(&mut document, &pages, layout);
    let packet = metadata::xmp(about, layout).into_bytes();
    let description = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    // Programs that know no PDF read the packet, so it stays uncompressed.
    let packet = document.add_object(Stream::new(description, packet).with_compression(false));
    let intent = colour::intent(&mut document);
    if let Some(file) = attached {
        attachment::add(&mut document, file, about.created)?;
    }
    let catalog = document.catalog_mut()?;
    catalog.set("StructTreeRoot", root);
    if !layout.pages.is_empty() {
        catalog.set("PageLabels", labels::tree(layout));
    }
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
    let information = document.trailer.get(b"Info")?.as_reference()?;
    document
        .objects
        .insert(information, metadata::information(about).into());
    put_together(document)
}

/// Replaces the drawing of every page. Returns the elements that the marked
/// sequences of each belong to.
fn draw(
    document: &mut Document,
    pages: &[ObjectId],
    drawn: Vec<PageContent>,
) -> Result<Vec<Vec<NodeId>>, PdfError> {
    let mut marked = Vec::new();
    for (page, content) in pages.iter().zip(drawn) {
        let page = document.get_object(*page)?.as_dict()?;
        let id = page.get(b"Contents")?.as_reference()?;
        let stream = Stream::new(Dictionary::new(), content.operators.into_bytes());
        document.objects.insert(id, stream.into());
        marked.push(content.marked);
    }
    Ok(marked)
}

/// The same content gives the same bytes: the identifier, zero at first, is
/// replaced by a digest of the file.
fn put_together(mut document: Document) -> Result<Vec<u8>, PdfError> {
    let zero = Object::String(vec![0; ID_BYTES], StringFormat::Hexadecimal);
    document.trailer.set("ID", vec![zero.clone(), zero]);
    compress(&mut document)?;
    let mut bytes = Vec::new();
    // The elements of the structure are many and alike: packed together they
    // take a third off the file.
    document.save_modern(&mut bytes)?;
    identify(&mut bytes);
    Ok(bytes)
}

/// `lopdf` would try hardest, which takes twice the time and saves next to
/// nothing.
fn compress(document: &mut Document) -> Result<(), PdfError> {
    for object in document.objects.values_mut() {
        let Object::Stream(stream) = object else {
            continue;
        };
        if !stream.allows_compression || stream.dict.has(b"Filter") {
            continue;
        }
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(&stream.content)?;
        let compressed = encoder.finish()?;
        if compressed.len() < stream.content.len() {
            stream.dict.set("Filter", "FlateDecode");
            stream.set_content(compressed);
        }
    }
    Ok(())
}

/// Writes a digest of a file over its identifier, which stands near its end.
fn identify(bytes: &mut [u8]) {
    let digest = Sha256::digest(&*bytes);
    let mut digits = hex(&digest);
    digits.truncate(2 * ID_BYTES);
    let zeros = "0".repeat(digits.len());
    for _ in 0..2 {
        let windows = bytes.windows(zeros.len());
        let place = windows
            .clone()
            .rposition(|window| window == zeros.as_bytes());
        let place = place.and_then(|start| bytes.get_mut(start..start + zeros.len()));
        if let Some(place) = place {
            place.copy_from_slice(digits.as_bytes());
        }
    }
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
