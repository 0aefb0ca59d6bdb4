//! What is expected: missing answers, and answers that do not fit.

use super::survey::{Entry, Survey};
use super::{Finding, Rule};
use crate::i18n::{Message, rules as say};
use crate::questionnaire::{AnsweredBy, Item, ItemKind, ItemState};
use crate::response::{Answer, Decision, Place};

pub(super) fn check(survey: &Survey<'_>, findings: &mut Vec<Finding>) {
    findings.extend(unanswered(survey));
    findings.extend(neither_tick_nor_text(survey));
    findings.extend(invalid_answers(survey));
    findings.extend(ticks_without_text(survey));
    findings.extend(text_without_ticks(survey));
}

fn takes_any(entry: &Entry<'_>) -> bool {
    entry.question.answered_by == AnsweredBy::AnyItem
}

fn unanswered(survey: &Survey<'_>) -> Option<Finding> {
    let missing = |entry: &Entry<'_>| entry.status.is_missing() && !takes_any(entry);
    let places = survey.places(missing);
    survey.finding(Rule::Unanswered, "", places, say::unanswered)
}

/// One of its items would do, and there is none. A decision is one.
fn neither_tick_nor_text(survey: &Survey<'_>) -> Option<Finding> {
    let missing = |entry: &Entry<'_>| entry.status.is_missing() && takes_any(entry);
    let places = survey.places(missing);
    let rule = Rule::Unanswered;
    let message = say::neither_tick_nor_text(question_labels(survey, &places));
    survey.finding(rule, "tick-or-text", places, |_| message)
}

fn ticks_without_text(survey: &Survey<'_>) -> Option<Finding> {
    let places = one_without_other(survey, |entry| !entry.item.is_text());
    let message = say::ticks_without_text(question_labels(survey, &places));
    survey.finding(Rule::TicksWithoutText, "", places, |_| message)
}

fn text_without_ticks(survey: &Survey<'_>) -> Option<Finding> {
    let places = one_without_other(survey, |entry| entry.item.is_text());
    let message = say::text_without_ticks(question_labels(survey, &places));
    survey.finding(Rule::TextWithoutTicks, "", places, |_| message)
}

/// The items of questions that either kind of item answers, of which one kind
/// is answered and all of the other is blank though it could be answered too.
fn one_without_other(survey: &Survey<'_>, given: impl Fn(&Entry<'_>) -> bool) -> Vec<Place> {
    let answered = |entry: &&Entry<'_>| given(entry) && entry.status.standing.is_some();
    let lacking = |entry: &&Entry<'_>| !given(entry) && entry.status.expected;
    let blank = |entry: &Entry<'_>| entry.status.state == ItemState::Unanswered;
    let mut places = Vec::new();
    for entries in survey.questions() {
        let one = entries.iter().any(|entry| answered(&entry));
        let others_blank = entries.iter().filter(|entry| !given(entry)).all(blank);
        let other_asked = entries.iter().any(|entry| lacking(&entry));
        if entries.first().is_some_and(takes_any) && one && others_blank && other_asked {
            let named = entries
                .iter()
                .filter(|entry| answered(entry) || lacking(entry));
            places.extend(named.map(Entry::place));
        }
    }
    places
}

/// The questions of the places, each once.
fn question_labels(survey: &Survey<'_>, places: &[Place]) -> Vec<Message> {
    survey
        .questions()
        .filter(|entries| entries.iter().any(|entry| places.contains(&entry.place())))
        .filter_map(|entries| entries.first())
        .map(|entry| say::place_question(survey.questionnaire.label_of(entry.question)))
        .collect()
}

fn invalid_answers(survey: &Survey<'_>) -> Option<Finding> {
    let invalid = |entry: &Entry<'_>| entry.answer.is_some_and(|answer| !fits(entry.item, answer));
    let places = survey.places(invalid);
    survey.finding(Rule::InvalidAnswer, "", places, say::invalid_answer)
}

