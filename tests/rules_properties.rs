//! Rules hold for any response that any edits can make.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test stops at the first surprise"
)]

#[path = "support/responses.rs"]
mod responses;

use std::collections::{BTreeMap, BTreeSet};

use probitas::i18n::Language;
use probitas::response::{Edit, Place, QuestionnaireResponse};
use probitas::rules::{
    CompletedResponse, Finding, Looked, Severity, evaluate, evaluate_again, place_label,
};
use proptest::prelude::*;
use responses::{edit, now, questionnaire, response};

fn exists(response: &QuestionnaireResponse, place: &Place) -> bool {
    match place {
        Place::Item(id) => questionnaire().item(id).is_some() || response.answer(id).is_some(),
        Place::Unplaced => !response.unplaced().is_empty(),
        Place::Organization | Place::Person(_) => true,
    }
}

/// An edit that certainly changes what stands at a place.
fn disturb(response: &QuestionnaireResponse, place: &Place) -> Edit {
    match place {
        Place::Item(item) => {
            let mut answer = response.answer(item).cloned().unwrap_or_default();
            answer.release = !answer.release;
            Edit::Restore {
                item: item.clone(),
                answer: Some(Box::new(answer)),
            }
        }
        Place::Organization => {
            let name = &response.organization().abbreviation.en;
            Edit::OrganizationAbbreviation(Language::English, format!("{name}x"))
        }
        Place::Person(role) => {
            let mut person = response.person(*role).clone();
            person.acting = !person.acting;
            Edit::Person(*role, Box::new(person))
        }
        Place::Unplaced => Edit::RemoveLine(0),
    }
}

/// Writes something that is looked for in texts, or takes it away again.
fn mention() -> impl Strategy<Value = Edit> {
    let item = prop_oneof![Just("q8"), Just("q9")];
    let texts = [
        "See above.",
        "See Annex A.",
        "a@example.ca",
        "\u{1F600}",
        "",
    ];
    let language = prop_oneof![Just(Language::English), Just(Language::French)];
    (item, language, prop::sample::select(texts.to_vec())).prop_map(|(item, language, text)| {
        Edit::Write {
            item: item.into(),
            language,
            text: text.to_owned(),
        }
    })
}

fn open_keys(response: &QuestionnaireResponse) -> BTreeSet<String> {
    let evaluation = evaluate(questionnaire(), response);
    evaluation
        .open_warnings(response)
        .map(Finding::key)
        .collect()
}

fn acknowledge_all(response: &mut QuestionnaireResponse) {
    let evaluation = evaluate(questionnaire(), response);
    for finding in evaluation.of(Severity::Warning) {
        let acknowledgement = finding.acknowledgement(response, "");
        let edit = Edit::Acknowledge(acknowledgement);
        response.apply(questionnaire(), edit, now()).unwrap();
    }
}

proptest! {
    #[test]
    fn evaluation_is_the_same_twice_and_every_sentence_is_whole(response in response()) {
        let evaluation = evaluate(questionnaire(), &response);
        prop_assert_eq!(&evaluation, &evaluate(questionnaire(), &response));
        // A name may hold what looks like a gap in a sentence.
        let looks_so = response.to_draft_json().contains("{$");
        for finding in &evaluation.findings {
            for language in Language::ALL {
                let text = finding.message.text(language);
                prop_assert!(text.contains(' '), "{}", text);
                prop_assert!(looks_so || !text.contains("{$"), "{}", text);
            }
        }
    }

    #[test]
    fn what_was_looked_through_before_changes_no_evaluation(
        edits in prop::collection::vec(prop_oneof![edit().boxed(), mention().boxed()], 1..24),
    ) {
        let mut response = QuestionnaireResponse::new(questionnaire(), uuid::Uuid::nil(), now());
        let mut looked = Looked::default();
        for edit in edits {
            response.apply(questionnaire(), edit, now()).ok();
            let again = evaluate_again(questionnaire(), &response, &mut looked);
            prop_assert_eq!(again, evaluate(questionnaire(), &response));
        }
    }

    #[test]
    fn no_two_findings_have_the_same_rule_and_cause(response in response()) {
        let evaluation = evaluate(questionnaire(), &response);
        let keys: BTreeSet<String> = evaluation.findings.iter().map(Finding::key).collect();
        prop_assert_eq!(keys.len(), evaluation.findings.len());
        let causes: BTreeSet<_> =
            evaluation.findings.iter().map(|finding| (finding.rule, &finding.cause)).collect();
        prop_assert_eq!(causes.len(), evaluation.findings.len());
    }

    #[test]
    fn every_place_exists_once_and_has_a_name(response in response()) {
        for finding in evaluate(questionnaire(), &response).findings {
            prop_assert!(!finding.places.is_empty());
            let places: BTreeSet<&Place> = finding.places.iter().collect();
            prop_assert_eq!(places.len(), finding.places.len());
            for place in &finding.places {
                prop_assert!(exists(&response, place), "{:?}", place);
                let label = place_label(questionnaire(), place).text(Language::French);
                prop_assert!(!label.is_empty());
            }
        }
    }

    #[test]
    fn every_item_has_a_status_and_what_is_missing_blocks(response in response()) {
        let evaluation = evaluate(questionnaire(), &response);
        let missing = questionnaire().items().any(|item| {
            evaluation.item(&item.id).expect("every item has a status").is_missing()
        });
        if missing {
            prop_assert!(CompletedResponse::check(questionnaire(), &response, true).is_err());
        }
        let progress = evaluation.progress(questionnaire());
        prop_assert_eq!(missing, progress.done < progress.expected);
    }

    #[test]
    fn acknowledgement_lapses_at_its_places_and_stands_elsewhere(mut response in response()) {
        acknowledge_all(&mut response);
        prop_assert_eq!(open_keys(&response), BTreeSet::new());
        let acknowledged: BTreeMap<String, Vec<Place>> = evaluate(questionnaire(), &response)
            .of(Severity::Warning)
            .map(|finding| (finding.key(), finding.places.clone()))
            .collect();
        let places: BTreeSet<&Place> = acknowledged.values().flatten().collect();
        for place in places {
            let mut changed = response.clone();
            changed.apply(questionnaire(), disturb(&response, place), now()).unwrap();
            let evaluation = evaluate(questionnaire(), &changed);
            let open = open_keys(&changed);
            for finding in evaluation.of(Severity::Warning) {
                let key = finding.key();
                // A change may also make a finding name other places.
                let same = acknowledged.get(&key) == Some(&finding.places);
                let stands = same && !finding.places.contains(place);
                prop_assert_eq!(open.contains(&key), !stands, "{} at {:?}", key, place);
            }
        }
    }
}
