//! Published pages to responses.
//!
//! The central agency publishes each response as a web page per language.
//! [`pages`] reads one, or both pages of one organization: saved as HTML, or
//! as plain text as two extractions give it, with bullets, indentation and
//! blank lines, or flattened to "- " at the margin. Every line gets exactly
//! one [`Placement`]; what the page says is read from the placements, and a
//! line without a place is reported and lives on in the draft. Nothing is
//! guessed: an option in unknown words is left for the user to match.
//!
//! The flow: bytes → lines → places → edits → a
//! [`crate::response::QuestionnaireResponse`]. Wordings besides those of the
//! definition come from [`crate::questionnaire::Aliases`].
//!
//! A page that this program wrote in HTML says what its texts are, and is read
//! back exactly.
//!
//! Left out on purpose: PDF and Word files, and any other encoding than UTF-8. No whole real French page was at hand when this was written: their
//! wording is known up to Question 5.

mod error;
mod form;
pub mod fragment;
mod html;
mod join;
mod lines;
mod page;
mod placing;
mod question;
mod report;
pub mod xliff;

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset};

use crate::i18n::Language;
use crate::questionnaire::{Aliases, Questionnaire};
use crate::response::QuestionnaireResponse;

pub use error::ImportError;
use form::Form;
use html::Named;
use lines::Line;
use page::Page;
pub use placing::{Placement, Reason};
pub use report::{Difference, ImportReport, PageReport, PlacedLine};

/// The largest page that is read.
pub const MAX_PAGE_BYTES: usize = 2 * 1024 * 1024;

/// A page as it was found.
#[derive(Clone, Copy, Debug)]
pub struct PublishedPage<'a> {
    /// A name for the report, such as that of the file.
    pub name: &'a str,
    /// The page in UTF-8, with or without a byte-order mark.
    pub bytes: &'a [u8],
}

/// A response made from pages, and what became of their lines.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The response.
    pub response: QuestionnaireResponse,
    /// What was found, and what was not.
    pub report: ImportReport,
}

/// Makes a response from one page, or from the English and the French page of
/// one organization in either order.
///
/// The language of a page is told by its wording. Texts keep their words,
/// lists and nesting. Where the pages differ in a choice, that of the first
/// page is kept and the report says so. `submission_id` is a UUID that the
/// caller draws, `now` the time that the caller reads.
///
/// Not checked: that the pages are of the same organization, and whether the
/// answers are complete or contradictory, which is for [`crate::rules`].
///
/// # Errors
/// [`ImportError`] where a page cannot be read at all.
///
/// ```
/// use probitas::import::{PublishedPage, pages};
/// use probitas::questionnaire::shipped;
/// let page = "Elections Canada\n\nQuestion 12\n\n\
///     Will these indicators be disaggregated by identity factors?\n\n  • No";
/// let page = PublishedPage { name: "page.txt", bytes: page.as_bytes() };
/// let now = chrono::DateTime::parse_from_rfc3339("2024-11-15T09:00:00-05:00").unwrap();
/// let form = &shipped()[0];
/// let id = uuid::Uuid::nil();
/// let imported = pages(&[page], &form.questionnaire, &form.aliases, id, now).unwrap();
/// let answer = imported.response.answer(&"q12".into()).unwrap();
/// assert!(answer.choices.contains("q12.no"));
/// assert_eq!(imported.report.pages[0].missing.len(), 12);
/// ```
pub fn pages(
    pages: &[PublishedPage<'_>],
    questionnaire: &Questionnaire,
    aliases: &Aliases,
    submission_id: uuid::Uuid,
    now: DateTime<FixedOffset>,
) -> Result<Imported, ImportError> {
    if !(1..=2).contains(&pages.len()) {
        let count = pages.len();
        return Err(ImportError::NumberOfPages { count });
    }
    let mut read = Vec::with_capacity(pages.len());
    for page in pages {
        read.push(read_page(page, questionnaire, aliases)?);
    }
    if let [first, second] = read.as_slice()
        && first.language() == second.language()
    {
        let language = first.language();
        return Err(ImportError::SameLanguageTwice { language });
    }
    let (edits, differences) = join::edits(questionnaire, &mut read);
    let mut response = QuestionnaireResponse::new(questionnaire, submission_id, now);
    for edit in edits {
        response.apply(questionnaire, edit, now)?;
    }
    let pages = read
        .iter()
        .map(|page| PageReport::new(page, questionnaire))
        .collect();
    Ok(Imported {
        response,
        report: ImportReport { pages, differences },
    })
}

fn read_page<'a>(
    page: &PublishedPage<'a>,
    questionnaire: &'a Questionnaire,
    aliases: &Aliases,
) -> Result<Page<'a>, ImportError> {
    let name = page.name;
    let text = text_of(page)?;
    let (lines, changes) = if html::is_html(text) {
        html::read(text, questionnaire)
    } else {
        lines::read(text)
    };
    let (named, lines): (Vec<Line>, Vec<Line>) =
        lines.into_iter().partition(|line| line.named.is_some());
    let form = form_of(name, &lines, questionnaire, aliases)?;
    let headers = placing::headers(&lines, &form);
    if headers.is_empty() {
        let page = name.to_owned();
        return Err(ImportError::NotAPage { page });
    }
    let spaced = headers
        .iter()
        .filter_map(|header| lines.get(header.line))
        .filter(|line| line.after_blank)
        .count();
    let found: BTreeSet<usize> = headers.iter().map(|header| header.question).collect();
    let placements = placing::place(&lines, &form, &headers);
    let (lines, placements) = with_named(lines, placements, named);
    Ok(Page {
        name,
        placements,
        is_spaced: spaced * 2 > headers.len(),
        found,
        form,
        lines,
        changes,
    })
}