/// Whether an answer is one that a record could hold. Beside a decision
/// nothing goes out, so that anything fits.
fn fits(item: &Item, answer: &Answer) -> bool {
    if answer.decision != Decision::Open {
        return true;
    }
    let known = || {
        let options = item.all_options();
        let known = |choice| options.iter().any(|option| &option.id == choice);
        answer.choices.iter().all(known)
    };
    match item.kind {
        ItemKind::Text => answer.choices.is_empty(),
        ItemKind::SingleChoice(_) => answer.text.is_blank() && answer.choices.len() <= 1 && known(),
        ItemKind::MultipleChoice(_) => answer.text.is_blank() && known(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;
    use crate::questionnaire::Questionnaire;
    use crate::rules::Severity;
    use crate::rules::trial::Trial;

    #[test]
    fn empty_form_gives_one_finding_for_all_unanswered_items() {
        let trial = Trial::empty();
        let finding = trial.found(Rule::Unanswered, "");
        let places = ["q1", "q2", "q3", "q8", "q9", "q10", "q11", "q12", "q13"];
        assert_eq!(finding.places, Trial::items(&places));
        assert_eq!(finding.severity, Severity::Error);
        let text = finding.message.text(Language::English);
        assert!(
            text.contains("Question 1, Question 2, Question 3"),
            "{text}"
        );
        let either = trial.found(Rule::Unanswered, "tick-or-text");
        assert_eq!(
            either.places,
            Trial::items(&["q6", "q6.text", "q7", "q7.text"])
        );
        let text = either.message.text(Language::French);
        assert!(text.contains("Question 6, Question 7."), "{text}");
    }

    #[test]
    fn complete_form_has_no_findings_but_notes() {
        let trial = Trial::complete();
        let evaluation = trial.evaluate();
        let heavy = |finding: &&Finding| finding.severity != Severity::Note;
        assert_eq!(evaluation.findings.iter().find(heavy), None);
    }

    #[test]
    fn text_is_missing_only_while_its_condition_holds() {
        let mut trial = Trial::complete();
        trial.choose("q1", &["q1.no"]);
        assert_eq!(
            trial.found(Rule::Unanswered, "").places,
            Trial::items(&["q1.text"])
        );
        trial.choose("q1", &["q1.yes"]);
        trial.lacks(Rule::Unanswered);
    }

    #[test]
    fn undecided_source_expects_nothing() {
        let mut trial = Trial::complete();
        trial.decide("q3", Decision::NoResponse);
        trial.erase("q5");
        trial.erase("q5.text");
        trial.lacks(Rule::Unanswered);
    }

    #[test]
    fn decided_item_is_not_unanswered() {
        let mut trial = Trial::complete();
        trial.decide("q8", Decision::NotApplicable);
        trial.decide("q12", Decision::NoResponse);
        trial.write("q13", "s.o.");
        trial.lacks(Rule::Unanswered);
    }

    #[test]
    fn ticks_without_text_and_text_without_ticks_are_warnings() {
        let mut trial = Trial::complete();
        trial.erase("q6.text");
        trial.erase("q7");
        let finding = trial.found(Rule::TicksWithoutText, "");
        assert_eq!(finding.places, Trial::items(&["q6", "q6.text"]));
        assert_eq!(finding.severity, Severity::Warning);
        let finding = trial.found(Rule::TextWithoutTicks, "");
        assert_eq!(finding.places, Trial::items(&["q7", "q7.text"]));
        trial.lacks(Rule::Unanswered);
    }

    #[test]
    fn decision_at_one_item_settles_a_question_that_takes_any() {
        let mut trial = Trial::complete();
        trial.erase("q6");
        trial.decide("q6.text", Decision::NotApplicable);
        trial.write("q7.text", "N/A");
        trial.lacks(Rule::Unanswered);
        trial.lacks(Rule::TicksWithoutText);
        trial.lacks(Rule::TextWithoutTicks);
    }

    #[test]
    fn conditional_text_of_another_questionnaire_is_asked_only_while_it_applies() {
        let json = include_str!("../../tests/fixtures/sister-questionnaire.json");
        let questionnaire = Questionnaire::load(json).unwrap();
        let mut trial = Trial::of(&questionnaire);
        trial.choose("q1", &["q1.o1"]);
        let places = trial.found(Rule::TicksWithoutText, "").places;
        assert_eq!(places, Trial::items(&["q1", "q1.text"]));
        trial.choose("q1", &["q1.o3"]);
        let places = trial.found(Rule::TicksWithoutText, "").places;
        assert_eq!(places, Trial::items(&["q1", "q1.text", "q1.started"]));
    }

    #[test]
    fn answer_that_no_record_could_hold_is_an_error() {
        let mut trial = Trial::complete();
        let answer = |choices: &[&str]| Answer {
            choices: choices.iter().map(|id| (*id).into()).collect(),
            ..Answer::default()
        };
        trial.restore("q1", answer(&["q1.perhaps"]));
        trial.restore("q2", answer(&["q2.yes", "q2.no"]));
        trial.restore("q8", answer(&["q1.yes"]));
        let finding = trial.found(Rule::InvalidAnswer, "");
        assert_eq!(finding.places, Trial::items(&["q1", "q2", "q8"]));
        for item in ["q1", "q2", "q8"] {
            trial.decide(item, Decision::NoResponse);
        }
        trial.lacks(Rule::InvalidAnswer);
    }
}
