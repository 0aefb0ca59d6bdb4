//! The questionnaire to fill in on paper.

use super::document::{Block, Document, Part, Running, SignLine, Style, Text};
use super::{Arrangement, Content, Edition, contents, document, form, running, sign_off, title};
use crate::i18n::{Language, Message, report as messages};
use crate::questionnaire::Shipped;
use crate::response::QuestionnaireResponse;
use crate::rules::evaluate;

/// The questionnaire without answers, in the given languages, with boxes to
/// tick and ruled room to write in.
#[must_use]
pub fn blank(shipped: &Shipped, languages: &[Language], arrangement: Arrangement) -> Document {
    // Whose draft it would be, and when, is not shown.
    let moment = chrono::DateTime::UNIX_EPOCH.fixed_offset();
    let response = QuestionnaireResponse::new(&shipped.questionnaire, uuid::Uuid::nil(), moment);
    let evaluation = evaluate(&shipped.questionnaire, &response);
    let content = Content {
        shipped,
        response: &response,
        evaluation: &evaluation,
    };
    let parts = match (arrangement, languages) {
        (Arrangement::Facing, [first, second]) => vec![facing(content, [*first, *second])],
        _ => languages
            .iter()
            .map(|language| part(content, *language))
            .collect(),
    };
    document(content, languages.first().copied(), parts)
}

fn part(content: Content<'_>, language: Language) -> Part {
    let mut blocks = top(content, language);
    blocks.push(contents(language));
    blocks.extend(form::blocks(content, language, form::Layout::Blank));
    blocks.push(Block::PageBreak);
    blocks.extend(sign_off::blank(content, language));
    Part {
        language,
        title: content.shipped.questionnaire.title.get(language).clone(),
        running: every_page(content, language),
        blocks,
    }
}

fn facing(content: Content<'_>, languages: [Language; 2]) -> Part {
    let [language, _] = languages;
    let mut blocks = vec![Block::Facing(
        languages.map(|language| top(content, language)),
    )];
    blocks.extend(languages.map(contents));
    blocks.extend(form::facing(content, languages, form::Layout::Blank));
    for language in languages {
        blocks.push(Block::PageBreak);
        blocks.extend(sign_off::blank(content, language));
    }
    let [first, second] = languages.map(|language| every_page(content, language));
    Part {
        language,
        title: content.shipped.questionnaire.title.get(language).clone(),
        running: running::bilingual(first, second),
        blocks,
    }
}

/// The title, how to fill the form in, and who does.
fn top(content: Content<'_>, language: Language) -> Vec<Block> {
    let text = |message: Message| Text::new(language, message.text(language));
    let line = |message| SignLine {
        label: text(message),
        value: None,
    };
    vec![
        title(content, language),
        Block::Paragraph {
            style: Style::Note,
            text: text(messages::note_blank()),
            keep_with_next: false,
        },
        Block::SignOff(vec![
            line(messages::fact_organization()),
            line(messages::fact_audience()),
            line(messages::fact_cycle()),
        ]),
    ]
}

fn every_page(content: Content<'_>, language: Language) -> Running {
    Running {
        fingerprint: None,
        revision: None,
        banner: None,
        organization: messages::blank_form().text(language),
        ..running::running(content, Edition::Draft, language)
    }
}
