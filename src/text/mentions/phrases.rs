//! "See above" and "see attachment", in both languages.

use super::Span;

/// References to another answer; `#` stands for a number.
const REFERENCES: &[&str] = &[
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
const ATTACHMENTS: &[&str] = &[
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
const NO_ATTACHMENTS: &[&str] = &[
    "attached to",
    "importance attached",
    "value attached",
    "conditions attached",
    "strings attached",
    "stigma attached",
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
    find(text, REFERENCES, &[])
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
    find(text, ATTACHMENTS, NO_ATTACHMENTS)
}

/// A word in lower case, and its place.
struct Word {
    text: String,
    span: Span,
    /// Whether only a space, hyphen or apostrophe stands before it.
    joined: bool,
}

/// Every longest phrase, from left to right, but where an excluded one
/// overlaps.
fn find(text: &str, phrases: &[&str], excluded: &[&str]) -> Vec<Span> {
    let words = words(text);
    let not_meant = matches(&words, excluded);
    let mut found: Vec<Span> = Vec::new();
    for span in matches(&words, phrases) {
        if not_meant
            .iter()
            .any(|other| span.start < other.end && other.start < span.end)
        {
            continue;
        }
        match found.last_mut() {
            Some(last) if span.start < last.end => last.end = last.end.max(span.end),
            _ => found.push(span),
        }
    }
    found
}

fn matches(words: &[Word], phrases: &[&str]) -> Vec<Span> {
    (0..words.len())
        .filter_map(|at| words.get(at..))
        .filter_map(|from| {
            phrases
                .iter()
                .filter_map(|phrase| phrase_at(from, phrase))
                .max_by_key(|span| span.end)
        })
        .collect()
}

/// The place of the phrase, if the words start with it.
fn phrase_at(words: &[Word], phrase: &str) -> Option<Span> {
    let mut end = None;
    for (index, part) in phrase.split(' ').enumerate() {
        let word = words.get(index)?;
        let fits = match part.strip_suffix('#') {
            None => word.text == part,
            Some(prefix) => word.text.strip_prefix(prefix).is_some_and(|number| {
                !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
            }),
        };
        if !fits || (index > 0 && !word.joined) {
            return None;
        }
        end = Some(word.span.end);
    }
    Some(words.first()?.span.start..end?)
}

fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(char::is_alphanumeric) {
        let (gap, from) = rest.split_at(start);
        let end = from
            .find(|c: char| !c.is_alphanumeric())
            .unwrap_or(from.len());
        let (word, after) = from.split_at(end);
        let offset = text.len() - from.len();
        words.push(Word {
            text: word.to_lowercase(),
            span: offset..offset + word.len(),
            joined: is_joint(gap),
        });
        rest = after;
    }
    words
}

/// White space without a paragraph's end, or one hyphen or apostrophe.
fn is_joint(gap: &str) -> bool {
    matches!(gap, "-" | "\u{2011}" | "'" | "’")
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
            (
                "Voir la question no 6 et voir question 7",
                "voir question 7",
            ),
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
