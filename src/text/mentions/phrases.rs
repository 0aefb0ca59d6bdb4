//! "See above" and "see attachment", in both languages.

use super::Span;
use std::sync::LazyLock;

/// References to another answer; `#` stands for a number.
const REFERENCE_PHRASES: &[&str] = &[
    // English
    "see above",
    "see the above",
    "as above",
    "same as above",
    "as noted above",
    "as mentioned above",
    "as stated above",
    "as described above",
    "as indicated above",
    "as outlined above",
    "noted above",
    "mentioned above",
    "see question #",
    "see questions #",
    "refer to question #",
    "refer to questions #",
    "refer to above",
    "see answer",
    "see answers",
    "see the answer",
    "see our answer",
    "refer to answer",
    "refer to the answer",
    "refer to our answer",
    "see response",
    "see responses",
    "see the response",
    "see our response",
    "refer to response",
    "refer to the response",
    "refer to our response",
    "see previous answer",
    "see previous response",
    "answer to question #",
    "answers to question #",
    "response to question #",
    "responses to question #",
    "answer to q#",
    "response to q#",
    "see q#",
    "see q #",
    "refer to q#",
    // French
    "voir ci dessus",
    "voir plus haut",
    "comme ci dessus",
    "comme indiqué ci dessus",
    "comme mentionné ci dessus",
    "mentionné ci dessus",
    "mentionnée ci dessus",
    "mentionnés ci dessus",
    "mentionnées ci dessus",
    "voir question #",
    "voir la question #",
    "voir la question no #",
    "voir les questions #",
    "voir la réponse",
    "voir les réponses",
    "voir notre réponse",
    "voir nos réponses",
    "voir réponse",
    "voir q#",
    "voir q #",
    "se reporter à la question #",
    "se reporter à la réponse",
    "se référer à la question #",
    "se référer à la réponse",
    "consulter la réponse",
    "réponse à la question #",
    "réponses à la question #",
    "réponses aux questions #",
];

/// Mentions of something that does not come with the form.
const ATTACHMENT_PHRASES: &[&str] = &[
    // English
    "attached",
    "attachment",
    "attachments",
    "annex",
    "annexes",
    "appendix",
    "appendices",
    "appendixes",
    "enclosed",
    "enclosure",
    "enclosures",
    // French
    "pièce jointe",
    "pièces jointes",
    "ci joint",
    "ci jointe",
    "ci joints",
    "ci jointes",
    "document joint",
    "documents joints",
    "fichier joint",
    "fichiers joints",
    "annexe",
    "en annexe",
    "appendice",
];

/// Where the listed words mean something else: importance is attached to
/// things, spaces are enclosed.
const NO_ATTACHMENT_PHRASES: &[&str] = &[
    "attached to",
    "importance attached",
    "value attached",
    "conditions attached",
    "strings attached",
    "stigma attached",
    "more attached",
    "feel attached",
    "enclosed space",
    "enclosed spaces",
];

/// References to another answer, which a reader of this one would have to look
/// for: "please see above", "see question 6", « voir la réponse ».
///
/// ```
/// use probitas::text::mentions::references;
/// assert_eq!(references("Please see above."), [7..16]);
/// assert_eq!(references("Voir la réponse à la question 6."), [0..33]);
/// assert_eq!(references("We see questions above all as a chance."), []);
/// ```
#[must_use]
pub fn references(text: &str) -> Vec<Span> {
    find(text, &REFERENCES, None)
}

/// Mentions of attachments, annexes and enclosures, which the form has no
/// place for.
///
/// ```
/// use probitas::text::mentions::attachments;
/// assert_eq!(attachments("See Annex A."), [4..9]);
/// assert_eq!(attachments("Le plan est ci-joint."), [12..20]);
/// assert_eq!(attachments("We see the importance attached to values."), []);
/// ```
#[must_use]
pub fn attachments(text: &str) -> Vec<Span> {
    find(text, &ATTACHMENTS, Some(&NO_ATTACHMENTS))
}

/// Phrases that start with the same word, each split into words.
struct Group {
    first: &'static str,
    phrases: Vec<Vec<&'static str>>,
    /// The most words that one of them has.
    longest: usize,
}

impl Group {
    /// Whether a text starts like the first word, as far as it is ASCII.
    fn may_start(&self, text: &[u8]) -> bool {
        let mut pairs = text.iter().zip(self.first.bytes());
        pairs.all(|(byte, wanted)| !wanted.is_ascii() || byte.eq_ignore_ascii_case(&wanted))
    }
}

