//! Pattern: an id, or a name just as it is stated, as words.

use super::hit::Form;
use super::unescape::Gap;
use super::words::Word;

/// An id, or a name just as it is stated, as words, each with what may part it from the one before at most.
#[derive(Debug)]
pub(super) struct Pattern {
    pub words: Vec<(String, Gap)>,
    pub subject: usize,
    /// It counts in an address or a value only: `patron/fund`, not "patron fund".
    pub tight: bool,
    pub form: Form,
}

/// Words, each with the widest gap that may stand before it.
pub(super) type Words = Vec<(String, Gap)>;

impl Pattern {
    /// Whether the words are those of the pattern.
    pub(super) fn agrees(&self, words: &[Word]) -> bool {
        let pairs = words.iter().zip(&self.words).enumerate();
        let mut pairs = pairs.map(|(nth, (word, (text, gap)))| {
            *word.text == **text && (nth == 0 || word.gap <= *gap)
        });
        pairs.all(|agrees| agrees)
    }
}
