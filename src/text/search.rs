//! Where words stand in a line, and what stands there instead.
//!
//! Searching looks at the literal text of lines ([`super::Document::lines`]):
//! neither marks nor escapes are ever found, nor broken by a replacement. A
//! no-break space is found by a space and a curved apostrophe by a straight one,
//! since a keyboard has only these.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::clean::characters;
use super::document::is_blank;
use super::{Document, clean_literal};

/// What is searched for, and how exactly.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The words.
    pub words: String,
    /// Whether capital and small letters differ.
    pub case: Case,
    /// Whether letters with accents and without differ.
    pub accents: Accents,
}

/// Whether capital and small letters differ.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Case {
    /// They are the same.
    #[default]
    Ignored,
    /// They differ.
    Heeded,
}

/// Whether letters with accents and without differ.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Accents {
    /// They are the same.
    Ignored,
    /// They differ.
    #[default]
    Heeded,
}

impl Query {
    /// Where the words stand in a line of literal text, as bytes, from left to
    /// right; no two overlap. None where nothing is searched for.
    ///
    /// A letter is found with all of its accents or not at all.
    ///
    /// ```
    /// use probitas::text::search::{Accents, Query};
    /// let query = Query { words: "ete".into(), accents: Accents::Ignored, ..Query::default() };
    /// assert_eq!(query.hits("L’été, ÉTÉ"), [4..9, 11..16]);
    /// ```
    #[must_use]
    pub fn hits(&self, line: &str) -> Vec<Range<usize>> {
        let words: String = self.words.nfc().collect();
        let wanted = self.fold_all(&words);
        let mut hits = Vec::new();
        if wanted.is_empty() {
            return hits;
        }
        let letters = self.letters(line);
        let mut from = 0;
        while from < letters.len() {
            match match_at(&letters, from, &wanted) {
                Some(to) => {
                    let start = letters.get(from).map_or(line.len(), |letter| letter.at);
                    let end = letters.get(to).map_or(line.len(), |letter| letter.at);
                    hits.push(start..end);
                    from = to;
                }
                None => from += 1,
            }
        }
        hits
    }

    /// Letters of a line, each with the marks behind it.
    fn letters(&self, line: &str) -> Vec<Letter> {
        let mut letters: Vec<Letter> = Vec::new();
        for (at, c) in line.char_indices() {
            if let Some(letter) = letters.last_mut().filter(|_| is_combining_mark(c)) {
                self.fold(c, &mut letter.folded);
                continue;
            }
            let mut folded = Vec::new();
            self.fold(c, &mut folded);
            letters.push(Letter { at, folded });
        }
        letters
    }

    /// What a text is compared as.
    fn fold_all(&self, text: &str) -> Vec<char> {
        let mut folded = Vec::new();
        for c in text.chars() {
            self.fold(c, &mut folded);
        }
        folded
    }

    fn fold(&self, c: char, folded: &mut Vec<char>) {
        let c = match c {
            '\u{A0}' | '\u{2009}' | '\u{202F}' => ' ',
            '’' | '‘' => '\'',
            c => c,
        };
        let lower = |c: char, folded: &mut Vec<char>| match self.case {
            Case::Ignored => folded.extend(c.to_lowercase()),
            Case::Heeded => folded.push(c),
        };
        match self.accents {
            Accents::Heeded => lower(c, folded),
            Accents::Ignored => {
                for base in std::iter::once(c).nfd().filter(|c| !is_combining_mark(*c)) {
                    let mut lowered = Vec::new();
                    lower(base, &mut lowered);
                    let bare = |c: &char| !is_combining_mark(*c);
                    folded.extend(lowered.into_iter().filter(bare));
                }
            }
        }
    }
}

/// A letter with the marks behind it, and what it is compared as.
struct Letter {
    at: usize,
    folded: Vec<char>,
}

