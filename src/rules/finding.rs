//! One thing that a person should know about a response.

use super::Rule;
use crate::i18n::Message;
use crate::questionnaire::Questionnaire;
use crate::response::{Acknowledgement, Place, QuestionnaireResponse};

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The response cannot be signed.
    Error,
    /// It explains itself, and goes through once it is acknowledged.
    Warning,
    /// A hint that asks for nothing.
    Note,
}

impl Severity {
    /// The name in the output of the terminal program.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

/// One finding: a rule, its cause, and every place that it concerns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule.
    pub rule: Rule,
    /// What tells apart several findings of one rule, such as the id of a
    /// consistency check; empty where there is only one.
    pub cause: String,
    /// How much it weighs: [`Rule::severity`] of the rule.
    pub severity: Severity,
    /// Every place that it concerns, in the form's order, each once; never
    /// none.
    pub places: Vec<Place>,
    /// What it says: what, where, and what can be done.
    pub message: Message,
}

impl Finding {
    pub(super) fn new(rule: Rule, cause: &str, places: Vec<Place>, message: Message) -> Self {
        Finding {
            rule,
            cause: cause.to_owned(),
            severity: rule.severity(),
            places,
            message,
        }
    }

    /// What it says at one of its places, without naming the others.
    #[must_use]
    pub fn message_at(&self, questionnaire: &Questionnaire, place: &Place) -> Message {
        let label = super::place_label(questionnaire, place);
        self.message.clone().with("places", vec![label])
    }

    /// What an acknowledgement remembers: the rule and the cause. No two
    /// findings of one evaluation have the same.
    #[must_use]
    pub fn key(&self) -> String {
        if self.cause.is_empty() {
            self.rule.name().to_owned()
        } else {
            format!("{}:{}", self.rule.name(), self.cause)
        }
    }

    /// Whether somebody acknowledged the finding and nothing changed since.
    #[must_use]
    pub fn is_acknowledged(&self, response: &QuestionnaireResponse) -> bool {
        self.acknowledged_in(response).is_some()
    }

    /// The acknowledgement that stands, if nothing changed since it was made.
    #[must_use]
    pub fn acknowledged_in<'a>(
        &self,
        response: &'a QuestionnaireResponse,
    ) -> Option<&'a Acknowledgement> {
        if response.acknowledgements().is_empty() {
            return None;
        }
        let key = self.key();
        response.acknowledgements().iter().find(|acknowledgement| {
            acknowledgement.finding == key
                && acknowledgement.places == self.places
                && response.is_in_force(acknowledgement)
        })
    }

    /// The acknowledgement of this finding as things stand.
    #[must_use]
    pub fn acknowledgement(
        &self,
        response: &QuestionnaireResponse,
        reason: &str,
    ) -> Acknowledgement {
        Acknowledgement {
            finding: self.key(),
            places: self.places.clone(),
            basis: response.basis(&self.places),
            reason: reason.to_owned(),
            unknown: serde_json::Map::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::response::Edit;
    use crate::rules::trial::Trial;

    fn acknowledged() -> Trial<'static> {
        let mut trial = Trial::complete();
        trial.erase("q6.text");
        let finding = trial.found(Rule::TicksWithoutText, "");
        let acknowledgement = finding.acknowledgement(&trial.response, "All is said.");
        trial.apply(Edit::Acknowledge(acknowledgement));
        trial
    }

    fn open(trial: &Trial<'_>) -> usize {
        trial.evaluate().open_warnings(&trial.response).count()
    }

    #[test]
    fn acknowledgement_stands_while_other_places_change() {
        let mut trial = acknowledged();
        assert_eq!(open(&trial), 0);
        trial.write("q8", "Something else.");
        trial.choose("q12", &["q12.no"]);
        assert_eq!(open(&trial), 0);
    }

    #[test]
    fn acknowledgement_lapses_when_one_of_its_places_changes() {
        let mut trial = acknowledged();
        trial.choose("q6", &["q6.campaigns"]);
        assert_eq!(open(&trial), 1);
        trial.choose("q6", &["q6.exec"]);
        assert_eq!(open(&trial), 0);
    }

    #[test]
    fn acknowledgement_lapses_when_the_finding_grows() {
        let mut trial = acknowledged();
        trial.erase("q7.text");
        assert_eq!(open(&trial), 1);
    }
}
