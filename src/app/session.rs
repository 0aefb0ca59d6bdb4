//! The session: what there is, and the router of actions.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::aside::Asides;
use super::job::{Control, Job, JobResult};
use super::notices::Notices;
use super::preferences::KeptPreferences;
use super::saving::{DraftFile, Then};
use super::{
    Action, Approval, Attention, Dialog, Find, Fold, History, Intent, Join, Moment, News,
    OpenedKey, Others, Outline, Pending, Preference, Preferences, Printed, RecoveredDraft, Request,
    ReviewHalf, Screen, SignOff, Spelling, Status, Target, Tone, guide, history,
};
use crate::i18n::{Language, Message, MessagePair, saving};
use crate::questionnaire::{Item, ItemId, Questionnaire, Shipped};
use crate::release::ReleaseKey;
use crate::response::{Edit, Organization, Place, QuestionnaireResponse};
use crate::rules::{Evaluation, Looked, evaluate, evaluate_again};
use crate::storage::Places;

/// Everything that the window shows, and the one way in which it changes.
#[derive(Debug)]
pub struct Session {
    pub(super) shipped: &'static Shipped,
    pub(super) response: QuestionnaireResponse,
    pub(super) evaluation: Evaluation,
    /// What was found in the texts, so that only what changes is looked through.
    looked: Looked,
    pub(super) history: History,
    /// The drafts that Undo and Redo bring back.
    pub(super) asides: Asides,
    /// Structures that are to be filled, beside what the response holds.
    pub(super) outlines: BTreeMap<(ItemId, Language), Outline>,
    pub(super) attention: Attention,
    pub(super) file: DraftFile,
    /// What waits until a save is done.
    pub(super) then: VecDeque<Then>,
    pub(super) recovered: Vec<RecoveredDraft>,
    pub(super) join: Option<Join>,
    /// What is searched for in the answers, while that is open.
    pub(super) find: Option<Find>,
    /// What others wrote, while somebody reads that beside the form.
    pub(super) others: Option<Others>,
    /// Whether somebody was asked, and takes words of others over.
    pub(super) may_copy_from_others: bool,
    pub(super) spelling: Spelling,
    pub(super) closing: bool,
    /// How many removals of what nobody needs any more are under way.
    pub(super) tidying: usize,
    can_cancel: bool,
    /// What work is told of that has several steps.
    control: Option<Control>,
    pub(super) dialog: Option<Dialog>,
    /// The dialog whose work is under way; it comes back where that fails.
    pub(super) confirmed: Option<Dialog>,
    pub(super) status: Option<Status>,
    pub(super) key: Option<OpenedKey>,
    /// Where the key was opened or made, as typed.
    pub(super) key_path: String,
    pub(super) sign_off: SignOff,
    pub(super) approval: Option<Box<Approval>>,
    screen: Screen,
    pub(super) printed: Printed,
    chapter: &'static str,
    pub(super) preferences: KeptPreferences,
    pub(super) notices: Notices,
    /// The key of the makers of the program.
    pub(super) release_key: Option<ReleaseKey>,
    pub(super) language: Language,
    pub(super) opened: BTreeSet<Fold>,
    /// The item whose answer has the window for itself.
    alone: Option<ItemId>,
    pub(super) news: Option<News>,
    target: Option<Target>,
    requests: Vec<Request>,
}

