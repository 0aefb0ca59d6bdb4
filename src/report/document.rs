//! A document as semantic blocks: what stands in it, in which order and in
//! which language, and nothing about where on a page.
//!
//! Filled by [`crate::report`], laid out by [`crate::export`]. Every sentence
//! in it is ready made: nothing after this module adds words, save the
//! numbers of pages and list items. Deliberately absent: sizes, faces, colours
//! and page breaks that only a page needs, which are the layout's business,
//! and anything that a reader does not see or hear.

use crate::i18n::Language;

/// A whole document in one language or in both, one part after the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// What a reader's program shows as the document's title.
    pub title: String,
    /// One part per language, in the order in which they are shown. Each
    /// begins on a new page; pages are numbered through, but for those
    /// [apart](Running::apart).
    pub parts: Vec<Part>,
}

/// The whole content in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The language of the part. A [`Text`] inside may be in the other.
    pub language: Language,
    /// The part's name in a list of contents; it is not drawn.
    pub title: String,
    /// What stands on every page of the part.
    pub running: Running,
    /// The content, from top to bottom.
    pub blocks: Vec<Block>,
}

/// What is repeated on every page of a part, in the part's language.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Running {
    /// The organization's name.
    pub organization: String,
    /// The title of the document, shortened or not.
    pub title: String,
    /// The security marking, at the top right of each page.
    pub marking: Option<String>,
    /// A word that no page may be without, such as DRAFT.
    pub banner: Option<String>,
    /// The line of the fingerprint; none where there is no record.
    pub fingerprint: Option<String>,
    /// The line of the revision.
    pub revision: Option<String>,
    /// How the number of a page is said.
    pub page_number: PageNumber,
    /// Stands once on each page that shows an [`unofficial`](Text::unofficial) text.
    pub unofficial_note: Option<String>,
    /// Stands in place of the number on pages that do not count as pages of
    /// the document.
    pub apart: Option<String>,
}

/// The sentence "Page 3 of 12", with its two numbers left open.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct PageNumber {
    /// What stands before the number of the page.
    pub before: String,
    /// What stands between the two numbers.
    pub between: String,
    /// What stands after the count of pages.
    pub after: String,
    /// The same in the other language, where both stand on every page.
    pub other: Option<Box<PageNumber>>,
}

impl PageNumber {
    /// The sentence for one page.
    #[must_use]
    pub fn of(&self, page: usize, pages: usize) -> String {
        let own = format!("{}{page}{}{pages}{}", self.before, self.between, self.after);
        match &self.other {
            Some(other) => format!("{own} / {}", other.of(page, pages)),
            None => own,
        }
    }
}

/// A piece of text in one language. A line feed inside is a line break.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The characters, literally.
    pub content: String,
    /// The language they are in.
    pub language: Language,
    /// Whether this wording of the form is a translation of ours.
    pub unofficial: bool,
}

impl Text {
    /// A text in the given language, not marked as unofficial.
    #[must_use]
    pub fn new(language: Language, content: impl Into<String>) -> Self {
        Self {
            content: content.into(),
            language,
            unofficial: false,
        }
    }

    /// The same text, marked as unofficial wording if `unofficial` is true.
    #[must_use]
    pub fn marked_unofficial(mut self, unofficial: bool) -> Self {
        self.unofficial = unofficial;
        self
    }
}

/// One block of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading. Level 1 is the title of the part of the document; answers'
    /// own sub-headings come below those of the questions. Levels above 6
    /// count as 6.
    Heading {
        /// 1 to 6.
        level: u8,
        /// The words.
        text: Text,
    },
    /// A paragraph, with line breaks where its text has them.
    Paragraph {
        /// What the paragraph is for.
        style: Style,
        /// The words.
        text: Text,
        /// Whether it stands, unbroken if a page can hold it, on the page on
        /// which the next block begins. Prompts, labels and hints do so anyway.
        keep_with_next: bool,
    },
    /// A bulleted or numbered list; lists in its items are nested in it.
    List(List),
    /// The answer options of a choice, ticked or not.
    Options(Options),
    /// Names and values beside each other, such as organization and cycle.
    Facts(Vec<Fact>),
    /// Ruled lines to write on by hand, kept together.
    SignOff(Vec<SignLine>),
    /// A square code that a camera reads.
    Code(Code),
    /// Ruled room to write an answer in by hand: so many lines.
    Room(u8),
    /// The same in both languages, beside each other; what stands at the left
    /// is read first.
    Facing([Vec<Block>; 2]),
    /// Where the contents stand in a document of more than ten pages. They are
    /// the headings up to the given level, with the numbers of their pages;
    /// what follows then begins on a new page.
    Contents {
        /// What stands above them.
        title: Text,
        /// The level of the headings that are listed last.
        level: u8,
    },
    /// What follows begins on a new page.
    PageBreak,
}

/// A square code (QR, ISO/IEC 18004).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// What it holds.
    pub content: String,
    /// What is said in its place.
    pub alternative: Text,
}

/// What a paragraph is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Style {
    /// Running text: answers, the attestation.
    Body,
    /// The wording of a question or of a text field of the form.
    Prompt,
    /// How to answer: "Select all that apply."
    Hint,
    /// The answer is given by its state only: "N/A", "No response submitted."
    State,
    /// A remark on what follows it: "Response provided in French".
    Label,
    /// A remark that stands alone, in smaller type.
    Note,
}

/// A list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// What stands before the items.
    pub numbering: Numbering,
    /// The items. Each may hold paragraphs and further lists.
    pub items: Vec<Vec<Block>>,
}

/// What stands before the items of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Numbering {
    /// A bullet, which differs with the depth.
    Bullets,
    /// Numbers, counted up from `first`.
    Numbers {
        /// The number of the first item.
        first: u64,
    },
}

/// The answer options of one choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// How many may be chosen.
    pub selection: Selection,
    /// The options in the order of the form.
    pub options: Vec<AnswerOption>,
}

/// How many options of a choice may be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Selection {
    /// One only, drawn as circles.
    One,
    /// Any number, drawn as squares.
    Several,
}

/// One answer option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerOption {
    /// Whether it was chosen.
    pub selected: bool,
    /// The word for that, "Selected" or "Not selected", for those who do not
    /// see the mark. In the language of the part.
    pub state: String,
    /// The wording of the option.
    pub label: Text,
    /// Options below this one.
    pub options: Vec<AnswerOption>,
}

/// A name with its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What the value is.
    pub name: Text,
    /// The value.
    pub value: Text,
}

/// A line to write on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignLine {
    /// What is to be written there.
    pub label: Text,
    /// What is known already and printed on the line.
    pub value: Option<Text>,
}
