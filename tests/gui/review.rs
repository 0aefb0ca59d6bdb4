//! The review: the submission as it will be printed, and the points to check.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT, Queryable};
use probitas::app::{self, Action, EXAMPLES, Preference, ReviewHalf, Theme, Zoom};
use probitas::i18n::Language;
use probitas::report::document::{AnswerOption, Block, Document, Numbering, Part};
use probitas::report::{self, Content, Edition};
use probitas::response::{AnswerLanguages, Edit, Place};
use probitas::rules::{CompletedResponse, Finding, Severity, place_label};
use probitas::submission::record::SealedRecord;

use crate::picture::picture;
use crate::screen::{Screen, box_label, questionnaire};

const REGION: [&str; 2] = [
    "Submission as printed",
    "Autoévaluation telle qu’elle sera imprimée",
];

/// What is printed of a response, made here and not by the window.
fn printed(screen: &Screen, languages: &[Language]) -> Document {
    let session = screen.session();
    let content = Content {
        shipped: session.shipped(),
        response: session.response(),
        evaluation: session.evaluation(),
    };
    let checked = CompletedResponse::check(session.questionnaire(), session.response(), true);
    let digest = checked
        .ok()
        .map(|checked| SealedRecord::of(&checked).unwrap().digest());
    let edition = digest.as_ref().map_or(Edition::Draft, Edition::Unsigned);
    report::submission(content, edition, languages)
}

/// Every word of a document, from top to bottom.
fn words(document: &Document) -> Vec<String> {
    let mut words = Vec::new();
    for part in &document.parts {
        words.extend(part.running.marking.clone());
        words.extend(part.running.banner.clone());
        blocks(&part.blocks, &mut words);
        words.extend(foot(part));
    }
    words
}

fn foot(part: &Part) -> Vec<String> {
    let note = format!("{:?}", part.blocks).contains("unofficial: true");
    let note = part.running.unofficial_note.clone().filter(|_| note);
    let running = &part.running;
    let foot = [note, running.fingerprint.clone(), running.revision.clone()];
    foot.into_iter().flatten().collect()
}

fn blocks(blocks: &[Block], words: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Heading { text, .. } | Block::Paragraph { text, .. } => {
                words.push(text.content.clone());
            }
            Block::List(list) => {
                for (index, item) in list.items.iter().enumerate() {
                    if let Numbering::Numbers { first } = list.numbering {
                        words.push(format!("{}.", first + index as u64));
                    }
                    self::blocks(item, words);
                }
            }
            Block::Options(found) => options(&found.options, words),
            Block::Facts(facts) => {
                for fact in facts {
                    words.extend([fact.name.content.clone(), fact.value.content.clone()]);
                }
            }
            Block::SignOff(lines) => {
                for line in lines {
                    words.push(line.label.content.clone());
                    words.extend(line.value.as_ref().map(|value| value.content.clone()));
                }
            }
            Block::Code(code) => words.push(code.alternative.content.clone()),
            Block::Facing(columns) => columns
                .iter()
                .for_each(|column| self::blocks(column, words)),
            // These are for paper.
            Block::Room(_) | Block::Contents { .. } | Block::PageBreak => {}
        }
    }
}

fn options(options: &[AnswerOption], words: &mut Vec<String>) {
    for option in options {
        words.extend([option.state.clone(), option.label.content.clone()]);
        self::options(&option.options, words);
    }
}

fn region(screen: &Screen) -> Node<'_> {
    let english = screen.session().language() == Language::English;
    let name = REGION[usize::from(!english)];
    screen.harness.get_by_role_and_label(Role::Region, name)
}

/// Every text that a screen reader finds in the document, from top to bottom.
fn said(screen: &Screen) -> Vec<String> {
    let mut said = Vec::new();
    for node in region(screen).children_recursive() {
        let node = node.accesskit_node();
        if matches!(node.role(), Role::Label | Role::Heading) {
            said.push(node.value().or(node.label()).unwrap_or_default());
        }
    }
    said
}

/// The contents of a document, which stand in a long one and say its headings
/// again with the numbers of their pages.
fn without_contents(document: &Document, mut said: Vec<String>) -> Vec<String> {
    for part in &document.parts {
        for block in &part.blocks {
            let Block::Contents { title, .. } = block else {
                continue;
            };
            let Some(start) = said.iter().position(|text| *text == title.content) else {
                continue;
            };
            let is_entry = |text: &&String| {
                let (words, number) = text.rsplit_once(' ').unwrap_or_default();
                number.parse::<usize>().is_ok() && said.iter().any(|text| text == words)
            };
            let count = said[start + 1..].iter().take_while(is_entry).count();
            assert!(count > 13, "{count}");
            said.drain(start..=start + count);
        }
    }
    said
}

