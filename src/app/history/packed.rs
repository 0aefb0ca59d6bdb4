//! What takes a change back, without what the response holds anyway.
//!
//! The inverse of a key is a whole answer in both languages, with the text
//! that its translation was confirmed for. All but a few letters of that stand
//! in the response as it is when the change is taken back.

use std::collections::BTreeMap;
use std::mem;

use crate::i18n::Language;
use crate::questionnaire::ItemId;
use crate::response::{
    Acknowledgement, Answer, AnswerText, Edit, QuestionnaireResponse, Translation,
};
use crate::text::splice::Splice;

/// An edit, kept as what differs from the response to which it will be applied.
#[derive(Debug)]
pub(super) enum Packed {
    Whole(Edit),
    Answer(Box<PackedAnswer>),
    Together(Vec<Packed>),
}

/// A whole answer that is put back.
#[derive(Debug)]
pub(super) struct PackedAnswer {
    item: ItemId,
    /// The answer without its texts.
    rest: Answer,
    en: Splice,
    fr: Splice,
    of: Splice,
}

/// The answers of a response in which some are other ones.
pub(super) struct State<'a> {
    response: &'a QuestionnaireResponse,
    other: BTreeMap<ItemId, Option<Answer>>,
}

impl<'a> State<'a> {
    pub(super) fn of(response: &'a QuestionnaireResponse) -> Self {
        State {
            response,
            other: BTreeMap::new(),
        }
    }

    /// The answers as they are once an edit is applied that puts some back.
    pub(super) fn after(mut self, edit: &Edit) -> Self {
        self.apply(edit);
        self
    }

    fn apply(&mut self, edit: &Edit) {
        match edit {
            Edit::Restore { item, answer } => {
                let answer = answer.as_deref().cloned();
                self.other.insert(item.clone(), answer);
            }
            Edit::Together(edits) => edits.iter().for_each(|edit| self.apply(edit)),
            _ => {}
        }
    }

    fn text(&self, item: &ItemId) -> AnswerText {
        let answer = match self.other.get(item) {
            Some(other) => other.as_ref(),
            None => self.response.answer(item),
        };
        answer.map(|answer| answer.text.clone()).unwrap_or_default()
    }
}

impl Packed {
    /// Packs an edit that will be applied to answers in this state.
    pub(super) fn of(edit: Edit, mut state: State<'_>) -> Packed {
        if is_plain(&edit) {
            pack(edit, &mut state)
        } else {
            Packed::Whole(edit)
        }
    }

    /// The edit, for answers in the state that it was packed for. Nothing in
    /// another state.
    pub(super) fn unpack(&self, mut state: State<'_>) -> Option<Edit> {
        unpack(self, &mut state)
    }

    /// How much is kept, in bytes.
    pub(super) fn bytes(&self) -> usize {
        size_of::<Packed>()
            + match self {
                Packed::Whole(edit) => bytes_of(edit),
                Packed::Answer(packed) => packed.bytes(),
                Packed::Together(all) => all.iter().map(Packed::bytes).sum(),
            }
    }
}

/// Whether an edit changes answers only by putting whole ones back, as every
/// inverse does.
fn is_plain(edit: &Edit) -> bool {
    match edit {
        Edit::Choose { .. }
        | Edit::Write { .. }
        | Edit::SetSource { .. }
        | Edit::ConfirmTranslation { .. }
        | Edit::Decide { .. }
        | Edit::Release { .. } => false,
        Edit::Together(edits) => edits.iter().all(is_plain),
        _ => true,
    }
}

fn pack(edit: Edit, state: &mut State<'_>) -> Packed {
    match edit {
        Edit::Restore {
            item,
            answer: Some(answer),
        } => Packed::Answer(Box::new(PackedAnswer::of(item, *answer, state))),
        Edit::Together(edits) => {
            let packed = edits.into_iter().map(|edit| {
                let after = edit.clone();
                let packed = pack(edit, state);
                state.apply(&after);
                packed
            });
            Packed::Together(packed.collect())
        }
        other => Packed::Whole(other),
    }
}

