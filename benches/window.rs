//! How long a frame of the form takes, empty and with 15,000 characters in
//! each text in both languages. A screen has 16 ms for it. Run with
//! `cargo bench --bench window`; nothing is painted, but the shapes are
//! turned into triangles as for a screen.
#![allow(
    clippy::unwrap_used,
    missing_docs,
    reason = "a bench stops at the first surprise"
)]

use criterion::{Criterion, criterion_group, criterion_main};
use egui::{Context, Event, Key, Modifiers, Pos2, RawInput, Rect, Vec2};
use probitas::app::{Action, Screen, Target};
use probitas::i18n::Language;
use probitas::questionnaire::shipped;
use probitas::response::{Edit, Place};
use probitas::ui::{ProbitasWindow, theme};

const CHARACTERS: usize = 15_000;

struct Form {
    context: Context,
    window: ProbitasWindow,
    seconds: f64,
}

impl Form {
    /// The form with every follow-up open, as it is seen or as it is read out.
    fn new(read_out: bool) -> Self {
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
        let mut form = Form {
            context,
            window,
            seconds: 0.0,
        };
        form.go_to("q8");
        form
    }

    fn filled(read_out: bool) -> Self {
        let mut form = Form::new(read_out);
        let sentence =
            "The organization held a conversation on values and ethics in every branch. ";
        let paragraph = sentence.repeat(6);
        let mut text = format!("{}\n\n", paragraph.trim_end()).repeat(40);
        text.truncate(CHARACTERS);
        for item in shipped().last().unwrap().questionnaire.items() {
            for language in Language::ALL.into_iter().filter(|_| item.is_text()) {
                form.window.act(Action::Edit(Edit::Write {
                    item: item.id.clone(),
                    language,
                    text: text.clone(),
                }));
            }
        }
        form.go_to("q8");
        form
    }

    fn go_to(&mut self, item: &str) {
        let place = Place::Item(item.into());
        self.window.act(Action::GoTo(Target::Place(place)));
        for _ in 0..4 {
            self.frame(Vec::new());
        }
    }

    fn frame(&mut self, events: Vec<Event>) -> usize {
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

fn frames(criterion: &mut Criterion) {
    let filled = Form::filled(false);
    let questionnaire = filled.window.session().questionnaire();
    let response = filled.window.session().response();
    criterion.bench_function("evaluate long texts", |bench| {
        bench.iter(|| probitas::rules::evaluate(questionnaire, response));
    });
    for (name, read_out) in [("seen", false), ("read out", true)] {
        let mut empty = Form::new(read_out);
        criterion.bench_function(&format!("frame of an empty form, {name}"), |bench| {
            bench.iter(|| empty.frame(Vec::new()));
        });
        let mut filled = Form::filled(read_out);
        criterion.bench_function(&format!("frame with long texts, {name}"), |bench| {
            bench.iter(|| filled.frame(Vec::new()));
        });
        // A key in one frame, and the new text in the next.
        criterion.bench_function(&format!("key in long texts, {name}"), |bench| {
            let backspace = Event::Key {
                key: Key::Backspace,
                physical_key: None,
                pressed: true,
                repeat: false,
                modifiers: Modifiers::NONE,
            };
            bench.iter(|| {
                filled.frame(vec![Event::Text("a".to_owned())]);
                filled.frame(vec![backspace.clone()])
            });
        });
    }
}

criterion_group!(benches, frames);
criterion_main!(benches);
