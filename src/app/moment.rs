//! The time and the chance that an action is given.

use chrono::{DateTime, FixedOffset};

/// When an action happens, and an identifier that nobody had before: what a
/// session may not read for itself.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    /// The time.
    pub now: DateTime<FixedOffset>,
    /// A random UUID (version 4), for a response that begins now.
    pub fresh_id: uuid::Uuid,
}

impl Moment {
    /// Reads the clock and the system's source of random bytes.
    #[must_use]
    pub fn read() -> Self {
        #[expect(
            clippy::disallowed_methods,
            reason = "here the window reads the clock, once per action"
        )]
        let now = chrono::Local::now().fixed_offset();
        let mut bytes = [0; 16];
        if getrandom::fill(&mut bytes).is_err() {
            // Without random bytes the time still tells two responses of one office apart.
            let nanoseconds = now.timestamp_nanos_opt().unwrap_or_default();
            bytes
                .iter_mut()
                .zip(nanoseconds.to_be_bytes())
                .for_each(|(to, from)| *to = from);
        }
        Moment {
            now,
            fresh_id: uuid::Builder::from_random_bytes(bytes).into_uuid(),
        }
    }
}
