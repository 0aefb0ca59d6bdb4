//! Runs of the terminal program without a process: what it is told of its
//! surroundings, and what it printed.
#![allow(
    dead_code,
    missing_docs,
    unreachable_pub,
    clippy::unwrap_used,
    reason = "each test binary uses a part of it, and stops at the first surprise"
)]

use std::ffi::OsString;
use std::io;
use std::sync::atomic::{AtomicU8, Ordering};

use chrono::{DateTime, FixedOffset};
use probitas::cli::{Exit, Surroundings, Terminal, run};
use probitas::i18n::Language;
use serde_json::Value;
use zeroize::Zeroizing;

pub const PASSPHRASE: &str = "correct horse battery staple";

static DRAWS: AtomicU8 = AtomicU8::new(1);

/// What a run printed, and how it ended.
pub struct Ran {
    pub exit: Exit,
    pub out: String,
    pub err: String,
}

impl Ran {
    /// It ended so, and told nobody the passphrase.
    pub fn ended(self, exit: Exit) -> Self {
        assert_eq!(self.exit, exit, "{}{}", self.out, self.err);
        assert!(!self.out.contains(PASSPHRASE) && !self.err.contains(PASSPHRASE));
        self
    }

    pub fn says(self, text: &str) -> Self {
        let all = format!("{}{}", self.out, self.err);
        assert!(all.contains(text), "{text}: {all}");
        self
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap()
    }
}

pub fn today() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2024-11-15T09:00:00-05:00").unwrap()
}

/// A passphrase in the environment, and nobody at the keyboard.
pub fn surroundings() -> Surroundings {
    Surroundings {
        language: Language::English,
        now: today(),
        passphrase: Some(Zeroizing::new(PASSPHRASE.to_owned())),
        release_key: None,
        ask: |_| Err(io::ErrorKind::NotConnected.into()),
        // Every draw is another one: each key must be new.
        fill: |bytes| {
            let mut next = DRAWS.fetch_add(1, Ordering::Relaxed);
            for byte in bytes {
                *byte = next;
                next = next.wrapping_add(37);
            }
            Ok(())
        },
    }
}

pub fn run_in<Argument: Into<OsString>>(
    surroundings: Surroundings,
    arguments: impl IntoIterator<Item = Argument>,
) -> Ran {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut terminal = Terminal::new(&mut out, &mut err, surroundings);
    let exit = run(arguments.into_iter().map(Into::into), &mut terminal);
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let (out, err) = (text(out), text(err));
    Ran { exit, out, err }
}

pub fn run_at(now: DateTime<FixedOffset>, arguments: &[&str]) -> Ran {
    let surroundings = Surroundings {
        now,
        ..surroundings()
    };
    run_in(surroundings, arguments)
}

pub fn run_today(arguments: &[&str]) -> Ran {
    run_at(today(), arguments)
}
