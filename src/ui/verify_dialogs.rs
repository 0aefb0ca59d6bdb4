//! The dialogs that tell what verifying found, and make a copy of it.

use chrono::{DateTime, FixedOffset, Utc};
use egui::{Frame, Label, Margin, Stroke, Ui, vec2};

use super::button::{button_ui, main_button_ui};
use super::dialogs::{buttons_ui, path_ui, told_first_ui};
use super::question::heading_ui;
use super::view::View;
use super::{icon, theme};
use crate::app::{
    Action, Browse, CompareForm, CopyForm, Dialog, Found, Intent, VerifiedFile, VerifyForm,
    date_and_time,
};
use crate::i18n::{Message, approval, certificates, start as say, trust as trust_words, window};
use crate::rules::Severity;
use crate::submission::account::Account;
use crate::submission::certificate::CertificateStanding;
use crate::submission::verify::{ClaimedSignature, GoodSignature};

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
    let account = verified.account();
    line_ui(ui, view, &say::verified_file(verified.form.file_name()));
    let outcome = view.say(&account.outcome);
    told_first_ui(ui, view, "verification", &outcome, |ui| {
        outcome_ui(ui, verified.found(), &outcome);
    });
    if verified.in_pdf {
        line_ui(ui, view, &trust_words::paper_copy());
    }
    reasons_ui(ui, view, &account);
    if !account.submission.is_empty() {
        let heading = match verified.found() {
            Found::KeyMissing => approval::claims(),
            _ => say::verified_submission(),
        };
        heading_ui(ui, &view.say(&heading), 2);
        lines_ui(ui, view, &account.submission);
    }
    signatures_ui(ui, view, verified);
    if !account.steps.is_empty() {
        heading_ui(ui, &view.say(&approval::confirm()), 2);
        items_ui(ui, view, &account.steps);
    }
    if let Some(remark) = &account.remark {
        let heading = match verified.found() {
            Found::Reencoded => say::verified_do(),
            _ => approval::proves(),
        };
        heading_ui(ui, &view.say(&heading), 2);
        line_ui(ui, view, remark);
    }
    if !account.not_checked.is_empty() {
        heading_ui(ui, &view.say(&approval::not_checked()), 2);
        let entries = account.not_checked.iter().map(|one| one.message());
        items_ui(ui, view, &entries.collect::<Vec<Message>>());
    }
    to_do_ui(ui, view, verified);
    verified_buttons_ui(ui, view, verified);
}

/// What is wrong, and what to do about it.
fn reasons_ui(ui: &mut Ui, view: &View<'_>, account: &Account) {
    if account.reasons.is_empty() {
        return;
    }
    heading_ui(ui, &view.say(&say::verified_found()), 2);
    for reason in &account.reasons {
        line_ui(ui, view, &reason.problem);
        let hint = view.say(&reason.hint);
        ui.add(Label::new(theme::soft(hint)).wrap().selectable(true));
    }
}

/// Who signed, and by which list they are known, in the time of this office,
/// as all times in the window.
fn signatures_ui(ui: &mut Ui, view: &View<'_>, verified: &VerifiedFile) {
    let local = |at: DateTime<Utc>| date_and_time(at.with_timezone(verified.at.offset()));
    if !verified.signatures.is_empty() {
        heading_ui(ui, &view.say(&say::verified_signatures()), 2);
    }
    signature_lines_ui(ui, view, &verified.signatures, verified.at);
    if let Some(list) = &verified.list {
        let names: Vec<&str> = list.signers.iter().map(|(name, _)| name.as_str()).collect();
        let line = trust_words::list_verified(
            list.sequence.to_string(),
            names.join(", "),
            local(list.issued),
            local(list.next_update),
        );
        let text = theme::soft(view.say(&line));
        ui.add(Label::new(text).wrap().selectable(true));
    }
}

/// Each signature on a line: who, in which role, when, with which key.
pub(super) fn signature_lines_ui(
    ui: &mut Ui,
    view: &View<'_>,
    signatures: &[ClaimedSignature],
    at: DateTime<FixedOffset>,
) {
    let local = |when: DateTime<Utc>| date_and_time(when.with_timezone(at.offset()));
    for (index, signature) in signatures.iter().enumerate() {
        let line = match signature {
            ClaimedSignature::Good(good) => good.message().with("date", local(good.signed_at)),
            ClaimedSignature::Unchecked(claim) => approval::claimed_by(
                claim.name.as_str(),
                claim.role.in_words(),
                local(claim.signed_at),
                claim.kid.as_str(),
            ),
        };
        line_ui(ui, view, &line);
        if let ClaimedSignature::Good(good) = signature {
            certificate_ui(ui, view, good, index + 1);
        }
    }
}

