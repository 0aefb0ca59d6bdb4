//! The keys that do something wherever the focus is: one table, which handles
//! them and draws the keyboard map.
//!
//! None of them has Alt in it: on Canadian keyboards `AltGr`, which some systems
//! report as Ctrl+Alt, writes characters.

use egui::{Context, Event, Key, KeyboardShortcut, Modifiers};

use super::answer_text;
use crate::app::{Action, FindMode, FindStep, Intent, Preference, Screen, Session, Step, guide};
use crate::i18n::{
    Message, editing, find, form, lists, pasting, printing, settings as say, spelling,
};
use crate::response::Decision;
use crate::text::writing::{Shift, Style};

/// A row of the table.
pub(super) struct Shortcut {
    /// The keys, each of which does it; the first is the usual one.
    pub(super) keys: &'static [KeyboardShortcut],
    /// What it does, in words.
    pub(super) what: fn() -> Message,
    /// What it does.
    pub(super) command: Command,
    /// Where it stands in the keyboard map.
    pub(super) group: Group,
}

/// What a shortcut does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Command {
    New,
    Open,
    Save,
    SaveAs,
    Print,
    Quit,
    Undo,
    Redo,
    /// Decides not to answer where the focus is, and takes it back.
    Decide(Decision),
    /// Makes lines of the answer that has the focus something else.
    Format(answer_text::Command),
    /// Tidies the typography of the text that has the focus, or of all texts.
    Tidy,
    /// Gives the answer that has the focus the whole window, or takes it back.
    Alone,
    /// Pastes as text where the focus is.
    PasteText,
    /// Goes to the next or previous area of the window.
    Area(Step),
    /// Goes to the next or previous finding that is shown.
    Finding(Step),
    Guide,
    Settings,
    SwitchLanguage,
    LargerText,
    SmallerText,
    NormalText,
    /// Opens the search of the answers.
    Find(FindMode),
    /// Goes to the next or previous place that was found.
    Hit(Step),
    /// Opens suggestions for the word at the caret.
    Spelling,
}

/// A part of the keyboard map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Group {
    Files,
    Changes,
    Writing,
    Moving,
    Window,
}

const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

const fn key(modifiers: Modifiers, key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(modifiers, key)
}

const fn format(style: Style) -> Command {
    Command::Format(answer_text::Command::Toggle(style))
}

macro_rules! shortcuts {
    ($($group:ident: $command:expr, $what:path, [$($modifiers:expr, $key:ident);+];)*) => {
        /// Every shortcut of the window.
        pub(super) const SHORTCUTS: &[Shortcut] = &[$(Shortcut {
            keys: &[$(key($modifiers, Key::$key)),+],
            what: $what,
            command: $command,
            group: Group::$group,
        }),*];
    };
}

