//! A window without a display, and how a person reaches what is in it.

use egui::accesskit::Role;
use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{By, NodeT, Queryable};
use egui_kittest::{Harness, Node};
use probitas::app::{self, Action, Intent, Session, Target};
use probitas::i18n::{Language, Localized, common, window};
use probitas::questionnaire::{Item, Question, Questionnaire, shipped};
use probitas::response::{Edit, Place};
use probitas::storage::Places;
use probitas::ui::{ProbitasWindow, theme};

pub(crate) type Slot = Option<ProbitasWindow>;

/// The window in a test.
pub(crate) struct Screen {
    pub(crate) harness: Harness<'static, Slot>,
}

impl Screen {
    /// The window with the questions of an empty form.
    pub(crate) fn open(language: Language) -> Self {
        let mut screen = Screen::sized(language, [1180.0, 820.0], 1.0);
        screen.show(app::Screen::Form);
        screen
    }

    /// The window as it opens for whoever chose a language before.
    pub(crate) fn sized(language: Language, size: [f32; 2], pixels_per_point: f32) -> Self {
        let mut screen = Screen::first_run(language, size, pixels_per_point);
        screen.act(Action::ShowIn(language));
        screen
    }

    /// The window at the very first start.
    pub(crate) fn first_run(language: Language, size: [f32; 2], pixels_per_point: f32) -> Self {
        Screen::kept_in(language, size, pixels_per_point, &Places::default())
    }

    /// The window as it opens where preferences are kept in these places.
    pub(crate) fn kept_in(
        language: Language,
        size: [f32; 2],
        pixels_per_point: f32,
        places: &Places,
    ) -> Self {
        let places = places.clone();
        let mut harness = Harness::builder()
            .with_size(size)
            .with_pixels_per_point(pixels_per_point)
            .with_context_setup(theme::install)
            .with_max_steps(16)
            .build_ui_state(
                move |ui, slot: &mut Slot| {
                    let context = ui.ctx().clone();
                    let new =
                        || ProbitasWindow::kept_in(&context, language, places.clone()).unwrap();
                    // Without the margin that the harness puts around.
                    let whole = egui::UiBuilder::new().max_rect(context.content_rect());
                    let window = slot.get_or_insert_with(new);
                    ui.scope_builder(whole, |ui| window.window_ui(ui));
                },
                None,
            );
        harness.run();
        Screen { harness }
    }

    /// Opens one of the examples, and waits until it is there.
    pub(crate) fn open_example(&mut self, index: usize) {
        self.act(Action::Begin(Intent::Example(index)));
        for _ in 0..500 {
            if !self.session().response().organization().name.en.is_empty() {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(10));
            self.run();
        }
        panic!("the example does not open");
    }

    /// The form with this text in the answer to Question 8, and the caret in it.
    pub(crate) fn at_answer(language: Language, text: &str) -> Self {
        let mut screen = Screen::open(language);
        screen.write("q8", language, text);
        screen.enter_answer(language);
        screen
    }

    /// Leads to the answer to Question 8 and puts the caret into it.
    pub(crate) fn enter_answer(&mut self, language: Language) {
        self.act(Action::GoTo(Target::Place(Place::Item("q8".into()))));
        self.by_label(answer_label(language)).focus();
        self.run();
    }

    /// Gives an answer this text, which counts as typed.
    pub(crate) fn write(&mut self, item: &str, language: Language, text: &str) {
        self.act(Action::Edit(Edit::Write {
            item: item.into(),
            language,
            text: text.to_owned(),
        }));
    }

    /// Shows a screen of the window.
    pub(crate) fn show(&mut self, screen: app::Screen) {
        self.act(Action::Show(screen));
    }

    /// Does something to the session, as a person would.
    pub(crate) fn act(&mut self, action: Action) {
        self.harness.state_mut().as_mut().unwrap().act(action);
        self.run();
    }

    pub(crate) fn session(&self) -> &Session {
        self.window().session()
    }

    pub(crate) fn window(&self) -> &ProbitasWindow {
        self.harness.state().as_ref().unwrap()
    }

    pub(crate) fn run(&mut self) {
        self.harness.run();
        self.settle();
    }

    /// Waits until the pages that are shown are there.
    fn settle(&mut self) {
        for _ in 0..2000 {
            let session = self.session();
            let shows_pages = [app::Screen::Review, app::Screen::Approve];
            if !shows_pages.contains(&session.screen()) || session.printed().is_settled() {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(10));
            self.harness.run();
        }
        panic!("the pages are never there");
    }

    pub(crate) fn press(&mut self, key: Key) {
        self.harness.key_press(key);
        self.run();
    }

    pub(crate) fn press_with(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.run();
    }

    pub(crate) fn by_label<'a>(&'a self, label: &'a str) -> Node<'a> {
        self.harness.get_by_label(label)
    }

    /// A text that stands somewhere, which egui gives as a value.
    pub(crate) fn line<'a>(&'a self, text: &'a str) -> Node<'a> {
        self.harness.get(By::new().role(Role::Label).value(text))
    }

    /// The open dialog of this name.
    pub(crate) fn dialog<'a>(&'a self, label: &'a str) -> Node<'a> {
        self.harness.get_by_role_and_label(Role::Dialog, label)
    }

    pub(crate) fn heading<'a>(&'a self, label: &'a str) -> Node<'a> {
        self.harness.get_by_role_and_label(Role::Heading, label)
    }

