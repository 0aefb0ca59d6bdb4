//! A checked response as a record.

use super::fingerprint::RecordDigest;
use super::record::{
    Attestation, ChosenOption, MediaType, OrganizationNames, PerLanguage, QuestionnaireReference,
    Record, RecordFault, RecordedAnswer, RecordedText, RecordedTranslation, Role, SealError,
    SealedRecord, Standing, SubmissionDetails, Timestamp,
};
use crate::i18n::Language;
use crate::questionnaire::{Item, ItemState, Questionnaire};
use crate::response::{Answer, QuestionnaireResponse, Translation};
use crate::rules::{self, CompletedResponse, Evaluation, ItemStatus};
use crate::text;

impl SealedRecord {
    /// The record of a checked response: every item in the form's order, texts
    /// in normal form, the labels of the chosen options in both languages.
    ///
    /// The same response always gives the same record, whatever program makes
    /// it and whenever. Acknowledgements and what their authors leave out do
    /// not go into it.
    ///
    /// # Errors
    /// Where the response holds what a record may not, such as an identifier
    /// of a form that this program did not make.
    pub fn of(completed: &CompletedResponse<'_>) -> Result<Self, SealError> {
        let record = record(
            completed.questionnaire(),
            completed.response(),
            completed.evaluation(),
        );
        Self::new(record?)
    }
}

/// The record that a response makes where its items stand in this way.
pub(super) fn record(
    questionnaire: &Questionnaire,
    response: &QuestionnaireResponse,
    evaluation: &Evaluation,
) -> Result<Record, RecordFault> {
    let answers: Vec<RecordedAnswer> = questionnaire
        .items()
        .map(|item| recorded(questionnaire, response, item, evaluation))
        .collect();
    Ok(Record {
        submission: details(response)?,
        questionnaire: QuestionnaireReference {
            id: questionnaire.id.clone(),
            version: questionnaire.version.clone(),
            sha256: RecordDigest::new(questionnaire.sha256),
        },
        answer_count: answers.len(),
        answers,
        attestations: attestations(questionnaire, response),
    })
}

fn details(response: &QuestionnaireResponse) -> Result<SubmissionDetails, RecordFault> {
    let organization = response.organization();
    let previous = response.previous().map(str::parse::<RecordDigest>);
    Ok(SubmissionDetails {
        organization_id: organization.identifier(),
        organization: OrganizationNames {
            name: PerLanguage::from(&organization.name),
            abbreviation: PerLanguage::from(&organization.abbreviation),
        },
        cycle: response.cycle().trim().to_owned(),
        submission_id: response.submission_id().to_owned(),
        revision: response.revision(),
        previous: previous
            .transpose()
            .map_err(|_digest| RecordFault::Revision)?,
        audience: PerLanguage::from(response.audience()),
        created_at: Timestamp::from(response.modified_at()),
        marking: response.marking(),
        answer_languages: response.languages(),
    })
}

fn recorded(
    questionnaire: &Questionnaire,
    response: &QuestionnaireResponse,
    item: &Item,
    evaluation: &Evaluation,
) -> RecordedAnswer {
    let id = item.id.to_string();
    let answer = response.answer(&item.id);
    match (evaluation.item(&item.id), answer) {
        (Some(status), Some(answer)) => match status.state {
            ItemState::NotApplicable => RecordedAnswer::NotApplicable {
                id,
                words: words(questionnaire, answer),
            },
            ItemState::NoResponse => RecordedAnswer::NoResponse { id },
            ItemState::Answered if status.released => answered(response, item, answer, *status),
            ItemState::Answered | ItemState::Unanswered => RecordedAnswer::NotAsked { id },
        },
        _ => RecordedAnswer::NotAsked { id },
    }
}

/// The words in which "not applicable" was typed; a longer text that was kept
/// beside the decision does not go out.
fn words(questionnaire: &Questionnaire, answer: &Answer) -> PerLanguage {
    let form = |language: Language| {
        let text = answer.text.get(language).trim();
        questionnaire
            .not_applicable
            .is_form(text)
            .then(|| text.to_owned())
    };
    PerLanguage {
        en: form(Language::English),
        fr: form(Language::French),
    }
}

fn answered(
    response: &QuestionnaireResponse,
    item: &Item,
    answer: &Answer,
    status: ItemStatus,
) -> RecordedAnswer {
    let standing = match status.standing {
        Some(rules::Standing::Supplementary) => Standing::Supplementary,
        Some(rules::Standing::Active) | None => Standing::Active,
    };
    let chosen = || {
        let options = item.all_options().into_iter();
        options
            .filter(|option| answer.choices.contains(&option.id))
            .map(|option| ChosenOption {
                id: option.id.to_string(),
                label: option.label.clone(),
            })
            .collect()
    };
    RecordedAnswer::Answered {
        id: item.id.to_string(),
        standing,
        choices: (!item.is_text()).then(chosen),
        text: item.is_text().then(|| recorded_text(response, answer)),
    }
}

fn recorded_text(response: &QuestionnaireResponse, answer: &Answer) -> RecordedText {
    let outgoing = answer.text.outgoing(response.answer_languages());
    let text = |language: Language| {
        outgoing
            .contains(&language)
            .then(|| text::normalize(answer.text.get(language)))
    };
    let source = answer.text.source;
    RecordedText {
        // A text that stays at home cannot be the source of what goes out.
        source: match outgoing.as_slice() {
            [only] => *only,
            _ => source,
        },
        media_type: MediaType::Markdown,
        en: text(Language::English),
        fr: text(Language::French),
        translation: (outgoing.len() == 2).then_some(RecordedTranslation {
            confirmed: matches!(answer.text.translation, Translation::Confirmed { .. }),
        }),
    }
}

/// The people whose names are known, with the words they put their names to.
fn attestations(
    questionnaire: &Questionnaire,
    response: &QuestionnaireResponse,
) -> Vec<Attestation> {
    let attestation = |role: Role| {
        let person = response.person(role);
        let name = person.name.trim();
        let wording = questionnaire.attestation(role)?;
        (!name.is_empty()).then(|| Attestation {
            role,
            name: name.to_owned(),
            title: PerLanguage::from(&person.title),
            acting: person.acting,
            wording_id: wording.id.clone(),
            wording_version: wording.version,
            wording: wording.wording.clone(),
        })
    };
    [Role::Preparer, Role::DeputyHead]
        .into_iter()
        .filter_map(attestation)
        .collect()
}
