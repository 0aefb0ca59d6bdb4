//! Deciding not to answer an item, and whether an unasked answer goes out.

use egui::{Id, Ui};

use super::choice::check_ui;
use super::theme;
use super::view::View;
use crate::app::{Action, Session};
use crate::i18n::window;
use crate::questionnaire::{Item, Question};
use crate::response::{Decision, Edit, Place};

/// What deciding not to answer at a place is: where that was decided already,
/// taking it back. Nothing where the place is no item.
pub(super) fn decided(session: &Session, place: &Place, offered: Decision) -> Option<Action> {
    let Place::Item(item) = place else {
        return None;
    };
    let answer = session.response().answer(item);
    let made = answer.is_some_and(|answer| answer.decision == offered);
    Some(Action::Edit(Edit::Decide {
        item: item.clone(),
        decision: if made { Decision::Open } else { offered },
    }))
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
                let place = Place::Item(item.id.clone());
                if let Some(action) = decided(view.session, &place, offered) {
                    view.act(action);
                }
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
