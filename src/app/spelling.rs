//! The words of the answers that may be misspelled.
//!
//! Only what changed is looked at, line by line and away from the screen; the
//! window asks for it when it shows the answers ([`SpellingStep::Look`]).
//! Nothing of it is a finding, nor part of the draft or the record.

mod steps;
mod texts;

use std::collections::VecDeque;

use self::texts::Texts;
use super::job::{Job, KeepWords, SpellJob, SpelledLines, SpellingJob, SuggestJob, Suggestions};
use super::{Request, Screen, Seen, Session};
use crate::i18n::{Language, Localized, MessagePair};
use crate::questionnaire::ItemId;
use crate::response::find::Hit;
use crate::storage;
use crate::text::spelling::{Mark, WordList};

/// So much is looked at in one go, in bytes, so that a line that is being
/// written never waits long behind others.
const MOST_AT_ONCE: usize = 40_000;
/// More words than these are counted, not listed: nobody reads them.
const MAX_LISTED: usize = 200;

/// A step of checking the words of the answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SpellingStep {
    /// Looks at what changed; see [`Session::wants_spelling`].
    Look,
    /// Looks what may be meant by a word; see [`Session::suggestions`].
    Suggest(SuggestJob),
    /// Puts another word in its place.
    Replace {
        /// The word.
        at: Misspelling,
        /// The other word.
        with: String,
    },
    /// Lets a word stand where it is.
    IgnoreHere(Misspelling),
    /// Lets a word stand in all texts of the language, until the program closes.
    Ignore(Misspelling),
    /// Adds a word to the personal dictionary of its language.
    Add(Misspelling),
    /// Moves the focus to a word.
    GoTo(Misspelling),
    /// Moves the focus to the first word behind this place; behind the last, to the
    /// first of the form.
    GoToNext(Hit),
}

/// A word that may be misspelled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misspelling {
    /// Where it stands.
    pub hit: Hit,
    /// The word.
    pub word: String,
}

/// What is known of the words of the answers.
#[derive(Debug, Default)]
pub struct Spelling {
    texts: Texts,
    /// Whether something changed since the texts were looked at.
    pub(super) is_stale: bool,
    /// In which languages lines are being looked at.
    under_way: Localized<bool>,
    /// The words that the person added, and those to be ignored.
    own: Localized<WordList>,
    ignored: Localized<WordList>,
    /// What is to be kept of them; the first is under way.
    to_keep: VecDeque<KeepWords>,
    suggestions: Asked,
    aim: Option<(u64, Hit)>,
    aimed: u64,
}

/// The word for which suggestions are looked for.
#[derive(Debug, Default)]
struct Asked {
    wanted: Option<SuggestJob>,
    is_under_way: bool,
    found: Option<Suggestions>,
}

impl Session {
    /// Whether the window should ask for a [`SpellingStep::Look`]: something
    /// changed, and the answers are shown.
    #[must_use]
    pub fn wants_spelling(&self) -> bool {
        let shows_answers = matches!(self.screen(), Screen::Form | Screen::Review);
        self.spelling.is_stale && shows_answers
    }

    /// Whether all words were looked at.
    #[must_use]
    pub fn is_spelling_settled(&self) -> bool {
        let Spelling {
            under_way,
            suggestions,
            ..
        } = &self.spelling;
        !self.wants_spelling() && !under_way.en && !under_way.fr && !suggestions.is_under_way
    }

    /// The words that may be misspelled in a line of a text, with the line as it
    /// was when they were found; lines as [`crate::text::Document::lines`] has them.
    #[must_use]
    pub fn marks_of(&self, item: &ItemId, language: Language, line: usize) -> (&str, &[Mark]) {
        self.spelling.texts.marks_of(item, language, line)
    }

    /// How many words of a text may be misspelled.
    #[must_use]
    pub fn count_of_misspelled(&self, item: &ItemId, language: Language) -> usize {
        self.spelling.texts.count_in(item, language)
    }

    /// Every word that may be misspelled, in the order of the form, as far as
    /// they are listed, and how many there are.
    #[must_use]
    pub fn misspelled(&self) -> (Vec<(Misspelling, Seen)>, usize) {
        let mut all = Vec::new();
        let mut count = 0;
        for found in self.misspelled_texts().flatten() {
            count += 1;
            if count <= MAX_LISTED {
                let seen = self.seen_at(&found.0.hit, found.1);
                all.push((found.0, seen));
            }
        }
        (all, count)
    }

    /// The words of each text that may be misspelled, in the order of the form, each
    /// with its line.
    fn misspelled_texts(&self) -> impl Iterator<Item = impl Iterator<Item = (Misspelling, &str)>> {
        let items = self.questionnaire().items().filter(|item| item.is_text());
        let languages = self.response.languages();
        let texts = items.flat_map(move |item| {
            let languages = languages.clone();
            languages
                .into_iter()
                .map(move |language| (&item.id, language))
        });
        texts.map(|(item, language)| self.spelling.texts.misspelled(item, language))
    }

