//! The user guide, as documents in the grammar of [`crate::text`].
//!
//! It comes with the program, so that it can be read without a network. Each
//! chapter is one file per language under `assets/guide`, whose first
//! sub-heading is the title. Left out on purpose: any drawing, and links.

use std::sync::LazyLock;

use super::Screen;
use crate::i18n::{Language, Localized};
use crate::text::{Block, Document};

/// A chapter of the guide in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// The identifier, the same in both languages.
    pub id: &'static str,
    /// The title.
    pub title: String,
    /// What stands below the title.
    pub document: Document,
}

/// The chapters in order, the same in both languages.
#[must_use]
pub fn chapters(language: Language) -> &'static [Chapter] {
    GUIDE.get(language)
}

/// The chapter that fits a screen, by its id.
#[must_use]
pub fn chapter_of(screen: Screen) -> &'static str {
    match screen {
        Screen::Start | Screen::Guide => "starting",
        Screen::Organization => "organization",
        Screen::Form => "answering",
        Screen::Review => "review",
        Screen::SignOff => "sign-off",
        Screen::Approve => "approving",
        Screen::Settings => "accessibility",
    }
}

macro_rules! guide {
    ($language:literal) => {
        [
            guide!($language, "starting"),
            guide!($language, "organization"),
            guide!($language, "answering"),
            guide!($language, "findings"),
            guide!($language, "languages"),
            guide!($language, "saving"),
            guide!($language, "review"),
            guide!($language, "sign-off"),
            guide!($language, "sending"),
            guide!($language, "approving"),
            guide!($language, "verifying"),
            guide!($language, "keyboard"),
            guide!($language, "accessibility"),
            guide!($language, "trouble"),
        ]
    };
    ($language:literal, $chapter:literal) => {
        (
            $chapter,
            include_str!(concat!(
                "../../assets/guide/",
                $language,
                "/",
                $chapter,
                ".md"
            )),
        )
    };
}

static GUIDE: LazyLock<Localized<Vec<Chapter>>> = LazyLock::new(|| {
    Localized::from_fn(|language| {
        let sources = match language {
            Language::English => guide!("en"),
            Language::French => guide!("fr"),
        };
        let chapter = |(id, source)| Chapter::read(id, source);
        sources.into_iter().map(chapter).collect()
    })
});

impl Chapter {
    fn read(id: &'static str, source: &str) -> Self {
        let mut blocks = Document::parse(source).blocks.into_iter().peekable();
        let title = match blocks.next_if(|block| matches!(block, Block::Heading(_))) {
            Some(Block::Heading(title)) => title,
            _ => String::new(),
        };
        Chapter {
            id,
            title,
            document: Document {
                blocks: blocks.collect(),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a text is made of, without its words.
    fn shape(blocks: &[Block]) -> Vec<String> {
        let shape_of = |block: &Block| match block {
            Block::Heading(_) => "heading".to_owned(),
            Block::Paragraph(lines) => format!("{} lines", lines.len()),
            Block::List(list) => {
                let items: Vec<_> = list.items.iter().map(|item| shape(item)).collect();
                format!("ordered {}: {items:?}", list.ordered)
            }
        };
        blocks.iter().map(shape_of).collect()
    }

    #[test]
    fn both_languages_have_the_same_chapters_of_the_same_shape() {
        let english = chapters(Language::English);
        let french = chapters(Language::French);
        assert_eq!(english.len(), french.len());
        for (english, french) in english.iter().zip(french) {
            assert_eq!(english.id, french.id);
            let blocks = |chapter: &Chapter| shape(&chapter.document.blocks);
            assert_eq!(blocks(english), blocks(french), "{}", english.id);
        }
    }

    #[test]
    fn every_chapter_has_a_title_of_its_own_and_a_text() {
        for language in Language::ALL {
            let mut titles = std::collections::BTreeSet::new();
            for chapter in chapters(language) {
                assert!(!chapter.document.is_empty(), "{}", chapter.id);
                assert!(!chapter.title.is_empty(), "{}", chapter.id);
                assert!(titles.insert(&chapter.title), "{}", chapter.title);
            }
        }
    }

    #[test]
    fn every_screen_has_a_chapter() {
        for screen in Screen::ALL {
            let fits = |chapter: &Chapter| chapter.id == chapter_of(screen);
            assert!(chapters(Language::French).iter().any(fits), "{screen:?}");
        }
    }

    #[test]
    fn a_paragraph_is_one_line_so_that_the_window_breaks_it() {
        for language in Language::ALL {
            for chapter in chapters(language) {
                for block in &chapter.document.blocks {
                    if let Block::Paragraph(lines) = block {
                        assert_eq!(lines.len(), 1, "{}: {lines:?}", chapter.id);
                    }
                }
            }
        }
    }
}
