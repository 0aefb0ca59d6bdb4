//! What a reader of the published page could not follow or should not find:
//! references, attachments, addresses, characters without a glyph.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::survey::Survey;
use super::{Finding, Rule};
use crate::i18n::{Language, Message, rules as say};
use crate::questionnaire::{ItemId, Role};
use crate::response::Place;
use crate::text::{Document, faces, mentions};

/// How many characters are named; the sentence stays one that can be read.
const NAMED_CHARACTERS: usize = 12;

/// A rule about single texts: what it looks for, and what it says.
struct Scan {
    rule: Rule,
    finds: fn(&str) -> bool,
    says: fn(Vec<Message>) -> Message,
}

/// Each looks for what it cannot do without before it looks closely: this
/// runs at every keystroke.
const SCANS: [Scan; 5] = [
    Scan {
        rule: Rule::Reference,
        finds: |text| !mentions::references(text).is_empty(),
        says: |places| say::reference(places),
    },
    Scan {
        rule: Rule::Attachment,
        finds: |text| !mentions::attachments(text).is_empty(),
        says: |places| say::attachment(places),
    },
    Scan {
        rule: Rule::EmailAddress,
        finds: |text| !mentions::e_mail_addresses(text).is_empty(),
        says: |places| say::email_address(places),
    },
    Scan {
        rule: Rule::TelephoneNumber,
        finds: |text| {
            let digits = text.bytes().filter(u8::is_ascii_digit).count();
            digits >= 10 && !mentions::telephone_numbers(text).is_empty()
        },
        says: |places| say::telephone_number(places),
    },
    Scan {
        rule: Rule::InternalLink,
        finds: |text| {
            let may_link = text.contains("//") || text.contains(r"\\");
            may_link && !mentions::internal_links(text).is_empty()
        },
        says: |places| say::internal_link(places),
    },
];

/// What was found in texts, for as long as they say the same.
///
/// It changes no answer; it spares looking through every text at every keystroke.
#[derive(Clone, Debug, Default)]
pub struct Looked {
    texts: BTreeMap<(ItemId, Language), (String, Found)>,
}

/// What was found in a text.
#[derive(Clone, Debug, Default)]
struct Found {
    /// Which of the scans found something.
    scans: [bool; SCANS.len()],
    /// Its characters without a glyph, each once.
    uncovered: Vec<char>,
}

impl Looked {
    fn of(&mut self, item: &ItemId, language: Language, text: &str) -> &Found {
        let key = (item.clone(), language);
        let (known, found) = self.texts.entry(key).or_default();
        if known != text {
            text.clone_into(known);
            *found = Found::in_text(text);
        }
        found
    }
}

impl Found {
    fn in_text(text: &str) -> Self {
        let plain = unescaped(text);
        Found {
            scans: SCANS.map(|scan| (scan.finds)(&plain)),
            uncovered: uncovered_in(text),
        }
    }
}

pub(super) fn check(survey: &Survey<'_>, looked: &mut Looked, findings: &mut Vec<Finding>) {
    let mut places: [Vec<Place>; SCANS.len()] = Default::default();
    let mut characters = Characters::default();
    let languages = survey.response.answer_languages();
    for entry in &survey.entries {
        let Some(text) = entry.text() else { continue };
        let mut scans = [false; SCANS.len()];
        let mut uncovered = Vec::new();
        for language in text.outgoing(languages) {
            let found = looked.of(&entry.item.id, language, text.get(language));
            for (any, found) in scans.iter_mut().zip(found.scans) {
                *any |= found;
            }
            uncovered.extend(&found.uncovered);
        }
        for (places, _) in places.iter_mut().zip(scans).filter(|(_, any)| *any) {
            places.push(entry.place());
        }
        characters.add(entry.place(), uncovered);
    }
    for (scan, places) in SCANS.iter().zip(places) {
        findings.extend(survey.finding(scan.rule, "", places, scan.says));
    }
    findings.extend(uncovered_characters(survey, characters));
}

/// The text without escapes. Marks of lists and headings stay: no scan minds
/// them, and most texts need not be copied.
fn unescaped(stored: &str) -> Cow<'_, str> {
    if stored.contains('\\') {
        Cow::Owned(Document::parse(stored).plain())
    } else {
        Cow::Borrowed(stored)
    }
}

