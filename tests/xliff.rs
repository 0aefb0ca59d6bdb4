//! Texts go to a translation bureau and come back.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test stops at the first surprise"
)]

#[path = "support/responses.rs"]
mod responses;

use std::fmt::Write as _;

use probitas::export::xliff::{Scope, work_list};
use probitas::i18n::Language;
use probitas::import::xliff::{Taken, XliffError, read, take_in};
use probitas::response::{AnswerLanguages, Decision, Edit, QuestionnaireResponse, Translation};
use probitas::rules::{TranslationStanding, translatable};
use probitas::text::Document;
use proptest::prelude::*;
use responses::{now, questionnaire, response};

const EXAMPLES: [&str; 4] = [
    include_str!("../assets/examples/elections-canada.probitas"),
    include_str!("../assets/examples/immigration-refugees-citizenship.probitas"),
    include_str!("../assets/examples/innovation-science-economic-development.probitas"),
    include_str!("../assets/examples/treasury-board-secretariat.probitas"),
];

fn loaded(json: &str) -> QuestionnaireResponse {
    let json = serde_json::from_str(json).unwrap();
    QuestionnaireResponse::from_draft_json(&json)
        .unwrap()
        .response
}

fn apply(response: &mut QuestionnaireResponse, edit: Edit) -> Edit {
    response.apply(questionnaire(), edit, now()).unwrap()
}

/// As it would be after reading its file, answered in both languages.
fn in_both(response: &QuestionnaireResponse) -> QuestionnaireResponse {
    let mut response = loaded(&response.to_draft_json());
    let both = Edit::AnswerLanguages(AnswerLanguages::Both);
    apply(&mut response, both);
    response
}

fn example(index: usize) -> QuestionnaireResponse {
    in_both(&loaded(EXAMPLES[index]))
}

fn written(response: &QuestionnaireResponse, scope: Scope) -> Option<String> {
    work_list(questionnaire(), response, scope).map(|list| list.xml)
}

fn taken(response: &QuestionnaireResponse, xml: &str) -> Result<Taken, XliffError> {
    take_in(questionnaire(), response, &read(xml)?)
}

/// The file as a bureau would send it back: every target is its source behind
/// a word, in this state.
fn translated(xml: &str, state: &str) -> String {
    let mut source = String::new();
    let mut back = String::new();
    for line in xml.lines() {
        let text = line.trim_start();
        if let Some(rest) = text.strip_prefix("<source ") {
            let rest = rest.split_once('>').unwrap().1;
            rest.strip_suffix("</source>")
                .unwrap()
                .clone_into(&mut source);
        }
        if text.starts_with("<target ") {
            let open = text.split(" state").next().unwrap();
            write!(back, "{open} state=\"{state}\">Traduit {source}</target>").unwrap();
        } else {
            back.push_str(line);
        }
        back.push('\n');
    }
    back
}

fn texts(taken: &Taken) -> Vec<String> {
    let report = taken.report.iter();
    report.map(|line| line.text(Language::English)).collect()
}

/// A response with one text in English, and one more that stays out of it.
fn one_text(text: &str) -> QuestionnaireResponse {
    let mut response = in_both(&QuestionnaireResponse::new(
        questionnaire(),
        uuid::Uuid::nil(),
        now(),
    ));
    apply(&mut response, write("q8", Language::English, text));
    response
}

fn write(item: &str, language: Language, text: &str) -> Edit {
    Edit::Write {
        item: item.into(),
        language,
        text: text.to_owned(),
    }
}

fn confirm(item: &str) -> Edit {
    Edit::ConfirmTranslation {
        item: item.into(),
        confirmed: true,
    }
}

fn french(response: &QuestionnaireResponse) -> String {
    let answer = response.answer(&"q8".into());
    answer.unwrap().text.fr.clone()
}

fn standing(response: &QuestionnaireResponse) -> Translation {
    let answer = response.answer(&"q8".into());
    answer.unwrap().text.translation.clone()
}

