//! Dialogs in front of the form.
//!
//! Each asks for files by the system's dialog or by a typed path: where the
//! system's dialog fails, typing still works.

use egui::{Context, Id, Label, Modal, ScrollArea, Ui, UiKind};

use super::button::{button_ui, main_button_ui};
use super::field::{Line, line_ui};
use super::question::heading_ui;
use super::region::{region_ui, scroll_by_keys};
use super::review::acknowledge_ui;
use super::view::View;
use super::{answer_text, blank_dialogs, compare_dialogs, follow_up, hold_dialogs, join, others};
use super::{key_dialogs, settings, several_dialogs, source_dialogs, theme, tidy_dialog};
use super::{translation_dialogs, update_dialogs, verify_dialogs};
use crate::app::{Action, Browse, Dialog, Intent, PathPurpose, Tone};
use crate::i18n::{
    Message, approval, editing, form, keys, policy, printing, review, saving, sign_off as say,
    spelling, start, translation, update, window,
};

/// Draws the open dialog, if there is one.
pub(super) fn dialog_ui(context: &Context, view: &mut View<'_>) {
    let Some(dialog) = view.session.dialog().cloned() else {
        give_focus_back(context);
        return;
    };
    let title = title(&dialog);
    view.dialog_opened = remember_focus(context, title.id());
    let screen = context.content_rect();
    let title = view.say(&title);
    let id = Id::unique("dialog");
    // egui would not let it grow beyond 400 points.
    let area = Modal::default_area(id).default_size(screen.size());
    let modal = Modal::new(id).area(area).show(context, |ui| {
        // egui makes a node for the dialog, without a name.
        let mut around = ui.stack().iter();
        let own = around.find(|part| part.kind() == Some(UiKind::Modal));
        let own = own.map_or(ui.unique_id(), |part| part.unique_id);
        ui.ctx().accesskit_node_builder(own, |node| {
            node.set_role(egui::accesskit::Role::Dialog);
            node.set_label(title.clone());
            node.set_modal();
        });
        ui.set_width((screen.width() - 64.0).clamp(240.0, width_of(&dialog)));
        ScrollArea::vertical()
            .max_height(screen.height() - 80.0)
            // A dialog scrolls only where the window is too low for all of it.
            .min_scrolled_height(screen.height() - 80.0)
            .show(ui, |ui| {
                egui::Frame::new().inner_margin(theme::STEP).show(ui, |ui| {
                    heading_ui(ui, &title, 1);
                    contents_ui(ui, view, dialog);
                    status_ui(ui, view);
                });
            });
    });
    if modal.should_close() {
        view.act(Action::Cancel);
    }
}

/// Two versions side by side need room.
fn width_of(dialog: &Dialog) -> f32 {
    match dialog {
        Dialog::Join | Dialog::Compared(_) => 960.0,
        Dialog::Verified(_)
        | Dialog::VerifiedEach(_)
        | Dialog::UpdateChecked(_)
        | Dialog::Tidy(_) => 640.0,
        _ => 520.0,
    }
}

