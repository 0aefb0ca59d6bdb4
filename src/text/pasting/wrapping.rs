//! Which line ends are those of a width, as PDF readers and e-mail give them.
//!
//! A line end is one of a width only if the next word would not have fitted
//! before it, and if the whole text shows that it was broken so: a line that
//! ends with a comma or with a word that ends no sentence, and goes on with a
//! small letter, or several that go on so without a full stop before. Where
//! that is not clear nothing is joined.

use super::{After, Line, marks};

/// Lines of a word processor are longer than any that was broken.
const WIDEST: usize = 130;
/// Below it, lines are columns, addresses or headings.
const NARROWEST: usize = 40;
/// A paragraph longer than this was not broken at a width.
const UNBROKEN: usize = 120;

/// Words that end no sentence and no item of a list.
const GOES_ON: &[&str] = &[
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "its", "of", "on", "or",
    "our", "that", "the", "their", "this", "through", "to", "with", "which", "are", "is", "was",
    "were", "has", "have", "be", "been", "will", "à", "au", "aux", "avec", "ce", "ces", "cette",
    "dans", "de", "des", "du", "en", "et", "la", "le", "les", "leur", "leurs", "notre", "nos",
    "ou", "par", "pour", "que", "qui", "sa", "sans", "ses", "son", "sur", "un", "une", "est",
    "sont", "été", "ont",
];
/// Words before which a hyphen at the end of a line is that of "pre- and post-".
const AFTER_HYPHEN: &[&str] = &["and", "or", "to", "et", "ou"];

/// How a line is put after the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seam {
    /// On a line of its own.
    Apart,
    /// On a line of its own, where others were joined: a new paragraph.
    NewParagraph,
    /// After a space.
    Spaced,
    /// Without a space, since a hyphen or the like stands before it.
    Tight,
}

/// How each line goes on from the one before it. `may_be_mark` says of which
/// lines the start may be the mark of an item.
pub(super) fn seams(lines: &[Line], may_be_mark: &[bool]) -> Vec<Seam> {
    let mut seams = vec![Seam::Apart; lines.len()];
    let mut runs = Vec::new();
    let mut start = 0;
    for at in 1..=lines.len() {
        let goes_on = lines
            .get(at)
            .is_some_and(|line| line.after == After::Line && line.given.is_none());
        if !goes_on {
            runs.push(start..at);
            start = at;
        }
    }
    let width_of = |line: &Line| line.column + line.text.chars().count();
    runs.retain(|run| {
        let lines = lines.get(run.clone()).unwrap_or_default();
        lines.len() > 1 && lines.iter().all(|line| width_of(line) <= WIDEST)
    });
    let widths = runs.iter().cloned().flatten();
    let widths = widths.filter_map(|at| lines.get(at)).map(width_of);
    let width = widths.max().unwrap_or(0);
    if width < NARROWEST {
        return seams;
    }
    let mut evidence = 0;
    for run in &runs {
        for at in run.start + 1..run.end {
            let (Some(before), Some(line)) = (lines.get(at - 1), lines.get(at)) else {
                continue;
            };
            let is_mark = may_be_mark.get(at).copied().unwrap_or(false);
            if is_mark || line.text.starts_with("###") || !goes_on(before, line, width) {
                continue;
            }
            evidence += weight(&before.text, &line.text);
            if let Some(seam) = seams.get_mut(at) {
                *seam = seam_of(&before.text, &line.text);
            }
        }
    }
    if evidence < 3 {
        return vec![Seam::Apart; lines.len()];
    }
    for run in runs {
        let joined = |at: &usize| seams.get(*at).is_some_and(|seam| *seam != Seam::Apart);
        if run.clone().any(|at| joined(&at)) {
            for seam in seams.get_mut(run.start + 1..run.end).unwrap_or_default() {
                if *seam == Seam::Apart {
                    *seam = Seam::NewParagraph;
                }
            }
        }
    }
    seams
}

/// Whether every line end is that of a paragraph: there are no others, and
/// some line is longer than any width.
pub(super) fn is_paragraph_by_line(lines: &[Line]) -> bool {
    let is_plain = |line: &Line| line.after != After::Blank && line.given.is_none();
    let is_long = |line: &Line| line.text.chars().count() > UNBROKEN;
    lines.iter().all(is_plain) && lines.iter().any(is_long)
}

/// Whether the first word of a line would not have fitted before it.
fn goes_on(before: &Line, line: &Line, width: usize) -> bool {
    let word = line.text.split(marks::is_space).next().unwrap_or_default();
    let length = before.column + before.text.chars().count() + 1 + word.chars().count();
    if before.text.starts_with("### ") {
        return false;
    }
    let is_marked = !marks::candidates(&before.text).is_empty();
    if !is_marked && line.column > before.column + 1 {
        // The first line of a paragraph is indented.
        return false;
    }
    let percent = match before
        .text
        .trim_end_matches(['"', '”', '»', ')', '\u{A0}'])
        .chars()
        .last()
    {
        Some(':') => return false,
        Some('.' | '!' | '?' | ';' | '…') if !starts_small(&line.text) => 92,
        _ => 85,
    };
    length * 100 >= width * percent
}