/// egui has no narrow no-break space; see `View::say`.
fn on_screen(words: Vec<String>) -> Vec<String> {
    let narrow = ['\u{202F}', '\u{2009}'];
    words
        .into_iter()
        .map(|word| word.replace(narrow, "\u{A0}"))
        .filter(|word| !word.is_empty())
        .collect()
}

fn check_document(screen: &Screen, languages: &[Language]) {
    let printed = printed(screen, languages);
    let expected = on_screen(words(&printed));
    let found = on_screen(without_contents(&printed, said(screen)));
    for (expected, found) in expected.iter().zip(&found) {
        assert_eq!(found, expected);
    }
    assert_eq!(found.len(), expected.len());
}

#[test]
fn document_on_the_screen_says_exactly_what_is_printed_of_each_example() {
    for window in Language::ALL {
        for index in 0..EXAMPLES.len() {
            let mut screen = Screen::sized(window, [1180.0, 820.0], 1.0);
            screen.open_example(index);
            screen.show(app::Screen::Review);
            // All examples answer in English.
            check_document(&screen, &[Language::English]);
        }
    }
}

/// A form that is answered in both languages, with lists and a decision.
fn in_both_languages(window: Language, size: [f32; 2], scale: f32) -> Screen {
    let mut screen = Screen::sized(window, size, scale);
    let text = |language, text: &str| Edit::Write {
        item: "q8".into(),
        language,
        text: text.to_owned(),
    };
    let english =
        "### What we did\n\nTwo things:\n\n1. A first\n   - with a part\n2. A second\n\nThe end.";
    let french =
        "### Ce que nous avons fait\n\nDeux choses\u{A0}:\n\n- une première\n- une deuxième";
    for edit in [
        text(Language::English, english),
        text(Language::French, french),
        Edit::OrganizationName(Language::English, "Example Agency".to_owned()),
        Edit::Marking(probitas::response::Marking::ProtectedA),
        Edit::Choose {
            item: "q6".into(),
            options: questionnaire()
                .item(&"q6".into())
                .unwrap()
                .options()
                .iter()
                .take(2)
                .map(|option| option.id.clone())
                .collect(),
        },
        Edit::Decide {
            item: "q9".into(),
            decision: probitas::response::Decision::NotApplicable,
        },
        Edit::Write {
            item: "q10".into(),
            language: Language::French,
            text: "Seulement en français".to_owned(),
        },
    ] {
        screen.act(Action::Edit(edit));
    }
    screen.show(app::Screen::Review);
    screen
}

#[test]
fn draft_in_both_languages_says_what_is_printed_and_in_which_language() {
    let mut screen = in_both_languages(Language::English, [1180.0, 820.0], 1.0);
    check_document(&screen, &[Language::English]);
    screen.click("English, then French");
    check_document(&screen, &Language::ALL);
    let tagged = |text: &str| {
        let node = region(&screen).get_by_value(text);
        node.accesskit_node().language().map(ToOwned::to_owned)
    };
    assert_eq!(tagged("ÉBAUCHE").as_deref(), Some("fr-CA"));
    assert_eq!(tagged("une deuxième").as_deref(), Some("fr-CA"));
    assert_eq!(tagged("The end.").as_deref(), Some("en-CA"));
    screen.press(Key::F9);
    check_document(&screen, &Language::ALL);
    let node = region(&screen).get_by_value("The end.");
    assert_eq!(node.accesskit_node().language(), Some("en-CA"));
}

#[test]
fn headings_of_the_document_have_levels_below_the_title_of_the_screen() {
    let screen = in_both_languages(Language::English, [1180.0, 820.0], 1.0);
    let level = |label: &str| {
        let node = region(&screen).get_by_role_and_label(Role::Heading, label);
        node.accesskit_node().data().level()
    };
    let title = &questionnaire().title.en;
    assert_eq!(level(title), Some(2));
    assert_eq!(level(&questionnaire().sections[0].title.en), Some(3));
    assert_eq!(level("Question 8"), Some(4));
    assert_eq!(level("What we did"), Some(5));
    let review = screen.heading("Review");
    assert_eq!(review.accesskit_node().data().level(), Some(1));
}

