//! Documents on pages: nothing is cut, nothing overlaps, what belongs
//! together stands together.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "tests"
)]

#[path = "pdf/documents.rs"]
mod documents;

use documents::{body, bullets, heading, hostile, numbers, paragraph, plain};
use probitas::export::layout::{
    Drawing, Layout, PAGE_HEIGHT, PAGE_WIDTH, Paper, RIGHT, Run, Sheet, TypeSize,
};
use probitas::i18n::Language::{English, French};
use probitas::report::document::{Block, Code, Document, Style, Text};

fn runs(layout: &Layout) -> Vec<(usize, &Run)> {
    let of_page = |(index, page)| {
        let page: &probitas::export::layout::Page = page;
        page.items
            .iter()
            .filter_map(move |item| match &item.drawing {
                Drawing::Text(run) => Some((index, run)),
                _ => None,
            })
    };
    layout.pages.iter().enumerate().flat_map(of_page).collect()
}

/// The end of what can be seen of a run: white space may hang over.
fn ink_end(run: &Run) -> f32 {
    let ink = run.text.trim_end().len();
    run.x
        + run
            .glyphs
            .iter()
            .filter(|glyph| glyph.text.start < ink)
            .map(|glyph| glyph.advance)
            .sum::<f32>()
}

fn assert_sound(name: &str, layout: &Layout) {
    let runs = runs(layout);
    // The edge of usual print on letter paper; the others are compared with theirs.
    let right = RIGHT + layout.width - PAGE_WIDTH;
    for (page, run) in &runs {
        assert!(
            ink_end(run) <= right + 0.1,
            "{name}: beyond the margin on page {page}: {run:?}"
        );
        assert!(
            run.end() <= layout.width,
            "{name}: beyond the page: {run:?}"
        );
        assert!(
            run.x >= 60.0 && run.y > 30.0 && run.y < layout.height - 30.0,
            "{name}: {run:?}"
        );
        assert!(
            run.glyphs.iter().all(|glyph| glyph.id != 0),
            "{name}: missing glyph in {:?}",
            run.text
        );
        let shown: String = run
            .glyphs
            .iter()
            .map(|glyph| &run.text[glyph.text.clone()])
            .collect();
        assert_eq!(
            shown, run.text,
            "{name}: the glyphs show every character once"
        );
    }
    for (index, (page, one)) in runs.iter().enumerate() {
        for (other_page, other) in runs
            .iter()
            .skip(index + 1)
            .filter(|(other_page, _)| other_page == page)
        {
            assert_eq!(page, other_page);
            let beside = ink_end(one) <= other.x + 0.1 || ink_end(other) <= one.x + 0.1;
            let apart = (one.y - other.y).abs() >= one.size.max(other.size);
            assert!(
                beside || apart || one.text.trim().is_empty() || other.text.trim().is_empty(),
                "{name}: {one:?} overlaps {other:?}"
            );
        }
    }
}

#[test]
fn hostile_texts_stay_inside_the_margins_and_apart() {
    for (name, text) in hostile() {
        let layout = Layout::of(&plain(vec![
            heading(3, English, &text),
            body(&text),
            bullets(vec![vec![body(&text), bullets(vec![vec![body(&text)]])]]),
        ]));
        assert_sound(name, &layout);
    }
}

#[test]
fn a4_paper_holds_the_same_texts() {
    let document = documents::bilingual();
    let sheet = Sheet {
        paper: Paper::A4,
        ..Sheet::default()
    };
    let layout = Layout::on(&document, sheet);
    assert!((layout.width - 595.28).abs() < 0.01 && layout.height > PAGE_HEIGHT);
    assert_sound("A4", &layout);
}

#[test]
fn large_print_is_18_points_inside_the_page() {
    let sheet = Sheet {
        type_size: TypeSize::Large,
        ..Sheet::default()
    };
    let document = documents::bilingual();
    let layout = Layout::on(&document, sheet);
    assert!((layout.width - PAGE_WIDTH).abs() < 0.01);
    let runs = runs(&layout);
    assert!(
        runs.iter()
            .all(|(_, run)| ink_end(run) <= PAGE_WIDTH - 40.0)
    );
    let usual = Layout::of(&document);
    assert!(layout.pages.len() > 2 * usual.pages.len());
    let body = runs.iter().find(|(_, run)| run.text.starts_with("TBS has"));
    assert!((body.unwrap().1.size - 18.0).abs() < 0.01);
}