#[test]
fn published_answers_come_back_with_every_line_in_its_place() {
    for index in 0..EXAMPLES.len() {
        let mut response = example(index);
        let before = response.clone();
        let xml = written(&response, Scope::Open).unwrap();
        let unchanged = taken(&response, &xml).unwrap();
        assert_eq!(unchanged.edit, None, "{:?}", texts(&unchanged));
        let back = taken(&response, &translated(&xml, "final")).unwrap();
        let inverse = apply(&mut response, back.edit.unwrap());
        let listed = translatable(questionnaire(), &response);
        assert!(listed.len() >= 8, "example {index}");
        for text in &listed {
            assert_eq!(
                text.standing,
                TranslationStanding::Confirmed,
                "{}",
                text.item
            );
            let source = Document::parse(text.text.get(Language::English));
            let target = Document::parse(text.text.get(Language::French));
            assert_eq!(source.skeleton(), target.skeleton(), "{}", text.item);
            let lines: Vec<String> = source
                .lines()
                .map(|line| format!("Traduit {line}"))
                .collect();
            assert_eq!(target.lines().collect::<Vec<_>>(), lines, "{}", text.item);
        }
        assert_eq!(back.answers, listed.len());
        // Confirmed translations are no work, and come back as they are.
        assert_eq!(written(&response, Scope::Open), None);
        let all = written(&response, Scope::All).unwrap();
        assert!(all.contains("state=\"final\""));
        assert_eq!(taken(&response, &all).unwrap().edit, None);
        apply(&mut response, inverse);
        assert_eq!(response, before.changed_at(now()));
    }
}

#[test]
fn what_changed_in_the_source_travels_as_a_note() {
    let mut response = one_text("By fall 2024.");
    apply(
        &mut response,
        write("q8", Language::French, "D’ici l’automne 2024."),
    );
    apply(&mut response, confirm("q8"));
    apply(
        &mut response,
        write("q8", Language::English, "By winter 2024."),
    );
    let xml = written(&response, Scope::Open).unwrap();
    let note = "English text since its translation was confirmed: \
                By [removed: fall] [added: winter] 2024.</note>";
    assert!(xml.contains(note), "{xml}");
    assert!(xml.contains("needs-review-translation"));
    assert_eq!(taken(&response, &xml).unwrap().edit, None);
    let mut french = one_text("");
    for (language, text) in [
        (Language::French, "D’ici l’automne."),
        (Language::English, "By fall."),
    ] {
        apply(&mut french, write("q8", language, text));
    }
    apply(&mut french, confirm("q8"));
    apply(
        &mut french,
        write("q8", Language::French, "- D’ici l’automne."),
    );
    let xml = written(&french, Scope::Open).unwrap();
    assert!(xml.contains("de sa traduction\u{a0}: "), "{xml}");
}

#[test]
fn only_what_the_bureau_calls_final_is_confirmed() {
    let response = one_text("One.\n\n- two");
    let xml = written(&response, Scope::Open).unwrap();
    for (state, confirmed) in [
        ("final", true),
        ("signed-off", true),
        ("translated", false),
        ("needs-translation", false),
        ("needs-review-translation", false),
        ("x-anything", false),
    ] {
        let mut response = response.clone();
        let back = taken(&response, &translated(&xml, state)).unwrap();
        apply(&mut response, back.edit.unwrap());
        assert_eq!(
            french(&response),
            "Traduit One.\n\n- Traduit two",
            "{state}"
        );
        let is_confirmed = matches!(standing(&response), Translation::Confirmed { .. });
        assert_eq!(is_confirmed, confirmed, "{state}");
    }
    // One unit that is not final leaves all of the answer to a person.
    let back = translated(&xml, "final").replacen("\"final\"", "\"translated\"", 1);
    let mut mixed = response.clone();
    let back = taken(&mixed, &back).unwrap();
    apply(&mut mixed, back.edit.unwrap());
    assert_eq!(standing(&mixed), Translation::None);
}

