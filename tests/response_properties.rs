//! Edits can be taken back, drafts can be read again, records say what drafts say.
#![allow(
    clippy::unwrap_used,
    missing_docs,
    reason = "a test stops at the first surprise"
)]

#[path = "support/responses.rs"]
mod responses;

use probitas::i18n::Language;
use probitas::questionnaire::ItemState;
use probitas::response::QuestionnaireResponse;
use probitas::rules::{CompletedResponse, Standing, evaluate};
use probitas::submission::record::{RecordedAnswer, SealedRecord};
use probitas::text;
use proptest::prelude::*;
use responses::{edit, nearly_complete, now, questionnaire, response};

fn load(response: &QuestionnaireResponse) -> QuestionnaireResponse {
    let json = serde_json::from_str(&response.to_draft_json()).unwrap();
    QuestionnaireResponse::from_draft_json(&json)
        .unwrap()
        .response
}

proptest! {
    #[test]
    fn save_then_load_is_identity(response in response()) {
        // What is put back whole may hold what loading cleans, once.
        let loaded = load(&response);
        prop_assert_eq!(&load(&loaded), &loaded);
        prop_assert_eq!(loaded.to_draft_json(), load(&loaded).to_draft_json());
    }

    #[test]
    fn taking_all_edits_back_gives_the_first_response(
        before in response(),
        edits in prop::collection::vec(edit(), 0..20),
    ) {
        let mut response = before.clone();
        let mut inverses = Vec::new();
        for edit in edits {
            if let Ok(inverse) = response.apply(questionnaire(), edit, now()) {
                inverses.push(inverse);
            }
        }
        for inverse in inverses.into_iter().rev() {
            response.apply(questionnaire(), inverse, now()).unwrap();
        }
        prop_assert_eq!(response, before);
    }

    #[test]
    fn a_record_says_what_the_draft_says_and_no_more(response in nearly_complete()) {
        let response = load(&response);
        let Ok(completed) = CompletedResponse::check(questionnaire(), &response, true) else {
            return Ok(());
        };
        let record = SealedRecord::of(&completed).unwrap();
        let evaluation = evaluate(questionnaire(), &response);
        let items: Vec<_> = questionnaire().items().collect();
        prop_assert_eq!(record.record().answers.len(), items.len());
        for (item, recorded) in items.iter().zip(&record.record().answers) {
            prop_assert_eq!(recorded.id(), item.id.as_str());
            let status = evaluation.item(&item.id).unwrap();
            let RecordedAnswer::Answered { text: recorded, .. } = recorded else {
                prop_assert!(status.state != ItemState::Answered || !status.released);
                continue;
            };
            prop_assert_eq!(status.state, ItemState::Answered);
            prop_assert!(status.standing == Some(Standing::Active) || status.released);
            if let Some(recorded) = recorded {
                let answer = response.answer(&item.id).unwrap();
                for language in answer.text.outgoing(response.answer_languages()) {
                    let normal = text::normalize(answer.text.get(language));
                    let recorded = match language {
                        Language::English => &recorded.en,
                        Language::French => &recorded.fr,
                    };
                    prop_assert_eq!(recorded.as_ref(), Some(&normal));
                }
            }
        }
    }
}
