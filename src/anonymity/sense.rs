//! Senses of words: what the search for names asks of a word by itself, which each thread remembers.
//!
//! A line that is read closely has the words of many others. Takes a word as a reading has it; knows nothing of its neighbours.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use ahash::HashMap;
use smallvec::SmallVec;

use super::endings::father;
use super::glued_names::{SHORTEST, glued, inner_words};
use super::sounds::sounds;
use super::stems::{Part, Role, Stems};

/// The most words that a thread remembers.
const MOST: usize = 1 << 13;
/// A longer word, in bytes, is not remembered: none stands in two texts, and thousands of them would take all memory.
const LONG: usize = 1 << 9;

/// What a word is by itself.
#[derive(Debug)]
pub(super) struct Sense {
    /// In sounds, without signs.
    pub skeleton: String,
    /// The parts of names that it may be: sorted, each once.
    pub parts: SmallVec<[Part; 4]>,
    /// A whole name may be written in it as one word, or a surname with an initial.
    pub may_be_glued: bool,
    is_given_name: OnceCell<bool>,
    is_patronymic: OnceCell<bool>,
}

impl Sense {
    fn new(stems: &Stems, word: &str) -> Sense {
        let skeleton = sounds(word);
        let parts = stems.parts(&skeleton);
        Sense {
            may_be_glued: may_be_glued(stems, &skeleton, &parts),
            skeleton,
            parts,
            is_given_name: OnceCell::new(),
            is_patronymic: OnceCell::new(),
        }
    }

    /// Whether it is a given name, in whatever case.
    pub(super) fn is_given_name(&self, stems: &Stems) -> bool {
        let is = || stems.is_given_name(&self.skeleton);
        *self.is_given_name.get_or_init(is)
    }

    /// Whether it is a patronymic, in whatever case.
    pub(super) fn is_patronymic(&self) -> bool {
        let is = || father(&self.skeleton).is_some();
        *self.is_patronymic.get_or_init(is)
    }
}

fn may_be_glued(stems: &Stems, word: &str, parts: &[Part]) -> bool {
    if word.len() < SHORTEST {
        return false;
    }
    let mut is_glued = false;
    glued(stems, word, &mut |_| is_glued = true);
    let is_surname = |part: &Part| part.role == Role::Surname;
    let has_surname = |rest: &str| stems.parts(rest).iter().any(is_surname);
    is_glued || parts.is_empty() && inner_words(word).any(|(_, rest)| has_surname(rest))
}

/// The senses of words for the stems of one guard.
#[derive(Clone, Copy)]
pub(super) struct Senses<'a> {
    pub stems: &'a Stems,
    /// Tells the guards of the program apart.
    pub serial: u64,
}

/// What each word means to one guard.
type Remembered = HashMap<Box<str>, Rc<Sense>>;

thread_local! {
    /// What a thread remembers, and of which guard.
    static KNOWN: RefCell<(u64, Remembered)> = RefCell::default();
}

impl Senses<'_> {
    /// What a word is.
    pub(super) fn of(&self, word: &str) -> Rc<Sense> {
        if word.len() > LONG {
            return Rc::new(Sense::new(self.stems, word));
        }
        KNOWN.with_borrow_mut(|(serial, known)| {
            if *serial != self.serial || known.len() >= MOST {
                known.clear();
                *serial = self.serial;
            }
            if let Some(sense) = known.get(word) {
                return sense.clone();
            }
            let sense = Rc::new(Sense::new(self.stems, word));
            known.insert(word.into(), sense.clone());
            sense
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thread_remembers_a_word_for_one_guard_and_not_for_another() {
        let mut named = Stems::default();
        named.add(0, Role::Surname, "Оспанов");
        named.add(0, Role::Given, "Серік");
        let named = Senses {
            stems: &named,
            serial: 1 << 40,
        };
        let other = Senses {
            stems: &Stems::default(),
            serial: 1 << 41,
        };
        for _ in 0..2 {
            assert!(!named.of("оспановой").parts.is_empty());
            assert!(Rc::ptr_eq(&named.of("оспановой"), &named.of("оспановой")));
            assert!(other.of("оспановой").parts.is_empty());
        }
        for (word, is) in [("sospanov", true), ("оспановсерик", true), ("школа", false)]
        {
            assert_eq!(named.of(word).may_be_glued, is, "{word}");
        }
        for number in 0..3 * MOST {
            let word = number.to_string();
            assert_eq!(named.of(&word).skeleton, word);
        }
    }
}