#[test]
fn approval_of_a_unit_counts_where_its_state_does_not_say_otherwise() {
    let response = one_text("One.");
    let xml = written(&response, Scope::Open).unwrap();
    let approved = |state: &str| {
        let back = translated(&xml, "translated").replace(" state=\"translated\"", state);
        let back = back.replace("<trans-unit ", "<trans-unit approved=\"yes\" ");
        let mut response = response.clone();
        let back = taken(&response, &back).unwrap();
        apply(&mut response, back.edit.unwrap());
        matches!(standing(&response), Translation::Confirmed { .. })
    };
    assert!(approved(""));
    assert!(approved(" state=\"translated\""));
    assert!(!approved(" state=\"needs-review-translation\""));
}

#[test]
fn source_that_changed_since_is_told_and_kept_to_be_compared() {
    let mut response = one_text("By *fall* 2024.\n\n- one");
    let xml = written(&response, Scope::Open).unwrap();
    let sent = "By \\*fall\\* 2024.\n\n- one".to_owned();
    apply(
        &mut response,
        write("q8", Language::English, "By winter 2024."),
    );
    let back = taken(&response, &translated(&xml, "final")).unwrap();
    assert!(
        texts(&back)[1].contains("has changed since it was sent"),
        "{:?}",
        texts(&back)
    );
    apply(&mut response, back.edit.unwrap());
    assert_eq!(
        french(&response),
        "Traduit By \\*fall\\* 2024.\n\n- Traduit one"
    );
    let rewritten = false;
    assert_eq!(
        standing(&response),
        Translation::Stale {
            of: sent,
            rewritten
        }
    );
    let text = &response.answer(&"q8".into()).unwrap().text;
    assert!(text.source_change().unwrap().len() > 1);
}

#[test]
fn translation_that_is_not_final_is_not_confirmed_when_the_source_goes_back() {
    let mut response = one_text("By fall");
    let xml = written(&response, Scope::Open).unwrap();
    for state in ["translated", "final"] {
        let mut response = response.clone();
        apply(&mut response, write("q8", Language::English, "By winter"));
        let back = taken(&response, &translated(&xml, state)).unwrap();
        apply(&mut response, back.edit.unwrap());
        apply(&mut response, write("q8", Language::English, "By fall"));
        let is_confirmed = matches!(standing(&response), Translation::Confirmed { .. });
        assert_eq!(is_confirmed, state == "final");
    }
    // Neither is one that takes the place of a stale one.
    apply(&mut response, write("q8", Language::French, "À l’automne"));
    apply(&mut response, confirm("q8"));
    apply(&mut response, write("q8", Language::English, "By winter"));
    let xml = written(&response, Scope::Open).unwrap();
    let back = taken(&response, &translated(&xml, "translated")).unwrap();
    apply(&mut response, back.edit.unwrap());
    assert!(matches!(standing(&response), Translation::Stale { .. }));
    apply(&mut response, write("q8", Language::English, "By fall"));
    assert!(matches!(standing(&response), Translation::Stale { .. }));
}

#[test]
fn text_whose_source_was_emptied_is_translated_from_the_other_language() {
    let mut response = one_text("one");
    apply(&mut response, write("q8", Language::French, "un"));
    apply(&mut response, confirm("q8"));
    apply(&mut response, write("q8", Language::English, ""));
    let xml = written(&response, Scope::Open).unwrap();
    assert!(xml.contains("source-language=\"fr-CA\""), "{xml}");
    // What stood in the English text is no change of the French one.
    assert!(!xml.contains("one"), "{xml}");
    let back = taken(&response, &translated(&xml, "translated")).unwrap();
    apply(&mut response, back.edit.unwrap());
    let text = &response.answer(&"q8".into()).unwrap().text;
    assert_eq!(
        (text.source, text.en.as_str()),
        (Language::French, "Traduit un")
    );
    assert_eq!(text.translation, Translation::None);
}

