//! Whatever the text: an import never fails by accident, and no line is lost.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "tests"
)]

#[path = "support/pages.rs"]
mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use probitas::import::{ImportError, Imported, PageReport, Placement};
use probitas::questionnaire::folded;
use probitas::text::{Document, clean};
use proptest::prelude::*;
use support::{FRENCH, FRENCH_OTHERWISE, PUBLISHED, try_import};

/// The letters of a text. Marks of lists have none.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphabetic()).collect()
}

/// Whether a line says nothing but what the form says: only such a line may
/// be left out of the response.
fn is_of_the_form(line: &str) -> bool {
    static KNOWN: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
        let mut known = BTreeSet::new();
        for json in [
            include_str!("../assets/questionnaire/pco-ve-self-assessment-2024/definition.json"),
            include_str!("../assets/questionnaire/pco-ve-self-assessment-2024/aliases.json"),
            include_str!("fixtures/aliases-french-other-wording.json"),
        ] {
            collect(&serde_json::from_str(json).unwrap(), &mut known);
        }
        known
    });
    let line = folded(line);
    let mark = |c: char| c.is_ascii_digit() || matches!(c, '-' | '*' | '.' | ')' | ':' | ' ');
    let bare = line.trim_start_matches(mark);
    let wording = bare
        .strip_prefix("question ")
        .map_or(bare, |rest| rest.trim_start_matches(mark));
    wording.is_empty() || KNOWN.contains(bare) || KNOWN.contains(wording)
}

fn collect(json: &serde_json::Value, known: &mut BTreeSet<String>) {
    match json {
        serde_json::Value::String(text) => {
            known.insert(folded(text));
        }
        serde_json::Value::Array(values) => values.iter().for_each(|value| collect(value, known)),
        serde_json::Value::Object(members) => {
            members.values().for_each(|value| collect(value, known));
        }
        _ => {}
    }
}

/// Every line of the page has a place, and what stands there is in the response.
fn nothing_is_lost(page: &str, imported: &Imported, report: &PageReport) {
    let placed: String = report
        .lines
        .iter()
        .map(|line| letters(&line.text))
        .collect();
    assert_eq!(placed, letters(&clean(page).text));
    let response = &imported.response;
    let language = report.language;
    let mut texts: BTreeMap<&str, String> = BTreeMap::new();
    let mut unplaced = response
        .unplaced()
        .iter()
        .filter(|line| line.language == language);
    for line in &report.lines {
        match &line.placement {
            Placement::Organization => {
                assert_eq!(response.organization().name.get(language), &line.text);
            }
            Placement::Choice(item, option) => {
                let answer = response.answer(item).unwrap();
                assert!(answer.choices.contains(option));
            }
            Placement::Decision(item, decision) => {
                assert_eq!(response.answer(item).unwrap().decision, *decision);
            }
            Placement::Answer(item) => {
                *texts.entry(item.as_str()).or_default() += &letters(&line.text);
            }
            Placement::Unplaced(reason) => {
                let kept = unplaced.next().unwrap();
                assert_eq!((kept.line, &kept.text), (line.number, &line.text));
                assert_eq!(kept.option_of.as_ref(), reason.option_of());
            }
            Placement::Wording => assert!(is_of_the_form(&line.text), "{}", line.text),
            Placement::Furniture => {}
        }
    }
    assert_eq!(unplaced.next(), None);
    for (item, expected) in texts {
        let answer = response.answer(&item.into());
        let stored = answer.map_or("", |answer| answer.text.get(language));
        let found: String = Document::parse(stored).lines().map(letters).collect();
        assert_eq!(found, expected, "{item}");
    }
}

/// A change of a page, as a careless hand makes it.
#[derive(Clone, Debug)]
enum Change {
    Remove(usize),
    Repeat(usize, usize),
    Insert(usize, String),
    Garble(usize, String),
    Unmark(usize),
}

fn a_line() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[ \u{A0}]{0,4}(- |• |[0-9]{1,4}[.)] |### )?[a-zé.?]{0,12}",
        Just("Question 5".to_owned()),
        Just("No response submitted.".to_owned()),
        Just("Page details".to_owned()),
        Just("- Yes".to_owned()),
    ]
}

fn a_change() -> impl Strategy<Value = Change> {
    prop_oneof![
        any::<usize>().prop_map(Change::Remove),
        (any::<usize>(), any::<usize>()).prop_map(|(from, to)| Change::Repeat(from, to)),
        (any::<usize>(), a_line()).prop_map(|(at, line)| Change::Insert(at, line)),
        (any::<usize>(), a_line()).prop_map(|(at, line)| Change::Garble(at, line)),
        any::<usize>().prop_map(Change::Unmark),
    ]
}

fn changed(page: &str, changes: &[Change]) -> String {
    let mut lines: Vec<String> = page.lines().map(str::to_owned).collect();
    for change in changes {
        let count = lines.len().max(1);
        match change {
            Change::Remove(at) if lines.len() > 1 => {
                lines.remove(at % count);
            }
            Change::Remove(_) => {}
            Change::Repeat(from, to) => lines.insert(to % count, lines[from % count].clone()),
            Change::Insert(at, line) => lines.insert(at % count, line.clone()),
            Change::Garble(at, line) => lines[at % count].push_str(line),
            Change::Unmark(at) => {
                let line = &mut lines[at % count];
                *line = line.trim_start_matches([' ', '-', '•']).to_owned();
            }
        }
    }
    lines.join("\n")
}

fn a_page() -> impl Strategy<Value = &'static str> {
    let mut pages: Vec<&str> = PUBLISHED.iter().map(|(_, text)| *text).collect();
    pages.extend([FRENCH, FRENCH_OTHERWISE]);
    proptest::sample::select(pages)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn no_line_of_a_changed_page_is_lost(
        page in a_page(),
        changes in proptest::collection::vec(a_change(), 0..24),
    ) {
        let page = changed(page, &changes);
        match try_import(&[&page]) {
            Ok(imported) => nothing_is_lost(&page, &imported, &imported.report.pages[0]),
            Err(error) => prop_assert!(matches!(error, ImportError::BothLanguages { .. }), "{error}"),
        }
    }

    #[test]
    fn no_line_of_two_changed_pages_is_lost(
        english in proptest::collection::vec(a_change(), 0..12),
        french in proptest::collection::vec(a_change(), 0..12),
    ) {
        let pages = [changed(PUBLISHED[0].1, &english), changed(FRENCH, &french)];
        let imported = try_import(&[&pages[0], &pages[1]]).unwrap();
        for (page, report) in pages.iter().zip(&imported.report.pages) {
            nothing_is_lost(page, &imported, report);
        }
    }

    #[test]
    fn arbitrary_text_never_panics(text in any::<String>(), lines in proptest::collection::vec(a_line(), 0..20)) {
        for page in [text, lines.join("\n")] {
            if let Ok(imported) = try_import(&[&page]) {
                nothing_is_lost(&page, &imported, &imported.report.pages[0]);
            }
        }
    }
}
