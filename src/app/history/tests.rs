use super::*;
use crate::questionnaire::{Questionnaire, shipped};
use crate::response::Decision;

/// A response and what was done to it, as a session does it.
struct Done {
    questionnaire: &'static Questionnaire,
    response: QuestionnaireResponse,
    history: History,
    now: DateTime<FixedOffset>,
}

impl Done {
    fn new() -> Done {
        let questionnaire = &shipped()[0].questionnaire;
        let now = DateTime::parse_from_rfc3339("2024-11-15T09:00:00-05:00").unwrap();
        Done {
            questionnaire,
            response: QuestionnaireResponse::new(questionnaire, uuid::Uuid::nil(), now),
            history: History::default(),
            now,
        }
    }

    fn apply(&mut self, edit: Edit) -> Edit {
        let applied = self.response.apply(self.questionnaire, edit, self.now);
        applied.unwrap()
    }

    fn edit(&mut self, edit: &Edit) {
        let inverse = self.apply(edit.clone());
        let response = &self.response;
        self.history.remember(edit, inverse, response, self.now);
    }

    fn write(&mut self, language: Language, text: &str) {
        self.edit(&write(language, text));
    }

    fn undo(&mut self) -> Option<Target> {
        let Some(Change::Edit(edit)) = self.history.undo(&self.response) else {
            panic!("there is no edit");
        };
        let inverse = Change::Edit(self.apply(edit));
        self.history.undone(inverse, &self.response)
    }

    fn redo(&mut self) -> Option<Target> {
        let Some(Change::Edit(edit)) = self.history.redo(&self.response) else {
            panic!("there is no edit");
        };
        let inverse = Change::Edit(self.apply(edit));
        self.history.redone(inverse, &self.response)
    }

    /// Takes everything back and makes it again, and compares on the way.
    fn there_and_back(&mut self, before: &[QuestionnaireResponse]) {
        let last = self.response.clone();
        for before in before.iter().rev() {
            self.undo();
            assert_eq!(&self.response, before);
        }
        assert!(!self.history.can_undo());
        for after in before.iter().skip(1).chain([&last]) {
            self.redo();
            assert_eq!(&self.response, after);
        }
        assert!(!self.history.can_redo());
    }
}

fn write(language: Language, text: &str) -> Edit {
    Edit::Write {
        item: "q8".into(),
        language,
        text: text.to_owned(),
    }
}

fn confirm() -> Edit {
    Edit::ConfirmTranslation {
        item: "q8".into(),
        confirmed: true,
    }
}

/// A text of so many characters, without white space at its end.
fn long(length: usize) -> String {
    let text = "Ce qui a été entendu, et ce qui sera fait. ".repeat(length / 43 + 1);
    let mut text: String = text.chars().take(length - 1).collect();
    text.push('.');
    text
}

#[test]
fn everything_is_taken_back_and_made_again_exactly() {
    let mut done = Done::new();
    let text = Edit::Together(vec![
        write(Language::French, "un et deux"),
        confirm(),
        Edit::ReadyForApproval(None),
    ]);
    let decide = Edit::Decide {
        item: "q8".into(),
        decision: Decision::NotApplicable,
    };
    let choose = Edit::Choose {
        item: "q3".into(),
        options: ["q3.reviewed".into()].into(),
    };
    let mut before = Vec::new();
    for edit in [
        write(Language::English, "one and two"),
        text,
        // The translation becomes stale, and is confirmed again.
        write(Language::English, "one and three"),
        confirm(),
        Edit::SetSource {
            item: "q8".into(),
            language: Language::French,
        },
        decide,
        choose,
        Edit::Cycle("2025".into()),
        Edit::Restore {
            item: "q8".into(),
            answer: None,
        },
        write(Language::English, "again"),
    ] {
        before.push(done.response.clone());
        done.edit(&edit);
        done.history.pause();
    }
    done.there_and_back(&before);
    done.there_and_back(&before);
}

#[test]
fn run_of_typing_is_taken_back_as_one_also_where_a_confirmation_lapsed() {
    let mut done = Done::new();
    done.write(Language::English, "one");
    done.write(Language::French, "un");
    done.edit(&confirm());
    let before = done.response.clone();
    let count = done.history.len();
    for text in ["one t", "one tw", "one two"] {
        done.write(Language::English, text);
    }
    assert_eq!(done.history.len(), count + 1);
    let after = done.response.clone();
    assert_eq!(
        done.undo(),
        Some(Target::Text("q8".into(), Language::English))
    );
    assert_eq!(done.response, before);
    done.redo();
    assert_eq!(done.response, after);
}

#[test]
fn focus_goes_to_the_language_that_changed() {
    let mut done = Done::new();
    let french = Target::Text("q8".into(), Language::French);
    done.write(Language::French, "un");
    done.edit(&Edit::Restore {
        item: "q8".into(),
        answer: None,
    });
    assert_eq!(done.undo(), Some(french.clone()));
    assert_eq!(done.undo(), Some(french.clone()));
    assert_eq!(done.redo(), Some(french));
    done.edit(&Edit::Decide {
        item: "q8".into(),
        decision: Decision::NoResponse,
    });
    let place = Place::Item("q8".into());
    assert_eq!(done.undo(), Some(Target::Place(place)));
}

#[test]
fn many_steps_in_long_texts_cost_little() {
    const STEPS: usize = 1_500;
    let mut done = Done::new();
    for language in Language::ALL {
        done.write(language, &long(100_000));
    }
    done.edit(&confirm());
    let (count, bytes) = (done.history.len(), done.history.bytes());
    let before = done.response.clone();
    for step in 0..STEPS {
        // Somewhere else in each step, as keys that do not follow each other.
        let mut text = done.response.answer(&"q8".into()).unwrap().text.en.clone();
        let (at, _) = text.char_indices().nth(step * 61).unwrap();
        text.insert(at, 'x');
        done.write(Language::English, &text);
    }
    assert_eq!(done.history.len(), count + STEPS);
    let each = (done.history.bytes() - bytes) / STEPS;
    assert!(each < 1_000, "{each} bytes for a step");
    for _ in 0..STEPS {
        done.undo();
    }
    assert_eq!(done.response, before);
    let each = (done.history.bytes() - bytes) / STEPS;
    assert!(each < 1_000, "{each} bytes for a step taken back");
}

#[test]
fn what_is_farthest_away_is_forgotten_and_the_beginning_is_not_reached_again() {
    const MOST: usize = 20_000;
    let mut done = Done::new();
    for step in 0..50 {
        done.edit(&Edit::Contact(format!("{step}{}", "x".repeat(1_000))));
        done.history.pause();
        done.history.keep_within(MAX_STEPS, MOST);
        assert!(done.history.bytes() <= MOST);
    }
    let kept = done.history.len();
    assert!((10..20).contains(&kept), "{kept}");
    let last = done.history.position();
    while done.history.can_undo() {
        done.undo();
    }
    assert!(
        done.response
            .contact()
            .starts_with(&(49 - kept).to_string())
    );
    assert_ne!(done.history.position(), History::default().position());
    // The nearest change can be made again, however little may be kept.
    done.history.keep_within(0, 0);
    done.redo();
    assert!(!done.history.can_redo());
    assert_ne!(done.history.position(), last);
}

#[test]
fn more_steps_than_are_kept_forget_the_first_ones() {
    let mut done = Done::new();
    for step in 0..20 {
        let language = [Language::English, Language::French][step % 2];
        done.edit(&Edit::LanguageOrder(language));
        done.history.keep_within(7, MAX_BYTES);
    }
    assert_eq!(done.history.len(), 7);
}