#[test]
fn bullet_that_a_bureau_writes_makes_no_item() {
    let mut response = one_text("A plan");
    let xml = written(&response, Scope::Open).unwrap();
    let xml = translated(&xml, "final").replace("Traduit A plan", "· Un plan");
    let back = taken(&response, &xml).unwrap();
    apply(&mut response, back.edit.unwrap());
    assert_eq!(french(&response), "· Un plan");
}

#[test]
fn translation_of_another_structure_travels_as_a_note_and_is_not_lost() {
    let mut response = one_text("One.\n\nTwo.");
    apply(&mut response, write("q8", Language::French, "Un & deux."));
    let xml = written(&response, Scope::Open).unwrap();
    assert!(
        xml.contains("than the source: Un &amp; deux.</note>"),
        "{xml}"
    );
    assert_eq!(taken(&response, &xml).unwrap().edit, None);
    // What stands there already is sent along where it fits.
    apply(&mut response, write("q8", Language::French, "Un.\n\nDeux."));
    let xml = written(&response, Scope::Open).unwrap();
    assert!(xml.contains("state=\"translated\">Deux.</target>"), "{xml}");
    let back = taken(&response, &translated(&xml, "translated")).unwrap();
    assert!(
        texts(&back)[0].contains("was replaced"),
        "{:?}",
        texts(&back)
    );
}

#[test]
fn text_written_first_in_french_is_translated_into_english() {
    let mut response = one_text("One.");
    apply(&mut response, write("q9", Language::French, "Deux."));
    let xml = written(&response, Scope::Open).unwrap();
    assert_eq!(xml.matches("<file ").count(), 2);
    let back = taken(&response, &translated(&xml, "final")).unwrap();
    assert_eq!(back.answers, 2);
    apply(&mut response, back.edit.unwrap());
    let english = &response.answer(&"q9".into()).unwrap().text.en;
    assert_eq!(english, "Traduit Deux.");
}

#[test]
fn what_programs_for_translators_add_is_understood_or_passed_over() {
    let mut response = one_text("One <two> three.");
    let xml = written(&response, Scope::Open).unwrap();
    let (head, tail) = xml.split_once("<target ").unwrap();
    let tail = tail.split_once("</target>").unwrap().1;
    let xml = format!(
        "\u{feff}{head}<seg-source><mrk mtype=\"seg\">x</mrk></seg-source>\
         <target xml:lang=\"fr-CA\" state=\"final\"><mrk mtype=\"seg\" mid=\"1\">Un \
         <g id=\"1\">&lt;d&#233;ux&gt;</g><ph id=\"2\">code</ph> <![CDATA[<trois>]]></mrk></target>\
         <alt-trans><source>a</source><target>b</target></alt-trans>\
         <other:note xmlns:other=\"urn:x\"><target>c</target></other:note>{tail}"
    );
    let xml = xml.trim_start_matches('\u{feff}');
    let back = taken(&response, xml).unwrap();
    apply(&mut response, back.edit.unwrap());
    assert_eq!(french(&response), "Un \\<déux> \\<trois>");
    assert!(matches!(standing(&response), Translation::Confirmed { .. }));
}

#[test]
fn half_a_translation_is_not_taken_and_is_told() {
    let response = one_text("One.\n\n- two\n- three");
    let xml = written(&response, Scope::Open).unwrap();
    let back = translated(&xml, "final");
    for (damaged, told) in [
        (back.replace("Traduit two", " "), "Some segments"),
        // A unit that is gone leaves a structure without its lines.
        (
            back.replace("id=\"q8:2\"", "id=\"q99:2\""),
            "Segments are missing",
        ),
        (back.replace("p1 b", "p1 o1"), ""),
    ] {
        let found = taken(&response, &damaged).unwrap();
        let report = texts(&found).join(" ");
        assert!(report.contains(told), "{report}");
        assert_eq!(found.edit.is_none(), !told.is_empty(), "{report}");
    }
    // The structure can be lost where the source is what it was.
    let lost = back.replace(" extradata=\"p1 b[p1,p1]\"", "");
    assert_ne!(lost, back);
    let mut whole = response.clone();
    let found = taken(&whole, &lost).unwrap();
    apply(&mut whole, found.edit.unwrap());
    assert_eq!(
        french(&whole),
        "Traduit One.\n\n- Traduit two\n- Traduit three"
    );
}

