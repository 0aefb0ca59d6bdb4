//! From a completed response to its record.

use super::{
    Attestation, ChosenOption, MediaType, OrganizationNames, PerLanguage, QuestionnaireReference,
    Record, RecordFault, RecordedAnswer, RecordedText, RecordedTranslation, SealError,
    SealedRecord, Standing, SubmissionDetails, Timestamp,
};
use crate::i18n::{Language, Localized};
use crate::questionnaire::{self, AnswerOption, Item, ItemKind, ItemState, Questionnaire, Role};
use crate::response::{Answer, AnswerText, QuestionnaireResponse, Translation};
use crate::rules::{self, CompletedResponse};
use crate::submission::fingerprint::RecordDigest;

impl SealedRecord {
    /// The record of a completed response.
    ///
    /// The same response gives the same record, whenever it is made.
    /// Acknowledgements, undecided texts beside a decision, lines that an
    /// import could not place, and supplementary answers that their author
    /// keeps back do not go out. Nor does a text in a language in which the
    /// organization does not answer, unless it is all that there is.
    ///
    /// # Errors
    /// Where the response holds what a record may not, such as an identifier
    /// with spaces.
    pub fn of(completed: &CompletedResponse<'_>) -> Result<Self, SealError> {
        let response = completed.response();
        let questionnaire = completed.questionnaire();
        let answers = questionnaire
            .items()
            .map(|item| answer(completed, item))
            .collect::<Result<Vec<_>, _>>()?;
        let attestations = [Role::Preparer, Role::DeputyHead]
            .into_iter()
            .filter_map(|role| attestation(response, questionnaire.attestation(role)?))
            .collect();
        Self::new(Record {
            submission: details(response)?,
            questionnaire: QuestionnaireReference {
                id: questionnaire.id.clone(),
                version: questionnaire.version.clone(),
                sha256: RecordDigest::new(questionnaire.sha256),
            },
            answer_count: answers.len(),
            answers,
            attestations,
        })
    }
}

fn details(response: &QuestionnaireResponse) -> Result<SubmissionDetails, RecordFault> {
    let organization = response.organization();
    let previous = response.previous().map(str::parse).transpose();
    Ok(SubmissionDetails {
        organization_id: organization.id.clone(),
        organization: OrganizationNames {
            name: per_language(&organization.name),
            abbreviation: per_language(&organization.abbreviation),
        },
        cycle: response.cycle().to_owned(),
        submission_id: response.submission_id().to_owned(),
        revision: response.revision(),
        previous: previous.map_err(|_content| RecordFault::Revision)?,
        audience: response.audience().clone(),
        created_at: Timestamp::from(response.modified_at()),
        marking: response.marking(),
        answer_languages: response.languages(),
    })
}

fn attestation(
    response: &QuestionnaireResponse,
    wording: &questionnaire::Attestation,
) -> Option<Attestation> {
    let person = response.person(wording.role);
    let name = person.name.trim();
    (!name.is_empty()).then(|| Attestation {
        role: wording.role,
        name: name.to_owned(),
        title: per_language(&person.title),
        acting: person.acting,
        wording_id: wording.id.clone(),
        wording_version: wording.version,
        wording: wording.wording.clone(),
    })
}

fn answer(completed: &CompletedResponse<'_>, item: &Item) -> Result<RecordedAnswer, RecordFault> {
    let id = item.id.to_string();
    let response = completed.response();
    let status = completed.evaluation().item(&item.id);
    let given = response.answer(&item.id);
    let (Some(status), Some(given)) = (status, given) else {
        return Ok(RecordedAnswer::NotAsked { id });
    };
    match status.state {
        ItemState::NotApplicable => Ok(RecordedAnswer::NotApplicable {
            id,
            words: words(response, completed.questionnaire(), given),
        }),
        ItemState::NoResponse => Ok(RecordedAnswer::NoResponse { id }),
        ItemState::Answered if status.released => {
            let choices = chosen(item, given)?;
            let text = text(response, &given.text);
            Ok(RecordedAnswer::Answered {
                id,
                standing: match status.standing {
                    Some(rules::Standing::Supplementary) => Standing::Supplementary,
                    Some(rules::Standing::Active) | None => Standing::Active,
                },
                // A choice has no text of its own, and a text no choices.
                text: text.filter(|_| choices.is_none()),
                choices,
            })
        }
        // Blank and not expected, half of a question that its other half
        // answers, or kept back by its author.
        ItemState::Answered | ItemState::Unanswered => Ok(RecordedAnswer::NotAsked { id }),
    }
}

/// The options that were chosen, in the form's order.
fn chosen(item: &Item, given: &Answer) -> Result<Option<Vec<ChosenOption>>, RecordFault> {
    let (ItemKind::SingleChoice(options) | ItemKind::MultipleChoice(options)) = &item.kind else {
        return Ok(None);
    };
    let mut chosen = Vec::new();
    collect_chosen(options, given, &mut chosen);
    if chosen.len() == given.choices.len() {
        Ok(Some(chosen))
    } else {
        Err(RecordFault::UnknownOption)
    }
}

fn collect_chosen(options: &[AnswerOption], given: &Answer, chosen: &mut Vec<ChosenOption>) {
    for option in options {
        if given.choices.contains(&option.id) {
            chosen.push(ChosenOption {
                id: option.id.to_string(),
                label: option.label.clone(),
            });
        }
        collect_chosen(&option.options, given, chosen);
    }
}

/// The text as it goes out; nothing where there is none.
fn text(response: &QuestionnaireResponse, text: &AnswerText) -> Option<RecordedText> {
    let PerLanguage { en, fr } = outgoing(response, text);
    let source = match (&en, &fr) {
        (Some(_), None) => Language::English,
        (None, Some(_)) => Language::French,
        (Some(_), Some(_)) => text.source,
        (None, None) => return None,
    };
    let both = en.is_some() && fr.is_some();
    let confirmed = matches!(text.translation, Translation::Confirmed { .. });
    Some(RecordedText {
        source,
        media_type: MediaType::Markdown,
        en,
        fr,
        translation: both.then_some(RecordedTranslation { confirmed }),
    })
}

/// The texts in the languages of the organization; the others where there is
/// nothing else.
fn outgoing(response: &QuestionnaireResponse, text: &AnswerText) -> PerLanguage {
    let languages = response.languages();
    let covered = languages.iter().any(|language| text.has(*language));
    let in_language = |language| {
        let goes_out = !covered || languages.contains(&language);
        (goes_out && text.has(language)).then(|| text.get(language).to_owned())
    };
    PerLanguage {
        en: in_language(Language::English),
        fr: in_language(Language::French),
    }
}

/// The words of "not applicable", where they were typed and not decided by
/// button: a text beside a decision does not go out.
fn words(
    response: &QuestionnaireResponse,
    questionnaire: &Questionnaire,
    given: &Answer,
) -> PerLanguage {
    let form = |text: Option<String>| {
        let text = text.map(|text| text.trim().to_owned());
        text.filter(|text| questionnaire.not_applicable.is_form(text))
    };
    let PerLanguage { en, fr } = outgoing(response, &given.text);
    PerLanguage {
        en: form(en),
        fr: form(fr),
    }
}

fn per_language(text: &Localized) -> PerLanguage {
    let present = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    PerLanguage {
        en: present(&text.en),
        fr: present(&text.fr),
    }
}
