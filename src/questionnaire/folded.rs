//! A wording as it is compared with a line of a page.

/// The wording without what differs from one copy of a page to the next:
/// upper and lower case, the shape of apostrophes, quotation marks and dashes,
/// the kind and number of spaces, spaces before French punctuation, and
/// punctuation at the end.
///
/// Two wordings with the same folded form are taken for the same wording.
/// Not for display.
///
/// ```
/// use probitas::questionnaire::folded;
/// let page = "DATE\u{A0}de l'évaluation – « Codes\u{A0}» :";
/// assert_eq!(folded(page), folded("Date de l’évaluation - “Codes”"));
/// assert_ne!(folded("Yes"), folded("No"));
/// ```
#[must_use]
pub fn folded(wording: &str) -> String {
    let mut form = String::with_capacity(wording.len());
    let mut space = false;
    for c in wording.chars() {
        match shape(c) {
            None => {}
            Some(' ') => space = true,
            Some(c) => {
                let apart = space && !form.is_empty();
                if apart && !hugs_what_stands_before(c) && !form.ends_with('"') {
                    form.push(' ');
                }
                space = false;
                form.extend(c.to_lowercase());
            }
        }
    }
    let end = form.trim_end_matches(['.', ':', ';', '?', '!', ',', ' ']);
    form.truncate(end.len());
    form
}

/// One character for all shapes of a mark; none for a character that shows nothing.
fn shape(c: char) -> Option<char> {
    match c {
        '’' | '‘' | 'ʼ' | '′' | '´' | '`' => Some('\''),
        '“' | '”' | '«' | '»' | '„' => Some('"'),
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => Some('-'),
        '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' => None,
        _ if c.is_whitespace() => Some(' '),
        _ => Some(c),
    }
}

fn hugs_what_stands_before(c: char) -> bool {
    matches!(c, '?' | '!' | ';' | ':' | '%' | '"')
}

#[cfg(test)]
mod tests {
    use super::folded;

    #[test]
    fn shapes_that_copies_of_a_page_change_make_no_difference() {
        for (one, other) in [
            ("employees’ plans", "Employees' Plans"),
            (
                "Partie\u{A0}IV. Renseignements",
                "  partie IV.  renseignements\u{202F}",
            ),
            ("2024–2025", "2024-2025"),
            ("mises à jour\u{A0}?", "mises à jour?"),
            ("Date modified", "Date modified:"),
        ] {
            assert_eq!(folded(one), folded(other), "{one}");
        }
    }

    #[test]
    fn words_make_a_difference() {
        assert_ne!(folded("Oui, revu"), folded("Oui revu"));
        assert_ne!(folded("élaboré"), folded("elabore"));
        assert_ne!(folded("Question 1"), folded("Question 11"));
        assert_eq!(folded(" \u{A0}"), "");
    }
}
