//! Both catalogues hold exactly the declared messages, with the same arguments,
//! and French is written as in Canada, in the catalogues, the guidance, the user
//! guide, whose labels are those of the window, and the texts of packages.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use probitas::app::guide;
use probitas::i18n::{AREAS, Language};
use serde_json::Value;

const DEFINITION: &str =
    include_str!("../assets/questionnaire/pco-ve-self-assessment-2024/definition.json");
const GUIDANCE: &str =
    include_str!("../assets/questionnaire/pco-ve-self-assessment-2024/guidance.json");

type Arguments = BTreeSet<String>;

fn expression(found: &mut Arguments, value: &Expression<&str>) {
    match value {
        Expression::Inline(inner) => inline(found, inner),
        Expression::Select { selector, variants } => {
            inline(found, selector);
            for variant in variants {
                pattern(found, &variant.value);
            }
        }
    }
}

fn inline(found: &mut Arguments, value: &InlineExpression<&str>) {
    match value {
        InlineExpression::VariableReference { id } => {
            found.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression: inner } => expression(found, inner),
        InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                inline(found, argument);
            }
        }
        _ => {}
    }
}

fn pattern(found: &mut Arguments, value: &Pattern<&str>) {
    for element in &value.elements {
        if let PatternElement::Placeable { expression: inner } = element {
            expression(found, inner);
        }
    }
}

fn catalogue(area: &str, source: &str) -> BTreeMap<String, Arguments> {
    let parsed = fluent_syntax::parser::parse(source)
        .unwrap_or_else(|(_, errors)| panic!("{area}: {errors:?}"));
    let mut found = BTreeMap::new();
    for entry in &parsed.body {
        if let Entry::Message(message) = entry {
            let mut arguments = Arguments::new();
            pattern(&mut arguments, message.value.as_ref().unwrap());
            let twice = found.insert(message.id.name.to_owned(), arguments);
            assert!(twice.is_none(), "{area}: {} stands twice", message.id.name);
        }
    }
    found
}

#[test]
fn both_catalogues_hold_exactly_the_declared_messages() {
    for area in AREAS {
        let declared: BTreeMap<String, Arguments> = area
            .declared
            .iter()
            .map(|(id, arguments)| {
                let names = arguments.iter().map(|name| (*name).to_owned()).collect();
                ((*id).to_owned(), names)
            })
            .collect();
        for language in Language::ALL {
            let found = catalogue(area.name, area.source.get(language));
            for (id, arguments) in &declared {
                let held = found.get(id).unwrap_or_else(|| {
                    panic!("{} {}: {id} is missing", area.name, language.code())
                });
                assert_eq!(held, arguments, "{} {}: {id}", area.name, language.code());
            }
            for id in found.keys() {
                assert!(
                    declared.contains_key(id),
                    "{} {}: {id} is not declared",
                    area.name,
                    language.code()
                );
            }
        }
    }
}

#[test]
fn an_id_belongs_to_one_area() {
    let mut seen = BTreeSet::new();
    for area in AREAS {
        for (id, _) in area.declared {
            assert!(seen.insert(*id), "{id} is declared in two areas");
        }
    }
}

/// Canadian French has a no-break space before a colon or a per cent sign and
/// inside guillemets, none before `?`, `!` and `;`, and curved apostrophes.
fn assert_french_typography(text: &str, place: &str) {
    for mark in ['?', '!', ';'] {
        for space in [' ', '\u{a0}', '\u{202f}'] {
            assert!(!text.contains(&format!("{space}{mark}")), "space: {place}");
        }
    }
    for mark in [":", "%", "»"] {
        assert!(
            !text.contains(&format!(" {mark}")),
            "breaking space: {place}"
        );
    }
    assert!(!text.contains("« "), "breaking space: {place}");
    assert!(!text.contains('\''), "straight apostrophe: {place}");
}

/// What prose keeps besides: the no-break space is not left out either.
fn assert_french_spaces(text: &str, place: &str) {
    for mark in [": ", "%", "»"] {
        for (at, _) in text.match_indices(mark) {
            assert!(text[..at].ends_with('\u{a0}'), "no space: {place}");
        }
    }
    for (at, _) in text.match_indices('«') {
        assert!(text[at..].starts_with("«\u{a0}"), "no space: {place}");
    }
    let heading_of_list = text.strip_suffix(':');
    assert!(
        heading_of_list.is_none_or(|text| text.ends_with('\u{a0}')),
        "no space: {place}"
    );
}

#[test]
fn french_sentences_keep_french_typography() {
    for area in AREAS {
        for (number, line) in area.source.fr.lines().enumerate() {
            // A value may go on over several lines, which are indented.
            let text = match line.split_once('=') {
                _ if line.starts_with('#') => continue,
                Some((_, value)) if !line.starts_with(' ') => value,
                _ => line,
            };
            let place = format!("{} line {}: {line}", area.name, number + 1);
            assert_french_typography(text, &place);
        }
    }
}

/// The texts of a JSON file in one language: whatever stands under its code.
fn localized(value: &Value, language: Language, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                match member.as_str() {
                    Some(text) if name == language.code() => found.push(text.to_owned()),
                    _ => localized(member, language, found),
                }
            }
        }
        Value::Array(values) => {
            for value in values {
                localized(value, language, found);
            }
        }
        _ => {}
    }
}

