use proptest::prelude::*;

use super::*;

/// `~` stands for U+00A0 here.
fn tidied(text: &str, language: Language) -> String {
    let text = text.replace('~', "\u{A0}");
    let mut writing = Writing::default();
    writing.insert(0, &text);
    let changes = changes(&writing, language);
    apply(&writing, &changes).text().replace('\u{A0}', "~")
}

fn check(language: Language, cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(tidied(text, language), *expected, "{text}");
    }
}

/// What must stay as it is.
fn stays(language: Language, texts: &[&str]) {
    for text in texts {
        assert_eq!(tidied(text, language), *text);
    }
}

#[test]
fn french_spaces_stand_before_colon_and_percent_and_no_other_mark() {
    check(
        Language::French,
        &[
            ("Voici: oui", "Voici~: oui"),
            ("Voici : oui", "Voici~: oui"),
            ("Voici\u{202F}: oui", "Voici~: oui"),
            ("10% et 10 % et 2,5%", "10~% et 10~% et 2,5~%"),
            ("oui ; non ! quoi ?", "oui; non! quoi?"),
            ("oui , non", "oui, non"),
            ("quoi ?!", "quoi?!"),
            ("En 2024 : 15 séances", "En 2024~: 15 séances"),
            ("Question 5 : 3 mesures", "Question 5~: 3 mesures"),
            ("De 9 : 125 personnes", "De 9~: 125 personnes"),
        ],
    );
    stays(
        Language::French,
        &[
            "10:30",
            "10 : 30",
            "9 : 05",
            "https://a.ca: b",
            "a :) b",
            ": a",
            "50%25",
        ],
    );
}

#[test]
fn english_has_no_space_before_marks() {
    check(
        Language::English,
        &[
            ("one : two ; three ? four !", "one: two; three? four!"),
            ("10 % of all", "10% of all"),
            ("$ 5,000", "$5,000"),
            ("one  two   three", "one two three"),
        ],
    );
    stays(
        Language::English,
        &[
            "a :-)",
            "1 : 3",
            "2024 : 15",
            "5 000 $ 20",
            "« a »",
            "a\tb",
            "___ __",
        ],
    );
}

#[test]
fn straight_quotes_become_those_of_the_language_in_pairs() {
    check(
        Language::English,
        &[
            ("say \"yes\", \"no\".", "say “yes”, “no”."),
            ("(\"a b\")", "(“a b”)"),
            (
                "it's the employees' and the '90s",
                "it’s the employees’ and the ’90s",
            ),
        ],
    );
    check(
        Language::French,
        &[
            ("dire \"oui\", \"non\".", "dire «~oui~», «~non~»."),
            ("\"un \"deux\" trois\"", "«~un “deux” trois~»"),
            ("« un \"deux\" »", "«~un “deux”~»"),
            ("l'\"éthique\" d'ici", "l’«~éthique~» d’ici"),
            ("«oui»", "«~oui~»"),
        ],
    );
    stays(
        Language::English,
        &[
            "a 12\" screen",
            "say \"yes",
            "a \" b \" c",
            "a \"\" b",
            "\"a \"b\" c\"",
            "“a \"b\" c”",
            "'a workers' b'",
            "6' tall",
        ],
    );
}

#[test]
fn ranges_get_an_en_dash_in_english_and_identifiers_do_not() {
    check(
        Language::English,
        &[
            ("in 2023-2024, 2023-24.", "in 2023–2024, 2023–24."),
            ("10-15 people (5-10%)", "10–15 people (5–10%)"),
        ],
    );
    stays(
        Language::English,
        &[
            "2024-05-01",
            "2004-05",
            "613-555-0199",
            "1-800-555-0199",
            "Bill C-11",
            "FON 301-302",
            "section 4-12",
            "CP22-208",
            "9-1-1",
            "50-50",
            "24-7",
            "2024-2023",
            "SC94-72-1996E",
            "007-008",
            "no. 10-15",
        ],
    );
    stays(
        Language::French,
        &["l’exercice 2023-2024", "de 10-15 jours"],
    );
}

#[test]
fn figures_stay_with_their_units() {
    check(
        Language::French,
        &[
            ("5 000 $ et 10 km", "5~000~$ et 10~km"),
            (
                "50000 $, 5000$ et 1234567,50 $",
                "50~000~$, 5000~$ et 1~234~567,50~$",
            ),
            ("14 000 employés", "14~000 employés"),
            ("à 14h02, 9 h et 14 h 30", "à 14~h~02, 9~h et 14~h~30"),
            ("p.ex. ceci, s. o. cela", "p.~ex. ceci, s.o. cela"),
        ],
    );
    check(
        Language::English,
        &[
            ("at 9 a.m., 10 km, 5kg", "at 9~a.m., 10~km, 5~kg"),
            ("$50000 and $1234567.50", "$50,000 and $1,234,567.50"),
        ],
    );
    stays(
        Language::French,
        &[
            "613 555 0199",
            "FON 301 302",
            "en 2024 300 personnes",
            "article 32 100",
            "24h/24",
            "s. o.",
            "12345",
            "5 mots",
        ],
    );
    stays(
        Language::English,
        &["5 000 people", "10 a day", "5G", "$5000"],
    );
}