/// Phrases in groups, by the letter that they start with, so that a long text
/// is looked through while somebody types.
struct Phrases {
    by_letter: [Vec<Group>; 26],
}

static REFERENCES: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(REFERENCE_PHRASES));
static ATTACHMENTS: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(ATTACHMENT_PHRASES));
static NO_ATTACHMENTS: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(NO_ATTACHMENT_PHRASES));

impl Phrases {
    fn new(phrases: &'static [&'static str]) -> Phrases {
        let mut by_letter: [Vec<Group>; 26] = Default::default();
        for phrase in phrases {
            let parts: Vec<&str> = phrase.split(' ').collect();
            let first = parts.first().copied().unwrap_or_default();
            let byte = first.bytes().next().unwrap_or_default();
            let Some(groups) = letter(byte).and_then(|letter| by_letter.get_mut(letter)) else {
                continue;
            };
            let longest = parts.len();
            match groups.iter_mut().find(|group| group.first == first) {
                Some(group) => {
                    group.longest = group.longest.max(longest);
                    group.phrases.push(parts);
                }
                None => groups.push(Group {
                    first,
                    phrases: vec![parts],
                    longest,
                }),
            }
        }
        Phrases { by_letter }
    }

    /// The longest phrase that starts at each word, in order.
    ///
    /// Bytes are looked at before characters: most words start no phrase.
    fn find(&self, text: &str) -> Vec<Span> {
        let mut spans = Vec::new();
        let mut in_word = false;
        for (at, byte) in text.bytes().enumerate() {
            let starts_word = !in_word;
            in_word = match byte {
                0..=0x7F => byte.is_ascii_alphanumeric(),
                // Within a character: as its first byte said.
                0x80..=0xBF => in_word,
                _ => text
                    .get(at..)
                    .and_then(|rest| rest.chars().next())
                    .is_some_and(char::is_alphanumeric),
            };
            if starts_word && in_word {
                let groups = letter(byte).and_then(|letter| self.by_letter.get(letter));
                spans.extend(groups.and_then(|groups| longest_at(groups, text, at)));
            }
        }
        spans
    }
}

/// The longest phrase of the groups at the word that starts here.
fn longest_at(groups: &[Group], text: &str, at: usize) -> Option<Span> {
    let bytes = text.as_bytes().get(at..)?;
    let mut candidates = groups.iter().filter(|group| group.may_start(bytes));
    // Nearly every word ends here.
    let candidate = candidates.next()?;
    let words = Words { text, at };
    let first = words.clone().next()?;
    let group = std::iter::once(candidate)
        .chain(candidates)
        .find(|group| first.is(group.first))?;
    let words: Vec<Word<'_>> = words.take(group.longest).collect();
    group
        .phrases
        .iter()
        .filter_map(|parts| phrase_at(&words, parts))
        .max_by_key(|span| span.end)
}

/// The place in the alphabet of an ASCII letter, from 0.
fn letter(byte: u8) -> Option<usize> {
    let lower = byte.to_ascii_lowercase();
    lower
        .is_ascii_lowercase()
        .then(|| usize::from(lower - b'a'))
}

/// A word and its place.
#[derive(Clone, Copy)]
struct Word<'a> {
    text: &'a str,
    start: usize,
    /// Whether only a space, hyphen or apostrophe stands before it.
    joined: bool,
}

impl Word<'_> {
    /// Whether this is the word, which is given in lower case.
    fn is(&self, word: &str) -> bool {
        if word.is_ascii() {
            self.text.eq_ignore_ascii_case(word)
        } else {
            self.text
                .chars()
                .flat_map(char::to_lowercase)
                .eq(word.chars())
        }
    }

    /// Whether this is the word with a number after it: "q5".
    fn is_numbered(&self, word: &str) -> bool {
        self.text
            .split_at_checked(word.len())
            .is_some_and(|(name, number)| {
                name.eq_ignore_ascii_case(word)
                    && !number.is_empty()
                    && number.bytes().all(|byte| byte.is_ascii_digit())
            })
    }
}

