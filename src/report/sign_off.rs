//! The facts at the top, and the attestations with lines to sign on at the end.

use chrono::{DateTime, Datelike, FixedOffset};

use super::document::{Block, Fact, SignLine, Style, Text};
use super::running::{in_either, organization_name};
use super::{Content, Edition};
use crate::i18n::{Language, Message, common, report as messages};
use crate::questionnaire::Role;
use crate::response::{AnswerLanguages, Person};
use crate::submission::verify::ClaimedSignature;

/// Who answers, to whom, when, and what this document is.
pub(super) fn facts(content: Content<'_>, edition: Edition<'_>, language: Language) -> Vec<Block> {
    let response = content.response;
    let say = |message: Message| message.text(language);
    let mut facts = whose(content, language);
    facts.push(fact(
        language,
        &messages::fact_cycle(),
        Text::new(language, response.cycle().trim()),
    ));
    let changed = date(response.modified_at()).text(language);
    facts.push(fact(
        language,
        &messages::fact_changed(),
        Text::new(language, changed),
    ));
    if let Some(digest) = edition.digest() {
        let fingerprint = Text::new(language, digest.fingerprint().to_string());
        facts.push(fact(language, &messages::fact_fingerprint(), fingerprint));
    }
    vec![
        Block::Facts(facts),
        Block::Paragraph {
            style: Style::Note,
            text: Text::new(language, say(edition_note(edition))),
            keep_with_next: false,
        },
    ]
}

/// What a document of this edition is.
pub(super) fn edition_note(edition: Edition<'_>) -> Message {
    match edition {
        Edition::Draft => messages::note_draft(),
        Edition::Unsigned(_) => messages::note_unsigned(),
        Edition::Signed(_) => messages::note_signed(),
        Edition::Unchecked(_) => messages::note_unchecked(),
    }
}

/// Organization, central agency and languages: what an attestation refers to.
fn whose(content: Content<'_>, language: Language) -> Vec<Fact> {
    let response = content.response;
    let (name, name_language) = organization_name(response, language);
    let languages = match response.answer_languages() {
        AnswerLanguages::English => common::english(),
        AnswerLanguages::French => common::french(),
        AnswerLanguages::Both => messages::both_languages(),
    };
    let (audience, audience_language) = in_either(response.audience(), language);
    vec![
        fact(
            language,
            &messages::fact_organization(),
            Text::new(name_language, name),
        ),
        fact(
            language,
            &messages::fact_audience(),
            Text::new(audience_language, audience),
        ),
        fact(
            language,
            &messages::fact_languages(),
            Text::new(language, languages.text(language)),
        ),
    ]
}

pub(super) fn fact(language: Language, name: &Message, value: Text) -> Fact {
    Fact {
        name: Text::new(language, name.text(language)),
        value,
    }
}

/// The attestations of preparer and deputy head, each with lines to sign on,
/// and what was signed electronically.
pub(super) fn blocks(content: Content<'_>, edition: Edition<'_>, language: Language) -> Vec<Block> {
    let named = vec![Block::Facts(whose(content, language))];
    let mut blocks = attestations(content, language, &named);
    let signed = match edition {
        Edition::Signed(verified) => {
            let good = verified.signatures().iter().cloned();
            good.map(ClaimedSignature::Good).collect()
        }
        Edition::Unchecked(unchecked) => unchecked.signatures().to_vec(),
        Edition::Draft | Edition::Unsigned(_) => Vec::new(),
    };
    if !signed.is_empty() {
        blocks.extend(signatures(&signed, language));
    }
    blocks
}

/// The same to be filled in by hand.
pub(super) fn blank(content: Content<'_>, language: Language) -> Vec<Block> {
    let lines = whose(content, language).into_iter().map(|fact| SignLine {
        label: fact.name,
        value: None,
    });
    attestations(content, language, &[Block::SignOff(lines.collect())])
}

fn heading(level: u8, message: &Message, language: Language) -> Block {
    Block::Heading {
        level,
        text: Text::new(language, message.text(language)),
    }
}

