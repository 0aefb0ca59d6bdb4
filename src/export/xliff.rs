//! The texts that are to be translated, as XLIFF 1.2: the format that
//! translation bureaus take.
//!
//! Each answer is a group, each line of its literal text a unit: that is what
//! programs for translators show one below the other. The structure (lists,
//! sub-headings) is in no unit, where somebody could break it, but in
//! `extradata` of the group ([`Document::skeleton`]). A translation that is
//! there already stands in the units where it has the same structure, and else
//! as a note in the group. What changed in the source since its translation was
//! confirmed is a note too.
//!
//! There is one `file` element per direction. [`crate::import::xliff`] reads
//! what comes back. Left out on purpose: choices and the wording of the form, which need no
//! translation; the wording of a question is a note for whoever translates.

use quick_xml::escape::escape;

use crate::i18n::{Language, Message, common, translation as say};
use crate::questionnaire::Questionnaire;
use crate::response::QuestionnaireResponse;
use crate::rules::{Translatable, TranslationStanding, translatable};
use crate::text::difference::{Piece, excerpt, is_change};
use crate::text::{Document, allowed_char};

/// The namespace of XLIFF 1.2.
const NAMESPACE: &str = "urn:oasis:names:tc:xliff:document:1.2";

/// So many words that stayed the same stand around what changed in a note.
const CONTEXT_WORDS: usize = 8;

/// Which texts are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// Those about whose translation somebody still has to do something.
    #[default]
    Open,
    /// Those with a confirmed translation too, marked as final.
    All,
}

/// A file for a translation bureau.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkList {
    /// The file, in UTF-8.
    pub xml: String,
    /// How many answers are in it.
    pub answers: usize,
    /// How many units: lines of text.
    pub units: usize,
}

/// What is to be translated, as XLIFF; nothing where no text is, or the
/// organization answers in one language.
///
/// The same response always gives the same bytes.
#[must_use]
pub fn work_list(
    questionnaire: &Questionnaire,
    response: &QuestionnaireResponse,
    scope: Scope,
) -> Option<WorkList> {
    let mut texts = translatable(questionnaire, response);
    texts.retain(|text| scope == Scope::All || text.standing.is_open());
    let mut writer = Writer {
        xml: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned(),
        depth: 0,
        units: 0,
    };
    writer.open("xliff", &[("version", "1.2"), ("xmlns", NAMESPACE)]);
    for from in response.both_languages() {
        let texts: Vec<&Translatable<'_>> = texts.iter().filter(|text| text.from == from).collect();
        if !texts.is_empty() {
            writer.file(questionnaire, response, from, &texts);
        }
    }
    writer.close("xliff");
    (!texts.is_empty()).then_some(WorkList {
        xml: writer.xml,
        answers: texts.len(),
        units: writer.units,
    })
}

struct Writer {
    xml: String,
    depth: usize,
    units: usize,
}

