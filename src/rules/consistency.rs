//! Choices that contradict each other: the checks of the definition.

use super::survey::Survey;
use super::{Finding, Rule};
use crate::i18n::rules as say;
use crate::questionnaire::ConsistencyCheck;
use crate::response::Place;

/// Adds a warning for each check that holds; returns every place that these
/// warnings name, so that nothing lighter is said there about the same.
pub(super) fn check(survey: &Survey<'_>, findings: &mut Vec<Finding>) -> Vec<Place> {
    let answers = survey.response.with(survey.questionnaire);
    let mut contradicting = Vec::new();
    for check in &survey.questionnaire.consistency {
        if check.when.holds(&answers) {
            let finding = warning(survey, check);
            contradicting.extend(finding.iter().flat_map(|finding| finding.places.clone()));
            findings.extend(finding);
        }
    }
    contradicting
}

fn warning(survey: &Survey<'_>, check: &ConsistencyCheck) -> Option<Finding> {
    let sources = check.when.sources();
    let places = survey.places(|entry| sources.contains(&&entry.item.id));
    survey.finding(Rule::Consistency, &check.id, places, |_| {
        say::consistency(&check.explanation)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;
    use crate::rules::trial::Trial;

    #[test]
    fn plans_implemented_but_not_developed_are_a_warning_that_explains_itself() {
        let mut trial = Trial::complete();
        trial.choose("q1", &["q1.no"]);
        trial.write("q1.text", "By fall 2024.");
        let finding = trial.found(Rule::Consistency, "training-implemented-but-not-developed");
        assert_eq!(finding.places, Trial::items(&["q1", "q2"]));
        let text = finding.message.text(Language::French);
        assert!(
            text.starts_with("Selon la réponse à la question 1"),
            "{text}"
        );
    }

    #[test]
    fn review_under_way_contradicts_its_result_but_not_updating() {
        let mut trial = Trial::complete();
        trial.choose("q3", &["q3.in_progress"]);
        trial.write("q4", "Early 2025.");
        trial.choose("q5", &["q5.updated"]);
        let finding = trial.found(Rule::Consistency, "review-under-way-but-updated");
        assert_eq!(finding.places, Trial::items(&["q3", "q5"]));
        trial.choose("q5", &["q5.no_updates"]);
        trial.found(Rule::Consistency, "review-under-way-but-no-updates");
        trial.choose("q5", &["q5.in_progress"]);
        trial.lacks(Rule::Consistency);
        trial.choose("q3", &["q3.reviewed"]);
        trial.lacks(Rule::Consistency);
    }

    #[test]
    fn no_updates_explained_by_not_applicable_is_said_once() {
        let mut trial = Trial::complete();
        trial.choose("q5", &["q5.no_updates"]);
        trial.write("q5.text", "N/A");
        let finding = trial.found(Rule::Consistency, "no-updates-without-reason");
        assert_eq!(finding.places, Trial::items(&["q5", "q5.text"]));
        trial.lacks(Rule::NotApplicableWhereExpected);
    }
}