/// The row that leads from a finding to a place.
fn link(screen: &Screen, finding: &Finding, place: &Place) -> String {
    let language = screen.session().language();
    let word = match (finding.severity, language) {
        (Severity::Error, Language::English) => "Error",
        (Severity::Error, Language::French) => "Erreur",
        _ => panic!("{finding:?}"),
    };
    let at = place_label(questionnaire(), place).text(language);
    let message = finding.message_at(questionnaire(), place).text(language);
    on_screen(vec![format!("{at}. {word}: {message}")]).remove(0)
}

#[test]
fn chosen_finding_leads_to_its_field_where_it_is_shown_then() {
    for language in Language::ALL {
        for size in [[1180.0, 820.0], [512.0, 350.0]] {
            let mut screen = Screen::sized(language, size, 1.0);
            screen.show(app::Screen::Review);
            let place = Place::Item("q13".into());
            let session = screen.session();
            assert_eq!(session.shown_at(&place).count(), 0);
            let finding = session.evaluation().at(&place).next().unwrap().clone();
            let link = link(&screen, &finding, &place);
            screen.click(&link);
            screen.run();
            let question = questionnaire().questions().last().unwrap();
            let label = box_label(question, &question.items[0], Language::English, language);
            assert_eq!(screen.focused(), Some(label));
            assert_eq!(screen.session().shown_at(&place).count(), 1);
            let quiet = Place::Item("q12".into());
            assert_eq!(screen.session().shown_at(&quiet).count(), 0);
        }
    }
}

#[test]
fn warnings_of_a_kind_are_acknowledged_with_the_keyboard_and_taken_back() {
    let mut screen = in_both_languages(Language::English, [1180.0, 820.0], 1.0);
    screen.write("q11", Language::English, "In English only");
    screen.show(app::Screen::Review);
    let open = |screen: &Screen| screen.session().count_of_problems().1;
    let before = open(&screen);
    let all = "Take note of all 2 warnings of this kind…";
    screen.by_label(all).focus();
    screen.run();
    screen.press(Key::Enter);
    screen.dialog("Take note of 2 warnings");
    assert_eq!(screen.focused().as_deref(), Some("Reason (optional)"));
    screen.by_label("Reason (optional)").type_text("Agreed");
    screen.run();
    screen.press(Key::F9);
    screen.dialog("Confirmer avoir pris connaissance de 2 avertissements");
    let reason = screen.by_label("Motif (facultatif)");
    assert_eq!(reason.value().as_deref(), Some("Agreed"));
    screen.press(Key::F9);
    screen.press(Key::Enter);
    assert_eq!(open(&screen), before - 2);
    let said = screen.harness.root().children_recursive();
    let said = said.filter(|node| {
        let node = node.accesskit_node();
        let value = node.value().unwrap_or_default();
        node.role() == Role::Label && value == "Taken note of. Reason: Agreed"
    });
    assert_eq!(said.count(), 2);
    // The focus is where it was, on what takes it back.
    let back = "Take all 2 of this kind back";
    assert_eq!(screen.focused().as_deref(), Some(back));
    screen.press(Key::Enter);
    assert_eq!(open(&screen), before);
    screen.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(open(&screen), before - 2);
}

#[test]
fn switch_of_language_keeps_document_place_and_focus() {
    let mut screen = Screen::sized(Language::English, [1180.0, 820.0], 1.0);
    screen.open_example(0);
    screen.show(app::Screen::Review);
    let top = |screen: &Screen| {
        let node = region(screen);
        node.get_by_role_and_label(Role::Heading, "Question 3")
            .rect()
            .top()
    };
    region(&screen).focus();
    screen.run();
    let start = top(&screen);
    screen.press(Key::PageDown);
    screen.press(Key::ArrowDown);
    let before = top(&screen);
    assert!(before < start - 300.0, "{start} {before}");
    assert_eq!(screen.focused().as_deref(), Some(REGION[0]));
    screen.press(Key::F9);
    screen.run();
    assert_eq!(screen.focused().as_deref(), Some(REGION[1]));
    let after = top(&screen);
    assert!((before - after).abs() < 40.0, "{before} {after}");
    screen.press(Key::Home);
    screen.press(Key::F9);
    assert!((top(&screen) - start).abs() < 1.0);
}

