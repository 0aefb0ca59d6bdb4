//! Where pages end: what belongs together stands together, and no page is left
//! emptier than that needs.
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

use documents::{body, heading, options, paragraph, plain};
use probitas::export::layout::{
    Drawing, Item, LEFT, Layout, Page, RIGHT, Run, Sheet, Tag, TypeSize,
};
use probitas::i18n::Language::{self, English, French};
use probitas::report::document::{Block, Code, Fact, Selection, SignLine, Style, Text};

fn runs(layout: &Layout) -> Vec<(usize, &Run)> {
    let mut runs = Vec::new();
    for (index, page) in layout.pages.iter().enumerate() {
        runs.extend(page.items.iter().filter_map(|item| match &item.drawing {
            Drawing::Text(run) => Some((index, run)),
            _ => None,
        }));
    }
    runs
}

/// The page on which a text stands, and its run.
fn find<'a>(layout: &'a Layout, text: &str) -> (usize, &'a Run) {
    let mut runs = runs(layout).into_iter();
    let found = runs.find(|(_, run)| run.text.starts_with(text));
    found.unwrap_or_else(|| panic!("{text} not found"))
}

fn fillings(count: usize) -> Vec<Block> {
    (0..count).map(|_| body("filling")).collect()
}

#[test]
fn prompts_in_columns_keep_to_the_answer_over_the_whole_width() {
    for filling in 15..50 {
        let prompt = |language, words: &str| vec![paragraph(Style::Prompt, language, words)];
        let mut blocks = fillings(filling);
        blocks.push(Block::Facing([
            prompt(English, "Describe it."),
            prompt(
                French,
                "Veuillez le décrire en quelques mots, s’il y a lieu, ici.",
            ),
        ]));
        blocks.push(body(&format!("Answer {}", "ethics ".repeat(60))));
        let layout = Layout::of(&plain(blocks));
        let (page, prompt) = find(&layout, "Describe");
        let (answer_page, answer) = find(&layout, "Answer");
        assert_eq!(page, answer_page, "after {filling}");
        assert!(answer.y > prompt.y);
        assert!(answer.end() > f32::midpoint(LEFT, RIGHT) + 100.0);
        let (french_page, _) = find(&layout, "Veuillez");
        assert_eq!(page, french_page, "after {filling}");
    }
}

#[test]
fn large_print_has_languages_below_each_other() {
    let column = |language, words: &str| vec![paragraph(Style::Body, language, words)];
    let facing = Block::Facing([column(English, "Ethics"), column(French, "Éthique")]);
    let document = plain(vec![facing]);
    let beside = Layout::of(&document);
    assert!((find(&beside, "Ethics").1.y - find(&beside, "Éthique").1.y).abs() < 0.01);
    let sheet = Sheet {
        type_size: TypeSize::Large,
        ..Sheet::default()
    };
    let below = Layout::on(&document, sheet);
    let (english, french) = (find(&below, "Ethics").1, find(&below, "Éthique").1);
    assert!(french.y > english.y);
    assert!((french.x - english.x).abs() < 0.01);
}

fn contents(language: Language, title: &str) -> Block {
    Block::Contents {
        title: Text::new(language, title),
        level: 3,
    }
}