fn unpack(packed: &Packed, state: &mut State<'_>) -> Option<Edit> {
    Some(match packed {
        Packed::Whole(edit) => edit.clone(),
        Packed::Answer(packed) => Edit::Restore {
            item: packed.item.clone(),
            answer: Some(Box::new(packed.answer(&state.text(&packed.item))?)),
        },
        Packed::Together(all) => {
            let mut edits = Vec::with_capacity(all.len());
            for packed in all {
                let edit = unpack(packed, state)?;
                state.apply(&edit);
                edits.push(edit);
            }
            Edit::Together(edits)
        }
    })
}

impl PackedAnswer {
    fn of(item: ItemId, mut answer: Answer, state: &State<'_>) -> PackedAnswer {
        let now = state.text(&item);
        let mut none = String::new();
        let of = of_mut(&mut answer.text.translation).unwrap_or(&mut none);
        let (en, fr, of) = (
            Splice::between(&now.en, &mem::take(&mut answer.text.en)),
            Splice::between(&now.fr, &mem::take(&mut answer.text.fr)),
            Splice::between(confirmed_or_source(&now), &mem::take(of)),
        );
        PackedAnswer {
            item,
            rest: answer,
            en,
            fr,
            of,
        }
    }

    fn answer(&self, now: &AnswerText) -> Option<Answer> {
        let mut answer = self.rest.clone();
        answer.text.en = self.en.apply(&now.en)?;
        answer.text.fr = self.fr.apply(&now.fr)?;
        if let Some(of) = of_mut(&mut answer.text.translation) {
            *of = self.of.apply(confirmed_or_source(now))?;
        }
        Some(answer)
    }

    fn bytes(&self) -> usize {
        let splices = [&self.en, &self.fr, &self.of].map(|splice| splice.put().len());
        let choices: usize = self.rest.choices.iter().map(|id| id.as_str().len()).sum();
        let unknown = [&self.rest.unknown, &self.rest.text.unknown];
        let unknown = unknown.map(|map| serde_json::to_string(map).map_or(0, |json| json.len()));
        size_of::<PackedAnswer>()
            + self.item.as_str().len()
            + splices.iter().sum::<usize>()
            + choices
            + unknown.iter().sum::<usize>()
    }
}

fn of_mut(translation: &mut Translation) -> Option<&mut String> {
    match translation {
        Translation::None => None,
        Translation::Confirmed { of } | Translation::Stale { of, .. } => Some(of),
    }
}

/// The text that is most like the one that a translation was confirmed for.
fn confirmed_or_source(text: &AnswerText) -> &str {
    match &text.translation {
        Translation::None => text.get(text.source),
        Translation::Confirmed { of } | Translation::Stale { of, .. } => of,
    }
}

/// How much text an edit holds that is kept whole, in bytes.
fn bytes_of(edit: &Edit) -> usize {
    let answer = |answer: &Answer| {
        let texts = Language::ALL.map(|language| answer.text.get(language).len());
        texts.iter().sum::<usize>() + confirmed_or_source(&answer.text).len()
    };
    match edit {
        Edit::OrganizationId(text)
        | Edit::OrganizationName(_, text)
        | Edit::OrganizationAbbreviation(_, text)
        | Edit::Cycle(text)
        | Edit::Contact(text)
        | Edit::Write { text, .. } => text.len(),
        Edit::Audience(name) => name.en.len() + name.fr.len(),
        Edit::Person(_, person) => {
            person.name.len() + person.title.en.len() + person.title.fr.len()
        }
        Edit::InsertLine(_, line) => line.text.len(),
        Edit::Acknowledge(one) => acknowledged(one),
        Edit::Acknowledgements(all) => all.iter().map(acknowledged).sum(),
        Edit::Restore { answer: whole, .. } => whole.as_deref().map_or(0, answer),
        Edit::Together(edits) => edits.iter().map(bytes_of).sum(),
        _ => 0,
    }
}

fn acknowledged(one: &Acknowledgement) -> usize {
    size_of::<Acknowledgement>() + one.finding.len() + one.basis.len() + one.reason.len()
}
