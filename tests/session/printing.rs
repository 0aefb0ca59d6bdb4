//! How the files are printed, which pages are made, and the blank form.

use std::path::{Path, PathBuf};

use probitas::app::job::{Control, Job, JobResult, Printout};
use probitas::app::{
    Action, BlankForm, Dialog, Fold, Intent, Preference, Preferences, Published, Request, Tone,
    WantedEdition,
};
use probitas::export::layout::{Paper, TypeSize};
use probitas::export::name::OutputKind;
use probitas::export::outputs;
use probitas::export::pdf;
use probitas::i18n::Language;
use probitas::questionnaire::shipped;
use probitas::report::{Arrangement, Scope, ShownOptions, Summary};
use probitas::response::{AnswerLanguages, Edit, Marking};
use probitas::storage::{Places, Shown};

use crate::played::*;

fn complete() -> Played {
    complete_in(Places::default())
}

fn complete_in(places: Places) -> Played {
    let mut played = begin_in(places);
    played.settle();
    played.act(Action::Begin(Intent::Example(0)));
    played.acknowledge_all();
    assert_eq!(played.session.obstacle(), None);
    played.settle();
    played
}

fn kinds(played: &Played) -> Vec<OutputKind> {
    let files = played.session.planned().files;
    files.into_iter().map(|(kind, _)| kind).collect()
}

/// Runs the work that the session asks for; what the system's programs would
/// show is given back instead.
fn serve_but_show(played: &mut Played) -> Vec<Shown> {
    let mut shown = Vec::new();
    for _ in 0..5 {
        for request in played.session.take_requests() {
            match request {
                Request::Work(Job::Show(what)) => shown.push(what),
                Request::Work(job) => {
                    let result = job.run(&Control::default());
                    played.act(Action::Done(result));
                }
                other => panic!("{other:?}"),
            }
        }
    }
    shown
}

fn read(path: &Path) -> Vec<u8> {
    std::fs::read(path).unwrap()
}

fn inside(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap();
    entries.map(|entry| entry.unwrap().path()).collect()
}

#[test]
fn every_form_of_the_page_is_planned_in_its_languages() {
    let mut played = complete();
    let before = kinds(&played);
    played.fill(|form| {
        for what in Published::ALL {
            for language in Language::ALL {
                form.export.published.insert((what, language));
            }
        }
    });
    let pages: Vec<OutputKind> = kinds(&played)
        .into_iter()
        .filter(|kind| !before.contains(kind))
        .collect();
    // The example answers in one language only: there is no page in the other.
    let answers = played.session.response().answer_languages();
    let [language] = Language::ALL
        .into_iter()
        .filter(|language| answers.includes(*language))
        .collect::<Vec<_>>()[..]
    else {
        panic!("{answers:?}")
    };
    let expected = [
        OutputKind::Text,
        OutputKind::Page(language),
        OutputKind::Fragment(language),
        OutputKind::Markdown(language),
    ];
    assert_eq!(pages, expected);
    let both = AnswerLanguages::Both;
    played.act(Action::Edit(Edit::AnswerLanguages(both)));
    let pages = kinds(&played);
    assert!(!pages.contains(&OutputKind::Page(language)), "a draft now");
    assert!(pages.contains(&OutputKind::Text));
}

#[test]
fn draft_has_no_page_but_pdf_and_text() {
    let mut played = complete();
    played.fill(|form| {
        for what in Published::ALL {
            form.export.published.insert((what, Language::English));
        }
        form.export.archive = true;
        form.export.edition = WantedEdition::Draft;
    });
    let expected = [OutputKind::Pdf, OutputKind::Text, OutputKind::Zip];
    assert_eq!(kinds(&played), expected);
}

#[test]
fn marking_is_asked_about_before_any_page_is_written() {
    for what in Published::ALL {
        let folder = tempfile::tempdir().unwrap();
        let mut played = complete();
        played.act(Action::Edit(Edit::Marking(Marking::ProtectedA)));
        played.acknowledge_all();
        played.fill(|form| {
            form.export.folder = Some(folder.path().to_string_lossy().into_owned());
            form.export.published.insert((what, Language::English));
            form.export.archive = true;
        });
        played.act(Action::Export);
        assert_eq!(
            played.session.dialog(),
            Some(&Dialog::WithoutMarking),
            "{what:?}"
        );
        played.act(Action::Confirm);
        assert_eq!(serve_but_show(&mut played), []);
        let exported = played.session.exported().unwrap();
        let archive = exported.files.last().unwrap();
        assert_eq!(archive.kind, OutputKind::Zip);
        assert_eq!(exported.files.len(), 4, "{what:?}");
        let page = &exported.files[2];
        assert!(!read(&page.path).is_empty());
        assert!(read(&archive.path).len() > read(&page.path).len() / 20);
    }
}

