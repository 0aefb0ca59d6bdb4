//! Versions, and which one is newer.

use std::fmt;

/// A version such as 0.1.0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version([u32; 3]);

/// How a version stands to the one that runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is newer.
    Newer,
    /// It is the same.
    Same,
    /// It is older, and is never offered.
    Older,
}

impl Version {
    /// Reads three numbers with points between them, and nothing else.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.split('.').map(number);
        let version = [parts.next()??, parts.next()??, parts.next()??];
        parts.next().is_none().then_some(Version(version))
    }

    /// The version of this program.
    #[must_use]
    pub fn of_program() -> Self {
        Self::read(env!("CARGO_PKG_VERSION")).unwrap_or(Version([0; 3]))
    }

    /// How this one stands to the one that runs.
    #[must_use]
    pub fn standing_to(self, running: Self) -> Standing {
        match self.cmp(&running) {
            std::cmp::Ordering::Less => Standing::Older,
            std::cmp::Ordering::Equal => Standing::Same,
            std::cmp::Ordering::Greater => Standing::Newer,
        }
    }
}

/// A number as it is usually written.
fn number(text: &str) -> Option<u32> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let usual = text == "0" || !text.starts_with('0');
    (digits && usual).then(|| text.parse().ok())?
}

impl fmt::Display for Version {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Version([major, minor, patch]) = self;
        write!(formatter, "{major}.{minor}.{patch}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_as_numbers() {
        let of = |text| Version::read(text).unwrap();
        assert_eq!(of("0.10.0").standing_to(of("0.9.9")), Standing::Newer);
        assert_eq!(of("1.0.0").standing_to(of("1.0.0")), Standing::Same);
        assert_eq!(of("1.0.9").standing_to(of("1.1.0")), Standing::Older);
    }

    #[test]
    fn nothing_but_three_numbers_is_a_version() {
        assert_eq!(Version::read("0.1.0").unwrap().to_string(), "0.1.0");
        for text in [
            "",
            "1",
            "1.2",
            "1.2.3.4",
            "1.02.3",
            "1.2.-3",
            "1.2.3-rc1",
            "1.2.9999999999",
        ] {
            assert_eq!(Version::read(text), None, "{text}");
        }
        assert_ne!(Version::of_program(), Version([0; 3]));
    }
}