/// A paragraph of a question in one language, of so many words.
fn column(language: probitas::i18n::Language, words: usize) -> Vec<Block> {
    vec![
        heading(3, language, "Question"),
        paragraph(Style::Body, language, &"mot ".repeat(words)),
    ]
}

#[test]
fn languages_beside_each_other_begin_together_and_never_touch() {
    for (one, other) in [(10, 10), (300, 10), (10, 2_000), (0, 3_000)] {
        let facing = Block::Facing([column(English, one), column(French, other)]);
        let layout = Layout::of(&plain(vec![facing.clone(), facing]));
        assert_sound(&format!("{one} and {other} words"), &layout);
        let runs = runs(&layout);
        let heads: Vec<(usize, f32)> = runs
            .iter()
            .filter(|(_, run)| run.text == "Question")
            .map(|(page, run)| (*page, run.y))
            .collect();
        assert_eq!(heads.len(), 4);
        assert_eq!(heads[0], heads[1]);
        assert_eq!(heads[2], heads[3]);
        let words: usize = runs
            .iter()
            .map(|(_, run)| run.text.matches("mot").count())
            .sum();
        assert_eq!(words, 2 * (one + other));
    }
}

#[test]
fn contents_stand_in_long_documents_alone_and_say_the_right_pages() {
    let document = |questions: usize| {
        let mut blocks = vec![heading(1, English, "Title")];
        blocks.push(Block::Contents {
            title: Text::new(English, "Contents"),
            level: 3,
        });
        for number in 0..questions {
            blocks.push(heading(3, English, &format!("Question {number}.")));
            blocks.push(body(&"values and ethics ".repeat(160)));
        }
        plain(blocks)
    };
    let short = Layout::of(&document(8));
    assert!(short.pages.len() <= 10);
    assert!(!short.dump().contains("TOC"));
    let long = Layout::of(&document(30));
    assert!(long.pages.len() > 10);
    assert_sound("contents", &long);
    let runs = runs(&long);
    for number in 0..30 {
        let title = format!("Question {number}.");
        let mut found = runs.iter().filter(|(_, run)| run.text == title);
        let (_, entry) = found.next().unwrap();
        let (page, _) = found.next().unwrap();
        let stated = runs
            .iter()
            .find(|(on, run)| *on == 0 && (run.y - entry.y).abs() < 0.1 && run.x > 400.0)
            .unwrap();
        assert_eq!(stated.1.text, (page + 1).to_string(), "{title}");
        let link = &long.links[number];
        assert_eq!(link.target.title, title);
        assert!(link.page == 0 && link.y < entry.y && entry.y < link.y + link.height);
    }
}

#[test]
fn p_ex_is_never_broken_and_stays_what_it_is() {
    for filling in 1..80 {
        let text = format!("{}(p. ex. modification)", "m ".repeat(filling));
        let layout = Layout::of(&plain(vec![body(&text)]));
        let runs = runs(&layout);
        assert!(
            runs.iter().any(|(_, run)| run.text.contains("(p. ex.")),
            "{filling}"
        );
    }
}

#[test]
fn a_code_is_as_wide_as_high_and_said_in_words() {
    let code = |content: String| {
        Layout::of(&plain(vec![Block::Code(Code {
            content,
            alternative: Text::new(English, "A code"),
        })]))
    };
    let layout = code("0123456789".repeat(10));
    let squares = layout.pages[0]
        .items
        .iter()
        .find_map(|item| match &item.drawing {
            Drawing::Code(code) => Some((code.rows.len(), item.node().unwrap())),
            _ => None,
        });
    let (rows, node) = squares.unwrap();
    assert!(rows > 20);
    let node = layout.structure.node(node).unwrap();
    assert_eq!(node.alternative.as_deref(), Some("A code"));
    // More than a code can hold is left out rather than cut.
    assert!(!code("x".repeat(5_000)).dump().contains("squares"));
}