/// What is known of the certificate that a signature carries.
fn certificate_ui(ui: &mut Ui, view: &View<'_>, good: &GoodSignature, number: usize) {
    let lines = match &good.certificate {
        CertificateStanding::Absent => return,
        CertificateStanding::NotChecked => {
            [Some(certificates::certificate_unchecked(number)), None]
        }
        CertificateStanding::Checked(checked) => {
            let revocation = checked.revocation.message();
            let unknown = certificates::certificate_revocation_unchecked;
            let revocation = revocation.unwrap_or_else(unknown);
            [good.certificate_message(number), Some(revocation)]
        }
    };
    for line in lines.iter().flatten() {
        let text = theme::soft(view.say(line));
        ui.add(Label::new(text).wrap().selectable(true));
    }
}

/// The outcome in one sentence, with a sign and a colour for those who see them.
/// The outcome of a check in one sentence, with its sign.
pub(super) fn outcome_ui(ui: &mut Ui, found: Found, outcome: &str) {
    let palette = theme::palette(ui);
    let (ground, border, sign) = match found {
        Found::Good => (palette.blue_soft, palette.green, None),
        Found::Wrong => (palette.red_soft, palette.red, Some(Severity::Error)),
        Found::Unconfirmed
        | Found::Incomplete
        | Found::KeyMissing
        | Found::Unsigned
        | Found::Reencoded => (palette.amber_soft, palette.amber, Some(Severity::Warning)),
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
        let label = ui.add(Label::new(theme::strong(outcome, theme::BODY)).wrap());
        let center = label.rect.left_top() + vec2(-20.0, 10.0);
        match sign {
            Some(severity) => icon::severity(ui.painter(), center, severity),
            None => icon::done(ui.painter(), center),
        }
    });
}

fn to_do_ui(ui: &mut Ui, view: &View<'_>, verified: &VerifiedFile) {
    let what = match verified.found() {
        // Where a list was read it says whose keys they are.
        Found::Good if verified.list.is_none() && verified.is_certified() => {
            certificates::certificates_say()
        }
        Found::Good if verified.list.is_none() => say::verified_call(),
        Found::Unsigned => say::verified_ask_signed(),
        // Each reason has its own.
        _ => return,
    };
    heading_ui(ui, &view.say(&say::verified_do()), 2);
    line_ui(ui, view, &what);
}

fn verified_buttons_ui(ui: &mut Ui, view: &mut View<'_>, verified: &VerifiedFile) {
    ui.add_space(theme::STEP);
    ui.horizontal_wrapped(|ui| {
        let close = match &verified.among {
            Some(_) => say::verified_back(),
            None => window::close(),
        };
        if main_button_ui(ui, &view.say(&close)).clicked() {
            view.act(Action::Cancel);
        }
        let (text, form) = if verified.lacks_a_key() {
            (say::verified_give_key(), verified.form.clone())
        } else if verified.lacks_a_root() {
            (certificates::verified_give_root(), verified.form.clone())
        } else {
            (say::verified_again(), verified.form.for_another())
        };
        if button_ui(ui, &view.say(&text)).clicked() {
            view.act(Action::OpenDialog(Dialog::Verify(form)));
        }
        if verified.is_comparable && button_ui(ui, &view.say(&approval::compare())).clicked() {
            let form = CompareForm {
                verified: Box::new(verified.clone()),
                other: String::new(),
            };
            view.act(Action::OpenDialog(Dialog::Compare(form)));
        }
        if verified.can_be_copied() {
            made_of_it_ui(ui, view, &verified.form);
        }
    });
}

/// What can be made of a submission with which nothing is wrong.
fn made_of_it_ui(ui: &mut Ui, view: &mut View<'_>, form: &VerifyForm) {
    if button_ui(ui, &view.say(&say::verified_make_pdf())).clicked() {
        let form = CopyForm::beside(form.clone());
        view.act(Action::OpenDialog(Dialog::MakePdf(form)));
    }
    if button_ui(ui, &view.say(&approval::open_title())).clicked() {
        view.act(Action::OpenToApprove(form.clone()));
    }
    if button_ui(ui, &view.say(&approval::correct_title())).clicked() {
        view.act(Action::Begin(Intent::CorrectFile(form.clone())));
    }
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
