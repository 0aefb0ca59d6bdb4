//! The files that an export makes, as bytes, before any is written: the same
//! from the window and from the terminal.

use chrono::{DateTime, Utc};
use zip::result::ZipError;

use super::archive;
use super::layout::{Layout, Sheet};
use super::name::{OutputKind, OutputState, file_name, sign_off_name};
use super::pdf::{self, Attachment, PdfError, PdfMetadata};
use super::settings::Settings;
use super::{html, markdown, text};
use crate::i18n::{Language, Message, MessagePair, cli as told, report as words, sign_off};
use crate::questionnaire::Shipped;
use crate::report::document::Document;
use crate::report::{self, Content, Edition, KeyPage, Scope, Summary};
use crate::response::{AnswerLanguages, Marking, QuestionnaireResponse};
use crate::submission::file::{FileError, SubmissionFile};
use crate::submission::jws::{Signer, SigningError};
use crate::submission::key::{PublicKey, SigningKey};
use crate::submission::key_file::KeyHolder;
use crate::submission::record::SealedRecord;
use crate::submission::verify::{self, Verification, VerifiedSubmission};

/// Which outputs were asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The submission.
    pub json: bool,
    /// The PDF, in these languages.
    pub pdf: Option<AnswerLanguages>,
    /// The published page as text, in these languages.
    pub text: Option<AnswerLanguages>,
    /// The published page as HTML, a file for each of these languages.
    pub page: Option<AnswerLanguages>,
    /// The same without a frame.
    pub fragment: Option<AnswerLanguages>,
    /// The published page as Markdown, a file for each of these languages.
    pub markdown: Option<AnswerLanguages>,
    /// How the PDF is printed.
    pub settings: Settings,
}

/// One file.
#[derive(Debug)]
pub struct Output {
    /// What it is.
    pub kind: OutputKind,
    /// Its name.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// What the outputs are made from.
pub enum Source<'a> {
    /// A response that is not completed.
    Draft,
    /// A submission.
    Submission {
        /// The very bytes of its file.
        json: &'a [u8],
        /// What is known of its signatures; never that it is a draft.
        edition: Edition<'a>,
    },
}

