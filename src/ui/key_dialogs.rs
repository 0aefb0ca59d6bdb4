//! Making a key, opening one, changing its passphrase, handing it in.

use egui::{Id, Label, RichText, Ui};
use zeroize::Zeroizing;

use super::button::button_ui;
use super::dialogs::{buttons_ui, path_ui};
use super::field::{Line, line_ui};
use super::people::role_name;
use super::setting::{Setting, setting_ui};
use super::sign_off::inset_ui;
use super::theme;
use super::view::View;
use crate::app::{
    Action, Browse, ChangeForm, Dialog, HandInForm, HandedIn, KeptIn, KeyForm, KeyRequest,
    NewPassphrase, PassphraseKind, path_risk,
};
use crate::i18n::{Message, certificates, keys as say, printing, window};
use crate::questionnaire::Role;
use crate::response::AnswerLanguages;
use crate::storage::USES_TOKENS;
use crate::submission::key::Algorithm;
use crate::submission::key_source::KeySource;

/// Draws the contents of the dialog that opens a key.
pub(super) fn open_ui(ui: &mut Ui, view: &mut View<'_>, form: KeyRequest) {
    let before = form.clone();
    let mut form = form;
    if USES_TOKENS {
        form.kept_in = kept_in_ui(ui, view, form.kept_in).unwrap_or(form.kept_in);
        if form.kept_in != before.kept_in {
            // A passphrase is no PIN.
            form.passphrase = Zeroizing::default();
        }
    }
    let entered = match form.kept_in {
        KeptIn::File => in_file_ui(ui, view, &mut form),
        KeptIn::Token => on_token_ui(ui, view, &mut form),
    };
    if form != before {
        view.act(Action::Fill(Dialog::OpenKey(form)));
    }
    buttons_ui(ui, view, &window::key_open_confirm(), entered);
}

fn kept_in_ui(ui: &mut Ui, view: &View<'_>, now: KeptIn) -> Option<KeptIn> {
    setting_ui(
        ui,
        view,
        &Setting {
            salt: "key-kept-in",
            title: certificates::key_kept_in(),
            under_heading: false,
            offered: &[
                (KeptIn::File, certificates::key_kept_in_file()),
                (KeptIn::Token, certificates::key_kept_in_token()),
            ],
            now,
            note: None,
            locked: false,
        },
    )
}

/// A key file or certificate file. Says whether Enter was pressed at the end.
fn in_file_ui(ui: &mut Ui, view: &mut View<'_>, form: &mut KeyRequest) -> bool {
    let label = window::key_path();
    key_path_ui(ui, view, &label, &mut form.path, Browse::Key, true);
    if KeySource::READS_CERTIFICATES {
        let note = certificates::key_path_certificate(form.role.in_words());
        note_ui(ui, view, &note);
    }
    let passphrase = window::passphrase();
    text_ui(ui, view, &passphrase, &mut form.passphrase, true)
}

/// A token: its module, what tells it from others, and its PIN. Says whether
/// Enter was pressed at the end.
fn on_token_ui(ui: &mut Ui, view: &mut View<'_>, form: &mut KeyRequest) -> bool {
    let token = &mut form.token;
    let label = certificates::token_module();
    let (typed, _) = path_ui(ui, view, &label, &token.module, Browse::Module, true);
    if let Some(module) = typed {
        token.module = module;
    }
    let note = certificates::token_module_note(form.role.in_words());
    note_ui(ui, view, &note);
    for (label, value) in [
        (certificates::token_label(), &mut token.label),
        (certificates::token_key_label(), &mut token.key_label),
        (certificates::token_name(), &mut token.name),
    ] {
        text_ui(ui, view, &label, value, false);
    }
    let pin = certificates::token_pin();
    text_ui(ui, view, &pin, &mut form.passphrase, true)
}

