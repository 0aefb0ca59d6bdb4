//! HTML that another program put on the clipboard.
//!
//! egui pastes plain text. Only at that moment, and only where a text is
//! pasted, the system is asked whether there is HTML beside it.

/// Where HTML comes from when somebody pastes.
pub struct Clipboard(Box<dyn Fn() -> Option<String>>);

impl Clipboard {
    /// The clipboard of the system.
    ///
    /// Windows, macOS and X11 offer HTML; under Wayland it depends on the
    /// compositor, and where it does not, plain text is what is pasted.
    #[must_use]
    pub fn of_system() -> Self {
        Clipboard::of(|| arboard::Clipboard::new().ok()?.get().html().ok())
    }

    /// What this gives each time that somebody pastes.
    #[must_use]
    pub fn of(html: impl Fn() -> Option<String> + 'static) -> Self {
        Clipboard(Box::new(html))
    }

    /// The HTML that is on it now, if there is any.
    pub(super) fn html(&self) -> Option<String> {
        (self.0)()
    }
}

impl Default for Clipboard {
    /// One that never has HTML.
    fn default() -> Self {
        Clipboard::of(|| None)
    }
}
