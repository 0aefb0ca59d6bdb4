//! The window: one session, drawn frame by frame.

use std::time::Duration;

use egui::ViewportCommand;
use egui::accesskit::Role;
use egui::{CentralPanel, Context, Frame, Key, KeyboardShortcut, Margin, Modifiers, Panel, Ui};

use super::anchor::Anchor;
use super::area::{self, Area};
use super::view::{View, landmark};
use super::{bar, dialogs, file_dialog, navigation, page, theme};
use crate::app::job::Runner;
use crate::app::{Action, Intent, Moment, Preferences, Request, Screen, Session, Step};
use crate::i18n::{Language, window};
use crate::questionnaire::shipped;
use crate::response::Place;
use crate::storage::Places;

const SAVE: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::S);
const OPEN: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::O);
const NEW: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::N);
const QUIT: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::Q);
const UNDO: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::Z);
const REDO: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::Y);
const REDO_TOO: KeyboardShortcut =
    KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z);
const SWITCH: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::F9);
const NEXT_AREA: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::F6);
const PREVIOUS_AREA: KeyboardShortcut = KeyboardShortcut::new(Modifiers::SHIFT, Key::F6);
const NEXT_FINDING: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::F7);
const PREVIOUS_FINDING: KeyboardShortcut = KeyboardShortcut::new(Modifiers::SHIFT, Key::F7);

/// Below this height the form needs every line.
const LOW: f32 = 420.0;

/// The window of the program.
pub struct ProbitasWindow {
    session: Session,
    runner: Runner,
    anchor: Anchor,
    title: String,
    /// Where there is no room beside the screen, the list stands in its place.
    list_in_front: bool,
    shown: Screen,
    /// The place of the response where the focus was in the last frame.
    focused: Option<Place>,
    closing: bool,
}

impl ProbitasWindow {
    /// A window with an empty form, which keeps nothing from one start to the
    /// next. The context must have been given [`theme::install`].
    ///
    /// Nothing comes back where the program was built without a form.
    #[must_use]
    pub fn new(context: &Context, language: Language) -> Option<Self> {
        Self::kept_in(context, language, Places::default())
    }

    /// A window that keeps preferences in these places; see [`Self::new`].
    #[must_use]
    pub fn kept_in(context: &Context, language: Language, places: Places) -> Option<Self> {
        let newest = shipped().last()?;
        let preferences = Preferences::read(&places);
        let session = Session::new(newest, language, preferences, Moment::read());
        let wake = context.clone();
        Some(ProbitasWindow {
            session: session.kept_in(places),
            runner: Runner::new(move || wake.request_repaint()),
            anchor: Anchor::default(),
            title: String::new(),
            list_in_front: false,
            shown: Screen::default(),
            focused: None,
            closing: false,
        })
    }

    /// What the window shows.
    #[must_use]
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Does something to the session, as a person would.
    pub fn act(&mut self, action: Action) {
        self.session.update(action, Moment::read());
    }

    /// The title of the window, with a mark for unsaved changes.
    #[must_use]
    pub fn title(&self) -> String {
        let language = self.session.language();
        let file = self.session.file_name();
        let file = file.unwrap_or_else(|| window::untitled().text(language));
        if self.session.has_unsaved_changes() {
            window::title_unsaved(file).text(language)
        } else {
            window::title(file).text(language)
        }
    }

    /// Draws the window and does what was done in it.
    pub fn window_ui(&mut self, ui: &mut Ui) {
        for result in self.runner.finished() {
            self.act(Action::Done(result));
        }
        let context = ui.ctx().clone();
        theme::follow(&context, self.session.preferences());
        let mut actions = self.shortcuts(&context);
        actions.extend(self.skip_keys(&context));
        area::begin(&context);
        self.name_window(&context);
        let target = self.session.take_target();
        // Whatever gets the focus must be seen, and the screen that was chosen.
        let screen = self.session.screen();
        self.list_in_front &= target.is_none() && self.shown == screen;
        self.shown = screen;
        let mut view = View::new(&self.session, target);
        let narrow = ui.available_width() < theme::WIDE;
        let toggled = frame_ui(
            ui,
            &mut view,
            &mut self.anchor,
            narrow,
            self.list_in_front && narrow,
        );
        self.list_in_front ^= toggled;
        area::enter(&context, None);
        dialogs::dialog_ui(&context, &mut view);
        self.focused = view.focused.take();
        actions.extend(view.into_actions());
        if !actions.is_empty() {
            context.request_repaint();
        }
        for action in actions {
            self.act(action);
        }
        self.serve(&context);
        self.pass_time(&context);
    }

    /// Lets the session save by itself when it is time to.
    fn pass_time(&mut self, context: &Context) {
        let lost_focus = context.input(|input| {
            let lost = |event: &egui::Event| matches!(event, egui::Event::WindowFocused(false));
            input.raw.events.iter().any(lost)
        });
        if lost_focus {
            self.act(Action::WindowLostFocus);
        }
        match self.session.next_wake(Moment::read().now) {
            Some(Duration::ZERO) => self.act(Action::Tick),
            Some(wait) => context.request_repaint_after(wait),
            None => {}
        }
        self.serve(context);
    }

