//! The threads that jobs run on.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use super::{Job, JobResult};

/// Starts work on threads of its own and collects what came of it.
pub struct Runner {
    sender: Sender<JobResult>,
    receiver: Receiver<JobResult>,
    wake: Arc<dyn Fn() + Send + Sync>,
    running: usize,
}

impl Runner {
    /// A runner that calls `wake` whenever a result can be fetched.
    pub fn new(wake: impl Fn() + Send + Sync + 'static) -> Self {
        let (sender, receiver) = channel();
        Runner {
            sender,
            receiver,
            wake: Arc::new(wake),
            running: 0,
        }
    }

    /// Starts a job.
    pub fn start(&mut self, job: Job) {
        self.start_work(move || job.run());
    }

    /// Starts work that a job cannot describe, such as awaiting an answer of
    /// the system's file dialog.
    pub fn start_work(&mut self, work: impl FnOnce() -> JobResult + Send + 'static) {
        let sender = self.sender.clone();
        let wake = Arc::clone(&self.wake);
        self.running += 1;
        #[expect(
            clippy::disallowed_methods,
            reason = "here work leaves the thread that draws"
        )]
        std::thread::spawn(move || {
            // The receiver is gone only when the window is.
            if sender.send(work()).is_ok() {
                wake();
            }
        });
    }

    /// What ended since the last call.
    pub fn finished(&mut self) -> Vec<JobResult> {
        let results: Vec<JobResult> = self.receiver.try_iter().collect();
        self.running = self.running.saturating_sub(results.len());
        results
    }

    /// Whether anything is still running.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.running > 0
    }
}

impl std::fmt::Debug for Runner {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let running = &self.running;
        formatter
            .debug_struct("Runner")
            .field("running", running)
            .finish_non_exhaustive()
    }
}
