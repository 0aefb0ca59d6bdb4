//! Spellings that a dictionary does not list one by one.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::super::words::is_apostrophe;

/// What loses its last vowel before a vowel.
const ELIDED: [&str; 15] = [
    "c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu",
    "quelqu",
];

/// A French word without what is elided before it: "l’", "d’", "qu’".
///
/// What begins with a consonant stays as it is, since nothing is elided before
/// one; but initials are spelled by their letters, and names as anybody says.
pub(super) fn elided(word: &str) -> &str {
    let Some((before, after)) = word.split_once(is_apostrophe) else {
        return word;
    };
    let before = before.to_lowercase();
    let starts = |c: char| {
        c.is_uppercase()
            || std::iter::once(c)
                .nfd()
                .next()
                .is_some_and(|base| "aeiouyhœæ".contains(base))
    };
    if ELIDED.contains(&before.as_str()) && after.starts_with(starts) {
        after
    } else {
        word
    }
}

/// An English word without "’s" or "’" behind it.
pub(super) fn without_possessive(word: &str) -> &str {
    let stem = word.strip_suffix(['s', 'S']).unwrap_or(word);
    stem.strip_suffix(is_apostrophe).unwrap_or(word)
}

/// An English word as who has no accents writes it; nothing where it has none.
pub(super) fn without_accents(word: &str) -> Option<String> {
    let plain: String = word.nfd().filter(|c| !is_combining_mark(*c)).collect();
    (plain.nfc().ne(word.chars())).then_some(plain)
}

/// How a French word may have been written before 1990, when the circumflex on i
/// and u became optional.
///
/// It stayed where it tells a tense: "nous finîmes", "qu’il fût". Such words end
/// in -îmes, -îtes, -ît, -ûmes, -ûtes or -ût after a consonant.
pub(super) fn without_circumflex(word: &str) -> impl Iterator<Item = String> + '_ {
    let places = word.char_indices().filter(|(_, c)| matches!(c, 'i' | 'u'));
    places.filter_map(|(at, c)| {
        let (before, rest) = word.split_at_checked(at)?;
        let behind = rest.get(1..)?;
        let tells_tense = matches!(behind, "mes" | "tes" | "t") && !before.ends_with(['a', 'o']);
        let with = if c == 'i' { 'î' } else { 'û' };
        (!tells_tense).then(|| format!("{before}{with}{behind}"))
    })
}

/// Whether one word becomes the other by one letter more, fewer or another, or
/// by two that change places.
pub(super) fn differ_once(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let same = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let behind = |letters: &[char], by: usize| letters.get(same + by..).map(<[char]>::to_vec);
    let after = |a: usize, b: usize| {
        let (one, other) = (behind(&one, a), behind(&other, b));
        one.is_some() && one == other
    };
    let swapped = one.get(same) == other.get(same + 1) && one.get(same + 1) == other.get(same);
    one != other && (after(1, 0) || after(0, 1) || after(1, 1) || (swapped && after(2, 2)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_elided_before_a_vowel_is_left_out() {
        assert_eq!(elided("l’été"), "été");
        assert_eq!(elided("Jusqu'à"), "à");
        assert_eq!(elided("d’IRCC"), "IRCC");
        assert_eq!(elided("l’maison"), "l’maison");
        assert_eq!(elided("aujourd’hui"), "aujourd’hui");
        assert_eq!(elided("maison"), "maison");
    }

    #[test]
    fn possessive_is_left_out() {
        assert_eq!(without_possessive("IRCC’s"), "IRCC");
        assert_eq!(without_possessive("employees'"), "employees");
        assert_eq!(without_possessive("plans"), "plans");
    }

    #[test]
    fn circumflex_is_put_back_only_where_it_became_optional() {
        let older = |word| without_circumflex(word).collect::<Vec<_>>();
        assert_eq!(older("cout"), ["coût"]);
        assert!(older("connaitre").contains(&"connaître".to_owned()));
        assert_eq!(older("finimes"), ["fînimes"]);
        assert_eq!(older("fut"), Vec::<String>::new());
    }
    #[test]
    fn words_differ_once_by_a_letter_or_by_two_that_change_places() {
        for (one, other) in [
            ("IRRC", "IRCC"),
            ("IRC", "IRCC"),
            ("IRCCC", "IRCC"),
            ("RICC", "IRCC"),
        ] {
            assert!(differ_once(one, other), "{one}");
        }
        for (one, other) in [("IRCC", "IRCC"), ("RIC", "IRCC"), ("", "AB")] {
            assert!(!differ_once(one, other), "{one}");
        }
    }
}