shortcuts! {
    Files: Command::New, say::does_new, [CTRL, N];
    Files: Command::Open, say::does_open, [CTRL, O];
    Files: Command::Save, say::does_save, [CTRL, S];
    Files: Command::SaveAs, say::does_save_as, [CTRL_SHIFT, S];
    Files: Command::Print, printing::does_print, [CTRL, P];
    Files: Command::Quit, say::does_quit, [CTRL, Q];
    Changes: Command::Undo, say::does_undo, [CTRL, Z];
    Changes: Command::Redo, say::does_redo, [CTRL, Y; CTRL_SHIFT, Z];
    Changes: Command::Decide(Decision::NotApplicable), form::does_not_applicable, [Modifiers::NONE, F8];
    Changes: Command::Decide(Decision::NoResponse), form::does_no_response, [Modifiers::SHIFT, F8];
    Writing: format(Style::Bullets), lists::bullets, [CTRL_SHIFT, L];
    Writing: format(Style::Numbers), lists::numbers, [CTRL_SHIFT, N];
    Writing: format(Style::Heading), lists::heading, [CTRL_SHIFT, H];
    Writing: Command::Tidy, editing::does_tidy, [CTRL_SHIFT, T];
    Writing: Command::Alone, editing::does_alone, [Modifiers::NONE, F11];
    Writing: Command::PasteText, pasting::does_text, [CTRL_SHIFT, V];
    Writing: Command::Spelling, spelling::does_suggest, [CTRL, Period];
    Moving: Command::Area(Step::Next), say::does_next_area, [Modifiers::NONE, F6];
    Moving: Command::Area(Step::Previous), say::does_previous_area, [Modifiers::SHIFT, F6];
    Changes: Command::Find(FindMode::Replace), find::does_replace, [CTRL, H];
    Moving: Command::Find(FindMode::Find), find::does_find, [CTRL, F];
    Moving: Command::Hit(Step::Next), find::does_next, [Modifiers::NONE, F3];
    Moving: Command::Hit(Step::Previous), find::does_previous, [Modifiers::SHIFT, F3];
    Moving: Command::Finding(Step::Next), say::does_next_finding, [Modifiers::NONE, F7];
    Moving: Command::Finding(Step::Previous), say::does_previous_finding, [Modifiers::SHIFT, F7];
    Window: Command::Guide, say::does_guide, [Modifiers::NONE, F1];
    Window: Command::Settings, say::does_settings, [CTRL, Comma];
    Window: Command::SwitchLanguage, say::does_language, [Modifiers::NONE, F9];
    // Where plus needs Shift, the key is known by what it writes without it.
    Window: Command::LargerText, say::does_larger, [CTRL, Plus; CTRL, Equals];
    Window: Command::SmallerText, say::does_smaller, [CTRL, Minus];
    Window: Command::NormalText, say::does_normal, [CTRL, Num0];
}

/// What was pressed in this frame.
pub(super) fn pressed(context: &Context, session: &Session) -> Vec<Command> {
    context.input_mut(|input| {
        if input.modifiers.alt {
            // Text boxes would take AltGr for Ctrl too, and undo.
            let with_alt_gr = |event: &Event| {
                matches!(event, Event::Key { modifiers, .. } if modifiers.alt && modifiers.command)
            };
            input.events.retain(|event| !with_alt_gr(event));
            return Vec::new();
        }
        let mut all: Vec<_> = SHORTCUTS
            .iter()
            .flat_map(|row| row.keys.iter().map(|keys| (keys, row.command)))
            .collect();
        // The more specific first: Ctrl+Shift+Z is also Ctrl+Z.
        all.sort_by_key(|(keys, _)| !keys.modifiers.shift);
        let pressed = all
            .into_iter()
            .filter(|(keys, _)| input.consume_shortcut(keys));
        let commands = pressed.map(|(_, command)| command);
        let commands = commands.filter(|command| command.works(session)).collect();
        input.events.retain(|event| !deletes_as_in_a_terminal(event));
        commands
    })
}

/// Whether egui's text boxes would delete a word or a paragraph by this key.
/// Elsewhere Ctrl+U underlines, Ctrl+K makes a link and Ctrl+W closes: here
/// they do nothing.
fn deletes_as_in_a_terminal(event: &Event) -> bool {
    matches!(
        event,
        Event::Key {
            key: Key::H | Key::K | Key::U | Key::W,
            modifiers,
            ..
        } if modifiers.command
    )
}

/// The size of text changes in steps of a quarter.
const SIZE_STEP: u16 = 25;

impl Command {
    /// Behind an open dialog, and before a language was chosen, nothing else begins.
    fn works(self, session: &Session) -> bool {
        let always = matches!(
            self,
            Command::SwitchLanguage
                | Command::LargerText
                | Command::SmallerText
                | Command::NormalText
        );
        let alone = session.dialog().is_some() || session.must_choose_language();
        always || !alone || (self == Command::Quit && session.dialog().is_none())
    }

