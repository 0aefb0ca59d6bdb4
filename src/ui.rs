//! The window, in egui.
