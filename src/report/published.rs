//! The page that a central agency publishes, question by question.
//!
//! It says which item each answer belongs to, which a flat document does not,
//! so that a page can be read again without guessing. The flat document is
//! made from it ([`PublishedPage::document`]): what text, Markdown and HTML
//! show cannot differ.

use super::Content;
use super::document::{AnswerOption, Block, Document, Part, Running, Style, Text};
use super::form::{Layout, Writer, paragraph};
use crate::i18n::{Language, report as messages};
use crate::questionnaire::{Item, ItemId, Question, Section};

/// A page in one language. It never bears a security marking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedPage {
    /// The identifier of the questionnaire.
    pub questionnaire: String,
    /// The language of the page. A [`Text`] on it may be in the other.
    pub language: Language,
    /// The name of the organization; empty where there is none.
    pub organization: Text,
    /// The title of the form.
    pub title: Text,
    /// Organization and title in one line.
    pub document_title: String,
    /// Paragraphs before the first section.
    pub introduction: Vec<Block>,
    /// The parts of the form.
    pub sections: Vec<PublishedSection>,
    /// That wordings on this page are translations of ours, where some are.
    pub unofficial_note: Option<String>,
}

/// A part of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedSection {
    /// Its title.
    pub title: Text,
    /// Paragraphs before the first question.
    pub introduction: Vec<Block>,
    /// Its questions.
    pub questions: Vec<PublishedQuestion>,
}

/// A question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedQuestion {
    /// Its identifier.
    pub id: String,
    /// "Question 1".
    pub label: Text,
    /// What it asks.
    pub wording: Text,
    /// What was asked in particular, and what was answered.
    pub items: Vec<PublishedItem>,
}

/// One choice or one text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedItem {
    /// Its identifier.
    pub id: ItemId,
    /// Whether it is a text.
    pub is_text: bool,
    /// What the form prints before it.
    pub prompts: Vec<Text>,
    /// Options, text or state; nothing where nothing goes out.
    pub answer: Vec<Block>,
}

pub(super) fn page(
    content: Content<'_>,
    language: Language,
    organization: Text,
    title: Text,
    document_title: String,
) -> PublishedPage {
    let writer = Writer {
        content,
        language,
        layout: Layout::Plain,
        beside: false,
    };
    let questionnaire = &content.shipped.questionnaire;
    let introduction = questionnaire.introduction.iter();
    let mut page = PublishedPage {
        questionnaire: questionnaire.id.clone(),
        language,
        organization,
        title,
        document_title,
        introduction: introduction.map(|text| writer.body(text)).collect(),
        sections: questionnaire
            .sections
            .iter()
            .map(|one| section(writer, one))
            .collect(),
        unofficial_note: None,
    };
    if page.blocks().iter().any(is_unofficial) {
        page.unofficial_note = Some(messages::unofficial_wording().text(language));
    }
    page
}

fn section(writer: Writer<'_>, section: &Section) -> PublishedSection {
    let introduction = section.introduction.iter();
    PublishedSection {
        title: writer.wording(&section.id, &section.title),
        introduction: introduction.map(|text| writer.body(text)).collect(),
        questions: section
            .questions
            .iter()
            .map(|one| question(writer, one))
            .collect(),
    }
}

fn question(writer: Writer<'_>, question: &Question) -> PublishedQuestion {
    let label = writer.content.shipped.questionnaire.label_of(question);
    let item = |item: &Item| {
        let mut answer = Vec::new();
        writer.item(item, &mut answer);
        PublishedItem {
            id: item.id.clone(),
            is_text: item.is_text(),
            prompts: writer.prompts(item),
            answer,
        }
    };
    PublishedQuestion {
        id: question.id.clone(),
        label: Text::new(writer.language, label.get(writer.language).as_str()),
        wording: writer.wording(&question.id, &question.wording),
        items: question.items.iter().map(item).collect(),
    }
}

impl PublishedPage {
    /// The page as a document, for outputs that need no more.
    #[must_use]
    pub fn document(&self) -> Document {
        let part = Part {
            language: self.language,
            title: self.title.content.clone(),
            running: Running {
                organization: self.organization.content.clone(),
                unofficial_note: self.unofficial_note.clone(),
                ..Running::default()
            },
            blocks: self.blocks(),
        };
        Document {
            title: self.document_title.clone(),
            parts: vec![part],
        }
    }

    fn blocks(&self) -> Vec<Block> {
        let mut blocks = vec![heading(1, &self.organization), heading(1, &self.title)];
        blocks.extend(self.introduction.iter().cloned());
        for section in &self.sections {
            blocks.push(heading(2, &section.title));
            blocks.extend(section.introduction.iter().cloned());
            for question in &section.questions {
                blocks.push(heading(3, &question.label));
                blocks.push(paragraph(Style::Prompt, question.wording.clone()));
                for item in &question.items {
                    let prompts = item.prompts.iter().cloned();
                    blocks.extend(prompts.map(|prompt| paragraph(Style::Prompt, prompt)));
                    blocks.extend(item.answer.iter().cloned());
                }
            }
        }
        blocks
    }
}

fn heading(level: u8, text: &Text) -> Block {
    Block::Heading {
        level,
        text: text.clone(),
    }
}

/// Whether the block shows a wording that is a translation of ours. Of the
/// options, a page shows those that are selected.
fn is_unofficial(block: &Block) -> bool {
    fn shown(option: &AnswerOption) -> bool {
        let below = option.options.iter().any(shown);
        below || (option.selected && option.label.unofficial)
    }
    match block {
        Block::Heading { text, .. } | Block::Paragraph { text, .. } => text.unofficial,
        Block::Options(options) => options.options.iter().any(shown),
        Block::List(list) => list.items.iter().flatten().any(is_unofficial),
        _ => false,
    }
}
