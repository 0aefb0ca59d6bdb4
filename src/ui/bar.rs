//! The bar above the form and the status line below it.

use std::time::Duration;

use egui::accesskit::{Live, Role};
use egui::{Id, Label, Rect, ScrollArea, Sense, Ui, Vec2};

use super::button::{button_if_ui, button_ui};
use super::theme;
use super::view::{View, attend, describe};
use crate::app::{
    Action, Dialog, EXAMPLES, FindMode, FindStep, Intent, Preferable, Status, TidyScope, Tone,
};
use crate::i18n::{
    Message, approval, editing, find, policy, printing, saving, translation, window,
};

/// How long a step of the work is shown before it is asked for the next one.
const STEP_SHOWN: Duration = Duration::from_millis(100);

/// Draws the bar; says whether the list at the left was asked for, where it
/// has no room.
pub(super) fn bar_ui(ui: &mut Ui, view: &mut View<'_>, narrow: bool, list_in_front: bool) -> bool {
    let mut toggled = false;
    ui.horizontal_wrapped(|ui| {
        if narrow {
            let text = if list_in_front {
                window::back_to_form()
            } else {
                window::navigation()
            };
            toggled = button_ui(ui, &view.say(&text)).clicked();
        }
        file_menu_ui(ui, view);
        if button_ui(ui, &view.say(&window::save())).clicked() {
            view.act(Action::Save);
        }
        let (undo, redo) = (view.session.can_undo(), view.session.can_redo());
        if button_if_ui(ui, undo, &view.say(&window::undo())).clicked() {
            view.act(Action::Undo);
        }
        if button_if_ui(ui, redo, &view.say(&window::redo())).clicked() {
            view.act(Action::Redo);
        }
        if button_ui(ui, &view.say(&window::check_all())).clicked() {
            view.act(Action::CheckAll);
        }
        language_ui(ui, view);
    });
    toggled
}

fn file_menu_ui(ui: &mut Ui, view: &mut View<'_>) {
    let room = ui.ctx().content_rect().bottom() - ui.min_rect().bottom() - 4.0 * theme::STEP;
    let menu = ui.menu_button(view.say(&window::menu_file()), |ui| {
        // In a low window the menu scrolls.
        ScrollArea::vertical()
            .max_height(room)
            .show(ui, |ui| entries_ui(ui, view));
    });
    attend(ui, &menu.response);
}

fn entries_ui(ui: &mut Ui, view: &mut View<'_>) {
    entry_ui(ui, view, &window::file_new(), || Action::Begin(Intent::New));
    entry_ui(ui, view, &window::file_open(), || {
        Action::Begin(Intent::Open)
    });
    entry_ui(ui, view, &window::file_import(), || {
        Action::Begin(Intent::Import)
    });
    if !EXAMPLES.is_empty() {
        ui.menu_button(view.say(&window::file_examples()), |ui| {
            for (index, example) in EXAMPLES.iter().enumerate() {
                let name = view.say(&(example.name)());
                if ui.button(name).clicked() {
                    view.act(Action::Begin(Intent::Example(index)));
                    ui.close();
                }
            }
        });
    }
    entry_ui(ui, view, &saving::take_in(), || {
        Action::Begin(Intent::TakeIn)
    });
    let list = view.session.work_list_dialog();
    entry_ui(ui, view, &translation::send(), || Action::OpenDialog(list));
    entry_ui(ui, view, &translation::take(), || {
        Action::OpenDialog(Dialog::Translations(String::new()))
    });
    let form = view.session.verify_form();
    entry_ui(ui, view, &approval::open(), || {
        Action::OpenDialog(Dialog::Approve(form))
    });
    entry_ui(ui, view, &approval::correct(), || {
        Action::Begin(Intent::Correct)
    });
    ui.separator();
    entry_ui(ui, view, &window::save(), || Action::Save);
    let save_as = view.session.save_as();
    entry_ui(ui, view, &window::file_save_as(), || save_as);
    ui.separator();
    entry_ui(ui, view, &printing::print(), || Action::Print);
    let blank = view.session.blank_dialog();
    entry_ui(ui, view, &printing::blank(), || Action::OpenDialog(blank));
    ui.separator();
    entry_ui(ui, view, &find::menu(), || {
        Action::Find(FindStep::Open(FindMode::Find))
    });
    entry_ui(ui, view, &editing::tidy_all(), || {
        Action::Tidy(TidyScope::All)
    });
    ui.separator();
    entry_ui(ui, view, &window::file_close(), || {
        Action::Begin(Intent::Close)
    });
}

fn entry_ui(ui: &mut Ui, view: &mut View<'_>, text: &Message, action: impl FnOnce() -> Action) {
    if button_ui(ui, &view.say(text)).clicked() {
        view.act(action());
        ui.close();
    }
}

/// The switch names the other language in that language.
fn language_ui(ui: &mut Ui, view: &mut View<'_>) {
    let other = view.language().other();
    let text = view.say(&window::switch_language());
    let locked = view.is_locked(Preferable::Language);
    let mut response = button_if_ui(ui, !locked, &text);
    if locked {
        let words = view.say(&policy::locked());
        describe(ui, response.id, &words);
        response = response.on_disabled_hover_text(words);
    }
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_language(other.bcp47());
    });
    if response.clicked() {
        view.act(Action::ShowIn(other));
    }
}

