//! What is pasted into a box, the note that says what was changed, and the
//! plain original instead of it.

use std::sync::Arc;

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{Context, Event, Id, Ui, ViewportCommand};

use super::super::bar;
use super::super::button::button_ui;
use super::super::shortcuts;
use super::super::theme;
use super::super::view::View;
use super::buffer::Buffer;
use crate::i18n::{Message, pasting as say};
use crate::import::fragment;
use crate::text::pasting::{Note, Noted};
use crate::text::{Pasted, Writing};

/// Something that was pasted, as it was before.
#[derive(Clone, Debug)]
pub(super) struct Was {
    /// The text without it.
    before: Writing,
    /// Where it was pasted.
    at: usize,
    plain: String,
    notes: Vec<Note>,
}

/// The note of a box; it stands for as long as the text is what it was then.
#[derive(Clone)]
struct Standing {
    was: Arc<Was>,
    /// What the lines were after it.
    hash: u64,
}

/// Something that will be pasted in this frame.
pub(super) struct Prepared {
    plain: String,
    pasted: Pasted,
}

impl Prepared {
    /// Whether this is the text that egui pastes.
    pub(super) fn is(&self, text: &str) -> bool {
        self.plain == text && !self.pasted.is_empty()
    }

    /// Pastes it; says where the caret is then, and how it was before.
    pub(super) fn put(self, writing: &mut Writing, at: usize) -> (usize, Was) {
        let before = writing.clone();
        let caret = writing.insert_pasted(at, &self.pasted);
        let was = Was {
            before,
            at,
            notes: self.pasted.notes().to_vec(),
            plain: self.plain,
        };
        (caret, was)
    }
}

/// What this program copied: it is pasted as it was, whatever it looks like.
#[derive(Clone)]
struct Copied {
    plain: String,
    part: Pasted,
}

/// Copies a selection.
pub(super) fn copy(ui: &Ui, writing: &Writing, range: &std::ops::Range<usize>) {
    let plain = writing.copied(range);
    let part = writing.part(range);
    ui.copy_text(plain.clone());
    let copied = Arc::new(Copied { plain, part });
    ui.data_mut(|data| data.insert_temp(copied_id(), copied));
}

fn copied_id() -> Id {
    Id::unique("copied from an answer")
}

/// Reads what is pasted in this frame, before egui's text box does it.
pub(super) fn prepare(ui: &Ui, view: &View<'_>, id: Id, buffer: &mut Buffer<'_>) {
    let is_paste = |event: &Event| match event {
        Event::Paste(text) => Some(text.clone()),
        _ => None,
    };
    let texts: Vec<String> = ui.input(|input| input.events.iter().filter_map(is_paste).collect());
    for plain in texts {
        let pasted = if is_wanted(ui, as_text_id(id), LATEST) {
            Pasted::literal(&plain)
        } else {
            read(ui, view, &plain)
        };
        buffer.prepared.push_back(Prepared { plain, pasted });
    }
}

fn read(ui: &Ui, view: &View<'_>, plain: &str) -> Pasted {
    let copied = ui.data(|data| data.get_temp::<Arc<Copied>>(copied_id()));
    if let Some(copied) = copied.filter(|copied| copied.plain == plain) {
        return copied.part.clone();
    }
    let html = view.clipboard.html();
    html.and_then(|html| fragment::read(&html, plain))
        .unwrap_or_else(|| Pasted::of_text(plain))
}

/// Within how many frames a text comes that was asked for.
const LATEST: u64 = 3;

/// Pastes as text where the focus is; right after something was pasted there,
/// has the plain text instead of it.
pub(in crate::ui) fn request_text(context: &Context) {
    let focused = context.memory(egui::Memory::focused);
    if let Some(id) = focused {
        let has_note = context.data(|data| data.get_temp::<Standing>(note_id(id)).is_some());
        if has_note {
            return ask_for_original(context, id);
        }
        let now = context.cumulative_frame_nr();
        context.data_mut(|data| data.insert_temp(as_text_id(id), now));
    }
    context.send_viewport_cmd(ViewportCommand::RequestPaste);
    context.request_repaint();
}

fn ask_for_original(context: &Context, id: Id) {
    let now = context.cumulative_frame_nr();
    context.data_mut(|data| data.insert_temp(original_id(id), now));
    context.request_repaint();
}

/// Whether something was asked for a few frames ago at most.
fn is_wanted(ui: &Ui, key: Id, latest: u64) -> bool {
    let since = ui.data_mut(|data| data.remove_temp::<u64>(key));
    since.is_some_and(|since| since + latest >= ui.ctx().cumulative_frame_nr())
}