#[test]
fn units_of_no_text_or_of_one_that_is_gone_are_told() {
    let mut response = one_text("One.");
    let xml = translated(&written(&response, Scope::Open).unwrap(), "final");
    for id in ["q1:1", "q99:1", "q8", "q8:x", ""] {
        let odd = xml.replace("id=\"q8:1\"", &format!("id=\"{id}\""));
        let found = taken(&response, &odd).unwrap();
        assert_eq!(found.edit, None, "{id}");
        assert!(texts(&found)[0].contains("1 segment belongs"), "{id}");
    }
    apply(&mut response, write("q8", Language::English, ""));
    let found = taken(&response, &xml).unwrap();
    assert_eq!(found.edit, None);
    assert!(texts(&found)[0].contains("no longer there"));
}

#[test]
fn item_that_was_decided_meanwhile_keeps_its_decision() {
    let mut response = one_text("One.");
    let xml = translated(&written(&response, Scope::Open).unwrap(), "final");
    let decide = Edit::Decide {
        item: "q8".into(),
        decision: Decision::NotApplicable,
    };
    apply(&mut response, decide);
    let found = taken(&response, &xml).unwrap();
    apply(&mut response, found.edit.unwrap());
    let answer = response.answer(&"q8".into()).unwrap();
    assert_eq!(answer.decision, Decision::NotApplicable);
    assert_eq!(answer.text.fr, "Traduit One.");
}

#[test]
fn another_translation_than_the_confirmed_one_is_to_be_confirmed() {
    let mut response = one_text("One.");
    apply(&mut response, write("q8", Language::French, "Un."));
    apply(&mut response, confirm("q8"));
    let xml = written(&response, Scope::All).unwrap();
    let found = taken(&response, &translated(&xml, "translated")).unwrap();
    apply(&mut response, found.edit.unwrap());
    assert_eq!(standing(&response), Translation::None);
}

#[test]
fn many_entities_do_not_hang_and_a_bullet_in_a_line_stays() {
    let response = one_text("One.");
    let xml = translated(&written(&response, Scope::Open).unwrap(), "final");
    let many = xml.replace("Traduit", &"&amp;\n".repeat(200_000));
    let found = taken(&response, &many).unwrap();
    assert!(found.edit.is_some());
    let response = one_text("- • one");
    let xml = translated(&written(&response, Scope::Open).unwrap(), "final");
    let xml = xml.replace("Traduit ", "");
    let mut response = response;
    let found = taken(&response, &xml).unwrap();
    apply(&mut response, found.edit.unwrap());
    assert_eq!(response.answer(&"q8".into()).unwrap().text.fr, "- • one");
}

