//! The text of a source: at hand, or let go because all was made of it that pages need.
//!
//! A preview of ten thousand projects would hold a hundred megabytes of texts that nobody looks at. Where a message has
//! to show a line of one, it is fetched again.

pub mod html;
pub mod invisible;
pub mod lookalike;

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// A text as it was once read. Read as a `str`, one that was let go is empty: see [`Text::at_hand`].
#[derive(Debug, Clone)]
pub struct Text {
    state: State,
    reading: Reading,
}

/// Tells apart what was read at different times, equal or not. Of one reading nothing has to be made twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading(u64);

#[derive(Clone)]
enum State {
    Here(Arc<str>),
    Away(Arc<dyn Shelf>),
}

/// Where a text that was let go can be had again.
pub trait Shelf: Send + Sync {
    /// The text; none if it is not there any more as it was.
    fn fetch(&self) -> Option<Arc<str>>;

    /// Whether it is this text.
    fn is(&self, text: &str) -> bool;
}

impl Text {
    pub fn new(text: impl Into<Arc<str>>) -> Text {
        static READINGS: AtomicU64 = AtomicU64::new(0);
        Text {
            state: State::Here(text.into()),
            reading: Reading(READINGS.fetch_add(1, Ordering::Relaxed)),
        }
    }

    /// The same reading, let go.
    pub fn away(&self, shelf: Arc<dyn Shelf>) -> Text {
        Text {
            state: State::Away(shelf),
            reading: self.reading,
        }
    }

    /// The same reading, at hand; still let go if it is nowhere to be had.
    pub fn at_hand(&self) -> Text {
        let state = match &self.state {
            State::Away(shelf) => shelf.fetch().map(State::Here),
            State::Here(_) => None,
        };
        Text {
            state: state.unwrap_or_else(|| self.state.clone()),
            reading: self.reading,
        }
    }

    pub fn is_at_hand(&self) -> bool {
        matches!(self.state, State::Here(_))
    }

    pub fn reading(&self) -> Reading {
        self.reading
    }

    /// Whether both are the same letter for letter; `other` is at hand.
    pub fn is_equal(&self, other: &Text) -> bool {
        match &self.state {
            State::Here(text) => **text == **other,
            State::Away(shelf) => shelf.is(other),
        }
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        match &self.state {
            State::Here(text) => text,
            State::Away(_) => "",
        }
    }
}

impl<T: Into<Arc<str>>> From<T> for Text {
    fn from(text: T) -> Text {
        Text::new(text)
    }
}

impl fmt::Debug for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            State::Here(text) => f.debug_tuple("Here").field(text).finish(),
            State::Away(_) => f.write_str("Away"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Kept(&'static str);

    impl Shelf for Kept {
        fn fetch(&self) -> Option<Arc<str>> {
            (!self.0.is_empty()).then(|| self.0.into())
        }

        fn is(&self, text: &str) -> bool {
            self.0 == text
        }
    }

    #[test]
    fn what_was_let_go_is_fetched_again() {
        let text = Text::new("Туған жер");
        let away = text.away(Arc::new(Kept("Туған жер")));
        assert_eq!(&*away, "");
        assert!(!away.is_at_hand());
        assert_eq!(away.reading(), text.reading());
        assert!(away.is_equal(&Text::new("Туған жер")));
        assert!(!away.is_equal(&Text::new("туған жер")));
        assert_eq!(&*away.at_hand(), "Туған жер");
    }

    #[test]
    fn what_is_gone_stays_away() {
        let text = Text::new("Туған жер");
        let away = text.away(Arc::new(Kept("")));
        assert!(!away.at_hand().is_at_hand());
        assert_ne!(Text::new("Туған жер").reading(), text.reading());
    }
}
