//! How long it takes until something is seen, for whoever packages the program.

use std::io::Write as _;
use std::time::Instant;

use egui::{Ui, ViewportCommand};

use crate::ui::ProbitasWindow;

/// The window, which says on standard output after how many milliseconds its
/// first frame was in front of somebody, and closes.
pub(super) struct FirstFrame {
    window: ProbitasWindow,
    started: Instant,
    frames: u32,
}

impl FirstFrame {
    /// A window of a program that started then.
    pub(super) fn new(window: ProbitasWindow, started: Instant) -> Self {
        FirstFrame {
            window,
            started,
            frames: 0,
        }
    }
}

impl eframe::App for FirstFrame {
    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        // Once a second frame is drawn, the first one is on the screen.
        self.frames = self.frames.saturating_add(1);
        if self.frames == 2 {
            let milliseconds = self.started.elapsed().as_millis();
            let mut output = std::io::stdout().lock();
            // Nobody is left to tell where even this cannot be written.
            writeln!(output, "{milliseconds}").unwrap_or_default();
            ui.ctx().send_viewport_cmd(ViewportCommand::Close);
        }
        ui.ctx().request_repaint();
        self.window.ui(ui, frame);
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        self.window.clear_color(visuals)
    }
}
