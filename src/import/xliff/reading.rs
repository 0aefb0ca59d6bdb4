//! XML to units.

use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};
use quick_xml::{NsReader, XmlVersion};

use super::{File, Translations, Unit, XliffError};
use crate::i18n::Language;

/// The namespace of XLIFF 1.2.
const NAMESPACE: Namespace<'static> = Namespace(b"urn:oasis:names:tc:xliff:document:1.2");
/// Deeper nesting is in no file of a translation program.
const MAX_DEPTH: usize = 64;
/// More units than any draft has lines.
const MAX_UNITS: usize = 200_000;

/// Takes a file apart.
///
/// Elements of other namespaces and those that are no translation, such as
/// alternatives and notes, are passed over; so are codes inside of a line.
///
/// # Errors
/// [`XliffError`] where it is no XLIFF 1.2, or more than such a file needs.
pub fn read(xml: &str) -> Result<Translations, XliffError> {
    let mut reader = NsReader::from_str(xml);
    reader.config_mut().expand_empty_elements = true;
    let mut state = State::default();
    loop {
        // Where the event begins that is read next.
        let at = reader.buffer_position();
        let line = || line_of(xml, at);
        let (namespace, event) = match reader.read_resolved_event() {
            Ok(resolved) => resolved,
            Err(_malformed) => {
                let line = line_of(xml, reader.error_position());
                return Err(XliffError::NotXml { line });
            }
        };
        let is_ours = match namespace {
            ResolveResult::Bound(found) => found == NAMESPACE,
            ResolveResult::Unbound => true,
            ResolveResult::Unknown(_) => false,
        };
        match event {
            Event::Start(element) => state
                .start(&element, is_ours)
                .map_err(|fault| fault.at(line()))?,
            Event::End(_) => state.end(),
            Event::Text(text) => {
                let text = text.xml10_content();
                let text = text.map_err(|_encoding| XliffError::NotXml { line: line() })?;
                state.text(&text, line)?;
            }
            Event::CData(text) => {
                let text = text.xml10_content();
                let text = text.map_err(|_encoding| XliffError::NotXml { line: line() })?;
                state.text(&text, line)?;
            }
            Event::GeneralRef(entity) => {
                let character = match entity.resolve_char_ref() {
                    Ok(Some(character)) => Some(character),
                    Ok(None) => predefined(&entity),
                    Err(_no_character) => None,
                };
                let character = character.ok_or_else(|| XliffError::Entities { line: line() })?;
                state.text(character.encode_utf8(&mut [0; 4]), line)?;
            }
            Event::DocType(_) => return Err(XliffError::Entities { line: line() }),
            Event::Eof => return state.finish(line()),
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
}

fn line_of(xml: &str, offset_bytes: u64) -> usize {
    let offset = usize::try_from(offset_bytes).unwrap_or(xml.len());
    let before = xml.as_bytes().get(..offset).unwrap_or(xml.as_bytes());
    1 + memchr::memchr_iter(b'\n', before).count()
}

/// The five entities that XML itself has.
fn predefined(name: &[u8]) -> Option<char> {
    Some(match name {
        b"amp" => '&',
        b"lt" => '<',
        b"gt" => '>',
        b"quot" => '"',
        b"apos" => '\'',
        _ => return None,
    })
}

/// What an element is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Xliff,
    File,
    Body,
    Unit,
    Source,
    Target,
    /// Around words of a source or target.
    Around,
    PassedOver,
}

/// What is wrong with an element.
enum Fault {
    Attribute,
    Refused(XliffError),
}

impl Fault {
    fn at(self, line: usize) -> XliffError {
        match self {
            Fault::Attribute => XliffError::NotXml { line },
            Fault::Refused(error) => error,
        }
    }
}

#[derive(Default)]
struct State {
    open: Vec<Kind>,
    found: Translations,
    units: usize,
    began: bool,
}

impl State {
    fn start(&mut self, element: &BytesStart<'_>, is_ours: bool) -> Result<(), Fault> {
        if self.open.len() >= MAX_DEPTH {
            return Err(Fault::Refused(XliffError::TooMuch));
        }
        let local = element.local_name();
        let name = if is_ours { local.as_ref() } else { b"" };
        let kind = match (self.open.last(), name) {
            (None, b"xliff") if !self.began => {
                check_version(&attribute(element, "version")?.unwrap_or_default())?;
                Kind::Xliff
            }
            (None, _) if !self.began => return Err(Fault::Refused(XliffError::NotXliff)),
            (Some(Kind::Xliff), b"file") => {
                self.found.files.push(file(element)?);
                Kind::File
            }
            (Some(Kind::File), b"body") => Kind::Body,
            (Some(Kind::Body), b"group") => {
                self.group(element)?;
                Kind::Body
            }
            (Some(Kind::Body), b"trans-unit") => {
                self.unit(element)?;
                Kind::Unit
            }
            (Some(Kind::Unit), b"source") => Kind::Source,
            (Some(Kind::Unit), b"target") => {
                self.target(element)?;
                Kind::Target
            }
            (Some(Kind::Source | Kind::Target | Kind::Around), b"g" | b"mrk") => Kind::Around,
            _ => Kind::PassedOver,
        };
        self.began = true;
        self.open.push(kind);
        Ok(())
    }

    fn end(&mut self) {
        self.open.pop();
    }

    fn group(&mut self, element: &BytesStart<'_>) -> Result<(), Fault> {
        let id = attribute(element, "id")?;
        let skeleton = attribute(element, "extradata")?;
        if let (Some(id), Some(skeleton), Some(file)) = (id, skeleton, self.found.files.last_mut())
        {
            file.skeletons.push((id, skeleton));
        }
        Ok(())
    }

    fn unit(&mut self, element: &BytesStart<'_>) -> Result<(), Fault> {
        self.units += 1;
        if self.units > MAX_UNITS {
            return Err(Fault::Refused(XliffError::TooMuch));
        }
        let unit = Unit {
            id: attribute(element, "id")?.unwrap_or_default(),
            is_final: attribute(element, "approved")?.as_deref() == Some("yes"),
            ..Unit::default()
        };
        if let Some(file) = self.found.files.last_mut() {
            file.units.push(unit);
        }
        Ok(())
    }

    /// The state says more than the approval of the unit: what was approved
    /// and then marked for another look is not final.
    fn target(&mut self, element: &BytesStart<'_>) -> Result<(), Fault> {
        let state = attribute(element, "state")?;
        let last = self.found.files.last_mut();
        if let Some(unit) = last.and_then(|file| file.units.last_mut()) {
            unit.target.clear();
            unit.is_final = match state.as_deref() {
                Some("final" | "signed-off") => true,
                None | Some("translated") => unit.is_final,
                Some(_) => false,
            };
        }
        Ok(())
    }

    /// Takes text; which line it is in is asked only where it is refused.
    fn text(&mut self, text: &str, line: impl Fn() -> usize) -> Result<(), XliffError> {
        if self.open.is_empty() {
            // Beside the one element there is white space only.
            return match text.chars().all(char::is_whitespace) {
                true => Ok(()),
                false if self.began => Err(XliffError::NotXml { line: line() }),
                false => Err(XliffError::NotXliff),
            };
        }
        let around = self.open.iter().rposition(|kind| *kind != Kind::Around);
        let kind = around.and_then(|index| self.open.get(index));
        let last = self.found.files.last_mut();
        if let (Some(kind), Some(unit)) = (kind, last.and_then(|file| file.units.last_mut())) {
            match kind {
                Kind::Source => unit.source.push_str(text),
                Kind::Target => unit.target.push_str(text),
                _ => {}
            }
        }
        Ok(())
    }

    fn finish(self, line: usize) -> Result<Translations, XliffError> {
        if !self.open.is_empty() {
            return Err(XliffError::NotXml { line });
        }
        if !self.began {
            return Err(XliffError::NotXliff);
        }
        Ok(self.found)
    }
}

fn check_version(version: &str) -> Result<(), Fault> {
    if version == "1.2" {
        return Ok(());
    }
    let version = version.chars().take(12).collect();
    Err(Fault::Refused(XliffError::OtherVersion { version }))
}

fn file(element: &BytesStart<'_>) -> Result<File, Fault> {
    let language = |name: &str| {
        let tag = attribute(element, name)?;
        Ok(tag.and_then(|tag| Language::from_locale(&tag)))
    };
    Ok(File {
        original: attribute(element, "original")?.unwrap_or_default(),
        from: language("source-language")?,
        to: language("target-language")?,
        ..File::default()
    })
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Result<Option<String>, Fault> {
    let found = element.try_get_attribute(name);
    let Some(attribute) = found.map_err(|_malformed| Fault::Attribute)? else {
        return Ok(None);
    };
    let value = attribute.normalized_value(XmlVersion::Implicit1_0);
    let value = value.map_err(|_malformed| Fault::Attribute)?;
    Ok(Some(value.into_owned()))
}
