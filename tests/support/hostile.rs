//! Responses whose texts do their worst, for tests of pages.
#![allow(
    dead_code,
    missing_docs,
    unreachable_pub,
    clippy::unwrap_used,
    reason = "each test binary uses a part of it, and stops at the first surprise"
)]

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, FixedOffset};
use probitas::i18n::Language;
use probitas::questionnaire::{Item, ItemId, ItemKind, ItemState, OptionId, Shipped, shipped};
use probitas::report::Content;
use probitas::response::{Answer, AnswerLanguages, Decision, Edit, QuestionnaireResponse};
use probitas::rules::evaluate;
use probitas::text::normalize;
use proptest::prelude::*;

/// Passages that mean something to HTML, to Markdown, to the form, or to the
/// direction and the breaking of lines.
pub const PASSAGES: [&str; 40] = [
    "<script>alert('x')</script>",
    "</div></main></body>",
    "<!-- a remark --> <![CDATA[x]]>",
    "&amp; &lt;b&gt; &#60; &nbsp &copy;",
    "\" ' ` = / \\",
    "<img src=x onerror=\"alert(1)\">",
    "</textarea></title><style>*{display:none}</style>",
    "javascript:alert(1) {{constructor}} ${x} %3Cscript%3E",
    "two  spaces,\ta tab and   three",
    "no-break\u{A0}\u{A0}spaces\u{202F}: « oui »",
    "controls \u{85}\u{9F}\u{80} and U+0085",
    "\u{5E9}\u{5DC}\u{5D5}\u{5DD} (\u{5E2}\u{5D5}\u{5DC}\u{5DD}) 123",
    "\u{645}\u{631}\u{62D}\u{628}\u{627} <b>\u{628}</b>",
    "turned \u{202E}evil\u{202C} \u{2066}isolated\u{2069} \u{200F}marked",
    "\u{301}accent first, e\u{301}, a\u{200D}b, \u{FE0F}",
    "👩🏽\u{200D}💻 🇨🇦 ᓄᓇᕗᑦ W̱SÁNEĆ",
    "private \u{E000}, rare \u{10FFFD}",
    "\u{FFFD}\u{FFFC}\u{2028}\u{2029}",
    "Question 5",
    "Question 12 Will these indicators be disaggregated by identity factors?",
    "Will these indicators be disaggregated by identity factors?",
    "Part IV. Additional information",
    "Self-assessment on actions undertaken to advance a renewed conversation on values and ethics",
    "If not, what is your target time frame for completing this work?",
    "Yes",
    "N/A",
    "s.o.",
    "No response submitted.",
    "Aucune réponse soumise.",
    "Response provided in French",
    "Page details",
    "Date modified: 2024-11-15",
    "Unofficial French wording (translation by Probitas)",
    "2024. The plan",
    "1) one, 2) two",
    "• a bullet, \u{F0B7} another",
    "\\# \\- \\1. \\<",
    "# * _ ~ | > + - ===",
    "x",
    "",
];

/// A text of such passages in paragraphs, lists and sub-headings.
pub fn text() -> impl Strategy<Value = String> {
    let mark = prop_oneof![
        6 => Just(""), 2 => Just("- "), 2 => Just("1. "), 1 => Just("  - "), 1 => Just("   2. "),
        1 => Just("### "), 1 => Just("      - "), 1 => Just("    "), 1 => Just("7. "),
    ];
    let passage = prop_oneof![
        6 => prop::sample::select(PASSAGES.to_vec()).prop_map(str::to_owned),
        2 => "\\PC{0,12}",
        1 => any::<String>(),
    ];
    let line = (mark, passage, prop_oneof![Just("\n"), Just("\n\n")]);
    prop::collection::vec(line, 0..9).prop_map(|lines| {
        let lines = lines.iter();
        let lines = lines.map(|(mark, passage, end)| format!("{mark}{passage}{end}"));
        lines.collect()
    })
}

fn edits_of(item: &Item) -> BoxedStrategy<Vec<Edit>> {
    let id = item.id.clone();
    let decide = |item: ItemId, decision| vec![Edit::Decide { item, decision }];
    let decided = prop_oneof![Just(Decision::NotApplicable), Just(Decision::NoResponse)]
        .prop_map({
            let id = id.clone();
            move |decision| decide(id.clone(), decision)
        })
        .boxed();
    let answered = if item.is_text() {
        let write = move |(en, fr): (Option<String>, Option<String>)| {
            let texts = [(Language::English, en), (Language::French, fr)];
            let written = texts.into_iter().filter_map(|(language, text)| {
                let item = id.clone();
                text.map(|text| Edit::Write {
                    item,
                    language,
                    text,
                })
            });
            written.collect()
        };
        (prop::option::of(text()), prop::option::of(text()))
            .prop_map(write)
            .boxed()
    } else {
        let options: Vec<OptionId> = item
            .all_options()
            .into_iter()
            .map(|option| option.id.clone())
            .collect();
        let most = match item.kind {
            ItemKind::SingleChoice(_) => 1,
            _ => options.len(),
        };
        prop::sample::subsequence(options, 0..=most)
            .prop_map(move |chosen| {
                let options = BTreeSet::from_iter(chosen);
                let item = id.clone();
                vec![Edit::Choose { item, options }]
            })
            .boxed()
    };
    prop_oneof![6 => answered, 1 => decided].boxed()
}

