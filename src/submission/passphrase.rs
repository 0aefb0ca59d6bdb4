//! Passphrases of words drawn at random: easy to write down and to type.
//!
//! The words are those of BIP-39, English or French: 2,048 each, none longer
//! than nine letters, no two with the same first four. Six of them are 66
//! bits, which with the rounds of [`super::key_file::ROUNDS`] nobody guesses.
//! Which words those are decides the caller's random source alone.

use super::key::KeyError;
use crate::i18n::Language;
use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

/// How many words a passphrase has.
pub const WORD_COUNT: usize = 6;

/// The fewest characters of a passphrase that somebody makes up.
pub const MIN_CHARS: usize = 12;

/// Eleven bits choose one of 2,048 words.
const INDEX_BITS: u16 = 0x07ff;

/// More than the longest words of a list and the spaces between them take.
const ROOM_BYTES: usize = 128;

/// Draws six words, with one space between them.
///
/// Each word is as likely as any other, and may come twice. Nothing is kept:
/// whoever does not write it down cannot open the key.
///
/// # Errors
/// Where `fill` fails, or fills in the same two bytes again and again, as a
/// broken source does.
pub fn draw<E>(
    language: Language,
    mut fill: impl FnMut(&mut [u8]) -> Result<(), E>,
) -> Result<Zeroizing<String>, KeyError>
where
    E: std::error::Error + Send + Sync + 'static,
{
    let list = match language {
        Language::English => bip39::Language::English,
        Language::French => bip39::Language::French,
    }
    .word_list();
    let mut random = Zeroizing::new([0_u8; 2 * WORD_COUNT]);
    fill(random.as_mut_slice()).map_err(|error| KeyError::Randomness(Box::new(error)))?;
    // By chance this happens once in 2^80 draws.
    if random.windows(3).all(|bytes| bytes.first() == bytes.last()) {
        return Err(KeyError::NotASecret);
    }
    // Enough room at once, so that no half of it is left in freed memory.
    let mut words = Zeroizing::new(String::with_capacity(ROOM_BYTES));
    for pair in random.chunks(2) {
        let index = pair
            .iter()
            .fold(0, |index, byte| (index << 8) | u16::from(*byte));
        let word = list.get(usize::from(index & INDEX_BITS));
        if !words.is_empty() {
            words.push(' ');
        }
        // The list writes accents apart; people type them composed.
        words.extend(word.copied().unwrap_or_default().nfc());
    }
    Ok(words)
}

/// Whether two entries are the same passphrase, however their accents are
/// composed.
#[must_use]
pub fn is_same(first: &str, second: &str) -> bool {
    first.nfc().eq(second.nfc())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use std::io;

    fn drawn(language: Language, bytes: [u8; 12]) -> String {
        let fill = |room: &mut [u8]| {
            room.copy_from_slice(&bytes);
            Ok::<_, io::Error>(())
        };
        draw(language, fill).unwrap().to_string()
    }

    #[test]
    fn the_random_bytes_alone_choose_the_words() {
        let bytes = [0, 0, 0, 1, 0x07, 0xff, 0xf8, 0, 0x02, 0x00, 0x04, 0x00];
        assert_eq!(
            drawn(Language::English, bytes),
            "abandon ability zoo abandon divorce length"
        );
        let french = drawn(Language::French, bytes);
        assert!(french.starts_with("abaisser abandon zoologie abaisser "));
    }

    #[test]
    fn each_list_has_2048_words_that_differ_in_their_first_letters() {
        for list in [bip39::Language::English, bip39::Language::French] {
            let first = |word: &&str| word.nfc().take(4).collect::<String>();
            let starts: BTreeSet<String> = list.word_list().iter().map(first).collect();
            assert_eq!(starts.len(), 1 << INDEX_BITS.count_ones());
            let mut longest: Vec<usize> = list.word_list().iter().map(|word| word.len()).collect();
            longest.sort_unstable();
            let room = (longest.last().unwrap() + 1) * WORD_COUNT;
            assert!(room <= ROOM_BYTES);
        }
    }

    #[test]
    fn words_are_written_with_composed_accents() {
        for high in 0..8 {
            for low in [3, 77, 130, 240] {
                let words = drawn(Language::French, [high, low, 0, 1, 0, 2, 0, 3, 0, 4, 0, 5]);
                assert!(unicode_normalization::is_nfc(&words), "{words}");
                assert_eq!(words.split(' ').count(), WORD_COUNT);
                assert!(words.chars().count() >= MIN_CHARS);
            }
        }
    }

    #[test]
    fn a_source_that_fails_or_fills_in_nothing_gives_no_words() {
        let failed = draw(Language::English, |_| Err(io::Error::other("none")));
        assert!(matches!(failed, Err(KeyError::Randomness(_))));
        let broken = draw(Language::English, |_| Ok::<_, io::Error>(()));
        assert!(matches!(broken, Err(KeyError::NotASecret)));
    }

    #[test]
    fn accents_may_be_composed_or_not() {
        assert!(is_same("académie", "acade\u{301}mie"));
        assert!(!is_same("académie", "academie"));
    }
}
