//! The words that may be misspelled, beside what is to be checked. They are no
//! findings: nothing waits for them.

use egui::accesskit::Role;
use egui::{Id, Label, Ui};

use super::super::choice::group_ui;
use super::super::find::seen_ui;
use super::super::question::heading_ui;
use super::super::shortcuts::{self, Command};
use super::super::theme;
use super::super::view::View;
use crate::app::{Action, SpellingStep};
use crate::i18n::spelling as say;

/// Draws the list; each entry leads to its word.
pub(super) fn misspelled_ui(ui: &mut Ui, view: &mut View<'_>) {
    let (listed, count) = view.session.misspelled();
    if count == 0 {
        return;
    }
    heading_ui(ui, &view.say(&say::title()), 2);
    ui.add(Label::new(view.say(&say::count(count))).wrap());
    let keys = shortcuts::keys_for(Command::Spelling, |message| view.say(message));
    let note = view.say(&say::list_note(keys));
    ui.add(Label::new(theme::soft(note)).wrap());
    let name = view.say(&say::list());
    let more = count - listed.len();
    group_ui(ui, Role::List, Id::unique("misspelled"), &name, "", |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for (index, (at, seen)) in listed.into_iter().enumerate() {
            let text = format!("{}{}{}", seen.before, seen.words, seen.after);
            let name = say::listed(at.word.as_str(), text, seen.place.clone());
            let name = view.say(&name);
            let id = Id::unique(("misspelled", index));
            if seen_ui(ui, view, id, &seen, &name, false) {
                view.act(Action::Spelling(SpellingStep::GoTo(at)));
            }
        }
    });
    if more > 0 {
        let more = view.say(&say::more(more));
        ui.add(Label::new(theme::soft(more)).wrap());
    }
    ui.add_space(theme::STEP);
}
