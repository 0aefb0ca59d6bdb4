//! What is told of work while it goes on, and the wish to end it.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use crate::i18n::{Message, sign_off as say};

/// The one thing that a job shares with the session.
#[derive(Clone, Debug, Default)]
pub struct Control(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    stops: AtomicBool,
    step: Mutex<Option<Message>>,
}

impl Control {
    /// Asks the job to stop at its next step.
    pub fn stop(&self) {
        self.0.stops.store(true, Ordering::Relaxed);
    }

    /// Whether somebody asked the job to stop.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        self.0.stops.load(Ordering::Relaxed)
    }

    /// What the job does now.
    #[must_use]
    pub fn step(&self) -> Message {
        let step = self.0.step.lock().unwrap_or_else(PoisonError::into_inner);
        step.clone().unwrap_or_else(say::step_preparing)
    }

    /// The job begins a step; says whether it is to.
    #[must_use]
    pub fn begin(&self, step: Message) -> bool {
        if self.is_stopped() {
            return false;
        }
        *self.0.step.lock().unwrap_or_else(PoisonError::into_inner) = Some(step);
        true
    }
}
