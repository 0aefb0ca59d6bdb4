//! Whether words are checked, and those that a person added.

use egui::{Id, Label, Ui, UiBuilder};

use super::super::button::{button_if_ui, button_ui, main_button_ui};
use super::super::choice::check_ui;
use super::super::question::heading_ui;
use super::super::setting::locked_ui;
use super::super::theme;
use super::super::view::{View, describe};
use super::note_ui;
use crate::app::{Action, Dialog, Preferable, Preference};
use crate::i18n::{Language, spelling as say};
use crate::ui::answer_text::name_of;

/// So many words are shown of a list.
const MOST_SHOWN: usize = 500;

/// Draws the settings of spelling.
pub(super) fn spelling_ui(ui: &mut Ui, view: &mut View<'_>) {
    heading_ui(ui, &view.say(&say::setting_title()), 2);
    let checks = view.session.preferences().spelling();
    let id = Id::unique("setting spelling");
    let locked = view.is_locked(Preferable::Spelling);
    let note = view.say(&say::setting_note());
    let check = locked_ui(ui, view, locked, &note, |ui, description| {
        let response = check_ui(ui, id, checks, &view.say(&say::setting()), true);
        describe(ui, id, description);
        response
    });
    if check.clicked() {
        view.act(Action::SetPreference(Preference::Spelling(!checks)));
    }
    note_ui(ui, note);
    for language in Language::ALL {
        own_words_ui(ui, view, language);
    }
}

fn own_words_ui(ui: &mut Ui, view: &mut View<'_>, language: Language) {
    let words = view.session.own_words(language);
    heading_ui(ui, &view.say(&say::own(name_of(language))), 3);
    ui.label(view.say(&say::own_count(words.len())));
    if !words.is_empty() {
        let mut shown: Vec<&str> = words.iter().take(MOST_SHOWN).collect();
        if words.len() > MOST_SHOWN {
            shown.push("…");
        }
        let text = view.say(&say::own_words(shown.join(", ")));
        let label = ui.add(Label::new(text).wrap().selectable(true));
        ui.ctx().accesskit_node_builder(label.id, |node| {
            node.set_language(language.bcp47());
        });
    }
    let place = view.session.own_words_file(language);
    note_ui(
        ui,
        view.say(&match place {
            Some(path) => say::own_kept_in(path.display().to_string()),
            None => say::own_not_kept(),
        }),
    );
    // Its place is the same before and after, so that the focus stays there.
    let builder = UiBuilder::new().scope_id(Id::unique(("empty words", language.code())));
    let button = ui.scope_builder(builder, |ui| {
        button_if_ui(ui, !words.is_empty(), &view.say(&say::empty()))
    });
    let name = view.say(&say::empty_name(name_of(language)));
    if button.inner.accessible_name(name).clicked() {
        view.act(Action::OpenDialog(Dialog::EmptyWords(language)));
    }
}

/// Asks before all words of a language are removed.
pub(in super::super) fn empty_words_ui(ui: &mut Ui, view: &mut View<'_>, language: Language) {
    let count = view.session.own_words(language).len();
    let explanation = view.say(&say::empty_explanation(count));
    ui.add(Label::new(explanation).wrap());
    ui.add_space(theme::STEP);
    ui.horizontal_wrapped(|ui| {
        let keep = main_button_ui(ui, &view.say(&say::empty_not()));
        super::super::dialogs::focus_first(view, &keep);
        if keep.clicked() {
            view.act(Action::Cancel);
        }
        if button_ui(ui, &view.say(&say::empty_now())).clicked() {
            view.act(Action::Confirm);
        }
    });
}
