//! Decisions where an answer is expected, answers where none is.

use super::survey::{Entry, Survey};
use super::{Finding, Rule, Standing};
use crate::i18n::{Language, rules as say};
use crate::questionnaire::{ItemState, Questionnaire};
use crate::response::{Answer, Decision, Place};

/// `contradicting` are places of which a warning speaks already.
pub(super) fn check(survey: &Survey<'_>, contradicting: &[Place], findings: &mut Vec<Finding>) {
    let decided = |state: ItemState| {
        survey.places(|entry| {
            entry.status.expected
                && entry.status.state == state
                && !contradicting.contains(&entry.place())
        })
    };
    findings.extend(survey.finding(
        Rule::NotApplicableWhereExpected,
        "",
        decided(ItemState::NotApplicable),
        say::not_applicable_where_expected,
    ));
    findings.extend(survey.finding(
        Rule::NoResponseWhereExpected,
        "",
        decided(ItemState::NoResponse),
        say::no_response_where_expected,
    ));
    findings.extend(survey.finding(
        Rule::KeptBesideDecision,
        "",
        survey.places(|entry| keeps_something(survey.questionnaire, entry)),
        say::kept_beside_decision,
    ));
    let supplementary = |released: bool| {
        survey.places(|entry| {
            entry.status.standing == Some(Standing::Supplementary)
                && entry.status.released == released
        })
    };
    let rule = Rule::Supplementary;
    let (sent, left_out) = (supplementary(true), supplementary(false));
    findings.extend(survey.finding(rule, "sent", sent, say::supplementary));
    findings.extend(survey.finding(rule, "left-out", left_out, say::supplementary_left_out));
}

/// Whether a decision keeps back what was chosen or written. Words that say
/// what was decided are nothing of their own.
fn keeps_something(questionnaire: &Questionnaire, entry: &Entry<'_>) -> bool {
    let Some(answer) = entry.answer else {
        return false;
    };
    let wording = match answer.decision {
        Decision::Open => return false,
        Decision::NotApplicable => &questionnaire.not_applicable,
        Decision::NoResponse => &questionnaire.no_response,
    };
    let Answer { text, choices, .. } = answer;
    let says_more = |language: Language| text.has(language) && !wording.is_form(text.get(language));
    !choices.is_empty() || Language::ALL.into_iter().any(says_more)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::Severity;
    use crate::rules::trial::Trial;

    #[test]
    fn not_applicable_where_something_is_expected_is_a_note_also_when_typed() {
        let mut trial = Trial::complete();
        trial.write("q13", "N/A");
        trial.decide("q9", Decision::NotApplicable);
        trial.decide("q3", Decision::NoResponse);
        let finding = trial.found(Rule::NotApplicableWhereExpected, "");
        assert_eq!(finding.places, Trial::items(&["q9", "q13"]));
        assert_eq!(finding.severity, Severity::Note);
        let finding = trial.found(Rule::NoResponseWhereExpected, "");
        assert_eq!(finding.places, Trial::items(&["q3"]));
    }

    #[test]
    fn not_applicable_where_nothing_is_expected_is_nothing_to_speak_of() {
        let mut trial = Trial::complete();
        trial.write("q2.text", "N/A");
        trial.lacks(Rule::NotApplicableWhereExpected);
        trial.lacks(Rule::Supplementary);
    }

    #[test]
    fn what_a_decision_keeps_back_is_told() {
        let mut trial = Trial::complete();
        trial.decide("q8", Decision::NoResponse);
        trial.decide("q12", Decision::NotApplicable);
        let finding = trial.found(Rule::KeptBesideDecision, "");
        assert_eq!(finding.places, Trial::items(&["q8", "q12"]));
        trial.write("q8", "N/A");
        trial.decide("q8", Decision::NotApplicable);
        trial.decide("q12", Decision::Open);
        trial.lacks(Rule::KeptBesideDecision);
    }

    #[test]
    fn supplementary_answers_are_told_apart_by_whether_they_go_out() {
        let mut trial = Trial::complete();
        trial.write("q1.text", "More.");
        trial.write("q2.text", "More.");
        trial.release("q2.text", false);
        let sent = trial.found(Rule::Supplementary, "sent");
        assert_eq!(sent.places, Trial::items(&["q1.text"]));
        let left_out = trial.found(Rule::Supplementary, "left-out");
        assert_eq!(left_out.places, Trial::items(&["q2.text"]));
        assert!(!trial.evaluate().item(&"q2.text".into()).unwrap().goes_out());
    }

    #[test]
    fn choice_that_is_not_expected_is_supplementary_too() {
        let mut trial = Trial::complete();
        trial.choose("q3", &["q3.in_progress"]);
        trial.write("q4", "Early 2025.");
        trial.choose("q5", &["q5.in_progress"]);
        let finding = trial.found(Rule::Supplementary, "sent");
        assert_eq!(finding.places, Trial::items(&["q5"]));
    }
}
