//! A card that is not drawn yet: whoever wants the picture draws it, since that takes longer than a page.

use crate::cards;

/// The SVG of a card.
pub struct Card {
    svg: String,
    /// What is wrong with it, if somebody wanted it and it could not be drawn.
    pub(super) wrong: Option<String>,
}

impl Card {
    pub(super) fn new(svg: String) -> Card {
        Card { svg, wrong: None }
    }

    /// The key under which the picture can be kept.
    pub(crate) fn key(&self) -> String {
        cards::key(&self.svg)
    }

    /// The picture as PNG; none if it cannot be drawn, which is an error then.
    pub(crate) fn png(&mut self) -> Option<Vec<u8>> {
        match cards::png(&self.svg) {
            Ok(png) => Some(png),
            Err(wrong) => {
                self.wrong = Some(wrong);
                None
            }
        }
    }
}