/// Draws the contents of the dialog that makes a key.
pub(super) fn make_ui(ui: &mut Ui, view: &mut View<'_>, form: KeyForm) {
    let before = form.clone();
    let mut form = form;
    note_ui(ui, view, &window::make_key_explanation());
    text_ui(ui, view, &window::key_name(), &mut form.name, false);
    let roles = [Role::Preparer, Role::DeputyHead];
    let role = setting_ui(
        ui,
        view,
        &Setting {
            salt: "key-role",
            title: window::key_role(),
            under_heading: false,
            locked: false,
            offered: &roles.map(|role| (role, role_name(role))),
            now: form.role,
            note: None,
        },
    );
    form.role = role.unwrap_or(form.role);
    let label = window::key_path();
    key_path_ui(ui, view, &label, &mut form.path, Browse::NewKey, false);
    form.algorithm = algorithm_ui(ui, view, form.algorithm).unwrap_or(form.algorithm);
    let entered = new_passphrase_ui(ui, view, say::passphrase_kind(), &mut form.passphrase);
    if form != before {
        view.act(Action::Fill(Dialog::MakeKey(form)));
    }
    buttons_ui(ui, view, &window::key_make_confirm(), entered);
}

/// Draws the contents of the dialog that changes a passphrase.
pub(super) fn change_ui(ui: &mut Ui, view: &mut View<'_>, form: ChangeForm) {
    let before = form.clone();
    let mut form = form;
    note_ui(ui, view, &say::passphrase_change_explanation());
    let label = window::key_path();
    key_path_ui(ui, view, &label, &mut form.path, Browse::Key, true);
    text_ui(ui, view, &say::passphrase_old(), &mut form.old, true);
    let entered = new_passphrase_ui(ui, view, say::passphrase_new(), &mut form.new);
    if form != before {
        view.act(Action::Fill(Dialog::ChangePassphrase(form)));
    }
    buttons_ui(ui, view, &say::passphrase_change_confirm(), entered);
}

/// Draws the contents of the dialog that hands in the open key.
pub(super) fn hand_in_ui(ui: &mut Ui, view: &mut View<'_>, form: HandInForm) {
    let before = form.clone();
    let mut form = form;
    note_ui(ui, view, &say::key_hand_in_explanation());
    let what = setting_ui(
        ui,
        view,
        &Setting {
            salt: "what-of-the-key",
            title: say::key_hand_in_what(),
            under_heading: false,
            locked: false,
            offered: &HandedIn::ALL.map(|what| (what, what.message())),
            now: form.what,
            note: None,
        },
    );
    if let Some(what) = what {
        form.choose(what, view.session.language());
    }
    match form.what {
        HandedIn::Page => {
            let languages = languages_ui(ui, view, form.languages);
            form.languages = languages.unwrap_or(form.languages);
        }
        HandedIn::Proof => {
            text_ui(ui, view, &say::key_hand_in_nonce(), &mut form.nonce, false);
        }
        HandedIn::PublicKey => {}
    }
    let label = say::key_hand_in_path();
    let (typed, entered) = path_ui(ui, view, &label, &form.path, Browse::HandIn, true);
    if let Some(path) = typed {
        form.path = path;
    }
    if form != before {
        view.act(Action::Fill(Dialog::HandIn(form)));
    }
    buttons_ui(ui, view, &say::key_hand_in_confirm(), entered);
}

fn languages_ui(ui: &mut Ui, view: &View<'_>, now: AnswerLanguages) -> Option<AnswerLanguages> {
    setting_ui(
        ui,
        view,
        &Setting {
            salt: "key-page-languages",
            title: printing::blank_languages(),
            under_heading: false,
            locked: false,
            offered: &[
                (AnswerLanguages::English, window::languages_english()),
                (AnswerLanguages::French, window::languages_french()),
                (AnswerLanguages::Both, window::languages_both()),
            ],
            now,
            note: None,
        },
    )
}

