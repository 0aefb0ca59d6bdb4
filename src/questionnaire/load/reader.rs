//! Reads members of a JSON object and goes on after a defect.

use serde_json::{Map, Value};

use super::defect::{DefectKind, Defects};
use crate::i18n::Localized;

/// One object of the file, the names that were asked for, and where it stands.
///
/// Every method answers with an empty value after a defect, so that the rest
/// of the file is still checked; the file is refused as a whole at the end.
pub(super) struct Reader<'a> {
    object: Option<&'a Map<String, Value>>,
    place: String,
    asked: Vec<String>,
    defects: &'a mut Defects,
}

impl<'a> Reader<'a> {
    pub(super) fn object(value: &'a Value, place: &str, defects: &'a mut Defects) -> Self {
        if !value.is_object() {
            defects.add(place, DefectKind::NotOfType("an object"));
        }
        Reader {
            object: value.as_object(),
            place: place.to_owned(),
            asked: Vec::new(),
            defects,
        }
    }

    pub(super) fn place(&self) -> &str {
        &self.place
    }

    /// Reports the members that nobody asked for.
    pub(super) fn finish(self) {
        for name in self.object.into_iter().flat_map(Map::keys) {
            if !self.asked.contains(name) {
                let place = format!("{}/{name}", self.place);
                self.defects.add(&place, DefectKind::Unknown);
            }
        }
    }

    pub(super) fn defect(&mut self, name: &str, kind: DefectKind) {
        let place = self.child(name);
        self.defects.add(&place, kind);
    }

    pub(super) fn names(&self) -> Vec<String> {
        self.object
            .map(|object| object.keys().cloned().collect())
            .unwrap_or_default()
    }

    /// Counts a member as known without reading it.
    pub(super) fn skip(&mut self, name: &str) {
        self.asked.push(name.to_owned());
    }

    pub(super) fn skip_all(&mut self) {
        self.asked = self.names();
    }

    pub(super) fn text(&mut self, name: &str) -> String {
        let text = self.optional_text(name);
        if text.is_none() {
            self.defect(name, DefectKind::Missing);
        }
        text.unwrap_or_default()
    }

    /// A text that may be absent, but not empty.
    pub(super) fn optional_text(&mut self, name: &str) -> Option<String> {
        match self.member(name)? {
            Value::String(text) if text.trim().is_empty() => None,
            Value::String(text) => Some(text.clone()),
            _ => {
                self.defect(name, DefectKind::NotOfType("a text"));
                Some(String::new())
            }
        }
    }

    pub(super) fn texts(&mut self, name: &str) -> Vec<String> {
        let values = self.member(name).and_then(Value::as_array);
        let texts: Option<Vec<String>> = values.map(|values| {
            let texts = values.iter().filter_map(Value::as_str);
            texts.map(str::to_owned).collect()
        });
        if texts.as_ref().map(Vec::len) != values.map(Vec::len) || values.is_none() {
            self.defect(name, DefectKind::NotOfType("a list of texts"));
        }
        texts.unwrap_or_default()
    }

    pub(super) fn number(&mut self, name: &str) -> u32 {
        let value = self.member(name);
        let number = value
            .and_then(Value::as_u64)
            .and_then(|n| u32::try_from(n).ok());
        if number.is_none() {
            self.defect(name, DefectKind::NotOfType("a whole number"));
        }
        number.unwrap_or_default()
    }

    /// A yes or no that is no where it is absent.
    pub(super) fn flag(&mut self, name: &str) -> bool {
        match self.member(name) {
            None => false,
            Some(Value::Bool(flag)) => *flag,
            Some(_) => {
                self.defect(name, DefectKind::NotOfType("true or false"));
                false
            }
        }
    }

    pub(super) fn wording(&mut self, name: &str) -> Localized {
        self.one(name, localized)
    }

    pub(super) fn optional_wording(&mut self, name: &str) -> Option<Localized> {
        self.optional(name, localized)
    }

    /// A list of wordings that may be absent.
    pub(super) fn wordings(&mut self, name: &str) -> Vec<Localized> {
        self.optional_list(name, localized)
    }

    pub(super) fn one<T>(&mut self, name: &str, read: impl Fn(&mut Reader<'_>) -> T) -> T {
        let value = self.member(name);
        if value.is_none() {
            self.defect(name, DefectKind::Missing);
        }
        // Reading an empty object names the members that are missing.
        let empty = Value::Object(Map::new());
        self.nested(name, value.unwrap_or(&empty), read)
    }

    pub(super) fn optional<T>(
        &mut self,
        name: &str,
        read: impl Fn(&mut Reader<'_>) -> T,
    ) -> Option<T> {
        let value = self.member(name)?;
        Some(self.nested(name, value, read))
    }

    /// A list with at least one entry.
    pub(super) fn list<T>(&mut self, name: &str, read: impl Fn(&mut Reader<'_>) -> T) -> Vec<T> {
        let list = self.optional_list(name, read);
        if list.is_empty() {
            self.defect(name, DefectKind::Missing);
        }
        list
    }

    pub(super) fn optional_list<T>(
        &mut self,
        name: &str,
        read: impl Fn(&mut Reader<'_>) -> T,
    ) -> Vec<T> {
        match self.member(name) {
            None => Vec::new(),
            Some(Value::Array(values)) => values
                .iter()
                .enumerate()
                .map(|(index, value)| self.nested(&format!("{name}/{index}"), value, &read))
                .collect(),
            Some(_) => {
                self.defect(name, DefectKind::NotOfType("a list"));
                Vec::new()
            }
        }
    }

    fn nested<T>(&mut self, name: &str, value: &Value, read: impl Fn(&mut Reader<'_>) -> T) -> T {
        let place = self.child(name);
        let mut reader = Reader::object(value, &place, self.defects);
        let result = read(&mut reader);
        reader.finish();
        result
    }

    fn child(&self, name: &str) -> String {
        if name.is_empty() {
            self.place.clone()
        } else {
            format!("{}/{name}", self.place)
        }
    }

    fn member(&mut self, name: &str) -> Option<&'a Value> {
        self.asked.push(name.to_owned());
        self.object?.get(name)
    }
}

fn localized(reader: &mut Reader<'_>) -> Localized {
    Localized {
        en: reader.text("en"),
        fr: reader.text("fr"),
    }
}
