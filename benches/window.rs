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
use egui::{Event, Key, Modifiers};

use self::form::Form;

#[path = "shared/form.rs"]
mod form;

const CHARACTERS: usize = 15_000;

fn empty(read_out: bool) -> Form {
    let mut form = Form::new(read_out);
    form.go_to("q8");
    form
}

fn filled(read_out: bool) -> Form {
    let sentence = "The organization held a conversation on values and ethics in every branch. ";
    let paragraph = sentence.repeat(6);
    let mut text = format!("{}\n\n", paragraph.trim_end()).repeat(40);
    text.truncate(CHARACTERS);
    let mut form = Form::filled(read_out, &text);
    form.go_to("q8");
    form
}

fn frames(criterion: &mut Criterion) {
    let filled = self::filled(false);
    let questionnaire = filled.window.session().questionnaire();
    let response = filled.window.session().response();
    criterion.bench_function("evaluate long texts", |bench| {
        bench.iter(|| probitas::rules::evaluate(questionnaire, response));
    });
    for (name, read_out) in [("seen", false), ("read out", true)] {
        let mut empty = self::empty(read_out);
        criterion.bench_function(&format!("frame of an empty form, {name}"), |bench| {
            bench.iter(|| empty.frame(Vec::new()));
        });
        let mut filled = self::filled(read_out);
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
