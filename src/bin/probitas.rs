//! The window. A draft may be named: `probitas DRAFT` opens it.

// On Windows a program with a console would show it beside the window.
#![cfg_attr(all(windows, feature = "gui"), windows_subsystem = "windows")]

use std::process::ExitCode;

#[cfg(feature = "gui")]
fn main() -> ExitCode {
    use probitas::i18n::Language;

    let language = sys_locale::get_locale()
        .and_then(|locale| Language::from_locale(&locale))
        .unwrap_or(Language::English);
    probitas::ui::launch::run(std::env::args_os().skip(1), language)
}

/// Says in both languages what to use instead.
#[cfg(not(feature = "gui"))]
fn main() -> ExitCode {
    use std::io::Write as _;

    use probitas::i18n::{Language, window};

    let mut output = std::io::stderr().lock();
    for language in Language::ALL {
        // Nobody is left to tell where even this cannot be written.
        writeln!(output, "{}", window::no_display().text(language)).unwrap_or_default();
    }
    ExitCode::FAILURE
}
