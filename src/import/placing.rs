//! Where each line of a page belongs.
//!
//! Every line that shows something gets exactly one [`Placement`], and what a
//! page says is read from the placements alone: nothing is lost on the way.

use std::ops::Range;

use super::form::{Form, Label, QuestionWords, SectionWords, is_date};
use super::lines::Line;
use super::question;
use crate::questionnaire::{ItemId, OptionId};
use crate::response::Decision;

/// What a line of a page is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Placement {
    /// The name of the organization.
    Organization,
    /// Wording of the form: title, part, question, hint, prompt.
    Wording,
    /// An option that is chosen.
    Choice(ItemId, OptionId),
    /// Words that decide a choice, such as "No response submitted."
    Decision(ItemId, Decision),
    /// Part of the text of an answer.
    Answer(ItemId),
    /// What the page prints besides the form.
    Furniture,
    /// The line has no place: it is kept for the user.
    Unplaced(Reason),
}

/// Why a line has no place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Nothing says what it is.
    Unknown,
    /// It stands where the form has a wording, and is worded otherwise.
    OtherWording,
    /// It stands among the options of a choice, and is none that is known.
    UnknownOption(ItemId),
    /// Another option, or none at all, was chosen in the same place already.
    SecondChoice(ItemId),
    /// The page in the other language has another choice, which was kept.
    OtherChoice(ItemId),
}

impl Reason {
    /// The choice that the line may be an option of.
    #[must_use]
    pub fn option_of(&self) -> Option<&ItemId> {
        match self {
            Reason::Unknown | Reason::OtherWording => None,
            Reason::UnknownOption(item)
            | Reason::SecondChoice(item)
            | Reason::OtherChoice(item) => Some(item),
        }
    }
}

/// Where a question starts.
#[derive(Clone, Copy)]
pub(super) struct Header {
    pub(super) line: usize,
    pub(super) question: usize,
}

/// A placement for each line, in their order.
pub(super) fn place(lines: &[Line], form: &Form<'_>, headers: &[Header]) -> Vec<Placement> {
    let mut placements = vec![Placement::Unplaced(Reason::Unknown); lines.len()];
    let end = end_of_form(lines, form, headers.last().map_or(0, |header| header.line));
    place_tail(lines, form, end, &mut placements);
    let first = headers.first().map_or(end, |header| header.line);
    let head_end = match headers.first().and_then(|header| section(form, header)) {
        Some(section) => place_section_title(lines, section, 0..first, &mut placements),
        None => first,
    };
    place_head(lines, form, head_end, &mut placements);
    for (at, header) in headers.iter().enumerate() {
        let next = headers.get(at + 1);
        let region = header.line..next.map_or(end, |next| next.line);
        let new_section = next
            .filter(|next| section_of(form, next) != section_of(form, header))
            .and_then(|next| section(form, next));
        let stop = match new_section {
            // The header itself is no title.
            Some(section) => {
                let region = region.start + 1..region.end;
                place_section_title(lines, section, region, &mut placements)
            }
            None => region.end,
        };
        if let Some(words) = form.questions.get(header.question) {
            question::place(lines, form, words, header.line..stop, &mut placements);
        }
    }
    placements
}

/// How sure it is that a question starts at a line, the surest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Certainty {
    /// "Question 3" with its wording.
    LabelAndWording,
    /// The wording alone.
    Wording,
    /// "Question 3" with something else.
    Label,
}

/// Where the questions start: by "Question n" first, by wording second.
pub(super) fn headers(lines: &[Line], form: &Form<'_>) -> Vec<Header> {
    let mut found: Vec<(Certainty, Vec<usize>)> = Vec::new();
    for words in &form.questions {
        let mut best = (Certainty::Label, Vec::new());
        for (at, line) in lines.iter().enumerate() {
            let Some(certainty) = certainty(lines, at, line, words) else {
                continue;
            };
            if certainty < best.0 {
                best = (certainty, vec![at]);
            } else if certainty == best.0 {
                best.1.push(at);
            }
        }
        found.push(best);
    }
    let sure = |index: usize| {
        found
            .get(index)
            .filter(|(certainty, _)| *certainty < Certainty::Label)
            .and_then(|(_, at)| at.first().copied())
    };
    let mut headers: Vec<Header> = Vec::new();
    let mut after = None;
    for (question, (_, candidates)) in found.iter().enumerate() {
        // An answer may mention "Question 10" on a line of its own: a label
        // with unknown wording counts only between its neighbours.
        let before = (question + 1..found.len()).find_map(sure);
        let fits = |at: &usize| {
            after.is_none_or(|after| *at > after) && before.is_none_or(|before| *at < before)
        };
        let line = sure(question).or_else(|| candidates.iter().copied().find(fits));
        if let Some(line) = line {
            headers.push(Header { line, question });
            after = Some(line);
        }
    }
    headers.sort_by_key(|header| header.line);
    headers.dedup_by_key(|header| header.line);
    headers
}

