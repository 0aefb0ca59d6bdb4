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
mod caller;
mod first_frame;
mod renderer;

use std::ffi::OsString;
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::process::{Command, ExitCode};
use std::time::Instant;

use egui::{Context, Id, ViewportBuilder};

pub use renderer::Renderer;

use super::{Clipboard, ProbitasWindow, theme};
use crate::app::{Action, Preferences};
use crate::i18n::{Language, Message, MessagePair, launch, window};
use crate::storage::Places;
use arguments::{Arguments, Invocation, UsageError, renderer_names};
use caller::{Caller, Stream};
use first_frame::FirstFrame;
use renderer::{CHAIN, next_renderer};

/// The name of the program among all of a desktop: that of its `.desktop` file.
const APPLICATION: &str = "org.probitas.Probitas";
const ICON: &[u8] = include_bytes!("../../assets/icon/probitas-256.png");

/// Opens the window as the command line says, and returns when it is closed.
/// `arguments` are those after the program's name.
///
/// Every failure was told when this returns: 1 where no window can be opened,
/// 2 where the command line is wrong.
pub fn run(arguments: impl IntoIterator<Item = OsString>, system: Language) -> ExitCode {
    let started = Instant::now();
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let language = arguments::language(&arguments).unwrap_or(system);
    let caller = Caller::of_process();
    match Invocation::parse(arguments) {
        Ok(Invocation::Open(arguments)) => open(
            Start {
                arguments,
                system: language,
                started,
            },
            &caller,
        ),
        Ok(Invocation::Help) => {
            caller.tell(Stream::Out, &launch::help(renderer_names()).text(language));
            ExitCode::SUCCESS
        }
        Ok(Invocation::Version) => {
            caller.tell(Stream::Out, concat!("probitas ", env!("CARGO_PKG_VERSION")));
            ExitCode::SUCCESS
        }
        Err(error) => wrong_usage(&error, language, &caller),
    }
}

fn wrong_usage(error: &UsageError, language: Language, caller: &Caller) -> ExitCode {
    let MessagePair { problem, hint } = error.message();
    let text = format!("{}\n{}", problem.text(language), hint.text(language));
    caller.tell(Stream::Err, &text);
    ExitCode::from(2)
}

/// How the program was started.
struct Start {
    arguments: Arguments,
    /// The language for whoever never chose one.
    system: Language,
    started: Instant,
}

/// Tries the next renderer.
fn open(mut start: Start, caller: &Caller) -> ExitCode {
    let arguments = &start.arguments;
    let places = Places::of_process();
    let preferred = Preferences::read(&places).renderer();
    let wished = Renderer::preferred(arguments.renderer.unwrap_or(preferred));
    let Some(renderer) = next_renderer(CHAIN, wished, &arguments.tried) else {
        return give_up(&arguments.tried, caller);
    };
    if renderer.wants_another_environment() {
        return begin_anew(arguments, renderer, caller);
    }
    match draw(renderer, &start, places) {
        Outcome::Closed => ExitCode::SUCCESS,
        Outcome::NoWindow => {
            caller.tell(Stream::Err, &in_both(&[window::no_display()]));
            ExitCode::FAILURE
        }
        Outcome::NotDrawn => {
            let arguments = &mut start.arguments;
            arguments.tried.push(renderer);
            match next_renderer(CHAIN, wished, &arguments.tried) {
                Some(next) => begin_anew(arguments, next, caller),
                None => give_up(&arguments.tried, caller),
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

fn draw(renderer: Renderer, start: &Start, places: Places) -> Outcome {
    let context = Context::default();
    let drawn = context.clone();
    // Some drivers fail where eframe does not expect it, and it panics.
    let result = catch_unwind(AssertUnwindSafe(|| {
        run_native(context, renderer, start, places)
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
    start: &Start,
    places: Places,
) -> Result<(), eframe::Error> {
    let (arguments, system, started) = (&start.arguments, start.system, start.started);
    let mut options = eframe::NativeOptions {
        viewport: ViewportBuilder::default()
            .with_app_id(APPLICATION)
            .with_inner_size([1180.0, 820.0])
            .with_min_inner_size([480.0, 320.0]),
        ..eframe::NativeOptions::default()
    };
    // A picture that cannot be read is no reason to open no window.
    if let Ok(icon) = eframe::icon_data::from_png_bytes(ICON) {
        options.viewport = options.viewport.with_icon(icon);
    }
    renderer.choose(&mut options);
    eframe::run_native_ext(
        "Probitas",
        options,
        Some(context),
        Box::new(move |creation| {
            theme::install(&creation.egui_ctx);
            remember_renderer(&creation.egui_ctx, renderer);
            match ProbitasWindow::kept_in(&creation.egui_ctx, system, places) {
                Some(window) => {
                    let mut window = window.with_clipboard(Clipboard::of_system());
                    if let Some(language) = arguments.language {
                        window.act(Action::ShowIn(language));
                    }
                    if let Some(path) = &arguments.draft {
                        // It is remembered, and the next start may be elsewhere.
                        let path = std::path::absolute(path).unwrap_or_else(|_| path.clone());
                        window.act(Action::TakeGiven(path));
                    }
                    Ok(if arguments.exit_after_first_frame {
                        Box::new(FirstFrame::new(window, started))
                    } else {
                        Box::new(window)
                    })
                }
                None => Err("no questionnaire".into()),
            }
        }),
    )
}

/// What draws this window, once one is open.
pub(super) fn drawn_by(context: &Context) -> Option<Renderer> {
    context.data(|data| data.get_temp(Id::unique("what draws the window")))
}

fn remember_renderer(context: &Context, renderer: Renderer) {
    context.data_mut(|data| data.insert_temp(Id::unique("what draws the window"), renderer));
}

/// Runs the program again in place of this process.
fn begin_anew(arguments: &Arguments, next: Renderer, caller: &Caller) -> ExitCode {
    if !arguments.tried.is_empty() {
        note(&launch::trying(next.name()));
    }
    let Ok(program) = std::env::current_exe() else {
        return give_up(&arguments.tried, caller);
    };
    let mut command = Command::new(program);
    command.args(arguments.command_line());
    next.prepare(&mut command);
    caller.prepare(&mut command);
    replace_process(command).unwrap_or_else(|_| give_up(&arguments.tried, caller))
}

/// The new process takes the place of this one, which keeps its number.
#[cfg(unix)]
fn replace_process(mut command: Command) -> std::io::Result<ExitCode> {
    use std::os::unix::process::CommandExt as _;
    Err(command.exec())
}

/// The new process runs by itself, and this one ends: the hidden window of the
/// attempt that failed is left in it, nobody answers for that any more, and
/// Windows would wait for it when it shuts down.
#[cfg(not(unix))]
fn replace_process(mut command: Command) -> std::io::Result<ExitCode> {
    command.spawn().map(|_| ExitCode::SUCCESS)
}

/// Nothing is left to try.
fn give_up(tried: &[Renderer], caller: &Caller) -> ExitCode {
    let names: Vec<&str> = tried.iter().map(|renderer| renderer.name()).collect();
    let pair = [
        launch::err_not_drawn(names.join(", ")),
        launch::hint_not_drawn(),
    ];
    caller.tell(Stream::Err, &in_both(&pair));
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

/// Something for whoever looks closely; it needs no dialog.
fn note(message: &Message) {
    let text = in_both(std::slice::from_ref(message));
    writeln!(std::io::stderr().lock(), "{text}").unwrap_or_default();
}
