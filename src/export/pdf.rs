//! A [`Layout`] as a PDF file.
//!
//! `printpdf` makes the pages and embeds the faces; the drawing is written here,
//! since most of it is for tags. The finishing sets what `printpdf` has no words
//! for: language, structure tree, metadata, list of contents, and an identifier
//! that follows from the content. The same layout and metadata give the same
//! bytes. Every character can be got back from the file: where a glyph alone
//! does not tell which one it shows, the text stands beside it (`ActualText`).
//!
//! The file says that it conforms to PDF/UA-1 and PDF/A-3a. Whether it does is
//! not checked here but by the tests of the project, on every kind of document
//! and on hostile texts (`.ci/pdf`). Deliberately absent: electronic signatures
//! inside the PDF, encryption.

mod attachment;
mod colour;
mod content;
mod faces;
mod finish;
mod labels;
mod links;
mod metadata;
mod operators;
mod outline;
mod pen;
mod tags;

use chrono::{DateTime, FixedOffset};
use printpdf::{PdfDocument, PdfPage, PdfSaveOptions, PdfWarnMsg, Pt};

use super::layout::Layout;
use crate::i18n::Language;
use content::PageContent;

/// What is said of the file rather than in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PdfMetadata {
    /// The title, which a reader's program shows.
    pub title: String,
    /// The title in each language of the document.
    pub titles: Vec<(Language, String)>,
    /// The organization, as the author.
    pub author: String,
    /// When the content was last changed; not when the file was made. None
    /// where there is no content.
    pub created: Option<DateTime<FixedOffset>>,
}

/// A file that is carried inside: the submission that the pages were made from.
#[derive(Clone, Copy, Debug)]
pub struct Attachment<'a> {
    /// Its name, in ASCII.
    pub name: &'a str,
    /// What it is, for people.
    pub description: &'a str,
    /// Its content, byte for byte.
    pub json: &'a [u8],
}

/// Why no PDF was made. None of these depends on what answers say.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// An embedded face cannot be cut down to the glyphs in use.
    #[error("the embedded face {face} cannot be subset")]
    Subset {
        /// Its name.
        face: &'static str,
        /// What the subsetter found.
        source: subsetter::Error,
    },
    /// A face that was cut down cannot be read.
    #[error("the embedded face {face} cannot be read")]
    Face {
        /// Its name.
        face: &'static str,
    },
    /// The writer of the file's drawing reported an error.
    #[error("the pages cannot be written")]
    Pages,
    /// The file's own structure is not as expected.
    #[error("the file cannot be finished")]
    Finish(#[from] lopdf::Error),
    /// The bytes could not be put together.
    #[error("the file cannot be put together")]
    Write(#[from] std::io::Error),
}

/// Writes a layout as a PDF file, with the submission it was made from inside.
///
/// ```
/// use probitas::export::{layout::Layout, pdf};
/// use probitas::report::document::Document;
///
/// let document = Document { title: "Self-assessment".to_owned(), parts: Vec::new() };
/// let metadata = pdf::PdfMetadata {
///     title: document.title.clone(),
///     titles: Vec::new(),
///     author: "Canadian Dairy Commission".to_owned(),
///     created: Some(chrono::DateTime::parse_from_rfc3339("2024-07-31T12:00:00-04:00")?),
/// };
/// let bytes = pdf::write(&Layout::of(&document), &metadata, None)?;
/// assert!(bytes.starts_with(b"%PDF-1.7"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// [`PdfError`], if an embedded face or the file's structure is defective.
pub fn write(
    layout: &Layout,
    metadata: &PdfMetadata,
    attachment: Option<&Attachment<'_>>,
) -> Result<Vec<u8>, PdfError> {
    let faces = faces::EmbeddedFaces::of(layout)?;
    let drawn = layout.pages.iter();
    let drawn = drawn.map(|page| content::page(page, &faces, layout));
    let drawn: Vec<PageContent> = drawn.collect();
    let mut pdf = PdfDocument::new(&metadata.title);
    let mut glyphs = faces.register(&mut pdf);
    let pages = layout.pages.iter().map(|_| {
        let (width, height) = (Pt(layout.width).into(), Pt(layout.height).into());
        PdfPage::new(width, height, std::mem::take(&mut glyphs))
    });
    pdf.with_pages(pages.collect());
    let options = PdfSaveOptions {
        optimize: true,
        subset_fonts: false,
        secure: true,
        image_optimization: None,
    };
    let mut warnings: Vec<PdfWarnMsg> = Vec::new();
    let document = printpdf::to_lopdf_doc(&pdf, &options, &mut warnings);
    let failed = printpdf::PdfParseErrorSeverity::Error;
    if warnings.iter().any(|warning| warning.severity == failed) {
        return Err(PdfError::Pages);
    }
    finish::finish(document, layout, drawn, metadata, attachment)
}

/// How many pages a file has; nothing where it is no PDF that can be read.
#[must_use]
pub fn page_count(bytes: &[u8]) -> Option<usize> {
    let document = lopdf::Document::load_mem(bytes).ok()?;
    Some(document.get_pages().len())
}
