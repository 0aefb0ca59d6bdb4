//! How the files are printed, which pages are made, and the blank form.

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use probitas::app::job::JobResult;
use probitas::app::{self, Action, Intent, Preference, Theme, Tone};
use probitas::export::layout::{Paper, TypeSize};
use probitas::export::name::OutputKind;
use probitas::i18n::{Language, printing, sign_off as say, window};
use probitas::report::{Scope, Summary};
use probitas::response::{AnswerLanguages, Edit};

use crate::picture::picture;
use crate::screen::Screen;
use crate::sign_off::{
    acknowledge_open, click, complete, press_loosely, read, tab_to, text, type_in_focus, wait,
};

#[test]
fn keyboard_alone_chooses_how_the_pdf_is_printed_and_a_page() {
    for language in Language::ALL {
        let mut screen = complete(language);
        tab_to(&mut screen, &printing::title());
        assert!(!screen.session().is_printing_open());
        screen.press(Key::Space);
        assert!(screen.session().is_printing_open());
        tab_to(&mut screen, &printing::paper_letter());
        screen.press(Key::ArrowRight);
        assert_eq!(screen.focused(), Some(text(&screen, &printing::paper_a4())));
        tab_to(&mut screen, &printing::type_usual());
        screen.press(Key::ArrowDown);
        tab_to(&mut screen, &printing::scope_whole());
        screen.press(Key::ArrowRight);
        tab_to(&mut screen, &printing::summary());
        screen.press(Key::Space);
        let settings = screen.session().print_settings();
        assert_eq!(settings.sheet.paper, Paper::A4);
        assert_eq!(settings.sheet.type_size, TypeSize::Large);
        assert_eq!(settings.presentation.scope, Scope::SignOff);
        assert_eq!(settings.presentation.summary, Summary::With);
        let page = say::published_name(say::published_page(), window::languages_english());
        tab_to(&mut screen, &page);
        screen.press(Key::Space);
        let planned = screen.session().planned();
        let (kind, name) = planned.files.last().unwrap();
        assert_eq!(*kind, OutputKind::Page(Language::English));
        screen.line(name);
    }
}

#[test]
fn draft_says_why_there_is_no_page() {
    for language in Language::ALL {
        let mut screen = Screen::open(language);
        screen.show(app::Screen::SignOff);
        let why = text(&screen, &say::published_draft());
        screen.line(&why);
        let page = say::published_name(say::published_page(), window::languages_english());
        let page = text(&screen, &page);
        assert!(screen.harness.query_by_label(&page).is_none());
    }
}

#[test]
fn review_prints_the_pages_it_shows() {
    for language in Language::ALL {
        let mut screen = complete(language);
        screen.show(app::Screen::Review);
        tab_to(&mut screen, &printing::print());
        assert!(screen.session().status().is_none());
        screen.press(Key::Enter);
        // This session has no folder to print from, and says that.
        let status = screen.session().status().unwrap();
        assert_eq!(status.tone, Tone::Failed);
        picture(
            &mut screen,
            &format!("review-print-{}.png", language.code()),
        );
    }
}

#[test]
fn result_offers_the_printer_only_where_one_is_known() {
    let folder = tempfile::tempdir().unwrap();
    let mut screen = complete(Language::French);
    let mut form = screen.session().sign_off().form().clone();
    form.export.folder = Some(folder.path().to_string_lossy().into_owned());
    screen.act(Action::FillSignOff(Box::new(form)));
    click(&mut screen, &say::write());
    wait(&mut screen, |session| session.exported().is_some());
    let name = screen.session().exported().unwrap().files[1].name.clone();
    let of_file = |screen: &Screen, button| text(screen, &say::for_file(button, name.as_str()));
    for printer in [None, Some("Étage 2")] {
        let found = JobResult::PrinterFound(printer.map(str::to_owned));
        screen.act(Action::Done(found));
        screen.by_label(&of_file(&screen, printing::open()));
        let send = of_file(&screen, printing::send("Étage 2"));
        let offered = screen.harness.query_by_label(&send).is_some();
        assert_eq!(offered, printer.is_some());
    }
}

