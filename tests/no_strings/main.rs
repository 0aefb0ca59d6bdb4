//! No sentence stands in the code: what a person reads is in the catalogues.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

mod literals;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use literals::{Literal, literals};

/// Calls that show or say their argument, whatever it is.
const SHOWING: &[&str] = &[
    "label",
    "button",
    "heading",
    "monospace",
    "small",
    "strong",
    "weak",
    "soft",
    "link",
    "hyperlink",
    "hyperlink_to",
    "checkbox",
    "radio",
    "radio_value",
    "selectable_label",
    "selectable_value",
    "menu_button",
    "small_button",
    "toggle_value",
    "hint_text",
    "on_hover_text",
    "on_disabled_hover_text",
    "RichText::new",
    "Label::new",
    "Button::new",
    "Window::new",
    "set_label",
    "set_description",
    "set_value",
    "set_title",
    "set_placeholder",
    "set_file_name",
    "accessible_name",
    "accessible_label",
    "accessibility_label",
    "landmark",
    "describe",
    "button_ui",
    "main_button_ui",
    "button_if_ui",
    "heading_ui",
    "disclosure_ui",
    "check_ui",
    "text",
    "selected_text",
    "with_title",
    "tell",
    "println",
    "eprintln",
];

/// Calls whose argument nobody ever reads: names of widgets inside egui, reasons
/// in its logs, names of types.
const SILENT: &[&str] = &[
    "Id::unique",
    "Id::new",
    "id_salt",
    "push_id",
    "with",
    "is_new",
    "request_discard",
    "debug_struct",
];

/// What looks like words for people and is none: file, literal, reason. `*`
/// stands for every literal of the file.
const ALLOWED: &[(&str, &str, &str)] = &[
    (
        "export/html/markup.rs",
        "<!DOCTYPE html>\n",
        "a mark of HTML",
    ),
    ("export/layout/dump.rs", "*", "the dump that tests compare"),
    ("export/pdf/colour.rs", "*", "parts of the colour profile"),
    ("export/pdf/content.rs", "*", "properties of artifacts"),
    ("export/pdf/metadata.rs", "*", "parts of the metadata"),
    ("export/raster.rs", "*", "for a log"),
    (
        "questionnaire/aliases.rs",
        "*",
        "what the file of a form lacks, for its authors",
    ),
    (
        "questionnaire/load/reader.rs",
        "*",
        "what the file of a form lacks, for its authors",
    ),
    (
        "release/key.rs",
        "PROBITAS_RELEASE_KEY is the base64 line of a minisign public key",
        "an error for whoever builds the program",
    ),
    ("rules/trial.rs", "*", "a response for tests"),
    (
        "storage/show.rs",
        "system default destination: ",
        "what CUPS answers",
    ),
    ("storage/surroundings.rs", "*", "names of folders"),
    (
        "submission/canonical/strict.rs",
        "*",
        "what serde expected, for a log",
    ),
    ("submission/key_file.rs", "*", "the labels of RFC 7468"),
    (
        "submission/register/example.rs",
        "*",
        "a register for tests",
    ),
    (
        "text/mentions/phrases.rs",
        "*",
        "what is looked for in answers",
    ),
    (
        "ui/answer_text/toolbar.rs",
        "«\\u{A0}»",
        "drawn on a button that has a name",
    ),
    (
        "ui/key_order.rs",
        "key order",
        "the name of a plugin inside egui",
    ),
    ("ui/launch.rs", "Probitas", "the name of the program"),
    (
        "ui/launch.rs",
        "no questionnaire",
        "an error of eframe, for a log",
    ),
    ("ui/launch/caller.rs", "Probitas", "the name of the program"),
    (
        "ui/launch/renderer.rs",
        "no adapter can draw the window",
        "an error of eframe, for a log",
    ),
    ("ui/review/findings.rs", "all like {key}", "an id"),
    ("ui/theme.rs", "*", "names of faces"),
];

/// Two words beside each other; those of a list of values stand alone.
fn is_sentence(text: &str) -> bool {
    text.lines().any(|line| {
        let words: Vec<&str> = line.split(' ').collect();
        words.windows(2).any(|pair| {
            let is_listed = pair.iter().take(1).any(|word| word.ends_with(','));
            !is_listed && pair.iter().all(|word| is_word(word))
        })
    })
}

fn is_word(word: &str) -> bool {
    let word = word.trim_matches(|character: char| !character.is_alphanumeric());
    word.chars().count() > 1
        && word
            .chars()
            .all(|character| character.is_alphabetic() || character == '’')
}

/// One word as a person reads it: with a capital, then small letters.
fn is_title(text: &str) -> bool {
    let word = text.trim_end_matches(['…', '.', ':', '!', '?']);
    let mut characters = word.chars();
    characters.next().is_some_and(char::is_uppercase)
        && characters.clone().count() > 0
        && characters.all(char::is_lowercase)
}

