//! How long dictionaries take to be read, which memory they keep, and how long
//! after a key the word it ended has its line. Run with
//! `cargo bench --bench spelling`; it prints what it found.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    missing_docs,
    reason = "a bench prints, and stops at the first surprise"
)]

use std::time::{Duration, Instant};

use egui::Event;
use probitas::i18n::Language;
use probitas::text::spelling::Dictionary;

use self::form::Form;

#[path = "shared/form.rs"]
mod form;

const RUNS: usize = 11;

fn main() {
    dictionaries();
    for characters in [15_000, 100_000] {
        for lines in [40, 1] {
            keys(characters, lines);
        }
    }
}

/// What this process keeps in memory, in kB, where the system says so.
fn memory_kilobytes() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

fn dictionaries() {
    for language in Language::ALL {
        let (before, start) = (memory_kilobytes(), Instant::now());
        let dictionary = Dictionary::of(language).unwrap();
        let time = start.elapsed();
        let more = memory_kilobytes()
            .zip(before)
            .map(|(after, before)| after - before);
        println!("{language:?}: read in {time:?}, {more:?} kB more memory");
        let line =
            "La conversation on values and ethics, l’organisation des employees. ".repeat(100);
        let start = Instant::now();
        let unknown = dictionary.unknown_in(&line).len();
        println!("  900 words in {:?}, {unknown} not known", start.elapsed());
        for word in ["recieve", "orgnisation", "employes", "qzxkvw"] {
            let start = Instant::now();
            let found = dictionary.suggestions(word);
            println!("  {word}: {:?} in {:?}", found.first(), start.elapsed());
        }
    }
}

/// All texts in both languages with so many characters in so many lines.
fn filled(characters: usize, lines: usize) -> Form {
    let sentence = "The organization held a conversation on teh values in every branch. ";
    let line = sentence.repeat(characters / lines / sentence.len() + 1);
    let mut form = Form::filled(true, &vec![line.trim_end(); lines].join("\n\n"));
    form.go_to("q8");
    form
}

/// Draws frames until all words were looked at and are drawn.
fn settle(form: &mut Form) -> Duration {
    let start = Instant::now();
    while !form.window.session().is_spelling_settled() {
        std::thread::sleep(Duration::from_millis(1));
        form.frame(Vec::new());
    }
    form.frame(Vec::new());
    start.elapsed()
}

fn keys(characters: usize, lines: usize) {
    let mut form = filled(characters, lines);
    let whole = settle(&mut form);
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            for letter in "teh".chars() {
                form.frame(vec![Event::Text(letter.to_string())]);
                settle(&mut form);
            }
            // The space ends the word, and the caret leaves it.
            let start = Instant::now();
            form.frame(vec![Event::Text(" ".to_owned())]);
            settle(&mut form);
            start.elapsed()
        })
        .collect();
    times.sort();
    let (median, slowest) = (times.get(RUNS / 2), times.last());
    println!(
        "22 texts of {characters} characters in {lines} lines: all looked at in {whole:?}; \
         from key to line {median:?}, slowest {slowest:?}"
    );
}