impl Session {
    /// A session with an empty response to a definition. `language` is that
    /// of the system, for whoever never chose one.
    #[must_use]
    pub fn new(
        shipped: &'static Shipped,
        language: Language,
        preferences: Preferences,
        moment: Moment,
    ) -> Self {
        let questionnaire = &shipped.questionnaire;
        let response = QuestionnaireResponse::new(questionnaire, moment.fresh_id, moment.now);
        Session {
            shipped,
            evaluation: evaluate(questionnaire, &response),
            looked: Looked::default(),
            file: DraftFile::beginning(&response),
            response,
            history: History::default(),
            asides: Asides::default(),
            outlines: BTreeMap::new(),
            attention: Attention::default(),
            then: VecDeque::new(),
            recovered: Vec::new(),
            join: None,
            find: None,
            others: None,
            may_copy_from_others: false,
            spelling: Spelling::default(),
            closing: false,
            tidying: 0,
            can_cancel: false,
            control: None,
            dialog: None,
            confirmed: None,
            status: None,
            key: None,
            key_path: String::new(),
            sign_off: SignOff::default(),
            approval: None,
            screen: Screen::default(),
            printed: Printed::default(),
            chapter: guide::chapter_of(Screen::Start),
            language: preferences.language().unwrap_or(language),
            preferences: KeptPreferences::new(preferences),
            notices: Notices::default(),
            release_key: ReleaseKey::built_in(),
            opened: BTreeSet::new(),
            alone: None,
            news: None,
            target: None,
            requests: Vec::new(),
        }
    }

    /// Keeps preferences and drafts without a name in these places from now
    /// on, and looks what was left there; a session that was not told keeps none.
    #[must_use]
    pub fn kept_in(mut self, places: Places) -> Self {
        self.preferences.places = places;
        self.read_own_words();
        self.look_for_notices();
        self.look_for_recovered();
        self.clear_printouts();
        self
    }

    /// Does what an action says.
    pub fn update(&mut self, action: Action, moment: Moment) {
        match action {
            Action::Edit(edit) => self.edit(edit, moment),
            Action::Undo => self.undo(moment),
            Action::Redo => self.redo(moment),
            Action::CopyStructure { item, to } => self.copy_structure(&item, to),
            Action::EndTyping => self.history.pause(),
            Action::ShowIn(language) => self.set_preference(Preference::Language(language)),
            Action::SetPreference(preference) => self.set_preference(preference),
            Action::Leave(place) => self.leave(place),
            Action::CheckAll => self.check_all(),
            Action::ToggleFold(fold) => self.toggle_fold(fold),
            Action::GoTo(target) => self.go_to(target),
            Action::GoToFinding { from, step } => self.go_to_finding(from.as_ref(), step),
            Action::Show(screen) => self.show(screen),
            Action::Acknowledge { keys, reason } => self.acknowledge(&keys, &reason, moment),
            Action::TakeBackAcknowledgement(keys) => self.take_back_acknowledgement(&keys, moment),
            Action::ShowPrinted(languages) => self.printed.choose(languages),
            Action::ShowHalf(half) => self.printed.half = half,
            Action::ZoomPages(zoom) => self.printed.zoom = zoom,
            Action::SelectPrinted(selection) => self.printed.select(selection),
            #[cfg(feature = "gui")]
            Action::Look(sight) => self.printed.look(sight),
            Action::Place { index, option } => self.place_line(index, option, moment),
            Action::Begin(intent) => self.begin(intent, moment),
            Action::OpenFile(path) => self.begin(Intent::OpenFile(path), moment),
            Action::TakeGiven(path) => self.take_given(path, moment),
            Action::TakeFiles(paths) => self.take_files(&paths, moment),
            Action::ForgetRecent(path) => self.forget_recent(&path),
            Action::ShowGuide(chapter) => self.show_guide(chapter),
            Action::OpenRecovered(path) => self.begin(Intent::OpenRecovered(path), moment),
            Action::DiscardRecovered(path) => self.open_dialog(Dialog::DiscardRecovered(path)),
            Action::Join(step) => self.join_step(step, moment),
            Action::ShowAlone(item) => self.show_alone(item),
            Action::Tidy(scope) => self.offer_typography(&scope),
            Action::Find(step) => self.find_step(step, moment),
            Action::Others(step) => self.others_step(step),
            Action::Spelling(step) => self.spelling_step(step, moment),
            Action::Tick => self.tick(moment),
            Action::WindowLostFocus => self.lost_focus(),
            Action::Save => self.save(),
            Action::OpenDialog(dialog) => self.open_dialog(dialog),
            Action::Fill(dialog) => self.dialog = Some(dialog),
            Action::Browse(browse) => self.request(Request::Browse(browse)),
            Action::Confirm => self.confirm(moment),
            Action::Discard => self.discard(moment),
            Action::Cancel => self.cancel(),
            Action::OpenToApprove(form) => self.open_to_approve(form, moment),
            Action::NameSigned(path) => self.name_signed(path),
            Action::SignSubmission => self.sign_submission(moment),
            Action::CloseApproval => self.close_approval(),
            Action::DrawWords => self.draw_words(),
            Action::ForgetKey => self.key = None,
            Action::MarkReady => self.mark_ready(moment),
            Action::FillSignOff(form) => self.fill_sign_off(*form),
            Action::Export => self.export(moment),
            Action::Print => self.print_now(),
            Action::PrintBlank(form) => self.print_blank(&form),
            Action::StopExport => self.stop_export(),
            Action::ShowOutside(shown) => self.show_outside(shown),
            Action::Copy(what, text) => self.copy(what, text),
            Action::ClearStatus => self.status = None,
            Action::CancelJob => self.cancel_job(),
            Action::Done(result) => self.done(result, moment),
        }
        self.tell_notices();
        self.print_again();
    }