pub fn form() -> &'static Shipped {
    shipped().first().unwrap()
}

pub fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2024-11-15T09:00:00-05:00").unwrap()
}

/// A response with such texts in any of its items and names.
pub fn response() -> impl Strategy<Value = QuestionnaireResponse> {
    let items: Vec<_> = form().questionnaire.items().map(edits_of).collect();
    let name = prop::sample::select(PASSAGES.to_vec());
    let languages = prop_oneof![
        1 => Just(AnswerLanguages::English),
        1 => Just(AnswerLanguages::French),
        3 => Just(AnswerLanguages::Both),
    ];
    (items, name.clone(), name, languages).prop_map(|(items, en, fr, languages)| {
        let frame = vec![
            Edit::OrganizationName(Language::English, en.to_owned()),
            Edit::OrganizationName(Language::French, fr.to_owned()),
            Edit::AnswerLanguages(languages),
        ];
        of_edits(items.into_iter().flatten().chain(frame))
    })
}

pub fn of_edits(edits: impl IntoIterator<Item = Edit>) -> QuestionnaireResponse {
    let questionnaire = &form().questionnaire;
    let mut response = QuestionnaireResponse::new(questionnaire, uuid::Uuid::nil(), now());
    for edit in edits {
        response.apply(questionnaire, edit, now()).unwrap();
    }
    response
}

/// Every passage in every text, in both languages.
pub fn nastiest() -> QuestionnaireResponse {
    let items = form().questionnaire.items();
    let write = |item: &Item| -> Vec<Edit> {
        let lists = PASSAGES.map(|line| format!("- {line}\n   1. {line}\n\n      {line}\n"));
        let headings = PASSAGES.map(|line| format!("### {line}\n"));
        let (lists, headings) = (lists.concat(), headings.concat());
        let text = format!("{}\n\n{lists}\n{headings}", PASSAGES.join("\n\n"));
        let edit = |language| {
            let (item, text) = (item.id.clone(), text.clone());
            Edit::Write {
                item,
                language,
                text,
            }
        };
        match &item.kind {
            ItemKind::Text if item.id.as_str() == "q4" => vec![edit(Language::French)],
            ItemKind::Text => Language::ALL.map(edit).into(),
            _ => {
                let options = item.all_options().into_iter();
                let options = options.map(|option| option.id.clone()).take(1);
                let (item, options) = (item.id.clone(), options.collect());
                vec![Edit::Choose { item, options }]
            }
        }
    };
    let name = format!("{} \u{5E9}\u{5DC}\u{5D5}\u{5DD}", PASSAGES.concat());
    let name = name.chars().take(250).collect();
    let frame = [
        Edit::OrganizationName(Language::English, name),
        Edit::AnswerLanguages(AnswerLanguages::Both),
    ];
    of_edits(items.flat_map(write).chain(frame))
}

/// Does something with all that a page is made from.
pub fn with_content<T>(response: &QuestionnaireResponse, make: impl FnOnce(Content<'_>) -> T) -> T {
    let shipped = form();
    let evaluation = evaluate(&shipped.questionnaire, response);
    make(Content {
        shipped,
        response,
        evaluation: &evaluation,
    })
}

/// What an item says to whoever reads the pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    State(ItemState),
    Answer(BTreeSet<OptionId>, BTreeMap<&'static str, String>),
}

/// What all items say on pages in these languages: a page shows the text in
/// its own language, else the other one.
pub fn said(response: &QuestionnaireResponse, pages: &[Language]) -> Vec<(ItemId, Said)> {
    let questionnaire = &form().questionnaire;
    let evaluation = evaluate(questionnaire, response);
    let none = Answer::default();
    let said = questionnaire.items().map(|item| {
        let answer = response.answer(&item.id).unwrap_or(&none);
        let status = evaluation.item(&item.id).unwrap();
        let said = if status.state == ItemState::Answered && status.released {
            let mut shown = Answer {
                choices: answer.choices.clone(),
                ..Answer::default()
            };
            let outgoing = answer.text.outgoing(response.answer_languages());
            let mut texts = BTreeMap::new();
            for page in pages {
                let own = outgoing.contains(page);
                let language = if own { *page } else { page.other() };
                let text = normalize(answer.text.get(language));
                if item.is_text() {
                    match language {
                        Language::English => shown.text.en.clone_from(&text),
                        Language::French => shown.text.fr.clone_from(&text),
                    }
                    texts.insert(language.code(), text);
                }
            }
            match shown.state(questionnaire) {
                ItemState::Answered => Said::Answer(shown.choices, texts),
                state => Said::State(state),
            }
        } else {
            Said::State(status.state)
        };
        (item.id.clone(), said)
    });
    said.collect()
}