/// How much a line end says that the text was broken at a width.
fn weight(before: &str, line: &str) -> usize {
    let ends = before.ends_with(['.', '!', '?', ':', ';', '…']);
    if ends || !starts_small(line) {
        return 0;
    }
    let last = before.rsplit(marks::is_space).next().unwrap_or_default();
    let is_open =
        before.ends_with([',', '-', '\u{2010}']) || GOES_ON.contains(&last.to_lowercase().as_str());
    if is_open { 3 } else { 1 }
}

fn starts_small(line: &str) -> bool {
    let mut letters = line.chars().skip_while(|c| !c.is_alphanumeric());
    letters.next().is_some_and(char::is_lowercase)
}

fn seam_of(before: &str, line: &str) -> Seam {
    let mut last = before.chars().rev();
    let (Some(end), before_end) = (last.next(), last.next()) else {
        return Seam::Spaced;
    };
    let is_attached = before_end.is_some_and(|c| !marks::is_space(c));
    let word = line.split(marks::is_space).next().unwrap_or_default();
    let tight = match end {
        '-' | '\u{2010}' | '\u{2011}' => is_attached && !AFTER_HYPHEN.contains(&word),
        '–' | '—' => is_attached,
        // An address that was broken.
        '/' => before
            .rsplit(marks::is_space)
            .next()
            .is_some_and(|word| word.contains("://")),
        _ => false,
    };
    if tight { Seam::Tight } else { Seam::Spaced }
}

#[cfg(test)]
mod tests {
    use super::super::{Noted, Pasted};

    fn lines(plain: &str) -> Vec<String> {
        let pasted = Pasted::of_text(plain);
        pasted.lines().map(|(_, text)| text.to_owned()).collect()
    }

    #[test]
    fn lines_that_were_broken_at_a_width_are_joined() {
        let plain = "The department renewed its code of conduct in 2024, after consultations with\n\
            employees of all regions, and is now planning the training that is to follow\n\
            it in every branch.\n\
            Managers were given a guide of their own. They discuss it in their teams and\n\
            report once a year.\n";
        assert_eq!(
            lines(plain),
            [
                "The department renewed its code of conduct in 2024, after consultations with \
                 employees of all regions, and is now planning the training that is to follow \
                 it in every branch.",
                "Managers were given a guide of their own. They discuss it in their teams and \
                 report once a year.",
            ]
        );
        let notes = Pasted::of_text(plain).notes().to_vec();
        assert_eq!((notes[0].what, notes[0].count), (Noted::Joined, 3));
    }

    #[test]
    fn items_that_were_broken_stay_items() {
        let plain = "• Les gestionnaires ont reçu un guide sur les valeurs et l’éthique, et\n\
            ils en discutent avec leurs équipes.\n\
            • Une formation est offerte chaque année à tous les employés de la fonction\n\
            \u{20} publique.\n";
        assert_eq!(
            lines(plain),
            [
                "Les gestionnaires ont reçu un guide sur les valeurs et l’éthique, et ils en \
                 discutent avec leurs équipes.",
                "Une formation est offerte chaque année à tous les employés de la fonction publique.",
            ]
        );
    }

    #[test]
    fn hyphen_at_the_end_of_a_broken_line_is_kept_and_counted() {
        let plain = "Every branch has a plan for the well-being of its people, and for the long-\n\
            term renewal of the values that they share, with pre- and post-train-\n\
            ing surveys, in which the people of all branches take part, and pre-\n\
            and post-training sessions.";
        let pasted = Pasted::of_text(plain);
        let text: Vec<&str> = pasted.lines().map(|(_, text)| text).collect();
        assert_eq!(
            text,
            [
                "Every branch has a plan for the well-being of its people, and for the long-term \
              renewal of the values that they share, with pre- and post-train-ing surveys, in \
              which the people of all branches take part, and pre- and post-training sessions."
            ]
        );
        let notes: Vec<_> = pasted
            .notes()
            .iter()
            .map(|note| (note.what, note.count))
            .collect();
        assert_eq!(notes, [(Noted::Joined, 3), (Noted::Hyphens, 2)]);
    }

    #[test]
    fn addresses_verses_and_lists_without_marks_are_not_joined() {
        for plain in [
            "Office of Values and Ethics\n90 Elgin Street\nOttawa",
            "Training for all\nguides for managers\nsurveys each year",
            "mandatory training on values and ethics for all employees\n\
             updated code of conduct with examples, guide and summary",
            "Training is mandatory for all employees of the department.\n\
             Guides are there for the managers of all teams and branches.",
        ] {
            assert_eq!(
                lines(plain),
                plain.split('\n').collect::<Vec<_>>(),
                "{plain}"
            );
        }
    }
}
