//! Boxes for the text of an answer, one per answer language.
//!
//! What is edited is a [`Writing`]: lines and what they are. The stored form
//! exists only where a text is read from the response and written to it.

mod buffer;
mod clusters;
mod dragging;
mod kept;
mod keys;
mod layout;
mod menu;
mod named;
mod reading;
mod sides;
mod pasting;
mod place;
mod room;
mod spelling;
mod spoken;
mod toolbar;

use std::cell::RefCell;
use std::sync::Arc;

use egui::accesskit;
use egui::text_edit::{TextEditOutput, TextEditState};
use egui::{Context, Galley, Id, Rect, TextEdit, Ui};

use self::buffer::Buffer;
use self::dragging::Dropped;
use self::kept::Kept;
use self::named::{box_name, node_ui};
use self::pasting::Was;
use super::choice::check_ui;
use super::view::{View, attend_at};
use super::{bar, long_text, theme};
use crate::app::{Action, Session};
use crate::i18n::{Language, Message, common, editing, lists, window};
use crate::questionnaire::{Item, ItemId, Question};
use crate::response::{AnswerText, Edit, Place, Translation};
use crate::text::writing::Kind;

pub(super) use self::kept::take_back;
pub(super) use self::keys::{Command, request};
pub(super) use self::pasting::request_text;
pub(super) use self::place::place_of_hit;
pub(super) use self::reading::reading_ui;
pub(super) use self::sides::WIDEST;
pub(super) use self::spelling::request as request_suggestions;

/// Where the box of an item in a language stands.
pub(super) fn box_id(item: &Item, language: Language) -> Id {
    item_box_id(&item.id, language)
}

fn item_box_id(item: &ItemId, language: Language) -> Id {
    Id::unique(("answer", item.as_str(), language.code()))
}

/// The text that has the focus, or to whose buttons it belongs.
pub(super) fn focused(
    context: &Context,
    session: &Session,
    place: Option<&Place>,
) -> Option<(ItemId, Language)> {
    let focused = context.memory(egui::Memory::focused)?;
    let languages = session.response().languages();
    let items = session.questionnaire().items();
    let mut texts = items.filter(|item| item.is_text()).flat_map(|item| {
        let languages = languages.iter();
        languages.map(move |language| (item, *language))
    });
    let of_box = texts.find(|(item, language)| box_id(item, *language) == focused);
    if let Some((item, language)) = of_box {
        return Some((item.id.clone(), language));
    }
    let Some(Place::Item(item)) = place else {
        return None;
    };
    let item = session
        .questionnaire()
        .item(item)
        .filter(|item| item.is_text())?;
    let language = context.data(|data| data.get_temp::<Language>(last_language(item)));
    let used = languages.iter().find(|one| Some(**one) == language);
    let language = used.or_else(|| languages.first()).copied()?;
    Some((item.id.clone(), language))
}

/// Whether a box of this item has the focus.
pub(super) fn has_focus(ui: &Ui, view: &View<'_>, item: &Item) -> bool {
    focused_box(ui, view, item).is_some()
}

fn focused_box(ui: &Ui, view: &View<'_>, item: &Item) -> Option<Id> {
    let focused = ui.memory(egui::Memory::focused)?;
    let languages = view.session.response().languages();
    let mut boxes = languages.iter().map(|language| box_id(item, *language));
    boxes.find(|id| *id == focused)
}

/// Whether Escape means nothing to a box of this item: none has the focus, or
/// it was pressed there before.
pub(super) fn escape_is_free(ui: &Ui, view: &View<'_>, item: &Item) -> bool {
    focused_box(ui, view, item).is_none_or(|id| keys::is_leaving(ui, id))
}

/// Gives the box of this item the focus that had it last.
pub(super) fn focus_last(ui: &Ui, view: &View<'_>, item: &Item) {
    let languages = view.session.response().languages();
    let last = ui.data(|data| data.get_temp::<Language>(last_language(item)));
    let used = languages.iter().find(|one| Some(**one) == last);
    if let Some(language) = used.or_else(|| languages.first()) {
        let id = box_id(item, *language);
        keys::restore_selection(ui, id);
        ui.memory_mut(|memory| memory.request_focus(id));
    }
}

