//! The files that an export makes, as bytes, before any is written.

use chrono::Utc;

use super::arguments::Export;
use super::failure::Failure;
use crate::export::layout::Layout;
use crate::export::name::{OutputKind, OutputState, file_name};
use crate::export::pdf::{self, PdfMetadata};
use crate::export::text;
use crate::i18n::{Language, report as words};
use crate::report::{self, Content, Edition};
use crate::response::{AnswerLanguages, QuestionnaireResponse};
use crate::storage::StorageError;
use crate::submission::file::SubmissionFile;
use crate::submission::key::PublicKey;
use crate::submission::verify::{self, Verification, VerifiedSubmission};

/// Which outputs were asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Wanted {
    pub(super) json: bool,
    pub(super) pdf: Option<AnswerLanguages>,
    pub(super) text: Option<AnswerLanguages>,
}

/// One file.
#[derive(Debug)]
pub(super) struct Output {
    pub(super) kind: OutputKind,
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
}

/// What the outputs are made from.
pub(super) enum Source<'a> {
    /// A response that is not completed.
    Draft,
    /// A submission, and its verification where it is signed.
    Submission {
        file: &'a SubmissionFile,
        verified: Option<&'a VerifiedSubmission>,
    },
}

impl Wanted {
    /// What the command line asks for; if nothing, JSON and PDF in both languages.
    pub(super) fn of(export: &Export) -> Self {
        if !export.json && export.pdf.is_none() && export.text.is_none() {
            return Wanted {
                json: true,
                pdf: Some(AnswerLanguages::Both),
                text: None,
            };
        }
        Wanted {
            json: export.json,
            pdf: export.pdf,
            text: export.text,
        }
    }

    /// The same without JSON, which a draft does not get.
    pub(super) fn without_json(self) -> Self {
        Wanted {
            json: false,
            ..self
        }
    }

    /// The names of the files, known before anything is made.
    pub(super) fn names(
        self,
        response: &QuestionnaireResponse,
        state: OutputState,
    ) -> Vec<(OutputKind, String)> {
        let name = |kind, languages| (kind, file_name(response, languages, state, kind));
        let json = self
            .json
            .then(|| name(OutputKind::Json, response.answer_languages()));
        let pdf = self.pdf.map(|languages| name(OutputKind::Pdf, languages));
        let text = self.text.map(|languages| name(OutputKind::Text, languages));
        [json, pdf, text].into_iter().flatten().collect()
    }
}

/// Makes the bytes of an output.
pub(super) fn make(
    kind: OutputKind,
    name: String,
    wanted: Wanted,
    content: Content<'_>,
    source: &Source<'_>,
) -> Result<Output, Failure> {
    let bytes = match (kind, source) {
        (OutputKind::Json, Source::Submission { file, .. }) => file.to_bytes()?,
        (OutputKind::Pdf, _) => pdf(content, source, wanted.pdf.unwrap_or_default())?,
        (OutputKind::Text, _) => page(content, source, wanted.text.unwrap_or_default()),
        // A draft has no JSON; it was taken out of what is wanted.
        (OutputKind::Json, Source::Draft) => Vec::new(),
    };
    Ok(Output { kind, name, bytes })
}

/// The languages in the order in which the response puts them.
fn ordered(content: Content<'_>, languages: AnswerLanguages) -> Vec<Language> {
    let first = content.response.language_order();
    [first, first.other()]
        .into_iter()
        .filter(|language| languages.includes(*language))
        .collect()
}

fn pdf(
    content: Content<'_>,
    source: &Source<'_>,
    languages: AnswerLanguages,
) -> Result<Vec<u8>, Failure> {
    let languages = ordered(content, languages);
    let digest;
    let edition = match source {
        Source::Draft => Edition::Draft,
        Source::Submission {
            verified: Some(verified),
            ..
        } => Edition::Signed(verified),
        Source::Submission { file, .. } => {
            digest = file.record().digest();
            Edition::Unsigned(&digest)
        }
    };
    let document = report::submission(content, edition, &languages);
    let author = languages
        .first()
        .map(|language| content.response.organization().name.get(*language).clone());
    let metadata = PdfMetadata {
        title: document.title.clone(),
        author: author.unwrap_or_default(),
        created: content.response.modified_at(),
    };
    Ok(pdf::write(&Layout::of(&document), &metadata)?)
}

/// The published page in each language, one after the other; a draft says
/// what it is in its first line.
fn page(content: Content<'_>, source: &Source<'_>, languages: AnswerLanguages) -> Vec<u8> {
    let pages = ordered(content, languages).into_iter().map(|language| {
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

/// A submission that was just signed, verified like any other.
pub(super) fn verified(
    bytes: &[u8],
    key: &PublicKey,
    now: chrono::DateTime<Utc>,
) -> Option<VerifiedSubmission> {
    match verify::verify(bytes, std::slice::from_ref(key), now) {
        Verification::Verified(verified) => Some(verified),
        _ => None,
    }
}

/// Refuses before anything is made where a file would be overwritten.
pub(super) fn refuse_existing(
    folder: &std::path::Path,
    names: &[(OutputKind, String)],
) -> Result<(), Failure> {
    for (_, name) in names {
        let path = folder.join(name);
        if crate::storage::exists(&path) {
            return Err(StorageError::Exists { path }.into());
        }
    }
    Ok(())
}
