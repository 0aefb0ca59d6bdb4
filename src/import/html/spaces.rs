//! White space of HTML, of which most shows nothing.

/// How white space counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spaces {
    /// Any run of it is one space, as browsers show it.
    Collapsed,
    /// As it stands in an answer of ours: only where a program that laid the
    /// source out anew broke a line, a run is one space.
    Kept,
}

/// Adds a text to a line.
pub(super) fn push(line: &mut String, text: &str, spaces: Spaces) {
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(is_space).unwrap_or(rest.len());
        let (words, from_run) = rest.split_at(end);
        line.push_str(words);
        let end = from_run.find(|c| !is_space(c)).unwrap_or(from_run.len());
        let (run, after) = from_run.split_at(end);
        if spaces == Spaces::Kept && !run.contains(['\n', '\r']) {
            line.push_str(run);
        } else if !run.is_empty() && !line.is_empty() && !line.ends_with(' ') {
            line.push(' ');
        }
        rest = after;
    }
}

/// The white space of HTML; no-break spaces are none.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{C}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_is_one_space_but_in_an_answer_of_ours() {
        for (text, collapsed, kept) in [
            ("a  b\tc", "a b c", "a  b\tc"),
            ("a \n   b", "a b", "a b"),
            ("\n  a", "a", "a"),
            ("a\u{A0} b", "a\u{A0} b", "a\u{A0} b"),
        ] {
            for (spaces, expected) in [(Spaces::Collapsed, collapsed), (Spaces::Kept, kept)] {
                let mut line = String::new();
                push(&mut line, text, spaces);
                assert_eq!(line, expected);
            }
        }
    }
}