/// The places of the phrases from left to right, those that overlap joined,
/// without those that overlap an excluded one.
fn find(text: &str, phrases: &Phrases, excluded: Option<&Phrases>) -> Vec<Span> {
    let mut spans = phrases.find(text);
    if let Some(excluded) = excluded.filter(|_| !spans.is_empty()) {
        let not_meant = excluded.find(text);
        let overlaps = |span: &Span| {
            not_meant
                .iter()
                .any(|other| span.start < other.end && other.start < span.end)
        };
        spans.retain(|span| !overlaps(span));
    }
    let mut found: Vec<Span> = Vec::new();
    for span in spans {
        match found.last_mut() {
            Some(last) if span.start < last.end => last.end = last.end.max(span.end),
            _ => found.push(span),
        }
    }
    found
}

/// The place of the phrase, if the words start with it.
fn phrase_at(words: &[Word<'_>], parts: &[&str]) -> Option<Span> {
    let phrase = words.get(..parts.len())?;
    let fits = phrase
        .iter()
        .zip(parts)
        .enumerate()
        .all(|(index, (word, part))| {
            (index == 0 || word.joined)
                && match part.strip_suffix('#') {
                    None => word.is(part),
                    Some(name) => word.is_numbered(name),
                }
        });
    let (first, last) = (phrase.first()?, phrase.last()?);
    fits.then(|| first.start..last.start + last.text.len())
}

/// The words of a text from a place on.
#[derive(Clone)]
struct Words<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Iterator for Words<'a> {
    type Item = Word<'a>;

    fn next(&mut self) -> Option<Word<'a>> {
        let rest = self.text.get(self.at..)?;
        let (gap, from) = rest.split_at(rest.find(char::is_alphanumeric)?);
        let end = from.find(|c: char| !c.is_alphanumeric());
        let word = from.get(..end.unwrap_or(from.len()))?;
        let start = self.at + gap.len();
        self.at = start + word.len();
        Some(Word {
            text: word,
            start,
            joined: is_joint(gap),
        })
    }
}

/// White space without a paragraph's end, or one hyphen or apostrophe.
fn is_joint(gap: &str) -> bool {
    matches!(gap, " " | "-" | "\u{2011}" | "'" | "’")
        || (gap.chars().all(char::is_whitespace) && gap.matches('\n').count() < 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts<'a>(text: &'a str, spans: &[Span]) -> Vec<&'a str> {
        spans.iter().map(|span| &text[span.clone()]).collect()
    }

    #[test]
    fn references_are_found_in_both_languages() {
        for (text, expected) in [
            ("PLEASE SEE ABOVE.", "SEE ABOVE"),
            (
                "Refer to Question\u{A0}6 for more.",
                "Refer to Question\u{A0}6",
            ),
            (
                "Please see our response to Question 4.",
                "see our response to Question 4",
            ),
            ("As per the answer to Q5.", "answer to Q5"),
            ("Veuillez voir ci\u{2011}dessus.", "voir ci\u{2011}dessus"),
            (
                "VOIR LA RÉPONSE À LA QUESTION 6",
                "VOIR LA RÉPONSE À LA QUESTION 6",
            ),
            ("Voir la question no 6.", "Voir la question no 6"),
        ] {
            assert_eq!(texts(text, &references(text)), [expected]);
        }
    }

    #[test]
    fn words_that_only_look_like_references_are_none() {
        for text in [
            "activities, including those not listed above",
            "We oversee above all the code.",
            "We foresee questions.",
            "We will see. Above all, values matter.",
            "Les employés peuvent voir la question autrement.",
            "We see\n\nAbove",
        ] {
            assert_eq!(texts(text, &references(text)), [""; 0], "{text}");
        }
    }

    #[test]
    fn attachments_are_found_in_both_languages() {
        for (text, expected) in [
            ("Please see the attached plan.", "attached"),
            ("See Appendix B.", "Appendix"),
            ("Voir la pièce jointe.", "pièce jointe"),
            ("Le plan figure en annexe.", "en annexe"),
            ("Vous trouverez ci-jointe l’annexe A", "ci-jointe"),
        ] {
            assert_eq!(texts(text, &attachments(text)).first(), Some(&expected));
        }
    }

    #[test]
    fn importance_is_attached_without_an_attachment() {
        for text in [
            "The value is attached to people.",
            "strings attached",
            "reattached",
            "in enclosed spaces",
        ] {
            assert_eq!(texts(text, &attachments(text)), [""; 0], "{text}");
        }
    }
}
