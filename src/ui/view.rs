//! What every drawing function is given.

use egui::{Context, Id, Rect, Response, Ui};

use super::clipboard::Clipboard;
use super::longer::Length;
use super::{area, theme};
use crate::app::{Action, OrganizationField, Preferable, Session, Target};
use crate::i18n::{Language, Localized, Message};
use crate::questionnaire::ItemId;
use crate::response::Place;

/// One frame: the session as it is, and what a person does to it.
pub(super) struct View<'a> {
    /// What is drawn.
    pub(super) session: &'a Session,
    /// Where the focus goes in this frame.
    pub(super) target: Option<Target>,
    /// Whether a dialog has just opened, whose first control gets the focus.
    pub(super) dialog_opened: bool,
    /// Where HTML comes from when somebody pastes.
    pub(super) clipboard: &'a Clipboard,
    /// The place of the response where the focus is.
    pub(super) focused: Option<Place>,
    length: Length,
    actions: Vec<Action>,
}

impl<'a> View<'a> {
    pub(super) fn new(
        session: &'a Session,
        clipboard: &'a Clipboard,
        target: Option<Target>,
        length: Length,
    ) -> Self {
        View {
            session,
            clipboard,
            target,
            dialog_opened: false,
            focused: None,
            length,
            actions: Vec::new(),
        }
    }

    /// The language of the window.
    pub(super) fn language(&self) -> Language {
        self.session.language()
    }

    /// Whether the organization decided it.
    pub(super) fn is_locked(&self, what: Preferable) -> bool {
        self.session.preferences().is_locked(what)
    }

    /// A message as it stands on the screen.
    pub(super) fn say(&self, message: &Message) -> String {
        self.say_in(self.language(), message)
    }

    /// A message in one language, whatever that of the window is.
    pub(super) fn say_in(&self, language: Language, message: &Message) -> String {
        self.length.of(on_screen(&message.text(language)))
    }

    /// A text that is no sentence of the program, as it stands on the screen.
    pub(super) fn shown(&self, text: &str) -> String {
        self.length.of(on_screen(text))
    }

    /// A wording of the form as it stands on the screen.
    pub(super) fn wording(&self, text: &Localized) -> String {
        self.length.of(on_screen(text.get(self.language())))
    }

    /// Whether a wording, named as in [`crate::questionnaire::Provenance`],
    /// stands on the screen in a French of ours.
    pub(super) fn is_unofficial(&self, wording: &str) -> bool {
        let provenance = &self.session.shipped().provenance;
        provenance.is_unofficial(wording, self.language())
    }

    /// Asks for something to be done after this frame.
    pub(super) fn act(&mut self, action: Action) {
        self.actions.push(action);
    }

    /// What was done in this frame.
    pub(super) fn into_actions(self) -> Vec<Action> {
        self.actions
    }

    /// Whether the focus goes to this place now; only the first asker gets it.
    pub(super) fn is_aimed_at(&mut self, place: &Place) -> bool {
        let aimed = self.target == Some(Target::Place(place.clone()));
        if aimed {
            self.target = None;
        }
        aimed
    }

    /// Whether the focus goes to this field of the organization now.
    pub(super) fn is_aimed_at_field(&mut self, field: OrganizationField) -> bool {
        let aimed = self.target == Some(Target::Organization(field));
        if aimed {
            self.target = None;
        }
        aimed
    }

    /// The language of the box of a text that the focus goes to now, among
    /// those that are shown; only the first asker gets it.
    pub(super) fn box_aimed_at(&mut self, item: &ItemId, shown: &[Language]) -> Option<Language> {
        let first = shown.first().copied();
        let language = match &self.target {
            Some(Target::Place(Place::Item(aimed))) if aimed == item => first,
            Some(Target::Text(aimed, language)) if aimed == item => {
                shown.iter().find(|one| *one == language).copied().or(first)
            }
            _ => return None,
        };
        self.target = None;
        language
    }

    /// What the findings at a place say, for the description of its field.
    pub(super) fn description(&self, place: &Place) -> String {
        let texts: Vec<String> = self
            .session
            .shown_at(place)
            .map(|finding| self.say(&finding.message_at(self.session.questionnaire(), place)))
            .collect();
        texts.join(" ")
    }
}