/// The lines whose place was found, and those whose place the page names, in
/// the order of the page.
fn with_named(
    lines: Vec<Line>,
    placements: Vec<Placement>,
    named: Vec<Line>,
) -> (Vec<Line>, Vec<Placement>) {
    let mut placed: Vec<(Line, Placement)> = lines.into_iter().zip(placements).collect();
    placed.extend(named.into_iter().map(|line| {
        let placement = match &line.named {
            Some(Named::Organization) => Placement::Organization,
            Some(Named::Answer(item)) => Placement::Answer(item.clone()),
            Some(Named::Note) | None => Placement::Wording,
        };
        (line, placement)
    }));
    // Stable: lines of a plain text may share a number.
    placed.sort_by_key(|(line, _)| line.number);
    placed.into_iter().unzip()
}

fn text_of<'a>(page: &PublishedPage<'a>) -> Result<&'a str, ImportError> {
    if page.bytes.len() > MAX_PAGE_BYTES {
        return Err(ImportError::TooLarge {
            page: page.name.to_owned(),
            size_bytes: page.bytes.len(),
        });
    }
    std::str::from_utf8(page.bytes).map_err(|error| {
        let offset = error.valid_up_to();
        let before = page.bytes.iter().take(offset);
        ImportError::NotUtf8 {
            page: page.name.to_owned(),
            line: before.filter(|byte| **byte == b'\n').count() + 1,
            offset,
        }
    })
}

/// The form in the language of the page.
fn form_of<'a>(
    name: &str,
    lines: &[Line],
    questionnaire: &'a Questionnaire,
    aliases: &Aliases,
) -> Result<Form<'a>, ImportError> {
    let english = Form::new(questionnaire, aliases, Language::English);
    let french = Form::new(questionnaire, aliases, Language::French);
    let counts = (english.count_known(lines), french.count_known(lines));
    let page = name.to_owned();
    match counts {
        // A few lines in the other language may be quotations.
        (in_english, in_french) if in_english > in_french * 2 => Ok(english),
        (in_english, in_french) if in_french > in_english * 2 => Ok(french),
        (0, 0) => Err(ImportError::NotAPage { page }),
        _ => Err(ImportError::BothLanguages { page }),
    }
}
