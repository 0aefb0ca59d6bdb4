//! The notices of what the program is made of: thousands of lines, of which
//! only those in sight are drawn.

use std::ops::Range;
use std::sync::Arc;

use egui::{Id, Label, Rect, ScrollArea, TextStyle, Ui, UiBuilder, vec2};

use crate::app::third_party;
use crate::ui::region::{region_ui, scroll_by_keys};
use crate::ui::theme;

/// As high as the other texts of the card.
const HEIGHT: f32 = 320.0;
/// Between paragraphs.
const GAP: f32 = theme::STEP;

/// Where each paragraph stands, in points from the top.
struct Laid {
    paragraphs: Vec<&'static str>,
    /// One more than there are paragraphs: the last one is the end.
    tops: Vec<f32>,
    /// The width and the height of a line with which they were laid out.
    with: (f32, f32),
}

/// Draws them; one stop for the Tab key, from which the keys scroll.
pub(super) fn third_party_ui(ui: &mut Ui, name: &str) {
    let region = Id::unique("third-party notices");
    ScrollArea::vertical()
        .id_salt("third-party notices")
        .max_height(HEIGHT)
        .show_viewport(ui, |ui, sight| {
            let laid = laid(ui, region);
            region_ui(ui, region, name, |ui| {
                scroll_by_keys(ui, region);
                ui.set_height(laid.end());
                let shown = laid.within(sight.min.y..sight.max.y);
                let at = ui.min_rect().min + vec2(0.0, laid.top(shown.start));
                let room = vec2(ui.available_width(), laid.end());
                let place = UiBuilder::new().max_rect(Rect::from_min_size(at, room));
                ui.scope_builder(place, |ui| {
                    ui.spacing_mut().item_spacing.y = GAP;
                    ui.skip_ahead_auto_ids(shown.start);
                    for text in laid.paragraphs.get(shown).unwrap_or_default() {
                        let text = egui::RichText::new(*text).text_style(TextStyle::Small);
                        ui.add(Label::new(text).wrap().selectable(true));
                    }
                });
            });
        });
}

/// The places of all paragraphs, found once for each width and size of type.
fn laid(ui: &Ui, region: Id) -> Arc<Laid> {
    let key = region.with("laid");
    let font = TextStyle::Small.resolve(ui.style());
    let with = (ui.available_width(), font.size);
    let known = ui.data(|data| data.get_temp::<Arc<Laid>>(key));
    if let Some(known) = known
        && known.with == with
    {
        return known;
    }
    let paragraphs: Vec<_> = third_party::paragraphs().collect();
    let mut tops = vec![0.0];
    let mut top = 0.0;
    for text in &paragraphs {
        let color = ui.visuals().text_color();
        let galley = ui
            .painter()
            .layout((*text).to_owned(), font.clone(), color, with.0);
        top += galley.size().y + GAP;
        tops.push(top);
    }
    let laid = Arc::new(Laid {
        paragraphs,
        tops,
        with,
    });
    ui.data_mut(|data| data.insert_temp(key, Arc::clone(&laid)));
    laid
}

impl Laid {
    fn top(&self, index: usize) -> f32 {
        self.tops.get(index).copied().unwrap_or_default()
    }

    fn end(&self) -> f32 {
        self.tops.last().copied().unwrap_or_default()
    }

    /// The paragraphs of which something is in sight.
    fn within(&self, sight: Range<f32>) -> Range<usize> {
        let begun = self.tops.partition_point(|top| *top <= sight.start);
        let ended = self.tops.partition_point(|top| *top < sight.end);
        let first = begun.saturating_sub(1).min(self.paragraphs.len());
        first..ended.clamp(first, self.paragraphs.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_partly_in_sight_is_drawn_and_nothing_else() {
        let laid = Laid {
            paragraphs: vec!["a", "b", "c"],
            tops: vec![0.0, 10.0, 30.0, 40.0],
            with: (0.0, 0.0),
        };
        for (sight, expected) in [
            (0.0..10.0, 0..1),
            (0.0..10.5, 0..2),
            (9.0..31.0, 0..3),
            (10.0..30.0, 1..2),
            (35.0..400.0, 2..3),
            (50.0..60.0, 3..3),
        ] {
            assert_eq!(laid.within(sight.clone()), expected, "{sight:?}");
        }
    }
}
