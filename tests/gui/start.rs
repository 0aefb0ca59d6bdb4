//! The start: the very first run, drafts, files that are dropped or verified.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT, Queryable};
use probitas::app::{self, Action, Dialog, Tone};
use probitas::i18n::Language;

use crate::screen::Screen;

const SIZE: [f32; 2] = [1180.0, 820.0];

fn first_run(language: Language) -> Screen {
    Screen::first_run(language, SIZE, 1.0)
}

/// Draws until the jobs are done.
fn wait_for(screen: &mut Screen, done: impl Fn(&Screen) -> bool) {
    let begin = Instant::now();
    while !done(screen) {
        assert!(
            begin.elapsed() < Duration::from_mins(1),
            "a job never ended"
        );
        std::thread::sleep(Duration::from_millis(10));
        screen.run();
    }
}

fn vector(name: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors/submission");
    root.join(name).to_string_lossy().into_owned()
}

#[test]
fn first_run_offers_both_languages_and_nothing_else() {
    for system in Language::ALL {
        let screen = first_run(system);
        let english = screen
            .harness
            .get_by_role_and_label(Role::Button, "English");
        let french = screen
            .harness
            .get_by_role_and_label(Role::Button, "Français");
        assert!((english.rect().top() - french.rect().top()).abs() < 1.0);
        assert!((english.rect().height() - french.rect().height()).abs() < 1.0);
        // The order is the same whatever the system speaks.
        assert!(english.rect().left() < french.rect().left());
        assert!(screen.harness.query_by_role(Role::Navigation).is_none());
        assert!(screen.harness.query_by_role(Role::Toolbar).is_none());
        assert_eq!(screen.window().title(), "Probitas");
    }
}

#[test]
fn system_decides_only_where_the_focus_is() {
    assert_eq!(
        first_run(Language::English).focused().as_deref(),
        Some("English")
    );
    assert_eq!(
        first_run(Language::French).focused().as_deref(),
        Some("Français")
    );
}

#[test]
fn language_is_chosen_with_the_keyboard_and_remembered() {
    let mut screen = first_run(Language::English);
    screen.press(Key::Tab);
    assert_eq!(screen.focused().as_deref(), Some("Français"));
    screen.press(Key::Enter);
    screen.run();
    assert_eq!(screen.session().language(), Language::French);
    assert_eq!(
        screen.session().preferences().language(),
        Some(Language::French)
    );
    assert_eq!(screen.focused().as_deref(), Some("Nouvelle autoévaluation"));
    screen.heading("Ébauches récentes");
}

#[test]
fn before_the_choice_no_key_begins_anything() {
    let mut screen = first_run(Language::English);
    screen.press_with(egui::Modifiers::COMMAND, Key::O);
    screen.press(Key::F1);
    assert!(screen.session().dialog().is_none());
    assert_eq!(screen.session().screen(), app::Screen::Start);
}

#[test]
fn every_way_to_begin_is_there_in_both_languages() {
    for (language, names) in [
        (
            Language::English,
            [
                "New self-assessment",
                "Open…",
                "Import a published page…",
                "Verify a file…",
                "Elections Canada",
            ],
        ),
        (
            Language::French,
            [
                "Nouvelle autoévaluation",
                "Ouvrir…",
                "Importer une page publiée…",
                "Vérifier un fichier…",
                "Élections Canada",
            ],
        ),
    ] {
        let screen = Screen::sized(language, SIZE, 1.0);
        for name in names {
            screen.harness.get_by_role_and_label(Role::Button, name);
        }
    }
}

/// The window with one recent draft, an example that was saved.
fn with_recent(folder: &Path) -> (Screen, PathBuf) {
    let path = folder.join("ours.probitas");
    let example = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/assets/examples/elections-canada.probitas"
    );
    std::fs::copy(example, &path).unwrap();
    let mut screen = Screen::sized(Language::English, SIZE, 1.0);
    screen.act(Action::OpenFile(path.clone()));
    wait_for(&mut screen, |screen| screen.session().path().is_some());
    screen.show(app::Screen::Start);
    (screen, path)
}

fn recent_row(screen: &Screen) -> Option<String> {
    let nodes = screen.harness.root().children_recursive();
    let labels = nodes.filter_map(|node| node.accesskit_node().label());
    labels
        .into_iter()
        .find(|label| label.contains("ours.probitas –"))
}

#[test]
fn recent_draft_is_told_with_date_and_progress_in_the_language_of_the_window() {
    let folder = tempfile::tempdir().unwrap();
    let (mut screen, _) = with_recent(folder.path());
    let row = recent_row(&screen).unwrap();
    assert!(row.starts_with("Elections Canada, ours.probitas"), "{row}");
    assert!(
        row.ends_with("12 of 12 answered") && row.contains(", 20"),
        "{row}"
    );
    screen.press(Key::F9);
    let row = recent_row(&screen).unwrap();
    assert!(
        row.contains("Réponses\u{a0}: ") && row.ends_with("12 sur\u{a0}12"),
        "{row}"
    );
}

