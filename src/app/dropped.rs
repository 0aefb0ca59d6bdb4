//! Files that are dropped on the window: what is done with which.

use std::path::{Path, PathBuf};

use super::{Dialog, Intent, Moment, Session, VerifyForm};
use crate::i18n::{MessagePair, start as messages};

/// The endings of pages that can be imported.
pub const PAGES: &[&str] = &["html", "htm", "md", "txt"];

/// The endings of what can be verified: a submission, or a PDF that carries it.
pub const SUBMISSIONS: &[&str] = &["json", "pdf"];

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
        match Dropped::of(paths) {
            Dropped::Draft(path) => self.begin(Intent::OpenFile(path), moment),
            Dropped::Pages(pages) => self.begin(Intent::ImportFiles(pages), moment),
            Dropped::Submissions { files, keys } => {
                let form = VerifyForm {
                    trust: self.trust_form(),
                    ..VerifyForm::of(&files, &keys)
                };
                self.open_dialog(Dialog::Verify(form));
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
            &["a"],
            &[],
        ] {
            assert_eq!(dropped(names), Dropped::Unknown, "{names:?}");
        }
    }
}