    /// What may be meant by a word; nothing while that is looked for.
    #[must_use]
    pub fn suggestions(&self, of: &SuggestJob) -> Option<&[String]> {
        let found = self.spelling.suggestions.found.as_ref();
        let found = found.filter(|found| found.of == *of)?;
        Some(&found.found)
    }

    /// Whether nobody looks for what may be meant by a word, nor has found it.
    #[must_use]
    pub fn wants_suggestions(&self, of: &SuggestJob) -> bool {
        let asked = &self.spelling.suggestions;
        asked.wanted.as_ref() != Some(of) && self.suggestions(of).is_none()
    }

    /// The words that the person added to the dictionary of a language.
    #[must_use]
    pub fn own_words(&self, language: Language) -> &WordList {
        self.spelling.own.get(language)
    }

    /// Where they are kept; nothing where the system names no place.
    #[must_use]
    pub fn own_words_file(&self, language: Language) -> Option<std::path::PathBuf> {
        self.preferences.places.words(language)
    }

    /// The word that the focus goes to, with a number that is another one
    /// whenever somebody asks for one.
    #[must_use]
    pub fn spelling_aim(&self) -> Option<(u64, &Hit)> {
        let (number, hit) = self.spelling.aim.as_ref()?;
        Some((*number, hit))
    }

    /// Reads what the person added. What cannot be read is as if there were none.
    pub(super) fn read_own_words(&mut self) {
        for language in Language::ALL {
            let path = self.preferences.places.words(language);
            let text = path.and_then(|path| storage::read_words(&path).ok());
            *self.spelling.own.get_mut(language) = WordList::from_text(&text.unwrap_or_default());
        }
    }

    /// Finds the lines that changed, and has them looked at.
    pub(super) fn look_at_spelling(&mut self) {
        self.spelling.is_stale = false;
        if !self.preferences().spelling() {
            self.spelling.texts = Texts::default();
            return;
        }
        let languages = self.response.languages();
        let items = self.questionnaire().items().filter(|item| item.is_text());
        let mut there = Vec::new();
        for item in items {
            let Some(answer) = self.response.answer(&item.id) else {
                continue;
            };
            for language in &languages {
                let stored = answer.text.get(*language);
                if !stored.is_empty() {
                    self.spelling.texts.take(&item.id, *language, stored);
                    there.push((item.id.clone(), *language));
                }
            }
        }
        self.spelling.texts.retain(&there);
        self.look_up();
    }

    /// Has lines looked at, those first that changed last.
    fn look_up(&mut self) {
        for language in Language::ALL {
            if *self.spelling.under_way.get(language) {
                continue;
            }
            let lines = self.spelling.texts.open_lines(language, MOST_AT_ONCE);
            if !lines.is_empty() {
                *self.spelling.under_way.get_mut(language) = true;
                let job = SpellJob { language, lines };
                self.request(Request::Work(Job::Spelling(SpellingJob::Spell(job))));
            }
        }
    }

    pub(super) fn spelled(&mut self, found: &SpelledLines) {
        let Spelling {
            texts,
            own,
            ignored,
            under_way,
            ..
        } = &mut self.spelling;
        let language = found.language;
        *under_way.get_mut(language) = false;
        let lists = [own.get(language), ignored.get(language)];
        let knows = |word: &str| lists.iter().any(|list| list.knows(word));
        texts.found(found, knows);
        self.look_up();
    }

    /// Looks for suggestions; one search at a time, and the newest wish counts.
    fn suggest(&mut self, wanted: SuggestJob) {
        if !self.wants_suggestions(&wanted) {
            return;
        }
        let asked = &mut self.spelling.suggestions;
        asked.wanted = Some(wanted);
        self.look_for_suggestions();
    }

    fn look_for_suggestions(&mut self) {
        let asked = &mut self.spelling.suggestions;
        if !asked.is_under_way
            && let Some(wanted) = asked.wanted.clone()
        {
            asked.is_under_way = true;
            self.request(Request::Work(Job::Spelling(SpellingJob::Suggest(wanted))));
        }
    }

    pub(super) fn suggested(&mut self, found: Suggestions) {
        let asked = &mut self.spelling.suggestions;
        asked.is_under_way = false;
        asked.wanted.take_if(|wanted| *wanted == found.of);
        asked.found = Some(found);
        self.look_for_suggestions();
    }

    /// Keeps what a person said of words, one after the other.
    fn keep_words(&mut self, words: KeepWords) {
        self.spelling.to_keep.push_back(words.clone());
        if self.spelling.to_keep.len() == 1 {
            self.request(Request::Work(Job::Spelling(SpellingJob::Keep(words))));
        }
    }

    pub(super) fn words_kept(&mut self, outcome: Result<(), MessagePair>) {
        self.spelling.to_keep.pop_front();
        if let Err(pair) = outcome {
            self.status = Some(pair.into());
        }
        if let Some(next) = self.spelling.to_keep.front().cloned() {
            self.request(Request::Work(Job::Spelling(SpellingJob::Keep(next))));
        }
        self.close_when_idle();
    }
}

impl Spelling {
    /// Whether everything that a person said of words is kept.
    pub(super) fn is_kept(&self) -> bool {
        self.to_keep.is_empty()
    }
}
