//! A page as lines that can be compared with the wording of the form.

use super::html::{Named, Origin};
use crate::i18n::Language;
use crate::questionnaire::folded;
use crate::text::{self, Change, ChangeKind, document::is_blank};

/// A line that shows something.
#[derive(Debug)]
pub(super) struct Line {
    /// Its number on the page, from 1.
    pub(super) number: usize,
    /// The line, cleaned and without white space at its end.
    pub(super) text: String,
    /// The line as wordings are compared, without the mark of a list.
    pub(super) folded: String,
    /// Whether it bears the mark of a list.
    pub(super) is_marked: bool,
    /// Whether a blank line stands before it.
    pub(super) after_blank: bool,
    /// Where it stands on a page in HTML.
    pub(super) origin: Option<Origin>,
    /// What the page says it is.
    pub(super) named: Option<Named>,
    /// The language that the page says it is in, where that is told apart.
    pub(super) language: Option<Language>,
}

/// The lines of a page, and what had to be changed so that a record can hold
/// them. Line ends and bullets are the page's manner of writing: they are
/// changed too, and not worth telling.
pub(super) fn read(page: &str) -> (Vec<Line>, Vec<Change>) {
    let page = page.strip_prefix('\u{FEFF}').unwrap_or(page);
    let mut lines = Vec::new();
    let mut changes = Vec::new();
    let mut after_blank = true;
    let on_page = page
        .split('\n')
        .flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'));
    for (index, line) in on_page.enumerate() {
        let cleaned = text::clean(line);
        add_up(&mut changes, &cleaned.changes);
        // Cleaning turns some separators within a line into line ends.
        for part in cleaned.text.split('\n') {
            if is_blank(part) {
                after_blank = true;
            } else {
                lines.push(line_of(index + 1, part, after_blank));
                after_blank = false;
            }
        }
    }
    (lines, changes)
}

impl Line {
    /// The line without indentation and without the mark of a list.
    pub(super) fn bare(&self) -> &str {
        if self.origin.is_some() {
            return &self.text;
        }
        let text = self.text.trim_start();
        mark_end(text)
            .and_then(|end| text.get(end..))
            .unwrap_or(text)
            .trim_start()
    }
}

fn line_of(number: usize, part: &str, after_blank: bool) -> Line {
    let part = part.trim_end();
    let start = part.trim_start();
    // Columns count nesting, so no-break spaces have to be spaces there.
    let indentation = part.get(..part.len() - start.len()).unwrap_or_default();
    let mut text: String = indentation
        .chars()
        .map(|c| if c == '\t' { '\t' } else { ' ' })
        .collect();
    match start.strip_prefix("* ") {
        // The bullet of pages that came through a terminal browser.
        Some(rest) if !is_blank(rest) => {
            text.push_str("- ");
            text.push_str(rest);
        }
        _ => text.push_str(start),
    }
    let mut line = Line {
        number,
        is_marked: mark_end(text.trim_start()).is_some(),
        folded: String::new(),
        text,
        after_blank,
        origin: None,
        named: None,
        language: None,
    };
    line.folded = folded(line.bare());
    line
}

/// Where the text after the mark of a list begins.
fn mark_end(text: &str) -> Option<usize> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let after = match text.len() - rest.len() {
        0 => text.strip_prefix('-')?,
        1..=3 => rest.strip_prefix(['.', ')'])?,
        _ => return None,
    };
    let body = after.trim_start();
    (body.len() < after.len() && !body.is_empty()).then_some(text.len() - body.len())
}

pub(super) fn add_up(changes: &mut Vec<Change>, more: &[Change]) {
    for change in more {
        if matches!(
            change.kind,
            ChangeKind::LineEnding | ChangeKind::BulletReplaced
        ) {
            continue;
        }
        match changes.iter_mut().find(|known| known.kind == change.kind) {
            Some(known) => known.count += change.count,
            None => changes.push(*change),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_of_marking_a_list_give_the_same_wording() {
        let (lines, changes) = read("\u{FEFF}  • Yes\r\n- Yes\n\u{A0} \n* Yes\u{A0}\n1. Yes");
        let numbers: Vec<usize> = lines.iter().map(|line| line.number).collect();
        assert_eq!(numbers, [1, 2, 4, 5]);
        assert!(
            lines
                .iter()
                .all(|line| line.folded == "yes" && line.is_marked)
        );
        let after: Vec<bool> = lines.iter().map(|line| line.after_blank).collect();
        assert_eq!(after, [true, false, true, false]);
        assert_eq!(changes, []);
    }

    #[test]
    fn a_year_or_a_dash_alone_is_no_mark() {
        let (lines, _) = read("2024. The plan\n-\n-5 degrees\n1.\n- a");
        let marked: Vec<bool> = lines.iter().map(|line| line.is_marked).collect();
        assert_eq!(marked, [false, false, false, false, true]);
    }

    #[test]
    fn what_a_record_forbids_is_removed_and_told() {
        let (lines, changes) = read("so\u{AD}cial\u{0}\u{2028}media\rline");
        let texts: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(texts, ["social", "media", "line"]);
        assert_eq!(lines[2].number, 2);
        assert_eq!(changes.len(), 2);
    }
}