    /// What it does to the session; nothing where it depends on the focus.
    pub(super) fn action(self, session: &Session) -> Option<Action> {
        let size = session.preferences().text_percent();
        let resize = |percent| Action::SetPreference(Preference::TextPercent(percent));
        Some(match self {
            Command::New => Action::Begin(Intent::New),
            Command::Open => Action::Begin(Intent::Open),
            Command::Save => Action::Save,
            Command::SaveAs => session.save_as(),
            Command::Print => Action::Print,
            Command::Quit => Action::Begin(Intent::Close),
            Command::Undo => Action::Undo,
            Command::Redo => Action::Redo,
            Command::Decide(_)
            | Command::Format(_)
            | Command::PasteText
            | Command::Spelling
            | Command::Tidy
            | Command::Alone
            | Command::Area(_)
            | Command::Finding(_) => return None,
            Command::Guide => Action::ShowGuide(match session.screen() {
                Screen::Guide => session.chapter(),
                screen => guide::chapter_of(screen),
            }),
            Command::Settings => Action::Show(Screen::Settings),
            Command::SwitchLanguage => Action::ShowIn(session.language().other()),
            Command::LargerText => resize((size / SIZE_STEP + 1) * SIZE_STEP),
            Command::SmallerText => resize((size.div_ceil(SIZE_STEP) - 1) * SIZE_STEP),
            Command::NormalText => resize(100),
            Command::Find(mode) => Action::Find(FindStep::Open(mode)),
            Command::Hit(step) => Action::Find(FindStep::Go(step)),
        })
    }
}

/// The keys of a command, in words.
pub(super) fn keys_for(command: Command, say_in: impl Fn(&Message) -> String) -> String {
    let row = SHORTCUTS.iter().find(|row| row.command == command);
    let keys = row.and_then(|row| row.keys.first());
    keys.map_or_else(String::new, |keys| keys_in_words(*keys, say_in))
}

/// The keys of a command for the lines of an answer, in words.
pub(super) fn keys_of(
    command: answer_text::Command,
    say_in: impl Fn(&Message) -> String,
) -> String {
    let row = SHORTCUTS
        .iter()
        .find(|row| row.command == Command::Format(command));
    match (row.and_then(|row| row.keys.first()), command) {
        (Some(keys), _) => keys_in_words(*keys, say_in),
        (None, answer_text::Command::Shift(Shift::Out)) => {
            let shift = KeyboardShortcut::new(Modifiers::SHIFT, Key::Tab);
            keys_in_words(shift, say_in)
        }
        (None, _) => Key::Tab.name().to_owned(),
    }
}

/// What a shortcut is called on the keyboard, such as "Ctrl+Shift+Z".
pub(super) fn keys_in_words(keys: KeyboardShortcut, say_in: impl Fn(&Message) -> String) -> String {
    let mut words = Vec::new();
    if keys.modifiers.command {
        words.push(say_in(&if cfg!(target_os = "macos") {
            say::key_command()
        } else {
            say::key_ctrl()
        }));
    }
    if keys.modifiers.shift {
        words.push(say_in(&say::key_shift()));
    }
    words.push(match keys.logical_key {
        Key::Plus => say_in(&say::key_plus()),
        Key::Minus => say_in(&say::key_minus()),
        Key::Comma => say_in(&say::key_comma()),
        Key::Equals => "=".to_owned(),
        Key::Period => say_in(&say::key_period()),
        Key::Num0 => "0".to_owned(),
        other => other.name().to_owned(),
    });
    words.join("+")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_shortcut_takes_a_character_away_from_alt_gr() {
        for row in SHORTCUTS {
            for keys in row.keys {
                assert!(!keys.modifiers.alt, "{keys:?}");
                let writes = keys.logical_key.symbol_or_name().chars().count() == 1;
                assert!(!writes || keys.modifiers.command, "{keys:?}");
            }
        }
    }

    #[test]
    fn no_two_rows_have_the_same_keys() {
        let keys: Vec<_> = SHORTCUTS.iter().flat_map(|row| row.keys).collect();
        for (index, one) in keys.iter().enumerate() {
            assert!(!keys[index + 1..].contains(one), "{one:?}");
        }
    }
}
