//! The form itself: sections, questions, options, texts.

use super::Content;
use super::document::{AnswerOption, Block, List, Numbering, Options, Selection, Style, Text};
use super::presentation::ShownOptions;
use crate::i18n::{Language, Localized, report as messages};
use crate::questionnaire::{self, Item, ItemKind, ItemState, Question, Section};
use crate::response::Answer;
use crate::rules::{ItemStatus, Standing};
use crate::text;

/// How much is shown beside the answers.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    /// With hints, the state of each option and remarks: what is printed.
    WithFacts(ShownOptions),
    /// As a published page: what was asked and what was answered.
    Plain,
    /// To be filled in by hand.
    Blank,
}

/// Heading levels: the title is 1.
const SECTION_LEVEL: u8 = 2;
const QUESTION_LEVEL: u8 = 3;
const ANSWER_LEVEL: u8 = 4;

/// Room to answer a question by hand.
const ROOM_LINES: u8 = 7;
/// The same below a question in both languages, which is longer.
const ROOM_LINES_BELOW_BOTH: u8 = 6;

/// Every section in one language.
pub(super) fn blocks(content: Content<'_>, language: Language, layout: Layout) -> Vec<Block> {
    let writer = Writer {
        content,
        language,
        layout,
        beside: false,
    };
    let mut blocks = writer.introduction();
    for (section, question) in questions(content) {
        blocks.extend(writer.under(section, question));
    }
    blocks
}

/// Every question in two languages beside each other, item by item. An answer
/// in one language takes the whole width, and so does room to write one.
pub(super) fn facing(content: Content<'_>, languages: [Language; 2], layout: Layout) -> Vec<Block> {
    let writers = languages.map(|language| Writer {
        content,
        language,
        layout,
        beside: true,
    });
    let introduction = writers.map(|writer| writer.introduction());
    let mut blocks = Vec::new();
    if !introduction.iter().all(Vec::is_empty) {
        blocks.push(Block::Facing(introduction));
    }
    for (section, question) in questions(content) {
        let mut columns = writers.map(|writer| writer.asked(section, question));
        for (index, item) in question.items.iter().enumerate() {
            if index > 0 {
                blocks.extend(beside(&mut columns));
            }
            for (writer, column) in writers.iter().zip(&mut columns) {
                writer.prompted(item, column);
            }
            let [writer, _] = writers;
            if let Some(across) = writer.across(item) {
                blocks.extend(beside(&mut columns));
                blocks.extend(across);
            }
        }
        blocks.extend(beside(&mut columns));
    }
    blocks
}

/// What was collected in two columns, if anything was.
fn beside(columns: &mut [Vec<Block>; 2]) -> Option<Block> {
    let columns = columns.each_mut().map(std::mem::take);
    let empty = columns.iter().all(Vec::is_empty);
    (!empty).then_some(Block::Facing(columns))
}

/// Every question; the first of each section with the section.
fn questions(content: Content<'_>) -> impl Iterator<Item = (Option<&Section>, &Question)> {
    let sections = content.shipped.questionnaire.sections.iter();
    sections.flat_map(|section| {
        let questions = section.questions.iter().enumerate();
        questions.map(move |(index, question)| ((index == 0).then_some(section), question))
    })
}

#[derive(Clone, Copy)]
pub(super) struct Writer<'a> {
    pub(super) content: Content<'a>,
    pub(super) language: Language,
    pub(super) layout: Layout,
    /// Whether the same stands beside it in the other language.
    pub(super) beside: bool,
}

