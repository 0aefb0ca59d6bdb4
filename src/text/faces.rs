//! The embedded faces.

/// Inter Regular.
pub static REGULAR: &[u8] = include_bytes!("../../fonts/Inter-Regular.ttf");
/// Inter Bold.
pub static BOLD: &[u8] = include_bytes!("../../fonts/Inter-Bold.ttf");
/// Inter Italic.
pub static ITALIC: &[u8] = include_bytes!("../../fonts/Inter-Italic.ttf");
/// Noto Sans Canadian Aboriginal.
pub static SYLLABICS: &[u8] = include_bytes!("../../fonts/NotoSansCanadianAboriginal-Regular.ttf");
