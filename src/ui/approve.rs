//! A submission that another person prepared, as it is printed, and beside it
//! what is signed, with which key.

use egui::{Frame, Id, Label, Margin, ScrollArea, Ui};

use super::button::{button_ui, main_button_ui};
use super::dialogs::path_ui;
use super::question::heading_ui;
use super::review::{column_ui as document_column_ui, pane_ui as document_pane_ui};
use super::split::split;
use super::tabs::{Tabs, tabs_ui};
use super::verify_dialogs::signature_lines_ui;
use super::view::{View, on_screen};
use super::{page, theme};
use crate::app::{Action, Approval, Browse, Dialog, KeyRequest, ReviewHalf, Screen};
use crate::i18n::{
    Language, Message, approval as say, sign_off, start, trust as trust_words, window,
};
use crate::questionnaire::Role;
use crate::storage::Shown;

/// Where pages and signing have room beside each other.
const BESIDE: f32 = 860.0;
/// Below this height the screen scrolls as a whole.
const LOW: f32 = 420.0;
/// The width of what stands beside the pages.
const SIGNING_WIDTH: f32 = 368.0;

/// Draws the screen.
pub(super) fn approve_ui(ui: &mut Ui, view: &mut View<'_>) {
    let Some(approval) = view.session.approval() else {
        return;
    };
    if ui.available_width() >= BESIDE && ui.available_height() >= LOW {
        beside_ui(ui, view, approval);
    } else {
        stacked_ui(ui, view, approval);
    }
}

/// Pages and signing beside each other, each with its own place.
fn beside_ui(ui: &mut Ui, view: &mut View<'_>, approval: &Approval) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let width = ui.available_width();
    let (mut left, mut right) = split(ui, width - SIGNING_WIDTH);
    let palette = theme::palette(&left);
    let rect = left.max_rect();
    left.painter().rect_filled(rect, 0.0, palette.ground_soft);
    let rule = egui::Stroke::new(1.0, palette.rule);
    ui.painter().vline(rect.right(), rect.y_range(), rule);
    left.spacing_mut().item_spacing.y = 0.0;
    // What is signed is reached before it is signed.
    document_pane_ui(&mut left, view);
    let scroll = ScrollArea::vertical()
        .id_salt("signing")
        .auto_shrink([false, false]);
    scroll.show(&mut right, |ui| {
        let frame = Frame::new().inner_margin(Margin::symmetric(16, 12));
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = theme::STEP;
            head_ui(ui, view, approval);
            signing_ui(ui, view, approval);
        });
    });
}

/// One column, which shows the pages or the signing.
fn stacked_ui(ui: &mut Ui, view: &mut View<'_>, approval: &Approval) {
    const HALVES: [ReviewHalf; 2] = [ReviewHalf::Document, ReviewHalf::Findings];
    let half = view.session.printed().half();
    let scroll = ScrollArea::vertical()
        .id_salt((Screen::Approve, half))
        .auto_shrink([false, false]);
    scroll.show(ui, |ui| {
        page::column_ui(ui, |ui| {
            head_ui(ui, view, approval);
            let labels = [say::half_document(), say::half_signing()];
            let tabs = Tabs {
                id: Id::unique("halves of approving"),
                name: &view.say(&say::halves()),
                labels: &labels.map(|label| view.say(&label)),
                selected: HALVES.iter().position(|one| *one == half).unwrap_or(0),
            };
            if let Some(half) = tabs_ui(ui, &tabs).and_then(|index| HALVES.get(index)) {
                view.act(Action::ShowHalf(*half));
            }
            match half {
                ReviewHalf::Document => document_column_ui(ui, view),
                ReviewHalf::Findings => signing_ui(ui, view, approval),
            }
        });
    });
}

fn head_ui(ui: &mut Ui, view: &View<'_>, approval: &Approval) {
    heading_ui(ui, &view.say(&Screen::Approve.message()), 1);
    if approval.signed().is_none() {
        line_ui(ui, view, &say::lede());
    }
}

/// What it is, who signed, what is attested to, and the next signature.
fn signing_ui(ui: &mut Ui, view: &mut View<'_>, approval: &Approval) {
    for line in approval.lines() {
        line_ui(ui, view, &line);
    }
    if approval.is_in_pdf() {
        line_ui(ui, view, &trust_words::paper_copy());
    }
    heading_ui(ui, &view.say(&start::verified_signatures()), 2);
    if approval.signatures().is_empty() {
        line_ui(ui, view, &say::no_signature());
    }
    signature_lines_ui(ui, view, approval.signatures(), approval.at());
    if approval.signed().is_some() {
        signed_ui(ui, view, approval);
    } else {
        attestation_ui(ui, view, approval);
        key_ui(ui, view, approval);
        sign_ui(ui, view, approval);
    }
    ui.add_space(theme::STEP);
    if button_ui(ui, &view.say(&say::close())).clicked() {
        view.act(Action::CloseApproval);
    }
}

