//! Nothing is cut and nothing lies on something else, in small windows, with
//! large text, and in a language that needs more room.

use egui::epaint::{ClippedShape, TextShape};
use egui::{Rect, Shape};
use egui_kittest::kittest::NodeT;
use probitas::app::{self, Action};
use probitas::i18n::Language;
use probitas::ui::{Length, theme};

use crate::screen::Screen;

/// The windows that have to be enough, in points: two usual ones, and the
/// first of them with text of 200 %. The narrowest also so high that nothing is
/// scrolled out of sight.
const WINDOWS: [([f32; 2], f32); 4] = [
    ([1280.0, 800.0], 1.0),
    ([1024.0, 700.0], 1.0),
    ([640.0, 400.0], 2.0),
    ([640.0, HIGH], 2.0),
];
const HIGH: f32 = 30_000.0;

/// A text that was drawn, and where it may be seen.
struct Drawn {
    text: String,
    rect: Rect,
    clip: Rect,
    is_elided: bool,
}

impl Drawn {
    fn new(shape: &TextShape, clip: Rect) -> Self {
        Drawn {
            text: shape.galley.text().to_owned(),
            rect: shape.visual_bounding_rect(),
            clip,
            is_elided: shape.galley.elided,
        }
    }

    /// What is scrolled out of sight is no fault.
    fn is_in_sight(&self) -> bool {
        self.rect.bottom() > self.clip.top() && self.rect.top() < self.clip.bottom()
    }

    fn is_cut(&self) -> bool {
        let beside = self.rect.left() < self.clip.left() - 1.0;
        beside || self.rect.right() > self.clip.right() + 1.0 || self.is_elided
    }

    /// A line of text is as high as its letters are; a touch is no fault.
    fn lies_on(&self, other: &Drawn) -> bool {
        let common = self.rect.shrink(1.0).intersect(other.rect.shrink(1.0));
        common.is_positive() && common.height() > 3.0
    }
}

fn collect(shape: &Shape, clip: Rect, found: &mut Vec<Drawn>) {
    match shape {
        Shape::Text(text) if !text.galley.text().trim().is_empty() => {
            found.push(Drawn::new(text, clip));
        }
        Shape::Vec(shapes) => {
            for shape in shapes {
                collect(shape, clip, found);
            }
        }
        _ => {}
    }
}

/// Every text in sight.
fn drawn(shapes: &[ClippedShape]) -> Vec<Drawn> {
    let mut found = Vec::new();
    for clipped in shapes {
        collect(&clipped.shape, clipped.clip_rect, &mut found);
    }
    found.retain(Drawn::is_in_sight);
    found
}

/// What stands in boxes: there a long text scrolls.
fn typed(screen: &Screen) -> Vec<String> {
    let nodes = screen.harness.root().children_recursive();
    nodes
        .filter(|node| node.accesskit_node().role() == egui::accesskit::Role::TextInput)
        .filter_map(|node| node.value())
        .collect()
}

/// What is wrong on the screen as it is.
fn faults(screen: &Screen) -> Vec<String> {
    let typed = typed(screen);
    let mut all = drawn(&screen.harness.output().shapes);
    all.retain(|text| !typed.contains(&text.text));
    let mut faults: Vec<String> = all
        .iter()
        .filter(|text| text.is_cut())
        .map(|text| format!("cut: {:?} {:?} in {:?}", text.text, text.rect, text.clip))
        .collect();
    for (index, one) in all.iter().enumerate() {
        for other in all.iter().skip(index + 1) {
            let is_seen = one.rect.intersect(one.clip).is_positive();
            if one.clip == other.clip && is_seen && one.lies_on(other) {
                faults.push(format!("{:?} lies on {:?}", one.text, other.text));
            }
        }
    }
    faults
}

/// Every screen, from its top to its end.
fn check(language: Language, length: Length) {
    let mut faults_of_all = Vec::new();
    for (size, scale) in WINDOWS {
        let mut screen = Screen::sized(language, size, scale);
        screen.open_example(0);
        screen
            .harness
            .state_mut()
            .as_mut()
            .unwrap()
            .set_length_of_texts(length);
        for shown in app::Screen::ALL {
            screen.show(shown);
            screen.act(Action::CheckAll);
            screen.show(shown);
            let count = drawn(&screen.harness.output().shapes).len();
            assert!(count > 5, "{shown:?} {size:?}: {count}");
            for fault in faults(&screen) {
                faults_of_all.push(format!("{shown:?} {size:?} {}: {fault}", language.code()));
            }
        }
    }
    assert!(faults_of_all.is_empty(), "{}", faults_of_all.join("\n"));
}

#[test]
fn nothing_is_cut_in_english() {
    check(Language::English, Length::Natural);
}

#[test]
fn nothing_is_cut_in_french() {
    check(Language::French, Length::Natural);
}

#[test]
fn nothing_is_cut_in_a_language_that_is_longer() {
    check(Language::French, Length::Longer);
}

fn in_our_look(draw: impl FnMut(&mut egui::Ui) + 'static) -> egui_kittest::Harness<'static> {
    let builder = egui_kittest::Harness::builder().with_context_setup(theme::install);
    builder.build_ui(draw)
}

#[test]
fn a_text_that_runs_out_of_its_place_is_found() {
    let harness = in_our_look(|ui| {
        ui.set_width(60.0);
        ui.set_clip_rect(ui.max_rect());
        ui.add(egui::Label::new("a text that is too long").extend());
    });
    let found = drawn(&harness.output().shapes);
    assert!(found.iter().any(Drawn::is_cut));
}

#[test]
fn a_text_that_lies_on_another_is_found() {
    let harness = in_our_look(|ui| {
        let place = Rect::from_min_size(ui.cursor().min, egui::vec2(200.0, 20.0));
        ui.put(place, egui::Label::new("a text"));
        ui.put(place, egui::Label::new("another text"));
    });
    let found = drawn(&harness.output().shapes);
    assert_eq!(found.len(), 2);
    assert!(found[0].lies_on(&found[1]));
}
