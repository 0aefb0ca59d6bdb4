//! What the screen of approval and export holds beside the response: what is
//! filled in there, the work that is under way, and what came of it.

mod exporting;
mod letter;
mod readiness;

use std::collections::BTreeSet;
use std::path::PathBuf;

use chrono::{DateTime, FixedOffset};

use super::Session;
use super::job::{Control, Exported};
use crate::export::layout::TypeSize;
use crate::export::name::{OutputKind, OutputState};
use crate::export::outputs::{self, Wanted};
use crate::i18n::{Language, Localized, Message};
use crate::questionnaire::{Item, Question};
use crate::report::{Scope, Summary};
use crate::response::{AnswerLanguages, QuestionnaireResponse};
use crate::rules::{NotCompleted, Standing};

pub use letter::Letter;
pub use readiness::Pending;

/// What the screen of approval and export holds beside the response.
#[derive(Debug, Default)]
pub struct SignOff {
    /// What is filled in.
    pub(super) form: SignOffForm,
    /// The export that is under way.
    pub(super) running: Option<Running>,
    /// What was written last.
    pub(super) exported: Option<(Basis, Box<Exported>)>,
    /// The printer that the system prints on where nobody chooses one.
    pub(super) printer: Option<String>,
    /// Whether the response is still the one that was marked as ready.
    pub(super) as_marked: bool,
}

/// An export that is under way.
#[derive(Debug)]
pub(super) struct Running {
    basis: Basis,
    control: Control,
}

/// What files were made from: they are out of date when it is another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Basis {
    position: u64,
    modified_at: DateTime<FixedOffset>,
}

/// What is filled in on the screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SignOffForm {
    /// What is written where.
    pub export: ExportForm,
    /// To whom it goes.
    pub sending: SendingForm,
}

/// What is written where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExportForm {
    /// The folder; the one of the draft until another is typed.
    pub folder: Option<String>,
    /// What is written of a response that could be submitted.
    pub edition: WantedEdition,
    /// The languages of the PDF; those of the answers until others are chosen.
    pub pdf: Option<BTreeSet<Language>>,
    /// The size of type in the PDF.
    pub type_size: TypeSize,
    /// How much of the submission the PDF shows.
    pub scope: Scope,
    /// Whether a sheet for the deputy head stands before it.
    pub summary: Summary,
    /// What is made to be published, and in which languages.
    pub published: BTreeSet<(Published, Language)>,
    /// Whether everything is put in an archive too.
    pub archive: bool,
}

/// The forms of the page that is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Published {
    /// HTML, complete in itself.
    Page,
    /// HTML without a frame, for a content system.
    Fragment,
    /// Markdown.
    Markdown,
    /// Plain text; a draft has it too, marked as one.
    Text,
}

/// What is written of a response that could be submitted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WantedEdition {
    /// The submission and its copies.
    #[default]
    Submission,
    /// Copies that are marked as a draft.
    Draft,
}

/// To whom it goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SendingForm {
    /// Who receives it; the central agency until somebody else is typed.
    pub recipient: Option<String>,
    /// The e-mail or other address.
    pub address: String,
}

/// What an export would write now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// The state that the names tell.
    pub state: OutputState,
    /// The outputs that are made.
    pub wanted: Wanted,
    /// Every file, the archive included.
    pub files: Vec<(OutputKind, String)>,
}

impl Published {
    /// Every form, in the order in which they are offered.
    pub const ALL: [Published; 4] = [
        Published::Page,
        Published::Fragment,
        Published::Markdown,
        Published::Text,
    ];

    /// Whether a draft can have it: what is made to be published at once says
    /// nowhere that it is a draft.
    #[must_use]
    pub fn is_of_drafts(self) -> bool {
        self == Published::Text
    }
}

impl ExportForm {
    /// The languages of the PDF.
    #[must_use]
    pub fn pdf_languages(&self, response: &QuestionnaireResponse) -> BTreeSet<Language> {
        let chosen = self.pdf.clone();
        chosen.unwrap_or_else(|| response.languages().into_iter().collect())
    }
}

impl SignOff {
    /// What is filled in.
    #[must_use]
    pub fn form(&self) -> &SignOffForm {
        &self.form
    }

    /// What the export that is under way does now.
    #[must_use]
    pub fn step(&self) -> Option<Message> {
        self.running.as_ref().map(|running| running.control.step())
    }
}