/// Behind which letter the words end that begin here.
fn match_at(letters: &[Letter], from: usize, wanted: &[char]) -> Option<usize> {
    let mut rest = wanted;
    for (index, letter) in letters.iter().enumerate().skip(from) {
        // What is compared as nothing begins no match.
        if letter.folded.is_empty() && rest.len() == wanted.len() {
            return None;
        }
        rest = rest.strip_prefix(letter.folded.as_slice())?;
        if rest.is_empty() {
            return Some(index + 1);
        }
    }
    None
}

/// A document with other words in place of some that were found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replaced {
    /// The document: the same structure, other lines.
    pub document: Document,
    /// How many places were replaced.
    pub count: usize,
    /// How many were left, since their line would show nothing any more.
    pub left: usize,
}

impl Document {
    /// Replaces what a query finds in the lines that `wanted` says yes to, by
    /// the number of the line and the place in it.
    ///
    /// The structure stays as it is: what is put in is literal text, of one
    /// line, and a line that would show nothing any more is left as it is.
    #[must_use]
    pub fn replaced(
        &self,
        query: &Query,
        with: &str,
        wanted: impl Fn(usize, &Range<usize>) -> bool,
    ) -> Replaced {
        let normal = self.normalized();
        let with = clean_literal(with).text.replace(['\n', '\t'], " ");
        let (mut count, mut left) = (0, 0);
        let mut lines = Vec::new();
        for (number, line) in normal.lines().enumerate() {
            let mut hits = query.hits(line);
            hits.retain(|hit| wanted(number, hit));
            let new = put_in(line, &hits, &with);
            if is_blank(&new) {
                left += hits.len();
                lines.push(line.to_owned());
            } else {
                count += hits.len();
                lines.push(new);
            }
        }
        let lines = lines.iter().map(String::as_str);
        let document = Document::from_skeleton(&normal.skeleton(), lines);
        Replaced {
            document: document.unwrap_or(normal),
            count,
            left,
        }
    }
}

