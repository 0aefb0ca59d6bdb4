//! The wording of a form in one language, folded once for a whole page.

use std::collections::BTreeSet;

use super::lines::Line;
use crate::i18n::Language;
use crate::questionnaire::{
    Aliases, Item, OptionId, Question, Questionnaire, StateWording, folded,
};
use crate::response::Decision;

/// What a page in one language may print.
pub(super) struct Form<'a> {
    pub(super) language: Language,
    pub(super) titles: Vec<String>,
    pub(super) introduction: Vec<String>,
    pub(super) sections: Vec<SectionWords>,
    pub(super) questions: Vec<QuestionWords<'a>>,
    furniture: Vec<String>,
    end_of_page: Vec<String>,
    not_applicable: &'a StateWording,
    no_response: &'a StateWording,
}

pub(super) struct SectionWords {
    pub(super) titles: Vec<String>,
    /// What the title starts with where it is numbered: "part iii".
    number: Option<String>,
    pub(super) introduction: Vec<String>,
}

pub(super) struct QuestionWords<'a> {
    /// The index of its section.
    pub(super) section: usize,
    pub(super) question: &'a Question,
    label: String,
    pub(super) wordings: Vec<String>,
    pub(super) hints: Vec<String>,
    pub(super) items: Vec<ItemWords<'a>>,
}

pub(super) struct ItemWords<'a> {
    pub(super) item: &'a Item,
    pub(super) prompts: Vec<String>,
    pub(super) options: Vec<(String, &'a OptionId)>,
}

/// How a line stands to the label of a question, such as "Question 3".
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    /// It is the label alone.
    Alone,
    /// It is the label and the wording of the question.
    WithWording,
    /// It is the label and some other question.
    WithOtherWording,
}

impl<'a> Form<'a> {
    pub(super) fn new(
        questionnaire: &'a Questionnaire,
        aliases: &Aliases,
        language: Language,
    ) -> Self {
        let words = |name: &str, own: &[&str]| -> Vec<String> {
            let own = own.iter().copied();
            let more = aliases.of(name, language).iter().map(String::as_str);
            own.chain(more).map(folded).collect()
        };
        let mut questions = Vec::new();
        let mut sections = Vec::new();
        for (at, section) in questionnaire.sections.iter().enumerate() {
            let title = section.title.get(language);
            sections.push(SectionWords {
                titles: words(&section.id, &[title]),
                number: numbering(title),
                introduction: all(&section.introduction, language),
            });
            let of_section = section
                .questions
                .iter()
                .map(|question| question_words(questionnaire, question, at, language, &words));
            questions.extend(of_section);
        }
        Form {
            language,
            titles: words("title", &[questionnaire.title.get(language)]),
            introduction: all(&questionnaire.introduction, language),
            sections,
            questions,
            furniture: fold_all(aliases.furniture(language)),
            end_of_page: fold_all(aliases.end_of_page(language)),
            not_applicable: &questionnaire.not_applicable,
            no_response: &questionnaire.no_response,
        }
    }

    /// How many lines of a page are wordings of this form: what tells the
    /// language of a page.
    pub(super) fn count_known(&self, lines: &[Line]) -> usize {
        let questions = self.questions.iter().flat_map(|words| {
            let prompts = words.items.iter().flat_map(|item| &item.prompts);
            words.wordings.iter().chain(prompts)
        });
        let sections = self.sections.iter().flat_map(|section| &section.titles);
        let known: BTreeSet<&str> = self
            .titles
            .iter()
            .chain(sections)
            .chain(questions)
            .map(String::as_str)
            .collect();
        let is_numbered = |line: &Line| self.sections.iter().any(|part| part.is_numbered_as(line));
        lines
            .iter()
            .filter(|line| known.contains(line.folded.as_str()) || is_numbered(line))
            .count()
    }

    /// Whether a page prints the line besides the form.
    pub(super) fn is_furniture(&self, line: &Line) -> bool {
        self.furniture.iter().any(|furniture| {
            let rest = line.folded.strip_prefix(furniture.as_str());
            rest.is_some_and(|rest| rest.is_empty() || is_date(rest.trim_start_matches([':', ' '])))
        })
    }