impl Writer<'_> {
    fn introduction(&self) -> Vec<Block> {
        let introduction = &self.content.shipped.questionnaire.introduction;
        introduction.iter().map(|text| self.body(text)).collect()
    }

    /// A question, under the heading of the section that it begins.
    fn under(&self, section: Option<&Section>, question: &Question) -> Vec<Block> {
        let mut blocks = self.asked(section, question);
        for item in &question.items {
            self.prompted(item, &mut blocks);
        }
        blocks
    }

    /// What is asked, without its items.
    fn asked(&self, section: Option<&Section>, question: &Question) -> Vec<Block> {
        let mut blocks = Vec::new();
        if let Some(section) = section {
            let title = self.wording(&section.id, &section.title);
            blocks.push(Block::Heading {
                level: SECTION_LEVEL,
                text: title,
            });
            blocks.extend(section.introduction.iter().map(|text| self.body(text)));
        }
        self.question(question, &mut blocks);
        blocks
    }

    /// A wording of the form, with the mark where it is our own translation.
    pub(super) fn wording(&self, name: &str, wording: &Localized) -> Text {
        let provenance = &self.content.shipped.provenance;
        Text::new(self.language, wording.get(self.language).as_str())
            .marked_unofficial(provenance.is_unofficial(name, self.language))
    }

    pub(super) fn body(&self, text: &Localized) -> Block {
        paragraph(
            Style::Body,
            Text::new(self.language, text.get(self.language).as_str()),
        )
    }

    fn question(&self, question: &Question, blocks: &mut Vec<Block>) {
        let label = self.content.shipped.questionnaire.label_of(question);
        blocks.push(Block::Heading {
            level: QUESTION_LEVEL,
            text: Text::new(self.language, label.get(self.language).as_str()),
        });
        let wording = self.wording(&question.id, &question.wording);
        blocks.push(paragraph(Style::Prompt, wording));
        if let Some(hint) = question
            .hint
            .as_ref()
            .filter(|_| self.layout != Layout::Plain)
        {
            let hint = self.wording(&format!("{}.hint", question.id), hint);
            blocks.push(paragraph(Style::Hint, hint));
        }
    }

    /// An item below its prompts.
    fn prompted(&self, item: &Item, blocks: &mut Vec<Block>) {
        let prompts = self.prompts(item).into_iter();
        blocks.extend(prompts.map(|prompt| paragraph(Style::Prompt, prompt)));
        self.item(item, blocks);
    }

    pub(super) fn prompts(&self, item: &Item) -> Vec<Text> {
        let prompts = item.prompts.iter();
        let words = prompts.map(|prompt| self.wording(item.id.as_str(), prompt));
        words.collect()
    }

    /// What stands below the prompts of an item: options, text or state.
    pub(super) fn item(&self, item: &Item, blocks: &mut Vec<Block>) {
        if self.layout == Layout::Blank {
            if !item.is_text() {
                self.options(item, &Answer::default(), false, blocks);
            } else if !self.beside {
                blocks.push(Block::Room(ROOM_LINES));
            }
            return;
        }
        let Some(status) = self.content.evaluation.item(&item.id).copied() else {
            return;
        };
        let none = Answer::default();
        let answer = self.content.response.answer(&item.id).unwrap_or(&none);
        let goes_out = status.state == ItemState::Answered && status.released;
        if goes_out && !item.is_text() {
            self.remark(status, blocks);
        }
        if !item.is_text() {
            let decided = matches!(
                status.state,
                ItemState::NotApplicable | ItemState::NoResponse
            );
            self.options(item, answer, goes_out && !decided, blocks);
        }
        if goes_out && item.is_text() {
            self.remark(status, blocks);
            self.text(answer, blocks);
        } else if !goes_out {
            self.state(status, blocks);
        }
    }

    fn options(&self, item: &Item, answer: &Answer, shown: bool, blocks: &mut Vec<Block>) {
        let selection = match &item.kind {
            ItemKind::SingleChoice(_) => Selection::One,
            ItemKind::MultipleChoice(_) => Selection::Several,
            ItemKind::Text => return,
        };
        let options: Vec<AnswerOption> = item
            .options()
            .iter()
            .map(|option| self.option(option, answer, shown))
            .collect();
        let options = match self.layout {
            Layout::WithFacts(ShownOptions::Selected) => selected(options),
            _ => options,
        };
        if !options.is_empty() {
            blocks.push(Block::Options(Options { selection, options }));
        }
    }

    fn option(
        &self,
        option: &questionnaire::AnswerOption,
        answer: &Answer,
        shown: bool,
    ) -> AnswerOption {
        let selected = shown && answer.choices.contains(&option.id);
        let state = if self.layout == Layout::Blank {
            messages::option_to_tick()
        } else if selected {
            messages::option_selected()
        } else {
            messages::option_not_selected()
        };
        AnswerOption {
            selected,
            state: state.text(self.language),
            label: self.wording(option.id.as_str(), &option.label),
            options: option
                .options
                .iter()
                .map(|below| self.option(below, answer, shown))
                .collect(),
        }
    }

    /// That an answer was given although the form did not ask for it.
    fn remark(&self, status: ItemStatus, blocks: &mut Vec<Block>) {
        if status.standing == Some(Standing::Supplementary) && self.layout != Layout::Plain {
            let text = messages::supplementary().text(self.language);
            blocks.push(paragraph(Style::Label, Text::new(self.language, text)));
        }
    }

    /// The text in the language of the document, else the other one as it is.
    fn text(&self, answer: &Answer, blocks: &mut Vec<Block>) {
        let languages = answer
            .text
            .outgoing(self.content.response.answer_languages());
        let language = if languages.contains(&self.language) {
            self.language
        } else {
            let label = match self.language.other() {
                Language::English => messages::provided_in_english(),
                Language::French => messages::provided_in_french(),
            };
            let label = Text::new(self.language, label.text(self.language));
            blocks.push(paragraph(Style::Label, label));
            self.language.other()
        };
        if !self.beside || languages.len() > 1 {
            let document = text::Document::parse(answer.text.get(language));
            blocks.extend(prose(&document.blocks, language, ANSWER_LEVEL));
        }
    }

    /// What stands below an item in both languages together: a text that goes
    /// out in one of them only, or the room to write one.
    fn across(&self, item: &Item) -> Option<Vec<Block>> {
        if !item.is_text() {
            return None;
        }
        if self.layout == Layout::Blank {
            return Some(vec![Block::Room(ROOM_LINES_BELOW_BOTH)]);
        }
        let status = self.content.evaluation.item(&item.id)?;
        let goes_out = status.state == ItemState::Answered && status.released;
        let answer = self.content.response.answer(&item.id);
        let answer = answer.filter(|_| goes_out)?;
        let languages = answer
            .text
            .outgoing(self.content.response.answer_languages());
        let [language] = languages.as_slice() else {
            return None;
        };
        let document = text::Document::parse(answer.text.get(*language));
        Some(prose(&document.blocks, *language, ANSWER_LEVEL))
    }

    /// What stands where no answer goes out.
    fn state(&self, status: ItemStatus, blocks: &mut Vec<Block>) {
        let questionnaire = &self.content.shipped.questionnaire;
        let remark = self.layout != Layout::Plain;
        let text = match status.state {
            ItemState::NotApplicable => {
                self.wording("notApplicable", &questionnaire.not_applicable.printed)
            }
            ItemState::NoResponse => self.wording("noResponse", &questionnaire.no_response.printed),
            // What its author withholds is as if it were not there.
            ItemState::Unanswered | ItemState::Answered if remark => {
                let message = if status.expected {
                    messages::not_answered_yet()
                } else {
                    messages::not_expected()
                };
                Text::new(self.language, message.text(self.language))
            }
            ItemState::Unanswered | ItemState::Answered => return,
        };
        blocks.push(paragraph(Style::State, text));
    }
}

