//! The place on the page, kept when the language changes.
//!
//! French is longer than English: the same distance from the top would show
//! another question. So the card at the top of the window is remembered, and
//! the page scrolled to it once its new place is known.

use egui::Context;

use crate::i18n::Language;

/// Which card is at the top, and by how much it is scrolled past.
#[derive(Debug, Default)]
pub(super) struct Anchor {
    /// The cards of this frame with their distance from the top of the page.
    cards: Vec<(String, f32)>,
    shown: Option<(Language, Option<(String, f32)>)>,
    next: Option<f32>,
}

impl Anchor {
    /// Where to scroll in this frame, if the language just changed.
    pub(super) fn offset(&mut self, language: Language) -> Option<f32> {
        self.cards.clear();
        let same = self
            .shown
            .as_ref()
            .is_some_and(|(shown, _)| *shown == language);
        self.next.take().filter(|_| same)
    }

    /// A card begins here.
    pub(super) fn measure(&mut self, name: &str, y: f32) {
        self.cards.push((name.to_owned(), y));
    }

    /// The page was drawn, scrolled by `offset`.
    pub(super) fn end_frame(&mut self, context: &Context, language: Language, offset: f32) {
        if let Some((shown, Some((name, past)))) = &self.shown
            && *shown != language
        {
            let card = self.cards.iter().find(|(card, _)| card == name);
            self.next = card.map(|(_, y)| (y + past).max(0.0));
            let kept = Some((name.clone(), *past));
            self.shown = Some((language, kept));
            context.request_discard("the page scrolls to the same card in the other language");
            context.request_repaint();
            return;
        }
        let above = self.cards.iter().rev().find(|(_, y)| *y <= offset + 1.0);
        let top = above.map(|(name, y)| (name.clone(), offset - y));
        self.shown = Some((language, top));
    }
}
