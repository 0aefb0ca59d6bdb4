//! How the window looks, its keys, and what is in the program.

mod about;
mod keyboard;
mod spelling;
mod third_party;
mod translations;

use egui::{Id, Label, Ui};

use super::choice::check_ui;
use super::form::card_ui;
use super::question::heading_ui;
use super::setting::{Setting, locked_ui, setting_ui};
use super::view::{View, describe};
use super::{launch, theme};
use crate::app::{Action, Preferable, Preference, Renderer, Screen, Theme};
use crate::i18n::{Language, editing, settings as say, start};

pub(super) use spelling::empty_words_ui;

/// Draws the screen.
pub(super) fn settings_ui(ui: &mut Ui, view: &mut View<'_>) {
    heading_ui(ui, &view.say(&Screen::Settings.message()), 1);
    card_ui(ui, |ui| language_ui(ui, view));
    card_ui(ui, |ui| appearance_ui(ui, view));
    card_ui(ui, |ui| spelling::spelling_ui(ui, view));
    card_ui(ui, |ui| keyboard::keyboard_ui(ui, view));
    card_ui(ui, |ui| support_ui(ui, view));
    card_ui(ui, |ui| about::about_ui(ui, view));
}

/// Each language is named in that language.
fn language_ui(ui: &mut Ui, view: &mut View<'_>) {
    heading_ui(ui, &view.say(&say::language()), 2);
    let own_name = |language| {
        let name = start::choose_button().text(language);
        start::organization(name)
    };
    let chosen = setting_ui(
        ui,
        view,
        &Setting {
            salt: "language",
            title: say::language(),
            under_heading: true,
            offered: &Language::ALL.map(|language| (language, own_name(language))),
            now: view.language(),
            note: None,
            locked: view.is_locked(Preferable::Language),
        },
    );
    if let Some(language) = chosen {
        view.act(Action::ShowIn(language));
    }
}

fn appearance_ui(ui: &mut Ui, view: &mut View<'_>) {
    heading_ui(ui, &view.say(&say::appearance()), 2);
    let preferences = view.session.preferences();
    let chosen = setting_ui(
        ui,
        view,
        &Setting {
            salt: "theme",
            title: say::theme(),
            under_heading: false,
            offered: &[
                (Theme::FollowSystem, say::theme_system()),
                (Theme::Light, say::theme_light()),
                (Theme::Dark, say::theme_dark()),
                (Theme::HighContrast, say::theme_contrast()),
            ],
            now: preferences.theme(),
            note: None,
            locked: view.is_locked(Preferable::Theme),
        },
    );
    let size = setting_ui(
        ui,
        view,
        &Setting {
            salt: "size",
            title: say::text_size(),
            under_heading: false,
            offered: &[100_u16, 125, 150, 175, 200]
                .map(|percent| (percent, say::percent(u32::from(percent)))),
            now: preferences.text_percent(),
            note: Some(say::text_size_note()),
            locked: view.is_locked(Preferable::TextPercent),
        },
    );
    let set = chosen.map(Preference::Theme);
    for preference in set.into_iter().chain(size.map(Preference::TextPercent)) {
        view.act(Action::SetPreference(preference));
    }
    let blink = preferences.caret_blink();
    let id = Id::unique("setting caret blink");
    let locked = view.is_locked(Preferable::CaretBlink);
    let check = locked_ui(ui, view, locked, "", |ui, description| {
        let response = check_ui(ui, id, blink, &view.say(&say::caret_blink()), true);
        describe(ui, id, description);
        response
    });
    if check.clicked() {
        view.act(Action::SetPreference(Preference::CaretBlink(!blink)));
    }
    let typed = preferences.typed_quotes();
    let id = Id::unique("setting typed quotes");
    let locked = view.is_locked(Preferable::TypedQuotes);
    let check = locked_ui(ui, view, locked, "", |ui, description| {
        let response = check_ui(ui, id, typed, &view.say(&editing::typed_quotes()), true);
        describe(ui, id, description);
        response
    });
    if check.clicked() {
        view.act(Action::SetPreference(Preference::TypedQuotes(!typed)));
    }
}

fn support_ui(ui: &mut Ui, view: &mut View<'_>) {
    heading_ui(ui, &view.say(&say::support()), 2);
    let mut offered = vec![
        (Renderer::Automatic, say::renderer_automatic()),
        (Renderer::Glow, say::renderer_glow()),
    ];
    if launch::Renderer::named("wgpu").is_some() {
        offered.push((Renderer::Wgpu, say::renderer_wgpu()));
    }
    let chosen = setting_ui(
        ui,
        view,
        &Setting {
            salt: "renderer",
            title: say::renderer(),
            under_heading: false,
            offered: &offered,
            now: view.session.preferences().renderer(),
            note: Some(say::renderer_note()),
            locked: view.is_locked(Preferable::Renderer),
        },
    );
    if let Some(renderer) = chosen {
        view.act(Action::SetPreference(Preference::Renderer(renderer)));
    }
}

fn note_ui(ui: &mut Ui, text: String) {
    ui.add(Label::new(theme::soft(text)).wrap());
}