#[test]
fn file_that_is_none_or_of_something_else_is_refused_in_words() {
    let response = one_text("One.");
    let xml = translated(&written(&response, Scope::Open).unwrap(), "final");
    let refused = |xml: &str| taken(&response, xml).unwrap_err();
    let doctype = "<!DOCTYPE xliff [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>\n<xliff ";
    let bomb = xml.replace("<xliff ", doctype).replace("Traduit", "&b;");
    let outside = "<!DOCTYPE xliff [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>\n<xliff ";
    for (file, error) in [
        (bomb, XliffError::Entities { line: 2 }),
        (
            xml.replace("<xliff ", outside),
            XliffError::Entities { line: 2 },
        ),
        (
            xml.replace("Traduit", "&nbsp;"),
            XliffError::Entities { line: 13 },
        ),
        (
            xml.replace("Traduit", "&#0;"),
            XliffError::Entities { line: 13 },
        ),
        (String::new(), XliffError::NotXliff),
        ("{}".to_owned(), XliffError::NotXliff),
        (format!("{xml}."), XliffError::NotXml { line: 18 }),
        ("<html></html>".to_owned(), XliffError::NotXliff),
        (
            xml.replace("version=\"1.2\"", "version=\"2.0\""),
            XliffError::OtherVersion {
                version: "2.0".to_owned(),
            },
        ),
        (
            xml.replace("urn:uuid:0", "urn:uuid:1"),
            XliffError::OtherDraft,
        ),
        (
            xml.replace("language=\"fr-CA\"", "language=\"de-DE\""),
            XliffError::OtherLanguages,
        ),
        (
            xml.replace("language=\"fr-CA\"", "language=\"en-GB\""),
            XliffError::OtherLanguages,
        ),
        (
            format!("<xliff version=\"1.2\">{}", "<group>".repeat(100_000)),
            XliffError::TooMuch,
        ),
    ] {
        let found = refused(&file);
        assert_eq!(found, error, "{file:.300}");
        for language in Language::ALL {
            let pair = found.message();
            assert!(!pair.problem.text(language).contains("err-"));
            assert!(!pair.hint.text(language).contains("hint-"));
        }
    }
    for cut in (1..xml.len()).filter(|cut| xml.is_char_boundary(*cut)) {
        if xml[cut..].trim().is_empty() {
            continue;
        }
        let found = refused(&xml[..cut]);
        let cut_off = matches!(found, XliffError::NotXml { .. } | XliffError::NotXliff);
        assert!(cut_off, "{cut}: {found:?}");
    }
    let mut english = response.clone();
    let only = Edit::AnswerLanguages(AnswerLanguages::English);
    apply(&mut english, only);
    assert_eq!(taken(&english, &xml), Err(XliffError::OneLanguage));
    assert_eq!(written(&english, Scope::All), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_comes_back_as_it_was_sent_changes_nothing(response in response()) {
        let response = in_both(&response);
        for scope in [Scope::Open, Scope::All] {
            let Some(xml) = written(&response, scope) else { continue };
            let found = taken(&response, &xml).unwrap();
            prop_assert_eq!(found.edit, None);
        }
    }

    #[test]
    fn every_translation_comes_back_in_the_structure_of_its_source(response in response()) {
        let mut response = in_both(&response);
        let before = response.clone();
        let Some(xml) = written(&response, Scope::All) else { return Ok(()) };
        let found = taken(&response, &translated(&xml, "final")).unwrap();
        let inverse = apply(&mut response, found.edit.unwrap());
        for text in translatable(questionnaire(), &before) {
            let answer = response.answer(text.item).unwrap();
            let source = Document::parse(answer.text.get(text.from));
            let target = Document::parse(answer.text.get(text.from.other()));
            prop_assert_eq!(source.skeleton(), target.skeleton());
            let confirmed = matches!(answer.text.translation, Translation::Confirmed { .. });
            prop_assert!(confirmed);
        }
        // What a draft may not hold does not come in this way either.
        let json = serde_json::from_str(&response.to_draft_json()).unwrap();
        let read = QuestionnaireResponse::from_draft_json(&json).unwrap();
        prop_assert_eq!(read.cleaned_count, 0);
        apply(&mut response, inverse);
        prop_assert_eq!(response, before.changed_at(now()));
    }

    #[test]
    fn no_file_makes_it_fail(
        place in 0..4_000usize,
        odd in "[<>/&;\"= a-z0-9\u{e9}]{0,12}",
    ) {
        let response = one_text("One.\n\n- two");
        let xml = written(&response, Scope::Open).unwrap();
        let xml = translated(&xml, "final");
        let mut place = place.min(xml.len());
        while !xml.is_char_boundary(place) {
            place -= 1;
        }
        let odd = format!("{}{odd}{}", &xml[..place], &xml[place..]);
        if let Ok(found) = taken(&response, &odd) && let Some(edit) = found.edit {
            let mut response = response;
            apply(&mut response, edit);
            let english = &response.answer(&"q8".into()).unwrap().text.en;
            prop_assert_eq!(english, "One.\n\n- two");
        }
    }
}
