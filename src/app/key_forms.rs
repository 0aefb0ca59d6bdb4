//! What the dialogs about keys are filled in with.
//!
//! Whatever holds a passphrase wipes it when it is dropped, and its `Debug`
//! shows none of it.

use std::fmt;
use std::path::Path;

use zeroize::Zeroizing;

use crate::i18n::{Language, Message, MessagePair, keys as say, window};
use crate::questionnaire::Role;
use crate::response::AnswerLanguages;
use crate::storage::FolderRisk;
use crate::submission::key::Algorithm;
use crate::submission::passphrase::{MIN_CHARS, is_same};

/// Where a new passphrase comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PassphraseKind {
    /// Six words that were drawn.
    #[default]
    Words,
    /// Somebody makes it up.
    Own,
}

/// A passphrase that a key is to get.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct NewPassphrase {
    /// Where it comes from.
    pub kind: PassphraseKind,
    /// The words that were drawn; empty until they are.
    pub words: Zeroizing<String>,
    /// What somebody made up.
    pub own: Zeroizing<String>,
    /// The passphrase again.
    pub again: Zeroizing<String>,
}

impl NewPassphrase {
    /// The passphrase itself.
    #[must_use]
    pub fn chosen(&self) -> &Zeroizing<String> {
        match self.kind {
            PassphraseKind::Words => &self.words,
            PassphraseKind::Own => &self.own,
        }
    }

    /// What is wrong with it, if anything is.
    #[must_use]
    pub fn problem(&self) -> Option<MessagePair> {
        let again = match self.kind {
            // As typed from paper: a space at the end is no part of it.
            PassphraseKind::Words => self.again.trim(),
            PassphraseKind::Own => &self.again,
        };
        if self.chosen().chars().count() < MIN_CHARS {
            Some(MessagePair::new(
                window::err_passphrase_short(MIN_CHARS),
                window::hint_passphrase_short(),
            ))
        } else if is_same(self.chosen(), again) {
            None
        } else {
            Some(MessagePair::new(
                window::err_passphrase_differs(),
                window::hint_passphrase_differs(),
            ))
        }
    }

    /// Puts other words in place of those that are there.
    pub(super) fn take_words(&mut self, words: Zeroizing<String>) {
        self.words = words;
        if self.kind == PassphraseKind::Words {
            self.again = Zeroizing::default();
        }
    }
}

/// What a new key needs.
#[derive(Clone, PartialEq, Eq)]
pub struct KeyForm {
    /// Where the key is written.
    pub path: String,
    /// The printed name of its holder.
    pub name: String,
    /// The role in which the holder signs.
    pub role: Role,
    /// The algorithm of its signatures.
    pub algorithm: Algorithm,
    /// The passphrase that protects the file.
    pub passphrase: NewPassphrase,
}

impl KeyForm {
    /// What is wrong with the form, if anything is.
    #[must_use]
    pub fn problem(&self) -> Option<MessagePair> {
        let pair = MessagePair::new;
        if self.name.trim().is_empty() {
            Some(pair(window::err_key_name(), window::hint_key_name()))
        } else if self.path.trim().is_empty() {
            Some(no_path())
        } else {
            self.passphrase.problem()
        }
    }
}

fn no_path() -> MessagePair {
    MessagePair::new(window::err_key_path(), window::hint_key_path())
}

/// What speaks against the folder of a key file, as far as its path tells.
#[must_use]
pub fn path_risk(path: &str) -> Option<Message> {
    FolderRisk::by_name(Path::new(path.trim())).map(FolderRisk::message)
}

/// Where a key is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum KeptIn {
    /// In a key file or a certificate file.
    #[default]
    File,
    /// On a token or smart card.
    Token,
}

/// Which key on a token is meant. Nothing of it is remembered: a module is code
/// that runs in this program.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TokenForm {
    /// The PKCS#11 module.
    pub module: String,
    /// The label of the token; blank where there is one only.
    pub label: String,
    /// The label of the key; blank where there is one only.
    pub key_label: String,
    /// The printed name of who signs; blank for the one in the certificate.
    pub name: String,
}

/// What opening a key needs.
#[derive(Clone, PartialEq, Eq)]
pub struct KeyRequest {
    /// Where the key is.
    pub kept_in: KeptIn,
    /// The key file, or a certificate file.
    pub path: String,
    /// The token.
    pub token: TokenForm,
    /// The passphrase of the file, or the PIN of the token.
    pub passphrase: Zeroizing<String>,
    /// In which role somebody signs with a certificate or token, which knows no
    /// roles.
    pub role: Role,
}

