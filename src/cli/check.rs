//! `check`: what is missing or contradictory, for people or for programs.

use std::io;

use serde_json::{Value, json};

use super::arguments::Check;
use super::failure::Failure;
use super::{Exit, Terminal};
use crate::i18n::{Language, Message, cli as messages, draft as draft_messages};
use crate::questionnaire::Questionnaire;
use crate::response::{LoadedDraft, QuestionnaireResponse};
use crate::rules::{self, Evaluation, Finding, Severity, place_label};
use crate::storage;

/// The form of the machine-readable output.
const FORMAT: &str = "probitas-check/1";

const SEVERITIES: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Note];

pub(super) fn run(check: &Check, terminal: &mut Terminal<'_>) -> Result<Exit, Failure> {
    let draft = storage::read_draft(&check.draft)?.draft;
    let questionnaire = &draft.shipped.questionnaire;
    let evaluation = rules::evaluate(questionnaire, &draft.response);
    notes_on_reading(&draft, terminal)?;
    if check.json {
        let report = machine_form(questionnaire, &draft.response, &evaluation);
        terminal.json(&report)?;
    } else {
        findings(&SEVERITIES, &draft.response, &evaluation, terminal)?;
        summary(questionnaire, &draft.response, &evaluation, terminal)?;
    }
    Ok(if evaluation.has_errors() {
        Exit::Findings
    } else {
        Exit::Good
    })
}

/// What happened to the draft while it was read.
pub(super) fn notes_on_reading(draft: &LoadedDraft, terminal: &mut Terminal<'_>) -> io::Result<()> {
    if draft.read_only {
        terminal.note(&messages::draft_is_newer())?;
    }
    if draft.cleaned_count > 0 {
        terminal.note(&draft_messages::cleaned(draft.cleaned_count))?;
    }
    Ok(())
}

/// The findings of these severities, each group under its heading.
pub(super) fn findings(
    severities: &[Severity],
    response: &QuestionnaireResponse,
    evaluation: &Evaluation,
    terminal: &mut Terminal<'_>,
) -> io::Result<()> {
    for severity in severities {
        let group: Vec<&Finding> = evaluation.of(*severity).collect();
        if group.is_empty() {
            continue;
        }
        terminal.say(&heading(*severity, group.len()))?;
        for finding in group {
            let message = finding.message.clone();
            let acknowledged =
                finding.severity == Severity::Warning && finding.is_acknowledged(response);
            let entry = if acknowledged {
                messages::finding_acknowledged(finding.rule.name(), message)
            } else {
                messages::finding(finding.rule.name(), message)
            };
            terminal.say(&entry)?;
        }
        terminal.line("")?;
    }
    Ok(())
}

fn heading(severity: Severity, count: usize) -> Message {
    match severity {
        Severity::Error => messages::heading_errors(count),
        Severity::Warning => messages::heading_warnings(count),
        Severity::Note => messages::heading_notes(count),
    }
}

/// One line: how many findings, how many questions are done.
pub(super) fn summary(
    questionnaire: &Questionnaire,
    response: &QuestionnaireResponse,
    evaluation: &Evaluation,
    terminal: &mut Terminal<'_>,
) -> io::Result<()> {
    let progress = evaluation.progress(questionnaire);
    let count = |severity| evaluation.of(severity).count();
    terminal.say(&messages::check_summary(
        progress.done,
        progress.expected,
        messages::count_errors(count(Severity::Error)),
        messages::count_warnings(count(Severity::Warning)),
        evaluation.open_warnings(response).count(),
        messages::count_notes(count(Severity::Note)),
    ))
}

/// Stable: members are only ever added while the format keeps its number.
fn machine_form(
    questionnaire: &Questionnaire,
    response: &QuestionnaireResponse,
    evaluation: &Evaluation,
) -> Value {
    let progress = evaluation.progress(questionnaire);
    let count = |severity| evaluation.of(severity).count();
    let findings: Vec<Value> = evaluation
        .findings
        .iter()
        .map(|finding| entry(questionnaire, response, finding))
        .collect();
    json!({
        "format": FORMAT,
        "questionnaire": { "id": questionnaire.id, "version": questionnaire.version },
        "findings": findings,
        "counts": {
            "errors": count(Severity::Error),
            "warnings": count(Severity::Warning),
            "openWarnings": evaluation.open_warnings(response).count(),
            "notes": count(Severity::Note),
        },
        "progress": { "done": progress.done, "expected": progress.expected },
    })
}

fn entry(
    questionnaire: &Questionnaire,
    response: &QuestionnaireResponse,
    finding: &Finding,
) -> Value {
    let places: Vec<Value> = finding
        .places
        .iter()
        .map(|place| json!({ "place": place, "label": both(&place_label(questionnaire, place)) }))
        .collect();
    json!({
        "rule": finding.rule.name(),
        "cause": finding.cause,
        "severity": finding.severity.name(),
        "acknowledged": finding.is_acknowledged(response),
        "places": places,
        "message": both(&finding.message),
    })
}

fn both(message: &Message) -> Value {
    json!({
        "en": message.text(Language::English),
        "fr": message.text(Language::French),
    })
}
