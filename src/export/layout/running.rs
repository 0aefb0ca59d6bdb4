//! What stands on every page: at its head organization, title, marking and
//! banner, at its foot the remark on unofficial wording, the fingerprint, the
//! revision and the number of the page.

use super::blocks::place_line;
use super::sheet::Geometry;
use super::style::{self, TextStyle};
use super::{Artifact, Belonging, Drawing, Ink, Item};
use crate::export::shape::{Line, Shaper};
use crate::i18n::Language;
use crate::report::document::Part;

/// What the words at the right of the head may take of the width.
const RIGHT_SHARE: f32 = 0.45;
/// Between the head and the text, the same whatever the size of the type.
const BELOW_HEAD: f32 = 22.0;
/// Between the text and the foot, likewise.
const ABOVE_FOOT: f32 = 12.0;
/// The inside of the frame around the banner.
const BANNER_PADDING: f32 = 8.0;

/// The head and the foot of the pages of a part, but for the page's number.
pub(super) struct RunningFrame {
    geometry: Geometry,
    head: Vec<Item>,
    /// The foot but for remark and number.
    foot: Vec<Item>,
    note: Vec<Item>,
    /// Where the text area begins.
    pub(super) top: f32,
    /// Where the text area ends.
    pub(super) bottom: f32,
}

/// A row of text being placed.
struct Placed<'a> {
    line: &'a Line,
    style: &'a TextStyle,
    language: Language,
    artifact: Artifact,
}

impl RunningFrame {
    /// Places what is the same on all pages of a part. Room for the remark is
    /// left on all pages if the part has `unofficial` wording on one of them.
    pub(super) fn of(
        part: &Part,
        unofficial: bool,
        geometry: Geometry,
        shaper: &mut Shaper,
    ) -> Self {
        let (head, top) = head(part, geometry, shaper);
        let mut y = geometry.foot();
        let footer = style::FOOTER.running(geometry.scale);
        let footer_note = style::FOOTER_NOTE.running(geometry.scale);
        let mut foot = Vec::new();
        let revision = part.running.revision.as_deref().unwrap_or_default();
        y = stack_up(
            &mut foot,
            shaper,
            revision,
            &footer,
            part.language,
            Foot {
                geometry,
                y,
                share: 0.7,
            },
        );
        let fingerprint = part.running.fingerprint.as_deref().unwrap_or_default();
        y = stack_up(
            &mut foot,
            shaper,
            fingerprint,
            &footer,
            part.language,
            Foot {
                geometry,
                y,
                share: 1.0,
            },
        );
        let note_text = part.running.unofficial_note.as_deref();
        let note_text = note_text.filter(|_| unofficial).unwrap_or_default();
        let mut note = Vec::new();
        y = stack_up(
            &mut note,
            shaper,
            note_text,
            &footer_note,
            part.language,
            Foot {
                geometry,
                y,
                share: 1.0,
            },
        );
        y -= 5.0;
        foot.push(rule(geometry, y, 0.5, Ink::Grey, Artifact::Footer));
        Self {
            geometry,
            head,
            foot,
            note,
            top,
            bottom: y - ABOVE_FOOT / geometry.scale,
        }
    }

    /// The items of one page.
    pub(super) fn items(
        &self,
        with_note: bool,
        number: &str,
        language: Language,
        shaper: &mut Shaper,
    ) -> Vec<Item> {
        let mut items = self.head.clone();
        items.extend(self.foot.iter().cloned());
        if with_note {
            items.extend(self.note.iter().cloned());
        }
        let footer = style::FOOTER.running(self.geometry.scale);
        for line in shaper.lines(number, footer.face, footer.size, f32::MAX) {
            let placed = Placed {
                line: &line,
                style: &footer,
                language,
                artifact: Artifact::Footer,
            };
            let y = self.geometry.foot() - footer.leading;
            placed.right(y, self.geometry.right, &mut items);
        }
        items
    }
}

/// The marking and the banner.
pub(super) fn head_words(part: &Part) -> Vec<String> {
    let words = [&part.running.marking, &part.running.banner];
    words.into_iter().flatten().cloned().collect()
}

/// What stands at the foot, but for the page's number.
pub(super) fn foot_words(part: &Part, with_note: bool) -> Vec<String> {
    let note = part.running.unofficial_note.as_ref();
    let words = [
        note.filter(|_| with_note),
        part.running.fingerprint.as_ref(),
        part.running.revision.as_ref(),
    ];
    words.into_iter().flatten().cloned().collect()
}

