//! Finding words in all questions and answers, and replacing them in answers.

use std::ops::Range;

use super::translating::language_name;
use super::{Moment, Pending, Session, Status, Step, Target, Tone};
use crate::i18n::{Message, find as say};
use crate::questionnaire::{ItemId, Questionnaire, WordingHit};
use crate::response::find::{Hit, Replacement, hits, replace};
use crate::response::{Place, QuestionnaireResponse};
use crate::rules::place_label;
use crate::text::Document;
use crate::text::search::Query;

/// More hits than these are counted, not listed: nobody reads them.
const MAX_LISTED: usize = 200;
/// So many characters stand before and after a hit in the list.
const CONTEXT: usize = 32;

/// What is filled in to find and replace words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FindForm {
    /// What is searched for.
    pub query: Query,
    /// What is put in its place.
    pub with: String,
    /// Whether words are replaced.
    pub mode: FindMode,
}

/// Whether words are replaced.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FindMode {
    /// They are only found.
    #[default]
    Find,
    /// They are replaced.
    Replace,
}

/// A step of finding and replacing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FindStep {
    /// Opens the panel, or leads back to it.
    Open(FindMode),
    /// Sets what is filled in.
    Fill(FindForm),
    /// Moves the focus to the hit with this number in the list.
    GoTo(usize),
    /// Moves the focus to the next or previous hit.
    Go(Step),
    /// Replaces the hit that is current, and makes the next one current.
    Replace,
    /// Replaces all hits.
    ReplaceAll,
    /// Closes the panel.
    Close,
}

/// A place where the words stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FindHit {
    /// In an answer.
    Answer(Hit),
    /// In the wording of a question, which nobody changes.
    Wording(WordingHit),
}

impl FindHit {
    /// The item that it leads to.
    #[must_use]
    pub fn item(&self) -> &ItemId {
        match self {
            FindHit::Answer(hit) => &hit.item,
            FindHit::Wording(hit) => &hit.item,
        }
    }

    /// The place in an answer.
    #[must_use]
    pub fn answer(&self) -> Option<&Hit> {
        match self {
            FindHit::Answer(hit) => Some(hit),
            FindHit::Wording(_) => None,
        }
    }
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Find {
    form: FindForm,
    hits: Vec<FindHit>,
    listed: Vec<Seen>,
    current: Option<usize>,
    /// The text that it stood in when it became current, if that is an answer.
    around: String,
    /// The hit that comes next, where there is no current one.
    next: usize,
    /// How often somebody asked for the panel, and for a hit: what the screen
    /// has not done yet has another number.
    opened: u64,
    aimed: u64,
}

/// A hit as it stands in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The item, and the language where there are two.
    pub place: Message,
    /// What stands before the words in their line.
    pub before: String,
    /// The words.
    pub words: String,
    /// What stands behind them.
    pub after: String,
}

impl Find {
    /// What is filled in.
    #[must_use]
    pub fn form(&self) -> &FindForm {
        &self.form
    }

    /// Where the words stand: in the order of the form, questions before their
    /// answers; while words are replaced, in answers alone.
    #[must_use]
    pub fn hits(&self) -> &[FindHit] {
        &self.hits
    }

    /// The first of them as they stand in the list.
    #[must_use]
    pub fn listed(&self) -> &[Seen] {
        &self.listed
    }

    /// The hit that the focus was led to last, or that is replaced next, by
    /// its number in the list.
    #[must_use]
    pub fn current(&self) -> Option<usize> {
        self.current
    }

    /// A number that is another one whenever somebody asks for the panel.
    #[must_use]
    pub fn opened(&self) -> u64 {
        self.opened
    }

    /// The hit in an answer that the focus goes to, with a number that is
    /// another one whenever somebody asks for one.
    #[must_use]
    pub fn aim(&self) -> Option<(u64, &Hit)> {
        let hit = self.hits.get(self.current?)?.answer()?;
        (self.aimed > 0).then_some((self.aimed, hit))
    }
}

impl Session {
    /// What is searched for, while that is open.
    #[must_use]
    pub fn find(&self) -> Option<&Find> {
        self.find.as_ref()
    }