#[test]
fn contents_in_both_languages_stand_beside_each_other_on_one_page() {
    let mut blocks = fillings(20);
    blocks.push(contents(English, "Contents"));
    blocks.push(contents(French, "Table"));
    for number in 0..14 {
        let column = |language, word: &str| {
            let title = format!("{word} {number}.");
            let text = paragraph(Style::Body, language, &"mot ".repeat(400));
            vec![heading(3, language, &title), text]
        };
        blocks.push(Block::Facing([
            column(English, "Part"),
            column(French, "Partie"),
        ]));
    }
    let layout = Layout::of(&plain(blocks));
    let (page, english) = find(&layout, "Contents");
    assert_eq!(page, 1, "they do not fit below the fillings");
    let (_, french) = find(&layout, "Table");
    assert!((english.y - french.y).abs() < 0.01);
    assert_eq!(layout.links.len(), 28);
    for (index, link) in layout.links.iter().enumerate() {
        let title = format!("Part {}.", index % 14);
        assert_eq!(link.target.title, title);
        assert_eq!(link.page, 1);
        let node = layout.structure.node(link.node).unwrap();
        assert_eq!(node.tag, Tag::Link);
        assert_eq!(node.language, if index < 14 { English } else { French });
    }
    // What is read in order: contents before the questions, which follow on a page of their own.
    let part = layout.structure.nodes()[0].children[0];
    let children = &layout.structure.node(part).unwrap().children;
    let tags: Vec<Tag> = children
        .iter()
        .map(|id| layout.structure.node(*id).unwrap().tag)
        .collect();
    assert_eq!(
        tags[19..25],
        [
            Tag::Paragraph,
            Tag::Paragraph,
            Tag::Contents,
            Tag::Paragraph,
            Tag::Contents,
            Tag::Heading(3)
        ]
    );
    assert_eq!(layout.outline[0].page, 2);
}

#[test]
fn contents_of_languages_below_each_other_lead_each_to_its_own() {
    let mut blocks = vec![contents(English, "Contents"), contents(French, "Table")];
    for number in 0..9 {
        let column = |language, word: &str| {
            let title = format!("{word} {number}.");
            let text = paragraph(Style::Body, language, &"mot ".repeat(150));
            vec![heading(3, language, &title), text]
        };
        blocks.push(Block::Facing([
            column(English, "Part"),
            column(French, "Partie"),
        ]));
    }
    blocks.push(heading(3, English, "Approval"));
    let layout = Layout::on(&plain(blocks), large());
    let runs = runs(&layout);
    let listed = layout
        .links
        .iter()
        .filter(|link| link.target.title != "Approval");
    assert_eq!(listed.clone().count(), 18);
    let mut apart = 0;
    for (index, link) in listed.enumerate() {
        let word = if index < 9 { "Part" } else { "Partie" };
        let title = format!("{word} {}.", index % 9);
        assert_eq!(link.target.title, title);
        let mut found = runs.iter().filter(|(_, run)| run.text == title);
        let entry = found.next().unwrap();
        let (page, heading) = found.next().unwrap();
        assert_eq!(link.target.page, *page, "{title}");
        assert!((link.target.y..link.target.y + 40.0).contains(&heading.y));
        let mut beside = runs.iter().filter(|(on, _)| *on == entry.0);
        let stated = beside.find(|(_, run)| (run.y - entry.1.y).abs() < 0.1 && run.x > 400.0);
        assert_eq!(stated.unwrap().1.text, (page + 1).to_string(), "{title}");
        let english = layout.links[index % 9].target.page;
        apart += usize::from(english != link.target.page);
    }
    assert!(apart > 3, "most twins stand on another page");
    // Bookmarks name each place once.
    assert_eq!(layout.outline.len(), 10);
}

#[test]
fn facts_and_room_to_write_in_part_only_where_most_of_a_page_would_stay_empty() {
    let fact = |index: usize| Fact {
        name: Text::new(English, format!("Name {index}")),
        value: Text::new(English, "value"),
    };
    for filling in 15..45 {
        let mut blocks = fillings(filling);
        blocks.push(Block::Facts((0..6).map(fact).collect()));
        let layout = Layout::of(&plain(blocks));
        let pages: Vec<usize> = (0..6)
            .map(|index| find(&layout, &format!("Name {index}")).0)
            .collect();
        assert!(pages.iter().all(|page| *page == pages[0]), "{filling}");
    }
    let many = Layout::of(&plain(vec![Block::Facts((0..100).map(fact).collect())]));
    assert!(many.pages.len() > 2);
    assert_eq!(find(&many, "Name 0").0, 0);
}

#[test]
fn no_short_word_stands_alone_on_the_last_line() {
    for filling in 10..60 {
        let text = format!("{}values and lives.", "m ".repeat(filling));
        let layout = Layout::of(&plain(vec![body(&text)]));
        let runs = runs(&layout);
        assert!(
            !runs.iter().any(|(_, run)| run.text == "lives."),
            "{filling}"
        );
        assert!(runs.iter().any(|(_, run)| run.text.ends_with(" lives.")));
    }
}

