//! Where the words stand in a line that are worth a look in a dictionary.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

/// The words of a line of literal text, as bytes, from left to right.
///
/// What is no word of a language is none here: addresses, names of files, tags,
/// and whatever has a digit in it. Apostrophes and hyphens between letters
/// belong to the word.
///
/// ```
/// use probitas::text::spelling::words;
/// let line = "Don’t use 2-day forms: see www.canada.ca, #ethics or peut-être.";
/// let found: Vec<&str> = words(line).map(|word| &line[word]).collect();
/// assert_eq!(found, ["Don’t", "use", "forms", "see", "or", "peut-être"]);
/// ```
pub fn words(line: &str) -> impl Iterator<Item = Range<usize>> {
    chunks(line).flat_map(|(start, chunk)| {
        let inside = if is_address(chunk) {
            Vec::new()
        } else {
            words_of(chunk)
        };
        let moved = move |word: Range<usize>| start + word.start..start + word.end;
        inside.into_iter().map(moved)
    })
}

/// What stands between white space of any kind, with the byte where it begins.
fn chunks(line: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut from = 0;
    line.split(char::is_whitespace).map(move |chunk| {
        let start = from;
        // The white space behind it may have several bytes.
        let after = line.get(start + chunk.len()..).unwrap_or_default();
        let space = after.chars().next().map_or(0, char::len_utf8);
        from = start + chunk.len() + space;
        (start, chunk)
    })
}

/// Whether it is an address, the name of a file or a tag.
fn is_address(chunk: &str) -> bool {
    const AROUND: [char; 13] = [
        '(', ')', '[', ']', '«', '»', '“', '”', '"', ',', ';', '…', '\'',
    ];
    const AT_END: [char; 4] = ['.', ':', '!', '?'];
    let inner = chunk.trim_matches(AROUND);
    let inner = inner.trim_end_matches(|c| AROUND.contains(&c) || AT_END.contains(&c));
    let begins = |with: &str| {
        let head = inner.get(..with.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(with))
    };
    if inner.starts_with(['#', '@', '/', '\\', '~']) || begins("www.") || begins("mailto:") {
        return true;
    }
    inner.contains("://") || inner.contains(['@', '\\', '_']) || has_ending(inner)
}

/// Whether it ends as a file or a site does: a stop and a few small letters. A
/// stop at which somebody forgot the space has a capital letter behind it.
fn has_ending(inner: &str) -> bool {
    let (before, path) = inner.split_once('/').unwrap_or((inner, ""));
    let Some((name, ending)) = before.rsplit_once('.') else {
        return false;
    };
    let is_ending = (2..=5).contains(&ending.len())
        && ending
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    let is_name = name.ends_with(char::is_alphanumeric);
    is_name && (is_ending || (!path.is_empty() && path.contains('.')))
}

/// The words of a chunk without white space.
fn words_of(chunk: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut run: Option<Run> = None;
    let mut before = None;
    let mut chars = chunk.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let joins = is_joiner(c) && before.is_some_and(is_inner) && next.is_some_and(is_inner);
        if is_inner(c) || joins || is_invisible(c) {
            let run = run.get_or_insert(Run {
                start: at,
                end: at,
                has_digit: false,
                is_ending: is_ending_of_word(chunk, at),
            });
            run.end = at + c.len_utf8();
            run.has_digit |= c.is_numeric();
        } else if let Some(run) = run.take() {
            words.extend(run.word());
        }
        if !is_invisible(c) {
            before = Some(c);
        }
    }
    words.extend(run.and_then(Run::word));
    words
}

/// Letters that stand beside each other.
struct Run {
    start: usize,
    end: usize,
    has_digit: bool,
    is_ending: bool,
}

impl Run {
    fn word(self) -> Option<Range<usize>> {
        (!self.has_digit && !self.is_ending).then_some(self.start..self.end)
    }
}

/// Whether what begins here is the other ending of the word before it:
/// "directeur(trice)", "directeur·trice".
fn is_ending_of_word(chunk: &str, at: usize) -> bool {
    let mut before = chunk.get(..at).unwrap_or_default().chars().rev();
    matches!(before.next(), Some('(' | '·' | '•')) && before.next().is_some_and(is_inner)
}

fn is_inner(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

/// Soft hyphens, and joiners of no width.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}')
}

pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ')
}

pub(super) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

fn is_joiner(c: char) -> bool {
    is_apostrophe(c) || is_hyphen(c)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found(line: &str) -> Vec<&str> {
        words(line).map(|word| &line[word]).collect()
    }

    #[test]
    fn apostrophes_and_hyphens_belong_to_the_word_only_between_letters() {
        assert_eq!(
            found("'don't' l’été aujourd’hui; -t-il -- peut‑être, l'"),
            ["don't", "l’été", "aujourd’hui", "t-il", "peut‑être", "l"]
        );
    }

    #[test]
    fn addresses_files_tags_and_numbers_are_no_words() {
        for line in [
            "a.b@canada.ca",
            "(https://www.canada.ca/fr.html).",
            "www.canada.ca",
            "Canada.ca/valeurs",
            "rapport.docx",
            "\\\\serveur\\dossier",
            "C:\\Plans",
            "#valeurs",
            "@quelquun",
            "FON302",
            "2024-2025",
            "20th",
            "12,5",
            "some_name",
        ] {
            assert_eq!(found(line), Vec::<&str>::new(), "{line}");
        }
    }

    #[test]
    fn what_stands_around_or_between_words_is_none_of_them() {
        assert_eq!(found("and/or"), ["and", "or"]);
        assert_eq!(found("end.Next"), ["end", "Next"]);
        assert_eq!(found("«\u{a0}oui\u{a0}»\u{202f};non"), ["oui", "non"]);
        assert_eq!(found("employé(e)s"), ["employé", "s"]);
        assert_eq!(found("(trice) directeur·trice"), ["trice", "directeur"]);
        assert_eq!(found("s.o. p. ex."), ["s", "o", "p", "ex"]);
        assert_eq!(found("e\u{301}te\u{301}"), ["e\u{301}te\u{301}"]);
        assert_eq!(found("or\u{ad}ga"), ["or\u{ad}ga"]);
    }

    proptest! {
        #[test]
        fn words_are_ranges_in_order_that_hold_letters(
            line in "([a-zé’'.·(@/#\\-\u{a0}\u{ad}0-9 ]|\\PC){0,40}",
        ) {
            let mut end = 0;
            for word in words(&line) {
                prop_assert!(word.start >= end && word.end > word.start);
                prop_assert!(line.get(word.clone()).is_some());
                end = word.end;
            }
        }
    }
}
