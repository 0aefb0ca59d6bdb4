//! The window as a picture, where something can draw it.

use std::path::Path;

use egui::Key;
use probitas::i18n::Language;

use crate::screen::Screen;

/// A picture, or nothing where no renderer is at hand; CI must have one.
fn picture(screen: &mut Screen, name: &str) -> Option<Picture> {
    let drawn = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| screen.harness.render()));
    match drawn {
        Ok(Ok(image)) => {
            // Kept to be looked at.
            image
                .save(Path::new(env!("CARGO_TARGET_TMPDIR")).join(name))
                .unwrap();
            Some(Picture {
                width: image.width(),
                height: image.height(),
                bytes: image.into_raw(),
            })
        }
        Ok(Err(_)) | Err(_) => {
            let in_ci = std::env::var_os("CI").is_some();
            assert!(!in_ci, "CI has no renderer: install mesa-vulkan-drivers");
            eprintln!("skipped: no renderer is at hand for the picture");
            None
        }
    }
}

struct Picture {
    width: u32,
    height: u32,
    bytes: Vec<u8>,
}

impl Picture {
    /// How many of the pixels are dark, as text is.
    fn dark_share(&self) -> f64 {
        let pixels = self.bytes.chunks_exact(4);
        let count = pixels.len();
        let dark = pixels
            .filter(|pixel| pixel[..3].iter().all(|part| *part < 0x60))
            .count();
        dark as f64 / count as f64
    }

    /// Whether the column between the form and its scroll bar has no text:
    /// nothing runs out of the window.
    fn is_clear_at_the_right(&self, pixels_per_point: f32) -> bool {
        let row = self.width as usize * 4;
        let from = row - (14.0 * pixels_per_point) as usize * 4;
        let to = row - (12.0 * pixels_per_point) as usize * 4;
        self.bytes.chunks_exact(row).all(|row| {
            let mut pixels = row[from..to].chunks_exact(4);
            pixels.all(|pixel| pixel[..3].iter().all(|part| *part > 0x60))
        })
    }
}

fn check(language: Language, size: [f32; 2], pixels_per_point: f32) {
    let mut screen = Screen::sized(language, size, pixels_per_point);
    screen.press(Key::Escape);
    let name = format!("window-{}-{}.png", size[0], language.code());
    let Some(picture) = picture(&mut screen, &name) else {
        return;
    };
    assert_eq!(
        f64::from(picture.width),
        f64::from(size[0] * pixels_per_point)
    );
    assert_eq!(
        f64::from(picture.height),
        f64::from(size[1] * pixels_per_point)
    );
    let share = picture.dark_share();
    assert!((0.002..0.2).contains(&share), "{share}");
    assert!(picture.is_clear_at_the_right(pixels_per_point));
}

#[test]
fn window_of_1024_by_700_is_drawn_in_both_languages() {
    check(Language::English, [1024.0, 700.0], 1.0);
    check(Language::French, [1024.0, 700.0], 1.0);
}

#[test]
fn window_at_200_percent_is_drawn_in_both_languages() {
    check(Language::English, [512.0, 350.0], 2.0);
    check(Language::French, [512.0, 350.0], 2.0);
}
