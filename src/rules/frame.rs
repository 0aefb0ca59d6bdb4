//! What stands round the answers: organization, people, lines without a
//! place, answers to items that the form does not have.

use super::languages::name;
use super::survey::Survey;
use super::{Finding, Rule};
use crate::i18n::{Language, Message, rules as say};
use crate::questionnaire::Role;
use crate::response::{Organization, Place, UnplacedLine};

pub(super) fn check(survey: &Survey<'_>, findings: &mut Vec<Finding>) {
    findings.extend(organization_name(survey));
    findings.extend(submission_details(survey));
    findings.extend(organization_id(survey));
    findings.extend(person_names(survey));
    findings.extend(unplaced_options(survey));
    findings.extend(unplaced_lines(survey));
    findings.extend(unknown_items(survey));
}

fn organization_name(survey: &Survey<'_>) -> Option<Finding> {
    let names = &survey.response.organization().name;
    let is_blank = |language: &Language| names.get(*language).trim().is_empty();
    let meant = survey.response.languages();
    let missing: Vec<Language> = meant.iter().copied().filter(is_blank).collect();
    let all_missing = missing.len() == meant.len();
    let rule = if all_missing {
        Rule::OrganizationNameMissing
    } else {
        Rule::OrganizationNameIncomplete
    };
    let message = match missing.as_slice() {
        [] => return None,
        // A name in the other language stands on the screen: say which is meant.
        [language] if !is_blank(&language.other()) => {
            say::organization_name_missing_in(name(*language))
        }
        _ => say::organization_name_missing(),
    };
    survey.finding(rule, "", vec![Place::Organization], |_| message)
}

