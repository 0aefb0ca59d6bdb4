//! What is said of a translation whose source has changed.
#![allow(
    clippy::disallowed_methods,
    reason = "the file of a bureau is written as a bureau would"
)]

use probitas::app::{Action, Target};
use probitas::i18n::Language;
use probitas::response::{AnswerLanguages, Edit, Place};

use crate::picture::picture;
use crate::screen::Screen;

const BEFORE: &str = "Sessions are planned for:\n\n- fall 2024;\n- winter 2025, in every region \
                      of the country and in the offices abroad, as far as there are any.";
const AFTER: &str = "Sessions are planned for:\n\n- winter 2024;\n- winter 2025, in every region \
                     of the country and in the offices abroad.";

fn edit(screen: &mut Screen, edit: Edit) {
    screen.act(Action::Edit(edit));
}

fn write(screen: &mut Screen, language: Language, text: &str) {
    let write = Edit::Write {
        item: "q8".into(),
        language,
        text: text.to_owned(),
    };
    edit(screen, write);
}

/// A text whose translation was confirmed before the text was changed.
fn stale(shown: Language) -> Screen {
    let mut screen = Screen::open(shown);
    write(&mut screen, Language::English, BEFORE);
    write(&mut screen, Language::French, "Des séances sont prévues.");
    let confirm = Edit::ConfirmTranslation {
        item: "q8".into(),
        confirmed: true,
    };
    edit(&mut screen, confirm);
    write(&mut screen, Language::English, AFTER);
    let place = Target::Place(Place::Item("q8".into()));
    screen.act(Action::GoTo(place));
    screen.run();
    screen
}

#[test]
fn what_changed_in_the_source_is_told_in_words() {
    let mut screen = stale(Language::English);
    assert!(screen.says("[removed: fall] [added: winter] 2024;"));
    assert!(screen.says("[removed: abroad, as far as there are any.] [added: abroad.]"));
    assert!(screen.says("Texts: English 1/1, French 1/1, 1 to be looked at again"));
    picture(&mut screen, "source-change-en.png");
    let again = Edit::ConfirmTranslation {
        item: "q8".into(),
        confirmed: true,
    };
    edit(&mut screen, again);
    assert!(!screen.says("[removed: fall]"));
    let mut screen = stale(Language::French);
    assert!(screen.says("[retiré\u{a0}: fall] [ajouté\u{a0}: winter] 2024;"));
    assert!(screen.says("Textes\u{a0}: anglais 1/1, français 1/1, 1 à relire"));
    picture(&mut screen, "source-change-fr.png");
}

#[test]
fn nothing_is_said_of_a_translation_where_one_language_is_answered_in() {
    let mut screen = stale(Language::English);
    let only = Edit::AnswerLanguages(AnswerLanguages::English);
    edit(&mut screen, only);
    assert!(!screen.says("[removed: fall]"));
    assert!(!screen.says("Texts: English"));
}

#[test]
fn only_the_beginning_of_many_changes_is_shown_until_all_are_asked_for() {
    let mut screen = stale(Language::English);
    let many = |word: &str| -> String {
        let lines = (0..30).map(|number| format!("{word}{number} one two three four five six"));
        lines.collect::<Vec<_>>().join("\n")
    };
    write(&mut screen, Language::English, &many("old"));
    let confirm = Edit::ConfirmTranslation {
        item: "q8".into(),
        confirmed: true,
    };
    edit(&mut screen, confirm);
    write(&mut screen, Language::English, &many("new"));
    assert!(screen.says("[added: new0]"));
    assert!(!screen.says("[added: new29]"));
    screen.click("Show all changes");
    assert!(screen.says("[added: new29]"));
}

/// A folder of its own, which goes with it.
fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

/// Waits until something is said.
fn wait_for(screen: &mut Screen, text: &str) {
    for _ in 0..500 {
        if screen.says(text) {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
        screen.run();
    }
    panic!("nothing says {text}");
}

#[test]
fn texts_go_out_and_come_back_by_the_file_menu() {
    let folder = folder();
    let file = folder.path().join("texts.xlf");
    let mut screen = Screen::open(Language::English);
    write(&mut screen, Language::English, "One.\n\n- two");
    screen.click("File");
    screen.click("Export for translation…");
    picture(&mut screen, "work-list-en.png");
    let path = file.to_string_lossy().into_owned();
    screen.press_with(egui::Modifiers::COMMAND, egui::Key::A);
    screen.by_label("Path of the file").type_text(&path);
    screen.run();
    screen.press(egui::Key::Enter);
    wait_for(&mut screen, "(1 answer, 2 segments)");
    let xml = std::fs::read_to_string(&file).unwrap();
    let back = xml
        .replacen("needs-translation\"></", "final\">Un.</", 1)
        .replacen("needs-translation\"></", "final\">deux</", 1);
    std::fs::write(&file, back).unwrap();

    screen.click("File");
    screen.click("Import translation…");
    screen.type_into("Path of the file that came back", &path);
    screen.press(egui::Key::Enter);
    wait_for(&mut screen, "Translation taken in: Question 8.");
    assert!(screen.says("The bureau calls these final"));
    picture(&mut screen, "translated-en.png");
    screen.click("Close");
    assert_eq!(screen.text("q8", Language::French), "Un.\n\n- deux");
    screen.press_with(egui::Modifiers::COMMAND, egui::Key::Z);
    assert_eq!(screen.text("q8", Language::French), "");

    // What cannot be read is told where it is mended, and loses nothing.
    std::fs::write(&file, "<!DOCTYPE x []><x/>").unwrap();
    screen.act(Action::ShowIn(Language::French));
    screen.click("Fichier");
    screen.click("Importer une traduction…");
    screen.type_into("Chemin d’accès du fichier reçu", &path);
    screen.press(egui::Key::Enter);
    wait_for(
        &mut screen,
        "définit ou utilise ses propres noms de caractères",
    );
    picture(&mut screen, "translation-refused-fr.png");
    assert_eq!(screen.text("q8", Language::English), "One.\n\n- two");
}
