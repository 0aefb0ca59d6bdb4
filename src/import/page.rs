//! A page after its lines were placed: what it says.

use std::collections::BTreeSet;

use super::form::Form;
use super::html::{self, Origin};
use super::lines::Line;
use super::placing::{Placement, Reason};
use crate::i18n::Language;
use crate::questionnaire::{ItemId, OptionId};
use crate::response::{Decision, UnplacedLine};
use crate::text::{self, Change};

/// A page, its lines and their places.
pub(super) struct Page<'a> {
    pub(super) name: &'a str,
    pub(super) form: Form<'a>,
    pub(super) lines: Vec<Line>,
    pub(super) placements: Vec<Placement>,
    pub(super) changes: Vec<Change>,
    /// The indices of the questions that were found.
    pub(super) found: BTreeSet<usize>,
    /// Whether blank lines stand between paragraphs. Where they do not, every
    /// line is a paragraph or an item of a list.
    pub(super) is_spaced: bool,
}

/// What a page says of a choice.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Chosen {
    pub(super) options: BTreeSet<OptionId>,
    pub(super) decision: Option<Decision>,
    /// Whether the page has lines here that may be options.
    pub(super) has_unknown: bool,
}

impl Chosen {
    pub(super) fn is_empty(&self) -> bool {
        self.options.is_empty() && self.decision.is_none()
    }

    /// Whether another page, which has it all, says no less and nothing else.
    pub(super) fn is_part_of(&self, whole: &Chosen) -> bool {
        self.has_unknown
            && !whole.has_unknown
            && self.decision.is_none()
            && self.options.is_subset(&whole.options)
    }

    pub(super) fn says_as(&self, other: &Chosen) -> bool {
        self.options == other.options && self.decision == other.decision
    }
}

impl Page<'_> {
    pub(super) fn language(&self) -> Language {
        self.form.language
    }

    /// The lines with their places.
    pub(super) fn placed(&self) -> impl Iterator<Item = (&Line, &Placement)> {
        self.lines.iter().zip(&self.placements)
    }

    /// The name of the organization in a language.
    pub(super) fn organization(&self, language: Language) -> Option<&str> {
        self.placed()
            .find(|(line, placement)| {
                **placement == Placement::Organization && self.language_of(line) == language
            })
            .map(|(line, _)| line.text.trim())
    }

    fn language_of(&self, line: &Line) -> Language {
        line.language.unwrap_or(self.form.language)
    }

    pub(super) fn chosen(&self, item: &ItemId) -> Chosen {
        let mut chosen = Chosen::default();
        for placement in &self.placements {
            match placement {
                Placement::Choice(of, option) if of == item => {
                    chosen.options.insert(option.clone());
                }
                Placement::Decision(of, decision) if of == item => {
                    chosen.decision = Some(*decision);
                }
                Placement::Unplaced(reason) if reason.option_of() == Some(item) => {
                    chosen.has_unknown = true;
                }
                _ => {}
            }
        }
        chosen
    }

    /// The words by which an item is decided; empty where it is not.
    pub(super) fn words_of_decision(&self, item: &ItemId) -> String {
        self.placed()
            .find(|(_, placement)| matches!(placement, Placement::Decision(of, _) if of == item))
            .map(|(line, _)| line.bare().to_owned())
            .unwrap_or_default()
    }

    /// Takes from this page the choices that another page does not have.
    pub(super) fn withdraw(&mut self, item: &ItemId, kept: &Chosen) {
        for placement in &mut self.placements {
            let differs = match &*placement {
                Placement::Choice(of, option) => of == item && !kept.options.contains(option),
                Placement::Decision(of, decision) => of == item && kept.decision != Some(*decision),
                _ => false,
            };
            if differs {
                *placement = Placement::Unplaced(Reason::OtherChoice(item.clone()));
            }
        }
    }

    /// The text of an item in a language, in its stored form; empty where there
    /// is none.
    pub(super) fn text(&self, item: &ItemId, language: Language) -> String {
        let lines: Vec<&Line> = self
            .placed()
            .filter(|(_, placement)| matches!(placement, Placement::Answer(of) if of == item))
            .map(|(line, _)| line)
            .filter(|line| self.language_of(line) == language)
            .collect();
        if let [line] = lines.as_slice()
            && line.named.is_none()
            && self.form.decision(line).is_some()
        {
            // A bullet before "N/A" would make an answer of it.
            return text::typed(line.bare());
        }
        let origins: Vec<(&Line, &Origin)> = lines
            .iter()
            .filter_map(|line| Some((*line, line.origin.as_ref()?)))
            .collect();
        if !origins.is_empty() {
            return html::stored(&origins);
        }
        let mut plain = String::new();
        for line in lines {
            if !plain.is_empty() {
                plain.push('\n');
                if line.after_blank || !self.is_spaced {
                    plain.push('\n');
                }
            }
            plain.push_str(&line.text);
        }
        text::typed(&plain)
    }

    /// The lines that found no place, as they live on in the draft.
    pub(super) fn unplaced(&self) -> impl Iterator<Item = UnplacedLine> {
        self.placed().filter_map(|(line, placement)| {
            let Placement::Unplaced(reason) = placement else {
                return None;
            };
            Some(UnplacedLine {
                language: self.language(),
                line: line.number,
                text: line.text.trim().to_owned(),
                option_of: reason.option_of().cloned(),
                unknown: serde_json::Map::new(),
            })
        })
    }
}
