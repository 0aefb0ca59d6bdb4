//! How each kind of text looks: one calm scale of sizes, in points.

use super::{Face, Ink};
use crate::report::document::Style;

/// How a text looks and how far it keeps from what stands above it.
#[derive(Clone, Copy, Debug)]
pub(super) struct TextStyle {
    pub(super) face: Face,
    pub(super) size: f32,
    /// From baseline to baseline.
    pub(super) leading: f32,
    pub(super) ink: Ink,
    /// The space above, which is dropped at the top of a page.
    pub(super) before: f32,
}

const fn style(face: Face, size: f32, leading: f32, ink: Ink, before: f32) -> TextStyle {
    TextStyle {
        face,
        size,
        leading,
        ink,
        before,
    }
}

impl TextStyle {
    /// The same for the head and the foot of pages that are enlarged by `scale`:
    /// what stands on every page leaves the room to the answers.
    pub(super) fn running(self, scale: f32) -> Self {
        let factor = (MOST_RUNNING / (self.size * scale)).min(1.0);
        Self {
            size: self.size * factor,
            leading: self.leading * factor,
            ..self
        }
    }
}

/// The most that head and foot are enlarged to, in points.
const MOST_RUNNING: f32 = 12.0;

/// Answer options.
pub(super) const OPTION: TextStyle = style(Face::Regular, 10.5, 15.0, Ink::Black, 4.0);
/// A chosen answer option.
pub(super) const CHOSEN: TextStyle = style(Face::Bold, 10.5, 15.0, Ink::Black, 4.0);
/// The first answer option.
pub(super) const FIRST_OPTION_BEFORE: f32 = 8.0;
/// The name of a fact.
pub(super) const FACT_NAME: TextStyle = style(Face::Regular, 9.5, 14.5, Ink::Grey, 4.0);
/// The value of a fact.
pub(super) const FACT_VALUE: TextStyle = style(Face::Bold, 10.0, 14.5, Ink::Black, 4.0);
/// What is to be written on a line.
pub(super) const SIGN_LABEL: TextStyle = style(Face::Regular, 9.5, 14.0, Ink::Grey, 19.0);
/// What stands on the line already.
pub(super) const SIGN_VALUE: TextStyle = style(Face::Regular, 10.5, 14.0, Ink::Black, 15.0);
/// At the top of every page: the organization.
pub(super) const HEADER_NAME: TextStyle = style(Face::Bold, 8.5, 11.5, Ink::Black, 0.0);
/// At the top of every page: the title.
pub(super) const HEADER_TITLE: TextStyle = style(Face::Regular, 8.5, 11.5, Ink::Grey, 0.0);
/// At the top of every page: the marking.
pub(super) const MARKING: TextStyle = style(Face::Bold, 10.0, 13.0, Ink::Black, 0.0);
/// At the top of every page: DRAFT.
pub(super) const BANNER: TextStyle = style(Face::Bold, 12.0, 16.0, Ink::Black, 0.0);
/// At the foot of every page.
pub(super) const FOOTER: TextStyle = style(Face::Regular, 8.0, 11.0, Ink::Grey, 0.0);
/// At the foot of a page: the remark on unofficial wording.
pub(super) const FOOTER_NOTE: TextStyle = style(Face::Italic, 8.0, 11.0, Ink::Grey, 0.0);

/// Before the first of some facts.
pub(super) const FIRST_FACT_BEFORE: f32 = 12.0;
/// Before a prompt that is not the first of its question.
pub(super) const OPENING_BEFORE: f32 = 14.0;

/// Between facts and a list.
pub(super) const AFTER_FACTS: f32 = 12.0;
/// After lines to write on.
pub(super) const AFTER_SIGN_OFF: f32 = 22.0;
/// Between a label and what it is a remark on.
pub(super) const AFTER_LABEL: f32 = 2.5;

/// Above the contents.
pub(super) const CONTENTS_TITLE: TextStyle = style(Face::Bold, 13.5, 18.0, Ink::Accent, 24.0);
/// The least that languages stand beside each other in.
pub(super) const NARROWEST_COLUMN: f32 = 180.0;
/// Between columns.
pub(super) const BETWEEN_COLUMNS: f32 = 20.0;

/// Entries of the contents by the level of the heading.
pub(super) fn contents(level: u8) -> TextStyle {
    match level {
        0..=2 => style(Face::Bold, 9.5, 13.0, Ink::Black, 6.0),
        _ => style(Face::Regular, 9.5, 13.0, Ink::Black, 1.0),
    }
}

/// Headings by level.
pub(super) fn heading(level: u8) -> TextStyle {
    match level {
        0 | 1 => style(Face::Bold, 18.0, 23.0, Ink::Accent, 28.0),
        2 => style(Face::Bold, 13.5, 18.0, Ink::Accent, 26.0),
        3 => style(Face::Bold, 10.5, 14.5, Ink::Accent, 20.0),
        4 => style(Face::Bold, 10.5, 15.0, Ink::Black, 11.0),
        _ => style(Face::Italic, 10.5, 15.0, Ink::Black, 9.0),
    }
}

/// Paragraphs by what they are for.
pub(super) fn paragraph(purpose: Style) -> TextStyle {
    match purpose {
        Style::Body => style(Face::Regular, 10.5, 15.5, Ink::Black, 7.0),
        Style::Prompt => style(Face::Bold, 10.5, 15.0, Ink::Black, 6.0),
        Style::Hint => style(Face::Italic, 9.5, 13.5, Ink::Grey, 3.5),
        Style::State => style(Face::Italic, 10.5, 15.5, Ink::Black, 6.0),
        Style::Label => style(Face::Bold, 9.0, 13.0, Ink::Grey, 9.0),
        Style::Note => style(Face::Italic, 9.0, 13.0, Ink::Grey, 6.0),
    }
}
