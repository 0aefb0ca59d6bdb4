//! The dialogs, each with what is filled in.

use std::path::PathBuf;

use super::{
    Among, BlankForm, ChangeForm, CompareForm, Comparison, CopyForm, HandInForm, Intent, KeyForm,
    KeyRequest, ListAmong, NewPassphrase, Pending, TidyForm, VerifiedFile, VerifyForm,
    WorkListForm,
};
use crate::i18n::{Language, Message};
use crate::questionnaire::{ItemId, Role};
use crate::release::Release;
use crate::submission::key::Algorithm;

/// An open dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// Asks for the path of a draft.
    Path {
        /// What for.
        purpose: PathPurpose,
        /// The path as typed.
        path: String,
    },
    /// Asks for one or two published pages.
    Import {
        /// The first page.
        first: String,
        /// The second page; may be empty.
        second: String,
    },
    /// Asks before a change of what is ready for approval.
    Thaw(Pending),
    /// Asks before a text that leaves the security marking out is written.
    WithoutMarking,
    /// Files of these names are there already: asks before replacing them.
    Replace(Vec<String>),
    /// Asks for what a blank form needs.
    Blank(BlankForm),
    /// A file is where the blank form is to be written: asks before replacing it.
    ReplaceBlank(BlankForm),
    /// Makes a key.
    MakeKey(KeyForm),
    /// Opens a key.
    OpenKey(KeyRequest),
    /// Changes the passphrase of a key file.
    ChangePassphrase(ChangeForm),
    /// Writes what of the open key is given to others.
    HandIn(HandInForm),
    /// Asks before changes are lost.
    Unsaved(Intent),
    /// Another file, or somebody else's change, is in this place: asks before
    /// overwriting it.
    Overwrite(PathBuf),
    /// Asks why warnings may stand.
    Acknowledge {
        /// The warnings; see [`crate::rules::Finding::key`].
        keys: Vec<String>,
        /// The reason as typed; may be empty.
        reason: String,
    },
    /// Asks before the text of a follow-up is removed.
    RemoveText(ItemId),
    /// Asks before these words of another organization are copied.
    CopyFromOthers(String),
    /// Joins the draft with another version; see [`super::Session::join`].
    Join,
    /// Asks before a draft in the recovery folder is thrown away.
    DiscardRecovered(PathBuf),
    /// Asks before all words are taken out of the personal dictionary of a language.
    EmptyWords(Language),
    /// Asks for a submission to verify.
    Verify(VerifyForm),
    /// A trust list is among what is to be verified: asks what it is for.
    UseList(ListAmong),
    /// Tells what verifying found.
    Verified(Box<VerifiedFile>),
    /// Tells what verifying several files found, each in one line.
    VerifiedEach(Among),
    /// Asks what a verified submission is compared with.
    Compare(CompareForm),
    /// Tells how two files differ.
    Compared(Box<Comparison>),
    /// Asks for the submission that is to be corrected.
    Correct(VerifyForm),
    /// Asks for the submission that is to be approved.
    Approve(VerifyForm),
    /// Asks where the PDF of a verified submission is written.
    MakePdf(CopyForm),
    /// A recent draft is no longer where it was.
    Missing(PathBuf),
    /// Asks for the description of a new version, as typed.
    CheckUpdate(String),
    /// Tells what checking a new version found.
    UpdateChecked(Box<Release>),
    /// Tells once what deserves to be known of where settings come from and go.
    Notices(Vec<Message>),
    /// Tells what deserves to be told of an import.
    Imported(Vec<Message>),
    /// Asks where the texts to be translated are written.
    WorkList(WorkListForm),
    /// A file is where they are to be written: asks before replacing it.
    ReplaceWorkList(WorkListForm),
    /// Asks for the translations that came back, as typed.
    Translations(String),
    /// Shows what of the typography would change, and asks which of it shall.
    Tidy(Box<TidyForm>),
    /// Tells what became of the translations.
    Translated(Vec<Message>),
}

/// What a path is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathPurpose {
    /// To open a draft.
    Open,
    /// To save the draft under another name.
    SaveAs,
    /// To take in answers of another draft.
    TakeIn,
}

impl Dialog {
    /// The dialog that makes a key, empty but for the role.
    #[must_use]
    pub fn make_key() -> Self {
        Dialog::MakeKey(KeyForm {
            path: String::new(),
            name: String::new(),
            role: Role::Preparer,
            algorithm: Algorithm::default(),
            passphrase: NewPassphrase::default(),
        })
    }

    /// Whether it only tells something: nothing typed in it, and no decision, is lost
    /// when the window closes.
    #[must_use]
    pub fn only_tells(&self) -> bool {
        matches!(
            self,
            Dialog::Verified(_)
                | Dialog::VerifiedEach(_)
                | Dialog::Compared(_)
                | Dialog::UpdateChecked(_)
                | Dialog::Notices(_)
                | Dialog::Imported(_)
        )
    }

    /// The form that names a submission, where the dialog has one.
    pub(super) fn verify_form_mut(&mut self) -> Option<&mut VerifyForm> {
        match self {
            Dialog::Verify(form) | Dialog::Correct(form) | Dialog::Approve(form) => Some(form),
            _ => None,
        }
    }

    /// The dialog that imports these pages.
    #[must_use]
    pub fn import_of(pages: &[PathBuf]) -> Self {
        let mut pages = pages.iter().map(|path| path.to_string_lossy().into_owned());
        Dialog::Import {
            first: pages.next().unwrap_or_default(),
            second: pages.next().unwrap_or_default(),
        }
    }

    /// The dialog that imports pages.
    #[must_use]
    pub fn import() -> Self {
        Dialog::Import {
            first: String::new(),
            second: String::new(),
        }
    }
}
