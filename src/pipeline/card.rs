//! A card that is not drawn yet: whoever wants the picture draws it, since that takes longer than a page.

use crate::cards;

/// The SVG of a card.
pub struct Card {
    svg: String,
    is_drawn: bool,
    /// What is wrong with it, once somebody wanted it and it could not be drawn.
    wrong: Option<String>,
}

impl Card {
    pub(super) fn new(svg: String) -> Card {
        Card {
            svg,
            is_drawn: false,
            wrong: None,
        }
    }

    /// The key under which the picture can be kept.
    pub(crate) fn key(&self) -> String {
        cards::key(&self.svg)
    }

    /// The picture as PNG; none if it cannot be drawn, which is an error then.
    pub(crate) fn png(&mut self) -> Option<Vec<u8>> {
        match cards::png(&self.svg) {
            Ok(png) => {
                self.is_drawn = true;
                Some(png)
            }
            Err(wrong) => {
                self.wrong = Some(wrong);
                None
            }
        }
    }

    /// What is wrong with it, whether or not somebody wanted it.
    pub(super) fn wrong(self) -> Option<String> {
        match self.is_drawn {
            true => None,
            false => self.wrong.or_else(|| cards::check(&self.svg).err()),
        }
    }
}
