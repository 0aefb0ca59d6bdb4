//! What organizations really published: no rule may refuse any of it.
//!
//! Texts are excerpts of published submissions; each names its organization.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test stops at the first surprise"
)]

use chrono::{DateTime, FixedOffset};
use probitas::i18n::Language;
use probitas::questionnaire::{Questionnaire, shipped};
use probitas::response::{AnswerLanguages, Decision, Edit, QuestionnaireResponse};
use probitas::rules::{CompletedResponse, Evaluation, Finding, Rule, Severity, evaluate};

struct Page {
    response: QuestionnaireResponse,
}

fn questionnaire() -> &'static Questionnaire {
    &shipped()[0].questionnaire
}

fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2024-11-15T09:00:00-05:00").unwrap()
}

impl Page {
    /// A page with everything that is expected, Questions 1 to 5 aside.
    fn new(organization: &str) -> Page {
        let response = QuestionnaireResponse::new(questionnaire(), uuid::Uuid::nil(), now());
        let mut page = Page { response };
        page.apply(Edit::AnswerLanguages(AnswerLanguages::English));
        let name = organization.to_owned();
        page.apply(Edit::OrganizationName(Language::English, name));
        page.choose("q6", &["q6.exec", "q6.campaigns"]);
        page.choose("q7", &["q7.onboarding"]);
        page.choose("q12", &["q12.yes"]);
        for item in ["q6.text", "q7.text", "q8", "q9", "q10", "q11"] {
            page.write(
                item,
                "Information not yet available – should be available by Fall 2024.",
            );
        }
        page.write("q13", "N/A");
        page
    }

    fn apply(&mut self, edit: Edit) {
        self.response.apply(questionnaire(), edit, now()).unwrap();
    }

    fn choose(&mut self, item: &str, options: &[&str]) {
        self.apply(Edit::Choose {
            item: item.into(),
            options: options.iter().map(|option| (*option).into()).collect(),
        });
    }

    fn write(&mut self, item: &str, text: &str) {
        self.apply(Edit::Write {
            item: item.into(),
            language: Language::English,
            text: text.to_owned(),
        });
    }

    fn no_response(&mut self, item: &str) {
        self.apply(Edit::Decide {
            item: item.into(),
            decision: Decision::NoResponse,
        });
    }

    /// Evaluates, and holds that nothing blocks.
    fn passes(&self) -> Evaluation {
        let evaluation = evaluate(questionnaire(), &self.response);
        let errors: Vec<&Finding> = evaluation.of(Severity::Error).collect();
        assert!(errors.is_empty(), "{errors:#?}");
        assert!(CompletedResponse::check(questionnaire(), &self.response, true).is_ok());
        evaluation
    }
}

fn warnings(evaluation: &Evaluation) -> Vec<String> {
    evaluation.of(Severity::Warning).map(Finding::key).collect()
}

fn notes(evaluation: &Evaluation, rule: Rule) -> usize {
    let notes = evaluation.of(Severity::Note);
    notes.filter(|finding| finding.rule == rule).count()
}

#[test]
fn yes_with_text_and_not_applicable_beside_it_pass() {
    // Seed 001, Treasury Board of Canada Secretariat.
    let mut page = Page::new("Treasury Board of Canada Secretariat");
    page.choose("q1", &["q1.yes"]);
    page.write(
        "q1.text",
        "Additional information on Treasury Board Secretariat’s (TBS) departmental Values and \
         Ethics (V&E) training plan:",
    );
    page.choose("q2", &["q2.yes"]);
    page.write("q2.text", "N/A");
    page.choose("q3", &["q3.in_progress"]);
    page.write(
        "q4",
        "TBS is reviewing its Code of Conduct with a target date of early 2025.",
    );
    page.choose("q5", &["q5.in_progress"]);
    page.write(
        "q5.text",
        "Review and update the Code of Conduct to update with emerging context, as well as \
         clarify and refresh the Application Guide associated to the Code.",
    );
    let evaluation = page.passes();
    assert_eq!(warnings(&evaluation), Vec::<String>::new());
    // Q1's text and Q5's choice; Q5's text belongs to its choice.
    let supplementary = evaluation.findings.iter();
    let supplementary: Vec<usize> = supplementary
        .filter(|finding| finding.rule == Rule::Supplementary)
        .map(|finding| finding.places.len())
        .collect();
    assert_eq!(supplementary, [2]);
    assert_eq!(notes(&evaluation, Rule::NotApplicableWhereExpected), 1);
}

