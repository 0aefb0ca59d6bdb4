//! A sheet that sums a submission up for whoever approves it.

use super::document::{AnswerOption, Block, Fact, List, Numbering, Part, Running, Style, Text};
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
        let none = (
            messages::summary_warnings(),
            self.text(&messages::summary_no_warnings()),
        );
        let warned = self.list(Severity::Warning).is_some();
        let facts = facts.into_iter().chain((!warned).then_some(none));
        let facts = facts.map(|(name, value)| fact(language, &name, value));
        let mut blocks = vec![
            self.heading(1, &messages::summary_title()),
            paragraph(Style::Body, self.text(&messages::summary_note())),
            Block::Facts(facts.collect()),
        ];
        if !matches!(self.edition, Edition::Signed(_)) {
            let edition = self.text(&edition_note(self.edition));
            blocks.push(paragraph(Style::Note, edition));
        }
        blocks
    }

    /// What a question is about, in few words of ours.
    fn topic(self, question: &Question) -> Text {
        let topic = messages::summary_topic(question.id.as_str()).text(self.language);
        let label = self.content.shipped.questionnaire.label_of(question);
        let words = if topic.is_empty() {
            label.get(self.language).clone()
        } else {
            format!("{}. {topic}", question.number)
        };
        Text::new(self.language, words)
    }

    /// The choices with the options that were selected.
    fn choices(self) -> Vec<Block> {
        let questions = self.content.shipped.questionnaire.questions();
        let facts = questions.flat_map(|question| {
            let choices = question.items.iter().filter(|item| !item.is_text());
            choices.map(move |item| Fact {
                name: self.topic(question),
                value: self.selected(item),
            })
        });
        vec![
            self.heading(2, &messages::summary_choices()),
            Block::Facts(facts.collect()),
        ]
    }

    /// The options of a choice that the submission shows as selected, else
    /// what it says in their place.
    fn selected(self, item: &Item) -> Text {
        let mut blocks = Vec::new();
        self.writer().item(item, &mut blocks);
        let mut found = Vec::new();
        let mut state = None;
        for block in blocks {
            match block {
                Block::Options(options) => labels(&options.options, &mut found),
                Block::Paragraph {
                    style: Style::State,
                    text,
                    ..
                } => state = Some(text),
                _ => {}
            }
        }
        let unofficial = found.iter().any(|label| label.unofficial);
        let words: Vec<String> = match found.as_slice() {
            [] => return state.unwrap_or_else(|| Text::new(self.language, "")),
            [only] => vec![only.content.clone()],
            several => several
                .iter()
                .map(|label| format!("• {}", label.content))
                .collect(),
        };
        Text::new(self.language, words.join("\n")).marked_unofficial(unofficial)
    }

    /// The time frames that are asked for, given the choices.
    fn time_frames(self) -> Vec<Block> {
        let mut blocks = Vec::new();
        for question in self.content.shipped.questionnaire.questions() {
            for item in question.items.iter().filter(|item| self.shows(item)) {
                let mut written = Vec::new();
                self.writer().item(item, &mut written);
                blocks.push(paragraph(Style::Prompt, self.topic(question)));
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
        let groups = [
            (messages::summary_errors(), Severity::Error),
            (messages::summary_warnings(), Severity::Warning),
        ];
        let group = |(heading, severity)| {
            let list = self.list(severity)?;
            Some([self.heading(2, &heading), list])
        };
        groups.into_iter().filter_map(group).flatten().collect()
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

/// The labels of selected options, groups of them included.
fn labels(options: &[AnswerOption], found: &mut Vec<Text>) {
    for option in options {
        if option.selected {
            found.push(option.label.clone());
        }
        labels(&option.options, found);
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
