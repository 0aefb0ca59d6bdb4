//! Which findings are shown already.

use std::collections::BTreeSet;

use crate::questionnaire::Questionnaire;
use crate::response::{Place, QuestionnaireResponse};
use crate::rules::Finding;

/// Where somebody has been: nothing is shown of other places, so that an
/// empty form is no list of reproaches.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attention {
    left: BTreeSet<Place>,
    everything: bool,
}

impl Attention {
    /// The attention for a response that was opened: whatever is answered
    /// there counts as visited.
    #[must_use]
    pub fn of(questionnaire: &Questionnaire, response: &QuestionnaireResponse) -> Self {
        let mut left: BTreeSet<Place> = questionnaire
            .items()
            .filter(|item| response.answer(&item.id).is_some())
            .map(|item| Place::Item(item.id.clone()))
            .collect();
        if !response.unplaced().is_empty() {
            left.insert(Place::Unplaced);
        }
        Attention {
            left,
            everything: false,
        }
    }

    /// Somebody has been here.
    pub fn leave(&mut self, place: Place) {
        self.left.insert(place);
    }

    /// Everything is shown from now on.
    pub fn check_all(&mut self) {
        self.everything = true;
    }

    /// Whether everything is shown.
    #[must_use]
    pub fn is_everywhere(&self) -> bool {
        self.everything
    }

    /// Whether a finding is shown at one of its places.
    #[must_use]
    pub fn shows(&self, finding: &Finding, place: &Place) -> bool {
        finding.places.contains(place) && (self.everything || self.left.contains(place))
    }
}