/// Draws the status line: what happened or where the work stands, then
/// whether it is in a file.
/// In a `low` window it is as short as can be.
pub(super) fn status_ui(ui: &mut Ui, view: &mut View<'_>, low: bool) {
    // These are lines of text; only where there is a button are they higher.
    ui.spacing_mut().interact_size.y = 20.0;
    ui.spacing_mut().item_spacing.y = theme::STEP / 2.0;
    // A result may be a long sentence: it has a line of its own.
    // Where there is none the summary is there, so that nothing moves.
    if let Some(status) = view.session.status() {
        ui.horizontal_wrapped(|ui| result_ui(ui, view, status));
        // In a low window every line is needed for the form.
        if low && view.session.save_remedy().is_none() {
            return;
        }
    } else {
        ui.add(Label::new(theme::soft(view.say(&summary(view)))).wrap());
    }
    ui.horizontal_wrapped(|ui| {
        save_state_ui(ui, view);
    });
}

fn result_ui(ui: &mut Ui, view: &mut View<'_>, status: &Status) {
    let color = match status.tone {
        Tone::Working => theme::palette(ui).ink_soft,
        Tone::Done => theme::palette(ui).green,
        Tone::Failed => theme::palette(ui).red,
    };
    let step = view.session.step();
    if step.is_some() {
        // Nothing wakes the window between two steps.
        ui.ctx().request_repaint_after(STEP_SHOWN);
    }
    let mut text = view.say(step.as_ref().unwrap_or(&status.message));
    if let Some(hint) = &status.hint {
        text = format!("{text} {}", view.say(hint));
    }
    ui.add(Label::new(theme::soft(text).color(color)).wrap());
    if status.tone == Tone::Failed && button_ui(ui, &view.say(&window::status_clear())).clicked() {
        view.act(Action::ClearStatus);
    }
    if view.session.can_cancel() && button_ui(ui, &view.say(&saving::cancel_work())).clicked() {
        view.act(Action::CancelJob);
    }
}

fn save_state_ui(ui: &mut Ui, view: &mut View<'_>) {
    let state = view.session.save_state();
    let mut text = view.say(&state.message());
    if let Some(hint) = state.hint() {
        text = format!("{text} {}", view.say(&hint));
    }
    let mut text = theme::soft(text);
    let remedy = view.session.save_remedy();
    if remedy.is_some() {
        text = text.color(theme::palette(ui).red);
    }
    ui.add(Label::new(text).wrap());
    if let Some((name, action)) = remedy
        && button_ui(ui, &view.say(&name)).clicked()
    {
        view.act(action);
    }
    if let Some(elsewhere) = view.session.open_elsewhere() {
        ui.add(Label::new(theme::soft(view.say(&elsewhere))).wrap());
    }
}

/// The one line that a screen reader reads out when there is a pause: the
/// newest result, wherever it is seen. Nothing is painted.
pub(super) fn live_ui(ui: &Ui, view: &View<'_>) {
    let text = live_text(ui, newest(view));
    // What is said again has a node of its own: where no text changes, nothing is heard.
    let id = Id::unique(("live line", repeats(ui)));
    let nowhere = Rect::from_min_size(ui.max_rect().left_bottom(), Vec2::ZERO);
    ui.interact(nowhere, id, Sense::hover());
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_role(Role::Label);
        node.set_live(Live::Polite);
        node.set_label(text.clone());
        node.set_value(text);
    });
}

/// What the live line says.
fn live_text(ui: &Ui, newest: String) -> String {
    match ui.data(|data| data.get_temp::<Announced>(announcement())) {
        Some(said) if said.beside == newest => said.text,
        _ => newest,
    }
}

/// What is read out beside the results of the session: where the caret is.
#[derive(Clone)]
struct Announced {
    /// The widget that it is about.
    id: Id,
    text: String,
    /// The newest result at that time; a newer one is read out instead.
    beside: String,
}

/// Lets the live line say this, until there is a newer result; once more where
/// it says so already.
pub(super) fn announce(ui: &Ui, view: &View<'_>, id: Id, text: String) {
    let beside = newest(view);
    let is_again = live_text(ui, beside.clone()) == text;
    let repeats = repeats(ui) + u64::from(is_again);
    let now = Announced { id, text, beside };
    ui.data_mut(|data| {
        data.insert_temp(repeats_id(), repeats);
        data.insert_temp(announcement(), now);
    });
    ui.ctx().request_repaint();
}

/// How often something was announced that the live line said already.
fn repeats(ui: &Ui) -> u64 {
    ui.data(|data| data.get_temp(repeats_id()).unwrap_or_default())
}

fn repeats_id() -> Id {
    Id::unique("announced again")
}

/// What was announced of a widget is no longer so: the live line says nothing,
/// until there is something newer.
pub(super) fn silence(ui: &Ui, id: Id) {
    let said = ui.data(|data| data.get_temp::<Announced>(announcement()));
    if let Some(mut said) = said.filter(|said| said.id == id) {
        said.text.clear();
        ui.data_mut(|data| data.insert_temp(announcement(), said));
        ui.ctx().request_repaint();
    }
}

/// Takes back what was announced of a widget.
pub(super) fn forget_announcement(ui: &Ui, id: Id) {
    ui.data_mut(|data| {
        if data
            .get_temp::<Announced>(announcement())
            .is_some_and(|said| said.id == id)
        {
            data.remove::<Announced>(announcement());
        }
    });
}

fn announcement() -> Id {
    Id::unique("announcement")
}

fn newest(view: &View<'_>) -> String {
    let newest = view.session.newest();
    let lines: Vec<String> = newest.into_iter().map(|line| view.say(line)).collect();
    lines.join(" ")
}

/// What the status line says while nothing happens.
fn summary(view: &View<'_>) -> Message {
    let session = view.session;
    if session.is_read_only() {
        return window::read_only();
    }
    let progress = session.evaluation().progress(session.questionnaire());
    if session.attention().is_everywhere() {
        let (errors, warnings) = session.count_of_problems();
        window::summary_checked(errors, warnings)
    } else {
        window::progress(progress.done, progress.expected)
    }
}