impl Session {
    /// What the screen of approval and export holds beside the response.
    #[must_use]
    pub fn sign_off(&self) -> &SignOff {
        &self.sign_off
    }

    /// Why the response cannot be submitted as it is.
    #[must_use]
    pub fn obstacle(&self) -> Option<NotCompleted> {
        match self.count_of_problems() {
            (0, 0) => None,
            (0, count) => Some(NotCompleted::OpenWarnings { count }),
            (count, _) => Some(NotCompleted::Errors { count }),
        }
    }

    /// What is filled in on the screen is this now.
    pub(super) fn fill_sign_off(&mut self, form: SignOffForm) {
        let before = self.print_settings();
        self.sign_off.form = form;
        if self.print_settings() != before {
            self.printed.forget();
        }
    }

    /// What an export would write now.
    #[must_use]
    pub fn planned(&self) -> Planned {
        let form = &self.sign_off.form.export;
        let draft = self.obstacle().is_some() || form.edition == WantedEdition::Draft;
        let state = match self.key {
            _ if draft => OutputState::Draft,
            Some(_) => OutputState::Final,
            None => OutputState::Unsigned,
        };
        let answers = self.response.answer_languages();
        let published = |what| {
            // A page is published in the languages in which there are answers.
            let has =
                |language| answers.includes(language) && form.published.contains(&(what, language));
            together(
                &Language::ALL
                    .into_iter()
                    .filter(|language| has(*language))
                    .collect(),
            )
        };
        let wanted = Wanted {
            json: !draft,
            pdf: together(&form.pdf_languages(&self.response)),
            text: published(Published::Text),
            page: published(Published::Page),
            fragment: published(Published::Fragment),
            markdown: published(Published::Markdown),
            settings: self.print_settings(),
        };
        let wanted = if draft { wanted.of_draft() } else { wanted };
        let mut files = wanted.names(&self.response, state);
        if form.archive && !files.is_empty() {
            let name = outputs::archive_name(&self.response, state);
            files.push((OutputKind::Zip, name));
        }
        Planned {
            state,
            wanted,
            files,
        }
    }

    /// The folder that files are written to, as typed.
    #[must_use]
    pub fn export_folder(&self) -> String {
        let typed = self.sign_off.form.export.folder.clone();
        typed.unwrap_or_else(|| {
            let folder = self.path().and_then(std::path::Path::parent);
            let text = folder.map(|folder| folder.to_string_lossy().into_owned());
            text.unwrap_or_default()
        })
    }

    /// The answers that nobody asked for, and whether each goes out.
    #[must_use]
    pub fn supplementary(&self) -> Vec<(&'static Question, &'static Item, bool)> {
        let questions = self.questionnaire().questions();
        let items =
            questions.flat_map(|question| question.items.iter().map(move |item| (question, item)));
        items
            .filter_map(|(question, item)| {
                let status = self.evaluation.item(&item.id)?;
                let supplementary = status.standing == Some(Standing::Supplementary);
                supplementary.then_some((question, item, status.released))
            })
            .collect()
    }

    /// The system's dialog named a folder for the files.
    pub(super) fn choose_export_folder(&mut self, folder: String) {
        self.sign_off.form.export.folder = Some(folder);
    }

    fn basis(&self) -> Basis {
        Basis {
            position: self.history.position(),
            modified_at: self.response.modified_at(),
        }
    }
}

/// A set of languages as one value; nothing where it is empty.
fn together(languages: &BTreeSet<Language>) -> Option<AnswerLanguages> {
    let has = |language| languages.contains(&language);
    match (has(Language::English), has(Language::French)) {
        (true, true) => Some(AnswerLanguages::Both),
        (true, false) => Some(AnswerLanguages::English),
        (false, true) => Some(AnswerLanguages::French),
        (false, false) => None,
    }
}

/// A text in a language, or in the other where it is missing.
fn in_either(text: &Localized, language: Language) -> &str {
    let own = text.get(language).trim();
    if own.is_empty() {
        text.get(language.other()).trim()
    } else {
        own
    }
}

/// A path as typed or pasted, without white space and quotation marks around it.
fn typed_folder(text: &str) -> Option<PathBuf> {
    let text = text.trim().trim_matches('"');
    (!text.is_empty()).then(|| PathBuf::from(text))
}
