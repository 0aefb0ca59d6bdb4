//! What an import found, line by line.

use super::page::Page;
use super::placing::{Placement, Reason};
use crate::i18n::{Argument, Language, Message, common, import as messages};
use crate::questionnaire::{ItemId, OptionId, Questionnaire};
use crate::text::Change;

/// What became of the pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportReport {
    /// The pages in the order in which they were given.
    pub pages: Vec<PageReport>,
    /// The choices in which the two pages differ.
    pub differences: Vec<Difference>,
}

/// What became of one page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageReport {
    /// The name by which it was given.
    pub name: String,
    /// The language, found by the wording.
    pub language: Language,
    /// How many questions the form has.
    pub question_count: usize,
    /// The numbers of the questions that were not found.
    pub missing: Vec<u32>,
    /// Every line that shows something, with its place.
    pub lines: Vec<PlacedLine>,
    /// What had to be changed so that a record can hold the texts.
    pub changes: Vec<Change>,
}

/// A line of a page and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedLine {
    /// The number of the line on the page, from 1.
    pub number: usize,
    /// The line, without white space at its ends.
    pub text: String,
    /// What it is.
    pub placement: Placement,
    /// The number of the question that it may be an option of.
    question: Option<u32>,
}

/// A choice in which the pages differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The choice.
    pub item: ItemId,
    /// The number of its question.
    pub question: u32,
    /// The language of the page whose choice was kept.
    pub kept_from: Language,
    /// The options that were kept.
    pub kept: Vec<OptionId>,
    /// The options of the other page.
    pub other: Vec<OptionId>,
}

impl ImportReport {
    /// Everything that deserves to be told, in the order of the pages.
    #[must_use]
    pub fn messages(&self) -> Vec<Message> {
        let pages = self.pages.iter().flat_map(PageReport::messages);
        let differences = self.differences.iter().map(|difference| {
            messages::choice_differs(difference.question, language_name(difference.kept_from))
        });
        pages.chain(differences).collect()
    }
}

impl PageReport {
    pub(super) fn new(page: &Page<'_>, questionnaire: &Questionnaire) -> Self {
        let questions = page.form.questions.iter().enumerate();
        let missing = questions.filter(|(at, _)| !page.found.contains(at));
        PageReport {
            name: page.name.to_owned(),
            language: page.language(),
            question_count: page.form.questions.len(),
            missing: missing.map(|(_, words)| words.question.number).collect(),
            lines: page
                .placed()
                .map(|(line, placement)| PlacedLine {
                    number: line.number,
                    text: line.text.trim().to_owned(),
                    placement: placement.clone(),
                    question: question_of(questionnaire, placement),
                })
                .collect(),
            changes: page.changes.clone(),
        }
    }

    /// The lines that found no place.
    pub fn unplaced(&self) -> impl Iterator<Item = &PlacedLine> {
        let is_unplaced = |line: &&PlacedLine| matches!(line.placement, Placement::Unplaced(_));
        self.lines.iter().filter(is_unplaced)
    }

    /// The lines that are no part of the form, and were left out.
    pub fn furniture(&self) -> impl Iterator<Item = &PlacedLine> {
        let is_furniture = |line: &&PlacedLine| line.placement == Placement::Furniture;
        self.lines.iter().filter(is_furniture)
    }

    fn messages(&self) -> Vec<Message> {
        let name = self.name.as_str();
        let found = self.question_count - self.missing.len();
        let language = language_name(self.language);
        let mut told = vec![messages::page_read(
            name,
            language,
            found,
            self.question_count,
        )];
        if !self.missing.is_empty() {
            told.push(messages::question_missing(name, self.missing.clone()));
        }
        let is_name = |line: &PlacedLine| line.placement == Placement::Organization;
        if !self.lines.iter().any(is_name) {
            told.push(messages::organization_missing(name));
        }
        told.extend(self.unplaced().filter_map(|line| line.message(name)));
        let left_out: Vec<String> = self.furniture().map(|line| line.text.clone()).collect();
        if !left_out.is_empty() {
            told.push(messages::furniture(name, left_out));
        }
        let changed: usize = self.changes.iter().map(|change| change.count).sum();
        if changed > 0 {
            told.push(messages::characters_changed(name, changed));
        }
        told
    }
}

impl PlacedLine {
    /// Why the line found no place; nothing for one that did.
    #[must_use]
    pub fn message(&self, page: &str) -> Option<Message> {
        let Placement::Unplaced(reason) = &self.placement else {
            return None;
        };
        let (line, text) = (self.number, self.text.as_str());
        let question = self.question.unwrap_or_default();
        Some(match reason {
            Reason::Unknown => messages::line_unknown(page, line, text),
            Reason::OtherWording => messages::line_other_wording(page, line, text),
            Reason::UnknownOption(_) => messages::line_option(page, line, text, question),
            Reason::SecondChoice(_) => messages::line_second_choice(page, line, text, question),
            Reason::OtherChoice(_) => messages::line_other_choice(page, line, text, question),
        })
    }
}

pub(super) fn language_name(language: Language) -> Argument {
    match language {
        Language::English => common::english(),
        Language::French => common::french(),
    }
    .into()
}

fn question_of(questionnaire: &Questionnaire, placement: &Placement) -> Option<u32> {
    let Placement::Unplaced(reason) = placement else {
        return None;
    };
    let question = questionnaire.question_of(reason.option_of()?)?;
    Some(question.number)
}
