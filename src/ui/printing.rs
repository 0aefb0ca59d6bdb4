//! The choices of how a PDF is printed.

use egui::{Id, Label, Ui};

use super::button::disclosure_ui;
use super::choice::check_ui;
use super::setting::{Setting, setting_ui};
use super::sign_off::{fill, inset_ui};
use super::theme;
use super::view::View;
use crate::app::{Action, Fold, Preferable, Preference};
use crate::export::layout::{Paper, TypeSize};
use crate::export::settings::Settings;
use crate::i18n::{Message, printing as say};
use crate::report::{Arrangement, Scope, ShownOptions, Summary};

/// Draws the line that unfolds the choices for the files, and the choices; or
/// where they are folded, what was chosen. `both` says whether there is a
/// second language to arrange.
pub(super) fn printing_ui(ui: &mut Ui, view: &mut View<'_>, both: bool) {
    let open = view.session.is_printing_open();
    let id = Id::unique("how the PDF is printed");
    let text = view.say(&say::title());
    if disclosure_ui(ui, id, open, &text).clicked() {
        view.act(Action::ToggleFold(Fold::Printing));
    }
    if open {
        inset_ui(ui, |ui| choices_ui(ui, view, both));
    } else {
        let chosen = chosen(view.session.print_settings(), both);
        let chosen: Vec<String> = chosen.iter().map(|message| view.say(message)).collect();
        ui.add(Label::new(theme::soft(chosen.join(" – "))).wrap());
    }
}

/// What was chosen, in the words of the choices.
fn chosen(settings: Settings, both: bool) -> Vec<Message> {
    let presentation = settings.presentation;
    let mut chosen = vec![
        named(&PAPERS, settings.sheet.paper),
        named(&TYPES, settings.sheet.type_size),
        named(&OPTIONS, presentation.options),
    ];
    if both {
        chosen.push(named(&ARRANGEMENTS, presentation.arrangement));
    }
    chosen.push(named(&SCOPES, presentation.scope));
    if presentation.summary == Summary::With {
        chosen.push(Some(say::summary()));
    }
    chosen.into_iter().flatten().collect()
}

/// What can be chosen, with what it is called.
type Offered<T> = [(T, fn() -> Message); 2];

const PAPERS: Offered<Paper> = [
    (Paper::Letter, say::paper_letter),
    (Paper::A4, say::paper_a4),
];
const TYPES: Offered<TypeSize> = [
    (TypeSize::Usual, say::type_usual),
    (TypeSize::Large, say::type_large),
];
const OPTIONS: Offered<ShownOptions> = [
    (ShownOptions::All, say::options_all),
    (ShownOptions::Selected, say::options_selected),
];
const ARRANGEMENTS: Offered<Arrangement> = [
    (Arrangement::Sequence, say::arrangement_sequence),
    (Arrangement::Facing, say::arrangement_facing),
];
const SCOPES: Offered<Scope> = [
    (Scope::Whole, say::scope_whole),
    (Scope::SignOff, say::scope_sign_off),
];

fn named<T: Copy + PartialEq>(offered: &Offered<T>, chosen: T) -> Option<Message> {
    let found = offered.iter().find(|(value, _)| *value == chosen);
    found.map(|(_, name)| name())
}

fn offer_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    view: &View<'_>,
    title: &Message,
    offered: &Offered<T>,
    now: T,
    about: Option<Preferable>,
) -> Option<T> {
    setting_ui(
        ui,
        view,
        &Setting {
            salt: title.id(),
            title: title.clone(),
            under_heading: false,
            offered: &offered.map(|(value, name)| (value, name())),
            now,
            note: None,
            locked: about.is_some_and(|about| view.is_locked(about)),
        },
    )
}

fn choices_ui(ui: &mut Ui, view: &mut View<'_>, both: bool) {
    paper_ui(ui, view);
    let settings = view.session.print_settings();
    if let Some(size) = type_size_ui(ui, view, settings.sheet.type_size) {
        fill(view, |form| form.export.type_size = size);
    }
    let now = settings.presentation.options;
    let about = Some(Preferable::ShownOptions);
    if let Some(options) = offer_ui(ui, view, &say::options(), &OPTIONS, now, about) {
        let preference = Preference::ShownOptions(options);
        view.act(Action::SetPreference(preference));
    }
    if both {
        arrangement_ui(ui, view);
    }
    let now = settings.presentation.scope;
    if let Some(scope) = offer_ui(ui, view, &say::scope(), &SCOPES, now, None) {
        fill(view, |form| form.export.scope = scope);
    }
    let with = settings.presentation.summary == Summary::With;
    let id = Id::unique("summary in front");
    if check_ui(ui, id, with, &view.say(&say::summary()), false).clicked() {
        let summary = if with {
            Summary::Without
        } else {
            Summary::With
        };
        fill(view, |form| form.export.summary = summary);
    }
    for note in [say::summary_note(), say::remembered()] {
        ui.add(Label::new(theme::soft(view.say(&note))).wrap());
    }
}

/// Draws the choice of the paper.
pub(super) fn paper_ui(ui: &mut Ui, view: &mut View<'_>) {
    let now = view.session.preferences().paper();
    let about = Some(Preferable::Paper);
    if let Some(paper) = offer_ui(ui, view, &say::paper(), &PAPERS, now, about) {
        view.act(Action::SetPreference(Preference::Paper(paper)));
    }
}

/// Draws the choice of the type; says what was chosen.
pub(super) fn type_size_ui(ui: &mut Ui, view: &View<'_>, now: TypeSize) -> Option<TypeSize> {
    offer_ui(ui, view, &say::type_size(), &TYPES, now, None)
}

/// Draws the choice of where the second language stands.
pub(super) fn arrangement_ui(ui: &mut Ui, view: &mut View<'_>) {
    let now = view.session.preferences().arrangement();
    let about = Some(Preferable::Arrangement);
    let title = say::arrangement();
    if let Some(arrangement) = offer_ui(ui, view, &title, &ARRANGEMENTS, now, about) {
        let preference = Preference::Arrangement(arrangement);
        view.act(Action::SetPreference(preference));
    }
}