/// Why an output cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum OutputError {
    /// The submission could not be written as a file.
    #[error(transparent)]
    File(#[from] FileError),
    /// The PDF could not be made.
    #[error(transparent)]
    Pdf(#[from] PdfError),
    /// The archive could not be made.
    #[error(transparent)]
    Archive(#[from] ZipError),
}

impl OutputError {
    /// What happened and what to do, for people.
    #[must_use]
    pub fn message(&self) -> MessagePair {
        match self {
            OutputError::File(error) => error.message(),
            OutputError::Pdf(_) => MessagePair::new(told::err_pdf(), told::hint_pdf()),
            OutputError::Archive(_) => {
                MessagePair::new(sign_off::err_archive(), sign_off::hint_archive())
            }
        }
    }
}

impl Wanted {
    /// JSON, and a PDF in both languages.
    #[must_use]
    pub fn usual() -> Self {
        Wanted {
            json: true,
            pdf: Some(AnswerLanguages::Both),
            ..Wanted::default()
        }
    }

    /// Whether no output is among it.
    #[must_use]
    pub fn is_nothing(self) -> bool {
        let nothing = Wanted {
            settings: self.settings,
            ..Wanted::default()
        };
        self == nothing
    }

    /// What a draft gets of it: PDF and text, which are marked as a draft.
    /// There is no submission, and a page is made to be published.
    #[must_use]
    pub fn of_draft(self) -> Self {
        Wanted {
            pdf: self.pdf,
            text: self.text,
            settings: self.settings,
            ..Wanted::default()
        }
    }

    /// Whether pages are among it, beside the page as text.
    #[must_use]
    pub fn has_pages(self) -> bool {
        self.page.is_some() || self.fragment.is_some() || self.markdown.is_some()
    }

    /// Whether something is among it that is made to be published and bears no
    /// marking: whoever has a response with one has to be asked first.
    #[must_use]
    pub fn drops_marking(self, response: &QuestionnaireResponse) -> bool {
        response.marking() != Marking::None && (self.has_pages() || self.text.is_some())
    }

    /// The names of the files, known before anything is made.
    #[must_use]
    pub fn names(
        self,
        response: &QuestionnaireResponse,
        state: OutputState,
    ) -> Vec<(OutputKind, String)> {
        let name = |kind, languages| (kind, file_name(response, languages, state, kind));
        let json = self
            .json
            .then(|| name(OutputKind::Json, response.answer_languages()));
        let pdf = self
            .pdf
            .map(|languages| match self.settings.presentation.scope {
                Scope::Whole => name(OutputKind::Pdf, languages),
                Scope::SignOff => (OutputKind::Pdf, sign_off_name(response, languages, state)),
            });
        let text = self.text.map(|languages| name(OutputKind::Text, languages));
        let per_language = [
            pages(response, self.page, OutputKind::Page),
            pages(response, self.fragment, OutputKind::Fragment),
            pages(response, self.markdown, OutputKind::Markdown),
        ];
        let per_language = per_language.into_iter().flatten();
        let pages =
            per_language.map(|(language, kind)| name(kind, AnswerLanguages::only(language)));
        [json, pdf, text]
            .into_iter()
            .flatten()
            .chain(pages)
            .collect()
    }
}

/// A file for each language.
fn pages(
    response: &QuestionnaireResponse,
    languages: Option<AnswerLanguages>,
    kind: fn(Language) -> OutputKind,
) -> Vec<(Language, OutputKind)> {
    let languages = languages.map(|languages| response.in_order(languages));
    let languages = languages.into_iter().flatten();
    languages
        .map(|language| (language, kind(language)))
        .collect()
}

impl Source<'_> {
    /// What the names of files made from it say.
    #[must_use]
    pub fn state(&self) -> OutputState {
        match self {
            Source::Draft => OutputState::Draft,
            Source::Submission { edition, .. } if edition.is_signed() => OutputState::Final,
            Source::Submission { .. } => OutputState::Unsigned,
        }
    }
}

/// Makes the bytes of an output.
///
/// # Errors
/// Where the submission is too large, or the PDF cannot be made.
pub fn make(
    kind: OutputKind,
    name: String,
    wanted: Wanted,
    content: Content<'_>,
    source: &Source<'_>,
) -> Result<Output, OutputError> {
    let bytes = match (kind, source) {
        (OutputKind::Json, Source::Submission { json, .. }) => json.to_vec(),
        (OutputKind::Pdf, _) => {
            let languages = wanted.pdf.unwrap_or_default();
            pdf(content, source, languages, wanted.settings)?
        }
        (OutputKind::Text, _) => text_page(content, source, wanted.text.unwrap_or_default()),
        (OutputKind::Page(language), _) => html_page(content, source, wanted, language),
        (OutputKind::Fragment(language), _) => {
            html::fragment(&report::published_page(content, language)).into_bytes()
        }
        (OutputKind::Markdown(language), _) => {
            markdown::write(&report::published_page(content, language)).into_bytes()
        }
        // A draft has no JSON; it was taken out of what is wanted. An archive
        // is made of the others, by [`archive`].
        (OutputKind::Json, Source::Draft) | (OutputKind::Zip, _) => Vec::new(),
    };
    Ok(Output { kind, name, bytes })
}

/// The name of the archive that holds the other outputs.
#[must_use]
pub fn archive_name(response: &QuestionnaireResponse, state: OutputState) -> String {
    file_name(
        response,
        response.answer_languages(),
        state,
        OutputKind::Zip,
    )
}

/// Puts outputs that were made into one archive.
///
/// # Errors
/// Where they are too many or too large for one.
pub fn archive(
    files: &[Output],
    response: &QuestionnaireResponse,
    state: OutputState,
) -> Result<Output, OutputError> {
    Ok(Output {
        kind: OutputKind::Zip,
        name: archive_name(response, state),
        bytes: archive::write(files, response.modified_at())?,
    })
}

/// The document as it is printed, with the summary where one is asked for.
#[must_use]
pub fn printed(
    content: Content<'_>,
    edition: Edition<'_>,
    languages: &[Language],
    settings: Settings,
) -> Document {
    let mut document = report::presented(content, edition, languages, settings.presentation);
    if settings.presentation.summary == Summary::With {
        // The summary says how many pages follow, which only a layout tells.
        let page_count = Layout::on(&document, settings.sheet).pages.len();
        let sheets = report::summary(content, edition, languages, page_count);
        document.parts.splice(0..0, sheets);
    }
    document
}

/// The PDF, in these languages.
///
/// # Errors
/// Where it cannot be made.
pub fn pdf(
    content: Content<'_>,
    source: &Source<'_>,
    languages: AnswerLanguages,
    settings: Settings,
) -> Result<Vec<u8>, OutputError> {
    let languages = content.response.in_order(languages);
    let edition = match source {
        Source::Draft => Edition::Draft,
        Source::Submission { edition, .. } => *edition,
    };
    let document = printed(content, edition, &languages, settings);
    let author = languages
        .first()
        .map(|language| content.response.organization().name.get(*language).clone());
    let metadata = PdfMetadata {
        title: document.title.clone(),
        titles: report::titles(content, &languages),
        author: author.unwrap_or_default(),
        created: Some(content.response.modified_at()),
    };
    let layout = Layout::on(&document, settings.sheet);
    let Source::Submission { json, edition } = source else {
        return Ok(pdf::write(&layout, &metadata, None)?);
    };
    let (name, description) = attached(content, edition.is_signed(), &languages);
    let attachment = Attachment {
        name: &name,
        description: &description,
        json,
    };
    Ok(pdf::write(&layout, &metadata, Some(&attachment))?)
}

/// The name of the submission inside the PDF, which is the one it has beside
/// it, and what it is.
fn attached(content: Content<'_>, signed: bool, languages: &[Language]) -> (String, String) {
    let (state, what) = if signed {
        (OutputState::Final, words::attached_signed())
    } else {
        (OutputState::Unsigned, words::attached_unsigned())
    };
    let answers = content.response.answer_languages();
    let name = file_name(content.response, answers, state, OutputKind::Json);
    let descriptions = languages.iter().map(|language| what.text(*language));
    let descriptions: Vec<String> = descriptions.collect();
    (name, descriptions.join(" / "))
}

/// The questionnaire to fill in on paper, as a PDF.
///
/// # Errors
/// Where the PDF cannot be made.
pub fn blank(
    shipped: &Shipped,
    languages: AnswerLanguages,
    settings: Settings,
) -> Result<Vec<u8>, PdfError> {
    let languages: Vec<Language> = Language::ALL
        .into_iter()
        .filter(|language| languages.includes(*language))
        .collect();
    let document = report::blank(shipped, &languages, settings.presentation.arrangement);
    let title = |language: &Language| {
        (
            *language,
            shipped.questionnaire.title.get(*language).clone(),
        )
    };
    let metadata = PdfMetadata {
        title: document.title.clone(),
        titles: languages.iter().map(title).collect(),
        author: String::new(),
        created: None,
    };
    pdf::write(&Layout::on(&document, settings.sheet), &metadata, None)
}

/// The page that says whose public key it is, to be signed by hand, as a PDF.
///
/// # Errors
/// Where the PDF cannot be made.
pub fn key_page(
    page: KeyPage<'_>,
    languages: AnswerLanguages,
    sheet: Sheet,
) -> Result<Vec<u8>, PdfError> {
    let languages: Vec<Language> = Language::ALL
        .into_iter()
        .filter(|language| languages.includes(*language))
        .collect();
    let document = report::key_page(page, &languages);
    let metadata = PdfMetadata {
        title: document.title.clone(),
        titles: report::key_page_titles(page, &languages),
        author: page.holder.name.clone(),
        created: Some(page.date),
    };
    pdf::write(&Layout::on(&document, sheet), &metadata, None)
}

/// The published page in each language, one after the other; a draft says
/// what it is in its first line.
fn text_page(content: Content<'_>, source: &Source<'_>, languages: AnswerLanguages) -> Vec<u8> {
    let pages = content
        .response
        .in_order(languages)
        .into_iter()
        .map(|language| {
            let mut document = report::page(content, language);
            if matches!(source, Source::Draft) {
                for part in &mut document.parts {
                    part.running.banner = Some(words::banner_draft().text(language));
                }
            }
            text::write(&document)
        });
    let pages: Vec<String> = pages.collect();
    pages.join("\n").into_bytes()
}

/// The page as HTML, with a link to the other one if that is written too.
fn html_page(
    content: Content<'_>,
    source: &Source<'_>,
    wanted: Wanted,
    language: Language,
) -> Vec<u8> {
    let other = language.other();
    let sister = (wanted.page == Some(AnswerLanguages::Both)).then(|| {
        let kind = OutputKind::Page(other);
        let languages = AnswerLanguages::only(other);
        file_name(content.response, languages, source.state(), kind)
    });
    html::page(
        &report::published_page(content, language),
        sister.as_deref(),
    )
    .into_bytes()
}

/// Signs a submission. Who signs is what the key file says; where that names
/// another organization, it is told.
///
/// # Errors
/// Where the name or the moment cannot be signed.
pub fn sign(
    file: &mut SubmissionFile,
    key: &SigningKey,
    holder: &KeyHolder,
    now: DateTime<Utc>,
) -> Result<Option<Message>, SigningError> {
    let signer = Signer {
        role: holder.role,
        name: holder.name.clone(),
    };
    file.sign(key, &signer, now)?;
    Ok(other_organization(file.record(), holder))
}

/// That a key file names another organization than the record, if it does.
#[must_use]
pub fn other_organization(record: &SealedRecord, holder: &KeyHolder) -> Option<Message> {
    let own = record.record().submission.organization_id.as_str();
    let other = holder.organization_id.as_deref().filter(|id| *id != own);
    other.map(|id| told::key_of_other_organization(id, own))
}

/// Verifies a submission from the bytes that are on disk: signed with this
/// key, or by nobody where there is none. Nothing comes back where it is
/// anything else.
#[must_use]
pub fn self_check(bytes: &[u8], key: Option<&PublicKey>, now: DateTime<Utc>) -> Option<Message> {
    let keys: Vec<PublicKey> = key.cloned().into_iter().collect();
    match (verify::verify(bytes, &keys, now), key) {
        (Verification::Verified(_), Some(key)) => {
            Some(told::signature_verified(key.kid().as_str()))
        }
        (Verification::NotSigned(_), None) => Some(told::not_signed()),
        _ => None,
    }
}

/// A submission that was just signed, verified like any other.
#[must_use]
pub fn verified(bytes: &[u8], key: &PublicKey, now: DateTime<Utc>) -> Option<VerifiedSubmission> {
    match verify::verify(bytes, std::slice::from_ref(key), now) {
        Verification::Verified(verified) => Some(verified),
        _ => None,
    }
}