fn as_text_id(id: Id) -> Id {
    id.with("paste as text")
}

fn original_id(id: Id) -> Id {
    id.with("plain original")
}

fn note_id(id: Id) -> Id {
    id.with("pasted")
}

/// The note of a box, while its lines are what they were then.
fn standing(ui: &Ui, id: Id, hash: u64) -> Option<Arc<Was>> {
    let note = ui.data(|data| data.get_temp::<Standing>(note_id(id)))?;
    if note.hash == hash {
        return Some(note.was);
    }
    forget(ui, id);
    None
}

/// What was pasted and is to be the plain text instead.
pub(super) fn original_wanted(ui: &Ui, id: Id, hash: u64) -> Option<Arc<Was>> {
    let was = standing(ui, id, hash)?;
    is_wanted(ui, original_id(id), 1).then_some(was)
}

/// Puts the plain text where something was pasted.
pub(super) fn put_original(ui: &Ui, id: Id, was: &Was, buffer: &mut Buffer<'_>) {
    buffer.writing = was.before.clone();
    let caret = buffer
        .writing
        .insert_pasted(was.at, &Pasted::literal(&was.plain));
    buffer.became_mark = None;
    buffer.is_step = true;
    buffer.is_original = true;
    buffer.note();
    let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
    let caret = CCursorRange::one(CCursor::new(caret));
    state.cursor.set_char_range(Some(caret));
    state.store(ui.ctx(), id);
    ui.memory_mut(|memory| memory.request_focus(id));
    forget(ui, id);
}

/// Lets the note of what was pasted in this frame stand, if it says anything.
pub(super) fn remember(ui: &Ui, id: Id, buffer: &mut Buffer<'_>) {
    let Some(was) = buffer.was.take() else {
        return;
    };
    if was.notes.is_empty() {
        return;
    }
    let standing = Standing {
        was: Arc::new(was),
        hash: egui::util::hash(&buffer.writing),
    };
    ui.data_mut(|data| data.insert_temp(note_id(id), standing));
}

/// The box was left, or its text is another one.
pub(super) fn forget(ui: &Ui, id: Id) {
    ui.data_mut(|data| {
        data.remove::<Standing>(note_id(id));
        data.remove::<Id>(button_id(id));
    });
}

/// Where the button of a box's note stands, if there is one.
pub(super) fn button(ui: &Ui, id: Id) -> Option<Id> {
    ui.data(|data| data.get_temp(button_id(id)))
}

fn button_id(id: Id) -> Id {
    id.with("button of the note")
}

/// Lets the live line say what was changed.
pub(super) fn announce(ui: &Ui, view: &View<'_>, id: Id, buffer: &Buffer<'_>) {
    if buffer.is_original {
        bar::announce(ui, view, id, view.say(&say::now_plain()));
    }
    if let Some(was) = buffer.was.as_ref().filter(|was| !was.notes.is_empty()) {
        let keys = keys(view);
        let what = view.say(&say::with_keys(sentences(view, &was.notes), keys));
        bar::announce(ui, view, id, what);
    }
}

/// Draws the note below a box; whether it still stands is known as of the
/// start of the frame.
pub(super) fn note_ui(ui: &mut Ui, view: &View<'_>, id: Id, box_name: &str) {
    let Some(note) = ui.data(|data| data.get_temp::<Standing>(note_id(id))) else {
        return;
    };
    let was = note.was;
    ui.horizontal_wrapped(|ui| {
        ui.label(theme::soft(sentences(view, &was.notes)));
        let response = button_ui(ui, &view.say(&say::plain_instead(keys(view))));
        let name = view.say(&say::plain_instead_name(box_name));
        let response = response.accessible_name(name);
        ui.data_mut(|data| data.insert_temp(button_id(id), response.id));
        if response.clicked() {
            ask_for_original(ui.ctx(), id);
        }
    });
}

fn keys(view: &View<'_>) -> String {
    shortcuts::keys_for(shortcuts::Command::PasteText, |message| view.say(message))
}

/// What was changed, a sentence for each kind of change.
fn sentences(view: &View<'_>, notes: &[Note]) -> String {
    let mut sentences = vec![view.say(&say::done())];
    sentences.extend(notes.iter().map(|note| view.say(&sentence(*note))));
    sentences.join(" ")
}

fn sentence(note: Note) -> Message {
    let count = note.count;
    match note.what {
        Noted::Items => say::items(count),
        Noted::Joined => say::joined(count),
        Noted::Hyphens => say::hyphens(count),
        Noted::Invisible => say::invisible(count),
        Noted::Pictures => say::pictures(count),
        Noted::NotTaken => say::not_taken(count),
    }
}
