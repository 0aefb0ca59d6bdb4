//! Opening, saving, importing, exporting: what the session asks for, and what
//! it makes of the outcome.

use std::path::PathBuf;

use super::job::{ExportJob, Job, OpenedDraft, SaveFailure, SavedDraft};
use super::{
    Action, Browse, Dialog, EXAMPLES, ExportForm, Intent, KeyRequest, Moment, OpenedKey,
    PathPurpose, Request, Screen, Session, Status,
};
use crate::i18n::{Message, MessagePair, window};
use crate::questionnaire::shipped;
use crate::response::QuestionnaireResponse;
use crate::rules::{CompletedResponse, NotCompleted};
use crate::storage::FileStamp;

/// The file that a draft is kept in.
#[derive(Debug, Default)]
pub(super) struct DraftFile {
    path: Option<PathBuf>,
    /// What was last read or written there, to notice changes by others.
    stamp: Option<FileStamp>,
    /// The position in the history that is on disk.
    saved: Option<u64>,
    /// The position that is being written.
    saving: Option<u64>,
    read_only: bool,
    /// What was asked for when the question before losing changes came up.
    after_save: Option<Intent>,
}

impl Session {
    /// The file of the draft, if it has one.
    #[must_use]
    pub fn path(&self) -> Option<&std::path::Path> {
        self.file.path.as_deref()
    }

    /// Whether there are changes that are in no file.
    #[must_use]
    pub fn has_unsaved_changes(&self) -> bool {
        match self.file.saved {
            Some(position) => position != self.history.position(),
            None => self.history.position() != 0,
        }
    }

