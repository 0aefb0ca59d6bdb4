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

mod blank;
mod checking;
mod form;
mod key_page;
mod presentation;
mod published;
mod running;
mod sign_off;
mod summary;

pub use blank::blank;
pub use key_page::{KeyPage, key_page, key_page_titles};
pub use presentation::{Arrangement, Presentation, Scope, ShownOptions, Summary};

use crate::i18n::Language;
use crate::questionnaire::Shipped;
use crate::response::QuestionnaireResponse;
use crate::rules::Evaluation;
use crate::submission::fingerprint::RecordDigest;
use crate::submission::verify::{OpenedSubmission, UncheckedSubmission, VerifiedSubmission};
use crate::text;
use document::{Block, Document, Part, Text};
pub use published::{PublishedItem, PublishedPage, PublishedQuestion, PublishedSection};
pub use running::marking;
pub use summary::summary;

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
    /// A signed submission where the key of a signer was not at hand.
    Unchecked(&'a UncheckedSubmission),
}

impl<'a> Edition<'a> {
    /// The edition of a submission that was opened, whose digest is `digest`.
    #[must_use]
    pub fn of(opened: &'a OpenedSubmission, digest: &'a RecordDigest) -> Self {
        match opened {
            OpenedSubmission::Verified(verified) => Edition::Signed(verified),
            OpenedSubmission::Unchecked(unchecked) => Edition::Unchecked(unchecked),
            OpenedSubmission::Unsigned(_) => Edition::Unsigned(digest),
        }
    }

    /// Whether somebody signed it electronically, as far as is known.
    #[must_use]
    pub fn is_signed(&self) -> bool {
        matches!(self, Edition::Signed(_) | Edition::Unchecked(_))
    }

    /// The digest of the record; none for a draft.
    #[must_use]
    pub fn digest(&self) -> Option<RecordDigest> {
        match self {
            Edition::Draft => None,
            Edition::Unsigned(digest) => Some(**digest),
            Edition::Signed(verified) => Some(verified.record().digest()),
            Edition::Unchecked(unchecked) => Some(unchecked.record().digest()),
        }
    }
}

/// The document for sign-off, in the given languages one after the other:
/// title, facts, every question with ticked and unticked options, attestations
/// with lines to sign on, and how to check the document.
#[must_use]
pub fn submission(content: Content<'_>, edition: Edition<'_>, languages: &[Language]) -> Document {
    presented(content, edition, languages, Presentation::default())
}

/// The same in any presentation. Languages stand beside each other only where
/// there are two.
#[must_use]
pub fn presented(
    content: Content<'_>,
    edition: Edition<'_>,
    languages: &[Language],
    presentation: Presentation,
) -> Document {
    let parts =
        if let (Arrangement::Facing, [first, second]) = (presentation.arrangement, languages) {
            let languages = [*first, *second];
            vec![facing_part(content, edition, languages, presentation)]
        } else {
            let part = |language: &Language| part(content, edition, *language, presentation);
            languages.iter().map(part).collect()
        };
    document(content, languages.first().copied(), parts)
}

fn part(
    content: Content<'_>,
    edition: Edition<'_>,
    language: Language,
    presentation: Presentation,
) -> Part {
    let mut blocks = vec![title(content, language)];
    if presentation.scope == Scope::Whole {
        blocks.extend(sign_off::facts(content, edition, language));
        blocks.push(contents(language));
        let layout = form::Layout::WithFacts(presentation.options);
        blocks.extend(form::blocks(content, language, layout));
        blocks.push(Block::PageBreak);
    }
    blocks.extend(sign_off::blocks(content, edition, language));
    blocks.extend(checking::blocks(content, edition, language));
    Part {
        language,
        title: content.shipped.questionnaire.title.get(language).clone(),
        running: running::running(content, edition, language),
        blocks,
    }
}

/// Both languages, question by question; the approval in each.
fn facing_part(
    content: Content<'_>,
    edition: Edition<'_>,
    languages: [Language; 2],
    presentation: Presentation,
) -> Part {
    let [language, _] = languages;
    let whole = presentation.scope == Scope::Whole;
    let top = languages.map(|language| {
        let mut blocks = vec![title(content, language)];
        if whole {
            blocks.extend(sign_off::facts(content, edition, language));
        }
        blocks
    });
    let mut blocks = vec![Block::Facing(top)];
    if whole {
        blocks.extend(languages.map(contents));
        let layout = form::Layout::WithFacts(presentation.options);
        blocks.extend(form::facing(content, languages, layout));
        blocks.push(Block::PageBreak);
    }
    for (index, language) in languages.into_iter().enumerate() {
        if index > 0 {
            blocks.push(Block::PageBreak);
        }
        blocks.extend(sign_off::blocks(content, edition, language));
        blocks.extend(checking::blocks(content, edition, language));
    }
    let [first, second] = languages.map(|language| running::running(content, edition, language));
    Part {
        language,
        title: content.shipped.questionnaire.title.get(language).clone(),
        running: running::bilingual(first, second),
        blocks,
    }
}

fn contents(language: Language) -> Block {
    /// Sections and questions.
    const LEVEL: u8 = 3;
    let title = crate::i18n::report::contents().text(language);
    Block::Contents {
        title: Text::new(language, title),
        level: LEVEL,
    }
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
