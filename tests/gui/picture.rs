//! The window as a picture, where something can draw it.

use std::path::Path;

use probitas::app;
use probitas::i18n::Language;

use crate::screen::Screen;

/// A picture, or nothing where no renderer is at hand; CI must have one.
pub(crate) fn picture(screen: &mut Screen, name: &str) -> Option<Picture> {
    let drawn = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| screen.harness.render()));
    let Ok(Ok(image)) = drawn else {
        let in_ci = std::env::var_os("CI").is_some();
        assert!(!in_ci, "CI has no renderer: install mesa-vulkan-drivers");
        #[expect(clippy::print_stderr, reason = "a test that was skipped says so")]
        {
            eprintln!("skipped: no renderer is at hand for the picture");
        }
        return None;
    };
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

pub(crate) struct Picture {
    width: u32,
    height: u32,
    bytes: Vec<u8>,
}

impl Picture {
    /// How many of a thousand pixels are dark, as text is.
    pub(crate) fn dark_per_thousand(&self) -> usize {
        let pixels = self.bytes.chunks_exact(4);
        let count = pixels.len();
        let dark = pixels
            .filter(|pixel| pixel[..3].iter().all(|part| *part < 0x60))
            .count();
        dark * 1000 / count
    }

    /// How many pixels look like a colour, as far as smoothed edges do.
    pub(crate) fn count_of(&self, color: [u8; 3]) -> usize {
        let alike = |pixel: &&[u8]| {
            let mut parts = pixel.iter().zip(color);
            parts.all(|(part, wanted)| part.abs_diff(wanted) < 0x50)
        };
        self.bytes.chunks_exact(4).filter(alike).count()
    }

    /// Whether the column between the form and its scroll bar has no text:
    /// nothing runs out of the window.
    pub(crate) fn is_clear_at_the_right(&self, scale: u8) -> bool {
        let row = self.width as usize * 4;
        let (from, to) = (14 * usize::from(scale) * 4, 12 * usize::from(scale) * 4);
        self.bytes.chunks_exact(row).all(|row| {
            let mut pixels = row[row.len() - from..row.len() - to].chunks_exact(4);
            pixels.all(|pixel| pixel[..3].iter().all(|part| *part > 0x60))
        })
    }
}

fn check(language: Language, width: u16, height: u16, scale: u8) {
    let size = [f32::from(width), f32::from(height)];
    let mut screen = Screen::sized(language, size, f32::from(scale));
    screen.show(app::Screen::Form);
    let name = format!("window-{width}-{}.png", language.code());
    let Some(picture) = picture(&mut screen, &name) else {
        return;
    };
    let pixels = |points: u16| u32::from(points) * u32::from(scale);
    assert_eq!(picture.width, pixels(width));
    assert_eq!(picture.height, pixels(height));
    let dark = picture.dark_per_thousand();
    assert!((2..200).contains(&dark), "{dark}");
    assert!(picture.is_clear_at_the_right(scale));
}

#[test]
fn window_of_1024_by_700_is_drawn_in_both_languages() {
    check(Language::English, 1024, 700, 1);
    check(Language::French, 1024, 700, 1);
}

#[test]
fn window_at_200_percent_is_drawn_in_both_languages() {
    check(Language::English, 512, 350, 2);
    check(Language::French, 512, 350, 2);
}
