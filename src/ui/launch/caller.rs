//! Who started the program, and how something is said to them.
//!
//! Whoever starts it in a terminal reads there. A desktop that starts it, by a double
//! click or from its menu, shows nobody what is written: then a small dialog says it.

use std::env;
use std::ffi::OsString;
use std::io::{IsTerminal as _, Write as _, stderr, stdout};
use std::process::Command;
#[cfg(not(any(windows, target_os = "macos")))]
use std::process::Stdio;

/// With these a desktop says that it started a program, and that its window may come to
/// the front. Opening a window takes them out of the environment.
const STARTED_BY_DESKTOP: [&str; 2] = ["XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID"];
/// The same from the library with which GNOME and others start programs. The first is
/// missing where it was given the description of the program rather than its name.
const STARTED_BY_GLIB: [&str; 2] = ["GIO_LAUNCHED_DESKTOP_FILE", "GIO_LAUNCHED_DESKTOP_FILE_PID"];

/// Whoever started the program.
pub(super) struct Caller {
    tokens: Vec<(&'static str, OsString)>,
    reads: Reads,
}

/// Where whoever started the program reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reads {
    Terminal,
    Dialog,
}

/// For what something is said.
#[derive(Clone, Copy)]
pub(super) enum Stream {
    Out,
    Err,
}

impl Caller {
    /// Whoever started this process. It is asked before a window is opened.
    pub(super) fn of_process() -> Self {
        let variable = |name: &str| env::var_os(name).filter(|value| !value.is_empty());
        let tokens = STARTED_BY_DESKTOP
            .into_iter()
            .filter_map(|name| Some((name, variable(name)?)))
            .collect();
        let by_desktop = STARTED_BY_DESKTOP
            .into_iter()
            .chain(STARTED_BY_GLIB)
            .any(|name| variable(name).is_some());
        Caller {
            tokens,
            reads: Reads::of(by_desktop, stderr().is_terminal()),
        }
    }

    /// Says something.
    pub(super) fn tell(&self, stream: Stream, text: &str) {
        // Nobody is left to tell where even this cannot be written.
        match stream {
            Stream::Out => writeln!(stdout().lock(), "{text}").unwrap_or_default(),
            Stream::Err => writeln!(stderr().lock(), "{text}").unwrap_or_default(),
        }
        if self.reads == Reads::Dialog {
            show(stream, text);
        }
    }

    /// Gives a process in place of this one what the desktop gave for the window.
    pub(super) fn prepare(&self, command: &mut Command) {
        command.envs(self.tokens.iter().map(|(name, token)| (name, token)));
    }
}

impl Reads {
    /// A terminal that a desktop started hands its variables on, so that they alone say
    /// nothing.
    fn of(by_desktop: bool, in_terminal: bool) -> Self {
        // A window program of these systems has no terminal to write to.
        let never_in_terminal = cfg!(any(windows, target_os = "macos"));
        if never_in_terminal || (by_desktop && !in_terminal) {
            Reads::Dialog
        } else {
            Reads::Terminal
        }
    }
}

#[cfg(any(windows, target_os = "macos"))]
fn show(stream: Stream, text: &str) {
    let level = match stream {
        Stream::Out => rfd::MessageLevel::Info,
        Stream::Err => rfd::MessageLevel::Error,
    };
    rfd::MessageDialog::new()
        .set_level(level)
        .set_title("Probitas")
        .set_description(text)
        .show();
}

/// The first program of these that is there shows it: that of GNOME, that of KDE, and
/// that of a bare X11. A dialog of our own would need the window that could not be opened.
#[cfg(not(any(windows, target_os = "macos")))]
fn show(stream: Stream, text: &str) {
    let (zenity, kdialog) = match stream {
        Stream::Out => ("--info", "--msgbox"),
        Stream::Err => ("--error", "--error"),
    };
    let zenity_text = format!("--text={text}");
    let dialogs: [(&str, &[&str]); 3] = [
        (
            "zenity",
            &[
                zenity,
                "--no-markup",
                "--width=480",
                "--title=Probitas",
                &zenity_text,
            ],
        ),
        ("kdialog", &["--title", "Probitas", kdialog, text]),
        ("xmessage", &["-center", "-title", "Probitas", text]),
    ];
    for (program, arguments) in dialogs {
        let shown = Command::new(program)
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        if shown.is_ok() {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(not(any(windows, target_os = "macos")))]
    #[test]
    fn only_a_desktop_without_a_terminal_is_told_in_a_dialog() {
        assert_eq!(Reads::of(true, false), Reads::Dialog);
        // A terminal that was itself started from a menu.
        assert_eq!(Reads::of(true, true), Reads::Terminal);
        // A script or a service: a dialog would wait for nobody.
        assert_eq!(Reads::of(false, false), Reads::Terminal);
        assert_eq!(Reads::of(false, true), Reads::Terminal);
    }

    #[test]
    fn the_next_process_gets_the_token_of_the_desktop() {
        let caller = Caller {
            tokens: vec![("DESKTOP_STARTUP_ID", "a-token".into())],
            reads: Reads::Terminal,
        };
        let mut command = Command::new("probitas");
        caller.prepare(&mut command);
        let given: Vec<_> = command.get_envs().collect();
        assert_eq!(
            given,
            [("DESKTOP_STARTUP_ID".as_ref(), Some("a-token".as_ref()))]
        );
    }
}