    /// Whether nothing of the form follows on the page.
    pub(super) fn is_end_of_page(&self, line: &Line) -> bool {
        self.end_of_page.contains(&line.folded)
    }

    /// What a line decides that consists of a listed form of words.
    pub(super) fn decision(&self, line: &Line) -> Option<Decision> {
        let text = line.bare();
        if self.not_applicable.is_form(text) {
            Some(Decision::NotApplicable)
        } else if self.no_response.is_form(text) {
            Some(Decision::NoResponse)
        } else {
            None
        }
    }
}

impl SectionWords {
    /// Whether the line starts with the number of this section, however it goes on.
    pub(super) fn is_numbered_as(&self, line: &Line) -> bool {
        self.number.as_ref().is_some_and(|number| {
            let rest = line.folded.strip_prefix(number.as_str());
            let rest = rest.map(str::trim_start);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', ':', '-']))
        })
    }
}

impl ItemWords<'_> {
    /// Whether the line is the label of an option.
    pub(super) fn has_option(&self, line: &Line) -> bool {
        self.options.iter().any(|(label, _)| *label == line.folded)
    }
}

impl QuestionWords<'_> {
    /// How the line stands to the label of this question.
    pub(super) fn label(&self, line: &Line) -> Option<Label> {
        let rest = line.folded.strip_prefix(self.label.as_str())?;
        let wording = rest.trim_start_matches([' ', '.', ':', '-', ')']);
        if rest.is_empty() {
            Some(Label::Alone)
        } else if wording.len() == rest.len() {
            // "Question 11" is no label of Question 1.
            None
        } else if self.wordings.iter().any(|known| known == wording) {
            Some(Label::WithWording)
        } else {
            ends_as_question(line).then_some(Label::WithOtherWording)
        }
    }

    pub(super) fn is_wording(&self, line: &Line) -> bool {
        self.wordings.contains(&line.folded)
    }

    /// The item whose prompt the line is.
    pub(super) fn prompted(&self, line: &Line) -> Option<usize> {
        self.items
            .iter()
            .position(|item| item.prompts.contains(&line.folded))
    }
}

/// Whether the line ends with a question mark.
pub(super) fn ends_as_question(line: &Line) -> bool {
    line.text.ends_with('?')
}

/// A date as pages print it: 2024-11-15.
pub(super) fn is_date(text: &str) -> bool {
    text.len() == 10 && chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d").is_ok()
}

fn question_words<'a>(
    questionnaire: &Questionnaire,
    question: &'a Question,
    section: usize,
    language: Language,
    words: &impl Fn(&str, &[&str]) -> Vec<String>,
) -> QuestionWords<'a> {
    let hint = question.hint.as_ref().map(|hint| hint.get(language));
    let hint: Vec<&str> = hint.into_iter().map(String::as_str).collect();
    let item_words = |item: &'a Item| ItemWords {
        item,
        prompts: {
            let own: Vec<&str> = item.prompts_in(language).collect();
            // Where the question itself asks, there is no prompt to know.
            if own.is_empty() {
                Vec::new()
            } else {
                words(item.id.as_str(), &own)
            }
        },
        options: item
            .all_options()
            .into_iter()
            .flat_map(|option| {
                let labels = words(option.id.as_str(), &[option.label.get(language)]);
                labels.into_iter().map(move |label| (label, &option.id))
            })
            .collect(),
    };
    QuestionWords {
        section,
        question,
        label: folded(questionnaire.label_of(question).get(language)),
        wordings: words(&question.id, &[question.wording.get(language)]),
        hints: words(&format!("{}.hint", question.id), &hint),
        items: question.items.iter().map(item_words).collect(),
    }
}

/// "part iii" of "Part III. Discussions"; none for a title without a number.
fn numbering(title: &str) -> Option<String> {
    let (number, _) = title.split_once(". ")?;
    (number.split_whitespace().count() == 2).then(|| folded(number))
}

fn all(wordings: &[crate::i18n::Localized], language: Language) -> Vec<String> {
    wordings
        .iter()
        .map(|wording| folded(wording.get(language)))
        .collect()
}

fn fold_all(wordings: &[String]) -> Vec<String> {
    wordings.iter().map(|wording| folded(wording)).collect()
}