/// One box: whose text it is, and in which language.
#[derive(Clone, Copy)]
struct AnswerBox<'a> {
    question: &'a Question,
    item: &'a Item,
    language: Language,
    /// Whether there is one for the other language, too.
    both: bool,
}

/// Draws the boxes of a text item, with the buttons above them.
pub(super) fn answer_text_ui(ui: &mut Ui, view: &mut View<'_>, question: &Question, item: &Item) {
    let languages = view.session.response().languages();
    let both = languages.len() > 1;
    let place = Place::Item(item.id.clone());
    let aimed = view.box_aimed_at(&item.id, &languages);
    let boxes: Vec<Id> = languages
        .iter()
        .map(|language| box_id(item, *language))
        .collect();
    commands_ui(ui, view, question, item, &languages);
    let offered = sides::offered(ui, view, item, &languages);
    sides::sides_ui(ui, &languages, |ui, language| {
        if both {
            ui.horizontal(|ui| {
                ui.label(theme::soft(view.say(&window::answer_in(name_of(language)))));
                counts_ui(ui, view, item, language);
            });
        }
        let answer_box = AnswerBox {
            question,
            item,
            language,
            both,
        };
        // A scope, so that the ids of what follows do not depend on how it is drawn.
        ui.scope(|ui| box_ui(ui, view, answer_box, aimed == Some(language)));
    });
    // Who goes from one language to the other, or to a button, has not left the field.
    let mut ids = boxes.clone();
    ids.extend(toolbar::ids(item.id.as_str()));
    let in_menu = boxes.iter().any(|id| menu::is_open(ui, *id));
    ids.extend(boxes.iter().filter_map(|id| pasting::button(ui, *id)));
    ids.extend(boxes.iter().flat_map(|id| spelling::ids(*id)));
    let had = ui.memory(|memory| ids.iter().any(|id| memory.had_focus_last_frame(*id)));
    let has = ui.memory(|memory| memory.focused().is_some_and(|id| ids.contains(&id)));
    let stays = boxes.iter().any(|id| menu::is_open_now(ui, *id));
    if (had || in_menu) && !has && !stays {
        for id in boxes {
            kept::forget(ui, id);
            pasting::forget(ui, id);
        }
        view.act(Action::Leave(place));
    }
    if both {
        sides::structure_ui(ui, view, question, item, &offered);
        translation_ui(ui, view, item);
    }
}

/// The buttons; they are for the box that had the focus last.
fn commands_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    question: &Question,
    item: &Item,
    languages: &[Language],
) {
    let last = ui.data(|data| data.get_temp::<Language>(last_language(item)));
    let used = languages.iter().find(|one| Some(**one) == last);
    let Some(language) = used.or_else(|| languages.first()).copied() else {
        return;
    };
    let id = box_id(item, language);
    let kept = kept::of(ui, view, id, stored_of(view, item, language));
    let label = view.session.questionnaire().label_of(question);
    let place = view.wording(&label);
    ui.horizontal(|ui| {
        let of = toolbar::ToolbarOf {
            item: &item.id,
            language,
            place: &place,
            id,
        };
        toolbar::toolbar_ui(ui, view, of, &kept);
        if languages.len() == 1 {
            counts_ui(ui, view, item, language);
        }
    });
}

/// How long a text is, at the right.
fn counts_ui(ui: &mut Ui, view: &View<'_>, item: &Item, language: Language) {
    let id = box_id(item, language);
    let kept = kept::of(ui, view, id, stored_of(view, item, language));
    let text = if kept.characters == 0 {
        String::new()
    } else {
        view.say(&lists::counts(kept.words, kept.characters))
    };
    let right = egui::Layout::right_to_left(egui::Align::Center);
    ui.with_layout(right, |ui| ui.label(theme::soft(text)));
}

