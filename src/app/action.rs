//! What a person or a finished job does to a session.

#[cfg(feature = "gui")]
use super::Sight;
use super::job::{Job, JobResult};
use super::{
    BlankForm, Dialog, FindStep, JoinStep, OthersStep, PathPurpose, Preference, ReviewHalf, Screen,
    SignOffForm, SpellingStep, TidyScope, VerifyForm, Zoom,
};
use crate::export::layout::Position;
use crate::i18n::{Language, Message};
use crate::questionnaire::ItemId;
use crate::response::{AnswerLanguages, Edit, Place};
use crate::storage::Shown;

/// One thing that happens to a session.
#[derive(Debug)]
pub enum Action {
    /// Changes the response.
    Edit(Edit),
    /// Takes the last change back.
    Undo,
    /// Makes the change again that was taken back last.
    Redo,
    /// Lays the lists of a text out in the other language, to be filled.
    CopyStructure {
        /// The text item.
        item: ItemId,
        /// The language in which they are filled.
        to: Language,
    },
    /// Ends a run of typing: what follows is undone by itself.
    EndTyping,
    /// Shows the window in a language, from now on and at the next start.
    ShowIn(Language),
    /// Sets what the person prefers.
    SetPreference(Preference),
    /// Somebody has been at this place and left it.
    Leave(Place),
    /// Shows every finding, also of places where nobody was yet.
    CheckAll,
    /// Folds what is folded open, or opens it.
    ToggleFold(Fold),
    /// Moves the focus.
    GoTo(Target),
    /// Moves the focus to the next or previous place where a finding is shown
    /// that asks for something.
    GoToFinding {
        /// Where the focus is now.
        from: Option<Place>,
        /// Which way.
        step: Step,
    },
    /// Shows a screen.
    Show(Screen),
    /// Lets warnings stand.
    Acknowledge {
        /// Which; see [`crate::rules::Finding::key`].
        keys: Vec<String>,
        /// Why they may stand; may be empty.
        reason: String,
    },
    /// Opens the warnings with these keys again.
    TakeBackAcknowledgement(Vec<String>),
    /// Shows what will be printed in these languages.
    ShowPrinted(AnswerLanguages),
    /// Shows one half of the review, where there is room for one only.
    ShowHalf(ReviewHalf),
    /// Shows the pages larger or smaller.
    ZoomPages(Zoom),
    /// Selects what is between two places of the pages, from where it began;
    /// or nothing any more.
    SelectPrinted(Option<(Position, Position)>),
    /// Somebody looks at other pages than before.
    #[cfg(feature = "gui")]
    Look(Sight),
    /// Puts an unplaced line into the choice of an option it names, or drops it.
    Place {
        /// Its index among the unplaced lines.
        index: usize,
        /// The option to choose; none drops the line.
        option: Option<(ItemId, crate::questionnaire::OptionId)>,
    },
    /// Begins something that replaces the response or closes the window; asks
    /// first where changes would be lost.
    Begin(Intent),
    /// Opens the draft at this path.
    OpenFile(std::path::PathBuf),
    /// Opens a file that was handed over when the program started: a draft, or
    /// what can be imported, verified or checked.
    TakeGiven(std::path::PathBuf),
    /// Opens, imports or verifies files that were dropped on the window.
    TakeFiles(Vec<std::path::PathBuf>),
    /// Takes a draft off the list of recent ones; its file stays.
    ForgetRecent(std::path::PathBuf),
    /// Shows a chapter of the user guide, by its id.
    ShowGuide(&'static str),
    /// Opens a draft that was left in the recovery folder.
    OpenRecovered(std::path::PathBuf),
    /// Asks whether a draft in the recovery folder is thrown away.
    DiscardRecovered(std::path::PathBuf),
    /// A step in the dialog that joins two versions.
    Join(JoinStep),
    /// A step of finding and replacing words in the answers.
    Find(FindStep),
    /// A step of reading what others wrote.
    Others(OthersStep),
    /// A step of checking the words of the answers.
    Spelling(SpellingStep),
    /// Offers the typography of the government for texts.
    Tidy(TidyScope),
    /// Shows the answer to an item alone in the window, or the form again.
    ShowAlone(Option<ItemId>),
    /// Time has passed; see [`super::Session::next_wake`].
    Tick,
    /// Somebody turned to another window.
    WindowLostFocus,
    /// Saves to the file of the draft, or asks for one.
    Save,
    /// Opens a dialog.
    OpenDialog(Dialog),
    /// Sets what is filled in in the open dialog.
    Fill(Dialog),
    /// Asks the system for a file or folder.
    Browse(Browse),
    /// Does what the open dialog is for.
    Confirm,
    /// In the question before losing changes: goes on without saving.
    Discard,
    /// Closes the open dialog.
    Cancel,
    /// Opens this submission to approve it.
    OpenToApprove(VerifyForm),
    /// Sets where the approved submission is written.
    NameSigned(String),
    /// Adds a signature to the submission that is open to be approved.
    SignSubmission,
    /// Closes the submission that is open to be approved.
    CloseApproval,
    /// Draws other words for the passphrase in the open dialog.
    DrawWords,
    /// Forgets the opened key.
    ForgetKey,
    /// Says that the response is ready for approval.
    MarkReady,
    /// Sets what is filled in on the screen of approval and export.
    FillSignOff(Box<SignOffForm>),
    /// Writes the files.
    Export,
    /// Opens the response as it is now in the system's viewer, to be printed.
    Print,
    /// Opens the blank form there.
    PrintBlank(BlankForm),
    /// Stops writing before the next file.
    StopExport,
    /// Shows a file with the system's programs.
    ShowOutside(Shown),
    /// Puts a text on the clipboard, and says what it was.
    Copy(Message, String),
    /// Clears the status line.
    ClearStatus,
    /// Gives up the work that is under way.
    CancelJob,
    /// A job ended.
    Done(JobResult),
}

/// What replaces the response, or ends the session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Intent {
    /// An empty response.
    New,
    /// A draft file.
    Open,
    /// The draft at this path.
    OpenFile(std::path::PathBuf),
    /// A draft that was left in the recovery folder.
    OpenRecovered(std::path::PathBuf),
    /// Published pages.
    Import,
    /// Published pages at these paths.
    ImportFiles(Vec<std::path::PathBuf>),
    /// One of the examples, by its index.
    Example(usize),
    /// A correction of a submission that is yet to be named.
    Correct,
    /// A correction of this submission.
    CorrectFile(VerifyForm),
    /// Answers of another draft, joined with those that are here.
    TakeIn,
    /// The end.
    Close,
}

