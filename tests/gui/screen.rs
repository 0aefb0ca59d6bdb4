//! A window without a display, and how a person reaches what is in it.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use egui_kittest::{Harness, Node};
use probitas::app::{self, Action, Session};
use probitas::i18n::{Language, Localized, common, window};
use probitas::questionnaire::{Item, Question, Questionnaire, shipped};
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
        let mut harness = Harness::builder()
            .with_size(size)
            .with_pixels_per_point(pixels_per_point)
            .with_context_setup(theme::install)
            .with_max_steps(16)
            .build_ui_state(
                move |ui, slot: &mut Slot| {
                    let context = ui.ctx().clone();
                    let new = || ProbitasWindow::new(&context, language).unwrap();
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
        let mut texts = nodes
            .into_iter()
            .filter_map(|node| node.accesskit_node().value());
        texts.any(|text| text.contains(part))
    }

    /// The label of what has the focus.
    pub(crate) fn focused(&self) -> Option<String> {
        let nodes = self.harness.root().children_recursive();
        let node = nodes.into_iter().find(Node::is_focused)?;
        node.accesskit_node().label()
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
