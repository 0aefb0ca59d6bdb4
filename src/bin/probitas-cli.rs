//! The same work in a terminal.

use std::io;
use std::process::ExitCode;

use probitas::cli::{Surroundings, Terminal, run};

fn main() -> ExitCode {
    let (mut out, mut err) = (io::stdout().lock(), io::stderr().lock());
    let mut terminal = Terminal::new(&mut out, &mut err, Surroundings::of_process());
    let exit = run(std::env::args_os().skip(1), &mut terminal);
    ExitCode::from(exit.code())
}
