//! Versions, licences, and what is not ours.

use egui::{Id, Label, ScrollArea, TextEdit, Ui};

use super::third_party::third_party_ui;
use super::{note_ui, translations};
use crate::app::{Action, Dialog};
use crate::i18n::{Message, policy, settings as say, update};
use crate::response::hex;
use crate::ui::button::{button_ui, disclosure_ui};
use crate::ui::question::heading_ui;
use crate::ui::view::{View, attend};
use crate::ui::{launch, theme};

const LICENCE: &str = include_str!("../../../LICENSE");
const NOTICES: &str = include_str!("../../../NOTICE.md");

/// Draws the card.
pub(super) fn about_ui(ui: &mut Ui, view: &mut View<'_>) {
    let questionnaire = view.session.questionnaire();
    heading_ui(ui, &view.say(&say::about()), 2);
    for line in [
        say::version(env!("CARGO_PKG_VERSION")),
        say::form(&questionnaire.title),
        say::form_id(questionnaire.id.as_str(), questionnaire.version.as_str()),
    ] {
        ui.add(Label::new(view.say(&line)).wrap().selectable(true));
    }
    let digest = say::form_digest(hex(&questionnaire.sha256));
    let digest = theme::soft(view.say(&digest));
    ui.add(Label::new(digest).wrap().selectable(true));
    note_ui(ui, view.say(&say::not_official()));
    note_ui(ui, view.say(&say::no_network()));
    surroundings_ui(ui, view);
    if button_ui(ui, &view.say(&update::check())).clicked() {
        view.act(Action::OpenDialog(Dialog::CheckUpdate(String::new())));
    }
    let count = view.session.shipped().provenance.translated_by_us().len();
    fold_ui(
        ui,
        view,
        "translations",
        &say::translations(count),
        |ui, view| {
            translations::translations_ui(ui, view);
        },
    );
    for (salt, title, text) in [
        ("licence", say::licence(), LICENCE),
        ("notices", say::notices(), NOTICES),
    ] {
        fold_ui(ui, view, salt, &title, |ui, view| {
            text_ui(ui, salt, &view.say(&title), text);
        });
    }
    let title = say::third_party();
    fold_ui(ui, view, "third-party", &title, |ui, view| {
        third_party_ui(ui, &view.say(&title));
    });
}

/// Where settings come from and are kept, and what draws the window.
fn surroundings_ui(ui: &mut Ui, view: &View<'_>) {
    heading_ui(ui, &view.say(&policy::places_title()), 3);
    let session = view.session;
    let renderer = launch::drawn_by(ui.ctx());
    let lines = [
        Some(session.settings_in_words()),
        session.recovery_in_words(),
        Some(session.policy_in_words()),
        Some(session.release_key_in_words()),
        renderer.map(|renderer| say::drawn_by(renderer.name())),
    ];
    let faults = session.preferences().policy().notice();
    for line in lines.iter().flatten().chain(faults.iter().skip(1)) {
        ui.add(Label::new(view.say(line)).wrap().selectable(true));
    }
}

/// Something that is folded until somebody wants it.
fn fold_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    salt: &str,
    title: &Message,
    contents: impl FnOnce(&mut Ui, &mut View<'_>),
) {
    let id = Id::unique(("about", salt));
    let open = ui.data(|data| data.get_temp::<bool>(id).unwrap_or_default());
    if disclosure_ui(ui, id, open, &view.say(title)).clicked() {
        ui.data_mut(|data| data.insert_temp(id, !open));
    }
    if open {
        contents(ui, view);
    }
}

/// A text that is read as it stands, with a caret, so that keys scroll it.
fn text_ui(ui: &mut Ui, salt: &str, name: &str, text: &str) {
    let mut text = text;
    ScrollArea::vertical()
        .id_salt(("text", salt))
        .max_height(320.0)
        .show(ui, |ui| {
            let edit = TextEdit::multiline(&mut text)
                .id(Id::unique(("text of", salt)))
                .font(egui::TextStyle::Small)
                .desired_width(f32::INFINITY);
            let response = ui.add(edit).accessible_name(name);
            attend(ui, &response);
        });
}