impl Writer {
    fn file(
        &mut self,
        questionnaire: &Questionnaire,
        response: &QuestionnaireResponse,
        from: Language,
        texts: &[&Translatable<'_>],
    ) {
        let original = format!("urn:uuid:{}", response.submission_id());
        self.open(
            "file",
            &[
                ("original", &original),
                ("source-language", from.bcp47()),
                ("target-language", from.other().bcp47()),
                ("datatype", "plaintext"),
                ("tool-id", "probitas"),
            ],
        );
        self.open("header", &[]);
        self.empty(
            "tool",
            &[("tool-id", "probitas"), ("tool-name", "Probitas")],
        );
        let name = response.organization().name.get(from);
        self.text("note", &[], &format!("{name} {}", response.cycle()));
        self.close("header");
        self.open("body", &[]);
        for text in texts {
            self.answer(questionnaire, text);
        }
        self.close("body");
        self.close("file");
    }

    fn answer(&mut self, questionnaire: &Questionnaire, text: &Translatable<'_>) {
        let (from, to) = (text.from, text.from.other());
        let source = Document::parse(text.text.get(from));
        let present = Document::parse(text.text.get(to));
        let skeleton = source.skeleton();
        let id = text.item.as_str();
        let question = questionnaire.question_of(text.item);
        let label = question.map(|question| questionnaire.label_of(question));
        let label = label.map(|label| label.get(from).clone());
        self.open(
            "group",
            &[
                ("id", id),
                ("resname", &label.unwrap_or_default()),
                ("extradata", &skeleton),
            ],
        );
        if let Some(question) = question {
            self.text("note", &[("from", "Probitas")], question.wording.get(from));
        }
        let is_source = text.text.source == from;
        if let Some(changes) = text.text.source_change().filter(|_| is_source) {
            let note = say::changed_note(changed_of(from), changes_in_words(from, changes));
            self.text("note", &[("from", "Probitas")], &note.text(from));
        }
        let fits = present.skeleton() == skeleton;
        if !fits && !present.is_empty() {
            let note = say::present_note(present.plain()).text(from);
            self.text("note", &[("from", "Probitas")], &note);
        }
        let mut translations = present.lines().filter(|_| fits);
        for (number, line) in (1..).zip(source.lines()) {
            self.unit(&format!("{id}:{number}"), text, line, translations.next());
        }
        self.close("group");
    }

    fn unit(&mut self, id: &str, text: &Translatable<'_>, source: &str, target: Option<&str>) {
        self.units += 1;
        // `approved` is for the bureau to say.
        self.open("trans-unit", &[("id", id), ("xml:space", "preserve")]);
        let (from, to) = (text.from.bcp47(), text.from.other().bcp47());
        self.text("source", &[("xml:lang", from)], source);
        let state = match (target, text.standing) {
            (None, _) | (_, TranslationStanding::Missing) => "needs-translation",
            (_, TranslationStanding::Stale) => "needs-review-translation",
            (_, TranslationStanding::Unconfirmed) => "translated",
            (_, TranslationStanding::Confirmed) => "final",
        };
        let target = target.unwrap_or_default();
        self.text("target", &[("xml:lang", to), ("state", state)], target);
        self.close("trans-unit");
    }

    fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.start(name, attributes);
        self.xml.push_str(">\n");
        self.depth += 1;
    }

    fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.start(name, attributes);
        self.xml.push_str("/>\n");
    }

    /// An element with text and nothing else; no white space comes into it.
    fn text(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.start(name, attributes);
        self.xml.push('>');
        self.xml.push_str(&escape(permitted(text)));
        self.xml.push_str("</");
        self.xml.push_str(name);
        self.xml.push_str(">\n");
    }

    fn close(&mut self, name: &str) {
        self.depth = self.depth.saturating_sub(1);
        self.indent();
        self.xml.push_str("</");
        self.xml.push_str(name);
        self.xml.push_str(">\n");
    }

    fn start(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.indent();
        self.xml.push('<');
        self.xml.push_str(name);
        for (name, value) in attributes {
            self.xml.push(' ');
            self.xml.push_str(name);
            self.xml.push_str("=\"");
            self.xml.push_str(&escape(permitted(value)));
            self.xml.push('"');
        }
    }

    fn indent(&mut self) {
        let width = 2 * self.depth;
        self.xml.extend(std::iter::repeat_n(' ', width));
    }
}

fn changed_of(from: Language) -> Message {
    say::changed(match from {
        Language::English => common::english(),
        Language::French => common::french(),
    })
}

/// What changed in a source since its translation was confirmed.
fn changes_in_words(from: Language, changes: Vec<Piece>) -> String {
    if !changes.iter().any(is_change) {
        return say::changed_layout().text(from);
    }
    let pieces = excerpt(changes, CONTEXT_WORDS).into_iter();
    let words = pieces.map(|piece| match piece {
        Piece::Same(text) => text.trim().to_owned(),
        Piece::Added(text) => say::added(text.trim()).text(from),
        Piece::Removed(text) => say::removed(text.trim()).text(from),
        Piece::LeftOut => say::left_out().text(from),
    });
    words.collect::<Vec<_>>().join(" ")
}

/// What XML may hold: a response that was not cleaned yet might hold more.
fn permitted(text: &str) -> String {
    text.chars().filter(|c| allowed_char(*c)).collect()
}
