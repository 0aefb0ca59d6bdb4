//! From the command line to the open window, and what happens where nothing
//! can draw it.
//!
//! The ways to draw are tried one after the other. A process can have one
//! event loop only, so the program begins anew for each further try: it runs
//! itself with the same command line and the names of what has failed. At the
//! end of the chain it says in both languages what to do.
//!
//! Left out on purpose: crashes that end the whole process inside a driver.
//! `--renderer` is there for them.

mod arguments;
mod renderer;

use std::ffi::OsString;
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::process::{Command, ExitCode};

use egui::{Context, ViewportBuilder};

pub use renderer::Renderer;

use super::{ProbitasWindow, theme};
use crate::app::{Action, Preferences};
use crate::i18n::{Language, Message, MessagePair, launch, window};
use crate::storage::Places;
use arguments::{Arguments, Invocation, UsageError, renderer_names};
use renderer::{CHAIN, next_renderer};

/// Opens the window as the command line says, and returns when it is closed.
/// `arguments` are those after the program's name.
///
/// Every failure was told when this returns: 1 where no window can be opened,
/// 2 where the command line is wrong.
pub fn run(arguments: impl IntoIterator<Item = OsString>, system: Language) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let language = arguments::language(&arguments).unwrap_or(system);
    match Invocation::parse(arguments) {
        Ok(Invocation::Open(arguments)) => open(arguments, language),
        Ok(Invocation::Help) => {
            tell(Stream::Out, &launch::help(renderer_names()).text(language));
            ExitCode::SUCCESS
        }
        Ok(Invocation::Version) => {
            tell(Stream::Out, concat!("probitas ", env!("CARGO_PKG_VERSION")));
            ExitCode::SUCCESS
        }
        Err(error) => wrong_usage(&error, language),
    }
}

fn wrong_usage(error: &UsageError, language: Language) -> ExitCode {
    let MessagePair { problem, hint } = error.message();
    let text = format!("{}\n{}", problem.text(language), hint.text(language));
    tell(Stream::Err, &text);
    ExitCode::from(2)
}

/// Tries the next renderer.
fn open(mut arguments: Arguments, system: Language) -> ExitCode {
    let places = Places::of_process();
    let preferred = Preferences::read(&places).renderer;
    let wished = Renderer::preferred(arguments.renderer.unwrap_or(preferred));
    let Some(renderer) = next_renderer(CHAIN, wished, &arguments.tried) else {
        return give_up(&arguments.tried);
    };
    if renderer.wants_another_environment() {
        return begin_anew(&arguments, renderer);
    }
    match draw(renderer, &arguments, places, system) {
        Outcome::Closed => ExitCode::SUCCESS,
        Outcome::NoWindow => {
            tell(Stream::Err, &in_both(&[window::no_display()]));
            ExitCode::FAILURE
        }
        Outcome::NotDrawn => {
            arguments.tried.push(renderer);
            match next_renderer(CHAIN, wished, &arguments.tried) {
                Some(next) => begin_anew(&arguments, next),
                None => give_up(&arguments.tried),
            }
        }
    }
}

/// How the window ended.
enum Outcome {
    Closed,
    /// There is no display, so that no renderer could help.
    NoWindow,
    /// This renderer cannot draw here; another might.
    NotDrawn,
}

/// A panic after this many frames is not the renderer's.
const FRAMES_OF_START: u64 = 2;

fn draw(renderer: Renderer, arguments: &Arguments, places: Places, system: Language) -> Outcome {
    let context = Context::default();
    let drawn = context.clone();
    // Some drivers fail where eframe does not expect it, and it panics.
    let result = catch_unwind(AssertUnwindSafe(|| {
        run_native(context, renderer, arguments, places, system)
    }));
    match result {
        Ok(Ok(())) => Outcome::Closed,
        Ok(Err(
            eframe::Error::AppCreation(_)
            | eframe::Error::Winit(_)
            | eframe::Error::WinitEventLoop(_),
        )) => Outcome::NoWindow,
        Ok(Err(_)) => Outcome::NotDrawn,
        Err(_) if drawn.cumulative_frame_nr() < FRAMES_OF_START => Outcome::NotDrawn,
        Err(panic) => resume_unwind(panic),
    }
}