    pub(crate) fn click(&mut self, label: &str) {
        self.by_label(label).click_accesskit();
        self.run();
    }

    /// Types at the end of the box with this label.
    pub(crate) fn type_into(&mut self, label: &str, text: &str) {
        self.by_label(label).focus();
        self.run();
        self.by_label(label).type_text(text);
        self.run();
    }

    /// Presses an option of the group with this label.
    pub(crate) fn press_option(&mut self, role: Role, group: &str, option: &str) {
        let group = self.harness.get_by_role_and_label(role, group);
        group.get_by_label(option).click_accesskit();
        self.run();
    }

    pub(crate) fn text(&self, item: &str, language: Language) -> String {
        let answer = self.session().response().answer(&item.into());
        answer
            .map(|answer| answer.text.get(language).to_owned())
            .unwrap_or_default()
    }

    /// Whether a text stands somewhere in the window.
    pub(crate) fn says(&self, part: &str) -> bool {
        let nodes = self.harness.root().children_recursive();
        let mut texts = nodes.filter_map(|node| node.accesskit_node().value());
        texts.any(|text| text.contains(part))
    }

    /// Chooses an option, as a person would.
    pub(crate) fn choose(&mut self, item: &str, option: &str) {
        self.act(Action::Edit(Edit::Choose {
            item: item.into(),
            options: [option.into()].into(),
        }));
    }

    /// Puts the caret of an answer's box somewhere, or selects from there on.
    pub(crate) fn select(&mut self, item: &str, language: Language, from: usize, to: usize) {
        let id = box_id(item, language);
        let range = CCursorRange::two(CCursor::new(from), CCursor::new(to));
        let mut state = TextEditState::load(&self.harness.ctx, id).unwrap_or_default();
        state.cursor.set_char_range(Some(range));
        state.store(&self.harness.ctx, id);
        self.run();
    }

    /// What is selected in an answer's box: from where the selection began.
    pub(crate) fn selection(&self, item: &str, language: Language) -> Option<(usize, usize)> {
        let state = TextEditState::load(&self.harness.ctx, box_id(item, language))?;
        let range = state.cursor.char_range()?;
        Some((range.secondary.index.0, range.primary.index.0))
    }

    /// What a screen reader reads out: the text of the only live line.
    pub(crate) fn live(&self) -> String {
        self.heard().1
    }

    /// The same with its node: it is read out where either is another one.
    pub(crate) fn heard(&self) -> (egui::accesskit::NodeId, String) {
        let nodes = self.harness.root().children_recursive();
        let live: Vec<_> = nodes
            .filter(|node| node.accesskit_node().live() != egui::accesskit::Live::Off)
            .filter_map(|node| {
                Some((
                    node.accesskit_node().locate().0,
                    node.accesskit_node().label()?,
                ))
            })
            .collect();
        assert_eq!(live.len(), 1, "{live:?}");
        live[0].clone()
    }

    /// Where what has the focus is.
    pub(crate) fn focused_rect(&self) -> Option<egui::Rect> {
        let nodes = self.harness.root().children_recursive();
        Some(nodes.into_iter().find(Node::is_focused)?.rect())
    }

    /// Between which heights the screen beside the list is seen.
    pub(crate) fn visible(&self) -> (f32, f32) {
        let buttons = |role: Role| -> Vec<egui::Rect> {
            let mut nodes = self.harness.root().children_recursive();
            let part = nodes.find(|node| node.accesskit_node().role() == role);
            let inside = part.into_iter().flat_map(|part| part.children_recursive());
            inside
                .filter(|node| node.accesskit_node().role() == Role::Button)
                .map(|node| node.rect())
                .collect()
        };
        let whole = self.harness.ctx.content_rect();
        let bar = buttons(Role::Toolbar).into_iter();
        let top = bar.map(|rect| rect.bottom()).fold(whole.top(), f32::max);
        let status = buttons(Role::Status).into_iter();
        let bottom = status.map(|rect| rect.top()).fold(whole.bottom(), f32::min);
        (top, bottom)
    }

    /// The label of what has the focus.
    pub(crate) fn focused(&self) -> Option<String> {
        let nodes = self.harness.root().children_recursive();
        let node = nodes.into_iter().find(Node::is_focused)?;
        node.accesskit_node().label()
    }
}

fn box_id(item: &str, language: Language) -> egui::Id {
    egui::Id::unique(("answer", item, language.code()))
}

/// What the box of the answer to Question 8 is called in a window of its language.
pub(crate) fn answer_label(language: Language) -> &'static str {
    match language {
        Language::English => "Question 8, answer in English",
        Language::French => "Question 8, réponse en français",
    }
}

pub(crate) fn questionnaire() -> &'static Questionnaire {
    &shipped()[0].questionnaire
}

/// What the group of a choice is called.
pub(crate) fn group_label(question: &Question, language: Language) -> String {
    let label = label_of(question).get(language).clone();
    window::group_name(label, &question.wording).text(language)
}

/// What the box of a text is called where both languages are answered.
pub(crate) fn box_label(
    question: &Question,
    item: &Item,
    answer: Language,
    shown: Language,
) -> String {
    let name = match answer {
        Language::English => common::english(),
        Language::French => common::french(),
    };
    let label = label_of(question);
    let message = if item.prompts.is_empty() {
        window::answer_name_in(label, name)
    } else {
        window::details_name_in(label, name)
    };
    message.text(shown)
}

fn label_of(question: &Question) -> Localized {
    questionnaire().label_of(question)
}