#[test]
fn recent_draft_that_is_gone_is_told_and_taken_off_the_list() {
    let folder = tempfile::tempdir().unwrap();
    let (mut screen, path) = with_recent(folder.path());
    std::fs::remove_file(&path).unwrap();
    let row = recent_row(&screen).unwrap();
    screen.click(&row);
    wait_for(&mut screen, |screen| screen.session().dialog().is_some());
    screen.dialog("The draft is no longer there");
    screen.press(Key::F9);
    screen.dialog("L’ébauche ne se trouve plus à cet endroit");
    screen.click("Retirer de la liste");
    assert!(screen.session().dialog().is_none());
    assert!(screen.session().preferences().recent.is_empty());
}

#[test]
fn recent_draft_is_taken_off_the_list_and_its_file_stays() {
    let folder = tempfile::tempdir().unwrap();
    let (mut screen, path) = with_recent(folder.path());
    screen.click("Remove ours.probitas from the list");
    assert!(recent_row(&screen).is_none());
    assert!(path.exists());
}

#[test]
fn dropped_files_open_what_they_are_for() {
    let mut screen = Screen::sized(Language::English, SIZE, 1.0);
    screen.act(Action::TakeFiles(vec!["page.txt".into()]));
    screen.dialog("Import a published page");
    screen.press(Key::Escape);
    screen.act(Action::TakeFiles(vec!["signed.json".into()]));
    screen.dialog("Verify a file");
    screen.press(Key::Escape);
    screen.act(Action::TakeFiles(vec!["picture.png".into()]));
    let status = screen.session().status().unwrap();
    assert_eq!(status.tone, Tone::Failed);
    assert!(screen.session().dialog().is_none());
}

#[test]
fn what_is_dragged_over_the_window_is_told_what_would_happen() {
    let mut screen = Screen::sized(Language::French, SIZE, 1.0);
    screen
        .harness
        .input_mut()
        .hovered_files
        .push(egui::HoveredFile {
            path: Some("a.probitas".into()),
            ..egui::HoveredFile::default()
        });
    // The window is drawn on and on for as long as something hovers.
    screen.harness.run_steps(3);
    assert!(screen.says("Déposez l’ébauche pour l’ouvrir"));
}

fn verify(screen: &mut Screen, file: &str, key: Option<&str>) {
    let labels = match screen.session().language() {
        Language::English => [
            "Signed file (.json), or a PDF that carries it",
            "Public key of the signer (.pub.jwk)",
            "Verify",
        ],
        Language::French => [
            "Fichier signé (.json), ou un PDF qui le contient",
            "Clé publique de la personne qui a signé (.pub.jwk)",
            "Vérifier",
        ],
    };
    screen.type_into(labels[0], &vector(file));
    if let Some(key) = key {
        screen.type_into(labels[1], &vector(key));
    }
    screen.click(labels[2]);
    wait_for(screen, |screen| {
        matches!(screen.session().dialog(), Some(Dialog::Verified(_)))
    });
}

#[test]
fn good_file_is_verified_and_the_signer_told() {
    let mut screen = Screen::sized(Language::English, SIZE, 1.0);
    screen.click("Verify a file…");
    verify(&mut screen, "good.json", Some("key-1.pub.jwk"));
    screen.dialog("Result of the verification");
    assert!(screen.says("Verified: the content is unchanged"));
    assert!(screen.says("Zoé Tremblay"));
    assert!(screen.says("FEQ1-J66T-51F7-Q1BM-YRQG-G58C-V33E-8KZ9 F"));
    assert!(screen.says("Call each signer"));
    screen.press(Key::F9);
    screen.dialog("Résultat de la vérification");
    assert!(screen.says("Appelez chaque signataire"));
}

#[test]
fn verified_file_offers_its_pdf() {
    let mut screen = Screen::sized(Language::French, SIZE, 1.0);
    screen.click("Vérifier un fichier…");
    verify(&mut screen, "good.json", Some("key-1.pub.jwk"));
    screen.click("Produire le PDF de nouveau…");
    screen.dialog("Produire le PDF de nouveau");
    let path = screen.by_label("PDF à produire (.pdf)").value();
    assert_eq!(path, Some(vector("good.pdf")));
    // It answers a questionnaire that nobody has, which is said in the dialog.
    screen.click("Produire le PDF");
    wait_for(&mut screen, |screen| {
        screen.says("dans un libellé que ce programme")
    });
    screen.dialog("Produire le PDF de nouveau");
}

#[test]
fn file_without_its_key_is_not_verified_and_the_key_is_asked_for() {
    let mut screen = Screen::sized(Language::French, SIZE, 1.0);
    screen.click("Vérifier un fichier…");
    verify(&mut screen, "good.json", None);
    assert!(screen.says("Non vérifié"));
    screen.click("Indiquer une clé publique…");
    screen.dialog("Vérifier un fichier");
    let file = screen
        .by_label("Fichier signé (.json), ou un PDF qui le contient")
        .value();
    assert_eq!(file, Some(vector("good.json")));
}
