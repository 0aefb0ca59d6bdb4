//! From units to one edit, and what is told of it.

use std::collections::{BTreeMap, BTreeSet};

use super::{File, Translations, Unit, XliffError};
use crate::i18n::{Language, Message, translation as say};
use crate::questionnaire::{ItemId, Questionnaire};
use crate::response::{Answer, AnswerLanguages, Edit, Place, QuestionnaireResponse, Translation};
use crate::rules::{place_label, source_of};
use crate::text::document::is_blank;
use crate::text::{self, Document};

/// What came of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The one change that takes the translations in; nothing where none is new.
    pub edit: Option<Edit>,
    /// How many answers get another translation by it.
    pub answers: usize,
    /// What deserves to be told, in the order of the form.
    pub report: Vec<Message>,
}

/// What becomes of the translation of one answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    /// It is new, and taken.
    Taken,
    /// It is new, taken, and takes the place of another one.
    Replaced,
    /// The bureau calls it final: both languages say the same.
    Confirmed,
    /// It is taken, but the source is another one by now.
    SourceChanged,
    /// The source is no longer there, or stands in the other language.
    SourceGone,
    /// Some of its units have no translation.
    Unfinished,
    /// Its structure is lost.
    Misfit,
    /// It is what stands there already.
    Same,
}

impl Outcome {
    /// All of them, in the order in which they are told.
    const ALL: [Outcome; 8] = [
        Outcome::Taken,
        Outcome::Replaced,
        Outcome::Confirmed,
        Outcome::SourceChanged,
        Outcome::SourceGone,
        Outcome::Unfinished,
        Outcome::Misfit,
        Outcome::Same,
    ];

    /// What is told of it, and of which answers.
    fn message(self, places: Vec<Message>) -> Message {
        match self {
            Outcome::Taken => say::taken(places),
            Outcome::Replaced => say::replaced(places),
            Outcome::Confirmed => say::confirmed(places),
            Outcome::SourceChanged => say::source_changed(places),
            Outcome::SourceGone => say::source_gone(places),
            Outcome::Unfinished => say::unfinished(places),
            Outcome::Misfit => say::misfit(places),
            Outcome::Same => say::same(places.len()),
        }
    }
}

/// Makes one edit of the translations in a file.
///
/// An answer is taken as a whole or not at all; one that is decided not to be
/// answered keeps its decision. Applying the edit changes texts and how they
/// stand to each other, nothing else; its inverse takes all of it back.
///
/// # Errors
/// [`XliffError`] where the file is of another draft, or none of its directions
/// is between English and French, or the organization answers in one language.
pub fn take_in(
    questionnaire: &Questionnaire,
    response: &QuestionnaireResponse,
    translations: &Translations,
) -> Result<Taken, XliffError> {
    if response.answer_languages() != AnswerLanguages::Both {
        return Err(XliffError::OneLanguage);
    }
    let own = format!("urn:uuid:{}", response.submission_id());
    let files: Vec<&File> = translations
        .files
        .iter()
        .filter(|file| file.original.trim() == own)
        .collect();
    if files.is_empty() {
        return Err(XliffError::OtherDraft);
    }
    let directed: Vec<(&File, Language)> = files
        .iter()
        .filter_map(|file| Some((*file, file.direction()?)))
        .collect();
    if directed.is_empty() {
        return Err(XliffError::OtherLanguages);
    }
    let mut gathered = Gathered {
        questionnaire,
        response,
        answers: BTreeMap::new(),
        unknown: 0,
    };
    for (file, from) in directed {
        gathered.file(file, from);
    }
    Ok(gathered.finish())
}

impl File {
    /// The language that is translated from, where the other one is translated to.
    fn direction(&self) -> Option<Language> {
        let from = self.from?;
        (self.to == Some(from.other())).then_some(from)
    }
}

struct Gathered<'a> {
    questionnaire: &'a Questionnaire,
    response: &'a QuestionnaireResponse,
    /// What becomes of each answer, and the answer as it will be.
    answers: BTreeMap<ItemId, (BTreeSet<Outcome>, Option<Answer>)>,
    unknown: usize,
}

