//! The colours of each theme.

use egui::Color32;

/// The colours of a theme. Red, amber and green stand for states only, never
/// without a word beside them; blue is for whatever can be pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// Whether the ground is dark.
    pub is_dark: bool,
    /// Ground of the form.
    pub ground: Color32,
    /// Ground of bars and of the list beside the form.
    pub ground_soft: Color32,
    /// Text.
    pub ink: Color32,
    /// Text that explains.
    pub ink_soft: Color32,
    /// Whatever can be pressed.
    pub blue: Color32,
    /// The same under the pointer.
    pub blue_deep: Color32,
    /// Ground of what is under the pointer, and of the screen that is shown.
    pub blue_soft: Color32,
    /// Text on blue.
    pub on_blue: Color32,
    /// Errors, and the wavy lines below words.
    pub red: Color32,
    /// Ground of errors.
    pub red_soft: Color32,
    /// Warnings.
    pub amber: Color32,
    /// Ground of warnings.
    pub amber_soft: Color32,
    /// What is done.
    pub green: Color32,
    /// Borders of boxes to fill in.
    pub border: Color32,
    /// Borders that only group.
    pub rule: Color32,
    /// Ground of selected text.
    pub selection: Color32,
    /// The ring around what has the focus.
    pub ring: Color32,
}

const fn rgb(hex: u32) -> Color32 {
    let [_, red, green, blue] = hex.to_be_bytes();
    Color32::from_rgb(red, green, blue)
}

/// White ground, dark ink.
pub const LIGHT: Palette = Palette {
    is_dark: false,
    ground: Color32::WHITE,
    ground_soft: rgb(0x00F4_F6F8),
    ink: rgb(0x001B_1F24),
    ink_soft: rgb(0x004A_5460),
    blue: rgb(0x001F_4E8C),
    blue_deep: rgb(0x0016_3A69),
    blue_soft: rgb(0x00DC_E8F6),
    on_blue: Color32::WHITE,
    red: rgb(0x00A8_1E16),
    red_soft: rgb(0x00FC_EEED),
    amber: rgb(0x007A_4B00),
    amber_soft: rgb(0x00FD_F4E1),
    green: rgb(0x001B_6638),
    border: rgb(0x006B_7682),
    rule: rgb(0x00D3_D8DE),
    selection: rgb(0x00B9_D2EF),
    ring: rgb(0x001F_4E8C),
};

/// Dark ground, light ink, for tired eyes.
pub const DARK: Palette = Palette {
    is_dark: true,
    ground: rgb(0x0015_191E),
    ground_soft: rgb(0x001D_232A),
    ink: rgb(0x00E9_EDF1),
    ink_soft: rgb(0x00B4_BEC9),
    blue: rgb(0x008F_BDF5),
    blue_deep: rgb(0x00B8_D5FA),
    blue_soft: rgb(0x0023_374F),
    on_blue: rgb(0x000B_1420),
    red: rgb(0x00FF_A39B),
    red_soft: rgb(0x003A_1C1B),
    amber: rgb(0x00F2_C063),
    amber_soft: rgb(0x0036_2A12),
    green: rgb(0x0084_D3A0),
    border: rgb(0x008A_96A3),
    rule: rgb(0x003A_434D),
    selection: rgb(0x002C_5078),
    ring: rgb(0x008F_BDF5),
};

/// Black, white and a few strong colours, for people who see little contrast.
pub const HIGH_CONTRAST: Palette = Palette {
    is_dark: true,
    ground: Color32::BLACK,
    ground_soft: Color32::BLACK,
    ink: Color32::WHITE,
    ink_soft: Color32::WHITE,
    blue: rgb(0x007F_D4FF),
    blue_deep: Color32::WHITE,
    blue_soft: rgb(0x0000_3A5C),
    on_blue: Color32::BLACK,
    red: rgb(0x00FF_B0A8),
    red_soft: rgb(0x0033_0805),
    amber: rgb(0x00FF_D75E),
    amber_soft: rgb(0x002B_2000),
    green: rgb(0x008D_F0B0),
    border: Color32::WHITE,
    rule: rgb(0x00A0_A0A0),
    selection: rgb(0x0000_4F80),
    ring: rgb(0x00FF_EB3B),
};

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

    const ALL: [(&str, Palette); 3] = [
        ("light", LIGHT),
        ("dark", DARK),
        ("high contrast", HIGH_CONTRAST),
    ];

    /// Every text colour with every ground that it may stand on.
    fn texts(palette: Palette) -> Vec<(Color32, Color32)> {
        let Palette {
            ground,
            ground_soft,
            blue_soft,
            red_soft,
            amber_soft,
            selection,
            ..
        } = palette;
        let mut pairs = vec![
            (palette.on_blue, palette.blue),
            (palette.on_blue, palette.blue_deep),
            (palette.ground, palette.red),
            (palette.ground, palette.amber),
            (palette.ground, palette.green),
            (palette.blue_deep, blue_soft),
            (palette.red, red_soft),
            (palette.amber, amber_soft),
            (palette.ink, selection),
        ];
        for ground in [ground, ground_soft, blue_soft, red_soft, amber_soft] {
            pairs.extend([
                (palette.ink, ground),
                (palette.ink_soft, ground),
                (palette.blue, ground),
            ]);
        }
        for ground in [ground, ground_soft] {
            pairs.extend([
                (palette.red, ground),
                (palette.amber, ground),
                (palette.green, ground),
            ]);
        }
        pairs
    }

    #[test]
    fn every_text_has_a_contrast_of_4_5_in_every_theme() {
        for (name, palette) in ALL {
            for (ink, ground) in texts(palette) {
                let contrast = contrast(ink, ground);
                assert!(
                    contrast >= 4.5,
                    "{name}: {ink:?} on {ground:?}: {contrast:.2}"
                );
            }
        }
    }

    #[test]
    fn every_text_has_a_contrast_of_7_in_high_contrast() {
        for (ink, ground) in texts(HIGH_CONTRAST) {
            let contrast = contrast(ink, ground);
            assert!(contrast >= 7.0, "{ink:?} on {ground:?}: {contrast:.2}");
        }
    }

    #[test]
    fn borders_and_ring_have_a_contrast_of_3_in_every_theme() {
        for (name, palette) in ALL {
            for ground in [
                palette.ground,
                palette.ground_soft,
                palette.red_soft,
                palette.amber_soft,
                palette.blue_soft,
            ] {
                for (what, color) in [("border", palette.border), ("ring", palette.ring)] {
                    let contrast = contrast(color, ground);
                    assert!(
                        contrast >= 3.0,
                        "{name}: {what} on {ground:?}: {contrast:.2}"
                    );
                }
            }
        }
    }

    #[test]
    fn lines_below_words_have_a_contrast_of_3_in_every_theme() {
        for (name, palette) in ALL {
            for ground in [palette.ground, palette.selection] {
                let contrast = contrast(palette.red, ground);
                assert!(contrast >= 3.0, "{name}: on {ground:?}: {contrast:.2}");
            }
        }
    }

    #[test]
    fn contrast_of_black_on_white_is_21() {
        assert!((contrast(Color32::BLACK, Color32::WHITE) - 21.0).abs() < 0.01);
    }
}
