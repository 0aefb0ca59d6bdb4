//! The first numbers of lists, which follow from what stands above or do not.

use super::{Kind, Mark, Writing};

/// Takes first numbers away that an item would have anyway, so that it goes on
/// with the list before it.
pub(in crate::text) fn drop_needless_starts<'a>(kinds: impl Iterator<Item = &'a mut Kind>) {
    // The last number of every list that is open; none where it is bulleted.
    let mut open: Vec<Option<u32>> = Vec::new();
    for kind in kinds {
        if let Some(depth) = kind.own_depth() {
            open.truncate(depth);
        }
        let Some(level) = kind.level() else {
            continue;
        };
        open.resize(level, None);
        let last = open.pop().flatten();
        open.push(match kind {
            Kind::Number { start, .. } => {
                let next = last.map_or(1, |last| last.saturating_add(1));
                let number = start.unwrap_or(next);
                *start = start.filter(|start| *start != next);
                Some(number)
            }
            _ => None,
        });
    }
}

impl Writing {
    pub(super) fn drop_needless_starts(&mut self) {
        drop_needless_starts(self.kinds.iter_mut());
    }

    /// Gives lines that stand from this one on the numbers that they have here.
    pub(super) fn keep_numbers(&self, from: usize, kinds: &mut [Kind]) {
        let marks = Writing::marks(&self.kinds);
        for (kind, mark) in kinds.iter_mut().zip(marks.iter().skip(from)) {
            if let (Kind::Number { start, .. }, Some(Mark::Number { number, .. })) = (kind, mark) {
                *start = Some(*number);
            }
        }
    }

    /// Whether an item of this level below these lines is no first one.
    pub(super) fn goes_on_below(kinds: &[Kind], level: usize) -> bool {
        let mut kinds = kinds.to_vec();
        kinds.push(Kind::Number { level, start: None });
        let mark = Writing::marks(&kinds).pop().flatten();
        matches!(mark, Some(Mark::Number { number, .. }) if number > 1)
    }
}
