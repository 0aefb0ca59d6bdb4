//! Colours, faces and measures.

mod palette;

use std::sync::Arc;

use egui::style::{Selection, WidgetVisuals};
use egui::{
    Color32, Context, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Id, RichText,
    Stroke, Style, TextStyle, Theme, ThemePreference, Ui, Vec2, Visuals,
};

use super::key_order::KeyOrder;
use crate::app::{self, Preferences};
use crate::text::faces;

pub use palette::{DARK, HIGH_CONTRAST, LIGHT, Palette};

/// The step of all distances.
pub const STEP: f32 = 8.0;
/// The widest column of text: some 80 characters.
pub const COLUMN_WIDTH: f32 = 680.0;
/// Where the list beside the form has room.
pub const WIDE: f32 = 840.0;
/// The width of the ring around what has the focus.
pub const RING_WIDTH: f32 = 2.0;

/// The size of explaining text.
pub const SMALL: f32 = 13.0;
/// The size of text.
pub const BODY: f32 = 15.0;
/// The size of the headings of parts and cards.
pub const LARGE: f32 = 18.0;
/// The size of the heading of a screen.
pub const TITLE: f32 = 24.0;

const BOLD: &str = "Inter Bold";
const ITALIC: &str = "Inter Italic";

/// The bold face.
#[must_use]
pub fn bold() -> FontFamily {
    FontFamily::Name(BOLD.into())
}

/// The italic face.
#[must_use]
pub fn italic() -> FontFamily {
    FontFamily::Name(ITALIC.into())
}

/// Bold text of a size.
#[must_use]
pub fn strong(text: impl Into<String>, size: f32) -> RichText {
    RichText::new(text).font(FontId::new(size, bold()))
}

/// Explaining text.
#[must_use]
pub fn soft(text: impl Into<String>) -> RichText {
    RichText::new(text).text_style(TextStyle::Small).weak()
}

/// Which colours the window has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// The same colours always.
    Fixed(Palette),
    /// Light or dark, as the system has it.
    FollowSystem,
}

/// The colours that `ui` is drawn in.
#[must_use]
pub fn palette(ui: &Ui) -> Palette {
    of(ui.ctx())
}

/// The colours that a context is drawn in.
#[must_use]
pub fn of(context: &Context) -> Palette {
    match context.data(|data| data.get_temp::<Look>(look_id())) {
        Some(Look::Fixed(palette)) => palette,
        Some(Look::FollowSystem) if context.theme() == Theme::Dark => DARK,
        Some(Look::FollowSystem) | None => LIGHT,
    }
}

fn look_id() -> Id {
    Id::unique("look of the window")
}

/// Gives a context the faces, measures and light colours, and has keys take
/// effect in their order.
pub fn install(context: &Context) {
    context.set_fonts(fonts());
    set_look(context, Look::Fixed(LIGHT));
    context.add_plugin(KeyOrder::default());
    // Ctrl+Q would close the window without a question.
    context.options_mut(|options| {
        options.quit_shortcuts.clear();
        // The text size is a preference, and remembered.
        options.zoom_with_keyboard = false;
        // Not every system says whether it is light or dark.
        options.fallback_theme = Theme::Light;
    });
}

/// Gives a context the colours, text size and caret that a person prefers;
/// cheap to ask for in every frame.
pub fn follow(context: &Context, preferences: &Preferences) {
    set_look(
        context,
        match preferences.theme() {
            app::Theme::Light => Look::Fixed(LIGHT),
            app::Theme::Dark => Look::Fixed(DARK),
            app::Theme::HighContrast => Look::Fixed(HIGH_CONTRAST),
            app::Theme::FollowSystem => Look::FollowSystem,
        },
    );
    let zoom = f32::from(preferences.text_percent()) / 100.0;
    if (context.zoom_factor() - zoom).abs() > 0.001 {
        context.set_zoom_factor(zoom);
    }
    let blink = preferences.caret_blink();
    if context.global_style().visuals.text_cursor.blink != blink {
        context.all_styles_mut(|style| style.visuals.text_cursor.blink = blink);
    }
}

