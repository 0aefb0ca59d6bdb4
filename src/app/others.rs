//! What others wrote: the answers of the examples, beside the form.
//!
//! They are for reading. Who copies from them is asked once whether these words
//! are to be taken over.

use super::examples::EXAMPLES;
use super::{Dialog, Fold, Screen, Session, Target};
use crate::i18n::{Language, Localized, Message, form as say};
use crate::questionnaire::{Item, Question};
use crate::response::{Decision, Place, QuestionnaireResponse};

/// A step of reading what others wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OthersStep {
    /// Opens the answers to the question with this id, or leads back to them.
    Open(String),
    /// Shows the example with this number; see [`EXAMPLES`].
    Choose(usize),
    /// Puts words of the example on the clipboard.
    Copy(String),
    /// Closes them: the focus goes to the question.
    Close,
}

/// What is read.
#[derive(Clone, Debug)]
pub struct Others {
    question: String,
    example: usize,
    response: QuestionnaireResponse,
    /// How often somebody asked for it: what the screen has not done yet has
    /// another number.
    opened: u64,
}

/// What an example has at an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OtherAnswer<'a> {
    /// The options that were chosen, in the order of the form; at least one.
    Chosen(Vec<&'a Localized>),
    /// A text in its stored form, and its language as published.
    Written(&'a str, Language),
    /// It was decided not to answer: in these words.
    Decided(Message),
    /// Nothing.
    Nothing,
}

impl Others {
    /// The question, by its id.
    #[must_use]
    pub fn question(&self) -> &str {
        &self.question
    }

    /// The example that is read, by its number.
    #[must_use]
    pub fn example(&self) -> usize {
        self.example
    }

    /// A number that is another one whenever somebody asks for the answers.
    #[must_use]
    pub fn opened(&self) -> u64 {
        self.opened
    }

    /// What the example has at an item; a text in `language` where it was
    /// published in both.
    #[must_use]
    pub fn answer<'a>(&'a self, item: &'a Item, language: Language) -> OtherAnswer<'a> {
        let Some(answer) = self.response.answer(&item.id) else {
            return OtherAnswer::Nothing;
        };
        match answer.decision {
            Decision::Open => {}
            Decision::NotApplicable => return OtherAnswer::Decided(say::state_not_applicable()),
            Decision::NoResponse => return OtherAnswer::Decided(say::state_no_response()),
        }
        if item.is_text() {
            let mut languages = [language, language.other()].into_iter();
            let found = languages.find(|one| answer.text.has(*one));
            return found.map_or(OtherAnswer::Nothing, |one| {
                OtherAnswer::Written(answer.text.get(one), one)
            });
        }
        let chosen: Vec<&Localized> = item
            .all_options()
            .into_iter()
            .filter(|option| answer.choices.contains(&option.id))
            .map(|option| &option.label)
            .collect();
        if chosen.is_empty() {
            OtherAnswer::Nothing
        } else {
            OtherAnswer::Chosen(chosen)
        }
    }

    /// Whether the example has nothing at all to a question.
    #[must_use]
    pub fn has_nothing(&self, question: &Question) -> bool {
        let mut items = question.items.iter();
        items.all(|item| self.answer(item, Language::English) == OtherAnswer::Nothing)
    }
}

impl Session {
    /// What others wrote, while that is open.
    #[must_use]
    pub fn others(&self) -> Option<&Others> {
        self.others.as_ref()
    }

    pub(super) fn others_step(&mut self, step: OthersStep) {
        match step {
            OthersStep::Open(question) => self.open_others(question),
            OthersStep::Choose(example) => self.choose_example(example),
            OthersStep::Copy(text) => self.copy_from_others(text),
            OthersStep::Close => self.close_others(),
        }
    }

    fn open_others(&mut self, question: String) {
        let before = self.others.take();
        let opened = before.as_ref().map_or(0, |others| others.opened) + 1;
        let example = before.map_or(0, |others| others.example);
        self.others = example_response(example).map(|response| Others {
            question,
            example,
            response,
            opened,
        });
        // There is room for one of them beside the form, and the guidance from
        // which it was opened would push the answer out of sight.
        self.find = None;
        if let Some(others) = &self.others {
            let guidance = Fold::Guidance(others.question.clone());
            self.opened.remove(&guidance);
        }
        self.show(Screen::Form);
    }

    fn choose_example(&mut self, example: usize) {
        if let (Some(others), Some(response)) = (&mut self.others, example_response(example)) {
            others.example = example;
            others.response = response;
        }
    }

    fn close_others(&mut self) {
        let Some(others) = self.others.take() else {
            return;
        };
        let mut questions = self.questionnaire().questions();
        let question = questions.find(|question| question.id == others.question);
        let text = question.and_then(|question| {
            let items = question.items.iter();
            items.clone().find(|item| item.is_text()).or(items.last())
        });
        if let Some(item) = text {
            self.go_to(Target::Place(Place::Item(item.id.clone())));
        }
    }

    /// Asks first, once for as long as the program runs.
    fn copy_from_others(&mut self, text: String) {
        if self.may_copy_from_others {
            self.copy_words(text);
        } else {
            self.open_dialog(Dialog::CopyFromOthers(text));
        }
    }

    /// Somebody agreed.
    pub(super) fn agree_to_copy(&mut self, text: String) {
        self.may_copy_from_others = true;
        self.copy_words(text);
    }

    fn copy_words(&mut self, text: String) {
        let example = self.others.as_ref().map(|others| others.example);
        if let Some(example) = example.and_then(|index| EXAMPLES.get(index)) {
            self.copy(say::others_words((example.name)()), text);
        }
    }
}

fn example_response(index: usize) -> Option<QuestionnaireResponse> {
    let example = EXAMPLES.get(index)?;
    let loaded = super::job::read_example(example).ok()?;
    Some(loaded.response)
}
