//! The lines of the answers, each with what is known of its words.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use super::Misspelling;
use crate::app::job::SpelledLines;
use crate::i18n::Language;
use crate::questionnaire::ItemId;
use crate::response::find::Hit;
use crate::text::Document;
use crate::text::spelling::{Mark, kept_marks};

/// Where a text stands.
type Place = (ItemId, Language);

/// All texts as they were looked at last.
#[derive(Debug, Default)]
pub(super) struct Texts {
    texts: BTreeMap<Place, Text>,
    /// The one that changed last.
    newest: Option<Place>,
}

#[derive(Debug, Default)]
struct Text {
    stored: String,
    lines: Vec<Line>,
}

#[derive(Clone, Debug)]
struct Line {
    text: String,
    marks: Vec<Mark>,
    /// Whether its words were looked up since it changed.
    is_checked: bool,
}

impl Texts {
    /// Takes a text as it is now; lines that stayed keep what is known of them.
    pub(super) fn take(&mut self, item: &ItemId, language: Language, stored: &str) {
        let place = (item.clone(), language);
        if self
            .texts
            .get(&place)
            .is_some_and(|text| text.stored == stored)
        {
            return;
        }
        let text = self.texts.entry(place.clone()).or_default();
        let before = std::mem::take(&mut text.lines);
        let document = Document::parse(stored);
        text.lines = lines_now(before, &document.lines().collect::<Vec<_>>());
        stored.clone_into(&mut text.stored);
        self.newest = Some(place);
    }

    /// Forgets all texts but these.
    pub(super) fn retain(&mut self, there: &[Place]) {
        if self.texts.len() > there.len() {
            let there: BTreeSet<&Place> = there.iter().collect();
            self.texts.retain(|place, _| there.contains(place));
        }
    }

    /// Lines of a language whose words are still to be looked up, of the text
    /// that changed last first: at least one, and others up to so many bytes.
    pub(super) fn open_lines(&self, language: Language, most_bytes: usize) -> Vec<String> {
        let newest = self.newest.as_ref();
        let first = newest.and_then(|place| self.texts.get_key_value(place));
        let others = self
            .texts
            .iter()
            .filter(|(place, _)| Some(*place) != newest);
        let texts = first.into_iter().chain(others);
        let texts = texts.filter(|((_, own), _)| *own == language);
        let open = texts.flat_map(|(_, text)| text.lines.iter().filter(|line| !line.is_checked));
        let mut bytes = 0;
        let mut lines: Vec<String> = Vec::new();
        for line in open {
            bytes += line.text.len();
            if bytes > most_bytes && !lines.is_empty() {
                break;
            }
            lines.push(line.text.clone());
        }
        lines
    }

    /// Takes what was found, but for words that are known otherwise.
    pub(super) fn found(&mut self, found: &SpelledLines, knows: impl Fn(&str) -> bool) {
        let found_in: HashMap<&str, &Vec<Range<usize>>> = found
            .lines
            .iter()
            .map(|(line, unknown)| (line.as_str(), unknown))
            .collect();
        let texts = self
            .texts
            .iter_mut()
            .filter(|((_, own), _)| *own == found.language);
        let lines = texts.flat_map(|(_, text)| &mut text.lines);
        for line in lines.filter(|line| !line.is_checked) {
            let Some(unknown) = found_in.get(line.text.as_str()) else {
                continue;
            };
            let before = std::mem::take(&mut line.marks);
            let text = line.text.as_str();
            let unknown = unknown
                .iter()
                .filter(|word| !text.get((*word).clone()).is_some_and(&knows));
            line.marks = unknown
                .map(|range| Mark {
                    range: range.clone(),
                    is_ignored: before
                        .iter()
                        .any(|mark| mark.range == *range && mark.is_ignored),
                })
                .collect();
            line.is_checked = true;
        }
    }

