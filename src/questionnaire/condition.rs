//! Conditions on answers, as data.

use super::{ItemId, OptionId};

/// The state of an item in a draft (`RESPONSE_MODEL`, "Items").
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemState {
    /// Blank, and nothing decided.
    Unanswered,
    /// A choice, or a text in at least one language.
    Answered,
    /// Decided, by button or by typing a listed form.
    NotApplicable,
    /// Decided: no response is submitted.
    NoResponse,
}

impl ItemState {
    /// The name in definitions and records.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            ItemState::Unanswered => "unanswered",
            ItemState::Answered => "answered",
            ItemState::NotApplicable => "notApplicable",
            ItemState::NoResponse => "noResponse",
        }
    }
}

/// A condition on the answers of other items.
///
/// A source that is blank, not applicable or without response decides
/// nothing: the condition is then unknown, which counts as false, also under
/// `not`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// The single choice is this option.
    Equals(ItemId, OptionId),
    /// The multiple choice includes this option.
    Includes(ItemId, OptionId),
    /// The item is in this state.
    State(ItemId, ItemState),
    /// Every one of these holds.
    All(Vec<Condition>),
    /// At least one of these holds.
    Any(Vec<Condition>),
    /// This is decided and does not hold.
    Not(Box<Condition>),
}

/// What a condition may ask of a response.
pub trait Answers {
    /// The state of an item.
    fn state(&self, item: &ItemId) -> ItemState;
    /// Whether an option of an item is selected.
    fn selected(&self, item: &ItemId, option: &OptionId) -> bool;
}

impl Condition {
    /// Whether the condition holds for these answers.
    pub fn holds(&self, answers: &impl Answers) -> bool {
        self.value(answers) == Some(true)
    }

    /// Three values after Kleene: true, false, and nothing where it is unknown.
    fn value(&self, answers: &impl Answers) -> Option<bool> {
        match self {
            Condition::Equals(item, option) | Condition::Includes(item, option) => {
                let decided = answers.state(item) == ItemState::Answered;
                decided.then(|| answers.selected(item, option))
            }
            Condition::State(item, state) => Some(answers.state(item) == *state),
            Condition::All(conditions) => {
                let mut all = Some(true);
                for condition in conditions {
                    match condition.value(answers) {
                        Some(false) => return Some(false),
                        Some(true) => {}
                        None => all = None,
                    }
                }
                all
            }
            Condition::Any(conditions) => {
                let mut any = Some(false);
                for condition in conditions {
                    match condition.value(answers) {
                        Some(true) => return Some(true),
                        Some(false) => {}
                        None => any = None,
                    }
                }
                any
            }
            Condition::Not(condition) => condition.value(answers).map(|value| !value),
        }
    }

    /// Every item that the condition looks at, in order, each once.
    #[must_use]
    pub fn sources(&self) -> Vec<&ItemId> {
        let mut found = Vec::new();
        self.collect(&mut found);
        found
    }

    fn collect<'a>(&'a self, found: &mut Vec<&'a ItemId>) {
        match self {
            Condition::Equals(item, _)
            | Condition::Includes(item, _)
            | Condition::State(item, _) => {
                if !found.contains(&item) {
                    found.push(item);
                }
            }
            Condition::All(conditions) | Condition::Any(conditions) => {
                for condition in conditions {
                    condition.collect(found);
                }
            }
            Condition::Not(condition) => condition.collect(found),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Fixed(ItemState, &'static str);

    impl Answers for Fixed {
        fn state(&self, _: &ItemId) -> ItemState {
            self.0
        }
        fn selected(&self, _: &ItemId, option: &OptionId) -> bool {
            option.as_str() == self.1
        }
    }

    fn yes() -> Condition {
        Condition::Equals("q1".into(), "q1.yes".into())
    }

    #[test]
    fn undecided_source_makes_a_condition_false_also_under_not() {
        let negated = Condition::Not(Box::new(yes()));
        for state in [
            ItemState::Unanswered,
            ItemState::NotApplicable,
            ItemState::NoResponse,
        ] {
            let answers = Fixed(state, "q1.yes");
            assert!(!yes().holds(&answers));
            assert!(!negated.holds(&answers));
        }
        assert!(yes().holds(&Fixed(ItemState::Answered, "q1.yes")));
        assert!(negated.holds(&Fixed(ItemState::Answered, "q1.no")));
    }

    #[test]
    fn all_and_any_of_nothing_follow_logic() {
        let answers = Fixed(ItemState::Unanswered, "");
        assert!(Condition::All(Vec::new()).holds(&answers));
        assert!(!Condition::Any(Vec::new()).holds(&answers));
    }

    #[test]
    fn sources_are_named_once() {
        let condition = Condition::Any(vec![yes(), Condition::Not(Box::new(yes()))]);
        assert_eq!(condition.sources(), vec![&ItemId::from("q1")]);
    }
}
