//! The dialogs that ask for a submission, and for what is known of its signers:
//! to verify it, to correct it, to approve it.

use egui::{Id, Label, Ui};

use super::button::button_ui;
use super::choice::{RadioGroup, radio_group_ui};
use super::dialogs::{buttons_ui, path_ui};
use super::theme;
use super::view::View;
use crate::app::{Action, Browse, Dialog, TrustForm, VerifyForm};
use crate::i18n::{Message, approval, start as say};
use crate::submission::verify::Policy;

/// Draws what verifying asks for.
pub(super) fn verify_ui(ui: &mut Ui, view: &mut View<'_>, form: VerifyForm) {
    let asked = Asked {
        explanation: say::verify_explanation(),
        confirm: say::verify_confirm(),
        dialog: Dialog::Verify,
        browse: Browse::Submissions,
    };
    sources_ui(ui, view, form, &asked);
}

/// Draws what a correction begins with.
pub(super) fn correct_ui(ui: &mut Ui, view: &mut View<'_>, form: VerifyForm) {
    let asked = Asked {
        explanation: approval::correct_explanation(),
        confirm: approval::correct_confirm(),
        dialog: Dialog::Correct,
        browse: Browse::Submission,
    };
    sources_ui(ui, view, form, &asked);
}

/// Draws what approving begins with.
pub(super) fn approve_ui(ui: &mut Ui, view: &mut View<'_>, form: VerifyForm) {
    let asked = Asked {
        explanation: approval::open_explanation(),
        confirm: approval::open_confirm(),
        dialog: Dialog::Approve,
        browse: Browse::Submission,
    };
    sources_ui(ui, view, form, &asked);
}

/// What a submission is asked for.
struct Asked {
    explanation: Message,
    confirm: Message,
    dialog: fn(VerifyForm) -> Dialog,
    browse: Browse,
}

/// A submission, keys, of which the last is always blank, and a trust list.
fn sources_ui(ui: &mut Ui, view: &mut View<'_>, mut form: VerifyForm, asked: &Asked) {
    let before = form.clone();
    ui.add(Label::new(view.say(&asked.explanation)).wrap());
    let (label, browse) = (say::verify_file(), asked.browse);
    let (typed, mut entered) = path_ui(ui, view, &label, &form.file, browse, true);
    if let Some(file) = typed {
        form.file = file;
    }
    more_ui(ui, view, &mut form);
    for (index, key) in before.keys_to_fill().iter().enumerate() {
        let label = match index {
            0 => say::verify_key(),
            _ => say::verify_key_more(index + 1),
        };
        let browse = Browse::PublicKey(index);
        let (typed, enter) = path_ui(ui, view, &label, key, browse, false);
        entered |= enter;
        if let Some(key) = typed {
            form.set_key(index, key);
        }
    }
    ui.separator();
    entered |= trust_ui(ui, view, &before.trust, &mut form.trust);
    if form != before {
        view.act(Action::Fill((asked.dialog)(form)));
    }
    buttons_ui(ui, view, &asked.confirm, entered);
}

/// The files that are verified together with the one that is named.
fn more_ui(ui: &mut Ui, view: &View<'_>, form: &mut VerifyForm) {
    let names = form.more_names();
    if names.is_empty() {
        return;
    }
    let text = view.say(&say::verify_more(names.len(), names.join(", ")));
    ui.add(Label::new(text).wrap().selectable(true));
    if button_ui(ui, &view.say(&say::verify_leave_out())).clicked() {
        form.more.clear();
    }
}

/// The trust list; what belongs to it is asked only where there is one.
fn trust_ui(ui: &mut Ui, view: &mut View<'_>, before: &TrustForm, form: &mut TrustForm) -> bool {
    let (label, browse) = (approval::trust_list(), Browse::TrustList);
    let (typed, mut entered) = path_ui(ui, view, &label, &before.list, browse, false);
    if let Some(list) = typed {
        form.list = list;
    }
    let note = view.say(&approval::trust_list_note());
    ui.add(Label::new(theme::soft(note)).wrap());
    if !before.is_used() {
        return entered;
    }
    for (index, pin) in before.pins_to_fill().iter().enumerate() {
        let label = match index {
            0 => approval::pin(),
            _ => approval::pin_more(index + 1),
        };
        let (typed, enter) = path_ui(ui, view, &label, pin, Browse::Pin(index), false);
        entered |= enter;
        if let Some(pin) = typed {
            form.set_pin(index, pin);
        }
    }
    let title = view.say(&approval::policy());
    ui.label(theme::soft(&title));
    let labels = Policy::ALL.map(|policy| {
        view.say(&match policy {
            Policy::Both => approval::policy_both(),
            Policy::PreparerHandwritten => approval::policy_handwritten(),
        })
    });
    let group = RadioGroup {
        id: Id::unique("who has to sign"),
        name: &title,
        description: "",
        options: &labels,
        selected: Policy::ALL.iter().position(|one| *one == before.policy),
        in_line: false,
        focus: false,
    };
    let outcome = radio_group_ui(ui, &group);
    if let Some(policy) = outcome.selected.and_then(|index| Policy::ALL.get(index)) {
        form.policy = *policy;
    }
    entered
}