    pub(super) fn find_step(&mut self, step: FindStep, moment: Moment) {
        match step {
            FindStep::Open(mode) => self.open_find(mode),
            FindStep::Fill(form) => self.fill_find(form),
            FindStep::GoTo(index) => self.go_to_hit(index),
            FindStep::Go(step) => self.go_by_hits(step),
            FindStep::Replace => self.replace_hit(moment),
            FindStep::ReplaceAll => self.replace_hits(moment),
            FindStep::Close => self.close_find(),
        }
    }

    fn open_find(&mut self, mode: FindMode) {
        let find = self.find.get_or_insert_default();
        find.opened += 1;
        if mode == FindMode::Replace && find.form.mode != mode {
            find.form.mode = mode;
            find.current = None;
            find.next = 0;
            self.search_again();
        }
        self.show(super::Screen::Form);
    }

    /// The focus goes back to the hit, or stays in the form.
    fn close_find(&mut self) {
        if let Some(find) = self.find.take()
            && let Some(hit) = find.current.and_then(|index| find.hits.get(index))
        {
            self.go_to(Target::Place(Place::Item(hit.item().clone())));
        }
    }

    fn fill_find(&mut self, form: FindForm) {
        let Some(find) = &mut self.find else { return };
        let searches = find.form.query != form.query || find.form.mode != form.mode;
        find.form = form;
        if !searches {
            return;
        }
        find.current = None;
        find.next = 0;
        self.search_again();
        let Some(find) = &self.find else { return };
        if find.form.query.words.is_empty() {
            self.status.take_if(|status| status.tone == Tone::Done);
        } else {
            self.status = Some(Status::done(say::found(find.hits.len())));
        }
    }

    /// Searches anew, after the words or the answers changed.
    pub(super) fn search_again(&mut self) {
        let questionnaire = self.questionnaire();
        let Some(find) = &mut self.find else { return };
        let hits = found(questionnaire, &self.response, &find.form);
        let before = std::mem::replace(&mut find.hits, hits);
        if let Some(index) = find.current {
            let hit = before.get(index);
            let again = hit.and_then(|hit| found_again(&self.response, find, hit));
            find.next = index;
            self.set_current(again);
        }
        self.list_hits();
    }

    /// Makes a hit the current one, and keeps the text that it stands in: after a
    /// change of that it is found again.
    fn set_current(&mut self, index: Option<usize>) {
        let Some(find) = &mut self.find else { return };
        find.current = index.filter(|index| *index < find.hits.len());
        let hit = find.current.and_then(|index| find.hits.get(index));
        let hit = hit.and_then(FindHit::answer);
        find.around = hit.map_or_else(String::new, |hit| text_around(&self.response, hit));
    }

    fn list_hits(&mut self) {
        let mut listed = Vec::new();
        let shown = self.find.iter().flat_map(|find| &find.hits);
        let shown: Vec<&FindHit> = shown.take(MAX_LISTED).collect();
        let same_text = |one: &&FindHit, other: &&FindHit| match (one.answer(), other.answer()) {
            (Some(one), Some(other)) => (&one.item, one.language) == (&other.item, other.language),
            _ => false,
        };
        for hits in shown.chunk_by(same_text) {
            match hits {
                [FindHit::Wording(hit)] => listed.push(self.seen_in_wording(hit)),
                answers => {
                    let answers: Vec<&Hit> =
                        answers.iter().filter_map(|hit| hit.answer()).collect();
                    listed.extend(self.seen(&answers));
                }
            }
        }
        if let Some(find) = &mut self.find {
            find.listed = listed;
        }
    }

    fn go_by_hits(&mut self, step: Step) {
        let Some(find) = &self.find else {
            return self.open_find(FindMode::Find);
        };
        let count = find.hits.len();
        if count == 0 {
            self.status = Some(Status::done(say::found(count)));
            return;
        }
        self.go_to_hit(match (step, find.current) {
            (Step::Next, None) => find.next % count,
            (Step::Next, Some(here)) => (here + 1) % count,
            (Step::Previous, None) => (find.next + count - 1) % count,
            (Step::Previous, Some(here)) => (here + count - 1) % count,
        });
    }