/// In which role the next signature is made: that of the key that is open.
fn role(view: &View<'_>) -> Role {
    let key = view.session.key();
    key.map_or(Role::DeputyHead, |key| key.holder.role)
}

/// The words of the attestation, in both languages, that of the window first.
fn attestation_ui(ui: &mut Ui, view: &View<'_>, approval: &Approval) {
    let role = role(view);
    heading_ui(ui, &view.say(&say::attests(role.in_words())), 2);
    let named = match approval.named(role) {
        Some(name) => say::attests_name(name),
        None => say::attests_nobody(),
    };
    line_ui(ui, view, &named);
    let Some(wording) = approval.wording(role) else {
        return;
    };
    let own = view.language();
    for language in [own, own.other()] {
        let text = on_screen(wording.get(language));
        let frame = Frame::new()
            .fill(theme::palette(ui).ground_soft)
            .inner_margin(theme::STEP);
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            let label = ui.add(Label::new(text).wrap().selectable(true));
            tell_language(ui, &label, language);
        });
    }
}

fn tell_language(ui: &Ui, label: &egui::Response, language: Language) {
    ui.ctx().accesskit_node_builder(label.id, |node| {
        node.set_language(language.bcp47());
    });
}

/// The key, and what does not fit between it and the submission.
fn key_ui(ui: &mut Ui, view: &mut View<'_>, approval: &Approval) {
    heading_ui(ui, &view.say(&window::key_title()), 2);
    let opened = view.session.key();
    match opened {
        Some(key) => {
            let role = key.holder.role;
            let line = sign_off::key_of(key.name(), role.in_words());
            line_ui(ui, view, &line);
            if let Some(organization) = view.session.key_of_other_organization() {
                let own = approval.organization_id();
                caution_ui(ui, view, &say::key_other_organization(organization, own));
            }
            if let Some(named) = approval.named(role)
                && named != key.name().trim()
            {
                caution_ui(ui, view, &say::key_other_name(key.name(), named));
            }
        }
        None => line_ui(ui, view, &sign_off::key_none()),
    }
    ui.horizontal_wrapped(|ui| {
        if button_ui(ui, &view.say(&window::key_open())).clicked() {
            view.act(Action::OpenDialog(Dialog::OpenKey(KeyRequest::of(
                Role::DeputyHead,
            ))));
        }
        if opened.is_some() && button_ui(ui, &view.say(&window::key_forget())).clicked() {
            view.act(Action::ForgetKey);
        }
    });
}

fn sign_ui(ui: &mut Ui, view: &mut View<'_>, approval: &Approval) {
    heading_ui(ui, &view.say(&say::sign_title()), 2);
    let label = say::sign_path();
    let (typed, _) = path_ui(ui, view, &label, approval.path(), Browse::Signed, false);
    if let Some(path) = typed {
        view.act(Action::NameSigned(path));
    }
    let note = view.say(&say::sign_explanation());
    ui.add(Label::new(theme::soft(note)).wrap());
    if main_button_ui(ui, &view.say(&say::sign())).clicked() {
        view.act(Action::SignSubmission);
    }
}

/// What was written, and what can be done with it.
fn signed_ui(ui: &mut Ui, view: &mut View<'_>, approval: &Approval) {
    ui.add_space(theme::STEP);
    let text = view.say(&say::signed(approval.form().file_name()));
    let green = theme::palette(ui).green;
    let text = theme::strong(text, theme::BODY).color(green);
    ui.add(Label::new(text).wrap());
    ui.horizontal_wrapped(|ui| {
        if main_button_ui(ui, &view.say(&start::verified_make_pdf())).clicked() {
            view.act(Action::OpenDialog(Dialog::MakePdf(approval.copy_form())));
        }
        if button_ui(ui, &view.say(&say::show_file())).clicked() {
            let path = std::path::PathBuf::from(&approval.form().file);
            view.act(Action::ShowOutside(Shown::InFolder(path)));
        }
    });
}

fn line_ui(ui: &mut Ui, view: &View<'_>, line: &Message) {
    ui.add(Label::new(view.say(line)).wrap().selectable(true));
}

fn caution_ui(ui: &mut Ui, view: &View<'_>, message: &Message) {
    let amber = theme::palette(ui).amber;
    let text = egui::RichText::new(view.say(message)).color(amber);
    ui.add(Label::new(text).wrap());
}
