//! A language that needs more room than ours, for tests of the layout.

/// How long the texts of the window are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Length {
    /// As they are written.
    #[default]
    Natural,
    /// Two fifths longer, with accents: as in a language that needs more room.
    Longer,
}

impl Length {
    /// A text of this length.
    pub(super) fn of(self, text: String) -> String {
        match self {
            Length::Natural => text,
            Length::Longer => text
                .split_inclusive(char::is_whitespace)
                .map(longer)
                .collect(),
        }
    }
}

/// A word with accents, and with more letters: longer words are harder to
/// place than more of them.
fn longer(word: &str) -> String {
    let letters = word.chars().filter(|letter| letter.is_alphabetic()).count();
    let mut missing = (letters * 2).div_ceil(5);
    let mut longer = String::new();
    for letter in word.chars() {
        let accented = accented(letter);
        longer.push(accented);
        if letter.is_alphabetic() && missing > 0 {
            longer.extend(accented.to_lowercase());
            missing -= 1;
        }
    }
    longer
}

fn accented(letter: char) -> char {
    match letter {
        'a' => 'â',
        'e' => 'ê',
        'i' => 'î',
        'o' => 'ô',
        'u' => 'û',
        'A' => 'Â',
        'E' => 'Ê',
        'I' => 'Î',
        'O' => 'Ô',
        'U' => 'Û',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_longer_text_is_two_fifths_longer_and_keeps_its_numbers() {
        let text = "Check all answers";
        let longer = Length::Longer.of(text.to_owned());
        assert_eq!(longer, "Cchhêck ââlll âânnsswêrs");
        let letters = |text: &str| text.chars().filter(|letter| letter.is_alphabetic()).count();
        assert!(letters(&longer) * 10 >= letters(text) * 14);
        assert_eq!(
            Length::Longer.of("9\u{a0}/ 13\n".to_owned()),
            "9\u{a0}/ 13\n"
        );
        assert_eq!(Length::Natural.of(text.to_owned()), text);
    }
}