    /// Whether a newer program wrote the draft: it can be read, not saved.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.file.read_only
    }

    /// The file's name for the title of the window.
    #[must_use]
    pub fn file_name(&self) -> Option<String> {
        let name = self.file.path.as_ref()?.file_name()?;
        Some(name.to_string_lossy().into_owned())
    }

    pub(super) fn begin(&mut self, intent: Intent, moment: Moment) {
        if self.has_unsaved_changes() {
            self.dialog = Some(Dialog::Unsaved(intent));
        } else {
            self.perform(intent, moment);
        }
    }

    pub(super) fn discard(&mut self, moment: Moment) {
        if let Some(Dialog::Unsaved(intent)) = self.dialog.take() {
            self.perform(intent, moment);
        }
    }

    pub(super) fn cancel(&mut self) {
        self.dialog = None;
        self.file.after_save = None;
    }

    fn perform(&mut self, intent: Intent, moment: Moment) {
        match intent {
            Intent::New => self.start_new(moment),
            Intent::Open => self.open_dialog(path_dialog(PathPurpose::Open, String::new())),
            Intent::Import => self.open_dialog(Dialog::import()),
            Intent::Example(index) => self.open_example(index),
            Intent::Close => self.request(Request::Close),
        }
    }

    fn start_new(&mut self, moment: Moment) {
        let newest = shipped().last().unwrap_or(self.shipped);
        let response =
            QuestionnaireResponse::new(&newest.questionnaire, moment.fresh_id, moment.now);
        self.replace(newest, response);
        self.show(Screen::Organization);
        self.file = DraftFile::default();
        self.status = None;
    }

    fn open_example(&mut self, index: usize) {
        let Some(example) = EXAMPLES.get(index) else {
            return;
        };
        match super::job::read_example(example) {
            Ok(loaded) => {
                self.replace(loaded.shipped, loaded.response);
                self.file = DraftFile::default();
                self.status = Some(Status::done(window::status_example()));
            }
            Err(pair) => self.status = Some(pair.into()),
        }
    }

    /// Saves, or asks where.
    pub(super) fn save(&mut self) {
        match self.file.path.clone() {
            Some(path) if !self.file.read_only => self.save_to(path, false),
            _ => self.dialog = Some(path_dialog(PathPurpose::SaveAs, self.suggested_name())),
        }
    }

    fn save_to(&mut self, path: PathBuf, overwrite: bool) {
        self.history.pause();
        self.file.saving = Some(self.history.position());
        let same_file = self.file.path.as_ref() == Some(&path);
        self.work(Job::Save {
            path,
            response: Box::new(self.response.clone()),
            expected: self.file.stamp.filter(|_| same_file),
            overwrite,
        });
    }

    /// A name for a draft that has none.
    fn suggested_name(&self) -> String {
        let id = &self.response.organization().id;
        let name = if id.is_empty() { "draft" } else { id.as_str() };
        format!("{name}_{}.probitas", self.response.cycle())
    }

    pub(super) fn confirm(&mut self, moment: Moment) {
        self.confirmed = self.dialog.clone();
        match self.dialog.take() {
            Some(Dialog::Path { purpose, path }) => self.confirm_path(purpose, &path),
            Some(Dialog::Import { first, second }) => self.confirm_import(&first, &second, moment),
            Some(Dialog::Export(form)) => self.confirm_export(&form, moment),
            Some(Dialog::MakeKey(form)) => self.confirm_make_key(form),
            Some(Dialog::OpenKey(form)) => self.confirm_open_key(form),
            Some(Dialog::Unsaved(intent)) => self.save_before(intent),
            Some(Dialog::Overwrite(path)) => self.save_to(path, true),
            Some(Dialog::Acknowledge { keys, reason }) => self.acknowledge(&keys, &reason, moment),
            Some(Dialog::RemoveText(item)) => {
                self.confirmed = None;
                self.remove_text(&item, moment);
            }
            Some(Dialog::Exported(_) | Dialog::Imported(_)) | None => {}
        }
    }

    fn save_before(&mut self, intent: Intent) {
        self.file.after_save = Some(intent);
        self.save();
    }

    fn confirm_path(&mut self, purpose: PathPurpose, path: &str) {
        let Some(path) = typed_path(path) else {
            self.dialog = Some(path_dialog(purpose, String::new()));
            return;
        };
        match purpose {
            PathPurpose::Open => self.work(Job::Open(path)),
            PathPurpose::SaveAs => self.save_to(with_ending(path), false),
        }
    }

    fn confirm_import(&mut self, first: &str, second: &str, moment: Moment) {
        let pages: Vec<PathBuf> = [first, second].into_iter().filter_map(typed_path).collect();
        if pages.is_empty() {
            self.dialog = Some(Dialog::import());
        } else {
            let shipped = shipped().last().unwrap_or(self.shipped);
            self.work(Job::Import {
                pages,
                shipped,
                moment,
            });
        }
    }

    fn confirm_export(&mut self, form: &ExportForm, moment: Moment) {
        let Some(folder) = typed_path(&form.folder) else {
            self.dialog = Some(Dialog::Export(form.clone()));
            return;
        };
        // What blocks is shown where it can be mended.
        let questionnaire = self.questionnaire();
        let checked = CompletedResponse::check(questionnaire, &self.response, form.accept_warnings);
        if let Err(reason) = checked.map(|_| ())
            && !form.draft_only
        {
            self.status = Some(not_completed(reason).into());
            self.check_all();
            return;
        }
        self.work(Job::Export(Box::new(ExportJob {
            folder,
            shipped: self.shipped,
            response: self.response.clone(),
            form: form.clone(),
            now: moment.now,
            key: self.key.clone(),
        })));
    }

    pub(super) fn chosen(&mut self, browse: Browse, path: Option<PathBuf>, moment: Moment) {
        let Some(path) = path else { return };
        let text = path.to_string_lossy().into_owned();
        match (browse, self.dialog.as_mut()) {
            (Browse::Draft(asked), Some(Dialog::Path { purpose, path })) if asked == *purpose => {
                *path = text;
                self.confirm(moment);
            }
            (Browse::Page(0), Some(Dialog::Import { first, .. })) => *first = text,
            (Browse::Page(_), Some(Dialog::Import { second, .. })) => *second = text,
            (Browse::ExportFolder, Some(Dialog::Export(form))) => form.folder = text,
            (Browse::Key, Some(Dialog::OpenKey(form))) => form.path = text,
            (Browse::NewKey, Some(Dialog::MakeKey(form))) => form.path = text,
            // The dialog was closed meanwhile.
            _ => {}
        }
    }

    pub(super) fn opened_file(&mut self, outcome: Result<Box<OpenedDraft>, MessagePair>) {
        match outcome {
            Ok(opened) => {
                let name = opened
                    .path
                    .file_name()
                    .unwrap_or_default()
                    .to_string_lossy();
                self.status = Some(Status::done(if opened.draft.read_only {
                    window::status_opened_read_only(name.as_ref())
                } else {
                    window::status_opened(name.as_ref())
                }));
                self.file = DraftFile {
                    path: Some(opened.path.clone()),
                    stamp: Some(opened.stamp),
                    saved: Some(0),
                    read_only: opened.draft.read_only,
                    ..DraftFile::default()
                };
                self.replace(opened.draft.shipped, opened.draft.response);
                self.remember_draft(opened.path);
            }
            Err(pair) => self.fail(pair),
        }
    }

    pub(super) fn saved_file(&mut self, outcome: Result<SavedDraft, SaveFailure>, moment: Moment) {
        match outcome {
            Ok(saved) => {
                let name = saved.path.file_name().unwrap_or_default().to_string_lossy();
                self.status = Some(Status::done(window::status_saved(name.as_ref())));
                self.file.path = Some(saved.path.clone());
                self.file.stamp = Some(saved.stamp);
                self.file.saved = self.file.saving.take();
                self.file.read_only = false;
                self.remember_draft(saved.path);
                if let Some(intent) = self.file.after_save.take() {
                    self.begin(intent, moment);
                }
            }
            Err(failure) => {
                self.file.saving = None;
                if failure.may_overwrite.is_none() {
                    self.file.after_save = None;
                }
                let question = failure.may_overwrite.map(Dialog::Overwrite);
                self.dialog = question.or(self.confirmed.take());
                self.status = Some(failure.pair.into());
            }
        }
    }

    pub(super) fn imported(
        &mut self,
        outcome: Result<Box<super::job::ImportedDraft>, MessagePair>,
    ) {
        match outcome {
            Ok(imported) => {
                let unplaced = imported.response.unplaced().len();
                self.replace(imported.shipped, imported.response);
                self.file = DraftFile {
                    // What was imported is in no draft file yet.
                    saved: Some(u64::MAX),
                    ..DraftFile::default()
                };
                self.status = Some(Status::done(window::status_imported(unplaced)));
                self.dialog = Some(Dialog::Imported(imported.report));
            }
            Err(pair) => self.fail(pair),
        }
    }

    pub(super) fn exported(&mut self, outcome: Result<Vec<Message>, MessagePair>) {
        match outcome {
            Ok(report) => {
                self.status = Some(Status::done(window::status_exported()));
                self.dialog = Some(Dialog::Exported(report));
            }
            Err(pair) => self.fail(pair),
        }
    }

    pub(super) fn key_opened(
        &mut self,
        outcome: Result<OpenedKey, Box<(KeyRequest, MessagePair)>>,
    ) {
        match outcome {
            Ok(key) => {
                self.status = Some(Status::done(window::status_key_opened(key.name())));
                self.key = Some(key);
            }
            Err(failure) => {
                let (request, pair) = *failure;
                // The path stays, so that only the passphrase is typed again.
                self.dialog = Some(Dialog::OpenKey(request));
                self.status = Some(pair.into());
            }
        }
    }

    pub(super) fn key_made(&mut self, outcome: Result<OpenedKey, MessagePair>) {
        match outcome {
            Ok(key) => {
                self.status = Some(Status::done(window::status_key_made(key.name())));
                self.key = Some(key);
            }
            Err(pair) => self.fail(pair),
        }
    }

    /// What a fresh export starts with.
    #[must_use]
    pub fn export_form(&self) -> ExportForm {
        let folder = self.file.path.as_ref().and_then(|path| path.parent());
        ExportForm {
            folder: folder
                .map(|path| path.to_string_lossy().into_owned())
                .unwrap_or_default(),
            pdf: self.response.languages().into_iter().collect(),
            draft_only: false,
            accept_warnings: false,
            replace: false,
        }
    }

    /// The action that saves under another name.
    #[must_use]
    pub fn save_as(&self) -> Action {
        let path = self.file.path.as_ref();
        let known = path.map(|path| path.to_string_lossy().into_owned());
        let path = known.unwrap_or_else(|| self.suggested_name());
        Action::OpenDialog(path_dialog(PathPurpose::SaveAs, path))
    }
}

fn path_dialog(purpose: PathPurpose, path: String) -> Dialog {
    Dialog::Path { purpose, path }
}

/// A path as typed or pasted, without white space and quotation marks around it.
fn typed_path(text: &str) -> Option<PathBuf> {
    let text = text.trim().trim_matches('"');
    (!text.is_empty()).then(|| PathBuf::from(text))
}

fn with_ending(path: PathBuf) -> PathBuf {
    if path.extension().is_some() {
        path
    } else {
        path.with_extension("probitas")
    }
}

pub(super) fn not_completed(reason: NotCompleted) -> MessagePair {
    match reason {
        NotCompleted::Errors { count } => {
            MessagePair::new(window::err_not_complete(count), window::hint_not_complete())
        }
        NotCompleted::OpenWarnings { count } => MessagePair::new(
            window::err_open_warnings(count),
            window::hint_open_warnings(),
        ),
    }
}
