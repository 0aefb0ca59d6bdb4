//! Colours, faces and measures.
//!
//! White ground, dark ink, one blue for whatever can be pressed; red, amber
//! and green for states only, never without a word beside them.

use std::sync::Arc;

use egui::style::{Selection, WidgetVisuals};
use egui::{
    Color32, Context, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Stroke, Style,
    TextStyle, Theme, Vec2, Visuals,
};

use crate::text::faces;

/// Ground of the form.
pub const GROUND: Color32 = Color32::WHITE;
/// Ground of bars and of the list beside the form.
pub const GROUND_SOFT: Color32 = Color32::from_rgb(0xF4, 0xF6, 0xF8);
/// Text.
pub const INK: Color32 = Color32::from_rgb(0x1B, 0x1F, 0x24);
/// Text that explains.
pub const INK_SOFT: Color32 = Color32::from_rgb(0x4A, 0x54, 0x60);
/// Whatever can be pressed, and the ring around what has the focus.
pub const BLUE: Color32 = Color32::from_rgb(0x1F, 0x4E, 0x8C);
/// The same under the pointer.
pub const BLUE_DEEP: Color32 = Color32::from_rgb(0x16, 0x3A, 0x69);
/// Ground of what is selected.
pub const BLUE_SOFT: Color32 = Color32::from_rgb(0xDC, 0xE8, 0xF6);
/// Errors.
pub const RED: Color32 = Color32::from_rgb(0xA8, 0x1E, 0x16);
/// Ground of errors.
pub const RED_SOFT: Color32 = Color32::from_rgb(0xFC, 0xEE, 0xED);
/// Warnings.
pub const AMBER: Color32 = Color32::from_rgb(0x7A, 0x4B, 0x00);
/// Ground of warnings.
pub const AMBER_SOFT: Color32 = Color32::from_rgb(0xFD, 0xF4, 0xE1);
/// What is done.
pub const GREEN: Color32 = Color32::from_rgb(0x1B, 0x66, 0x38);
/// Borders of boxes to fill in.
pub const BORDER: Color32 = Color32::from_rgb(0x6B, 0x76, 0x82);
/// Borders that only group.
pub const RULE: Color32 = Color32::from_rgb(0xD3, 0xD8, 0xDE);

/// The step of all distances.
pub const STEP: f32 = 8.0;
/// The widest column of text: some 80 characters.
pub const COLUMN_WIDTH: f32 = 680.0;
/// Where the list beside the form has room.
pub const WIDE: f32 = 840.0;
/// The width of the ring around what has the focus.
pub const RING_WIDTH: f32 = 2.0;

const BOLD: &str = "Inter Bold";

/// The bold face.
#[must_use]
pub fn bold() -> FontFamily {
    FontFamily::Name(BOLD.into())
}

/// Bold text of a size.
#[must_use]
pub fn strong(text: impl Into<String>, size: f32) -> egui::RichText {
    egui::RichText::new(text)
        .font(FontId::new(size, bold()))
        .color(INK)
}

/// Explaining text.
#[must_use]
pub fn soft(text: impl Into<String>) -> egui::RichText {
    egui::RichText::new(text)
        .text_style(TextStyle::Small)
        .color(INK_SOFT)
}

/// Gives a context the faces, colours and measures.
pub fn install(context: &Context) {
    context.set_fonts(fonts());
    context.set_theme(Theme::Light);
    context.all_styles_mut(style);
    // Ctrl+Q would close the window without a question.
    context.options_mut(|options| options.quit_shortcuts.clear());
}

fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    for (name, face) in [
        ("Inter", faces::REGULAR),
        (BOLD, faces::BOLD),
        ("Syllabics", faces::SYLLABICS),
    ] {
        let data = Arc::new(FontData::from_static(face));
        fonts.font_data.insert(name.to_owned(), data);
    }
    let regular = vec!["Inter".to_owned(), "Syllabics".to_owned()];
    let strong = vec![BOLD.to_owned(), "Syllabics".to_owned()];
    fonts
        .families
        .insert(FontFamily::Proportional, regular.clone());
    fonts.families.insert(FontFamily::Monospace, regular);
    fonts.families.insert(bold(), strong);
    fonts
}

