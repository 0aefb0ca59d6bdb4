//! What stands on every page: names, marking, fingerprint, numbers.

use super::document::{PageNumber, Running};
use super::{Content, Edition};
use crate::i18n::{Language, Localized, Message, report as messages};
use crate::response::{Marking, QuestionnaireResponse};

/// The organization's name in a language, else in the other one; with the
/// language that it is in.
pub(super) fn organization_name(
    response: &QuestionnaireResponse,
    language: Language,
) -> (String, Language) {
    in_either(&response.organization().name, language)
}

/// A text in a language, else in the other one; with the language that it is in.
pub(super) fn in_either(text: &Localized, language: Language) -> (String, Language) {
    let found = [language, language.other()]
        .into_iter()
        .find(|language| !text.get(*language).trim().is_empty());
    let language = found.unwrap_or(language);
    (text.get(language).trim().to_owned(), language)
}

/// What is repeated on every page of a part.
pub(super) fn running(content: Content<'_>, edition: Edition<'_>, language: Language) -> Running {
    let response = content.response;
    let title = content.shipped.questionnaire.title.get(language).clone();
    let fingerprint = edition
        .digest()
        .map(|digest| messages::fingerprint_line(digest.fingerprint().to_string()));
    let banner = match edition {
        Edition::Draft => Some(messages::banner_draft()),
        Edition::Unsigned(_) => Some(messages::banner_unsigned()),
        Edition::Signed(_) | Edition::Unchecked(_) => None,
    };
    let say = |message: Message| message.text(language);
    Running {
        organization: organization_name(response, language).0,
        title,
        marking: marking(response.marking()).map(say),
        banner: banner.map(say),
        fingerprint: fingerprint.map(say),
        revision: Some(say(messages::revision(response.revision().to_string()))),
        page_number: page_number(language),
        unofficial_note: Some(say(messages::unofficial_wording())),
        apart: None,
    }
}

/// The printed words of a marking, in both languages at once.
#[must_use]
pub fn marking(marking: Marking) -> Option<Message> {
    match marking {
        Marking::None => None,
        Marking::ProtectedA => Some(messages::marking_protected_a()),
        Marking::ProtectedB => Some(messages::marking_protected_b()),
    }
}

/// Cuts the sentence at its two numbers, so that the words stay in the catalogue.
pub(super) fn page_number(language: Language) -> PageNumber {
    const PAGE: &str = "{page}";
    const PAGES: &str = "{pages}";
    let sentence = messages::page_number(PAGE, PAGES).text(language);
    let (before, rest) = sentence.split_once(PAGE).unwrap_or((&sentence, ""));
    let (between, after) = rest.split_once(PAGES).unwrap_or((rest, ""));
    PageNumber {
        before: before.to_owned(),
        between: between.to_owned(),
        after: after.to_owned(),
        other: None,
    }
}

/// What is repeated on every page that shows both languages.
pub(super) fn bilingual(first: Running, second: Running) -> Running {
    let joined = |first: Option<String>, second: Option<String>, between| match (first, second) {
        (Some(first), Some(second)) => Some(both(first, &second, between)),
        (first, second) => first.or(second),
    };
    Running {
        organization: both(first.organization, &second.organization, " / "),
        title: both(first.title, &second.title, "\n"),
        // Its words are in both languages already.
        marking: first.marking,
        banner: joined(first.banner, second.banner, " / "),
        fingerprint: joined(first.fingerprint, second.fingerprint, "\n"),
        revision: joined(first.revision, second.revision, " / "),
        page_number: PageNumber {
            other: Some(Box::new(second.page_number)),
            ..first.page_number
        },
        unofficial_note: joined(first.unofficial_note, second.unofficial_note, " / "),
        apart: None,
    }
}

fn both(first: String, second: &str, between: &str) -> String {
    if first == second {
        first
    } else {
        format!("{first}{between}{second}")
    }
}
