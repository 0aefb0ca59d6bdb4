//! What is shown of a submission, and in which arrangement: choices of who
//! prints it, which change nothing in the record.

use serde::{Deserialize, Serialize};

/// What is shown of a submission, and how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Presentation {
    /// How much of it.
    pub scope: Scope,
    /// Which options of a choice.
    pub options: ShownOptions,
    /// Where the second language stands.
    pub arrangement: Arrangement,
    /// Whether a sheet for the deputy head stands before it.
    pub summary: Summary,
}

/// How much of a submission is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Everything.
    #[default]
    Whole,
    /// Facts, approval, and how to check the document.
    SignOff,
}

/// Which options of a choice are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ShownOptions {
    /// All, ticked or not.
    #[default]
    All,
    /// Those that were selected.
    Selected,
}

/// Where the second language stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Arrangement {
    /// After the first: two documents in one.
    #[default]
    Sequence,
    /// Beside the first, question by question.
    Facing,
}

/// Whether a sheet stands before the submission that sums it up for the deputy
/// head. It is no part of the submission.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Summary {
    /// None.
    #[default]
    Without,
    /// One, in the languages of the document.
    With,
}
