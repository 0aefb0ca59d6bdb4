//! Joining the draft with another version of it.

use std::sync::Arc;

use super::job::{Job, OpenedDraft};
use super::saving::{Access, Outcome};
use super::{Dialog, Moment, Session, Status};
use crate::i18n::{Message, MessagePair, saving as messages};
use crate::response::join::{Difference, Pick, compare, joined};
use crate::response::{Edit, Place, QuestionnaireResponse};

/// What another version is joined for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JoinPurpose {
    /// Somebody else changed the file of the draft; what is joined is saved there.
    Save,
    /// Answers are taken in from another draft.
    TakeIn,
}

/// Another version beside the draft, and what is taken of each difference.
#[derive(Debug)]
pub struct Join {
    purpose: JoinPurpose,
    theirs: Box<OpenedDraft>,
    entries: Vec<JoinEntry>,
}

/// A difference and what is taken of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JoinEntry {
    /// What differs.
    pub difference: Difference,
    /// What is taken.
    pub pick: Pick,
    /// Whether that is more than a proposal: only one side changed it, or
    /// somebody has picked.
    pub settled: bool,
}

/// What is done in the dialog that joins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JoinStep {
    /// Takes something of one difference.
    Pick {
        /// Its index among [`Join::entries`].
        index: usize,
        /// What is taken.
        pick: Pick,
    },
    /// Takes the same of every difference.
    PickEverywhere(Pick),
    /// Joins nothing: the draft goes on in a file of its own beside the other.
    KeepBoth,
}

impl Join {
    /// What it is for.
    #[must_use]
    pub fn purpose(&self) -> JoinPurpose {
        self.purpose
    }

    /// The differences in the order of the form.
    #[must_use]
    pub fn entries(&self) -> &[JoinEntry] {
        &self.entries
    }

    /// The file of the other version.
    #[must_use]
    pub fn path(&self) -> &std::path::Path {
        &self.theirs.path
    }

    /// Whether the other version belongs to another submission, as a draft of
    /// another organization does.
    #[must_use]
    pub fn is_of_another_submission(&self, session: &Session) -> bool {
        self.theirs.draft.response.submission_id() != session.response().submission_id()
    }

    /// What is left to decide, in words.
    #[must_use]
    pub fn message(&self) -> Message {
        match self.open_count() {
            0 => messages::join_settled(self.entries.len()),
            count => messages::join_open(count),
        }
    }

    /// How many differences somebody has yet to look at.
    #[must_use]
    pub fn open_count(&self) -> usize {
        self.entries.iter().filter(|entry| !entry.settled).count()
    }
}

impl Session {
    /// The other version that is being joined.
    #[must_use]
    pub fn join(&self) -> Option<&Join> {
        self.join.as_ref()
    }

    pub(super) fn read_other(
        &mut self,
        purpose: JoinPurpose,
        outcome: Result<Box<OpenedDraft>, MessagePair>,
        moment: Moment,
    ) {
        let theirs = match outcome {
            Ok(theirs) => theirs,
            Err(pair) => {
                self.then.clear();
                return self.fail(pair);
            }
        };
        let base = self.file.base.as_deref();
        let differences = compare(
            self.questionnaire(),
            &self.response,
            &theirs.draft.response,
            base.filter(|_| purpose == JoinPurpose::Save),
        );
        let nothing = differences.is_empty();
        let entries = differences.into_iter().map(|difference| JoinEntry {
            pick: difference.default_pick(),
            settled: !difference.is_conflict(),
            difference,
        });
        self.join = Some(Join {
            purpose,
            theirs,
            entries: entries.collect(),
        });
        self.status = None;
        if nothing {
            self.finish_join(moment);
        } else {
            self.open_dialog(Dialog::Join);
        }
    }

    pub(super) fn join_step(&mut self, step: JoinStep, moment: Moment) {
        let Some(join) = &mut self.join else { return };
        match step {
            JoinStep::Pick { index, pick } => {
                if let Some(entry) = join.entries.get_mut(index) {
                    entry.pick = pick;
                    entry.settled = true;
                }
            }
            JoinStep::PickEverywhere(pick) => {
                for entry in &mut join.entries {
                    entry.pick = pick;
                    entry.settled = true;
                }
            }
            JoinStep::KeepBoth => return self.keep_both(moment),
        }
        let message = join.message();
        self.tell(message);
    }

    /// Joins, unless there is still something to look at.
    pub(super) fn confirm_join(&mut self, moment: Moment) {
        let open = self.join.as_ref().map(Join::open_count);
        if open.is_some_and(|count| count > 0) {
            self.dialog = Some(Dialog::Join);
        } else {
            self.finish_join(moment);
        }
    }

    fn finish_join(&mut self, moment: Moment) {
        let Some(join) = self.join.take() else { return };
        let picks: Vec<(&Difference, Pick)> = join
            .entries
            .iter()
            .map(|entry| (&entry.difference, entry.pick))
            .collect();
        let count = picks.iter().filter(|(_, pick)| *pick != Pick::Mine).count();
        if count > 0 {
            // One change for undo, whatever was typed just before or after.
            self.history.pause();
            self.edit_now(joined(&self.response, &picks), moment);
            self.history.pause();
        }
        for item in picks.iter().filter_map(|(one, _)| one.part.item()) {
            self.attention.leave(Place::Item(item.clone()));
        }
        match join.purpose {
            JoinPurpose::TakeIn => self.status = Some(Status::done(messages::taken_in(count))),
            JoinPurpose::Save => {
                let theirs = *join.theirs;
                self.take_over_readiness(&theirs.draft.response, moment);
                self.file.stamp = Some(theirs.stamp);
                self.file.base = Some(Arc::new(theirs.draft.response));
                self.file.access = Access::Free;
                self.save_to(theirs.path, false);
            }
        }
    }

    /// Where nothing but their version is left, it is as ready for approval as
    /// it was there.
    fn take_over_readiness(&mut self, theirs: &QuestionnaireResponse, moment: Moment) {
        let ready = theirs.ready_for_approval().cloned();
        let is_marked = self.response.ready_for_approval().is_some();
        if ready.is_some()
            && !is_marked
            && compare(self.questionnaire(), &self.response, theirs, None).is_empty()
        {
            self.edit_now(Edit::ReadyForApproval(ready.map(Box::new)), moment);
        }
    }

    /// The draft goes on under a name of its own beside the other file.
    fn keep_both(&mut self, moment: Moment) {
        let Some(join) = self.join.take() else { return };
        self.dialog = None;
        let path = &join.theirs.path;
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let time = moment.now.format("%Y-%m-%d-%H%M%S").to_string();
        let name = messages::conflict_name(stem.into_owned(), time).text(self.language);
        self.save_to(path.with_file_name(name), false);
    }

    pub(super) fn cancel_join(&mut self) {
        if let Some(join) = self.join.take()
            && join.purpose == JoinPurpose::Save
        {
            // The file of the draft is still not ours to write.
            let pair = MessagePair::new(messages::err_not_joined(), messages::hint_not_joined());
            self.file.access = Access::ChangedByOthers;
            self.file.outcome = Outcome::Failed(pair);
        }
    }

    pub(super) fn take_in(&mut self, path: std::path::PathBuf) {
        self.work(Job::ReadOther(path, JoinPurpose::TakeIn));
    }
}