/// Whether a literal of a module is for people. Where people look, a single
/// word is enough.
fn is_for_people(module: &str, literal: &Literal) -> bool {
    let is_called = |calls: &[&str]| literal.calls.iter().any(|call| is_call(call, calls));
    let text = without_placeholders(&literal.text);
    let has_letters = text.chars().any(char::is_alphabetic);
    if is_called(SILENT) {
        return false;
    }
    let innermost = literal.calls.last();
    let is_shown = innermost.is_some_and(|call| is_call(call, SHOWING));
    if module == "ui" && has_letters && is_shown {
        return true;
    }
    let is_seen = ["ui", "app", "cli"].contains(&module);
    is_sentence(&text) || (is_seen && is_title(&text))
}

/// What `format!` leaves of a text: whatever it puts in is no word of ours.
fn without_placeholders(text: &str) -> String {
    let mut parts = text.split('{');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |joined, part| {
        joined + part.split_once('}').map_or(part, |(_, after)| after)
    })
}

/// Whether a call such as `egui::Label::new` is one of some.
fn is_call(call: &str, some: &[&str]) -> bool {
    some.iter().any(|name| {
        call.strip_suffix(name)
            .is_some_and(|before| before.is_empty() || before.ends_with("::"))
    })
}

/// What is wrong in one file.
fn words_in(module: &str, source: &str) -> Vec<Literal> {
    let found = literals(source).into_iter();
    found
        .filter(|literal| is_for_people(module, literal))
        .collect()
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs")
            && !path.ends_with("tests.rs")
        {
            found.push(path);
        }
    }
}

#[test]
fn no_sentence_stands_in_the_code() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    files(&root, &mut paths);
    let mut used = BTreeSet::new();
    let mut wrong = Vec::new();
    for path in &paths {
        let inside = path
            .strip_prefix(&root)
            .unwrap()
            .to_str()
            .unwrap()
            .replace('\\', "/");
        let module = inside.split(['/', '.']).next().unwrap();
        for literal in words_in(module, &std::fs::read_to_string(path).unwrap()) {
            let allowed = ALLOWED.iter().position(|(file, text, _)| {
                *file == inside && (*text == "*" || *text == literal.text)
            });
            match allowed {
                Some(index) => {
                    used.insert(index);
                }
                None => wrong.push(format!("{inside}:{}: {:?}", literal.line, literal.text)),
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "move to assets/i18n:\n{}",
        wrong.join("\n")
    );
    for (index, allowed) in ALLOWED.iter().enumerate() {
        assert!(used.contains(&index), "no longer needed: {allowed:?}");
    }
}

fn found(module: &str, source: &str) -> Vec<String> {
    words_in(module, source)
        .into_iter()
        .map(|literal| literal.text)
        .collect()
}

#[test]
fn a_word_on_a_button_is_found() {
    assert_eq!(
        found("ui", r#"fn a(ui: &mut Ui) { ui.button("Save"); }"#),
        ["Save"]
    );
    assert_eq!(found("ui", r#"fn a() { ui.label("ok"); }"#), ["ok"]);
    assert_eq!(
        found("ui", r#"fn a() { ui.add(egui::Label::new("ok").wrap()); }"#),
        ["ok"]
    );
    assert_eq!(
        found(
            "ui",
            "fn a() { button_ui(ui, &format!(\"{} Save the file\", 1)); }"
        ),
        ["{} Save the file"]
    );
    assert_eq!(found("app", r##"let title = r#"Open…"#;"##), ["Open…"]);
}

#[test]
fn a_sentence_is_found_in_every_module() {
    for module in ["ui", "app", "report", "storage", "bin"] {
        let source = r#"fn a() -> String { "the file is gone".to_owned() }"#;
        assert_eq!(found(module, source), ["the file is gone"]);
    }
    let broken = "const A: &str = \"Une phrase \\\n    sur deux lignes\";";
    assert_eq!(found("rules", broken).len(), 1);
}

#[test]
fn what_nobody_reads_is_passed_over() {
    let source = r#"
        //! Words of a header, with an "open quote.
        /* a block /* in a block: "these words" */ too */
        #[expect(clippy::all, reason = "words for a programmer")]
        #[error("words for a log")]
        fn a<'a>(b: &'a str, c: char) -> bool {
            let id = Id::unique(("the id of", b));
            ui.add_space(8.0); // "a remark here"
            c == '"' || c == '\'' || b == "navigation" || b == "q1.text"
        }
        #[cfg(test)]
        mod tests { const A: &str = "words in a test"; }
    "#;
    assert_eq!(found("ui", source), Vec::<String>::new());
}
