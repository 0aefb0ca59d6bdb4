//! The rules by name and weight.

use super::Severity;

/// The rules, each with one severity.
///
/// What is expected is decided by the definition alone (`RESPONSE_MODEL`,
/// "When something is expected"); no rule reads what a text means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// Something is expected, and nothing was answered or decided.
    Unanswered,
    /// An answer does not fit its item, such as an option that the definition
    /// lacks. Only a draft that something else wrote can hold one.
    InvalidAnswer,
    /// The organization has a name in none of its answer languages.
    OrganizationNameMissing,
    /// The cycle or the central agency is missing; which of them is the cause.
    SubmissionDetailMissing,
    /// The organization has a name in only one of its two answer languages.
    OrganizationNameIncomplete,
    /// The organization's identifier cannot be used; another stands in for it.
    OrganizationIdUnusable,
    /// Boxes are ticked where a text is asked for too, and there is none.
    TicksWithoutText,
    /// A text is given beside boxes of which none is ticked.
    TextWithoutTicks,
    /// A consistency check of the definition; its id is the cause.
    Consistency,
    /// A text lacks one of the two languages; the language is the cause.
    TextMissing,
    /// The source text changed after its translation was confirmed.
    TranslationStale,
    /// One language says "N/A" or "no response", the other something else.
    LanguagesDisagree,
    /// The organization answers in one language, and the text stands in the
    /// other only; it goes out as it is.
    OtherLanguageOnly,
    /// A character would print as an empty box.
    UncoveredCharacters,
    /// An import could not place a line; option lines are a cause of their own.
    UnplacedLines,
    /// The draft answers items that the definition lacks.
    UnknownItem,
    /// "Not applicable" was decided where an answer is expected.
    NotApplicableWhereExpected,
    /// "No response" was decided where an answer is expected.
    NoResponseWhereExpected,
    /// Choices or a text are kept beside a decision, and do not go out.
    KeptBesideDecision,
    /// An answer was given although none is expected. Whether it goes out is
    /// the cause.
    Supplementary,
    /// A text sends its reader to another answer.
    Reference,
    /// A text mentions something that does not come with the form.
    Attachment,
    /// An e-mail address would be published.
    EmailAddress,
    /// A telephone number would be published.
    TelephoneNumber,
    /// A link would be published that works inside the government only.
    InternalLink,
    /// The organization has no identifier; one is made from its name.
    OrganizationIdMissing,
    /// A person has no name yet.
    PersonNameMissing,
}

impl Rule {
    /// Every rule, in the order in which findings of one severity are listed.
    pub const ALL: [Rule; 27] = [
        Rule::Unanswered,
        Rule::InvalidAnswer,
        Rule::OrganizationNameMissing,
        Rule::SubmissionDetailMissing,
        Rule::OrganizationNameIncomplete,
        Rule::OrganizationIdUnusable,
        Rule::TicksWithoutText,
        Rule::TextWithoutTicks,
        Rule::Consistency,
        Rule::TextMissing,
        Rule::TranslationStale,
        Rule::LanguagesDisagree,
        Rule::OtherLanguageOnly,
        Rule::UncoveredCharacters,
        Rule::UnplacedLines,
        Rule::UnknownItem,
        Rule::NotApplicableWhereExpected,
        Rule::NoResponseWhereExpected,
        Rule::KeptBesideDecision,
        Rule::Supplementary,
        Rule::Reference,
        Rule::Attachment,
        Rule::EmailAddress,
        Rule::TelephoneNumber,
        Rule::InternalLink,
        Rule::OrganizationIdMissing,
        Rule::PersonNameMissing,
    ];

    /// The name in drafts and in the output of the terminal program.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Rule::Unanswered => "unanswered",
            Rule::InvalidAnswer => "invalid-answer",
            Rule::OrganizationNameMissing => "organization-name-missing",
            Rule::SubmissionDetailMissing => "submission-detail-missing",
            Rule::OrganizationNameIncomplete => "organization-name-incomplete",
            Rule::OrganizationIdUnusable => "organization-id-unusable",
            Rule::TicksWithoutText => "ticks-without-text",
            Rule::TextWithoutTicks => "text-without-ticks",
            Rule::Consistency => "consistency",
            Rule::TextMissing => "text-missing",
            Rule::TranslationStale => "translation-stale",
            Rule::LanguagesDisagree => "languages-disagree",
            Rule::OtherLanguageOnly => "other-language-only",
            Rule::UncoveredCharacters => "uncovered-characters",
            Rule::UnplacedLines => "unplaced-lines",
            Rule::UnknownItem => "unknown-item",
            Rule::NotApplicableWhereExpected => "not-applicable-where-expected",
            Rule::NoResponseWhereExpected => "no-response-where-expected",
            Rule::KeptBesideDecision => "kept-beside-decision",
            Rule::Supplementary => "supplementary",
            Rule::Reference => "reference",
            Rule::Attachment => "attachment",
            Rule::EmailAddress => "email-address",
            Rule::TelephoneNumber => "telephone-number",
            Rule::InternalLink => "internal-link",
            Rule::OrganizationIdMissing => "organization-id-missing",
            Rule::PersonNameMissing => "person-name-missing",
        }
    }

    /// How much a finding of the rule weighs.
    #[must_use]
    pub fn severity(self) -> Severity {
        match self {
            Rule::Unanswered
            | Rule::InvalidAnswer
            | Rule::OrganizationNameMissing
            | Rule::SubmissionDetailMissing => Severity::Error,
            Rule::OrganizationNameIncomplete
            | Rule::OrganizationIdUnusable
            | Rule::TicksWithoutText
            | Rule::TextWithoutTicks
            | Rule::Consistency
            | Rule::TextMissing
            | Rule::TranslationStale
            | Rule::LanguagesDisagree
            | Rule::OtherLanguageOnly
            | Rule::UncoveredCharacters
            | Rule::UnplacedLines
            | Rule::UnknownItem => Severity::Warning,
            Rule::NotApplicableWhereExpected
            | Rule::NoResponseWhereExpected
            | Rule::KeptBesideDecision
            | Rule::Supplementary
            | Rule::Reference
            | Rule::Attachment
            | Rule::EmailAddress
            | Rule::TelephoneNumber
            | Rule::InternalLink
            | Rule::OrganizationIdMissing
            | Rule::PersonNameMissing => Severity::Note,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_rule_has_a_name_of_its_own_and_is_listed_by_weight() {
        let names: BTreeSet<&str> = Rule::ALL.iter().map(|rule| rule.name()).collect();
        assert_eq!(names.len(), Rule::ALL.len());
        let weights: Vec<Severity> = Rule::ALL.iter().map(|rule| rule.severity()).collect();
        assert!(weights.is_sorted());
    }
}