#[test]
fn lines_of_a_heading_are_even() {
    let words =
        "Discussions on personal accountability in upholding public service values and the ethics";
    let layout = Layout::of(&plain(vec![heading(2, English, words)]));
    let lines: Vec<f32> = runs(&layout)
        .into_iter()
        .filter(|(_, run)| run.size > 13.0)
        .map(|(_, run)| run.end() - run.x)
        .collect();
    assert_eq!(lines.len(), 2);
    assert!(lines[1] > lines[0] * 0.6, "{lines:?}");
}

fn large() -> Sheet {
    Sheet {
        type_size: TypeSize::Large,
        ..Sheet::default()
    }
}

/// What somebody attests, with what it speaks of and lines to sign on.
fn attestation(words: usize, names: usize) -> Vec<Block> {
    let text = format!("First {}last.", "word ".repeat(words));
    let fact = |index| Fact {
        name: Text::new(English, format!("Fact {index}")),
        value: Text::new(English, "name ".repeat(names)),
    };
    let line = |label: &str| SignLine {
        label: Text::new(English, label),
        value: None,
    };
    vec![
        heading(3, English, "Approved"),
        Block::Paragraph {
            style: Style::Body,
            text: Text::new(English, text),
            keep_with_next: true,
        },
        Block::Facts((0..3).map(fact).collect()),
        Block::SignOff(["Name", "Title", "Signature", "Date"].map(line).to_vec()),
    ]
}

#[test]
fn what_is_signed_stands_on_the_page_of_the_signature() {
    for sheet in [Sheet::default(), large()] {
        for filling in 0..40 {
            let blocks = [fillings(filling), attestation(40, 1)].concat();
            let layout = Layout::on(&plain(blocks), sheet);
            let (page, _) = find(&layout, "Approved");
            for text in ["First", "Fact 0", "Fact 2", "Name", "Signature", "Date"] {
                assert_eq!(find(&layout, text).0, page, "{text} after {filling}");
            }
        }
    }
}

#[test]
fn an_attestation_longer_than_a_page_ends_on_that_of_the_signature() {
    for words in 120..260 {
        let layout = Layout::on(&plain(attestation(words, 1)), large());
        let runs = runs(&layout);
        let end = runs.iter().find(|(_, run)| run.text.contains("last."));
        let (page, _) = end.unwrap();
        assert!(*page > 0, "{words}");
        for text in ["Fact 0", "Fact 2", "Name", "Title", "Signature", "Date"] {
            assert_eq!(find(&layout, text).0, *page, "{text} after {words} words");
        }
    }
    // Where even that is too much, the lines to sign on stay together.
    for names in 15..60 {
        let layout = Layout::on(&plain(attestation(40, names)), large());
        let (page, _) = find(&layout, "Name");
        for text in ["Title", "Signature", "Date"] {
            assert_eq!(find(&layout, text).0, page, "{text} with {names}");
        }
    }
}

#[test]
fn the_last_page_before_a_new_one_has_more_than_a_few_lines() {
    let text = format!("{}last.", "values and ethics ".repeat(30));
    for sheet in [Sheet::default(), large()] {
        for filling in 0..80 {
            let mut blocks = fillings(filling);
            blocks.extend([body(&text), Block::PageBreak, body("Approval")]);
            let layout = Layout::on(&plain(blocks), sheet);
            let runs = runs(&layout);
            let end = runs.iter().find(|(_, run)| run.text.ends_with("last."));
            let (page, _) = end.unwrap();
            let (next, approval) = find(&layout, "Approval");
            assert_eq!(*page + 1, next, "{filling}");
            let on_page = runs.iter().filter(|(on, _)| on == page);
            let body = on_page.filter(|(_, run)| (run.size - approval.size).abs() < 0.01);
            assert!(*page == 0 || body.count() >= 4, "{filling}");
        }
    }
}