/// The cause names the characters, so that an acknowledgement does not cover
/// others that come later.
fn uncovered_characters(survey: &Survey<'_>, mut characters: Characters) -> Option<Finding> {
    let response = survey.response;
    let organization = response.organization();
    let of_organization = [
        &organization.name,
        &organization.abbreviation,
        response.audience(),
    ];
    let texts = of_organization
        .into_iter()
        .flat_map(|text| [&*text.en, &*text.fr])
        .chain([response.cycle()]);
    characters.add(Place::Organization, texts.flat_map(uncovered_in));
    for role in [Role::Preparer, Role::DeputyHead] {
        let person = response.person(role);
        let texts = [&*person.name, &*person.title.en, &*person.title.fr];
        let uncovered = texts.into_iter().flat_map(uncovered_in);
        characters.add(Place::Person(role), uncovered);
    }
    let named = characters.named();
    let cause = named.join("-");
    let rule = Rule::UncoveredCharacters;
    survey.finding(rule, &cause, characters.places, |labels| {
        say::uncovered_characters(named, labels)
    })
}

/// The characters of a text without a glyph, each once.
fn uncovered_in(text: &str) -> Vec<char> {
    if text.is_ascii() {
        return Vec::new();
    }
    faces::uncovered(text)
}

/// Characters without a glyph, and where they stand.
#[derive(Default)]
struct Characters {
    /// Each once, as many as are named and one more.
    found: Vec<char>,
    places: Vec<Place>,
}

impl Characters {
    fn add(&mut self, place: Place, uncovered: impl IntoIterator<Item = char>) {
        let mut any = false;
        for c in uncovered {
            any = true;
            // One more than is named says that there are more.
            if self.found.len() <= NAMED_CHARACTERS && !self.found.contains(&c) {
                self.found.push(c);
            }
        }
        if any {
            self.places.push(place);
        }
    }

    /// The first of them by code point, since no screen of ours can draw them.
    fn named(&self) -> Vec<String> {
        let mut named: Vec<String> = self
            .found
            .iter()
            .take(NAMED_CHARACTERS)
            .map(|c| format!("U+{:04X}", u32::from(*c)))
            .collect();
        if self.found.len() > NAMED_CHARACTERS {
            named.push("…".to_owned());
        }
        named
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;
    use crate::rules::Severity;
    use crate::rules::trial::Trial;

    fn written(texts: &[(&str, &str)]) -> Trial<'static> {
        let mut trial = Trial::complete();
        for (item, text) in texts {
            trial.write(item, text);
        }
        trial
    }

    #[test]
    fn each_kind_of_mention_is_one_note_with_all_its_places() {
        for (rule, first, second) in [
            (
                Rule::Reference,
                "Please see above.",
                "See our response to Question 4.",
            ),
            (
                Rule::Attachment,
                "Please see the attached plan.",
                "See Annex A.",
            ),
            (
                Rule::EmailAddress,
                "Write to ethics@example.gc.ca.",
                r"ethics\_office@example.gc.ca",
            ),
            (
                Rule::TelephoneNumber,
                "Call 613-555-0123.",
                "(613) 555\u{2011}0123",
            ),
            (
                Rule::InternalLink,
                "https://agency.sharepoint.com/x",
                r"See \\\\server\\plans.",
            ),
        ] {
            let trial = written(&[("q8", first), ("q10", second)]);
            let finding = trial.found(rule, "");
            assert_eq!(finding.places, Trial::items(&["q8", "q10"]), "{rule:?}");
            assert_eq!(finding.severity, Severity::Note);
        }
    }

    #[test]
    fn what_does_not_go_out_is_not_looked_at() {
        let mut trial = written(&[("q1.text", "Call 613-555-0123."), ("q8", "漢")]);
        trial.release("q1.text", false);
        trial.decide("q8", crate::response::Decision::NoResponse);
        trial.lacks(Rule::TelephoneNumber);
        trial.lacks(Rule::UncoveredCharacters);
        trial.release("q1.text", true);
        trial.found(Rule::TelephoneNumber, "");
    }

    #[test]
    fn characters_without_a_glyph_are_named_by_code_point() {
        let trial = written(&[("q8", "漢字 字"), ("q9", "Ok ’ – • œ ᓄ"), ("q10", "字")]);
        let finding = trial.found(Rule::UncoveredCharacters, "U+6F22-U+5B57");
        assert_eq!(finding.places, Trial::items(&["q8", "q10"]));
        assert_eq!(finding.severity, Severity::Warning);
        let text = finding.message.text(Language::French);
        assert!(text.contains("U+6F22, U+5B57"), "{text}");
    }

    #[test]
    fn many_characters_without_a_glyph_make_a_short_sentence() {
        let trial = written(&[("q8", "一丁丂七丄丅丆万丈三上下丌不与")]);
        let evaluation = trial.evaluate();
        let finding = evaluation
            .findings
            .iter()
            .find(|finding| finding.rule == Rule::UncoveredCharacters)
            .unwrap();
        assert!(finding.cause.ends_with("-…"));
        assert_eq!(finding.cause.split('-').count(), NAMED_CHARACTERS + 1);
    }
}
