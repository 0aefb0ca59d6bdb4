//! What a person does about a word.

use super::{Misspelling, SpellingStep};
use crate::app::job::KeepWords;
use crate::app::translating::language_name;
use crate::app::{Moment, Pending, Session, Status, Target};
use crate::i18n::{Language, Message, spelling as say};
use crate::response::Place;
use crate::response::find::{Hit, Replacement, replace};
use crate::text::search::{Accents, Case, Query};
use crate::text::spelling::WordList;

impl Session {
    pub(in crate::app) fn spelling_step(&mut self, step: SpellingStep, moment: Moment) {
        match step {
            SpellingStep::Look => self.look_at_spelling(),
            SpellingStep::Suggest(wanted) => self.suggest(wanted),
            SpellingStep::Replace { at, with } => self.replace_word(&at, &with, moment),
            SpellingStep::IgnoreHere(at) => {
                let told = if self.spelling.texts.ignore(&at) {
                    say::ignored_here(at.word)
                } else {
                    say::gone()
                };
                self.status = Some(Status::done(told));
            }
            SpellingStep::Ignore(at) => self.ignore_word(&at),
            SpellingStep::Add(at) => self.add_word(&at),
            SpellingStep::GoTo(at) => self.go_to_word(at),
            SpellingStep::GoToNext(from) => match self.next_word(&from) {
                Some(at) => self.go_to_word(at),
                None => self.status = Some(Status::done(say::no_word())),
            },
        }
    }

    /// One change that is undone by itself.
    fn replace_word(&mut self, at: &Misspelling, with: &str, moment: Moment) {
        let query = Query {
            words: at.word.clone(),
            case: Case::Heeded,
            accents: Accents::Heeded,
        };
        let questionnaire = self.questionnaire();
        let replacement = replace(questionnaire, &self.response, &query, with, Some(&at.hit));
        let Replacement {
            edit: Some(edit), ..
        } = replacement
        else {
            self.status = Some(Status::done(say::gone()));
            return;
        };
        if self.is_held(&edit) {
            return self.ask_before(Pending::Edit(Box::new(edit)));
        }
        self.history.pause();
        self.edit_now(edit, moment);
        self.status = Some(Status::done(say::replaced(at.word.as_str(), with)));
    }

    fn ignore_word(&mut self, at: &Misspelling) {
        let language = at.hit.language;
        self.spelling.ignored.get_mut(language).add(&at.word);
        self.forget_word(language);
        self.status = Some(Status::done(say::ignored(at.word.as_str())));
    }

    fn add_word(&mut self, at: &Misspelling) {
        let language = at.hit.language;
        let own = self.spelling.own.get_mut(language);
        let told: fn(String) -> Message = match self.preferences.places.words(language) {
            Some(path) if own.add(&at.word) => {
                let word = crate::text::spelling::normal(&at.word);
                self.keep_words(KeepWords::Add { path, word });
                |word| say::added(word)
            }
            Some(_) => |word| say::added(word),
            None => {
                own.add(&at.word);
                |word| say::ignored(word)
            }
        };
        self.forget_word(language);
        self.status = Some(Status::done(told(at.word.clone())));
    }

    fn forget_word(&mut self, language: Language) {
        let spelling = &mut self.spelling;
        let lists = [spelling.own.get(language), spelling.ignored.get(language)];
        let knows = |word: &str| lists.iter().any(|list| list.knows(word));
        spelling.texts.forget(language, knows);
    }

    /// Takes all words out of the personal dictionary of a language.
    pub(in crate::app) fn empty_own_words(&mut self, language: Language) {
        *self.spelling.own.get_mut(language) = WordList::default();
        if let Some(path) = self.preferences.places.words(language) {
            self.keep_words(KeepWords::Empty(path));
        }
        self.spelling.texts.begin_again(language);
        self.spelling.is_stale = true;
        let told = say::emptied(language_name(language));
        self.status = Some(Status::done(told));
    }

    /// The first word behind a place that may be misspelled, or else the first of all.
    fn next_word(&self, from: &Hit) -> Option<Misspelling> {
        let items: Vec<_> = self.questionnaire().items().map(|item| &item.id).collect();
        let languages = self.response.languages();
        let order = |hit: &Hit| {
            let item = items.iter().position(|item| **item == hit.item);
            let language = languages.iter().position(|own| *own == hit.language);
            (item, language, hit.line, hit.range.start)
        };
        let words = || self.misspelled_texts().flatten().map(|(at, _)| at);
        let next = words().find(|at| order(&at.hit) > order(from));
        next.or_else(|| words().next())
    }

    fn go_to_word(&mut self, at: Misspelling) {
        self.spelling.aimed += 1;
        let item = at.hit.item.clone();
        self.spelling.aim = Some((self.spelling.aimed, at.hit));
        self.go_to(Target::Place(Place::Item(item)));
        self.status = Some(Status::done(say::at_word(at.word)));
    }
}