fn run_native(
    context: Context,
    renderer: Renderer,
    arguments: &Arguments,
    places: Places,
    system: Language,
) -> Result<(), eframe::Error> {
    let mut options = eframe::NativeOptions {
        viewport: ViewportBuilder::default()
            .with_app_id("probitas")
            .with_inner_size([1180.0, 820.0])
            .with_min_inner_size([480.0, 320.0]),
        ..eframe::NativeOptions::default()
    };
    renderer.choose(&mut options);
    eframe::run_native_ext(
        "Probitas",
        options,
        Some(context),
        Box::new(move |creation| {
            theme::install(&creation.egui_ctx);
            match ProbitasWindow::kept_in(&creation.egui_ctx, system, places) {
                Some(mut window) => {
                    if let Some(language) = arguments.language {
                        window.act(Action::ShowIn(language));
                    }
                    if let Some(path) = &arguments.draft {
                        // It is remembered, and the next start may be elsewhere.
                        let path = std::path::absolute(path).unwrap_or_else(|_| path.clone());
                        window.act(Action::OpenFile(path));
                    }
                    Ok(Box::new(window))
                }
                None => Err("no questionnaire".into()),
            }
        }),
    )
}

/// Runs the program again in place of this process.
fn begin_anew(arguments: &Arguments, next: Renderer) -> ExitCode {
    if !arguments.tried.is_empty() {
        note(&launch::trying(next.name()));
    }
    let Ok(program) = std::env::current_exe() else {
        return give_up(&arguments.tried);
    };
    let mut command = Command::new(program);
    command.args(arguments.command_line());
    next.prepare(&mut command);
    replace_process(command).unwrap_or_else(|_| give_up(&arguments.tried))
}

/// The new process takes the place of this one, which keeps its number.
#[cfg(unix)]
fn replace_process(mut command: Command) -> std::io::Result<ExitCode> {
    use std::os::unix::process::CommandExt as _;
    Err(command.exec())
}

/// The new process runs as a child; whoever waits for this one waits for it.
#[cfg(not(unix))]
fn replace_process(mut command: Command) -> std::io::Result<ExitCode> {
    let status = command.status()?;
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    Ok(code.map_or(ExitCode::FAILURE, ExitCode::from))
}

/// Nothing is left to try.
fn give_up(tried: &[Renderer]) -> ExitCode {
    let names: Vec<&str> = tried.iter().map(|renderer| renderer.name()).collect();
    let pair = [
        launch::err_not_drawn(names.join(", ")),
        launch::hint_not_drawn(),
    ];
    tell(Stream::Err, &in_both(&pair));
    ExitCode::FAILURE
}

/// Sentences in one language and then in the other: before the window is open
/// nobody knows who reads.
fn in_both(messages: &[Message]) -> String {
    let texts = Language::ALL.map(|language| {
        let texts: Vec<String> = messages.iter().map(|said| said.text(language)).collect();
        texts.join("\n")
    });
    texts.join("\n")
}

#[derive(Clone, Copy)]
enum Stream {
    Out,
    Err,
}

/// Says something to whoever started the program.
fn tell(stream: Stream, text: &str) {
    // Nobody is left to tell where even this cannot be written.
    match stream {
        Stream::Out => writeln!(std::io::stdout().lock(), "{text}").unwrap_or_default(),
        Stream::Err => writeln!(std::io::stderr().lock(), "{text}").unwrap_or_default(),
    }
    // A window program of these systems has no terminal to write to.
    if cfg!(any(windows, target_os = "macos")) {
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
}

/// Something for whoever looks closely; it needs no dialog.
fn note(message: &Message) {
    let text = in_both(std::slice::from_ref(message));
    writeln!(std::io::stderr().lock(), "{text}").unwrap_or_default();
}
