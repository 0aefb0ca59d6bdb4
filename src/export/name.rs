//! Names of output files: `<organization>_<cycle>_r<revision>_<language>`,
//! and a state where there is one (`RESPONSE_MODEL`, "Outputs").

use crate::i18n::Language;
use crate::response::{AnswerLanguages, Organization, QuestionnaireResponse};

/// How long a name may be, its ending included.
pub const MAX_NAME_CHARACTERS: usize = 80;

/// A cycle is free text; this much of it is enough to tell cycles apart.
const MAX_CYCLE_CHARACTERS: usize = 20;

/// What an output holds beside a completed, signed response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutputState {
    /// Nothing to say.
    Final,
    /// A response that is not completed.
    Draft,
    /// A complete record that nobody signed.
    Unsigned,
}

/// What kind of file an output is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutputKind {
    /// The submission.
    Json,
    /// The printable document.
    Pdf,
    /// The page as plain text.
    Text,
    /// The page in a language, as HTML.
    Page(Language),
    /// The same without a frame, for a content system.
    Fragment(Language),
    /// The page in a language, as Markdown.
    Markdown(Language),
    /// All of them in one archive.
    Zip,
}

impl OutputState {
    /// The end of the name, in both languages at once.
    fn suffix(self) -> &'static str {
        match self {
            OutputState::Final => "",
            OutputState::Draft => "-DRAFT-EBAUCHE",
            OutputState::Unsigned => "-UNSIGNED-NON-SIGNE",
        }
    }
}

impl OutputKind {
    fn extension(self) -> &'static str {
        match self {
            OutputKind::Json => "json",
            OutputKind::Pdf => "pdf",
            OutputKind::Text => "txt",
            OutputKind::Zip => "zip",
            OutputKind::Page(_) | OutputKind::Fragment(_) => "html",
            OutputKind::Markdown(_) => "md",
        }
    }

    /// What stands in the name beside the language, the same in both languages.
    fn part(self) -> &'static str {
        match self {
            OutputKind::Fragment(_) => "-fragment",
            _ => "",
        }
    }
}

/// The name of an output file: ASCII, no spaces, at most
/// [`MAX_NAME_CHARACTERS`], and the same on every system. Where it would be
/// longer, the organization is shortened.
///
/// ```
/// use probitas::export::name::{OutputKind, OutputState, file_name};
/// use probitas::questionnaire::shipped;
/// use probitas::response::{AnswerLanguages, QuestionnaireResponse};
/// let questionnaire = &shipped().first().ok_or("none")?.questionnaire;
/// let now = chrono::DateTime::UNIX_EPOCH.fixed_offset();
/// let response = QuestionnaireResponse::new(questionnaire, uuid::Uuid::nil(), now);
/// let name = file_name(&response, AnswerLanguages::French, OutputState::Draft, OutputKind::Pdf);
/// assert!(name.ends_with("_r1_fr-DRAFT-EBAUCHE.pdf"));
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn file_name(
    response: &QuestionnaireResponse,
    languages: AnswerLanguages,
    state: OutputState,
    kind: OutputKind,
) -> String {
    named(response, languages, state, kind, "")
}

/// The name of a PDF of the pages for sign-off alone, by the same rules.
#[must_use]
pub fn sign_off_name(
    response: &QuestionnaireResponse,
    languages: AnswerLanguages,
    state: OutputState,
) -> String {
    let kind = OutputKind::Pdf;
    named(response, languages, state, kind, "-SIGN-OFF-APPROBATION")
}

fn named(
    response: &QuestionnaireResponse,
    languages: AnswerLanguages,
    state: OutputState,
    kind: OutputKind,
    part: &str,
) -> String {
    let tail = format!(
        "_{}_r{}_{}{part}{}{}.{}",
        words(response.cycle(), MAX_CYCLE_CHARACTERS, "0"),
        response.revision(),
        codes(&response.in_order(languages)),
        kind.part(),
        state.suffix(),
        kind.extension()
    );
    let room = MAX_NAME_CHARACTERS.saturating_sub(tail.len());
    format!("{}{tail}", organization(response.organization(), room))
}