    fn go_to_hit(&mut self, index: usize) {
        let Some(find) = &mut self.find else { return };
        let Some(hit) = find.hits.get(index).cloned() else {
            return;
        };
        find.aimed += 1;
        self.set_current(Some(index));
        self.go_to(Target::Place(Place::Item(hit.item().clone())));
        self.tell_hit();
    }

    /// Tells which hit is current.
    fn tell_hit(&mut self) {
        let Some(find) = &self.find else { return };
        let Some((index, hit)) = find
            .current
            .and_then(|index| Some((index, find.hits.get(index)?)))
        else {
            return;
        };
        let place = match hit {
            FindHit::Answer(hit) => self.place_of(hit),
            FindHit::Wording(hit) => self.place_of_wording(hit),
        };
        let told = say::hit(index + 1, find.hits.len(), place);
        self.status = Some(Status::done(told));
    }

    fn replacement(&self, only: Option<&Hit>) -> Option<Replacement> {
        let find = self.find.as_ref()?;
        let (query, with) = (&find.form.query, find.form.with.as_str());
        let questionnaire = self.questionnaire();
        Some(replace(questionnaire, &self.response, query, with, only))
    }

    /// Replaces one hit. Where none is current, the next one becomes it, so that
    /// nothing is replaced unseen.
    fn replace_hit(&mut self, moment: Moment) {
        let Some(find) = &mut self.find else { return };
        let Some(index) = find.current else {
            let next = find.next.checked_rem(find.hits.len());
            self.set_current(next);
            return self.tell_hit();
        };
        let (before, hit) = (find.hits.len(), find.hits.get(index).cloned());
        let Some(FindHit::Answer(hit)) = hit else {
            return;
        };
        let Some(replacement) = self.replacement(Some(&hit)) else {
            return;
        };
        if !self.make(replacement, moment) {
            return;
        }
        // What was put in may hold the words again: they are passed over.
        let after = self.find.as_ref().map_or(0, |find| find.hits.len());
        let next = (index + after + 1).saturating_sub(before);
        self.set_current(next.checked_rem(after));
        let done = self.status.take();
        self.tell_hit();
        if let Some(done) = done {
            let next = self.status.take().map(|status| status.message);
            self.status = Some(Status { hint: next, ..done });
        }
    }

    fn replace_hits(&mut self, moment: Moment) {
        if let Some(replacement) = self.replacement(None) {
            self.make(replacement, moment);
        }
    }

    /// Makes the change and tells of it; asks first where the response is ready
    /// for approval. Says whether nobody had to be asked.
    fn make(&mut self, replacement: Replacement, moment: Moment) -> bool {
        let Replacement { edit, count, left } = replacement;
        if let Some(edit) = edit {
            if self.is_held(&edit) {
                self.ask_before(Pending::Edit(Box::new(edit)));
                return false;
            }
            self.history.pause();
            self.edit_now(edit, moment);
        }
        self.status = Some(Status::done(say::replaced(count, left)));
        true
    }

    /// The item of a hit, and its language where there are two.
    fn place_of(&self, hit: &Hit) -> Message {
        let label = place_label(self.questionnaire(), &Place::Item(hit.item.clone()));
        if self.response.languages().len() > 1 {
            say::place(label, language_name(hit.language))
        } else {
            label
        }
    }

    /// The question of a hit in its wording, and the language.
    fn place_of_wording(&self, hit: &WordingHit) -> Message {
        let questionnaire = self.questionnaire();
        let question = questionnaire.question_of(&hit.item);
        let label = question.map(|question| questionnaire.label_of(question));
        say::place_wording(label.unwrap_or_default(), language_name(hit.language))
    }

    fn seen_in_wording(&self, hit: &WordingHit) -> Seen {
        seen_in(&hit.text, &hit.range, self.place_of_wording(hit))
    }

    /// A hit as it stands in a list, with its line.
    pub(super) fn seen_at(&self, hit: &Hit, line: &str) -> Seen {
        seen_in(line, &hit.range, self.place_of(hit))
    }

