//! The dialogs that ask for a submission, and for what is known of its signers:
//! to verify it, to correct it, to approve it.

use egui::{Id, Label, Ui};

use super::button::{button_ui, main_button_ui};
use super::choice::{RadioGroup, radio_group_ui};
use super::dialogs::{buttons_ui, focus_first, path_ui};
use super::theme;
use super::view::View;
use crate::app::{Action, Browse, Dialog, ListAmong, Preferable, TrustForm, VerifyForm};
use crate::i18n::{Message, approval, certificates, policy, start as say, window};
use crate::submission::key_source::KeySource;
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
    if KeySource::READS_CERTIFICATES && !view.is_locked(Preferable::Trust) {
        ui.separator();
        entered |= roots_ui(ui, view, &before.trust, &mut form.trust);
    }
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

/// The trust list; what belongs to it is asked only where there is one, and
/// nothing but who has to sign where the organization named it.
fn trust_ui(ui: &mut Ui, view: &mut View<'_>, before: &TrustForm, form: &mut TrustForm) -> bool {
    let entered = if view.is_locked(Preferable::Trust) {
        set_ui(ui, view);
        false
    } else {
        paths_ui(ui, view, before, form)
    };
    if before.is_used() {
        policy_ui(ui, view, before, form);
    }
    entered
}

/// What the organization named.
fn set_ui(ui: &mut Ui, view: &View<'_>) {
    let set = view.session.trust_form();
    let list = set.is_used().then(|| policy::trust_list(set.list.as_str()));
    let roots = set.has_roots();
    let roots = roots.then(|| policy::trust_roots(set.roots.join(", ")));
    for line in list.into_iter().chain(roots) {
        ui.add(Label::new(view.say(&line)).wrap().selectable(true));
    }
}

/// Where the list is, and the keys with which it is signed.
fn paths_ui(ui: &mut Ui, view: &mut View<'_>, before: &TrustForm, form: &mut TrustForm) -> bool {
    let (label, browse) = (approval::trust_list(), Browse::TrustList);
    let (typed, mut entered) = path_ui(ui, view, &label, &before.list, browse, false);
    if let Some(list) = typed {
        form.list = list;
    }
    note_ui(ui, view, &approval::trust_list_note());
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
    entered
}

/// Who has to sign.
fn policy_ui(ui: &mut Ui, view: &View<'_>, before: &TrustForm, form: &mut TrustForm) {
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
}

/// The root certificates; revocation lists are asked only where there is one.
fn roots_ui(ui: &mut Ui, view: &mut View<'_>, before: &TrustForm, form: &mut TrustForm) -> bool {
    let mut entered = false;
    for (index, root) in before.roots_to_fill().iter().enumerate() {
        let label = match index {
            0 => certificates::verify_root(),
            _ => certificates::verify_root_more(index + 1),
        };
        let (typed, enter) = path_ui(ui, view, &label, root, Browse::Root(index), false);
        entered |= enter;
        if let Some(root) = typed {
            form.set_root(index, root);
        }
    }
    note_ui(ui, view, &certificates::verify_root_note());
    if !before.has_roots() {
        return entered;
    }
    ui.add_space(theme::STEP);
    for (index, list) in before.revocations_to_fill().iter().enumerate() {
        let label = match index {
            0 => certificates::verify_crl(),
            _ => certificates::verify_crl_more(index + 1),
        };
        let (typed, enter) = path_ui(ui, view, &label, list, Browse::Revocation(index), false);
        entered |= enter;
        if let Some(list) = typed {
            form.set_revocation(index, list);
        }
    }
    note_ui(ui, view, &certificates::verify_crl_note());
    entered
}

fn note_ui(ui: &mut Ui, view: &View<'_>, note: &Message) {
    ui.add(Label::new(theme::soft(view.say(note))).wrap());
}

/// Draws the question what a trust list among the files is for.
pub(super) fn list_among_ui(ui: &mut Ui, view: &mut View<'_>, found: &ListAmong) {
    let use_it = if found.is_locked {
        policy::trust_list(found.form.trust.list.as_str())
    } else if found.form.file.is_empty() {
        say::list_among_alone()
    } else {
        say::list_among_others()
    };
    let other = found.other().filter(|_| !found.is_locked);
    let replaces = other.map(say::list_among_replaces);
    let lines = [say::list_among(found.name()), use_it];
    for line in lines.into_iter().chain(replaces) {
        ui.add(Label::new(view.say(&line)).wrap().selectable(true));
    }
    ui.add_space(theme::STEP);
    ui.horizontal_wrapped(|ui| {
        let leave_out = say::list_among_leave_out();
        let main = if found.is_locked {
            &leave_out
        } else {
            &say::list_among_use()
        };
        let main = main_button_ui(ui, &view.say(main));
        focus_first(view, &main);
        if main.clicked() {
            view.act(Action::Confirm);
        }
        if !found.is_locked && button_ui(ui, &view.say(&leave_out)).clicked() {
            let form = found.form.clone();
            view.act(Action::OpenDialog(Dialog::Verify(form)));
        }
        if button_ui(ui, &view.say(&window::cancel())).clicked() {
            view.act(Action::Cancel);
        }
    });
}