/// The options that were selected, and those that group selected ones.
fn selected(options: Vec<AnswerOption>) -> Vec<AnswerOption> {
    let below = options.into_iter().map(|option| AnswerOption {
        options: selected(option.options),
        ..option
    });
    below
        .filter(|option| option.selected || !option.options.is_empty())
        .collect()
}

pub(super) fn paragraph(style: Style, text: Text) -> Block {
    Block::Paragraph {
        style,
        text,
        keep_with_next: false,
    }
}

/// A text as blocks of the document; its own sub-headings have this level.
pub(super) fn prose(blocks: &[text::Block], language: Language, level: u8) -> Vec<Block> {
    let block = |block: &text::Block| match block {
        text::Block::Heading(words) => Block::Heading {
            level,
            text: Text::new(language, words.as_str()),
        },
        text::Block::Paragraph(lines) => {
            paragraph(Style::Body, Text::new(language, lines.join("\n")))
        }
        text::Block::List(list) => Block::List(List {
            numbering: if list.ordered {
                Numbering::Numbers {
                    first: u64::from(list.start),
                }
            } else {
                Numbering::Bullets
            },
            items: list
                .items
                .iter()
                .map(|item| prose(item, language, level))
                .collect(),
        }),
    };
    blocks.iter().map(block).collect()
}