fn algorithm_ui(ui: &mut Ui, view: &View<'_>, now: Algorithm) -> Option<Algorithm> {
    let named = |algorithm: Algorithm| {
        let name = algorithm.name();
        let usual = algorithm == Algorithm::default();
        let label = if usual {
            say::key_algorithm_usual(name)
        } else {
            say::key_algorithm_other(name)
        };
        (algorithm, label)
    };
    setting_ui(
        ui,
        view,
        &Setting {
            salt: "key-algorithm",
            title: say::key_algorithm(),
            under_heading: false,
            locked: false,
            offered: &Algorithm::ALL.map(named),
            now,
            note: Some(say::key_algorithm_note()),
        },
    )
}

/// The passphrase that a key gets. Says whether Enter was pressed at its end.
fn new_passphrase_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    title: Message,
    new: &mut NewPassphrase,
) -> bool {
    let kind = setting_ui(
        ui,
        view,
        &Setting {
            salt: "passphrase-kind",
            title,
            under_heading: false,
            locked: false,
            offered: &[
                (PassphraseKind::Words, say::passphrase_kind_words()),
                (PassphraseKind::Own, say::passphrase_kind_own()),
            ],
            now: new.kind,
            note: None,
        },
    );
    if let Some(kind) = kind {
        new.kind = kind;
        new.again = Zeroizing::default();
    }
    match new.kind {
        PassphraseKind::Words => {
            words_ui(ui, view, &new.words);
            let label = say::passphrase_words_again();
            text_ui(ui, view, &label, &mut new.again, true)
        }
        PassphraseKind::Own => {
            note_ui(ui, view, &say::passphrase_own_explanation());
            text_ui(ui, view, &window::passphrase(), &mut new.own, true);
            text_ui(ui, view, &window::passphrase_again(), &mut new.again, true)
        }
    }
}

/// The words that were drawn, and the button for others.
fn words_ui(ui: &mut Ui, view: &mut View<'_>, words: &str) {
    note_ui(ui, view, &say::passphrase_words_explanation());
    inset_ui(ui, |ui| {
        ui.label(theme::soft(view.say(&say::passphrase_words())));
        let shown = if words.is_empty() {
            view.say(&say::passphrase_words_drawing())
        } else {
            words.to_owned()
        };
        ui.add(Label::new(RichText::new(shown).heading()).wrap());
        if button_ui(ui, &view.say(&say::passphrase_words_others())).clicked() {
            view.act(Action::DrawWords);
        }
    });
}

/// The path of a key file, and what speaks against its folder.
fn key_path_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    label: &Message,
    path: &mut String,
    browse: Browse,
    first: bool,
) {
    let (typed, _) = path_ui(ui, view, label, path, browse, first);
    if let Some(typed) = typed {
        *path = typed;
    }
    if let Some(risk) = path_risk(path) {
        let amber = theme::palette(ui).amber;
        let text = RichText::new(view.say(&risk)).color(amber);
        ui.add(Label::new(text).wrap());
    }
}

fn note_ui(ui: &mut Ui, view: &View<'_>, message: &Message) {
    ui.add(Label::new(theme::soft(view.say(message))).wrap());
}

trait Kept {
    fn text(&self) -> &str;
    fn keep(&mut self, text: String);
}

impl Kept for String {
    fn text(&self) -> &str {
        self
    }
    fn keep(&mut self, text: String) {
        *self = text;
    }
}

impl Kept for Zeroizing<String> {
    fn text(&self) -> &str {
        self
    }
    fn keep(&mut self, text: String) {
        *self = Zeroizing::new(text);
    }
}

fn text_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    label: &Message,
    value: &mut impl Kept,
    secret: bool,
) -> bool {
    let name = view.say(label);
    let outcome = line_ui(
        ui,
        &Line {
            id: Id::unique(("key dialog", label.id())),
            label: &name,
            name: &name,
            description: "",
            value: value.text(),
            focus: std::mem::take(&mut view.dialog_opened),
            secret,
        },
    );
    if let Some(text) = outcome.typed {
        value.keep(text);
    }
    outcome.entered
}
