//! Opening, saving, importing, exporting: what the session asks for, and what
//! it makes of the outcome.

use std::path::PathBuf;

use super::job::{Job, OpenedDraft};
use super::saving::{Access, DraftFile, Then};
use super::{
    Action, Browse, Dialog, EXAMPLES, Intent, Moment, PathPurpose, Request, Screen, Session,
    Status, Tone,
};
use crate::i18n::{MessagePair, draft, window};
use crate::questionnaire::shipped;
use crate::response::QuestionnaireResponse;
use crate::rules::NotCompleted;

impl Session {
    pub(super) fn begin(&mut self, intent: Intent, moment: Moment) {
        if intent == Intent::TakeIn || self.is_safe() {
            self.perform(intent, moment);
        } else {
            self.wait_or_ask(Then::Begin(intent));
        }
    }

    pub(super) fn discard(&mut self, moment: Moment) {
        if let Some(Dialog::Unsaved(intent)) = self.dialog.take() {
            self.file.given_up = true;
            self.forget_recovery();
            self.perform(intent, moment);
        }
    }

    pub(super) fn cancel(&mut self) {
        // One result among others leads back to all of them.
        self.dialog = match self.dialog.take() {
            Some(Dialog::Verified(verified)) => verified.among.map(Dialog::VerifiedEach),
            Some(Dialog::Notices(_)) => {
                self.notices_told();
                None
            }
            _ => None,
        };
        // What failed in the dialog is of no interest without it.
        self.status.take_if(|status| status.tone == Tone::Failed);
        self.file.given_up = false;
        self.then.clear();
        self.cancel_join();
    }

    fn perform(&mut self, intent: Intent, moment: Moment) {
        match intent {
            Intent::New => self.start_new(moment),
            Intent::Open => self.open_dialog(path_dialog(PathPurpose::Open, String::new())),
            Intent::OpenFile(path) => self.work(Job::Open(path)),
            Intent::OpenRecovered(path) => self.work(Job::OpenRecovered(path)),
            Intent::Import => self.open_dialog(Dialog::import()),
            Intent::ImportFiles(pages) => self.open_dialog(Dialog::import_of(&pages)),
            Intent::Example(index) => self.open_example(index),
            Intent::Correct => self.open_dialog(Dialog::Correct(self.verify_form())),
            Intent::CorrectFile(form) => self.correct(&form, moment),
            Intent::TakeIn => self.open_dialog(path_dialog(PathPurpose::TakeIn, String::new())),
            Intent::Close => self.close(),
        }
    }

    /// Closes once everything that is being written is written. Whoever asks
    /// again does not want to wait for a folder that does not answer.
    fn close(&mut self) {
        if self.closing {
            self.request(Request::Close);
            return;
        }
        if let Some(path) = self.file.path.clone() {
            self.remember_draft(path);
        }
        self.leave_file();
        self.closing = true;
        self.close_when_idle();
    }

    /// Whether nothing is being written besides the draft.
    pub(super) fn is_idle(&self) -> bool {
        self.preferences.is_idle() && self.tidying == 0 && self.spelling.is_kept()
    }

    pub(super) fn close_when_idle(&mut self) {
        if self.closing && self.is_idle() {
            self.request(Request::Close);
        }
    }

    fn start_new(&mut self, moment: Moment) {
        let newest = shipped().last().unwrap_or(self.shipped);
        let response =
            QuestionnaireResponse::new(&newest.questionnaire, moment.fresh_id, moment.now);
        let file = DraftFile::beginning(&response);
        self.begin_other(newest, response, file);
        self.show(Screen::Organization);
        self.status = None;
    }

    fn open_example(&mut self, index: usize) {
        let Some(example) = EXAMPLES.get(index) else {
            return;
        };
        match super::job::read_example(example) {
            Ok(loaded) => {
                let file = DraftFile::beginning(&loaded.response);
                self.begin_other(loaded.shipped, loaded.response, file);
                self.status = Some(Status::done(window::status_example()));
            }
            Err(pair) => self.status = Some(pair.into()),
        }
    }

    pub(super) fn confirm(&mut self, moment: Moment) {
        self.confirmed = self.dialog.clone();
        match self.dialog.take() {
            Some(Dialog::Path { purpose, path }) => self.confirm_path(purpose, &path),
            Some(Dialog::Import { first, second }) => self.confirm_import(&first, &second, moment),
            Some(Dialog::Thaw(pending)) => self.thaw(pending, moment),
            Some(Dialog::WithoutMarking) => self.write_files(false, moment),
            Some(Dialog::Replace(_)) => self.write_files(true, moment),
            Some(Dialog::Blank(form)) => self.write_blank(form, false),
            Some(Dialog::ReplaceBlank(form)) => self.write_blank(form, true),
            Some(Dialog::MakeKey(form)) => self.confirm_make_key(form),
            Some(Dialog::OpenKey(form)) => self.confirm_open_key(form, moment),
            Some(Dialog::ChangePassphrase(form)) => self.confirm_change_passphrase(form),
            Some(Dialog::HandIn(form)) => self.confirm_hand_in(form, moment),
            Some(Dialog::Unsaved(intent)) => self.save_before(intent),
            Some(Dialog::Verify(form)) => self.confirm_verify(form, moment),
            Some(Dialog::Compare(form)) => self.confirm_compare(form),
            Some(Dialog::Correct(form)) => self.confirm_correct(form, moment),
            Some(Dialog::Approve(form)) => self.open_to_approve(form, moment),
            Some(Dialog::MakePdf(form)) => self.confirm_make_pdf(form, moment),
            Some(Dialog::CheckUpdate(path)) => self.confirm_check_update(path),
            Some(Dialog::Join) => self.confirm_join(moment),
            Some(Dialog::DiscardRecovered(path)) => self.discard_recovered(path),
            Some(Dialog::EmptyWords(language)) => self.empty_own_words(language),
            Some(Dialog::Overwrite(path)) => self.save_to(path, true),
            Some(Dialog::Acknowledge { keys, reason }) => self.acknowledge(&keys, &reason, moment),
            Some(Dialog::CopyFromOthers(text)) => {
                self.confirmed = None;
                self.agree_to_copy(text);
            }
            Some(Dialog::RemoveText(item)) => {
                self.confirmed = None;
                self.remove_text(&item, moment);
            }
            Some(
                Dialog::Imported(_)
                | Dialog::Translated(_)
                | Dialog::Verified(_)
                | Dialog::VerifiedEach(_)
                | Dialog::Compared(_)
                | Dialog::Missing(_)
                | Dialog::UpdateChecked(_)
                | Dialog::Notices(_),
            )
            | None => {}
            Some(Dialog::Tidy(form)) => self.make_typography(&form, moment),
            Some(Dialog::WorkList(form)) => self.write_work_list(form, false),
            Some(Dialog::ReplaceWorkList(form)) => self.write_work_list(form, true),
            Some(Dialog::Translations(path)) => self.read_translations(&path),
            Some(Dialog::UseList(found)) => self.dialog = Some(Dialog::Verify(found.used())),
        }
    }

