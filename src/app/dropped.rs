//! Files that are dropped on the window: what is done with which.

use std::path::{Path, PathBuf};

use super::{Dialog, Intent, Moment, Session, VerifyForm};
use crate::i18n::{MessagePair, start as messages};
use crate::release::DESCRIPTION;

/// The endings of pages that can be imported.
pub const PAGES: &[&str] = &["html", "htm", "md", "txt"];

/// The endings of what can be verified: a submission, or a PDF that carries it.
pub const SUBMISSIONS: &[&str] = &["json", "pdf"];

/// The endings of files that come back from a translation bureau.
pub const TRANSLATIONS: &[&str] = &["xlf", "xliff"];

/// What dropped files are, by the endings of their names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dropped {
    /// A draft, to be opened.
    Draft(PathBuf),
    /// One page or two, to be imported.
    Pages(Vec<PathBuf>),
    /// Submissions to be verified, or PDFs that carry them, perhaps with
    /// public keys.
    Submissions {
        /// The files; at least one.
        files: Vec<PathBuf>,
        /// The keys.
        keys: Vec<PathBuf>,
    },
    /// The description of a new version, to be checked.
    Release(PathBuf),
    /// Translations that came back, to be taken into the draft.
    Translations(PathBuf),
    /// Anything else, or too much at once.
    Unknown,
}

impl Dropped {
    /// What these files are together.
    #[must_use]
    pub fn of(paths: &[PathBuf]) -> Self {
        let count = |endings: &[&str]| {
            let is = |path: &&PathBuf| has_ending(path, endings);
            paths.iter().filter(is).count()
        };
        let (submissions, keys) = (count(SUBMISSIONS), count(&["jwk"]));
        match paths {
            [draft] if count(&["probitas"]) == 1 => Dropped::Draft(draft.clone()),
            [file] if file.file_name().is_some_and(|name| name == DESCRIPTION) => {
                Dropped::Release(file.clone())
            }
            [file] if count(TRANSLATIONS) == 1 => Dropped::Translations(file.clone()),
            [_] | [_, _] if count(PAGES) == paths.len() => Dropped::Pages(paths.to_vec()),
            _ if submissions > 0 && submissions + keys == paths.len() => {
                let is_submission = |path: &PathBuf| has_ending(path, SUBMISSIONS);
                let (files, keys) = paths.iter().cloned().partition(is_submission);
                Dropped::Submissions { files, keys }
            }
            _ => Dropped::Unknown,
        }
    }
}

fn has_ending(path: &Path, endings: &[&str]) -> bool {
    let ending = path.extension().unwrap_or_default();
    endings
        .iter()
        .any(|known| ending.eq_ignore_ascii_case(known))
}

impl Session {
    /// Does what dropped files are for. Behind an open dialog nothing begins.
    pub(super) fn take_files(&mut self, paths: &[PathBuf], moment: Moment) {
        if self.dialog.is_some() || self.must_choose_language() {
            return;
        }
        self.take(Dropped::of(paths), moment);
    }

    /// Does what a file is for that somebody started the program with. What has
    /// another ending can only be meant as a draft, and says itself what it is.
    pub(super) fn take_given(&mut self, path: PathBuf, moment: Moment) {
        match Dropped::of(std::slice::from_ref(&path)) {
            Dropped::Unknown => self.begin(Intent::OpenFile(path), moment),
            known => self.take(known, moment),
        }
    }

    fn take(&mut self, dropped: Dropped, moment: Moment) {
        match dropped {
            Dropped::Draft(path) => self.begin(Intent::OpenFile(path), moment),
            Dropped::Pages(pages) => self.begin(Intent::ImportFiles(pages), moment),
            Dropped::Submissions { files, keys } => {
                let form = VerifyForm {
                    trust: self.trust_form(),
                    ..VerifyForm::of(&files, &keys)
                };
                self.open_dialog(Dialog::Verify(form));
            }
            Dropped::Release(path) => {
                let path = path.to_string_lossy().into_owned();
                self.open_dialog(Dialog::CheckUpdate(path));
            }
            Dropped::Translations(path) => {
                let path = path.to_string_lossy().into_owned();
                self.open_dialog(Dialog::Translations(path));
            }
            Dropped::Unknown => self.fail(MessagePair::new(
                messages::err_dropped(),
                messages::hint_dropped(),
            )),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dropped(names: &[&str]) -> Dropped {
        let paths: Vec<PathBuf> = names.iter().map(PathBuf::from).collect();
        Dropped::of(&paths)
    }

    #[test]
    fn endings_say_what_is_done_whatever_their_case() {
        assert_eq!(
            dropped(&["a.PROBITAS"]),
            Dropped::Draft("a.PROBITAS".into())
        );
        let pages = vec!["a.txt".into(), "b.TXT".into()];
        assert_eq!(dropped(&["a.txt", "b.TXT"]), Dropped::Pages(pages));
        assert_eq!(
            dropped(&["k.pub.jwk", "a.json"]),
            Dropped::Submissions {
                files: vec!["a.json".into()],
                keys: vec!["k.pub.jwk".into()],
            }
        );
        assert_eq!(
            dropped(&["a.PDF"]),
            Dropped::Submissions {
                files: vec!["a.PDF".into()],
                keys: Vec::new(),
            }
        );
        assert_eq!(
            dropped(&["a.json", "k.jwk", "b.pdf"]),
            Dropped::Submissions {
                files: vec!["a.json".into(), "b.pdf".into()],
                keys: vec!["k.jwk".into()],
            }
        );
        assert_eq!(dropped(&["a.XLF"]), Dropped::Translations("a.XLF".into()));
        let page = vec!["a.html".into()];
        assert_eq!(dropped(&["a.html"]), Dropped::Pages(page));
    }

    #[test]
    fn what_cannot_be_meant_is_not_guessed() {
        for names in [
            &["a.probitas", "b.probitas"][..],
            &["a.txt", "b.txt", "c.txt"],
            &["a.json", "b.txt"],
            &["k.jwk"],
            &["a.xlf", "b.xliff"],
            &["a"],
            &[],
        ] {
            assert_eq!(dropped(names), Dropped::Unknown, "{names:?}");
        }
    }
}
