//! `notices`: what the program is made of, and under which licences.

use super::failure::Failure;
use super::{Exit, Terminal};
use crate::app::third_party;

pub(super) fn run(terminal: &mut Terminal<'_>) -> Result<Exit, Failure> {
    terminal.line(third_party::notices().trim_end())?;
    Ok(Exit::Good)
}
