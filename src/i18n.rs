//! Both languages: which there are, and every sentence the program says.

/// One of the two languages of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// Canadian English.
    English,
    /// Canadian French.
    French,
}

impl Language {
    /// The BCP 47 tag.
    #[must_use]
    pub fn bcp47(self) -> &'static str {
        match self {
            Self::English => "en-CA",
            Self::French => "fr-CA",
        }
    }
}