#[test]
fn choices_of_printing_reach_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let mut played = complete();
    played.fill(|form| {
        form.export.folder = Some(folder.path().to_string_lossy().into_owned());
    });
    let pages = |played: &mut Played| {
        played.act(Action::Export);
        serve_but_show(played);
        if played.session.dialog().is_some() {
            // The files of before are there.
            played.act(Action::Confirm);
            serve_but_show(played);
        }
        let files = &played.session.exported().unwrap().files;
        let file = files.iter().find(|file| file.kind == OutputKind::Pdf);
        let file = file.unwrap();
        let bytes = read(&file.path);
        (pdf::page_count(&bytes).unwrap(), file.name.clone(), bytes)
    };
    let (whole, _, letter) = pages(&mut played);
    played.act(Action::SetPreference(Preference::Paper(Paper::A4)));
    let (_, _, a4) = pages(&mut played);
    assert!(letter != a4);
    let options = Preference::ShownOptions(ShownOptions::Selected);
    played.act(Action::SetPreference(options));
    let (selected, ..) = pages(&mut played);
    assert!(selected <= whole);
    played.fill(|form| form.export.type_size = TypeSize::Large);
    let (large, ..) = pages(&mut played);
    assert!(large > whole, "{large} of {whole}");
    played.fill(|form| form.export.scope = Scope::SignOff);
    let (alone, name, _) = pages(&mut played);
    assert!(alone < large);
    assert!(name.contains("SIGN-OFF"), "{name}");
}

#[test]
fn paper_options_and_arrangement_are_kept_for_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let places = Places::inside(folder.path());
    let mut played = begin_in(places.clone());
    for preference in [
        Preference::Paper(Paper::A4),
        Preference::ShownOptions(ShownOptions::Selected),
        Preference::Arrangement(Arrangement::Facing),
    ] {
        played.act(Action::SetPreference(preference));
    }
    played.fill(|form| {
        form.export.type_size = TypeSize::Large;
        form.export.summary = Summary::With;
    });
    let chosen = played.session.print_settings();
    assert_eq!(chosen.sheet.type_size, TypeSize::Large);
    assert_eq!(chosen.presentation.summary, Summary::With);
    played.settle();
    let next = begin_in(places).session.print_settings();
    assert_eq!(next.sheet.paper, Paper::A4);
    assert_eq!(next.presentation.options, ShownOptions::Selected);
    assert_eq!(next.presentation.arrangement, Arrangement::Facing);
    // These were chosen for one copy.
    assert_eq!(next.sheet.type_size, TypeSize::Usual);
    assert_eq!(next.presentation.summary, Summary::Without);
}

#[test]
fn choices_unfold_and_another_response_folds_them() {
    let mut played = complete();
    assert!(!played.session.is_printing_open());
    played.act(Action::ToggleFold(Fold::Printing));
    assert!(played.session.is_printing_open());
    played.act(Action::Begin(Intent::New));
    played.act(Action::Discard);
    assert!(!played.session.is_printing_open());
}

#[test]
fn print_shows_the_response_as_it_is_now() {
    let folder = tempfile::tempdir().unwrap();
    let places = Places::inside(folder.path());
    let mut played = complete_in(places.clone());
    played.act(Action::Print);
    let shown = serve_but_show(&mut played);
    let [Shown::Document(path)] = &shown[..] else {
        panic!("{shown:?}")
    };
    assert!(path.starts_with(places.printouts().unwrap()));
    assert!(path.to_string_lossy().ends_with("-UNSIGNED-NON-SIGNE.pdf"));
    assert!(pdf::page_count(&read(path)).is_some());
    // What is printed again stands beside it: a program may hold the first.
    played.act(Action::Print);
    assert_ne!(serve_but_show(&mut played), shown);
    // With an error it is a draft.
    played.act(Action::Edit(Edit::Cycle(String::new())));
    assert!(played.session.obstacle().is_some());
    played.act(Action::Print);
    let shown = serve_but_show(&mut played);
    let name = shown[0].path().to_string_lossy().into_owned();
    assert!(name.ends_with("-DRAFT-EBAUCHE.pdf"), "{name}");
    let told = Ok(());
    played.act(Action::Done(JobResult::Shown(shown[0].clone(), told)));
    assert_eq!(played.session.status().unwrap().tone, Tone::Done);
    // The next start removes all of them.
    let printouts = places.printouts().unwrap();
    assert_eq!(inside(&printouts).len(), 3);
    begin_in(places).settle();
    assert!(inside(&printouts).is_empty());
}

