//! What is shown of a response, once for every output.
//!
//! [`submission`] makes the document that is printed for sign-off,
//! [`published_page`] the page that a central agency publishes, and [`page`]
//! the same as a document. Review, PDF, pages and text all show
//! the same [`document::Document`], so that they cannot disagree on what is
//! shown. What is required or left out is decided by [`crate::rules`], not here.
//!
//! Left out on purpose: where anything stands on a page ([`crate::export`]).

pub mod document;
pub mod marks;

mod form;
mod published;
mod running;
mod sign_off;

use crate::i18n::Language;
use crate::questionnaire::Shipped;
use crate::response::QuestionnaireResponse;
use crate::rules::Evaluation;
use crate::submission::fingerprint::RecordDigest;
use crate::submission::verify::VerifiedSubmission;
use crate::text;
use document::{Block, Document, Part, Text};
pub use published::{PublishedItem, PublishedPage, PublishedQuestion, PublishedSection};
pub use running::marking;

/// What a document is made from.
#[derive(Clone, Copy, Debug)]
pub struct Content<'a> {
    /// The questionnaire with the sources of its wording.
    pub shipped: &'a Shipped,
    /// The answers.
    pub response: &'a QuestionnaireResponse,
    /// What the rules say of them.
    pub evaluation: &'a Evaluation,
}

/// What a submission document is a print of.
#[derive(Clone, Copy, Debug)]
pub enum Edition<'a> {
    /// A draft with errors: marked on every page, no fingerprint.
    Draft,
    /// A complete record that nobody signed electronically.
    Unsigned(&'a RecordDigest),
    /// A submission whose signatures were verified.
    Signed(&'a VerifiedSubmission),
}

impl Edition<'_> {
    /// The digest of the record; none for a draft.
    #[must_use]
    pub fn digest(&self) -> Option<RecordDigest> {
        match self {
            Edition::Draft => None,
            Edition::Unsigned(digest) => Some(**digest),
            Edition::Signed(verified) => Some(verified.record().digest()),
        }
    }
}

/// The document for sign-off, in the given languages one after the other:
/// title, facts, every question with ticked and unticked options, attestations
/// with lines to sign on.
#[must_use]
pub fn submission(content: Content<'_>, edition: Edition<'_>, languages: &[Language]) -> Document {
    let part = |language: &Language| {
        let language = *language;
        let mut blocks = vec![title(content, language)];
        blocks.extend(sign_off::facts(content, edition, language));
        blocks.extend(form::blocks(content, language, form::Layout::WithFacts));
        blocks.extend(sign_off::blocks(content, edition, language));
        Part {
            language,
            title: content.shipped.questionnaire.title.get(language).clone(),
            running: running::running(content, edition, language),
            blocks,
        }
    };
    document(
        content,
        languages.first().copied(),
        languages.iter().map(part).collect(),
    )
}

/// The page as a central agency publishes it: the organization, the title, and
/// the form with what was answered, question by question.
#[must_use]
pub fn published_page(content: Content<'_>, language: Language) -> PublishedPage {
    let name = running::organization_name(content.response, language);
    let title = wording_of_title(content, language);
    let whole = document(content, Some(language), Vec::new()).title;
    published::page(content, language, Text::new(name.1, name.0), title, whole)
}

/// The published page as a document.
#[must_use]
pub fn page(content: Content<'_>, language: Language) -> Document {
    published_page(content, language).document()
}

/// A text of the program, such as a chapter of the guide, as blocks; its
/// sub-headings have this level.
#[must_use]
pub fn prose(text: &text::Document, language: Language, level: u8) -> Vec<Block> {
    form::prose(&text.blocks, language, level)
}

fn title(content: Content<'_>, language: Language) -> Block {
    Block::Heading {
        level: 1,
        text: wording_of_title(content, language),
    }
}

fn wording_of_title(content: Content<'_>, language: Language) -> Text {
    let title = &content.shipped.questionnaire.title;
    let unofficial = content.shipped.provenance.is_unofficial("title", language);
    Text::new(language, title.get(language).as_str()).marked_unofficial(unofficial)
}

/// What a reader's program shows as the document's title, in each language.
#[must_use]
pub fn titles(content: Content<'_>, languages: &[Language]) -> Vec<(Language, String)> {
    let titles = languages.iter().map(|language| {
        let title = content.shipped.questionnaire.title.get(*language);
        let name = running::organization_name(content.response, *language).0;
        let title = if name.is_empty() {
            title.clone()
        } else {
            format!("{name} – {title}")
        };
        (*language, title)
    });
    titles.collect()
}

fn document(content: Content<'_>, first: Option<Language>, parts: Vec<Part>) -> Document {
    let language = first.unwrap_or_else(|| content.response.language_order());
    let titles = titles(content, &[language]).into_iter();
    let title = titles.map(|(_, title)| title).collect();
    Document { title, parts }
}