    /// Takes the marks away of words that are known now.
    pub(super) fn forget(&mut self, language: Language, knows: impl Fn(&str) -> bool) {
        for ((_, own), text) in &mut self.texts {
            for line in text.lines.iter_mut().filter(|_| *own == language) {
                let text = line.text.as_str();
                let is_known = |mark: &Mark| text.get(mark.range.clone()).is_some_and(&knows);
                line.marks.retain(|mark| !is_known(mark));
            }
        }
    }

    /// All words of a language are to be looked up again.
    pub(super) fn begin_again(&mut self, language: Language) {
        for ((_, own), text) in &mut self.texts {
            for line in text.lines.iter_mut().filter(|_| *own == language) {
                line.is_checked = false;
            }
        }
    }

    /// Lets a word stand where it is; says whether it is still there.
    pub(super) fn ignore(&mut self, at: &Misspelling) -> bool {
        let Hit {
            item,
            language,
            line,
            range,
        } = &at.hit;
        let text = self.texts.get_mut(&(item.clone(), *language));
        let line = text.and_then(|text| text.lines.get_mut(*line));
        let Some(line) = line.filter(|line| line.text.get(range.clone()) == Some(&at.word)) else {
            return false;
        };
        let mark = line.marks.iter_mut().find(|mark| mark.range == *range);
        mark.map(|mark| mark.is_ignored = true).is_some()
    }

    pub(super) fn marks_of(
        &self,
        item: &ItemId,
        language: Language,
        line: usize,
    ) -> (&str, &[Mark]) {
        let text = self.texts.get(&(item.clone(), language));
        let line = text.and_then(|text| text.lines.get(line));
        line.map_or(("", &[]), |line| (&line.text, &line.marks))
    }

    pub(super) fn count_in(&self, item: &ItemId, language: Language) -> usize {
        let text = self.texts.get(&(item.clone(), language));
        let lines = text.into_iter().flat_map(|text| &text.lines);
        lines
            .flat_map(|line| &line.marks)
            .filter(|mark| !mark.is_ignored)
            .count()
    }

    /// The words of a text that may be misspelled, each with its line.
    pub(super) fn misspelled(
        &self,
        item: &ItemId,
        language: Language,
    ) -> impl Iterator<Item = (Misspelling, &str)> {
        let text = self.texts.get(&(item.clone(), language));
        let lines = text
            .into_iter()
            .flat_map(|text| text.lines.iter().enumerate());
        let item = item.clone();
        lines.flat_map(move |(number, line)| {
            let item = item.clone();
            let open = line.marks.iter().filter(|mark| !mark.is_ignored);
            open.map(move |mark| {
                let hit = Hit {
                    item: item.clone(),
                    language,
                    line: number,
                    range: mark.range.clone(),
                };
                let word = line.text.get(mark.range.clone()).unwrap_or_default();
                let word = word.to_owned();
                (Misspelling { hit, word }, line.text.as_str())
            })
        })
    }
}

