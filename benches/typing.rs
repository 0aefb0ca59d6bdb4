//! How much processor time a frame takes in which somebody types at the end of
//! each text of the form, where all of them are long, in both languages, and
//! read out by a screen reader, with its words looked up. The aims are 4 ms with 15,000 and 10 ms with
//! 100,000 characters in each. `cargo bench --bench typing` prints a table;
//! nothing is painted, but the shapes are turned into triangles as for a screen.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a bench stops at the first surprise, and prints what it found"
)]

use std::time::Duration;

use egui::{Event, Id, Key, Modifiers};
use probitas::i18n::Language;

use self::form::{Form, texts};

#[path = "shared/form.rs"]
mod form;

/// How many characters are typed into each text.
const KEYS: usize = 40;

/// What the frames of one text took.
struct Took {
    item: String,
    language: Language,
    /// Frames with a key, from the quickest to the slowest.
    keys: Vec<Duration>,
    /// The frames that follow them, in which nothing happens.
    rest: Vec<Duration>,
}

/// Puts the caret at the end of a text.
fn go_to(form: &mut Form, item: &str, language: Language) {
    form.go_to(item);
    let id = Id::unique(("answer", item, language.code()));
    form.context.memory_mut(|memory| memory.request_focus(id));
    form.frames(4);
    form.frame(vec![pressed(Key::End, Modifiers::COMMAND)]);
    form.frames(8);
    let held = form.context.memory(egui::Memory::focused);
    assert_eq!(held, Some(id), "{item} has the focus");
}

/// How much processor time a frame takes.
fn timed(form: &mut Form, events: Vec<Event>) -> Duration {
    let began = processor_time();
    std::hint::black_box(form.frame(events));
    processor_time().saturating_sub(began)
}

fn typed(form: &mut Form, item: &str, language: Language) -> Took {
    go_to(form, item, language);
    let before = length(form, item, language);
    let mut took = Took {
        item: item.to_owned(),
        language,
        keys: Vec::new(),
        rest: Vec::new(),
    };
    for key in "values and ethics ".chars().cycle().take(KEYS) {
        took.keys
            .push(timed(form, vec![Event::Text(key.to_string())]));
        took.rest.push(timed(form, Vec::new()));
    }
    let is_taken = length(form, item, language) > before + KEYS - 2;
    assert!(is_taken, "{item} took the keys");
    took.keys.sort();
    took.rest.sort();
    took
}

fn length(form: &Form, item: &str, language: Language) -> usize {
    let response = form.window.session().response();
    let answer = response.answer(&item.into()).unwrap();
    answer.text.get(language).chars().count()
}

/// Paragraphs, with a list and a sub-heading after every few of them.
fn text(characters: usize) -> String {
    let sentence = "The organization held a conversation on values and ethics in every branch. ";
    let paragraph = sentence.repeat(6);
    let part = format!(
        "### Plans\n\n{0}\n\n{0}\n\n1. {1}\n   - {1}\n   - {1}\n2. {1}\n\n",
        paragraph.trim_end(),
        sentence.trim_end()
    );
    let mut text = part.repeat(characters / part.len() + 1);
    text.truncate(characters - sentence.len() - 2);
    format!("{}\n\n{}", text.trim_end(), sentence.trim_end())
}

fn pressed(key: Key, modifiers: Modifiers) -> Event {
    Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers,
    }
}

/// Of this thread, so that what else runs on the computer does not count.
#[cfg(unix)]
fn processor_time() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    let seconds = u64::try_from(time.tv_sec).unwrap();
    Duration::new(seconds, u32::try_from(time.tv_nsec).unwrap())
}

#[cfg(not(unix))]
fn processor_time() -> Duration {
    static START: std::sync::LazyLock<std::time::Instant> =
        std::sync::LazyLock::new(std::time::Instant::now);
    START.elapsed()
}

fn main() {
    for (characters, aim) in [(15_000, 4), (100_000, 10)] {
        let mut form = Form::filled(true, &text(characters));
        println!("{characters} characters in each text; aim {aim} ms");
        println!("text      median   95 %   slowest   without a key");
        for (item, language) in texts() {
            let took = typed(&mut form, &item, language);
            let last = took.keys.len() - 1;
            let ms = |time: Duration| time.as_secs_f64() * 1e3;
            println!(
                "{:8}{} {:6.2} {:6.2} {:6.2} {:6.2}",
                took.item,
                took.language.code(),
                ms(took.keys[last / 2]),
                ms(took.keys[last * 95 / 100]),
                ms(took.keys[last]),
                ms(took.rest[last / 2]),
            );
        }
    }
}