/// What had the focus before the dialog named so; says whether it is new.
fn remember_focus(context: &Context, name: &'static str) -> bool {
    let key = Id::unique("focus before the dialog");
    let focused = context.memory(egui::Memory::focused);
    context.data_mut(|data| {
        let known = data.get_temp::<(&'static str, Option<Id>)>(key);
        let before = known.map_or(focused, |(_, before)| before);
        data.insert_temp(key, (name, before));
        known.is_none_or(|(other, _)| other != name)
    })
}

fn give_focus_back(context: &Context) {
    let key = Id::unique("focus before the dialog");
    let before = context.data_mut(|data| data.remove_temp::<(&'static str, Option<Id>)>(key));
    if let Some((_, Some(id))) = before {
        context.memory_mut(|memory| memory.request_focus(id));
    }
}

/// Gives the first control of a new dialog the focus.
pub(super) fn focus_first(view: &mut View<'_>, response: &egui::Response) {
    if std::mem::take(&mut view.dialog_opened) {
        response.request_focus();
    }
}

/// Draws what a dialog is opened to tell, which gets the focus: whoever hears
/// the screen hears it first, and from there the keys scroll the dialog.
pub(super) fn told_first_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    salt: &str,
    told: &str,
    contents: impl FnOnce(&mut Ui),
) {
    let id = Id::unique(salt);
    if std::mem::take(&mut view.dialog_opened) {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    region_ui(ui, id, told, |ui| {
        scroll_by_keys(ui, id);
        contents(ui);
    });
}

/// A failure is shown where it is mended, not only behind the dialog.
fn status_ui(ui: &mut Ui, view: &View<'_>) {
    if let Some(status) = view.session.status()
        && status.tone == Tone::Failed
        && let Some(hint) = &status.hint
    {
        let text = format!("{} {}", view.say(&status.message), view.say(hint));
        ui.add(Label::new(theme::soft(text).color(theme::palette(ui).red)).wrap());
    }
}

fn title(dialog: &Dialog) -> Message {
    match dialog {
        Dialog::Path { purpose, .. } => match purpose {
            PathPurpose::Open => window::open_title(),
            PathPurpose::SaveAs => window::save_as_title(),
            PathPurpose::TakeIn => saving::take_in_title(),
        },
        Dialog::Import { .. } => window::import_title(),
        Dialog::Thaw(_) => say::thaw_title(),
        Dialog::WithoutMarking => say::without_marking_title(),
        Dialog::Replace(_) => say::replace_title(),
        Dialog::Blank(_) => printing::blank_title(),
        Dialog::ReplaceBlank(_) => printing::blank_replace_title(),
        Dialog::MakeKey(_) => window::make_key_title(),
        Dialog::OpenKey(_) => window::open_key_title(),
        Dialog::ChangePassphrase(_) => keys::passphrase_change_title(),
        Dialog::HandIn(_) => keys::key_hand_in_title(),
        Dialog::Unsaved(_) => window::unsaved_title(),
        Dialog::Overwrite(_) => window::overwrite_title(),
        Dialog::Acknowledge { keys, .. } => review::acknowledge_title(keys.len()),
        Dialog::RemoveText(_) => form::remove_title(),
        Dialog::CopyFromOthers(_) => form::others_consent_title(),
        Dialog::Join => saving::join_title(),
        Dialog::DiscardRecovered(_) => saving::discard_title(),
        Dialog::EmptyWords(language) => spelling::empty_title(answer_text::name_of(*language)),
        Dialog::Verify(_) => start::verify_title(),
        Dialog::UseList(_) => start::list_among_title(),
        Dialog::Verified(_) => start::verified_title(),
        Dialog::VerifiedEach(_) => start::verified_each_title(),
        Dialog::Compare(_) => approval::compare_title(),
        Dialog::Compared(_) => approval::compared_title(),
        Dialog::Correct(_) => approval::correct_title(),
        Dialog::Approve(_) => approval::open_title(),
        Dialog::MakePdf(_) => start::make_pdf_title(),
        Dialog::Missing(_) => start::missing_title(),
        Dialog::CheckUpdate(_) => update::title(),
        Dialog::UpdateChecked(_) => update::checked_title(),
        Dialog::Notices(_) => policy::notice_title(),
        Dialog::Imported(_) => window::imported_title(),
        Dialog::WorkList(_) => translation::send_title(),
        Dialog::ReplaceWorkList(_) => translation::replace_title(),
        Dialog::Translations(_) => translation::take_title(),
        Dialog::Translated(_) => translation::taken_title(),
        Dialog::Tidy(_) => editing::tidy_title(),
    }
}

fn contents_ui(ui: &mut Ui, view: &mut View<'_>, dialog: Dialog) {
    match dialog {
        Dialog::Path { purpose, path } => path_dialog_ui(ui, view, purpose, &path),
        Dialog::Import { first, second } => import_ui(ui, view, &first, &second),
        Dialog::Thaw(_) => hold_dialogs::thaw_ui(ui, view),
        Dialog::WithoutMarking => hold_dialogs::without_marking_ui(ui, view),
        Dialog::Replace(names) => hold_dialogs::replace_ui(ui, view, &names),
        Dialog::Blank(form) => blank_dialogs::blank_ui(ui, view, &form),
        Dialog::ReplaceBlank(form) => blank_dialogs::replace_ui(ui, view, &form),
        Dialog::MakeKey(form) => key_dialogs::make_ui(ui, view, form),
        Dialog::OpenKey(form) => key_dialogs::open_ui(ui, view, form),
        Dialog::ChangePassphrase(form) => key_dialogs::change_ui(ui, view, form),
        Dialog::HandIn(form) => key_dialogs::hand_in_ui(ui, view, form),
        Dialog::Unsaved(intent) => unsaved_ui(ui, view, &intent),
        Dialog::Overwrite(path) => overwrite_ui(ui, view, &path),
        Dialog::Acknowledge { keys, reason } => acknowledge_ui(ui, view, keys, &reason),
        Dialog::RemoveText(item) => follow_up::remove_ui(ui, view, &item),
        Dialog::CopyFromOthers(_) => others::consent_ui(ui, view),
        Dialog::Join => join::join_ui(ui, view),
        Dialog::DiscardRecovered(_) => discard_recovered_ui(ui, view),
        Dialog::EmptyWords(language) => settings::empty_words_ui(ui, view, language),
        Dialog::Verify(form) => source_dialogs::verify_ui(ui, view, form),
        Dialog::UseList(found) => source_dialogs::list_among_ui(ui, view, &found),
        Dialog::Verified(verified) => verify_dialogs::verified_ui(ui, view, &verified),
        Dialog::VerifiedEach(among) => several_dialogs::several_ui(ui, view, &among),
        Dialog::Compare(form) => compare_dialogs::compare_ui(ui, view, form),
        Dialog::Compared(comparison) => compare_dialogs::compared_ui(ui, view, &comparison),
        Dialog::Correct(form) => source_dialogs::correct_ui(ui, view, form),
        Dialog::Approve(form) => source_dialogs::approve_ui(ui, view, form),
        Dialog::MakePdf(form) => verify_dialogs::make_pdf_ui(ui, view, form),
        Dialog::Missing(path) => missing_ui(ui, view, &path),
        Dialog::CheckUpdate(path) => update_dialogs::check_ui(ui, view, &path),
        Dialog::UpdateChecked(release) => update_dialogs::checked_ui(ui, view, &release),
        Dialog::Notices(lines) | Dialog::Imported(lines) | Dialog::Translated(lines) => {
            report_ui(ui, view, &lines);
        }
        Dialog::Tidy(form) => tidy_dialog::tidy_ui(ui, view, &form),
        Dialog::WorkList(form) => translation_dialogs::work_list_ui(ui, view, &form),
        Dialog::ReplaceWorkList(form) => translation_dialogs::replace_ui(ui, view, &form),
        Dialog::Translations(path) => translation_dialogs::translations_ui(ui, view, &path),
    }
}

/// A box for a path with the button for the system's dialog. Says what was
/// typed, and whether Enter was pressed.
pub(super) fn path_ui(
    ui: &mut Ui,
    view: &mut View<'_>,
    label: &Message,
    value: &str,
    browse: Browse,
    first: bool,
) -> (Option<String>, bool) {
    let label = view.say(label);
    let id = Id::unique(("dialog path", &browse_salt(browse)));
    let outcome = line_ui(
        ui,
        &Line {
            id,
            label: &label,
            name: &label,
            description: "",
            value,
            focus: first && std::mem::take(&mut view.dialog_opened),
            secret: false,
        },
    );
    if button_ui(ui, &view.say(&window::browse())).clicked() {
        view.act(Action::Browse(browse));
    }
    (outcome.typed, outcome.entered)
}

fn browse_salt(browse: Browse) -> String {
    format!("{browse:?}")
}

/// The buttons at the end: what the dialog is for, and Cancel.
pub(super) fn buttons_ui(ui: &mut Ui, view: &mut View<'_>, main: &Message, entered: bool) {
    ui.add_space(theme::STEP);
    ui.horizontal_wrapped(|ui| {
        if main_button_ui(ui, &view.say(main)).clicked() || entered {
            view.act(Action::Confirm);
        }
        if button_ui(ui, &view.say(&window::cancel())).clicked() {
            view.act(Action::Cancel);
        }
    });
}

fn path_dialog_ui(ui: &mut Ui, view: &mut View<'_>, purpose: PathPurpose, path: &str) {
    let browse = Browse::Draft(purpose);
    let (typed, entered) = path_ui(ui, view, &window::path_draft(), path, browse, true);
    if let Some(path) = typed {
        view.act(Action::Fill(Dialog::Path { purpose, path }));
    }
    let main = match purpose {
        PathPurpose::Open => window::open(),
        PathPurpose::SaveAs => window::save(),
        PathPurpose::TakeIn => saving::take_in_compare(),
    };
    buttons_ui(ui, view, &main, entered);
}

fn import_ui(ui: &mut Ui, view: &mut View<'_>, first: &str, second: &str) {
    ui.add(Label::new(view.say(&window::import_explanation())).wrap());
    let label = window::import_first();
    let (typed, _) = path_ui(ui, view, &label, first, Browse::Page(0), true);
    let new_first = typed.unwrap_or_else(|| first.to_owned());
    let label = window::import_second();
    let (typed, entered) = path_ui(ui, view, &label, second, Browse::Page(1), false);
    let new_second = typed.unwrap_or_else(|| second.to_owned());
    if new_first != first || new_second != second {
        view.act(Action::Fill(Dialog::Import {
            first: new_first,
            second: new_second,
        }));
    }
    buttons_ui(ui, view, &window::import(), entered);
}

fn discard_recovered_ui(ui: &mut Ui, view: &mut View<'_>) {
    ui.add(Label::new(view.say(&saving::discard_explanation())).wrap());
    ui.add_space(theme::STEP);
    ui.horizontal_wrapped(|ui| {
        let cancel = main_button_ui(ui, &view.say(&saving::discard_not()));
        focus_first(view, &cancel);
        if cancel.clicked() {
            view.act(Action::Cancel);
        }
        if button_ui(ui, &view.say(&saving::discard())).clicked() {
            view.act(Action::Confirm);
        }
    });
}

fn unsaved_ui(ui: &mut Ui, view: &mut View<'_>, intent: &Intent) {
    let explanation = match intent {
        Intent::Close => window::unsaved_close(),
        _ => window::unsaved_replace(),
    };
    ui.add(Label::new(view.say(&explanation)).wrap());
    ui.add_space(theme::STEP);
    ui.horizontal_wrapped(|ui| {
        let save = main_button_ui(ui, &view.say(&window::save()));
        focus_first(view, &save);
        if save.clicked() {
            view.act(Action::Confirm);
        }
        if button_ui(ui, &view.say(&window::discard())).clicked() {
            view.act(Action::Discard);
        }
        if button_ui(ui, &view.say(&window::cancel())).clicked() {
            view.act(Action::Cancel);
        }
    });
}

fn overwrite_ui(ui: &mut Ui, view: &mut View<'_>, path: &std::path::Path) {
    let text = window::overwrite_explanation(path.to_string_lossy().into_owned());
    ui.add(Label::new(view.say(&text)).wrap());
    ui.add_space(theme::STEP);
    ui.horizontal_wrapped(|ui| {
        let other = main_button_ui(ui, &view.say(&window::file_save_as()));
        focus_first(view, &other);
        if other.clicked() {
            let save_as = view.session.save_as();
            view.act(save_as);
        }
        if button_ui(ui, &view.say(&window::overwrite())).clicked() {
            view.act(Action::Confirm);
        }
        if button_ui(ui, &view.say(&window::cancel())).clicked() {
            view.act(Action::Cancel);
        }
    });
}

fn missing_ui(ui: &mut Ui, view: &mut View<'_>, path: &std::path::Path) {
    let text = start::missing_explanation(path.to_string_lossy().into_owned());
    ui.add(Label::new(view.say(&text)).wrap());
    ui.add_space(theme::STEP);
    ui.horizontal_wrapped(|ui| {
        let look = main_button_ui(ui, &view.say(&window::file_open()));
        focus_first(view, &look);
        if look.clicked() {
            view.act(Action::Cancel);
            view.act(Action::Begin(Intent::Open));
        }
        if button_ui(ui, &view.say(&start::missing_remove())).clicked() {
            view.act(Action::ForgetRecent(path.to_path_buf()));
        }
        if button_ui(ui, &view.say(&window::close())).clicked() {
            view.act(Action::Cancel);
        }
    });
}

fn report_ui(ui: &mut Ui, view: &mut View<'_>, lines: &[Message]) {
    for line in lines {
        let text = view.say(line);
        ui.add(Label::new(text).wrap().selectable(true));
    }
    ui.add_space(theme::STEP);
    let close = main_button_ui(ui, &view.say(&window::close()));
    focus_first(view, &close);
    if close.clicked() {
        view.act(Action::Cancel);
    }
}
