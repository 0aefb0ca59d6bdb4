//! The search of the answers: what is searched for, what was found, and what is
//! put in its place.
//!
//! It stands beside the form where there is room, else above it.

use egui::accesskit::{AriaCurrent, Role};
use egui::text::{CCursor, CCursorRange, LayoutJob, TextFormat};
use egui::text_edit::TextEditState;
use egui::{
    Frame, Id, Key, Label, Margin, Panel, ScrollArea, Sense, TextStyle, Ui, WidgetInfo, vec2,
};

use super::answer_text;
use super::area::{self, Area};
use super::button::{button_if_ui, button_ui, main_button_if_ui};
use super::choice::{check_ui, group_ui};
use super::field::{Line, LineOutcome, line_ui};
use super::question::heading_ui;
use super::theme;
use super::view::{self, View, attend, is_new, landmark, on_screen};
use crate::app::{Action, Find, FindForm, FindMode, FindStep, Screen, Seen, Step};
use crate::i18n::{Message, find as say};
use crate::response::find::Hit;
use crate::text::search::{Accents, Case};

/// Where the panel has room beside the form.
const BESIDE: f32 = 820.0;
/// Its width there.
const WIDTH: f32 = 300.0;
/// What the screen does once for every time that somebody asks for it.
const OPENED: &str = "opened";
const AIMED: &str = "aimed";

/// Draws the panel, where it is open and the form is shown.
pub(super) fn panel_ui(ui: &mut Ui, view: &mut View<'_>) {
    let Some(find) = view.session.find() else {
        for what in [OPENED, AIMED] {
            ui.data_mut(|data| data.remove::<u64>(number_key(what)));
        }
        return;
    };
    if view.session.screen() != Screen::Form {
        return;
    }
    let frame = Frame::new()
        .fill(theme::palette(ui).ground_soft)
        .inner_margin(Margin::same(12));
    if ui.available_width() >= BESIDE {
        Panel::right("find")
            .frame(frame)
            .resizable(false)
            .exact_size(WIDTH)
            .show(ui, |ui| contents_ui(ui, view, find));
    } else {
        let height = ui.available_height() * 0.5;
        Panel::top("find-above")
            .frame(frame)
            .resizable(false)
            .exact_size(height)
            .show(ui, |ui| contents_ui(ui, view, find));
    }
}

fn contents_ui(ui: &mut Ui, view: &mut View<'_>, find: &Find) {
    landmark(ui, Role::Search, &view.say(&say::title()));
    area::enter(ui.ctx(), Some(Area::Find));
    ScrollArea::vertical()
        .id_salt("find")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = theme::STEP;
            heading_ui(ui, &view.say(&say::title()), 2);
            form_ui(ui, view, find);
            hits_ui(ui, view, find);
        });
    // Escape has taken the focus away already where it is pressed.
    let key = Id::unique("find had the focus");
    let had = ui.data(|data| data.get_temp::<bool>(key).unwrap_or_default());
    if had && ui.input(|input| input.key_pressed(Key::Escape)) {
        view.act(Action::Find(FindStep::Close));
    }
    let has = view::holds_focus(ui, ui.max_rect());
    ui.data_mut(|data| data.insert_temp(key, has));
}

fn form_ui(ui: &mut Ui, view: &mut View<'_>, find: &Find) {
    let form = find.form();
    let mut filled = form.clone();
    let id = words_id();
    let focus = is_new(ui, number_key(OPENED), find.opened());
    if focus {
        select_all(ui, id, &form.query.words);
    }
    let words = field_ui(ui, view, id, &say::words(), &form.query.words, focus);
    if let Some(typed) = words.typed {
        filled.query.words = typed;
    }
    if words.entered {
        view.act(Action::Find(FindStep::Go(Step::Next)));
    }
    options_ui(ui, view, &mut filled);
    match form.mode {
        FindMode::Find => {
            if button_ui(ui, &view.say(&say::also_replace())).clicked() {
                filled.mode = FindMode::Replace;
            }
        }
        FindMode::Replace => {
            let id = Id::unique("replace with");
            let with = field_ui(ui, view, id, &say::with(), &form.with, false);
            if let Some(typed) = with.typed {
                filled.with = typed;
            }
        }
    }
    if filled != *form {
        view.act(Action::Find(FindStep::Fill(filled)));
    }
    buttons_ui(ui, view, find);
}

fn words_id() -> Id {
    Id::unique("find words")
}

fn field_ui(
    ui: &mut Ui,
    view: &View<'_>,
    id: Id,
    label: &Message,
    value: &str,
    focus: bool,
) -> LineOutcome {
    let label = view.say(label);
    let line = Line {
        id,
        label: &label,
        name: &label,
        description: "",
        value,
        focus,
        secret: false,
    };
    line_ui(ui, &line)
}

fn options_ui(ui: &mut Ui, view: &View<'_>, filled: &mut FindForm) {
    let case = filled.query.case == Case::Heeded;
    let text = view.say(&say::match_case());
    if check_ui(ui, Id::unique("find case"), case, &text, false).clicked() {
        filled.query.case = if case { Case::Ignored } else { Case::Heeded };
    }
    let accents = filled.query.accents == Accents::Heeded;
    let text = view.say(&say::match_accents());
    if check_ui(ui, Id::unique("find accents"), accents, &text, false).clicked() {
        filled.query.accents = if accents {
            Accents::Ignored
        } else {
            Accents::Heeded
        };
    }
}

