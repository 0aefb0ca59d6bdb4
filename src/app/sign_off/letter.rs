//! Subject and covering text, in both languages, in the order of the response.

use super::{Session, in_either};
use crate::app::job::Exported;
use crate::export::name::{OutputKind, OutputState};
use crate::i18n::{Language, Message, sign_off as say};

/// What goes along with the files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Whom it is for: as typed, or the central agency in each language.
    pub recipient: String,
    /// The subject, in both languages.
    pub subject: String,
    /// The covering text, first in one language, then in the other.
    pub text: String,
}

/// What stands between the two languages.
const BETWEEN: &str = "\n\n* * *\n\n";

/// What a covering text speaks of.
struct Sent<'a> {
    state: OutputState,
    names: Vec<(OutputKind, &'a str)>,
    fingerprint: Option<&'a str>,
    signer: Option<&'a str>,
}

impl Session {
    /// What goes along with the files: those that were written, or would be.
    #[must_use]
    pub fn letter(&self) -> Letter {
        let planned = self.planned();
        let exported = self.exported().filter(|_| !self.is_export_outdated());
        let sent = match exported {
            Some(exported) => of_exported(exported),
            None => Sent {
                state: planned.state,
                names: planned
                    .files
                    .iter()
                    .map(|(kind, name)| (*kind, name.as_str()))
                    .collect(),
                fingerprint: None,
                signer: self.key().map(super::super::OpenedKey::name),
            },
        };
        let both = self.response.both_languages();
        let typed = self.sign_off.form.sending.recipient.clone();
        let audience = both.map(|language| in_either(self.response.audience(), language));
        Letter {
            recipient: typed.unwrap_or_else(|| joined(&audience, " / ")),
            subject: joined(&both.map(|language| self.subject(language)), " / "),
            text: joined(
                &both.map(|language| self.covering(&sent, language)),
                BETWEEN,
            ),
        }
    }

    fn subject(&self, language: Language) -> String {
        let name = in_either(&self.response.organization().name, language);
        say::letter_subject(name, self.response.cycle()).text(language)
    }

    fn covering(&self, sent: &Sent<'_>, language: Language) -> String {
        let name = in_either(&self.response.organization().name, language);
        let title = &self.questionnaire().title;
        let mut paragraphs = vec![
            say::letter_greeting(),
            say::letter_opening(title, name, self.response.cycle()),
        ];
        paragraphs.push(match (sent.state, sent.signer) {
            (OutputState::Draft, _) => say::letter_draft(),
            (OutputState::Final, Some(name)) => say::letter_signed(name),
            (OutputState::Final | OutputState::Unsigned, _) => say::letter_unsigned(),
        });
        let mut texts: Vec<String> = paragraphs.iter().map(|text| text.text(language)).collect();
        texts.push(files(sent, language));
        let fingerprint = sent.fingerprint.map(say::letter_fingerprint);
        let contact = self.response.contact().trim();
        let contact = (!contact.is_empty()).then(|| say::letter_contact(contact));
        let rest = fingerprint
            .into_iter()
            .chain(contact)
            .chain([say::letter_closing()]);
        texts.extend(rest.map(|message| message.text(language)));
        texts.join("\n\n")
    }
}

fn of_exported(exported: &Exported) -> Sent<'_> {
    Sent {
        state: exported.state,
        names: exported
            .files
            .iter()
            .map(|file| (file.kind, file.name.as_str()))
            .collect(),
        fingerprint: exported.fingerprint.as_deref(),
        signer: exported.signer.as_deref(),
    }
}

/// The files, one a line, and the archive that holds them.
fn files(sent: &Sent<'_>, language: Language) -> String {
    let mut lines = vec![say::letter_files().text(language)];
    let mut archive: Option<Message> = None;
    for (kind, name) in &sent.names {
        match kind {
            OutputKind::Zip => archive = Some(say::letter_archive(*name)),
            _ => lines.push(format!("- {name}")),
        }
    }
    lines.extend(archive.map(|message| message.text(language)));
    lines.join("\n")
}

/// Two texts, or one where they are the same.
fn joined<T: AsRef<str>>(both: &[T; 2], between: &str) -> String {
    let [first, second] = both.each_ref().map(AsRef::as_ref);
    if first == second {
        first.to_owned()
    } else {
        format!("{first}{between}{second}")
    }
}
