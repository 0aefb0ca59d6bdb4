//! A session of the window, without a toolkit.
//!
//! A [`Session`] is everything that the window shows: the response and what
//! the rules say of it, the history, the file, the open dialog, the status
//! line. It changes in one way, [`Session::update`] with an [`Action`]; what
//! the session cannot do itself, such as reading a file, it asks for with a
//! [`Request`], whose outcome comes back as an action. So a whole session is
//! tested as a list of actions.
//!
//! Next in the flow: [`crate::ui`] draws a session and collects actions. Left
//! out on purpose: anything of egui, and every sentence (see
//! [`crate::i18n::window`]).

mod acknowledge;
mod action;
mod approval;
mod aside;
mod attention;
mod autosave;
mod blank;
mod comparing;
mod correcting;
mod dialog;
mod dropped;
mod elsewhere;
mod examples;
mod files;
mod find;
pub mod guide;
mod findings;
mod follow_up;
mod history;
pub mod job;
mod join;
mod key_forms;
mod keys;
mod moment;
mod notices;
mod others;
mod outline;
mod overview;
mod policy;
mod printed;
mod preferences;
mod printing;
mod recent;
mod recovery;
mod save_state;
mod saving;
mod screen;
mod session;
mod sign_off;
mod spelling;
mod status;
pub mod third_party;
mod translating;
mod trust;
mod typography;
mod updating;
mod verifying;

pub use crate::submission::key_source::OpenedKey;
pub use action::{Action, Browse, Fold, Intent, OrganizationField, Request, Step, Target};
pub use approval::Approval;
pub use attention::Attention;
pub use blank::BlankForm;
pub use comparing::{CompareForm, Comparison};
pub use dialog::{Dialog, PathPurpose};
pub use dropped::{Dropped, PAGES, SUBMISSIONS, TRANSLATIONS};
pub use examples::{EXAMPLES, Example};
pub use find::{Find, FindForm, FindHit, FindMode, FindStep, Seen};
pub use findings::News;
pub use history::History;
pub use join::{Join, JoinEntry, JoinPurpose, JoinStep};
pub use key_forms::{
    ChangeForm, DrawnWords, HandInForm, HandedIn, KeptIn, KeyForm, KeyRequest, NewPassphrase,
    PassphraseKind, TokenForm, path_risk,
};
pub use moment::Moment;
pub use others::{OtherAnswer, Others, OthersStep};
pub use outline::Outline;
pub use overview::{QuestionState, question_state, state_in_words};
pub use policy::PolicyFile;
pub use preferences::{Preferable, Preference, Preferences, RecentDraft, Renderer, Theme};
pub use printed::{LayOutJob, Printed, PrintedPages, ReviewHalf, TextCount, Zoom};
#[cfg(feature = "gui")]
pub use printed::{RasterJob, RasterizedPage, Sight};
pub use recent::{date_and_time, organization_or_none};
pub use recovery::RecoveredDraft;
pub use save_state::SaveState;
pub use screen::Screen;
pub use session::Session;
pub use sign_off::{
    ExportForm, Letter, Pending, Planned, Published, SendingForm, SignOff, SignOffForm,
    WantedEdition,
};
pub use spelling::{Misspelling, Spelling, SpellingStep};
pub use status::{Status, Tone};
pub use translating::WorkListForm;
pub use trust::{RememberedTrust, TrustForm, UsedList};
pub use typography::{ShownOffer, TidyForm, TidyScope};
pub use verifying::{Among, CopyForm, FileOutcome, Found, ListAmong};
pub use verifying::{VerifiedFile, VerifiedFiles, VerifyForm};