/// What each person attests. That of the deputy head speaks of what is "named
/// below", which is `named`.
fn attestations(content: Content<'_>, language: Language, named: &[Block]) -> Vec<Block> {
    let mut blocks = vec![heading(2, &messages::sign_off(), language)];
    for role in [Role::Preparer, Role::DeputyHead] {
        let Some(attestation) = content.shipped.questionnaire.attestation(role) else {
            continue;
        };
        blocks.push(heading(3, &role_heading(role), language));
        blocks.push(Block::Paragraph {
            style: Style::Body,
            text: Text::new(language, attestation.wording.get(language).as_str()),
            keep_with_next: true,
        });
        if role == Role::DeputyHead {
            blocks.extend_from_slice(named);
        }
        let person = content.response.person(role);
        blocks.push(Block::SignOff(lines(person, language)));
    }
    blocks
}

/// What was signed electronically, by whom and when, as the signers state it.
fn signatures(signed: &[ClaimedSignature], language: Language) -> Vec<Block> {
    let paragraph = |style, message: &Message, keep_with_next| Block::Paragraph {
        style,
        text: Text::new(language, message.text(language)),
        keep_with_next,
    };
    let mut blocks = vec![heading(3, &messages::signed_electronically(), language)];
    for signature in signed {
        let claim = signature.claim();
        let line = messages::signature_line(
            claim.name,
            claim.role.in_words(),
            date(claim.signed_at.fixed_offset()),
            claim.kid.as_str(),
        );
        blocks.push(paragraph(Style::Body, &line, true));
        if matches!(signature, ClaimedSignature::Unchecked(_)) {
            let remark = messages::signature_unchecked();
            blocks.push(paragraph(Style::State, &remark, true));
        }
    }
    let all_good = signed
        .iter()
        .all(|signature| matches!(signature, ClaimedSignature::Good(_)));
    let note = if all_good {
        messages::signature_claim()
    } else {
        messages::signature_claim_unchecked()
    };
    blocks.push(paragraph(Style::Note, &note, false));
    blocks
}

fn role_heading(role: Role) -> Message {
    match role {
        Role::Preparer => messages::prepared_by(),
        Role::DeputyHead => messages::approved_by(),
    }
}

fn lines(person: &Person, language: Language) -> Vec<SignLine> {
    let (title, found) = in_either(&person.title, language);
    let title = if person.acting {
        messages::acting(title).text(language)
    } else {
        title
    };
    let title = Some(title.trim())
        .filter(|title| !title.is_empty())
        .map(|title| Text::new(found, title));
    let name = Some(person.name.trim())
        .filter(|name| !name.is_empty())
        .map(|name| Text::new(language, name));
    let line = |label: Message, value| SignLine {
        label: Text::new(language, label.text(language)),
        value,
    };
    vec![
        line(messages::line_name(), name),
        line(messages::line_title(), title),
        line(messages::line_signature(), None),
        line(messages::line_date(), None),
    ]
}

/// A date as each language writes it.
pub(super) fn date(when: DateTime<FixedOffset>) -> Message {
    common::date_long(when.day(), when.month(), when.year().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Localized;
    use crate::questionnaire::shipped;
    use crate::response::{Edit, QuestionnaireResponse};
    use crate::rules::evaluate;

    #[test]
    fn what_is_known_in_one_language_only_is_shown_in_both_documents() {
        let shipped = &shipped()[0];
        let now = DateTime::UNIX_EPOCH.fixed_offset();
        let id = uuid::Uuid::nil();
        let mut response = QuestionnaireResponse::new(&shipped.questionnaire, id, now);
        let audience = Localized {
            fr: "Bureau du Conseil privé".to_owned(),
            ..Localized::default()
        };
        let acting = Person {
            name: "Zoé Tremblay".to_owned(),
            acting: true,
            ..Person::default()
        };
        for edit in [
            Edit::Audience(audience),
            Edit::Person(Role::DeputyHead, Box::new(acting)),
        ] {
            response.apply(&shipped.questionnaire, edit, now).unwrap();
        }
        let evaluation = evaluate(&shipped.questionnaire, &response);
        let content = Content {
            shipped,
            response: &response,
            evaluation: &evaluation,
        };
        let facts = whose(content, Language::English);
        let expected = Text::new(Language::French, "Bureau du Conseil privé");
        assert!(facts.iter().any(|fact| fact.value == expected), "{facts:?}");
        let lines = lines(response.person(Role::DeputyHead), Language::English);
        let acting = Text::new(Language::English, "(acting)");
        assert_eq!(lines[1].value, Some(acting));
    }
}
