//! How the two languages of the texts stand to each other.
//!
//! Where the organization answers in one language, nothing is said about what
//! is missing in the other. One thing is said about what stands there alone:
//! it is an answer, nothing of it is lost, and it goes out as it is.

use super::survey::Survey;
use super::{Finding, Rule};
use crate::i18n::{Language, Message, common, rules as say};
use crate::questionnaire::Questionnaire;
use crate::response::{AnswerLanguages, AnswerText, Translation};

pub(super) fn check(survey: &Survey<'_>, findings: &mut Vec<Finding>) {
    match survey.response.answer_languages() {
        AnswerLanguages::Both => {
            findings.extend(missing(survey, Language::English));
            findings.extend(missing(survey, Language::French));
            findings.extend(stale(survey));
            findings.extend(disagreeing(survey));
        }
        AnswerLanguages::English => findings.extend(other_only(survey, Language::English)),
        AnswerLanguages::French => findings.extend(other_only(survey, Language::French)),
    }
}

/// The name of a language within a sentence.
pub(super) fn name(language: Language) -> Message {
    match language {
        Language::English => common::english(),
        Language::French => common::french(),
    }
}

fn missing(survey: &Survey<'_>, language: Language) -> Option<Finding> {
    let places = survey.texts(|text| !text.has(language));
    survey.finding(Rule::TextMissing, language.code(), places, |labels| {
        say::text_missing(name(language), labels)
    })
}

fn stale(survey: &Survey<'_>) -> Option<Finding> {
    let is_stale = |text: &AnswerText| {
        matches!(text.translation, Translation::Stale { .. })
            && Language::ALL.into_iter().all(|language| text.has(language))
    };
    let places = survey.texts(is_stale);
    survey.finding(Rule::TranslationStale, "", places, say::translation_stale)
}

/// A text that goes out is no decision as a whole; a listed form in one of its
/// languages says something else than the other.
fn disagreeing(survey: &Survey<'_>) -> Option<Finding> {
    let questionnaire = survey.questionnaire;
    let decides = |text: &AnswerText| {
        Language::ALL
            .into_iter()
            .any(|language| text.has(language) && decision_in(questionnaire, text.get(language)))
    };
    let places = survey.texts(decides);
    survey.finding(Rule::LanguagesDisagree, "", places, say::languages_disagree)
}

fn decision_in(questionnaire: &Questionnaire, text: &str) -> bool {
    questionnaire.not_applicable.is_form(text) || questionnaire.no_response.is_form(text)
}

fn other_only(survey: &Survey<'_>, language: Language) -> Option<Finding> {
    let places = survey.texts(|text| !text.has(language) && text.has(language.other()));
    survey.finding(Rule::OtherLanguageOnly, "", places, |labels| {
        say::other_language_only(name(language), labels)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::response::Edit;
    use crate::rules::trial::Trial;

    fn both() -> Trial<'static> {
        let mut trial = Trial::complete();
        trial.answer_in(AnswerLanguages::Both);
        trial
    }

    #[test]
    fn text_missing_in_one_of_two_languages_is_one_warning_per_language() {
        let mut trial = both();
        trial.write_in("q8", Language::French, "Des thèmes.");
        trial.write("q9", "");
        trial.write_in("q9", Language::French, "Oui.");
        let french = trial.found(Rule::TextMissing, "fr");
        let places = ["q5.text", "q6.text", "q7.text", "q10", "q11", "q13"];
        assert_eq!(french.places, Trial::items(&places));
        let english = trial.found(Rule::TextMissing, "en");
        assert_eq!(english.places, Trial::items(&["q9"]));
        let text = english.message.text(Language::French);
        assert!(text.contains("anglais"), "{text}");
    }

    #[test]
    fn decided_item_needs_no_second_language() {
        let mut trial = both();
        trial.write("q8", "N/A");
        trial.write("q1.text", "More.");
        trial.release("q1.text", false);
        let places = trial.found(Rule::TextMissing, "fr").places;
        assert!(!places.contains(&Trial::item("q8")));
        assert!(!places.contains(&Trial::item("q1.text")));
    }

    #[test]
    fn source_changed_after_confirmation_makes_a_warning_until_it_is_confirmed_again() {
        let mut trial = both();
        trial.write_in("q8", Language::French, "Des thèmes.");
        let confirm = Edit::ConfirmTranslation {
            item: "q8".into(),
            confirmed: true,
        };
        trial.apply(confirm.clone());
        trial.lacks(Rule::TranslationStale);
        trial.write("q8", "Other themes.");
        let places = trial.found(Rule::TranslationStale, "").places;
        assert_eq!(places, Trial::items(&["q8"]));
        trial.apply(confirm);
        trial.lacks(Rule::TranslationStale);
    }

    #[test]
    fn listed_form_beside_a_real_text_is_a_warning() {
        let mut trial = both();
        trial.write("q8", "N/A");
        trial.write_in("q8", Language::French, "Les médias sociaux.");
        trial.write("q9", "N/A");
        trial.write_in("q9", Language::French, "Aucune réponse soumise.");
        trial.write("q10", "N/A");
        trial.write_in("q10", Language::French, "s.o.");
        let places = trial.found(Rule::LanguagesDisagree, "").places;
        assert_eq!(places, Trial::items(&["q8", "q9"]));
    }

    #[test]
    fn nothing_is_said_about_the_other_language_where_one_is_answered_in() {
        let mut trial = both();
        trial.write("q8", "N/A");
        trial.write_in("q8", Language::French, "Les médias sociaux.");
        trial.answer_in(AnswerLanguages::English);
        for rule in [
            Rule::TextMissing,
            Rule::TranslationStale,
            Rule::LanguagesDisagree,
            Rule::OtherLanguageOnly,
        ] {
            trial.lacks(rule);
        }
    }

    #[test]
    fn text_that_stands_in_the_other_language_only_is_answered_and_a_warning() {
        let mut trial = Trial::complete();
        trial.write("q8", "");
        trial.write_in("q8", Language::French, "Les médias sociaux.");
        let places = trial.found(Rule::OtherLanguageOnly, "").places;
        assert_eq!(places, Trial::items(&["q8"]));
        trial.lacks(Rule::Unanswered);
        let evaluation = trial.evaluate();
        assert_eq!(evaluation.texts_in(Language::French), 1);
        assert_eq!(evaluation.texts_in(Language::English), 8 - 1);
    }
}
