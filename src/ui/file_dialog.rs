//! The system's file dialogs.
//!
//! They are made on the thread that draws, as some systems demand, and
//! awaited on another. On Linux a dialog that cannot be shown looks like one
//! that was cancelled.

use std::future::Future;
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};

use rfd::{AsyncFileDialog, FileHandle};

use crate::app::job::{JobResult, Runner};
use crate::app::{Browse, PAGES, PathPurpose, SUBMISSIONS, TRANSLATIONS};
use crate::i18n::{
    Language, Message, approval, certificates, keys, printing, saving, start, translation, update,
    window,
};

type Answer = Pin<Box<dyn Future<Output = Option<FileHandle>> + Send>>;

/// Shows the dialog; its answer comes back as a job's result.
pub(super) fn browse(runner: &mut Runner, browse: Browse, language: Language) {
    if browse == Browse::Submissions {
        return browse_submissions(runner, language);
    }
    let answer = answer(browse, language);
    runner.start_work(move || {
        let path = wait(answer).map(|file| PathBuf::from(file.path()));
        JobResult::Chosen(browse, path)
    });
}

/// Asks for one or several submissions.
fn browse_submissions(runner: &mut Runner, language: Language) {
    let files = AsyncFileDialog::new()
        .set_title(start::verify_title().text(language))
        .add_filter(start::filter_submissions().text(language), SUBMISSIONS)
        .pick_files();
    let answer: Pin<Box<dyn Future<Output = Option<Vec<FileHandle>>> + Send>> = Box::pin(files);
    runner.start_work(move || {
        let files = wait(answer).unwrap_or_default();
        let paths = files.iter().map(|file| PathBuf::from(file.path()));
        JobResult::FilesChosen(paths.collect())
    });
}

fn answer(browse: Browse, language: Language) -> Answer {
    let say = |message: Message| message.text(language);
    let dialog = AsyncFileDialog::new();
    match browse {
        Browse::Draft(PathPurpose::Open) => Box::pin(
            dialog
                .set_title(say(window::open_title()))
                .add_filter(say(window::filter_drafts()), &["probitas"])
                .pick_file(),
        ),
        Browse::Draft(PathPurpose::TakeIn) => Box::pin(
            dialog
                .set_title(say(saving::take_in_title()))
                .add_filter(say(window::filter_drafts()), &["probitas"])
                .pick_file(),
        ),
        Browse::Draft(PathPurpose::SaveAs) => Box::pin(
            dialog
                .set_title(say(window::save_as_title()))
                .add_filter(say(window::filter_drafts()), &["probitas"])
                .save_file(),
        ),
        Browse::Blank => Box::pin(
            dialog
                .set_title(say(printing::blank_title()))
                .add_filter(say(printing::filter_pdf()), &["pdf"])
                .save_file(),
        ),
        Browse::Page(_) => Box::pin(
            dialog
                .set_title(say(window::import_title()))
                .add_filter(say(window::filter_pages()), PAGES)
                .pick_file(),
        ),
        Browse::ExportFolder => {
            Box::pin(dialog.set_title(say(window::export_title())).pick_folder())
        }
        Browse::NewPdf => Box::pin(
            dialog
                .set_title(say(start::make_pdf_title()))
                .add_filter("PDF", &["pdf"])
                .save_file(),
        ),
        Browse::HandIn => Box::pin(dialog.set_title(say(keys::key_hand_in_title())).save_file()),
        Browse::Key => Box::pin(dialog.set_title(say(window::open_key_title())).pick_file()),
        Browse::Module => {
            let title = say(certificates::token_module());
            Box::pin(dialog.set_title(title).pick_file())
        }
        Browse::NewKey => Box::pin(dialog.set_title(say(window::make_key_title())).save_file()),
        Browse::Submission
        | Browse::Submissions
        | Browse::Other
        | Browse::Signed
        | Browse::PublicKey(_)
        | Browse::Update
        | Browse::WorkList
        | Browse::Translations
        | Browse::TrustList
        | Browse::Pin(_)
        | Browse::Root(_)
        | Browse::Revocation(_) => answer_of_submission(browse, dialog, language),
    }
}

/// What is asked of submissions, of what they are verified with, and of other
/// files that somebody else made or gets.
fn answer_of_submission(browse: Browse, dialog: AsyncFileDialog, language: Language) -> Answer {
    let say = |message: Message| message.text(language);
    match browse {
        Browse::Submission => pick(
            dialog,
            say(start::verify_title()),
            &say(start::filter_submissions()),
            SUBMISSIONS,
        ),
        Browse::WorkList => Box::pin(
            dialog
                .set_title(say(translation::send_title()))
                .add_filter(say(translation::filter()), TRANSLATIONS)
                .save_file(),
        ),
        Browse::Translations => pick(
            dialog,
            say(translation::take_title()),
            &say(translation::filter()),
            TRANSLATIONS,
        ),
        Browse::Signed => Box::pin(
            dialog
                .set_title(say(approval::sign_title()))
                .add_filter(say(start::filter_submissions()), &["json"])
                .save_file(),
        ),
        Browse::Other => pick(
            dialog,
            say(approval::compare_title()),
            &say(approval::filter_comparable()),
            &["json", "pdf", "probitas"],
        ),
        Browse::Update => pick(
            dialog,
            say(update::title()),
            &say(update::filter()),
            &["json"],
        ),
        Browse::TrustList => pick(
            dialog,
            say(approval::trust_list()),
            &say(approval::filter_lists()),
            &["json"],
        ),
        Browse::PublicKey(_) | Browse::Pin(_) => pick(
            dialog,
            say(start::verify_key()),
            &say(start::filter_keys()),
            &["jwk"],
        ),
        Browse::Root(_) => pick(
            dialog,
            say(certificates::verify_root()),
            &say(certificates::filter_certificates()),
            &["pem", "crt", "cer", "der"],
        ),
        Browse::Revocation(_) => pick(
            dialog,
            say(certificates::verify_crl()),
            &say(certificates::filter_crls()),
            &["crl", "pem"],
        ),
        _ => Box::pin(dialog.pick_file()),
    }
}

/// Asks for one file with one of these endings.
fn pick(dialog: AsyncFileDialog, title: String, files: &str, endings: &[&str]) -> Answer {
    let dialog = dialog.set_title(title).add_filter(files, endings);
    Box::pin(dialog.pick_file())
}

/// Wakes the thread that waits.
struct Unpark(std::thread::Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

/// Waits on this thread until a future is ready.
fn wait<T>(mut future: Pin<Box<dyn Future<Output = T> + Send>>) -> T {
    let waker = Waker::from(Arc::new(Unpark(std::thread::current())));
    let mut context = Context::from_waker(&waker);
    loop {
        match future.as_mut().poll(&mut context) {
            Poll::Ready(value) => return value,
            Poll::Pending => std::thread::park(),
        }
    }
}