    /// The definition.
    #[must_use]
    pub fn questionnaire(&self) -> &'static Questionnaire {
        &self.shipped.questionnaire
    }

    /// The definition with what belongs to it.
    #[must_use]
    pub fn shipped(&self) -> &'static Shipped {
        self.shipped
    }

    /// The response.
    #[must_use]
    pub fn response(&self) -> &QuestionnaireResponse {
        &self.response
    }

    /// What the rules say of the response, shown or not.
    #[must_use]
    pub fn evaluation(&self) -> &Evaluation {
        &self.evaluation
    }

    /// The language of the window.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// What can be undone.
    #[must_use]
    pub fn history(&self) -> &History {
        &self.history
    }

    /// The open dialog.
    #[must_use]
    pub fn dialog(&self) -> Option<&Dialog> {
        self.dialog.as_ref()
    }

    /// The status line.
    #[must_use]
    pub fn status(&self) -> Option<&Status> {
        self.status.as_ref()
    }

    /// The opened key.
    #[must_use]
    pub fn key(&self) -> Option<&OpenedKey> {
        self.key.as_ref()
    }

    /// The screen that is shown.
    #[must_use]
    pub fn screen(&self) -> Screen {
        self.screen
    }

    /// The chapter of the guide that is read, by its id.
    #[must_use]
    pub fn chapter(&self) -> &'static str {
        self.chapter
    }

    /// Whether nobody chose a language yet: then nothing else is shown.
    #[must_use]
    pub fn must_choose_language(&self) -> bool {
        self.preferences().language().is_none()
    }

    /// Which findings are shown.
    #[must_use]
    pub fn attention(&self) -> &Attention {
        &self.attention
    }

    /// Where the focus is to go; the caller moves it.
    pub fn take_target(&mut self) -> Option<Target> {
        self.target.take()
    }

    /// What is to be done outside; the caller does it.
    pub fn take_requests(&mut self) -> Vec<Request> {
        std::mem::take(&mut self.requests)
    }

    pub(super) fn request(&mut self, request: Request) {
        self.requests.push(request);
    }

    /// Opens a dialog, without the failure of an earlier one.
    pub(super) fn open_dialog(&mut self, dialog: Dialog) {
        self.status.take_if(|status| status.tone == Tone::Failed);
        self.dialog = Some(dialog);
        self.draw_first_words();
    }

    /// Work of a dialog failed: what was filled in comes back with the reason.
    pub(super) fn fail(&mut self, pair: MessagePair) {
        self.dialog = self.confirmed.take();
        self.status = Some(pair.into());
    }

    /// Whether work is under way that may be given up.
    #[must_use]
    pub fn can_cancel(&self) -> bool {
        let is_working = |status: &Status| status.tone == Tone::Working;
        self.can_cancel && self.status.as_ref().is_some_and(is_working)
    }

    /// What is done now, of work that has several steps and can be stopped
    /// after each.
    #[must_use]
    pub fn step(&self) -> Option<Message> {
        let control = self.control.as_ref().filter(|_| self.can_cancel())?;
        Some(control.step())
    }

    /// What was done of work with several steps is told; else it is given up.
    fn cancel_job(&mut self) {
        match &self.control {
            Some(control) => control.stop(),
            None => self.request(Request::CancelWork),
        }
    }

    pub(super) fn work(&mut self, job: Job) {
        self.can_cancel = job.can_be_cancelled();
        self.control = job.control().cloned();
        self.status = Some(Status::working(job.message()));
        self.request(Request::Work(job));
    }

    /// Puts another response in place of this one.
    pub(super) fn replace(&mut self, shipped: &'static Shipped, response: QuestionnaireResponse) {
        self.shipped = shipped;
        self.attention = Attention::of(&shipped.questionnaire, &response);
        self.evaluation = evaluate(&shipped.questionnaire, &response);
        self.response = response;
        // A key of one organization does not sign for another by oversight.
        let own = &self.response.organization().id;
        self.key.take_if(|key| {
            let holders = key.holder.organization_id.as_ref();
            holders.is_some_and(|id| id != own)
        });
        self.printed.begin_again();
        self.history = History::default();
        self.outlines.clear();
        self.asides = Asides::default();
        self.search_again();
        self.spelling.is_stale = true;
        self.sign_off = SignOff::default();
        self.compare_with_mark();
        self.opened.clear();
        self.alone = None;
        self.news = None;
        self.screen = Screen::Form;
        self.target = None;
        self.dialog = None;
    }

    /// Makes a change; asks first where the response is ready for approval.
    pub(super) fn edit(&mut self, edit: Edit, moment: Moment) {
        if self.is_held(&edit) {
            self.ask_before(Pending::Edit(Box::new(edit)));
        } else {
            self.edit_now(edit, moment);
        }
    }

    pub(super) fn edit_now(&mut self, edit: Edit, moment: Moment) {
        let edit = self.with_identifier(edit);
        self.noticing(|session| {
            if let Some(inverse) = session.apply(edit.clone(), moment) {
                session.asides.later = None;
                let response = &session.response;
                session
                    .history
                    .remember(&edit, inverse, response, moment.now);
                // A choice is made with one click: there is no moment of leaving it.
                if let Edit::Choose { item, .. } | Edit::Decide { item, .. } = edit {
                    session.attention.leave(Place::Item(item));
                }
            }
        });
    }

    /// The identifier follows the name of the organization for as long as
    /// nobody wrote another one.
    fn with_identifier(&self, edit: Edit) -> Edit {
        let Edit::OrganizationName(language, name) = &edit else {
            return edit;
        };
        let organization = self.response.organization();
        let follows = |name: &String| organization.id == Organization::slug(name);
        let first = *language == self.response.language_order();
        if first && follows(organization.name.get(*language)) {
            let id = Edit::OrganizationId(Organization::slug(name));
            Edit::Together(vec![edit, id])
        } else {
            edit
        }
    }

    /// Applies a change; one that does not fit the definition changes nothing.
    fn apply(&mut self, edit: Edit, moment: Moment) -> Option<Edit> {
        let questionnaire = self.questionnaire();
        let writing_at = history::place_of_typing(&edit);
        let inverse = self.response.apply(questionnaire, edit, moment.now).ok()?;
        self.printed.forget();
        if let Some(place) = writing_at {
            self.attention.write(&place, &self.evaluation);
        }
        let now = evaluate_again(questionnaire, &self.response, &mut self.looked);
        let before = std::mem::replace(&mut self.evaluation, now);
        // What was done before is old news once the work goes on.
        self.status.take_if(|status| status.tone == Tone::Done);
        self.announce_follow_ups(&before);
        self.search_again();
        self.spelling.is_stale = true;
        self.changed(moment);
        self.compare_with_mark();
        Some(inverse)
    }

    fn undo(&mut self, moment: Moment) {
        if !self.history.can_undo() {
            self.bring_earlier_back(moment);
        } else if self.holds_history() {
            self.ask_before(Pending::Undo);
        } else {
            self.undo_now(moment);
        }
    }

    pub(super) fn undo_now(&mut self, moment: Moment) {
        let change = self.history.undo(&self.response);
        self.take_back(change, moment, History::undone);
    }

    fn redo(&mut self, moment: Moment) {
        if !self.history.can_redo() {
            self.bring_later_back(moment);
        } else if self.holds_history() {
            self.ask_before(Pending::Redo);
        } else {
            self.redo_now(moment);
        }
    }

    pub(super) fn redo_now(&mut self, moment: Moment) {
        let change = self.history.redo(&self.response);
        self.take_back(change, moment, History::redone);
    }

    fn take_back(
        &mut self,
        change: Option<history::Change>,
        moment: Moment,
        remember: impl FnOnce(&mut History, history::Change, &QuestionnaireResponse) -> Option<Target>,
    ) {
        self.noticing(|session| {
            let inverse = match change {
                Some(history::Change::Edit(edit)) => {
                    session.apply(edit, moment).map(history::Change::Edit)
                }
                Some(history::Change::Outline(item, language, outline)) => {
                    let before = session.set_outline(&item, language, outline);
                    Some(history::Change::Outline(item, language, before))
                }
                None => None,
            };
            let target = inverse
                .and_then(|inverse| remember(&mut session.history, inverse, &session.response));
            if let Some(target) = target {
                session.go_to(target);
            }
        });
    }

    fn leave(&mut self, place: Place) {
        self.history.pause();
        self.noticing(|session| session.attention.leave(place));
    }

    /// Shows every finding, in one list.
    pub(super) fn check_all(&mut self) {
        self.attention.check_all();
        self.screen = Screen::Review;
        self.printed.half = ReviewHalf::Findings;
    }

    fn show_guide(&mut self, chapter: &'static str) {
        self.chapter = chapter;
        self.show(Screen::Guide);
    }

    pub(super) fn show(&mut self, screen: Screen) {
        let screen = match screen {
            Screen::Approve if self.approval.is_none() => Screen::Start,
            screen => screen,
        };
        if self.screen != screen {
            // What was being written is out of sight.
            self.noticing(|session| session.attention.settle());
            self.status.take_if(|status| status.tone == Tone::Done);
        }
        self.screen = screen;
        if screen != Screen::Form {
            self.alone = None;
        }
    }

    /// The item whose answer is shown alone in the window, if any.
    #[must_use]
    pub fn alone(&self) -> Option<&ItemId> {
        self.alone.as_ref()
    }

    fn show_alone(&mut self, item: Option<ItemId>) {
        let is_text = |id: &ItemId| self.questionnaire().item(id).is_some_and(Item::is_text);
        let item = item.filter(is_text);
        if item.is_some() {
            self.show(Screen::Form);
        }
        self.alone = item;
    }

    /// A folded follow-up opens, or the focus would have nowhere to go.
    pub(super) fn go_to(&mut self, target: Target) {
        if let Target::Place(Place::Item(item)) | Target::Text(item, _) = &target
            && !self.is_open(item)
        {
            self.opened.insert(Fold::FollowUp(item.clone()));
        }
        self.show(Screen::of(&target));
        // What stands elsewhere is not seen beside an answer that is alone.
        let shows = |alone: &ItemId| match &target {
            Target::Place(Place::Item(item)) | Target::Text(item, _) => item == alone,
            _ => false,
        };
        self.alone.take_if(|alone| !shows(alone));
        self.target = Some(target);
    }

    fn place_line(
        &mut self,
        index: usize,
        option: Option<(ItemId, crate::questionnaire::OptionId)>,
        moment: Moment,
    ) {
        let mut edits = vec![Edit::RemoveLine(index)];
        if let Some((item, option)) = option {
            let single = self.questionnaire().item(&item).is_some_and(|found| {
                matches!(found.kind, crate::questionnaire::ItemKind::SingleChoice(_))
            });
            let chosen = self.response.answer(&item).filter(|_| !single);
            let mut options = chosen
                .map(|answer| answer.choices.clone())
                .unwrap_or_default();
            options.insert(option);
            edits.push(Edit::Choose { item, options });
        }
        self.edit(Edit::Together(edits), moment);
    }

    pub(super) fn done(&mut self, result: JobResult, moment: Moment) {
        let replaces = matches!(
            result,
            JobResult::Opened(Ok(_))
                | JobResult::RecoveredOpened(Ok(_))
                | JobResult::Imported(Ok(_))
                | JobResult::Corrected(Ok(_))
        );
        if replaces && !self.is_safe() {
            // Somebody went on writing while it was read.
            self.wait_or_ask(Then::Take(Box::new(result)));
            return;
        }
        match result {
            JobResult::Chosen(browse, path) => return self.chosen(browse, path, moment),
            JobResult::FilesChosen(paths) => {
                if let Some(Dialog::Verify(form)) = &mut self.dialog {
                    form.choose_files(&paths);
                }
                return;
            }
            JobResult::PreferencesWritten(outcome) => return self.preferences_written(outcome),
            JobResult::Saved(outcome) => return self.saved_file(outcome, moment),
            JobResult::Kept(outcome) => return self.kept_draft(outcome, moment),
            JobResult::Announced(path, locked) => return self.announced(&path, locked, moment),
            JobResult::Recovered(drafts) => return self.recovered = drafts,
            JobResult::Tidied => return self.tidied(),
            JobResult::LaidOut(pages) => return self.printed.laid_out(pages),
            #[cfg(feature = "gui")]
            JobResult::Rasterized(page) => return self.printed.rasterized(page),
            JobResult::WordsDrawn(outcome) => return self.words_drawn(outcome),
            JobResult::Spelled(found) => return self.spelled(&found),
            JobResult::Suggested(found) => return self.suggested(found),
            JobResult::WordsKept(outcome) => return self.words_kept(outcome),
            JobResult::Cancelled => {
                self.then.clear();
                self.status = Some(Status::done(saving::cancelled()));
            }
            JobResult::Opened(outcome) => self.opened_file(outcome, moment),
            JobResult::RecoveredOpened(outcome) => self.opened_recovered(outcome),
            JobResult::OtherRead(purpose, outcome) => self.read_other(purpose, outcome, moment),
            JobResult::Missing(path, pair) => self.missing(path, pair),
            JobResult::Verified(outcome) => self.verified(outcome),
            JobResult::VerifiedEach(outcome) => self.verified_each(outcome),
            JobResult::ListAmong(found) => self.list_among(*found),
            JobResult::ToApprove(outcome) => self.opened_to_approve(outcome),
            JobResult::Signed(outcome) => self.submission_signed(outcome),
            JobResult::Compared(outcome) => self.compared(outcome),
            JobResult::Corrected(outcome) => self.corrected(outcome),
            JobResult::PdfMade(outcome) => self.pdf_made(outcome),
            JobResult::UpdateChecked(outcome) => self.update_checked(outcome),
            JobResult::Imported(outcome) => self.imported(outcome),
            JobResult::KeyOpened(outcome) => self.key_opened(outcome),
            JobResult::KeyMade(outcome) => self.key_made(outcome),
            JobResult::PassphraseChanged(outcome) => self.passphrase_changed(outcome),
            JobResult::HandedIn(outcome) => self.handed_in(outcome),
            JobResult::Exported(outcome) => self.export_ended(outcome),
            JobResult::Shown(shown, outcome) => return self.shown_outside(&shown, outcome),
            JobResult::Printed(outcome) => return self.printed_out(outcome),
            JobResult::PrinterFound(printer) => return self.sign_off.printer = printer,
            JobResult::BlankWritten(outcome) => self.blank_written(outcome),
            JobResult::WorkListWritten(outcome) => self.work_list_written(outcome),
            JobResult::TranslationsRead(outcome) => self.translations_read(outcome, moment),
        }
        // It may hold a passphrase.
        self.confirmed = None;
    }
}
