//! A sheet that sums a submission up for whoever approves it.

use super::document::{Block, List, Numbering, Part, Running, Style, Text};
use super::form::{Layout, Writer, paragraph};
use super::presentation::ShownOptions;
use super::sign_off::{edition_note, fact};
use super::{Content, Edition, running};
use crate::i18n::{Language, Message, report as messages};
use crate::questionnaire::{Item, Question};
use crate::rules::Severity;

/// The texts that say by when something will be done. A questionnaire without
/// these items has none.
const TIME_FRAMES: [&str; 3] = ["q1.text", "q2.text", "q4"];

/// How many characters of a time frame are shown, so that one sheet does.
const MOST_CHARACTERS: usize = 700;

/// Texts stand under headings of level 2.
const ANSWER_LEVEL: u8 = 3;

/// A sheet in each language, to be put before the submission: what was
/// selected, the time frames as they were written, what the rules warn of, and
/// how many pages the submission has. It shows nothing that the submission
/// does not say or that does not follow from it; acknowledgements and their
/// reasons stay in the draft.
#[must_use]
pub fn summary(
    content: Content<'_>,
    edition: Edition<'_>,
    languages: &[Language],
    page_count: usize,
) -> Vec<Part> {
    let sheet = |language: &Language| Sheet {
        content,
        edition,
        language: *language,
    };
    let sheets = languages.iter().map(sheet);
    sheets.map(|sheet| sheet.part(page_count)).collect()
}

#[derive(Clone, Copy)]
struct Sheet<'a> {
    content: Content<'a>,
    edition: Edition<'a>,
    language: Language,
}

impl Sheet<'_> {
    fn part(self, page_count: usize) -> Part {
        let mut blocks = self.top(page_count);
        blocks.extend(self.choices());
        blocks.extend(self.time_frames());
        blocks.extend(self.findings());
        let apart = messages::summary_apart().text(self.language);
        Part {
            language: self.language,
            title: messages::summary_title().text(self.language),
            running: Running {
                title: apart.clone(),
                apart: Some(apart),
                ..running::running(self.content, self.edition, self.language)
            },
            blocks,
        }
    }

    fn text(self, message: &Message) -> Text {
        Text::new(self.language, message.text(self.language))
    }

    fn heading(self, level: u8, message: &Message) -> Block {
        let text = self.text(message);
        Block::Heading { level, text }
    }

    fn writer(&self) -> Writer<'_> {
        Writer {
            content: self.content,
            language: self.language,
            layout: Layout::WithFacts(ShownOptions::Selected),
            beside: false,
        }
    }

    fn top(self, page_count: usize) -> Vec<Block> {
        let language = self.language;
        let (name, named_in) = running::organization_name(self.content.response, language);
        let cycle = self.content.response.cycle().trim();
        let pages = page_count.to_string();
        let facts = [
            (messages::fact_organization(), Text::new(named_in, name)),
            (messages::fact_cycle(), Text::new(language, cycle)),
            (messages::summary_pages(), Text::new(language, pages)),
        ];
        let facts = facts.into_iter();
        let facts = facts.map(|(name, value)| fact(language, &name, value));
        vec![
            self.heading(1, &messages::summary_title()),
            paragraph(Style::Body, self.text(&messages::summary_note())),
            Block::Facts(facts.collect()),
            paragraph(Style::Note, self.text(&edition_note(self.edition))),
        ]
    }

    /// What stands above what is shown of a question.
    fn question(self, question: &Question) -> Block {
        let label = self.content.shipped.questionnaire.label_of(question);
        let topic = messages::summary_topic(question.id.as_str()).text(self.language);
        let label = label.get(self.language);
        let words = if topic.is_empty() {
            label.clone()
        } else {
            format!("{label} – {topic}")
        };
        Block::Paragraph {
            style: Style::Prompt,
            text: Text::new(self.language, words),
            keep_with_next: true,
        }
    }

    /// The choices with the options that were selected.
    fn choices(self) -> Vec<Block> {
        let mut blocks = vec![self.heading(2, &messages::summary_choices())];
        for question in self.content.shipped.questionnaire.questions() {
            for item in question.items.iter().filter(|item| !item.is_text()) {
                blocks.push(self.question(question));
                self.writer().item(item, &mut blocks);
            }
        }
        blocks
    }

    /// The time frames that are asked for, given the choices.
    fn time_frames(self) -> Vec<Block> {
        let mut blocks = Vec::new();
        for question in self.content.shipped.questionnaire.questions() {
            for item in question.items.iter().filter(|item| self.shows(item)) {
                let mut written = Vec::new();
                self.writer().item(item, &mut written);
                blocks.push(self.question(question));
                blocks.extend(self.beginning(question, written));
            }
        }
        if !blocks.is_empty() {
            blocks.insert(0, self.heading(2, &messages::summary_time_frames()));
        }
        blocks
    }

    fn shows(self, item: &Item) -> bool {
        let status = self.content.evaluation.item(&item.id);
        TIME_FRAMES.contains(&item.id.as_str()) && status.is_some_and(|status| status.expected)
    }

    /// As many whole blocks as there is room for, and where the rest stands.
    fn beginning(self, question: &Question, written: Vec<Block>) -> Vec<Block> {
        let total = written.len();
        let mut characters = 0;
        let fits = |block: &Block| {
            characters += length(block);
            characters <= MOST_CHARACTERS
        };
        let mut blocks: Vec<Block> = written.into_iter().take_while(fits).collect();
        let cut = blocks.len() < total;
        if cut {
            // A heading or an announcement alone would say nothing.
            while blocks.last().is_some_and(announces) {
                blocks.pop();
            }
        }
        for block in &mut blocks {
            if let Block::Heading { level, .. } = block {
                *level = ANSWER_LEVEL;
            }
        }
        if cut {
            let label = self.content.shipped.questionnaire.label_of(question);
            let message = if blocks.is_empty() {
                messages::summary_stands_under(label)
            } else {
                messages::summary_goes_on_under(label)
            };
            blocks.push(paragraph(Style::Note, self.text(&message)));
        }
        blocks
    }

    /// Errors, which only a draft has, and warnings.
    fn findings(self) -> Vec<Block> {
        let mut blocks = Vec::new();
        let errors = self.list(Severity::Error);
        if let Some(errors) = errors {
            blocks.push(self.heading(2, &messages::summary_errors()));
            blocks.push(errors);
        }
        blocks.push(self.heading(2, &messages::summary_warnings()));
        let warnings = self.list(Severity::Warning);
        let none = || paragraph(Style::State, self.text(&messages::summary_no_warnings()));
        blocks.push(warnings.unwrap_or_else(none));
        blocks
    }

    fn list(self, severity: Severity) -> Option<Block> {
        let findings = self.content.evaluation.of(severity);
        let items: Vec<Vec<Block>> = findings
            .map(|finding| vec![paragraph(Style::Body, self.text(&finding.message))])
            .collect();
        let numbering = Numbering::Bullets;
        (!items.is_empty()).then_some(Block::List(List { numbering, items }))
    }
}

/// How many characters a block of an answer has.
fn length(block: &Block) -> usize {
    match block {
        Block::Heading { text, .. } | Block::Paragraph { text, .. } => text.content.chars().count(),
        Block::List(list) => list.items.iter().flatten().map(length).sum(),
        _ => 0,
    }
}

/// Whether a block only says what comes next.
fn announces(block: &Block) -> bool {
    match block {
        Block::Heading { .. } => true,
        Block::Paragraph { style, text, .. } => {
            *style == Style::Label || text.content.trim_end().ends_with(':')
        }
        _ => false,
    }
}