#[test]
fn addresses_and_code_are_left_alone() {
    for language in Language::ALL {
        stays(
            language,
            &[
                "https://example.ca/a'b?c=10%&d=\"e\"",
                "jean.d'arc@example.gc.ca",
                "www.canada.ca/ethique:page",
                "`it's  \"code\"`",
                "C:\\dossier\\l'ami",
                "rapport_l'ami.docx",
                "x=\"y\"",
            ],
        );
    }
}

#[test]
fn lists_and_kinds_stay_and_a_pair_is_one_change() {
    let stored = "### It's\n\n- one \"two\n  three\" four\n- say \"yes\" , it's";
    let writing = Writing::from_stored(stored);
    let found = changes(&writing, Language::English);
    let reasons: Vec<(usize, Reason, usize)> = found
        .iter()
        .map(|change| (change.line, change.reason, change.edits.len()))
        .collect();
    assert_eq!(
        reasons,
        [
            (0, Reason::Apostrophe, 1),
            (3, Reason::Quotes, 2),
            (3, Reason::Apostrophe, 1)
        ]
    );
    let all = apply(&writing, &found);
    assert_eq!(
        all.to_stored(),
        "### It’s\n\n- one \"two\n  three\" four\n- say “yes”, it’s"
    );
    // Each can be made without the others.
    let one = apply(&writing, &found[2..]);
    assert!(one.to_stored().ends_with("- say \"yes\" , it’s"));
}

#[test]
fn excerpt_shows_whole_words_and_what_differs() {
    let text = "There are many words before the employee's own words, and as many behind them.";
    let writing = Writing::from_stored(text);
    let change = &changes(&writing, Language::English)[0];
    let joined = |pieces: &[Piece]| {
        let parts = pieces.iter().map(|piece| {
            if piece.differs {
                format!("[{}]", piece.text)
            } else {
                piece.text.clone()
            }
        });
        parts.collect::<String>()
    };
    let excerpt = &excerpts(&writing, [change])[0];
    assert_eq!(
        joined(&excerpt.before),
        "…before the employee[']s own words, and…"
    );
    assert_eq!(
        joined(&excerpt.after),
        "…before the employee[’]s own words, and…"
    );
}

#[test]
fn one_line_full_of_what_is_to_be_tidied_does_not_hang() {
    for text in [
        "\"a\" ".repeat(20_000),
        "a".to_owned() + &"\u{A0}".repeat(100_000) + "b",
    ] {
        let mut writing = Writing::default();
        writing.insert(0, &text);
        let found = changes(&writing, Language::English);
        assert_eq!(excerpts(&writing, &found).len(), found.len());
    }
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn language() -> impl Strategy<Value = Language> {
    prop_oneof![Just(Language::English), Just(Language::French)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn tidying_keeps_letters_lines_and_kinds_and_comes_to_rest(
        text in "[ab1259hp. ex\"'«»“”’:;?!,%$ \u{A0}\u{202F}()/-]{0,60}(\n[as1o 0\"'«»%$:.hkm-]{0,30}){0,2}",
        language in language(),
    ) {
        let mut writing = Writing::default();
        writing.insert(0, &text);
        let found = changes(&writing, language);
        let tidy = apply(&writing, &found);
        prop_assert_eq!(letters(tidy.text()), letters(writing.text()));
        prop_assert_eq!(tidy.kinds(), writing.kinds());
        prop_assert_eq!(changes(&tidy, language), []);
        // One after the other comes to the same letters too.
        for change in &found {
            let one = apply(&writing, std::slice::from_ref(change));
            prop_assert_eq!(letters(one.text()), letters(writing.text()));
            let excerpt = &excerpts(&writing, [change])[0];
            prop_assert!(excerpt.before != excerpt.after);
        }
    }

    #[test]
    fn tidying_takes_any_text(text in "\\PC{0,80}", language in language()) {
        let mut writing = Writing::default();
        writing.insert(0, &text);
        let tidy = apply(&writing, &changes(&writing, language));
        prop_assert_eq!(letters(tidy.text()), letters(writing.text()));
        prop_assert_eq!(changes(&tidy, language), []);
    }
}