#[test]
fn without_a_folder_of_its_own_nothing_is_printed_and_that_is_told() {
    let mut played = complete();
    played.act(Action::Print);
    assert!(played.session.take_requests().is_empty());
    let status = played.session.status().unwrap();
    assert_eq!(status.tone, Tone::Failed);
    assert!(status.hint.is_some());
}

#[test]
fn printer_is_asked_for_once_files_are_there() {
    let folder = tempfile::tempdir().unwrap();
    let mut played = complete();
    played.fill(|form| {
        form.export.folder = Some(folder.path().to_string_lossy().into_owned());
    });
    played.act(Action::Export);
    played.serve();
    let requests = played.session.take_requests();
    let [Request::Work(Job::FindPrinter)] = &requests[..] else {
        panic!("{requests:?}")
    };
    let found = JobResult::PrinterFound(Some("Office".to_owned()));
    played.act(Action::Done(found));
    assert_eq!(played.session.printer(), Some("Office"));
    // A file that is gone goes to no printer.
    let path = folder.path().join("gone.pdf");
    let printer = "Office".to_owned();
    played.act(Action::ShowOutside(Shown::Printed { path, printer }));
    played.serve();
    assert_eq!(played.session.status().unwrap().tone, Tone::Failed);
}

fn blank_form(path: &Path) -> BlankForm {
    BlankForm {
        path: path.to_string_lossy().into_owned(),
        languages: AnswerLanguages::Both,
        type_size: TypeSize::Large,
    }
}

fn write_blank(played: &mut Played, form: BlankForm) {
    played.act(Action::OpenDialog(Dialog::Blank(form)));
    played.act(Action::Confirm);
    serve_but_show(played);
}

#[test]
fn blank_form_is_written_as_chosen_and_replaces_nothing_unasked() {
    let folder = tempfile::tempdir().unwrap();
    let mut played = complete();
    let facing = Preference::Arrangement(Arrangement::Facing);
    played.act(Action::SetPreference(facing));
    write_blank(&mut played, blank_form(&folder.path().join("form")));
    let path = folder.path().join("form.pdf");
    let written = read(&path);
    let mut settings = probitas::export::settings::Settings::default();
    settings.sheet.type_size = TypeSize::Large;
    settings.presentation.arrangement = Arrangement::Facing;
    let newest = shipped().last().unwrap();
    let expected = outputs::blank(newest, AnswerLanguages::Both, settings).unwrap();
    assert!(written == expected);
    assert_eq!(played.session.status().unwrap().tone, Tone::Done);

    let other = BlankForm {
        languages: AnswerLanguages::English,
        ..blank_form(&path)
    };
    write_blank(&mut played, other.clone());
    let question = Dialog::ReplaceBlank(other);
    assert_eq!(played.session.dialog(), Some(&question));
    assert!(read(&path) == written);
    played.act(Action::Confirm);
    serve_but_show(&mut played);
    assert_eq!(played.session.dialog(), None);
    assert!(read(&path) != written);
}

#[test]
fn blank_form_that_cannot_be_written_comes_back_with_the_reason() {
    let folder = tempfile::tempdir().unwrap();
    let mut played = begin();
    let form = blank_form(&folder.path().join("missing").join("form.pdf"));
    write_blank(&mut played, form.clone());
    assert_eq!(played.session.dialog(), Some(&Dialog::Blank(form)));
    assert_eq!(played.session.status().unwrap().tone, Tone::Failed);
    // Without a path there is nothing to do yet.
    let empty = BlankForm {
        path: " ".to_owned(),
        ..blank_form(folder.path())
    };
    played.act(Action::OpenDialog(Dialog::Blank(empty.clone())));
    played.act(Action::Confirm);
    assert_eq!(played.session.dialog(), Some(&Dialog::Blank(empty)));
}

#[test]
fn blank_form_is_printed_without_a_file_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let mut played = begin_in(Places::inside(folder.path()));
    played.settle();
    let form = blank_form(Path::new(""));
    played.act(Action::OpenDialog(Dialog::Blank(form.clone())));
    played.act(Action::PrintBlank(form));
    assert_eq!(played.session.dialog(), None);
    let requests = played.session.take_requests();
    let [Request::Work(Job::Print(job))] = &requests[..] else {
        panic!("{requests:?}")
    };
    assert!(matches!(job.what, Printout::Blank { .. }));
    assert_eq!(job.settings.sheet.type_size, TypeSize::Large);
}

#[test]
fn preferences_of_an_earlier_version_print_on_letter() {
    let text = r#"{"format": "probitas-preferences/1.0", "paper": "parchment"}"#;
    let read = Preferences::from_json(text).unwrap();
    assert_eq!(read.paper(), Paper::Letter);
}