fn organization(organization: &Organization, room: usize) -> String {
    let names = [
        &organization.id,
        &organization.name.en,
        &organization.name.fr,
    ];
    let slug = names
        .into_iter()
        .map(|name| Organization::slug(name))
        .find(|slug| !slug.is_empty())
        .unwrap_or_default();
    words(&slug, room, "organization")
}

/// The codes of the languages, in the order in which they are printed.
fn codes(languages: &[Language]) -> String {
    let codes: Vec<&str> = languages.iter().map(|language| language.code()).collect();
    codes.join("-")
}

/// Letters and digits of a text; whatever stands between them is one hyphen.
fn words(text: &str, max_characters: usize, otherwise: &str) -> String {
    let mut part = String::new();
    for character in text.chars() {
        if character.is_ascii_alphanumeric() {
            part.push(character);
        } else if !part.is_empty() && !part.ends_with('-') {
            part.push('-');
        }
    }
    part.truncate(max_characters);
    let part = part.trim_matches('-');
    if part.is_empty() { otherwise } else { part }.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::shipped;
    use crate::response::Edit;

    fn response(id: &str, name: &str, cycle: &str) -> QuestionnaireResponse {
        let questionnaire = &shipped()[0].questionnaire;
        let now = chrono::DateTime::UNIX_EPOCH.fixed_offset();
        let mut response = QuestionnaireResponse::new(questionnaire, uuid::Uuid::nil(), now);
        for edit in [
            Edit::OrganizationId(id.into()),
            Edit::OrganizationName(Language::French, name.into()),
            Edit::Cycle(cycle.into()),
        ] {
            response.apply(questionnaire, edit, now).unwrap();
        }
        response
    }

    fn name(response: &QuestionnaireResponse, state: OutputState, kind: OutputKind) -> String {
        file_name(response, AnswerLanguages::Both, state, kind)
    }

    #[test]
    fn a_name_says_who_when_which_and_in_which_languages() {
        let mut response = response("elections-canada", "", "2023-2024");
        let signed = name(&response, OutputState::Final, OutputKind::Json);
        assert_eq!(signed, "elections-canada_2023-2024_r1_en-fr.json");
        let questionnaire = &shipped()[0].questionnaire;
        let now = chrono::DateTime::UNIX_EPOCH.fixed_offset();
        let edit = Edit::LanguageOrder(Language::French);
        response.apply(questionnaire, edit, now).unwrap();
        let unsigned = name(&response, OutputState::Unsigned, OutputKind::Json);
        assert_eq!(
            unsigned,
            "elections-canada_2023-2024_r1_fr-en-UNSIGNED-NON-SIGNE.json"
        );
    }

    #[test]
    fn an_organization_without_id_is_named_by_its_name() {
        let response = response("", "Élections Canada", "2024");
        let text = name(&response, OutputState::Draft, OutputKind::Text);
        assert_eq!(text, "elections-canada_2024_r1_en-fr-DRAFT-EBAUCHE.txt");
    }

    #[test]
    fn every_name_is_short_ascii_without_spaces() {
        let long = "Bureau de l’enquêteur ".repeat(20);
        for (id, organization, cycle) in [
            ("", "", ""),
            (long.as_str(), "", long.as_str()),
            ("../../etc", "", "C:\\a b/2024\n"),
            ("ᓄᓇᕗᑦ", "ᓄᓇᕗᑦ", "été 2024"),
        ] {
            let response = response(id, organization, cycle);
            for state in [
                OutputState::Final,
                OutputState::Draft,
                OutputState::Unsigned,
            ] {
                let names = [
                    name(&response, state, OutputKind::Fragment(Language::French)),
                    sign_off_name(&response, AnswerLanguages::Both, state),
                ];
                for name in names {
                    assert!(name.len() <= MAX_NAME_CHARACTERS, "{name}");
                    let plain = |c: char| c.is_ascii_alphanumeric() || "_-.".contains(c);
                    assert!(name.chars().all(plain), "{name}");
                    assert!(
                        name.starts_with(|c: char| c.is_ascii_alphanumeric()),
                        "{name}"
                    );
                    assert_eq!(name.matches('.').count(), 1, "{name}");
                }
            }
        }
    }
}