#[test]
fn long_contents_part_where_a_section_begins() {
    for questions in 12..40 {
        let mut blocks = vec![contents(English, "Contents")];
        for number in 0..questions {
            let (level, title) = match number % 4 {
                0 => (2, format!("Section {number}.")),
                _ => (3, format!("Question {number}.")),
            };
            blocks.push(heading(level, English, &title));
            blocks.push(body(&"mot ".repeat(300)));
        }
        let layout = Layout::on(&plain(blocks), large());
        let last = layout.links.iter().map(|link| link.page).max().unwrap();
        let mut entries: Vec<_> = layout
            .links
            .iter()
            .filter(|link| link.page == last)
            .collect();
        entries.sort_by(|one, other| one.y.total_cmp(&other.y));
        let first = &entries[0].target;
        assert_eq!(first.level, 2, "{questions}: {first:?}");
        assert!(last == 0 || entries.len() > 4, "{questions}");
    }
}

#[test]
fn a_short_line_that_ends_in_no_mark_stands_with_what_it_is_the_title_of() {
    for filling in 0..60 {
        let mut blocks = fillings(filling);
        blocks.push(body("What we have heard"));
        blocks.push(body(&format!("Employees {}.", "said so ".repeat(40))));
        let layout = Layout::of(&plain(blocks));
        let (page, _) = find(&layout, "What we");
        assert_eq!(find(&layout, "Employees").0, page, "{filling}");
    }
}

#[test]
fn prompts_below_each_other_keep_to_the_answer_below_both() {
    for filling in 0..40 {
        let prompt = |language, words: &str| vec![paragraph(Style::Prompt, language, words)];
        let mut blocks = fillings(filling);
        let columns = [prompt(English, "Describe it."), prompt(French, "Décrivez.")];
        blocks.push(Block::Facing(columns));
        blocks.push(body(&format!("Answer {}", "ethics ".repeat(60))));
        let layout = Layout::on(&plain(blocks), large());
        let (page, _) = find(&layout, "Describe");
        assert_eq!(find(&layout, "Décrivez").0, page, "after {filling}");
        assert_eq!(find(&layout, "Answer").0, page, "after {filling}");
    }
}

#[test]
fn no_option_is_parted_between_two_pages() {
    let words = "Discussions about values at meetings of the committees of management";
    for filling in 0..40 {
        let mut blocks = vec![paragraph(
            Style::Prompt,
            English,
            &"Which? ".repeat(90 + 3 * filling),
        )];
        blocks.push(options(English, Selection::Several, &[(true, words); 6]));
        let layout = Layout::on(&plain(blocks), large());
        let runs = runs(&layout);
        let pages = |words: &str| -> Vec<usize> {
            let found = runs.iter().filter(|(_, run)| run.text.contains(words));
            found.map(|(page, _)| *page).collect()
        };
        let (first, last) = (pages("Discussions"), pages("management"));
        assert_eq!(first.len(), 6);
        assert_eq!(first, last, "{filling}");
    }
}

#[test]
fn a_code_stands_with_what_is_said_of_it() {
    let code = Block::Code(Code {
        content: "0123456789".to_owned(),
        alternative: Text::new(English, "A code"),
    });
    let fact = Fact {
        name: Text::new(English, "Digest"),
        value: Text::new(English, "value"),
    };
    for filling in 0..60 {
        let mut blocks = fillings(filling);
        blocks.extend([heading(3, English, "Check"), body("Copy.")]);
        blocks.push(Block::Facts(vec![fact.clone()]));
        blocks.extend([body("First."), body("Second."), code.clone()]);
        let layout = Layout::of(&plain(blocks));
        let is_code = |item: &Item| matches!(item.drawing, Drawing::Code(_));
        let with_code = |page: &Page| page.items.iter().any(is_code);
        let page = layout.pages.iter().position(with_code).unwrap();
        assert_eq!(find(&layout, "First").0, page, "{filling}");
        if filling > 20 {
            let begun = find(&layout, "Check");
            assert!(begun.0 == page || begun.1.y < 420.0, "{filling}");
        }
    }
}
