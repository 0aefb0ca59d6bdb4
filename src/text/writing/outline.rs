//! The structure of a text, to be filled with other words.

use super::{Kind, Writing};
use crate::text::document::is_blank;

impl Writing {
    /// What the lines are, without their words: one kind for each paragraph,
    /// item and sub-heading. Line breaks within them are left out.
    #[must_use]
    pub fn outline(&self) -> Vec<Kind> {
        let kinds = self.kinds.iter().copied();
        kinds.filter(|kind| *kind != Kind::Continued).collect()
    }

    /// Whether there is more in the structure than paragraphs.
    #[must_use]
    pub fn has_structure(&self) -> bool {
        let plain = |kind: &Kind| matches!(kind, Kind::Continued | Kind::Paragraph { depth: 0 });
        !self.kinds.iter().all(plain)
    }

    /// Whether [`Self::completed`] adds anything.
    #[must_use]
    pub fn lacks_lines_of(&self, outline: &[Kind]) -> bool {
        let own = self.own_outline();
        own.len() < outline.len() && outline.starts_with(&own)
    }

    /// The text with empty lines behind it, so that it has this outline.
    ///
    /// Nothing that is there changes; so there is nothing to add where the
    /// text is not the beginning of this structure, or all of it.
    ///
    /// ```
    /// use probitas::text::writing::Writing;
    /// let source = Writing::from_stored("Plans:\n\n1. surveys\n   - pulse\n2. sessions");
    /// let copy = Writing::default().completed(&source.outline()).unwrap();
    /// assert_eq!((copy.text(), copy.kinds()), ("\n\n\n", source.kinds()));
    /// let begun = Writing::from_stored("Plans :\n\n1. sondages");
    /// let copy = begun.completed(&source.outline()).unwrap();
    /// assert_eq!(copy.text(), "Plans :\nsondages\n\n");
    /// assert_eq!(Writing::from_stored("- autre").completed(&source.outline()), None);
    /// ```
    #[must_use]
    pub fn completed(&self, outline: &[Kind]) -> Option<Writing> {
        if !self.lacks_lines_of(outline) {
            return None;
        }
        let own = self.own_outline().len();
        let more = outline.get(own..)?;
        let (mut text, mut kinds) = if own == 0 {
            (String::new(), Vec::new())
        } else {
            (format!("{}\n", self.text), self.kinds.clone())
        };
        text.push_str(&"\n".repeat(more.len() - 1));
        kinds.extend(more);
        let mut writing = Writing { text, kinds };
        writing.settle();
        Some(writing)
    }

    /// The outline; none for a text in which nobody wrote anything.
    fn own_outline(&self) -> Vec<Kind> {
        if self.kinds == [Kind::PLAIN] && is_blank(&self.text) {
            Vec::new()
        } else {
            self.outline()
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_levels_and_sub_headings_are_the_same_and_line_breaks_are_not_asked_for() {
        let source = "### Plans\n\n3. one\n   two\n   - three\n\n     more\n4. four\n\nEnd";
        let source = Writing::from_stored(source);
        let copy = Writing::default().completed(&source.outline()).unwrap();
        assert_eq!(copy.kinds().len() + 1, source.kinds().len());
        assert_eq!(copy.outline(), source.outline());
        assert_eq!(copy.to_stored(), "");
        assert!(source.has_structure());
        assert!(!Writing::from_stored("one\ntwo\n\nthree").has_structure());
    }

    #[test]
    fn text_that_is_not_the_beginning_of_the_structure_is_left_alone() {
        let outline = Writing::from_stored("- one\n- two").outline();
        for (target, lacks) in [
            ("", true),
            ("- un", true),
            ("- un\n- deux", false),
            ("1. un", false),
            ("Un", false),
            ("- un\n- deux\n- trois", false),
        ] {
            let target = Writing::from_stored(target);
            assert_eq!(target.lacks_lines_of(&outline), lacks, "{target:?}");
            assert_eq!(target.completed(&outline).is_some(), lacks);
        }
    }

    proptest! {
        #[test]
        fn copy_keeps_every_word_and_has_the_structure_of_the_source(
            source in "([-#1. ab\\n]|- |1\\. |   |\n\n){0,40}",
            kept in 0..12usize,
        ) {
            let source = Writing::from_stored(&source);
            let outline = source.outline();
            // What somebody translated so far: the beginning of the source.
            let lines: Vec<(Kind, &str)> = source.lines().take(kept).collect();
            let begun = Writing {
                text: lines.iter().map(|(_, line)| *line).collect::<Vec<_>>().join("\n"),
                kinds: lines.iter().map(|(kind, _)| *kind).collect(),
            };
            let begun = if lines.is_empty() { Writing::default() } else { begun };
            if let Some(copy) = begun.completed(&outline) {
                prop_assert_eq!(copy.outline(), outline);
                prop_assert!(copy.text().starts_with(begun.text()));
                prop_assert_eq!(copy.to_stored(), begun.to_stored());
                prop_assert_eq!(copy.kinds().len(), copy.text().split('\n').count());
            }
        }
    }
}