fn blank_dialog(screen: &mut Screen, language: Language) {
    screen.show(app::Screen::Start);
    let title = text(screen, &printing::blank());
    screen.by_label(&title).focus();
    screen.run();
    screen.press(Key::Enter);
    screen.dialog(&printing::blank_title().text(language));
}

#[test]
fn blank_form_is_written_with_the_keyboard_alone() {
    for language in Language::ALL {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("vierge.pdf");
        let mut screen = Screen::open(language);
        blank_dialog(&mut screen, language);
        let label = text(&screen, &printing::blank_path());
        assert_eq!(screen.focused(), Some(label));
        screen.press_with(Modifiers::COMMAND, Key::A);
        type_in_focus(&mut screen, &path.to_string_lossy());
        tab_to(&mut screen, &printing::type_usual());
        screen.press(Key::ArrowRight);
        tab_to(&mut screen, &printing::blank_write());
        press_loosely(&mut screen, Key::Enter);
        wait(&mut screen, |session| {
            session
                .status()
                .is_some_and(|status| status.tone == app::Tone::Done)
        });
        assert!(read(&path).starts_with(b"%PDF-"));
    }
}

#[test]
fn file_menu_can_be_used_in_a_low_window() {
    let mut screen = Screen::sized(Language::French, [640.0, 400.0], 1.0);
    screen.show(app::Screen::Settings);
    click(&mut screen, &window::menu_file());
    picture(&mut screen, "file-menu-640-fr.png");
    tab_to(&mut screen, &printing::blank());
    picture(&mut screen, "file-menu-640-fr-below.png");
    let label = text(&screen, &printing::blank());
    assert!(screen.by_label(&label).rect().bottom() <= 400.0);
    press_loosely(&mut screen, Key::Enter);
    screen.dialog(&text(&screen, &printing::blank_title()));
}

/// The dialog for a blank form, drawn.
fn blank_picture(language: Language, size: [f32; 2], scale: u8, theme: Theme) {
    let mut screen = Screen::sized(language, size, f32::from(scale));
    screen.act(Action::SetPreference(Preference::Theme(theme)));
    blank_dialog(&mut screen, language);
    screen.act(Action::Fill(app::Dialog::Blank(app::BlankForm {
        path: "form.pdf".to_owned(),
        languages: AnswerLanguages::Both,
        type_size: TypeSize::Large,
    })));
    let name = format!("blank-{}-{}-{theme:?}.png", size[0], language.code());
    picture(&mut screen, &name);
}

#[test]
fn dialog_of_the_blank_form_is_drawn() {
    for language in Language::ALL {
        blank_picture(language, [1180.0, 820.0], 1, Theme::Dark);
        blank_picture(language, [640.0, 400.0], 1, Theme::Light);
    }
}

/// The choices of the files, unfolded, from top to bottom.
fn choices_pictures(language: Language, size: [f32; 2], scale: u8, theme: Theme) {
    let mut screen = Screen::sized(language, size, f32::from(scale));
    screen.act(Action::Begin(Intent::Example(0)));
    screen.act(Action::SetPreference(Preference::Theme(theme)));
    screen.show(app::Screen::SignOff);
    let both = AnswerLanguages::Both;
    screen.act(Action::Edit(Edit::AnswerLanguages(both)));
    acknowledge_open(&mut screen);
    let name = format!("choices-{}-{}-{theme:?}", size[0], language.code());
    let stops = [
        (printing::title(), false),
        (printing::title(), true),
        (printing::scope_whole(), true),
        (say::archive(), true),
    ];
    for (index, (stop, open)) in stops.iter().enumerate() {
        if screen.session().is_printing_open() != *open {
            screen.act(Action::ToggleFold(app::Fold::Printing));
        }
        let label = text(&screen, stop);
        screen.by_label(&label).focus();
        screen.run();
        let Some(picture) = picture(&mut screen, &format!("{name}-{index}.png")) else {
            return;
        };
        if theme == Theme::Light {
            assert!(picture.is_clear_at_the_right(scale), "{name}-{index}");
        }
    }
}

#[test]
fn choices_of_the_files_are_drawn_in_both_languages_and_every_size() {
    for language in Language::ALL {
        choices_pictures(language, [1280.0, 800.0], 1, Theme::Dark);
        choices_pictures(language, [640.0, 400.0], 1, Theme::Light);
    }
}
