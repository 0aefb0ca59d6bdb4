//! The translation of the answers: how far it is, to a bureau and back.

use super::files::typed_path;
use super::job::{Job, WorkListFailure, WorkListJob, WrittenWorkList};
use super::{Dialog, Fold, Moment, Pending, Session, Status};
use crate::export::xliff::{Scope, work_list};
use crate::i18n::{Language, Message, MessagePair, common, translation as say};
use crate::import::xliff::{Taken, Translations, XliffError, take_in};
use crate::questionnaire::ItemId;
use crate::response::AnswerLanguages;

/// What writing the texts to be translated needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkListForm {
    /// Where they are written, as typed.
    pub path: String,
    /// Which texts.
    pub scope: Scope,
}

impl Session {
    /// How many of the texts stand in each language, and how many translations
    /// are to be looked at again. Nothing where the organization answers in one
    /// language, or no text goes out yet.
    #[must_use]
    pub fn translation_meter(&self) -> Option<Message> {
        if self.response().answer_languages() != AnswerLanguages::Both {
            return None;
        }
        let counts = self.response().both_languages().map(|language| {
            let texts = self.texts_in(language);
            (language, texts, texts.going_out + texts.missing)
        });
        if counts.iter().all(|(.., all)| *all == 0) {
            return None;
        }
        let stale: usize = counts.iter().map(|(_, texts, _)| texts.stale).sum();
        let [first, second] = counts.map(|(language, texts, all)| {
            say::meter(language_name(language), texts.going_out, all)
        });
        Some(say::meter_beside(first, second, stale))
    }

    /// The dialog for the texts to be translated.
    #[must_use]
    pub fn work_list_dialog(&self) -> Dialog {
        let name = self.suggested_name();
        let stem = name.strip_suffix(".probitas").unwrap_or(&name);
        Dialog::WorkList(WorkListForm {
            path: format!("{stem}.xlf"),
            scope: Scope::default(),
        })
    }

    /// Writes the texts to be translated; over a file that is there only where
    /// `replace` says so.
    pub(super) fn write_work_list(&mut self, form: WorkListForm, replace: bool) {
        let Some(path) = typed_path(&form.path) else {
            self.dialog = Some(Dialog::WorkList(form));
            return;
        };
        if self.response().answer_languages() != AnswerLanguages::Both {
            return self.fail(XliffError::OneLanguage.message());
        }
        let list = work_list(self.questionnaire(), self.response(), form.scope);
        let Some(list) = list else {
            let nothing = MessagePair::new(say::err_nothing_open(), say::hint_nothing_open());
            return self.fail(nothing);
        };
        let path = if path.extension().is_some() {
            path
        } else {
            path.with_extension("xlf")
        };
        self.work(Job::WriteWorkList(Box::new(WorkListJob {
            path: self.absolute(path),
            list,
            replace,
        })));
    }

    /// The texts were written, or something was in the way.
    pub(super) fn work_list_written(&mut self, outcome: Result<WrittenWorkList, WorkListFailure>) {
        match (outcome, self.confirmed.take()) {
            (Ok(written), _) => {
                let path = written.path.display().to_string();
                let message = say::written(path, written.answers, written.units);
                self.status = Some(Status::done(message));
            }
            (Err(WorkListFailure::Exists), Some(Dialog::WorkList(form))) => {
                self.status = None;
                self.open_dialog(Dialog::ReplaceWorkList(form));
            }
            (Err(WorkListFailure::Exists), _) => self.status = None,
            (Err(WorkListFailure::Failed(pair)), dialog) => {
                self.confirmed = dialog;
                self.fail(pair);
            }
        }
    }

    /// Reads the translations at the path that was typed.
    pub(super) fn read_translations(&mut self, path: &str) {
        match typed_path(path) {
            Some(path) => self.work(Job::ReadTranslations(self.absolute(path))),
            None => self.dialog = Some(Dialog::Translations(String::new())),
        }
    }

    /// Takes in what was read, as one change; asks first where the response is
    /// ready for approval.
    pub(super) fn translations_read(
        &mut self,
        outcome: Result<Box<Translations>, MessagePair>,
        moment: Moment,
    ) {
        let taken = outcome.and_then(|translations| {
            let taken = take_in(self.questionnaire(), self.response(), &translations);
            taken.map_err(|error| error.message())
        });
        match taken {
            Ok(taken) if taken.edit.as_ref().is_some_and(|edit| self.is_held(edit)) => {
                self.status = None;
                self.ask_before(Pending::Translations(Box::new(taken)));
            }
            Ok(taken) => self.take_translations(taken, moment),
            Err(pair) => self.fail(pair),
        }
    }

    /// Makes the change, and tells what became of each answer.
    pub(super) fn take_translations(&mut self, taken: Taken, moment: Moment) {
        let mut report = taken.report;
        match taken.edit {
            Some(edit) => {
                self.history.pause();
                self.edit_now(edit, moment);
            }
            None => report.push(say::nothing_new()),
        }
        self.status = Some(Status::done(say::status_taken(taken.answers)));
        self.dialog = Some(Dialog::Translated(report));
    }

    /// Whether all that changed in the source of an item's translation is
    /// shown, not only its beginning.
    #[must_use]
    pub fn is_source_change_open(&self, item: &ItemId) -> bool {
        self.opened.contains(&Fold::SourceChange(item.clone()))
    }
}

/// The name of a language within a sentence.
pub(super) fn language_name(language: Language) -> Message {
    match language {
        Language::English => common::english(),
        Language::French => common::french(),
    }
}
