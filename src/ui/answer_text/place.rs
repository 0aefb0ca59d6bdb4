//! Where a character of a box stands in the stored text, and the other way round.
//!
//! A box may have empty lines and blanks around a line; a stored text has neither.

use egui::{Id, Ui};

use super::super::view::View;
use super::{AnswerBox, item_box_id, kept};
use crate::response::find::Hit;
use crate::text::Writing;
use crate::text::document::is_blank;

/// The box that a hit is in, and where it stands there, in characters.
pub(in crate::ui) fn place_of_hit(
    ui: &Ui,
    view: &View<'_>,
    hit: &Hit,
) -> (Id, Option<(usize, usize)>) {
    let id = item_box_id(&hit.item, hit.language);
    let answer = view.session.response().answer(&hit.item);
    let stored = answer.map(|answer| answer.text.get(hit.language));
    let kept = kept::of(ui, view, id, stored.unwrap_or_default());
    (id, place_in(&kept.writing, hit))
}

/// Where a hit stands in a box with these lines, in characters.
fn place_in(writing: &Writing, hit: &Hit) -> Option<(usize, usize)> {
    let (index, line) = filled(writing).nth(hit.line)?;
    let before = writing.text().split('\n').take(index);
    let start: usize = before.map(|line| line.chars().count() + 1).sum();
    let blanks = blanks_before(line);
    let count = |end: usize| Some(start + line.get(..blanks + end)?.chars().count());
    Some((count(hit.range.start)?, count(hit.range.end)?))
}

/// The lines of a text that hold something, as [`crate::text::Document::lines`]
/// counts them: each with its number among all lines.
pub(super) fn filled(writing: &Writing) -> impl Iterator<Item = (usize, &str)> {
    let lines = writing.text().split('\n').enumerate();
    lines.filter(|(_, line)| !is_blank(line))
}

/// How many bytes of blanks stand before a line that are not stored.
pub(super) fn blanks_before(line: &str) -> usize {
    line.len() - line.trim_start_matches([' ', '\t']).len()
}

/// A character of a text as the place of a hit.
pub(super) fn hit_at(answer_box: AnswerBox<'_>, writing: &Writing, at: usize) -> Hit {
    let AnswerBox { item, language, .. } = answer_box;
    let (number, line, byte) = line_of(writing, at);
    let byte = byte.saturating_sub(line.map_or(0, blanks_before));
    Hit {
        item: item.id.clone(),
        language,
        line: number,
        range: byte..byte,
    }
}

/// The number among the lines that hold something of the line of a character, or of
/// the next one; that line, if it holds something; and the byte in it.
pub(super) fn line_of(writing: &Writing, at: usize) -> (usize, Option<&str>, usize) {
    let (index, column) = column_of(writing, at);
    let number = filled(writing).take_while(|(own, _)| *own < index).count();
    let own = filled(writing).nth(number);
    let line = own.filter(|(own, _)| *own == index).map(|(_, line)| line);
    let byte = line.map_or(0, |line| {
        let byte = line.char_indices().nth(column);
        byte.map_or(line.len(), |(byte, _)| byte)
    });
    (number, line, byte)
}

/// The line of a character, and its column there.
pub(super) fn column_of(writing: &Writing, at: usize) -> (usize, usize) {
    let before = writing.text().chars().take(at);
    before.fold((0, 0), |(line, column), c| match c {
        '\n' => (line + 1, 0),
        _ => (line, column + 1),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    fn hit(line: usize, range: std::ops::Range<usize>) -> Hit {
        Hit {
            item: "q8".into(),
            language: Language::French,
            line,
            range,
        }
    }

    fn selected(writing: &Writing, hit: &Hit) -> String {
        let (from, to) = place_in(writing, hit).unwrap();
        let shown = writing.text().chars();
        shown.skip(from).take(to - from).collect()
    }

    #[test]
    fn hit_is_selected_behind_marks_and_without_escapes() {
        let writing = Writing::from_stored("é: été\n\n- - un été\n  - l\\*été\\*");
        assert_eq!(selected(&writing, &hit(0, 4..9)), "été");
        assert_eq!(selected(&writing, &hit(1, 3..8)), "été");
        assert_eq!(selected(&writing, &hit(2, 2..7)), "été");
        assert_eq!(place_in(&writing, &hit(7, 0..1)), None);
    }

    #[test]
    fn empty_lines_and_blanks_of_a_box_are_not_counted() {
        let mut writing = Writing::from_stored("");
        writing.replace_all("un\n\n\n  \té été\n ");
        assert_eq!(selected(&writing, &hit(1, 3..8)), "été");
        let at = writing.text().chars().count() - 3;
        assert_eq!(line_of(&writing, at).0, 1);
    }
}
