//! Deciding not to answer an item, and whether an unasked answer goes out.

use egui::{Id, Key, KeyboardShortcut, Modifiers, Ui};

use super::choice::check_ui;
use super::theme;
use super::view::View;
use crate::app::Action;
use crate::i18n::window;
use crate::questionnaire::{Item, Question};
use crate::response::{Decision, Edit};

/// In the fields of an item: not applicable.
pub(super) const NOT_APPLICABLE: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::F8);
/// In the fields of an item: no response.
pub(super) const NO_RESPONSE: KeyboardShortcut = KeyboardShortcut::new(Modifiers::SHIFT, Key::F8);

/// The keys that decide about the item that has the focus, and take it back.
pub(super) fn keys(ui: &Ui, view: &mut View<'_>, item: &Item) {
    // The more specific first: with Shift it would also be the other.
    for (shortcut, decision) in [
        (NO_RESPONSE, Decision::NoResponse),
        (NOT_APPLICABLE, Decision::NotApplicable),
    ] {
        if ui.input_mut(|input| input.consume_shortcut(&shortcut)) {
            decide(view, item, decision);
        }
    }
}

/// Makes a decision, or takes it back where it is made already.
fn decide(view: &mut View<'_>, item: &Item, offered: Decision) {
    let answer = view.session.response().answer(&item.id);
    let made = answer.is_some_and(|answer| answer.decision == offered);
    view.act(Action::Edit(Edit::Decide {
        item: item.id.clone(),
        decision: if made { Decision::Open } else { offered },
    }));
}

/// The two decisions not to answer; either can be taken back.
pub(super) fn decisions_ui(ui: &mut Ui, view: &mut View<'_>, question: &Question, item: &Item) {
    let answer = view.session.response().answer(&item.id);
    let decision = answer.map(|answer| answer.decision).unwrap_or_default();
    let kept = answer.is_some_and(|answer| !answer.choices.is_empty() || !answer.text.is_blank());
    let label = view.wording(&view.session.questionnaire().label_of(question));
    let details = !item.prompts.is_empty();
    ui.separator();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0 * theme::STEP;
        for (offered, text) in [
            (Decision::NotApplicable, window::decide_not_applicable()),
            (Decision::NoResponse, window::decide_no_response()),
        ] {
            let text = view.say(&text);
            let id = Id::unique((
                "decision",
                item.id.as_str(),
                offered == Decision::NoResponse,
            ));
            let made = decision == offered;
            let name = view.say(&if details {
                window::decide_details_name(text.as_str(), label.as_str())
            } else {
                window::decide_name(text.as_str(), label.as_str())
            });
            if check_ui(ui, id, made, &text, true)
                .accessible_name(name)
                .clicked()
            {
                decide(view, item, offered);
            }
        }
    });
    if kept && decision != Decision::Open {
        ui.label(theme::soft(view.say(&window::decided_answer_kept())));
    }
}

/// Whether an answer that nobody asked for goes out.
pub(super) fn release_ui(ui: &mut Ui, view: &mut View<'_>, item: &Item) {
    let answer = view.session.response().answer(&item.id);
    let release = answer.is_none_or(|answer| answer.release);
    let id = Id::unique(("release", item.id.as_str()));
    let label = view.say(&window::release());
    if check_ui(ui, id, release, &label, true).clicked() {
        view.act(Action::Edit(Edit::Release {
            item: item.id.clone(),
            release: !release,
        }));
    }
}
