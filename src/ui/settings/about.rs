//! Versions, licences, and what is not ours.

use egui::{Id, Label, ScrollArea, TextEdit, Ui};

use super::{note_ui, translations};
use crate::i18n::{Message, settings as say};
use crate::response::hex;
use crate::ui::button::disclosure_ui;
use crate::ui::question::heading_ui;
use crate::ui::theme;
use crate::ui::view::{View, attend};

const LICENCE: &str = include_str!("../../../LICENSE");
const NOTICES: &str = include_str!("../../../NOTICE.md");
const FONT_LICENCES: &str = concat!(
    include_str!("../../../fonts/OFL-Inter.txt"),
    "\n\n",
    include_str!("../../../fonts/OFL-NotoSans.txt"),
    "\n\n",
    include_str!("../../../fonts/OFL-NotoSansCanadianAboriginal.txt"),
);

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
        ("fonts", say::font_licences(), FONT_LICENCES),
    ] {
        fold_ui(ui, view, salt, &title, |ui, view| {
            text_ui(ui, salt, &view.say(&title), text);
        });
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