#[test]
fn summary_counts_texts_per_language_and_leads_to_the_sign_off() {
    let mut screen = in_both_languages(Language::English, [1180.0, 820.0], 1.0);
    let has = |screen: &Screen, text: &str| {
        let mut values = screen
            .harness
            .root()
            .children_recursive()
            .filter_map(|node| node.accesskit_node().value());
        values.any(|value| value.contains(text))
    };
    let counts = "English: 1 text goes out, 1 missing – French: 2 texts go out";
    assert!(has(&screen, counts));
    assert!(has(&screen, "Not ready for sign-off: "));
    screen.press(Key::F9);
    let counts = "Anglais\u{A0}: 1 texte transmis, 1 manquant – Français\u{A0}: 2 textes transmis";
    assert!(has(&screen, counts));
    screen.press(Key::F9);
    let mut screen = Screen::sized(Language::English, [1180.0, 820.0], 1.0);
    screen.open_example(0);
    screen.show(app::Screen::Review);
    assert!(has(&screen, "Nothing blocks the sign-off."));
    screen.click("Continue to sign-off");
    assert_eq!(screen.session().screen(), app::Screen::SignOff);
}

#[test]
fn narrow_window_shows_one_half_and_tabs_change_it() {
    let mut screen = in_both_languages(Language::French, [512.0, 350.0], 2.0);
    let halves = |screen: &Screen| {
        let headings = screen
            .harness
            .query_all_by_role_and_label(Role::Heading, "Points à vérifier");
        let regions = screen
            .harness
            .query_all_by_role_and_label(Role::Region, REGION[1]);
        (headings.count(), regions.count())
    };
    assert_eq!(halves(&screen), (1, 0));
    let tab = screen
        .harness
        .get_by_role_and_label(Role::Tab, "Points à vérifier");
    tab.focus();
    screen.run();
    screen.press(Key::ArrowRight);
    assert_eq!(halves(&screen), (0, 1));
    assert_eq!(screen.focused().as_deref(), Some("Document"));
}

#[test]
fn pages_are_zoomed_by_buttons_and_by_keys_that_leave_the_text_size_alone() {
    let mut screen = in_both_languages(Language::English, [1180.0, 820.0], 1.0);
    let zoom = |screen: &Screen| screen.session().printed().zoom();
    let width = |screen: &Screen| screen.session().printed().sight().unwrap().width;
    assert_eq!(zoom(&screen), Zoom::FitWidth);
    let fitting = width(&screen);
    screen.click("Actual size (100%)");
    // 8½ inches of 96 points.
    assert_eq!((zoom(&screen), width(&screen)), (Zoom::Percent(100), 816));
    screen.click("Larger");
    assert_eq!(zoom(&screen), Zoom::Percent(125));
    screen.click("Smaller");
    screen.click("Smaller");
    assert_eq!(zoom(&screen), Zoom::Percent(75));
    screen.click("Fit width");
    assert_eq!((zoom(&screen), width(&screen)), (Zoom::FitWidth, fitting));
    region(&screen).focus();
    screen.run();
    screen.press(Key::Num1);
    screen.press(Key::Plus);
    assert_eq!(zoom(&screen), Zoom::Percent(125));
    screen.press_with(Modifiers::COMMAND, Key::Plus);
    assert_eq!(zoom(&screen), Zoom::Percent(125));
    assert_eq!(screen.session().preferences().text_percent(), 125);
    // With larger text there was no room for the pages beside the findings.
    screen.press_with(Modifiers::COMMAND, Key::Num0);
    region(&screen).focus();
    screen.run();
    screen.press(Key::Minus);
    assert_eq!(zoom(&screen), Zoom::Percent(100));
    screen.press(Key::Num0);
    assert_eq!(zoom(&screen), Zoom::FitWidth);
}

#[test]
fn pages_are_turned_and_counted_and_keep_their_place_when_they_grow() {
    let mut screen = in_both_languages(Language::English, [1180.0, 820.0], 1.0);
    let count = screen
        .session()
        .printed()
        .pages()
        .unwrap()
        .layout
        .pages
        .len();
    let page = |screen: &Screen, number: usize| {
        assert!(screen.says(&format!("Page {number} of {count}")));
        assert_eq!(
            screen.session().printed().sight().unwrap().current,
            number - 1
        );
    };
    page(&screen, 1);
    screen.click("Next page");
    screen.click("Next page");
    page(&screen, 3);
    screen.click("Actual size (100%)");
    page(&screen, 3);
    screen.click("Previous page");
    page(&screen, 2);
    region(&screen).focus();
    screen.run();
    screen.press(Key::End);
    page(&screen, count);
    screen.press(Key::Home);
    page(&screen, 1);
}