/// How long all texts are together; nothing where there is none.
pub(super) fn counts_in_all(ui: &Ui, view: &View<'_>) -> Option<Message> {
    let items = view.session.questionnaire().items();
    let (mut words, mut characters) = (0, 0);
    for item in items.filter(|item| item.is_text()) {
        for language in view.session.response().languages() {
            let stored = stored_of(view, item, language);
            if !stored.is_empty() {
                let kept = kept::of(ui, view, box_id(item, language), stored);
                words += kept.words;
                characters += kept.characters;
            }
        }
    }
    (characters > 0).then(|| editing::in_all(words, characters))
}

fn last_language(item: &Item) -> Id {
    Id::unique(("language written in", item.id.as_str()))
}

fn stored_of<'a>(view: &View<'a>, item: &Item, language: Language) -> &'a str {
    let answer = view.session.response().answer(&item.id);
    answer
        .map(|answer| answer.text.get(language))
        .unwrap_or_default()
}

fn box_ui(ui: &mut Ui, view: &mut View<'_>, answer_box: AnswerBox<'_>, focus: bool) {
    let AnswerBox { item, language, .. } = answer_box;
    let id = box_id(item, language);
    let name = box_name(view, answer_box);
    let kept = kept::of(ui, view, id, stored_of(view, item, language));
    let room = room::room_of(ui, view, item, sides::are_beside(ui, answer_box.both));
    let drawn_with = long_text::drawn_with(ui, kept.hash ^ u64::from(room.high.to_bits()));
    let asked_for = AskedFor::of(ui, id, &kept);
    if !focus && !asked_for.is_any() && is_far_ui(ui, view, answer_box, &kept, drawn_with) {
        return;
    }
    let kinds = RefCell::new(Vec::new());
    let mut buffer = buffer_of(ui, id, &kept, &kinds, asked_for);
    let has_focus = ui.memory(|memory| memory.has_focus(id));
    let asked = has_focus && menu::asked_by_key(ui);
    if has_focus {
        take_keys(ui, view, answer_box, &mut buffer);
    }
    let selected = TextEditState::load(ui.ctx(), id).and_then(|state| state.cursor.char_range());
    let draw = |ui: &mut Ui| edit_ui(ui, answer_box, &mut buffer, &kinds, room.rows);
    let ((output, firsts, moved), seen) = room::scrolling_ui(ui, id, room.high, draw);
    let TextEditOutput {
        galley,
        galley_pos,
        response,
        mut state,
        cursor_range,
        ..
    } = output;
    let mut response = response.response.accessible_name(&name);
    response.rect = seen;
    // Undo belongs to the response.
    state.clear_undoer();
    room::page_follows(ui, seen, moved);
    let corner = galley_pos.to_vec2();
    let drawn = dragging::Drawn {
        galley: &galley,
        corner,
        seen,
        selected,
    };
    dragging::drag_ui(ui, &response, &drawn, state.clone());
    keys::remember_page(ui, id, &drawn);
    menu::keep_selection(ui, &response, &galley, corner, selected, state);
    let painter = ui.painter_at(seen);
    layout::marks_ui(ui, &painter, corner, &galley, &firsts, &kinds.borrow());
    long_text::remember(ui, id, drawn_with, response.rect.size());
    node_ui(ui, view, answer_box, &response);
    if focus {
        response.request_focus();
    }
    attend_at(ui, &response, || caret(ui, &galley, id).translate(corner));
    if let Some(range) = cursor_range.filter(|_| has_focus) {
        with_focus(ui, view, answer_box, &buffer, range);
    } else if ui.memory(|memory| memory.had_focus_last_frame(id)) {
        without_focus(ui, id);
    }
    let by_key = asked.then(|| caret(ui, &galley, id).left_bottom() + corner);
    let menu_at = by_key.or_else(|| menu::clicked(&response));
    let menu_of = menu::MenuOf {
        id,
        answer_box,
        name: &name,
        writing: &buffer.writing,
    };
    menu::menu_ui(ui, view, menu_of, menu_at);
    pasting::remember(ui, id, &mut buffer);
    let drawn = spelling::Drawn::new((&galley, &firsts, corner, seen), &kept, &buffer);
    let caret = cursor_range.filter(|_| has_focus);
    spelling::spelling_ui(ui, view, answer_box, &drawn, caret);
    write(ui, view, answer_box, &kept, buffer);
    pasting::note_ui(ui, view, id, &name);
}