fn certainty(
    lines: &[Line],
    at: usize,
    line: &Line,
    words: &QuestionWords<'_>,
) -> Option<Certainty> {
    if words.is_wording(line) {
        return Some(Certainty::Wording);
    }
    match words.label(line)? {
        Label::WithWording => Some(Certainty::LabelAndWording),
        Label::WithOtherWording => Some(Certainty::Label),
        Label::Alone => {
            let mut following = lines.iter().skip(at + 1).take(2);
            Some(if following.any(|line| words.is_wording(line)) {
                Certainty::LabelAndWording
            } else {
                Certainty::Label
            })
        }
    }
}

fn section_of(form: &Form<'_>, header: &Header) -> Option<usize> {
    form.questions
        .get(header.question)
        .map(|words| words.section)
}

fn section<'a>(form: &'a Form<'_>, header: &Header) -> Option<&'a SectionWords> {
    section_of(form, header).and_then(|at| form.sections.get(at))
}

/// Finds the title of a section in the lines before its first question, and
/// places it with the introduction. Returns where the lines before it end.
fn place_section_title(
    lines: &[Line],
    section: &SectionWords,
    region: Range<usize>,
    placements: &mut [Placement],
) -> usize {
    let holds = |at: usize, is: &dyn Fn(&Line) -> bool| lines.get(at).is_some_and(is);
    let is_introduction =
        |at: usize| holds(at, &|line| section.introduction.contains(&line.folded));
    let is_title = |at: usize| holds(at, &|line| section.titles.contains(&line.folded));
    let is_numbered = |at: usize| holds(at, &|line| section.is_numbered_as(line));
    let from_below = || region.clone().rev();
    let title = from_below().find(|at| is_title(*at)).or_else(|| {
        // Worded otherwise: only right before the question, and by its number.
        let last = from_below().find(|at| !is_introduction(*at));
        last.filter(|at| is_numbered(*at))
    });
    let Some(title) = title else {
        return region.end;
    };
    for at in title..region.end {
        if let Some(placement) = placements.get_mut(at)
            && (at == title || is_introduction(at))
        {
            // A number is enough to know a title, not to drop its words.
            *placement = if at == title && !is_title(at) {
                Placement::Unplaced(Reason::OtherWording)
            } else {
                Placement::Wording
            };
        }
    }
    title
}

/// The lines before the first section: name of the organization, title.
fn place_head(lines: &[Line], form: &Form<'_>, end: usize, placements: &mut [Placement]) {
    let mut title = None;
    for (at, (line, placement)) in lines
        .iter()
        .zip(placements.iter_mut())
        .take(end)
        .enumerate()
    {
        if title.is_none() && form.titles.contains(&line.folded) {
            title = Some(at);
            *placement = Placement::Wording;
        } else if form.introduction.contains(&line.folded) {
            *placement = Placement::Wording;
        } else if form.is_furniture(line) {
            *placement = Placement::Furniture;
        }
    }
    let is_name = |at: &usize| {
        let line = lines.get(*at);
        let free = placements.get(*at) == Some(&Placement::Unplaced(Reason::Unknown));
        free && line.is_some_and(|line| !line.is_marked && line.text.len() <= 300)
    };
    // The name stands right before the title, and first where there is no title.
    let name = match title {
        Some(title) => (0..title).rev().find(is_name),
        None => (0..end).find(is_name),
    };
    if let Some(placement) = name.and_then(|name| placements.get_mut(name)) {
        *placement = Placement::Organization;
    }
}

/// Where the form ends: at "Page details" or the like after the last header,
/// else before the furniture at the end of the page.
fn end_of_form(lines: &[Line], form: &Form<'_>, last_header: usize) -> usize {
    let tail = |at: &usize| lines.get(*at).is_some_and(|line| form.is_end_of_page(line));
    if let Some(end) = (last_header..lines.len()).rev().find(tail) {
        return end;
    }
    let mut end = lines.len();
    for (at, line) in lines.iter().enumerate().skip(last_header + 1).rev() {
        if form.is_furniture(line) {
            end = at;
        } else if !is_date(line.bare()) {
            break;
        }
    }
    end
}

fn place_tail(lines: &[Line], form: &Form<'_>, end: usize, placements: &mut [Placement]) {
    for (line, placement) in lines.iter().zip(placements).skip(end) {
        if form.is_end_of_page(line) || form.is_furniture(line) || is_date(line.bare()) {
            *placement = Placement::Furniture;
        }
    }
}