impl KeyRequest {
    /// Nothing filled in yet, for somebody who signs in this role.
    #[must_use]
    pub fn of(role: Role) -> Self {
        Self {
            kept_in: KeptIn::default(),
            path: String::new(),
            token: TokenForm::default(),
            passphrase: Zeroizing::default(),
            role,
        }
    }

    /// What is typed to say where the key is.
    pub(super) fn place(&self) -> &str {
        match self.kept_in {
            KeptIn::File => &self.path,
            KeptIn::Token => &self.token.module,
        }
    }
}

/// What changing a passphrase needs.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct ChangeForm {
    /// The key file.
    pub path: String,
    /// Its passphrase until now.
    pub old: Zeroizing<String>,
    /// The one that it gets.
    pub new: NewPassphrase,
}

impl ChangeForm {
    /// What is wrong with the form, if anything is.
    #[must_use]
    pub fn problem(&self) -> Option<MessagePair> {
        if self.path.trim().is_empty() {
            Some(no_path())
        } else {
            self.new.problem()
        }
    }
}

/// What of a key is given to others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HandedIn {
    /// The public key (JWK).
    #[default]
    PublicKey,
    /// The page to print and to sign by hand (PDF).
    Page,
    /// The proof that its holder has the private key.
    Proof,
}

impl HandedIn {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::PublicKey, Self::Page, Self::Proof];

    /// What it is called.
    #[must_use]
    pub fn message(self) -> Message {
        match self {
            Self::PublicKey => say::key_hand_in_public(),
            Self::Page => say::key_hand_in_page(),
            Self::Proof => say::key_hand_in_proof(),
        }
    }

    /// The name of its file, unless somebody gives another.
    #[must_use]
    pub fn file_name(self, language: Language) -> String {
        let name = match self {
            Self::PublicKey => say::key_file_public(),
            Self::Page => say::key_file_page(),
            Self::Proof => say::key_file_proof(),
        };
        name.text(language)
    }
}

/// What handing in a key needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandInForm {
    /// What is written.
    pub what: HandedIn,
    /// Where, as typed.
    pub path: String,
    /// The languages of the page.
    pub languages: AnswerLanguages,
    /// The text that the agency asked for; may be empty.
    pub nonce: String,
}

impl HandInForm {
    /// A form with the usual name of the file.
    #[must_use]
    pub fn new(language: Language) -> Self {
        let what = HandedIn::default();
        Self {
            what,
            path: what.file_name(language),
            languages: AnswerLanguages::Both,
            nonce: String::new(),
        }
    }

    /// Chooses what is written; the usual name of the file follows.
    pub fn choose(&mut self, what: HandedIn, language: Language) {
        let usual = HandedIn::ALL.map(|what| what.file_name(language));
        if usual.contains(&self.path) {
            self.path = what.file_name(language);
        }
        self.what = what;
    }
}

/// Words that were drawn for a passphrase.
#[derive(Clone, PartialEq, Eq)]
pub struct DrawnWords(pub Zeroizing<String>);

macro_rules! hidden {
    ($($name:ident),*) => {$(
        impl fmt::Debug for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(concat!(stringify!($name), "(…)"))
            }
        }
    )*};
}

hidden!(NewPassphrase, KeyForm, KeyRequest, ChangeForm, DrawnWords);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drawn_words_must_be_typed_again_and_other_words_once_more() {
        let mut new = NewPassphrase::default();
        assert!(new.problem().is_some());
        new.take_words(Zeroizing::new("abandon ability able".to_owned()));
        assert!(new.problem().is_some());
        new.again = Zeroizing::new("abandon ability able ".to_owned());
        assert_eq!(new.problem(), None);
        new.take_words(Zeroizing::new("about above absent".to_owned()));
        assert!(new.problem().is_some());
        assert!(new.again.is_empty());
    }

    #[test]
    fn a_short_passphrase_of_ones_own_is_refused() {
        let own = |text: &str| NewPassphrase {
            kind: PassphraseKind::Own,
            own: Zeroizing::new(text.to_owned()),
            again: Zeroizing::new(text.to_owned()),
            ..NewPassphrase::default()
        };
        assert!(own("eleven char").problem().is_some());
        assert_eq!(own("twelve chars").problem(), None);
    }

    #[test]
    fn the_usual_name_follows_what_is_written_and_a_typed_one_stays() {
        let mut form = HandInForm::new(Language::French);
        assert_eq!(form.path, "cle-publique.jwk");
        form.choose(HandedIn::Page, Language::French);
        assert_eq!(form.path, "fiche-de-cle.pdf");
        form.path = "ma-page.pdf".to_owned();
        form.choose(HandedIn::Proof, Language::French);
        assert_eq!(form.path, "ma-page.pdf");
    }
}