    /// Hits of one text as they stand in the list.
    fn seen(&self, hits: &[&Hit]) -> Vec<Seen> {
        let Some(first) = hits.first() else {
            return Vec::new();
        };
        let answer = self.response.answer(&first.item);
        let stored = answer.map(|answer| answer.text.get(first.language));
        let document = Document::parse(stored.unwrap_or_default());
        let lines: Vec<&str> = document.lines().collect();
        let place = self.place_of(first);
        let seen = |hit: &&Hit| {
            let line = lines.get(hit.line).copied().unwrap_or_default();
            seen_in(line, &hit.range, place.clone())
        };
        hits.iter().map(seen).collect()
    }
}

/// Where the words stand: a question before its answers. What is replaced
/// stands in answers alone.
fn found(
    questionnaire: &Questionnaire,
    response: &QuestionnaireResponse,
    form: &FindForm,
) -> Vec<FindHit> {
    let mut answers = hits(questionnaire, response, &form.query)
        .into_iter()
        .peekable();
    if form.mode == FindMode::Replace {
        return answers.map(FindHit::Answer).collect();
    }
    let mut all = Vec::new();
    for question in questionnaire.questions() {
        let wordings = questionnaire.wording_hits(question, &form.query);
        all.extend(wordings.into_iter().map(FindHit::Wording));
        let is_of = |hit: &Hit| question.items.iter().any(|item| item.id == hit.item);
        while let Some(hit) = answers.next_if(is_of) {
            all.push(FindHit::Answer(hit));
        }
    }
    all.extend(answers.map(FindHit::Answer));
    all
}

/// The number of the hit that stands where one did before the answers changed;
/// nothing where that is gone.
fn found_again(response: &QuestionnaireResponse, find: &Find, before: &FindHit) -> Option<usize> {
    let FindHit::Answer(before) = before else {
        return find.hits.iter().position(|hit| hit == before);
    };
    let now = text_around(response, before);
    let place = moved(&place_in(&find.around, before), &find.around, &now)?;
    let is_same = |hit: &Hit| {
        (&hit.item, hit.language) == (&before.item, before.language) && place_in(&now, hit) == place
    };
    let mut hits = find.hits.iter();
    hits.position(|hit| hit.answer().is_some_and(is_same))
}

/// The lines of the text in which a hit stands.
fn text_around(response: &QuestionnaireResponse, hit: &Hit) -> String {
    let answer = response.answer(&hit.item);
    let stored = answer.map(|answer| answer.text.get(hit.language));
    let document = Document::parse(stored.unwrap_or_default());
    let lines: Vec<&str> = document.lines().collect();
    lines.join("\n")
}

/// Where a hit stands in these lines, in bytes.
fn place_in(text: &str, hit: &Hit) -> Range<usize> {
    let before = text.split('\n').take(hit.line);
    let start: usize = before.map(|line| line.len() + 1).sum();
    start + hit.range.start..start + hit.range.end
}

/// Where a place stands after a change of the text before or behind it; nothing
/// where it was changed itself.
fn moved(place: &Range<usize>, before: &str, now: &str) -> Option<Range<usize>> {
    let same = |(one, other): &(u8, u8)| one == other;
    let at_start = before.bytes().zip(now.bytes()).take_while(same).count();
    if place.end <= at_start {
        return Some(place.clone());
    }
    let at_end = before.bytes().rev().zip(now.bytes().rev());
    let at_end = at_end.take_while(same).count();
    let from_end = |at: usize| now.len().checked_sub(before.len() - at);
    let is_behind = before.len() - place.start <= at_end;
    is_behind.then_some(from_end(place.start)?..from_end(place.end)?)
}

/// Words in a line, with what stands around them.
fn seen_in(line: &str, range: &Range<usize>, place: Message) -> Seen {
    let (before, rest) = line.split_at_checked(range.start).unwrap_or((line, ""));
    let (words, after) = rest.split_at_checked(range.len()).unwrap_or((rest, ""));
    Seen {
        place,
        before: end_of(before),
        words: words.to_owned(),
        after: start_of(after),
    }
}

fn start_of(text: &str) -> String {
    match text.char_indices().nth(CONTEXT) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

fn end_of(text: &str) -> String {
    match text.char_indices().rev().nth(CONTEXT - 1) {
        Some((start, _)) if start > 0 => format!("…{}", text.get(start..).unwrap_or_default()),
        _ => text.to_owned(),
    }
}
