//! A sentence before it is text.

use fluent_bundle::{FluentArgs, FluentValue};

use super::{Language, Localized, catalogue};

/// An argument of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Argument {
    /// A whole number, such as a count; chooses plural forms.
    Number(i64),
    /// A text that is the same in both languages, such as a file name. Its line
    /// ends become spaces: what a file says cannot pass for lines of the program.
    Text(String),
    /// A text that differs, such as the wording of a question.
    Localized(Localized),
    /// Another message, such as the name of a state.
    Message(Box<Message>),
    /// Several arguments, joined with commas.
    List(Vec<Argument>),
}

/// A sentence of the program: an id of the catalogues and its arguments.
///
/// Messages are made by the functions of the areas, such as
/// [`super::common`]; the text is looked up as late as possible, so that a
/// switch of language reaches every message that is already shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    id: &'static str,
    arguments: Vec<(&'static str, Argument)>,
}

impl Message {
    pub(crate) fn new(id: &'static str, arguments: Vec<(&'static str, Argument)>) -> Self {
        Message { id, arguments }
    }

    /// The id in the catalogues.
    #[must_use]
    pub fn id(&self) -> &'static str {
        self.id
    }

    /// The same sentence with another value of one argument; unchanged where
    /// it has no argument of that name.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Argument>) -> Self {
        let argument = self.arguments.iter_mut().find(|(own, _)| *own == name);
        if let Some((_, own)) = argument {
            *own = value.into();
        }
        self
    }

    /// The sentence in a language. A message that a catalogue lacks gives its
    /// id, which the tests of the catalogues rule out.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        let mut arguments = FluentArgs::new();
        for (name, value) in &self.arguments {
            arguments.set(*name, value.fluent(language));
        }
        catalogue::format(language, self.id, &arguments)
    }
}

/// What happened, and what to do: how every failure reaches a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessagePair {
    /// What happened.
    pub problem: Message,
    /// What to do.
    pub hint: Message,
}

impl MessagePair {
    /// Joins the two halves.
    #[must_use]
    pub fn new(problem: Message, hint: Message) -> Self {
        MessagePair { problem, hint }
    }
}

impl Argument {
    fn fluent(&self, language: Language) -> FluentValue<'static> {
        match self {
            Argument::Number(number) => FluentValue::from(*number),
            other => FluentValue::from(other.text(language)),
        }
    }

    fn text(&self, language: Language) -> String {
        match self {
            Argument::Number(number) => number.to_string(),
            Argument::Text(text) => in_one_line(text),
            Argument::Localized(text) => in_one_line(text.get(language)),
            Argument::Message(message) => message.text(language),
            Argument::List(items) => {
                let texts: Vec<String> = items.iter().map(|item| item.text(language)).collect();
                texts.join(", ")
            }
        }
    }
}

fn in_one_line(text: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    if text.contains(['\n', '\r']) {
        lines.collect::<Vec<_>>().join(" ")
    } else {
        text.to_owned()
    }
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Argument::Text(text.to_owned())
    }
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Argument::Text(text)
    }
}

impl From<usize> for Argument {
    fn from(number: usize) -> Self {
        Argument::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<u64> for Argument {
    fn from(number: u64) -> Self {
        Argument::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<u32> for Argument {
    fn from(number: u32) -> Self {
        Argument::Number(i64::from(number))
    }
}

impl From<i64> for Argument {
    fn from(number: i64) -> Self {
        Argument::Number(number)
    }
}

impl From<Localized> for Argument {
    fn from(text: Localized) -> Self {
        Argument::Localized(text)
    }
}

impl From<&Localized> for Argument {
    fn from(text: &Localized) -> Self {
        Argument::Localized(text.clone())
    }
}

impl From<Message> for Argument {
    fn from(message: Message) -> Self {
        Argument::Message(Box::new(message))
    }
}

impl<T: Into<Argument>> From<Vec<T>> for Argument {
    fn from(items: Vec<T>) -> Self {
        Argument::List(items.into_iter().map(Into::into).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_file_says_cannot_pass_for_lines_of_the_program() {
        let name = "Office\n\nIn “a.json”:\r\n  Verified: all is well.";
        for argument in [
            Argument::from(name),
            Argument::from(Localized::from_fn(|_| name.to_owned())),
            Argument::List(vec![Argument::from(name)]),
        ] {
            let expected = "Office In “a.json”: Verified: all is well.";
            assert_eq!(argument.text(Language::English), expected);
        }
    }
}
