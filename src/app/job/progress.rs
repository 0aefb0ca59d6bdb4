//! How far a job is, and whether it is still wanted.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};

/// Shared by a job and whoever waits for it: the job says how far it is, the
/// other may say that it is not wanted any more.
#[derive(Clone, Debug, Default)]
pub struct JobProgress {
    shared: Arc<Shared>,
}

#[derive(Debug, Default)]
struct Shared {
    cancelled: AtomicBool,
    percent: AtomicU8,
}

impl JobProgress {
    /// Says that the job is not wanted any more. It ends where it can.
    pub fn cancel(&self) {
        self.shared.cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether the job is not wanted any more.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.shared.cancelled.load(Ordering::Relaxed)
    }

    /// How much is done, in percent; zero where the job does not say.
    #[must_use]
    pub fn percent(&self) -> u8 {
        self.shared.percent.load(Ordering::Relaxed)
    }

    /// So many steps of all are done.
    pub(super) fn advance(&self, done: usize, of: usize) {
        let percent = done.saturating_mul(100).checked_div(of).unwrap_or(100);
        let percent = u8::try_from(percent.min(100)).unwrap_or(100);
        self.shared.percent.store(percent, Ordering::Relaxed);
    }
}
