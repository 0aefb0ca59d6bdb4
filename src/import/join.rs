//! From pages to the edits that make their response.

use super::page::Page;
use super::report::Difference;
use crate::i18n::Language;
use crate::questionnaire::{Item, Questionnaire};
use crate::response::{Answer, AnswerLanguages, Decision, Edit, Organization};

/// The edits of one page, or of both pages of one organization, and the
/// choices in which they differ. Where they do, the choice of the first page
/// is kept, and the lines of the other lose their place.
pub(super) fn edits(
    questionnaire: &Questionnaire,
    pages: &mut [Page<'_>],
) -> (Vec<Edit>, Vec<Difference>) {
    let mut edits = frame(pages);
    let mut differences = Vec::new();
    for question in questionnaire.questions() {
        for item in &question.items {
            if item.is_text() {
                edits.extend(texts(item, pages));
            } else {
                let difference = choose(item, question.number, pages, &mut edits);
                differences.extend(difference);
            }
        }
    }
    let unplaced = pages.iter().flat_map(Page::unplaced).enumerate();
    edits.extend(unplaced.map(|(at, line)| Edit::InsertLine(at, line)));
    (edits, differences)
}

/// Names and languages.
fn frame(pages: &[Page<'_>]) -> Vec<Edit> {
    let name = |language: Language| {
        let in_language = |page: &&Page<'_>| page.language() == language;
        let own = pages.iter().filter(in_language);
        let other = pages.iter().filter(|page| !in_language(page));
        own.chain(other)
            .find_map(|page| page.organization(language))
    };
    let mut edits = Vec::new();
    for language in Language::ALL {
        if let Some(name) = name(language) {
            edits.push(Edit::OrganizationName(language, name.to_owned()));
        }
    }
    if let Some(name) = Language::ALL.into_iter().find_map(name) {
        edits.push(Edit::OrganizationId(Organization::slug(name)));
    }
    edits.push(Edit::AnswerLanguages(match pages {
        [page] => AnswerLanguages::only(page.language()),
        _ => AnswerLanguages::Both,
    }));
    edits
}

/// The texts of an item: what each page has in its own language first. A page
/// may hold a text in the other one, and say so.
fn texts(item: &Item, pages: &[Page<'_>]) -> Vec<Edit> {
    let own = pages.iter().map(|page| (page, page.language()));
    let other = pages.iter().map(|page| (page, page.language().other()));
    let mut written = Vec::new();
    let mut edits = Vec::new();
    for (page, language) in own.chain(other) {
        let text = page.text(&item.id, language);
        if !text.is_empty() && !written.contains(&language) {
            written.push(language);
            edits.push(Edit::Write {
                item: item.id.clone(),
                language,
                text,
            });
        }
    }
    edits
}

fn choose(
    item: &Item,
    question: u32,
    pages: &mut [Page<'_>],
    edits: &mut Vec<Edit>,
) -> Option<Difference> {
    let mut difference = None;
    let mut kept = pages.first()?.chosen(&item.id);
    if let [first, second] = pages {
        let other = second.chosen(&item.id);
        if kept.is_empty() || kept.is_part_of(&other) {
            kept = other;
        } else if !(other.is_empty() || other.is_part_of(&kept) || kept.says_as(&other)) {
            second.withdraw(&item.id, &kept);
            difference = Some(Difference {
                item: item.id.clone(),
                question,
                kept_from: first.language(),
                kept: kept.options.iter().cloned().collect(),
                other: other.options.into_iter().collect(),
            });
        }
    }
    if let Some(decision) = kept.decision {
        edits.push(decide(item, decision, pages));
    } else if !kept.options.is_empty() {
        edits.push(Edit::Choose {
            item: item.id.clone(),
            options: kept.options,
        });
    }
    difference
}

/// A decision at a choice, with the words in which each page says it.
fn decide(item: &Item, decision: Decision, pages: &[Page<'_>]) -> Edit {
    let mut answer = Answer {
        decision,
        ..Answer::default()
    };
    if let Some(first) = pages.first() {
        answer.text.source = first.language();
    }
    for page in pages {
        let words = page.words_of_decision(&item.id);
        match page.language() {
            Language::English => answer.text.en = words,
            Language::French => answer.text.fr = words,
        }
    }
    Edit::Restore {
        item: item.id.clone(),
        answer: Some(Box::new(answer)),
    }
}