/// What tells a register which submission this is, and an attestation to whom
/// it goes.
fn submission_details(survey: &Survey<'_>) -> Vec<Finding> {
    let response = survey.response;
    let blank_audience = Language::ALL
        .into_iter()
        .all(|language| response.audience().get(language).trim().is_empty());
    let missing = |cause, is_missing: bool, message: fn() -> Message| {
        let places = vec![Place::Organization];
        let rule = Rule::SubmissionDetailMissing;
        is_missing
            .then(|| survey.finding(rule, cause, places, |_| message()))
            .flatten()
    };
    let blank_cycle = response.cycle().trim().is_empty();
    [
        missing("cycle", blank_cycle, say::cycle_missing),
        missing("audience", blank_audience, say::audience_missing),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn organization_id(survey: &Survey<'_>) -> Option<Finding> {
    let organization = survey.response.organization();
    let places = vec![Place::Organization];
    let id = organization.id.as_str();
    if Organization::is_identifier(id) {
        return None;
    }
    let used = organization.identifier();
    if id.trim().is_empty() {
        let rule = Rule::OrganizationIdMissing;
        return survey.finding(rule, "", places, |_| say::organization_id_missing(used));
    }
    survey.finding(Rule::OrganizationIdUnusable, "", places, |_| {
        say::organization_id_unusable(id, used)
    })
}

fn person_names(survey: &Survey<'_>) -> Option<Finding> {
    let places = [Role::Preparer, Role::DeputyHead]
        .into_iter()
        .filter(|role| survey.response.person(*role).name.trim().is_empty())
        .map(Place::Person)
        .collect();
    survey.finding(
        Rule::PersonNameMissing,
        "",
        places,
        say::person_name_missing,
    )
}

/// Lines that look like an option, with the choices under which they stood.
fn unplaced_options(survey: &Survey<'_>) -> Option<Finding> {
    let lines = survey.response.unplaced();
    let count = lines.iter().filter(|line| is_option(survey, line)).count();
    if count == 0 {
        return None;
    }
    let mut places = survey.places(|entry| {
        let here = |line: &UnplacedLine| line.option_of.as_ref() == Some(&entry.item.id);
        lines.iter().any(here)
    });
    let message = say::unplaced_options(count, survey.labels(&places));
    places.push(Place::Unplaced);
    survey.finding(Rule::UnplacedLines, "option", places, |_| message)
}

fn unplaced_lines(survey: &Survey<'_>) -> Option<Finding> {
    let lines = survey.response.unplaced();
    let count = lines.iter().filter(|line| !is_option(survey, line)).count();
    if count == 0 {
        return None;
    }
    survey.finding(Rule::UnplacedLines, "", vec![Place::Unplaced], |_| {
        say::unplaced_lines(count)
    })
}

/// Whether a line stood under a choice that the form has.
fn is_option(survey: &Survey<'_>, line: &UnplacedLine) -> bool {
    line.option_of.as_ref().is_some_and(|item| {
        let item = survey.questionnaire.item(item);
        item.is_some_and(|item| !item.is_text())
    })
}

fn unknown_items(survey: &Survey<'_>) -> Option<Finding> {
    let unknown = |id: &&crate::questionnaire::ItemId| {
        survey.entries.iter().all(|entry| &entry.item.id != *id)
    };
    let places = survey
        .response
        .answers()
        .filter(|(_, answer)| !answer.is_empty())
        .map(|(id, _)| id)
        .filter(unknown)
        .map(|id| Place::Item(id.clone()))
        .collect();
    survey.finding(Rule::UnknownItem, "", places, say::unknown_item)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::response::{Answer, AnswerLanguages, Edit};
    use crate::rules::Severity;
    use crate::rules::trial::Trial;

    fn name(language: Language, text: &str) -> Edit {
        Edit::OrganizationName(language, text.to_owned())
    }

    #[test]
    fn organization_without_a_name_in_its_languages_is_an_error() {
        let mut trial = Trial::complete();
        trial.apply(name(Language::English, " "));
        let finding = trial.found(Rule::OrganizationNameMissing, "");
        assert_eq!(finding.severity, Severity::Error);
        assert_eq!(finding.places, [Place::Organization]);
        trial.apply(name(Language::French, "Élections Canada"));
        let finding = trial.found(Rule::OrganizationNameMissing, "");
        let text = finding.message.text(Language::English);
        assert!(text.contains("in English"), "{text}");
        trial.answer_in(AnswerLanguages::French);
        trial.lacks(Rule::OrganizationNameMissing);
    }

    #[test]
    fn organization_named_in_one_of_two_languages_is_a_warning() {
        let mut trial = Trial::complete();
        trial.answer_in(AnswerLanguages::Both);
        let finding = trial.found(Rule::OrganizationNameIncomplete, "");
        assert_eq!(finding.severity, Severity::Warning);
        let text = finding.message.text(Language::French);
        assert!(text.contains("en français"), "{text}");
        trial.apply(name(Language::French, "Élections Canada"));
        trial.lacks(Rule::OrganizationNameIncomplete);
    }

    #[test]
    fn submission_without_cycle_or_central_agency_is_an_error() {
        let mut trial = Trial::complete();
        trial.apply(Edit::Cycle(" ".into()));
        let finding = trial.found(Rule::SubmissionDetailMissing, "cycle");
        assert_eq!(finding.severity, Severity::Error);
        trial.apply(Edit::Cycle("2024".into()));
        trial.lacks(Rule::SubmissionDetailMissing);
        trial.apply(Edit::Audience(crate::i18n::Localized::default()));
        trial.found(Rule::SubmissionDetailMissing, "audience");
        let one = crate::i18n::Localized {
            fr: "BCP".to_owned(),
            ..Default::default()
        };
        trial.apply(Edit::Audience(one));
        trial.lacks(Rule::SubmissionDetailMissing);
    }

    #[test]
    fn identifier_is_made_from_the_name_and_said() {
        let mut trial = Trial::complete();
        trial.apply(Edit::OrganizationId(String::new()));
        let finding = trial.found(Rule::OrganizationIdMissing, "");
        let text = finding.message.text(Language::English);
        assert!(text.contains("“elections-canada”"), "{text}");
        trial.apply(Edit::OrganizationId("Élections 2024".into()));
        let finding = trial.found(Rule::OrganizationIdUnusable, "");
        let text = finding.message.text(Language::French);
        assert!(text.contains("elections-2024"), "{text}");
        trial.apply(Edit::OrganizationId("ec".into()));
        trial.lacks(Rule::OrganizationIdUnusable);
    }

    #[test]
    fn people_without_a_name_are_one_note() {
        let trial = Trial::complete();
        let finding = trial.found(Rule::PersonNameMissing, "");
        let people = [Role::Preparer, Role::DeputyHead].map(Place::Person);
        assert_eq!(finding.places, people);
        assert_eq!(finding.severity, Severity::Note);
    }

    fn line(option_of: Option<&str>) -> Edit {
        let line = UnplacedLine {
            language: Language::English,
            line: 7,
            text: "Other activities".into(),
            option_of: option_of.map(Into::into),
            unknown: serde_json::Map::new(),
        };
        Edit::InsertLine(0, line)
    }

    #[test]
    fn lines_without_a_place_warn_until_they_are_gone() {
        let mut trial = Trial::complete();
        for option_of in [Some("q6"), None, Some("q6"), Some("q99")] {
            trial.apply(line(option_of));
        }
        let options = trial.found(Rule::UnplacedLines, "option");
        assert_eq!(options.places, [Trial::item("q6"), Place::Unplaced]);
        let text = options.message.text(Language::English);
        assert!(text.contains('2') && text.contains("Question 6"), "{text}");
        let others = trial.found(Rule::UnplacedLines, "");
        assert_eq!(others.places, [Place::Unplaced]);
        for _ in 0..4 {
            trial.apply(Edit::RemoveLine(0));
        }
        trial.lacks(Rule::UnplacedLines);
    }

    #[test]
    fn answer_to_an_item_that_the_form_lacks_is_kept_and_told() {
        let mut trial = Trial::complete();
        let mut answer = Answer::default();
        answer.text.en = "Old".into();
        trial.restore("q99", answer);
        let finding = trial.found(Rule::UnknownItem, "");
        assert_eq!(finding.places, Trial::items(&["q99"]));
        assert_eq!(finding.severity, Severity::Warning);
    }
}
