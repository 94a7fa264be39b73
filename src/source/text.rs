//! The text of a source: at hand, or let go because all was made of it that pages need.
//!
//! A preview of ten thousand projects would hold a hundred megabytes of texts that nobody looks at. Where a message has
//! to show a line of one, it is fetched again.

pub(crate) mod confusables;
pub(crate) mod html;
pub(crate) mod invisible;
pub(crate) mod lookalike;

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// A text as it was once read. Read as a `str`, one that was let go is empty: see [`Text::at_hand`].
#[derive(Debug, Clone)]
pub struct Text {
    state: State,
    revision: Revision,
}

/// Tells apart what was read at different times, equal or not. Of one reading nothing has to be made twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Revision(u64);

#[derive(Clone)]
enum State {
    Loaded(Arc<str>),
    Evicted(Arc<dyn TextStore>),
}

/// Where a text that was let go can be had again.
pub(crate) trait TextStore: Send + Sync {
    /// The text; none if it is not there any more as it was.
    fn fetch(&self) -> Option<Arc<str>>;

    /// Whether it is this text.
    fn is(&self, text: &str) -> bool;
}

impl Text {
    pub(crate) fn new(text: impl Into<Arc<str>>) -> Text {
        static READINGS: AtomicU64 = AtomicU64::new(0);
        Text {
            state: State::Loaded(text.into()),
            revision: Revision(READINGS.fetch_add(1, Ordering::Relaxed)),
        }
    }

    /// The same reading, let go.
    pub(crate) fn evicted(&self, store: Arc<dyn TextStore>) -> Text {
        Text {
            state: State::Evicted(store),
            revision: self.revision,
        }
    }

    /// The same reading, at hand; still let go if it is nowhere to be had.
    pub(crate) fn loaded(&self) -> Text {
        let state = match &self.state {
            State::Evicted(store) => store.fetch().map(State::Loaded),
            State::Loaded(_) => None,
        };
        Text {
            state: state.unwrap_or_else(|| self.state.clone()),
            revision: self.revision,
        }
    }

    pub(crate) fn is_loaded(&self) -> bool {
        matches!(self.state, State::Loaded(_))
    }

    pub(crate) fn revision(&self) -> Revision {
        self.revision
    }

    /// Whether both are the same letter for letter; `other` is at hand.
    pub(crate) fn is_equal(&self, other: &Text) -> bool {
        match &self.state {
            State::Loaded(text) => **text == **other,
            State::Evicted(store) => store.is(other),
        }
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        match &self.state {
            State::Loaded(text) => text,
            State::Evicted(_) => "",
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
            State::Loaded(text) => f.debug_tuple("Here").field(text).finish(),
            State::Evicted(_) => f.write_str("Away"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Kept(&'static str);

    impl TextStore for Kept {
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
        let evicted = text.evicted(Arc::new(Kept("Туған жер")));
        assert_eq!(&*evicted, "");
        assert!(!evicted.is_loaded());
        assert_eq!(evicted.revision(), text.revision());
        assert!(evicted.is_equal(&Text::new("Туған жер")));
        assert!(!evicted.is_equal(&Text::new("туған жер")));
        assert_eq!(&*evicted.loaded(), "Туған жер");
    }

    #[test]
    fn what_is_gone_stays_away() {
        let text = Text::new("Туған жер");
        let evicted = text.evicted(Arc::new(Kept("")));
        assert!(!evicted.loaded().is_loaded());
        assert_ne!(Text::new("Туған жер").revision(), text.revision());
    }
}