fn style(style: &mut Style) {
    let size = |size: f32| FontId::new(size, FontFamily::Proportional);
    style.text_styles = [
        (TextStyle::Small, size(13.0)),
        (TextStyle::Body, size(15.0)),
        (TextStyle::Button, size(15.0)),
        (TextStyle::Monospace, size(15.0)),
        (TextStyle::Heading, FontId::new(20.0, bold())),
    ]
    .into();
    style.animation_time = 0.0;
    style.scroll_animation = egui::style::ScrollAnimation::none();
    style.visuals = visuals();
    let spacing = &mut style.spacing;
    spacing.item_spacing = Vec2::splat(STEP);
    spacing.button_padding = Vec2::new(12.0, 6.0);
    spacing.interact_size = Vec2::new(40.0, 32.0);
    spacing.icon_width = 20.0;
    spacing.extra_text_line_spacing = 4.0;
    spacing.scroll = egui::style::ScrollStyle::solid();
    spacing.scroll.bar_width = 10.0;
    spacing.scroll.handle_min_length = 32.0;
}

fn visuals() -> Visuals {
    let mut visuals = Visuals::light();
    visuals.panel_fill = GROUND;
    visuals.window_fill = GROUND;
    visuals.window_stroke = Stroke::new(1.0, BORDER);
    visuals.extreme_bg_color = GROUND;
    visuals.text_edit_bg_color = Some(GROUND);
    visuals.faint_bg_color = GROUND_SOFT;
    visuals.hyperlink_color = BLUE;
    visuals.error_fg_color = RED;
    visuals.warn_fg_color = AMBER;
    visuals.weak_text_color = Some(INK_SOFT);
    // Disabled text stays readable; egui halves the opacity otherwise.
    visuals.disabled_alpha = 0.75;
    visuals.selection = Selection {
        bg_fill: Color32::from_rgb(0xB9, 0xD2, 0xEF),
        stroke: Stroke::new(1.0, INK),
    };
    let state = |ground: Color32, border: Color32, ink: Color32, width: f32| WidgetVisuals {
        bg_fill: ground,
        weak_bg_fill: ground,
        bg_stroke: Stroke::new(width, border),
        corner_radius: CornerRadius::same(4),
        fg_stroke: Stroke::new(1.5, ink),
        expansion: 0.0,
    };
    visuals.widgets.noninteractive = state(GROUND, RULE, INK, 1.0);
    visuals.widgets.inactive = state(GROUND, BORDER, BLUE, 1.0);
    // The handle of a scroll bar, or it would be white on white.
    visuals.widgets.inactive.bg_fill = BORDER;
    visuals.widgets.hovered = state(BLUE_SOFT, BLUE, BLUE_DEEP, 1.0);
    visuals.widgets.active = state(BLUE_SOFT, BLUE, BLUE_DEEP, 1.0);
    visuals.widgets.hovered.bg_fill = BLUE;
    visuals.widgets.active.bg_fill = BLUE;
    visuals.widgets.open = state(BLUE_SOFT, BLUE, BLUE_DEEP, 1.0);
    visuals
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance, WCAG 2.1.
    fn luminance(color: Color32) -> f64 {
        let linear = |byte: u8| {
            let value = f64::from(byte) / 255.0;
            if value <= 0.04045 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(color.r()) + 0.7152 * linear(color.g()) + 0.0722 * linear(color.b())
    }

    fn contrast(one: Color32, other: Color32) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn every_text_has_a_contrast_of_4_5() {
        for (ink, ground) in [
            (INK, GROUND),
            (INK, GROUND_SOFT),
            (INK, BLUE_SOFT),
            (INK, visuals().selection.bg_fill),
            (INK_SOFT, GROUND),
            (INK_SOFT, GROUND_SOFT),
            (INK_SOFT, BLUE_SOFT),
            (BLUE, GROUND),
            (BLUE, GROUND_SOFT),
            (BLUE_DEEP, BLUE_SOFT),
            (GROUND, BLUE),
            (GROUND, BLUE_DEEP),
            (RED, GROUND),
            (RED, GROUND_SOFT),
            (RED, RED_SOFT),
            (INK, RED_SOFT),
            (AMBER, GROUND),
            (AMBER, GROUND_SOFT),
            (AMBER, AMBER_SOFT),
            (INK, AMBER_SOFT),
            (GREEN, GROUND),
            (GREEN, GROUND_SOFT),
        ] {
            assert!(contrast(ink, ground) >= 4.5, "{ink:?} on {ground:?}");
        }
    }

    #[test]
    fn borders_and_ring_have_a_contrast_of_3() {
        for ground in [GROUND, GROUND_SOFT, RED_SOFT, AMBER_SOFT, BLUE_SOFT] {
            assert!(contrast(BORDER, ground) >= 3.0, "border on {ground:?}");
            assert!(contrast(BLUE, ground) >= 3.0, "ring on {ground:?}");
        }
    }

    #[test]
    fn contrast_of_black_on_white_is_21() {
        assert!((contrast(Color32::BLACK, Color32::WHITE) - 21.0).abs() < 0.01);
    }
}
