//! The file of the draft: what it holds, and what came of writing it.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset};

use super::elsewhere::Presence;
use super::files::path_dialog;
use super::job::{Job, JobResult, KeptDraft, Obstacle, SaveFailure, SavedDraft};
use super::recovery::Recovery;
use super::{Action, Dialog, Intent, JoinPurpose, Moment, PathPurpose, SaveState, Session, Status};
use crate::i18n::{Message, MessagePair, saving as messages, window};
use crate::response::QuestionnaireResponse;
use crate::response::join::says_the_same;
use crate::storage::FileStamp;

/// The file that a draft is kept in.
#[derive(Debug, Default)]
pub(super) struct DraftFile {
    pub(super) path: Option<PathBuf>,
    /// What was last read or written there, to notice changes by others.
    pub(super) stamp: Option<FileStamp>,
    /// What the file holds; for a draft without one, what it began with where
    /// losing that is no loss.
    pub(super) base: Option<Arc<QuestionnaireResponse>>,
    pub(super) access: Access,
    pub(super) recovery: Option<Recovery>,
    pub(super) presence: Presence,
    pub(super) saving: Option<Saving>,
    pub(super) outcome: Outcome,
    /// When changes are to be saved by themselves.
    pub(super) due: Option<DateTime<FixedOffset>>,
    /// Somebody agreed to lose the changes.
    pub(super) given_up: bool,
}

/// Whether the file of the draft may be written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Access {
    #[default]
    Free,
    /// A newer program wrote it.
    ReadOnly,
    /// It lies where nothing can be written: changes are kept for recovery
    /// until they have another file.
    ReadOnlyPlace,
    /// Somebody else changed it since it was read.
    ChangedByOthers,
}

/// A save that is under way.
#[derive(Debug)]
pub(super) struct Saving {
    pub(super) what: Arc<QuestionnaireResponse>,
    pub(super) occasion: Occasion,
}

/// Why something is saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Occasion {
    /// Somebody asked for it, and is told.
    Asked,
    /// By itself: nothing on the screen moves.
    ByItself,
}

/// What came of the last save.
#[derive(Debug, Default)]
pub(super) enum Outcome {
    #[default]
    None,
    Saved(DateTime<FixedOffset>),
    Kept(DateTime<FixedOffset>),
    Failed(MessagePair),
}

/// What waits until a save is done.
#[derive(Debug)]
pub(super) enum Then {
    /// Saving because somebody asked.
    Save { path: PathBuf, overwrite: bool },
    /// What replaces the response.
    Begin(Intent),
    /// What was read to replace the response.
    Take(Box<JobResult>),
}

impl DraftFile {
    /// No file, and nothing to lose yet.
    pub(super) fn beginning(response: &QuestionnaireResponse) -> Self {
        DraftFile {
            base: Some(Arc::new(response.clone())),
            ..DraftFile::default()
        }
    }

    /// The same file, read and written as it was, without what holds it: its
    /// lock, and its place in the recovery folder.
    pub(super) fn without_claims(&self) -> Self {
        DraftFile {
            path: self.path.clone(),
            stamp: self.stamp,
            base: self.base.clone(),
            access: self.access,
            ..DraftFile::default()
        }
    }

    pub(super) fn has_own_file(&self) -> bool {
        let can_be_written = !matches!(self.access, Access::ReadOnly | Access::ReadOnlyPlace);
        self.path.is_some() && can_be_written
    }

    pub(super) fn base_says(&self, response: &QuestionnaireResponse) -> bool {
        let base = self.base.as_ref();
        base.is_some_and(|base| says_the_same(base, response))
    }

    pub(super) fn recovery_says(&self, response: &QuestionnaireResponse) -> bool {
        let kept = self.recovery.as_ref();
        kept.is_some_and(|kept| says_the_same(&kept.what, response))
    }
}

impl Session {
    /// The file of the draft, if it has one.
    #[must_use]
    pub fn path(&self) -> Option<&std::path::Path> {
        self.file.path.as_deref()
    }

    /// Whether there are changes that could be lost: a draft without a file
    /// of its own is safe in the recovery folder.
    #[must_use]
    pub fn has_unsaved_changes(&self) -> bool {
        let file = &self.file;
        let kept = !file.has_own_file() && file.recovery_says(&self.response);
        !(kept || file.given_up || file.base_says(&self.response))
    }

    /// Whether the window can close at once: nothing is unsaved, and nothing
    /// is being written.
    #[must_use]
    pub fn may_close(&self) -> bool {
        let is_alone = !matches!(self.file.presence, super::elsewhere::Presence::Ours(_));
        self.is_safe() && is_alone && self.is_idle()
    }

