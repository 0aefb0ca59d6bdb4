//! The threads that jobs run on.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use super::{Control, Job, JobResult};

/// Starts work on threads of its own and collects what came of it.
pub struct Runner {
    sender: Sender<(u64, JobResult)>,
    receiver: Receiver<(u64, JobResult)>,
    wake: Arc<dyn Fn() + Send + Sync>,
    running: Vec<Running>,
    last_number: u64,
}

/// Work that has not ended.
struct Running {
    number: u64,
    /// Of work that somebody may give up.
    control: Option<Control>,
}

impl Runner {
    /// A runner that calls `wake` whenever a result can be fetched.
    pub fn new(wake: impl Fn() + Send + Sync + 'static) -> Self {
        let (sender, receiver) = channel();
        Runner {
            sender,
            receiver,
            wake: Arc::new(wake),
            running: Vec::new(),
            last_number: 0,
        }
    }

    /// Starts a job.
    pub fn start(&mut self, job: Job) {
        let control = Control::default();
        let shown = job.can_be_cancelled().then(|| control.clone());
        self.spawn(shown, move || job.run(&control));
    }

    /// Starts work that a job cannot describe, such as awaiting an answer of
    /// the system's file dialog.
    pub fn start_work(&mut self, work: impl FnOnce() -> JobResult + Send + 'static) {
        self.spawn(None, work);
    }

    fn spawn(
        &mut self,
        control: Option<Control>,
        work: impl FnOnce() -> JobResult + Send + 'static,
    ) {
        let sender = self.sender.clone();
        let wake = Arc::clone(&self.wake);
        self.last_number += 1;
        let number = self.last_number;
        self.running.push(Running { number, control });
        #[expect(
            clippy::disallowed_methods,
            reason = "here work leaves the thread that draws"
        )]
        std::thread::spawn(move || {
            // The receiver is gone only when the window is.
            if sender.send((number, work())).is_ok() {
                wake();
            }
        });
    }

    /// What ended since the last call.
    pub fn finished(&mut self) -> Vec<JobResult> {
        let results: Vec<(u64, JobResult)> = self.receiver.try_iter().collect();
        self.running
            .retain(|running| results.iter().all(|(number, _)| *number != running.number));
        results.into_iter().map(|(_, result)| result).collect()
    }

    /// Gives up every job that may be given up. What comes of one is still
    /// among those that [`Self::finished`] gives.
    pub fn cancel(&self) {
        let controls = self
            .running
            .iter()
            .filter_map(|running| running.control.as_ref());
        controls.for_each(Control::stop);
    }

    /// Whether anything is still running.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        !self.running.is_empty()
    }
}

impl std::fmt::Debug for Runner {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Runner")
            .field("running", &self.running.len())
            .finish_non_exhaustive()
    }
}