/// egui breaks lines at U+202F and U+2009 as at a space: here they look like
/// a no-break space. The data keep them; both texts have as many characters.
pub(super) fn on_screen(text: &str) -> String {
    text.replace(['\u{202F}', '\u{2009}'], "\u{A0}")
}

/// How much is brought into view above what gets the focus: the wording.
const ABOVE: f32 = 14.0 * theme::STEP;
/// And below it.
const BELOW: f32 = 3.0 * theme::STEP;

/// Draws the ring, and brings a widget into view that gained the focus.
pub(super) fn attend(ui: &Ui, response: &Response) {
    attend_at(ui, response, || response.rect);
}

/// The same for a widget that may be taller than the window: then `caret` is
/// what is brought into view.
pub(super) fn attend_at(ui: &Ui, response: &Response, caret: impl FnOnce() -> Rect) {
    area::note(ui, response);
    if gained_focus(ui, response) {
        let height = ui.clip_rect().height();
        let room = height - response.rect.height();
        // What is asked stands above.
        let above = if room > ABOVE + BELOW { ABOVE } else { BELOW };
        let mut rect = if room > 2.0 * BELOW {
            response.rect
        } else {
            let mut caret = caret();
            caret.max.y = caret.max.y.min(caret.min.y + height - 2.0 * BELOW);
            caret
        };
        rect.min.y -= above;
        rect.max.y += BELOW;
        ui.scroll_to_rect(rect, None);
        // Keys that belong to the widget are known from the next frame on.
        ui.ctx().request_repaint();
    }
    if response.has_focus() {
        ui.painter().rect_stroke(
            response.rect.expand(2.0),
            5.0,
            (theme::RING_WIDTH, theme::palette(ui).ring),
            egui::StrokeKind::Outside,
        );
    }
}

/// After how many frames a widget that gained the focus is looked at again:
/// what was left may say by then what is missing, and push the widget down.
const FRAMES: u8 = 4;

/// Whether a widget has gained the focus now, or a few frames ago: egui
/// forgets a focus that was requested after the widget was drawn.
fn gained_focus(ui: &Ui, response: &Response) -> bool {
    if !ui.memory(|memory| memory.has_focus(response.id)) {
        return false;
    }
    let key = Id::unique("last widget with the focus");
    let last = ui.data(|data| data.get_temp::<(Id, u8)>(key));
    let known = last.filter(|(id, _)| *id == response.id && !response.gained_focus());
    let left = known.map_or(FRAMES, |(_, left)| left.saturating_sub(1));
    ui.data_mut(|data| data.insert_temp(key, (response.id, left)));
    if left > 0 {
        ui.ctx().request_repaint();
    }
    known.is_none() || (left == 0 && known.is_some_and(|(_, left)| left == 1))
}

/// Whether a number is another one than when this was asked last.
pub(super) fn is_new(ui: &Ui, key: Id, number: u64) -> bool {
    let last = ui.data(|data| data.get_temp::<u64>(key));
    ui.data_mut(|data| data.insert_temp(key, number));
    last != Some(number)
}

/// What has the focus, or gets it now, is brought into view once more.
pub(super) fn attend_again(context: &Context) {
    let key = Id::unique("last widget with the focus");
    context.data_mut(|data| data.remove::<(Id, u8)>(key));
}

/// Makes a part of the window a landmark of the accessibility tree.
pub(super) fn landmark(ui: &Ui, role: egui::accesskit::Role, name: &str) {
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
        node.set_role(role);
        node.set_label(name.to_owned());
    });
}

/// Gives a widget a description in the accessibility tree.
pub(super) fn describe(ui: &Ui, id: Id, description: &str) {
    if !description.is_empty() {
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_description(description.to_owned());
        });
    }
}

/// Says in the accessibility tree that an answer is expected of a control.
pub(super) fn require(ui: &Ui, id: Id, required: bool) {
    if required {
        ui.ctx()
            .accesskit_node_builder(id, egui::accesskit::Node::set_required);
    }
}

/// Whether what has the focus lies in a part of the window that was just drawn.
pub(super) fn holds_focus(ui: &Ui, part: Rect) -> bool {
    let focused = ui.memory(egui::Memory::focused);
    let response = focused.and_then(|id| ui.ctx().read_response(id));
    response.is_some_and(|response| {
        response.layer_id == ui.layer_id() && part.expand(1.0).contains_rect(response.rect)
    })
}