/// Where the focus goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A part of the form, by its id.
    Section(String),
    /// A place of the response: an item, the organization, a person, the
    /// unplaced lines.
    Place(Place),
    /// A field or choice of the organization.
    Organization(OrganizationField),
    /// The box of a text in a language, with the caret where it was last, or
    /// where the text was changed.
    Text(ItemId, Language),
}

/// What is filled in of the organization and its submission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrganizationField {
    /// Its name in a language.
    Name(Language),
    /// Its abbreviation in a language.
    Abbreviation(Language),
    /// Its identifier.
    Id,
    /// The reporting cycle.
    Cycle,
    /// The central agency that is written to, in a language.
    Audience(Language),
    /// The languages in which it answers.
    Languages,
    /// The language that comes first.
    Order,
    /// The security marking.
    Marking,
    /// Whom the central agency asks.
    Contact,
}

/// Something that folds.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fold {
    /// A follow-up that is not expected.
    FollowUp(ItemId),
    /// The guidance on a question, by its id.
    Guidance(String),
    /// The choices of how the PDF is printed.
    Printing,
    /// All that changed in the source of a translation.
    SourceChange(ItemId),
}

/// Which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Forward.
    Next,
    /// Backward.
    Previous,
}

/// What the system's file dialog is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browse {
    /// Where a blank form is written.
    Blank,
    /// The path of a draft.
    Draft(PathPurpose),
    /// The first or second page to import.
    Page(usize),
    /// The folder for an export.
    ExportFolder,
    /// The submission to verify.
    Submission,
    /// The submissions to verify: one or several.
    Submissions,
    /// A public key to verify with, by its place among them.
    PublicKey(usize),
    /// The submission or draft to compare with.
    Other,
    /// The trust list to verify with.
    TrustList,
    /// A public key of the agency, by its place among them.
    Pin(usize),
    /// A root certificate, by its place among them.
    Root(usize),
    /// A revocation list, by its place among them.
    Revocation(usize),
    /// The key file to open.
    Key,
    /// The PKCS#11 module of a token.
    Module,
    /// Where a new key is written.
    NewKey,
    /// Where what is handed in of a key is written.
    HandIn,
    /// Where the PDF of a submission is written.
    NewPdf,
    /// Where the approved submission is written.
    Signed,
    /// The description of a new version.
    Update,
    /// Where the texts to be translated are written.
    WorkList,
    /// The translations that came back.
    Translations,
}

/// What a session needs done outside.
#[derive(Debug)]
pub enum Request {
    /// Work away from the screen.
    Work(Job),
    /// An end of the work that may be given up.
    CancelWork,
    /// The system's file dialog.
    Browse(Browse),
    /// This text on the clipboard.
    Copy(String),
    /// Close the window.
    Close,
}