    /// Whether a newer program wrote the draft: it can be read, not saved.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.file.access == Access::ReadOnly
    }

    /// The file's name for the title of the window.
    #[must_use]
    pub fn file_name(&self) -> Option<String> {
        let name = self.file.path.as_ref()?.file_name()?;
        Some(name.to_string_lossy().into_owned())
    }

    /// Whether what is on the screen is in a file.
    #[must_use]
    pub fn save_state(&self) -> SaveState {
        let file = &self.file;
        if file.saving.is_some() {
            return SaveState::Saving;
        }
        let in_base = file.base_says(&self.response);
        match &file.outcome {
            Outcome::Failed(pair) if !in_base => SaveState::NotSaved(pair.clone()),
            Outcome::Saved(at) if in_base => SaveState::Saved { at: *at },
            Outcome::Kept(at) if file.recovery_says(&self.response) => {
                SaveState::KeptForRecovery { at: *at }
            }
            _ if in_base => SaveState::Unchanged,
            _ => SaveState::Pending,
        }
    }

    /// What can be done where the changes could not be saved: its name and
    /// its action.
    #[must_use]
    pub fn save_remedy(&self) -> Option<(Message, Action)> {
        let SaveState::NotSaved(_) = self.save_state() else {
            return None;
        };
        Some(match self.file.access {
            Access::ChangedByOthers => (messages::compare(), Action::Save),
            _ => (window::file_save_as(), self.save_as()),
        })
    }

    /// Saves, or asks where.
    pub(super) fn save(&mut self) {
        match self.file.path.clone() {
            Some(path) if self.file.has_own_file() => self.save_to(path, false),
            _ => self.dialog = Some(path_dialog(PathPurpose::SaveAs, self.suggested_name())),
        }
    }

    pub(super) fn save_to(&mut self, path: PathBuf, overwrite: bool) {
        if self.file.saving.is_some() {
            // Two saves at once would each take the other for somebody else's.
            self.then.push_front(Then::Save { path, overwrite });
            return;
        }
        let job = self.save_job(path, overwrite, Occasion::Asked);
        self.work(job);
    }

    /// The job that writes the draft as it is now; it is under way from here on.
    pub(super) fn save_job(&mut self, path: PathBuf, overwrite: bool, occasion: Occasion) -> Job {
        let response = self.start_saving(occasion);
        let same_file = self.file.path.as_ref() == Some(&path);
        Job::Save {
            path,
            response,
            expected: self.file.stamp.filter(|_| same_file),
            overwrite,
        }
    }

    pub(super) fn start_saving(&mut self, occasion: Occasion) -> Arc<QuestionnaireResponse> {
        let what = Arc::new(self.response.clone());
        self.file.due = None;
        self.file.saving = Some(Saving {
            what: Arc::clone(&what),
            occasion,
        });
        what
    }

    pub(super) fn saved_file(&mut self, outcome: Result<SavedDraft, SaveFailure>, moment: Moment) {
        let Some(saving) = self.file.saving.take() else {
            return;
        };
        match outcome {
            Ok(saved) => {
                self.is_saved(saved, saving, moment);
                self.go_on(moment);
            }
            Err(failure) => match saving.occasion {
                Occasion::Asked => self.is_not_saved(failure),
                Occasion::ByItself => self.is_not_autosaved(failure, moment),
            },
        }
    }

    fn is_saved(&mut self, saved: SavedDraft, saving: Saving, moment: Moment) {
        let asked = saving.occasion == Occasion::Asked;
        let is_new_name = self.file.path.as_ref() != Some(&saved.path);
        self.file.stamp = Some(saved.stamp);
        self.file.base = Some(saving.what);
        self.file.access = Access::Free;
        self.file.outcome = Outcome::Saved(moment.now);
        self.file.path = Some(saved.path.clone());
        self.forget_recovery();
        if asked {
            let name = saved.path.file_name().unwrap_or_default().to_string_lossy();
            self.status = Some(Status::done(window::status_saved(name.as_ref())));
            self.confirmed = None;
        }
        if is_new_name {
            self.announce(moment);
        }
        if asked || is_new_name {
            self.remember_draft(saved.path);
        }
    }

    /// Somebody asked for it: they are told, and asked what to do.
    fn is_not_saved(&mut self, failure: SaveFailure) {
        let own = self.file.path.as_ref() == Some(&failure.path);
        match failure.obstacle {
            Obstacle::Changed if own => {
                self.file.access = Access::ChangedByOthers;
                let pair = not_saved(failure.obstacle, failure.pair);
                self.file.outcome = Outcome::Failed(pair);
                let purpose = JoinPurpose::Save;
                self.work(Job::ReadOther(failure.path, purpose));
            }
            Obstacle::InTheWay | Obstacle::Changed => {
                self.dialog = Some(Dialog::Overwrite(failure.path));
                self.status = Some(failure.pair.into());
            }
            Obstacle::Other => {
                self.then.clear();
                self.dialog = self.confirmed.take();
                self.status = Some(failure.pair.clone().into());
                if own || self.file.path.is_none() {
                    self.file.outcome = Outcome::Failed(failure.pair);
                    self.keep_for_recovery();
                }
            }
        }
    }

    fn is_not_autosaved(&mut self, failure: SaveFailure, moment: Moment) {
        if failure.obstacle == Obstacle::Changed {
            self.file.access = Access::ChangedByOthers;
        }
        let pair = not_saved(failure.obstacle, failure.pair);
        self.tell(messages::not_saved(pair.problem.clone()));
        self.file.outcome = Outcome::Failed(pair);
        self.keep_for_recovery();
        self.go_on(moment);
    }

    pub(super) fn kept_draft(&mut self, outcome: Result<KeptDraft, MessagePair>, moment: Moment) {
        let Some(saving) = self.file.saving.take() else {
            return;
        };
        // Where a file of the draft's own could not be written, that stays
        // what has to be known.
        let is_all = !self.file.has_own_file();
        match outcome {
            Ok(kept) => {
                let before = self.file.recovery.take().and_then(|kept| kept.claim);
                self.file.recovery = Some(Recovery {
                    path: kept.path,
                    stamp: kept.stamp,
                    what: saving.what,
                    claim: kept.claim.or(before),
                });
                if is_all {
                    self.file.outcome = Outcome::Kept(moment.now);
                }
            }
            Err(pair) if is_all => {
                self.tell(messages::not_saved(pair.problem.clone()));
                self.file.outcome = Outcome::Failed(pair);
            }
            Err(_) => {}
        }
        self.go_on(moment);
    }

    /// Does what waited for the save, one after the other.
    pub(super) fn go_on(&mut self, moment: Moment) {
        while self.file.saving.is_none()
            && let Some(next) = self.then.pop_front()
        {
            match next {
                Then::Save { path, overwrite } => self.save_to(path, overwrite),
                Then::Begin(intent) => self.begin(intent, moment),
                Then::Take(result) => self.done(*result, moment),
            }
        }
    }

    /// Whether the response can be replaced without losing anything.
    pub(super) fn is_safe(&self) -> bool {
        self.file.saving.is_none() && !self.has_unsaved_changes()
    }

    /// The response is to be replaced and is not safe yet: saves what is not
    /// saved and comes back to `then`, or asks.
    pub(super) fn wait_or_ask(&mut self, then: Then) {
        if self.file.saving.is_none() && self.can_save_by_itself() {
            self.autosave();
        }
        if self.file.saving.is_some() {
            self.then.push_back(then);
        } else {
            self.then.clear();
            self.dialog = Some(Dialog::Unsaved(then.intent()));
        }
    }

    /// A name for a draft that has none.
    pub(super) fn suggested_name(&self) -> String {
        let id = &self.response.organization().id;
        let name = if id.is_empty() { "draft" } else { id.as_str() };
        let name = format!("{name}_{}.probitas", self.response.cycle());
        self.absolute(name.into()).to_string_lossy().into_owned()
    }

    /// A path as it was typed; one that begins nowhere begins in the folder of
    /// the person's documents, whatever folder the program was started in.
    pub(super) fn absolute(&self, path: PathBuf) -> PathBuf {
        match &self.preferences.places.documents {
            Some(documents) if path.is_relative() => documents.join(path),
            _ => path,
        }
    }
}

/// What to do differs where both versions can be joined.
pub(super) fn not_saved(obstacle: Obstacle, pair: MessagePair) -> MessagePair {
    match obstacle {
        Obstacle::Changed => {
            MessagePair::new(messages::err_not_joined(), messages::hint_not_joined())
        }
        _ => pair,
    }
}

impl Then {
    /// What was meant, to be asked about.
    fn intent(self) -> Intent {
        match self {
            Then::Begin(intent) => intent,
            Then::Take(result) => match *result {
                JobResult::Opened(Ok(opened)) => Intent::OpenFile(opened.path),
                JobResult::RecoveredOpened(Ok(opened)) => Intent::OpenRecovered(opened.path),
                JobResult::Corrected(Ok(_)) => Intent::Correct,
                _ => Intent::Import,
            },
            Then::Save { .. } => Intent::New,
        }
    }
}