fn put_in(line: &str, hits: &[Range<usize>], with: &str) -> String {
    let mut new = String::with_capacity(line.len());
    let mut from = 0;
    for hit in hits {
        new.push_str(line.get(from..hit.start).unwrap_or_default());
        new.push_str(with);
        from = hit.end;
    }
    new.push_str(line.get(from..).unwrap_or_default());
    // What is put in may be one letter with what stands beside it.
    characters(&new).text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn bullet_that_stands_in_a_line_is_no_mark() {
        assert_eq!(
            put_in("• teh plan", std::slice::from_ref(&(4..7)), "the"),
            "• the plan"
        );
    }

    fn query(words: &str, case: Case, accents: Accents) -> Query {
        Query {
            words: words.to_owned(),
            case,
            accents,
        }
    }

    fn found<'a>(query: &Query, line: &'a str) -> Vec<&'a str> {
        query.hits(line).into_iter().map(|hit| &line[hit]).collect()
    }

    #[test]
    fn case_and_accents_are_heeded_as_asked() {
        let line = "Été été ete ETE";
        for (words, case, accents, hits) in [
            ("été", Case::Heeded, Accents::Heeded, vec!["été"]),
            ("été", Case::Ignored, Accents::Heeded, vec!["Été", "été"]),
            ("ete", Case::Heeded, Accents::Ignored, vec!["été", "ete"]),
            (
                "ÉTÉ",
                Case::Ignored,
                Accents::Ignored,
                vec!["Été", "été", "ete", "ETE"],
            ),
            ("", Case::Ignored, Accents::Ignored, vec![]),
            ("\u{301}", Case::Ignored, Accents::Ignored, vec![]),
        ] {
            assert_eq!(found(&query(words, case, accents), line), hits, "{words}");
        }
    }

    #[test]
    fn letter_is_found_with_all_of_its_marks_or_not_at_all() {
        // A W with a line below has no character of its own.
        let line = "W\u{331}SÁNEĆ";
        let exact = |words| query(words, Case::Ignored, Accents::Heeded);
        assert_eq!(found(&exact("w"), line), Vec::<&str>::new());
        assert_eq!(found(&exact("w\u{331}s"), line), ["W\u{331}S"]);
        let loose = query("wsanec", Case::Ignored, Accents::Ignored);
        assert_eq!(found(&loose, line), [line]);
    }

    #[test]
    fn space_and_apostrophe_find_those_that_no_keyboard_has() {
        let query = query("l'an : 5", Case::Ignored, Accents::Heeded);
        assert_eq!(found(&query, "l’an\u{a0}: 5"), ["l’an\u{a0}: 5"]);
    }

    #[test]
    fn marks_and_escapes_are_neither_found_nor_broken() {
        let document = Document::parse("### 1\\. Plans\n\n1. 1\\. \\*one\\*\n   - one");
        let all = |_: usize, _: &Range<usize>| true;
        let exact = |words| query(words, Case::Heeded, Accents::Heeded);
        assert_eq!(document.replaced(&exact("\\"), "x", all).count, 0);
        assert_eq!(document.replaced(&exact("- "), "x", all).count, 0);
        let replaced = document.replaced(&exact("one"), "- # *two*", all);
        assert_eq!(
            replaced.document.to_stored(),
            "### 1\\. Plans\n\n1. 1\\. \\*- # \\*two\\*\\*\n   - \\- # \\*two\\*"
        );
        let emptied = document.replaced(&exact("one"), "", all);
        assert_eq!((emptied.count, emptied.left), (1, 1));
        assert_eq!(
            emptied.document.lines().collect::<Vec<_>>(),
            ["1. Plans", "1. **", "one"]
        );
    }

    /// The first place at or behind `from` that is compared alike: tried out.
    fn naive(query: &Query, line: &str, from: usize) -> Option<Range<usize>> {
        let wanted = query.fold_all(&query.words.nfc().collect::<String>());
        let ends = |at: &usize| {
            line.is_char_boundary(*at)
                && !line[*at..].starts_with(|c: char| is_combining_mark(c) && *at > 0)
        };
        let places: Vec<usize> = (from..=line.len()).filter(ends).collect();
        for (index, start) in places.iter().enumerate() {
            for end in &places[index + 1..] {
                let first = line[*start..].chars().next()?;
                let nothing = query.letters(&line[*start..])[0].folded.is_empty();
                let alike = query.fold_all(&line[*start..*end]) == wanted;
                if alike && !nothing && first != '\0' {
                    return Some(*start..*end);
                }
            }
        }
        None
    }

    fn any_query() -> impl Strategy<Value = Query> {
        let case = prop_oneof![Just(Case::Ignored), Just(Case::Heeded)];
        let accents = prop_oneof![Just(Accents::Ignored), Just(Accents::Heeded)];
        ("[aAéÉe’' \u{a0}\u{331}ßİ]{0,3}", case, accents)
            .prop_map(|(words, case, accents)| query(&words, case, accents))
    }

    proptest! {
        #[test]
        fn hits_are_exactly_those_of_trying_every_place(
            query in any_query(),
            line in "[aAéÉe’' \u{a0}\u{331}ßİi\u{307}]{0,12}",
        ) {
            let mut expected = Vec::new();
            let mut from = 0;
            while !query.fold_all(&query.words.nfc().collect::<String>()).is_empty()
                && let Some(hit) = naive(&query, &line, from)
            {
                from = hit.end;
                expected.push(hit);
            }
            prop_assert_eq!(query.hits(&line), expected);
        }

        #[test]
        fn replacing_never_changes_the_structure(
            stored in "([-#1. aé*\\\\\n]|- |1\\. |   |\n\n){0,30}",
            query in any_query(),
            with in "[-#1. a*\\\\\né]{0,4}",
        ) {
            let document = Document::parse(&stored);
            let replaced = document.replaced(&query, &with, |_, _| true);
            prop_assert_eq!(replaced.document.skeleton(), document.skeleton());
            let stored = replaced.document.to_stored();
            prop_assert_eq!(Document::parse(&stored), replaced.document);
            let hits: usize = document.lines().map(|line| query.hits(line).len()).sum();
            prop_assert_eq!(hits, replaced.count + replaced.left);
        }
    }
}