/// The lines as they are now, with what is known of those that were there before.
fn lines_now(mut before: Vec<Line>, now: &[&str]) -> Vec<Line> {
    let same = before.iter().zip(now);
    let same = same.take_while(|(line, now)| line.text == **now).count();
    let at_end = before.iter().rev().zip(now.iter().rev());
    let at_end = at_end.take_while(|(line, now)| line.text == **now).count();
    let at_end = at_end.min(before.len().min(now.len()) - same);
    let behind = before.split_off(before.len() - at_end);
    let changed_before = before.split_off(same);
    let changed = now.get(same..now.len() - at_end).unwrap_or_default();
    let moved: HashMap<&str, &Line> = changed_before
        .iter()
        .map(|line| (line.text.as_str(), line))
        .collect();
    let last = changed.len().saturating_sub(1);
    let mut lines = before;
    lines.extend(changed.iter().enumerate().map(|(index, text)| {
        if let Some(line) = moved.get(text) {
            return (*line).clone();
        }
        // What was written into, split or joined: the first and the last of them.
        let origin = if index == last && last > 0 {
            changed_before.last()
        } else {
            changed_before.get(index)
        };
        Line {
            marks: origin.map_or_else(Vec::new, |line| kept_marks(&line.text, &line.marks, text)),
            text: (*text).to_owned(),
            is_checked: false,
        }
    }));
    lines.extend(behind);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: Language = Language::English;

    fn item() -> ItemId {
        "q8".into()
    }

    /// Texts of which every `teh` is marked.
    fn looked_at(stored: &str) -> Texts {
        let mut texts = Texts::default();
        texts.take(&item(), ENGLISH, stored);
        look(&mut texts);
        texts
    }

    fn look(texts: &mut Texts) {
        let lines = texts.open_lines(ENGLISH, usize::MAX).into_iter();
        let lines = lines.map(|line| {
            let found = line
                .match_indices("teh")
                .map(|(at, word)| at..at + word.len());
            let found = found.collect();
            (line, found)
        });
        let lines = lines.collect();
        let language = ENGLISH;
        texts.found(&SpelledLines { language, lines }, |_| false);
    }

    fn marked(texts: &Texts) -> Vec<(usize, Range<usize>)> {
        let item = item();
        let found = texts.misspelled(&item, ENGLISH);
        found
            .map(|(found, _)| (found.hit.line, found.hit.range))
            .collect()
    }

    #[test]
    fn only_lines_that_changed_are_looked_at_again() {
        let mut texts = looked_at("One\n\nteh two\n\nthree");
        assert!(texts.open_lines(ENGLISH, usize::MAX).is_empty());
        texts.take(&item(), ENGLISH, "One\n\nteh twos\n\nthree");
        assert_eq!(texts.open_lines(ENGLISH, usize::MAX), ["teh twos"]);
        // What is known of the line stays until then.
        assert_eq!(marked(&texts), [(1, 0..3)]);
        texts.take(&item(), ENGLISH, "New\n\nOne\n\nteh twos\n\nthree");
        assert_eq!(texts.open_lines(ENGLISH, usize::MAX), ["New", "teh twos"]);
        assert_eq!(marked(&texts), [(2, 0..3)]);
    }

    #[test]
    fn what_may_stand_here_stays_when_lines_are_split_joined_and_written_into() {
        let mut texts = looked_at("a teh and teh");
        let (first, _) = texts.misspelled(&item(), ENGLISH).next().unwrap();
        assert!(texts.ignore(&first));
        assert_eq!(marked(&texts), [(0, 10..13)]);
        for (stored, left) in [
            ("a teh and, teh", (0, 11..14)),
            ("a teh and,\n\nteh", (1, 0..3)),
            ("a teh and, teh", (0, 11..14)),
        ] {
            texts.take(&item(), ENGLISH, stored);
            look(&mut texts);
            let open: Vec<_> = marked(&texts);
            assert!(open.contains(&left), "{stored}: {open:?}");
        }
        assert_eq!(marked(&texts).len(), 1);
        // Another word has taken its place.
        texts.take(&item(), ENGLISH, "a the and, teh");
        assert!(!texts.ignore(&first));
    }

    #[test]
    fn few_lines_are_looked_at_at_once_and_those_first_that_changed_last() {
        let mut texts = Texts::default();
        texts.take(&"q1".into(), ENGLISH, "aaaa\n\nbbbb");
        texts.take(&item(), ENGLISH, "cccc");
        assert_eq!(texts.open_lines(ENGLISH, 8), ["cccc", "aaaa"]);
        assert_eq!(texts.open_lines(ENGLISH, 1), ["cccc"]);
        assert!(texts.open_lines(Language::French, 8).is_empty());
    }

    #[test]
    fn words_that_are_known_now_and_texts_that_are_gone_are_forgotten() {
        let mut texts = looked_at("teh\n\nteh");
        texts.begin_again(ENGLISH);
        assert_eq!(texts.open_lines(ENGLISH, usize::MAX).len(), 2);
        texts.forget(ENGLISH, |word| word == "teh");
        assert_eq!(marked(&texts), []);
        texts.retain(&[]);
        assert_eq!(texts.open_lines(ENGLISH, usize::MAX), Vec::<String>::new());
    }
}