    fn save_before(&mut self, intent: Intent) {
        self.then.push_back(Then::Begin(intent));
        self.save();
    }

    fn confirm_path(&mut self, purpose: PathPurpose, path: &str) {
        let Some(path) = typed_path(path) else {
            self.dialog = Some(path_dialog(purpose, String::new()));
            return;
        };
        let path = self.absolute(path);
        match purpose {
            PathPurpose::Open => self.work(Job::Open(path)),
            PathPurpose::SaveAs => self.save_to(with_ending(path), false),
            PathPurpose::TakeIn => self.take_in(path),
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
            (Browse::ExportFolder, None) => self.choose_export_folder(text),
            (Browse::Signed, None) => self.name_signed(text),
            (Browse::Other, Some(Dialog::Compare(form))) => form.other = text,
            (
                Browse::Submission
                | Browse::PublicKey(_)
                | Browse::TrustList
                | Browse::Pin(_)
                | Browse::Root(_)
                | Browse::Revocation(_),
                Some(dialog),
            ) => {
                if let Some(form) = dialog.verify_form_mut() {
                    form.choose(browse, text);
                }
            }
            (Browse::NewPdf, Some(Dialog::MakePdf(form))) => form.path = text,
            (Browse::Blank, Some(Dialog::Blank(form))) => form.path = text,
            (Browse::WorkList, Some(Dialog::WorkList(form))) => form.path = text,
            (Browse::Update, Some(Dialog::CheckUpdate(path)))
            | (Browse::Translations, Some(Dialog::Translations(path))) => *path = text,
            (Browse::Key, Some(Dialog::OpenKey(form))) => form.path = text,
            (Browse::Module, Some(Dialog::OpenKey(form))) => form.token.module = text,
            (Browse::Key, Some(Dialog::ChangePassphrase(form))) => form.path = text,
            (Browse::NewKey, Some(Dialog::MakeKey(form))) => form.path = text,
            (Browse::HandIn, Some(Dialog::HandIn(form))) => form.path = text,
            // The dialog was closed meanwhile.
            _ => {}
        }
    }

    pub(super) fn opened_file(
        &mut self,
        outcome: Result<Box<OpenedDraft>, MessagePair>,
        moment: Moment,
    ) {
        match outcome {
            Ok(opened) => {
                let name = opened
                    .path
                    .file_name()
                    .unwrap_or_default()
                    .to_string_lossy();
                let mut status = Status::done(if opened.draft.read_only {
                    window::status_opened_read_only(name.as_ref())
                } else {
                    window::status_opened(name.as_ref())
                });
                let cleaned = opened.draft.cleaned_count;
                status.hint = (cleaned > 0).then(|| draft::cleaned(cleaned));
                self.status = Some(status);
                self.change_file(DraftFile {
                    path: Some(opened.path.clone()),
                    stamp: Some(opened.stamp),
                    access: if opened.draft.read_only {
                        Access::ReadOnly
                    } else {
                        Access::Free
                    },
                    ..DraftFile::beginning(&opened.draft.response)
                });
                self.replace(opened.draft.shipped, opened.draft.response);
                self.announce(moment);
                self.remember_draft(opened.path);
            }
            Err(pair) => self.fail(pair),
        }
    }

    pub(super) fn imported(
        &mut self,
        outcome: Result<Box<super::job::ImportedDraft>, MessagePair>,
    ) {
        match outcome {
            Ok(imported) => {
                let unplaced = imported.response.unplaced().len();
                self.begin_other(imported.shipped, imported.response, DraftFile::default());
                self.status = Some(Status::done(window::status_imported(unplaced)));
                self.dialog = Some(Dialog::Imported(imported.report));
                // What was imported is in no draft file yet.
                self.autosave();
            }
            Err(pair) => self.fail(pair),
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

pub(super) fn path_dialog(purpose: PathPurpose, path: String) -> Dialog {
    Dialog::Path { purpose, path }
}

/// A path as typed or pasted, without white space and quotation marks around it.
pub(super) fn typed_path(text: &str) -> Option<PathBuf> {
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
