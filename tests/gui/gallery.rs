//! Every screen as a picture, to be looked at:
//! `cargo test --test gui gallery -- --ignored`.
#![allow(
    clippy::disallowed_methods,
    reason = "the pictures are written where they are kept"
)]

use std::collections::HashMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use chrono::DateTime;
use probitas::app::{self, Action, Preference, Target, Theme};
use probitas::i18n::Language;
use probitas::response::Place;

use crate::office::{Office, PREPARER};
use crate::screen::Screen;
use crate::verifying::open_to_approve;

/// The looks that a person is likely to have, with a word for file names.
const THEMES: [(Theme, &str); 2] = [
    (Theme::Light, "light"),
    (Theme::HighContrast, "high-contrast"),
];

/// Windows of common computers, in points, with the size of the text.
const WINDOWS: [(&str, [f32; 2], f32); 3] = [
    ("1280x800", [1280.0, 800.0], 1.0),
    ("1024x700", [1024.0, 700.0], 1.0),
    ("200-percent", [640.0, 400.0], 2.0),
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/gallery")
}

/// What is shown, with a word for file names: each screen from its top, and a
/// question in the middle of the form.
fn shots() -> Vec<(&'static str, app::Screen, Action)> {
    let screens = app::Screen::ALL.into_iter();
    let mut shots: Vec<_> = screens
        .map(|screen| (word(screen), screen, Action::Show(screen)))
        .collect();
    let question = Target::Place(Place::Item("q6".into()));
    let place = 1 + shots.iter().position(|(word, ..)| *word == "form").unwrap();
    shots.insert(
        place,
        ("question", app::Screen::Form, Action::GoTo(question)),
    );
    shots
}

/// Somebody else's submission, which stands in no list of screens.
const APPROVE: &str = "approve";

#[test]
#[ignore = "writes the pictures of the gallery"]
fn gallery_of_approving() {
    let now = DateTime::from_timestamp(1_731_776_400, 0).unwrap();
    let office = Office::at(now);
    let file = office.submission("elections-canada-2024.json", &[PREPARER]);
    for language in Language::ALL {
        for (size, points, scale) in WINDOWS {
            let mut screen = Screen::sized(language, points, scale);
            open_to_approve(&mut screen, office.keys(&file, &[1]));
            screen.act(Action::NameSigned("elections-canada-2024.json".to_owned()));
            screen.act(Action::ClearStatus);
            for (theme, look) in THEMES {
                screen.act(Action::SetPreference(Preference::Theme(theme)));
                screen.draw(&file_name(APPROVE, size, look, language));
            }
        }
    }
    std::fs::write(folder().join("README.md"), index()).unwrap();
}

fn word(screen: app::Screen) -> &'static str {
    match screen {
        app::Screen::Start => "start",
        app::Screen::Organization => "organization",
        app::Screen::Form => "form",
        app::Screen::Review => "review",
        app::Screen::SignOff => "sign-off",
        app::Screen::Approve => APPROVE,
        app::Screen::Settings => "settings",
        app::Screen::Guide => "guide",
    }
}

fn file_name(shot: &str, size: &str, theme: &str, language: Language) -> String {
    format!("{shot}-{size}-{theme}-{}.png", language.code())
}

#[test]
#[ignore = "writes the pictures of the gallery"]
fn gallery() {
    for (size, points, scale) in WINDOWS {
        let mut screen = Screen::first_run(Language::English, points, scale);
        for (theme, look) in THEMES {
            screen.act(Action::SetPreference(Preference::Theme(theme)));
            screen.draw(&first_run_name(size, look));
        }
    }
    for language in Language::ALL {
        for (size, points, scale) in WINDOWS {
            let mut screen = Screen::sized(language, points, scale);
            screen.act(Action::ShowIn(language));
            screen.open_example(0);
            screen.act(Action::ClearStatus);
            for (theme, look) in THEMES {
                screen.act(Action::SetPreference(Preference::Theme(theme)));
                for (shot, _, action) in shots() {
                    screen.act(action);
                    screen.draw(&file_name(shot, size, look, language));
                }
            }
        }
    }
    std::fs::write(folder().join("README.md"), index()).unwrap();
}

/// The page of the very first run has both languages.
fn first_run_name(size: &str, theme: &str) -> String {
    format!("first-run-{size}-{theme}.png")
}

impl Screen {
    fn draw(&mut self, name: &str) {
        self.run();
        let image = self.harness.render().unwrap();
        let path = folder().join(name);
        write_png(&path, image.width(), image.height(), image.as_raw());
    }
}

/// The page that shows them all.
fn index() -> String {
    let mut page = String::from(
        "# Gallery / Galerie\n\nEvery screen with the example of Elections Canada, made by \
         `cargo test --test gui gallery -- --ignored`.\n\nChaque écran avec l’exemple \
         d’Élections Canada.\n",
    );
    page.push_str("\n## First run / Première ouverture\n");
    for (size, ..) in WINDOWS {
        let [light, strong] = THEMES.map(|(_, look)| {
            let name = first_run_name(size, look);
            format!("![{name}]({name})")
        });
        write!(page, "\n{light} {strong}\n").unwrap();
    }
    let shots = shots().into_iter().map(|(shot, shown, _)| (shot, shown));
    for (shot, shown) in shots.chain([(APPROVE, app::Screen::Approve)]) {
        let [english, french] = Language::ALL.map(|language| shown.message().text(language));
        write!(page, "\n## {english} / {french}\n").unwrap();
        for (size, ..) in WINDOWS {
            for (_, look) in THEMES {
                let [english, french] = Language::ALL.map(|language| {
                    let name = file_name(shot, size, look, language);
                    format!("![{name}]({name})")
                });
                write!(page, "\n{english} {french}\n").unwrap();
            }
        }
    }
    page
}

/// A picture of at most 256 colours: the most frequent ones, and for every
/// other the nearest of them.
fn write_png(path: &Path, width: u32, height: u32, pixels: &[u8]) {
    let mut counts: HashMap<[u8; 3], usize> = HashMap::new();
    let colours = pixels
        .chunks_exact(4)
        .map(|pixel| [pixel[0], pixel[1], pixel[2]]);
    for colour in colours.clone() {
        *counts.entry(colour).or_default() += 1;
    }
    let mut sorted: Vec<([u8; 3], usize)> = counts.into_iter().collect();
    sorted.sort_by_key(|(colour, count)| (std::cmp::Reverse(*count), *colour));
    let palette: Vec<[u8; 3]> = sorted.iter().take(256).map(|(colour, _)| *colour).collect();
    let mut places: HashMap<[u8; 3], u8> = HashMap::new();
    for (colour, _) in &sorted {
        let nearest = (0_u8..=255)
            .zip(&palette)
            .min_by_key(|(_, other)| distance(*colour, **other));
        places.insert(*colour, nearest.unwrap().0);
    }
    let indexed: Vec<u8> = colours.map(|colour| places[&colour]).collect();
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_palette(palette.concat());
    encoder.set_compression(png::Compression::High);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&indexed).unwrap();
    writer.finish().unwrap();
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, file).unwrap();
}

fn distance(one: [u8; 3], other: [u8; 3]) -> u32 {
    let squares = one
        .iter()
        .zip(other)
        .map(|(a, b)| u32::from(a.abs_diff(b)).pow(2));
    squares.sum()
}
