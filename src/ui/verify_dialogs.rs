//! The dialogs that verify a submission and tell what came out.

use egui::{Frame, Label, Margin, Stroke, Ui, vec2};

use super::button::{button_ui, main_button_ui};
use super::dialogs::{buttons_ui, focus_first, path_ui};
use super::question::heading_ui;
use super::view::View;
use super::{icon, theme};
use crate::app::{Action, Browse, CopyForm, Dialog, VerifiedFile, VerifyForm, date_and_time};
use crate::i18n::{Message, start as say, submission as words, window};
use crate::rules::Severity;
use crate::submission::account::Account;
use crate::submission::verify::Verification;

/// Draws what verifying asks for: the file, and keys, of which the last is
/// always blank.
pub(super) fn verify_ui(ui: &mut Ui, view: &mut View<'_>, mut form: VerifyForm) {
    let before = form.clone();
    ui.add(Label::new(view.say(&say::verify_explanation())).wrap());
    let (label, browse) = (say::verify_file(), Browse::Submission);
    let (typed, mut entered) = path_ui(ui, view, &label, &form.file, browse, true);
    if let Some(file) = typed {
        form.file = file;
    }
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
    if form != before {
        view.act(Action::Fill(Dialog::Verify(form)));
    }
    buttons_ui(ui, view, &say::verify_confirm(), entered);
}

/// Draws where the PDF of a submission is to be written.
pub(super) fn make_pdf_ui(ui: &mut Ui, view: &mut View<'_>, form: CopyForm) {
    ui.add(Label::new(view.say(&say::make_pdf_explanation())).wrap());
    let label = say::make_pdf_path();
    let (typed, entered) = path_ui(ui, view, &label, &form.path, Browse::NewPdf, true);
    if let Some(path) = typed {
        view.act(Action::Fill(Dialog::MakePdf(CopyForm { path, ..form })));
    }
    buttons_ui(ui, view, &say::make_pdf_confirm(), entered);
}

/// Draws what came out.
pub(super) fn verified_ui(ui: &mut Ui, view: &mut View<'_>, verified: &VerifiedFile) {
    let account = verified.verification.account();
    let name = std::path::Path::new(verified.form.file.trim());
    let name = name.file_name().unwrap_or_default().to_string_lossy();
    line_ui(ui, view, &say::verified_file(name.into_owned()));
    outcome_ui(ui, view, &verified.verification, &account);
    if !account.submission.is_empty() {
        heading_ui(ui, &view.say(&say::verified_submission()), 2);
        lines_ui(ui, view, &account.submission);
    }
    if !account.signatures.is_empty() {
        heading_ui(ui, &view.say(&say::verified_signatures()), 2);
        for signature in &account.signatures {
            // In the time of this office, as all times in the window.
            let when = signature.signed_at.with_timezone(verified.at.offset());
            let when = date_and_time(when);
            line_ui(ui, view, &signature.message().with("date", when));
        }
    }
    if !account.not_checked.is_empty() {
        heading_ui(ui, &view.say(&words::not_checked_heading()), 2);
        let entries: Vec<Message> = account
            .not_checked
            .iter()
            .map(|one| one.message())
            .collect();
        items_ui(ui, view, &entries);
    }
    if !account.reasons.is_empty() {
        heading_ui(ui, &view.say(&say::verified_found()), 2);
        for reason in &account.reasons {
            line_ui(ui, view, &reason.problem);
            let hint = view.say(&reason.hint);
            ui.add(Label::new(theme::soft(hint)).wrap().selectable(true));
        }
    }
    to_do_ui(ui, view, &verified.verification, &account);
    verified_buttons_ui(ui, view, verified);
}

/// The outcome in one sentence, with a sign and a colour for those who see them.
fn outcome_ui(ui: &mut Ui, view: &View<'_>, verification: &Verification, account: &Account) {
    let palette = theme::palette(ui);
    let (ground, border, sign) = match verification {
        Verification::Verified(_) => (palette.blue_soft, palette.green, None),
        Verification::NotSigned(_)
        | Verification::ContentValidReencoded(_)
        | Verification::Unconfirmed(_) => {
            (palette.amber_soft, palette.amber, Some(Severity::Warning))
        }
        Verification::NotVerified(_) => (palette.red_soft, palette.red, Some(Severity::Error)),
    };
    let frame = Frame::new()
        .fill(ground)
        .stroke(Stroke::new(1.0, border))
        .corner_radius(4)
        .inner_margin(Margin {
            left: 40,
            ..Margin::same(12)
        });
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let text = view.say(&account.outcome);
        let label = ui.add(Label::new(theme::strong(text, theme::BODY)).wrap());
        let center = label.rect.left_top() + vec2(-20.0, 10.0);
        match sign {
            Some(severity) => icon::severity(ui.painter(), center, severity),
            None => icon::done(ui.painter(), center),
        }
    });
}

fn to_do_ui(ui: &mut Ui, view: &View<'_>, verification: &Verification, account: &Account) {
    let what = match verification {
        Verification::Verified(_) => Some(say::verified_call()),
        Verification::NotSigned(_) => Some(say::verified_ask_signed()),
        // Each reason has its own.
        Verification::ContentValidReencoded(_)
        | Verification::Unconfirmed(_)
        | Verification::NotVerified(_) => None,
    };
    let lines = what.into_iter().chain(account.steps.clone());
    let lines: Vec<Message> = lines.chain(account.remark.clone()).collect();
    if !lines.is_empty() {
        heading_ui(ui, &view.say(&say::verified_do()), 2);
        lines_ui(ui, view, &lines);
    }
}

fn verified_buttons_ui(ui: &mut Ui, view: &mut View<'_>, verified: &VerifiedFile) {
    ui.add_space(theme::STEP);
    ui.horizontal_wrapped(|ui| {
        let close = main_button_ui(ui, &view.say(&window::close()));
        focus_first(view, &close);
        if close.clicked() {
            view.act(Action::Cancel);
        }
        let (text, form) = if verified.lacks_a_key() {
            (say::verified_give_key(), verified.form.clone())
        } else {
            let keys = verified.form.keys.clone();
            let file = String::new();
            (say::verified_again(), VerifyForm { file, keys })
        };
        if button_ui(ui, &view.say(&text)).clicked() {
            view.act(Action::OpenDialog(Dialog::Verify(form)));
        }
        if verified.can_be_copied() && button_ui(ui, &view.say(&say::verified_make_pdf())).clicked()
        {
            let form = CopyForm::beside(verified.form.clone());
            view.act(Action::OpenDialog(Dialog::MakePdf(form)));
        }
    });
}

fn lines_ui(ui: &mut Ui, view: &View<'_>, lines: &[Message]) {
    for line in lines {
        line_ui(ui, view, line);
    }
}

fn line_ui(ui: &mut Ui, view: &View<'_>, line: &Message) {
    ui.add(Label::new(view.say(line)).wrap().selectable(true));
}

/// Entries of a list.
fn items_ui(ui: &mut Ui, view: &View<'_>, entries: &[Message]) {
    for entry in entries {
        ui.horizontal_top(|ui| {
            let (_, rect) = ui.allocate_space(vec2(2.0 * theme::STEP, 20.0));
            let center = rect.center();
            ui.painter()
                .circle_filled(center, 2.0, theme::palette(ui).ink_soft);
            line_ui(ui, view, entry);
        });
    }
}