/// The head, and where the text below it begins.
fn head(part: &Part, geometry: Geometry, shaper: &mut Shaper) -> (Vec<Item>, f32) {
    let mut items = Vec::new();
    let Geometry {
        left, right, edge, ..
    } = geometry;
    let width = right - left;
    let language = part.language;
    let mut right_y = edge;
    let mut right_width: f32 = 0.0;
    if let Some(marking) = &part.running.marking {
        for line in shaper.lines(
            marking,
            style::MARKING.face,
            style::MARKING.size,
            width * RIGHT_SHARE,
        ) {
            right_width = right_width.max(line.width);
            let placed = Placed {
                line: &line,
                style: &style::MARKING,
                language,
                artifact: Artifact::Header,
            };
            placed.right(right_y, right, &mut items);
            right_y += style::MARKING.leading;
        }
    }
    if let Some(banner) = &part.running.banner {
        right_y += if right_y > edge { 4.0 } else { 0.0 };
        let most = width * RIGHT_SHARE;
        let lines = shaper.lines(banner, style::BANNER.face, style::BANNER.size, most);
        let widest = lines.iter().map(|line| line.width).fold(0.0, f32::max);
        right_width = right_width.max(widest + 2.0 * BANNER_PADDING);
        right_y = boxed(&lines, widest, (right, right_y), language, &mut items);
    }
    let left_width = width - right_width - if right_width > 0.0 { 18.0 } else { 0.0 };
    let mut y = edge;
    let texts = [
        (&part.running.organization, style::HEADER_NAME),
        (&part.running.title, style::HEADER_TITLE),
    ];
    let texts = texts.map(|(text, style)| (text, style.running(geometry.scale)));
    for (text, style) in &texts {
        for line in shaper.even_lines(text, style.face, style.size, left_width) {
            Placed {
                line: &line,
                style,
                language,
                artifact: Artifact::Header,
            }
            .left(y, left, &mut items);
            y += style.leading;
        }
    }
    let bottom = y.max(right_y) + 6.0;
    items.push(rule(geometry, bottom, 0.8, Ink::Accent, Artifact::Header));
    (items, bottom + BELOW_HEAD / geometry.scale)
}

/// Lines in a frame at the right margin, the widest of them so wide; returns
/// where the frame ends.
fn boxed(
    lines: &[Line],
    widest: f32,
    (right, y): (f32, f32),
    language: Language,
    items: &mut Vec<Item>,
) -> f32 {
    let mut next = y + 1.0;
    for line in lines {
        let placed = Placed {
            line,
            style: &style::BANNER,
            language,
            artifact: Artifact::Header,
        };
        placed.right(next, right - BANNER_PADDING, items);
        next += style::BANNER.leading;
    }
    let width = widest + 2.0 * BANNER_PADDING;
    let height = next + 1.0 - y;
    items.push(Item {
        belongs: Belonging::Artifact(Artifact::Header),
        drawing: Drawing::Frame {
            x: right - width,
            y,
            width,
            height,
            thickness: 1.2,
            ink: Ink::Black,
        },
    });
    y + height + 2.0
}

/// Where lines of the foot stand: above `y`, over a share of the width.
#[derive(Clone, Copy)]
struct Foot {
    geometry: Geometry,
    y: f32,
    share: f32,
}

/// Places the lines of a text above `y`, over a share of the width; returns
/// where they begin.
fn stack_up(
    items: &mut Vec<Item>,
    shaper: &mut Shaper,
    text: &str,
    style: &TextStyle,
    language: Language,
    foot: Foot,
) -> f32 {
    let Foot { geometry, y, share } = foot;
    let width = (geometry.right - geometry.left) * share;
    let lines = shaper.lines(text, style.face, style.size, width);
    // The number of the page stands on the lowest line, whatever else does.
    let count = if share < 1.0 {
        lines.len().max(1)
    } else {
        lines.len()
    };
    let mut next = y;
    for _ in 0..count {
        next -= style.leading;
    }
    let top = next;
    for line in &lines {
        Placed {
            line,
            style,
            language,
            artifact: Artifact::Footer,
        }
        .left(next, geometry.left, items);
        next += style.leading;
    }
    top
}

impl Placed<'_> {
    fn left(&self, y: f32, edge: f32, items: &mut Vec<Item>) {
        place_line(
            self.line,
            edge,
            y,
            self.style,
            self.language,
            Belonging::Artifact(self.artifact),
            items,
        );
    }

    fn right(&self, y: f32, edge: f32, items: &mut Vec<Item>) {
        place_line(
            self.line,
            edge - self.line.width,
            y,
            self.style,
            self.language,
            Belonging::Artifact(self.artifact),
            items,
        );
    }
}

fn rule(geometry: Geometry, y: f32, thickness: f32, ink: Ink, artifact: Artifact) -> Item {
    Item {
        belongs: Belonging::Artifact(artifact),
        drawing: Drawing::Rectangle {
            x: geometry.left,
            y,
            width: geometry.right - geometry.left,
            height: thickness,
            ink,
        },
    }
}
