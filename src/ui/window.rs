//! The window: one session, drawn frame by frame.

use std::time::Duration;

use egui::ViewportCommand;
use egui::accesskit::Role;
use egui::{CentralPanel, Context, Frame, Margin, Panel, Ui};

use super::anchor::Anchor;
use super::area::{self, Area};
use super::clipboard::Clipboard;
use super::longer::Length;
use super::shortcuts::{self, Command};
use super::view::{self, View, landmark};
use super::{
    alone, answer_text, bar, decision, dialogs, drop, file_dialog, find, navigation, others, page,
    start, theme,
};
use crate::app::job::Runner;
use crate::app::{
    Action, Intent, Moment, Preferences, Request, Screen, Session, SpellingStep, TidyScope,
};
use crate::i18n::{Language, common, window};
use crate::questionnaire::{Item, Question, shipped};
use crate::release::ReleaseKey;
use crate::response::Place;
use crate::storage::Places;

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
    length: Length,
    clipboard: Clipboard,
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
            length: Length::default(),
            clipboard: Clipboard::default(),
        })
    }

    /// Takes this for the key of the makers, in place of the one that the
    /// program was built with.
    #[must_use]
    pub fn with_release_key(mut self, key: Option<ReleaseKey>) -> Self {
        self.session = self.session.with_release_key(key);
        self
    }

    /// Asks this for HTML when somebody pastes; otherwise there is none.
    #[must_use]
    pub fn with_clipboard(mut self, clipboard: Clipboard) -> Self {
        self.clipboard = clipboard;
        self
    }

    /// What the window shows.
    #[must_use]
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Draws every text in this length from now on. The title keeps its own.
    pub fn set_length_of_texts(&mut self, length: Length) {
        self.length = length;
    }

    /// Does something to the session, as a person would.
    pub fn act(&mut self, action: Action) {
        self.session.update(action, Moment::read());
    }

    /// The title of the window, with a mark for unsaved changes.
    #[must_use]
    pub fn title(&self) -> String {
        let language = self.session.language();
        if self.session.must_choose_language() {
            return common::program_name().text(language);
        }
        let file = self.session.file_name();
        let organization = self.session.response().organization();
        let named = organization.name.get(language);
        let file = file
            .or_else(|| (!named.trim().is_empty()).then(|| named.clone()))
            .unwrap_or_else(|| window::untitled().text(language));
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
        actions.extend(drop::dropped(&context));
        area::begin(&context);
        self.name_window(&context);
        let target = self.session.take_target();
        // Whatever gets the focus must be seen, and the screen that was chosen.
        let screen = self.session.screen();
        self.list_in_front &= target.is_none() && self.shown == screen;
        self.shown = screen;
        let mut view = View::new(&self.session, &self.clipboard, target, self.length);
        let narrow = ui.available_width() < theme::WIDE;
        if self.session.must_choose_language() {
            first_run_ui(ui, &mut view);
        } else {
            let list_in_front = self.list_in_front && narrow;
            let toggled = frame_ui(ui, &mut view, &mut self.anchor, narrow, list_in_front);
            self.list_in_front ^= toggled;
        }
        area::enter(&context, None);
        dialogs::dialog_ui(&context, &mut view);
        drop::overlay_ui(&context, &view);
        self.focused = view.focused.take();
        actions.extend(view.into_actions());
        if !actions.is_empty() {
            context.request_repaint();
        }
        for action in actions {
            self.act(action);
        }
        if self.session.wants_spelling() {
            self.act(Action::Spelling(SpellingStep::Look));
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

    /// What was pressed, and whether the window is to be closed.
    fn shortcuts(&self, context: &Context) -> Vec<Action> {
        let mut actions = Vec::new();
        for command in shortcuts::pressed(context, &self.session) {
            match command {
                Command::Area(step) => area::go_round(context, step),
                Command::Decide(decision) => {
                    let focused = self.focused.as_ref();
                    let decided = |place| decision::decided(&self.session, place, decision);
                    actions.extend(focused.and_then(decided));
                }
                Command::Format(format) => {
                    if let Some(id) = context.memory(egui::Memory::focused) {
                        answer_text::request(context, id, format);
                    }
                }
                Command::Alone => {
                    let place = self.focused.as_ref();
                    let text = answer_text::focused(context, &self.session, place);
                    let text = text.filter(|_| self.session.alone().is_none());
                    actions.push(Action::ShowAlone(text.map(|(item, _)| item)));
                    view::attend_again(context);
                }
                Command::Tidy => {
                    let place = self.focused.as_ref();
                    let text = answer_text::focused(context, &self.session, place);
                    let scope = text.map_or(TidyScope::All, |(item, language)| {
                        TidyScope::Text(item, language)
                    });
                    actions.push(Action::Tidy(scope));
                }
                Command::Undo if answer_text::take_back(context) => {}
                Command::PasteText => answer_text::request_text(context),
                Command::Spelling => answer_text::request_suggestions(context),
                Command::Finding(step) => actions.push(Action::GoToFinding {
                    from: self.focused.clone(),
                    step,
                }),
                other => actions.extend(other.action(&self.session)),
            }
        }
        if self.must_ask() && context.input(|input| input.viewport().close_requested()) {
            context.send_viewport_cmd(ViewportCommand::CancelClose);
            match self.session.dialog() {
                None => actions.push(Action::Begin(Intent::Close)),
                Some(dialog) if dialog.only_tells() => {
                    actions.extend([Action::Cancel, Action::Begin(Intent::Close)]);
                }
                Some(_) => {}
            }
        }
        actions
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

/// The page of the very first run stands alone.
fn first_run_ui(ui: &mut Ui, view: &mut View<'_>) {
    CentralPanel::no_frame()
        .frame(Frame::new().fill(theme::palette(ui).ground))
        .show(ui, |ui| {
            landmark(ui, Role::Main, &view.say(&common::program_name()));
            start::first_run_ui(ui, view);
        });
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
    let alone = alone_of(view);
    let bar = soft.inner_margin(Margin::symmetric(12, 8));
    let toggled = alone.is_none()
        && Panel::top("bar")
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
        status_ui(ui, view, soft, !roomy);
    }
    bar::live_ui(ui, view);
    if !narrow && alone.is_none() {
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
    if !list_in_front || alone.is_some() {
        find::panel_ui(ui, view);
        others::panel_ui(ui, view);
    }
    CentralPanel::no_frame()
        .frame(Frame::new().fill(palette.ground))
        .show(ui, |ui| {
            if list_in_front && alone.is_none() {
                list_ui(ui, view);
            } else {
                let role = match view.session.screen() {
                    Screen::Organization | Screen::Form | Screen::SignOff | Screen::Approve => {
                        Role::Form
                    }
                    _ => Role::Main,
                };
                landmark(ui, role, &view.say(&view.session.screen().message()));
                area::enter(ui.ctx(), Some(Area::Screen));
                if let Some((question, item)) = alone {
                    alone::alone_ui(ui, view, question, item);
                } else {
                    alone::forget(ui, view);
                    page::screen_ui(ui, view, anchor);
                }
                find::aim_ui(ui, view);
                find::aim_at_word_ui(ui, view);
            }
        });
    toggled
}

/// The text that has the window for itself.
fn alone_of<'a>(view: &View<'a>) -> Option<(&'a Question, &'a Item)> {
    let id = view.session.alone()?;
    let mut questions = view.session.questionnaire().questions();
    questions.find_map(|question| {
        let item = question.items.iter().find(|item| item.id == *id)?;
        Some((question, item))
    })
}

fn list_ui(ui: &mut Ui, view: &mut View<'_>) {
    landmark(ui, Role::Navigation, &view.say(&window::navigation()));
    area::enter(ui.ctx(), Some(Area::List));
    navigation::navigation_ui(ui, view);
}

fn status_ui(ui: &mut Ui, view: &mut View<'_>, frame: Frame, low: bool) {
    Panel::bottom("status")
        .frame(frame.inner_margin(Margin::symmetric(12, 6)))
        .show(ui, |ui| {
            landmark(ui, Role::Status, &view.say(&window::status()));
            area::enter(ui.ctx(), Some(Area::Status));
            bar::status_ui(ui, view, low);
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