/// Whether the box is far out of view; then it is drawn as that much room.
fn is_far_ui(
    ui: &mut Ui,
    view: &View<'_>,
    answer_box: AnswerBox<'_>,
    kept: &Kept,
    drawn_with: u64,
) -> bool {
    let id = box_id(answer_box.item, answer_box.language);
    let Some(response) = long_text::far_ui(ui, id, kept.writing.text(), drawn_with) else {
        return false;
    };
    let response = response.accessible_name(box_name(view, answer_box));
    node_ui(ui, view, answer_box, &response);
    true
}

/// What keys mean in the box that has the focus.
fn take_keys(ui: &Ui, view: &mut View<'_>, answer_box: AnswerBox<'_>, buffer: &mut Buffer<'_>) {
    let id = box_id(answer_box.item, answer_box.language);
    keys::take(ui, id, buffer);
    pasting::prepare(ui, view, id, buffer);
    let curves = view.session.preferences().typed_quotes() && keys::only_types(ui);
    buffer.quotes = curves.then_some(answer_box.language);
}

/// What is to be done to the lines of a box before they are drawn.
struct AskedFor {
    command: Option<Command>,
    original: Option<Arc<Was>>,
    dropped: Option<Dropped>,
}

impl AskedFor {
    fn of(ui: &Ui, id: Id, kept: &Kept) -> Self {
        AskedFor {
            command: keys::requested(ui, id),
            original: pasting::original_wanted(ui, id, kept.hash),
            dropped: dragging::dropped(ui, id),
        }
    }

    fn is_any(&self) -> bool {
        self.command.is_some() || self.original.is_some() || self.dropped.is_some()
    }
}

/// The lines of a box as they are edited in this frame.
fn buffer_of<'a>(
    ui: &Ui,
    id: Id,
    kept: &Kept,
    kinds: &'a RefCell<Vec<Kind>>,
    asked_for: AskedFor,
) -> Buffer<'a> {
    let is_set_whole =
        ui.input(|input| input.has_accesskit_action_request(id, accesskit::Action::SetValue));
    let mut buffer = Buffer::new(
        kept.writing.clone(),
        kept.became_mark.clone(),
        kinds,
        is_set_whole,
    );
    if let Some(command) = asked_for.command {
        ui.memory_mut(|memory| memory.request_focus(id));
        let range = keys::selection(ui, id, &buffer.writing);
        command.apply(&mut buffer.writing, &range);
        buffer.became_mark = None;
        buffer.is_step = true;
        buffer.note();
    }
    if let Some(was) = asked_for.original {
        pasting::put_original(ui, id, &was, &mut buffer);
    }
    if let Some(dropped) = asked_for.dropped {
        dragging::put(ui, id, &dropped, &mut buffer);
    }
    buffer
}

/// The text itself; says in which row of the galley each line begins, and
/// where a caret is that was moved.
fn edit_ui(
    ui: &mut Ui,
    answer_box: AnswerBox<'_>,
    buffer: &mut Buffer<'_>,
    kinds: &RefCell<Vec<Kind>>,
    rows: usize,
) -> (TextEditOutput, Vec<usize>, Option<Rect>) {
    let AnswerBox { item, language, .. } = answer_box;
    let id = box_id(item, language);
    let mut firsts = Vec::new();
    let mut layouter = |ui: &Ui, buffer: &dyn egui::TextBuffer, width: f32| {
        let (mut galley, first_rows) = layout::lay_out(ui, buffer.as_str(), &kinds.borrow(), width);
        menu::show_selection(ui, id, &mut galley);
        firsts = first_rows;
        galley
    };
    let output = TextEdit::multiline(buffer)
        .id(id)
        .desired_rows(rows)
        .desired_width(f32::INFINITY)
        .frame(room::frame())
        .layouter(&mut layouter)
        .show(ui);
    let moved = room::follow_caret(ui, id, &output);
    (output, firsts, moved)
}