#[test]
fn french_guidance_keeps_french_typography() {
    let mut texts = Vec::new();
    let guidance = serde_json::from_str(GUIDANCE).unwrap();
    localized(&guidance, Language::French, &mut texts);
    assert!(texts.len() > 13);
    for text in texts {
        assert_french_typography(&text, &text);
        assert_french_spaces(&text, &text);
    }
}

/// Every line of the user guide, with the id of its chapter.
fn guide_lines(language: Language) -> Vec<(&'static str, &'static str)> {
    let mut lines = Vec::new();
    for chapter in guide::chapters(language) {
        lines.push((chapter.id, chapter.title.as_str()));
        lines.extend(chapter.document.lines().map(|line| (chapter.id, line)));
    }
    lines
}

#[test]
fn french_user_guide_keeps_french_typography() {
    for (chapter, line) in guide_lines(Language::French) {
        let place = format!("{chapter}: {line}");
        assert_french_typography(line, &place);
        assert_french_spaces(line, &place);
    }
}

/// A text without what is typed or is code: that has spaces of its own.
fn without_code(text: &str) -> String {
    let prose: Vec<&str> = text.split("```").step_by(2).collect();
    let prose = prose.join("code");
    let prose: Vec<&str> = prose.split('`').step_by(2).collect();
    prose.join("code")
}

/// The texts that are handed out beside the program, in French; of files with
/// both languages the part that begins and the one that ends here.
const HANDED_OUT: [(&str, &str, &str, &str); 9] = [
    (
        "README.md",
        include_str!("../README.md"),
        "## En français",
        "",
    ),
    (
        "packaging/README.md",
        include_str!("../packaging/README.md"),
        "## En français",
        "",
    ),
    (
        "SECURITY.md",
        include_str!("../SECURITY.md"),
        "## Français",
        "",
    ),
    (
        "windows/LISEZMOI-README.txt",
        include_str!("../packaging/windows/LISEZMOI-README.txt"),
        "FRANÇAIS",
        "\nENGLISH\n",
    ),
    (
        "linux/portable/LISEZMOI-README.txt",
        include_str!("../packaging/linux/portable/LISEZMOI-README.txt"),
        "POUR LINUX",
        "FOR LINUX",
    ),
    (
        "package.sh",
        include_str!("../packaging/linux/package.sh"),
        "\n Autoévaluation",
        "\nC\n",
    ),
    (
        "metainfo.xml",
        include_str!("../packaging/linux/org.probitas.Probitas.metainfo.xml"),
        "",
        "",
    ),
    (
        "fr.json",
        include_str!("../packaging/linux/text/fr.json"),
        "",
        "",
    ),
    (
        "probitas-policy-1.schema.json",
        include_str!("../assets/schema/probitas-policy-1.schema.json"),
        "",
        "",
    ),
];

#[test]
fn french_that_is_handed_out_has_no_breaking_space_in_guillemets_or_before_a_colon() {
    for (name, text, begin, end) in HANDED_OUT {
        let (_, french) = text.split_once(begin).unwrap();
        let french = match end {
            "" => french,
            end => french.split_once(end).unwrap().0,
        };
        for line in without_code(french).lines() {
            for spaced in [" :", "« ", " »"] {
                assert!(!line.contains(spaced), "{name}: {line}");
            }
            // The end of a line is a breaking space too.
            let text = line.trim();
            let begins = text.starts_with([':', '»']);
            assert!(!begins && !text.ends_with('«'), "{name}: {line}");
        }
    }
}

/// What stands in quotation marks in a line.
fn quoted(line: &str, language: Language) -> Vec<&str> {
    let (open, close) = match language {
        Language::English => ('“', '”'),
        Language::French => ('«', '»'),
    };
    line.split(open)
        .skip(1)
        .map(|rest| rest.split(close).next().unwrap().trim())
        .collect()
}

/// Everything that the window or the form says word for word in a language.
fn labels(language: Language) -> BTreeSet<String> {
    let mut labels = Vec::new();
    localized(
        &serde_json::from_str(DEFINITION).unwrap(),
        language,
        &mut labels,
    );
    for area in AREAS {
        let parsed = fluent_syntax::parser::parse(*area.source.get(language)).unwrap();
        for entry in &parsed.body {
            if let Entry::Message(message) = entry
                && let [PatternElement::TextElement { value }] =
                    message.value.as_ref().unwrap().elements.as_slice()
            {
                labels.push((*value).to_owned());
            }
        }
    }
    labels.into_iter().collect()
}

#[test]
fn what_the_user_guide_quotes_stands_so_in_the_window() {
    let mut unknown = Vec::new();
    for language in Language::ALL {
        let labels = labels(language);
        for (chapter, line) in guide_lines(language) {
            for label in quoted(line, language) {
                if !labels.contains(label) {
                    unknown.push(format!("{}/{chapter}.md: {label}", language.code()));
                }
            }
        }
    }
    assert!(unknown.is_empty(), "no label of the window: {unknown:#?}");
}
