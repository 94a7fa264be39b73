//! Eviction: the text of a source is in memory, or was evicted and has to be fetched again from its text store.
//!
//! A preview of ten thousand projects would hold a hundred megabytes of prose that nobody looks at: pages are made of
//! what was loaded from it. What was evicted cannot be read as a text by mistake; fetching it again may fail (a stale
//! read), because somebody may have written to its file.

pub(crate) mod confusables;
pub(crate) mod host;
pub(crate) mod html;
pub(crate) mod invisible;
pub(crate) mod lookalike;
pub(crate) mod no_value;
pub(crate) mod percent;
pub(crate) mod plain_words;
pub(crate) mod windows;

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// A text as it was once read, in memory.
#[derive(Debug, Clone)]
pub struct Text {
    text: Arc<str>,
    revision: Revision,
}

/// The revision of a text, one for each time that it was read: equal texts read at different times differ. What was
/// made from one revision need not be made again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Revision(u64);

/// A text as it was once read, in memory or evicted.
#[derive(Clone)]
pub(crate) enum StoredText {
    Loaded(Text),
    Evicted(Revision, Arc<dyn TextStore>),
}

/// Where an evicted text can be fetched again.
pub(crate) trait TextStore: Send + Sync {
    /// The text.
    ///
    /// # Errors
    /// It is not there any more as it was.
    fn fetch(&self) -> Result<Arc<str>, StaleRead>;

    /// Whether it is this text.
    fn is(&self, text: &str) -> bool;
}

/// An evicted text whose file is not there any more as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StaleRead {
    /// From the root of the site.
    pub path: Arc<str>,
}

impl Text {
    pub(crate) fn new(text: impl Into<Arc<str>>) -> Text {
        static READINGS: AtomicU64 = AtomicU64::new(0);
        Text {
            text: text.into(),
            revision: Revision(READINGS.fetch_add(1, Ordering::Relaxed)),
        }
    }

    pub(crate) fn revision(&self) -> Revision {
        self.revision
    }
}

impl StoredText {
    pub(crate) fn revision(&self) -> Revision {
        match self {
            StoredText::Loaded(text) => text.revision,
            StoredText::Evicted(revision, _) => *revision,
        }
    }

    /// The text, if it is in memory.
    pub(crate) fn in_memory(&self) -> Option<&Text> {
        match self {
            StoredText::Loaded(text) => Some(text),
            StoredText::Evicted(..) => None,
        }
    }

    /// The text, from memory or from its store.
    ///
    /// # Errors
    /// It was evicted and is not there any more as it was.
    pub(crate) fn load(&self) -> Result<Text, StaleRead> {
        match self {
            StoredText::Loaded(text) => Ok(text.clone()),
            StoredText::Evicted(revision, store) => Ok(Text {
                text: store.fetch()?,
                revision: *revision,
            }),
        }
    }

    /// The same reading in memory, from an equal text that was read later.
    pub(crate) fn reloaded(&self, equal: &Text) -> StoredText {
        StoredText::Loaded(Text {
            text: equal.text.clone(),
            revision: self.revision(),
        })
    }

    /// The same reading, evicted.
    pub(crate) fn evicted(&self, store: Arc<dyn TextStore>) -> StoredText {
        StoredText::Evicted(self.revision(), store)
    }

    /// Whether it is this text letter for letter.
    pub(crate) fn is(&self, other: &str) -> bool {
        match self {
            StoredText::Loaded(text) => **text == *other,
            StoredText::Evicted(_, store) => store.is(other),
        }
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl<T: Into<Arc<str>>> From<T> for Text {
    fn from(text: T) -> Text {
        Text::new(text)
    }
}

impl fmt::Debug for StoredText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StoredText::Loaded(text) => f.debug_tuple("Loaded").field(text).finish(),
            StoredText::Evicted(revision, _) => f.debug_tuple("Evicted").field(revision).finish(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Kept(Option<&'static str>);

    impl TextStore for Kept {
        fn fetch(&self) -> Result<Arc<str>, StaleRead> {
            let path = "content/a.md".into();
            self.0.map(Arc::from).ok_or(StaleRead { path })
        }

        fn is(&self, text: &str) -> bool {
            self.0 == Some(text)
        }
    }

    fn evicted(kept: Option<&'static str>) -> (Text, StoredText) {
        let text = Text::new("Туған жер");
        let stored = StoredText::Loaded(text.clone());
        (text, stored.evicted(Arc::new(Kept(kept))))
    }

    #[test]
    fn what_was_evicted_is_fetched_again() {
        let (text, evicted) = evicted(Some("Туған жер"));
        assert!(evicted.in_memory().is_none());
        assert_eq!(evicted.revision(), text.revision());
        assert!(evicted.is("Туған жер"));
        assert!(!evicted.is("туған жер"));
        let loaded = evicted.load().unwrap();
        assert_eq!(&*loaded, "Туған жер");
        assert_eq!(loaded.revision(), text.revision());
    }

    #[test]
    fn what_is_gone_is_an_error() {
        let (text, evicted) = evicted(None);
        assert_eq!(&*evicted.load().unwrap_err().path, "content/a.md");
        assert_ne!(Text::new("Туған жер").revision(), text.revision());
    }
}