#[test]
fn no_response_to_questions_3_and_5_passes() {
    // Natural Sciences and Engineering Research Council.
    let mut page = Page::new("Natural Sciences and Engineering Research Council");
    page.choose("q1", &["q1.yes"]);
    page.choose("q2", &["q2.yes"]);
    page.no_response("q3");
    page.no_response("q5");
    let evaluation = page.passes();
    assert_eq!(warnings(&evaluation), Vec::<String>::new());
    assert_eq!(notes(&evaluation, Rule::NoResponseWhereExpected), 1);
}

#[test]
fn reviewed_and_updated_while_the_text_says_otherwise_is_left_to_people() {
    // Seed 000, Elections Canada.
    let mut page = Page::new("Elections Canada");
    page.choose("q1", &["q1.yes"]);
    page.choose("q2", &["q2.yes"]);
    page.choose("q3", &["q3.reviewed"]);
    page.choose("q5", &["q5.updated"]);
    page.write(
        "q5.text",
        "Not applicable, as Elections Canada is in the process of updating its organizational \
         code of conduct by the end of fiscal year 2024–2025.",
    );
    let evaluation = page.passes();
    assert_eq!(warnings(&evaluation), Vec::<String>::new());
}

#[test]
fn plans_not_developed_but_implemented_pass_with_a_warning() {
    let mut page = Page::new("Three agencies");
    page.choose("q1", &["q1.no"]);
    page.write("q1.text", "At the branch level; within 12 months.");
    page.choose("q2", &["q2.yes"]);
    page.choose("q3", &["q3.reviewed"]);
    page.choose("q5", &["q5.in_progress"]);
    page.write("q5.text", "Emerging risks.");
    assert_eq!(
        warnings(&page.passes()),
        ["consistency:training-implemented-but-not-developed"]
    );
}

#[test]
fn question_5_answered_while_the_review_goes_on_passes() {
    let mut page = Page::new("Every organization whose review goes on");
    page.choose("q1", &["q1.yes"]);
    page.choose("q2", &["q2.yes"]);
    page.choose("q3", &["q3.in_progress"]);
    page.write("q4", "Fall 2024");
    page.choose("q5", &["q5.updated"]);
    page.write("q5.text", "Expected behaviours were made clearer.");
    assert_eq!(
        warnings(&page.passes()),
        ["consistency:review-under-way-but-updated"]
    );
}

#[test]
fn no_updates_explained_by_not_applicable_passes_with_a_warning() {
    // Canadian Dairy Commission.
    let mut page = Page::new("Canadian Dairy Commission");
    page.choose("q1", &["q1.yes"]);
    page.choose("q2", &["q2.yes"]);
    page.choose("q3", &["q3.reviewed"]);
    page.choose("q5", &["q5.no_updates"]);
    page.write("q5.text", "N/A");
    assert_eq!(
        warnings(&page.passes()),
        ["consistency:no-updates-without-reason"]
    );
}

#[test]
fn reference_to_another_answer_and_fifteen_thousand_characters_pass() {
    let mut page = Page::new("An organization");
    page.choose("q1", &["q1.yes"]);
    page.choose("q2", &["q2.yes"]);
    page.choose("q3", &["q3.reviewed"]);
    page.choose("q5", &["q5.in_progress"]);
    page.write("q5.text", "Please see above.");
    page.write(
        "q8",
        &"Values and ethics.\n\n- One\n  - Two\n\n".repeat(400),
    );
    let evaluation = page.passes();
    assert_eq!(warnings(&evaluation), Vec::<String>::new());
    assert_eq!(notes(&evaluation, Rule::Reference), 1);
}

#[test]
fn the_four_published_submissions_pass_with_notes_only() {
    // Seeds 000, 001, 002 and 004.
    for draft in [
        include_str!("../assets/examples/elections-canada.probitas"),
        include_str!("../assets/examples/treasury-board-secretariat.probitas"),
        include_str!("../assets/examples/innovation-science-economic-development.probitas"),
        include_str!("../assets/examples/immigration-refugees-citizenship.probitas"),
    ] {
        let draft = serde_json::from_str(draft).unwrap();
        let loaded = QuestionnaireResponse::from_draft_json(&draft).unwrap();
        let page = Page {
            response: loaded.response,
        };
        assert_eq!(warnings(&page.passes()), Vec::<String>::new());
    }
}