    fn shortcuts(&self, context: &Context) -> Vec<Action> {
        let mut actions = Vec::new();
        context.input_mut(|input| {
            // The more specific first: Ctrl+Shift+Z is also Ctrl+Z.
            if input.consume_shortcut(&REDO_TOO) || input.consume_shortcut(&REDO) {
                actions.push(Action::Redo);
            }
            if input.consume_shortcut(&UNDO) {
                actions.push(Action::Undo);
            }
            if input.consume_shortcut(&SAVE) {
                actions.push(Action::Save);
            }
            if input.consume_shortcut(&OPEN) {
                actions.push(Action::Begin(Intent::Open));
            }
            if input.consume_shortcut(&NEW) {
                actions.push(Action::Begin(Intent::New));
            }
            if input.consume_shortcut(&QUIT) {
                actions.push(Action::Begin(Intent::Close));
            }
            if input.consume_shortcut(&SWITCH) {
                actions.push(Action::ShowIn(self.session.language().other()));
            }
            if input.viewport().close_requested() && self.must_ask() {
                actions.push(Action::Begin(Intent::Close));
            }
        });
        if self.must_ask() && context.input(|input| input.viewport().close_requested()) {
            context.send_viewport_cmd(ViewportCommand::CancelClose);
        }
        if self.session.dialog().is_some() {
            // Behind an open dialog nothing else begins.
            actions.retain(|action| matches!(action, Action::ShowIn(_)));
        }
        actions
    }

    /// The keys that skip from area to area, and from finding to finding.
    fn skip_keys(&self, context: &Context) -> Option<Action> {
        if self.session.dialog().is_some() {
            return None;
        }
        // The more specific first: with Shift it would also be the other.
        let pressed = |shortcut: &_| context.input_mut(|input| input.consume_shortcut(shortcut));
        for (shortcut, step) in [(PREVIOUS_AREA, Step::Previous), (NEXT_AREA, Step::Next)] {
            if pressed(&shortcut) {
                area::go_round(context, step);
            }
        }
        let steps = [
            (PREVIOUS_FINDING, Step::Previous),
            (NEXT_FINDING, Step::Next),
        ];
        let step = steps.iter().find(|(shortcut, _)| pressed(shortcut));
        step.map(|(_, step)| Action::GoToFinding {
            from: self.focused.clone(),
            step: *step,
        })
    }

    fn must_ask(&self) -> bool {
        !self.closing && !self.session.may_close()
    }

    /// Title of the window, for people and for assistive technology.
    fn name_window(&mut self, context: &Context) {
        let title = self.title();
        context.accesskit_node_builder(egui::accesskit_root_id(), |node| {
            node.set_label(title.clone());
            node.set_language(self.session.language().bcp47());
        });
        if title != self.title {
            context.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }

    /// Does what the session asked for.
    fn serve(&mut self, context: &Context) {
        for request in self.session.take_requests() {
            match request {
                Request::Work(job) => self.runner.start(job),
                Request::CancelWork => self.runner.cancel(),
                Request::Browse(browse) => {
                    file_dialog::browse(&mut self.runner, browse, self.session.language());
                }
                Request::Copy(text) => context.copy_text(text),
                Request::Close => {
                    self.closing = true;
                    context.send_viewport_cmd(ViewportCommand::Close);
                }
            }
        }
    }
}

/// Draws bars, list and form; says whether the list is asked for.
fn frame_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    anchor: &mut Anchor,
    narrow: bool,
    list_in_front: bool,
) -> bool {
    let palette = theme::palette(ui);
    let soft = Frame::new().fill(palette.ground_soft);
    let bar = soft.inner_margin(Margin::symmetric(12, 8));
    let toggled = Panel::top("bar")
        .frame(bar)
        .show(ui, |ui| {
            landmark(ui, Role::Toolbar, &view.say(&window::commands()));
            area::enter(ui.ctx(), Some(Area::Bar));
            bar::bar_ui(ui, view, narrow, list_in_front)
        })
        .inner;
    // In a low window the line is there only when it has something to say.
    let roomy = ui.available_height() > LOW;
    let in_trouble = view.session.save_remedy().is_some();
    if roomy || in_trouble || view.session.status().is_some() {
        status_ui(ui, view, soft);
    }
    bar::live_ui(ui, view);
    if !narrow {
        Panel::left("navigation")
            .frame(soft.inner_margin(Margin {
                left: 8,
                right: 0,
                top: 8,
                bottom: 0,
            }))
            .resizable(false)
            .exact_size(280.0)
            .show(ui, |ui| list_ui(ui, view));
    }
    CentralPanel::no_frame()
        .frame(Frame::new().fill(palette.ground))
        .show(ui, |ui| {
            if list_in_front {
                list_ui(ui, view);
            } else {
                let role = match view.session.screen() {
                    Screen::Organization | Screen::Form | Screen::SignOff => Role::Form,
                    _ => Role::Main,
                };
                landmark(ui, role, &view.say(&view.session.screen().message()));
                area::enter(ui.ctx(), Some(Area::Screen));
                page::screen_ui(ui, view, anchor);
            }
        });
    toggled
}

fn list_ui(ui: &mut Ui, view: &mut View<'_>) {
    landmark(ui, Role::Navigation, &view.say(&window::navigation()));
    area::enter(ui.ctx(), Some(Area::List));
    navigation::navigation_ui(ui, view);
}

fn status_ui(ui: &mut Ui, view: &mut View<'_>, frame: Frame) {
    Panel::bottom("status")
        .frame(frame.inner_margin(Margin::symmetric(12, 6)))
        .show(ui, |ui| {
            landmark(ui, Role::Status, &view.say(&window::status()));
            area::enter(ui.ctx(), Some(Area::Status));
            bar::status_ui(ui, view);
        });
}

impl eframe::App for ProbitasWindow {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.window_ui(ui);
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }
}
