//! Two versions of a response, joined.
#![allow(
    clippy::unwrap_used,
    missing_docs,
    reason = "a test stops at the first surprise"
)]

#[path = "support/responses.rs"]
mod responses;

use probitas::response::QuestionnaireResponse;
use probitas::response::join::{Difference, Pick, compare, joined, says_the_same};
use proptest::prelude::*;
use responses::{edit, now, questionnaire, response};

/// As it would be after reading its file: joining is about such responses.
fn load(response: &QuestionnaireResponse) -> QuestionnaireResponse {
    let json = serde_json::from_str(&response.to_draft_json()).unwrap();
    QuestionnaireResponse::from_draft_json(&json)
        .unwrap()
        .response
}

fn join(
    mine: &QuestionnaireResponse,
    differences: &[Difference],
    pick: impl Fn(&Difference) -> Pick,
) -> QuestionnaireResponse {
    let picks: Vec<_> = differences.iter().map(|one| (one, pick(one))).collect();
    let mut response = mine.clone();
    let edit = joined(mine, &picks);
    response.apply(questionnaire(), edit, now()).unwrap();
    response
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_response_differs_in_nothing_from_itself(response in response()) {
        let response = load(&response);
        let differences = compare(questionnaire(), &response, &response, None);
        prop_assert!(differences.is_empty());
    }

    #[test]
    fn picking_one_side_everywhere_gives_that_side(mine in response(), theirs in response()) {
        let (mine, theirs) = (load(&mine), load(&theirs));
        let differences = compare(questionnaire(), &mine, &theirs, None);
        let all_mine = join(&mine, &differences, |_| Pick::Mine);
        prop_assert!(says_the_same(&all_mine, &mine));
        let all_theirs = join(&mine, &differences, |_| Pick::Theirs);
        let rest = compare(questionnaire(), &all_theirs, &theirs, None);
        prop_assert!(rest.is_empty(), "{:?}", rest);
    }

    #[test]
    fn what_only_one_side_changed_needs_nobody(
        base in response(),
        edits in prop::collection::vec(edit(), 0..20),
    ) {
        let base = load(&base);
        let mut changed = base.clone();
        for edit in edits {
            // An edit that does not fit changes nothing.
            changed.apply(questionnaire(), edit, now()).ok();
        }
        let changed = load(&changed);
        for (mine, theirs) in [(&base, &changed), (&changed, &base)] {
            let differences = compare(questionnaire(), mine, theirs, Some(&base));
            prop_assert!(!differences.iter().any(Difference::is_conflict));
            let joined = join(mine, &differences, Difference::default_pick);
            let rest = compare(questionnaire(), &joined, &changed, None);
            prop_assert!(rest.is_empty(), "{:?}", rest);
        }
    }

    #[test]
    fn keeping_both_loses_no_text(mine in response(), theirs in response()) {
        let (mine, theirs) = (load(&mine), load(&theirs));
        let differences = compare(questionnaire(), &mine, &theirs, None);
        // What was joined can be taken back, and read again from a file.
        let picks: Vec<_> = differences.iter().map(|one| (one, Pick::Both)).collect();
        let mut response = mine.clone();
        let inverse = response.apply(questionnaire(), joined(&mine, &picks), now()).unwrap();
        for (item, answer) in mine.answers().filter(|(item, _)| response.answer(item).is_some()) {
            let both = response.answer(item).unwrap();
            for (own, both) in [(&answer.text.en, &both.text.en), (&answer.text.fr, &both.text.fr)] {
                prop_assert!(own.trim().is_empty() || both.contains(own.trim_end()));
            }
        }
        response.apply(questionnaire(), inverse, now()).unwrap();
        prop_assert!(says_the_same(&response, &mine));
    }
}