impl Gathered<'_> {
    fn file(&mut self, file: &File, from: Language) {
        let mut units: BTreeMap<&str, BTreeMap<usize, &Unit>> = BTreeMap::new();
        for unit in &file.units {
            let known = named(&unit.id).filter(|(item, _)| self.is_text(item));
            let known = known.filter(|(item, _)| !self.answers.contains_key(*item));
            match known {
                Some((item, number)) => {
                    let twice = units.entry(item).or_default().insert(number, unit);
                    self.unknown += usize::from(twice.is_some());
                }
                None => self.unknown += 1,
            }
        }
        for (item, units) in units {
            let item = ItemId::new(item);
            let units: Vec<&Unit> = units.into_values().collect();
            let skeletons = file.skeletons.iter();
            let skeleton = skeletons
                .filter(|(id, _)| id == item.as_str())
                .map(|(_, skeleton)| skeleton.as_str())
                .next();
            let outcome = self.answer(&item, from, skeleton, &units);
            self.answers.insert(item, outcome);
        }
    }

    fn is_text(&self, item: &str) -> bool {
        let item = self.questionnaire.item(&ItemId::new(item));
        item.is_some_and(crate::questionnaire::Item::is_text)
    }

    fn answer(
        &self,
        item: &ItemId,
        from: Language,
        skeleton: Option<&str>,
        units: &[&Unit],
    ) -> (BTreeSet<Outcome>, Option<Answer>) {
        let told = |outcome: Outcome| (BTreeSet::from([outcome]), None);
        let Some(answer) = self.response.answer(item) else {
            return told(Outcome::SourceGone);
        };
        if !answer.text.has(from) || source_of(&answer.text) != from {
            return told(Outcome::SourceGone);
        }
        let lines = |line: fn(&Unit) -> &str| -> Vec<String> {
            let lines = units
                .iter()
                .map(|unit| text::clean::characters(line(unit)).text);
            lines.collect()
        };
        let (source, target) = (lines(|unit| &unit.source), lines(|unit| &unit.target));
        let blank = target.iter().filter(|line| is_blank(line)).count();
        if blank == target.len() {
            return told(Outcome::Same);
        }
        if blank > 0 {
            return told(Outcome::Unfinished);
        }
        let present = Document::parse(answer.text.get(from));
        let Some((source, target)) = documents(skeleton, &present, &source, &target) else {
            return told(Outcome::Misfit);
        };
        let is_final = units.iter().all(|unit| unit.is_final);
        changed(answer, from, &source, &target, is_final)
    }

    fn finish(self) -> Taken {
        let items: Vec<ItemId> = self
            .questionnaire
            .items()
            .map(|item| item.id.clone())
            .collect();
        let with = |wanted: Outcome| -> Vec<Message> {
            let items = items.iter().filter(|item| {
                let outcome = self.answers.get(*item);
                outcome.is_some_and(|(outcomes, _)| outcomes.contains(&wanted))
            });
            let label = |item: &ItemId| place_label(self.questionnaire, &Place::Item(item.clone()));
            items.map(label).collect()
        };
        let mut report = Vec::new();
        for outcome in Outcome::ALL {
            let places = with(outcome);
            if !places.is_empty() {
                report.push(outcome.message(places));
            }
        }
        if self.unknown > 0 {
            report.push(say::unknown(self.unknown));
        }
        let new = self.answers.into_iter().filter_map(|(item, (_, answer))| {
            let answer = Some(Box::new(answer?));
            Some(Edit::Restore { item, answer })
        });
        let edits: Vec<Edit> = new.collect();
        let answers = edits.len();
        Taken {
            edit: (answers > 0).then_some(Edit::Together(edits)),
            answers,
            report,
        }
    }
}

/// The item and the number of the line that a unit is named after.
fn named(id: &str) -> Option<(&str, usize)> {
    let (item, number) = id.rsplit_once(':')?;
    Some((item, number.parse().ok()?))
}

/// Source and translation as documents: of the structure that the file names,
/// or of the one that the source has still, where the file lost it.
fn documents(
    skeleton: Option<&str>,
    present: &Document,
    source: &[String],
    target: &[String],
) -> Option<(Document, Document)> {
    let of = |skeleton: &str, lines: &[String]| {
        Document::from_skeleton(skeleton, lines.iter().map(String::as_str))
    };
    let both = |skeleton: &str| Some((of(skeleton, source)?, of(skeleton, target)?));
    let named = skeleton.and_then(both);
    named.or_else(|| {
        let (source, target) = both(&present.skeleton())?;
        (source == *present).then_some((source, target))
    })
}

/// The answer with its new translation; nothing where it is the same.
fn changed(
    answer: &Answer,
    from: Language,
    source: &Document,
    target: &Document,
    is_final: bool,
) -> (BTreeSet<Outcome>, Option<Answer>) {
    let to = from.other();
    let current = answer.text.get(from).to_owned();
    let is_current = Document::parse(&current) == *source;
    let is_new = Document::parse(answer.text.get(to)) != *target;
    let confirms = is_final && is_current;
    let confirmed = Translation::Confirmed { of: current };
    let is_confirmed = answer.text.translation == confirmed && answer.text.source == from;
    if !is_new && (!confirms || is_confirmed) {
        return (BTreeSet::from([Outcome::Same]), None);
    }
    let mut outcomes = BTreeSet::new();
    if is_new {
        let replaces = answer.text.has(to);
        outcomes.insert(if replaces {
            Outcome::Replaced
        } else {
            Outcome::Taken
        });
    }
    let mut answer = answer.clone();
    let text = &mut answer.text;
    if text.source != from {
        // It was confirmed of the text in the other language.
        text.translation = Translation::None;
    }
    if is_new {
        let stored = text::clean_literal(&target.to_stored()).text;
        match to {
            Language::English => text.en = stored,
            Language::French => text.fr = stored,
        }
    }
    text.source = from;
    text.translation = if confirms {
        outcomes.insert(Outcome::Confirmed);
        confirmed
    } else if !is_current {
        outcomes.insert(Outcome::SourceChanged);
        Translation::Stale {
            of: source.to_stored(),
            rewritten: !is_final,
        }
    } else {
        unconfirmed(std::mem::take(&mut text.translation))
    };
    (outcomes, Some(answer))
}

/// Whoever confirmed another translation has not seen this one.
fn unconfirmed(translation: Translation) -> Translation {
    match translation {
        Translation::Stale { of, .. } => Translation::Stale {
            of,
            rewritten: true,
        },
        Translation::None | Translation::Confirmed { .. } => Translation::None,
    }
}
