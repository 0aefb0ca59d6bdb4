//! How large pages are shown.

/// How large pages are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Zoom {
    /// As wide as there is room.
    #[default]
    FitWidth,
    /// In hundredths of the size on paper.
    Percent(u16),
}

/// The steps, in hundredths.
const STEPS: [u16; 10] = [25, 33, 50, 67, 75, 100, 125, 150, 200, 300];

impl Zoom {
    /// The smallest size, in hundredths.
    pub const LEAST: u16 = 25;
    /// The largest size, in hundredths.
    pub const MOST: u16 = 300;

    /// A size in hundredths, brought into the limits.
    #[must_use]
    pub fn percent(percent: u16) -> Self {
        Zoom::Percent(percent.clamp(Self::LEAST, Self::MOST))
    }

    /// The step above a size; none above the largest.
    #[must_use]
    pub fn larger_than(percent: u16) -> Option<Self> {
        let next = STEPS.into_iter().find(|step| *step > percent);
        next.map(Zoom::Percent)
    }

    /// The step below a size; none below the smallest.
    #[must_use]
    pub fn smaller_than(percent: u16) -> Option<Self> {
        let next = STEPS.into_iter().rev().find(|step| *step < percent);
        next.map(Zoom::Percent)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_lead_from_the_smallest_size_to_the_largest_and_back() {
        let mut seen = vec![Zoom::LEAST];
        while let Some(Zoom::Percent(next)) = Zoom::larger_than(seen[seen.len() - 1]) {
            seen.push(next);
        }
        assert_eq!(seen, STEPS);
        assert_eq!(seen.last(), Some(&Zoom::MOST));
        assert_eq!(Zoom::smaller_than(Zoom::LEAST), None);
        assert_eq!(Zoom::smaller_than(101), Some(Zoom::Percent(100)));
        assert_eq!(Zoom::larger_than(101), Some(Zoom::Percent(125)));
        assert_eq!(Zoom::percent(1000), Zoom::Percent(Zoom::MOST));
    }
}
