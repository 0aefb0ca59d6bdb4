//! The lines of one question.

use std::ops::Range;

use super::form::{Form, Label, QuestionWords, ends_as_question};
use super::lines::Line;
use super::placing::{Placement, Reason};
use crate::questionnaire::{ItemId, ItemKind, OptionId};

/// Longer lines under a choice are no options.
const MAX_OPTION_BYTES: usize = 400;

/// Places the lines of a question, its header first.
pub(super) fn place(
    lines: &[Line],
    form: &Form<'_>,
    words: &QuestionWords<'_>,
    region: Range<usize>,
    placements: &mut [Placement],
) {
    let lines = lines.get(region.clone()).unwrap_or_default();
    let mut reader = Reader {
        form,
        words,
        item: 0,
        wording: Wording::Awaited,
        chosen: Vec::new(),
        decided: Vec::new(),
        is_prompted: lines.iter().any(|line| words.prompted(line).is_some()),
        prompts: Vec::new(),
        has_text: false,
    };
    for (at, line) in lines.iter().enumerate() {
        let placement = if at == 0 {
            reader.header(line)
        } else {
            reader.line(line, at)
        };
        if let Some(place) = placements.get_mut(region.start + at) {
            *place = placement;
        }
    }
}

/// Whether the wording of the question was met.
#[derive(PartialEq, Eq)]
enum Wording {
    Awaited,
    Met,
}

struct Reader<'a> {
    form: &'a Form<'a>,
    words: &'a QuestionWords<'a>,
    /// The index of the item that lines belong to now.
    item: usize,
    wording: Wording,
    chosen: Vec<(&'a ItemId, &'a OptionId)>,
    decided: Vec<&'a ItemId>,
    /// Whether the region has a prompt that is known.
    is_prompted: bool,
    /// The prompts that were met; each stands once.
    prompts: Vec<&'a str>,
    /// Whether a line of text was placed.
    has_text: bool,
}

impl<'a> Reader<'a> {
    fn header(&mut self, line: &Line) -> Placement {
        match self.words.label(line) {
            Some(Label::Alone) => Placement::Wording,
            Some(Label::WithOtherWording) => {
                self.wording = Wording::Met;
                Placement::Unplaced(Reason::OtherWording)
            }
            Some(Label::WithWording) | None => {
                self.wording = Wording::Met;
                Placement::Wording
            }
        }
    }

    fn line(&mut self, line: &'a Line, at: usize) -> Placement {
        if self.wording == Wording::Awaited && !self.has_text && self.words.is_wording(line) {
            self.wording = Wording::Met;
            return Placement::Wording;
        }
        if let Some(prompted) = self.words.prompted(line)
            && prompted >= self.item
            && !self.prompts.contains(&line.folded.as_str())
        {
            self.prompts.push(&line.folded);
            self.item = prompted;
            return Placement::Wording;
        }
        if !self.has_text && self.words.hints.contains(&line.folded) {
            return Placement::Wording;
        }
        let Some(item) = self.words.items.get(self.item) else {
            return Placement::Unplaced(Reason::Unknown);
        };
        let known = self.words.items.iter().any(|item| item.has_option(line));
        // What stands right after "Question 8" is its wording, worded
        // otherwise: a question, or any line before the options of a choice.
        if at == 1
            && self.wording == Wording::Awaited
            && !line.is_marked
            && (ends_as_question(line)
                || !(item.item.is_text() || known || self.form.decision(line).is_some()))
        {
            self.wording = Wording::Met;
            return Placement::Unplaced(Reason::OtherWording);
        }
        if item.item.is_text() {
            self.has_text = true;
            return Placement::Answer(item.item.id.clone());
        }
        self.under_choice(line)
    }

    /// A line before the prompt of a text.
    fn under_choice(&mut self, line: &Line) -> Placement {
        let items = self.words.items.iter().skip(self.item);
        for item in items {
            let known = item
                .options
                .iter()
                .filter(|(label, _)| *label == line.folded)
                .map(|(_, option)| (&item.item.id, *option));
            // Options below different ones may bear the same label.
            let mut met = None;
            for choice in known {
                if !self.chosen.contains(&choice) {
                    return self.choose(choice, &item.item.kind);
                }
                met = Some(choice);
            }
            if let Some((item, _)) = met {
                return Placement::Unplaced(Reason::SecondChoice(item.clone()));
            }
        }
        let Some(item) = self.words.items.get(self.item).map(|words| &words.item.id) else {
            return Placement::Unplaced(Reason::Unknown);
        };
        if let Some(decision) = self.form.decision(line) {
            let taken = self.chosen.iter().any(|(chosen, _)| *chosen == item);
            if taken || self.decided.contains(&item) {
                return Placement::Unplaced(Reason::SecondChoice(item.clone()));
            }
            self.decided.push(item);
            return Placement::Decision(item.clone(), decision);
        }
        self.unknown_under_choice(line, item)
    }

    fn choose(&mut self, choice: (&'a ItemId, &'a OptionId), kind: &ItemKind) -> Placement {
        let (item, option) = choice;
        let single = matches!(kind, ItemKind::SingleChoice(_));
        let taken = self.chosen.iter().any(|(chosen, _)| *chosen == item);
        if (single && taken) || self.decided.contains(&item) {
            return Placement::Unplaced(Reason::SecondChoice(item.clone()));
        }
        self.chosen.push(choice);
        Placement::Choice(item.clone(), option.clone())
    }

    /// Pages print every prompt. So where no prompt is known, the first line
    /// without a bullet is taken for the prompt, and the text starts after it.
    fn unknown_under_choice(&mut self, line: &Line, item: &ItemId) -> Placement {
        let text = self
            .words
            .items
            .iter()
            .position(|words| words.item.is_text());
        let text = text.filter(|text| *text > self.item && !self.is_prompted && !line.is_marked);
        if let Some(text) = text {
            self.item = text;
            return Placement::Unplaced(Reason::OtherWording);
        }
        if line.text.len() > MAX_OPTION_BYTES {
            return Placement::Unplaced(Reason::Unknown);
        }
        Placement::Unplaced(Reason::UnknownOption(item.clone()))
    }
}