#[test]
fn no_short_item_of_a_list_stands_alone() {
    for filling in 30..50 {
        let mut blocks: Vec<Block> = (0..filling).map(|_| body("filling")).collect();
        blocks.push(bullets(vec![
            vec![body("one")],
            vec![body("two")],
            vec![body("three")],
        ]));
        let layout = Layout::of(&plain(blocks));
        let page = |text| place(&layout, text).0;
        assert!(
            page("one") == page("two") && page("two") == page("three"),
            "{filling}"
        );
    }
}

#[test]
fn lists_nested_very_deep_stay_inside_the_margins_and_apart() {
    let mut block = body(
        "at the bottom of it all, with enough words to fill more than one line of what is left",
    );
    for depth in 0..40 {
        let items = vec![vec![body("an item"), block]];
        block = if depth % 2 == 0 {
            bullets(items)
        } else {
            numbers(u64::MAX - 1, items)
        };
    }
    assert_sound("deep lists", &Layout::of(&plain(vec![block])));
}

#[test]
fn long_running_lines_push_the_text_down_instead_of_covering_it() {
    let mut document = plain(vec![body(&"values and ethics ".repeat(400))]);
    let running = &mut document.parts[0].running;
    running.organization = "Commission indépendante et externe d’examen des plaintes ".repeat(4);
    running.marking = Some("Protected B / Protégé B, with a caveat that is long ".repeat(3));
    running.banner = Some("DRAFT".to_owned());
    running.fingerprint = Some("9F86 D081 ".repeat(40));
    running.revision = Some("Revision 3 of July 31, 2024 ".repeat(6));
    assert_sound("running lines", &Layout::of(&document));
}

#[test]
fn sample_in_both_languages_is_sound() {
    let layout = Layout::of(&documents::bilingual());
    assert_sound("bilingual", &layout);
    assert!(layout.uncovered.is_empty());
    let titles: Vec<&str> = layout
        .outline
        .iter()
        .filter(|entry| entry.level == 0)
        .map(|entry| entry.title.as_str())
        .collect();
    assert_eq!(titles, ["English", "Français"]);
}

#[test]
fn characters_without_a_face_are_shown_as_code_points_and_listed() {
    let layout = Layout::of(&plain(vec![body("Thanks 😀!")]));
    assert_eq!(layout.uncovered.iter().collect::<String>(), "😀");
    let dump = layout.dump();
    assert!(dump.contains("\"[U+1F600]\" for \"😀\""), "{dump}");
}

/// The page on which a text stands, and where.
fn place(layout: &Layout, text: &str) -> (usize, f32) {
    let found = runs(layout)
        .into_iter()
        .find(|(_, run)| run.text.starts_with(text));
    let (page, run) = found.unwrap_or_else(|| panic!("{text} not found"));
    (page, run.y)
}

#[test]
fn prompts_and_headings_stand_on_the_page_of_what_follows() {
    for filling in 20..60 {
        let mut blocks: Vec<Block> = (0..filling).map(|_| body("filling")).collect();
        blocks.push(heading(2, English, "Part"));
        blocks.push(heading(3, English, "Question"));
        blocks.push(paragraph(Style::Prompt, English, "Prompt"));
        blocks.push(paragraph(Style::Hint, English, "Hint"));
        blocks.push(body("Answer"));
        let layout = Layout::of(&plain(blocks));
        let (page, mut y) = place(&layout, "Part");
        for text in ["Question", "Prompt", "Hint", "Answer"] {
            let (other_page, other_y) = place(&layout, text);
            assert_eq!(page, other_page, "{text} after {filling}");
            assert!(other_y > y, "{text} after {filling}");
            y = other_y;
        }
    }
}

#[test]
fn no_line_of_a_paragraph_stands_alone() {
    let words = "values and ethics in the public service of Canada ".repeat(10);
    for filling in 20..60 {
        let mut blocks: Vec<Block> = (0..filling).map(|_| body("filling")).collect();
        blocks.push(body(&words));
        let layout = Layout::of(&plain(blocks));
        let mut lines = vec![0_usize; layout.pages.len()];
        for (page, run) in runs(&layout) {
            if run.size > 10.0
                && run
                    .text
                    .split(' ')
                    .any(|word| word == "ethics" || word == "public")
                && run.y > 80.0
            {
                lines[page] += 1;
            }
        }
        assert!(
            lines.iter().all(|count| *count != 1),
            "{filling}: {lines:?}"
        );
    }
}