fn buttons_ui(ui: &mut Ui, view: &mut View<'_>, find: &Find) {
    let any = !find.hits().is_empty();
    let mut steps = Vec::new();
    ui.horizontal_wrapped(|ui| {
        if main_button_if_ui(ui, any, &view.say(&say::next())).clicked() {
            steps.push(FindStep::Go(Step::Next));
        }
        if button_if_ui(ui, any, &view.say(&say::previous())).clicked() {
            steps.push(FindStep::Go(Step::Previous));
        }
        if find.form().mode == FindMode::Replace {
            if button_if_ui(ui, any, &view.say(&say::replace())).clicked() {
                steps.push(FindStep::Replace);
            }
            if button_if_ui(ui, any, &view.say(&say::replace_all())).clicked() {
                steps.push(FindStep::ReplaceAll);
            }
        }
        if button_ui(ui, &view.say(&say::close())).clicked() {
            steps.push(FindStep::Close);
        }
    });
    for step in steps {
        view.act(Action::Find(step));
    }
}

/// The list of hits; each leads to its text.
fn hits_ui(ui: &mut Ui, view: &mut View<'_>, find: &Find) {
    if find.form().query.words.is_empty() {
        return;
    }
    let count = find.hits().len();
    ui.add(Label::new(theme::soft(view.say(&say::found(count)))).wrap());
    let name = view.say(&say::hits());
    group_ui(ui, Role::List, Id::unique("hits"), &name, "", |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for (index, seen) in find.listed().iter().enumerate() {
            let current = find.current() == Some(index);
            let text = format!("{}{}{}", seen.before, seen.words, seen.after);
            let name = view.say(&say::hit_name(text, seen.place.clone()));
            let id = Id::unique(("hit", index));
            if seen_ui(ui, view, id, seen, &name, current) {
                view.act(Action::Find(FindStep::GoTo(index)));
            }
        }
    });
    let more = count - find.listed().len();
    if more > 0 {
        let more = view.say(&say::more(more));
        ui.add(Label::new(theme::soft(more)).wrap());
    }
}

/// A hit: where it is, and the words with what stands around them.
pub(super) fn seen_ui(
    ui: &mut Ui,
    view: &View<'_>,
    id: Id,
    seen: &Seen,
    name: &str,
    current: bool,
) -> bool {
    let palette = theme::palette(ui);
    let width = ui.available_width();
    let place = view.say(&seen.place);
    let format = |style: TextStyle, color| TextFormat::simple(style.resolve(ui.style()), color);
    let line = format(TextStyle::Body, palette.ink);
    let words = TextFormat {
        background: palette.selection,
        ..line.clone()
    };
    let mut job = LayoutJob::default();
    job.wrap.max_width = width - 2.0 * theme::STEP;
    let small = TextFormat {
        line_height: Some(2.5 * theme::STEP),
        ..format(TextStyle::Small, palette.ink_soft)
    };
    job.append(&place, 0.0, small);
    job.append("\n", 0.0, line.clone());
    job.append(&on_screen(&seen.before), 0.0, line.clone());
    job.append(&on_screen(&seen.words), 0.0, words);
    job.append(&on_screen(&seen.after), 0.0, line);
    let galley = ui.painter().layout_job(job);
    let size = vec2(width, galley.size().y + theme::STEP);
    let (_, rect) = ui.allocate_space(size);
    let response = ui.interact(rect, id, Sense::click());
    if current || response.hovered() {
        ui.painter().rect_filled(rect, 4.0, palette.blue_soft);
    }
    let corner = rect.min + vec2(theme::STEP, theme::STEP / 2.0);
    ui.painter().galley(corner, galley, palette.ink);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    if current {
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_aria_current(AriaCurrent::True);
        });
    }
    attend(ui, &response);
    response.clicked()
}

/// Moves the focus to the hit that somebody asked for. The form was drawn, and
/// gave the focus to the first box of the item.
pub(super) fn aim_ui(ui: &Ui, view: &View<'_>) {
    let Some((number, hit)) = view.session.find().and_then(Find::aim) else {
        return;
    };
    if is_new(ui, number_key(AIMED), number) {
        lead_to(ui, view, hit);
    }
}

/// Moves the focus to the word, perhaps misspelled, that somebody asked for.
pub(super) fn aim_at_word_ui(ui: &Ui, view: &View<'_>) {
    let Some((number, hit)) = view.session.spelling_aim() else {
        return;
    };
    if is_new(ui, number_key("aimed at a word"), number) {
        lead_to(ui, view, hit);
    }
}

fn lead_to(ui: &Ui, view: &View<'_>, hit: &Hit) {
    let (id, place) = answer_text::place_of_hit(ui, view, hit);
    ui.memory_mut(|memory| memory.request_focus(id));
    if let Some((from, to)) = place {
        select(ui, id, from, to);
    }
    view::attend_again(ui.ctx());
    ui.ctx().request_repaint();
}

fn number_key(what: &'static str) -> Id {
    Id::unique(("find", what))
}

/// Selects what stands in a box, so that typing replaces it.
fn select_all(ui: &Ui, id: Id, text: &str) {
    select(ui, id, 0, text.chars().count());
}

/// Selects some characters of a box.
fn select(ui: &Ui, id: Id, from: usize, to: usize) {
    let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
    let range = CCursorRange::two(CCursor::new(from), CCursor::new(to));
    state.cursor.set_char_range(Some(range));
    state.store(ui.ctx(), id);
}
