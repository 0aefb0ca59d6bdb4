//! The form in a window of 1180 by 820 points, without a screen.

use egui::{Context, Event, Pos2, RawInput, Rect, Vec2};
use probitas::app::{Action, Screen, Target};
use probitas::i18n::Language;
use probitas::questionnaire::shipped;
use probitas::response::{Edit, Place};
use probitas::ui::{ProbitasWindow, theme};

/// A window in which frames are drawn one by one, 60 in a second.
pub(crate) struct Form {
    pub(crate) context: Context,
    pub(crate) window: ProbitasWindow,
    seconds: f64,
}

impl Form {
    /// The form with every follow-up open, as it is seen or as it is read out.
    pub(crate) fn new(read_out: bool) -> Self {
        let context = Context::default();
        theme::install(&context);
        if read_out {
            context.enable_accesskit();
        }
        let mut window = ProbitasWindow::new(&context, Language::English).unwrap();
        window.act(Action::ShowIn(Language::English));
        window.act(Action::Show(Screen::Form));
        for (item, option) in [("q1", "q1.no"), ("q2", "q2.no")] {
            window.act(Action::Edit(Edit::Choose {
                item: item.into(),
                options: [option.into()].into(),
            }));
        }
        Form {
            context,
            window,
            seconds: 0.0,
        }
    }

    /// The same with this text in every answer, in both languages.
    pub(crate) fn filled(read_out: bool, text: &str) -> Self {
        let mut form = Form::new(read_out);
        for (item, language) in texts() {
            form.window.act(Action::Edit(Edit::Write {
                item: item.as_str().into(),
                language,
                text: text.to_owned(),
            }));
        }
        form
    }

    /// Leads to a question, and draws frames until it stands still.
    pub(crate) fn go_to(&mut self, item: &str) {
        let place = Place::Item(item.into());
        self.window.act(Action::GoTo(Target::Place(place)));
        self.frames(8);
    }

    /// Draws frames in which nothing happens.
    pub(crate) fn frames(&mut self, count: usize) {
        for _ in 0..count {
            self.frame(Vec::new());
        }
    }

    /// Draws a frame; gives back how many meshes a screen would be given.
    pub(crate) fn frame(&mut self, events: Vec<Event>) -> usize {
        self.seconds += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, Vec2::new(1180.0, 820.0))),
            time: Some(self.seconds),
            focused: true,
            events,
            ..RawInput::default()
        };
        let window = &mut self.window;
        let mut output = self.context.run_ui(input, |ui| window.window_ui(ui));
        let shapes = std::mem::take(&mut output.shapes);
        let scale = output.pixels_per_point;
        output.drop_without_applying_deltas();
        self.context.tessellate(shapes, scale).len()
    }
}

/// The eleven texts of the form, in both languages.
pub(crate) fn texts() -> Vec<(String, Language)> {
    let questionnaire = &shipped().last().unwrap().questionnaire;
    let items = questionnaire.items().filter(|item| item.is_text());
    let items = items.map(|item| item.id.as_str().to_owned());
    let both = |item: String| Language::ALL.map(|language| (item.clone(), language));
    items.flat_map(both).collect()
}