/// Gives a context other colours, where it has others; cheap to ask for in
/// every frame.
pub fn set_look(context: &Context, look: Look) {
    let before = context.data(|data| data.get_temp::<Look>(look_id()));
    if before == Some(look) {
        return;
    }
    context.data_mut(|data| data.insert_temp(look_id(), look));
    let (light, dark) = match look {
        Look::Fixed(palette) => (palette, palette),
        Look::FollowSystem => (LIGHT, DARK),
    };
    context.set_theme(match look {
        Look::Fixed(palette) if palette.is_dark => ThemePreference::Dark,
        Look::Fixed(_) => ThemePreference::Light,
        Look::FollowSystem => ThemePreference::System,
    });
    context.style_mut_of(Theme::Light, |to| style(to, light));
    context.style_mut_of(Theme::Dark, |to| style(to, dark));
}

fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    for (name, face) in [
        ("Inter", faces::REGULAR),
        (BOLD, faces::BOLD),
        (ITALIC, faces::ITALIC),
        ("Syllabics", faces::SYLLABICS),
        ("Fallback", faces::FALLBACK),
    ] {
        let data = Arc::new(FontData::from_static(face));
        fonts.font_data.insert(name.to_owned(), data);
    }
    for (family, face) in [
        (FontFamily::Proportional, "Inter"),
        (FontFamily::Monospace, "Inter"),
        (bold(), BOLD),
        (italic(), ITALIC),
    ] {
        let faces = [face, "Syllabics", "Fallback"].map(str::to_owned).to_vec();
        fonts.families.insert(family, faces);
    }
    fonts
}

fn style(style: &mut Style, palette: Palette) {
    let size = |size: f32| FontId::new(size, FontFamily::Proportional);
    style.text_styles = [
        (TextStyle::Small, size(SMALL)),
        (TextStyle::Body, size(BODY)),
        (TextStyle::Button, size(BODY)),
        (TextStyle::Monospace, size(BODY)),
        (TextStyle::Heading, FontId::new(LARGE, bold())),
    ]
    .into();
    // Nothing moves by itself, for people whom movement disturbs.
    style.animation_time = 0.0;
    style.scroll_animation = egui::style::ScrollAnimation::none();
    style.visuals = visuals(palette);
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

fn visuals(palette: Palette) -> Visuals {
    let mut visuals = if palette.is_dark {
        Visuals::dark()
    } else {
        Visuals::light()
    };
    visuals.panel_fill = palette.ground;
    visuals.window_fill = palette.ground;
    visuals.window_stroke = Stroke::new(1.0, palette.border);
    visuals.extreme_bg_color = palette.ground;
    visuals.text_edit_bg_color = Some(palette.ground);
    visuals.faint_bg_color = palette.ground_soft;
    visuals.hyperlink_color = palette.blue;
    visuals.error_fg_color = palette.red;
    visuals.warn_fg_color = palette.amber;
    visuals.weak_text_color = Some(palette.ink_soft);
    // Disabled text stays readable; egui halves the opacity otherwise.
    visuals.disabled_alpha = 0.75;
    visuals.selection = Selection {
        bg_fill: palette.selection,
        stroke: Stroke::new(1.0, palette.ink),
    };
    visuals.text_cursor.stroke = Stroke::new(2.0, palette.blue);
    let state = |ground: Color32, border: Color32, ink: Color32| WidgetVisuals {
        bg_fill: ground,
        weak_bg_fill: ground,
        bg_stroke: Stroke::new(1.0, border),
        corner_radius: CornerRadius::same(4),
        fg_stroke: Stroke::new(1.5, ink),
        expansion: 0.0,
    };
    let Palette {
        ground, blue_soft, ..
    } = palette;
    let under_the_pointer = state(blue_soft, palette.blue, palette.blue_deep);
    visuals.widgets.noninteractive = state(ground, palette.rule, palette.ink);
    visuals.widgets.inactive = state(ground, palette.border, palette.blue);
    // The handle of a scroll bar, or it would be white on white.
    visuals.widgets.inactive.bg_fill = palette.border;
    visuals.widgets.hovered = under_the_pointer;
    visuals.widgets.active = under_the_pointer;
    visuals.widgets.hovered.bg_fill = palette.blue;
    visuals.widgets.active.bg_fill = palette.blue;
    visuals.widgets.open = under_the_pointer;
    visuals
}