#[test]
fn text_of_the_pages_is_selected_and_copied() {
    let mut screen = in_both_languages(Language::English, [1180.0, 820.0], 1.0);
    screen.act(Action::ShowPrinted(AnswerLanguages::English));
    let selected = |screen: &Screen| screen.session().printed().selected_text();
    let title = questionnaire().title.en.clone();
    let heading = |screen: &Screen| {
        let node = region(screen);
        let node = node.get_by_role_and_label(Role::Heading, &questionnaire().title.en);
        node.rect()
    };
    let place = heading(&screen).left_top() + egui::vec2(12.0, 8.0);
    let press = |screen: &mut Screen, pressed| {
        screen.harness.event(egui::Event::PointerMoved(place));
        screen.harness.event(egui::Event::PointerButton {
            pos: place,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        });
        screen.harness.step();
    };
    // The frames of a test are far apart.
    screen.harness.ctx.options_mut(|options| {
        options.input_options.max_double_click_delay = 10.0;
        options.input_options.max_click_duration = 10.0;
    });
    let first = title.split(' ').next().unwrap();
    for expected in [None, Some(first), Some(title.as_str())] {
        press(&mut screen, true);
        press(&mut screen, false);
        assert_eq!(selected(&screen).as_deref(), expected);
    }
    screen.run();
    assert_eq!(screen.focused().as_deref(), Some(REGION[0]));
    screen.harness.event(egui::Event::Copy);
    screen.run();
    assert!(screen.says("Copied: selected text") || screen.live().contains("selected text"));
    screen.press_with(Modifiers::COMMAND, Key::A);
    let all = selected(&screen).unwrap();
    assert!(
        all.contains("\n1. A first\n• with a part\n2. A second\nThe end."),
        "{all}"
    );
    assert!(all.starts_with(&title), "{all}");
    assert!(!all.contains("DRAFT"), "{all}");
}

/// Pictures of the findings, of the dialog and of the end of the document.
fn check_pictures(language: Language, size: [f32; 2], scale: u8) {
    let mut screen = in_both_languages(language, size, f32::from(scale));
    let name = |what: &str| format!("review-{}-{what}-{}.png", size[0], language.code());
    let check = |screen: &mut Screen, what: &str, least: usize| {
        let Some(picture) = picture(screen, &name(what)) else {
            return;
        };
        let dark = picture.dark_per_thousand();
        assert!((least..400).contains(&dark), "{what}: {dark}");
        assert!(picture.is_clear_at_the_right(scale), "{what}");
    };
    check(&mut screen, "findings", 2);
    screen.act(Action::ShowHalf(ReviewHalf::Document));
    screen.act(Action::ShowPrinted(AnswerLanguages::Both));
    check(&mut screen, "document", 2);
    region(&screen).focus();
    screen.run();
    screen.press(Key::End);
    // Only lines to write on, in a low window.
    check(&mut screen, "end", 1);
    screen.act(Action::ShowHalf(ReviewHalf::Findings));
    let warnings = screen.session().evaluation().of(Severity::Warning);
    let keys: Vec<String> = warnings.map(Finding::key).collect();
    let dialog = screen.session().acknowledging(keys);
    screen.act(Action::OpenDialog(dialog));
    check(&mut screen, "dialog", 2);
    screen.act(Action::Confirm);
    for theme in [Theme::Dark, Theme::HighContrast] {
        screen.act(Action::SetPreference(Preference::Theme(theme)));
        picture(&mut screen, &name(&format!("{theme:?}")));
    }
}

#[test]
fn review_of_1180_by_820_is_drawn_in_both_languages() {
    for language in Language::ALL {
        check_pictures(language, [1180.0, 820.0], 1);
    }
}

#[test]
fn review_of_1024_by_700_is_drawn_in_both_languages() {
    for language in Language::ALL {
        check_pictures(language, [1024.0, 700.0], 1);
    }
}

#[test]
fn review_at_200_percent_is_drawn_in_both_languages() {
    for language in Language::ALL {
        check_pictures(language, [512.0, 350.0], 2);
    }
}