#[test]
fn marker_stands_beside_the_first_line_of_its_item() {
    let layout = Layout::of(&plain(vec![numbers(
        9,
        vec![vec![body("nine")], vec![body("ten")], vec![]],
    )]));
    assert!((place(&layout, "9.").1 - place(&layout, "nine").1).abs() < 0.01);
    assert!((place(&layout, "10.").1 - place(&layout, "ten").1).abs() < 0.01);
    assert!(place(&layout, "11.").1 > place(&layout, "10.").1);
    let ends: Vec<f32> = runs(&layout)
        .iter()
        .filter(|(_, run)| run.text == "9." || run.text == "10.")
        .map(|(_, run)| run.end())
        .collect();
    assert!(
        (ends[0] - ends[1]).abs() < 0.1,
        "numbers end at the same place: {ends:?}"
    );
}

#[test]
fn remark_on_unofficial_wording_stands_once_on_the_pages_that_need_it() {
    let mut document = documents::bilingual();
    let french = document.parts.remove(1);
    let blocks = [french.blocks.clone(), vec![Block::PageBreak, body("plain")]].concat();
    let document = Document {
        title: document.title,
        parts: vec![probitas::report::document::Part { blocks, ..french }],
    };
    let layout = Layout::of(&document);
    let notes: Vec<usize> = runs(&layout)
        .iter()
        .filter(|(_, run)| run.text.starts_with("Libellé"))
        .map(|(page, _)| *page)
        .collect();
    assert_eq!(notes, [0]);
    assert_eq!(layout.pages.len(), 2);
}

#[test]
fn every_page_says_its_number_and_the_banner() {
    let mut document = plain(vec![body(&"values and ethics ".repeat(2_000))]);
    document.parts[0].running.banner = Some("DRAFT".to_owned());
    let layout = Layout::of(&document);
    let count = layout.pages.len();
    assert!(count > 3);
    for page in 0..count {
        let texts: Vec<&str> = runs(&layout)
            .into_iter()
            .filter(|(on, _)| *on == page)
            .map(|(_, run)| run.text.as_str())
            .collect();
        assert!(texts.contains(&"DRAFT"));
        assert!(texts.contains(&format!("Page {} of {count}", page + 1).as_str()));
    }
}

#[test]
fn dump_shows_place_structure_and_language() {
    let dump = Layout::of(&documents::bilingual()).dump();
    assert!(dump.starts_with("page 1 of "), "{dump}");
    assert!(dump.contains(" H1 en-CA Bold 18.0 "), "{dump}");
    assert!(
        dump.contains(" Bullets3/LBody/P en-CA Regular 10.5 \"will also"),
        "{dump}"
    );
    assert!(
        dump.contains(" P fr-CA Regular 10.5 \"Le Secrétariat"),
        "{dump}"
    );
    assert!(dump.contains("Unnumbered1/Lbl square selected"), "{dump}");
}

#[test]
fn no_line_ends_between_a_french_verb_and_its_pronoun() {
    for words in ["êtes-vous", "a-t-elle", "rencontrez-la", "ci-dessous"] {
        for filling in 1..80 {
            let text = format!("{}{words} et puis", "m ".repeat(filling));
            let layout = Layout::of(&plain(vec![paragraph(Style::Body, French, &text)]));
            let runs = runs(&layout);
            assert!(
                runs.iter().any(|(_, run)| run.text.contains(words)),
                "{words} after {filling}"
            );
        }
    }
    // Other words part at their hyphen.
    let parted = (1..80).any(|filling| {
        let text = format!("{}sous-ministre et puis", "m ".repeat(filling));
        let layout = Layout::of(&plain(vec![paragraph(Style::Body, French, &text)]));
        runs(&layout)
            .iter()
            .any(|(_, run)| run.text.ends_with("sous-"))
    });
    assert!(parted);
}
