//! A record as the response it was made from, so that it can be shown again.

use super::build;
use super::record::{
    PerLanguage, Record, RecordedAnswer, RecordedText, SealedRecord, Standing, SubmissionDetails,
};
use crate::i18n::{Language, Localized};
use crate::questionnaire::{ItemId, ItemState, OptionId, Role, Shipped, shipped};
use crate::response::{
    Answer, AnswerLanguages, AnswerText, Decision, Edit, EditError, Person, QuestionnaireResponse,
    Translation,
};
use crate::rules::{self, Evaluation, ItemStatus, evaluate};

/// The response that a record holds, which makes exactly that record again.
///
/// What never went out is not in it: the contact, acknowledgements, what was
/// put aside, and names of people that were left blank.
#[derive(Clone, Debug)]
pub struct Restored {
    /// The questionnaire that it answers.
    pub shipped: &'static Shipped,
    /// The answers.
    pub response: QuestionnaireResponse,
    /// Where the items stand, as the record says; findings are those of today.
    pub evaluation: Evaluation,
}

/// Why a record cannot be shown.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotRestored {
    /// It answers a questionnaire that this program does not have.
    #[error("unknown questionnaire {id} {version}")]
    UnknownQuestionnaire {
        /// The identifier of the questionnaire.
        id: String,
        /// Its version.
        version: String,
    },
    /// It holds something that this program would write in another way, so
    /// that what is shown would not be what was signed.
    #[error("this program would not write this record")]
    OtherProgram,
}

impl From<EditError> for NotRestored {
    fn from(_misfit: EditError) -> Self {
        NotRestored::OtherProgram
    }
}

impl Restored {
    /// Restores a record.
    ///
    /// # Errors
    /// Where the questionnaire is unknown, and where the response would not
    /// make this very record again.
    pub fn of(sealed: &SealedRecord) -> Result<Self, NotRestored> {
        let record = sealed.record();
        let shipped = definition(record)?;
        let response = response(shipped, record)?;
        let evaluation = evaluate(&shipped.questionnaire, &response);
        let evaluation = record.answers.iter().fold(evaluation, as_recorded);
        let again = build::record(&shipped.questionnaire, &response, &evaluation);
        if again.as_ref() != Ok(record) {
            return Err(NotRestored::OtherProgram);
        }
        Ok(Restored {
            shipped,
            response,
            evaluation,
        })
    }
}

fn definition(record: &Record) -> Result<&'static Shipped, NotRestored> {
    let reference = &record.questionnaire;
    let matches = |shipped: &&Shipped| {
        let questionnaire = &shipped.questionnaire;
        questionnaire.id == reference.id
            && questionnaire.version == reference.version
            && crate::response::hex(&questionnaire.sha256) == reference.sha256.hex()
    };
    let unknown = || NotRestored::UnknownQuestionnaire {
        id: reference.id.clone(),
        version: reference.version.clone(),
    };
    shipped().iter().find(matches).ok_or_else(unknown)
}

fn response(shipped: &Shipped, record: &Record) -> Result<QuestionnaireResponse, NotRestored> {
    let details = &record.submission;
    let id = uuid::Uuid::try_parse(&details.submission_id);
    let id = id.map_err(|_malformed| NotRestored::OtherProgram)?;
    let moment = details.created_at.moment();
    let previous = details.previous.as_ref().map(|digest| digest.hex().clone());
    let mut response = QuestionnaireResponse::new(&shipped.questionnaire, id, moment)
        .at_revision(details.revision, previous);
    let answers = record.answers.iter().map(|recorded| Edit::Restore {
        item: ItemId::new(recorded.id()),
        answer: answer(recorded).map(Box::new),
    });
    let edits = frame(details)
        .into_iter()
        .chain(people(record))
        .chain(answers);
    for edit in edits {
        response.apply(&shipped.questionnaire, edit, moment)?;
    }
    Ok(response)
}

fn frame(details: &SubmissionDetails) -> Vec<Edit> {
    let names = Language::ALL.into_iter().flat_map(|language| {
        let given = |text: &PerLanguage| text.in_language(language).unwrap_or_default().to_owned();
        [
            Edit::OrganizationName(language, given(&details.organization.name)),
            Edit::OrganizationAbbreviation(language, given(&details.organization.abbreviation)),
        ]
    });
    let first = details.answer_languages.first().copied();
    let first = first.unwrap_or(Language::English);
    let languages = match details.answer_languages.len() {
        1 => AnswerLanguages::only(first),
        _ => AnswerLanguages::Both,
    };
    let frame = [
        Edit::OrganizationId(details.organization_id.clone()),
        Edit::Cycle(details.cycle.clone()),
        Edit::Audience(localized(&details.audience)),
        Edit::Marking(details.marking),
        Edit::LanguageOrder(first),
        Edit::AnswerLanguages(languages),
    ];
    frame.into_iter().chain(names).collect()
}

fn people(record: &Record) -> impl Iterator<Item = Edit> {
    record.attestations.iter().map(|attestation| {
        let role: Role = attestation.role;
        let person = Person {
            name: attestation.name.clone(),
            title: localized(&attestation.title),
            acting: attestation.acting,
            ..Person::default()
        };
        Edit::Person(role, Box::new(person))
    })
}

fn localized(text: &PerLanguage) -> Localized {
    Localized::from_fn(|language| text.in_language(language).unwrap_or_default().to_owned())
}

/// What was answered or decided at an item; nothing where nothing was.
fn answer(recorded: &RecordedAnswer) -> Option<Answer> {
    Some(match recorded {
        RecordedAnswer::Answered { choices, text, .. } => {
            let chosen = choices.iter().flatten();
            Answer {
                choices: chosen.map(|option| OptionId::new(&option.id)).collect(),
                text: text.as_ref().map(written).unwrap_or_default(),
                ..Answer::default()
            }
        }
        RecordedAnswer::NotApplicable { words, .. } => {
            let words = localized(words);
            Answer {
                text: AnswerText {
                    en: words.en,
                    fr: words.fr,
                    ..AnswerText::default()
                },
                decision: Decision::NotApplicable,
                ..Answer::default()
            }
        }
        RecordedAnswer::NoResponse { .. } => Answer {
            decision: Decision::NoResponse,
            ..Answer::default()
        },
        RecordedAnswer::NotAsked { .. } => return None,
    })
}

fn written(recorded: &RecordedText) -> AnswerText {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let mut written = AnswerText {
        en: text(&recorded.en),
        fr: text(&recorded.fr),
        source: recorded.source,
        ..AnswerText::default()
    };
    if recorded
        .translation
        .is_some_and(|translation| translation.confirmed)
    {
        let of = written.get(recorded.source).to_owned();
        written.translation = Translation::Confirmed { of };
    }
    written
}

/// Lets an item stand as its answer went out. What was withheld is not in the
/// record, and can be why another item was expected.
fn as_recorded(evaluation: Evaluation, recorded: &RecordedAnswer) -> Evaluation {
    let RecordedAnswer::Answered { id, standing, .. } = recorded else {
        return evaluation;
    };
    let item = ItemId::new(id);
    let Some(status) = evaluation.item(&item).copied() else {
        return evaluation;
    };
    let (expected, standing) = match standing {
        Standing::Active => (true, rules::Standing::Active),
        Standing::Supplementary => (false, rules::Standing::Supplementary),
    };
    let status = ItemStatus {
        state: ItemState::Answered,
        expected,
        standing: Some(standing),
        released: true,
        ..status
    };
    evaluation.with_item(item, status)
}