/// What follows from where the caret is.
fn with_focus(
    ui: &Ui,
    view: &View<'_>,
    answer_box: AnswerBox<'_>,
    buffer: &Buffer<'_>,
    range: egui::text::CCursorRange,
) {
    let id = box_id(answer_box.item, answer_box.language);
    let selected = range.as_sorted_char_range();
    let selected = selected.start.0..selected.end.0;
    keys::remember_selection(ui, id, range);
    keys::hold_focus(ui, id, keys::is_in_list(&buffer.writing, &selected));
    let last = last_language(answer_box.item);
    ui.data_mut(|data| data.insert_temp(last, answer_box.language));
    if keys::leaves_now(ui, id) {
        bar::announce(ui, view, id, view.say(&lists::now_leaving()));
    } else if !keys::is_leaving(ui, id) {
        spoken::announce(ui, view, id, &buffer.writing, range.primary.index.0);
    }
    pasting::announce(ui, view, id, buffer);
}

/// The box was left: what was remembered of the caret is forgotten.
fn without_focus(ui: &Ui, id: Id) {
    keys::forget(ui, id);
    spoken::forget(ui, id);
    spelling::forget(ui, id);
}

/// What was written goes to the response in its stored form.
fn write(
    ui: &Ui,
    view: &mut View<'_>,
    answer_box: AnswerBox<'_>,
    before: &Arc<Kept>,
    mut buffer: Buffer<'_>,
) {
    let AnswerBox { item, language, .. } = answer_box;
    let straight = buffer.straight.take();
    let ends = buffer.is_step || straight.is_some();
    if let Some(text) = kept::keep(ui, box_id(item, language), before, buffer) {
        if ends {
            view.act(Action::EndTyping);
        }
        // What was typed comes back by one undo.
        if let Some(straight) = straight {
            view.act(Action::Edit(Edit::Write {
                item: item.id.clone(),
                language,
                text: straight.to_stored(),
            }));
            view.act(Action::EndTyping);
        }
        view.act(Action::Edit(Edit::Write {
            item: item.id.clone(),
            language,
            text,
        }));
        if ends {
            view.act(Action::EndTyping);
        }
    }
}

/// Where the caret of a box is in its text, or will be once the box has the focus.
fn caret(ui: &Ui, galley: &Galley, id: Id) -> Rect {
    let state = TextEditState::load(ui.ctx(), id);
    let range = state.and_then(|state| state.cursor.range(galley));
    let cursor = range.map_or_else(|| galley.end(), |range| range.primary);
    galley.pos_from_cursor(cursor)
}

/// The name of a language, in the language of the window.
pub(super) fn name_of(language: Language) -> crate::i18n::Message {
    match language {
        Language::English => common::english(),
        Language::French => common::french(),
    }
}

/// Where there is a text in both languages: whether somebody compared them.
fn translation_ui(ui: &mut Ui, view: &mut View<'_>, item: &Item) {
    let answer = view.session.response().answer(&item.id);
    let Some(text) = answer
        .map(|answer| &answer.text)
        .filter(|text| in_both(text))
    else {
        return;
    };
    let confirmed = matches!(text.translation, Translation::Confirmed { .. });
    if matches!(text.translation, Translation::Stale { .. }) {
        ui.label(theme::soft(view.say(&window::translation_stale())));
    }
    let id = Id::unique(("translation", item.id.as_str()));
    let label = view.say(&window::translation_confirmed());
    if check_ui(ui, id, confirmed, &label, true).clicked() {
        view.act(Action::Edit(Edit::ConfirmTranslation {
            item: item.id.clone(),
            confirmed: !confirmed,
        }));
    }
}

fn in_both(text: &AnswerText) -> bool {
    Language::ALL.iter().all(|language| text.has(*language))
}
