//! `update`: are the files of a new version what its makers signed?

use super::arguments::Update;
use super::failure::Failure;
use super::{Exit, Terminal};
use crate::i18n::{Message, cli as messages, update as say};
use crate::release::{Release, Version, Viewer};
use crate::storage::{self, Places};

pub(super) fn run(arguments: &Update, terminal: &mut Terminal<'_>) -> Result<Exit, Failure> {
    let folder = storage::read_release(&arguments.file)?;
    let viewer = Viewer {
        key: terminal.surroundings.release_key.clone(),
        version: Version::of_program(),
        system: storage::running_system(Places::is_portable()),
    };
    let signature = folder.signature.as_deref();
    let lying = |file: &_| folder.lying(file);
    let release = Release::examine(&folder.description, signature, &viewer, lying);
    tell(&release, terminal)?;
    if let Some(key) = &viewer.key {
        terminal.line("")?;
        terminal.say(&say::key(key.line(), key.id()))?;
    }
    Ok(if release.is_good() {
        Exit::Good
    } else {
        Exit::Findings
    })
}

fn tell(release: &Release, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    let account = release.account(terminal.language());
    terminal.say(&account.outcome)?;
    terminal.say(&account.remark)?;
    let new = account
        .whats_new
        .iter()
        .map(|point| messages::item(point.as_str()));
    items(&say::whats_new(), new, terminal)?;
    items(
        &say::what_to_do(),
        account.run.into_iter().map(messages::item),
        terminal,
    )?;
    items(
        &say::files(),
        account.files.into_iter().map(messages::item),
        terminal,
    )
}

/// Lines below a heading; nothing where there are none.
fn items(
    title: &Message,
    lines: impl Iterator<Item = Message>,
    terminal: &mut Terminal<'_>,
) -> Result<(), Failure> {
    for (index, line) in lines.enumerate() {
        if index == 0 {
            terminal.line("")?;
            terminal.say(title)?;
        }
        terminal.say(&line)?;
    }
    Ok(())
}
