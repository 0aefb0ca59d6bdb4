//! What turns one text into another, without what stands in both.
//!
//! A key changes a few letters of a long text; what is kept of it to be taken
//! back is these letters, and not the text.

/// So many bytes are compared at once.
const STRIDE: usize = 256;

/// The one part in which two texts differ, between what they begin with and
/// what they end with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Splice {
    at: usize,
    removed: usize,
    put: Box<str>,
    /// How long the text is that it belongs to, in bytes.
    length: usize,
}

impl Splice {
    /// What turns the first text into the second one.
    ///
    /// ```
    /// use probitas::text::splice::Splice;
    /// let splice = Splice::between("By fall 2024.", "By winter 2024.");
    /// assert_eq!((splice.at(), splice.removed(), splice.put()), (3, 4, "winter"));
    /// assert_eq!(splice.apply("By fall 2024.").as_deref(), Some("By winter 2024."));
    /// ```
    #[must_use]
    pub fn between(before: &str, after: &str) -> Splice {
        let mut at = same_at_start(before.as_bytes(), after.as_bytes());
        while !(before.is_char_boundary(at) && after.is_char_boundary(at)) {
            at -= 1;
        }
        let (old, new) = (rest(before, at), rest(after, at));
        let mut same = same_at_end(old.as_bytes(), new.as_bytes());
        while !(old.is_char_boundary(old.len() - same) && new.is_char_boundary(new.len() - same)) {
            same -= 1;
        }
        let put = new.get(..new.len() - same).unwrap_or_default();
        Splice {
            at,
            removed: old.len() - same,
            put: put.into(),
            length: before.len(),
        }
    }

    /// The second text, made of the first one. Nothing for a text that it
    /// cannot belong to; whether it is the very same text is not checked.
    #[must_use]
    pub fn apply(&self, before: &str) -> Option<String> {
        if before.len() != self.length {
            return None;
        }
        let head = before.get(..self.at)?;
        let tail = before.get(self.at + self.removed..)?;
        Some([head, &self.put, tail].concat())
    }

    /// Where the texts begin to differ, in bytes.
    #[must_use]
    pub fn at(&self) -> usize {
        self.at
    }

    /// How much of the first text is not in the second one, in bytes.
    #[must_use]
    pub fn removed(&self) -> usize {
        self.removed
    }

    /// What stands there in the second text.
    #[must_use]
    pub fn put(&self) -> &str {
        &self.put
    }
}

fn rest(text: &str, from: usize) -> &str {
    text.get(from..).unwrap_or_default()
}

fn same_at_start(one: &[u8], other: &[u8]) -> usize {
    let strides = one.chunks(STRIDE).zip(other.chunks(STRIDE));
    let whole = strides.take_while(|(one, other)| one == other && one.len() == STRIDE);
    let start = whole.count() * STRIDE;
    let pairs = one.iter().zip(other).skip(start);
    start + pairs.take_while(|(one, other)| one == other).count()
}

fn same_at_end(one: &[u8], other: &[u8]) -> usize {
    let strides = one.rchunks(STRIDE).zip(other.rchunks(STRIDE));
    let whole = strides.take_while(|(one, other)| one == other && one.len() == STRIDE);
    let start = whole.count() * STRIDE;
    let pairs = one.iter().rev().zip(other.iter().rev()).skip(start);
    start + pairs.take_while(|(one, other)| one == other).count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn letters_of_several_bytes_are_never_cut() {
        // Both letters begin, or end, with the same byte.
        for (before, after, put) in [("aéb", "aèb", "è"), ("é", "\u{1e9}", "\u{1e9}")] {
            let splice = Splice::between(before, after);
            assert_eq!(splice.put(), put);
            assert_eq!(splice.apply(before).as_deref(), Some(after));
        }
    }

    #[test]
    fn text_of_another_length_is_refused() {
        assert_eq!(Splice::between("one", "two").apply("three"), None);
    }

    proptest! {
        #[test]
        fn second_text_is_made_of_the_first(
            before in "[aé\u{1f600}]{0,6}",
            after in "[aéè\u{1f600}]{0,6}",
            around in "[ab]{0,600}",
        ) {
            let (before, after) = (format!("{around}{before}{around}"), format!("{around}{after}{around}"));
            let splice = Splice::between(&before, &after);
            prop_assert!(splice.put().len() <= after.len() - 2 * around.len());
            prop_assert_eq!(splice.apply(&before), Some(after));
        }
    }
}
