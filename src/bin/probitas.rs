//! The window. A draft may be named: `probitas DRAFT` opens it.

use std::process::ExitCode;

#[cfg(feature = "gui")]
fn main() -> ExitCode {
    use probitas::i18n::Language;

    let language = sys_locale::get_locale()
        .and_then(|locale| Language::from_locale(&locale))
        .unwrap_or(Language::English);
    let draft = std::env::args_os().nth(1).map(Into::into);
    match probitas::ui::run(language, draft) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => without_window(),
    }
}

#[cfg(not(feature = "gui"))]
fn main() -> ExitCode {
    without_window()
}

/// Says in both languages what to use instead.
fn without_window() -> ExitCode {
    use std::io::Write as _;

    use probitas::i18n::{Language, window};

    let mut output = std::io::stderr().lock();
    for language in Language::ALL {
        // Nobody is left to tell where even this cannot be written.
        writeln!(output, "{}", window::no_display().text(language)).unwrap_or_default();
    }
    ExitCode::FAILURE
}
